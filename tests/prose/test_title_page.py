"""What a document says of itself at its head: kind, place, period, stage."""

from __future__ import annotations

import pytest

from checker.model.words import STAGES
from checker.prose.read import read_document
from checker.prose.stage import STAGE_WORDS
from checker.prose.title_page import TitlePage, read_title_page
from tests.workbooks import make_book

TITLE = "云川市国民经济和社会发展第十五个五年规划纲要"
BODY = "第一章 总论\n形成了送审稿，并征求意见。\n"


def page(text: str, stem: str = "文件") -> TitlePage:
    return read_title_page(read_document(text.encode("utf-8"), ".txt", f"{stem}.txt"), stem)


def stage(text: str, stem: str = "文件") -> tuple[str, str, str] | None:
    read = page(text, stem).stage
    return (read.word, read.stage, read.place) if read is not None else None


def test_each_word_of_a_stage_is_one_that_plans_know() -> None:
    assert set(STAGE_WORDS.values()) == {choice.en for choice in STAGES}


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (f"{TITLE}（送审稿）\n", ("送审稿", "review_draft", "title")),
        (f"{TITLE}\n（征求意见稿）\n2026年1月\n", ("征求意见稿", "consultation_draft", "first_page")),
        (f"{TITLE}\n征求意见稿（第三稿）\n", ("征求意见稿", "consultation_draft", "first_page")),
        (f"{TITLE}\n（草案征求意见稿）\n", ("征求意见稿", "consultation_draft", "first_page")),
        (f"{TITLE}（草案）\n", ("草案", "review_draft", "title")),
        (f"{TITLE}草案\n", ("草案", "review_draft", "title")),
        (f"{TITLE}\n2026年1月讨论稿\n", ("讨论稿", "consultation_draft", "first_page")),
        (f"{TITLE}（专家论证稿）\n", ("论证稿", "consultation_draft", "title")),
        (f"{TITLE}（报批稿）\n", ("报批稿", "approval_draft", "title")),
        (f"{TITLE}\n（2026年2月7日云川市第十六届人民代表大会第四次会议批准）\n", ("印发稿", "issued", "first_page")),
        (f"《{TITLE}（审议稿）》起草说明\n", ("审议稿", "review_draft", "title")),
        (f"关于印发《{TITLE}》的通知\n", ("印发稿", "issued", "title")),
        (f"关于印发《{TITLE}（征求意见稿）》的通知\n", ("征求意见稿", "consultation_draft", "title")),
    ],
)
def test_the_stage_stands_at_the_head(head: str, told: tuple[str, str, str]) -> None:
    assert stage(head + BODY) == told


def test_the_place_of_a_stage_is_its_first_character() -> None:
    read = page(f"{TITLE}\n  （送审稿）\n{BODY}").stage
    assert read is not None
    assert read.start == len(TITLE) + 1 + len("  （")


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n{BODY}",
        f"{TITLE}\n我们形成了征求意见稿。\n",
        f"{TITLE}\n（送审稿）\n（征求意见稿）\n{BODY}",
        BODY,
        "",
    ],
)
def test_an_unknown_stage_is_not_guessed(text: str) -> None:
    assert stage(text) is None


def test_the_name_of_the_file_speaks_where_the_head_is_silent() -> None:
    assert stage(BODY, "纲要（送审稿）") == ("送审稿", "review_draft", "file_name")
    assert stage(BODY, "纲要征求意见稿0315") == ("征求意见稿", "consultation_draft", "file_name")
    assert stage(f"{TITLE}（报批稿）\n{BODY}", "纲要（送审稿）") == ("报批稿", "approval_draft", "title")


@pytest.mark.parametrize(
    ("text", "stem", "told"),
    [
        (f"{TITLE}\n{BODY}", "甲", ("outline", "云川市", "city", (2026, 2030))),
        ("云川经济开发区国民经济和社会发展\n第十四个五年规划和二〇三五年远景目标纲要\n起草说明\n" + BODY, "甲",
         ("drafting_note", "云川经济开发区", "zone", (2021, 2025))),
        (f"关于《{TITLE}》的说明\n{BODY}", "甲", ("drafting_note", "云川市", "city", (2026, 2030))),
        ("中共云川市委关于制定云川市国民经济和社会发展第十五个五年规划的建议\n" + BODY, "甲",
         ("proposal", "云川市", "city", (2026, 2030))),
        ("中共云川市望水区委关于制定国民经济和社会发展第十五个五年规划的建议\n" + BODY, "甲",
         ("proposal", "云川市望水区", "county", (2026, 2030))),
        ("政府工作报告\n——2026年1月26日在云川市第十四届人民代表大会第五次会议上\n各位代表：\n", "甲",
         ("work_report", "云川市", "city", (2026, 2026))),
        ("中华人民共和国国民经济和社会发展第十五个五年规划纲要\n" + BODY, "甲",
         ("outline", "中华人民共和国", "national", (2026, 2030))),
        (BODY, "云川市“十五五”规划纲要", ("outline", "云川市", "city", (2026, 2030))),
        (BODY, "临江省十四五纲要", ("outline", "临江省", "province", (2021, 2025))),
        (BODY, "材料", ("", "", "", None)),
        ("", "", ("", "", "", None)),
    ],
)  # fmt: skip
def test_what_a_document_is(text: str, stem: str, told: tuple[object, ...]) -> None:
    read = page(text, stem)
    assert (read.kind, read.place, read.level, read.years) == told


def test_a_table_of_indicators_says_it_in_its_title() -> None:
    book = make_book([["云川市“十五五”时期主要指标（送审稿）"], ["指标", "2030年目标"], ["甲", 1]])
    read = read_title_page(read_document(book, ".xlsx", "表.xlsx"), "表")
    assert (read.kind, read.place, read.years) == ("indicator_table", "云川市", (2026, 2030))
    assert read.stage is not None
    assert read.stage.word == "送审稿"
