"""Where rules come from: folders of `*.rule` files, plancheck's own, of a workspace, or of an installed package.

A package offers a pack under the entry-point group `plancheck.rules`: a function without arguments that gives
an `Offer`: the folder, as a path or as a resource of the package, and its predicates if it has any. Only
packs that the configuration names run, so that a result does not depend on what happens to be installed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from checker import resources
from checker.checks.predicates import Predicate
from checker.checks.registry import PREDICATES
from checker.messages.rules import RULE_PACK_EMPTY, RULE_PACK_MISSING, RULE_PACK_OUTSIDE
from checker.source import SourceText, Unreadable, read_source, with_near
from checker.workspace import ConfigError, SettingError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

GROUP = "plancheck.rules"
BUILT_IN = "plancheck"
_SUFFIX = ".rule"
_SIZE_LIMIT = 1024 * 1024
_DEEPEST = 8


class Pack(Struct, eq=False):
    """The rule files of one pack, in the order of their paths."""

    name: str
    files: tuple[SourceText, ...]
    predicates: tuple[Predicate, ...] = ()

    @property
    def built_in(self) -> bool:
        """Whether it is plancheck's own."""
        return self.name == BUILT_IN


class Offer(Struct, eq=False):
    """What a package offers: a folder of rules, and the predicates they use beside those of plancheck."""

    folder: Path | Traversable
    predicates: tuple[Predicate, ...] = ()


def built_in() -> Offer:
    """The pack of plancheck itself; its entry point leads here."""
    return Offer(resources.rules_folder(), PREDICATES)


def read_pack(name: str, folder: Path | Traversable, shown: str, predicates: Sequence[Predicate] = ()) -> Pack:
    """Read a folder's rule files, subfolders included; readers see their paths below `shown`.

    Raises ConfigError for a file that cannot be read and for a folder without rules.
    """
    files = tuple(_read(folder, shown, _DEEPEST))
    if not files:
        raise SettingError(("rules", "packs"), RULE_PACK_EMPTY(name=name))
    return Pack(name, files, tuple(predicates))


def _read(folder: Path | Traversable, shown: str, deep: int) -> Iterator[SourceText]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        path = f"{shown}/{entry.name}" if shown else entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if deep:
                yield from _read(entry, path, deep - 1)
        elif entry.name.endswith(_SUFFIX):
            yield _source(entry, path)


def _source(file: Path | Traversable, shown: str) -> SourceText:
    try:
        if isinstance(file, Path):
            return read_source(file, shown, _SIZE_LIMIT)
        from importlib.resources import as_file

        with as_file(file) as path:
            return read_source(path, shown, _SIZE_LIMIT)
    except Unreadable as error:
        raise ConfigError(error.message) from None


def find_pack(name: str, root: Path) -> Pack:
    """The pack that a configuration in `root` calls `name`: a folder below it, else an installed one.

    Raises ConfigError if it is neither, and for a folder that lies elsewhere, a link that leads there included.
    """
    folder = root / name
    if folder.is_dir():
        if not folder.resolve().is_relative_to(root.resolve()):
            raise ConfigError(RULE_PACK_OUTSIDE(name=name))
        return read_pack(name, folder, name.replace("\\", "/").rstrip("/"))
    installed = installed_pack(name)
    if installed is None:
        raise SettingError(("rules", "packs"), with_near(RULE_PACK_MISSING(name=name), name, _names_of_packs(root)))
    return installed


def _names_of_packs(root: Path) -> list[str]:
    """What a configuration in `root` may call a pack."""
    from importlib.metadata import entry_points

    folders = {file.relative_to(root).parts[0] for depth in ("*", "*/*") for file in root.glob(f"{depth}/*{_SUFFIX}")}
    return [*sorted(folders), *(entry.name for entry in entry_points(group=GROUP))]


def installed_pack(name: str) -> Pack | None:
    """The installed pack of that name, or None. What its package raises comes through."""
    if name == BUILT_IN:
        return _offered(name, built_in(), "<plancheck>/rules")
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP, name=name):
        return _offered(name, entry.load()(), f"<{name}>")
    return None


def _offered(name: str, offer: Offer, shown: str) -> Pack:
    return read_pack(name, offer.folder, shown, offer.predicates)
