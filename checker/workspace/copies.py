"""Stale copies of a plan file: “云川 - 副本.plan” beside “云川.plan” is told once and hides nothing.

Two files that declare one plan, or go on with one and declare most of the same, are a copy and its original where their
paths say so: by a word for a copy, or by the version or day in their names. The clock is never asked. Where the paths
do not say it, both stay, and PC102 tells it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, takewhile
from pathlib import PurePosixPath

from msgspec import Struct

from checker.model import continued_plan
from checker.source import Expression, fold, name_key
from checker.syntax import Name, PlanFile
from checker.workspace.discover import Role

_COPY = Expression(
    r"(?i:副本|复制|拷贝|备份|旧版?|原稿|作废|废弃|归档|存档|历史"
    r"|(?:^|[\s_\-.(（])(?:copy|backup|bak|old|archive)(?:$|[\s_\-.)）0-9])|~$|\(\d{1,2}\)\s*$)"
)
_VERSION = Expression(
    r"(?i:(?:^|[^a-z])(?:v|版本?|第)\s*(\d{1,4})(?:\.(\d{1,4}))?|(?<!\d)(20\d{2})[-.年]?(\d{2})[-.月]?(\d{2}))"
)


class FileRead(Struct, eq=False):
    """A plan file: what it says, and whether the run is about it."""

    file: PlanFile
    role: Role

    @property
    def path(self) -> str:
        """The path as shown."""
        return self.file.source.path

    @property
    def continued(self) -> Name | None:
        """The name of the plan that it goes on with, None for a file of its own."""
        return continued_plan(self.file)

    @property
    def plan(self) -> str:
        """The name of the plan that it declares or goes on with, "" where it says none."""
        heads = (one.name.text for one in self.file.declarations if one.kind == "plan")
        return self.continued.text if self.continued is not None else next(heads, "")


class PlanCopy(Struct, eq=False):
    """A file that says over again what another one says: the `copy`, and the one that is `taken`.

    `asked`: it is taken because the run was asked for its file; else the copy is stale by its name.
    """

    copy: FileRead
    taken: FileRead
    asked: bool = False


def part_copies(files: Sequence[FileRead], named: Collection[str]) -> tuple[list[FileRead], list[PlanCopy]]:
    """The files without stale copies, and the copies; `named` are the paths, as shown, that the run was asked for."""
    stale: dict[int, PlanCopy] = {}
    for same in _alike(files):
        taken = _taken(same, named) if len(same) > 1 else None
        if taken is not None:
            stale |= {id(one): PlanCopy(one, taken, taken.path in named) for one in same if one is not taken}
            if any(one.role == "checked" for one in same):
                taken.role = "checked"
    return [one for one in files if id(one) not in stale], list(stale.values())


def _alike(files: Sequence[FileRead]) -> Iterator[list[FileRead]]:
    """Files of which one may be a copy of the others: all that declare a plan, and of its others those alike."""
    heads: dict[str, list[FileRead]] = {}
    continued: dict[str, list[FileRead]] = {}
    for one in files:
        if one.plan:
            kept = heads if one.continued is None else continued
            kept.setdefault(name_key(one.plan), []).append(one)
    yield from heads.values()
    for same in continued.values():
        if len(same) > 1:
            yield from _overlapping(same)


def _overlapping(files: Sequence[FileRead]) -> list[list[FileRead]]:
    """The files in groups: together are those of which half and more is the same."""
    declared = [{(one.kind, name_key(one.name.text)) for one in file.file.declarations[1:]} for file in files]
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, names in enumerate(declared):
        for name in names:
            holders[name].append(at)
    shared = Counter(pair for held in holders.values() for pair in combinations(held, 2))
    group = list(range(len(files)))
    for (one, other), count in shared.items():
        if 2 * count >= max(len(declared[one]), len(declared[other])):
            group = [group[one] if number == group[other] else number for number in group]
    return [[file for file, own in zip(files, group, strict=True) if own == number] for number in dict.fromkeys(group)]


def _taken(same: Sequence[FileRead], named: Collection[str]) -> FileRead | None:
    """The one of several files that counts: the one asked for, the only one that is no copy, or the latest of these."""
    asked = [one for one in same if one.path in named]
    if len(asked) == 1:
        return asked[0]
    if asked:
        return None
    # What all of them have in common says nothing of one: the whole workspace may lie in a folder called 备份.
    folders = [PurePosixPath(one.path).parent.parts for one in same]
    shared = sum(1 for _ in takewhile(lambda level: len(set(level)) == 1, zip(*folders, strict=False)))
    originals = [one for one in same if not _is_copy(one.path, shared)]
    if len(originals) == 1:
        return originals[0]
    candidates = originals or list(same)
    versions = [_version(one.path) for one in candidates]
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
