"""Plan text → `PlanFile`: cut at the declarations' lines, each stretch parsed by itself.

Cutting first keeps a lost brace from swallowing the declarations behind it, and lets a later cache
parse only the stretches that changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from checker.messages.syntax import SYNTAX_STRAY_BRACE, SYNTAX_UNCLOSED_BLOCK
from checker.source import SourceText
from checker.syntax.engine import Parser, Run
from checker.syntax.nodes import Declaration, Lexeme, PlanFile, Shape, SyntaxProblem
from checker.syntax.plan_actions import PlanActions
from checker.syntax.recovery import PanicRecovery
from checker.syntax.remembered import Remembered
from checker.syntax.scanner import plain_words
from checker.syntax.sentences import Describer

#: 章 and 节 stand inside a 部分; a line that begins with one of them ends nothing.
_NESTED = frozenset({"CHAPTER", "SECTION"})


_COMMENT = r"(?:(?:#|//|注[:：])[^\r\n]*)?[\r\n]*"
_BLANK_LINE = re.compile(rf"[ \t\u3000\ufeff]*{_COMMENT}")
#: A line that ends within a list or a bracket.
_LISTING = re.compile(rf"[、，,（(][ \t\u3000]*{_COMMENT}\Z")
#: What follows the word of a declaration that opens its block on the same line.
_HEAD = re.compile(r"[ \t\u3000]++[^\r\n:：、，,{｛]*+[{｛]")


@cache
def _declaration_line() -> re.Pattern[str]:
    parser = Parser.load("plan")
    tables = parser.tables
    kinds = [k for k, action in tables.actions[tables.start].items() if action >= 0 and k not in _NESTED | {"_NL"}]
    # Words with the same end share it: to compile it for each takes a while.
    by_end: dict[str, list[str]] = {}
    for kind in sorted(kinds):
        words, end = plain_words(tables.terminals[kind][0]) or ((), "")
        assert words, kind
        by_end.setdefault(end, []).extend(words)
    choices = "|".join(f"(?:{'|'.join(words)}){end}" for end, words in by_end.items())
    return re.compile(rf"(?:^|(?<=[\r\n]))[ \t\u3000\ufeff]*(?:{choices})", re.IGNORECASE)


def cut(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a plan text, each from one line that begins a declaration to the next."""
    start = 0
    for match in _declaration_line().finditer(text):
        if match.start() > start and not _continues(text, start, match):
            yield start, match.start()
            start = match.start()
    if start < len(text):
        yield start, len(text)


def _continues(text: str, since: int, match: re.Match[str]) -> bool:
    """Whether the line goes on with the list of the line before (预计 1900、⏎目标 2000) and declares nothing."""
    behind = match.start()
    while behind > since:
        line = _line_start(text, since, behind - 1)
        if not _BLANK_LINE.fullmatch(text, line, behind):
            return bool(_LISTING.search(text, line, behind)) and not _HEAD.match(text, match.end())
        behind = line
    return False


def _line_start(text: str, since: int, place: int) -> int:
    """Where the line of `place` begins; it is looked for from `since` on, so that many looks stay linear."""
    newline = text.rfind("\n", since, place)
    return max(newline, text.rfind("\r", max(newline, since), place), since - 1) + 1


class PlanLanguage:
    """The grammar of plan files with the words of its fields, each with the shape of its value."""

    def __init__(self, fields: Mapping[str, Shape]) -> None:
        self._parser = Parser.load("plan").knowing({word: f"{shape.name}_FIELD" for word, shape in fields.items()})
        self._remembered = Remembered()

    @property
    def parser(self) -> Parser:
        """What reads a text in it."""
        return self._parser

    def parse(self, source: SourceText, trace: list[Lexeme] | None = None) -> PlanFile:
        """Read a plan file whole; what cannot be read is a problem in the result, never an exception.

        The words of the text are added to `trace` where one is given.
        """
        parser = self._parser
        recovery = PanicRecovery(parser, Describer(parser))
        run = Run(parser, source.text, parser.steps(PlanActions()), recovery, trace, self._remembered)
        declarations: list[Declaration] = []
        for start, end in cut(source.text):
            recovery.begin()
            before = len(recovery.problems)
            found = run.run(start, end) or []
            if len(recovery.problems) > before:
                found = _brought_home(source.text, found, recovery.problems, before)
            declarations += found
        return PlanFile(source, declarations, recovery.problems)


def _brought_home(
    text: str, declarations: list[Declaration], problems: list[SyntaxProblem], since: int
) -> list[Declaration]:
    """Chapters that a brace too many put outside their part go back in, and the brace is told where it stands.

    `problems[since:]` are those of this stretch; what follows from the brace is told no more.
    """
    outer = declarations[0] if declarations else None
    inner = declarations[1:]
    if outer is not None and outer.children and problems[-1].message.template is SYNTAX_UNCLOSED_BLOCK:
        problems[-1] = _where_unclosed(text, outer.start, outer.children[-1], problems[-1])
    if outer is None or outer.kind not in _INSIDE or any(d.kind not in _INSIDE[outer.kind] for d in inner):
        return declarations
    behind = inner[0].start if inner else problems[since].start
    doubled = text[outer.start : outer.end - 1].rstrip().endswith(("}", "｝"))
    if problems[since].start < outer.end or not doubled or text[outer.end : behind].strip():
        return declarations
    problems[since:] = [SyntaxProblem(SYNTAX_STRAY_BRACE(), outer.end - 1, outer.end)]
    if inner:
        outer.children += inner
        outer.end = inner[-1].end
    return [outer]


def _where_unclosed(text: str, since: int, inner: Declaration, problem: SyntaxProblem) -> SyntaxProblem:
    """A chapter closed by a brace further left than itself has taken its part's brace: its own is missing."""
    brace = inner.end - 1
    line = _line_start(text, since, brace)
    own_line = _line_start(text, since, inner.start)
    if line <= inner.start or text[line:brace].strip() or brace - line >= inner.start - own_line:
        return problem
    first_line = text[inner.start : line].splitlines()[0].rstrip()
    behind = inner.start + len(first_line)
    word = text[inner.start : inner.word_end]
    return SyntaxProblem(SYNTAX_UNCLOSED_BLOCK(word=word), behind - 1, behind)


_INSIDE = {"part": ("chapter", "section"), "chapter": ("section",)}
