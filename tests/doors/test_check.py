"""``plancheck check``: options, outputs, exit status."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace

from checker.checks import load_packs
from checker.engine.report import RuleCost
from checker.engine.verdict import verdict_sentence
from checker.finding import Severity
from checker.messages import Template
from checker.render.formats import render
from checker.render.json import render_json
from checker.render.text import render_text
from tests.doors.conftest import Engine, Run
from tests.render.reports import everything, finding, report, span_of


def test_findings_are_printed_and_fail_the_run(run: Run, engine: Engine, tmp_path: Path) -> None:
    ran = run(tmp_path)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == render_text(everything())


@pytest.mark.parametrize("words", [(), ("--format", "csv")])
def test_a_workbook_has_what_the_table_of_findings_has(
    words: tuple[str, ...], run: Run, engine: Engine, tmp_path: Path
) -> None:
    file = tmp_path / "问题.xlsx"
    assert run(tmp_path, "-o", file, *words).status == 1
    sheet = openpyxl.load_workbook(file).worksheets[0]
    shown = [
        ["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)
    ]
    told = list(csv.reader(io.StringIO(render(everything(), "csv", "zh").removeprefix("\ufeff"))))
    assert shown[: len(everything().findings) + 1] == [row for row in told if row[0]]
    assert shown[len(everything().findings) + 1][0] == verdict_sentence(everything()).text()
    assert any(row[0].startswith("没有检查的：") for row in shown)
    # Another format is what was asked for, whatever the file is called.
    assert run(tmp_path, "-o", file, "--format", "json").status == 1
    assert json.loads(file.read_text(encoding="utf-8"))["findings"]


def test_in_english(run: Run, engine: Engine, tmp_path: Path) -> None:
    assert run(tmp_path, "--lang", "en").out == render_text(everything(), "en")


def test_nothing_found_is_zero(run: Run, engine: Engine, tmp_path: Path) -> None:
    engine.report = report()
    assert run(tmp_path).status == 0


def test_the_gate_decides(run: Run, engine: Engine, tmp_path: Path) -> None:
    engine.report = report(finding(span_of("总目标"), severity=Severity.WARNING))
    assert run(tmp_path).status == 0
    assert run(tmp_path, "--gate", "警告").status == 1


def test_json_goes_out_as_it_is(run: Run, engine: Engine, tmp_path: Path) -> None:
    ran = run(tmp_path, "--format", "json")
    assert ran.status == 1
    assert ran.out == render_json(everything())


def test_options_reach_the_engine(run: Run, engine: Engine, tmp_path: Path) -> None:
    run(
        *("--stage", "送审稿", "--as-of", "2026-03-12", "--level", "开发区", "--select", "PC2，PC301"),
        *("--select", "PC4", "--ignore", "PC202", "--gate", "info", "--jobs", "2", "--lang", "en", tmp_path),
    )
    options = engine.options
    assert (options.stage, options.level, options.as_of) == ("review_draft", "zone", date(2026, 3, 12))
    assert (options.select, options.ignore) == (("PC2", "PC301", "PC4"), ("PC202",))
    assert (options.gate, options.jobs, options.lang, options.profile) == (Severity.INFO, 2, "en", False)


def test_where_nothing_is_said_the_configuration_may(run: Run, engine: Engine, tmp_path: Path) -> None:
    run(tmp_path)
    assert (engine.options.gate, engine.options.lang) == (None, None)


def test_output_goes_to_a_file_at_one_stroke(run: Run, engine: Engine, tmp_path: Path) -> None:
    target = tmp_path / "新 文件夹" / "结果.json"
    ran = run(tmp_path, "--format", "json", "--output", target)
    assert (ran.status, ran.out) == (1, "")
    assert target.read_text(encoding="utf-8") == render_json(everything())
    assert [path.name for path in target.parent.iterdir()] == ["结果.json"]


def test_an_output_file_keeps_its_rights_and_its_link(run: Run, engine: Engine, tmp_path: Path) -> None:
    target, link = tmp_path / "结果.txt", tmp_path / "链接.txt"
    target.write_text("旧", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    run(tmp_path, "--output", link)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == render_text(everything())
    assert target.stat().st_mode & 0o777 == 0o640


def test_an_output_that_cannot_be_written_is_one_line(run: Run, engine: Engine, tmp_path: Path) -> None:
    ran = run(tmp_path, "--output", tmp_path)
    assert ran.status == 2
    assert ran.err.startswith(f"plancheck：写不了 {tmp_path}（")
    assert ran.err.count("\n") == 1


def test_what_cannot_be_read_is_told_after_the_rest(run: Run, engine: Engine, tmp_path: Path) -> None:
    engine.report = report(finding(span_of("总目标")), unreadable=(Template("甲.plan：不是文本文件\x1b", "x")(),))
    ran = run(tmp_path, tmp_path / "旧.doc")
    assert ran.status == 2
    assert "错误 1" in ran.out
    assert ran.err.splitlines() == [
        r"plancheck：甲.plan：不是文本文件\x1b",
        f"plancheck：{tmp_path}/旧.doc：没有这个文件或文件夹",
    ]


def test_old_office_files_are_one_line_and_no_report(run: Run, tmp_path: Path) -> None:
    (tmp_path / "纲要.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    ran = run(tmp_path / "纲要.doc")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"plancheck：{tmp_path}/纲要.doc：.doc 文件读不了，用 WPS 或 Word 打开，另存为 .docx 后再用\n"


def test_a_text_alone_is_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "纲要.txt").write_text("第一章 总体要求\n发展思路待补充。\n", encoding="utf-8")
    ran = run(tmp_path / "纲要.txt", "--as-of", "2026-03-12", "--select", "PC714", "--gate", "warning")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith(
        f"{tmp_path}/纲要.txt:2:5: 警告 PC714 遗留占位符（第一章 › 第2行）\n   2 | 发展思路待补充。\n"
    )
    others = len(load_packs([], Path()).rules) - 1
    assert ran.out.endswith(
        f"没有检查的：\n  - 只查了 --select PC714，其余 {others} 条规则没有查\n"
        f"  {tmp_path}/纲要.txt\n  - 没有与它对应的规划文件，只查了文本自身（PC703、PC704）\n\n"
        "错误 0，警告 1，提示 0\n规划 0 部、文本 1 篇，以 2026-03-12 为准\n"
        "查出达到门槛（警告）的问题 1 个；另有 2 项没有查\n"
    )


def test_a_word_file_that_is_none_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "纲要.docx").write_bytes(b"PK")
    ran = run(tmp_path / "纲要.docx", "--as-of", "2026-03-12")
    assert ran.status == 2
    assert ran.err == (
        f"plancheck：{tmp_path}/纲要.docx："
        "文件不完整或已损坏（也可能正在保存），用 WPS 或 Word 打开后重新保存可以检查\n"
    )


def test_the_profile_goes_to_stderr_the_slowest_first(run: Run, engine: Engine, tmp_path: Path) -> None:
    costs = (RuleCost("PC201", 0.001, 10), RuleCost("PC308", 0.0125, 2000))
    engine.report = replace(everything(), profile=costs)
    ran = run(tmp_path, "--profile", "--format", "json")
    assert json.loads(ran.out)["schema_version"] == "1.6"
    assert ran.err == "  规则   毫秒  行数\n  PC308  12.5  2000\n  PC201  1.0   10\n"
    assert engine.options.profile


@pytest.mark.parametrize(
    ("settings", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals(
    run: Run, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], coloured: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert "\x1b[" not in run(tmp_path).out
    monkeypatch.setattr("checker.doors.output.is_terminal", lambda _: True)
    assert ("\x1b[" in run(tmp_path).out) is coloured
