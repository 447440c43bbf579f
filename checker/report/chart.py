"""An indicator's figures as a drawing: from the baseline to the targets, with what upper plans want beside them.

Amounts of an upper plan are never drawn beside those of a plan below it: only ratios, ranks and growth compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from checker.model import Figure, Indicator
from checker.quantity import UnitKind, convert, same_dimension
from checker.report.drawing_words import shown, wrap
from checker.report.view import View

_WIDTH, _HEIGHT = 560, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 150, 18, 34
_PAD = Fraction(15, 100)
_TICKS = 4
_LABEL_GAP = 15
_WHO = 22  # columns of a name beside the end of a line


@dataclass(slots=True, eq=False, repr=False)
class _Point:
    year: int
    low: Fraction | None
    high: Fraction | None
    tense: str
    text: str

    @property
    def value(self) -> Fraction:
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends, Fraction(0)) / len(ends)


@dataclass(slots=True, eq=False, repr=False)
class _Series:
    name: str
    points: list[_Point]
    upper: bool


def draw_chart(view: View, indicator: Indicator) -> Markup:
    """The drawing; empty where fewer than two figures have a year and a value."""
    series = [_Series(indicator.name, _points(view, indicator), upper=False)]
    if indicator.unit is not None and indicator.unit.intensive:
        series += [
            _Series(edge.target.plan.name, _points(view, edge.target), upper=True)
            for edge in view.material.out("aligns", indicator)
            if isinstance(edge.target, Indicator) and edge.target.unit == indicator.unit
        ]
    series = [one for one in series if one.points]
    if sum(len(one.points) for one in series) < 2 or not series or series[0].upper:
        return Markup("")
    return _draw(indicator, series)


def _points(view: View, indicator: Indicator) -> list[_Point]:
    points = []
    for figure in indicator.figures:
        if figure.basis != "point" or figure.year is None or figure.quantity is None or "scope" in figure.notes:
            continue
        low, high = _ends(figure, indicator)
        if low is not None or high is not None:
            points.append(_Point(figure.year, low, high, figure.tense, view.value(figure).amount))
    return sorted(points, key=lambda point: point.year)


def _ends(figure: Figure, indicator: Indicator) -> tuple[Fraction | None, Fraction | None]:
    """The ends of a figure in the indicator's own unit."""
    quantity = figure.quantity
    assert quantity is not None
    ends = quantity.interval.low, quantity.interval.high
    own, wanted = quantity.unit, indicator.unit
    if own is None or wanted is None or own == wanted:
        return ends
    if not same_dimension(own, wanted):
        return None, None
    low, high = (None if end is None else convert(end, own, wanted) for end in ends)
    return low, high


def _draw(indicator: Indicator, series: Sequence[_Series]) -> Markup:
    values = [end for one in series for point in one.points for end in (point.low, point.high) if end is not None]
    years = sorted({point.year for one in series for point in one.points})
    low, high = min(values), max(values)
    pad = (high - low) * _PAD or abs(high) * _PAD or Fraction(1)
    bottom = Fraction(0) if low >= 0 and low - 2 * pad <= 0 else low - pad
    scale = _Scale(years[0], years[-1], bottom, high + pad, _is_rank(indicator))
    name = shown(f"{indicator.name} {years[0]}—{years[-1]}")
    parts = [f'<svg class="pc-chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{name}">']
    parts += _axes(scale, years, indicator, cut=bottom != 0)
    for one in series:
        parts += _line(scale, one)
    parts += _labels(scale, series)
    parts.append("</svg>")
    return Markup("".join(parts))  # noqa: S704 - every word of a plan in it went through `shown`


def _is_rank(indicator: Indicator) -> bool:
    return indicator.unit is not None and indicator.unit.kind is UnitKind.ORDINAL


@dataclass(slots=True, eq=False, repr=False)
class _Scale:
    first: int
    last: int
    bottom: Fraction
    top: Fraction
    upside_down: bool

    def x(self, year: int) -> float:
        span = max(self.last - self.first, 1)
        return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * (year - self.first) / span, 1)

    def y(self, value: Fraction) -> float:
        part = float((value - self.bottom) / (self.top - self.bottom))
        part = 1 - part if self.upside_down else part  # the first rank on top
        return round(_HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * part, 1)


def _axes(scale: _Scale, years: Sequence[int], indicator: Indicator, *, cut: bool) -> list[str]:
    right = _WIDTH - _RIGHT
    parts = []
    for tick in _ticks(scale):
        y = scale.y(tick)
        parts.append(
            f'<line class="pc-rule" x1="{_LEFT}" x2="{right}" y1="{y}" y2="{y}"/>'
            f'<text x="{_LEFT - 6}" y="{y + 4}" class="pc-tick">{_short(tick)}</text>'
        )
    told = years if len(years) <= 8 else [*years[:: len(years) // 6], years[-1]]
    parts += [
        f'<text class="pc-year" x="{scale.x(year)}" y="{_HEIGHT - _BOTTOM + 18}">{year}</text>'
        for year in dict.fromkeys(told)
    ]
    parts.append(f'<text class="pc-unit" x="4" y="12">{shown(indicator.unit_text)}</text>')
    if cut and not scale.upside_down:
        # Does not begin at nought, and says so.
        parts.append(f'<path class="pc-cut" d="M{_LEFT} {_HEIGHT - _BOTTOM}l4 -3l-8 -4l4 -3"/>')
    return parts


def _ticks(scale: _Scale) -> list[Fraction]:
    step = _step((scale.top - scale.bottom) / _TICKS)
    first = -(-scale.bottom // step) * step
    ticks = []
    while first <= scale.top:
        ticks.append(first)
        first += step
    return ticks


def _step(rough: Fraction) -> Fraction:
    """1, 2 or 5 times a power of ten, not below `rough`."""
    power = Fraction(1)
    while power * 10 <= rough:
        power *= 10
    while power > rough:
        power /= 10
    return next(power * times for times in (1, 2, 5, 10) if power * times >= rough)


def _short(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.6g}"


def _line(scale: _Scale, series: _Series) -> list[str]:
    spots = [(scale.x(point.year), scale.y(point.value)) for point in series.points]
    way = "".join(f"{'M' if at == 0 else 'L'}{x} {y}" for at, (x, y) in enumerate(spots))
    kind = "pc-upper" if series.upper else "pc-own"
    parts = [f'<path class="pc-line {kind}" d="{way}"/>']
    for point, (x, y) in zip(series.points, spots, strict=True):
        if point.low is not None and point.high is not None and point.low != point.high:
            ends = f'y1="{scale.y(point.low)}" y2="{scale.y(point.high)}"'
            parts.append(f'<line class="pc-range {kind}" x1="{x}" x2="{x}" {ends}/>')
        told = shown(f"{series.name} {point.year}：{point.text}")
        sign = _sign(point, x, y, series.upper)
        parts.append(f'<g class="pc-point {kind} pc-{point.tense}"><title>{told}</title>{sign}</g>')
    return parts


def _sign(point: _Point, x: float, y: float, upper: bool) -> str:
    """A dot for a value, a wedge for a floor or a ceiling, a diamond for an upper plan; style fills what is actual."""
    if point.low is None or point.high is None:
        return f'<path d="M{x - 5} {y}h10l-5 {-7 if point.high is None else 7}z"/>'
    if upper:
        return f'<path d="M{x} {y - 5}l5 5l-5 5l-5 -5z"/>'
    return f'<circle cx="{x}" cy="{y}" r="4"/>'


def _labels(scale: _Scale, series: Sequence[_Series]) -> list[str]:
    """The last value of each series beside its end, moved apart where they would lie on each other."""
    ends = sorted((scale.y(one.points[-1].value), number) for number, one in enumerate(series))
    parts, free = [], float(_TOP)
    for y, number in ends:
        at = max(y, free)
        free = at + 2 * _LABEL_GAP
        one = series[number]
        x = scale.x(one.points[-1].year) + 10
        kind = "pc-upper" if one.upper else "pc-own"
        who = next(wrap(one.name, _WHO, 1), "")
        parts.append(
            f'<text class="pc-end {kind}" x="{x}" y="{at + 4}">{shown(one.points[-1].text)}</text>'
            f'<text class="pc-who" x="{x}" y="{at + 17}">{shown(who)}</text>'
        )
    return parts
