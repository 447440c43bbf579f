"""Predicates that hold the targets of a plan against those it carries.

Only what can be compared is: one year, one basis, units alike, scope and reckoning not told apart. Totals are
compared only by the share that is written behind the tie, or within one territory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.graph import Edge
from checker.model import Figure, Indicator
from checker.model.schema import Choice
from checker.quantity import Comparator, Interval, Quantity, UnitKind, multiply, same_dimension
from checker.rules.alignment import carried_pair
from checker.rules.facts import Facts
from checker.rules.meant import note_quantity, note_text, scope_without_place, value_meant, years_meant
from checker.rules.predicates import Column, Record, predicate
from checker.rules.types import QUANTITY, TEXT, Sort, Type, element
from checker.rules.vocabulary import mode_of
from checker.source import name_key

_SENSES = (Choice("at_least", ("不低于",)), Choice("at_most", ("不高于",)), Choice("same", ("同为",)))
_CAUSES = (Choice("total", ("总量",)), Choice("share_missing", ("缺份额",)), Choice("target_missing", ("缺目标值",)))
#: A figure of these dimensions is the same in a large place and in a small one.
_OF_NO_SIZE = frozenset({"岁", "年", "日", "工作日", "倍", "分", "摄氏度", "分贝"})
_TOLD_APART = ("scope", "reckoning")
_CURRENT = ("现价", "当年价")
_AVERAGES = ("人均", "平均", "户均", "亩均", "地均", "每")
_INDICATORS = (
    Column("indicator", "指标", element("indicator")),
    Column("upper_indicator", "上位指标", element("indicator")),
)


@predicate(
    "上下对照",
    "comparison",
    *_INDICATORS,
    Column("figure", "数值", element("figure")),
    Column("upper_figure", "上位数值", element("figure")),
    Column("time", "时间", TEXT),
    Column("sense", "限", Type(Sort.CHOICE, choices=_SENSES)),
    Column("own", "本级", QUANTITY),
    Column("required", "要求", QUANTITY),
    Column("share", "份额", QUANTITY),
)
def comparisons(facts: Facts) -> Iterator[Record]:
    """A target beside the one it carries: 本级 has to be at least, at most or the same as 要求, as 限 says.

    For 份额, 要求 is the share of the upper target. What is lower the better, ranks too, has to be at most. A
    tolerance above lowers 要求.
    """
    for tie, own, upper in _required(facts):
        share = _share(tie)
        if _cause(tie, own, upper, facts) is not None:
            continue
        sense = _sense(mode_of(tie), own, upper)
        above = {_key(figure): figure for figure in reversed(_targets(upper, striving=False))}
        for figure in _targets(own, striving=True):
            other = above.get(_key(figure))
            if sense is None or other is None or not _comparable(figure, other):
                continue
            if _is_total(figure) is (share is None) and not (share is None and _one_territory(own, upper, facts)):
                continue
            one = value_meant(figure)
            required = None if one is None else _demanded(other, share, sense, one)
            if one is None or required is None or _sign_unknown(figure, one, sense):
                continue
            values = {
                "indicator": own,
                "upper_indicator": upper,
                "figure": figure,
                "upper_figure": other,
                "time": figure.name.rpartition("·")[2],
                "sense": sense,
                "own": one,
                "required": required,
                "share": share,
            }
            yield Record("comparison", figure, figure.name_span, values=values)


@predicate("未对照", "uncompared", *_INDICATORS, Column("cause", "缘由", Type(Sort.CHOICE, choices=_CAUSES)))
def uncompared(facts: Facts) -> Iterator[Record]:
    """Ties that demand something and whose targets were not compared, with the reason."""
    for tie, own, upper in _required(facts):
        cause = _cause(tie, own, upper, facts)
        if cause is not None:
            values = {"indicator": own, "upper_indicator": upper, "cause": cause}
            yield Record("uncompared", own, tie.span, values=values)


def _required(facts: Facts) -> Iterator[tuple[Edge, Indicator, Indicator]]:
    for tie in facts.things("aligns_tie"):
        pair = carried_pair(tie, facts)
        if pair is not None and mode_of(tie) not in (None, "reference"):
            yield tie, *pair


def _cause(tie: Edge, own: Indicator, upper: Indicator, facts: Facts) -> str | None:
    """Why the targets are not compared, or None."""
    mode, share = mode_of(tie), _share(tie)
    if not any(figure.tense == "target" and not figure.missing for figure in upper.figures):
        return "target_missing"
    if mode == "share":
        return None if share is not None else "share_missing"
    told = [figure for figure in own.figures if figure.tense != "actual" and figure.quantity is not None]
    totals = bool(told) and all(_is_total(figure) for figure in told)
    return "total" if totals and not _one_territory(own, upper, facts) else None


def _share(tie: Edge) -> Quantity | None:
    """The share behind a tie; None where there is none, or something else."""
    share = note_quantity(tie.reference.notes.get("share")) if tie.reference is not None else None
    plain = share is not None and (share.unit is None or share.unit.kind is UnitKind.RATIO)
    return share if plain else None


def _is_total(figure: Figure) -> bool:
    unit = figure.unit
    if unit is None or unit.intensive or unit.dimension in _OF_NO_SIZE:
        return False
    return figure.indicator is None or not any(word in figure.indicator.name for word in _AVERAGES)


def _one_territory(own: Indicator, upper: Indicator, facts: Facts) -> bool:
    """Whether both plans are about one place: a special plan or a breakdown beside the outline of its level."""
    level = facts.stated(own.plan, "level")
    place = own.plan.supervisor or ""
    if level == "special":
        return bool(place) and name_key(upper.plan.name).startswith(name_key(place))
    return level is not None and level == upper.plan.level


def _sense(mode: str | None, own: Indicator, upper: Indicator) -> str | None:
    """at_least, at_most or same; None where the two indicators run against each other."""
    directions = {one.direction for one in (own, upper)} - {None}
    if len(directions) > 1:
        return None
    if mode == "same":
        return "same"
    ranks = any(figure.unit_kind == "ordinal" for figure in (*own.figures, *upper.figures))
    return "at_most" if mode == "at_most" or ranks or "lower" in directions else "at_least"


def _targets(indicator: Indicator, *, striving: bool) -> list[Figure]:
    """Targets told in numbers; with `striving`, also what is only striven for where nothing else is promised."""
    targets = [figure for figure in indicator.figures if figure.tense == "target" and figure.quantity is not None]
    if striving:
        promised = {_key(figure) for figure in targets}
        targets += [f for f in indicator.figures if f.tense == "striving" and f.quantity and _key(f) not in promised]
    return targets


def _key(figure: Figure) -> tuple[str, tuple[int | None, ...]]:
    return figure.basis, years_meant(figure)


def _comparable(own: Figure, upper: Figure) -> bool:
    """Whether years are known, units alike, and scope, reckoning and price not told apart."""
    units = [figure.quantity.unit for figure in (own, upper) if figure.quantity is not None]
    known = [unit for unit in units if unit is not None]
    if None in years_meant(own) or len(known) < 2 or not same_dimension(*known):
        return False
    told = [(_price(own), _price(upper)), *((_stated(own, word), _stated(upper, word)) for word in _TOLD_APART)]
    return all(one is None or other is None or one == other for one, other in told)


def _stated(figure: Figure, word: str) -> str | None:
    """Scope or reckoning of a figure: its own, else its indicator's."""
    told = note_text(figure.notes.get(word))
    if told is None and figure.indicator is not None:
        told = figure.indicator.scope if word == "scope" else figure.indicator.reckoning
    if not told:
        return None
    return scope_without_place(told, figure.plan) if word == "scope" else name_key(told)


def _price(figure: Figure) -> str | None:
    """Whether prices are those of each year or of one year."""
    for note in ("current_price", "constant_price"):
        if note in figure.notes:
            return note
    told = figure.indicator.price if figure.indicator is not None else None
    return None if told is None else "current_price" if told in _CURRENT else "constant_price"


def _demanded(upper: Figure, share: Quantity | None, sense: str, own: Quantity) -> Quantity | None:
    """What the upper target, or the share of it, asks for at the least, in the unit of `own`; None for nothing."""
    value = value_meant(upper)
    if value is None or own.unit is None:
        return None
    told = (multiply(value, share) if share is not None else value).to(own.unit)
    if sense == "same":
        return told
    end = told.interval.low if sense == "at_least" else told.interval.high
    return None if end is None else replace(told, interval=Interval.at(end), point=end, comparator=Comparator.EQUAL)


def _sign_unknown(figure: Figure, value: Quantity, sense: str) -> bool:
    """Growth of what should fall may be told as 3% or as -3%: only the latter can be compared."""
    low = value.interval.low
    return figure.basis == "annual" and sense == "at_most" and (low is None or low >= Fraction(0))


#: What the rules of comparison know.
PREDICATES = (comparisons, uncompared)
