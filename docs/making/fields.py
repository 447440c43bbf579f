"""Tables of the plan language: declarations, fields, closed lists, remarks; all out of `checker/model/schema.py`."""

from __future__ import annotations

from collections.abc import Iterator

from checker.messages.choices import Choice
from checker.model.relations import RELATIONS
from checker.model.schema import ELEMENTS, element_spec
from checker.model.spec import ElementSpec, FieldSpec, FieldType
from checker.model.words import NOTES
from docs.making.markdown import code, codes, plain, table

_VALUES = {
    FieldType.NAME: "名称",
    FieldType.NAMES: "名称，可以几个",
    FieldType.TEXT: "“一句话”",
    FieldType.TEXTS: "“一句话”，可以几句",
    FieldType.CHOICE: "下列词之一",
    FieldType.FLAG: "下列词之一",
    FieldType.REFERENCE: "引用",
    FieldType.REFERENCES: "引用，可以几个",
    FieldType.MIXED: "引用或“一句话”，可以几个",
    FieldType.DOCUMENTS: "《文件名》或“文件”，可以几个",
    FieldType.TIME: "时间",
    FieldType.COUNT: "数",
    FieldType.COUNTS: "数，可以几个",
    FieldType.FIGURES: "数值，可以几个",
    FieldType.UNIT: "单位",
    FieldType.SHARES: "名称和数，可以几组",
}


def field_table(kind: str) -> str:
    """The fields of one kind of declaration; years are fields of an indicator that no table lists."""
    rows = [_row(spec) for spec in element_spec(kind).fields]
    return table(("字段", "写什么", "意思", "英文"), rows)


def _row(spec: FieldSpec) -> tuple[str, str, str, str]:
    value = _VALUES[spec.type]
    if spec.choices:
        value += "：" + "、".join(_choice(choice) for choice in spec.choices)
    elif spec.targets:
        value += "：" + "、".join(element_spec(target).zh for target in spec.targets)
    return codes(spec.zh), value, plain(spec.meaning), code(spec.attr)


def _choice(choice: Choice) -> str:
    first, *others = choice.zh
    return f"{first}（也作{'、'.join(others)}）" if others else first


def declaration_table() -> str:
    """All kinds of declarations with their words."""
    declared = [spec for spec in ELEMENTS if spec.declared]
    return table(("声明", "英文", "字段"), [_declaration(spec) for spec in declared])


def _declaration(spec: ElementSpec) -> tuple[str, str, str]:
    # A field that every declaration takes tells nothing here.
    own = [field.word for field in spec.fields if field.attr not in ("quotes", "sources", "remark")]
    return code(spec.zh), code(spec.kind), "、".join(own) or "（只有原文、来源、说明）"


def note_table() -> str:
    """The remarks that may stand in brackets."""
    return table(("说明", "英文", "用在"), [(codes(note.zh), code(note.en), _used(note.en)) for note in NOTES])


def _used(note: str) -> str:
    fields = [field for spec in ELEMENTS for field in spec.fields if note in field.notes]
    words = [field.word for field in fields]
    if any(field.type is FieldType.FIGURES for field in fields):
        words.insert(0, "年份的数值")
    return "、".join(dict.fromkeys(words)) or "（规划文本的其他地方）"


def relation_table() -> str:
    """The relations of the graph, with the word for the way back."""
    rows = [
        (code(spec.zh), code(spec.reverse_zh) if spec.reverse_zh else "—", _kinds(spec.sources), _kinds(spec.targets))
        for spec in RELATIONS
    ]
    return table(("关系", "反过来", "从", "到"), rows)


def _kinds(kinds: tuple[str, ...]) -> str:
    return "、".join(element_spec(kind).zh for kind in kinds)


def field_tables() -> Iterator[tuple[str, str]]:
    """(English kind, table) of every declared kind."""
    for spec in ELEMENTS:
        if spec.declared:
            yield spec.kind, field_table(spec.kind)
