"""The static check of conditions: what is compared has to be comparable, what is tied tieable."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from checker.messages import Message
from checker.messages.rules import (
    RULE_AMBIGUOUS_MANY,
    RULE_ATTRIBUTE_UNKNOWN,
    RULE_CANNOT_MEET,
    RULE_CANNOT_TEST_TEXT,
    RULE_CANNOT_TEST_UNIT,
    RULE_DEFINITION_COUNT,
    RULE_DEFINITION_ONE,
    RULE_DEFINITION_OTHER,
    RULE_KIND_WORD_UNKNOWN,
    RULE_PRESENCE_OF,
    RULE_RELATION_KINDS,
)
from checker.rules import nodes as n
from checker.rules.kind_words import choice_words, word_attribute
from checker.rules.reach import Hop
from checker.rules.resolve_compared import SAME_OR_NOT, as_unit, compare, tied
from checker.rules.resolve_values import (
    find_steps,
    is_variable,
    kinds_zh,
    resolve_search,
    resolve_value,
    steps_from,
    type_words,
)
from checker.rules.scope import UNKNOWN, WRONG_KIND, Names, Placed, advice
from checker.rules.typed import (
    AllOf,
    AnyOf,
    Commensurable,
    Constant,
    Exists,
    Expr,
    Get,
    Has,
    HasTie,
    IsKind,
    IsWord,
    Link,
    Meets,
    Not,
    Search,
    Test,
    TextIs,
    Variable,
    Walk,
)
from checker.rules.types import Sort, Type

_OPPOSITE = {"≠": "="}


def resolve_all(conditions: Iterable[n.Condition], names: Names) -> AllOf:
    """All of them checked; those with faults are left out."""
    return AllOf(tuple(flat(test for test in (resolve_condition(c, names) for c in conditions) if test is not None)))


def flat(tests: Iterable[Test]) -> Iterable[Test]:
    """Conditions joined by 且 as if they had been joined by ，."""
    for test in tests:
        if isinstance(test, AllOf):
            yield from flat(test.parts)
        else:
            yield test


def resolve_condition(node: n.Condition, names: Names) -> Test | None:
    """The checked condition; None where a fault was noted."""
    if isinstance(node, n.Either | n.Both):
        left, right = resolve_condition(node.left, names), resolve_condition(node.right, names)
        if left is None or right is None:
            return None
        return AnyOf((left, right)) if isinstance(node, n.Either) else AllOf((left, right))
    if isinstance(node, n.Negated):
        inner = resolve_condition(node.inner, names)
        return Not(inner) if inner is not None else None
    if isinstance(node, n.Exists):
        search = resolve_search(node.binder, names)
        if search is None:
            return None
        return Not(Exists(search)) if node.negative else Exists(search)
    test = _leaf(node, names)
    return None if test is None else _searched(test, names)


_Leaf = n.Comparison | n.KindTest | n.Presence | n.Membership | n.TextTest | n.UnitTest | n.Meeting | n.Tie


def _leaf(node: _Leaf, names: Names) -> Test | None:
    match node:
        case n.Comparison():
            return _comparison(node, names)
        case n.KindTest():
            return _kind_test(node, names)
        case n.Presence():
            return _presence(node, names)
        case n.Membership():
            return _membership(node, names)
        case n.TextTest():
            return _text_test(node, names)
        case n.UnitTest():
            return _unit_test(node, names)
        case n.Meeting():
            return _meeting(node, names)
        case n.Tie():
            return _tie(node, names)


def _searched(test: Test, names: Names) -> Test:
    """What is asked of all that a walk leads to is asked as a search, which is answered for all rows together."""
    if isinstance(test, Not):
        return Not(_searched(test.part, names))
    if isinstance(test, AnyOf | AllOf):
        return replace(test, parts=tuple(_searched(part, names) for part in test.parts))
    if isinstance(test, Exists | Link):
        return test
    walk = test.left.base if isinstance(test.left, Get) else test.left
    if not isinstance(walk, Walk):
        return test
    thing = Variable(names.new_slot(), "", walk.type.one())
    left: Expr = thing
    if isinstance(test.left, Get):
        left = Get(thing, test.left.attribute, test.left.attribute.type)
    link = Link(walk.base, walk.hops, thing)
    return Exists(Search(thing.slot, walk.type.kinds, AllOf((link, replace(test, left=left)))))


def _any(tests: list[Test]) -> Test:
    return tests[0] if len(tests) == 1 else AnyOf(tuple(tests))


def _each_value(
    values: n.Values, left: Expr, names: Names, test: Callable[[Expr, n.Expression], Test | None]
) -> Test | None:
    """`test` for any of the values; a parameter that holds several counts as several."""
    tests: list[Test] = []
    for member in values.members:
        right = resolve_value(member, names, left.type)
        if right is None:
            return None
        parts: list[Expr] = [right]
        if isinstance(right, Constant) and right.type.many:
            parts = [Constant(value, right.type.one()) for value in right.value]
        for part in parts:
            tested = test(part, member)
            if tested is None:
                return None
            tests.append(tested)
    return _any(tests)


def _refuse_many(left: Expr, negative: bool, place: Placed, names: Names) -> bool:
    """“None of them” and “not all of them” are told apart by 非（…）, so a negative word on several is a fault."""
    if negative and left.type.many:
        names.faults.add(WRONG_KIND, RULE_AMBIGUOUS_MANY(), place)
        return True
    return False


# ---- comparisons


def _comparison(node: n.Comparison, names: Names) -> Test | None:
    left = resolve_value(node.left, names)
    if left is None or _refuse_many(left, node.sign == "≠", node, names):
        return None
    sign = _OPPOSITE.get(node.sign, node.sign)

    found = _each_value(node.values, left, names, lambda right, _: compare(left, sign, right, names, node))
    return Not(found) if found is not None and node.sign == "≠" else found


def _meeting(node: n.Meeting, names: Names) -> Test | None:
    left, right = resolve_value(node.left, names), resolve_value(node.right, names)
    if left is None or right is None:
        return None
    for expr, place in ((left, node.left), (right, node.right)):
        if expr.type.many or expr.type.sort not in SAME_OR_NOT | {Sort.QUANTITY}:
            names.faults.add(WRONG_KIND, RULE_CANNOT_MEET(sort=expr.type.sort.message), place)
            return None
    return None if compare(left, "=", right, names, node) is None else Meets(left, right)


def _membership(node: n.Membership, names: Names) -> Test | None:
    left = resolve_value(node.left, names)
    if left is None:
        return None

    return _each_value(node.values, left, names, lambda right, _: compare(left, "=", right, names, node))


def _unit_test(node: n.UnitTest, names: Names) -> Test | None:
    left, right = resolve_value(node.left, names), resolve_value(node.right, names)
    if left is None or right is None or _refuse_many(left, node.negative, node, names):
        return None
    left, right = as_unit(left, right, names, node), as_unit(right, left, names, node)
    for expr, place in ((left, node.left), (right, node.right)):
        if expr.type.sort not in (Sort.UNIT, Sort.QUANTITY):
            names.faults.add(WRONG_KIND, RULE_CANNOT_TEST_UNIT(sort=expr.type.sort.message), place)
            return None
    test = Commensurable(left, right)
    return Not(test) if node.negative else test


def _text_test(node: n.TextTest, names: Names) -> Test | None:
    left = resolve_value(node.left, names)
    if left is None or _refuse_many(left, node.test == "lacks", node, names):
        return None
    if left.type.sort is not Sort.TEXT:
        names.faults.add(WRONG_KIND, RULE_CANNOT_TEST_TEXT(sort=left.type.sort.message), node.left)
        return None

    def test(right: Expr, member: n.Expression) -> Test | None:
        if right.type.sort is not Sort.TEXT:
            names.faults.add(WRONG_KIND, RULE_CANNOT_TEST_TEXT(sort=right.type.sort.message), member)
            return None
        return TextIs(left, "contains" if node.test == "lacks" else node.test, right)

    found = _each_value(node.values, left, names, test)
    return Not(found) if found is not None and node.test == "lacks" else found


# ---- what a thing is and has


def _kind_test(node: n.KindTest, names: Names) -> Test | None:
    left = resolve_value(node.left, names)
    if left is None or _refuse_many(left, node.negative, node, names):
        return None
    if left.type.sort is Sort.CHOICE:
        found = _each_value(node.values, left, names, lambda right, member: _is_word(left, right, names, member))
    elif left.type.sort is Sort.ELEMENT:
        tests = [_is(left, node.left, member, names) for member in node.values.members]
        found = None if None in tests else _any([test for test in tests if test is not None])
    else:
        found = _each_value(node.values, left, names, lambda right, _: compare(left, "=", right, names, node))
    return Not(found) if found is not None and node.negative else found


def _is_word(left: Expr, right: Expr, names: Names, place: Placed) -> Test | None:
    if isinstance(right, Constant) and right.type.choices == left.type.choices:
        return IsWord(left, frozenset((right.value,)))
    return compare(left, "=", right, names, place)


def _is(left: Expr, place: Placed, member: n.Expression, names: Names) -> Test | None:
    """甲 为 乙, 甲 为 指标, 甲 为 工程."""
    if is_variable(member, names) or not (isinstance(member, n.PathNode) and len(member.parts) == 1):
        right = resolve_value(member, names)
        return None if right is None else compare(left, "=", right, names, member)
    word = member.parts[0]
    if word.text in names.definitions:
        return _defined(word, (left,), (place,), names)
    found = word_attribute(left.type, word.text, names)
    if found is not None:
        attribute, choice = found
        value = Get(left, attribute, replace(attribute.type, many=left.type.many))
        return IsWord(value, frozenset((choice,)))
    kind = names.schema.kinds.get(word.text) or names.schema.kinds.get(word.text.lower())
    if kind is not None and kind.name in left.type.kinds:
        return IsKind(left, frozenset((kind.name,)))
    listed = [zh for kind in left.type.kinds for zh in choice_words(kind, names)]
    message = RULE_KIND_WORD_UNKNOWN(kind=kinds_zh(left.type.kinds, names), kind_en=left.type.kinds[0], word=word.text)
    names.faults.add(UNKNOWN, message, word, advice(word.text, listed))
    return None


def _presence(node: n.Presence, names: Names) -> Test | None:
    left = resolve_value(node.left, names)
    if left is None or _refuse_many(left, node.negative, node, names):
        return None
    if left.type.sort is not Sort.ELEMENT:
        message = RULE_PRESENCE_OF(field=node.word.text, sort=left.type.sort.message)
        names.faults.add(WRONG_KIND, message, node.word)
        return None
    attribute = names.schema.attribute(left.type.kinds, node.word.text)
    test: Test
    if attribute is not None:
        test = Has(left, attribute)
    elif node.word.text in names.schema.steps:
        steps = steps_from(left.type, node.word, names)
        if not steps:
            return None
        test = HasTie(left, (Hop(steps),))
    else:
        kinds = left.type.kinds
        message = RULE_ATTRIBUTE_UNKNOWN(kind=kinds_zh(kinds, names), kind_en=", ".join(kinds), field=node.word.text)
        common = set.intersection(*(set(names.schema.by_name[kind].attributes) for kind in kinds))
        names.faults.add(UNKNOWN, message, node.word, advice(node.word.text, sorted(common)))
        return None
    return Not(test) if node.negative else test


def _tie(node: n.Tie, names: Names) -> Test | None:
    left, right = resolve_value(node.left, names), resolve_value(node.right, names)
    if node.relation.text in names.definitions:
        if left is None or right is None:
            return None
        return _defined(node.relation, (left, right), (node.left, node.right), names)
    steps = find_steps(node.relation, names)
    if left is None or right is None or not steps:
        return None
    for expr, place in ((left, node.left), (right, node.right)):
        if expr.type.sort is not Sort.ELEMENT:
            message = RULE_PRESENCE_OF(field=node.relation.text, sort=expr.type.sort.message)
            names.faults.add(WRONG_KIND, message, place)
            return None
    fitting = steps_from(left.type, node.relation, names)
    if not fitting:
        return None
    arriving = tuple(step for step in fitting if set(step.targets) & set(right.type.kinds))
    if not arriving:
        targets = tuple(dict.fromkeys(kind for step in fitting for kind in step.targets))
        message = RULE_RELATION_KINDS(
            relation=node.relation.text,
            wanted=kinds_zh(targets, names),
            wanted_en=", ".join(targets),
            kind=kinds_zh(right.type.kinds, names),
            kind_en=", ".join(right.type.kinds),
        )
        names.faults.add(WRONG_KIND, message, node.right)
        return None
    return tied(left, (Hop(arriving),), right)


# ---- definitions


def _defined(word: n.Word, meanings: tuple[Expr, ...], places: tuple[Placed, ...], names: Names) -> Test | None:
    """What a definition says of these things; None where a fault was noted, here or where it stands."""
    definition = names.definitions[word.text]
    if definition is None:
        return None
    if len(definition.variables) != len(meanings):
        names.faults.add(WRONG_KIND, RULE_DEFINITION_COUNT(name=word.text, count=len(definition.variables)), word)
        return None
    for (_, wanted), meaning, place in zip(definition.variables, meanings, places, strict=True):
        fault = _unlike_defined(word.text, wanted, meaning, names)
        if fault is not None:
            names.faults.add(WRONG_KIND, fault, place)
            return None
    with names.as_defined(definition, meanings):
        return resolve_all(definition.conditions, names)


def _unlike_defined(word: str, wanted: Type, meaning: Expr, names: Names) -> Message | None:
    found = meaning.type
    if found.sort is not wanted.sort or not set(found.kinds) <= set(wanted.kinds):
        return RULE_DEFINITION_OTHER(name=word, wanted=type_words(wanted, names), found=type_words(found, names))
    listed = isinstance(meaning, Constant) and found.sort is Sort.TEXT
    return RULE_DEFINITION_ONE(name=word) if found.many and not listed else None


def bound_as(binding: n.Binding, names: Names) -> Iterable[Test]:
    """What has to hold of a variable that was just bound by the name of a definition (凡 年度目标 甲)."""
    variable = names.known.get(binding.variable.text)
    if variable is not None and binding.kinds[0].text in names.definitions:
        test = _defined(binding.kinds[0], (variable,), (binding,), names)
        return () if test is None else flat((test,))
    return ()
