"""Where a thing, an attribute of it, or a tie stands in the plan text."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from checker.checks.object_kinds import Read
from checker.checks.predicates import Record
from checker.graph import Edge, PlanGraph
from checker.model import Count, Element, Figure
from checker.rules.schema import Step
from checker.source import Span
from checker.syntax import Field


def place_of(thing: Any, attr: str = "name", read: Read = attrgetter("name")) -> Span:
    """The smallest text that shows an attribute, read by `read`: its value as written, else the name of the thing."""
    if isinstance(thing, Record):
        value = read(thing) if attr != "name" else None
        return value.name_span if isinstance(value, Element) else thing.span
    if isinstance(thing, Edge):
        end = read(thing) if attr != "name" else None
        return end.name_span if isinstance(end, Element) else thing.span
    assert isinstance(thing, Element)
    return thing.name_span if attr == "name" else _element_place(thing, attr, read)


def _element_place(thing: Element, attr: str, read: Read) -> Span:
    if attr == "declaration":
        return Span(thing.source, thing.start, max(thing.name_end, thing.start))
    field = thing.written(attr)
    if field is not None:
        return _value_place(thing, field)
    value = read(thing)
    if isinstance(value, list):
        value = next((one for one in value if one is not None), None)
    if isinstance(value, Element):
        return value.name_span
    if isinstance(value, Count):
        return Span(thing.source, value.start, value.end)
    return thing.name_span


def _value_place(thing: Element, field: Field) -> Span:
    if not field.values:
        return Span(thing.source, field.start, field.word_end)
    return Span(thing.source, field.values[0].start, field.values[-1].end)


def tie_place(graph: PlanGraph, thing: Any, step: Step, other: Any) -> Span | None:
    """Where the tie from `thing` to `other` is written, or None if there is none."""
    if not isinstance(thing, Element) or not isinstance(other, Element):
        return None
    edges = graph.out(step.relation, thing) if step.forward else graph.into(step.relation, thing)
    return next((edge.span for edge in edges if (edge.target if step.forward else edge.source) is other), None)


def element_of(thing: Any) -> Element:
    """The element that a thing is, or is said of: the holder of a tie, the subject of a record."""
    if isinstance(thing, Edge):
        return thing.holder
    element: Element = thing.subject if isinstance(thing, Record) else thing
    return element


def shown_thing(thing: Any) -> object:
    """The thing as the argument of a sentence."""
    match thing:
        case Figure():
            return thing.quantity.describe() if thing.quantity is not None else thing.in_words or thing.name
        case Element():
            return thing.name or thing.plan.name
        case Edge():
            return f"{thing.source.name}→{thing.target.name}"
        case _:
            return thing.subject.name
