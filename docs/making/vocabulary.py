"""The vocabulary of the rule language as a page: kinds, their attributes, relations, predicates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker import resources
from checker.checks import Rulebook
from checker.checks.predicates import Predicate
from checker.checks.text_kinds import TEXT_KINDS
from checker.model.relations import RELATIONS
from checker.model.schema import ELEMENTS, element_spec
from checker.model.spec import ElementSpec
from checker.rules.schema import Attribute, Kind
from checker.rules.types import Sort, Type
from docs.making.fields import relation_table
from docs.making.markdown import code, codes, plain, table

_INTRO = """# 规则词汇表

规则里认得的词。怎样用，看[规则语言指南](rule-language.md)。本页由程序里的表生成，新加的字段、谓词自动出现。
中文、英文可以混用。
"""
_EVERYWHERE = ("name", "plan", "declaration")
_OF_TEXTS = ("plan", "file", "words", "place")


def render_vocabulary(rulebook: Rulebook) -> str:
    """The page."""
    return "\n".join(_parts(rulebook))


def _parts(rulebook: Rulebook) -> Iterator[str]:
    schema = rulebook.schema
    yield _INTRO
    yield "## 种类和它们的字段\n"
    yield "写在 凡、应有、存在、个数 后面的种类；字段写成 `甲.字段`。每一种都有 `名称`、`规划`、`声明`。\n"
    for spec in ELEMENTS:
        yield f"### {spec.zh}（{spec.kind}）\n"
        yield _attributes(schema.by_name[spec.kind], spec)
    yield "## 关系\n"
    yield (
        "写成条件 `甲 支撑 乙`，或走过去：`甲 的 下级`、`甲 的 直接 下级`。不写 直接，沿同一种关系走到底。"
        "没有“反过来”那一栏的，用英文加 `_of`，如 `supports_of`。\n"
    )
    yield relation_table()
    yield "每种关系还可以当成一种东西来查，叫 `…关系`，它的字段是：\n"
    common = schema.by_name[f"{RELATIONS[0].name}_tie"]
    yield _attributes(common, None)
    for relation in RELATIONS:
        kind = schema.by_name[f"{relation.name}_tie"]
        if kind.attributes.keys() - common.attributes.keys():
            yield f"{kind.zh}另有：\n"
            yield _attributes(kind, None, tuple(one.attr for one in common.attributes.values()))
    yield "## 文稿的表\n"
    yield (
        "文稿读成的表，也写在 凡、应有、存在、个数 后面，如 `凡 陈述 甲`；`plancheck read` 看读到了什么。"
        "读的时候不知道的，规则里也是不知道。每一种都有 `规划`、`文稿`（文件名）、`原文`、`位置`。\n"
    )
    for kind in TEXT_KINDS:
        yield f"### {kind.zh}（{kind.name}）\n"
        yield _attributes(kind, None, _OF_TEXTS)
    yield "## 现成的定义\n"
    yield "每条规则都可以用，声明的样子就是用的样子；怎样起自己的名称，看[规则语言指南](rule-language.md)。\n"
    yield f"```text\n{resources.read_common_definitions().rstrip()}\n```\n"
    yield "## 谓词\n"
    yield (
        "要求解、要读文本、要图算法的，由程序算好，规则用 凡 来取，如 `凡 循环 甲`。"
        "每一种都有 `规划`、`对象`、`位置`、`说明`、`建议`、`另见`。\n"
    )
    yield table(("谓词", "英文", "另有的字段"), [_predicate(predicate) for predicate in rulebook.predicates])


def _attributes(kind: Kind, spec: ElementSpec | None, told: tuple[str, ...] = _EVERYWHERE) -> str:
    """The attributes of a kind, one row each, with all words for it; `spec` knows what most of them mean."""
    meanings = _meanings(spec) if spec is not None else {}
    words: dict[int, list[str]] = {}
    by_id: dict[int, Attribute] = {}
    for word, attribute in kind.attributes.items():
        if attribute.attr not in told:
            words.setdefault(id(attribute), []).append(word)
            by_id[id(attribute)] = attribute
    if not by_id:
        return "没有别的字段。\n"
    rows = [_attribute(words[key], attribute, meanings) for key, attribute in by_id.items()]
    return table(("字段", "值", "意思", "英文"), rows)


def _meanings(spec: ElementSpec) -> dict[str, str]:
    return {one.attr: one.meaning for one in spec.derived} | {one.attr: one.meaning for one in spec.fields}


def _attribute(words: list[str], attribute: Attribute, meanings: Mapping[str, str]) -> tuple[str, str, str, str]:
    chinese = codes(word for word in words if word != attribute.attr)
    return chinese, plain(_type(attribute.type)), plain(meanings.get(attribute.attr, "—")), code(attribute.attr)


def _type(type_: Type) -> str:
    if type_.sort is Sort.ELEMENT:
        every = len(type_.kinds) == len(ELEMENTS)
        told = "任何一种" if every else "、".join(element_spec(kind).zh for kind in type_.kinds)
    elif type_.sort is Sort.CHOICE and type_.choices:
        told = "选项：" + "、".join(choice.zh[0] for choice in type_.choices)
    else:
        told = type_.sort.message.text("zh")
    return f"{told}，可以几个" if type_.many else told


def _predicate(predicate: Predicate) -> tuple[str, str, str]:
    columns = "、".join(f"{code(column.zh)}（{plain(_type(column.type))}）" for column in predicate.columns)
    return code(predicate.zh), code(predicate.name), columns or "—"
