"""``plancheck follow``: the list of what an outline has of a proposal; check and report tell the same."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import checker
from tests.commands import Run

FILES = {
    "建议.txt": "中共示例市委关于制定示例市国民经济和社会发展第十五个五年规划的建议\n"
    "实施河湖清澈专项行动，到2030年，人均预期寿命达到81岁，森林覆盖率达到41%。\n",
    "纲要.txt": "示例市国民经济和社会发展第十五个五年规划纲要\n开展河湖清澈行动。到2030年，森林覆盖率达到41%。\n",
}


def make(folder: Path, **marks: str) -> None:
    for name, text in FILES.items():
        (folder / name).write_text(marks.get(name[:2], "") + text, encoding="utf-8")


def test_the_list_in_three_forms(tmp_path: Path, run: Run) -> None:
    make(tmp_path)
    told = run("follow", tmp_path)
    assert told.status == 0
    assert "3 项，原样 1 项，改写 1 项，未见 1 项" in told.out
    assert "  未见  数  人均预期寿命81岁\n" in told.out
    assert "  改写  工程行动  河湖清澈专项行动 → 河湖清澈\n" in told.out
    only = run("follow", tmp_path / "建议.txt", tmp_path / "纲要.txt", "--state", "未见", "--format", "csv").out
    assert [row[:3] for row in csv.reader(io.StringIO(only))][1:] == [["未见", "数", "人均预期寿命81岁"]]
    (one,) = json.loads(run("follow", tmp_path, "--format", "json").out)["followed"]
    assert [item["state"] for item in one["items"]] == ["reworded", "missing", "kept"]
    assert one["items"][0]["other"]["start"]["line"] == 2


def test_where_there_is_no_pair_it_says_so(tmp_path: Path, run: Run) -> None:
    (tmp_path / "纲要.txt").write_text(FILES["纲要.txt"], encoding="utf-8")
    told = run("follow", tmp_path)
    assert told.status == 2
    assert "没有同一地方、同一规划期的党委建议和规划纲要" in told.err


def test_a_check_tells_how_many_and_what_is_missing(tmp_path: Path) -> None:
    make(tmp_path)
    report = checker.check(tmp_path)
    (found,) = [one for one in report.findings if one.code == "PC749"]
    assert found.message.text() == "党委建议里的「人均预期寿命81岁」，纲要里没有见到"
    assert found.span.source.path.endswith("纲要.txt")
    assert [one.span.source.path.endswith("建议.txt") for one in found.related] == [True]
    assert "原样 1 项，改写 1 项，未见 1 项" in checker.format_report(report, "text")
    (written,) = json.loads(checker.format_report(report, "json"))["followed"]
    assert (written["kept"], written["reworded"], written["missing"]) == (1, 1, 1)


def test_the_words_of_an_internal_proposal_are_not_passed_on(tmp_path: Path, run: Run) -> None:
    make(tmp_path, 建议="内部资料 注意保存\n")
    assert "人均预期寿命" in run("follow", tmp_path).out
    assert "人均预期寿命" not in run("follow", tmp_path, "--format", "json").out
