"""Marks of secrecy: a mark stands at its place; the same words in running text are none."""

from __future__ import annotations

import pytest

from checker.messages.texts import TEXT_SECRET
from checker.prose.document import Document
from checker.prose.read import read_document
from checker.source import Unreadable
from tests.prose.word_files import package as packed
from tests.prose.word_files import paragraph, part, relations, run, word_file
from tests.workbooks import Row, make_book

TITLE = "云川市国民经济和社会发展第十五个五年规划纲要\n"
BODY = "第一章 总论\n到2030年，地区生产总值达到500亿元。\n"


def read(text: str, name: str = "纲要.txt") -> Document:
    return read_document(text.encode("utf-8"), ".txt", name)


def is_refused(text: str, name: str = "纲要.txt") -> bool:
    with pytest.raises(Unreadable) as refused:
        read(text, name)
    return refused.value.message.text().startswith(f"{name}：标着“")


@pytest.mark.parametrize(
    "mark",
    [
        "机密★1年",
        "秘密★",
        "绝密★长期",
        "机 密 ★ 1 年",
        "机密",
        "密级：机密",
        "密级：秘密★5年",
        "000012\n机密★1年\n特急",
        "机密★1年　　　特急",
        "【机密】",
        "（秘密★）",
    ],
)
@pytest.mark.parametrize("behind", ["", TITLE])
def test_a_mark_at_the_top_forbids_to_read(mark: str, behind: str) -> None:
    assert is_refused(behind + mark + "\n" + TITLE + BODY)


@pytest.mark.parametrize(
    "title", ["云川市“十五五”规划纲要（机密）", "机密★云川市规划纲要", "云川市规划纲要（送审稿）（秘密★3年）"]
)
def test_a_mark_in_the_title(title: str) -> None:
    assert is_refused(title + "\n" + BODY)


@pytest.mark.parametrize("name", ["纲要（机密）.txt", "机密★纲要.txt", "材料/【秘密】纲要.txt"])
def test_a_mark_in_the_name_of_the_file(name: str) -> None:
    assert is_refused(TITLE + BODY, name)


@pytest.mark.parametrize(
    "text",
    [
        TITLE + "保守国家秘密是每个公民的义务。\n",
        TITLE + "第一章 机密计算产业\n机密计算产业规模达到10亿元。\n机密★1年是标注的例子。\n",
        "关于加强商业秘密保护的实施方案\n" + BODY,
        "云川市机密计算产业发展规划\n" + BODY,
        "云川市保密工作“十五五”规划\n" + BODY,
        TITLE + "密级：\n" + BODY,
        TITLE + "密级：公开\n" + BODY,
        TITLE + BODY + "机密\n",
        TITLE + "文件标注“机密★1年”的，按规定保管。\n" + BODY,
        TITLE + "（此件公开发布）\n" + BODY,
        "企业内部控制规范\n" + BODY,
        "云川市内部审计“十五五”规划\n" + BODY,
    ],
)
def test_the_words_in_running_text_are_no_mark(text: str) -> None:
    assert read(text).internal == ""


@pytest.mark.parametrize(
    ("mark", "word"),
    [
        ("内部资料 注意保存", "内部资料"),
        ("内部资料，不得外传", "内部资料"),
        ("此件不得外传", "不得外传"),
        ("（内部讨论稿）", "内部讨论稿"),
        ("仅供内部参考", "内部参考"),
        ("密级：内部", "内部"),
        ("请勿外传", "请勿外传"),
        ("工作秘密", "工作秘密"),
    ],
)
def test_a_mark_that_forbids_to_pass_on(mark: str, word: str) -> None:
    assert read(mark + "\n" + TITLE + BODY).internal == word
    assert read(TITLE + mark + "\n" + BODY).internal == word


def with_margin(kind: str, words: str, body: str = paragraph("正文。")) -> bytes:
    root = "hdr" if kind == "header" else "ftr"
    return packed(
        {
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(
                (kind, "margin.xml"), ("image", "media/1.png"), ("image", "2.png")
            ),
            "word/margin.xml": part(root, paragraph(run(words))),
        }
    )


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_headers_and_footers_of_word(kind: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_document(with_margin(kind, "机密★1年"), ".docx", "纲要.docx")
    assert refused.value.message.text() == f"纲要.docx：{TEXT_SECRET(word='机密').text()}"
    document = read_document(with_margin(kind, "内部资料 注意保存"), ".docx", "纲要.docx")
    assert (document.internal, document.margins) == ("内部资料", ("内部资料 注意保存",))
    assert read_document(with_margin(kind, "云川市保密局"), ".docx", "纲要.docx").internal == ""


def test_pictures_are_counted() -> None:
    assert read_document(with_margin("header", ""), ".docx", "图.docx").pictures == 2
    assert read_document(word_file(paragraph("无")), ".docx", "图.docx").pictures == 0


def test_a_column_of_marks_is_no_mark_of_the_table() -> None:
    rows: list[Row] = [["序号", "文件", "密级"], [1, "规划纲要", "机密"], [2, "起草说明", "秘密"]]
    assert read_document(make_book(rows), ".xlsx", "清单.xlsx").internal == ""
    books: list[list[Row]] = [
        [["机密★1年"], ["主要指标"]],
        [["主要指标"], ["密级", "机密"]],
        [["密级：秘密", "", "2026年"]],
    ]
    for told in books:
        with pytest.raises(Unreadable):
            read_document(make_book(told), ".xlsx", "表.xlsx")
