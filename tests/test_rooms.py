"""What a figure and a tie mean is asked in two rooms, `statement` and `meaning`; what one room asks alone is its own.

A *name* is what a module of the two rooms defines at its top (function, class or constant) without a leading
underscore. It serves a room that imports it: from its module, from the face of its own room, or as an attribute of its
module. What it is built into serves on: a name of the same room whose definition mentions it (in its body, its fields
or its signature) serves its own rooms with it. So a use inside the room counts only as far as it serves the outside.
Each name has to serve two rooms other than its own; tests, benchmarks and docs are no rooms.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import checker

_HOUSE = Path(checker.__file__).parent
_SHARED = ("statement", "meaning")
#: A name by the module that defines it.
Named = tuple[str, str]


class House:
    """The modules of a package, what those of some rooms define, and what each imports."""

    def __init__(self, modules: dict[str, str], shared: tuple[str, ...]) -> None:
        self.trees = {name: ast.parse(text) for name, text in modules.items()}
        self.defined = {
            (module, name): node
            for module, tree in self.trees.items()
            if room_of(module) in shared
            for node in tree.body
            for name in _defined_by(node)
        }
        self.imported = {
            (module, one.asname or one.name): (node.module, one.name)
            for module, tree in self.trees.items()
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module is not None
            for one in node.names
        }

    def meant(self, module: str, name: str) -> Named | None:
        """The definition in the shared rooms that a name in a module stands for."""
        at: Named | None = (module, name)
        seen: set[Named] = set()
        while at is not None and at not in self.defined and at not in seen:
            seen.add(at)
            at = self.imported.get(at)
        return at if at in self.defined else None

    def used_in(self, module: str, node: ast.AST) -> Iterator[Named]:
        """The definitions that a stretch of a module imports or mentions."""
        for one in ast.walk(node):
            told: list[Named | None] = []
            if isinstance(one, ast.ImportFrom) and one.module is not None:
                told = [self.meant(one.module, each.name) for each in one.names]
            elif isinstance(one, ast.Name):
                told = [self.meant(module, one.id)]
            elif isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name):
                told = [self.meant(".".join(self.imported.get((module, one.value.id), ())), one.attr)]
            yield from filter(None, told)

    def served(self) -> dict[Named, set[str]]:
        """The rooms that each definition serves, its own left out."""
        found: dict[Named, set[str]] = {name: set() for name in self.defined}
        for module, tree in self.trees.items():
            for used in self.used_in(module, tree):
                found[used] |= {room_of(module)} - {room_of(used[0])}
        built = [
            (part, whole)
            for whole, node in self.defined.items()
            for part in self.used_in(whole[0], node)
            if part != whole and room_of(part[0]) == room_of(whole[0])
        ]
        growing = True
        while growing:
            before = sum(map(len, found.values()))
            for part, whole in built:
                found[part] |= found[whole]
            growing = sum(map(len, found.values())) > before
        return found


def room_of(module: str) -> str:
    """checker.meaning.ties → meaning."""
    return module.split(".")[1] if "." in module else ""


def _defined_by(node: ast.stmt) -> list[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.Assign(targets=targets):
            return [one.id for one in targets if isinstance(one, ast.Name) and one.id != "__all__"]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
    return []


#: Words that say nothing of what a file or a class is about.
_EMPTY_WORDS = {"told", "said", "meant", "misc", "util", "utils", "helper", "helpers", "manager"}


def test_files_and_classes_say_what_they_are_about() -> None:
    for path in sorted(_HOUSE.rglob("*.py")):
        assert _EMPTY_WORDS.isdisjoint(path.stem.split("_")), path
        classes = re.findall(r"^class ([A-Z]\w*)", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert _EMPTY_WORDS.isdisjoint(map(str.lower, classes)), (path, classes)


def _modules() -> dict[str, str]:
    found = {}
    for path in sorted(_HOUSE.rglob("*.py")):
        parts = path.relative_to(_HOUSE.parent).with_suffix("").parts
        text = path.read_text(encoding="utf-8")
        # What names neither room imports nothing of them.
        if any(room in text for room in _SHARED):
            found[".".join(parts).removesuffix(".__init__")] = text
    return found


def test_what_one_room_alone_asks_stands_in_that_room() -> None:
    served = House(_modules(), _SHARED).served()
    assert len(served) > 20
    lone = {".".join(name): sorted(rooms) for name, rooms in served.items() if len(rooms) < 2 and name[1][0] != "_"}
    assert lone == {}


_ONE = "from checker.meaning.ties import one\n"
_FACE = "def f():\n    from checker.meaning import one\n"
_MODULE = "from checker.meaning import ties as t\nt.one()\n"
_TWO = "from checker.meaning.x import two\n"


@pytest.mark.parametrize(
    ("users", "expected"),
    [
        ({}, set()),
        ({"a.x": _ONE, "a.y": _FACE}, {"a"}),
        ({"a.x": _ONE, "b.x": _FACE, "c.x": _MODULE}, {"a", "b", "c"}),
        # its own room does not count by itself, only what that serves
        ({"meaning.x": _ONE + "def two(): return one()"}, set()),
        ({"meaning.x": _ONE + "def two(): return one()", "b.x": _TWO}, {"b"}),
        ({"meaning.x": _ONE + "def two(told: one): ...", "b.x": _TWO}, {"b"}),
        ({"meaning.x": _ONE + "def two(): ...", "b.x": _TWO}, set()),
        # another name of the same spelling is none of it
        ({"a.x": "from checker.model import one", "b.x": "one = 1"}, set()),
    ],
)
def test_rooms_are_counted_by_imports_and_by_what_is_built_of_a_name(users: dict[str, str], expected: set[str]) -> None:
    modules = {
        "checker.meaning": "from checker.meaning.ties import one",
        "checker.meaning.ties": "def one(): ...",
        "checker.model": "def one(): ...",
        **{f"checker.{name}": text for name, text in users.items()},
    }
    assert House(modules, ("meaning",)).served()["checker.meaning.ties", "one"] == expected
