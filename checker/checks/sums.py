"""Predicates on parts and their whole: breakdowns that are complete, and what measures claim of a resource."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.checks.facts import Facts
from checker.checks.predicates import Record, predicate
from checker.finding import Related
from checker.meaning.figures import apart
from checker.meaning.parts import breakdown_year, is_complete, part_indicator
from checker.messages import Message
from checker.messages.solve import (
    BREAKDOWN_ADVICE,
    BREAKDOWN_BELOW,
    BREAKDOWN_GAP,
    BREAKDOWN_OVER,
    BREAKDOWN_OVER_ADVICE,
    BREAKDOWN_TARGET,
    BREAKDOWN_UNEQUAL,
    BUDGET_ADVICE,
    BUDGET_CLAIM,
    BUDGET_OVER,
)
from checker.model import Figure, Indicator, Measure, Resource, ShareValue
from checker.quantity import Interval, Quantity, Unit
from checker.solve.arithmetic import write_end, write_value
from checker.solve.bounds import as_written, bounds_of_quantity
from checker.source import Span
from checker.statement import allowed, price_key, prices_meet


@dataclass(slots=True, eq=False, repr=False)
class _Part:
    """One part of a sum: what it allows, as printed, its words, and where it stands."""

    bounds: Interval
    printed: Interval
    words: str
    related: Related | None = None


@predicate("分解差额", "breakdown_gap")
def breakdown_gaps(facts: Facts) -> Iterator[Record]:
    """Complete breakdowns that miss the target: short of it, above a limit, or unlike it without a direction."""
    for indicator in facts.things("indicator"):
        if not indicator.breakdown or not is_complete(indicator):
            continue
        year = breakdown_year(indicator)
        parts = [_part(indicator, share, year, facts) for share in indicator.breakdown]
        known = [part for part in parts if part is not None]
        for target in indicator.figures:
            whole = _allowed(target, year)
            if whole is not None and len(known) == len(parts):
                yield from _gap(indicator, target, whole, known)


def _part(indicator: Indicator, share: ShareValue, year: int | None, facts: Facts) -> _Part | None:
    if share.quantity is not None:
        unit = indicator.unit
        if unit is None or share.quantity.unit is None or unit.dimension != share.quantity.unit.dimension:
            return None
        bounds = bounds_of_quantity(share.quantity)
        return None if bounds is None else _Part(bounds, as_written(share.quantity), share.quantity.describe())
    name = share.reference.path.text if share.reference.path is not None else ""
    below = part_indicator(indicator, name, facts.plans)
    for figure in below.figures if below is not None else ():
        found = _allowed(figure, year)
        if found is not None and figure.quantity is not None:
            related = Related(BREAKDOWN_BELOW(part=name), figure.name_span)
            return _Part(found, as_written(figure.quantity), figure.quantity.describe(), related)
    return None


def _allowed(figure: Figure, year: int | None) -> Interval | None:
    """What a target of that year allows its indicator itself, in its own prices; None where it bounds nothing.

    Words, multiples among them, bound nothing here.
    """
    if (figure.basis, figure.tense, figure.year) != ("point", "target", year) or apart(figure):
        return None
    statement, indicator = figure.statement if figure.quantity is not None else None, figure.indicator
    if statement is None or indicator is None or not prices_meet(statement.price, price_key(indicator.price)):
        return None
    return allowed(statement)


def _gap(indicator: Indicator, target: Figure, whole: Interval, parts: list[_Part]) -> Iterator[Record]:
    total, printed = parts[0].bounds, parts[0].printed
    for part in parts[1:]:
        total, printed = total + part.bounds, printed + part.printed
    short, over = total.below(whole), whole.below(total)
    if not (short and indicator.direction != "lower") and not (over and indicator.direction != "higher"):
        return
    unit = target.unit
    # The parts as printed are within the parts as allowed, and so are as far off.
    edge = printed.high if short else printed.low
    limit = whole.low if short else whole.high
    assert edge is not None
    assert limit is not None
    aim = as_written(target.quantity) if target.quantity is not None else whole
    goal = (aim.low if short else aim.high) or limit
    line = f"{' + '.join(part.words for part in parts)} = {write_end(printed, unit, goal)}"
    template = BREAKDOWN_UNEQUAL if indicator.direction is None else BREAKDOWN_GAP if short else BREAKDOWN_OVER
    written = target.quantity.describe() if target.quantity is not None else ""
    message = template(name=indicator.name, line=line, year=target.year, target=written)
    missing = write_value(abs(goal - edge), unit)
    advice = BREAKDOWN_ADVICE(missing=missing) if short else BREAKDOWN_OVER_ADVICE(missing=missing)
    related = [Related(BREAKDOWN_TARGET(), target.name_span)]
    related += [part.related for part in parts if part.related is not None]
    first, last = indicator.breakdown[0], indicator.breakdown[-1]
    span = Span(indicator.source, first.start, last.end)
    yield Record("breakdown_gap", indicator, span, message, advice, tuple(related))


@predicate("资源超限", "budget_overrun")
def budget_overruns(facts: Facts) -> Iterator[Record]:
    """Resources of which measures claim more than there is; what a measure claims is part of its own whole's claim."""
    claims: dict[int, list[tuple[Measure, ShareValue]]] = {}
    for measure in facts.things("measure"):
        for claim in measure.claims:
            resource = claim.reference.target
            if resource is not None and not _within(measure, resource, facts):
                claims.setdefault(id(resource), []).append((measure, claim))
    for resource in facts.things("resource"):
        members = claims.get(id(resource), [])
        if members and resource.total is not None:
            yield from _overrun(resource, members)


def _within(measure: Measure, resource: Resource, facts: Facts) -> bool:
    """Whether a measure that this one is part of claims the resource too."""
    seen: set[int] = set()
    waiting: list[Measure] = [measure]
    while waiting:
        for edge in facts.graph.out("part_of", waiting.pop()):
            above = edge.target
            if isinstance(above, Measure) and id(above) not in seen and above is not measure:
                seen.add(id(above))
                waiting.append(above)
                if any(claim.reference.target is resource for claim in above.claims):
                    return True
    return False


def _overrun(resource: Resource, members: list[tuple[Measure, ShareValue]]) -> Iterator[Record]:
    """Budgets are taken at their word: nobody rounds what is handed out."""
    total = resource.total
    limit = as_written(total.quantity) if total is not None and total.quantity is not None else None
    known = [(measure, claim, told) for measure, claim in members if (told := _claimed(resource, claim)) is not None]
    if total is None or limit is None or limit.high is None or not known:
        return
    # What is not told, or told only from above, may be nothing.
    claimed = known[0][2]
    for _, _, told in known[1:]:
        claimed = claimed + told
    if not limit.below(claimed):
        return
    assert claimed.low is not None
    unit: Unit | None = resource.unit or (total.quantity.unit if total.quantity is not None else None)
    line = f"{' + '.join(_written(claim.quantity) for _, claim, _ in known)} = {write_end(claimed, unit)}"
    message = BUDGET_OVER(resource=resource.name, total=_written(total.quantity), line=line)
    span = Span(resource.source, total.start, total.end)
    related = tuple(
        Related(_claim(measure, claim), Span(measure.source, claim.start, claim.end)) for measure, claim, _ in known
    )
    advice = BUDGET_ADVICE(missing=write_value(claimed.low - limit.high, unit))
    yield Record("budget_overrun", resource, span, message, advice, related)


def _claimed(resource: Resource, claim: ShareValue) -> Interval | None:
    """What a claim certainly takes; None where that may be nothing, or cannot be compared."""
    quantity = claim.quantity
    if quantity is None or quantity.approx:
        return None
    own = resource.unit or (resource.total.quantity.unit if resource.total and resource.total.quantity else None)
    if own is None or quantity.unit is None or own.dimension != quantity.unit.dimension:
        return None
    bounds = as_written(quantity)
    return bounds if bounds.low is not None and bounds.low >= 0 else None


def _claim(measure: Measure, claim: ShareValue) -> Message:
    return BUDGET_CLAIM(measure=measure.name, amount=_written(claim.quantity))


def _written(quantity: Quantity | None) -> str:
    return quantity.describe() if quantity is not None else ""


#: What the rules of parts and wholes know.
PREDICATES = (breakdown_gaps, budget_overruns)
