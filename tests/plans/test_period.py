"""The upper plans of 2026—2030: each figure is followed to a document of the grade that it says."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.model import Indicator, Plan, build_plan, parse_plan
from checker.source import read_source
from docs.making.shipped import shipped_table
from tests.plans.conftest import PLANS

OUTLINES = sorted(PLANS.glob("*/*十五五.plan"))
GRADES = {"official", "relayed"}


def plan_of(path: Path) -> Plan:
    return build_plan(parse_plan(read_source(path, path.name)))


def test_the_nation_and_two_cities_are_there() -> None:
    assert [path.stem for path in OUTLINES] == ["杭州市十五五", "国家十五五", "上海市十五五"]


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_each_figure_has_a_source_of_its_grade(path: Path) -> None:
    indicators = [one for one in plan_of(path).elements if isinstance(one, Indicator)]
    assert len(indicators) >= 20
    graded = {one.name: [GRADES & source.notes.keys() for source in one.sources] for one in indicators}
    assert [name for name, grades in graded.items() if not grades or not all(grades)] == []
    # A figure that no official text has says so itself.
    told = [
        (one.name, "relayed" if "relayed" in figure.notes else "official")
        for one in indicators
        for figure in one.figures
    ]
    assert [(name, grade) for name, grade in told if not any(grade in found for found in graded[name])] == []


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_what_else_is_told_has_a_source_too(path: Path) -> None:
    plan = plan_of(path)
    assert len(plan.sources) > 0
    assert [one.name for one in plan.elements if one.kind in ("goal", "slogan", "procedure") and not one.sources] == []
    # No sentence of an outline is copied.
    assert [one.name for one in plan.elements if one.quotes] == []


def test_the_nations_outline_has_its_parts_and_chapters_and_no_nature() -> None:
    report = checker.check(str(next(path for path in OUTLINES if path.stem == "国家十五五")), select="PC105")
    assert [f.message.text() for f in report.findings] == []
    plan = plan_of(PLANS / "national" / "国家十五五.plan")
    kinds = [one.kind for one in plan.elements]
    assert (kinds.count("part"), kinds.count("chapter"), kinds.count("goal")) == (18, 62, 7)
    # The table of indicators was not seen: no nature is told.
    assert {one.nature for one in plan.elements if isinstance(one, Indicator)} <= {None, "unknown"}


def test_each_is_found_by_its_name(tmp_path: Path) -> None:
    names = [path.stem for path in OUTLINES]
    (tmp_path / "plancheck.toml").write_text(f'[workspace]\nplans = ["*.plan"]\nshipped = {names}\n', encoding="utf-8")
    (tmp_path / "甲县.plan").write_text(
        "规划 示例县十五五 { 层级：县区  规划期：2026—2030  成稿：2026年4月  上位规划：国家十五五、杭州市十五五 }\n"
        "指标 人均预期寿命 { 单位：岁  2030年：目标 79  承接：国家十五五.人均预期寿命（不低于） }\n",
        encoding="utf-8",
    )
    found = [f.code for f in checker.check(tmp_path, select="PC103,PC502").findings]
    assert found == ["PC502"]


def test_the_page_on_configurations_and_the_notes_name_each() -> None:
    notes = (PLANS / "README.md").read_text(encoding="utf-8")
    for path in OUTLINES:
        assert f"{path.stem}<" in shipped_table()
        assert f"`{path.parent.name}/`" in notes
