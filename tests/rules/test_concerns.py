"""What a finding concerns beside its subject: chapters, owners, goals and drafters, in the JSON as in the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import plancheck

_PLAN = """规划 云川区十五五 {
  文种：纲要  层级：开发区  规划期：2026—2030  成稿：2026年1月  文本：“纲要.txt”  指标类别：绿色
}
部分 一 “总论” { 章 三 “发展” { 执笔：综合处 }  章 第二章 “任务” { 执笔处室：产业处、投资处 } }
目标 总目标 { 类型：总目标  衡量指标：产值  所在章：三 }
目标 绿色目标 { 上级目标：总目标  衡量指标：类别.绿色 }
指标 产值 {
  单位：亿元  属性：预期性  2025年：实际 100  2030年：目标 500  年均：目标 5%
  责任单位：发展局  来源：《公报》（官方）
}
指标 林地 { 类别：绿色  单位：公顷  属性：预期性  2025年：实际 9  2030年：目标 8  方向：越高越好  责任：林业处 }
指标 草地 { 类别：绿色  单位：公顷  2025年：实际 9  2030年：目标 10 }
关系 产值 > 林地 { 说明：“单位不同，只作示例” }
举措 甲 { 类型：任务  责任单位：招商局 }
"""


def found(folder: Path, code: str) -> list[dict[str, list[str]]]:
    (folder / "区.plan").write_text(_PLAN, encoding="utf-8")
    (folder / "纲要.txt").write_text(
        "第一章 总则\n抓好四项重点：招商、投产和服务。\n第二章 任务\n第一节 重点\n抓好五项任务：征地、开工和验收。\n",
        encoding="utf-8",
    )
    told = json.loads(plancheck("check", "区.plan", "--format", "json", folder=folder).out)["findings"]
    return [
        {key: one[key] for key in ("chapters", "owners", "goals", "drafters")} for one in told if one["code"] == code
    ]


@pytest.mark.parametrize(
    ("code", "concern"),
    [
        # A figure concerns what its indicator does, and stands where the goals of that stand.
        ("PC308", {"chapters": ["三"], "owners": ["发展局"], "goals": ["总目标"], "drafters": ["综合处"]}),
        # An indicator that is measured by as a member of a category.
        ("PC309", {"chapters": [], "owners": ["林业处"], "goals": ["绿色目标"], "drafters": []}),
        ("PC201", {"chapters": [], "owners": ["招商局"], "goals": [], "drafters": []}),
        ("PC701", {"chapters": ["第一章 总则"], "owners": [], "goals": [], "drafters": []}),
        # A chapter of the text goes by the name that the plan file has for it.
        ("PC701", {"chapters": ["第二章"], "owners": [], "goals": [], "drafters": ["产业处", "投资处"]}),
    ],
)
def test_a_finding_says_whom_it_concerns(tmp_path: Path, code: str, concern: dict[str, list[str]]) -> None:
    assert concern in found(tmp_path, code)
