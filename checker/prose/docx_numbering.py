"""Automatic numbering of a Word file: the number that is printed in front of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.prose.docx_runs import VALUE, W
from checker.prose.docx_styles import NumberingUse, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_SMALL_ROMAN = (*_ROMAN, (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_GREATEST_WRITTEN = 9999
_CIRCLED = 20


@dataclass(slots=True, eq=False, repr=False)
class _Level:
    """One level of a list: how it is counted and printed."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


class Numbering:
    """Counts through a document: ask for each numbered paragraph once, in order."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, _Element] = {}
        self._lists: dict[str, _Element] = {}
        self._levels: dict[str, list[_Level]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._abstract = {one.get(f"{W}abstractNumId", ""): one for one in root.findall(f"{W}abstractNum")}
            self._lists = {one.get(f"{W}numId", ""): one for one in root.findall(f"{W}num")}

    def next(self, use: NumberingUse, style_id: str = "") -> str | None:
        """The number printed in front of the next paragraph of this list; "" for a bullet, None where nothing is."""
        list_id = use.list_id or ""
        if list_id not in self._lists:
            return None
        levels = self._levels_of(list_id)
        level = use.level if use.level is not None else self._linked(levels, style_id)
        level = min(max(level, 0), _LEVELS - 1)
        counters = self._count(list_id, levels, level)
        own = levels[level]
        if own.format == "bullet":
            return ""
        if not own.text or (own.format == "none" and "%" not in own.text):
            return None
        return _PLACE.sub(lambda found: _told(int(found[1]) - 1, own, levels, counters), own.text)

    def _linked(self, levels: list[_Level], style_id: str) -> int:
        """The level that says it belongs to the style."""
        return next((index for index, level in enumerate(levels) if style_id and level.style == style_id), 0)

    def _count(self, list_id: str, levels: list[_Level], level: int) -> list[int | None]:
        key = self._key(list_id)
        counters = self._counters.setdefault(key, [None] * _LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for override in self._lists[list_id].findall(f"{W}lvlOverride"):
                if override.find(f"{W}startOverride") is not None:
                    counters[_number(override.get(f"{W}ilvl"), 0) % _LEVELS] = None
        before = counters[level]
        counters[level] = levels[level].start if before is None else before + 1
        for above in range(level):
            if counters[above] is None:
                counters[above] = levels[above].start
        for below in range(level + 1, _LEVELS):
            restart = levels[below].restart
            if restart is None or level < restart:
                counters[below] = None
        return counters

    def _key(self, list_id: str) -> str:
        """What lists that go on counting from each other have in common: their definition."""
        return _value(self._lists[list_id].find(f"{W}abstractNumId"))

    def _levels_of(self, list_id: str) -> list[_Level]:
        if list_id not in self._levels:
            levels = [_Level() for _ in range(_LEVELS)]
            definition = self._definition(list_id)
            for element in definition.findall(f"{W}lvl") if definition is not None else ():
                _read_level(element, levels)
            for override in self._lists[list_id].findall(f"{W}lvlOverride"):
                own = override.find(f"{W}lvl")
                if own is not None:
                    _read_level(own, levels)
                start = override.find(f"{W}startOverride")
                if start is not None:
                    levels[_number(override.get(f"{W}ilvl"), 0) % _LEVELS].start = _number(_value(start), 1)
            self._levels[list_id] = levels
        return self._levels[list_id]

    def _definition(self, list_id: str) -> _Element | None:
        """The definition of a list, through the numbering style that may stand between."""
        seen: set[str] = set()
        while list_id in self._lists and list_id not in seen:
            seen.add(list_id)
            definition = self._abstract.get(self._key(list_id))
            link = definition.find(f"{W}numStyleLink") if definition is not None else None
            if link is None:
                return definition
            list_id = self._styles.list_of(_value(link)) or ""
        return None


def _read_level(element: _Element, levels: list[_Level]) -> None:
    index = _number(element.get(f"{W}ilvl"), -1)
    if not 0 <= index < _LEVELS:
        return
    level = levels[index] = _Level()
    level.start = _number(_value(element.find(f"{W}start")), 1)
    # A format of Word's later years stands in alternatives; the older one beside it says the same.
    level.format = _value(next(element.iter(f"{W}numFmt"), None)) or "decimal"
    level.text = _value(element.find(f"{W}lvlText"))
    restart = element.find(f"{W}lvlRestart")
    level.restart = _number(_value(restart), 0) if restart is not None else None
    level.legal = element.find(f"{W}isLgl") is not None
    level.style = _value(element.find(f"{W}pStyle"))


def _told(index: int, own: _Level, levels: list[_Level], counters: list[int | None]) -> str:
    count = counters[index]
    number = levels[index].start if count is None else count
    return write_number(number, "decimal" if own.legal else levels[index].format)


def write_number(number: int, form: str) -> str:
    """`number` in a format of Word (w:numFmt); in Arabic digits for a format that is not known."""
    writer = _WRITERS.get(form)
    return writer(number) if writer is not None and 0 < number <= _GREATEST_WRITTEN else str(number)


def _chinese(number: int, digits: str = _DIGITS, units: str = "十百千", zero: str = "零") -> str:
    written = ""
    for place, figure in enumerate(reversed(str(number))):
        unit = units[place - 1] if place else ""
        if figure != "0":
            written = digits[int(figure)] + unit + written
        elif written and not written.startswith(zero):
            written = zero + written
    return written


def _counting(number: int) -> str:
    """十二, not 一十二."""
    written = _chinese(number)
    return written.removeprefix("一") if 10 <= number < 20 else written


def _one_by_one(number: int) -> str:
    return "".join(_DIGITS[int(figure)] for figure in str(number))


def _chinese_counting(number: int) -> str:
    """Word counts in words below a hundred, then digit by digit."""
    return _counting(number) if number < 100 else _one_by_one(number)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _SMALL_ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= _CIRCLED else str(number)


def _wide(number: int) -> str:
    return "".join(chr(ord(figure) + 0xFEE0) for figure in str(number))


_WRITERS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese_counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _chinese_counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "ideographDigital": _one_by_one,
    "taiwaneseDigital": _one_by_one,
    "japaneseDigitalTenThousand": _one_by_one,
    "chineseLegalSimplified": lambda number: _chinese(number, _FORMAL, "拾佰仟"),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "ideographEnclosedCircle": lambda number: f"（{_counting(number)}）",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


def _value(element: _Element | None) -> str:
    return element.get(VALUE, "") if element is not None else ""


def _number(text: str | None, default: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return default
