"""A gold: what a person found in an outline."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """A row of the indicator table; `base`, `target`: `2030 >52`, `年均 6%左右`, `累计 125`, 待定, words."""

    name: str
    unit: str
    nature: str
    base: str
    target: str


@dataclass(frozen=True)
class Figure:
    """A figure of running text: its subject, its year (or 年均, 累计), its value with unit; `>` and `≥` before it."""

    name: str
    when: str
    value: str


@dataclass(frozen=True)
class Slogan:
    """A counted phrase with its members."""

    name: str
    members: Sequence[str]


@dataclass(frozen=True)
class Gold:
    """What stands in an outline. `documents` are files that say the same; `source` and `ways` make such files."""

    path: Path
    documents: Sequence[Path] = ()
    source: Path | None = None
    ways: Sequence[str] = ()
    without_parts: Sequence[str] = ()
    parts: Sequence[str] = ()
    chapters: Sequence[str] = ()
    sections: Sequence[str] = ()
    goals: Sequence[str] = ()
    rows: Sequence[Row] = ()
    prose: Sequence[Figure] = ()
    slogans: Sequence[Slogan] = ()
    measures: Sequence[str] = ()
    fine: Sequence[str] = ()
    untrue: Sequence[str] = ()
    true_findings: Sequence[str] = field(default=())


def load_gold(path: Path) -> Gold:
    """The gold in a TOML file; names of files are those beside it."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    made = {key: told[key] for key in _PLAIN if key in told}
    beside = path.parent
    return Gold(
        path,
        [beside / name for name in told.get("documents", ())],
        beside / told["source"] if "source" in told else None,
        rows=[Row(*row) for row in told.get("rows", ())],
        prose=[Figure(*row) for row in told.get("prose", ())],
        slogans=[
            Slogan(name, [one for one in members.split("、") if one]) for name, members in told.get("slogans", ())
        ],
        **made,
    )


_PLAIN = (
    "ways",
    "without_parts",
    "parts",
    "chapters",
    "sections",
    "goals",
    "measures",
    "fine",
    "untrue",
    "true_findings",
)
