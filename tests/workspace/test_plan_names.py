"""Names that are nearly those of a plan at hand are slips; those of another plan are not."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.model import Plan, build_plan, parse_plan
from checker.source import SourceText
from checker.workspace.plan_names import PlanNames

CITY = """规划 辰州市十五五 {
  全称：《辰州市国民经济和社会发展第十五个五年规划纲要》 简称：辰州、我市 层级：市 规划期：2026—2030
}"""
TARGET = "指标 森林覆盖率 { 单位：% 2030年：目标 ≥35 }"
COUNTY = "规划 云溪县十五五 { 层级：县 规划期：2026—2030 上位规划：%s }\n"
LINK = "指标 绿化率 { 单位：%% 2030年：目标 ≥33 承接：%s.森林覆盖率（不低于） }\n"


def plan(text: str) -> Plan:
    return build_plan(parse_plan(SourceText("例.plan", text)))


def meant(written: str, *at_hand: str) -> list[str]:
    own = plan(COUNTY % written)
    others = [plan(f"规划 「{name}」 {{}}") for name in at_hand]
    return [one.name for one in PlanNames([own, *others]).meant(written, own)]


@pytest.mark.parametrize(
    ("written", "at_hand"),
    [
        ("辰洲市十五五", "辰州市十五五"),
        ("辰州十五五", "辰州市十五五"),
        ("州辰市十五五", "辰州市十五五"),
        ("辰州市十五五规划纲要", "辰州市十五五"),
        ("云川开发区十四五", "云川经济开发区十四五"),
        ("郑洲市十四五", "郑州市十四五"),
    ],
)
def test_a_slip(written: str, at_hand: str) -> None:
    assert meant(written, at_hand) == [at_hand]


@pytest.mark.parametrize(
    ("written", "at_hand"),
    [
        ("辰州市十四五", "辰州市十五五"),
        ("辰州省十五五", "辰州市十五五"),
        ("云川开发区十五五", "云川市十五五"),
        ("徐州市十四五", "郑州市十四五"),
        ("河北省十五五", "河南省十五五"),
        ("江南区十五五", "江北区十五五"),
        ("甲市十五五", "乙市十五五"),
        ("云川市十五五", "临江市十五五"),
        ("辰州市十五五建议", "辰州市十五五"),
        ("十五五数字贸易规划", "十五五数字经济规划"),
    ],
)
def test_another_plan(written: str, at_hand: str) -> None:
    assert meant(written, at_hand) == []


def test_a_full_name_or_an_alias_is_meant_too_but_not_what_every_city_calls_itself() -> None:
    city = plan(CITY)
    for name in ("辰州", "《辰洲市国民经济和社会发展第十五个五年规划纲要》"):
        own = plan(COUNTY % f"「{name}」")
        assert PlanNames([own, city]).meant(name, own) == [city]
    own = plan(COUNTY % "我市")
    assert PlanNames([own, city]).meant("我市", own) == []


def test_a_plan_that_is_named_rightly_beside_it_is_not_the_one() -> None:
    own, city = plan(COUNTY % "辰州市十五五、辰洲市十五五"), plan(CITY)
    assert PlanNames([own, city]).meant("辰洲市十五五", own) == []


def codes(folder: Path, upper: str, named: str) -> tuple[set[str], list[str]]:
    folder.mkdir()
    (folder / "市.plan").write_text(f"{CITY}\n{TARGET}\n", encoding="utf-8")
    (folder / "县.plan").write_text(COUNTY % upper + LINK % named, encoding="utf-8")
    report = checker.check(folder / "县.plan")
    told = [notice.message.text() for notice in report.notices if "辰" in notice.message.text()]
    return {finding.code for finding in report.findings}, told


def test_a_slip_is_an_error_and_the_plan_meant_is_held_against(tmp_path: Path) -> None:
    found, told = codes(tmp_path / "甲", "辰洲市十五五", "辰洲市十五五")
    assert {"PC103", "PC502"} <= found
    assert not any("没有「辰洲" in text for text in told)
    right, _ = codes(tmp_path / "乙", "辰州市十五五", "辰州市十五五")
    assert found == right | {"PC103"}


def test_a_slip_takes_no_plan_out_of_what_is_only_referred_to(tmp_path: Path) -> None:
    codes(tmp_path / "甲", "辰洲市十五五", "辰洲市十五五")
    assert checker.check(tmp_path / "甲").plans == ("云溪县十五五",)


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("", "没有「临江省十五五」的文件"),
        ("（未印发）", "「临江省十五五」还没有印发"),
        ("(not_at_hand)", "「临江省十五五」没有取得"),
        ("（征求意见稿）", "「临江省十五五」还是征求意见稿，没有它的文件"),
    ],
)
def test_a_plan_that_is_not_at_hand_is_a_notice(tmp_path: Path, note: str, told: str) -> None:
    (tmp_path / "县.plan").write_text(COUNTY % f"临江省十五五{note}" + "目标 甲 {}", encoding="utf-8")
    report = checker.check(tmp_path, select="PC103,PC501")
    assert report.findings == ()
    assert sum(notice.message.text().startswith(told) for notice in report.notices) == 1


def test_a_plan_said_not_to_be_there_is_none_of_those_that_are(tmp_path: Path) -> None:
    found, told = codes(tmp_path / "甲", "辰洲市十五五（未取得）", "辰洲市十五五")
    assert "PC103" not in found
    assert any(text.startswith("「辰洲市十五五」没有取得") for text in told)


def test_a_draft_at_hand_is_held_against_and_told(tmp_path: Path) -> None:
    found, told = codes(tmp_path / "甲", "辰州市十五五（征求意见稿）", "辰州市十五五")
    assert "PC502" in found
    assert any(text.startswith("「辰州市十五五」注明征求意见稿，衔接按工作区里的这份查了") for text in told)


def test_a_proposal_of_the_party_is_an_upper_basis(tmp_path: Path) -> None:
    """It may stand among the upper plans, and takes no city between the county and its province away."""
    basis = "上位依据 县委建议 { 类型：建议 日期：2025年12月 要求：「产业转型」 }\n"
    (tmp_path / "市.plan").write_text(f"{CITY}\n{TARGET}\n", encoding="utf-8")
    text = COUNTY % "县委建议、辰州市十五五" + basis + LINK % "辰州市十五五"
    (tmp_path / "县.plan").write_text(text, encoding="utf-8")
    report = checker.check(tmp_path / "县.plan")
    assert {"PC502"} <= {finding.code for finding in report.findings}
    assert not {"PC101", "PC103", "PC104"} & {finding.code for finding in report.findings}
    assert not any("县委建议" in notice.message.text() for notice in report.notices)
