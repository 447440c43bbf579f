"""From a Lark grammar to plain tables that a driver can run without importing lark.

`build_all` is called when the package is built and writes one file a grammar; `load` reads it,
and makes the tables anew with lark where the file is missing or was made from another grammar.

The tables are Lark's own (`_parse_table` is private to lark, hence the upper bound on lark in
pyproject.toml); a differential test holds the driver against `Lark.parse`.
"""

from __future__ import annotations

import io
import pickle
import zlib
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from checker import resources

if TYPE_CHECKING:
    from lark import Lark

_FORMAT = "4"
_SUFFIX = ".tables"
_PROTOCOL = 4
#: grammar name → its start rule
GRAMMARS = {"plan": "start", "rule": "start"}


class Reduction(Struct):
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


class Tables(Struct):
    """LALR(1) tables: per state, terminal → action (shift to s ≥ 0, reduce rule ~a), and the gotos.

    A terminal has its pattern and its priority; a field whose words are handed to the parser has no pattern.
    """

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
    rules: list[Any] = sorted(parser.rules, key=lambda rule: (rule.origin.name, str(rule), rule.order))
    number = {rule: index for index, rule in enumerate(rules)}
    actions: list[dict[str, int]] = []
    gotos: list[dict[str, int]] = []
    states = _in_order(table.states, int(table.start_states[start]))
    for state in states:
        row: dict[str, int] = {}
        goto: dict[str, int] = {}
        for written, (action, argument) in sorted(table.states[state].items()):
            # Lark's own names are tokens, a kind of text of its own.
            symbol = str(written)
            if action.name == "Reduce":
                row[symbol] = ~number[argument]
            elif symbol.isupper():  # a terminal, as lark tells them from rules
                row[symbol] = states[argument]
            else:
                goto[symbol] = states[argument]
        actions.append(row)
        gotos.append(goto)
    terminals = {str(t.name): (str(t.pattern.to_regexp()), int(t.priority)) for t in sorted(parser.terminals, key=str)}
    terminals |= {kind: ("", 0) for row in actions for kind in row if kind.endswith("_FIELD") and kind not in terminals}
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


def _to_bytes(tables: Tables, digest: str) -> bytes:
    """Plain values only, so that reading them back makes nothing but these."""
    reductions = [(r.origin, r.length, r.action, r.single, r.take, r.absent_after) for r in tables.reductions]
    rest = (tables.start, tables.end, tables.sentences)
    return pickle.dumps((digest, tables.terminals, tables.actions, tables.gotos, reductions, *rest), _PROTOCOL)


class _PlainValues(pickle.Unpickler):
    """Reads lists, dictionaries, texts and numbers; a table has nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """Always an UnpicklingError: nothing that has a class stands in a table."""
        raise pickle.UnpicklingError(f"{module}.{name}")


def _from_bytes(content: bytes, digest: str) -> Tables | None:
    try:
        known, terminals, actions, gotos, reductions, *rest = _PlainValues(io.BytesIO(content)).load()
        if known != digest:
            return None
        return Tables(terminals, actions, gotos, [Reduction(*one) for one in reductions], *rest)
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, LookupError):
        # Cut short, or of another version.
        return None


def load(name: str) -> Tables:
    """The tables of a grammar: the prepared ones if they are of this grammar, else made now (slow)."""
    digest = _digest(name)
    prepared = resources.read_table(f"{name}{_SUFFIX}")
    if prepared is not None:
        tables = _from_bytes(prepared, digest)
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
        path = out_folder / f"{name}{_SUFFIX}"
        path.write_bytes(_to_bytes(build_with_sentences(name), _digest(name)))
        written.append(path)
    return written
