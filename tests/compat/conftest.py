"""Copies of what an earlier version wrote, where today's program may work on them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
VERSIONS = sorted(path.name for path in HERE.iterdir() if (path / "输出").is_dir())

Workspace = Callable[[str], Path]


@pytest.fixture(scope="module", params=VERSIONS)
def version(request: pytest.FixtureRequest) -> Path:
    """The folder of one version."""
    return HERE / str(request.param)


def copied(version: Path, name: str, target: Path) -> Path:
    """A workspace of that version as it was, its rounds where they belong; 新错 is 有错 without its baseline."""
    shutil.copytree(version / ("有错" if name == "新错" else name), target)
    rounds = target / "rounds.sqlite"
    if rounds.exists():
        (target / ".plancheck").mkdir()
        rounds.rename(target / ".plancheck" / rounds.name)
    if name == "新错":
        (target / "plancheck-baseline.json").unlink()
    return target


@pytest.fixture
def workspace(version: Path, tmp_path: Path) -> Workspace:
    """Makes a copy of a workspace that is one's own."""
    return lambda name: copied(version, name, tmp_path / name)
