"""The static check of values: words → attributes and variables, each expression with its type."""

from __future__ import annotations

from fractions import Fraction

from checker.messages import Message, Template
from checker.messages.rules import (
    RULE_ARITHMETIC,
    RULE_ATTRIBUTE_UNKNOWN,
    RULE_DATE,
    RULE_FIELD_OF_NOTHING,
    RULE_FUNCTION_TAKES,
    RULE_KIND_UNKNOWN,
    RULE_PARAMETER_UNKNOWN,
    RULE_RELATION_KINDS,
    RULE_RELATION_UNKNOWN,
    RULE_STEP_OF,
    RULE_UNIT_UNKNOWN,
    RULE_VARIABLE_UNBOUND,
    RULE_WORD_ALONE,
    RULE_WORD_UNKNOWN,
)
from checker.quantity import DIGITS, UnitKind, build_quantity, parse_date, parse_unit
from checker.rules import nodes as n
from checker.rules.reach import Hop
from checker.rules.schema import Step
from checker.rules.scope import PARAMETER_WORDS, UNKNOWN, WRONG_KIND, Names, advice
from checker.rules.typed import AllOf, AsOf, Calculation, Constant, Expr, Get, Search, Tally, Variable, Walk, literal
from checker.rules.types import NUMBER, QUANTITY, SENSES, TEXT, TIME, Sort, Type, choice_of, element
from checker.source import fold

_NUMERIC = frozenset({Sort.NUMBER, Sort.QUANTITY, Sort.COUNT})


#: The day by which the run judges, as a rule calls it.
_AS_OF = ("基准日", "as_of")
#: Told apart from None, which a name with a faulty declaration stands for.
_UNKNOWN = Constant(None, NUMBER)


def resolve_value(node: n.Expression, names: Names, expected: Type | None = None) -> Expr | None:
    """The checked expression; None where a fault was noted. A bare word is looked for in the `expected` type."""
    match node:
        case n.PathNode():
            return _path(node, names, expected)
        case n.Literal():
            return _literal(node, names)
        case n.Arithmetic():
            return _arithmetic(node, names)
        case n.Reached():
            return _reached(node, names)
        case n.Aggregate():
            return _aggregate(node, names)


# ---- paths


def _path(node: n.PathNode, names: Names, expected: Type | None) -> Expr | None:
    first, *rest = node.parts
    if first.text in PARAMETER_WORDS and rest:
        return _parameter(rest, names)
    if not rest and expected is not None and expected.choices and first.text not in names.known:
        word = choice_of(expected, first.text)
        if word is not None:
            return Constant(word, expected.one())
        if names.implicit is None:
            listed = [zh for choice in expected.choices for zh in choice.zh]
            message = RULE_WORD_UNKNOWN(word=first.text, allowed="、".join(choice.zh[0] for choice in expected.choices))
            names.faults.add(UNKNOWN, message, first, advice(first.text, listed))
            return None
    if names.known.get(first.text, _UNKNOWN) is None:
        return None
    base = names.known.get(first.text)
    if base is None and first.text in _AS_OF:
        base = AsOf(TIME)
    if base is None and names.implicit is not None:
        return _attributes(names.implicit, list(node.parts), names)
    if base is None:
        names.faults.add(UNKNOWN, _unbound(first, names), first, advice(first.text, names.known))
        return None
    return _attributes(base, rest, names)


def _unbound(word: n.Word, names: Names) -> Message:
    if word.text in names.schema.kinds or any(
        word.text == choice for kind in names.schema.by_name.values() for choice in _choices_of(kind.name, names)
    ):
        return RULE_WORD_ALONE(name=word.text)
    return RULE_VARIABLE_UNBOUND(name=word.text)


def _choices_of(kind: str, names: Names) -> list[str]:
    attributes = names.schema.by_name[kind].attributes.values()
    return [zh for attribute in attributes for choice in attribute.type.choices for zh in choice.zh]


def _parameter(rest: list[n.Word], names: Names) -> Expr | None:
    word = rest[0]
    found = names.parameters.get(word.text)
    if found is None:
        names.faults.add(UNKNOWN, RULE_PARAMETER_UNKNOWN(name=word.text), word, advice(word.text, names.parameters))
        return None
    return _attributes(found, rest[1:], names)


def _attributes(base: Expr, words: list[n.Word], names: Names) -> Expr | None:
    for word in words:
        type_ = base.type
        if type_.sort is not Sort.ELEMENT:
            names.faults.add(WRONG_KIND, RULE_FIELD_OF_NOTHING(field=word.text, sort=type_.sort.message), word)
            return None
        attribute = names.schema.attribute(type_.kinds, word.text)
        if attribute is None:
            names.faults.add(UNKNOWN, _no_attribute(type_, word, names), word, _near_attribute(type_, word, names))
            return None
        got = attribute.type
        many = got.many or type_.many
        base = Get(base, attribute, Type(got.sort, many, got.kinds, got.choices))
    return base


def _no_attribute(type_: Type, word: n.Word, names: Names) -> Message:
    return RULE_ATTRIBUTE_UNKNOWN(kind=kinds_zh(type_.kinds, names), kind_en=", ".join(type_.kinds), field=word.text)


def _near_attribute(type_: Type, word: n.Word, names: Names) -> Message | None:
    common = set.intersection(*(set(names.schema.by_name[kind].attributes) for kind in type_.kinds))
    return advice(word.text, sorted(common))


def kinds_zh(kinds: tuple[str, ...], names: Names) -> str:
    """The Chinese words of kinds, a few of many."""
    words = [names.schema.by_name[kind].zh for kind in kinds]
    return "、".join(words[:4]) + ("……" if len(words) > 4 else "")


# ---- literals


def _literal(node: n.Literal, names: Names) -> Expr | None:
    match node.sort:
        case "number":
            value = Fraction(node.text.replace(",", "").replace("−", "-"))
            return Constant(int(value) if value.denominator == 1 else value, NUMBER)
        case "quantity":
            return _quantity(node, names)
        case "date":
            time = parse_date(node.text)
            if time is None:
                names.faults.add(WRONG_KIND, RULE_DATE(date=node.text), node)
                return None
            return Constant(time, TIME)
        case _:
            return Constant(node.text, TEXT)


def _quantity(node: n.Literal, names: Names) -> Expr | None:
    text = fold(node.text)
    length = next(i for i, sign in enumerate(text) if not (sign.isdigit() or sign in "-.,"))
    unit = parse_unit(text[length:])
    if unit is None:
        names.faults.add(UNKNOWN, RULE_UNIT_UNKNOWN(unit=text[length:]), node)
        return None
    quantity = build_quantity(text[:length], text[length:], None, False, False, None)
    return Constant(quantity, Type(Sort.QUANTITY, unit=unit))


# ---- arithmetic and functions


def _arithmetic(node: n.Arithmetic, names: Names) -> Expr | None:
    left = resolve_value(node.left, names)
    right = resolve_value(node.right, names)
    if left is None or right is None:
        return None
    type_ = _result(node.sign, left.type, right.type)
    if type_ is None:
        message = RULE_ARITHMETIC(
            left=type_words(left.type, names), sign=node.sign, right=type_words(right.type, names)
        )
        names.faults.add(WRONG_KIND, message, node)
        return None
    return Calculation(node.sign, left, right, type_)


def type_words(type_: Type, names: Names) -> Message:
    """A type in words; a literal by its unit, things by their kinds."""
    if type_.sort is Sort.ELEMENT:
        return Template(kinds_zh(type_.kinds, names), ", ".join(type_.kinds[:4]))()
    return Template(literal(type_.unit.symbol), literal(type_.unit.symbol))() if type_.unit else type_.sort.message


def _result(sign: str, left: Type, right: Type) -> Type | None:
    if sign in ("按", "折成"):
        fits = right.choices == SENSES if sign == "按" else right.sort in (Sort.UNIT, Sort.QUANTITY)
        return QUANTITY if fits and left.sort is Sort.QUANTITY and not left.many and not right.many else None
    if left.many or right.many or left.sort not in _NUMERIC or right.sort not in _NUMERIC:
        return None
    sorts = {left.sort, right.sort}
    if Sort.QUANTITY not in sorts:
        return NUMBER
    if sign in "×÷":
        return QUANTITY
    if Sort.NUMBER in sorts:
        return None
    if left.unit is not None and right.unit is not None:
        points = left.unit.kind is UnitKind.RATIO and right.unit.kind is UnitKind.POINTS
        if left.unit.dimension != right.unit.dimension and not points:
            return None
        return Type(Sort.QUANTITY, unit=left.unit)
    return QUANTITY


def _aggregate(node: n.Aggregate, names: Names) -> Expr | None:
    if node.value is None:
        assert node.binder is not None
        search = resolve_search(node.binder, names)
        return None if search is None else Tally("count", None, search, NUMBER)
    if node.binder is None:
        value = resolve_value(node.value, names)
        if value is None:
            return None
        if node.function == "rounded":
            return _rounded(node, value, names)
        return _tally(node, value, None, names, fits=value.type.many)
    with names.inner():
        search = _search(node.binder, names)
        value = resolve_value(node.value, names)
    if search is None or value is None:
        return None
    return _tally(node, value, search, names, fits=not value.type.many)


def _rounded(node: n.Aggregate, value: Expr, names: Names) -> Expr | None:
    if value.type.many or value.type.sort not in (Sort.NUMBER, Sort.QUANTITY):
        names.faults.add(WRONG_KIND, RULE_FUNCTION_TAKES(sort=value.type.sort.message), node.value or node)
        return None
    return Calculation("约", value, Constant(DIGITS, NUMBER), value.type)


def _tally(node: n.Aggregate, value: Expr, search: Search | None, names: Names, *, fits: bool) -> Expr | None:
    if node.function == "count":
        if search is None and fits:
            return Tally("count", value, None, NUMBER)
    elif fits and node.function != "rounded" and value.type.sort in _NUMERIC:
        type_ = NUMBER if value.type.sort is Sort.COUNT else value.type.one()
        return Tally(node.function, value, search, type_)
    names.faults.add(WRONG_KIND, RULE_FUNCTION_TAKES(sort=value.type.sort.message), node.value or node)
    return None


# ---- searches and steps


def resolve_search(binder: n.Binder, names: Names) -> Search | None:
    """A variable with its conditions; it is known only within."""
    with names.inner():
        return _search(binder, names)


def _search(binder: n.Binder, names: Names) -> Search | None:
    from checker.rules.resolve_conditions import bound_as, resolve_all

    type_ = resolve_kinds(binder.binding, names)
    slot = names.bind(binder.binding.variable, type_)
    defined = tuple(bound_as(binder.binding, names))
    condition = resolve_all(binder.conditions, names)
    return None if type_ is None else Search(slot, type_.kinds, AllOf((*defined, *condition.parts)))


def resolve_kinds(binding: n.Binding, names: Names) -> Type | None:
    """The type of a variable, bound by kinds or by one definition; an unknown kind is a fault."""
    if len(binding.kinds) == 1 and binding.kinds[0].text in names.definitions:
        definition = names.definitions[binding.kinds[0].text]
        return None if definition is None else definition.variables[0][1]
    kinds: list[str] = []
    for word in binding.kinds:
        kind = names.schema.kinds.get(word.text) or names.schema.kinds.get(word.text.lower())
        if kind is None:
            help_ = advice(word.text, [*names.schema.kinds, *names.definitions])
            names.faults.add(UNKNOWN, RULE_KIND_UNKNOWN(kind=word.text), word, help_)
        else:
            kinds.append(kind.name)
    return element(*dict.fromkeys(kinds)) if len(kinds) == len(binding.kinds) else None


def find_steps(word: n.Word, names: Names) -> tuple[Step, ...]:
    """The steps a word names; none, with a fault, for a word that names none."""
    steps = names.schema.steps.get(word.text) or names.schema.steps.get(word.text.lower())
    if steps is None:
        known = [*names.schema.steps, *names.definitions]
        names.faults.add(UNKNOWN, RULE_RELATION_UNKNOWN(relation=word.text), word, advice(word.text, known))
        return ()
    return steps


def steps_from(base: Type, word: n.Word, names: Names) -> tuple[Step, ...]:
    """Those of the steps a word names that can start from `base`; none, with a fault, if there are none."""
    steps = find_steps(word, names)
    fitting = tuple(step for step in steps if set(step.sources) & set(base.kinds))
    if steps and not fitting:
        sources = tuple(dict.fromkeys(kind for step in steps for kind in step.sources))
        message = RULE_RELATION_KINDS(
            relation=word.text,
            wanted=kinds_zh(sources, names),
            wanted_en=", ".join(sources),
            kind=kinds_zh(base.kinds, names),
            kind_en=", ".join(base.kinds),
        )
        names.faults.add(WRONG_KIND, message, word)
    return fitting


def _reached(node: n.Reached, names: Names) -> Expr | None:
    base = resolve_value(node.base, names)
    if base is None:
        return None
    if base.type.sort is not Sort.ELEMENT:
        names.faults.add(WRONG_KIND, RULE_STEP_OF(relation=node.step.text, sort=base.type.sort.message), node.step)
        return None
    steps = steps_from(base.type, node.step, names)
    if not steps:
        return None
    targets = tuple(kind for step in steps for kind in step.targets)
    kinds = tuple(dict.fromkeys((*base.type.kinds, *targets) if node.with_base else targets))
    hop = Hop(steps, not node.direct, node.with_base)
    if isinstance(base, Walk):
        return Walk(base.base, (*base.hops, hop), element(*kinds, many=True))
    return Walk(base, (hop,), element(*kinds, many=True))


def is_variable(node: n.Expression, names: Names) -> Variable | None:
    """The variable that a bare word stands for, if it does."""
    if isinstance(node, n.PathNode) and len(node.parts) == 1:
        meaning = names.known.get(node.parts[0].text)
        return meaning if isinstance(meaning, Variable) else None
    return None
