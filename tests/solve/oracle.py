"""Whether linear rows can hold together, by Fourier and Motzkin: slow, plain, and nothing of it is plancheck's.

A row is (coefficients by name, sign, number) with sign one of <, ≤, =. Everything is `fractions.Fraction`.
"""

from fractions import Fraction

Row = tuple[dict[str, Fraction], str, Fraction]
Half = tuple[dict[str, Fraction], bool, Fraction]


def can_hold(rows: list[Row]) -> bool:
    """Whether some numbers satisfy all rows."""
    todo = [(dict(form), strict, bound) for row in rows for form, strict, bound in _halves(row)]
    names = sorted({name for form, _, _ in todo for name in form})
    for name in names:
        above = [row for row in todo if row[0].get(name, 0) > 0]
        below = [row for row in todo if row[0].get(name, 0) < 0]
        rest = [row for row in todo if not row[0].get(name, 0)]
        todo = rest + [_without(name, one, two) for one in above for two in below]
        todo = list(
            {
                (tuple(sorted(form.items())), strict, bound): (form, strict, bound) for form, strict, bound in todo
            }.values()
        )
    return all(bound > 0 or (bound == 0 and not strict) for _, strict, bound in todo)


def _halves(row: Row) -> list[Half]:
    form, sign, bound = row
    if sign == "=":
        return [(form, False, bound), ({name: -part for name, part in form.items()}, False, -bound)]
    return [(form, sign == "<", bound)]


def _without(name: str, one: Half, two: Half) -> Half:
    (form, strict, bound), (other, other_strict, other_bound) = one, two
    up, down = form[name], -other[name]
    names = (set(form) | set(other)) - {name}
    joined = {key: form.get(key, Fraction(0)) / up + other.get(key, Fraction(0)) / down for key in names}
    joined = {key: part for key, part in joined.items() if part}
    return joined, strict or other_strict, bound / up + other_bound / down
