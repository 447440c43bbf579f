"""Syntax problems in a drafter's words.

The commonest parser states have hand-written sentences in `grammar/<name>.errors`, keyed by an example
text whose last word is the one that does not fit (state numbers change with the grammar); a field whose words
are handed over stands there under the name of its kind. The other states get a sentence made of what they
accept, in plain words.

An entry of the file: a line with the example (｟…｠ stands for the end of a line), then an indented line
with the Chinese and the English sentence parted by “ | ”. Placeholders: {found} the word that does not
fit, {word} the field or declaration under way, {last} the word before. `#` starts a comment line.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cached_property
from typing import TYPE_CHECKING

from checker import resources
from checker.messages import Message, Template
from checker.messages.syntax import (
    SYNTAX_COLON_MISSING,
    SYNTAX_DECLARATION_UNKNOWN,
    SYNTAX_EXPECTED,
    SYNTAX_FIELD_EMPTY,
    SYNTAX_FIELD_UNKNOWN,
    SYNTAX_MISSING,
    SYNTAX_NAME_MARKS,
    SYNTAX_NEAR,
    SYNTAX_REPEATED,
    SYNTAX_STRAY_BRACE,
    SYNTAX_UNCLOSED_BLOCK,
    SYNTAX_UNCLOSED_QUOTE,
    SYNTAX_WORDS,
)
from checker.source import fold, nearest
from checker.syntax.engine import END, STRAY, UNCLOSED, UNKNOWN_FIELD, Parser, Run
from checker.syntax.nodes import Lexeme, SyntaxProblem
from checker.syntax.scanner import plain_words

if TYPE_CHECKING:
    from checker.syntax.tables import Tables

_CLOSING = {"“": "”", '"': '"', "＂": "＂", "「": "」", "《": "》"}
_BRACES = ("{", "}", "｛", "｝")
#: Marks that are typed twice by a slip of the finger.
_MARKS = frozenset("{}｛｝（）()：:，,、；;")
#: So many different misspelt words are looked up; a text with more is no plan.
_MOST_NEAR = 500
#: 2030 年 is one word of two.
_NEXT_WORD = re.compile(r"[ \t\u3000]*[^\s:：{}｛｝]{1,20}")
_LINE_END_MARK = "｟行末｠"


class _Probe:
    """A recovery that gives up at the first error and remembers it."""

    def __init__(self) -> None:
        self.state = -1
        self.kind = ""

    def __call__(self, run: Run, found: Lexeme, expected: dict[str, int]) -> bool:  # noqa: ARG002
        self.state, self.kind = run.states[-1], found.kind
        return False


class _NoActions:
    def __getattr__(self, name: str) -> object:
        return _as_they_are


def _as_they_are(children: object, _start: int, _end: int) -> object:
    return children


def compile_sentences(name: str, tables: Tables) -> dict[str, dict[str, list[str]]]:
    """Read `grammar/<name>.errors` against the tables: state → kind of the misfit → [zh, en].

    Raises ValueError for an example that is right, or that reaches a place another example has.
    """
    path = resources.grammar_folder() / f"{name}.errors"
    if not path.is_file():
        return {}
    parser = Parser(tables).knowing({kind: kind for kind, (pattern, _) in tables.terminals.items() if not pattern})
    sentences: dict[str, dict[str, list[str]]] = {}
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for example, said in zip(lines[::2], lines[1::2], strict=True):
        probe = _Probe()
        text = example.replace(_LINE_END_MARK, "\n")
        parser.parse(text, 0, len(text), _NoActions(), probe)
        if probe.state < 0:
            raise ValueError(f"{path.name}: no error in {example!r}")
        entry = sentences.setdefault(str(probe.state), {})
        if probe.kind in entry:
            raise ValueError(f"{path.name}: {example!r} reaches the place of another example")
        entry[probe.kind] = [part.strip() for part in said.strip().split(" | ")]
        if len(entry[probe.kind]) != 2:
            raise ValueError(f"{path.name}: {example!r} needs two sentences")
        entry.setdefault("*", entry[probe.kind])
    return sentences


class Describer:
    """Turns a misfit into a `SyntaxProblem`; one a parser and text."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        start_row = parser.tables.actions[parser.tables.start]
        self.declaring = {kind for kind, action in start_row.items() if action >= 0 and kind != "_NL"}
        self._near: dict[str, str] = {}

    def __call__(self, run: Run, found: Lexeme, expected: dict[str, int]) -> SyntaxProblem:
        """The problem of the word `found`, where `expected` is what the parser's state accepts."""
        special = self._special(run, found, expected)
        if special is not None:
            return special
        start, end = _place(run, found)
        sentence = self._written(run, found) or self._made(run, found, expected)
        cut_short = run.last.kind == "NAME" and found.start == run.last.end and not found.text.startswith(_BRACES)
        return SyntaxProblem(sentence, start, end, SYNTAX_NAME_MARKS() if cut_short and found.text.strip() else None)

    def _special(self, run: Run, found: Lexeme, expected: dict[str, int]) -> SyntaxProblem | None:
        text = found.text
        if found.kind == UNCLOSED:
            mark = text[0]
            return SyntaxProblem(SYNTAX_UNCLOSED_QUOTE(mark=mark, closing=_CLOSING[mark]), found.start, found.end)
        if found.kind == UNKNOWN_FIELD:
            near = self._near_field(text)
            help_ = SYNTAX_NEAR(word=near) if near else None
            return SyntaxProblem(SYNTAX_FIELD_UNKNOWN(field=text), found.start, found.end, help_)
        if found.kind == END and run.after("_RBRACE") is not None:
            return SyntaxProblem(SYNTAX_UNCLOSED_BLOCK(word=_under_way(run, self.declaring)), *_place(run, found))
        closed = run.last.kind == "_RBRACE" or not _under_way(run, self.declaring | {"_LBRACE"})
        if text in ("}", "｝") and closed:
            return SyntaxProblem(SYNTAX_STRAY_BRACE(), found.start, found.end)
        if found.kind in ("_NL", END, "_RBRACE") and run.last.kind == "_COLON":
            word = self._word(run)
            return SyntaxProblem(SYNTAX_FIELD_EMPTY(field=word), run.starts[-2], run.last.end)
        if found.kind == STRAY and text == run.last.text:
            # With a gap between them, or between signs of reckoning, something may have been left out.
            twice = text in _MARKS and found.start == run.last.end
            return SyntaxProblem(SYNTAX_REPEATED(word=text), found.start, found.end, instead="" if twice else None)
        field = self._field(run, found, expected) if found.kind == STRAY else ""
        if field:
            end = found.start + len(field)
            return SyntaxProblem(SYNTAX_COLON_MISSING(field=field), found.start, end, instead=f"{field}：")
        if found.kind == STRAY and not self.declaring.isdisjoint(expected):
            for near in nearest(text, self.declaring_words):
                unknown = SYNTAX_DECLARATION_UNKNOWN(word=text)
                return SyntaxProblem(unknown, found.start, found.end, SYNTAX_NEAR(word=near))
        return None

    def _field(self, run: Run, found: Lexeme, expected: Container[str]) -> str:
        """The word of a field, as written, that may stand here but for the colon behind it; "" if none does."""
        terminals, listed = self.parser.tables.terminals, set(self.parser.field_words.values())
        patterns = [terminals[kind][0] for kind in sorted(self.parser.field_kinds - listed) if kind in expected]
        longer = _NEXT_WORD.match(run.text, found.end, run.end)
        for text in (found.text + (longer[0] if longer else ""), found.text):
            matches = (re.match(pattern, f"{text}：", re.IGNORECASE) for pattern in patterns)
            if self.parser.field_kind(text, expected) != UNKNOWN_FIELD:
                return text
            if any(match is not None and match.end() == len(text) for match in matches):
                return text
        return ""

    def _near_field(self, text: str) -> str:
        word = fold(text).lower()
        if word not in self._near and len(self._near) < _MOST_NEAR:
            self._near[word] = next(iter(nearest(word, self.parser.field_words)), "")
        return self._near.get(word, "")

    @cached_property
    def declaring_words(self) -> list[str]:
        """Every word that begins a declaration, Chinese and English."""
        found = (plain_words(self.parser.tables.terminals[kind][0]) for kind in sorted(self.declaring))
        return [word for one in found if one is not None for word in one[0]]

    def _word(self, run: Run) -> str:
        return _under_way(run, self.declaring | self.parser.field_kinds)

    def _written(self, run: Run, found: Lexeme) -> Message | None:
        entry = self.parser.tables.sentences.get(str(run.states[-1]))
        if entry is None:
            return None
        zh, en = entry.get(found.kind) or entry["*"]
        return Template(zh, en)(found=_shown(found), word=self._word(run), last=run.last.text)

    def _made(self, run: Run, found: Lexeme, expected: dict[str, int]) -> Message:
        kinds = [kind for kind in expected if kind != "_NL" and run.after(kind) is not None]
        words: list[Message] = []
        for kind in kinds:
            said = SYNTAX_WORDS.get("FIELD" if kind in self.parser.field_kinds else kind)
            if said is not None and said() not in words:
                words.append(said())
        zh = "、".join(word.text("zh") for word in words[:6])
        en = ", ".join(word.text("en") for word in words[:6])
        listed = Template(_literal(zh or "别的内容"), _literal(en or "something else"))()
        if not _shown(found):
            return SYNTAX_MISSING(last=run.last.text, expected=listed)
        return SYNTAX_EXPECTED(found=_shown(found), expected=listed)


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _shown(found: Lexeme) -> str:
    text = found.text.strip()
    return text if len(text) <= 20 else text[:19] + "…"


def _place(run: Run, found: Lexeme) -> tuple[int, int]:
    """Where the misfit stands; a missing word stands at the end of the last one."""
    if found.kind in ("_NL", END) or found.start >= run.end:
        behind = run.last.start if run.last.kind == "_NL" else run.last.end
        return max(behind - 1, 0), behind
    return found.start, found.end


def _under_way(run: Run, kinds: Container[str]) -> str:
    """The last word of one of `kinds` that is not yet part of something whole, as written; "" if none."""
    for value in reversed(run.values):
        if isinstance(value, Lexeme) and value.kind in kinds:
            return value.text
    return ""
