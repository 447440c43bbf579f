"""One plan in several files: each file that begins 续 规划名 belongs to the plan that another one declares."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import OwnFields, Plan, build_plan
from checker.quantity import parse_numeral
from checker.source import fold, name_key
from checker.workspace.copies import FileRead
from checker.workspace.plan_names import nearly

_NUMBER = re.compile(r"([0-9]+|[〇零一二三四五六七八九十百]+)")


_CONTINUED = re.compile(r"^[ \t\u3000\ufeff]*(?:续|continues)\b", re.MULTILINE | re.IGNORECASE)


def says_continued(text: str) -> bool:
    """Whether a text may go on with a plan, at a look: it need not be read whole to know that it does not."""
    return _CONTINUED.search(text) is not None


def join_files(files: Sequence[FileRead], own: OwnFields) -> list[Plan]:
    """The plans of these files, in the order of the files that declare them; the run is about a plan if about one file.

    A file whose name for its plan is only nearly that of one goes with it; files that go on with a plan that none
    declares are together a plan without a header. The linker tells both. `own` are the fields they were read with.
    """
    heads: list[tuple[FileRead, list[FileRead]]] = []
    by_key: dict[str, list[FileRead]] = {}
    for one in files:
        if one.continued is None:
            heads.append((one, []))
            by_key.setdefault(name_key(one.plan), heads[-1][1])
    names = [head.plan for head, _ in heads if head.plan]
    for one in sorted((one for one in files if one.continued is not None), key=lambda one: _place(one.path)):
        key = name_key(one.plan)
        if key not in by_key:
            meant = nearly(one.plan, names)
            if len(meant) == 1:
                key = name_key(meant[0])
            else:
                heads.append((one, []))
                by_key[key] = heads[-1][1]
                continue
        by_key[key].append(one)
    return [_join(head, rest, own) for head, rest in heads]


def _join(head: FileRead, rest: Sequence[FileRead], own: OwnFields) -> Plan:
    plan = build_plan(head.file, *(one.file for one in rest), own=own)
    plan.role = "checked" if any(one.role == "checked" for one in (head, *rest)) else "upper"
    return plan


def _place(path: str) -> tuple[tuple[int, str], ...]:
    """By which paths come in a reader's order: 第二章 before 第十章, 2.plan before 10.plan."""
    pieces = _NUMBER.split(fold(path))
    numbers = (parse_numeral(piece) if at % 2 else None for at, piece in enumerate(pieces))
    return tuple((int(number or 0), piece) for number, piece in zip(numbers, pieces, strict=True))
