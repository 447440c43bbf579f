"""What a plan text says that a plan file can begin with: its title, its chapters, its goals, documents it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.constraints.periods import own_period
from checker.prose.counts import count_of
from checker.prose.document import Block, BlockKind, Document

_TITLE = re.compile(r"规划|纲要|说明|方案")
_PLACE = re.compile(r"^(?:关于)?《?(?P<place>.{2,20}?)(?:国民经济和社会发展)?第(?P<ordinal>十[一二三四五六])个五年规划")
_GOAL_HEADING = re.compile(r"(?:主要|发展|总体|奋斗)?目标|愿景")
_NOT_GOALS = re.compile(r"远景|指标|二〇|20[0-9]{2}年(?:远景)?")
_ITEM = re.compile(r"^\s*(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|(?:[一二三四五六七八九十]|[0-9]{1,2})[、.．])?\s*")
_LEAD = re.compile(r"^(?P<lead>[^。；：，\n]{4,24})[。：]")
_OVERALL = re.compile(r"(?:^|[。；])(?P<words>到20[0-9]{2}年，[^。；]{6,60})")
_DOCUMENT = re.compile(r"《(?P<title>[^《》]{4,60}(?:规划|纲要|意见|条例|办法|建议|方案|决定|通知)[^《》]{0,12})》")
#: What is no goal, though it is an item under the heading of goals: a heading of its own.
_NO_GOAL = re.compile(r"(?:目标|任务|指标|要求|原则|思路|定位)$")
#: A line of the title that goes on in the next, and one that goes on with the line before.
_RUNS_ON = re.compile(r"社会发展$|^[^》]*《[^》]*$")
_GOES_ON = re.compile(r"和二[〇○零Oo0]三五年远景目标纲要|纲要|(?:的)?(?:起草|编制)?(?:情况)?(?:的)?说明")
_HEAD_LINES = 6
_LONGEST_TITLE = 80
_LONGEST_NAME = 24
_LONGEST_QUOTE = 60
_MOST_HEADINGS = 40


class Told(Struct):
    """A name with the words of the text that it comes from, "" if they cannot be quoted, and its chapter."""

    name: str
    quote: str = ""
    chapter: str = ""


class Goal(Told):
    """A goal, with the places of its words in the text."""

    start: int = 0
    end: int = 0


class Head(Struct):
    """What the head of the text says: full name, name, ordinal of the period, first and last year."""

    title: str
    name: str
    period: tuple[int, int] | None


def quotable(text: str) -> str:
    """`text` if a plan file can quote it word for word, else ""."""
    plain = text.strip()
    if not plain or len(plain) > _LONGEST_QUOTE or re.search(r"\s", plain):
        return ""
    return plain if re.fullmatch(r"(?:[^“”]|“[^“”]*”)*", plain) else ""


def find_head(document: Document) -> Head:
    """The title is the first line that looks like one, before the first heading, with the lines it runs over.

    Its quotation marks are left out: 《…纲要》起草说明 is called …纲要起草说明.
    """
    first = next((block.start for block in document.headings), len(document.source.text))
    lines = [block.text.strip() for block in document.blocks if block.start < first and block.text.strip()][
        :_HEAD_LINES
    ]
    title = _title(lines)
    found = _PLACE.search(title)
    ordinal = own_period(title) if title else None
    name = f"{found['place']}{found['ordinal']}五" if found else ""
    return Head(title, name, _years(ordinal))


def _title(lines: Sequence[str]) -> str:
    """国民经济和社会发展 / 第十四个五年规划…纲要 / 起草说明: one title over three lines."""
    at = next((at for at, line in enumerate(lines) if _TITLE.search(line) and _is_short(line)), None)
    if at is None:
        return ""
    above = lines[at - 1] if at and _RUNS_ON.search(lines[at - 1]) and _is_short(lines[at - 1]) else ""
    below = next((line for line in lines[at + 1 : at + 2] if _GOES_ON.fullmatch(line)), "")
    return "".join(re.split(r"[《》\s]+", above + lines[at] + below))


def _is_short(line: str) -> bool:
    return len(line) < _LONGEST_TITLE and "。" not in line


def _years(ordinal: str | None) -> tuple[int, int] | None:
    """十四五 → 2021, 2025."""
    number = count_of((ordinal or "").removesuffix("五")) if ordinal else None
    return (1951 + 5 * number, 1955 + 5 * number) if number else None


class Chapters:
    """The chapters of a text that its plan file lists; `listed` are their headings."""

    def __init__(self, document: Document, listed: Sequence[Block]) -> None:
        self._document = document
        self.listed = listed
        self._ids = {id(one) for one in listed}

    def of(self, offset: int) -> Block | None:
        """The chapter that `offset` stands in."""
        return next((one for one in self._document.path_of(offset) if id(one) in self._ids), None)

    def number(self, offset: int) -> str:
        """Its number, "" outside of all chapters."""
        chapter = self.of(offset)
        return chapter.number if chapter is not None else ""


def find_goals(document: Document, chapters: Chapters) -> tuple[Told | None, list[Goal], str]:
    """The overall goal, the goals under the heading of goals, and that heading.

    The first chapter that speaks of goals has them, under its innermost heading that does: a later chapter may set
    goals for its own matter.
    """
    wanted = [one for one in document.headings if _GOAL_HEADING.search(one.title) and not _NOT_GOALS.search(one.title)]
    starts = {id(one): chapter.start if (chapter := chapters.of(one.start)) else -1 for one in wanted}
    for heading in sorted(wanted, key=lambda one: (starts[id(one)], -one.level))[:_MOST_HEADINGS]:
        blocks = list(_below(document, heading))
        goals = list(_goals(chapters, blocks))
        if len(goals) > 1:
            return _overall(chapters, blocks), goals, heading.title
    return None, [], ""


def _below(document: Document, heading: Block) -> Iterator[Block]:
    """The blocks from a heading up to the next one that is not below it."""
    inside = False
    for block in document.blocks:
        if block is heading:
            inside = True
        elif inside and block.kind is BlockKind.HEADING and block.level <= heading.level:
            return
        elif inside and block.cell is None:
            yield block


def _goals(chapters: Chapters, blocks: Sequence[Block]) -> Iterator[Goal]:
    seen: set[str] = set()
    for block in blocks:
        numbered = _ITEM.match(block.text)
        assert numbered is not None
        is_item = block.kind is BlockKind.ITEM or numbered.end() > 0
        begin = numbered.end() if block.number_in_text else 0
        rest = block.text[begin:]
        lead = _LEAD.match(rest + "。" if len(rest) <= _LONGEST_NAME else rest)
        if is_item and lead is not None and lead["lead"] not in seen and not _NO_GOAL.search(lead["lead"]):
            name = lead["lead"]
            seen.add(name)
            yield Goal(name, quotable(name), chapters.number(block.start), block.start, block.end)


def _overall(chapters: Chapters, blocks: Sequence[Block]) -> Told | None:
    for block in blocks:
        found = _OVERALL.search(block.text)
        if found is not None:
            return Told("总目标", quotable(found["words"]), chapters.number(block.start))
    return None


def find_documents(document: Document, own: str) -> list[Told]:
    """Documents in 《》 other than the text itself, in the order of their first mention."""
    found: dict[str, Told] = {}
    for match in _DOCUMENT.finditer(document.source.text):
        title = match["title"]
        if title not in own and own not in title and not re.search(r"\s", title):
            found.setdefault(title, Told(title, quotable(f"《{title}》")))
    return list(found.values())
