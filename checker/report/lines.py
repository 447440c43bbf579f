"""Lines of a file with what was found in them: each line cut where a mark begins or ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.source import SourceText, Span

#: A page of a file holds so many lines, and so many characters, at most.
LINES_A_PAGE = 800
_CHARACTERS_A_PAGE = 90_000
#: Around a mark, so many lines and so many characters of a long line are shown.
_LINES_AROUND = 2
_CHARACTERS_AROUND = 160
_CUT = "…"


@dataclass(slots=True, eq=False, repr=False)
class Mark:
    """A stretch that something is said about: `finding` is the key of its page, `severity` its English word.

    `role` is here where the finding stands, related where it only refers to.
    """

    start: int
    end: int
    finding: str
    severity: str
    role: str
    title: str = ""


@dataclass(slots=True, eq=False, repr=False)
class Segment:
    """A piece of a line, with the mark that counts there, if any."""

    text: str
    mark: Mark | None = None


@dataclass(slots=True, eq=False, repr=False)
class MarkedLine:
    """One line: its number from 1, its pieces, and the marks that begin in it."""

    number: int
    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...] = ()


def page_starts(source: SourceText) -> list[int]:
    """The first line of each page of a file."""
    starts, lines, characters = [1], 0, 0
    for number in range(1, source.line_count + 1):
        length = source.line_end(number) - source.line_start(number)
        if lines and (lines >= LINES_A_PAGE or characters + length > _CHARACTERS_A_PAGE):
            starts.append(number)
            lines = characters = 0
        lines += 1
        characters += length
    return starts


def marked_lines(source: SourceText, first: int, last: int, marks: Sequence[Mark]) -> Iterator[MarkedLine]:
    """Lines `first` to `last`; `marks` in any order. Where marks overlap the shortest counts."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    at = 0
    current: list[Mark] = []
    for number in range(first, last + 1):
        low, high = source.line_start(number), source.line_end(number)
        while at < len(ordered) and ordered[at].start <= high:
            current.append(ordered[at])
            at += 1
        current = [mark for mark in current if mark.end > low or mark.start >= low]
        begun = tuple(mark for mark in current if low <= mark.start <= high)
        yield MarkedLine(number, tuple(_segments(source.text, low, high, current)), begun)


def _segments(text: str, low: int, high: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    inside = [mark for mark in marks if mark.start < high and mark.end > low]
    if not inside:
        yield Segment(text[low:high])
        return
    cuts = sorted({low, high, *(max(low, mark.start) for mark in inside), *(min(high, mark.end) for mark in inside)})
    for start, end in pairwise(cuts):
        over = [mark for mark in inside if mark.start <= start and mark.end >= end]
        # Where a finding stands goes before what only refers to a place.
        best = min(over, key=lambda mark: (mark.role != "here", mark.end - mark.start), default=None)
        yield Segment(text[start:end], best)


def around(span: Span) -> list[MarkedLine]:
    """The lines of a span and some around it, the span marked; of long lines and long spans only the ends."""
    source = span.source
    first, last = span.start_place.line, source.place(max(span.start, span.end - 1)).line
    mark = Mark(span.start, max(span.end, span.start), "", "", "here")
    shown = list(range(max(1, first - _LINES_AROUND), min(source.line_count, last + _LINES_AROUND) + 1))
    if last - first > 2 * _LINES_AROUND:
        shown = [n for n in shown if n <= first + _LINES_AROUND or n >= last - _LINES_AROUND]
    return [_clipped(line, source, span) for n in shown for line in marked_lines(source, n, n, [mark])]


def _clipped(line: MarkedLine, source: SourceText, span: Span) -> MarkedLine:
    """The line with no more text than a reader wants to see beside a mark."""
    low, high = source.line_start(line.number), source.line_end(line.number)
    if high - low <= 2 * _CHARACTERS_AROUND:
        return line
    start, end = max(low, span.start), min(high, span.end)
    if start >= end and not low <= span.start <= high:  # a line beside
        return MarkedLine(line.number, (Segment(source.text[low : low + _CHARACTERS_AROUND] + _CUT),))
    left, right = max(low, start - _CHARACTERS_AROUND), min(high, end + _CHARACTERS_AROUND)
    pieces = []
    at = low
    for segment in line.segments:
        stop = at + len(segment.text)
        text = source.text[max(at, left) : min(stop, right)]
        pieces.append(Segment(text, segment.mark))
        at = stop
    before = [Segment(_CUT)] if left > low else []
    after = [Segment(_CUT)] if right < high else []
    return MarkedLine(line.number, (*before, *(piece for piece in pieces if piece.text), *after))
