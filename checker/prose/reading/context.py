"""What one passage is read with: its shape, its times, its section, and what the whole document says of itself."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from checker.prose.figures import Figure
from checker.prose.reading.clauses import Shape
from checker.prose.reading.figure_words import FigureWords
from checker.prose.reading.frame import Frame
from checker.prose.reading.passages import Passage
from checker.prose.reading.sections import Section
from checker.prose.reading.subjects import Subject
from checker.prose.reading.times import Time


class Context(Struct, eq=False):
    """One passage and what is known of it.

    `topic` is the area that it is about, "" for the document's own; `thing` the project that it tells of, "" for none.
    """

    number: int
    passage: Passage
    shape: Shape
    times: Sequence[Time]
    section: Section
    frame: Frame
    topic: str = ""
    thing: str = ""

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.passage.text


class Found(Struct, eq=False):
    """One figure as it stands in its passage, before it is a statement.

    `begin` is where the words that go with it begin, `words` are these, times taken out; `subject` whose it is,
    named from `named_at` on; `follows` is the row whose subject it goes on with, -1 for none;
    `by_head` says that only the head of its paragraph names it.
    """

    figure: Figure
    begin: int
    sentence: int
    subject: Subject
    named_at: int
    told: FigureWords
    words: str
    follows: int = -1
    by_head: bool = False
