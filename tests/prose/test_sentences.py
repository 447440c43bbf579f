"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.prose.sentences import split_sentences


def told(text: str) -> list[str]:
    return [text[one.start : one.end] for one in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲。乙！丙？丁；戊", ["甲。", "乙！", "丙？", "丁；", "戊"]),
        ("甲……乙。。丙", ["甲……乙。。", "丙"]),
        ("他说“甲。乙。”然后走。丙", ["他说“甲。乙。”", "然后走。", "丙"]),
        ("落实“甲。乙。”的要求。丙", ["落实“甲。乙。”的要求。", "丙"]),
        ("《甲；乙》（丙。丁）好。戊", ["《甲；乙》（丙。丁）好。", "戊"]),
        ("“甲。乙", ["“甲。", "乙"]),
        ("甲”。乙（丙。丁", ["甲”。", "乙（丙。", "丁"]),
        ("“甲《乙。”丙。丁", ["“甲《乙。”", "丙。", "丁"]),
        ("甲\n乙\r\n丙", ["甲\n", "乙\r\n", "丙"]),
        ("。 \u3000", ["。"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert told(text) == sentences


@given(st.text("甲。；“”《》（）\n 乙", max_size=60), st.integers(0, 9))
def test_no_character_but_blanks_is_lost(text: str, offset: int) -> None:
    spans = [(one.start - offset, one.end - offset) for one in split_sentences(text, offset)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
