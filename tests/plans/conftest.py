"""The shipped plans in a folder of their own, where a test may change them."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import checker

PLANS = Path(__file__).parents[2] / "plans"
Found = Counter[tuple[str, str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("规划 副本") / "plans"
    shutil.copytree(PLANS, target)
    return target


@pytest.fixture(scope="module")
def findings(folder: Path) -> Callable[[Path, str], Found]:
    """What is found in one plan of the folder when its text is another: code, kind and name of the subject."""

    def run(path: Path, text: str) -> Found:
        target = folder / path.relative_to(PLANS)
        before = target.read_text(encoding="utf-8")
        target.write_text(text, encoding="utf-8")
        try:
            report = checker.check(target)
        finally:
            target.write_text(before, encoding="utf-8")
        return Counter((f.code, f.subject.kind, f.subject.name) for f in report.findings)

    return run
