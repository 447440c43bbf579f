"""How the value of each field of a plan file is read, by the type that its declaration gives it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, partial

from checker.messages.choices import choice_words
from checker.messages.model import MODEL_BAD_CHOICE
from checker.model.element import Count, Phrase, Reference
from checker.model.own_fields import OwnFields
from checker.model.schema import field_words
from checker.model.spec import FieldSpec, FieldType
from checker.model.values import (
    Problems,
    one_only,
    read_choice,
    read_counts,
    read_documents,
    read_items,
    read_one,
    read_phrases,
    read_shares,
    read_time,
)
from checker.source import near_words
from checker.syntax import Field, SyntaxProblem

Reader = Callable[[Field, FieldSpec, Problems], object]


def _first_reference(part: Field, spec: FieldSpec, problems: Problems) -> Reference | None:
    one_only(part, spec, problems)
    references = read_items(part, spec, problems)
    return references[0] if references else None


def _first_count(part: Field, spec: FieldSpec, problems: Problems, inherited: str = "") -> Count:
    one_only(part, spec, problems)
    return read_counts(part, spec, problems, inherited)[0]


_READERS: dict[FieldType, Reader] = {
    FieldType.NAME: read_one,
    FieldType.TEXT: read_one,
    FieldType.NAMES: read_phrases,
    FieldType.TEXTS: read_phrases,
    FieldType.REFERENCE: _first_reference,
    FieldType.REFERENCES: read_items,
    FieldType.MIXED: read_items,
    FieldType.DOCUMENTS: read_documents,
    FieldType.TIME: read_time,
    FieldType.COUNT: _first_count,
    FieldType.COUNTS: read_counts,
    FieldType.SHARES: read_shares,
}


@cache
def field_readers(kind: str) -> dict[str, tuple[FieldSpec, Reader | None]]:
    """The words of the fields of `kind`, each with its spec and what reads it into the attribute of its name."""
    return {word: (spec, _reader(spec)) for word, spec in field_words(kind).items()}


@lru_cache(maxsize=64)
def own_readers(own: OwnFields, kind: str) -> dict[str, tuple[FieldSpec, Reader | None]]:
    """The same for the fields that an office added."""
    return {spec.word: (spec, _reader(spec)) for spec in own.of(kind)}


def _read_tags(part: Field, spec: FieldSpec, problems: Problems) -> list[Phrase]:
    """Plain names, each of them one of the field's closed list."""
    allowed = [choice.zh[0] for choice in spec.choices]
    phrases = read_phrases(part, spec, problems)
    for phrase in phrases:
        if phrase.text not in allowed:
            message = MODEL_BAD_CHOICE(field=spec.word, written=phrase.text, allowed="、".join(allowed))
            problems.append(SyntaxProblem(message, phrase.start, phrase.end, near_words(phrase.text, allowed)))
    return phrases


#: What is told in the unit of its element where it has none of its own.
IN_OWN_UNIT: dict[str, Callable[[Field, FieldSpec, Problems, str], object]] = {
    "breakdown": read_shares,
    "total": _first_count,
}


def _reader(spec: FieldSpec) -> Reader | None:
    if spec.attr in IN_OWN_UNIT:
        return None
    if spec.type is FieldType.NAMES and spec.choices:
        return _read_tags
    if spec.type in (FieldType.CHOICE, FieldType.FLAG):
        return partial(read_choice, choice_words(spec.choices))
    return _READERS.get(spec.type)
