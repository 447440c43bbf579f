"""The table of contents against the headings: an entry that no heading bears out, a heading that no entry names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from checker.prose.reading.outline import Entry, Head

#: A table of contents of which less is borne out is that of another document.
_BORNE_OUT = 0.6
#: A kind of heading of which so many are listed is listed as a whole.
_LISTED = 0.8
_FEWEST = 3
_ALIKE = 0.5
#: So many entries at the end of the contents without a heading: the text is not whole.
_BROKEN_OFF = 3
_SIGNS = re.compile(r"[\W_]+")


class ContentsSlip(Struct, frozen=True):
    """An entry and a heading that differ; `kind` is renamed, renumbered, misplaced, absent or unlisted.

    `start` to `end` is the entry or, of an unlisted one, the heading; `other` the words it is held against and
    `related` where these stand, None where there are none: of a misplaced one the entry that it should stand behind.
    """

    kind: str
    start: int
    end: int
    words: str
    other: str = ""
    related: tuple[int, int] | None = None


class PageSlip(Struct, frozen=True):
    """An entry with a page that lies before that of the entry before it."""

    start: int
    end: int
    words: str
    page: int
    before: int
    related: tuple[int, int]


def find_contents_slips(entries: Sequence[Entry], heads: Sequence[Head], text: str) -> Iterator[ContentsSlip]:
    """Where contents and headings part; nothing where the contents are hardly those of these headings."""
    pairs = _Pairs(entries, heads)
    if not entries or len(pairs.head_of) < max(_FEWEST, len(entries) * _BORNE_OUT):
        return
    absent: list[Entry] = []
    for number, entry in enumerate(entries):
        if number in pairs.head_of:
            continue
        near = pairs.nearest(number)
        if near is None:
            if entry.form and not _stands_in(entry, text):
                absent.append(entry)
            continue
        pairs.take(number, near)
        yield _unlike(entry, heads[near])
    yield from pairs.misplaced()
    for entry in absent if not _breaks_off(absent, entries) else ():
        yield ContentsSlip("absent", entry.start, entry.end, entry.words)
    for head in pairs.unlisted():
        yield ContentsSlip("unlisted", head.start, head.end, head.words)


def _unlike(entry: Entry, head: Head) -> ContentsSlip:
    same = _letters(entry.title) in (_letters(head.title), _letters(head.title + head.more))
    kind = "renumbered" if same else "renamed"
    return ContentsSlip(kind, entry.start, entry.end, entry.words, head.words, (head.start, head.end))


def _breaks_off(absent: Sequence[Entry], entries: Sequence[Entry]) -> bool:
    """Whether what is absent is the rest of the text: an extract, which says nothing about its contents."""
    last = [one for one in entries if one.column == entries[0].column and one.form][-_BROKEN_OFF:]
    return len(last) == _BROKEN_OFF and all(one in absent for one in last)


def find_page_slips(entries: Sequence[Entry]) -> Iterator[PageSlip]:
    """Entries whose page lies before that of the one before; of two, the one out of line with the rest."""
    columns: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        if entry.page:
            columns.setdefault(entry.column, []).append(entry)
    for column in columns.values():
        pages = [entry.page for entry in column]
        for at in range(1, len(pages)):
            if pages[at] >= pages[at - 1]:
                continue
            after = pages[at + 1] if at + 1 < len(pages) else pages[at]
            before = pages[at - 2] if at > 1 else 0
            odd = at - 1 if before <= pages[at] <= after < pages[at - 1] else at
            one, other = column[odd], column[2 * at - 1 - odd]
            yield PageSlip(one.start, one.end, one.words, one.page, other.page, (other.start, other.end))


class _Pairs:
    """Which entry goes with which heading: those that say the same first, the rest by their place between these."""

    def __init__(self, entries: Sequence[Entry], heads: Sequence[Head]) -> None:
        self.entries, self.heads = entries, heads
        self.head_of: dict[int, int] = {}
        self.taken: set[int] = set()
        self._pair_equal()

    def take(self, entry: int, head: int) -> None:
        """Pair the two."""
        self.head_of[entry] = head
        self.taken.add(head)

    def _pair_equal(self) -> None:
        by_words: dict[tuple[str, int, str], list[int]] = {}
        for number, head in enumerate(self.heads):
            for title in {_letters(head.title), _letters(head.title + head.more)}:
                by_words.setdefault((head.form, head.number, title), []).append(number)
        last: dict[tuple[int, int], int] = {}
        for number, entry in enumerate(self.entries):
            found = by_words.get((entry.form, entry.number, _letters(entry.title)), [])
            free = [one for one in found if one not in self.taken]
            behind = [one for one in free if one > last.get(entry.column, -1)]
            if free:
                last[entry.column] = (behind or free)[0]
                self.take(number, last[entry.column])

    def nearest(self, number: int) -> int | None:
        """The free heading that the entry most likely means, None for none."""
        entry = self.entries[number]
        low, high = self._between(number)
        free = [one for one in range(len(self.heads)) if one not in self.taken and self.heads[one].form == entry.form]
        same = [one for one in free if _letters(self.heads[one].title) == _letters(entry.title)]
        inside = [one for one in free if low < one < high]
        numbered = [one for one in inside if self.heads[one].number == entry.number]
        unique = [one for one in free if self.heads[one].number == entry.number] if entry.form in _UNIQUE else []
        alike = [one for one in inside if _likeness(self.heads[one].title, entry.title) >= _ALIKE]
        for candidates in ([one for one in same if one in inside] or same, numbered, unique, alike):
            if candidates:
                return candidates[0]
        return None

    def _between(self, number: int) -> tuple[int, int]:
        """The headings of the entries before and behind in the same column."""
        column = self.entries[number].column
        before = (one for one in range(number - 1, -1, -1) if one in self.head_of)
        behind = (one for one in range(number + 1, len(self.entries)) if one in self.head_of)
        low = next((self.head_of[one] for one in before if self.entries[one].column == column), -1)
        high = next((self.head_of[one] for one in behind if self.entries[one].column == column), len(self.heads))
        return (low, high) if low < high else (-1, len(self.heads))

    def misplaced(self) -> Iterator[ContentsSlip]:
        """The entries whose heading stands before that of the entry in front of them."""
        columns: dict[tuple[int, int], int] = {}
        for number, entry in enumerate(self.entries):
            if number not in self.head_of:
                continue
            before = columns.get(entry.column)
            columns[entry.column] = number
            if before is not None and self.head_of[before] > self.head_of[number] and entry.number:
                other = self.entries[before]
                place = other.start, other.end
                yield ContentsSlip("misplaced", entry.start, entry.end, entry.words, other.words, place)

    def unlisted(self) -> Iterator[Head]:
        """The headings that no entry names, of the kinds that the contents list."""
        every = Counter(head.form for head in self.heads if head.form)
        named = Counter(self.heads[one].form for one in self.head_of.values())
        for number, head in enumerate(self.heads):
            whole = named[head.form] >= max(_FEWEST, every[head.form] * _LISTED)
            if number not in self.taken and head.form and whole:
                yield head


#: What is counted through a whole document.
_UNIQUE = frozenset({"编", "篇", "部分", "章", "条", "专栏", "附件"})


def _stands_in(entry: Entry, text: str) -> bool:
    """Whether a line of the text, outside of the contents, begins with the entry's words all the same."""
    words = r"\s*".join(map(re.escape, _bare(entry.words)))
    return any(not entry.start <= one.start() < entry.end for one in re.finditer(rf"(?m)^\s*{words}", text))


def _bare(words: str) -> str:
    return "".join(words.split())


def _letters(words: str) -> str:
    return _SIGNS.sub("", words)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _letters(one), _letters(other), autojunk=False).ratio()
