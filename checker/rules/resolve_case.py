"""The static check of one case: what is looked for, what is demanded, what is said."""

from __future__ import annotations

from checker.finding import NoticeKind
from checker.messages.rules import (
    RULE_BOUND_NUMBER,
    RULE_CASE_MISSING,
    RULE_LET_MANY,
    RULE_MERGED_BY,
    RULE_NOTICE_PLACE,
)
from checker.rules import nodes as n
from checker.rules import parts as p
from checker.rules.assemble import CaseParts
from checker.rules.resolve_conditions import bound_as, flat, resolve_condition
from checker.rules.resolve_sentences import resolve_related, resolve_saying, resolve_spot
from checker.rules.resolve_values import resolve_kinds, resolve_search, resolve_value
from checker.rules.scope import SYNTAX, WRONG_KIND, Names
from checker.rules.typed import AllOf, Case, Constant, Demand, Expr, Found, Phrase, Test
from checker.rules.types import NUMBER, Sort, element

_ONE = Constant(1, NUMBER)
_NONE = Constant(0, NUMBER)
_NOTICES = {"notice": NoticeKind.MISSING, "open": NoticeKind.OPEN}
_KEYS = frozenset({Sort.ELEMENT, Sort.NUMBER, Sort.TEXT, Sort.CHOICE})


def resolve_case(parts: CaseParts, names: Names) -> Case | None:
    """The checked case; None where it lacks what every case needs."""
    variables: list[tuple[int, str, tuple[str, ...]]] = []
    tests: list[Test] = []
    for forall in parts.foralls:
        for item in forall.items:
            _add_item(item, variables, tests, names)
    demand, should = _demand(parts.demand, names)
    merged = _merged(parts.merged, names)
    said = _said(parts, names)
    advice = resolve_saying(parts.advice.said, names, merged=bool(merged)) if parts.advice is not None else None
    spot = resolve_spot(parts.spot, names) if parts.spot is not None else None
    related = [resolve_related(part, names, merged=bool(merged)) for part in parts.related]
    _check_spot(parts, names)
    if said is None:
        return None
    assert parts.said is not None
    return Case(
        names.slots,
        tuple(variables),
        AllOf(tuple(flat(tests))),
        demand,
        should,
        said,
        _NOTICES.get(parts.said.role),
        spot,
        tuple(one for one in related if one is not None),
        advice,
        merged,
    )


def _add_item(
    item: n.Binding | p.LetItem | n.Condition,
    variables: list[tuple[int, str, tuple[str, ...]]],
    tests: list[Test],
    names: Names,
) -> None:
    if isinstance(item, n.Binding):
        type_ = resolve_kinds(item, names)
        slot = names.bind(item.variable, type_)
        variables.append((slot, item.variable.text, type_.kinds if type_ is not None else ()))
        tests += bound_as(item, names)
    elif isinstance(item, p.LetItem):
        value = resolve_value(item.value, names)
        if value is not None and value.type.many:
            names.faults.add(WRONG_KIND, RULE_LET_MANY(), item.value)
            value = None
        names.define(item.name, value)
    else:
        test = resolve_condition(item, names)
        if test is not None:
            tests.append(test)


def _demand(part: p.DemandPart | p.ShouldPart | None, names: Names) -> tuple[Demand | None, AllOf | None]:
    if part is None:
        return None, None
    if isinstance(part, p.ShouldPart):
        tests = [resolve_condition(condition, names) for condition in part.conditions]
        return None, AllOf(tuple(flat(test for test in tests if test is not None)))
    bound = _bound(part, names)
    search = resolve_search(part.binder, names)
    if search is None:
        return None, None
    least, most = _bounds(part.quantifier, bound)
    if part.quantifier in ("none", "at_most"):
        names.define(part.binder.binding.variable, Found(search, element(*search.kinds, many=True)))
    return Demand(search, least, most), None


def _bound(part: p.DemandPart, names: Names) -> Expr | None:
    if part.bound is None:
        return None
    bound = resolve_value(part.bound, names)
    if bound is not None and bound.type.sort not in (Sort.NUMBER, Sort.COUNT):
        names.faults.add(WRONG_KIND, RULE_BOUND_NUMBER(sort=bound.type.sort.message), part.bound)
    return bound


def _bounds(quantifier: str, bound: Expr | None) -> tuple[Expr | None, Expr | None]:
    """The least and the most matches; None for no bound."""
    match quantifier:
        case "some":
            return _ONE, None
        case "none":
            return None, _NONE
        case "at_least":
            return bound, None
        case "at_most":
            return None, bound
        case _:
            return bound, bound


def _merged(part: p.MergedPart | None, names: Names) -> tuple[Expr, ...]:
    keys: list[Expr] = []
    for path in part.paths if part is not None else ():
        key = resolve_value(path, names)
        if key is not None and (key.type.many or key.type.sort not in _KEYS):
            names.faults.add(WRONG_KIND, RULE_MERGED_BY(name=path.text), path)
        elif key is not None:
            keys.append(key)
    return tuple(keys)


def _said(parts: CaseParts, names: Names) -> Phrase | Expr | None:
    if parts.said is None:
        names.faults.add(SYNTAX, RULE_CASE_MISSING(part="否则", part_en="otherwise"), parts.foralls[0])
        return None
    return resolve_saying(parts.said.said, names, merged=parts.merged is not None)


def _check_spot(parts: CaseParts, names: Names) -> None:
    """A finding needs a place; a notice has none of its own."""
    if parts.said is None:
        return
    if parts.said.role == "finding" and parts.spot is None:
        names.faults.add(SYNTAX, RULE_CASE_MISSING(part="指向", part_en="at"), parts.foralls[0])
    elif parts.said.role in _NOTICES:
        for spot in (parts.spot, *parts.related, parts.advice):
            if spot is not None:
                names.faults.add(SYNTAX, RULE_NOTICE_PLACE(), spot)
