"""All that looks for something in a text: no text crashes it, and every place lies in the text; it is linear."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.prose import chapters, counts, placeholders, slogans, typos
from checker.prose.constraints import (
    contents,
    elaborated,
    headings,
    kinds,
    names,
    near_words,
    numbering,
    outline,
    own_level,
    own_names,
    places,
)
from checker.prose.constraints.digits import find_digit_slips
from checker.prose.constraints.documents import find_document_slips
from checker.prose.constraints.doubled import find_doubled_words
from checker.prose.constraints.duplicates import find_repeats
from checker.prose.constraints.marks import find_marks
from checker.prose.constraints.meetings import find_meeting_slips
from checker.prose.constraints.periods import find_period_slips
from checker.prose.constraints.stage_slips import find_stage_slips
from checker.prose.constraints.terms import find_term_slips
from checker.prose.document import Block, BlockKind
from checker.prose.lists import is_list, possible_counts
from checker.prose.plain import build_plain
from checker.prose.reading import read
from checker.source import SourceText

_PIECES = (
    *"、，。：；\n“”《》（）和与等O3 ",
    "到2025年", "地区生产总值", "达到", "2000亿元", "22项", "包括", "20项预期性", "一是", "二是", "四是",
    "第三章", "第三至第八章", "六个方面", "三大目标", "即", "五大工程", "实施", "产业工程", "以下简称",
    "规划纲要", "建议稿", "我市", "阐明市委战略意图", "“十四五”", "2035年远景目标", "二O三五",
    "十九届五中全会", "XX", "待补充", "三各抓手", "1.6∶67.2∶31", "产业结构", "平均每家", "200家", "2020年3月",
    "起草", "云川", "“四域多点”", "“五域多点”", "平安", "芜湖", "湖北省张家界市", "1+2+4+N", "三年行动",
    "科学城", "高质量", "松溪古镇", "松溪古城", "县博物馆", "石瓮山景区", "石翁山景区",
)  # fmt: skip
TITLE = "云川市国民经济和社会发展第十五个五年规划纲要\n"
texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=2), max_size=30).map("".join)


def blocks_of(text: str) -> list[Block]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Block(BlockKind.PARAGRAPH, line, start))
        start += len(line) + 1
    return found


def constraints(text: str) -> Iterable[Iterable[Any]]:
    """All that is looked for in the mentions of a text."""
    reading = read(build_plain(SourceText("试.txt", TITLE + text)))
    mentions = reading.mentions
    yield names.find_drifts(mentions)
    yield near_words.find_near_words(mentions)
    yield kinds.find_kind_drifts(mentions)
    yield places.find_foreign(mentions, reading.frame, "city")
    yield places.find_wrong_parents(mentions)
    yield numbering.find_number_slips(reading.series)
    yield reading.announced
    yield headings.find_empty_headings(reading.document)
    yield headings.find_doubled_headings(reading.heads)
    yield own_level.find_level_slips(reading)
    yield elaborated.find_lost_members(reading.passages, reading.members, reading.titles)
    whole = outline.Parts(reading.document, reading.heads, reading.series, reading.entries)
    yield outline.find_dangling(whole, reading.references)
    yield outline.find_total_slips(whole, reading.totals, reading.references)
    yield contents.find_contents_slips(reading.entries, reading.heads, TITLE + text)
    yield contents.find_page_slips(reading.entries)
    yield find_meeting_slips(mentions, reading.frame)
    yield find_document_slips(mentions, reading.frame)
    yield find_term_slips(mentions)
    yield find_stage_slips(mentions, reading.frame)


def spans(text: str) -> Iterable[tuple[int, int]]:
    """Everywhere that anything is found."""
    for one in counts.find_counted_lists(text):
        yield one.start, one.end
        yield one.list_start, one.list_end
    for found in (
        chapters.find_chapter_counts(text), chapters.find_chapters_told(text),
        typos.find_typos(text),
        own_names.find_own_name_drift(text), own_names.find_group_drift(text), find_period_slips(text),
        slogans.find_slogans(text, ()).open, *constraints(text),
        typos.find_unpaired([(text, 0)]), find_doubled_words(text), find_marks([(text, 0)]),
        find_digit_slips(blocks_of(text)),
    ):  # fmt: skip
        yield from ((one.start, one.end) for one in found)
    yield from (one[:2] for one in placeholders.find_placeholders(text))
    document = build_plain(SourceText("", text))
    yield from ((one.start, one.end) for one in find_repeats(document))


@given(texts)
def test_no_text_crashes_a_finder_and_places_lie_in_the_text(text: str) -> None:
    for start, end in spans(text):
        assert 0 <= start <= end <= len(TITLE + text)


@given(st.lists(st.sampled_from(["产业", "创新", "开放民生", "城区"]), min_size=2, max_size=6), st.integers(0, 4))
def test_a_list_has_the_members_it_was_made_of(members: list[str], soft: int) -> None:
    """However many of the last joints are written 和, the true number is among the possible ones."""
    joints = ["、" if index < len(members) - 1 - soft else "和" for index in range(len(members) - 1)]
    text = members[0] + "".join(joint + member for joint, member in zip(joints, members[1:], strict=True))
    assert len(members) in possible_counts(text)
    assert is_list(text) is ("、" in joints)


LONG = {
    "one sentence of clauses": "围绕产业、创新、开放三个方面发力，" * 3000,
    "open marks": "“《（" * 8000,
    "ordinals": "一是强产业；二是优环境；" * 2500,
    "figures": "到2025年地区生产总值达到2000亿元，增长6%。" * 1500,
    "digits": "1" * 40000,
    "numerals": "一二三四五六七八九十" * 3000,
    "slogans": "“五大工程”" * 4000,
    "ranges": "第三至第八章" * 4000,
    "shares": "产业结构1.6∶67.2∶31.2" * 2000,
    "one word": "建设" * 15000,
}


@pytest.mark.parametrize("name", LONG)
def test_work_grows_with_length_and_no_faster(name: str) -> None:
    """Four times the text takes about four times the calls; a square would take sixteen."""
    text = LONG[name]
    list(spans(text[:100]))  # tables are read when first asked for
    quarter, whole = (_calls(part) for part in (text[: len(text) // 4], text))
    assert whole < 6 * quarter + 2000


def _calls(text: str) -> int:
    """How many functions, of Python and of C, are called to find all that is in a text."""
    count = 0

    def noted(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(noted)
    try:
        for _ in spans(text):
            pass
    finally:
        sys.setprofile(None)
    return count
