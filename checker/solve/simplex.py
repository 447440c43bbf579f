"""Whether linear rows can hold together, exactly: the simplex of SMT solvers over fractions with strict bounds.

Each row bounds a linear form from below, from above or both. Forms become variables of a tableau; bounds move
onto these; Bland's rule ends every search. A strict bound x > c is x ≥ c + δ for an endless small δ, so every number
here is a pair (number, multiples of δ), compared in that order. Nothing is rounded and no clock is read: the same
rows give the same answer everywhere, whether fractions are Python's or gmpy2's. Rows can be left out and taken in
again (`keep`): only bounds change, the tableau stays. After Dutertre and de Moura, A Fast Linear-Arithmetic Solver for
DPLL(T), CAV 2006; what makes rows infeasible is read off the row that cannot be mended (Farkas' lemma).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

from checker.quantity import Interval

#: A number and its multiples of δ.
Point = tuple[Fraction, Fraction]
#: Variable → coefficient, in the order of variables.
Form = tuple[tuple[int, Fraction], ...]

_ONE = Fraction(1)


@cache
def reckoning() -> tuple[Callable[[Fraction], Fraction], Callable[[Fraction], Fraction]]:
    """How a fraction is taken into the tableau and given out again: as gmpy2's where it is installed, else as it is.

    gmpy2's fractions compare, hash and print as Python's do and are several times faster.
    """
    try:
        from gmpy2 import mpq
    except ImportError:
        return _unchanged, _unchanged
    return mpq, _plain


def _unchanged(number: Fraction) -> Fraction:
    return number


def _plain(number: Fraction) -> Fraction:
    return Fraction(int(number.numerator), int(number.denominator))


class LimitReached(Exception):
    """More pivots than allowed; nothing is known."""


@dataclass(slots=True, eq=False, repr=False)
class _Bound:
    """An end of what a variable may be, and the row that sets it."""

    value: Point
    row: int


@dataclass(slots=True, eq=False, repr=False)
class Tableau:
    """Rows asserted one by one; `conflict` is what `check` found to contradict itself: numbers of rows."""

    pivots_left: int
    conflict: tuple[int, ...] = ()
    _take: Callable[[Fraction], Fraction] = field(default_factory=lambda: reckoning()[0])
    _zero: Fraction = field(init=False)
    _one: Fraction = field(init=False)
    _columns: dict[int, int] = field(default_factory=dict)
    _forms: dict[Form, int] = field(default_factory=dict)
    _value: list[Point] = field(default_factory=list)
    _low: list[_Bound | None] = field(default_factory=list)
    _high: list[_Bound | None] = field(default_factory=list)
    _rows: dict[int, dict[int, Fraction]] = field(default_factory=dict)
    _users: list[set[int]] = field(default_factory=list)
    #: Column → the rows that bound it, in the order they came, and the bounds.
    _told: dict[int, list[tuple[int, Point | None, Point | None]]] = field(default_factory=dict)
    #: Row → its column; rows that say nothing of any variable and cannot hold.
    _at: dict[int, int] = field(default_factory=dict)
    _never: set[int] = field(default_factory=set)
    _left_out: frozenset[int] = frozenset()
    #: Columns whose bounds changed and whose numbers may have to follow; those of rows that may be out of bounds.
    _loose: set[int] = field(default_factory=set)
    _suspects: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._zero, self._one = self._take(Fraction(0)), self._take(_ONE)

    # ---- building

    def _new(self) -> int:
        self._value.append((self._zero, self._zero))
        self._low.append(None)
        self._high.append(None)
        self._users.append(set())
        return len(self._value) - 1

    def column(self, variable: int) -> int:
        """The column of a variable of the rows."""
        known = self._columns.get(variable)
        if known is None:
            known = self._columns[variable] = self._new()
        return known

    def _form(self, form: Form) -> tuple[int, Fraction]:
        """The column that stands for a form, and how many times it the form is."""
        lead = form[0][1]
        if len(form) == 1:
            return self.column(form[0][0]), lead
        normal = form if lead == 1 else tuple((variable, part / lead) for variable, part in form)
        known = self._forms.get(normal)
        if known is None:
            known = self._forms[normal] = self._define(normal)
        return known, lead

    def _define(self, form: Form) -> int:
        row: dict[int, Fraction] = {}
        for variable, part in form:
            column = self.column(variable)
            known = self._rows.get(column)
            if known is None:
                _add(row, column, part)
            else:
                for inner, factor in known.items():
                    _add(row, inner, part * factor)
        slack = self._new()
        self._rows[slack] = row
        real = small = self._zero
        for inner, factor in row.items():
            self._users[inner].add(slack)
            at = self._value[inner]
            if at[0]:
                real += factor * at[0]
            if at[1]:
                small += factor * at[1]
        self._value[slack] = (real, small)
        return slack

    def add(self, number: int, form: Form, bounds: Interval) -> bool:
        """Assert row `number`; False if it contradicts another at once (see `conflict`)."""
        if not form:
            if bounds.contains(Fraction(0)):
                return True
            self._never.add(number)
            self.conflict = (number,)
            return False
        column, lead = self._form(tuple((variable, self._take(part)) for variable, part in form))
        low = None if bounds.low is None else self._point(bounds.low, bounds.low_open, lead, 1)
        high = None if bounds.high is None else self._point(bounds.high, bounds.high_open, lead, -1)
        if lead < 0:
            low, high = high, low
        self._at[number] = column
        self._told.setdefault(column, []).append((number, low, high))
        self._tighten(column, number, low, high)
        return self._settle(column)

    def _point(self, end: Fraction, is_open: bool, lead: Fraction, inward: int) -> Point:
        """An end of what `lead` times a column may be, as one of what the column may be."""
        number, small = self._take(end), self._one * inward if is_open else self._zero
        if lead == 1:
            return number, small
        # An open end is as open, however the form was scaled.
        return number / lead, -small if lead < 0 else small

    def _tighten(self, column: int, row: int, low: Point | None, high: Point | None) -> None:
        if low is not None:
            known = self._low[column]
            if known is None or low > known.value:
                self._low[column] = _Bound(low, row)
        if high is not None:
            known = self._high[column]
            if known is None or high < known.value:
                self._high[column] = _Bound(high, row)

    def _settle(self, column: int) -> bool:
        low, high = self._low[column], self._high[column]
        if low is not None and high is not None and low.value > high.value:
            self.conflict = tuple(sorted({low.row, high.row}))
            self._loose.add(column)
            return False
        if column in self._rows:
            self._suspects.add(column)
        elif low is not None and self._value[column] < low.value:
            self._move(column, low.value)
        elif high is not None and self._value[column] > high.value:
            self._move(column, high.value)
        return True

    def keep(self, left_out: frozenset[int]) -> bool:
        """Whether all rows asserted but those left out can hold. Raises LimitReached."""
        changed = {self._at[row] for row in left_out ^ self._left_out if row in self._at}
        self._left_out = left_out
        for column in changed:
            self._low[column] = self._high[column] = None
            for row, low, high in self._told[column]:
                if row not in left_out:
                    self._tighten(column, row, low, high)
        self._loose |= changed
        if not self._never <= left_out:
            return False
        # In the order of columns, for the answer is to be the same wherever it is worked out.
        for column in sorted(self._loose):
            if not self._settle(column):
                return False
            self._loose.discard(column)
        return self.check()

    # ---- solving

    def _move(self, column: int, to: Point) -> None:
        at = self._value[column]
        real, small = to[0] - at[0], to[1] - at[1]
        self._value[column] = to
        users = self._users[column]
        for user in users:
            factor, (one, two) = self._rows[user][column], self._value[user]
            # Mostly one of the two is 0.
            self._value[user] = (one + factor * real if real else one, two + factor * small if small else two)
        self._suspects |= users

    def _pivot(self, leaving: int, entering: int) -> None:
        if not self.pivots_left:
            raise LimitReached
        self.pivots_left -= 1
        row = self._rows.pop(leaving)
        factor = row.pop(entering)
        for inner in row:
            self._users[inner].discard(leaving)
        users = self._users[entering]
        users.discard(leaving)
        fresh = {inner: -part / factor for inner, part in row.items()}
        fresh[leaving] = self._one / factor
        self._suspects.add(entering)
        self._users[entering] = set()
        for user in users:
            self._replace(user, entering, fresh)
        self._rows[entering] = fresh
        for inner in fresh:
            self._users[inner].add(entering)

    def _replace(self, user: int, entering: int, fresh: dict[int, Fraction]) -> None:
        row = self._rows[user]
        factor = row.pop(entering)
        for inner, part in fresh.items():
            known = row.get(inner)
            if known is None:
                row[inner] = factor * part
                self._users[inner].add(user)
            elif total := known + factor * part:
                row[inner] = total
            else:
                del row[inner]
                self._users[inner].discard(user)

    def check(self) -> bool:
        """Whether all rows asserted can hold; if not, `conflict` has those that cannot. Raises LimitReached."""
        while True:
            broken = self._broken()
            if broken is None:
                return True
            column, bound, rising = broken
            entering = self._entering(column, rising)
            if entering is None:
                self.conflict = self._blame(column, bound, rising)
                return False
            self._pivot(column, entering)
            self._move(column, bound.value)

    def _broken(self) -> tuple[int, _Bound, bool] | None:
        """The first column of a row that is out of its bounds, and whether it has to rise."""
        for column in sorted(self._suspects):
            if column in self._rows:
                at, low, high = self._value[column], self._low[column], self._high[column]
                if low is not None and at < low.value:
                    return column, low, True
                if high is not None and at > high.value:
                    return column, high, False
            self._suspects.discard(column)
        return None

    def _free(self, column: int, rising: bool) -> bool:
        bound = self._high[column] if rising else self._low[column]
        return bound is None or self._value[column] != bound.value

    def _entering(self, column: int, rising: bool) -> int | None:
        row = self._rows[column]
        return min((inner for inner, part in row.items() if self._free(inner, (part > 0) == rising)), default=None)

    def _blame(self, column: int, bound: _Bound, rising: bool) -> tuple[int, ...]:
        found = {bound.row}
        for inner, part in self._rows[column].items():
            other = self._high[inner] if (part > 0) == rising else self._low[inner]
            assert other is not None
            found.add(other.row)
        return tuple(sorted(found))

    # ---- ranges and a solution

    def extreme(self, variable: int, rising: bool) -> tuple[Point, tuple[int, ...]] | None:
        """The most or least a variable can be, with the rows that hold it there; None if nothing does."""
        column = self.column(variable)
        while True:
            row = self._rows.get(column)
            if row is None:
                entering: int | None = column if self._free(column, rising) else None
                up = rising
            else:
                entering = self._entering(column, rising)
                up = entering is not None and (row[entering] > 0) == rising
            if entering is None:
                real, small = self._value[column]
                give = reckoning()[1]
                return (give(real), give(small)), self._holding(column, rising)
            if not self._advance(entering, up):
                return None

    def _holding(self, column: int, rising: bool) -> tuple[int, ...]:
        row = self._rows.get(column)
        if row is None:
            bound = self._high[column] if rising else self._low[column]
            assert bound is not None
            return (bound.row,)
        bounds = [self._high[inner] if (part > 0) == rising else self._low[inner] for inner, part in row.items()]
        return tuple(sorted({bound.row for bound in bounds if bound is not None}))

    def _advance(self, entering: int, up: bool) -> bool:
        """Move a free column until it or a row meets a bound; False if none does."""
        best: tuple[Point, int, Point] | None = None
        own = self._high[entering] if up else self._low[entering]
        if own is not None:
            best = (_apart(own.value, self._value[entering], self._one), -1, own.value)
        for user in sorted(self._users[entering]):
            factor = self._rows[user][entering]
            bound = self._high[user] if (factor > 0) == up else self._low[user]
            if bound is not None:
                step = _apart(bound.value, self._value[user], factor)
                if best is None or step < best[0]:
                    best = (step, user, bound.value)
        if best is None:
            return False
        _, user, value = best
        if user < 0:
            self._move(entering, value)
        else:
            self._pivot(user, entering)
            self._move(user, value)
        return True

    def at(self, variable: int) -> Fraction | None:
        """Where a variable stands, but for δ; None if no row has it."""
        column = self._columns.get(variable)
        return None if column is None else reckoning()[1](self._value[column][0])

    def solution(self, variables: Iterable[int]) -> dict[int, Fraction]:
        """Numbers that all rows allow, after `check`; δ is made small enough for every strict bound."""
        delta = self._one
        for at, low, high in zip(self._value, self._low, self._high, strict=True):
            for bound, sign in ((low, 1), (high, -1)):
                if bound is not None:
                    room, need = sign * (at[0] - bound.value[0]), sign * (bound.value[1] - at[1])
                    if need > 0 and room > 0:
                        delta = min(delta, room / need)
        delta /= 2
        values = {one: self._value[self._columns[one]] for one in variables if one in self._columns}
        give = reckoning()[1]
        return {one: give(at[0] + delta * at[1]) for one, at in values.items()}


def _apart(bound: Point, at: Point, factor: Fraction) -> Point:
    """How far something moves until `at` meets the bound, as a size."""
    real, small = (bound[0] - at[0]) / factor, (bound[1] - at[1]) / factor
    return (real, small) if real > 0 or (not real and small >= 0) else (-real, -small)


def _add(row: dict[int, Fraction], inner: int, part: Fraction) -> None:
    known = row.get(inner)
    total = part if known is None else known + part
    if total:
        row[inner] = total
    else:
        row.pop(inner, None)


def feasible(rows: Sequence[tuple[int, Form, Interval]], pivots: int) -> tuple[Tableau, bool]:
    """A tableau of these rows (number, form, bounds) and whether they can hold together. Raises LimitReached."""
    tableau = Tableau(pivots)
    for number, form, bounds in rows:
        if not tableau.add(number, form, bounds):
            return tableau, False
    return tableau, tableau.check()
