"""Automatic numbering of Word files, resolved to what is printed."""

from __future__ import annotations

import pytest

from checker.prose.docx import build_docx
from checker.prose.docx_numbering import write_number
from tests.prose.word_files import definition, numbered, paragraph, use, word_file


def numbers(body: str, numbering: str, styles: str = "") -> list[tuple[str, str]]:
    document = build_docx(word_file(body, numbering=numbering, styles=styles), "甲.docx")
    assert all(not block.number_in_text for block in document.blocks if block.number)
    return [(block.number, block.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1002, "一千零二"),
        ("ideographDigital", 12, "一二"),
        ("japaneseCounting", 3, "三"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 11, "甲"),
        ("ideographZodiac", 3, "寅"),
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "(2)"),
        ("decimalEnclosedFullstop", 2, "2."),
        ("ideographEnclosedCircle", 2, "（二）"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 3, "C"),
        ("upperRoman", 49, "XLIX"),
        ("lowerRoman", 4, "iv"),
        ("unheardOf", 4, "4"),
        ("chineseCounting", 0, "0"),
        ("chineseCounting", 123456, "123456"),
    ],
)
def test_formats(form: str, number: int, written: str) -> None:
    assert write_number(number, form) == written


PLAN = definition(0, ("chineseCountingThousand", "第%1章"), ("chineseCounting", "（%2）"), ("decimal", "%1.%3"))


def test_levels_count_and_restart() -> None:
    body = "".join(
        [
            numbered("总论", 1), numbered("基础", 1, 1), numbered("环境", 1, 1), numbered("条", 1, 2),
            paragraph("正文。"), numbered("任务", 1), numbered("制造", 1, 1),
        ]
    )  # fmt: skip
    assert numbers(body, PLAN + use(1, 0)) == [
        ("第一章", "总论"), ("（一）", "基础"), ("（二）", "环境"), ("一.1", "条"), ("", "正文。"), ("第二章", "任务"),
        ("（一）", "制造"),
    ]  # fmt: skip


def test_the_headings_are_those_of_the_printed_numbers() -> None:
    body = numbered("总论", 1) + numbered("基础", 1, 1) + paragraph("正文。") + numbered("落实责任。", 1, 1)
    document = build_docx(word_file(body, numbering=PLAN + use(1, 0)), "甲.docx")
    assert [(one.level, one.number, one.title) for one in document.headings] == [
        (1, "第一章", "总论"),
        (2, "（一）", "基础"),
    ]
    assert document.source.locator(document.blocks[3].start).text() == "第一章 › （一） › 第2段"
    assert document.chapters == document.headings[:1]


def test_digits_under_words_are_digits_where_the_level_is_legal() -> None:
    plan = definition(0, ("chineseCounting", "%1、"), ("decimal", "%1.%2"), extra="<w:isLgl/>")
    assert numbers(numbered("甲", 1) + numbered("乙", 1, 1), plan + use(1, 0)) == [("1、", "甲"), ("1.1", "乙")]


def test_two_lists_of_one_definition_go_on_unless_told_to_start_anew() -> None:
    plan = definition(0, ("decimal", "%1."))
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = numbered("甲", 1) + numbered("乙", 2) + numbered("丙", 3) + numbered("丁", 3)
    assert numbers(body, plan + use(1, 0) + use(2, 0) + use(3, 0, start)) == [
        ("1.", "甲"), ("2.", "乙"), ("5.", "丙"), ("6.", "丁"),
    ]  # fmt: skip


def test_a_list_may_change_a_level_of_its_definition() -> None:
    own = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>'
    assert numbers(numbered("甲", 1), definition(0, ("decimal", "%1.")) + use(1, 0, own)) == [("A)", "甲")]


def test_a_level_that_never_restarts() -> None:
    plan = definition(0, ("decimal", "%1."), ("decimal", "（%2）"), extra='<w:lvlRestart w:val="0"/>')
    body = numbered("甲", 1) + numbered("乙", 1, 1) + numbered("丙", 1) + numbered("丁", 1, 1)
    assert [number for number, _ in numbers(body, plan + use(1, 0))] == ["1.", "（1）", "2.", "（2）"]


def test_bullets_have_no_number_and_are_items() -> None:
    document = build_docx(word_file(numbered("甲", 1), numbering=definition(0, ("bullet", "•")) + use(1, 0)), "甲.docx")
    (block,) = document.blocks
    assert (block.kind.value, block.number) == ("item", "")


def test_numbering_by_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="z"><w:name w:val="章"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="j"><w:name w:val="节"/><w:basedOn w:val="z"/></w:style>'
    )
    plan = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="z"/><w:lvlText w:val="第%1章"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="j"/><w:lvlText w:val="第%2节"/></w:lvl>'
        "</w:abstractNum>"
    )
    body = "".join(paragraph(text, f'<w:pStyle w:val="{style}"/>') for text, style in [("总论", "z"), ("基础", "j")])
    off = paragraph("不编号。", '<w:pStyle w:val="z"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert numbers(body + off, plan + use(1, 0), styles) == [("第一章", "总论"), ("第一节", "基础"), ("", "不编号。")]


def test_a_definition_behind_a_numbering_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="n"/></w:abstractNum>'
    plan = definition(0, ("chineseCounting", "%1、")) + link + use(1, 1) + use(2, 0)
    assert numbers(numbered("甲", 1) + numbered("乙", 1), plan, styles) == [("一、", "甲"), ("二、", "乙")]
