"""The relations that hold by definition (`common.plan`), for the plans that have all their indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from checker import resources
from checker.model import Element, Indicator, Plan, Relation, build_plan, parse_plan
from checker.source import SourceText, name_key
from checker.syntax import Formula

_COMMON_PATH = "<plancheck>/common.plan"
#: What a formula's names stand for, by where they begin.
Meant = dict[int, Element]


def common_relations(plans: Sequence[Plan]) -> Iterator[tuple[Relation, Formula, Meant, Plan]]:
    """Relations that hold by definition, for each plan that has all their indicators in one scope."""
    words, relations = _shipped()
    for plan in plans:
        known: dict[str, Indicator] = {}
        for one in plan.elements:
            for name in _names(one) if isinstance(one, Indicator) else ():
                if name_key(name) in words:
                    known.setdefault(words[name_key(name)], one)  # type: ignore[arg-type]
        for relation in relations if len(known) > 1 else ():
            meant = {one.start: known.get(one.path.text) for one in relation.operands if one.path is not None}
            found = [one for one in meant.values() if one is not None]
            if len(found) == len(meant) and _one_scope(found):
                assert relation.formula is not None
                yield relation, relation.formula, {start: one for start, one in meant.items() if one is not None}, plan


@cache
def _shipped() -> tuple[dict[str, str], list[Relation]]:
    """The relations that hold by definition, and which of their indicators each name stands for."""
    shipped = build_plan(parse_plan(SourceText(_COMMON_PATH, resources.read_common_relations())))
    words = {name_key(name): one.name for one in shipped.elements if isinstance(one, Indicator) for name in _names(one)}
    return words, [one for one in shipped.elements if isinstance(one, Relation) and one.formula is not None]


def _names(indicator: Indicator) -> list[str]:
    return [indicator.name, *(alias.text for alias in indicator.aliases)]


def _one_scope(indicators: Sequence[Indicator]) -> bool:
    return len({name_key(one.scope) for one in indicators if one.scope}) <= 1
