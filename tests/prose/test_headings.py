"""What is a heading, and under which it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.prose.document import Block, BlockKind, Document
from checker.prose.plain import build_plain
from checker.source import SourceText


def read(*lines: str) -> Document:
    return build_plain(SourceText("文.txt", "\n".join(lines)))


def tree(document: Document) -> list[tuple[int, str, str]]:
    return [(one.level, one.number, one.title) for one in document.headings]


def test_levels_follow_the_forms() -> None:
    document = read(
        "第一篇　总论", "第一章 背景", "第一节 基础", "一、成绩", "（一）经济", "1.产业", "正文。", "（1）工业",
        "正文。", "二、短板", "第二章 要求", "专栏1 项目",
    )  # fmt: skip
    assert tree(document) == [
        (1, "第一篇", "总论"), (2, "第一章", "背景"), (3, "第一节", "基础"), (4, "一、", "成绩"), (5, "（一）", "经济"),
        (6, "1.", "产业"), (7, "（1）", "工业"), (4, "二、", "短板"), (2, "第二章", "要求"), (3, "专栏1", "项目"),
    ]  # fmt: skip


def test_without_higher_headings_the_next_are_the_highest() -> None:
    assert tree(read("一、甲", "（一）乙", "二、丙")) == [(1, "一、", "甲"), (2, "（一）", "乙"), (1, "二、", "丙")]


def test_an_annex_between_two_chapters_is_the_title_of_a_table_there() -> None:
    document = read("一、甲", "（一）乙", "附表 主要指标", "二、丙", "（一）丁", "附件1 名单", "一、戊")
    assert tree(document) == [
        (1, "一、", "甲"), (2, "（一）", "乙"), (3, "附表", "主要指标"), (1, "二、", "丙"), (2, "（一）", "丁"),
        (1, "附件1", "名单"), (2, "一、", "戊"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "一是加强领导",
        "一、二、三产业比重",
        "一、二季度增速",
        "第一部分为总论，包括第一章和第二章。",
        "第二章明确了发展战略和奋斗目标",
        "第三至第八章",
        "第一章主要回顾了发展成绩；",
        "（一）经济实力迈上台阶。生产总值增长6%。",
        "1.5万亿元的产业规模",
        "7.揭榜挂帅：一种办法",
        "2025年地区生产总值",
        "（三）甲、乙、丙，",
        "一、" + "很" * 60,
    ],
)
def test_what_only_begins_like_a_heading_is_none(line: str) -> None:
    assert read(line, "正文。").headings == ()


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("（一）经济实力迈上台阶。生产总值增长6%。", BlockKind.ITEM, "（一）"),
        ("1.加强领导。", BlockKind.ITEM, "1."),
        ("①加强领导", BlockKind.ITEM, "①"),
        ("一、加强领导，", BlockKind.ITEM, "一、"),
        ("一是加强领导；", BlockKind.PARAGRAPH, ""),
        ("第一章主要回顾成绩。", BlockKind.PARAGRAPH, ""),
    ],
)
def test_items(line: str, kind: BlockKind, number: str) -> None:
    (block,) = read(line).blocks
    assert (block.kind, block.number) == (kind, number)


def test_numbered_lines_with_nothing_between_are_a_list() -> None:
    document = read("一、任务", "1.甲工程", "2.乙工程", "3.丙工程", "后面的话。", "4.丁", "正文。", "5.戊", "正文。")
    assert [one.number for one in document.headings] == ["一、", "4.", "5."]
    assert [one.number for one in document.blocks if one.kind is BlockKind.ITEM] == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    "contents",
    [
        ["目　录", "第一章 总论", "第一节 基础", "第二章 任务"],
        ["目录", "第一章 总论……………1", "第一节 基础……………2", "附录\t9", "第二章 任务.........12"],
        ["第一章 总论……………1", "第二章 任务……………3"],
    ],
)
def test_a_table_of_contents_is_in_no_block(contents: list[str]) -> None:
    document = read("纲要", *contents, "第一章 总论", "正文。", "第一节 基础", "第二章 任务")
    assert tree(document) == [(1, "第一章", "总论"), (2, "第一节", "基础"), (1, "第二章", "任务")]
    assert len(document.blocks) == 5


def test_the_tree() -> None:
    document = read("前言", "第一章 总论", "一、基础", "正文。", "第二章 任务", "结语。")
    first, base, second = document.headings
    front, _, _, body, _, last = document.blocks
    assert document.parent_of(front) is None
    assert document.parent_of(base) is first
    assert document.parent_of(second) is None
    assert document.heading_of(body.start + 1) is base
    assert document.heading_of(base.start) is base
    assert document.path_of(body.start) == (first, base)
    assert document.heading_of(last.start) is second
    assert document.children_of(None) == (first, second)
    assert document.children_of(first) == (base,)
    assert document.chapters == (first, second)
    assert document.block_at(body.start + 1) is body
    assert document.block_at(body.end) is body


def test_chapters_of_a_text_without_any_are_its_highest_headings() -> None:
    assert [one.number for one in read("一、甲", "（一）乙", "二、丙").chapters] == ["一、", "二、"]


def test_an_empty_text() -> None:
    document = read("")
    assert document.blocks == ()
    assert document.heading_of(0) is None
    assert document.block_at(0) is None
    assert document.path_of(0) == ()
    assert document.source.locator(0).text() == "第1行"


def test_the_locator_names_headings_and_line() -> None:
    document = read("第一章 总论", "一、基础", "正文。", "")
    told = [document.source.locator(block.start).text() for block in document.blocks]
    assert told == ["第一章 › 第1行", "第一章 › 一、 › 第2行", "第一章 › 一、 › 第3行"]
    assert document.source.locator(document.blocks[2].start).text("en") == "第一章 › 一、 › line 3"


LINE = st.text("一二三第章节、（）1.专栏目录。，正文 \t…", max_size=20)


@given(st.lists(LINE, max_size=12))
def test_offsets_point_at_the_words(lines: list[str]) -> None:
    document = read(*lines)
    last = -1
    for block in document.blocks:
        assert document.source.text[block.start : block.end] == block.text
        assert block.start > last
        last = block.start
        assert (block.kind is BlockKind.HEADING) == (block.level > 0)
        above: Block | None = document.parent_of(block)
        assert above is None or (above.level < block.level or not block.level)
        assert document.source.locator(block.start).text()
    for sentence in document.sentences():
        block_at = document.block_at(sentence.start)
        assert block_at is not None
        assert sentence.end <= block_at.end


@pytest.mark.parametrize("filler", ["\t", " ", "\u3000", "…", ".", ". ", "一", "（", "“", "1"])
def test_a_long_line_in_a_table_of_contents_costs_no_more_than_its_length(filler: str) -> None:
    """Twenty thousand of one character: the square of that would not end."""
    document = read("目录", "第一章 背景……1", filler * 20_000 + "甲", "第一章 背景", "正文。")
    assert [one.title for one in document.headings][-1:] == ["背景"]
