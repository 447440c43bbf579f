"""The tables of the texts as kinds of the rule language: 陈述, 数目, 列举, 提及, 事件, 章节."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

from checker.checks.object_kinds import ObjectKind, Read, Source, always, itself, plain
from checker.checks.price_words import price_sort, price_year
from checker.messages import Template
from checker.messages.choices import FLAGS, Choice
from checker.messages.reading import READ_ACTS, READ_MEASURES, READ_MENTIONS, READ_ORIGINS
from checker.model.words import TENSES
from checker.rules.schema import Attribute
from checker.rules.types import NUMBER, QUANTITY, TEXT, TIME, Sort, Type, element


class TextKind(ObjectKind):
    """A table of the texts: `sheet` is the reading's word for it."""

    def __init__(self, name: str, zh: str, sheet: str, columns: Callable[[], Iterable[Source]]) -> None:
        super().__init__(name, zh, lambda: (*_COMMON, *columns()))
        self.sheet = sheet


def _choices(words: Mapping[str, Template]) -> tuple[Choice, ...]:
    return tuple(Choice(en, (template.zh,)) for en, template in words.items())


def _known(attr: str, zh: str, type_: Type, read: Read | None = None) -> Source:
    """A column whose empty cells say that nothing is known: "" and 0 are what a reading has where nothing is told."""
    value = read or attrgetter(attr)

    def cell(row: Any) -> Any:
        return value(row) or None

    return Source((zh, attr), Attribute(attr, zh, type_), cell, lambda row: bool(value(row)))


def _choice(attr: str, zh: str, choices: tuple[Choice, ...], read: Read | None = None) -> Source:
    return _known(attr, zh, Type(Sort.CHOICE, choices=choices), read)


#: What every row has; who makes the table knows plan, file and words.
_COMMON = (
    plain("plan", "规划", element("plan"), given=always),
    plain("file", "文稿", TEXT, given=always),
    plain("words", "原文", TEXT, given=always),
    plain("place", "位置", Type(Sort.PLACE), itself, always),
)


def _of_statements() -> Iterable[Source]:
    return (
        _known("subject", "主体", TEXT),
        _known("scope", "范围", TEXT, attrgetter("stated.area")),
        _known("year", "年份", NUMBER, attrgetter("stated.year")),
        _known("first_year", "首年", NUMBER, attrgetter("stated.first_year")),
        _known("last_year", "末年", NUMBER, attrgetter("stated.last_year")),
        _choice("years_from", "时间取自", _choices(READ_ORIGINS), attrgetter("stated.period_from.value")),
        _choice("tense", "时态", TENSES, attrgetter("stated.tense")),
        _choice("measure", "说的是", _choices(READ_MEASURES), attrgetter("stated.measure.value")),
        _known("reckoning", "口径", TEXT, attrgetter("stated.reckoning")),
        _known("price", "价格", TEXT, attrgetter("stated.price")),
        _known("price_sort", "价格类", TEXT, lambda row: price_sort(row.stated.price)),
        _known("price_year", "价格年", NUMBER, lambda row: price_year(row.stated.price)),
        plain("quantity", "值", QUANTITY),
        plain("unit", "单位", Type(Sort.UNIT), attrgetter("stated.measured_in"), lambda row: bool(row.stated.unit)),
        _choice("in_table", "在表中", FLAGS, lambda row: "yes" if row.stated.table >= 0 else "no"),
    )


def _of_counts() -> Iterable[Source]:
    return (
        plain("number", "数", NUMBER),
        _known("unit", "单位", TEXT),
        plain("behind", "后列项数", Type(Sort.NUMBER, many=True), lambda row: list(row.behind)),
    )


def _of_lists() -> Iterable[Source]:
    return (
        plain("number", "项数", NUMBER, lambda row: len(row.members), always),
        plain("members", "各项", Type(Sort.TEXT, many=True), lambda row: list(row.members)),
    )


def _of_mentions() -> Iterable[Source]:
    return (_choice("type", "类型", _choices(READ_MENTIONS), attrgetter("kind")), plain("name", "名称", TEXT))


def _of_events() -> Iterable[Source]:
    return (plain("time", "时间", TIME), _choice("act", "做什么", _choices(READ_ACTS)))


def _of_headings() -> Iterable[Source]:
    return (
        _known("level", "级", NUMBER),
        _known("title", "标题", TEXT),
        _known("first_year", "首年", NUMBER),
        _known("last_year", "末年", NUMBER),
        _choice("tense", "时态", TENSES),
    )


TEXT_KINDS = (
    TextKind("statement", "陈述", "statements", _of_statements),
    TextKind("told_count", "数目", "counts", _of_counts),
    TextKind("listing", "列举", "lists", _of_lists),
    TextKind("mention", "提及", "mentions", _of_mentions),
    TextKind("event", "事件", "events", _of_events),
    TextKind("heading", "章节", "sections", _of_headings),
)
