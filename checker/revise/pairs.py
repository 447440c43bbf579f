"""Which element of the new version is which of the old one: the same name, or a name that was changed.

A renaming is recognised where most of what the two say is alike; names that are near count for it. Only elements that
share something they say are compared, so that many changes stay cheap.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from checker.model import Element, Plan
from checker.model.contents import Content, Key, contents_of
from checker.model.schema import ELEMENTS
from checker.source import name_key

#: From what share of what is said on, and how near name and sayings have to be together.
_ALIKE, _NEAR = 0.5, 0.6
#: What so many elements say (类型：任务) tells none of them from another.
_COMMON = 30
_DECLARED = frozenset(spec.kind for spec in ELEMENTS if spec.declared)

Statement = tuple[Key, str]


@dataclass(slots=True, eq=False, repr=False)
class Pairs:
    """Elements of both versions, those of the old one only, and those of the new one only."""

    both: list[tuple[Element, Element]]
    removed: list[Element]
    added: list[Element]


def pair_elements(old: Plan, new: Plan) -> Pairs:
    """Pair the declared elements of two versions of a plan, in the order of the new one, then of the old one."""
    left = _by_name(old)
    both: list[tuple[Element, Element]] = []
    added: list[Element] = []
    for key, element in _by_name(new).items():
        known = left.pop(key, None)
        if known is None:
            added.append(element)
        else:
            both.append((known, element))
    removed = list(left.values())
    renamed = _renamed(removed, added)
    gone, come = {id(one) for one, _ in renamed}, {id(one) for _, one in renamed}
    return Pairs(
        [*both, *renamed],
        [one for one in removed if id(one) not in gone],
        [one for one in added if id(one) not in come],
    )


def _by_name(plan: Plan) -> dict[tuple[str, str, int], Element]:
    """The n-th element of a kind and name; a name that stands twice is a finding, not a change."""
    seen: Counter[tuple[str, str]] = Counter()
    found: dict[tuple[str, str, int], Element] = {}
    for element in plan.elements:
        if element.kind in _DECLARED and element.decl is not None and element is not plan:
            name = (element.kind, name_key(element.name))
            found[*name, seen[name]] = element
            seen[name] += 1
    return found


def _renamed(removed: list[Element], added: list[Element]) -> list[tuple[Element, Element]]:
    holders: dict[tuple[str, Statement], list[Element]] = defaultdict(list)
    for element in added:
        for statement in _statements(element):
            holders[element.kind, statement].append(element)
    scored: list[tuple[float, int, int, Element, Element]] = []
    for place, old in enumerate(removed):
        mine = _statements(old)
        shared: Counter[int] = Counter()
        by_id: dict[int, Element] = {}
        for statement in mine:
            found = holders.get((old.kind, statement), ())
            for new in found if len(found) <= _COMMON else ():
                shared[id(new)] += 1
                by_id[id(new)] = new
        for number, count in shared.items():
            new = by_id[number]
            alike = count / max(len(mine | _statements(new)), 1)
            score = (alike + nearness(old.name, new.name)) / 2
            if alike >= _ALIKE and score >= _NEAR:
                scored.append((-score, place, new.start, old, new))
    return list(_best(sorted(scored, key=lambda one: one[:3])))


def _best(scored: list[tuple[float, int, int, Element, Element]]) -> Iterable[tuple[Element, Element]]:
    taken: set[int] = set()
    for _, _, _, old, new in scored:
        if id(old) not in taken and id(new) not in taken:
            taken |= {id(old), id(new)}
            yield old, new


def _statements(element: Element) -> frozenset[Statement]:
    return frozenset((key, value) for key, said in contents_of(element).items() for value in _values(said))


def _values(said: Content) -> Iterable[str]:
    return ("、".join(said.keys),) if said.ordered else said.keys


def nearness(one: str, other: str) -> float:
    """How much two names have in common, from 0 to 1."""
    import difflib

    return difflib.SequenceMatcher(None, name_key(one), name_key(other), autojunk=False).ratio()
