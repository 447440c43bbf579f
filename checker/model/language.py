"""The plan language with the fields that the elements declare."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from checker.model.own_fields import NO_OWN_FIELDS, OwnFields
from checker.model.schema import ELEMENTS
from checker.model.spec import FieldSpec, FieldType
from checker.source import SourceText
from checker.syntax import Lexeme, PlanFile, PlanLanguage, Shape

#: How the value of a field is written, by what it means; all others are items of a list.
_SHAPES = {
    FieldType.FIGURES: Shape.FIGURES,
    FieldType.COUNT: Shape.FIGURES,
    FieldType.COUNTS: Shape.FIGURES,
    FieldType.TIME: Shape.DATES,
    FieldType.UNIT: Shape.UNIT,
    FieldType.SHARES: Shape.SHARES,
}


@lru_cache(maxsize=8)
def plan_language(own: OwnFields = NO_OWN_FIELDS) -> PlanLanguage:
    """The grammar of plan files with the words of all fields, those that an office added included."""
    shipped = (field for spec in ELEMENTS for field in spec.fields)
    return PlanLanguage(field_shapes((*shipped, *(field for fields in own.by_kind.values() for field in fields))))


def field_shapes(fields: Iterable[FieldSpec]) -> dict[str, Shape]:
    """The words of these fields with the shape of their value, which is one for each word whatever element has it."""
    shapes: dict[str, Shape] = {}
    for field in fields:
        shape = _SHAPES.get(field.type, Shape.ITEMS)
        for word in (*field.zh, field.attr):
            assert shapes.setdefault(word, shape) is shape, word
    return shapes


def parse_plan(source: SourceText, trace: list[Lexeme] | None = None, own: OwnFields = NO_OWN_FIELDS) -> PlanFile:
    """Read a plan file whole; what cannot be read is a problem in the result, never an exception.

    The words of the text are added to `trace` where one is given.
    """
    return plan_language(own).parse(source, trace)
