"""The solver takes statements from any source: here those that a text was read for, and a table made by hand."""

from __future__ import annotations

from fractions import Fraction

from checker.prose.plain import build_plain
from checker.prose.reading import read
from checker.quantity import Quantity, build_quantity
from checker.solve.feasible import feasible_range
from checker.solve.given import Breakdown, Document, Given, Operand, Relation, Share, Subject, Tie, Value
from checker.solve.survey import Survey, survey
from checker.source import SourceText, Span
from checker.statement import Measure, state
from checker.syntax import Formula, Name, Path, Term

_PLACE = Span(SourceText("表.xlsx", "甲乙"), 0, 1)


def test_the_figures_of_a_text_are_held_to_the_growth_that_it_tells() -> None:
    given = _given_by("2020年进出口总额1000亿元。\n到2025年，进出口总额达到2000亿元，年均增长6%。\n")
    (found,) = _solved(given).conflicts
    assert {one.span.text for one in found.statements} == {"1000亿元", "达到2000亿元", "6%"}
    assert "进出口总额1000亿元 × (1+6%)^5 = 1338亿元；1338亿元 < 2000亿元" in found.message.text()
    assert "年均改为14.9%" in found.advice.text()


def test_the_figures_of_a_text_are_held_to_a_relation_between_its_subjects() -> None:
    text = "2025年，第一产业增加值100亿元，第二产业增加值900亿元，第三产业增加值800亿元，生产总值达到2000亿元。\n"
    given = _given_by(text)
    numbers = {one.name: number for number, one in enumerate(given.subjects)}
    assert len(numbers) == 4
    parts = [name for name in numbers if name != "生产总值"]
    formula, operands = _sum("生产总值", parts, numbers)
    given.relations = [Relation(0, formula[0], _PLACE, formula[1], operands)]
    (found,) = _solved(given).conflicts
    assert {one.kind for one in found.statements} == {"figure", "relation"}
    assert "第一产业增加值100亿元 + 第二产业增加值900亿元 + 第三产业增加值800亿元" in found.message.text()
    given.values = [one for one in given.values if one.subject != numbers["生产总值"]]
    assert _solved(given).conflicts == []
    left = feasible_range(given, numbers["生产总值"], 2025).interval
    assert left is not None
    assert left.contains(Fraction(1800 * 10**8))
    assert not left.contains(Fraction(2000 * 10**8))


def test_parts_and_ties_need_no_plan() -> None:
    unit = _number("1", "亿元").unit
    given = Given(documents=[Document("市表", checked=False), Document("区表")])
    given.subjects = [
        Subject(0, "投资", _PLACE, unit, direction="higher"),
        Subject(1, "投资", _PLACE, unit, direction="higher"),
    ]
    given.values = [_value(0, "1000"), _value(1, "300")]
    shares = [Share("甲片区", _PLACE, _number("120", "亿元")), Share("乙片区", _PLACE, _number("150", "亿元"))]
    given.breakdowns = [Breakdown(1, 2025, _PLACE, shares)]
    (found,) = _solved(given).conflicts
    assert "120亿元 + 180亿元 = 区表投资300亿元；180亿元 > 150亿元" in found.message.text()
    given.breakdowns = []
    given.ties = [Tie(1, 0, "at_least", _PLACE, Fraction(2, 5))]
    (found,) = _solved(given).conflicts
    assert [one.kind for one in found.statements if one.document.name == "市表"] == ["figure"]
    assert "区表投资400亿元 ← 市表投资1000亿元 × 40%；400亿元 > 300亿元" in found.message.text()


def test_what_only_other_documents_say_is_not_told() -> None:
    given = _given_by("2020年进出口总额1000亿元。\n到2025年，进出口总额达到2000亿元，年均增长6%。\n")
    given.documents[0].checked = False
    assert _solved(given).conflicts == []


def _given_by(text: str) -> Given:
    """The statements of a text as rows: one subject for each name, before the period what is actual."""
    source = SourceText("稿.txt", text)
    rows = read(build_plain(source)).statements
    given, numbers = Given(documents=[Document("稿", first_year=2021, last_year=2025)]), dict[str, int]()
    for row in rows:
        number = numbers.setdefault(row.key, len(numbers))
        if number == len(given.subjects):
            span = Span(source, row.named_from, row.named_to)
            given.subjects.append(Subject(0, row.key, span, row.measured_in, period=(2020, 2025)))
        growth = row.measure is Measure.GROWTH
        tense = "actual" if not growth and row.year == 2020 else "target"
        given.values.append(
            Value(
                number,
                tense,
                None if growth else row.year,
                Span(source, row.start, row.end),
                "annual" if growth else "point",
                row,
                row.said or row.quantity,
                row.measured_in,
            )
        )
    return given


def _sum(whole: str, parts: list[str], numbers: dict[str, int]) -> tuple[tuple[str, Formula], dict[int, Operand]]:
    """Whole = part + part + …, each name at a place of its own."""
    places = {name: at for at, name in enumerate([whole, *parts])}
    terms = [
        Term("path", (), Path((Name(name, at, at + 1),), at, at + 1), "", "", at, at + 1) for name, at in places.items()
    ]
    right = terms[1]
    for term in terms[2:]:
        right = Term("+", (right, term), None, "", "", right.start, term.end)
    formula = Formula(terms[0], "=", right, 0, len(terms))
    return (f"{whole} = {' + '.join(parts)}", formula), {at: Operand((numbers[name],)) for name, at in places.items()}


def _value(subject: int, number: str) -> Value:
    quantity = _number(number, "亿元")
    stated = state(quantity, first_year=2025, last_year=2025, tense="target")
    return Value(subject, "target", 2025, _PLACE, statement=stated, quantity=quantity, unit=quantity.unit)


def _number(number: str, unit: str) -> Quantity:
    return build_quantity(number, unit, None, False, False, None)


def _solved(given: Given) -> Survey:
    return survey(given, lambda _: False)
