"""Where the grammars, the built-in rules, the shipped plans and the prepared tables lie.

The one place that knows: in a wheel they are packed under ``checker/_shipped``; in a checkout they
stand at the top level, and only the prepared tables (made by the build) lie under ``_shipped``.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

#: The one place of the version; the build reads it here, so that no run has to look for metadata.
VERSION = "0.1.0"
NAME = "plancheck"
VERSION_LINE = f"{NAME} {VERSION}\n"

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_shipped"


def _folder(name: str) -> Path:
    checkout = _PACKAGE.parent
    # A checkout wins, so that an edited grammar or rule is the one that runs.
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    return _SHIPPED / name


def grammar_folder() -> Path:
    """The folder of ``*.lark`` and ``*.errors``."""
    return _folder("grammar")


def rules_folder() -> Path:
    """The folder of the built-in rule pack."""
    return _folder("rules")


def plans_folder() -> Path:
    """The folder of the plans that ship with plancheck."""
    return _folder("plans")


def tables_folder() -> Path:
    """The folder of the parse tables prepared at build time; it may be missing in a bare checkout."""
    return _SHIPPED / "tables"


@cache
def read_data(name: str) -> dict[str, Any]:
    """A table of `checker/prose/data`: what texts of plans are read by, with sources; read once, not changed."""
    import tomllib

    return tomllib.loads((_PACKAGE / "prose" / "data" / name).read_text(encoding="utf-8"))


def read_common_relations() -> str:
    """The plan text of `checker/meaning/common.plan`: relations that hold by definition, each with its source."""
    return (_PACKAGE / "meaning" / "common.plan").read_text(encoding="utf-8")


def read_common_definitions() -> str:
    """The rule text of `checker/checks/common.rule`: definitions that every rule may use."""
    return (_PACKAGE / "checks" / "common.rule").read_text(encoding="utf-8")


def read_grammar(name: str) -> str:
    """The text of a file of the grammar folder, with line ends made equal."""
    return (grammar_folder() / name).read_text(encoding="utf-8")


def read_prepared(name: str) -> bytes | None:
    """A table made by the package's own code; None where there is none or, in a checkout, where anything is newer."""
    table = tables_folder() / name
    try:
        content = table.read_bytes()
        made = table.stat().st_mtime_ns
    except OSError:
        return None
    return content if _PACKAGE.parent / "grammar" != grammar_folder() or _newest() <= made else None


def _newest() -> int:
    """When the checkout's code, grammar or rules were last changed."""
    rules = str(rules_folder())
    waiting = [str(_PACKAGE), str(grammar_folder()), rules]
    newest = 0
    while waiting:
        folder = waiting.pop()
        if folder.startswith(rules):
            # Nothing else tells that a rule is gone; where the code lies, running it changes the folders.
            newest = max(newest, Path(folder).stat().st_mtime_ns)
        for entry in os.scandir(folder):
            if entry.is_dir():
                if entry.name not in ("__pycache__", "_shipped"):
                    waiting.append(entry.path)
            elif entry.name.endswith((".py", ".lark", ".rule")):
                newest = max(newest, entry.stat().st_mtime_ns)
    return newest


def read_table(name: str) -> bytes | None:
    """A prepared table, or None where none has been made."""
    try:
        return (tables_folder() / name).read_bytes()
    except OSError:
        return None
