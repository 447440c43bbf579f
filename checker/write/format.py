"""`plancheck fmt`: one form for every plan file, with its comments and its line breaks kept.

Marks take their Chinese form, numbers their half-width one; depth decides the indent; fields that share a
line stay together, four blanks apart; blank lines are at most one. A stretch with a syntax error is left
as it is, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import NO_OWN_FIELDS, OwnFields, parse_plan
from checker.source import SourceText, fold
from checker.syntax import Lexeme

_INDENT = "  "
_BETWEEN_FIELDS = "    "
_MARKS = {
    "_COLON": "：",
    "_SEMICOLON": "；",
    "_LPAR": "（",
    "_RPAR": "）",
    "_LBRACE": "{",
    "_RBRACE": "}",
    "_DOT": ".",
    "_DASH": "—",
    "PLUS": "+",
    "MINUS": "-",
    "TIMES": "×",
    "DIVIDE": "÷",
}
_SIGNS = {"GREATER": ">", "GREATER_EQUAL": "≥", "LESS": "<", "LESS_EQUAL": "≤", "EQUAL": "="}
_FOLDED = frozenset({"NUMBER", "DATE", "DOTTED_DATE", "YEAR", "PRICE_YEAR", "CODE", "FINGERPRINT"})
#: No blank before these, and none behind those.
_CLOSE_BEFORE = frozenset(
    {"_COLON", "_COMMA", "_SEMICOLON", "_LPAR", "_RPAR", "_DOT", "_DASH", "UNIT", "MORE", "NEARLY"}
)
_CLOSE_BEHIND = frozenset(
    {"_COLON", "_COMMA", "_SEMICOLON", "_LPAR", "_DOT", "_DASH", "APPROXIMATELY", "AMONG_FIRST", "AT", *_SIGNS}
)
#: What may follow a sign that stands before a figure.
_FIGURES = frozenset({"NUMBER", "APPROXIMATELY"})
_CLOSE_PAIRS = frozenset({("_LBRACE", "_RBRACE"), ("NAME", "TITLE"), ("QUOTED_NAME", "TITLE")})
_OPERATORS = frozenset({"PLUS", "MINUS", "TIMES", "DIVIDE"})
_VERBATIM = "VERBATIM"
_BLANKS = " \t\u3000\ufeff\f\v"
#: A ； between fields is dropped: blanks part them.
_COMMENT = re.compile(r"(?:[^\S\r\n]|[\ufeff;；])*(#[^\r\n]*|//[^\r\n]*|注[:：][^\r\n]*)?(\r\n|\n|\r|\Z)")


@dataclass(slots=True)
class _Gap:
    """What stands between two words: a comment behind the first, then lines of their own."""

    behind: str
    lines: list[str]
    breaks: bool


def format_text(text: str, own: OwnFields = NO_OWN_FIELDS) -> str:
    """The text in its one form; what cannot be read stays as it is. Ends with one line end (or is empty).

    `own` are the fields that its office added.
    """
    words = list(_words(text, own))
    if not words:
        lines = [line for one in re.split(r"[\r\n]+", text) if (line := one.strip(_BLANKS))]
        return "".join(f"{line}\n" for line in lines)
    return _Writer(text).write(words)


def _words(text: str, own: OwnFields) -> Iterator[Lexeme]:
    """The words of the text; declarations around a syntax error come as one verbatim word of whole lines."""
    trace: list[Lexeme] = []
    parsed = parse_plan(SourceText("", text), trace, own)
    spoilt = _spoilt_stretches(text, sorted((problem.start, problem.end) for problem in parsed.problems))
    behind = -1
    brackets = 0
    stretches = iter(spoilt)
    stretch = next(stretches, None)
    for word in trace:
        while stretch is not None and stretch[0] <= word.start:
            yield Lexeme(_VERBATIM, text[stretch[0] : stretch[1]], *stretch)
            behind, brackets = stretch[1], 0
            stretch = next(stretches, None)
        if word.start < behind or word.kind == "_NL" or word.end == word.start:
            continue
        brackets += (word.kind == "_LPAR") - (word.kind == "_RPAR")
        if word.kind != "_SEMICOLON" or brackets:
            yield word
    while stretch is not None:
        yield Lexeme(_VERBATIM, text[stretch[0] : stretch[1]], *stretch)
        stretch = next(stretches, None)


def _spoilt_stretches(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that a problem lies in or ends in; `places` are sorted."""
    from checker.syntax import cut

    stretches = []
    waiting = deque((min(start, len(text) - 1), max(start + 1, end)) for start, end in places)
    for start, end in cut(text):
        while waiting and waiting[0][1] <= start:
            waiting.popleft()
        if waiting and waiting[0][0] < end:
            stretches.append((start, start + len(text[start:end].rstrip())))
    return stretches


class _Writer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.depth = 0
        self.brackets = 0

    def write(self, words: list[Lexeme]) -> str:
        self._head(words[0])
        last = words[0]
        self._word(last)
        for word in words[1:]:
            gap = _read_gap(self.text[last.end : word.start])
            self._between(last, word, gap)
            self._word(word)
            last = word
        self._tail(last)
        return "".join(self.out).rstrip("\n") + "\n"

    def _head(self, first: Lexeme) -> None:
        gap = _read_gap("\n" + self.text[: first.start])
        lines = gap.lines
        while lines and not lines[0]:
            lines.pop(0)
        self.out += [f"{line}\n" for line in lines]

    def _tail(self, last: Lexeme) -> None:
        gap = _read_gap(self.text[last.end :])
        if gap.behind:
            self.out.append(f"  {gap.behind}")
        self.out.append("\n")
        self.out += [f"{line}\n" for line in gap.lines]

    def _word(self, word: Lexeme) -> None:
        if word.kind == "_LBRACE":
            self.depth += 1
        elif word.kind == "_RBRACE":
            self.depth = max(0, self.depth - 1)
        elif word.kind == _VERBATIM:
            self.depth = 0
        elif word.kind in ("_LPAR", "_RPAR"):
            self.brackets += 1 if word.kind == "_LPAR" else -1
        self.out.append(self._comma(word) if word.kind == "_COMMA" else _shown(word))

    def _comma(self, word: Lexeme) -> str:
        """、 parts the items of a list; remarks and the head of a waiver may have ，."""
        listing = self.depth > 0 and self.brackets == 0
        return "、" if listing or word.text == "、" else "，"

    def _between(self, last: Lexeme, word: Lexeme, gap: _Gap) -> None:
        if not gap.breaks:
            self.out.append(_blanks(last, word, self.text[last.end : word.start], in_formula=not self.depth))
            return
        if gap.behind:
            self.out.append(f"  {gap.behind}")
        self.out.append("\n")
        if word.kind == _VERBATIM:
            self.depth = 0
        inside = self.depth - (word.kind == "_RBRACE")
        lines = gap.lines
        if word.kind == "_RBRACE":
            while lines and not lines[-1]:
                lines.pop()
        if last.kind == "_LBRACE":
            while lines and not lines[0]:
                lines.pop(0)
        comment_indent = _INDENT * self.depth
        self.out += [f"{comment_indent}{line}\n" if line else "\n" for line in lines]
        continued = last.kind in ("_COMMA", "_SEMICOLON", "_LPAR")
        self.out.append("" if word.kind == _VERBATIM else _INDENT * (inside + continued))


def _shown(word: Lexeme) -> str:
    if word.kind in _MARKS:
        return _MARKS[word.kind]
    if word.kind in _SIGNS:
        plain = fold(word.text)
        return _SIGNS[word.kind] if not plain[0].isalpha() else word.text
    if word.kind == "YEAR_FIELD":
        return fold(word.text).rstrip("年") + "年"
    if word.kind == "UNIT":
        return fold(word.text)
    if word.kind in _FOLDED:
        return fold(word.text).replace("−", "-")
    if word.kind == "STRING":
        inner = word.text[1:-1]
        return word.text if any(mark in inner for mark in "“”") or word.text[0] == "“" else f"“{inner}”"
    return word.text


def _blanks(last: Lexeme, word: Lexeme, gap: str, *, in_formula: bool) -> str:
    if last.kind in _OPERATORS or word.kind in _OPERATORS or last.kind == "RELATION":
        return " "
    if in_formula and (last.kind in _SIGNS or word.kind in _SIGNS):
        return " "
    if _starts_field(word.kind):
        return _BETWEEN_FIELDS if last.kind != "_LBRACE" else " "
    if word.kind in _SIGNS:
        return "" if last.kind in _CLOSE_BEHIND else " "
    if last.kind in _SIGNS and word.kind not in _FIGURES:
        return " "
    if word.kind in _CLOSE_BEFORE or last.kind in _CLOSE_BEHIND or (last.kind, word.kind) in _CLOSE_PAIRS:
        return ""
    if last.kind == "WORD" and word.kind == "NUMBER":
        return " " if gap else ""
    return "  " if last.kind == "_RBRACE" and word.kind != "_RBRACE" else " "


def _starts_field(kind: str) -> bool:
    return kind.endswith("_FIELD")


def _read_gap(gap: str) -> _Gap:
    """Split the text between two words at its line ends; each line holds a comment or nothing."""
    pieces: list[str] = []
    position = 0
    while position <= len(gap):
        match = _COMMENT.match(gap, position)
        if match is None:
            break
        pieces.append((match.group(1) or "").rstrip())
        if not match.group(2):
            break
        position = match.end()
    # The last line ends in the next word; only behind the last word it may hold a comment.
    lines = pieces[1:] if pieces and pieces[-1] else pieces[1:-1]
    tidy: list[str] = []
    for line in lines:
        if line or (tidy and tidy[-1]) or not tidy:
            tidy.append(line)
    return _Gap(pieces[0] if pieces else "", tidy, len(pieces) > 1)
