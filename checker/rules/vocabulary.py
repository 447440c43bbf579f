"""The words a rule may use: kinds with their attributes, and the steps along relations.

Made of `model/schema.py`, of the relations (each tie can be looked at as an element of its own, 承接关系)
and of the registered predicates. Nothing here knows how rules are written or run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from checker.graph import Edge
from checker.meaning.ties import mode_of
from checker.model import Count, Document, Element, Phrase, Plan, Reference, ShareValue
from checker.model.schema import (
    ALIGNMENT_MODES,
    ELEMENTS,
    FLAGS,
    RELATIONS,
    DerivedSpec,
    ElementSpec,
    FieldSpec,
    FieldType,
    RelationSpec,
)
from checker.rules.attributes import Attribute, Read, Step
from checker.rules.extras import EXTRAS
from checker.rules.predicates import Predicate
from checker.rules.types import TEXT, Sort, Type, element


class Kind:
    """A kind of things that a variable ranges over."""

    def __init__(self, name: str, zh: str, make: Callable[[], Iterable[tuple[tuple[str, ...], Attribute]]]) -> None:
        self.name = name
        self.zh = zh
        self._make = make

    @cached_property
    def attributes(self) -> Mapping[str, Attribute]:
        """Each word, Chinese or English → the attribute."""
        return {word: attribute for words, attribute in self._make() for word in words}


class Vocabulary:
    """All words, looked up in Chinese or English."""

    def __init__(self, predicates: Iterable[Predicate]) -> None:
        kinds = [_element_kind(spec) for spec in ELEMENTS]
        kinds += [_tie_kind(spec) for spec in RELATIONS]
        kinds += [_predicate_kind(predicate) for predicate in predicates]
        self.by_name = {kind.name: kind for kind in kinds}
        self.kinds = {word: kind for kind in kinds for word in (kind.zh, kind.name)}
        self.steps = _steps()

    def attribute(self, kinds: Iterable[str], word: str) -> Attribute | None:
        """The attribute that `word` names for every one of `kinds`, or None; of several, the first one's.

        The value is read by its name, so that things of several kinds may be asked for it.
        """
        found = [self.by_name[kind].attributes.get(word) for kind in kinds]
        if not found or any(attribute is None for attribute in found):
            return None
        first = found[0]
        assert first is not None
        if all(attribute is not None and attribute.type.sort is first.type.sort for attribute in found):
            return _together([attribute for attribute in found if attribute is not None], tuple(kinds))
        return None


def _together(found: list[Attribute], kinds: tuple[str, ...]) -> Attribute:
    first = found[0]
    if all(attribute.read is first.read for attribute in found):
        return first
    by_kind = dict(zip(kinds, found, strict=True))
    many = any(attribute.type.many for attribute in found)
    targets = tuple(dict.fromkeys(kind for attribute in found for kind in attribute.type.kinds))
    type_ = Type(first.type.sort, many, targets, first.type.choices)

    def read(thing: Any) -> Any:
        attribute = by_kind[kind_of(thing)]
        value = attribute.read(thing)
        return value if attribute.type.many or not many else [value]

    def present(thing: Any) -> bool:
        return by_kind[kind_of(thing)].present(thing)

    return Attribute(first.attr, first.zh, type_, read, present)


def kind_of(thing: Any) -> str:
    """The name of the kind of an element, a tie or a record."""
    return f"{thing.relation}_tie" if isinstance(thing, Edge) else thing.kind


# ---- attributes of elements


def _always(_thing: Any) -> bool:
    return True


def _itself(thing: Any) -> Any:
    return thing


def _given(attr: str) -> Callable[[Any], bool]:
    def present(thing: Any) -> bool:
        value = getattr(thing, attr)
        return value not in (None, "", [])

    return present


def _plain(attr: str) -> Read:
    def read(thing: Any) -> Any:
        return getattr(thing, attr)

    return read


def _each(attr: str, take: Callable[[Any], Any]) -> Read:
    def read(thing: Any) -> Any:
        return [take(value) for value in getattr(thing, attr)]

    return read


def _target(reference: Reference | None) -> Element | None:
    return reference.target if reference is not None else None


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


def _field_attribute(spec: FieldSpec) -> Attribute:
    read = _field_read(spec)
    present = _given(spec.attr)
    if spec.type in (FieldType.COUNT, FieldType.FIGURES):
        present = lambda thing: read(thing) not in (None, [])  # noqa: E731
    return Attribute(spec.attr, spec.word, _field_type(spec), read, present)


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
    if spec.type is FieldType.SHARES and kinds:
        sort = Sort.ELEMENT
    return Type(sort, spec.type not in _SINGLE, kinds if sort is Sort.ELEMENT else (), spec.choices)


def _field_read(spec: FieldSpec) -> Read:
    """How to read a field's value."""
    attr = spec.attr
    match spec.type:
        case FieldType.NAMES | FieldType.TEXTS:
            return _each(attr, _phrase)
        case FieldType.REFERENCE:
            return lambda thing: _target(getattr(thing, attr))
        case FieldType.REFERENCES | FieldType.MIXED:
            return lambda thing: [r.target for r in getattr(thing, attr) if r.path is not None]
        case FieldType.DOCUMENTS:
            return _each(attr, _document)
        case FieldType.COUNT:
            return lambda thing: _count(getattr(thing, attr))
        case FieldType.COUNTS:
            return _each(attr, _count)
        case FieldType.SHARES:
            return _each(attr, _share if spec.targets else _share_name)
        case FieldType.FIGURES:
            return lambda thing: [figure for figure in thing.figures if figure.basis == attr]
        case _:
            return _plain(attr)


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


def _derived_attribute(spec: DerivedSpec) -> Attribute:
    many = spec.type == "elements"
    kinds = (spec.target,) if spec.target else ()
    choices = FLAGS if spec.type == "flag" else spec.choices
    type_ = Type(_DERIVED_SORTS[spec.type], many, kinds, choices)
    return Attribute(spec.attr, spec.zh[0], type_, _plain(spec.attr), _given(spec.attr))


#: 成稿 in 适用: the day to judge by where the plan does not say; who runs the rule knows that day.
DRAFTED = Attribute("drafted", "成稿", Type(Sort.TIME), _plain("drafted"), _always)

_NAME = Attribute("name", "名称", TEXT, _plain("name"), _given("name"))
_PLAN = Attribute("plan", "规划", element("plan"), _plain("plan"), _always)
_DECLARATION = Attribute("declaration", "声明", Type(Sort.PLACE), _itself, _always)
_COMMON = (
    (("名称", "name"), _NAME),
    (("规划", "plan"), _PLAN),
    (("声明", "declaration"), _DECLARATION),
)


def _element_kind(spec: ElementSpec) -> Kind:
    def make() -> Iterable[tuple[tuple[str, ...], Attribute]]:
        yield from _COMMON
        for extra in EXTRAS.get(spec.kind, ()):
            yield (extra.zh, extra.attr), extra
        for derived in spec.derived:
            yield (*derived.zh, derived.attr), _derived_attribute(derived)
        for field in spec.fields:
            yield (*field.zh, field.attr), _field_attribute(field)

    return Kind(spec.kind, spec.zh, make)


# ---- ties and records


def _mode(tie: Edge) -> str | None:
    return mode_of(tie.reference)


def _inferred(tie: Edge) -> str:
    return "yes" if tie.inferred else "no"


def _tie_plan(tie: Edge) -> Plan:
    return tie.holder.plan


def _tie_kind(spec: RelationSpec) -> Kind:
    attributes = (
        Attribute("source", "自", element(*spec.sources), _plain("source"), _always),
        Attribute("target", "至", element(*spec.targets), _plain("target"), _always),
        Attribute("plan", "规划", element("plan"), _tie_plan, _always),
        Attribute("inferred", "推断", Type(Sort.CHOICE, choices=FLAGS), _inferred, _always),
        Attribute("mode", "方式", Type(Sort.CHOICE, choices=ALIGNMENT_MODES), _mode, lambda tie: bool(_mode(tie))),
        Attribute("place", "位置", Type(Sort.PLACE), _itself, _always),
    )

    def make() -> Iterable[tuple[tuple[str, ...], Attribute]]:
        return [((attribute.zh, attribute.attr), attribute) for attribute in attributes]

    return Kind(f"{spec.name}_tie", f"{spec.zh}关系", make)


def _predicate_kind(predicate: Predicate) -> Kind:
    def make() -> Iterable[tuple[tuple[str, ...], Attribute]]:
        everything = tuple(spec.kind for spec in ELEMENTS)
        common: tuple[tuple[str, str, Type], ...] = (
            ("规划", "plan", element("plan")),
            ("对象", "subject", element(*everything)),
            ("位置", "place", Type(Sort.PLACE)),
            ("说明", "message", Type(Sort.MESSAGE)),
            ("建议", "advice", Type(Sort.MESSAGE)),
            ("另见", "related", Type(Sort.RELATED)),
        )
        for zh, attr, type_ in common:
            yield (zh, attr), Attribute(attr, zh, type_, _plain(attr), _given(attr))
        for column in predicate.columns:
            yield (column.zh, column.attr), _column(column.attr, column.zh, column.type)

    return Kind(predicate.name, predicate.zh, make)


def _column(attr: str, zh: str, type_: Type) -> Attribute:
    def read(record: Any) -> Any:
        return record.values[attr]

    return Attribute(attr, zh, type_, read, lambda record: record.values[attr] not in (None, [], ""))


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
