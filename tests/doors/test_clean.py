"""``plancheck clean``: what plancheck keeps goes, what people made stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    space = tmp_path / "规划"
    (space / "区" / ".plancheck" / "cache").mkdir(parents=True)
    (space / "区" / ".plancheck" / "cache" / "甲").write_bytes(b"x")
    (space / "区" / ".plancheck" / "rounds.sqlite").write_bytes(b"x")
    (space / ".plancheck-12-0.tmp").write_bytes(b"x")
    (space / "云川.plan").write_text("规划 云川 {}\n", encoding="utf-8")
    (space / "plancheck.lock").write_text("{}", encoding="utf-8")
    return space


def left(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


PLANS = {"云川.plan", "plancheck.lock", "区"}


def test_alone_it_takes_caches_and_unfinished_files(folder: Path, run: Run) -> None:
    ran = run("clean", folder)
    assert (ran.status, ran.err) == (0, "")
    assert left(folder) == PLANS | {"区/.plancheck", "区/.plancheck/rounds.sqlite"}
    assert ran.out.count("已删") == 2


def test_all_of_it_goes_and_what_was_asked_for_is_listed(folder: Path, run: Run) -> None:
    before = left(folder)
    ran = run("clean", folder, "--all", "--dry-run")
    assert left(folder) == before
    assert ran.out.count("要删") == 4
    ran = run("clean", "--all", folder)
    assert left(folder) == PLANS
    assert ran.out.count("已删") == 4
    assert "plancheck.lock" in ran.out.splitlines()[-1]
    again = run("clean", "--all", folder)
    assert (again.status, "没有可删的" in again.out) == (0, True)


def test_other_things_in_its_folder_and_links_are_left(folder: Path, run: Run) -> None:
    (folder / "区" / ".plancheck" / "我的.txt").write_bytes(b"x")
    outside = folder.parent / "外"
    (outside / ".plancheck").mkdir(parents=True)
    (outside / ".plancheck" / "rounds.sqlite").write_bytes(b"x")
    (folder / "链").symlink_to(outside)
    (folder / ".plancheck").symlink_to(outside / ".plancheck")
    assert run("clean", "--all", folder).status == 0
    assert (outside / ".plancheck" / "rounds.sqlite").exists()
    assert "区/.plancheck/我的.txt" in left(folder)


def test_a_round_that_was_kept_is_gone(folder: Path, run: Run) -> None:
    (folder / "plancheck.lock").unlink()
    run("clean", "--all", folder)
    assert run("snapshot", folder, "--name", "一").status == 0
    run("clean", "--all", folder)
    assert not (folder / ".plancheck").exists()


def test_a_folder_that_is_not_there(tmp_path: Path, run: Run) -> None:
    ran = run("clean", tmp_path / "无")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
