"""What a text says of its own outline, held against its headings: totals (共十五个部分), references (见专栏7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.prose.counts import count_of
from checker.prose.document import Block, BlockKind, Document

_NUMBER = "(?:[一二三四五六七八九十百]{1,5}|[0-9]{1,3})"
_HEAD = re.compile(
    rf"[\s\u3000]*(?:第[ \u3000]?(?P<number>{_NUMBER})[ \u3000]?(?P<unit>编|篇|部分|章|节|条)"
    rf"|专栏[ \u3000]?(?P<panel>{_NUMBER}))"
    r"(?=[：:\s\u3000]|$|[^\W\d_]|[“《])"
)
_COMMA = re.compile(rf"[\s\u3000]*({_NUMBER})、")
_DIGITS = re.compile(r"[\s\u3000]*(?:[（(]([0-9]{1,3})[）)]|([0-9]{1,3})[.．、])")
_OWN = r"(?:本(?:《?(?:规划|纲要|建议|方案|报告|意见|计划)》?)?)"
_REFERENCE = re.compile(
    rf"(?:(?:详?见|参见|参照|按照|依照|根据|落实|对照){_OWN}?|{_OWN})第(?P<number>{_NUMBER})(?P<unit>编|篇|部分|章|条)"
    rf"(?![至到—–\-～~、和])|(?P<box>专栏)[ \u3000]?(?P<panel>{_NUMBER})(?![0-9至到—–\-～~])"
)
_TOTAL = re.compile(
    rf"(?:共计?|分为?|由)(?:有|为)?"
    rf"(?P<parts>(?:共?{_NUMBER}(?:个|大)?(?:部分|编|篇|章|节|条|专栏)[、，和及]?){{1,4}})"
)
_PART = re.compile(rf"(?P<number>{_NUMBER})(?:个|大)?(?P<unit>部分|编|篇|章|节|条|专栏)")
#: 部分 and 条 count many things; they count headings where the sentence speaks of the document.
_OF_DOCUMENT = re.compile("纲要|规划|建议|报告|方案|全文|本文|全书")
_LOOSE = frozenset({"部分", "条"})
#: A document about another one counts the other one's parts.
_NOTE = re.compile("说明|解读|汇报")
_LEAST = 2
#: Numbers that run on through a document are articles only where there are many of them.
_LEAST_ARTICLES = 20


class ToldTotal(NamedTuple):
    """A total told of a unit, where, and how many headings of that unit there are; the last one's place."""

    start: int
    end: int
    words: str
    unit: str
    headings: int
    last: tuple[int, int]


class Dangling(NamedTuple):
    """A reference to a number that no heading has: where, and the last number there is with its place."""

    start: int
    end: int
    words: str
    unit: str
    highest: int
    last: tuple[int, int]


class _Unit(NamedTuple):
    """The headings of one unit: how many, the highest number, and where the last one stands."""

    headings: int
    highest: int
    last: tuple[int, int]


def find_told_totals(document: Document) -> Iterator[ToldTotal]:
    """Totals of parts, chapters, sections, articles and panels that are not those of the headings."""
    if _is_note(document):
        return
    units = _units(document)
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            continue
        for total in _TOTAL.finditer(block.text):
            sure = _OF_DOCUMENT.search(block.text, max(0, total.start() - 60), total.end() + 20) is not None
            for part in _PART.finditer(block.text, total.start("parts"), total.end("parts")):
                known, told = units.get(part["unit"]), count_of(part["number"])
                if known is None or told is None or (part["unit"] in _LOOSE and not sure):
                    continue
                if told != known.headings:
                    at = (block.start + part.start(), block.start + part.end())
                    yield ToldTotal(*at, part[0], part["unit"], known.headings, known.last)


def find_dangling(document: Document) -> Iterator[Dangling]:
    """References to chapters, parts, articles and panels of this document beyond the last one there is."""
    units = _units(document)
    for block in document.blocks:
        own = _HEAD.match(block.text)
        for found in _REFERENCE.finditer(block.text, own.end() if own is not None else 0):
            unit = "专栏" if found["box"] else found["unit"]
            known, number = units.get(unit), count_of(found["panel"] or found["number"])
            if known is not None and number is not None and number > known.highest:
                at = (block.start + found.start(), block.start + found.end())
                yield Dangling(*at, found[0], unit, known.highest, known.last)


def _is_note(document: Document) -> bool:
    head = [block.text for block in document.blocks[:3] if len(block.text) < 60]
    return any(_NOTE.search(text) for text in head)


def _units(document: Document) -> dict[str, _Unit]:
    """The units that the document's headings have, each with at least two of them."""
    found: dict[str, list[tuple[int, Block]]] = {}
    articles: list[tuple[int, Block]] = []
    for block in document.blocks:
        head = _HEAD.match(block.text)
        if head is not None and (block.kind is BlockKind.HEADING or head["panel"] or head["unit"] == "条"):
            _add(found, "专栏" if head["panel"] else head["unit"], head["panel"] or head["number"], block)
        elif block.kind is BlockKind.HEADING and block.level == 1 and (comma := _COMMA.match(block.text)):
            _add(found, "、", comma[1], block)
        elif block.kind is not BlockKind.CELL and (digits := _DIGITS.match(block.text)):
            number = count_of(digits[1] or digits[2])
            if number is not None:
                articles.append((number, block))
    if "部分" not in found and "、" in found and not found.keys() & {"章", "篇", "编"}:
        found["部分"] = found["、"]
    if "条" not in found and _runs_on([number for number, _ in articles]):
        found["条"] = articles
    return {unit: _unit(heads) for unit, heads in found.items() if unit != "、" and len(heads) >= _LEAST}


def _add(found: dict[str, list[tuple[int, Block]]], unit: str, words: str, block: Block) -> None:
    number = count_of(words)
    if number is not None:
        found.setdefault(unit, []).append((number, block))


def _runs_on(numbers: list[int]) -> bool:
    """Whether they count from one to the end of the document without beginning anew."""
    return len(numbers) >= _LEAST_ARTICLES and numbers == list(range(1, len(numbers) + 1))


def _unit(heads: list[tuple[int, Block]]) -> _Unit:
    distinct = {(number, block.start) for number, block in heads}
    highest = max(number for number, _ in heads)
    last = heads[-1][1]
    return _Unit(len(distinct), highest, (last.start, last.start + len(last.text)))
