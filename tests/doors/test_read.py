"""``plancheck read``: what a text was read as, in three formats."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.doors.conftest import Run
from tests.workbooks import make_book

TEXT = """望川市国民经济和社会发展第十五个五年规划纲要
2026年3月
第一章 发展目标
到2030年，努力实现以下目标：
——经济更强。地区生产总值达到500亿元以上，东岭县占四成。
——依据《国务院关于示例工作的意见》（国发〔2025〕9号），实施“清河计划”，抓好三项工作。一是治水；二是植树；三是护岸。
"""


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "纲要.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def rows(run: Run, table: str) -> list[dict[str, object]]:
    told = json.loads(run("read", "纲要.txt", "--table", table, "--format", "json").out)
    found: list[dict[str, object]] = told["rows"]
    return found


def test_a_statement_says_where_its_period_was_taken_from(run: Run, text: Path) -> None:
    (gdp,) = [row for row in rows(run, "陈述") if "500" in str(row["value"])]
    assert (gdp["words"], gdp["years"], gdp["years_from"], gdp["tense"]) == (
        "达到500亿元以上",
        "2030",
        "lead-in",
        "target",
    )
    assert gdp["place"] == "第一章 › 第5行"


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [
        ("数目", "number", 3),
        ("提及", "name", "清河计划"),
        ("提及", "name", "国务院关于示例工作的意见"),
        ("事件", "from", "2026-03-01"),
        ("章节", "title", "发展目标"),
    ],
)
def test_each_table_has_what_the_text_says(run: Run, text: Path, table: str, key: str, value: object) -> None:
    assert value in [row[key] for row in rows(run, table)]


@pytest.mark.parametrize("table", ["陈述", "数目", "列举", "提及", "事件", "章节"])
def test_all_formats_show_the_same_rows(run: Run, text: Path, table: str) -> None:
    found = rows(run, table)
    read = list(csv.reader(io.StringIO(run("read", "纲要.txt", "--table", table, "--format", "csv").out[1:])))
    assert len(read) == len(found) + 1
    assert [row[1] for row in read[1:]] == [row["words"] for row in found]
    assert len(run("read", "纲要.txt", "--table", table).out.splitlines()) == max(len(read), 1) - (not found)
    assert run("--lang", "en", "read", "纲要.txt", "--table", table).status == 0


def test_a_workbook_is_read_too(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    head = [["望川市“十五五”时期主要指标"], ["指标", "单位", "属性", "2025年", "2030年目标"]]
    path.write_bytes(make_book([*head, ["地区生产总值", "亿元", "预期性", 312, 520]]))
    out = run("read", path).out
    assert "520亿元" in out
    assert "表头" in out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("空.txt", "", ""),
        ("规划.plan", "规划 甲 {}", "不是文稿"),
        ("旧.doc", "", "另存为 .docx"),
        ("坏.docx", "x", "不是 .docx 文件"),
    ],
)
def test_what_is_no_text(run: Run, tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    ran = run("read", tmp_path / name)
    assert (ran.status, ran.out) == ((2, "") if said else (0, "没有读到\n"))
    assert said in ran.err
