"""The outline of a plan file: which headings of a text are parts, chapters and sections, however they are numbered."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from checker.draft.values import Listed
from checker.prose.document import Block
from checker.prose.reading import Reading
from checker.prose.reading.marks import mark_of
from checker.prose.reading.outline import Head, bare
from checker.prose.reading.series import rank_of

_PARTS = frozenset({"编", "篇", "部分"})
_UNMARKED = "·"
#: A title that goes on in the next line fills its own.
_FULL_LINE = 16
_LONGEST_REST = 40


class Chapters:
    """Where the parts, chapters and sections of a text stand; what `annex` begins is in none of them."""

    def __init__(self, listed: Sequence[Listed], annex: int | None = None) -> None:
        self.listed, self._annex = listed, annex
        self.chapters = [one for one in listed if one.rank == 1]
        self._starts = [one.start for one in listed]
        self._paths: list[list[Listed]] = [[]]
        for one in listed:
            self._paths.append([*(above for above in self._paths[-1] if above.rank < one.rank), one])

    def path(self, offset: int) -> Sequence[Listed]:
        """The part, chapter and section that `offset` stands in, as far as there are any."""
        if self._annex is not None and offset >= self._annex:
            return ()
        return self._paths[bisect_right(self._starts, offset)]

    def of(self, offset: int) -> Listed | None:
        """The chapter that `offset` stands in."""
        return next((one for one in self.path(offset) if one.rank == 1), None)

    def number(self, offset: int) -> str:
        """What the plan file calls that chapter, "" outside of all."""
        chapter = self.of(offset)
        return chapter.name if chapter is not None else ""

    def titles(self) -> dict[str, str]:
        """What the plan file calls each chapter → its title and those of its sections."""
        titles = {one.name: [one.title] for one in self.chapters}
        for one in self.listed:
            if one.rank == 2 and one.chapter in titles:
                titles[one.chapter].append(one.title)
        return {name: " ".join(told) for name, told in titles.items()}


def find_outline(reading: Reading) -> tuple[list[Listed], int | None]:
    """The headings that are 部分, 章 and 节, each once; and where an annex begins that nothing of the plan's follows.

    Chapters are those numbered 第…章; where none is, those of the highest number that is used twice. Sections are what
    most often stands right below chapters. A number that comes again begins an annex, which is none of the plan's.
    """
    forms = _Forms(reading)
    listed: list[Listed] = []
    taken: set[tuple[str, str]] = set()
    names: set[str] = set()
    part = chapter = ""
    annex: int | None = None
    for head, block in forms.headings:
        rank = forms.rank(block)
        if rank is None or (rank == 2 and not chapter):
            continue
        name = block.number or _titled(reading, head)
        above = part if rank == 1 and forms.restarts else chapter if rank == 2 else ""
        if not name or (f"{rank}{above}", name) in taken:
            if rank == 1:
                chapter, annex = "", head.start if annex is None else annex
            continue
        taken.add((f"{rank}{above}", name))
        title = _titled(reading, head) if block.number else ""
        if rank == 1 and name in names:
            name = title
        names.add(name)
        part, chapter = (name, "") if rank == 0 else (part, name) if rank == 1 else (part, chapter)
        listed.append(Listed(rank, name, title, head.start, head.end, chapter))
        annex = None
    return listed, annex


class _Forms:
    """What the numbers of the headings of a text mean."""

    def __init__(self, reading: Reading) -> None:
        blocks = reading.document.blocks
        self.document = reading.document
        self.headings = [
            (head, blocks[reading.passages[head.passage].first]) for head in reading.heads if head.level > 0
        ]
        counted = Counter(form_of(block) for _, block in self.headings)
        self.parts = frozenset(form for form in counted if form in _PARTS)
        self.chapter = self._chapter(counted)
        self.section = self._section()
        self.restarts = self.chapter != "章" and bool(self.parts)

    def _chapter(self, counted: Counter[str]) -> str:
        if "章" in counted:
            return "章"
        ranked = sorted((rank, form) for form in counted if form not in _PARTS and (rank := rank_of(form)) is not None)
        often = [form for _, form in ranked if counted[form] > 1] or [form for _, form in ranked]
        return often[0] if often else _UNMARKED if counted[_UNMARKED] > 1 else ""

    def _section(self) -> str:
        below = Counter(
            form
            for _, block in self.headings
            if (above := self.document.parent_of(block)) is not None
            and form_of(above) == self.chapter
            and ((form := form_of(block)) == _UNMARKED or rank_of(form) is not None)
        )
        return "节" if below["节"] else below.most_common(1)[0][0] if below else ""

    def rank(self, block: Block) -> int | None:
        """0, 1, 2 for a part, chapter or section, None for another heading."""
        form = form_of(block)
        if form in self.parts:
            return 0
        if not form or form not in (self.chapter, self.section):
            return None
        if self.chapter == self.section == _UNMARKED:
            return min(block.level, 2)
        return 1 if form == self.chapter else 2


def form_of(block: Block) -> str:
    """The form of the number of a heading: 章, （一）, 1.; · for a heading of a style without a number."""
    mark = mark_of(f"{block.number} ") if block.number else None
    return mark.form if mark is not None else "" if block.number else _UNMARKED


def _titled(reading: Reading, head: Head) -> str:
    """The title, with the line that it goes on in: the table of contents says so, or the title fills its line."""
    if not head.more:
        return head.title
    if not head.title:
        return head.more  # 第一章, and its title in the line behind
    whole = bare(head.title + head.more)
    for entry in reading.entries:
        if (entry.form, entry.number) == (head.form, head.number) and entry.form:
            return head.title + head.more if bare(entry.title) == whole else head.title
    is_full = len(head.words) >= _FULL_LINE and head.form in ("编", "篇", "部分", "章", "节")
    return head.title + head.more if is_full and len(head.more) <= _LONGEST_REST else head.title
