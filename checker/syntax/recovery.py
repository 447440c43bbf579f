"""What is done about a word that does not fit, so that one slip costs one field, at most one declaration.

In this order: an unclosed quote costs the rest of its line; a missing mark or name is put in where the
text then goes on; a word too many is left out where the text then goes on; else the field under way is
dropped and reading resumes at the next field, the line's end or the closing brace.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from checker.syntax.engine import END, STRAY, UNCLOSED, Parser, Run
from checker.syntax.nodes import Lexeme, SyntaxProblem

#: Tried in this order: what a drafter forgets.
_INSERTABLE = ("_LBRACE", "NAME", "_RPAR", "_RBRACE")
_EXTRA = ("STRING", "TITLE", "QUOTED_NAME", "_LBRACE", "_RBRACE", "_COMMA", "_SEMICOLON", "_LPAR")

_LINE_END = re.compile("[\r\n]")

Describe = Callable[[Run, Lexeme, dict[str, int]], SyntaxProblem]


class PanicRecovery:
    """Mends a run at each error and records one problem an error; errors close behind one another count once."""

    def __init__(self, parser: Parser, describe: Describe) -> None:
        self.parser = parser
        self.describe = describe
        self.problems: list[SyntaxProblem] = []
        self._last_line_end = -1
        self._unclosed_at = -1
        self._tries: tuple[int, int] = (-1, 0)
        start_row = parser.tables.actions[parser.tables.start]
        self.declaring = frozenset(kind for kind, action in start_row.items() if action >= 0 and kind != "_NL")

    def begin(self) -> None:
        """Forget what one stretch of text left behind, before the next."""
        self._unclosed_at = -1
        self._tries = (-1, 0)

    def __call__(self, run: Run, found: Lexeme, expected: dict[str, int]) -> bool:
        """Report, then mend; see the module's text."""
        place = run.position
        self._tries = (place, self._tries[1] + 1) if self._tries[0] == place else (place, 1)
        self._report(run, found, expected)
        if found.kind == UNCLOSED:
            self._unclosed_at = found.start
            self._resume(run)
            run.position = found.end
            return True
        if self._tries[1] <= _MOST_TRIES and (self._insert(run) or self._leave_out(run, found)):
            return True
        if found.kind == END:
            return self._give_up_open(run)
        self._resume(run)
        self._skip(run, forced=self._tries[1] > _MOST_TRIES)
        return True

    def _report(self, run: Run, found: Lexeme, expected: dict[str, int]) -> None:
        follows = found.start <= self._last_line_end or (found.kind == END and self._unclosed_at >= 0)
        if not follows:
            self.problems.append(self.describe(run, found, expected))
        if found.start > self._last_line_end:
            newline = _LINE_END.search(run.text, found.start, run.end)
            self._last_line_end = (newline.start() if newline else run.end) - (found.kind == "_NL")

    def _insert(self, run: Run) -> bool:
        for kind in _INSERTABLE:
            states = run.after(kind)
            if states is None:
                continue
            lexeme = run.lexeme_in(states[-1])
            if kind == "_RBRACE" and lexeme.kind not in self.declaring and lexeme.kind != END:
                continue
            if kind == "NAME" and lexeme.kind != "_LBRACE":
                continue
            if run.after(lexeme.kind, states) is not None:
                run.insert(kind)
                return True
        return False

    def _leave_out(self, run: Run, found: Lexeme) -> bool:
        if found.kind in ("_NL", END):
            return False
        place = run.position
        run.position = found.end
        lexeme = run.lexeme_in(run.states[-1])
        # Without the bracket that closes it, a remark would go on with the next line.
        goes_on = found.text in _CLOSING and _LINE_END.search(run.text, found.end, lexeme.start) is not None
        if lexeme.kind != STRAY and not goes_on and run.after(lexeme.kind) is not None:
            return True
        run.position = place
        return False

    def _can_hold_fields(self, row: dict[str, int]) -> bool:
        return any(row.get(kind, -1) >= 0 for kind in self.parser.field_kinds)

    def _resume(self, run: Run) -> None:
        if not run.pop_to(self._can_hold_fields):
            run.pop_to(lambda row: any(row.get(kind, -1) >= 0 for kind in self.declaring))

    def _skip(self, run: Run, *, forced: bool) -> None:
        """Go on to where the state on top can take something in, over balanced braces."""
        row = run.parser.tables.actions[run.states[-1]]
        in_block = self._can_hold_fields(row)
        stops = {kind for kind, action in row.items() if action >= 0 and (in_block or kind != "_NL")}
        mask = frozenset(stops | self.declaring | set(_EXTRA))
        depth = 0
        while True:
            lexeme = run.lexeme_by(mask)
            if lexeme.kind == END:
                run.position = run.end
                return
            if not forced and self._stops_at(run, lexeme, stops, depth, in_block=in_block):
                return
            forced = False
            depth += (lexeme.kind == "_LBRACE") - (lexeme.kind == "_RBRACE")
            run.position = lexeme.end
            run.last = lexeme
            if lexeme.kind == "_RBRACE" and depth <= 0 and not in_block:
                return

    def _stops_at(self, run: Run, lexeme: Lexeme, stops: set[str], depth: int, *, in_block: bool) -> bool:
        if lexeme.kind in self.declaring:
            # 指标 may be a value; a declaration begins a line or stands behind a brace.
            before = run.text[max(0, lexeme.start - 200) : lexeme.start].rstrip(" \t\u3000")[-1:]
            return before in ("", "\n", "\r", "{", "｛", "}", "｝") and (depth == 0 or not in_block)
        return depth == 0 and lexeme.kind in stops

    def _give_up_open(self, run: Run) -> bool:
        """At the end of the text with something open that nothing can close: keep what is whole."""
        self._resume(run)
        return self._tries[1] <= 2 * _MOST_TRIES


_MOST_TRIES = 4
_CLOSING = (")", "）")
