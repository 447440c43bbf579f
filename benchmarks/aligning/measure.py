"""The proposals of `plancheck align`, through its door, held against a gold."""

from __future__ import annotations

import io
import json
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from benchmarks.aligning.gold import Gold
from checker.doors.cli import main as plancheck
from checker.model import build_plan, parse_plan
from checker.source import SourceText
from checker.write.edits import Edit, apply

_STANDS = {"not_set": ("not_set", "refused"), "open": ("open",)}


@dataclass
class Measured:
    """How many ties there are, were proposed and are right; modes that are; what the standing of upper items is."""

    there: int = 0
    proposed: int = 0
    right: int = 0
    modes: int = 0
    stands: int = 0
    standing: int = 0
    wrong: list[str] = field(default_factory=list)

    def __iadd__(self, other: Measured) -> Self:
        for name in ("there", "proposed", "right", "modes", "stands", "standing"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.wrong += other.wrong
        return self


def without_ties(text: str) -> str:
    """The text of a plan file without any 承接."""
    plan = build_plan(parse_plan(SourceText("", text))).plan
    parts = [one.written("aligns") for one in plan.elements if getattr(one, "aligns", ())]
    return apply(text, [Edit(part.start, part.end, "") for part in parts if part is not None])


def proposals(gold: Gold, folder: Path) -> list[dict[str, Any]]:
    """The rows of the list for the plan of the gold, its own ties left out; the files are copied into `folder`."""
    for number, path in enumerate(gold.files):
        made = folder / f"{number}-{path.name}"
        shutil.copy(path, made)
        if not number:
            made.write_text(without_ties(made.read_text(encoding="utf-8")), encoding="utf-8")
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(io.StringIO()):
        status = plancheck(["align", str(folder / f"0-{gold.files[0].name}"), "--format", "json"])
    if status:
        raise SystemExit(f"{gold.path}: align ended with {status}")
    rows: list[dict[str, Any]] = json.loads(told.getvalue())["rows"]
    return rows


def measure(gold: Gold, rows: list[dict[str, Any]]) -> Measured:
    """What the rows have of the gold, and what they have beside it."""
    found = {
        (row["own"], f"{row['upper_plan']}.{row['upper']}"): row["mode"] or ""
        for row in rows
        if row["standing"] == "proposed" and row["upper_plan"] is not None
    }
    both = found.keys() & gold.ties.keys()
    made = Measured(len(gold.ties), len(found), len(both), sum(found[ends] == gold.ties[ends] for ends in both))
    made.wrong += [f"多：{own} → {upper}" for own, upper in found if (own, upper) not in both]
    made.wrong += [f"漏：{own} → {upper}" for own, upper in gold.ties if (own, upper) not in both]
    made.wrong += [
        f"方式：{own} → {upper} {found[own, upper]}，应是{gold.ties[own, upper]}"
        for own, upper in found
        if (own, upper) in both and found[own, upper] != gold.ties[own, upper]
    ]
    standing = {f"{row['upper_plan']}.{row['upper']}": row["standing"] for row in rows if row["upper_plan"]}
    for word, names in (("not_set", gold.not_set), ("open", gold.open)):
        for name in names:
            is_right = standing.get(name) in _STANDS[word]
            made.standing += 1
            made.stands += is_right
            made.wrong += [] if is_right else [f"{name}：{standing.get(name)}，应是{word}"]
    return made
