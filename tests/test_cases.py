"""Texts with their expectations on the line: every finding is expected, and every expectation met.

A case is a ```plan block of a `cases/*.md`; `# PC201` behind a line expects that finding there, `# PC201 PC202`
both; a line without one expects none. The ```upper blocks behind it are plans that it may refer to. A block
behind `## … （级别）` may say what stage it is in its plan.
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
    uppers: tuple[str, ...]

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
            for texts in re.split(r"^```plan$", part, flags=re.MULTILINE)[1:]:
                text, *uppers = re.split(r"^```upper$", texts, flags=re.MULTILINE)
                yield Case(f"{path.stem}: {title}", _block(text), tuple(map(_block, uppers)))


def _block(text: str) -> str:
    return text.partition("\n```")[0].removeprefix("\n") + "\n"


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "例.plan"
    path.write_text(case.text, encoding="utf-8")
    for number, text in enumerate(case.uppers):
        (tmp_path / f"上{number}.plan").write_text(text, encoding="utf-8")
    report = checker.check(path)
    found = sorted((finding.span.start_place.line, finding.code) for finding in report.findings)
    assert found == case.expected()


def test_every_code_is_tripped_somewhere() -> None:
    from checker.checks import Settings, load_packs

    rules = load_packs([], CASES, Settings()).rules
    tripped = {code for case in cases() for _, code in case.expected()}
    # Texts have cases of their own: prose/test_text_cases.py; so has what was approved and what was kept of a round:
    # doors/test_approve.py, doors/test_adopted.py.
    assert {rule.code for rule in rules if not rule.code.startswith("PC7")} - {"PC805", "PC809"} <= tripped
