"""The walk through a revision tells what happens today, and its script says so when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.making import walk
from tests.snapshots import Snapshot

TEXT = walk.PAGE.read_text(encoding="utf-8")


def test_the_page_is_what_happens(tmp_path: Path, snapshot: Snapshot) -> None:
    snapshot(walk.PAGE, walk.record(TEXT, tmp_path))


def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> Path:
    path = tmp_path / "页.md"
    path.write_text(
        "\n".join(["<!-- write: 甲.plan -->", "```plan", "规划 甲 {}", "```", *lines, ""]), encoding="utf-8"
    )
    monkeypatch.setattr(walk, "PAGE", path)
    return path


def test_a_page_out_of_date_is_told_and_recorded_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = page(tmp_path, monkeypatch, "```console", "> plancheck 乙.plan", "以前", "> git init -q", "```")
    before = path.read_text(encoding="utf-8")
    assert walk.main(["--check"]) == 1
    assert "run python docs/making/walk.py" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == before
    assert walk.main(["--keep", str(tmp_path / "留下")]) == 0
    told = path.read_text(encoding="utf-8")
    assert "> plancheck 乙.plan\nplancheck：" in told
    assert "\n（退出状态 2）\n> git init -q\n```\n" in told
    assert (tmp_path / "留下" / "甲.plan").read_text(encoding="utf-8") == "规划 甲 {}\n"
    assert (tmp_path / "留下" / ".git").is_dir()
    assert walk.main(["--check"]) == 0


def test_nothing_but_git_and_plancheck_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page(tmp_path, monkeypatch, "```console", "> rm -rf 甲.plan", "```")
    with pytest.raises(walk.WalkError, match="rm is neither"):
        walk.main(["--check"])
