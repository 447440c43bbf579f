"""The series of numbers in a document: chapters, （一）（二）, 1. 2., 一是…二是…, panels, tables; each with its items.

How a form counts is learned from the document: whether it begins anew under each heading above it or runs on through
the text (第一节 in every chapter, 条 from 1 to 59). Items told off within a paragraph are a series of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from checker.prose.document import BlockKind, Document
from checker.prose.reading.marks import Mark, mark_of, value_of
from checker.prose.reading.passages import Passage

_CHINESE = "[一二三四五六七八九十百]{1,4}"
#: The forms of headings, from the highest to the lowest: one that is higher ends those below.
_RANKS = {
    form: rank
    for rank, forms in enumerate(
        (
            ("编", "篇", "部分"),
            ("章",),
            ("节",),
            ("一、", "Ⅰ"),
            ("（一）",),
            ("1.", "1.1", "1.1.1", "1.1.1.1"),
            ("（1）", "1）"),
            ("①",),
        )
    )
    for form in forms
}
#: What is counted beside the headings, by the titles that bear it.
#: A sentence may begin with the name of a chapter.
_NAMED = frozenset({"编", "篇", "部分", "章", "节"})
_THINGS = frozenset({"条", "专栏", "附件", "附表", "附图", "表", "图"})
_LONGEST_TITLE = 60
_INLINE = re.compile(
    rf"(?=[一二三四五六七八九十百（(第其①-⑳0-9])(?:(?:(?<=[。；：，、！？;:”\s—])|^)(?:(?P<told>{_CHINESE})(?P<verb>[是要])(?![一二三四五六七八九十的])"
    rf"|（(?P<round>{_CHINESE})）)|(?:(?<=[。；：！？;:\s])|^)(?:第(?P<nth>{_CHINESE})[，,：]|其(?P<of_them>{_CHINESE})[，,：是])"
    r"|(?P<circled>[①-⑳])(?=[^①-⑳，。；、）)])|(?:(?<=[。；：;:])|^)[（(](?P<digit_round>[0-9]{1,2})[）)]"
    r"|(?<=[。；：;:])(?P<digit>[0-9]{1,2})(?:\.(?![0-9])|、)(?=[\u4e00-\u9fff“]))"
)
_KINDS = {
    "round": "（一）行",
    "nth": "第一，",
    "of_them": "其一，",
    "circled": "①行",
    "digit_round": "（1）行",
    "digit": "1.行",
}
#: A series within paragraphs is told off without a break.
_BREAK = 12
_BEFORE_DIGIT = re.compile(r"\s*([0-9]{1,3})\.(?=[0-9])")
_CITED = re.compile("续")


class Numbered(Struct, eq=False):
    """One number of the text: its form and value, its words, and where they stand in the source.

    `passage` and `at` are the passage it stands in and how far into it; `title` is what follows in a line of its own.
    """

    form: str
    number: int
    start: int
    end: int
    words: str
    passage: int
    at: int
    stem: str = ""
    heading: bool = False


class Series(Struct, eq=False):
    """Numbers of one form that belong together, in the order of the text.

    `line` tells that each begins a line; `anew` that its form begins anew under each heading above, in so many places.
    """

    form: str
    items: list[Numbered]
    line: bool
    anew: int = 0


def find_series(document: Document, passages: Sequence[Passage]) -> list[Series]:
    """The series of `document`, those of lines first."""
    lines = list(_lines(document, passages))
    return [*_of_lines(lines), *_of_things(passages), *_within(passages, lines)]


def rank_of(form: str) -> int | None:
    """How high headings of this form stand, 0 highest; None for what is no heading."""
    return _RANKS.get(form)


# ---- lines


def _lines(document: Document, passages: Sequence[Passage]) -> Iterator[Numbered]:
    last, under = 0, ("", 0)
    columns = {block.cell.table for block in document.blocks if block.cell is not None and block.cell.column > 1}
    for number, passage in enumerate(passages):
        block = document.blocks[passage.first]
        if block.kind is BlockKind.NOTE or (block.cell is not None and block.cell.table in columns):
            continue
        if block.number_in_text:
            mark = mark_of(passage.text)
            goes_on = mark is not None and mark.form == "1.1" and (mark.stem, mark.number - 1) == under
            if mark is None or (mark.form == "1.1" and mark.number > 1 and not goes_on):
                mark = _before_digit(passage.text, last + 1) or mark
            if mark is not None and mark.form in _RANKS and (mark.form not in _NAMED or _bears(mark, passage)):
                last = mark.number if mark.form == "1." else last
                under = (mark.stem, mark.number) if mark.form == "1.1" else under
                yield _numbered(mark, passage, number, heading=block.kind is BlockKind.HEADING)
        elif block.number and (mark := mark_of(f"{block.number} ")) is not None and mark.form in _RANKS:
            start, end = passage.span(0, len(passage.text))
            yield Numbered(mark.form, mark.number, start, end, block.number, number, 0, mark.stem, True)


def _before_digit(text: str, expected: int) -> Mark | None:
    """The number in front of words that begin with a digit (25.24小时…), if it is the one that would follow."""
    found = _BEFORE_DIGIT.match(text)
    if found is None or int(found[1]) != expected:
        return None
    return Mark("1.", expected, found.start(1), found.end())


def _numbered(mark: Mark, passage: Passage, number: int, *, heading: bool) -> Numbered:
    words = passage.text[mark.start : mark.end].strip()
    return Numbered(
        mark.form,
        mark.number,
        *passage.span(mark.start, mark.start + len(words)),
        words,
        number,
        mark.start,
        mark.stem,
        heading,
    )


def _of_lines(lines: Sequence[Numbered]) -> Iterator[Series]:
    runs_on, anew = _how_they_count(lines)
    after = _next_of_form(lines)
    open_series: dict[str, Series] = {}
    for at, item in enumerate(lines):
        rank = _RANKS[item.form]
        for form in [form for form in open_series if _RANKS[form] > rank and form not in runs_on]:
            yield open_series.pop(form)
        series = open_series.get(item.form)
        if series is not None and _begins(item, series.items[-1], after.get(at)):
            yield open_series.pop(item.form)
            series = None
        if series is None:
            series = open_series[item.form] = Series(
                item.form, [], True, 0 if item.form in runs_on else anew[item.form]
            )
        series.items.append(item)
    yield from open_series.values()


def _begins(item: Numbered, before: Numbered, after: Numbered | None) -> bool:
    """Whether the item begins a series; a one does not that stands for another number, as what comes next tells."""
    if item.stem != before.stem:
        return True
    return item.number == 1 and not (after is not None and after.number == before.number + 2)


def _next_of_form(lines: Sequence[Numbered]) -> dict[int, Numbered]:
    """For the position of each item the next one of its form."""
    after: dict[int, Numbered] = {}
    last: dict[str, int] = {}
    for at, item in enumerate(lines):
        if item.form in last:
            after[last[item.form]] = item
        last[item.form] = at
    return after


def _how_they_count(lines: Iterable[Numbered]) -> tuple[set[str], Counter[str]]:
    """The forms that run on under new headings above them; in how many places each begins with one."""
    last: dict[str, int] = {}
    closed: set[str] = set()
    on: Counter[str] = Counter()
    anew: Counter[str] = Counter()
    for item in lines:
        form = item.form
        if form in closed and form in last and item.number in (1, last[form] + 1):
            (anew if item.number == 1 else on)[form] += 1
        elif item.number == 1:
            anew[form] += 1
        closed.discard(form)
        closed.update(lower for lower in last if _RANKS[lower] > _RANKS[form])
        last[form] = item.number
    return {form for form, times in on.items() if times > anew[form] - 1 or times > anew[form] * 0.8}, anew


# ---- things


def _of_things(passages: Sequence[Passage]) -> Iterator[Series]:
    """Articles, panels, annexes, tables and figures, by the lines that are or begin with their titles."""
    open_series: dict[str, Series] = {}
    titles: set[str] = set()
    for number, passage in enumerate(passages):
        mark = mark_of(passage.text[:_LONGEST_TITLE])
        if mark is None or mark.form not in _THINGS or not _bears(mark, passage) or _CITED.search(passage.text[:16]):
            continue
        if mark.form != "条" and passage.text in titles:
            continue
        titles.add(passage.text)
        item = _numbered(mark, passage, number, heading=True)
        series = open_series.get(mark.form)
        if series is not None and item.number == 1:
            yield open_series.pop(mark.form)
            series = None
        if series is None:
            series = open_series[mark.form] = Series(mark.form, [], True)
        series.items.append(item)
    yield from open_series.values()


def _bears(mark: Mark, passage: Passage) -> bool:
    """Whether the line bears the number as its own; a sentence that begins with it speaks of another place."""
    if mark.form == "条":
        return True
    return len(passage.text) <= _LONGEST_TITLE and not passage.text.endswith(("。", "；", "，", "、"))


# ---- within paragraphs


def _within(passages: Sequence[Passage], lines: Sequence[Numbered]) -> Iterator[Series]:
    headed = {item.passage: item for item in lines}
    open_series: dict[str, Series] = {}
    for number, passage in enumerate(passages):
        line = headed.get(number)
        if line is not None and _RANKS[line.form] <= _RANKS["1."]:
            yield from open_series.values()
            open_series = {}
        if passage.kind in (BlockKind.NOTE, BlockKind.CELL):
            continue
        for found in _INLINE.finditer(passage.text):
            if line is not None and found.start() <= line.at:
                continue
            item = _told(found, passage, number)
            series = open_series.get(item.form)
            if series is not None and (item.number == 1 or _apart(series.items[-1], item)):
                yield open_series.pop(item.form)
                series = None
            if series is None:
                series = open_series[item.form] = Series(item.form, [], False)
            series.items.append(item)
    yield from open_series.values()


def _apart(before: Numbered, item: Numbered) -> bool:
    """Whether too much stands between the two for one series, unless one follows the other."""
    return item.passage - before.passage > _BREAK and item.number != before.number + 1


def _told(found: re.Match[str], passage: Passage, number: int) -> Numbered:
    group = next(name for name in ("told", *_KINDS) if found[name])
    form = f"一{found['verb']}" if group == "told" else _KINDS[group]
    return Numbered(
        form, value_of(found[group]), *passage.span(found.start(), found.end()), found[0], number, found.start()
    )
