"""The statements of the running text: each figure with whose it is, of what time, told how."""

from __future__ import annotations

from checker.prose.figures import Figure, find_figures
from checker.prose.reading.amounts import is_amount
from checker.prose.reading.context import Context
from checker.prose.reading.rows import Edge, Stated
from checker.prose.reading.slots import read_slots
from checker.prose.reading.ties import find_ties
from checker.prose.reading.whose import find_subject, needs_no_unit


def read_statements(context: Context, count: int) -> tuple[list[Stated], list[Edge]]:
    """The statements of one passage, and the ties between them; rows are counted from `count` on."""
    reader = _Reader(context, count)
    for figure in find_figures(context.text):
        if is_amount(context.text, figure):
            reader.read(figure)
    return reader.rows, reader.edges


class _Reader:
    def __init__(self, context: Context, count: int) -> None:
        self.context = context
        self.count = count
        self.rows: list[Stated] = []
        self.edges: list[Edge] = []
        self.last_end = 0
        self.last_sentence = -1

    def read(self, figure: Figure) -> None:
        """Add the statement of one figure, if it is known to be one."""
        context = self.context
        sentence = context.shape.sentence_at(figure.start)
        if sentence != self.last_sentence:
            self.last_sentence, self.last_end = sentence, sentence
        begin = max(context.shape.clause_at(figure.start), self.last_end)
        is_beside = begin == self.last_end
        begin = _within_brackets(context.text, begin, figure.start)
        last = self.rows[-1] if self.rows else None
        found = find_subject(context, figure, begin, sentence, last, self.count + len(self.rows) - 1)
        if figure.quantity.unit is None and not needs_no_unit(found, last):
            return
        self.rows.append(read_slots(context, found, last, is_beside=is_beside))
        between = context.text[self.last_end : figure.start]
        self.edges += find_ties(self.rows, self.count, found.told, between)
        counted = found.named_at + len(found.subject.name)
        # 15处A、120处B: what the first counts is not whose the second is.
        self.last_end = counted if counted > figure.end and context.text.startswith("、", counted) else figure.end


def _within_brackets(text: str, begin: int, end: int) -> int:
    """Where the words within the bracket that holds `end` begin, `begin` outside of any."""
    opened = max(text.rfind("（", begin, end), text.rfind("(", begin, end))
    closed = max(text.rfind("）", begin, end), text.rfind(")", begin, end))
    return opened + 1 if opened > closed else begin
