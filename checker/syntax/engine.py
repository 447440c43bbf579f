"""The driver: runs the tables of a Lark grammar over a text, without lark.

A scanner of the parser's state finds the next word (`scanner`). Children reach the actions as they would
reach a Lark Transformer, so lark itself can stand in for the driver in a test.

The end of a line is a word, `_NL`, for a grammar that knows it, except after 、 or an open bracket, and
before ｛.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from copy import copy
from functools import cache, cached_property, partial
from operator import itemgetter
from typing import Any, Protocol

from checker.syntax.nodes import Lexeme
from checker.syntax.remembered import Known, Remembered
from checker.syntax.scanner import ANY_BLANK, BLANK, LINE_END, Group, Scanner, Trial, compile_scanner, kinds_of
from checker.syntax.tables import Reduction, Tables, load

#: Kinds after which the end of the line does not count, and marks before which it does not.
_OPEN = frozenset({"_COMMA", "_SEMICOLON", "_LPAR", "_LBRACE"})
_BRACES = ("{", "｛")

Method = Callable[[list[Any], int, int], Any]
Take = tuple[tuple[int, bool, int], ...]
#: What the reduction of a repetition takes: its own list, and what is added to it.
_GROWING = ((0, True, 0), (1, True, 0))


Gather = Callable[[list[Any]], list[Any]]
#: A reduction made ready for the loop: how many children, what they become (origin), the method that makes
#: it, what picks the children it gets (None: all), and whether one child goes up as it is. Without a method
#: nothing is made: one child stays, and of two the first, the list of a repetition, takes in the second.
#: A plain tuple: unpacking a named one costs more than the rest of a small reduction.
Step = tuple[int, str, Method | None, Gather | None, bool]

#: What no terminal of the state matches: an unclosed mark costs the rest of its line.
UNCLOSED = "UNCLOSED"
UNKNOWN_FIELD = "UNKNOWN_FIELD"
STRAY = "STRAY"
END = "$END"
_UNKNOWN_FIELD = (UNKNOWN_FIELD, r"[^\W_]\w*(?=[ \t\u3000]*[:：])")
_FALLBACK = (
    (STRAY, r"「[^「」\r\n]+」|《[^《》\r\n]+》|“[^“”\r\n]*”|\"[^\"\r\n]*\""),
    (UNCLOSED, r"[“\"＂「《][^\r\n]*"),
    (STRAY, r"\w+|\S"),
)


#: A terminal that is a list of words before a colon.
_LISTED = re.compile(r"\(\?:([\w|]+)\)\(\?=\[[^\]]*\]\*\[:：\]\)$")


class Recovery(Protocol):
    """What is done about an error: it may change the run's stacks and place, and must make headway."""

    def __call__(self, run: Run, found: Lexeme, expected: dict[str, int]) -> bool:
        """True to go on at `run.position`; False to give up this text."""


class Parser:
    """The tables of one grammar with what is derived from them; shared by all runs.

    `field_words` are the words before a colon that a table tells apart: those that the grammar lists, and those handed
    over, each with its kind.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.scanners: dict[frozenset[str], Scanner] = {}
        self.masks = [frozenset(row) for row in tables.actions]
        self.by_state: list[Scanner | None] = [None] * len(self.masks)
        self.has_lines = any("_NL" in row for row in tables.actions)
        self.blank = BLANK if self.has_lines else ANY_BLANK
        self.field_kinds = frozenset(kind for kind in tables.terminals if kind.endswith("_FIELD"))
        self.field_words: dict[str, str] = {
            word: kind
            for kind in sorted(self.field_kinds)
            if (listed := _LISTED.match(tables.terminals[kind][0]))
            for word in listed.group(1).split("|")
        }

    def knowing(self, field_words: Mapping[str, str]) -> Parser:
        """The same parser with more words of fields."""
        more = copy(self)
        more.field_words = {**self.field_words, **field_words}
        return more

    def field_kind(self, text: str, mask: Container[str]) -> str:
        """The kind of a word before a colon: the field it names, if that fits here."""
        kind = self.field_words.get(text) or self.field_words.get(text.lower(), UNKNOWN_FIELD)
        return kind if kind in mask else UNKNOWN_FIELD

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
            groups = self.groups(mask)
            trial = Trial(groups, self.blank, partial(self._settle, mask, groups))
            made = self.scanners[mask] = (trial, kinds_of(groups))
        return made

    def groups(self, mask: frozenset[str]) -> list[Group]:
        """The kinds of a mask with their patterns, the first that fits first."""
        terminals = self.tables.terminals
        kinds = sorted(
            (kind for kind in mask if kind in terminals and terminals[kind][0]),
            key=lambda kind: (-terminals[kind][1], -len(terminals[kind][0]), kind),
        )
        groups = [("_NL", LINE_END)] if self.has_lines else []
        listed = set(self.field_words.values())
        patterns = [(kind, terminals[kind][0]) for kind in kinds if kind not in listed]
        if mask & self.field_kinds:
            # One look for any word before a colon: the words of the fields are told apart by a table, and a
            # misspelt one must not be read as a name or a unit of the value before it.
            top = sum(kind in self.field_kinds for kind, _ in patterns)
            patterns.insert(top, _UNKNOWN_FIELD)
        return groups + patterns

    def _settle(self, mask: frozenset[str], groups: list[Group]) -> None:
        """From now on one expression for all of the mask."""
        made = self.scanners[mask] = compile_scanner(groups, self.blank)
        for state, kinds in enumerate(self.masks):
            if kinds == mask:
                self.by_state[state] = made

    @cached_property
    def fallback(self) -> Scanner:
        """What finds a word that the state under way does not accept."""
        return compile_scanner(_FALLBACK, self.blank)

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
        return [_step(reduction, actions) for reduction in self.tables.reductions]


def _step(reduction: Reduction, actions: object) -> Step:
    hands_up = reduction.action == "_"
    stays = reduction.single and reduction.length == 1
    method: Method | None
    if stays or (hands_up and reduction.take == _GROWING and not reduction.absent_after):
        method = None
    else:
        method = _handed_up if hands_up else getattr(actions, reduction.action)
    gather = _gather(reduction.take, reduction.absent_after)
    return reduction.length, reduction.origin, method, gather, reduction.single


def _handed_up(children: list[Any], _start: int, _end: int) -> list[Any]:
    """What a rule without a name of its own gives to the rule above it."""
    return children


def _gather(take: Take | None, absent_after: int) -> Gather | None:
    if take is None and not absent_after:
        return None
    if take is not None and not absent_after and not any(spread or absent for _, spread, absent in take):
        evenly = _as_slice([index for index, _, _ in take])
        if evenly is not None:
            return itemgetter(evenly)
    return partial(_taken, take, absent_after)


def _as_slice(indexes: list[int]) -> slice | None:
    """The slice that takes just these, or None if none does."""
    stride = indexes[1] - indexes[0] if len(indexes) > 1 else 1
    made = slice(indexes[0], indexes[-1] + 1, stride) if indexes else slice(0, 0)
    return made if list(range(made.stop))[made] == indexes else None


class Run:
    """One parse under way: the stacks, the place, and the means to mend them."""

    __slots__ = ("end", "inserted", "last", "parser", "position", "recovery", "remembered", "starts", "states", "steps",
                 "text", "trace", "values")  # fmt: skip

    def __init__(
        self,
        parser: Parser,
        text: str,
        steps: list[Step],
        recovery: Recovery,
        trace: list[Lexeme] | None,
        remembered: Remembered | None = None,
    ) -> None:
        self.parser = parser
        self.text = text
        self.steps = steps
        self.recovery = recovery
        self.trace = trace
        #: Who wants the words themselves has them read.
        self.remembered = remembered if trace is None else None
        self.begin(0, len(text))

    def begin(self, start: int, end: int) -> None:
        """Empty the stacks for the stretch `text[start:end]`."""
        self.position = start
        self.end = end
        self.states = [self.parser.tables.start]
        self.values: list[Any] = [None]
        self.starts = [start]
        self.last = Lexeme("", "", start, start)
        self.inserted = ""

    def lexeme_in(self, state: int) -> Lexeme:
        """The next word as `state` reads it; `$END` at the end. Nothing is consumed."""
        return self._lexeme(self.parser.scanner(state), self.parser.masks[state])

    def lexeme_by(self, mask: frozenset[str]) -> Lexeme:
        """The next word as a state that accepts just the kinds of `mask` would read it."""
        return self._lexeme(self.parser.scanner_for(mask), mask)

    def _lexeme(self, scanner: Scanner, mask: frozenset[str]) -> Lexeme:
        find, kinds = scanner
        position = self.position
        while True:
            match = find(self.text, position, self.end)
            if match is None:
                find, kinds = self.parser.fallback
                match = find(self.text, position, self.end)
            if match is None:
                return Lexeme(END, "", self.last.end, self.last.end)
            group = match.lastindex or 0
            kind = kinds[group]
            start, stop = match.span(group)
            if kind == "_NL" and (self.last.kind in _OPEN or self.text[stop : stop + 1] in _BRACES):
                position = stop
                continue
            if kind == UNKNOWN_FIELD:
                kind = self.parser.field_kind(self.text[start:stop], mask)
            return Lexeme(kind, self.text[start:stop], start, stop)

    def run(self, start: int, end: int) -> Any:  # noqa: C901, PLR0912, PLR0915 - see below
        """Parse the stretch; the value of the start rule, or None if the recovery gave up.

        One loop on purpose: calls in it cost more than what they do.
        """
        self.begin(start, end)
        text, trace, steps, parser = self.text, self.trace, self.steps, self.parser
        rows, gotos, by_state = parser.tables.actions, parser.tables.gotos, parser.by_state
        states, values, starts, field_words = self.states, self.values, self.starts, parser.field_words
        state, position, last, inserted = states[-1], start, self.last, ""
        last_kind, last_end = last.kind, last.end
        remembered, field_kinds = self.remembered, parser.field_kinds
        #: The state that reads the next word; of a field to be remembered, its key, and how deep it lies.
        reading, key, depth = state, (0, ""), -1
        while True:
            if inserted:
                kind, first, behind = inserted, last_end, last_end
            else:
                find, kinds = by_state[reading] or parser.scanner(reading)
                match = find(text, position, end)
                if match is None:
                    find, kinds = parser.fallback
                    match = find(text, position, end)
                if match is None:
                    kind, first, behind = END, last_end, last_end
                else:
                    group = match.lastindex or 0
                    kind = kinds[group]
                    first, behind = match.span(group)
                    if kind == "_NL" and (last_kind in _OPEN or text[behind : behind + 1] in _BRACES):
                        position = behind
                        continue
                    if kind == UNKNOWN_FIELD:
                        word = text[first:behind]
                        kind = field_words.get(word) or parser.field_kind(word, parser.masks[reading])
            action = rows[state].get(kind)
            while action is not None and action < 0:
                length, origin, method, gather, single = steps[~action]
                if length == 1:
                    if method is not None:
                        children = values[-1:]
                        values[-1] = method(children if gather is None else gather(children), starts[-1], last_end)
                    del states[-1]
                elif method is None:
                    # A repetition grows its own list: copying it each time would be quadratic.
                    added = values.pop()
                    values[-1] += added
                    del states[-2:], starts[-1]
                elif length:
                    children = values[-length:]
                    if gather is not None:
                        children = gather(children)
                    lone = single and len(children) == 1
                    value = children[0] if lone else method(children, starts[-length], last_end)
                    values[-length:] = (value,)
                    del states[-length:], starts[1 - length :]
                    if len(states) == depth and remembered is not None:
                        # All from the word of the field on: this is the field.
                        known = Known(value, last, reading, gotos[states[-1]][origin])
                        remembered.keep(key, known, Lexeme(kind, "", first, behind))
                        depth = -1
                else:
                    values.append(method([] if gather is None else gather([]), last_end, last_end))
                    starts.append(last_end)
                state = gotos[states[-1]][origin]
                states.append(state)
                action = rows[state].get(kind)
            if action is not None:
                if remembered is not None and kind in field_kinds and not inserted:
                    stretch = remembered.stretch(text, first, end)
                    if stretch is not None:
                        key, depth = (state, stretch.group()), len(states)
                        found = remembered.known.get(key)
                        if found is not None:
                            by = first - found.field.start
                            last_kind, _, _, last_end = last = found.last.moved(by)
                            values.append(found.field.moved(by))
                            states.append(found.state)
                            starts.append(first)
                            position, state, reading, depth = last_end, found.state, found.reading, -1
                            continue
                # Past the named tuple's own slower constructor.
                last = tuple.__new__(Lexeme, (kind, text[first:behind], first, behind))
                last_kind, last_end, state, reading = kind, behind, action, action
                states.append(action)
                values.append(last)
                starts.append(first)
                if inserted:
                    inserted = ""
                    continue
                position = behind
                if trace is not None:
                    trace.append(last)
            elif kind == END and state == parser.tables.end:
                return values[-1]
            else:
                self.position, self.last, self.inserted = position, last, ""
                if not self.recovery(self, Lexeme(kind, text[first:behind], first, behind), rows[state]):
                    return None
                state, position, last, inserted = states[-1], self.position, self.last, self.inserted
                last_kind, last_end, reading, depth = last.kind, last.end, state, -1

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
        """Let the run go on with a word that is missing, empty and at the end of the last one; it must fit."""
        self.inserted = kind

    def pop_to(self, accepts: Callable[[dict[str, int]], bool]) -> bool:
        """Drop what is under way until a state that `accepts` is on top; False if none is below."""
        rows = self.parser.tables.actions
        for keep in range(len(self.states) - 1, -1, -1):
            if accepts(rows[self.states[keep]]):
                for stack in (self.states, self.values, self.starts):
                    del stack[keep + 1 :]
                return True
        return False


def _taken(take: Take | None, absent_after: int, children: list[Any]) -> list[Any]:
    kept: list[Any] = []
    if take is None:
        kept = children
    else:
        if take and take[0] == _GROWING[0]:
            # The list of a repetition is its own.
            kept, take = children[0], take[1:]
        for index, spread, absent in take:
            if absent:
                kept += [None] * absent
            if spread:
                kept += children[index]
            else:
                kept.append(children[index])
    return kept + [None] * absent_after if absent_after else kept
