"""The plans that ship with plancheck, by their names."""

from __future__ import annotations

from pathlib import Path

from checker import resources
from checker.source import name_key


def shipped_plans() -> dict[str, Path]:
    """Key of the name → file; a shipped plan is called as its file is."""
    return {name_key(path.stem): path for path in sorted(resources.plans_folder().glob("*/*.plan"))}
