"""The things of one kind that a condition holds for, with what they say: one value, whoever shows it.

Kinds and conditions are those of the rule language, so that what a rule can look for can be listed; 甲 is the thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from checker.checks.plan_tables import PlanTables
from checker.engine.report import Checked, Report
from checker.messages import Message, Template
from checker.messages.listing import (
    LIST_ADVISED,
    LIST_COLUMN,
    LIST_CONDITION,
    LIST_NO_CONDITION,
    LIST_PLACE,
    LIST_PLAN,
    LIST_TOO_MUCH,
)
from checker.messages.rules import RULE_KIND_UNKNOWN
from checker.messages.run_error import RunError
from checker.rules.compile import compile_rules
from checker.rules.evaluate import Evaluator
from checker.rules.join import rows_of
from checker.rules.reach import BudgetSpent, Meter
from checker.rules.schema import Attribute, Kind, Schema
from checker.rules.typed import Case
from checker.rules.types import Sort
from checker.rules.values import shown_value
from checker.source import SourceText, Span, with_near

#: What says where a thing stands or what it belongs to, not what it says.
_NO_CELLS = (Sort.PLACE, Sort.RELATED, Sort.MESSAGE)
_OF_PLACE = ("plan", "file")
_ONLY = Template("{words}", "{words}")
#: The condition stands where a rule has it; the rest is what every rule has to have.
_BEFORE = "规则 ZZ100 列出（list）{{ 级别：提示  依据：“无”  凡 {kind} 甲{joint}"
_BEHIND = "\n否则：“列出”  指向：甲  正例 “无” {}  反例 “无” { 〖甲〗 } }"


class Listed(Struct, frozen=True):
    """A thing: the plan it belongs to, where it stands, and for each column what it says, which may be nothing."""

    plan: str
    place: Span
    cells: tuple[tuple[Message, ...], ...]


class Listing(Struct, frozen=True):
    """The things of a kind, and the words of the columns of which any of them says something."""

    kind: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[Listed, ...]

    @property
    def of_several(self) -> bool:
        """Whether the things belong to several plans."""
        return len({row.plan for row in self.rows}) > 1

    def headings(self, lang: str = "zh") -> list[str]:
        """The words above the columns: the place first, the plan where there are several."""
        plan = [LIST_PLAN().text(lang)] if self.of_several else []
        return [LIST_PLACE().text(lang), *plan, *(en if lang == "en" else zh for zh, en in self.columns)]

    def cells(self, lang: str = "zh") -> list[list[str | None]]:
        """The rows below the headings."""
        several = self.of_several
        files = len({row.place.source.path for row in self.rows}) > 1
        return [[_place(row, lang, files), *([row.plan] if several else []), *_said(row, lang)] for row in self.rows]


def _place(row: Listed, lang: str, files: bool) -> str:
    """Where a thing stands, and in which file where there are several."""
    source = row.place.source
    place = source.locator(row.place.start).text(lang)
    return f"{source.path} {place}" if files else place


def _said(row: Listed, lang: str) -> Iterator[str | None]:
    joint = ", " if lang == "en" else "、"
    return (joint.join(" ".join(one.text(lang).split()) for one in cell) or None for cell in row.cells)


def list_things(report: Report, kind: str, where: str = "", columns: Sequence[str] = ()) -> Listing:
    """The things of `kind` in what `report` has checked for which `where` holds; all of them without it.

    `columns` are the words of those that are wanted, in that order; without them, all of which anything says something.
    RunError for a kind or column that there is not, a condition that cannot be read or would take too long.
    """
    found = [one for checked in report.checked for one in _list(checked, kind, where)]
    if not report.checked:
        return Listing(kind, (), ())
    meant = _kind(report.checked[0].rulebook.schema, kind)
    named = _attributes(meant)
    used = [at for at in range(len(named)) if any(one.cells[at] for one in found)]
    if columns:
        used = [_column(word, meant, named) for word in columns]
    words = tuple((named[at][0], named[at][1]) for at in used)
    rows = tuple(Listed(one.plan, one.place, tuple(one.cells[at] for at in used)) for one in found)
    return Listing(kind, words, rows)


def _column(word: str, kind: Kind, named: Sequence[tuple[str, str, Attribute]]) -> int:
    """The number of the column that any of its words names."""
    meant = kind.attributes.get(word)
    found = next((at for at, (_, _, one) in enumerate(named) if meant is not None and one.attr == meant.attr), None)
    if found is None:
        known = [
            one for one, attribute in kind.attributes.items() if any(attribute.attr == at.attr for _, _, at in named)
        ]
        raise RunError(with_near(LIST_COLUMN(kind=kind.zh, column=word), word, known))
    return found


def _kind(schema: Schema, word: str) -> Kind:
    kind = schema.kinds.get(word)
    if kind is None:
        raise RunError(with_near(RULE_KIND_UNKNOWN(kind=word), word, schema.kinds))
    return kind


def _attributes(kind: Kind) -> list[tuple[str, str, Attribute]]:
    """What can be told of a thing of the kind: the Chinese and the English word and the attribute, each once."""
    found: dict[str, list[str]] = {}
    attributes: dict[str, Attribute] = {}
    for word, attribute in kind.attributes.items():
        if attribute.type.sort not in _NO_CELLS and attribute.attr not in _OF_PLACE:
            found.setdefault(attribute.attr, []).append(word)
            attributes.setdefault(attribute.attr, attribute)
    return [(_zh(words), _en(words), attributes[attr]) for attr, words in found.items()]


def _zh(words: list[str]) -> str:
    return next((word for word in words if not word.isascii()), words[0])


def _en(words: list[str]) -> str:
    return next((word for word in words if word.isascii()), words[0])


def _list(checked: Checked, word: str, where: str) -> Iterator[Listed]:
    schema = checked.rulebook.schema
    kind = _kind(schema, word)
    case = _case(schema, word, where)
    tables = PlanTables(checked.facts, schema)
    columns = [(tables.column(kind.name, zh), attribute) for zh, _, attribute in _attributes(kind)]
    evaluator = Evaluator(tables, Meter(checked.rulebook.budget(len(checked.facts.graph.nodes))))
    slot = case.variables[0][0]
    seen: set[int] = set()
    try:
        for row in rows_of(case, evaluator, lambda thing: tables.whole(thing).checked):
            thing = row[slot]
            if thing not in seen:
                seen.add(thing)
                cells = tuple(
                    _cell(column.read(thing), attribute, tables) if column.given(thing) else ()
                    for column, attribute in columns
                )
                yield Listed(tables.whole(thing).name, tables.place(thing), cells)
    except BudgetSpent:
        raise RunError(LIST_CONDITION(where=where, reason=LIST_TOO_MUCH())) from None


def _cell(value: Any, attribute: Attribute, tables: PlanTables) -> tuple[Message, ...]:
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(_ONLY(words=shown_value(one, attribute.type.one(), tables)) for one in values if one not in (None, ""))


def _case(schema: Schema, kind: str, where: str) -> Case:
    """The condition as the one case of a rule."""
    text = _BEFORE.format(kind=kind, joint=f"，{where}" if where else "") + _BEHIND
    rules, problems = compile_rules([SourceText("--where", text)], schema)
    if problems:
        told, advice = problems[0].message, problems[0].help
        reason = LIST_ADVISED(reason=told, advice=advice) if advice is not None else told
        raise RunError(LIST_CONDITION(where=where, reason=reason))
    if len(rules) != 1 or len(rules[0].cases) != 1:
        raise RunError(LIST_CONDITION(where=where, reason=LIST_NO_CONDITION()))
    return rules[0].cases[0]
