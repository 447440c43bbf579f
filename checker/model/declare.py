"""How a class of elements declares its fields and what rules see besides, so that each stands in one place.

`deadline: DateInterval | None = time("期限", "到何时")` in the body of a class is all that there is of a field: the
attribute with its type; the words of the plan language (期限 and deadline) and by them how its value is read; what it
means, for the reference; what rules may ask and lists show. What is worked out of fields is declared where it is done.
`schema.py` gathers what the classes declare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

from msgspec import StructMeta

from checker.messages.choices import FLAGS
from checker.model.spec import DerivedSpec, FieldSpec, FieldType
from checker.model.words import FIGURE_NOTES, SOURCE_NOTES, TIE_NOTES

_Work = TypeVar("_Work", bound=Callable[..., Any])


class Declaring(StructMeta):
    """Makes the classes of elements: what is declared in the body becomes attributes; `fields`, `derived` tell of it.

    Own fields come first, then those of the class above. Values of figures lie in the indicator's `figures`.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **options: Any) -> Declaring:
        """The class of that name, made of what its body holds."""
        fields: list[FieldSpec] = []
        derived: list[DerivedSpec] = []
        for attr, value in list(body.items()):
            spec = getattr(value.fget, "spec", None) if isinstance(value, property) else value
            if isinstance(spec, FieldSpec | DerivedSpec):
                # What several kinds share is one value, under one name.
                assert spec.attr in ("", attr), attr
                spec.attr = attr
            if isinstance(spec, FieldSpec):
                fields.append(spec)
                body[attr] = [] if spec.type.many else None
            elif isinstance(spec, DerivedSpec):
                derived.append(spec)
                body[attr] = spec.default if value is spec else value
        body["fields"] = (*fields, *(field for base in bases for field in getattr(base, "fields", ())))
        body["derived"] = tuple(derived)
        return super().__new__(cls, name, bases, body, **options)


def _declare(type_: FieldType, zh: str, meaning: str, *targets: str, notes: Iterable[str] = (), **more: Any) -> Any:
    """A field: its Chinese words (parted by 、, the first is the one that is written), and what it means.

    `targets` are the kinds of elements that it may name, `notes` the remarks in brackets; `more` as in `FieldSpec`.
    """
    return FieldSpec("", tuple(zh.split("、")), type_, meaning, targets, notes=tuple(notes), **more)


name = partial(_declare, FieldType.NAME)
names = partial(_declare, FieldType.NAMES)
text = partial(_declare, FieldType.TEXT)
texts = partial(_declare, FieldType.TEXTS)
choice = partial(_declare, FieldType.CHOICE)
flag = partial(_declare, FieldType.FLAG, choices=FLAGS)
reference = partial(_declare, FieldType.REFERENCE, notes=TIE_NOTES)
references = partial(_declare, FieldType.REFERENCES, notes=TIE_NOTES)
mixed = partial(_declare, FieldType.MIXED, notes=TIE_NOTES)
documents = partial(_declare, FieldType.DOCUMENTS, notes=SOURCE_NOTES)
time = partial(_declare, FieldType.TIME)
count = partial(_declare, FieldType.COUNT)
counts = partial(_declare, FieldType.COUNTS)
figures = partial(_declare, FieldType.FIGURES, notes=FIGURE_NOTES)
unit = partial(_declare, FieldType.UNIT)
shares = partial(_declare, FieldType.SHARES, notes=TIE_NOTES)


def attribute(zh: str, type_: str, meaning: str, target: str = "", default: Any = None, **more: Any) -> Any:
    """What an element holds without being a field of it, for rules to see; all but `default` as in `DerivedSpec`."""
    return DerivedSpec("", (zh,), type_, meaning, target, default=default, **more)


def worked_out(zh: str, type_: str, meaning: str, target: str = "", **more: Any) -> Callable[[_Work], _Work]:
    """The same of what a property works out of fields; it stands between `@property` and the function."""

    def declared(work: _Work) -> _Work:
        work.spec = attribute(zh, type_, meaning, target, **more)  # type: ignore[attr-defined]
        return work

    return declared
