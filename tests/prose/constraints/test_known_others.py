"""Names of others where only the own place can stand, told apart by the text itself; harmless ones beside them."""

from __future__ import annotations

import pytest

from checker.prose.constraints.places import find_foreign
from checker.prose.plain import build_plain
from checker.prose.reading.read import read
from checker.source import SourceText

HEAD = (
    "岚川县国民经济和社会发展第十五个五年规划纲要\n\n岚川县位于霁川省西部，隶属棠溪市。加强与邻近的望城县联动，"
    "共建平安岚川、法治岚川。\n\n"
)


def found(sentence: str) -> list[str]:
    reading = read(build_plain(SourceText("纲要.txt", HEAD + sentence)))
    return [one.words for one in find_foreign(reading.mentions, reading.frame, "county")]


@pytest.mark.parametrize(
    ("sentence", "foreign"),
    [
        ("加快望城经济开发区扩区。", "望城"),
        ("推进望城高铁站建设。", "望城"),
        ("今后五年，云南省加快建设西部走廊。", "云南省"),
        ("为建设现代化新望桥而团结奋斗！", "望桥"),
        ("市生态环境局望城分局牵头。", "望城"),
        ("建设美丽望桥，改善环境。", "望桥"),
        ("评估结果报望桥县人民政府。", "望桥县人民政府"),
    ],
)
def test_others_in_the_place_of_the_own_are_told(sentence: str, foreign: str) -> None:
    assert found(sentence) == [foreign]


@pytest.mark.parametrize(
    "sentence",
    [
        "加快望城至岚川高速公路建设。",
        "推进与望城经济开发区合作共建。",
        "今后五年，霁川省加快建设西部走廊。",
        "为建设现代化新岚川而团结奋斗！",
        "市公安局岚川分局牵头。",
        "建设美丽乡村，创建平安校园、清廉机关。",
        "为实现现代化目标而奋斗。",
        "评估结果报县人民政府。",
    ],
)
def test_what_is_the_own_or_done_together_is_none(sentence: str) -> None:
    assert found(sentence) == []
