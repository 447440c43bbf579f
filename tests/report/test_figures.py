"""Figures as pages print them: each with its own unit."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest

from tests.commands import Run
from tests.report.sites import pages_of
from tests.report.small import small_workspace

_PLAN = """规划 示例开发区 {{ 文种：纲要 层级：开发区 规划期：2021—2025 阶段：草稿 指标类别：绿色 }}
目标 总目标 {{ 衡量指标：外资 }}
目标 绿色目标 {{ 上级目标：总目标  衡量指标：类别.绿色 }}
指标 外资 {{ 单位：{unit}  属性：预期性  责任：商务处  {figures} }}
"""


def made(folder: Path, unit: str, figures: str) -> dict[str, str]:
    (folder / "示例.plan").write_text(_PLAN.format(unit=unit, figures=figures), encoding="utf-8")
    return pages_of(folder)


@pytest.mark.parametrize(
    ("unit", "figures", "printed"),
    [
        ("亿美元", "累计：目标 22.0", "〔22.0〕亿美元"),
        ("亿美元", "年均：目标 6.5%  累计：目标 22", "6.5%、〔22〕亿美元"),
        ("亿美元", "年均：目标 6%—8%", "6%—8%"),
        ("%", "累计：目标 13.5%", "〔13.5〕%"),
        ("万人", "累计：目标 约600万人", "〔约600〕万人"),
        ("亿美元", "2025年：目标 5", "5亿美元"),
        ("亿美元", "2025年：目标 4—5", "4—5亿美元"),
    ],
)
def test_a_figure_stands_with_its_own_unit(tmp_path: Path, unit: str, figures: str, printed: str) -> None:
    sheet = next(body for key, body in made(tmp_path, unit, figures).items() if key.startswith("owner/"))
    cells = re.findall(r"<td>([^<]*)</td>", sheet)
    assert printed in cells


def test_a_goal_that_a_category_measures_is_not_told_to_lack_indicators(tmp_path: Path) -> None:
    pages = made(tmp_path, "亿美元", "累计：目标 22")
    row = next(one for one in pages["index"].split("<tr>") if "目标有指标衡量" in one)
    assert "2 / 2" in row
    goals = [body for key, body in pages.items() if key.startswith("goal/")]
    assert all("没有指标衡量它" not in body for body in goals)


def test_the_table_is_numbered_by_category_and_upper_values_are_figures(tmp_path: Path) -> None:
    (tmp_path / "upper").mkdir()
    (tmp_path / "upper" / "市.plan").write_text(
        "规划 示例市十四五 { 层级：市 规划期：2021—2025 }\n指标 外资 { 单位：亿美元 2025年：目标 90 }\n"
        "指标 全市研发强度 { 单位：% 2025年：目标 3.1 }\n",
        encoding="utf-8",
    )
    (tmp_path / "示例.plan").write_text(
        "规划 示例区十四五 { 层级：区 规划期：2021—2025 指标类别：创新、开放 上位规划：示例市十四五 }\n"
        "指标 外资 { 类别：开放 单位：亿美元 2025年：目标 5 累计：目标 22 承接：示例市十四五.外资（参考） }\n"
        "指标 研发强度 { 类别：创新 单位：% 2025年：目标 3.2 承接：示例市十四五.全市研发强度（不低于） }\n"
        "指标 专利 { 类别：创新 单位：件 列入指标表：否 2025年：目标 6 }\n",
        encoding="utf-8",
    )
    page = pages_of(tmp_path)["indicators/index"]
    own = page[page.index("创新") :]
    rows = [re.sub(r"<[^>]*>|\s", "", row) for row in re.findall(r"<tr>.*?</tr>", own)]
    assert rows[0].startswith("1研发强度")
    assert "全市研发强度3.1%不低于" in rows[0]  # called otherwise above
    assert "2外资" in rows[1]
    assert "外资90" not in rows[1]  # called the same: the figure is enough
    assert "90亿美元参考" in rows[1]
    assert "〔22〕" in rows[1]
    assert rows[2].startswith("—专利")


def test_a_goal_tells_what_is_found_below_it(tmp_path: Path) -> None:
    (tmp_path / "示例.plan").write_text(
        "规划 示例区 { 文种：纲要 规划期：2026—2030 }\n目标 总目标 { 类型：总目标 评估方式：“年度” }\n"
        "目标 甲 { 上级目标：总目标 }\n举措 乙 { 类型：任务 支撑：甲 支撑：没有的 }\n",
        encoding="utf-8",
    )
    pages = pages_of(tmp_path)
    whole = next(body for body in pages.values() if "<h1>总目标</h1>" in body)
    assert "✓ 没有发现问题" not in whole
    assert re.search(r"关于它自己的没有查出，它下面的目标、举措、指标有 [1-9]", whole)
    assert "目标缺指标" in whole
    assert re.search(r"；下面有 [1-9]\d* 个问题", pages["goals/index"])


def test_upper_indicators_stand_beside_own_ones_as_the_sheet_has_them(tmp_path: Path, run: Run) -> None:
    """What nobody answers first; the rows are those that `plancheck align` lists."""
    workspace = small_workspace(tmp_path / "区")
    upper = workspace / "upper" / "示例市.plan"
    more = "指标 森林覆盖率 { 单位：% 2025年：目标 30 }\n"
    upper.write_text(upper.read_text(encoding="utf-8") + more, encoding="utf-8")
    page = pages_of(workspace)["alignment/index"]
    table = page[page.index("pc-compared") :]
    shown = [
        [" ".join(re.sub("<[^>]*>", " ", cell).split()) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"<tr><th scope.*?</tr>", table[: table.index("</table>")])
    ]
    listed = run("align", workspace / "示例区.plan", "--format", "json").out
    told = {f"{row['upper']} {row['upper_plan']}": row for row in json.loads(listed)["rows"] if row["upper"]}
    assert len(shown) == 3
    assert shown[0][:2] == ["森林覆盖率 示例市十四五", "✕ 没有对应"]
    for name, stands, wanted, _, own, own_wanted, mode, _ in shown:
        cells = [told[name][key] or "—" for key in ("beside", "upper_target", "own", "own_target", "mode")]
        assert [stands.removeprefix("✕ "), wanted, own, own_wanted, mode] == cells


def test_goals_stand_with_measures_and_indicators_as_the_sheet_has_them(tmp_path: Path, run: Run) -> None:
    """A hole is what neither the goal nor a goal below it has; the first page counts the same."""
    workspace = small_workspace(tmp_path / "区")
    pages = pages_of(workspace)
    table = pages["goals/matrix"]
    rows = re.findall(r"<tr><th scope.*?</tr>", table)
    shown = [
        [re.sub(r"\s", "", re.sub("<[^>]*>", "", cell)) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in rows
    ]
    file = tmp_path / "表.xlsx"
    assert run("table", "目标举措指标", workspace / "示例区.plan", "-o", file).status == 0
    cells = openpyxl.load_workbook(file).worksheets[0].iter_rows(min_row=3, min_col=2, values_only=True)
    told = [[str(cell or "").strip("　") for cell in row] for row in cells]
    assert len(shown) == 4
    for (goal, measures, indicators), (name, its_measures, its_indicators, lacking) in zip(shown, told, strict=False):
        assert goal.startswith(name)
        assert ("没有举措" in measures, "没有指标" in indicators) == ("举措" in lacking, "指标" in lacking)
        if its_measures:
            assert measures == its_measures
        if its_indicators:
            assert indicators == its_indicators
    assert [row[3] for row in told[:4]] == ["", "", "举措、指标", "举措、指标"]
    counted = [re.sub("<[^>]*>", "", row) for row in pages["index"].split("<tr>") if "目标有" in row]
    assert all(re.search(r"2 / 4\s*缺：\s*民生改善、\s*开放", row) for row in counted)
    assert len(counted) == 2
