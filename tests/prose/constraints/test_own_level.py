"""Words of another level in the plan of a county or a city, and what an upper level does rightly there."""

from __future__ import annotations

import pytest

from tests.prose.test_text_cases import check_text

COUNTY = (
    "禾川县国民经济和社会发展第十五个五年规划纲要\n县委、县政府办好民生实事，县财政局负责保障。全县上下凝心聚力。\n"
)
CITY = "望川市国民经济和社会发展第十五个五年规划纲要\n市委、市政府办好民生实事。全市上下凝心聚力，全市共同努力。\n"

SLIPS = [
    (COUNTY + "成立由市政府主要负责同志任组长的领导小组。", "市政府"),
    (COUNTY + "各乡镇（街道）、市直各部门要抓好落实。", "市直各部门"),
    (COUNTY + "县发展改革委会同有关部门监测。市文化广电和旅游局牵头抓好落实。", "市文化广电和旅游局"),
    (COUNTY + "2025年全区接待游客620万人次。", "全区"),
    (CITY + "第三章部署的重点任务，由省政府统筹组织实施。", "省政府"),
    (CITY + "本纲要是全省人民共同奋斗的行动纲领。", "全省人民"),
    (CITY + "各县（市、区）、省直各部门要按照职责分工抓好落实。", "省直各部门"),
]
RIGHT = [
    COUNTY + "成立由县政府主要负责同志任组长的领导小组。争取市政府支持。",
    COUNTY + "各乡镇（街道）、县直各部门要抓好落实，市直有关部门给予指导。",
    COUNTY + "市发展改革委牵头编制都市圈规划，市财政局负责统筹，市直部门给予指导。",
    COUNTY + "2025年石桥园区投产企业12家，全区产值48亿元。",
    CITY + "省政府组织实施的重大任务，由市发展改革委对接。",
    CITY + "本纲要是全市人民共同奋斗的行动纲领，为全省发展大局作出贡献。",
]


@pytest.mark.parametrize(("text", "words"), SLIPS, ids=str)
def test_another_level_is_told(text: str, words: str) -> None:
    assert [one.span.text for one in check_text(text) if one.code == "PC734"] == [words]


@pytest.mark.parametrize("text", RIGHT, ids=str)
def test_what_another_level_does_is_let_pass(text: str) -> None:
    assert [one.span.text for one in check_text(text) if one.code == "PC734"] == []
