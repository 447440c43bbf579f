"""The lines of a table of contents: where they stand in a text, and what each of them says.

A table of contents begins under 目录 (重大工程专栏目录) or is marked by its style. With page numbers it goes on as
long as the lines bear one; without, until a line that is no title, or until the first number comes again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.prose.document import ContentsEntry

_HEAD = re.compile(r"[\s\u3000]*(?:[^，。；：\s]{0,14}目[\s\u3000]*[录次]|目[\s\u3000]*[录次])[\s\u3000]*$")
_MAIN_HEAD = re.compile(r"[\s\u3000]*目[\s\u3000]*[录次][\s\u3000]*$")
_BLANKS = " \u3000\xa0\t"
_LEADERS = ".…·⋯\t"
_DIGITS = "0123456789"
_MOST_PAGE_DIGITS = 4
_MOST_HEAD = 24
_LONGEST = 80
_AHEAD = 3
_NUMERAL = "[〇零一二三四五六七八九十百0-9]{1,5}"
#: Two columns: behind the page of one entry the number of the next.
_COLUMN = re.compile(
    rf"(?<=[{_DIGITS}])[ \t\u3000\xa0]{{1,40}}(?=第{_NUMERAL}[编篇章节部条]|[一二三四五六七八九十]{{1,3}}、|"
    r"（[一二三四五六七八九十]{1,3}）|专栏)"
)


@dataclass(slots=True)
class ContentsLine:
    """One line as it is looked at: its words, where it begins, the printed number of a title, "" for none.

    `titled` says that it could be a title; `styled` that its style is one of a table of contents.
    """

    text: str
    start: int
    number: str
    titled: bool
    styled: bool


def split_page(text: str) -> tuple[str, int, bool] | None:
    """A line without its page, that page, and whether leaders lead to it; None for a line that ends in no page.

    By hand, from the end: a line of nothing but leaders would cost a pattern the square of its length.
    """
    line = text.rstrip()
    before = line.rstrip(_DIGITS)
    digits = line[len(before) :]
    title = before.rstrip(_LEADERS + _BLANKS)
    if not title or not 0 < len(digits) <= _MOST_PAGE_DIGITS or len(title) == len(before):
        return None
    return title, int(digits), any(one in _LEADERS for one in before[len(title) :])


def find_contents(lines: Sequence[ContentsLine | None]) -> tuple[set[int], list[ContentsEntry]]:
    """The positions of the lines that belong to tables of contents, and their entries; None is a line of a table."""
    taken: set[int] = set()
    entries: list[ContentsEntry] = []
    position = lists = 0
    while position < len(lines):
        line = lines[position]
        first = end = position
        if line is not None and line.styled:
            while end < len(lines) and (at := lines[end]) is not None and at.styled:
                end += 1
        elif line is not None and _HEAD.match(line.text) and len(line.text) <= _MOST_HEAD:
            first = position + 1
            end = _end(lines, first, main=_MAIN_HEAD.match(line.text) is not None)
            end = end if end > first else position
            if end == position and _MAIN_HEAD.match(line.text):
                taken.add(position)
        elif line is not None and line.titled and (page := split_page(line.text)) is not None and page[2]:
            end = position + 1
        if end == position:
            position += 1
            continue
        taken.update(range(position, end))
        lists += 1
        entries += _entries([one for one in lines[first:end] if one is not None], lists)
        position = end
    return taken, entries


def _end(lines: Sequence[ContentsLine | None], first: int, *, main: bool) -> int:
    """The position behind the last line of the list that begins at `first`."""
    ahead = [one for one in lines[first : first + _AHEAD] if one is not None]
    if any(split_page(one.text) for one in ahead):
        return _end_with_pages(lines, first)
    return _end_without_pages(lines, first) if main else first


def _end_with_pages(lines: Sequence[ContentsLine | None], first: int) -> int:
    end = at = first
    while at < len(lines) and at - end < _AHEAD:
        line = lines[at]
        if line is None or len(line.text) > _LONGEST or line.text.rstrip().endswith("。"):
            break
        if line is not lines[first] and _HEAD.match(line.text) and len(line.text) <= _MOST_HEAD:
            break
        at += 1
        if split_page(line.text) is not None:
            end = at
    return end


def _end_without_pages(lines: Sequence[ContentsLine | None], first: int) -> int:
    told: set[str] = set()
    opening = ""
    for at in range(first, len(lines)):
        line = lines[at]
        if line is None or not line.titled or line.text.strip() in told or (opening and line.number == opening):
            return at
        opening = opening or line.number
        told.add(line.text.strip())
    return len(lines)


def _entries(lines: Sequence[ContentsLine], number: int) -> Iterator[ContentsEntry]:
    """The entries of one list; a title that goes on in the next line is one with it."""
    waiting: ContentsEntry | None = None
    for line in lines:
        for column, (start, end) in enumerate(_columns(line.text)):
            words = line.text[start:end]
            page = split_page(words)
            title = page[0] if page is not None else words.rstrip()
            lead = len(title) - len(title.lstrip(_BLANKS))
            made = ContentsEntry(
                title.strip(),
                line.start + start + lead,
                line.start + start + len(title),
                page[1] if page is not None else 0,
                (number, column),
            )
            if waiting is not None and page is not None and not line.number and not column:
                made = ContentsEntry(waiting.text + made.text, waiting.start, made.end, made.page, made.column)
                waiting = None
            if waiting is not None:
                yield waiting
            waiting = made if page is None and made.text else None
            if page is not None and made.text:
                yield made
    if waiting is not None:
        yield waiting


def _columns(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _COLUMN.finditer(text):
        if split_page(text[start : found.start()]) is not None:
            yield start, found.start()
            start = found.end()
    yield start, len(text)
