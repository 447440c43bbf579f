"""What the pages of a PDF leave in its text is no part of it."""

from __future__ import annotations

import pytest

from checker.prose.plain import build_plain
from checker.prose.reading import read
from checker.source import SourceText

SENTENCE = "　　坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，\n推动高质量发展。\n"


def passages(text: str) -> list[str]:
    return [one.text for one in read(build_plain(SourceText("纲要.txt", text))).passages]


@pytest.mark.parametrize("page", ["— 2 —", "- 2 -", "第2页", "第 2 页 共 9 页"])
def test_a_page_number_parts_no_paragraph(page: str) -> None:
    whole = passages(SENTENCE * 8)
    broken = SENTENCE * 7 + SENTENCE.replace("，\n", f"，\n{page}\n")
    assert passages(broken) == whole


def test_bare_numbers_that_count_on_from_page_to_page_are_no_text() -> None:
    pages = "".join(f"{SENTENCE * 8}{number}\n" for number in range(1, 6))
    assert passages(pages) == passages(SENTENCE * 40)


def test_numbers_of_rows_stay() -> None:
    rows = "".join(f"{number}\n指标名称\n%\n" for number in range(1, 8))
    assert passages(rows).count("%") == 7
    assert "3" in passages(rows)


def test_what_stands_beside_the_numbers_of_pages_is_no_text() -> None:
    pages = "".join(f"{SENTENCE * 3}— {number} —\n示例县第十五个五年规划纲要\n" for number in range(1, 6))
    assert passages(pages) == passages(SENTENCE * 15)
    assert len(build_plain(SourceText("纲要.txt", pages)).margins) == 10


def test_a_title_may_begin_with_a_word_that_counts_in_sentences() -> None:
    text = "第一章 总则\n落实。\n第一节 共筑创新发展新高地\n落实。\n第二章共9节、30条\n"
    assert [one.text for one in build_plain(SourceText("纲要.txt", text)).headings] == [
        "第一章 总则",
        "第一节 共筑创新发展新高地",
    ]
