"""Where a thing, an attribute of it, or a tie stands in the plan text."""

from __future__ import annotations

from typing import Any

from checker.finding import Subject
from checker.graph import Edge, PlanGraph
from checker.model import Count, Element, Plan
from checker.rules.attributes import Attribute
from checker.rules.predicates import Record
from checker.rules.reach import Hops
from checker.source import Span
from checker.syntax import Field


def place_of(thing: Any, attribute: Attribute | None = None) -> Span:
    """The smallest text that shows the attribute: its value as written, else the name of the thing."""
    if isinstance(thing, Record):
        return _record_place(thing, attribute)
    if isinstance(thing, Edge):
        end = attribute.read(thing) if attribute is not None else None
        return end.name_span if isinstance(end, Element) else thing.span
    assert isinstance(thing, Element)
    if attribute is None or attribute.attr == "name":
        return thing.name_span
    if attribute.attr == "declaration":
        return Span(thing.source, thing.start, max(thing.name_end, thing.start))
    field = thing.written(attribute.attr)
    if field is not None:
        return _value_place(thing, field)
    value = attribute.read(thing)
    if isinstance(value, list):
        value = next((one for one in value if one is not None), None)
    if isinstance(value, Element):
        return value.name_span
    if isinstance(value, Count):
        return Span(thing.source, value.start, value.end)
    return thing.name_span


def _record_place(record: Record, attribute: Attribute | None) -> Span:
    value = attribute.read(record) if attribute is not None else None
    return value.name_span if isinstance(value, Element) else record.span


def _value_place(thing: Element, field: Field) -> Span:
    if not field.values:
        return Span(thing.source, field.start, field.word_end)
    return Span(thing.source, field.values[0].start, field.values[-1].end)


def tie_place(graph: PlanGraph, thing: Any, hops: Hops, other: Any) -> Span | None:
    """Where the tie from `thing` to `other` is written, or None if there is none."""
    if not isinstance(thing, Element) or not isinstance(other, Element):
        return None
    for step in hops[0].steps:
        edges = graph.out(step.relation, thing) if step.forward else graph.into(step.relation, thing)
        for edge in edges:
            if (edge.target if step.forward else edge.source) is other:
                return edge.span
    return None


def plan_of(thing: Any) -> Plan:
    """The plan that a thing belongs to."""
    plan: Plan = thing.holder.plan if isinstance(thing, Edge) else thing.plan
    return plan


def subject_of(thing: Any) -> Subject:
    """What a finding about the thing is about."""
    element = element_of(thing)
    return Subject(element.kind, element.name, element.plan.name)


def element_of(thing: Any) -> Element:
    """The element that a thing is, or is said of: the holder of a tie, the subject of a record."""
    if isinstance(thing, Edge):
        return thing.holder
    element: Element = thing.subject if isinstance(thing, Record) else thing
    return element


def order_of(thing: Any) -> tuple[str, int, int]:
    """A key that puts things in the order in which they stand in the texts."""
    span = place_of(thing)
    return span.source.path, span.start, span.end
