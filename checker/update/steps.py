"""What the parts of an update have in common: how an item is called, where it stands, how it is called otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.messages import Message
from checker.messages.revise import REVISE_NAMED
from checker.model import Element, Plan
from checker.model.plan_words import written_name
from checker.model.schema import element_spec, field_words
from checker.source import SourceText, name_key
from checker.syntax import Item
from checker.update.facts import Fact
from checker.update.values import Line, Put, Step
from checker.workspace.link import references_of

#: What gives the chapters of the new documents, and is used by what names one.
OUTLINE = "章节"


def called(element: Element) -> Message:
    """指标「地区生产总值」."""
    return REVISE_NAMED(kind=element_spec(element.kind).zh, kind_en=element.kind, name=element.name)


def line_of(element: Element, start: int | None = None) -> Line:
    """The line that an element or a place in its file stands on."""
    return line_in(element.plan, element.source, element.start if start is None else start)


def line_in(plan: Plan, source: SourceText, start: int) -> Line:
    """The line of a place in one of the files of a plan."""
    files = plan.files
    at = next(number for number, file in enumerate(files) if file is source)
    return Line(at, source.place(start).line, source.path if len(files) > 1 else "")


def renaming(element: Element, name: str, plan: Plan) -> Iterator[Step]:
    """The steps that call an element otherwise, where it is declared and where the plan refers to it."""
    written = written_name(name)
    yield Put(element.source, element.name_start, element.name_end, written)
    key = name_key(element.name)
    for other in plan.elements:
        for reference, _ in references_of(other):
            if reference.target is element and reference.path is not None:
                for part in reference.path.parts:
                    if name_key(part.text) == key:
                        yield Put(other.source, part.start, part.end, written)


def uses_of(facts: Sequence[Fact]) -> frozenset[str]:
    """The keys of the names that values refer to."""
    told = [fact for fact in facts if isinstance(fact.value, Item) and fact.value.path is not None]
    fields = [field_words(fact.element.kind).get(fact.field.word) for fact in told]
    in_chapters = {OUTLINE for spec in fields if spec is not None and spec.attr == "chapters"}
    return frozenset({fact.key for fact in told} | in_chapters)
