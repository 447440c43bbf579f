"""A gold: which item of a plan carries which upper one, in which mode; what of the upper plans is not set, or open."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Ends = tuple[str, str]


@dataclass(frozen=True)
class Gold:
    """`ties` are own and upper name (规划名.名) with the mode, "" for goals and measures."""

    path: Path
    files: Sequence[Path]
    plan: str
    ties: Mapping[Ends, str]
    not_set: Sequence[str]
    open: Sequence[str]


def load_gold(path: Path) -> Gold:
    """The gold in a TOML file; the names of files are those beside it."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    files = [path.parent / name for name in told["plans"]]
    ties = {(own, upper): mode for own, upper, mode, _why in told["ties"]}
    return Gold(path, files, told["plan"], ties, [name for name, _why in told["not_set"]], told["open"])
