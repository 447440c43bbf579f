"""File names that are no text, kinds of files that have to be saved anew, rule packs that lie elsewhere."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from checker.report.server import host_is_local
from tests.commands import Run

PLAN = "规划 例 { 规划期：2021—2025 }\n目标 乙 { 类型：总目标 }\n"


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one plan, whose name is no UTF-8 and has what means something in addresses."""
    if sys.platform in ("win32", "darwin"):
        pytest.skip("names of files are always text here")
    monkeypatch.chdir(tmp_path)
    name = b"\xff#?%\n.plan"
    (tmp_path / os.fsdecode(name)).write_text(PLAN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [
        *(("check", ".", "--format", one) for one in ("text", "json", "jsonl", "csv", "sarif", "junit", "github")),
        ("check", ".", "--format", "github-summary"),
        ("check", ".", "--format", "gitlab"),
        ("report", ".", "-o", "页"),
        ("report", ".", "--single-file", "页.html"),
        ("approve", "."),
        ("snapshot", "."),
        ("baseline", "."),
        ("graph", "."),
        ("fmt", "--check", "."),
    ],
)
def test_a_name_that_is_no_text_is_no_fault(run: Run, odd: Path, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert ran.status in (0, 1, 2), ran.err
    assert ran.status != 2 or ran.err.count("\n") == 1
    assert odd.is_dir()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("纲要.docm", ".docx"),
        ("纲要.dotx", ".docx"),
        ("纲要.rtf", ".docx"),
        ("纲要.html", ".docx"),
        ("纲要.odt", ".docx"),
        ("指标.xlsm", ".xlsx"),
        ("指标.xltx", ".xlsx"),
        ("指标.ods", ".xlsx"),
        ("指标.csv", ".xlsx"),
    ],
)
def test_other_office_files_get_a_hint(run: Run, tmp_path: Path, name: str, wanted: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    ran = run("check", str(tmp_path / name))
    assert ran.status == 2
    assert f"另存为 {wanted} 后再用" in ran.err


@pytest.mark.parametrize("kind", ["up", "absolute", "link"])
def test_a_rule_pack_lies_in_the_workspace(run: Run, tmp_path: Path, kind: str) -> None:
    home, other = tmp_path / "区", tmp_path / "别处"
    home.mkdir()
    other.mkdir()
    (home / "a.plan").write_text(PLAN, encoding="utf-8")
    (other / "a.rule").write_text("规则", encoding="utf-8")
    name = {"up": "../别处", "absolute": str(other), "link": "包"}[kind]
    if kind == "link":
        try:
            (home / "包").symlink_to(other, target_is_directory=True)
        except OSError:
            pytest.skip("links cannot be made here")
    (home / "plancheck.toml").write_text(f"[rules]\npacks = ['{name}']\n", encoding="utf-8")
    ran = run("check", str(home))
    assert ran.status == 2
    assert f"规则包「{name}」不在工作区里面" in ran.err


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("LOCALHOST:8000", True),
        ("127.0.0.1:8000", True),
        ("[::1]:8000", True),
        ("[::1]", True),
        ("", False),
        ("plans.example", False),
        ("plans.example:8000", False),
        ("127.0.0.1.plans.example:8000", False),
        ("localhost:plans.example", False),
    ],
)
def test_a_served_report_answers_to_this_machine_alone(host: str, local: bool) -> None:
    assert host_is_local(host) is local
