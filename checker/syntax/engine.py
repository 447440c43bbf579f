"""The driver: runs the tables of a Lark grammar over a text, without lark.

One regular expression a parser state (made of the terminals that state accepts, in Lark's order)
finds the next word; that is what Lark's contextual lexer does. Children reach the actions as they
would reach a Lark Transformer, so lark itself can stand in for the driver in a test.

White space and comments part words. The end of a line is a word, `_NL`, for a grammar that knows it,
except after 、 or an open bracket, and before ｛.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Protocol

from checker.syntax.nodes import Lexeme
from checker.syntax.tables import Tables, load

_COMMENT = r"#[^\r\n]*|//[^\r\n]*|注[:：][^\r\n]*"
_BLANK = rf"(?:[ \t\u3000\ufeff\f\v]|{_COMMENT})*+"
_LINE_END = rf"[\r\n](?:\s|\ufeff|{_COMMENT})*+"
#: Kinds after which the end of the line does not count, and marks before which it does not.
_OPEN = frozenset({"_COMMA", "_SEMICOLON", "_LPAR", "_LBRACE"})
_BRACES = ("{", "｛")

Scanner = tuple[re.Pattern[str], tuple[str, ...]]
Method = Callable[[list[Any], int, int], Any]
#: A reduction made ready: length, method, single, what to take, how many absent behind, origin, hands up.
Step = tuple[int, Method | None, bool, tuple[tuple[int, bool, int], ...] | None, int, str, bool]

#: What no terminal of the state matches: an unclosed mark costs the rest of its line.
UNCLOSED = "UNCLOSED"
UNKNOWN_FIELD = "UNKNOWN_FIELD"
STRAY = "STRAY"
END = "$END"
_FALLBACK = (
    (UNKNOWN_FIELD, r"[^\W_]\w*(?=[ \t\u3000]*[:：])"),
    (STRAY, r"「[^「」\r\n]+」|《[^《》\r\n]+》|“[^“”\r\n]*”|\"[^\"\r\n]*\""),
    (UNCLOSED, r"[“\"＂「《][^\r\n]*"),
    (STRAY, r"\w+|\S"),
)


class Recovery(Protocol):
    """What is done about an error: it may change the run's stacks and place, and must make headway."""

    def __call__(self, run: Run, found: Lexeme, expected: dict[str, int]) -> bool:
        """True to go on at `run.position`; False to give up this text."""


class Parser:
    """The tables of one grammar with what is derived from them; shared by all runs."""

    __slots__ = ("by_state", "field_kinds", "has_lines", "masks", "scanners", "tables")

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.scanners: dict[frozenset[str], Scanner] = {}
        self.masks = [frozenset(row) for row in tables.actions]
        self.by_state: list[Scanner | None] = [None] * len(self.masks)
        self.has_lines = any("_NL" in row for row in tables.actions)
        self.field_kinds = frozenset(kind for kind in tables.terminals if kind.endswith("_FIELD"))

    @staticmethod
    @cache
    def load(grammar: str) -> Parser:
        """The parser of `grammar` (plan, rule); its tables are read once a process."""
        return Parser(load(grammar))

    def scanner(self, state: int) -> Scanner:
        """The expression that finds the next word in `state`, and the kind of each of its groups."""
        made = self.by_state[state]
        if made is None:
            made = self.by_state[state] = self.scanner_for(self.masks[state])
        return made

    def scanner_for(self, mask: frozenset[str]) -> Scanner:
        """The same for a set of kinds."""
        made = self.scanners.get(mask)
        if made is None:
            made = self.scanners[mask] = self._make_scanner(mask)
        return made

    def _make_scanner(self, mask: frozenset[str]) -> Scanner:
        terminals = self.tables.terminals
        kinds = sorted(
            (kind for kind in mask if kind in terminals),
            key=lambda kind: (-terminals[kind][1], -len(terminals[kind][0]), kind),
        )
        groups = [("_NL", _LINE_END)] if self.has_lines else []
        patterns = [(kind, terminals[kind][0]) for kind in kinds]
        if mask & self.field_kinds:
            # A misspelt field must not be read as a name or a unit of the value before it.
            low = next((i for i, kind in enumerate(kinds) if terminals[kind][1] < _FIELD_PRIORITY), len(kinds))
            patterns.insert(low, _FALLBACK[0])
        groups += patterns + list(_FALLBACK[1:])
        blank = _BLANK if self.has_lines else rf"(?:\s|\ufeff|{_COMMENT})*+"
        expression = blank + "(?:" + "|".join(f"({pattern})" for _, pattern in groups) + ")"
        return re.compile(expression, re.IGNORECASE), ("", *(kind for kind, _ in groups))

    def parse(
        self,
        text: str,
        start: int,
        end: int,
        actions: object,
        recovery: Recovery,
        trace: list[Lexeme] | None = None,
    ) -> Any:
        """Parse `text[start:end]`; the value of the start rule's action, or None if `recovery` gave up.

        Every word that was taken in is added to `trace`, for those who need the words themselves.
        """
        return Run(self, text, self.steps(actions), recovery, trace).run(start, end)

    def steps(self, actions: object) -> list[Step]:
        """The reductions, each with the method of `actions` that it calls."""
        return [
            (
                r.length,
                None if r.action == "_" or (r.single and r.length == 1) else getattr(actions, r.action),
                r.single,
                r.take,
                r.absent_after,
                r.origin,
                r.action == "_",
            )
            for r in self.tables.reductions
        ]


#: Terminals below this priority are names, numbers and units; fields and keywords stand above.
_FIELD_PRIORITY = 6


class Run:
    """One parse under way: the stacks, the place, and the means to mend them."""

    __slots__ = ("end", "ends", "last", "parser", "position", "recovery", "starts", "states", "steps", "text", "trace",
                 "values")  # fmt: skip

    def __init__(
        self, parser: Parser, text: str, steps: list[Step], recovery: Recovery, trace: list[Lexeme] | None
    ) -> None:
        self.parser = parser
        self.text = text
        self.steps = steps
        self.recovery = recovery
        self.trace = trace
        self.begin(0, len(text))

    def begin(self, start: int, end: int) -> None:
        """Empty the stacks for the stretch `text[start:end]`."""
        self.position = start
        self.end = end
        self.states = [self.parser.tables.start]
        self.values: list[Any] = [None]
        self.starts = [start]
        self.ends = [start]
        self.last = Lexeme("", "", start, start)

    def lexeme_in(self, state: int) -> Lexeme:
        """The next word as `state` reads it; `$END` at the end. Nothing is consumed."""
        return self._lexeme(self.parser.scanner(state))

    def lexeme_by(self, mask: frozenset[str]) -> Lexeme:
        """The next word as a state that accepts just the kinds of `mask` would read it."""
        return self._lexeme(self.parser.scanner_for(mask))

    def _lexeme(self, scanner: Scanner) -> Lexeme:
        pattern, kinds = scanner
        position = self.position
        while True:
            match = pattern.match(self.text, position, self.end)
            if match is None:
                return Lexeme(END, "", self.last.end, self.last.end)
            group = match.lastindex or 0
            kind = kinds[group]
            if kind == "_NL" and (self.last.kind in _OPEN or self.text[match.end() : match.end() + 1] in _BRACES):
                position = match.end()
                continue
            start, stop = match.span(group)
            return Lexeme(kind, self.text[start:stop], start, stop)

    def run(self, start: int, end: int) -> Any:
        """Parse the stretch; the value of the start rule, or None if the recovery gave up.

        One loop on purpose: calls in it cost more than what they do.
        """
        self.begin(start, end)
        text, rows, by_state = self.text, self.parser.tables.actions, self.parser.by_state
        states, values, starts, ends = self.states, self.values, self.starts, self.ends
        while True:
            state = states[-1]
            pattern, kinds = by_state[state] or self.parser.scanner(state)
            match = pattern.match(text, self.position, end)
            if match is None:
                lexeme = Lexeme(END, "", self.last.end, self.last.end)
            else:
                group = match.lastindex or 0
                kind = kinds[group]
                first, behind = match.span(group)
                if kind == "_NL" and (self.last.kind in _OPEN or text[behind : behind + 1] in _BRACES):
                    self.position = behind
                    continue
                lexeme = Lexeme(kind, text[first:behind], first, behind)
            action = rows[state].get(lexeme.kind)
            while action is not None and action < 0:
                self._reduce(~action)
                action = rows[states[-1]].get(lexeme.kind)
            if action is not None:
                states.append(action)
                values.append(lexeme)
                starts.append(lexeme.start)
                ends.append(lexeme.end)
                self.position = lexeme.end
                self.last = lexeme
                if self.trace is not None:
                    self.trace.append(lexeme)
            elif lexeme.kind == END and states[-1] == self.parser.tables.end:
                return values[-1]
            elif not self.recovery(self, lexeme, rows[states[-1]]):
                return None

    def after(self, kind: str, states: list[int] | None = None) -> list[int] | None:
        """The stack of states once `kind` was taken in, or None where it does not fit; nothing is changed."""
        tables = self.parser.tables
        stack = list(self.states if states is None else states)
        while True:
            action = tables.actions[stack[-1]].get(kind)
            if action is None:
                return stack if kind == END and stack[-1] == tables.end else None
            if action >= 0:
                stack.append(action)
                return stack
            reduction = tables.reductions[~action]
            if reduction.length:
                del stack[-reduction.length :]
            stack.append(tables.gotos[stack[-1]][reduction.origin])

    def insert(self, kind: str) -> None:
        """Take in a word that is missing, empty and at the end of the last one; it must fit."""
        rows = self.parser.tables.actions
        while (action := rows[self.states[-1]][kind]) < 0:
            self._reduce(~action)
        lexeme = Lexeme(kind, "", self.last.end, self.last.end)
        self.states.append(action)
        self.values.append(lexeme)
        self.starts.append(lexeme.start)
        self.ends.append(lexeme.end)
        self.last = lexeme

    def pop_to(self, accepts: Callable[[dict[str, int]], bool]) -> bool:
        """Drop what is under way until a state that `accepts` is on top; False if none is below."""
        rows = self.parser.tables.actions
        for keep in range(len(self.states) - 1, -1, -1):
            if accepts(rows[self.states[keep]]):
                for stack in (self.states, self.values, self.starts, self.ends):
                    del stack[keep + 1 :]
                return True
        return False

    def _reduce(self, number: int) -> None:
        length, method, single, take, absent, origin, hands_up = self.steps[number]
        states, values = self.states, self.values
        if length == 1:
            # The value stays where it is; only what it means changes.
            states.pop()
            states.append(self.parser.tables.gotos[states[-1]][origin])
            if method is None and not hands_up:
                return
            children = [values[-1]] if take is None and not absent else _taken([values[-1]], take, absent)
            values[-1] = children if method is None else method(children, self.starts[-1], self.ends[-1])
            return
        if length:
            children = values[-length:]
            start, end = self.starts[-length], self.ends[-1]
            del states[-length:], values[-length:], self.starts[-length:], self.ends[-length:]
        else:
            children = []
            start = end = self.last.end
        if take is not None or absent:
            children = _taken(children, take, absent)
        if method is None:
            values.append(children)
        elif single and len(children) == 1:
            values.append(children[0])
        else:
            values.append(method(children, start, end))
        self.starts.append(start)
        self.ends.append(end)
        states.append(self.parser.tables.gotos[states[-1]][origin])


_GROWING = (0, True, 0)


def _taken(children: list[Any], take: tuple[tuple[int, bool, int], ...] | None, absent_after: int) -> list[Any]:
    kept: list[Any] = []
    if take is None:
        kept = children
    else:
        if take and take[0] == _GROWING:
            # A repetition grows its own list: copying it each time would be quadratic.
            kept, take = children[0], take[1:]
        for index, spread, absent in take:
            if absent:
                kept += [None] * absent
            if spread:
                kept += children[index]
            else:
                kept.append(children[index])
    return kept + [None] * absent_after if absent_after else kept
