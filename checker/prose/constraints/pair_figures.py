"""One thing told in two documents that go together: other numbers, years, units, bounds in the same words.

`first` is the document that the other depends on; what differs is found in `second`. Figures of one key in two values
are `repeats`; here are those that only their words tie, and those that differ in another slot than the value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from checker.messages import Message, Template
from checker.messages.documents import (
    APART_BOUND,
    APART_SUMMED,
    APART_UNIT,
    APART_VALUE,
    APART_WAY,
    APART_YEAR,
    APART_YEARLY,
)
from checker.prose.constraints.compare import CURRENT, differ, is_cap, is_floor, value_of
from checker.prose.constraints.conflict import Conflict, Place, place_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.contexts import Framed
from checker.prose.reading.rows import Stated
from checker.quantity import UnitKind
from checker.statement import Measure, Origin

_AIMS = ("target", "striving")
#: What tells a value at the end of the words before it.
_TELLS = re.compile(
    "(?:达到?|为|至|到|突破|超过?|近|约|将|力争|预计|预期|实现|增加|提高|扩大|提升|缩小|降低|下降|减少|上升|升|降|不低于|不超过|不少于|控制在|稳定在|保持在|以上|以内|共|有|是|在)+$"
)
#: What behind a figure is nothing that it counts: 由1208亿元增加到….
_GOES_ON = re.compile("[增提达上升扩降减缩下以左到至的和与及调]")
_AREA = re.compile("(?<=[全我])[国省市区县州旗]|国家|中央|全球")
#: So many words before a numeral, or around it, make it one figure in two documents.
_BEFORE, _AROUND = 6, 10
_FIGURE = re.compile("[0-9.]+")
_YEAR_WORDS, _YEAR_CLAUSE = 10, 7
_LONG_KEY, _SHORT_KEY = 8, 4
#: So many words around a numeral tell what it is of.
_WORDS = 8
_SPECIFIC = 2
_RUN = re.compile("[\u4e00-\u9fff]{3}")
#: A time that stands so near before a figure is its own.
_NEXT_TO = 12


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


class _Told:
    """The numbers of a document by value and sign, with the words around each."""

    def __init__(self, reading: Reading) -> None:
        self._known: dict[tuple[Fraction, str], set[str]] = defaultdict(set)
        for one in reading.framed:
            self._add(one.value, one.behind, one.before + "\n" + one.behind)
        for row in reading.statements:
            if row.table >= 0 and row.point is not None:
                self._add(row.point, row.unit, row.key)
        for register in reading.registers:
            for line in register.rows:
                for column, cell in line.amounts.items():
                    self._add(cell.value, register.units[column], line.name + "\n" + register.heads[column])

    def _add(self, value: Fraction, sign: str, words: str) -> None:
        self._known[value, _sign(sign)].update(_runs(words))

    def has(self, value: Fraction, sign: str, words: str) -> bool:
        """Whether it has this number of something that these words name too: then nothing is told otherwise."""
        if len(str(value.numerator).rstrip("0")) < _SPECIFIC:
            return False  # Of small and round numbers there are many.
        known = self._known.get((value, _sign(sign)))
        return known is not None and any(run in known for run in _runs(words))


def _sign(behind: str) -> str:
    """The sign behind a numeral, 万 and 亿 with that behind them."""
    return behind[: 2 if behind[:1] in ("万", "亿") else 1]


def _runs(words: str) -> Iterator[str]:
    """All three signs that stand together, numerals and marks apart."""
    return (run for at in range(len(words) - 2) if _RUN.fullmatch(run := words[at : at + 3]))


def find_apart(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """What `second` tells otherwise than `first`, which is called `document`."""
    yield from _other_slots(first, second, document)
    yield from _other_values(first, second, document)
    yield from _same_words(first, second, document)


# ---- the same words around another number


def _same_words(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    known: dict[str, list[Framed]] = defaultdict(list)
    for one in first.framed:
        for key in _keys(one):
            known[key].append(one)
    mine: dict[str, list[Framed]] = defaultdict(list)
    for one in second.framed:
        for key in _keys(one):
            mine[key].append(one)
    left, right = _sides(first), _sides(second)
    told = _Told(first)
    for one in second.framed:
        other = _best(one, [each for key in _keys(one) for each in known.get(key, ())])
        if other is None or other.value == one.value or _stands_beside(other, mine):
            continue
        if not one.is_year and told.has(one.value, one.behind, one.before + one.behind[:_WORDS]):
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
    if not _is_one_measure(row, told) or _at_other_times(left.reading, told, right.reading, row):
        return False
    if _asks_more(left.reading, told, row):
        return False
    return differ(told, row)


def _share(key: str, other: str) -> bool:
    """Whether two names have two signs in a row in common: names that have not are of two things."""
    return any(key[at : at + 2] in other for at in range(len(key) - 1))


def _is_one_measure(row: Stated, told: Stated) -> bool:
    if row.measure is told.measure:
        return (row.flow == "new") is (told.flow == "new") and (row.price == CURRENT) is (told.price == CURRENT)
    counts = (Measure.LEVEL, Measure.CUMULATIVE)
    alike = row.summed == told.summed and (row.flow == told.flow or _tells_less(row, told))
    return alike and row.measure in counts and told.measure in counts


def _tells_less(row: Stated, told: Stated) -> bool:
    """Whether the one that is no flow tells no time either: 人才公寓2400套 for 五年建设人才公寓2400套."""
    return any(not one.flow and one.last_year is None for one in (row, told))


def _at_other_times(first: Reading, told: Stated, second: Reading, row: Stated) -> bool:
    """Whether the two are of two times; one that stands far from a figure may not be its own."""
    if row.last_year is None or told.last_year is None:
        return False
    if (row.tense in _AIMS) != (told.tense in _AIMS):
        return True
    if _has_firm_time(row) or _has_firm_time(told):
        return row.last_year != told.last_year
    if _is_of_year(second, row) != _is_of_year(first, told):
        return True
    ends = {reading.frame.period[1] for reading in (first, second) if reading.frame.period is not None}
    beyond = [any(one.last_year > end for end in ends) for one in (row, told) if one.last_year is not None]
    return beyond[0] != beyond[1]


def _has_firm_time(row: Stated) -> bool:
    return row.period_from is Origin.TABLE or (
        row.period_from is Origin.SAID and 0 <= row.start - row.told_to <= _NEXT_TO
    )


def _is_of_year(reading: Reading, row: Stated) -> bool:
    """Whether it is the aim of one year in the report of that year."""
    return reading.frame.is_report and row.tense in _AIMS and row.first_year == row.last_year == reading.frame.year


def _conflict(first: Reading, other: Framed, one: Framed, row: Stated | None, document: Message) -> Conflict:
    template = APART_YEAR if one.is_year else APART_VALUE
    message = template(words=one.shown, value=_figure(one), other=_figure(other), document=document)
    place = Place("document", other.start, other.end, _figure(other), first)
    start, end = (row.start, row.end) if row is not None and not one.is_year else (one.start, one.end)
    return Conflict("documents_apart", start, end, places=(place,), message=message)


def _figure(one: Framed) -> str:
    return one.words if one.is_year else one.words + one.behind[:1]


# ---- one thing, another slot


def _other_slots(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    known, mine = _by_key(first), _by_key(second)
    for key, rows in mine.items():
        for row in rows:
            found = _against(row, known.get(key, ()), rows)
            if found is not None:
                template, other = found
                said = {"value": words_of(second, row), "other": words_of(first, other)}
                if template is APART_YEAR:
                    said = {"value": str(row.last_year), "other": str(other.last_year)}
                message = template(words=row.name, document=document, **said)
                place = place_of(first, other, "document", foreign=True)
                yield Conflict("documents_apart", row.start, row.end, places=(place,), message=message)
                break


def _other_values(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """Figures that are none of those which the other document has of the same thing, whatever their times."""
    known, told = _by_key(first), _Told(first)
    # What a drafting note tells of its outline it tells in its words.
    least = _SHORT_KEY if second.frame.kind == "drafting_note" else _BEFORE
    for key, rows in _by_key(second).items():
        for row in rows:
            if (
                row.table >= 0
                or not _is_named(row, least)
                or _is_guessed(row)
                or (row.sets_out and second.frame.is_report)
                or (row.point is not None and told.has(row.point, row.unit, row.key[-_WORDS:]))
            ):
                continue
            alike = [one for one in known.get(key, ()) if _is_named(one, least) and _is_of_kind(row, one)]
            if any(not differ(one, row) or _asks_more(first, one, row) for one in alike):
                continue
            near = [
                one
                for one in alike
                if not (_at_other_times(first, one, second, row) or _is_guessed(one) or one.sets_out)
                and not (_has_no_time(row, one) and any(not differ(one, each) for each in rows))
            ]
            if row.sets_out:
                near = [one for one in near if one.tense not in _AIMS]
            if near and (len({value_of(one) for one in near}) == 1 or row.last_year is None):
                other = min(near, key=lambda one: _distance(one, row))
                said = {"value": words_of(second, row), "other": words_of(first, other)}
                message = APART_VALUE(words=row.name, document=document, **said)
                place = place_of(first, other, "document", foreign=True)
                yield Conflict("documents_apart", row.start, row.end, places=(place,), message=message)


def _has_no_time(row: Stated, other: Stated) -> bool:
    """Whether nothing tells of when one of the two is, so that it may be what stands elsewhere in the other text."""
    return row.last_year is None or other.last_year is None


def _is_guessed(row: Stated) -> bool:
    """Whether its time is only the usual one."""
    return row.period_from is Origin.DEFAULT and row.last_year is not None


def _is_named(row: Stated, least: int) -> bool:
    """Whether the name before the figure is surely its own: 2个万亿级集群、9个千亿级集群 counts what stands behind."""
    is_counted = row.table < 0 and row.counted != "" and not _GOES_ON.match(row.counted)
    return (row.exact or len(row.key) >= least) and not (is_counted and row.named_to <= row.start)


def _asks_more(first: Reading, told: Stated, row: Stated) -> bool:
    """Whether a plan sets more than the proposal asks for, and says that it is the least."""
    left, right = value_of(told), value_of(row)
    if first.frame.kind != "proposal" or left is None or right is None:
        return False
    return is_floor(row) and not is_floor(told) and right > left


def _is_of_kind(row: Stated, other: Stated) -> bool:
    left, right = row.measured_in, other.measured_in
    if left is None or right is None:
        return left is right and row.unit == other.unit and _is_one_measure(row, other)
    return left.dimension == right.dimension and left.kind is right.kind and _is_one_measure(row, other)


def _distance(one: Stated, row: Stated) -> Fraction:
    left, right = value_of(one), value_of(row)
    return abs(left - right) if left is not None and right is not None else Fraction(0)


def _by_key(reading: Reading) -> dict[tuple[str, str], list[Stated]]:
    rows: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for row in reading.statements:
        if row.key and not row.vague and not row.each and row.point is not None:
            rows[row.key, row.area].append(row)
    return rows


def _against(row: Stated, others: Sequence[Stated], mine: Sequence[Stated]) -> tuple[Template, Stated] | None:
    """How the row differs from one of the others in a slot that is not its value."""
    if any(_agrees(row, other) for other in others):
        return None
    for other in others:
        for template, test in _SLOTS:
            if test(row, other) and not (template is APART_YEAR and _has_both(other, mine)):
                return template, other
    return None


def _agrees(row: Stated, other: Stated) -> bool:
    return (
        value_of(row) == value_of(other)
        and row.measured_in == other.measured_in
        and row.measure is other.measure
        and _at_one_time(row, other)
        and not _other_bound(row, other)
        and not _other_way(row, other)
    )


def _has_both(other: Stated, mine: Iterable[Stated]) -> bool:
    """Whether the document tells something of the other's year as well."""
    return any(each.last_year == other.last_year for each in mine)


def _at_one_time(row: Stated, other: Stated) -> bool:
    same = (row.tense in _AIMS) == (other.tense in _AIMS)
    return row.last_year is not None and row.last_year == other.last_year and same


def _other_unit(row: Stated, other: Stated) -> bool:
    left, right = row.measured_in, other.measured_in
    if left is None or right is None or left.dimension == right.dimension or row.point != other.point:
        return False
    if {left.kind, right.kind} != {UnitKind.AMOUNT}:
        return False
    loose = not (_has_firm_time(row) or _has_firm_time(other)) and (row.tense in _AIMS) == (other.tense in _AIMS)
    return (loose or _at_one_time(row, other)) and row.measure is other.measure


def _same_value(row: Stated, other: Stated) -> bool:
    return value_of(row) == value_of(other) and row.measured_in == other.measured_in


def _other_bound(row: Stated, other: Stated) -> bool:
    if not (_same_value(row, other) and _at_one_time(row, other)):
        return False
    return (is_cap(row) and not is_cap(other)) or (is_cap(other) and is_floor(row))


def _other_way(row: Stated, other: Stated) -> bool:
    told = row.rises and other.rises and row.rises != other.rises
    return bool(told) and _same_value(row, other) and _at_one_time(row, other)


def _is_yearly(row: Stated, other: Stated) -> bool:
    return _counts(row, other, Measure.AVERAGE, Measure.CUMULATIVE)


def _is_summed(row: Stated, other: Stated) -> bool:
    return _counts(row, other, Measure.CUMULATIVE, Measure.AVERAGE)


def _counts(row: Stated, other: Stated, told: Measure, wanted: Measure) -> bool:
    if (row.measure, other.measure) != (told, wanted) or not _same_value(row, other) or not _at_one_time(row, other):
        return False
    return row.first_year == other.first_year != row.last_year


def _other_year(row: Stated, other: Stated) -> bool:
    """One aim, and one value of it, for two years that both are told beside it."""
    if not (_same_value(row, other) and row.measure is other.measure and row.tense in _AIMS and other.tense in _AIMS):
        return False
    if {row.period_from, other.period_from} != {Origin.SAID} or row.last_year == other.last_year:
        return False
    assert row.point is not None
    return len(row.key) >= _LONG_KEY or len(str(row.point.numerator).rstrip("0")) >= 2


_SLOTS: tuple[tuple[Template, Callable[[Stated, Stated], bool]], ...] = (
    (APART_UNIT, _other_unit),
    (APART_BOUND, _other_bound),
    (APART_WAY, _other_way),
    (APART_YEARLY, _is_yearly),
    (APART_SUMMED, _is_summed),
    (APART_YEAR, _other_year),
)
