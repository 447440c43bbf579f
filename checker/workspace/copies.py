"""Stale copies of a plan file: “云川 - 副本.plan” beside “云川.plan” is told once and hides nothing.

Two files that declare one plan are a copy and its original where their paths say so: by a word for a copy, or by the
version or day in their names. The clock is never asked. Where the paths do not say it, both stay, and PC102 tells it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile
from pathlib import PurePosixPath

from msgspec import Struct

from checker.model import Plan
from checker.source import fold, name_key

_COPY = re.compile(
    r"副本|复制|拷贝|备份|旧版?|原稿|作废|废弃|归档|存档|历史"
    r"|(?:^|[\s_\-.(（])(?:copy|backup|bak|old|archive)(?:$|[\s_\-.)）0-9])|~$|\(\d{1,2}\)\s*$",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"(?:^|[^a-z])(?:v|版本?|第)\s*(\d{1,4})(?:\.(\d{1,4}))?|(?<!\d)(20\d{2})[-.年]?(\d{2})[-.月]?(\d{2})",
    re.IGNORECASE,
)


class PlanCopy(Struct, eq=False):
    """A file that declares a plan over again: the `copy`, and the `plan` that is taken.

    `asked`: it is taken because the run was asked for its file; else the copy is stale by its name.
    """

    copy: Plan
    plan: Plan
    asked: bool = False


def part_copies(plans: Sequence[Plan], named: Collection[str]) -> tuple[list[Plan], list[PlanCopy]]:
    """The plans without stale copies, and the copies; `named` are the paths, as shown, that the run was asked for."""
    by_name: dict[str, list[Plan]] = {}
    for plan in plans:
        if plan.name:
            by_name.setdefault(name_key(plan.name), []).append(plan)
    stale: dict[int, PlanCopy] = {}
    for same in by_name.values():
        taken = _taken(same, named) if len(same) > 1 else None
        if taken is not None:
            stale |= {id(one): PlanCopy(one, taken, taken.source.path in named) for one in same if one is not taken}
            if any(one.role == "checked" for one in same):
                taken.role = "checked"
    return [plan for plan in plans if id(plan) not in stale], list(stale.values())


def _taken(same: Sequence[Plan], named: Collection[str]) -> Plan | None:
    """The one of several files that counts: the one asked for, the only one that is no copy, or the latest of these."""
    asked = [plan for plan in same if plan.source.path in named]
    if len(asked) == 1:
        return asked[0]
    if asked:
        return None
    # What all of them have in common says nothing of one: the whole workspace may lie in a folder called 备份.
    folders = [PurePosixPath(plan.source.path).parent.parts for plan in same]
    shared = sum(1 for _ in takewhile(lambda level: len(set(level)) == 1, zip(*folders, strict=False)))
    originals = [plan for plan in same if not _is_copy(plan.source.path, shared)]
    if len(originals) == 1:
        return originals[0]
    candidates = originals or list(same)
    versions = [_version(plan.source.path) for plan in candidates]
    latest = max(versions)
    return candidates[versions.index(latest)] if latest and versions.count(latest) == 1 else None


def _is_copy(path: str, shared: int) -> bool:
    """Whether the name of a file, or of a folder behind the first `shared` ones, is that of a copy."""
    parts = PurePosixPath(fold(path))
    return any(_COPY.search(part) for part in (*parts.parent.parts[shared:], parts.stem))


def _version(path: str) -> tuple[int, ...]:
    """The last version or day that a file's name tells, () if it tells none: v2, 第3稿, 2026-03-15."""
    found = list(_VERSION.finditer(fold(PurePosixPath(path).stem)))
    return tuple(int(number) for number in found[-1].groups() if number) if found else ()
