"""What a plan is made of: kinds of elements, their fields, what each field's value means.

Gathered of what the classes of elements declare; the builder, the linker, the graph, the rule language and the
reference pages read it here.
"""

from __future__ import annotations

from functools import cache

from checker.model import elements as e
from checker.model.element import Element
from checker.model.figure import Figure
from checker.model.plan import Plan
from checker.model.spec import ElementSpec, FieldSpec

#: All classes of elements, in the order of the reference.
CLASSES: tuple[type[Element], ...] = (
    Plan,
    e.Part,
    e.Chapter,
    e.Section,
    e.Category,
    e.Indicator,
    Figure,
    e.Goal,
    e.Measure,
    e.Slogan,
    e.Term,
    e.Basis,
    e.Demand,
    e.Coordination,
    e.Relation,
    e.Resource,
    e.Procedure,
    e.Comment,
    e.Waiver,
    e.NotCarried,
    e.Owner,
)

ELEMENTS = tuple(
    ElementSpec(cls.kind, cls.zh, cls.fields if cls.declared else (), cls.derived, cls.declared) for cls in CLASSES
)


@cache
def element_spec(kind: str) -> ElementSpec:
    """The spec of a kind; KeyError for a word that is none."""
    return {spec.kind: spec for spec in ELEMENTS}[kind]


@cache
def field_words(kind: str) -> dict[str, FieldSpec]:
    """Each word, Chinese or English, that names a field of `kind`."""
    return {word: spec for spec in element_spec(kind).fields for word in (*spec.zh, spec.attr)}


@cache
def kind_words() -> dict[str, str]:
    """Chinese and English words of element kinds → the English kind."""
    return {word: spec.kind for spec in ELEMENTS for word in (spec.zh, spec.kind)}
