"""``plancheck list``: what a rule can look for, listed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.doors.conftest import Run

PLAN = f"""规划 示例区十五五 {{ 文种：纲要  层级：开发区  规划期：2026—2030  成稿：2026年1月 }}
指标 甲指标 {{ 单位：亿元  属性：预期性  2025年：实际 48  2030年：目标 70  来源：《公报》（官方） }}
指标 乙指标 {{ 单位：%  属性：约束性  2025年：实际 4  2030年：目标 7  来源：《公报》（官方） }}
举措 修路 {{ 类型：任务  责任单位：交通局、发改局  内容：“{"修建道路" * 12}”  说明：“{"分期实施" * 12}” }}
举措 种树 {{ 类型：任务 }}
"""
TEXT = "示例区国民经济和社会发展第十五个五年规划纲要\n第一章 目标\n到2030年，甲指标达到70亿元。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "示例区.plan").write_text(PLAN, encoding="utf-8")
    return tmp_path


def listed(run: Run, *words: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(run("list", *words, "--format", "json").out)["rows"]
    return rows


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["举措"], ["修路", "种树"]),
        (["measure"], ["修路", "种树"]),
        (["举措", "--where", "甲 无 责任单位"], ["种树"]),
        (["指标", "--where", "甲.属性 = 约束性"], ["乙指标"]),
        (["指标", "--where", "甲.属性 = 约束性 或 甲.名称 含 “甲”"], ["甲指标", "乙指标"]),
        (["指标", "--where", "甲.名称 含 “无此”"], []),
    ],
)
def test_a_condition_takes_what_it_holds_for(run: Run, words: list[str], names: list[str]) -> None:
    assert [row["name"] for row in listed(run, *words)] == names


def test_what_a_text_says_is_listed_too(run: Run, folder: Path) -> None:
    (folder / "纲要.txt").write_text(TEXT, encoding="utf-8")
    (row,) = listed(run, "陈述", "--where", "甲.年份 = 2030", "纲要.txt")
    assert row["subject"] == "甲指标"
    assert row["place"] == "第一章 › 第3行"


def test_people_see_as_much_as_fits_and_how_many_there_are(run: Run) -> None:
    lines = run("list", "举措", "--columns", "名称、责任单位").out.splitlines()
    assert lines[0].split() == ["在哪里", "名称", "责任"]
    assert lines[1].split() == ["第4行", "修路", "交通局、发改局"]
    assert lines[-1] == "共 2 项"
    assert "放不下" in run("list", "举措").out


def test_a_sheet_and_a_csv_hold_every_row(run: Run, folder: Path) -> None:
    assert run("list", "举措", "--columns", "名称", "-o", "举措.xlsx").status == 0
    (sheet,) = openpyxl.load_workbook(folder / "举措.xlsx").worksheets
    cells = [cell for row in sheet.values for cell in row]
    assert {"名称", "修路", "种树"} <= set(cells)
    told = run("list", "举措", "--columns", "名称", "--format", "csv").out
    assert [row[-1] for row in csv.reader(io.StringIO(told.lstrip("\ufeff")))] == ["名称", "修路", "种树"]


@pytest.mark.parametrize(
    "words",
    [
        ["指标", "--where", "甲."],
        ["指标", "--where", "甲 无 属性 } 规则 ZZ9 又（two）{"],
        ["指标", "--where", "否则：“另”"],
        ["无此种"],
        ["指标", "--columns", "无此列"],
        ["指标", "无此文件.plan"],
    ],
)
def test_what_cannot_be_used_is_one_line(run: Run, words: list[str]) -> None:
    told = run("list", *words)
    assert told.status == 2
    assert told.err.count("\n") == 1
    assert "自身出错" not in told.err
