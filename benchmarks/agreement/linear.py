"""Whether linear rows can hold together: equations are solved, the rest is decided by Fourier and Motzkin, exactly."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from fractions import Fraction

Name = Hashable
#: Σ coefficient × name ≤ (or, where strict, <) bound; the third is None for an equation.
Row = tuple[dict[Name, Fraction], Fraction, bool | None]
_MOST = 1500


class TooMany(Exception):
    """More rows than anybody wants to wait for; nothing is known."""


def can_hold(rows: Iterable[Row]) -> bool:
    """Whether some numbers satisfy all rows. Raises TooMany."""
    equations: list[Row] = []
    rest: list[Row] = []
    for form, bound, strict in rows:
        plain = {name: part for name, part in form.items() if part}
        (equations if strict is None else rest).append((plain, bound, strict))
    while equations:
        form, bound, _ = equations.pop()
        if not form:
            if bound:
                return False
            continue
        name = min(form, key=lambda one: sum(one in other[0] for other in (*equations, *rest)))
        lead = form[name]
        solved = {one: -part / lead for one, part in form.items() if one != name}
        equations = [_put(row, name, solved, bound / lead) for row in equations]
        rest = [_put(row, name, solved, bound / lead) for row in rest]
    return _inequalities(rest)


def _put(row: Row, name: Name, solved: dict[Name, Fraction], constant: Fraction) -> Row:
    form, bound, strict = row
    factor = form.get(name)
    if factor is None:
        return row
    made = {one: part for one, part in form.items() if one != name}
    for one, part in solved.items():
        total = made.get(one, Fraction(0)) + factor * part
        if total:
            made[one] = total
        else:
            made.pop(one, None)
    return made, bound - factor * constant, strict


def _inequalities(rows: list[Row]) -> bool:
    todo = _tightest(rows)
    while todo is not None:
        names = {name for form in todo for name, _ in form}
        if not names:
            return True
        counts = {name: [0, 0] for name in names}
        for form in todo:
            for name, part in form:
                counts[name][part > 0] += 1
        name = min(names, key=lambda one: (counts[one][0] * counts[one][1], repr(one)))
        above: list[Row] = []
        below: list[Row] = []
        rest: list[Row] = []
        for form, (bound, strict) in todo.items():
            row = (dict(form), bound, strict)
            part = row[0].get(name, Fraction(0))
            (above if part > 0 else below if part < 0 else rest).append(row)
        rest += [_joined(name, one, two) for one in above for two in below]
        todo = _tightest(rest)
    return False


def _joined(name: Name, one: Row, two: Row) -> Row:
    up, down = one[0][name], -two[0][name]
    form = {key: part / up for key, part in one[0].items() if key != name}
    for key, part in two[0].items():
        if key != name:
            form[key] = form.get(key, Fraction(0)) + part / down
    return {key: part for key, part in form.items() if part}, one[1] / up + two[1] / down, bool(one[2] or two[2])


def _tightest(rows: list[Row]) -> dict[frozenset[tuple[Name, Fraction]], tuple[Fraction, bool]] | None:
    """Of rows with one form the tightest; None where a row without names is false."""
    found: dict[frozenset[tuple[Name, Fraction]], tuple[Fraction, bool]] = {}
    for form, bound, strict in rows:
        if not form:
            if bound < 0 or (bound == 0 and strict):
                return None
            continue
        size = abs(form[min(form, key=repr)])
        key = frozenset((name, part / size) for name, part in form.items())
        mine = (bound / size, bool(strict))
        known = found.get(key)
        if known is None or (mine[0], not mine[1]) < (known[0], not known[1]):
            found[key] = mine
    if len(found) > _MOST:
        raise TooMany
    return found
