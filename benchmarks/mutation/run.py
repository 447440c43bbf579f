"""What plancheck finds in an altered plan that it did not find before."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import checker
from benchmarks.mutation.chapters import chapter_alterations
from benchmarks.mutation.counts import count_alterations, nature_alterations
from benchmarks.mutation.dates import date_alterations
from benchmarks.mutation.figures import figure_alterations
from benchmarks.mutation.members import member_alterations
from benchmarks.mutation.names import name_alterations
from benchmarks.mutation.ties import tie_alterations
from benchmarks.mutation.world import Alteration, World
from checker.doors.draft import open_sources
from checker.draft.drafting import draft
from checker.draft.written import write_draft
from checker.finding import Severity

KINDS = {
    "数目": count_alterations,
    "属性": nature_alterations,
    "联系": tie_alterations,
    "日期": date_alterations,
    "名称": name_alterations,
    "提法成员": member_alterations,
    "章": chapter_alterations,
    "数值": figure_alterations,
}
PLANS = Path(__file__).parents[2] / "plans"
#: The plan that is drafted for the run from the text of a shipped one.
DRAFTED = "yunchuan-drafted"
SHIPPED = ("zhengzhou-etdz", "yunchuan", DRAFTED)

Key = tuple[str, str, str, str, str]


@contextmanager
def workspace(name: str) -> Iterator[World]:
    """One of the plans in a folder of its own, with what lies beside it."""
    with tempfile.TemporaryDirectory(prefix="plancheck-mutation-") as folder:
        copy = Path(folder) / "plans"
        if name == DRAFTED:
            copy.mkdir()
            text = Path(shutil.copy(PLANS / "yunchuan" / "纲要.txt", copy / "纲要.txt"))
            path = copy / "云川起草.plan"
            path.write_text(write_draft(draft(open_sources([text]))), encoding="utf-8")
        else:
            shutil.copytree(PLANS, copy)
            path = next((copy / name).glob("*.plan"))
        yield World(path)


def alterations(world: World, kinds: tuple[str, ...] = (), most: int = 0) -> list[Alteration]:
    """All alterations of a plan, or those of some kinds, at most so many of a class, evenly spread."""
    made = [one for kind, make in KINDS.items() if not kinds or kind in kinds for one in make(world)]
    if not most:
        return made
    classes: dict[tuple[str, str, bool], list[Alteration]] = {}
    for one in made:
        classes.setdefault((one.kind, one.what, bool(one.missing)), []).append(one)
    return [one for own in classes.values() for one in own[:: -(-len(own) // most)]]


def findings(world: World, renamed: tuple[str, str] = ("", "")) -> Counter[Key]:
    """What is found in the plan as it is written now: severity, code, kind and name of the subject, message."""
    report = checker.check(world.path)
    old, new = renamed

    def plain(text: str) -> str:
        return text.replace(new, old) if new else text

    return Counter(
        (str(int(one.severity)), one.code, one.subject.kind, plain(one.subject.name), plain(one.message.text()))
        for one in report.findings
        if one.status.value != "waived"
    )


def new_findings(world: World, before: dict[tuple[str, str], Counter[Key]], one: Alteration) -> list[Key]:
    """What comes up by an alteration; `before` keeps what was found in the plan as it was, by the name set back."""
    if one.renamed not in before:
        before[one.renamed] = findings(world, one.renamed)
    world.path.write_text(one.text, encoding="utf-8")
    try:
        return sorted((findings(world, one.renamed) - before[one.renamed]).elements())
    finally:
        world.path.write_text(world.text, encoding="utf-8")


def told(severity: str) -> bool:
    """Whether a finding of this severity is a warning or above."""
    return int(severity) >= int(Severity.WARNING)
