"""Figures in running text: where each stands and what it says.

A figure is a number with what belongs to it: 超过2000亿元, 6%—7%, 控制在5.5%以内, 前20位. The grammar
`grammar/quantity.lark` says what does; here its words are cut out of the text around each number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from checker import resources
from checker.prose.phrases import Phrases, Shape, read_phrases
from checker.quantity import FigureError, Quantity, UnitKind, build_quantity

_IGNORED = "ignored"
_LONGEST = 9  # more words belong to no figure
_LATIN_UNITS = ("km", "kw", "m³", "teu")
#: What a number begins with; the words that lead up to it are no longer than that.
_FIRST = re.compile("[0-9０-９一二三四五六七八九十百千万亿两〇零翻]")
_LONGEST_LEAD = 6
#: 几 and 数 before one of the scales: 几十家, 数百亿元.
_FEW, _SCALES = ("几", "数"), ("十", "百", "千", "万", "亿")
_PLACES = ("位", "名", "位次")
_FOLDS = {"一": 2, "1": 2, "两": 4, "二": 4, "2": 4, "三": 8, "3": 8}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure from `start` up to `end`; `number` is where its number begins, `unit` the words of its unit."""

    start: int
    end: int
    number: int
    unit: str
    quantity: Quantity

    @property
    def years(self) -> bool:
        """Whether it tells a point or a stretch of time rather than an amount."""
        return self.quantity.unit is not None and self.quantity.unit.dimension in ("年", "日", "工作日")


@dataclass(frozen=True, slots=True)
class _Words:
    """The grammar in the shape in which it is used."""

    phrases: Phrases
    lead: re.Pattern[str]
    word: re.Pattern[str]
    unit: re.Pattern[str]


def find_figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """The figures of `text` between the two offsets, in order; linear."""
    return (
        iter(_of_whole(text)) if start == 0 and end is None else _find(text, start, len(text) if end is None else end)
    )


@lru_cache(maxsize=32768)
def _of_whole(text: str) -> tuple[Figure, ...]:
    """The figures of a paragraph: statements, wholes and claims ask for them, and so does the next run of a watch."""
    return tuple(_find(text, 0, len(text)))


def _find(text: str, position: int, stop: int) -> Iterator[Figure]:
    words = _words()
    while first := _FIRST.search(text, position, stop):
        found = words.lead.search(text, max(first.start() - _LONGEST_LEAD, position), stop)
        if found is None:
            break
        figure = _figure(text, found, stop, words)
        position = figure.end if figure is not None else found.end()
        if figure is not None:
            yield figure


def figure_at(text: str, start: int) -> Figure | None:
    """The figure that begins exactly at `start`, or None."""
    found = _words().lead.match(text, start)
    return _figure(text, found, len(text), _words()) if found else None


@cache
def _words() -> _Words:
    phrases = read_phrases(resources.read_grammar("quantity.lark"))
    patterns = phrases.words
    word = "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items())
    before = "".join(f"(?:{patterns[name]})?" for name in ("BOUND", "ABOUT", "RANK"))
    lead = f"{before}(?:(?P<number>{patterns['NUMBER']})|{patterns['FOLD']})"
    return _Words(
        phrases,
        re.compile(lead),
        re.compile(f"{word}|(?P<{_IGNORED}>{phrases.ignored})"),
        re.compile(f"(?P<UNIT>{patterns['UNIT']})"),
    )


def _figure(text: str, found: re.Match[str], stop: int, words: _Words) -> Figure | None:
    number = found.start("number") if found["number"] else found.start()
    if _joined(text, number, found.end()):
        return None
    cut = _cut(text, found.start(), stop, words)
    count, kind, roles = _shape(tuple(name for name, _, _ in cut))
    if not count:
        return None
    told = tuple(text[cut[index][1] : cut[index][2]] if index is not None else None for index in roles)
    quantity = _quantity(kind, told)
    unit = next((text[start:end] for name, start, end in cut[:count] if name == "UNIT"), "")
    if quantity is None or _mere_word(found["number"] or "", quantity, is_place=kind == "rank" and unit in _PLACES):
        return None
    if _is_vague(text, number) or _is_class(text, cut[count - 1][2], quantity):
        return None
    return Figure(found.start(), cut[count - 1][2], number, unit, quantity)


def _is_vague(text: str, number: int) -> bool:
    """Whether the number is only a size, 几十 or 数百亿: nobody can say how many that are."""
    return text[number : number + 1] in _SCALES and text[max(number - 1, 0) : number] in _FEW


def _is_class(text: str, end: int, quantity: Quantity) -> bool:
    """Whether it names a class, 2000亿元级 or 千亿级, and says of nothing that it is as much."""
    unit = quantity.unit
    if unit is None or (unit.symbol.endswith("级") and unit.symbol != "级"):
        return quantity.unit_text.endswith("级") and quantity.unit_text != "级"
    return unit.kind is UnitKind.AMOUNT and text[end : end + 1] == "级"


def _joined(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of a name: 5G, C919, 1+2+4, 2.0版 keep their letters."""
    before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
    if before and before.isascii() and (before.isalnum() or before in "+/.-_"):
        return True
    if not behind or not behind.isascii():
        return False
    return (behind.isalpha() or behind in "+_") and not text[end : end + 3].lower().startswith(_LATIN_UNITS)


def _cut(text: str, start: int, stop: int, words: _Words) -> list[tuple[str, int, int]]:
    """The words from `start` on, blanks left out: name, start, end."""
    cut: list[tuple[str, int, int]] = []
    while len(cut) < _LONGEST:
        # 千 behind a number belongs to 千瓦, not to another number.
        told = words.unit.match(text, start, stop) if cut and cut[-1][0] in ("NUMBER", "MORE") else None
        found = told or words.word.match(text, start, stop)
        if found is None or found.lastgroup is None or found.end() == start:
            break
        if found.lastgroup != _IGNORED:
            cut.append((found.lastgroup, start, found.end()))
        start = found.end()
    return cut


@lru_cache(maxsize=1024)
def _shape(names: tuple[str, ...]) -> Shape:
    """How many of these words make the longest phrase, its kind, and which word plays which part."""
    return _words().phrases.shape(names)


@lru_cache(maxsize=4096)
def _quantity(kind: str, told: tuple[str | None, ...]) -> Quantity | None:
    """What the words tell; years, small counts and shares come again and again."""
    try:
        return _folded(told) if kind == "doubled" else _built(kind, told)
    except FigureError:
        return None


def _built(kind: str, told: tuple[str | None, ...]) -> Quantity:
    if kind == "range":
        bound, about, low, low_unit, high, high_unit, behind = told
        return build_quantity(_plain(low), low_unit, bound, about is not None, False, behind, _plain(high), high_unit)
    if kind == "rank":
        bound, about, _, number, unit, behind = told
        ahead = "前" if told[2] == "前" else None
        place = "位" if unit in (None, "名") else unit  # 第10名
        return build_quantity(_plain(number), place, ahead or bound, about is not None, False, behind)
    bound, about, number, more, unit, behind = told
    if number is not None and unit is None and number.startswith("百分之"):
        number, unit = number.removeprefix("百分之"), "%"
    behind = behind[1:] if behind is not None and behind[0] == "及" else behind
    return build_quantity(_plain(number), unit, bound, about is not None, more is not None, behind)


def _plain(number: str | None) -> str:
    return (number or "").replace(" ", "").replace("，", ",")


def _folded(told: tuple[str | None, ...]) -> Quantity:
    """翻一番 is twice, 翻两番 four times as much."""
    fold = told[-1] or ""
    return build_quantity(str(_FOLDS[fold[-2]]), "倍", told[0], told[1] is not None, False, None)


def _mere_word(number: str, quantity: Quantity, *, is_place: bool) -> bool:
    """Whether Chinese digits are part of a word (一体, 三农, 百姓) rather than a figure."""
    if not number or any(sign.isdigit() and sign.isascii() for sign in number) or re.search("[０-９]", number):
        return False
    if quantity.unit is not None and quantity.unit.symbol == "倍":
        return False
    if is_place and (quantity.point or 0) > 1:
        return False  # 第六位, 前八名; 第一位 is a phrase.
    if quantity.unit is None or quantity.unit.kind is UnitKind.ORDINAL:
        return not re.search(r"[十百千万亿分].*[万亿]|分之", number)
    small = quantity.unit.kind is UnitKind.COUNT and (quantity.point or 10) < 10
    return small and not re.search("[点十百千万亿]", number)
