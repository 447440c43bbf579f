"""`[fields]` of `plancheck.toml` → the fields that an office adds to the plan language of its workspace."""

from __future__ import annotations

import re
from pathlib import Path

from checker.messages import Message
from checker.messages.choices import FLAGS, Choice
from checker.messages.workspace import (
    FIELDS_KINDS_MISSING,
    FIELDS_NAME_TAKEN,
    FIELDS_NOT_A_WORD,
    FIELDS_TARGETS_MISSING,
    FIELDS_TARGETS_SPARE,
    FIELDS_TYPE_MISSING,
    FIELDS_VALUES_MISSING,
    FIELDS_VALUES_SPARE,
    FIELDS_VALUES_TWICE,
)
from checker.model.own_fields import OwnFields
from checker.model.schema import ELEMENTS, kind_words
from checker.model.spec import FieldSpec, FieldType
from checker.model.words import TIE_NOTES
from checker.workspace.config import OwnField, SettingError, WorkspaceConfig, load_config, placed

#: The words for what a value may be, each with what it is to the model.
OWN_FIELD_TYPES = {
    "文字": FieldType.TEXT,
    "名称": FieldType.NAME,
    "选项": FieldType.CHOICE,
    "标签": FieldType.NAMES,
    "是否": FieldType.FLAG,
    "日期": FieldType.TIME,
    "数": FieldType.COUNT,
    "引用": FieldType.REFERENCES,
}
_LISTED = frozenset({FieldType.CHOICE, FieldType.NAMES})
_WORD = re.compile(r"[^\W\d_]+")


def own_fields_at(root: Path) -> OwnFields:
    """The fields that the configuration in a folder adds. Raises ConfigError for one that cannot be used."""
    try:
        return own_fields(load_config(root))
    except SettingError as error:
        raise placed(error, root) from None


def own_fields(config: WorkspaceConfig) -> OwnFields:
    """The fields that a configuration adds, by kind. Raises SettingError for one that cannot be."""
    by_kind: dict[str, tuple[FieldSpec, ...]] = {}
    for name, field in config.fields.items():
        fault = _fault(name, field)
        if fault is not None:
            raise SettingError(("fields", name), fault)
        spec = _spec(name, field)
        for kind in field.kinds:
            by_kind[kind] = (*by_kind.get(kind, ()), spec)
    return OwnFields(by_kind)


def _spec(name: str, field: OwnField) -> FieldSpec:
    type_ = OWN_FIELD_TYPES[field.type]
    choices = FLAGS if type_ is FieldType.FLAG else tuple(Choice(value, (value,)) for value in field.values)
    notes = TIE_NOTES if type_ is FieldType.REFERENCES else ()
    return FieldSpec(name, (name,), type_, field.meaning, field.targets, choices, notes, own=True)


def _fault(name: str, field: OwnField) -> Message | None:
    """Why there cannot be such a field."""
    if not field.type:
        return FIELDS_TYPE_MISSING(types="、".join(OWN_FIELD_TYPES))
    if not field.kinds:
        return FIELDS_KINDS_MISSING()
    return _name_fault(name) or _value_fault(field, OWN_FIELD_TYPES[field.type])


def _name_fault(name: str) -> Message | None:
    if not _WORD.fullmatch(name):
        return FIELDS_NOT_A_WORD(name=name)
    if name in _TAKEN or name in kind_words():
        return FIELDS_NAME_TAKEN(name=name)
    return None


def _value_fault(field: OwnField, type_: FieldType) -> Message | None:
    if type_ in _LISTED and not field.values:
        return FIELDS_VALUES_MISSING(type=field.type)
    if type_ not in _LISTED and field.values:
        return FIELDS_VALUES_SPARE(type=field.type)
    if len(set(field.values)) < len(field.values):
        return FIELDS_VALUES_TWICE()
    if type_ is FieldType.REFERENCES and not field.targets:
        return FIELDS_TARGETS_MISSING()
    if type_ is not FieldType.REFERENCES and field.targets:
        return FIELDS_TARGETS_SPARE(type=field.type)
    return None


#: Words that mean something already, whatever the kind.
_TAKEN = {word for spec in ELEMENTS for one in spec.fields for word in (*one.zh, one.attr)} | {
    word for spec in ELEMENTS for derived in spec.derived for word in (*derived.zh, derived.attr)
}
