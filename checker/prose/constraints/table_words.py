"""What the running text says of an indicator of the table without a figure: its nature, and which way it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.messages.tables import TABLE_TEXT_NATURE, TABLE_TEXT_VERB
from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.reading import Reading
from checker.prose.reading.lexicon import wording
from checker.prose.reading.passages import Passage
from checker.prose.reading.subjects import subject_in
from checker.prose.reading.tables import TableRow

_NATURE = re.compile("(?P<nature>约束性|预期性)(?:的)?(?:指标|目标)")
_LISTED_BEFORE = re.compile(
    r"(?:等(?:[0-9一二三四五六七八九十]+[项个])?(?:主要|核心|重点)?|作为|列为|纳入|是|为|属于?|这一|这项)$"
)
_LISTED_BEHIND = re.compile(
    r"(?:[0-9一二三四五六七八九十]+[项个])?(?:主要)?(?:包括|包含|为|是|有|即|：|，包括|分别是|分别为|（)"
)
_CHANGES = re.compile("调整|改为|转为|由|从|不再|取消")
_PARTS = re.compile("、|以及|及|和|与")
_UP = ("提高", "上升", "增长", "增加", "提升", "上涨", "扩大")
_DOWN = ("降低", "下降", "减少", "缩小", "削减")
_VERB = re.compile(rf"(?:累计|年均|逐年)?(?P<verb>{'|'.join((*_UP, *_DOWN))})率?$")
_FEWEST = 4


def find_word_slips(reading: Reading) -> Iterator[Conflict]:
    """Indicators that the text gives another nature than the table, or sends the other way."""
    rows = [row for table in reading.tables for row in table.rows]
    natures = {row.key: row for row in rows if row.nature}
    verbs = [(row, *found) for row in rows if (found := _verb_of(row)) is not None]
    if not natures and not verbs:
        return
    inside = {number for table in reading.tables for number in range(table.grid.first, table.grid.last + 1)}
    names = {bare for _, bare, _ in verbs}
    for passage in reading.passages:
        if passage.first in inside:
            continue
        if natures and "性" in passage.text:
            yield from _natures(passage, natures)
        told = {bare for bare in names if bare in passage.text}
        for row, bare, verb in verbs if told else ():
            if bare in told:
                yield from _verbs(passage, row, bare, verb)


# ---- 研发投入强度等约束性指标


def _natures(passage: Passage, natures: dict[str, TableRow]) -> Iterator[Conflict]:
    for found in _NATURE.finditer(passage.text):
        for start, name in _members(passage.text, found):
            subject = subject_in(name, "")
            row = natures.get(subject.key) or natures.get(wording(name))
            if row is not None and row.nature != found["nature"]:
                message = TABLE_TEXT_NATURE(name=row.name, told=found["nature"], nature=row.nature)
                first, last = sorted(((start + subject.start, start + len(name)), found.span()))
                places = (Place("row", *_place(row), ""),)
                yield Conflict("table_text", *passage.span(first[0], last[1]), places=places, message=message)


def _place(row: TableRow) -> tuple[int, int]:
    return row.nature_at if row.nature_at[1] else row.name_at


def _members(text: str, found: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The names that are told to be of this nature, each with where it begins."""
    begin = max(text.rfind(mark, 0, found.start()) for mark in "。；：，！") + 1
    before = text[begin : found.start()]
    lead = _LISTED_BEFORE.search(before)
    if lead is not None and not _CHANGES.search(before):
        yield from _parted(before[: lead.start()], begin)
    behind = _LISTED_BEHIND.match(text, found.end())
    if behind is not None:
        end = min((at for mark in "。；）" if (at := text.find(mark, behind.end())) >= 0), default=len(text))
        other = _NATURE.search(text, behind.end(), end)
        words = text[behind.end() : other.start() if other is not None else end]
        if other is None or "，" in words:
            words = words[: words.rfind("，")] if other is not None else words
            yield from _parted(words, behind.end())


def _parted(words: str, start: int) -> Iterator[tuple[int, str]]:
    last = 0
    for cut in (*_PARTS.finditer(words), None):
        end = cut.start() if cut is not None else len(words)
        name = words[last:end]
        if len(name) >= _FEWEST:
            yield start + last, name
        last = cut.end() if cut is not None else end


# ---- 单位生产总值能耗降低


def _verb_of(row: TableRow) -> tuple[str, str] | None:
    """The name without its verb, and the verb, of an indicator that is called by its change."""
    name = re.sub(r"[（(][^（）()]*[）)]$", "", row.name)
    found = _VERB.search(name)
    if found is None or found.start() < _FEWEST:
        return None
    return name[: found.start()], found["verb"]


def _verbs(passage: Passage, row: TableRow, bare: str, verb: str) -> Iterator[Conflict]:
    at = passage.text.find(bare)
    opposite = _DOWN if verb in _UP else _UP
    while at >= 0:
        end = at + len(bare)
        told = next((word for word in opposite if passage.text.startswith(word, end)), None)
        if told is not None:
            words = passage.text[at : end + len(told)]
            message = TABLE_TEXT_VERB(words=words, name=row.name)
            places = (Place("row", *row.name_at, ""),)
            yield Conflict("table_text", *passage.span(at, end + len(told)), places=places, message=message)
        at = passage.text.find(bare, end)
