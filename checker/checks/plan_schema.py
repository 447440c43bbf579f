"""The words that rules about plans may use: kinds with their attributes, and the steps along relations.

Made of `model/schema.py`, of the relations (each tie can be looked at as an element of its own, 承接关系), of the
tables of the texts and of the predicates. Nothing here knows how rules are written or run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from checker import resources
from checker.checks.extra_columns import EXTRAS, OF_SOURCES
from checker.checks.object_kinds import ObjectKind, Read, Source, always, is_given, itself, plain
from checker.checks.predicates import Predicate
from checker.checks.text_kinds import TEXT_KINDS
from checker.graph import Edge
from checker.meaning.ties import mode_of
from checker.messages.choices import FLAGS
from checker.model import NO_OWN_FIELDS, Count, Document, Element, OwnFields, Phrase, Plan, Reference, ShareValue
from checker.model.relations import RELATIONS
from checker.model.schema import ELEMENTS
from checker.model.spec import DerivedSpec, ElementSpec, FieldSpec, FieldType, RelationSpec
from checker.model.words import ALIGNMENT_MODES
from checker.quantity import Quantity
from checker.rules.schema import Attribute, Schema, Step
from checker.rules.types import TEXT, Sort, Type, element
from checker.source import SourceText

if TYPE_CHECKING:
    from checker.rules.scope import Definitions

#: 成稿 in 适用: the day to judge by where the plan does not say.
DRAFTED = Attribute("drafted", "成稿或基准日", Type(Sort.TIME))


def plan_schema(predicates: Iterable[Predicate], own: OwnFields = NO_OWN_FIELDS) -> Schema:
    """All words, those of these predicates and of the fields that an office added included."""
    kinds = (*_plan_kinds(own), *TEXT_KINDS, *map(_predicate_kind, predicates))
    return Schema(kinds, _steps(), "plan", DRAFTED, _common_definitions)


def _common_definitions(schema: Schema) -> Definitions:
    """What `common.rule` defines."""
    from checker.rules.definitions import resolve_definitions  # where rules are checked, not where they run
    from checker.rules.read import parse_rules
    from checker.rules.scope import Faults

    file = parse_rules(SourceText("common.rule", resources.read_common_definitions()))
    faults = Faults()
    definitions = resolve_definitions(file.definitions, schema, faults, {}, {})
    assert not [*file.problems, *faults.found]
    return definitions


@lru_cache(maxsize=8)
def _plan_kinds(own: OwnFields) -> tuple[ObjectKind, ...]:
    return (*(_element_kind(spec, own.of(spec.kind)) for spec in ELEMENTS), *map(_tie_kind, RELATIONS))


# ---- attributes of elements


def _each(held: Read, take: Callable[[Any], Any]) -> Read:
    def read(thing: Any) -> Any:
        return [take(value) for value in held(thing)]

    return read


def _target(reference: Reference | None) -> Element | None:
    return reference.target if reference is not None else None


def _amount(count: Count | None) -> Quantity | None:
    return None if count is None else count.quantity


def _count(count: Count | None) -> Count | None:
    return None if count is None or count.missing else count


def _phrase(phrase: Phrase) -> str:
    return phrase.text


def _document(document: Document) -> str:
    return document.name


def _share(share: ShareValue) -> Element | None:
    return share.reference.target


def _share_name(share: ShareValue) -> str:
    path = share.reference.path
    return path.text if path is not None else share.reference.text


def _field_source(spec: FieldSpec) -> Source:
    read = _field_read(spec)
    given = is_given(spec.attr)
    if spec.own or spec.type in (FieldType.COUNT, FieldType.FIGURES):
        given = lambda thing: read(thing) not in (None, [])  # noqa: E731
    return Source((*spec.zh, spec.attr), Attribute(spec.attr, spec.word, _field_type(spec)), read, given)


_FIELD_SORTS = {
    FieldType.CHOICE: Sort.CHOICE,
    FieldType.FLAG: Sort.CHOICE,
    FieldType.TIME: Sort.TIME,
    FieldType.UNIT: Sort.UNIT,
    FieldType.COUNT: Sort.COUNT,
    FieldType.COUNTS: Sort.COUNT,
    FieldType.REFERENCE: Sort.ELEMENT,
    FieldType.REFERENCES: Sort.ELEMENT,
    FieldType.MIXED: Sort.ELEMENT,
    FieldType.FIGURES: Sort.ELEMENT,
}
_SINGLE = frozenset(
    [
        *(FieldType.NAME, FieldType.TEXT, FieldType.CHOICE, FieldType.FLAG, FieldType.REFERENCE),
        *(FieldType.TIME, FieldType.COUNT, FieldType.UNIT),
    ]
)


def _field_type(spec: FieldSpec) -> Type:
    """What a field's value is for rules."""
    sort = _FIELD_SORTS.get(spec.type, Sort.TEXT)
    kinds = ("figure",) if spec.type is FieldType.FIGURES else spec.targets
    if spec.type is FieldType.COUNT and spec.own:
        sort = Sort.QUANTITY  # what an office counts has a unit
    if spec.type is FieldType.SHARES and kinds:
        sort = Sort.ELEMENT
    return Type(sort, spec.type not in _SINGLE, kinds if sort is Sort.ELEMENT else (), spec.choices)


def _field_read(spec: FieldSpec) -> Read:
    """How to read a field's value."""
    attr = spec.attr
    held: Read = (lambda thing: thing.value(spec)) if spec.own else attrgetter(attr)
    match spec.type:
        case FieldType.NAMES | FieldType.TEXTS:
            return _each(held, _phrase)
        case FieldType.REFERENCE:
            return lambda thing: _target(held(thing))
        case FieldType.REFERENCES | FieldType.MIXED:
            return lambda thing: [r.target for r in held(thing) if r.path is not None]
        case FieldType.DOCUMENTS:
            return _each(held, _document)
        case FieldType.COUNT:
            counted = _amount if spec.own else _count
            return lambda thing: counted(held(thing))
        case FieldType.COUNTS:
            return _each(held, _count)
        case FieldType.SHARES:
            return _each(held, _share if spec.targets else _share_name)
        case FieldType.FIGURES:
            return lambda thing: [figure for figure in thing.figures if figure.basis == attr]
        case _:
            return held


_DERIVED_SORTS = {
    "element": Sort.ELEMENT,
    "elements": Sort.ELEMENT,
    "number": Sort.NUMBER,
    "quantity": Sort.QUANTITY,
    "text": Sort.TEXT,
    "choice": Sort.CHOICE,
    "flag": Sort.CHOICE,
    "time": Sort.TIME,
    "unit": Sort.UNIT,
}


def _derived_source(spec: DerivedSpec) -> Source:
    many = spec.type == "elements"
    kinds = (spec.target,) if spec.target else ()
    choices = FLAGS if spec.type == "flag" else spec.choices
    type_ = Type(_DERIVED_SORTS[spec.type], many, kinds, choices)
    attribute = Attribute(spec.attr, spec.zh[0], type_)
    return Source((*spec.zh, spec.attr), attribute, attrgetter(spec.attr), is_given(spec.attr))


_COMMON = (
    plain("name", "名称", TEXT),
    plain("plan", "规划", element("plan"), given=always),
    plain("declaration", "声明", Type(Sort.PLACE), itself, always),
)


def _element_kind(spec: ElementSpec, own: Sequence[FieldSpec]) -> ObjectKind:
    def list_sources() -> Iterable[Source]:
        shipped = list(list_shipped())
        known = {word for source in shipped for word in source.words}
        return (*shipped, *(_field_source(field) for field in own if field.word not in known))

    def list_shipped() -> Iterable[Source]:
        yield from _COMMON
        yield from EXTRAS.get(spec.kind, ())
        if any(one.attr == "sources" for one in spec.fields):
            yield from OF_SOURCES
        yield from map(_derived_source, spec.derived)
        yield from map(_field_source, spec.fields)

    return ObjectKind(spec.kind, spec.zh, list_sources)


# ---- ties and records

_MODE = Attribute("mode", "方式", Type(Sort.CHOICE, choices=ALIGNMENT_MODES))


def _mode(tie: Edge) -> str | None:
    return mode_of(tie.reference)


def _inferred(tie: Edge) -> str:
    return "yes" if tie.inferred else "no"


def _tie_plan(tie: Edge) -> Plan:
    return tie.holder.plan


def _tie_kind(spec: RelationSpec) -> ObjectKind:
    def list_sources() -> Iterable[Source]:
        return (
            plain("source", "自", element(*spec.sources), given=always),
            plain("target", "至", element(*spec.targets), given=always),
            plain("plan", "规划", element("plan"), _tie_plan, always),
            plain("inferred", "推断", Type(Sort.CHOICE, choices=FLAGS), _inferred, always),
            Source(("方式", "承接方式", "mode"), _MODE, _mode, lambda tie: bool(_mode(tie))),
            plain("place", "位置", Type(Sort.PLACE), itself, always),
            *EXTRAS.get(name, ()),
        )

    name = f"{spec.name}_tie"
    return ObjectKind(name, f"{spec.zh}关系", list_sources)


_OF_RECORDS = (
    plain("plan", "规划", element("plan")),
    plain("subject", "对象", element(*(spec.kind for spec in ELEMENTS))),
    plain("place", "位置", Type(Sort.PLACE)),
    plain("message", "说明", Type(Sort.MESSAGE)),
    plain("advice", "建议", Type(Sort.MESSAGE)),
    plain("related", "另见", Type(Sort.RELATED)),
)


def _predicate_kind(predicate: Predicate) -> ObjectKind:
    def list_sources() -> Iterable[Source]:
        yield from _OF_RECORDS
        for column in predicate.columns:
            yield _column(column.attr, column.zh, column.type)

    return ObjectKind(predicate.name, predicate.zh, list_sources)


def _column(attr: str, zh: str, type_: Type) -> Source:
    def read(record: Any) -> Any:
        return record.values[attr]

    return plain(attr, zh, type_, read, lambda record: record.values[attr] not in (None, [], ""))


@cache
def _steps() -> dict[str, tuple[Step, ...]]:
    words: dict[str, list[Step]] = {}
    for spec in RELATIONS:
        step = Step(spec.name, True, spec.sources, spec.targets)
        for word in (spec.zh, spec.name):
            words.setdefault(word, []).append(step)
        for word in (spec.reverse_zh, f"{spec.name}_of"):
            if word:
                words.setdefault(word, []).append(step.reversed())
    return {word: tuple(steps) for word, steps in words.items()}
