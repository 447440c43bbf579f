"""Named definitions: what 定义 says of one thing or of two, checked where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.messages.rules import RULE_DEFINITION_TAKEN
from checker.rules import parts as p
from checker.rules.kind_words import word_attribute
from checker.rules.resolve_conditions import resolve_condition
from checker.rules.resolve_values import resolve_kinds
from checker.rules.schema import Schema
from checker.rules.scope import DUPLICATE, Definition, Definitions, Faults, Names
from checker.rules.typed import Constant
from checker.rules.types import TEXT, Sort, Type

#: A variable that stands for words and not for a thing.
_WORDS = ("文字", "text")


def resolve_definitions(
    parts: Iterable[p.DefinitionPart],
    schema: Schema,
    faults: Faults,
    parameters: Mapping[str, Constant],
    known: Definitions,
) -> Definitions:
    """The `known` definitions and these, each checked with those before it."""
    found = dict(known)
    for part in parts:
        names = Names(schema, faults, parameters, definitions=found)
        found = {**found, part.word.text: _resolve(part, names)}
    return found


def _resolve(part: p.DefinitionPart, names: Names) -> Definition | None:
    faults = len(names.faults.found)
    types = [TEXT if one.kinds[0].text in _WORDS else resolve_kinds(one, names) for one in part.bindings]
    if _is_taken(part, types, names):
        names.faults.add(DUPLICATE, RULE_DEFINITION_TAKEN(name=part.word.text), part.word)
    variables: list[tuple[str, Type]] = []
    for binding, type_ in zip(part.bindings, types, strict=True):
        names.bind(binding.variable, type_)
        if type_ is not None:
            variables.append((binding.variable.text, type_))
    for condition in part.conditions:
        resolve_condition(condition, names)
    if len(names.faults.found) > faults:
        return None
    return Definition(part.word.text, tuple(variables), part.conditions, dict(names.definitions))


def _is_taken(part: p.DefinitionPart, types: Iterable[Type | None], names: Names) -> bool:
    word = part.word.text
    if word in names.definitions or word in names.schema.kinds or word in names.schema.steps:
        return True
    return any(
        type_ is not None and type_.sort is Sort.ELEMENT and word_attribute(type_, word, names) is not None
        for type_ in types
    )
