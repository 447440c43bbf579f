"""Markdown as a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.prose.document import BlockKind, Document
from checker.prose.markdown import build_markdown
from checker.source import SourceText

TEXT = """\
# 云川规划

## 第三章 做强制造 ##

正文一。
一、加强
内容很长，
续行
（一）甲。

| 指标 | 单位\\|口径 |
|---|:-:|
| 产值 | |
| 增速 | %

- 甲项
  接着说
1. 乙项
2. 丙项

[^1]: 注的话

> 引的话
> 又一句

第四章
===

    缩进的段落

```
代码
```

<div>html</div>
"""


def read(text: str) -> Document:
    return build_markdown(SourceText("文.md", text))


def test_blocks() -> None:
    blocks = [(one.kind.value, one.level, one.number, one.text) for one in read(TEXT).blocks]
    assert blocks == [
        ("heading", 1, "", "云川规划"),
        ("heading", 1, "第三章", "第三章 做强制造"),
        ("paragraph", 0, "", "正文一。"),
        ("heading", 2, "一、", "一、加强"),
        ("paragraph", 0, "", "内容很长，\n续行"),
        ("item", 0, "（一）", "（一）甲。"),
        ("cell", 0, "", "指标"),
        ("cell", 0, "", "单位\\|口径"),
        ("cell", 0, "", "产值"),
        ("cell", 0, "", "增速"),
        ("cell", 0, "", "%"),
        ("item", 0, "", "甲项\n  接着说"),
        ("item", 0, "1.", "1. 乙项"),
        ("item", 0, "2.", "2. 丙项"),
        ("note", 0, "1", "注的话"),
        ("paragraph", 0, "", "引的话"),
        ("paragraph", 0, "", "又一句"),
        ("heading", 1, "第四章", "第四章"),
        ("paragraph", 0, "", "缩进的段落"),
    ]


def test_a_title_without_a_number_stands_above_the_chapters() -> None:
    document = read("# 纲要\n\n## 第一章 总论\n\n### 基础\n\n正文。\n")
    assert [(one.level, one.title) for one in document.headings] == [(1, "纲要"), (2, "总论"), (3, "基础")]
    assert document.source.locator(document.blocks[3].start).text() == "纲要 › 第一章 › 基础 › 第7行"


def test_a_long_heading_is_shortened_in_the_locator() -> None:
    document = read("# 这是一个没有编号而且相当长的标题文字\n\n正文。\n")
    assert document.source.locator(document.blocks[1].start).text() == "这是一个没有编号而且相当长的标题… › 第3行"


def test_cells_know_their_place() -> None:
    document = read(TEXT)
    cells = [(one.cell.table, one.cell.name) for one in document.blocks if one.cell is not None]
    assert cells == [(1, "A1"), (1, "B1"), (1, "A2"), (1, "A3"), (1, "B3")]
    assert [document.source.locator(one.start).text() for one in document.blocks if one.cell][1] == "表1!B1"


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_any_line_end(ends: str) -> None:
    plain, other = read(TEXT), read(TEXT.replace("\n", ends))
    assert [one.text.split() for one in plain.blocks] == [one.text.split() for one in other.blocks]


@given(st.text("#-*>|`一、（）1.\\[^]: \t\r\n正文。~=<", max_size=80))
def test_offsets_point_at_the_words(text: str) -> None:
    document = read(text)
    last = -1
    for block in document.blocks:
        assert document.source.text[block.start : block.end] == block.text
        assert block.text.strip() or block.kind is BlockKind.NOTE
        assert block.start >= last
        last = block.end
        assert document.source.locator(block.start).text()
