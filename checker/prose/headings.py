"""Paragraphs as a reader gives them → blocks: which of them are headings, of what level, and which are list items.

A heading is told by its style or outline level where the file has them, and by its printed number: 第一篇, 第一部分,
第一章, 第一节, 一、, （一）, 1., （1）, 专栏1. A sentence that merely begins so (“一是…”, “第二章明确了…。”) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.prose.contents_page import ContentsLine, find_contents
from checker.prose.document import Block, BlockKind, Cell, ContentsEntry
from checker.quantity import parse_numeral

_CHINESE = "[〇零一二三四五六七八九十百]{1,5}"
_NUMERAL = rf"(?:{_CHINESE}|[0-9０-９]{{1,3}})"
_BLANK = r"[ \t\u3000\u00a0]"
#: Printed numbers by rank, the highest first. Gaps leave room for 1.1 and 1.1.1.
_FORMS: tuple[tuple[str, int, str], ...] = (
    ("part", 10, rf"第{_BLANK}?{_NUMERAL}{_BLANK}?(?:编|篇|部分)"),
    ("annex", 10, rf"附(?:件|录|表){_BLANK}?{_NUMERAL}?(?=[：:]|{_BLANK}|$)[：:]?"),
    ("chapter", 20, rf"第{_BLANK}?{_NUMERAL}{_BLANK}?章"),
    ("section", 30, rf"第{_BLANK}?{_NUMERAL}{_BLANK}?节"),
    ("comma", 40, rf"{_CHINESE}、"),
    ("bracket", 50, rf"[（(]{_BLANK}?{_CHINESE}{_BLANK}?[）)]"),
    ("decimals", 60, r"[0-9]{1,2}(?:[.．][0-9]{1,2}){1,4}(?![0-9.．%％])(?=[ \t\u3000\u00a0、])"),
    ("digit", 60, r"[0-9０-９]{1,3}(?:[.．](?![0-9])|、)"),
    ("digit_bracket", 80, r"[（(][0-9０-９]{1,3}[）)]"),
    ("circled", 85, r"[①-⑳]"),
    ("panel", 90, rf"专栏{_BLANK}?{_NUMERAL}?(?=[：:]|{_BLANK}|$)[：:]?"),
)
_ANY_FORM = "|".join(f"(?P<{name}>{form})" for name, _, form in _FORMS)
_NUMBERED = re.compile(rf"[\s\u3000\ufeff]*(?:{_ANY_FORM})[\s\u3000]*")
_RANKS = {name: rank for name, rank, _ in _FORMS}
_LISTED = frozenset({"digit", "digit_bracket", "circled", "decimals"})
_NEVER = frozenset({"circled"})
#: What a heading may have been counted for when nothing but its style tells: by outline level.
_STYLE_RANKS = (20, 30, 40, 50, 60, 70, 80, 85, 88)
_LONGEST = 40
_LONGEST_STYLED = 100
_RUNNING_ON = ("。", "；", "：", "，", "！", "？", "、", ";", ":", ",")
#: “第二章明确…”, “一、二产业”, “第一部分为总论”: the number is a word of a sentence.
_IN_SENTENCE = re.compile(
    rf"(?:主要|明确|提出|阐述|阐明|围绕|重点|包括|共(?={_NUMERAL})|为|是|至|到|和|与|以及|及|或|、|—|－|-|～|~|的)(?!.{{0,3}}$)"
)
_MORE_NUMBERS = re.compile(rf"{_CHINESE}(?:[、季产次级]|$)")
#: “7.某某：一种……”: an entry of a glossary, not a title.
_EXPLAINED = re.compile("[：:]")
_STRUCTURE = frozenset({"part", "chapter", "section", "comma"})
_VALUE = re.compile("[〇零一二三四五六七八九十百0-9０-９]")


@dataclass(slots=True, eq=False, repr=False)
class Line:
    """One paragraph before it is judged.

    `outline` is the level its style gives (from 1, 0 for none), `number` what the word processor prints in front;
    `kind` other than PARAGRAPH is left as it is; `contents` marks lines of a table of contents.
    """

    text: str
    start: int
    kind: BlockKind = BlockKind.PARAGRAPH
    outline: int = 0
    number: str = ""
    cell: Cell | None = None
    contents: bool = False


@dataclass(slots=True, eq=False, repr=False)
class _Judged:
    line: Line
    form: str = ""
    number: str = ""
    heading: bool = False
    is_within: bool = False

    @property
    def rank(self) -> int:
        """The printed number's rank; each further step of 1.1.1 counts, an annex within a chapter is as a panel."""
        if self.is_within:
            return _RANKS["panel"]
        return _RANKS[self.form] + (self.number.count(".") + self.number.count("．") if self.form == "decimals" else 0)


def printed_number(text: str) -> tuple[str, str, int]:
    """The number that `text` begins with, as it is written, its form and where the words behind it begin.

    The form is "" if there is none.
    """
    found = _NUMBERED.match(text)
    if found is None or found.lastgroup is None:
        return "", "", 0
    return found[found.lastgroup], found.lastgroup, found.end()


def is_title_line(text: str) -> bool:
    """Whether `text`, taken by itself, is a numbered heading."""
    _, form, behind = printed_number(text)
    return _is_title(text[behind:].strip(), form)


def outline(lines: Iterable[Line]) -> tuple[tuple[Block, ...], tuple[ContentsEntry, ...]]:
    """The blocks of these paragraphs, in their order, and the entries of the table of contents, which are in none."""
    judged = [_judge(line) for line in lines]
    taken, entries = find_contents([_looked_at(one) for one in judged])
    judged = [one for position, one in enumerate(judged) if position not in taken]
    _lists_are_no_headings(judged)
    _annexes_within_chapters(judged)
    return tuple(_blocks(judged)), tuple(entries)


def _looked_at(one: _Judged) -> ContentsLine | None:
    """What a table of contents is told by; a line of a table, and a heading by its style, is in none."""
    line = one.line
    if line.cell is not None:
        return None
    is_head = bool(line.outline) and not line.contents
    return ContentsLine(line.text, line.start, one.number, one.heading and not is_head, line.contents)


def _judge(line: Line) -> _Judged:
    if line.kind is BlockKind.ITEM:
        return _Judged(line, number=line.number or printed_number(line.text)[0])
    if line.kind is not BlockKind.PARAGRAPH:
        return _Judged(line, number=line.number)
    told = f"{line.number} {line.text}" if line.number else line.text
    number, form, behind = printed_number(told)
    title = told[behind:].strip() if form else told.strip()
    if line.outline:
        is_long = len(title) > _LONGEST_STYLED or (len(title) > _LONGEST and title.endswith("。"))
        return _Judged(line, form, line.number or number, heading=bool(title or number) and not is_long)
    return _Judged(line, form, line.number or number, heading=_is_title(title, form))


def _is_title(title: str, form: str) -> bool:
    if not form or form in _NEVER or len(title) > _LONGEST or title.endswith(_RUNNING_ON) or "。" in title:
        return False
    if not title:
        return form in ("part", "chapter", "section", "panel", "annex")
    if form == "comma":
        return not _MORE_NUMBERS.match(title)
    if form in _LISTED and _EXPLAINED.search(title):
        return False
    return form not in ("part", "chapter", "section") or not _IN_SENTENCE.match(title)


def _lists_are_no_headings(judged: Sequence[_Judged]) -> None:
    """Numbered lines right behind each other, nothing under any but the last, are the items of a list."""
    run: list[_Judged] = []
    for one in [*judged, None]:
        goes_on = one is not None and one.heading and one.form in _LISTED and not one.line.outline
        if run and (not goes_on or one is None or one.form != run[0].form):
            for item in run if len(run) > 1 else ():
                item.heading = False
            run = []
        if goes_on and one is not None:
            run.append(one)


def _annexes_within_chapters(judged: Sequence[_Judged]) -> None:
    """附表 between 二、 and 三、 is the title of a table there and no part of the document: numbers go on behind it."""
    counted: dict[str, int] = {}
    annexes: list[_Judged] = []
    for one in judged:
        if not one.heading or one.form not in (*_STRUCTURE, "annex"):
            continue
        if one.form == "annex":
            annexes.append(one)
            continue
        number = _value_of(one.number)
        if counted.get(one.form, 0) > 0 and number == counted[one.form] + 1:
            for annex in annexes:
                annex.is_within = True
        annexes.clear()
        counted[one.form] = number


def _value_of(number: str) -> int:
    """The value of a printed number, 0 where it cannot be read."""
    value = parse_numeral("".join(_VALUE.findall(number)))
    return int(value) if value is not None else 0


def _blocks(judged: Sequence[_Judged]) -> Iterator[Block]:
    ranks = _style_ranks(judged)
    above: list[int] = []
    for one in judged:
        line = one.line
        in_text = not line.number
        if one.heading:
            rank = one.rank if one.form else ranks[min(line.outline, len(ranks)) - 1]
            while above and above[-1] >= rank:
                above.pop()
            above.append(rank)
            yield Block(BlockKind.HEADING, line.text, line.start, len(above), one.number, None, in_text)
        else:
            kind = line.kind
            if kind is BlockKind.PARAGRAPH and (line.number or _is_item(one)):
                kind = BlockKind.ITEM
            number = one.number if kind is not BlockKind.PARAGRAPH else ""
            yield Block(kind, line.text, line.start, 0, number, line.cell, in_text)


def _is_item(one: _Judged) -> bool:
    if one.form in _LISTED or one.form == "bracket":
        return True
    if one.form != "comma":
        return False
    return not _MORE_NUMBERS.match(one.line.text[len(one.number) :].lstrip())


def _style_ranks(judged: Sequence[_Judged]) -> list[int]:
    """The rank of each outline level: that of the printed numbers it bears in this text, else a usual one."""
    borne: dict[int, dict[int, int]] = {}
    for one in judged:
        if one.heading and one.line.outline and one.form:
            counts = borne.setdefault(one.line.outline, {})
            counts[one.rank] = counts.get(one.rank, 0) + 1
    ranks: list[int] = []
    for level, usual in enumerate(_STYLE_RANKS, 1):
        counts = borne.get(level, {})
        if counts:
            rank = max(counts, key=lambda key: (counts[key], -key))
        else:
            # Below what higher styles bear, above what deeper ones do.
            rank = max(usual, ranks[-1] + 1) if ranks else usual
            rank = min([rank, *(min(below) - 1 for deeper, below in borne.items() if deeper > level)])
        ranks.append(rank)
    return ranks
