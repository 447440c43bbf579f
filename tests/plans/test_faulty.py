"""The faulty copy of the made-up workspace: what is found is what it says is wrong, no more and no less.

In a plan the code stands behind its line; for the texts the README lists codes and the words of the line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

import checker
from tests.commands import plancheck
from tests.plans.conftest import PLANS

FAULTY = PLANS / "yunchuan-faulty"
Places = Counter[tuple[str, int, str]]
_BEHIND = re.compile(r"#((?:\s+PC\d{3})+)\s*$")
_ROW = re.compile(r"^\| (?P<file>\S+\.txt) \| (?P<words>.+?) \| (?P<codes>PC[\dPC ]+?) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """File, line and code of each finding; one that is waived is there too. A snapshot of the second round is there."""
    folder = tmp_path_factory.mktemp("有错") / FAULTY.name
    copytree(FAULTY, folder)
    text = folder / "纲要.txt"
    now = text.read_bytes()
    text.write_bytes(now.replace("人民医院".encode(), "医院".encode()))
    assert plancheck("snapshot", ".", "--name", "第2轮", folder=folder).status == 0
    text.write_bytes(now)
    report = checker.check(folder)
    assert report.exit_status() == 1
    return Counter((Path(f.span.source.path).name, f.span.start_place.line, f.code) for f in report.findings)


def in_plans() -> Iterator[tuple[str, int, str]]:
    for path in FAULTY.rglob("*.plan"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if match := _BEHIND.search(line):
                yield from ((path.name, number, code) for code in match.group(1).split())


def in_texts() -> Iterator[tuple[str, int, str]]:
    for row in _ROW.finditer((FAULTY / "README.md").read_text(encoding="utf-8")):
        lines = (FAULTY / row["file"]).read_text(encoding="utf-8").splitlines()
        (number,) = (number for number, line in enumerate(lines, 1) if row["words"] in line)
        yield from ((row["file"], number, code) for code in row["codes"].split())


def test_each_finding_is_expected_and_each_expectation_met(found: Places) -> None:
    expected = Counter((*in_plans(), *in_texts()))
    assert sorted((found - expected).elements()) == []
    assert sorted((expected - found).elements()) == []


def test_every_rule_is_tripped(found: Places) -> None:
    from checker.checks import Settings, load_packs

    codes = {rule.code for rule in load_packs([], FAULTY, Settings()).rules}
    assert sorted(codes - {code for _, _, code in found}) == []


@pytest.mark.parametrize("path", sorted(FAULTY.rglob("*.plan")), ids=lambda path: path.stem)
def test_it_is_the_clean_plan_but_for_its_faults(path: Path) -> None:
    """A copy that has drifted from the clean plan would no longer show what each fault alone brings up."""
    clean = PLANS / "yunchuan" / path.relative_to(FAULTY).as_posix().replace("（有错）", "")
    before, after = (set(one.read_text(encoding="utf-8").splitlines()) for one in (clean, path))
    assert len(after - before) <= len(after) // 10
