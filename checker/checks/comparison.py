"""Predicates that hold the targets of a plan against those it carries.

Only what can be compared is: one year, one basis, units alike, scope and reckoning not told apart. Totals are
compared only by the share that is written behind the tie, or within one territory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.checks.alignment import carried_pair
from checker.checks.facts import Facts
from checker.checks.predicates import Column, Record, predicate
from checker.graph import Edge
from checker.meaning.figures import apart
from checker.meaning.territory import resolved
from checker.meaning.ties import Demand, can_be_held, demand_of, is_total, mode_of, one_territory, share_of
from checker.messages.choices import Choice
from checker.model import Figure, Indicator
from checker.quantity import Comparator, Interval, Quantity, multiply
from checker.rules.types import QUANTITY, TEXT, Sort, Type, element
from checker.statement import Statement, one_thing, promised

_SENSES = (Choice("at_least", ("不低于",)), Choice("at_most", ("不高于",)), Choice("same", ("同为",)))
_CAUSES = (
    Choice("total", ("总量",)),
    Choice("share_missing", ("缺份额",)),
    Choice("target_missing", ("缺目标值",)),
    Choice("prices", ("价格不同",)),
)
#: What has to be alike for two targets to be held against each other, beside their years and how they are told.
_SLOTS = ("scope", "reckoning", "timing", "price", "unit")
_REMARKED = ("scope", "reckoning", "timing")
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
        demand = demand_of(tie.reference, own, upper)
        if demand is None or _cause(tie, own, upper, facts) is not None:
            continue
        for figure, other in _pairs(own, upper):
            if not _comparable(figure, other) or not can_be_held(own, upper, figure.unit, demand, _level(own, facts)):
                continue
            one = promised(_stated(figure))
            required = _demanded(_stated(other), demand, one)
            if required is None or _sign_unknown(figure, one, demand.sense):
                continue
            values = {
                "indicator": own,
                "upper_indicator": upper,
                "figure": figure,
                "upper_figure": other,
                "time": figure.name.rpartition("·")[2],
                "sense": demand.sense,
                "own": one,
                "required": required,
                "share": demand.share,
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
        if pair is not None and mode_of(tie.reference) not in (None, "reference"):
            yield tie, *pair


def _cause(tie: Edge, own: Indicator, upper: Indicator, facts: Facts) -> str | None:
    """Why the targets are not compared, or None."""
    if not any(figure.tense == "target" and not figure.missing for figure in upper.figures):
        return "target_missing"
    if mode_of(tie.reference) == "share":
        return None if share_of(tie.reference) is not None else "share_missing"
    told = [figure for figure in own.figures if figure.tense != "actual" and figure.quantity is not None]
    totals = bool(told) and all(is_total(own, figure.unit) for figure in told)
    if totals and not one_territory(own, upper, _level(own, facts)):
        return "total"
    pairs = _pairs(own, upper)
    return "prices" if pairs and all(_unlike_prices(*pair) for pair in pairs) else None


def _level(own: Indicator, facts: Facts) -> str | None:
    return facts.stated(own.plan, "level")


def _pairs(own: Indicator, upper: Indicator) -> list[tuple[Figure, Figure]]:
    """Each target beside the upper one that is told in the same way of the same years."""
    above: dict[object, list[Figure]] = {}
    for figure in _targets(upper, striving=False):
        above.setdefault(_moment(figure), []).append(figure)
    mine = [(figure, _moment(figure)) for figure in _targets(own, striving=True)]
    return [(figure, _like(figure, above[when])) for figure, when in mine if when in above and None not in when]


def _like(figure: Figure, others: list[Figure]) -> Figure:
    """The first that speaks of what the figure does, else the first."""
    return next((one for one in others if _comparable(figure, one)), others[0])


def _targets(indicator: Indicator, *, striving: bool) -> list[Figure]:
    """Targets told in numbers; with `striving`, also what is only striven for where nothing else is promised."""
    targets = [figure for figure in indicator.figures if figure.tense == "target" and figure.quantity is not None]
    if striving:
        promised_at = {_moment(figure) for figure in targets}
        hoped = [figure for figure in indicator.figures if figure.tense == "striving" and figure.quantity is not None]
        targets += [figure for figure in hoped if _moment(figure) not in promised_at]
    return targets


def _moment(figure: Figure) -> tuple[str, int | None, int | None]:
    told = _stated(figure)
    return figure.basis, told.first_year, told.last_year


def _stated(figure: Figure) -> Statement:
    statement = figure.statement
    assert statement is not None
    return statement


def _comparable(own: Figure, upper: Figure) -> bool:
    """Whether units are known, and nothing tells the two apart.

    What a figure says in brackets, so that it is none of its own indicator's, the other has to say too.
    """
    if None in (own.unit, upper.unit):
        return False
    one, other = (resolved(_stated(figure), figure.plan) for figure in (own, upper))
    if apart(own) or apart(upper):
        return one_thing(one, other, _REMARKED) is True and one_thing(one, other, _SLOTS) is not False
    return one_thing(one, other, _SLOTS) is not False


def _unlike_prices(own: Figure, upper: Figure) -> bool:
    return one_thing(_stated(own), _stated(upper), ("price",)) is False


def _demanded(upper: Statement, demand: Demand, own: Quantity) -> Quantity | None:
    """What the upper target, or the share of it, asks for at the least, in the unit of `own`; None for nothing."""
    if own.unit is None:
        return None
    value = promised(upper)
    told = (value if demand.share is None else multiply(value, demand.share)).to(own.unit)
    if demand.sense == "same":
        return told
    end = told.interval.low if demand.sense == "at_least" else told.interval.high
    return None if end is None else replace(told, interval=Interval.at(end), point=end, comparator=Comparator.EQUAL)


def _sign_unknown(figure: Figure, value: Quantity, sense: str) -> bool:
    """Growth of what should fall may be told as 3% or as -3%: only the latter can be compared."""
    low = value.interval.low
    return figure.basis == "annual" and sense == "at_most" and (low is None or low >= Fraction(0))


#: What the rules of comparison know.
PREDICATES = (comparisons, uncompared)
