"""``plancheck align --place``: what outlines above say of a place, beside what its own text answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.doors.output import write_file, write_out
from checker.doors.words import current_language
from checker.doors.workbooks import tell
from checker.engine.inputs import sort_inputs
from checker.messages.placed import PLACED_EMPTY, PLACED_NO_UPPER, PLACED_SHEET
from checker.messages.run_error import RunError

if TYPE_CHECKING:
    from checker.checks.plan_texts import PlanText
    from checker.model import Plan

_TAB = "说到本地的话"


def list_placed(paths: Sequence[Path], place: str, output_format: str, output: Path | None) -> int:
    """List what the documents among `paths` say of `place`; the plans and folders among them are its own."""
    from checker.engine.placed import find_placed

    place = place.strip()
    if not place:
        raise RunError(PLACED_EMPTY())
    inputs = sort_inputs(paths)
    for reason in inputs.unreadable:
        raise RunError(reason)
    if not inputs.texts:
        raise RunError(PLACED_NO_UPPER(place=place))
    is_shown = output_format == "text" and output is None
    own, plan = _own(inputs.plans, inputs.texts, for_others=not is_shown)
    uppers = [_upper(path, for_others=not is_shown) for path in inputs.texts]
    found = [(one.source.path, find_placed(one, own, place, plan)) for one in uppers]
    lang = current_language()
    if output is not None and output.suffix.lower() == ".xlsx":
        from checker.render.placed_table import placed_cells, placed_headings
        from checker.write.sheet_listing import plain_sheet
        from checker.write.workbook import write_workbook

        name = PLACED_SHEET(place=place).text(lang)
        write_file(
            output, write_workbook([plain_sheet(name[:31], name, placed_headings(lang), placed_cells(found, lang))])
        )
        return 0
    from checker.render.placed_table import render_placed, render_placed_csv, render_placed_json

    told = {
        "text": lambda: render_placed(found, place, bool(own), lang),
        "csv": lambda: render_placed_csv(found, lang),
        "json": lambda: render_placed_json(found, place, bool(own), lang),
    }
    write_out(told[output_format](), output, for_people=output_format == "text")
    return 0


def _own(plans: Sequence[Path], uppers: Sequence[Path], *, for_others: bool) -> tuple[list[PlanText], Plan | None]:
    """The own texts, and the plan; of the current folder where no plan is named."""
    from checker.engine import Options
    from checker.engine.inputs import check_inputs
    from checker.engine.withhold import for_others as without_words

    report = check_inputs(plans or [Path()], Options(select=("PC101",)))
    for reason in report.unreadable:
        raise RunError(reason)
    report = without_words(report) if for_others else report
    above = {path.resolve() for path in uppers}
    texts = [
        text
        for one in report.checked
        for text in one.facts.texts
        if text.role == "main" and (Path.cwd() / text.source.path).resolve() not in above
    ]
    checked = [plan for one in report.checked for plan in one.workspace.checked if plan.name]
    return texts, checked[0] if len(checked) == 1 else None


def _upper(path: Path, *, for_others: bool) -> PlanText:
    """A document above; what its reader has to say is told. One marked 内部 goes without words into files."""
    from checker.checks.plan_texts import PlanText
    from checker.prose.masking import masked
    from checker.prose.read import read_document
    from checker.source import read_bytes
    from checker.workspace.load import shown

    name = shown(path, Path.cwd())
    document = read_document(read_bytes(path, name), path.suffix.lower(), name)
    for note in document.notes:
        tell(note)
    return PlanText(masked(document) if for_others and document.internal else document)
