"""From a Lark grammar to plain tables that a driver can run without importing lark.

`build_all` is called when the package is built and writes one JSON file a grammar; `load` reads it,
and makes the tables anew with lark where the file is missing or was made from another grammar.

The tables are Lark's own (`_parse_table` is private to lark, hence the upper bound on lark in
pyproject.toml); a differential test holds the driver against `Lark.parse`.
"""

from __future__ import annotations

import json
import zlib
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import resources

if TYPE_CHECKING:
    from lark import Lark

_FORMAT = "3"
#: grammar name → its start rule
GRAMMARS = {"plan": "start", "rule": "start"}


@dataclass(slots=True, repr=False)
class Reduction:
    """What one grammar rule does when it is reduced.

    `action` is the method to call; "_" hands the children up to the rule above. `take` lists
    (index, spread, absent before), or is None to take all as they are.
    """

    origin: str
    length: int
    action: str
    single: bool
    take: tuple[tuple[int, bool, int], ...] | None
    absent_after: int


@dataclass(slots=True, repr=False)
class Tables:
    """LALR(1) tables: per state, terminal → action (shift to s ≥ 0, reduce rule ~a), and the gotos."""

    terminals: dict[str, tuple[str, int]]
    actions: list[dict[str, int]]
    gotos: list[dict[str, int]]
    reductions: list[Reduction]
    start: int
    end: int
    sentences: dict[str, dict[str, list[str]]]


def _digest(name: str) -> str:
    """Tells one grammar from another; nobody has to be kept from forging it, so a checksum will do."""
    parts = [_FORMAT, resources.read_grammar("lexical.lark"), resources.read_grammar(f"{name}.lark")]
    errors = resources.grammar_folder() / f"{name}.errors"
    parts.append(errors.read_text(encoding="utf-8") if errors.is_file() else "")
    text = "\0".join(parts).encode()
    return f"{len(text)}-{zlib.crc32(text):08x}"


def open_lark(name: str) -> Lark:
    """The grammar as lark reads it: the reference for the driver, and the maker of the tables."""
    import re

    from lark import Lark

    folder = resources.grammar_folder()
    return Lark(
        resources.read_grammar(f"{name}.lark"),
        parser="lalr",
        lexer="contextual",
        start=GRAMMARS[name],
        maybe_placeholders=True,
        import_paths=[str(folder)],
        source_path=str(folder / f"{name}.lark"),
        g_regex_flags=re.IGNORECASE,
    )


def _take(rule: Any) -> tuple[tuple[tuple[int, bool, int], ...] | None, int]:
    """Which children a reduction keeps, as Lark's parse-tree builder decides it."""
    expansion = rule.expansion
    flags = rule.options.empty_indices
    gaps = [0] * (len(expansion) + 1)
    if flags:
        gaps = [len(ones) for ones in "".join(str(int(flag)) for flag in flags).split("0")]
    take: list[tuple[int, bool, int]] = []
    absent = 0
    for index, symbol in enumerate(expansion):
        absent += gaps[index]
        if rule.options.keep_all_tokens or not (symbol.is_term and symbol.filter_out):
            take.append((index, not symbol.is_term and symbol.name.startswith("_"), absent))
            absent = 0
    absent += gaps[-1]
    plain = len(take) == len(expansion) and not absent and not any(spread or gap for _, spread, gap in take)
    return (None if plain else tuple(take)), absent


def _reduction(rule: Any) -> Reduction:
    origin = str(rule.origin.name)
    take, absent = _take(rule)
    action = "_" if origin.startswith("_") else str(rule.alias or origin)
    single = bool(rule.options.expand1) and not rule.alias
    return Reduction(origin, len(rule.expansion), action, single, take, absent)


def build(name: str) -> Tables:
    """Make the tables of a grammar with lark, without its error sentences."""
    parser: Any = open_lark(name)
    # The documented way out of lark is a pickle that needs lark to read it.
    table = parser.parser.parser._parse_table  # noqa: SLF001
    start = GRAMMARS[name]
    known = {terminal.name for terminal in parser.terminals}
    rules: list[Any] = sorted(parser.rules, key=lambda rule: (rule.origin.name, str(rule), rule.order))
    number = {rule: index for index, rule in enumerate(rules)}
    actions: list[dict[str, int]] = []
    gotos: list[dict[str, int]] = []
    states = _in_order(table.states, int(table.start_states[start]))
    for state in states:
        row: dict[str, int] = {}
        goto: dict[str, int] = {}
        for symbol, (action, argument) in sorted(table.states[state].items()):
            if action.name == "Reduce":
                row[symbol] = ~number[argument]
            elif symbol in known or symbol in ("$END", "_NL"):
                row[symbol] = states[argument]
            else:
                goto[symbol] = states[argument]
        actions.append(row)
        gotos.append(goto)
    terminals = {t.name: (t.pattern.to_regexp(), int(t.priority)) for t in sorted(parser.terminals, key=str)}
    reductions = [_reduction(rule) for rule in rules]
    return Tables(terminals, actions, gotos, reductions, 0, states[table.end_states[start]], {})


def _in_order(rows: Any, start: int) -> dict[int, int]:
    """Lark's numbers of the states, which change from run to run, → their order on the way from the start."""
    order = {start: 0}
    waiting = deque([start])
    while waiting:
        for _, (action, argument) in sorted(rows[waiting.popleft()].items()):
            if action.name != "Reduce" and argument not in order:
                order[argument] = len(order)
                waiting.append(argument)
    return order


def build_with_sentences(name: str) -> Tables:
    """Make the tables of a grammar and the hand-written sentences of its parser states."""
    from checker.syntax.sentences import compile_sentences

    tables = build(name)
    tables.sentences = compile_sentences(name, tables)
    return tables


def _to_json(tables: Tables, digest: str) -> str:
    reductions = [[r.origin, r.length, r.action, r.single, r.take, r.absent_after] for r in tables.reductions]
    content = {
        "digest": digest,
        "terminals": tables.terminals,
        "actions": tables.actions,
        "gotos": tables.gotos,
        "reductions": reductions,
        "start": tables.start,
        "end": tables.end,
        "sentences": tables.sentences,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _from_json(text: str, digest: str) -> Tables | None:
    content = json.loads(text)
    if content["digest"] != digest:
        return None
    reductions = [
        Reduction(origin, length, action, single, None if take is None else tuple(map(tuple, take)), absent)
        for origin, length, action, single, take, absent in content["reductions"]
    ]
    terminals = {key: (pattern, priority) for key, (pattern, priority) in content["terminals"].items()}
    return Tables(
        terminals,
        content["actions"],
        content["gotos"],
        reductions,
        content["start"],
        content["end"],
        content["sentences"],
    )


def load(name: str) -> Tables:
    """The tables of a grammar: the prepared ones if they are of this grammar, else made now (slow)."""
    digest = _digest(name)
    prepared = resources.read_table(f"{name}.json")
    if prepared is not None:
        tables = _from_json(prepared, digest)
        if tables is not None:
            return tables
    return build_with_sentences(name)


def build_all(out_folder: Path) -> list[Path]:
    """Write the prepared tables of every grammar that is there; gives the files written."""
    out_folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name in GRAMMARS:
        if not (resources.grammar_folder() / f"{name}.lark").is_file():
            continue
        path = out_folder / f"{name}.json"
        path.write_text(_to_json(build_with_sentences(name), _digest(name)), encoding="utf-8")
        written.append(path)
    return written
