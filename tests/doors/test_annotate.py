"""``plancheck annotate``: what is written for which file, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from checker.engine.inputs import check_inputs
from checker.engine.report import Report
from tests.doors.conftest import Run
from tests.prose.word_files import paragraph, word_file

_TEXT = "第一章 目标\n突出三个方面：一是产业，二是创新。到2O25年，产值达到500亿元。\n"


def word(path: Path, text: str = _TEXT) -> Path:
    made = docx.Document()
    for line in text.splitlines():
        made.add_paragraph(line)
    made.save(str(path))
    return path


def test_a_word_file_is_copied_with_comments(run: Run, tmp_path: Path) -> None:
    file = word(tmp_path / "纲要.docx")
    before = file.read_bytes()
    ran = run("annotate", file)
    assert (ran.status, ran.out) == (0, "")
    written, *unchecked, verdict = ran.err.splitlines()
    assert written.endswith("纲要-批注.docx，批注 2 条")
    report = json.loads(run("check", file, "--format", "json").out)["account"]
    assert unchecked == [f"plancheck：没有检查的：{point}" for point in report["unchecked"]]
    assert verdict == f"plancheck：{report['sentence']}"
    assert file.read_bytes() == before
    comments = list(docx.Document(str(tmp_path / "纲要-批注.docx")).comments)
    assert {one.author for one in comments} == {"plancheck"}
    count, year = sorted(one.text.split("\n") for one in comments)
    assert count[0].startswith("PC701 数目与列举不符（")
    assert any(line.startswith("建议：") for line in count)
    assert any(line.startswith("依据：") for line in count)
    assert year[0].startswith("PC708 ")


def test_a_second_run_over_the_result(run: Run, tmp_path: Path) -> None:
    file = word(tmp_path / "纲要.docx")
    run("annotate", file, "-o", tmp_path / "一.docx")
    ran = run("annotate", tmp_path / "一.docx", "-o", tmp_path / "二.docx")
    assert ran.status == 0
    assert (tmp_path / "一.docx").read_bytes() == (tmp_path / "二.docx").read_bytes()


def test_nothing_to_say_leaves_the_file_as_it_is(run: Run, tmp_path: Path) -> None:
    file = word(tmp_path / "纲要.docx", "第一章 目标\n")
    ran = run("--lang", "en", "annotate", file)
    assert ran.err.splitlines()[0].endswith("纲要-annotated.docx, comments: 0")
    assert (tmp_path / "纲要-annotated.docx").read_bytes() == file.read_bytes()


def test_a_text_becomes_a_page(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "纲要.txt"
    file.write_text(_TEXT + "<script>alert(1)</script>\n", encoding="utf-8")
    assert run("annotate", file).status == 0
    page = (tmp_path / "纲要-批注.html").read_text(encoding="utf-8")
    assert "PC701 数目与列举不符" in page
    assert "建议：" in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_what_a_plan_has_to_say_of_its_text(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "纲要.txt"
    file.write_text("第一章 目标\n到2025年，产值达到600亿元。\n", encoding="utf-8")
    plan = "规划 云川规划 { 规划期：2021—2025  文本：“纲要.txt” }\n"
    plan += "指标 产值 { 单位：亿元  2025年：目标 500  原文：“产值达到500亿元” }\n"
    (tmp_path / "云川.plan").write_text(plan, encoding="utf-8")
    (tmp_path / "plancheck.toml").write_text("", encoding="utf-8")
    ran = run("annotate", file)
    assert ran.status == 0, ran.err
    page = (tmp_path / "纲要-批注.html").read_text(encoding="utf-8")
    assert "PC704" in page
    assert "问题在 " in page
    assert "云川.plan" in page
    assert "用 plancheck check 看" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["没有.docx"], "没有这个文件"),
        (["坏.docx"], "坏.docx"),
        (["."], "加不了批注：要 .docx、.txt 或 .md 的文件"),
        (["表.xlsx"], "加不了批注：要 .docx、.txt 或 .md 的文件"),
        (["纲要.docx", "-o", "纲要.docx"], "是要批注的文件本身"),
        (["纲要.docx", "-o", "批.html"], "的后缀要写成 .docx"),
    ],
)
def test_what_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    word(tmp_path / "纲要.docx")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "表.xlsx").write_bytes(b"")
    before = sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir())
    ran = run("annotate", *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize("now", [word_file(paragraph("别的话")), b""], ids=["other words", "half saved"])
def test_a_file_saved_meanwhile(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: bytes) -> None:
    """It is read once: the copy is of what was checked, and what was saved stays as it is."""
    file = word(tmp_path / "纲要.docx")
    run("annotate", file, "-o", tmp_path / "先.docx")

    def check_and_save(*given: Any) -> Report:
        report = check_inputs(*given)
        file.write_bytes(now)
        return report

    monkeypatch.setattr("checker.engine.inputs.check_inputs", check_and_save)
    ran = run("annotate", file, "-o", tmp_path / "后.docx")
    assert ran.status == 0
    assert (tmp_path / "后.docx").read_bytes() == (tmp_path / "先.docx").read_bytes()
    assert file.read_bytes() == now
