"""From a component to its conflicts: irreducible sets of statements, each independent trouble once.

Linear rows are decided by `simplex`. Products are first replaced by what follows from them and the bounds of their
factors (`Component.relaxed`): what contradicts that, contradicts itself. Where a product has a factor that nothing
else ties, the replacement says all there is; elsewhere a solution is looked for, by trying likely values of the
factors exactly. Where neither a contradiction nor a solution turns up, nothing is known, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from checker.quantity import Interval
from checker.solve.simplex import Form, LimitReached, Tableau, feasible
from checker.solve.system import Component, Row, assumed, form_of

#: Pivots allowed for one question; a component of a thousand rows takes some hundreds.
PIVOTS = 20_000
#: More conflicts than this in one component are one muddle.
MOST_CONFLICTS = 24
#: Signs assumed one upon another; more are a muddle of products that nobody writes.
MOST_ASSUMED = 8
_ONE = Fraction(1)
Rows = list[tuple[int, Form, Interval]]


class Verdict(Enum):
    """What is known of a component."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNKNOWN = "unknown"


@dataclass(slots=True, eq=False, repr=False)
class Answer:
    """A verdict; `core` are the statements that break it, or that nothing could be found out about."""

    verdict: Verdict
    core: tuple[int, ...] = ()


def decide(component: Component, pivots: int = PIVOTS) -> Answer:
    """Whether all statements of a component can hold together."""
    return _in_cases(component.oriented(), {}, pivots)


def _in_cases(component: Component, signs: dict[int, int], pivots: int) -> Answer:
    """Decided in each case of signs that matters: what needs no assumption to contradict itself does so in all."""
    answer = decide_case(component.in_case(signs), pivots)
    free = [
        number for number in range(len(component.products)) if number not in signs and assumed(number) in answer.core
    ]
    if answer.verdict is not Verdict.BROKEN or not free:
        return answer
    if len(signs) >= MOST_ASSUMED:
        return Answer(Verdict.UNKNOWN, tuple(component.statements()))
    first, unknown = free[0], None
    product = component.products[first]
    # That what divides is not 0 is said by the statement of the product.
    core = set(product.needs if product.divided else ())
    for sign in (1, -1) if product.divided else (1, -1, 0):
        answer = _in_cases(component, {**signs, first: sign}, pivots)
        if answer.verdict is Verdict.HOLDS or (answer.verdict is Verdict.BROKEN and assumed(first) not in answer.core):
            return answer
        unknown = answer if answer.verdict is Verdict.UNKNOWN else unknown
        core |= set(answer.core) - {assumed(first)}
    return unknown or Answer(Verdict.BROKEN, tuple(sorted(core)))


def decide_case(component: Component, pivots: int = PIVOTS) -> Answer:
    """Whether a component in a case can hold."""
    rows = component.relaxed()
    try:
        tableau, holds = feasible(numbered(rows), pivots)
        if not holds:
            return Answer(Verdict.BROKEN, needs_of(rows, tableau.conflict))
        if component.exact() or _has_solution(component, tableau, pivots):
            return Answer(Verdict.HOLDS)
        return _decide_narrowed(component, rows, tableau, pivots)
    except LimitReached:
        pass
    return Answer(Verdict.UNKNOWN, tuple(component.statements()))


def _decide_narrowed(component: Component, rows: Sequence[Row], tableau: Tableau, pivots: int) -> Answer:
    """Try again with what the linear rows say of the factors of products."""
    narrowed = _narrowed(component, rows, tableau)
    again, holds = feasible(numbered(narrowed), pivots)
    if not holds:
        return Answer(Verdict.BROKEN, needs_of(narrowed, again.conflict))
    if _has_solution(component, again, pivots):
        return Answer(Verdict.HOLDS)
    return Answer(Verdict.UNKNOWN, tuple(component.statements()))


def rows_of(component: Component, pivots: int = PIVOTS) -> list[Row]:
    """Of a component in a case all rows that follow, those from implied bounds of factors too. Raises LimitReached."""
    rows = component.relaxed()
    if not component.products or component.exact():
        return rows
    tableau, holds = feasible(numbered(rows), pivots)
    return _narrowed(component, rows, tableau) if holds else rows


def _narrowed(component: Component, rows: Sequence[Row], tableau: Tableau) -> list[Row]:
    factors = sorted({one for product in component.products for one in product.variables})
    found: list[Row] = []
    for one in factors:
        for rising in (False, True):
            end = tableau.extreme(one, rising)
            if end is not None:
                (value, small), numbers = end
                bounds = Interval(None, value, False, small < 0) if rising else Interval(value, None, small > 0)
                found.append(Row(((one, _ONE),), bounds, needs_of(rows, numbers)))
    return component.with_rows(found).relaxed()


def numbered(rows: Iterable[Row]) -> Rows:
    """Rows as the simplex takes them."""
    return [(number, row.form, row.bounds) for number, row in enumerate(rows)]


def needs_of(rows: Sequence[Row], numbers: Iterable[int]) -> tuple[int, ...]:
    """What the rows of these numbers rest on."""
    return tuple(sorted({one for number in numbers for one in rows[number].needs}))


# ---- products


def _has_solution(component: Component, tableau: Tableau, pivots: int) -> bool:
    """Whether fixing one factor of each product at a likely value leaves rows that can hold."""
    for fixed in _guesses(component, tableau):
        rows = list(component.rows)
        for product in component.products:
            at = fixed.get(product.whole)
            factor, other = (at, product.share) if at is not None else (fixed[product.share], product.whole)
            coefficients = {product.result: _ONE}
            coefficients[other] = coefficients.get(other, Fraction(0)) - factor
            rows.append(Row(form_of(coefficients), Interval.at(Fraction(0)), ()))
        rows += [Row(((one, _ONE),), Interval.at(value), ()) for one, value in fixed.items()]
        if feasible(numbered(rows), pivots)[1]:
            return True
    return False


def _guesses(component: Component, tableau: Tableau) -> Iterator[dict[int, Fraction]]:
    wholes = sorted({product.whole for product in component.products})
    shares = sorted({product.share for product in component.products})
    first = tableau.solution([*wholes, *shares])
    for factors in (wholes, shares):
        yield {one: first.get(one, _ONE) for one in factors}
    middles = {one: _middle(tableau, one, first.get(one, _ONE)) for one in (*wholes, *shares)}
    for factors in (wholes, shares):
        yield {one: middles[one] for one in factors}
    second = tableau.solution([*wholes, *shares])
    for factors in (wholes, shares):
        yield {one: second.get(one, _ONE) for one in factors}


def _middle(tableau: Tableau, variable: int, otherwise: Fraction) -> Fraction:
    least, most = (tableau.extreme(variable, rising) for rising in (False, True))
    if least is None or most is None:
        return otherwise
    return (least[0][0] + most[0][0]) / 2


# ---- the same component without some of its statements


class Trials:
    """Whether a component holds without some of its statements, asked of one tableau again and again."""

    def __init__(self, component: Component) -> None:
        self.component = component
        self._tableau: Tableau | None = None

    def decide(self, statements: set[int]) -> Answer:
        """As `decide` of the component with these statements alone.

        That the others hold shows on the tableau. Where they do not, the question is asked anew, so that the core is
        the same whatever was asked before.
        """
        if not self.component.products and self._hold(statements):
            return Answer(Verdict.HOLDS)
        return decide(self.component.only(statements))

    def _hold(self, statements: set[int]) -> bool:
        rows = self.component.rows
        if self._tableau is None:
            self._tableau = Tableau(PIVOTS)
            for number, form, bounds in numbered(rows):
                self._tableau.add(number, form, bounds)
        self._tableau.pivots_left = PIVOTS
        left_out = frozenset(number for number, row in enumerate(rows) if not statements.issuperset(row.needs))
        try:
            return self._tableau.keep(left_out)
        except LimitReached:
            return False


# ---- conflicts


def find_conflicts(component: Component, weights: Sequence[int]) -> tuple[list[tuple[int, ...]], Answer]:
    """The conflicts of a component, and what is known of the rest once the most doubtful statement of each is gone.

    Each conflict is irreducible. After the first ones, found one by one without what was doubted before, those are
    looked for that a doubted statement has part in; of these, each shares at most one statement with any other.
    """
    found: list[tuple[int, ...]] = []
    dropped: dict[tuple[int, ...], int] = {}
    everything = component.statements()
    answer = decide(component)
    trials = Trials(component)
    while answer.verdict is Verdict.BROKEN and len(found) < MOST_CONFLICTS:
        conflict = irreducible(component, answer.core)
        if not conflict:
            break
        found.append(conflict)
        dropped[conflict] = max(conflict, key=lambda one: (weights[one], one))
        answer = trials.decide(set(everything).difference(dropped.values()))
    for conflict in tuple(dropped):
        _look_beside(trials, conflict, dropped, found)
    return found, answer


def _look_beside(
    trials: Trials, conflict: tuple[int, ...], dropped: dict[tuple[int, ...], int], found: list[tuple[int, ...]]
) -> None:
    """Conflicts that the statement dropped for `conflict` has with others."""
    others = {one for other, one in dropped.items() if other != conflict}
    component = trials.component
    everything = set(component.statements())
    for statement in conflict:
        if statement == dropped[conflict] or len(found) >= MOST_CONFLICTS:
            continue
        answer = trials.decide(everything - others - {statement})
        if answer.verdict is Verdict.BROKEN:
            beside = irreducible(component, answer.core)
            if all(len(set(beside).intersection(known)) <= 1 for known in found):
                found.append(beside)


def irreducible(component: Component, core: Iterable[int]) -> tuple[int, ...]:
    """A set of statements of `core` that cannot hold together while any of them left out, the others can."""
    kept = sorted(core)
    trials = Trials(component.only(kept))
    for statement in list(kept):
        if statement in kept:
            answer = trials.decide({one for one in kept if one != statement})
            if answer.verdict is Verdict.BROKEN:
                kept = sorted(answer.core)
    return tuple(kept)
