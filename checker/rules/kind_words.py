"""Bare words of closed lists: which attribute of a kind 甲 为 工程 speaks of."""

from __future__ import annotations

from checker.messages.choices import FLAGS
from checker.rules.schema import Attribute
from checker.rules.scope import Names
from checker.rules.types import Sort, Type, choice_of


def word_attribute(type_: Type, word: str, names: Names) -> tuple[Attribute, str] | None:
    """The attribute with a closed list that has `word`: 类型, else the only one there is; 是 and 否 stand for none."""
    found: dict[str, tuple[Attribute, str]] = {}
    for kind in type_.kinds:
        for attribute in names.schema.by_name[kind].attributes.values():
            if attribute.type.sort is Sort.CHOICE and attribute.type.choices != FLAGS:
                choice = choice_of(attribute.type, word)
                if choice is not None:
                    found[attribute.attr] = (attribute, choice)
    if len(type_.kinds) > 1:
        shared = {attr for attr in found if names.schema.attribute(type_.kinds, found[attr][0].word) is not None}
        found = {attr: pair for attr, pair in found.items() if attr in shared}
        found = {attr: (_shared(type_, pair[0], names), pair[1]) for attr, pair in found.items()}
    if "type" in found:
        return found["type"]
    return next(iter(found.values())) if len(found) == 1 else None


def _shared(type_: Type, attribute: Attribute, names: Names) -> Attribute:
    return names.schema.attribute(type_.kinds, attribute.word) or attribute


def choice_words(kind: str, names: Names) -> list[str]:
    """The Chinese words of the closed lists of a kind, 是 and 否 apart."""
    attributes = names.schema.by_name[kind].attributes.values()
    return [zh for one in attributes if one.type.choices != FLAGS for choice in one.type.choices for zh in choice.zh]
