"""What each grammar rule of the plan language builds: the nodes of `nodes.py`."""

from __future__ import annotations

from functools import lru_cache
from sys import intern
from typing import Any

from checker.source import fold, without_blanks
from checker.syntax.nodes import (
    Amount,
    DatePoint,
    DateRange,
    Declaration,
    Field,
    FigureValue,
    Formula,
    Item,
    Lexeme,
    Name,
    Note,
    Path,
    Shape,
    Share,
    Term,
    Text,
    UnitValue,
    WaiverHead,
)

Children = list[Any]

#: Words of fields and units recur in every declaration.


@lru_cache(maxsize=1024)
def _fold_word(text: str) -> str:
    return without_blanks(fold(text))


def _name(lexeme: Lexeme) -> Name:
    kind, text, start, end = lexeme
    if kind == "QUOTED_NAME":
        text = text[1:-1].strip()
    # A name stands in many places; one copy of its text will do.
    return Name(intern(text), start, end)


def _text(lexeme: Lexeme) -> Text:
    if lexeme.kind == "TITLE":
        return Text("title", lexeme.text[1:-1], lexeme.start, lexeme.end)
    if lexeme.kind in ("PRICE_YEAR", "MULTIPLE"):
        return Text("word", lexeme.text, lexeme.start, lexeme.end)
    return Text("quote", lexeme.text[1:-1], lexeme.start, lexeme.end)


def _folded(lexeme: Lexeme | None) -> str:
    return fold(lexeme.text) if lexeme is not None else ""


def _day(lexeme: Lexeme) -> DatePoint:
    """A time; 2028 年 6 月 is 2028年6月."""
    return DatePoint(without_blanks(fold(lexeme.text)), lexeme.start, lexeme.end)


def _declaration(kind: str) -> Any:
    def build(self: PlanActions, children: Children, start: int, end: int) -> Declaration:
        word: Lexeme = children[0]
        declaration = Declaration(kind, Name("", word.end, word.end), start, word.end, end)
        for child in children[1:]:
            self.put(declaration, child)
        return declaration

    return build


class PlanActions:
    """One method a grammar rule, named as the rule or its alias; gets the children and the rule's place."""

    def start(self, children: Children, start: int, end: int) -> list[Declaration]:
        """All declarations of a stretch of text."""
        return [child for child in children if isinstance(child, Declaration)]

    def put(self, declaration: Declaration, child: object) -> None:
        """Hang a part of a declaration where it belongs."""
        match child:
            case Name():
                declaration.name = child
            case Text():
                declaration.title = child
            case Path():
                declaration.path = child
                declaration.name = Name(child.text, child.start, child.end)
            case Formula():
                declaration.formula = child
            case list():
                declaration.fields = [part for part in child if isinstance(part, Field)]
                declaration.children = [part for part in child if isinstance(part, Declaration)]
            case _:
                return

    plan = _declaration("plan")
    part = _declaration("part")
    chapter = _declaration("chapter")
    section = _declaration("section")
    indicator = _declaration("indicator")
    goal = _declaration("goal")
    measure = _declaration("measure")
    slogan = _declaration("slogan")
    term = _declaration("term")
    basis = _declaration("basis")
    coordination = _declaration("coordination")
    resource = _declaration("resource")
    procedure = _declaration("procedure")
    comment = _declaration("comment")
    not_carried = _declaration("not_carried")
    continuation = _declaration("continuation")

    def relation(self, children: Children, start: int, end: int) -> Declaration:
        """关系: the formula's own words are its name."""
        word, formula, block = children
        declaration = Declaration("relation", Name("", formula.start, formula.end), start, word.end, end)
        self.put(declaration, formula)
        self.put(declaration, block)
        return declaration

    def waiver(self, children: Children, start: int, end: int) -> Declaration:
        """豁免 CODE 于 target."""
        word, code, target, fingerprint, block = children
        head = WaiverHead(
            Name(fold(code.text).upper(), code.start, code.end),
            target if isinstance(target, Path) else None,
            Name(fold(fingerprint.text), fingerprint.start, fingerprint.end) if fingerprint else None,
        )
        declaration = Declaration("waiver", head.code, start, word.end, end, waiver=head)
        self.put(declaration, block)
        return declaration

    def name(self, children: Children, start: int, end: int) -> Name:
        """A declared name."""
        return _name(children[0])

    def title(self, children: Children, start: int, end: int) -> Text:
        """A title behind a chapter's name."""
        lexeme: Lexeme = children[0]
        return Text("quote", lexeme.text[1:-1], lexeme.start, lexeme.end)

    def block(self, children: Children, start: int, end: int) -> Children:
        """{ … }."""
        return children

    part_block = block
    chapter_block = block

    # ---- fields

    def _field(self, shape: Shape, children: Children, start: int, end: int) -> Field:
        word, values = children
        return Field(_fold_word(word.text), shape, tuple(values), start, word.end, end)

    def items_field(self, children: Children, start: int, end: int) -> Field:
        """word：names, references, sentences."""
        return self._field(Shape.ITEMS, children, start, end)

    def figures_field(self, children: Children, start: int, end: int) -> Field:
        """word：figures."""
        return self._field(Shape.FIGURES, children, start, end)

    def year_field(self, children: Children, start: int, end: int) -> Field:
        """2025年：figures."""
        return self._field(Shape.YEAR, children, start, end)

    def dates_field(self, children: Children, start: int, end: int) -> Field:
        """word：times."""
        return self._field(Shape.DATES, children, start, end)

    def shares_field(self, children: Children, start: int, end: int) -> Field:
        """word：names with figures."""
        return self._field(Shape.SHARES, children, start, end)

    def unit_field(self, children: Children, start: int, end: int) -> Field:
        """单位：unit."""
        word, unit = children
        value = UnitValue(_fold_word(unit.text), unit.start, unit.end)
        return Field(_fold_word(word.text), Shape.UNIT, (value,), start, word.end, end)

    def items(self, children: Children, start: int, end: int) -> Children:
        """Members of a list."""
        return children

    figures = items
    shares = items
    dates = items
    formula_items = items

    # ---- values

    def item_path(self, children: Children, start: int, end: int) -> Item:
        """A name or reference."""
        return Item(children[0], None, children[1], start, end)

    def item_text(self, children: Children, start: int, end: int) -> Item:
        """A sentence or title."""
        return Item(None, _text(children[0]), children[1], start, end)

    def item_marked(self, children: Children, start: int, end: int) -> Item:
        """A word and a sentence or title: 未随附《…》."""
        return Item(children[0], _text(children[1]), children[2], start, end)

    def path(self, children: Children, start: int, end: int) -> Path:
        """A name, or names joined by dots."""
        return Path(tuple(map(_name, children)), start, end)

    def figure(self, children: Children, start: int, end: int) -> FigureValue:
        """[tense] amount remarks."""
        tense, amount, notes = children
        return FigureValue(_folded(tense), amount, notes, start, end)

    def amount_point(self, children: Children, start: int, end: int) -> Amount:
        """One number with its comparator and unit."""
        comparator, about, number, tail = children
        more, unit, nearly = tail or (False, "", "")
        return Amount(
            comparator or "", about is not None, fold(number.text), unit, more, nearly, "", "", None, False, start, end
        )

    def amount_range(self, children: Children, start: int, end: int) -> Amount:
        """number—number."""
        comparator, low, low_tail, high, high_tail = children
        _, low_unit, _ = low_tail or (False, "", "")
        more, unit, nearly = high_tail or (False, "", "")
        return Amount(
            comparator or "",
            False,
            fold(low.text),
            low_unit or unit,
            more,
            nearly,
            fold(high.text),
            unit or low_unit,
            None,
            False,
            start,
            end,
        )

    def amount_words(self, children: Children, start: int, end: int) -> Amount:
        """A figure told in words: “完成上级下达任务”."""
        return Amount("", False, "", "", False, "", "", "", _text(children[0]), False, start, end)

    def amount_multiple(self, children: Children, start: int, end: int) -> Amount:
        """翻一番."""
        return self.amount_words(children, start, end)

    def amount_missing(self, children: Children, start: int, end: int) -> Amount:
        """未公开."""
        return Amount("", False, "", "", False, "", "", "", None, True, start, end)

    def unit_tail(self, children: Children, start: int, end: int) -> tuple[bool, str, str]:
        """What follows a number: 余, unit, 左右."""
        kinds = {child.kind: _fold_word(child.text) for child in children if child is not None}
        return "MORE" in kinds, kinds.get("UNIT", ""), kinds.get("NEARLY", "")

    def comparator(self, children: Children, start: int, end: int) -> str:
        """The sign, whichever way it was written."""
        return _SIGNS[children[0].kind]

    relation_sign = comparator

    def share(self, children: Children, start: int, end: int) -> Share:
        """A name with its figure."""
        path, amount, notes = children
        return Share(path, amount, notes, start, end)

    def date_range(self, children: Children, start: int, end: int) -> DateRange:
        """[截至] time [— time]."""
        until = children[0] is not None
        days = [_day(child) for child in children[1:-1] if isinstance(child, Lexeme)]
        return DateRange(until, days[0], days[1] if len(days) > 1 else None, children[-1], start, end)

    def notes(self, children: Children, start: int, end: int) -> tuple[Note, ...]:
        """All remarks behind a value."""
        return tuple(children)

    def note(self, children: Children, start: int, end: int) -> Note:
        """One remark."""
        head: Lexeme = children[0]
        if head.kind == "WORD":
            return Note(head.text, children[1] if len(children) > 1 else None, start, end)
        if head.kind == "DATE":
            return Note("", _day(head), start, end)
        return Note("", _text(head), start, end)

    def note_value(self, children: Children, start: int, end: int) -> Amount | DatePoint | Path | Text:
        """What a remark's word is followed by."""
        child: Any = children[0]
        if not isinstance(child, Lexeme):
            assert isinstance(child, Amount | Path)
            return child
        return _day(child) if child.kind == "DATE" else _text(child)

    # ---- formulas

    def formula(self, children: Children, start: int, end: int) -> Formula:
        """A formula: left sign right."""
        left, sign, right = children
        return Formula(left, sign, right, start, end)

    def _binary(self, operator: str, children: Children, start: int, end: int) -> Term:
        return Term(operator, (children[0], children[2]), None, "", "", start, end)

    def plus(self, children: Children, start: int, end: int) -> Term:
        """A sum."""
        return self._binary("+", children, start, end)

    def minus(self, children: Children, start: int, end: int) -> Term:
        """A difference."""
        return self._binary("-", children, start, end)

    def times(self, children: Children, start: int, end: int) -> Term:
        """A product."""
        return self._binary("×", children, start, end)

    def divide(self, children: Children, start: int, end: int) -> Term:
        """A quotient."""
        return self._binary("÷", children, start, end)

    def operand_path(self, children: Children, start: int, end: int) -> Term:
        """An indicator."""
        return Term("path", (), children[0], "", "", start, end)

    def operand_number(self, children: Children, start: int, end: int) -> Term:
        """A number with or without a unit."""
        return Term("number", (), None, fold(children[0].text), _folded(children[1]), start, end)

    def operand_group(self, children: Children, start: int, end: int) -> Term:
        """( … )."""
        term: Term = children[0]
        return term

    def operand_function(self, children: Children, start: int, end: int) -> Term:
        """合计(…), 年均增速(…)."""
        return Term(children[0].text, tuple(children[1]), None, "", "", start, end)


_SIGNS = {
    "GREATER": ">",
    "GREATER_EQUAL": "≥",
    "LESS": "<",
    "LESS_EQUAL": "≤",
    "EQUAL": "=",
    "AMONG_FIRST": "≤",
    "AT": "",
}
