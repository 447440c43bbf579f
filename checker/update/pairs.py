"""Which item of the plan is which item of the old and of the new documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from checker.model import Chapter, Element, Part, Plan, Section
from checker.revise.pairs import Pairs, nearness, pair_elements
from checker.source import name_key
from checker.update.values import Triple

#: The kinds that documents declare, but for their outline.
KINDS = ("goal", "indicator", "slogan", "measure", "basis")
#: So near are the names of one thing in one place.
_LIKE = 0.5
_OUTLINE = (Part, Chapter, Section)


class Triples(Struct, eq=False):
    """All items: those of the outline, and the others.

    `names` are the keys of the names of the old documents and of the plan → those of the new ones, where they differ.
    """

    items: list[Triple] = field(default_factory=list)
    outline: list[Triple] = field(default_factory=list)
    old_names: dict[str, str] = field(default_factory=dict)
    own_names: dict[str, str] = field(default_factory=dict)

    def mine_of(self, new: Element) -> Element | None:
        """What the plan has of an item of the new documents."""
        return next((one.mine for one in (*self.items, *self.outline) if one.new is new), None)


def triples(old: Plan | None, new: Plan, mine: Plan) -> Triples:
    """The items of the three sides; without old documents, those of the new ones and of the plan."""
    made = Triples()
    kept = {id(one): two for one, two in pair_elements(old, mine).both} if old is not None else {}
    by_name = {(one.kind, name_key(one.name)): one for one in reversed(mine.elements)}
    if old is not None:
        pairs = pair_elements(old, new)
        pairs.both += _in_place(old, new, pairs)
        met = {id(one) for pair in pairs.both for one in pair}
        told: list[tuple[Element | None, Element]] = [*pairs.both]
        told += ((None, two) for two in pairs.added if id(two) not in met)
        for first, second in sorted(told, key=lambda pair: pair[1].start):
            if second.kind in KINDS:
                own = kept.get(id(first)) if first is not None else None
                own = own or by_name.get((second.kind, name_key(second.name)))
                made.items.append(Triple(first, second, own))
        gone = (one for one in pairs.removed if one.kind in KINDS and id(one) not in met)
        made.items += [Triple(one, None, kept.get(id(one))) for one in gone]
    else:
        made.items += [
            Triple(None, one, by_name.get((one.kind, name_key(one.name)))) for one in new.elements if one.kind in KINDS
        ]
    made.outline = list(_outline(old, new, mine))
    for one in (*made.items, *made.outline):
        if one.new is not None and not isinstance(one.new, Section):
            for side, names in ((one.old, made.old_names), (one.mine, made.own_names)):
                if side is not None:
                    names[name_key(side.name)] = name_key(one.new.name)
    return made


def _in_place(old: Plan, new: Plan, pairs: Pairs) -> Iterator[tuple[Element, Element]]:
    """What has another name between the same two neighbours of its kind, and is not called quite otherwise."""
    there = {id(one): two for one, two in pairs.both}
    come = {id(one) for one in pairs.added}
    for kind in KINDS:
        before = [one for one in old.elements if one.kind == kind]
        after = [one for one in new.elements if one.kind == kind]
        behind = {_neighbours(after, at): one for at, one in enumerate(after) if id(one) in come}
        for at, one in enumerate(before):
            if id(one) not in there:
                left, right = (there.get(number) for number in _neighbours(before, at))
                sides = tuple(id(side) if side is not None else 0 for side in (left, right))
                other = behind.get((sides[0], sides[1]))
                if other is not None and nearness(one.name, other.name) >= _LIKE:
                    yield one, other


def _neighbours(elements: Sequence[Element], at: int) -> tuple[int, int]:
    """What stands before and behind, 0 for nothing."""
    return (
        id(elements[at - 1]) if at else 0,
        id(elements[at + 1]) if at + 1 < len(elements) else 0,
    )


def _outline(old: Plan | None, new: Plan, mine: Plan) -> Iterator[Triple]:
    if old is None:
        own = _same(_nodes(new), _nodes(mine))
        yield from (Triple(None, one, own.get(id(one))) for one in _nodes(new))
        return
    nodes = _nodes(old)
    there, own = _same(nodes, _nodes(new)), _same(nodes, _nodes(mine))
    met, taken = ({id(one) for one in side.values()} for side in (there, own))
    for one in nodes:
        yield Triple(one, there.get(id(one)), own.get(id(one)))
    # What is new may have been taken before, with another part of the changes.
    at_hand = _same(_nodes(new), [one for one in _nodes(mine) if id(one) not in taken])
    for one in _nodes(new):
        if id(one) not in met:
            yield Triple(None, one, at_hand.get(id(one)))


def _nodes(plan: Plan) -> list[Element]:
    return [one for one in plan.elements if isinstance(one, _OUTLINE)]


def _same(ones: Sequence[Element], others: Sequence[Element]) -> dict[int, Element]:
    """Headings of two versions: of one title, else of one number; sections within what is one chapter."""
    found: dict[int, Element] = {}
    for kind in _OUTLINE:
        for is_titled in (True, False):
            taken = {id(one) for one in found.values()}
            left: dict[tuple[str, int], list[Element]] = {}
            for other in others:
                if isinstance(other, kind) and id(other) not in taken:
                    left.setdefault((_word(other, is_titled), _above(other, kind)), []).append(other)
            for one in ones:
                if isinstance(one, kind) and id(one) not in found and _word(one, is_titled):
                    above = found.get(_above(one, kind))
                    place = id(above) if above is not None else 0
                    there = left.get((_word(one, is_titled), place))
                    if there:
                        found[id(one)] = there.pop(0)
    return found


def _above(one: Element, kind: type[Element]) -> int:
    parent = getattr(one, "parent", None)
    return id(parent) if kind is Section and parent is not None else 0


def _word(one: Element, is_titled: bool) -> str:
    return name_key(getattr(one, "title", "")) if is_titled else name_key(one.name)
