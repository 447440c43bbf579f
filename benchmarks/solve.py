"""Conflicting targets: time against a bare pass over intervals, and how it grows with the number of components.

    python benchmarks/solve.py [--most 640]

Each component is a made-up city of five places: growth of each place over five years, sums over the places, a floor
for the last year; 37 statements, 62 rows. In each fifty components one cannot hold. The bare pass intersects the
intervals of single variables and looks at no relation: the least that any method has to do.
"""

from __future__ import annotations

import argparse
from fractions import Fraction
from itertools import pairwise
from math import log
from random import Random
from statistics import median
from time import process_time

from checker.quantity import Interval
from checker.solve.conflicts import find_conflicts
from checker.solve.system import System

_PLACES, _YEARS, _ROUNDS = 5, 5, 3
_ONE = Fraction(1)


def cities(count: int) -> System:
    """So many components."""
    system, chance = System(), Random(5)
    for number in range(count):
        _city(system, chance, floor=Fraction(9000) if number % 50 == 7 else Fraction(200))
    return system


def _city(system: System, chance: Random, floor: Fraction) -> None:
    totals = [system.vary("total") for _ in range(_YEARS + 1)]
    places = [[system.vary("place") for _ in range(_YEARS + 1)] for _ in range(_PLACES)]
    for place in places:
        base = Fraction(chance.randint(50, 200))
        system.bound({place[0]: _ONE}, Interval(base - Fraction(1, 2), base + Fraction(1, 2)), system.state("base"))
        rate = 1 + Fraction(chance.randint(40, 90), 1000)
        for before, after in pairwise(place):
            growth = system.state("growth")
            system.bound({after: _ONE, before: -rate}, Interval(Fraction(0)), growth)
            system.bound({after: _ONE, before: -rate - Fraction(1, 100)}, Interval(None, Fraction(0)), growth)
    for year, total in enumerate(totals):
        parts = {place[year]: -_ONE for place in places}
        system.bound({total: _ONE, **parts}, Interval.at(Fraction(0)), system.state("sum"))
    system.bound({totals[-1]: _ONE}, Interval(floor), system.state("floor"))


def bare_pass(system: System) -> int:
    """Intersect what is said of single variables; gives how many are left with nothing."""
    boxes: dict[int, Interval] = {}
    empty = 0
    for row in system.rows:
        bounds = row.bounds.scale(1 / row.form[0][1])
        for variable, _ in row.form if len(row.form) == 1 else ():
            left = boxes.get(variable, Interval()).intersection(bounds)
            empty += left is None
            boxes[variable] = left or Interval()
    return empty


def solve(system: System) -> int:
    """Find all conflicts; gives how many."""
    return sum(len(find_conflicts(component, system.weights)[0]) for component in system.components())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--most", type=int, default=640)
    most = parser.parse_args().most
    sizes = [size for size in (40, 160, 640, 2560) if size <= most]
    print(f"{'components':>10} {'statements':>10} {'rows':>8} {'conflicts':>9} {'seconds':>8} {'× bare pass':>11}")
    points: list[tuple[float, float]] = []
    for size in sizes:
        system = cities(size)
        times, bare = [], []
        conflicts = 0
        for _ in range(_ROUNDS):
            start = process_time()
            bare_pass(system)
            middle = process_time()
            conflicts = solve(system)
            times.append(process_time() - middle)
            bare.append(middle - start)
        taken = median(times)
        points.append((log(size), log(taken)))
        ratio = taken / median(bare)
        print(
            f"{size:>10} {len(system.statements):>10} {len(system.rows):>8} {conflicts:>9} {taken:>8.2f} {ratio:>11.1f}"
        )
    if len(points) > 1:
        print(f"exponent over components: {_slope(points):.2f}")


def _slope(points: list[tuple[float, float]]) -> float:
    mean = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    above = sum((x - mean[0]) * (y - mean[1]) for x, y in points)
    below = sum((x - mean[0]) ** 2 for x, _ in points)
    return float(above / below)


if __name__ == "__main__":
    main()
