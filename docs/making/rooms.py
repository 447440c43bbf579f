"""The rooms of the house, drawn from the import contract and the imports themselves."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from collections.abc import Collection
from pathlib import Path

import networkx as nx

from docs.making.markdown import table

_ROOT = Path(__file__).resolve().parent.parent.parent
_HOUSE = _ROOT / "checker"
#: In pixels: a box, the space between boxes, and the width of the drawing.
_BOX, _TALL, _APART, _WIDE = 96, 34, 26, 720


def floors() -> list[list[str]]:
    """The rooms by the floors of the contract, from the top to the ground."""
    contracts = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = next(one["layers"] for one in contracts["contracts"] if one["type"] == "layers")
    return [[room.strip(" ()") for room in layer.split("|")] for layer in layers]


def imports() -> dict[str, Counter[str]]:
    """How many files of a room import something of another one."""
    found: dict[str, Counter[str]] = {room: Counter() for floor in floors() for room in floor}
    for path in sorted(_HOUSE.rglob("*.py")):
        room = path.relative_to(_HOUSE).parts[0].removesuffix(".py")
        if room in found:
            found[room].update(_named(path, found) - {room})
    return found


def _named(path: Path, rooms: Collection[str]) -> set[str]:
    named = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        told = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module is not None:
            told = [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
        for name in told:
            first, _, rest = name.partition(".")
            if first == "checker" and rest:
                named.add(rest.partition(".")[0])
    return named & set(rooms)


def picture() -> str:
    """The rooms as boxes on their floors, with lines from a room to what it uses, where no way through others leads.

    What stands on the ground is used by all and has no lines.
    """
    stands: dict[str, tuple[int, int]] = {}
    every = floors()
    for level, floor in enumerate(every):
        width = len(floor) * _BOX + (len(floor) - 1) * _APART
        # Floors of one room step from side to side, so that lines past a floor can be told apart.
        shift = 0 if len(floor) > 1 else (level % 3 - 1) * 170
        for index, room in enumerate(floor):
            stands[room] = ((_WIDE - width) // 2 + shift + index * (_BOX + _APART), level * (_TALL + _APART) + 2)
    tall = len(every) * (_TALL + _APART)
    lines = [
        f'<svg viewBox="0 0 {_WIDE} {tall}" role="img" aria-label="房间和导入" style="max-width:{_WIDE}px;width:100%">'
    ]
    used: nx.DiGraph[str] = nx.DiGraph((room, other) for room, others in imports().items() for other in others)
    for room, other in sorted(nx.transitive_reduction(used).edges):
        if other not in every[-1]:
            (x, y), (to, down) = stands[room], stands[other]
            ends = f'x1="{x + _BOX // 2}" y1="{y + _TALL}" x2="{to + _BOX // 2}" y2="{down}"'
            lines.append(f'<line {ends} stroke="currentColor" stroke-opacity=".6"/>')
    for room, (x, y) in stands.items():
        box = f'x="{x}" y="{y}" width="{_BOX}" height="{_TALL}" rx="5"'
        lines.append(f'<rect {box} fill="Canvas" stroke="currentColor"/>')
        at = f'x="{x + _BOX // 2}" y="{y + _TALL // 2 + 5}"'
        lines.append(f'<text {at} text-anchor="middle" font-size="14" fill="currentColor">{room}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def room_table() -> str:
    """Every room from the top: what it is for, as its own first line says, its size, and what it imports."""
    used = imports()
    return table(
        ("房间", "做什么", "文件", "行", "用到"), [_row(room, used[room]) for floor in floors() for room in floor]
    )


def _row(room: str, used: Counter[str]) -> tuple[str, ...]:
    folder = _HOUSE / room
    files = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
    face = folder / "__init__.py" if folder.is_dir() else files[0]
    about = (ast.get_docstring(ast.parse(face.read_text(encoding="utf-8"))) or "").partition("\n")[0]
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
    return f"`{room}`", about, str(len(files)), str(lines), "、".join(f"`{other}`" for other in sorted(used))
