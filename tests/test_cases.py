"""Texts with their expectations on the line: every finding is expected, and every expectation met.

A case is a ```plan block of a `cases/*.md`; `# PC201` behind a line expects that finding there, `# PC201 PC202`
both; a line without one expects none. A block behind `## … （级别）` may say what stage it is in its plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import checker

CASES = Path(__file__).parent / "cases"
_EXPECTED = re.compile(r"#((?:\s+PC\d{3})+)\s*$")


@dataclass(frozen=True)
class Case:
    name: str
    text: str

    def expected(self) -> list[tuple[int, str]]:
        lines = enumerate(self.text.splitlines(), 1)
        return sorted(
            (number, code)
            for number, line in lines
            if (found := _EXPECTED.search(line))
            for code in found.group(1).split()
        )


def cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.md")):
        for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title = part.splitlines()[0]
            for text in re.findall(r"```plan\n(.*?)```", part, flags=re.DOTALL):
                yield Case(f"{path.stem}: {title}", text)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "例.plan"
    path.write_text(case.text, encoding="utf-8")
    report = checker.check(path)
    found = sorted((finding.span.start_place.line, finding.code) for finding in report.findings)
    assert found == case.expected()


def test_every_code_is_tripped_somewhere() -> None:
    from checker.rules import Settings, load_packs

    rules = load_packs([], CASES, Settings()).rules
    tripped = {code for case in cases() for _, code in case.expected()}
    assert {rule.code for rule in rules} <= tripped
