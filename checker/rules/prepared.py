"""Rule trees made ready when the package is built, so that a run need not parse the rules that ship.

`build` writes one table; `find` looks a rule file up by its text and the grammar, so that an edited rule or
grammar is never read from an old table.
"""

from __future__ import annotations

import dataclasses
import json
import zlib
from functools import cache
from pathlib import Path
from typing import Any

from checker import resources
from checker.rules import nodes, parts
from checker.rules.packs import BUILT_IN, installed_pack
from checker.rules.parts import RuleFile, RuleNode
from checker.source import SourceText

TABLE = "rules.json"
_FORMAT = "1"
_TUPLE = -1
_CLASSES = tuple(
    value
    for module in (nodes, parts)
    for _, value in sorted(vars(module).items())
    if isinstance(value, type) and value.__module__ == module.__name__
)
_NUMBERS = {cls: number for number, cls in enumerate(_CLASSES)}


def build(out_folder: Path) -> Path:
    """Write the table of the rule files that ship, those with slips excepted; gives the file written."""
    from checker.rules.read import parse_rules

    pack = installed_pack(BUILT_IN)
    assert pack is not None
    files = [parse_rules(source) for source in pack.files]
    table = {_digest(file.source.text): encode(tuple(file.rules)) for file in files if not file.problems}
    out_folder.mkdir(parents=True, exist_ok=True)
    path = out_folder / TABLE
    path.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8")
    return path


def find(source: SourceText) -> RuleFile | None:
    """The tree of a rule file, if the table has it."""
    found = _table().get(_digest(source.text))
    if found is None:
        return None
    rules: tuple[RuleNode, ...] = decode(found)
    return RuleFile(source, list(rules), [])


@cache
def _table() -> dict[str, Any]:
    text = resources.read_table(TABLE)
    table: dict[str, Any] = json.loads(text) if text is not None else {}
    return table


def _digest(text: str) -> str:
    return _checksum(f"{_grammar()}\0{text}")


@cache
def _grammar() -> str:
    parts = [_FORMAT, resources.read_grammar("lexical.lark"), resources.read_grammar("rule.lark")]
    parts += [f"{cls.__name__}({','.join(field.name for field in dataclasses.fields(cls))})" for cls in _CLASSES]
    return _checksum("\0".join(parts))


def _checksum(text: str) -> str:
    """Tells one text from another; nobody has to be kept from forging it."""
    content = text.encode("utf-8", "surrogatepass")
    return f"{len(content)}-{zlib.crc32(content):08x}"


def encode(value: Any) -> Any:
    """A tree as plain lists: [number of the class, fields …], [-1, members …] for a tuple."""
    if isinstance(value, tuple):
        return [_TUPLE, *(encode(one) for one in value)]
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return [_NUMBERS[type(value)], *(encode(getattr(value, field.name)) for field in fields)]
    return value


def decode(value: Any) -> Any:
    """The tree that `encode` made lists of."""
    if not isinstance(value, list):
        return value
    number, *rest = value
    parts = [decode(one) if isinstance(one, list) else one for one in rest]
    return tuple(parts) if number == _TUPLE else _CLASSES[number](*parts)
