"""The lines of a plan around a span, with marks under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.render.visible import visible_character
from checker.source import SourceText, Span, display_width

#: Columns of a line that are shown at most.
WIDTH = 60
_CUT = "..."
_TAB = "    "
_BLANKS = re.compile(r"\s*")


@dataclass(slots=True, eq=False, repr=False)
class ExcerptLine:
    """A part of a line as it is shown, and the marks that go under it."""

    number: int
    text: str
    marks: str


def excerpt(span: Span, width: int = WIDTH) -> tuple[ExcerptLine, ...]:
    """The line of `span`, or its first and its last; each at most `width` columns wide."""
    source = span.source
    first = span.start_place.line
    # A span that ends with a line end does not reach into the next line.
    last = source.place(max(span.start, span.end - 1)).line
    if first == last:
        return (_clip(source, first, span.start, span.end, width),)
    start, end = source.line_start(last), min(span.end, source.line_end(last))
    blanks = _BLANKS.match(source.text, start, max(start, end - 1))
    return (
        _clip(source, first, span.start, source.line_end(first), width),
        _clip(source, last, blanks.end() if blanks else start, end, width),
    )


def _clip(source: SourceText, number: int, start: int, end: int, width: int) -> ExcerptLine:
    """Offsets `start` to `end` within a line, marked, with as much around them as fits."""
    low, high = source.line_start(number), source.line_end(number)
    start, end = min(start, high), min(end, high)
    # A line may be a whole file: only what could be shown is looked at.
    reach = 4 * width
    before = source.text[max(low, start - reach) : start]
    after = source.text[end : min(high, end + reach)]
    marked = _take(source.text[start : min(end, start + reach)], width)
    if len(marked) < end - start:
        text, margin, columns = _clip_long(source.text, start, end, width, start > low, end < high)
    else:
        columns = max(_columns(marked), 1)
        left, right = _surroundings(before, after, width - columns, start - low, high - end)
        text, margin = f"{left}{''.join(marked)}{right}", display_width(left)
    return ExcerptLine(number, text.rstrip(), " " * margin + "^" * columns)


def _clip_long(text: str, start: int, end: int, width: int, before: bool, after: bool) -> tuple[str, int, int]:
    """Both ends of a stretch that is wider than `width`: what is shown, columns before it, its columns."""
    half = (width - len(_CUT) * (1 + before + after)) // 2
    head = "".join(_take(text[start : start + width], half))
    tail = "".join(_take_back(text[end - width : end], half))
    shown = f"{head}{_CUT}{tail}"
    return _CUT * before + shown + _CUT * after, len(_CUT) * before, display_width(shown)


def _surroundings(before: str, after: str, room: int, left: int, right: int) -> tuple[str, str]:
    """What is shown before and behind a span, in `room` columns together; the shorter side goes whole.

    There are `left` characters before the span in its line and `right` behind it; `before` and `after`
    hold those that may be shown.
    """
    half = room // 2
    whole_left, whole_right = _take_back(before, room), _take(after, room)
    left_columns = _columns(whole_left) if len(whole_left) == left else room + 1
    right_columns = _columns(whole_right) if len(whole_right) == right else room + 1
    if left_columns + right_columns <= room:
        return "".join(whole_left), "".join(whole_right)
    if left_columns <= half:
        return "".join(whole_left), _cut_behind(after, room - left_columns)
    if right_columns <= half:
        return _cut_before(before, room - right_columns), "".join(whole_right)
    return _cut_before(before, half), _cut_behind(after, room - half)


def _cut_before(text: str, room: int) -> str:
    return _CUT + "".join(_take_back(text, room - len(_CUT))) if room >= len(_CUT) else ""


def _cut_behind(text: str, room: int) -> str:
    return "".join(_take(text, room - len(_CUT))) + _CUT if room >= len(_CUT) else ""


def _take(text: str, columns: int) -> list[str]:
    """The first characters of `text`, as they are shown, that fit into `columns`."""
    return list(_fitting(text, columns))


def _take_back(text: str, columns: int) -> list[str]:
    """The same from the end of `text`."""
    return list(_fitting(reversed(text), columns))[::-1]


def _fitting(characters: Iterable[str], columns: int) -> Iterator[str]:
    for character in characters:
        shown = _TAB if character == "\t" else visible_character(character)
        columns -= display_width(shown)
        if columns < 0:
            return
        yield shown


def _columns(pieces: list[str]) -> int:
    return sum(map(display_width, pieces))
