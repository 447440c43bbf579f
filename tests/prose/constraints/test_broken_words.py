"""Words with two characters changed about, or with one left out: found wherever they stand, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.prose.constraints.broken_words import find_broken_words
from tests.prose.reading.texts import TITLE, read_text

#: Characters of names that no list of words knows, of which each stands once in a term.
_SIGNS = "磐岚榕荷槐柚栎梧桉檀枫樟椿楠桂桐柏杉松柳"
#: What terms stand between: each sentence begins and goes on in its own way.
_SENTENCES = ("抓好{}治理。", "办成{}展览。", "保护{}遗存。", "绘就{}画卷。", "擦亮{}招牌。")

terms = st.permutations(_SIGNS).map(lambda signs: "".join(signs[:6]))


def _told(words: list[str]) -> list[tuple[str, str]]:
    text = TITLE + "".join(each.format(one) for each, one in zip(_SENTENCES, words, strict=True))
    return [(one.words, one.usual) for one in find_broken_words(read_text(text).mentions)]


@given(terms, st.integers(0, 4), st.integers(0, 4))
def test_two_characters_changed_about_are_told_wherever_they_stand(term: str, at: int, where: int) -> None:
    words = [term] * 5
    words[where] = term[:at] + term[at + 1] + term[at] + term[at + 2 :]
    ((wrong, right),) = _told(words)
    assert wrong in _SENTENCES[where].format(words[where])
    assert term[at : at + 2] in right


@given(terms, st.integers(2, 3), st.integers(0, 4))
def test_a_character_left_out_is_told_wherever_it_stood(term: str, at: int, where: int) -> None:
    words = [term] * 5
    words[where] = term[:at] + term[at + 1 :]
    ((wrong, right),) = _told(words)
    assert wrong in words[where]
    assert term[at] in right


@given(terms)
def test_a_word_that_is_always_written_alike_is_not_told(term: str) -> None:
    assert _told([term] * 5) == []


@pytest.mark.parametrize(
    "sentences",
    [
        "推动人才集聚发展。促进人才集聚发展。实施人才聚集行动。",
        "帮助中小微企业。扶持中小微企业。服务中小微企业。壮大中小企业。",
        "发展新型能源。壮大新型能源。推广新能源客车。提升中重型新能源货车比例。",
        "发展养老、托育服务。扩大养老、托育服务。提升养老、托育服务。满足养老托育服务需求。",
    ],
)
def test_what_may_be_written_in_two_ways_is_not_told(sentences: str) -> None:
    assert list(find_broken_words(read_text(TITLE + sentences).mentions)) == []
