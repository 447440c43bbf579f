"""A plan in several files, by what is done with one: what is written goes into the file that it stands in."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import resources
from checker.engine import Options
from checker.engine.inputs import check_inputs
from checker.syntax import cut
from tests.doors.conftest import Run
from tests.workbooks import Row, make_book

FILES = {
    "头": """\
规划 甲市十五五 { 规划期：2026—2030    指标类别：经济    上位规划：乙省十五五 }
目标 总 { 类型：总目标 }
""",
    "指标": """\
续 甲市十五五

指标 地区生产总值 { 类别：经济    方向：越高越好    单位：亿元    2025年：实际 100    2030年：目标 150
  列入指标表：是 }
指标 单位能耗 { 类别：经济    单位：%    2030年：目标 10    列入指标表：是    承接：乙省十五五.单位能耗（参考） }
""",
    "意见": "续 甲市十五五\n意见 「1」 { 来源单位：财政局    内容：“补充测算”    处理：待处理 }\n",
    "省": "规划 乙省十五五 {}\n指标 单位能耗 { 单位：%    2030年：目标 12 }\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / f"{name}.plan").write_text(text, encoding="utf-8")
    return tmp_path


def changed(folder: Path) -> dict[str, list[str]]:
    """The lines of each file that are not as they were."""
    now = {name: (folder / f"{name}.plan").read_text(encoding="utf-8") for name in FILES}
    return {
        name: [line for line in text.splitlines() if line.strip() and line not in FILES[name].splitlines()]
        for name, text in now.items()
        if text != FILES[name]
    }


def test_a_sheet_changes_the_file_of_each_item_and_puts_new_ones_behind_those_of_their_kind(
    run: Run, folder: Path
) -> None:
    rows: list[Row] = [
        ["序号", "指标", "单位", "2025年实际", "2030年目标", "类别"],
        [1, "地区生产总值", "亿元", 100, 160, "经济"],
        [2, "研发投入强度", "%", 2, 3, "创新"],
    ]
    Path("表.xlsx").write_bytes(make_book(rows))
    shown = run("table", "主要指标", "意见.plan", "--import", "表.xlsx", "--diff")
    assert (shown.status, changed(folder)) == (0, {})
    assert "--- 头.plan" in shown.out
    assert "--- 指标.plan" in shown.out
    ran = run("table", "主要指标", ".", "--import", "表.xlsx")
    assert ran.out == "头.plan、指标.plan：改了2处，新增1条\n"
    assert "「单位能耗」（指标.plan 第5行）不在表里，规划里没有删" in ran.err
    told = changed(folder)
    assert list(told) == ["头", "指标"]
    assert "指标类别：经济、创新" in told["头"][0]
    assert "2030年：目标 160" in told["指标"][0]
    assert "指标 研发投入强度 {  # 主要指标!B3 待核" in told["指标"]


def test_comments_come_behind_the_others(run: Run, folder: Path) -> None:
    rows: list[Row] = [
        ["反馈单位", "意见内容", "采纳情况"],
        ["财政局", "补充测算", "采纳"],
        ["商务局", "统一口径", None],
    ]
    Path("汇总.xlsx").write_bytes(make_book(rows))
    assert run("comments", "import", "汇总.xlsx", "头.plan").out == "意见.plan：改了1处，新增1条\n"
    assert list(changed(folder)) == ["意见"]


def test_ties_are_marked_and_values_tried_where_they_stand(run: Run, folder: Path) -> None:
    assert run("review", "头.plan").status == 0
    assert list(changed(folder)) == ["指标"]
    ran = run("whatif", "头.plan", "--set", "地区生产总值.2030年=90")
    assert "地区生产总值，2030年150 → 90" in ran.out
    assert "指标.plan:3:" in ran.out


def test_a_new_round_of_the_documents_is_taken_into_each_file(run: Run, folder: Path) -> None:
    for name, value in (("稿1", 150), ("稿2", 170)):
        rows: list[Row] = [
            ["序号", "指标", "单位", "2025年实际", "2030年目标"],
            [1, "地区生产总值", "亿元", 100, value],
        ]
        (folder / f"{name}.xlsx").write_bytes(make_book(rows))
    given = ("update", "意见.plan", "稿2.xlsx", "--old", "稿1.xlsx")
    assert "指标.plan 第3行  改：指标「地区生产总值」的2030年目标：150 → 170" in run(*given).out
    ran = run(*given, "--accept", "--force")
    assert ran.out == "指标.plan、头.plan：取了2条：1、2\n"
    assert "目标 170" in changed(folder)["指标"][0]


def test_a_round_keeps_all_files_and_says_what_changed_in_which(run: Run, folder: Path) -> None:
    assert run("snapshot", ".").status == 0
    path = folder / "指标.plan"
    path.write_text(FILES["指标"].replace("目标 150", "目标 155"), encoding="utf-8")
    ran = run("diff", "快照:第1轮", ".", "--format", "json")
    assert '"155' in ran.out
    assert "指标.plan" in ran.out


def test_the_report_has_pages_of_all_files(run: Run, folder: Path) -> None:
    run("report", ".", "-o", "报告")
    pages = "".join(path.read_text(encoding="utf-8") for path in (folder / "报告").rglob("*.html"))
    assert "指标.plan，第3行" in pages
    assert "意见.plan" in pages


# ---- however it is cut

FAULTY = resources.plans_folder() / "yunchuan-faulty"
_NAME = "云川经济开发区十四五（有错）"


def found(folder: Path) -> tuple[list[tuple[object, ...]], list[str]]:
    """What is found and noticed in a workspace, with the words at each place instead of lines and files."""
    report = check_inputs([folder], Options(shown_from=folder, as_of=date(2021, 5, 1)))
    findings = [
        (
            *(one.code, one.severity, one.fingerprint, one.subject, one.span.text, one.status, one.help),
            tuple((other.message, other.span.text) for other in one.related),
        )
        for one in report.findings
    ]
    return sorted(findings, key=repr), sorted(repr((one.message, one.codes)) for one in report.notices)


def workspace(folder: Path) -> Path:
    """The faulty example, with all files in it that are called as its plan."""
    shutil.copytree(FAULTY, folder)
    settings_file = folder / "plancheck.toml"
    text = settings_file.read_text(encoding="utf-8").replace(f"{_NAME}.plan", f"{_NAME}*.plan")
    settings_file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[tuple[object, ...]], list[str]]:
    made = found(workspace(tmp_path_factory.mktemp("整") / "部"))
    assert len(made[0]) > 50
    return made


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(data=st.data())
def test_a_plan_cut_between_declarations_is_found_to_be_the_same(
    whole: tuple[list[tuple[object, ...]], list[str]], data: st.DataObject
) -> None:
    text = (FAULTY / f"{_NAME}.plan").read_text(encoding="utf-8")
    starts = [start for start, _ in cut(text)][2:]
    at = sorted(data.draw(st.sets(st.sampled_from(starts), min_size=1, max_size=8)))
    with tempfile.TemporaryDirectory() as name:
        folder = workspace(Path(name) / "部")
        (folder / f"{_NAME}.plan").write_text(text[: at[0]], encoding="utf-8")
        for number, (start, end) in enumerate(zip(at, [*at[1:], len(text)], strict=True), 1):
            part = f"续 云川经济开发区十四五\n\n{text[start:end]}"
            (folder / f"{_NAME}{number}.plan").write_text(part, encoding="utf-8")
        assert found(folder) == whole
