"""Periods told of what another one has, meetings later than the text's own, bodies of the neighbouring kind."""

from __future__ import annotations

import pytest

from checker.prose.constraints.meetings import find_meeting_slips
from checker.prose.constraints.own_level import find_level_slips
from checker.prose.constraints.periods import find_period_slips
from checker.prose.plain import build_plain
from checker.prose.reading.read import read
from checker.source import SourceText


def periods(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_period_slips(text, 2026, 2030)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("第二节　“十四五”时期发展环境", "十四五"),
        ("“十四五”时期共安排重大项目24个。", "十四五"),
        ("“十三五”时期，全区地区生产总值由2020年的300亿元增加到2025年的400亿元。", "十三五"),
        ("“十五五”期间完成投资300亿元，是“十五五”时期的1.6倍。", "十五五"),
    ],
)
def test_a_period_in_the_place_of_another_is_told(text: str, wrong: str) -> None:
    assert periods(text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "“十四五”时期发展目标如期完成，“十四五”期间安排重大项目完成情况良好。",
        "“十四五”时期，地区生产总值由2020年的300亿元增加到2025年的400亿元。",
        "“十三五”时期以来，地区生产总值由2015年的300亿元增加到2025年的400亿元。",
        "“十五五”期间完成投资300亿元，是“十四五”时期的1.6倍。",
    ],
)
def test_a_period_in_its_own_place_is_right(text: str) -> None:
    assert periods(text) == []


PLAN = "芷泉区国民经济和社会发展第十五个五年规划纲要\n\n（2026年1月28日芷泉区第七届人民代表大会第五次会议批准）\n\n"
ADVICE = "中共芷泉区委关于制定“十五五”规划的建议\n\n（2025年12月8日中国共产党芷泉区第九届委员会第十次全体会议通过）\n\n"


def meetings(text: str) -> list[str]:
    reading = read(build_plain(SourceText("纲要.txt", text)))
    return [text[one.start : one.end] for one in find_meeting_slips(reading.mentions, reading.frame)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"{PLAN}顺利完成区七届人大六次会议确定的目标任务。", ["区七届人大六次会议"]),
        (f"{PLAN}顺利完成区六届人大六次会议确定的目标任务。", []),
        (f"{PLAN}落实省十四届人大四次会议部署。", []),
        (f"{ADVICE}第九届委员会第八次全体会议深入学习精神。", ["第九届委员会第八次全体会议"]),
        (f"{ADVICE}第九届委员会第十次全体会议深入学习精神。", []),
        (f"{PLAN}深入贯彻党的十九届四中全会精神。", ["贯彻党的十九届四中全会精神"]),
        (f"{PLAN}深入贯彻党的二十届四中全会精神。", []),
    ],
)
def test_a_meeting_that_is_not_the_one_is_told(text: str, wrong: list[str]) -> None:
    assert meetings(text) == wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("各县（市、区）要结合实际抓好落实。", ["各县（市、区）"]),
        ("各镇、各街道要结合实际抓好落实。", []),
        ("规划实施由县政府建立协调机制。", ["县政府"]),
        ("规划实施由区政府建立协调机制。", []),
        ("与汀阳县政府签订协议。", []),
    ],
)
def test_bodies_of_another_kind_are_told(sentence: str, wrong: list[str]) -> None:
    reading = read(
        build_plain(SourceText("纲要.txt", f"{PLAN}全区上下一心。全区干部群众同心。全区发展加快。\n\n{sentence}"))
    )
    assert [one.words for one in find_level_slips(reading)] == wrong
