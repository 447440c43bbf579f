"""The made-up workspace: nothing is found in it, and its text, its tables and its plan say the same."""

from __future__ import annotations

import io
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import checker
from checker.model import Figure, Indicator, Measure, Plan, build_plan, parse_plan
from checker.source import read_source
from checker.write import format_text
from tests.plans import sample_files
from tests.plans.sample_files import PLAN, SAMPLE, TEXTS, read_lines, table_rows

#: What the two waivers of the plan set aside.
WAIVED = {("PC502", "建成区绿化覆盖率"), ("PC503", "单位工业增加值用水量")}
KINDS = {
    "programme": "工程",
    "action": "行动",
    "project": "项目",
    "policy": "政策",
    "task": "任务",
    "carrier": "载体",
    "safeguard": "保障",
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    return build_plan(parse_plan(read_source(PLAN, PLAN.name)))


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {name: (SAMPLE / f"{name}.txt").read_text(encoding="utf-8") for name in TEXTS}


def table(plan: Plan) -> list[Indicator]:
    return [e for e in plan.elements if isinstance(e, Indicator) and e.in_table is None]


def written(figure: Figure) -> str:
    """A figure as the table prints it: without tense, unit and remarks."""
    text = re.sub(r"^(?:实际|目标)\s*|（.*?）|[%％]", "", figure.source.text[figure.start : figure.end])
    return f"〔{text}〕" if figure.basis == "cumulative" or "accumulated" in figure.notes else text


def point(figure: Figure) -> Fraction:
    assert figure.quantity is not None
    exact = figure.quantity.interval.point
    assert exact is not None
    return exact


def printed(figures: list[Figure]) -> str:
    return written(figures[0]) if figures else "—"


# ── What plancheck says ──


def test_nothing_is_found_and_nothing_left_unchecked() -> None:
    report = checker.check(SAMPLE)
    assert [f.message.text() for f in report.findings if f.status != "waived"] == []
    assert {(f.code, f.subject.name.split("·")[0]) for f in report.findings} == WAIVED
    assert [notice.message.text() for notice in report.notices] == []
    assert report.exit_status() == 0


@pytest.mark.parametrize("name", [f"{name}.{ending}" for name in TEXTS for ending in ("txt", "docx")])
def test_nothing_is_found_in_a_text_alone(name: str) -> None:
    report = checker.check(SAMPLE / name)
    assert [f.message.text() for f in report.findings if f.status != "waived"] == []


@pytest.mark.parametrize("path", sorted(SAMPLE.rglob("*.plan")), ids=lambda path: path.stem)
def test_plans_are_formatted(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert format_text(text) == text


@pytest.mark.parametrize("path", sorted((SAMPLE / "upper").glob("*.plan")), ids=lambda path: path.stem)
def test_upper_plans_are_written_rightly(path: Path) -> None:
    assert [f.message.text() for f in checker.check(path, select="PC1").findings] == []


# ── The plan and its text ──


def test_quotes_are_in_the_text(plan: Plan, texts: dict[str, str]) -> None:
    both = "\n".join(texts.values())
    assert [q.text for e in plan.elements for q in e.quotes if q.text not in both] == []


def test_names_are_in_the_outline(plan: Plan, texts: dict[str, str]) -> None:
    named = [e for e in plan.elements if e.kind in ("goal", "measure")] + table(plan)
    assert [e.name for e in named if e.name not in texts["纲要"]] == []


def test_headings_are_the_structure(plan: Plan) -> None:
    titles = {"part": "Heading 1", "chapter": "Heading 2", "section": "Heading 3"}
    for kind, style in titles.items():
        declared = [f"{e.name} {getattr(e, 'title', '')}" for e in plan.elements if e.kind == kind]
        assert declared == [line.text for line in read_lines("纲要") if line.style == style]


def test_wrong_forms_of_terms_are_not_used(plan: Plan, texts: dict[str, str]) -> None:
    both = "\n".join(texts.values())
    wrong = [v.text for e in plan.elements if e.kind == "term" for v in getattr(e, "variants", [])]
    assert wrong
    assert [word for word in wrong if word in both] == []


def test_the_table_is_that_of_the_plan(plan: Plan) -> None:
    heads, *rows = table_rows()
    category = ""
    expected = []
    for number, indicator in enumerate(table(plan), 1):
        assert indicator.category is not None
        assert indicator.category.path is not None
        own = indicator.category.path.text
        expected.append(
            (
                str(number),
                own if own != category else "",
                indicator.name,
                indicator.unit_text,
                printed([f for f in indicator.figures if f.tense == "actual" and f.year == 2020]),
                printed([f for f in indicator.figures if f.tense == "target" and f.year == 2025]),
                printed([f for f in indicator.figures if f.basis in ("annual", "cumulative") and f.tense == "target"]),
                {"anticipated": "预期性", "binding": "约束性"}[indicator.nature or ""],
            )
        )
        category = own
    assert rows == expected
    assert len(heads) == len(rows[0])


def test_growth_leads_from_the_baseline_to_the_target(plan: Plan) -> None:
    grown = [e for e in table(plan) if any(f.basis == "annual" for f in e.figures)]
    assert len(grown) > 5
    for indicator in grown:
        annual = next(f for f in indicator.figures if f.basis == "annual")
        start, end = (next(f for f in indicator.figures if f.year == year) for year in (2020, 2025))
        rate = float(point(end) / point(start)) ** (1 / 5) - 1
        assert written(annual) == f"{100 * rate:.1f}", indicator.name


def test_sums_in_the_text_are_those_of_the_plan(plan: Plan, texts: dict[str, str]) -> None:
    note = texts["起草说明"]
    measures = [e for e in plan.elements if isinstance(e, Measure)]
    kinds = Counter(KINDS[e.type or ""] for e in measures)
    listed = "、".join(f"{word}{kinds[word]}项" for word in KINDS.values())
    assert f"共安排{len(measures)}项举措，其中{listed}" in note
    categories = Counter(e.category.path.text for e in table(plan) if e.category and e.category.path)
    assert "、".join(f"{name}{count}项" for name, count in categories.items()) in note
    projects = [e for e in measures if e.type == "project"]
    invested = sum(money for e in projects for money in claimed(e, "重点项目总投资"))
    assert f"安排{len(projects)}个重点项目，总投资{invested}亿元" in texts["纲要"]
    for project in projects:
        (money,) = claimed(project, "重点项目总投资")
        assert re.search(rf"{project.name}。.*总投资{money}亿元", texts["纲要"]), project.name
    land = sum(area for e in measures for area in claimed(e, "新增建设用地"))
    assert f"用地{land}亩" in texts["纲要"]


def claimed(measure: Measure, resource: str) -> list[int]:
    found = []
    for claim in measure.claims:
        assert claim.reference.path is not None
        assert claim.quantity is not None
        if claim.reference.path.text == resource:
            exact = claim.quantity.interval.point
            assert exact is not None
            found.append(int(exact))
    return found


# ── The Word and Excel files ──


def read_document(name: str) -> list[tuple[str, str]]:
    """Style and words of each paragraph and row of a Word file, in their order."""
    import docx
    from docx.table import Table

    document = docx.Document(str(SAMPLE / f"{name}.docx"))
    found = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            rows = block._tbl.tr_lst
            found += [("Table", "\t".join("".join(cell.xpath(".//w:t/text()")) for cell in row.tc_lst)) for row in rows]
        else:
            found.append((str(block.style.name if block.style else ""), block.text))
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_word_files_hold_the_words_of_the_texts(name: str) -> None:
    expected = [(line.style, re.sub(r"\[\d\]", "", line.text)) for line in read_lines(name)]
    assert read_document(name) == [line for line in expected if not line[1].startswith(" ")]


def test_the_footnote_is_there() -> None:
    import zipfile

    note = next(line.text for line in read_lines("纲要") if line.text.startswith("[1]"))
    with zipfile.ZipFile(SAMPLE / "纲要.docx") as archive:
        assert note.removeprefix("[1]") in archive.read("word/footnotes.xml").decode("utf-8")


def read_sheet(number: int) -> Any:
    import openpyxl

    return openpyxl.load_workbook(SAMPLE / sample_files.WORKBOOK).worksheets[number]


def shown(cell: Any) -> str:
    """A cell as it is displayed."""
    if isinstance(cell.value, float) or cell.number_format != "General":
        return f"{cell.value:.{len(cell.number_format) - 2}f}"
    return "" if cell.value is None else str(cell.value)


def test_the_workbook_holds_the_table() -> None:
    sheet = read_sheet(0)
    rows = table_rows()
    read = [tuple(shown(cell) for cell in row) for row in sheet.iter_rows(min_row=2, max_row=len(rows) + 1)]
    assert read == rows
    spans = {str(area) for area in sheet.merged_cells.ranges if str(area).startswith("B")}
    assert spans == {f"B{first + 2}:B{last + 2}" for first, last in sample_files.merged(rows)}


def test_the_workbook_holds_the_yearly_targets() -> None:
    heads, *rows = [[shown(cell) for cell in row] for row in read_sheet(1).iter_rows()]
    assert heads[3:] == [f"{year}年" for year in sample_files.YEARS]
    expected = [
        [str(number), name, unit, *(figures.get(year, "—") for year in sample_files.YEARS)]
        for number, (name, unit, figures) in enumerate(sample_files.yearly_targets(), 1)
    ]
    assert rows == expected


def test_the_same_texts_make_the_same_bytes() -> None:
    assert sample_files.files() == sample_files.files()


def test_made_files_can_be_read_again() -> None:
    import docx

    for name in TEXTS:
        made = docx.Document(io.BytesIO(sample_files.make_document(name)))
        kept = docx.Document(str(SAMPLE / f"{name}.docx"))
        assert [p.text for p in made.paragraphs] == [p.text for p in kept.paragraphs]
