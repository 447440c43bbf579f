"""Fields met before: where the same characters stand again in the same state, the field is the same, further on.

Four of five fields of a big plan are written in the same characters as another one (类型：约束性). What the tables made
of the first is moved to the others: no second reading of the grammar that could differ from it.

What is compared takes in all that the reading of a field may look at, so that it cannot come out otherwise: the state
of the parser, the characters of the field, and behind it the next word with its colon or the end of the line. No
terminal looks further. A line end before ｛ ends nothing and is left to the tables, as is every slip.
"""

from __future__ import annotations

import re

from msgspec import Struct

from checker.syntax.nodes import Field, Lexeme
from checker.syntax.scanner import LINE_END

#: More are forgotten: of so many different ones few come again.
_MOST = 1 << 14
#: A field as a line is usually laid out: two blanks before the next one.
_STRETCH = re.compile(rf"(?:[^ \r\n]++| (?! ))*+(?:  +[^\W_]\w*[:：]|(?=[\r\n])(?={LINE_END}(?![\s\ufeff{{｛]))[\r\n])")


class Known(Struct, eq=False, gc=False):
    """A field as it was read: where it began, and where the parser then stood.

    `last` is its last word, `reading` the state that read what follows, `state` the one once the field was reduced.
    """

    field: Field
    last: Lexeme
    reading: int
    state: int


class Remembered:
    """The fields of one language that were read so far, by state and characters."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, str], Known] = {}
        self.stretch = _STRETCH.match

    def keep(self, key: tuple[int, str], known: Known, following: Lexeme) -> None:
        """Remember a field, if what follows it lies within what was compared."""
        behind = known.field.start + len(key[1])
        if following.kind == "_NL":
            whole = following.start == behind - 1
        else:
            whole = following.kind.endswith("_FIELD") and following.end < behind
        if not whole:
            return
        if len(self.known) >= _MOST:
            self.known.clear()
        self.known[key] = known
