"""The same words around another number in two documents that go together, whatever the number is of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from checker.messages import Message
from checker.messages.documents import APART_VALUE, APART_YEAR
from checker.prose.constraints.compare import differ
from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.constraints.known_numbers import WORDS, KnownNumbers
from checker.prose.constraints.pair_rows import asks_more, at_other_times, is_one_measure
from checker.prose.reading import Reading
from checker.prose.reading.contexts import Framed
from checker.prose.reading.rows import Stated

#: What tells a value at the end of the words before it.
_TELLS = re.compile(
    "(?:达到?|为|至|到|突破|超过?|近|约|将|力争|预计|预期|实现|增加|提高|扩大|提升|缩小|降低|下降|减少|上升|升|降|不低于|不超过|不少于|控制在|稳定在|保持在|以上|以内|共|有|是|在)+$"
)
_AREA = re.compile("(?<=[全我])[国省市区县州旗]|国家|中央|全球")
#: So many words before a numeral, or around it, make it one figure in two documents.
_BEFORE, _AROUND = 6, 10
_FIGURE = re.compile("[0-9.]+")
_YEAR_WORDS, _YEAR_CLAUSE = 10, 7


class _Sides(Struct, eq=False):
    """A document's numerals and rows, ready to be looked up."""

    reading: Reading
    rows: list[Stated]
    starts: list[int]

    def row(self, framed: Framed) -> Stated | None:
        """The statement of a numeral."""
        at = bisect_right(self.starts, framed.start) - 1
        return self.rows[at] if at >= 0 and framed.end <= self.rows[at].end else None

    def area(self, framed: Framed) -> set[str]:
        """Whose area the words before a numeral name, if it is not the document's own."""
        return set(_AREA.findall(framed.before)) - {self.reading.frame.sign}

    def tense(self, framed: Framed) -> str:
        """Actual or target, by its section; "" where nothing tells."""
        starts = [section.start for section in self.reading.sections]
        return self.reading.sections[bisect_right(starts, framed.start) - 1].tense if starts else ""


def find_same_words(first: Reading, second: Reading, told: KnownNumbers, document: Message) -> Iterator[Conflict]:
    """Numbers of `second` that stand in the words in which `first`, called `document`, has another one.

    `told` are the numbers of `first`.
    """
    known: dict[str, list[Framed]] = defaultdict(list)
    for one in first.framed:
        for key in _keys(one):
            known[key].append(one)
    mine: dict[str, list[Framed]] = defaultdict(list)
    for one in second.framed:
        for key in _keys(one):
            mine[key].append(one)
    left, right = _sides(first), _sides(second)
    for one in second.framed:
        other = _best(one, [each for key in _keys(one) for each in known.get(key, ())])
        if other is None or other.value == one.value or _stands_beside(other, mine):
            continue
        if not one.is_year and told.has(one.value, one.behind, one.before + one.behind[:WORDS]):
            continue
        if _may_be_one(left, other, right, one):
            yield _conflict(first, other, one, right.row(one), document)


def _sides(reading: Reading) -> _Sides:
    rows = sorted((row for row in reading.statements if row.table < 0), key=lambda row: row.start)
    return _Sides(reading, rows, [row.start for row in rows])


def _keys(one: Framed) -> Iterator[str]:
    """By what a numeral is looked up: the words before it with its unit, those behind it with the sign before it."""
    if one.is_year:
        yield f"年{one.rest[1:6]}"
        return
    before = _TELLS.sub("", one.before)
    if len(before) >= _BEFORE:
        yield f"{before[-4:]}|{one.behind[:1]}"
    if len(one.behind) >= _AROUND // 2:
        yield f"|{one.behind[:5]}"


def _best(one: Framed, others: Iterable[Framed]) -> Framed | None:
    """The one numeral that stands in the same words; None if there is none, or several that differ."""
    scored = [(score, other) for other in others if (score := _score(one, other))]
    if not scored:
        return None
    most = max(score for score, _ in scored)
    near = [other for score, other in scored if score >= most - 1]
    if any(other.value == one.value for other in near):
        return None
    return near[0] if len({other.value for other in near}) == 1 else None


def _score(one: Framed, other: Framed) -> int:
    """How many words around are the same; 0 if too few."""
    if one.is_year or other.is_year:
        return _year_score(one, other) if one.is_year and other.is_year else 0
    before = _alike(_TELLS.sub("", one.before)[::-1], _TELLS.sub("", other.before)[::-1])
    before = max(before, _alike(one.before[::-1], other.before[::-1]))
    behind = _alike(one.behind, other.behind)
    unit = behind >= 1 or not (one.behind or other.behind)
    if unit and (before >= _BEFORE or (before >= 1 and behind >= _AROUND // 2 and before + behind >= _AROUND)):
        return before + behind
    return 0


def _year_score(one: Framed, other: Framed) -> int:
    same = _alike(one.rest, other.rest)
    if _FIGURE.findall(one.rest, 1, one.clause) != _FIGURE.findall(other.rest, 1, other.clause):
        return 0  # What is told of the two years is not the same.
    whole = same >= one.clause == other.clause >= _YEAR_CLAUSE
    return same if same >= _YEAR_WORDS or whole else 0


def _alike(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _stands_beside(other: Framed, mine: dict[str, list[Framed]]) -> bool:
    """Whether the document tells the other value in the same words too: then this is another thing."""
    return any(each.value == other.value and _score(each, other) for key in _keys(other) for each in mine.get(key, ()))


def _may_be_one(left: _Sides, other: Framed, right: _Sides, one: Framed) -> bool:
    """Whether nothing tells that the two numerals are of two times or things, and they cannot both hold."""
    if right.area(one) != left.area(other):
        return False
    row, told = right.row(one), left.row(other)
    if row is None or told is None or one.is_year:
        tenses = {right.tense(one), left.tense(other)} - {""}
        return len(tenses) < 2
    if row.area != told.area or row.each or told.each or (row.exact and told.exact and row.key != told.key):
        return False
    if row.key and told.key and not _share(row.key, told.key):
        return False
    if not is_one_measure(row, told) or at_other_times(left.reading, told, right.reading, row):
        return False
    if asks_more(left.reading, told, row):
        return False
    return differ(told, row)


def _share(key: str, other: str) -> bool:
    """Whether two names have two signs in a row in common: names that have not are of two things."""
    return any(key[at : at + 2] in other for at in range(len(key) - 1))


def _conflict(first: Reading, other: Framed, one: Framed, row: Stated | None, document: Message) -> Conflict:
    template = APART_YEAR if one.is_year else APART_VALUE
    message = template(words=one.shown, value=_figure(one), other=_figure(other), document=document)
    place = Place("document", other.start, other.end, _figure(other), first)
    start, end = (row.start, row.end) if row is not None and not one.is_year else (one.start, one.end)
    return Conflict("documents_apart", start, end, places=(place,), message=message)


def _figure(one: Framed) -> str:
    return one.words if one.is_year else one.words + one.behind[:1]
