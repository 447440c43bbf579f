"""Every rule, page and sheet says the same of two figures, a tie or a demand as a judge that shares no code."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.meaning.compare import compare, compare_pages
from benchmarks.meaning.world import write
from benchmarks.meaning.worlds import make_world, random_world
from tests.commands import plancheck

ROOT = Path(__file__).resolve().parents[2]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_rules_say_what_the_judge_says(data: st.DataObject) -> None:
    """The long run is `python -m benchmarks.meaning`."""
    world = make_world(lambda options: data.draw(st.sampled_from(options)))
    with TemporaryDirectory() as folder:
        assert compare(world, Path(folder)) == []


@settings(max_examples=3, deadline=None)
@given(st.integers(1, 1_000_000))
@example(5)
@example(99)
def test_pages_and_the_sheet_beside_plans_above_say_it_too(seed: int) -> None:
    """Whether what is stated can hold and whether what is asked is answered; seeds, so that worlds are rich."""
    world = random_world(seed)
    with TemporaryDirectory() as folder:
        for name, text in write(world).items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        assert compare_pages(world, Path(folder)) == []


def test_the_judge_shares_no_code_with_what_it_judges() -> None:
    """What judges and what makes the worlds, and all that they import of the benchmarks, takes nothing of plancheck."""
    open_, seen = ["benchmarks.meaning.judge", "benchmarks.meaning.worlds", "benchmarks.agreement.judge"], set[str]()
    while open_:
        module = open_.pop()
        seen.add(module)
        tree = ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
        named = {
            name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names])
        }
        assert not {one for one in named if one.split(".")[0] == "checker"}, module
        open_ += [one for one in named if one.startswith("benchmarks.") and one not in seen]


def test_what_is_asked_reads_alike_in_the_rule_and_on_the_page(tmp_path: Path) -> None:
    """全市各开发区 are those of the level, what stands two levels up asks nothing, a refusal wants a reason."""
    (tmp_path / "区.plan").write_text(
        "规划 云川开发区十四五 { 层级：开发区  规划期：2021—2025  上位规划：云川市十四五 }\n"
        "不承接 云川市十四五.丙 {}\n不承接 云川市十四五.丁 { 理由：“由市统一考核” }\n",
        encoding="utf-8",
    )
    (tmp_path / "市.plan").write_text(
        "规划 云川市十四五 { 层级：市  规划期：2021—2025 }\n"
        + "".join(
            f"指标 {name} {{ 单位：%  属性：{nature}  分解至：{to} }}\n"
            for name, nature, to in (
                ("甲", "约束性", "云川开发区"),
                ("乙", "约束性", "全市各开发区"),
                ("丙", "约束性", "开发区"),
                ("丁", "约束性", "开发区"),
                ("戊", "预期性", "开发区"),
                ("己", "约束性", "各县区"),
            )
        ),
        encoding="utf-8",
    )
    (tmp_path / "plancheck.toml").write_text(
        '[workspace]\nplans = ["区.plan"]\nupper = ["市.plan"]\n', encoding="utf-8"
    )
    found = json.loads(plancheck("check", "--format", "json", folder=tmp_path).out)["findings"]
    (said,) = [one["message"] for one in found if one["code"] == "PC501"]
    assert said.endswith("下达的3项约束性指标没有承接：「甲」、「乙」、「丙」")
    plancheck("report", "-o", "报告", folder=tmp_path)
    (page,) = (one.read_text(encoding="utf-8") for one in (tmp_path / "报告" / "pair").glob("*.html"))
    rows = page.partition("上级要求响应的</h2>")[2].partition("</table>")[0].split("</tr>")
    told = {name: "没有响应" in row for row in rows for name in "甲乙丙丁戊己" if f">{name}</a>" in row}
    assert told == {"甲": True, "乙": True, "丙": True, "丁": False}
