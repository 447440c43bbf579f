"""``plancheck align``: what a plan may carry of those above, to be looked at, written, or ticked by a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.doors.numbers import numbers_in, stretches_of
from checker.doors.output import write_out
from checker.doors.table import bring_back, named_file, pick_plan, write_sheets
from checker.doors.table_format import table_format
from checker.doors.words import FILE, Argument, Command, Option, current_language
from checker.doors.workbooks import open_workbook
from checker.messages.aligning import (
    ALIGN_DIFF_ALONE,
    ALIGN_NO_NUMBERS,
    ALIGN_ONE_OF,
    ALIGN_WHICH,
    CLI_ALIGN,
    CLI_ALIGN_ACCEPT,
    CLI_ALIGN_ACCEPT_VALUE,
    CLI_ALIGN_AFTER,
    CLI_ALIGN_FROM,
    CLI_ALIGN_OUTPUT,
    CLI_ALIGN_PLACE,
    CLI_ALIGN_PLACE_VALUE,
    SHEETS_NO_ALIGNMENT,
)
from checker.messages.cli import CLI_DIFF, CLI_FILE_VALUE, CLI_PATHS_VALUE
from checker.messages.run_error import RunError
from checker.messages.source import SOURCE_WITH_PATH

if TYPE_CHECKING:
    from checker.engine.aligning import Alignment
    from checker.meaning.proposal import Proposal

#: One rule, so that everything is read and next to nothing is checked.
_CHEAP = ("PC101",)
_SHEET = "衔接对照"
#: How sure at least, by the word of the option.
_SURE = {"高": ("high",), "中": ("high", "middle"), "低": ("high", "middle", "low")}
_SURE |= {surely[-1]: surely for surely in _SURE.values()}


def _align(
    paths: Sequence[Path],
    accept: str | None,
    ticked: Path | None,
    place: str | None,
    *,
    show_diff: bool,
    output_format: str,
    output: Path | None,
) -> int:
    if sum(one is not None for one in (accept, ticked, place or output)) > 1:
        raise RunError(ALIGN_ONE_OF())
    if show_diff and accept is None and ticked is None:
        raise RunError(ALIGN_DIFF_ALONE())
    if ticked is not None:
        return _bring_back(paths, ticked, show_diff)
    if place is not None:
        from checker.doors.placed import list_placed

        return list_placed(paths, place, output_format, output)
    is_shown = accept is not None or (output_format == "text" and output is None)
    found, level = alignment_of(paths, for_others=not is_shown)
    if accept is not None:
        from checker.write.update_alignment import chosen_ties, update_ties

        return bring_back(found.plan, update_ties(found.plan, chosen_ties(_chosen(found, accept))), show_diff)
    if output is not None and output.suffix.lower() == ".xlsx":
        return _write_sheet(found, level, output)
    from checker.render.aligned_table import render_aligned, render_aligned_csv, render_aligned_json

    writers = {"text": render_aligned, "csv": render_aligned_csv, "json": render_aligned_json}
    told = writers[output_format](found, level, current_language())
    write_out(told, output, for_people=output_format == "text")
    return 0


def alignment_of(paths: Sequence[Path], *, for_others: bool) -> tuple[Alignment, str | None]:
    """The list of the one plan that `paths`, or its name, are about, and its level; RunError unless there is one.

    What goes into files for others says no words of a text that is marked 内部.
    """
    from checker.engine import Options
    from checker.engine.aligning import align
    from checker.engine.inputs import check_inputs
    from checker.engine.withhold import for_others as without_words

    paths = [named_file(path) for path in paths] or [Path()]
    report = check_inputs(paths, Options(select=_CHEAP))
    for reason in report.unreadable:
        raise RunError(reason)
    report = without_words(report) if for_others else report
    plan = pick_plan([plan for one in report.checked for plan in one.workspace.checked], paths)
    facts = next(one.facts for one in report.checked if plan in one.workspace.plans)
    return align(facts, plan), facts.stated(plan, "level")


def _chosen(found: Alignment, words: str) -> list[Proposal]:
    """The proposals that `words` choose: as sure as that, or by their numbers."""
    surely = _SURE.get(words.strip())
    if surely is not None:
        chosen = [one for one in found.proposals if one.confidence in surely]
        if not chosen:
            raise RunError(ALIGN_NO_NUMBERS())
        return chosen
    stretches = stretches_of(words)
    if stretches is None:
        raise RunError(ALIGN_WHICH(text=words))
    numbers = numbers_in(stretches, len(found.proposals))
    return [one for number, one in enumerate(found.proposals, 1) if number in numbers]


# ---- sheets


def write_sheet(path: Path | None, output: Path) -> int:
    """The sheets of the plan at `path`, for ``plancheck table 衔接对照``."""
    found, level = alignment_of([path] if path is not None else [], for_others=True)
    return _write_sheet(found, level, output)


def _write_sheet(found: Alignment, level: str | None, output: Path) -> int:
    from checker.write.sheet_alignment import alignment_sheets

    return write_sheets(alignment_sheets(found, level), _SHEET, found.plan, output)


def bring_back_sheet(path: Path | None, ticked: Path, show_diff: bool) -> int:
    """Write what was ticked in the sheet `ticked` into the plan at `path`."""
    return _bring_back([path] if path is not None else [], ticked, show_diff)


def _bring_back(paths: Sequence[Path], ticked: Path, show_diff: bool) -> int:
    from checker.prose.alignment_table import read_alignment_table
    from checker.write.update_alignment import update_alignment

    found, _ = alignment_of(paths, for_others=False)
    workbook = open_workbook(ticked)
    tables = [table for sheet in workbook.sheets if (table := read_alignment_table(sheet)) is not None]
    if not tables:
        raise RunError(SOURCE_WITH_PATH(path=workbook.path, reason=SHEETS_NO_ALIGNMENT()))
    return bring_back(found.plan, update_alignment(found, tables), show_diff)


ALIGN = Command(
    "align",
    CLI_ALIGN,
    [
        Argument("paths", value=CLI_PATHS_VALUE, nargs=-1, type=FILE),
        Option("--accept", words=CLI_ALIGN_ACCEPT, value=CLI_ALIGN_ACCEPT_VALUE),
        Option("--from", "ticked", words=CLI_ALIGN_FROM, value=CLI_FILE_VALUE, type=FILE),
        Option("--place", words=CLI_ALIGN_PLACE, value=CLI_ALIGN_PLACE_VALUE),
        Option("--diff", "show_diff", words=CLI_DIFF, is_flag=True),
        table_format(),
        Option("-o", "--output", words=CLI_ALIGN_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
    ],
    _align,
    after=[CLI_ALIGN_AFTER],
)
