"""``plancheck table``: the sheets that go with a draft for review, written and brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from checker.doors.output import write_diff, write_file, write_files, write_text
from checker.doors.words import FILE, Argument, Command, OneOf, Option, current_language
from checker.doors.workbooks import open_workbook, tell
from checker.messages.cli import CLI_DIFF, CLI_FILE_VALUE, CLI_WRITTEN
from checker.messages.run_error import RunError
from checker.messages.sheets import (
    CLI_PLAN_UNKNOWN,
    CLI_TABLE,
    CLI_TABLE_AFTER,
    CLI_TABLE_DIRECTION,
    CLI_TABLE_EMPTY,
    CLI_TABLE_IMPORT,
    CLI_TABLE_KIND_VALUE,
    CLI_TABLE_NO_PLAN,
    CLI_TABLE_ONE_WAY,
    CLI_TABLE_OUTPUT,
    CLI_TABLE_PATH_VALUE,
    CLI_TABLE_SEVERAL,
    CLI_TABLE_UNCHANGED,
    CLI_TABLE_UNSAFE,
    CLI_TABLE_UPDATED,
    SHEETS_CONFLICTS,
    SHEETS_NO_COMMENTS,
    SHEETS_NO_INDICATORS,
)
from checker.messages.source import SOURCE_WITH_PATH
from checker.source import nearest, with_near

if TYPE_CHECKING:
    from checker.messages import Message, Template
    from checker.model import Plan
    from checker.prose.comment_table import CommentTable
    from checker.source import SourceText
    from checker.write.edits import Update
    from checker.write.workbook import SheetTable

#: Kind of sheet → module and function in `checker.write` that make it; 衔接对照 is the list of `plancheck align`.
_WRITERS = {
    "主要指标": ("sheet_indicators", "indicator_sheets"),
    "意见采纳": ("sheet_comments", "comment_sheets"),
    "任务分工": ("sheet_tasks", "task_sheets"),
}


_ALIGNMENT = "衔接对照"
#: Needs the ties of the plan beside its elements.
_GOALS = "目标举措指标"
_KINDS = ("主要指标", _ALIGNMENT, "意见采纳", "任务分工", _GOALS)


def _table(kind: str, path: Path | None, output: Path | None, changed: Path | None, show_diff: bool) -> int:
    if (output is None) == (changed is None):
        raise RunError(CLI_TABLE_DIRECTION())
    if changed is not None and kind not in (_ALIGNMENT, *_READERS):
        raise RunError(CLI_TABLE_ONE_WAY(kind=kind))
    if kind == _ALIGNMENT:
        from checker.doors.align import bring_back_sheet, write_sheet

        if changed is not None:
            return bring_back_sheet(path, changed, show_diff)
        assert output is not None
        return write_sheet(path, output)
    plan, others = plan_among_others(path or Path())
    if changed is not None:
        return bring_back(plan, _READERS[kind](plan, changed), show_diff)
    assert output is not None
    if kind == _GOALS:
        from checker.graph import build_graph
        from checker.write.sheet_goals import goal_sheets

        return write_sheets(goal_sheets(plan, build_graph([plan, *others])), kind, plan, output)
    return _write(kind, plan, output)


def one_plan(path: Path) -> Plan:
    """The plan that `path`, a file or a folder, is about; RunError unless it is one that can be read."""
    return plan_among_others(path)[0]


def plan_among_others(path: Path) -> tuple[Plan, list[Plan]]:
    """The same plan with the others of its workspace; `path` may be the name of a plan of this folder's workspace."""
    from checker.engine.inputs import sort_inputs
    from checker.workspace import load_workspace

    inputs = sort_inputs([path])
    if _is_name(path):
        return _plan_called(path.name, inputs.unreadable)
    if not inputs.plans:
        raise RunError(next(iter(inputs.unreadable), CLI_TABLE_NO_PLAN(path=path.as_posix())))
    workspace = load_workspace(inputs.plans, Path.cwd())
    if workspace.unreadable:
        raise RunError(workspace.unreadable[0])
    plan = pick_plan(workspace.checked, [path])
    return plan, [one for one in workspace.plans if one is not plan]


def _is_name(path: Path) -> bool:
    """Whether it is no file or folder, and may be the name of a plan."""
    return not path.exists() and not path.suffix


def named_file(path: Path) -> Path:
    """The path itself, or the file of the plan of this folder's workspace that bears that name; RunError for none."""
    return file_of(one_plan(path)) if _is_name(path) else path


def _plan_called(name: str, otherwise: Sequence[Message]) -> tuple[Plan, list[Plan]]:
    """The checked plan of that name or full name, with the others; RunError `otherwise` where none is nearly so."""
    from checker.workspace import load_workspace
    from checker.workspace.plan_names import PlanNames

    workspace = load_workspace([Path()], Path.cwd())
    plan = PlanNames(workspace.checked).find(name)
    if plan is not None:
        return plan, [one for one in workspace.plans if one is not plan]
    names = [one.name for one in workspace.checked if one.name]
    if nearest(name, names):
        raise RunError(with_near(CLI_PLAN_UNKNOWN(name=name), name, names))
    raise RunError(next(iter(otherwise), CLI_TABLE_NO_PLAN(path=name)))


def pick_plan(plans: Sequence[Plan], paths: Sequence[Path]) -> Plan:
    """The one of the plans of `paths` that is meant, by its file if that is named; RunError unless it is one."""
    files = {path.resolve() for path in paths if path.is_file()}
    plans = [plan for plan in plans if files.intersection(files_of(plan))] or plans
    shown = "、".join(path.as_posix() for path in paths)
    if not plans or not plans[0].name:
        raise RunError(CLI_TABLE_NO_PLAN(path=shown))
    if len(plans) > 1:
        raise RunError(CLI_TABLE_SEVERAL(path=shown, files="、".join(plan.source.path for plan in plans)))
    return plans[0]


def file_of(plan: Plan) -> Path:
    """Where the file with the header of `plan` lies."""
    return files_of(plan)[0]


def files_of(plan: Plan) -> list[Path]:
    """Where the files of `plan` lie."""
    return [(Path.cwd() / file.path).resolve() for file in plan.files]


def _write(kind: str, plan: Plan, output: Path) -> int:
    module, function = _WRITERS[kind]
    return write_sheets(getattr(import_module(f"checker.write.{module}"), function)(plan), kind, plan, output)


def write_sheets(sheets: Sequence[SheetTable], kind: str, plan: Plan, output: Path) -> int:
    """Write the sheets of a kind; RunError where `plan` has nothing for them."""
    from checker.write.workbook import write_workbook

    if not sheets:
        raise RunError(CLI_TABLE_EMPTY(plan=plan.source.path, kind=kind))
    write_file(output, write_workbook(sheets))
    write_text(CLI_WRITTEN(path=output.as_posix()).text(current_language()) + "\n")
    return 0


# ---- brought back


def _indicators(plan: Plan, path: Path) -> Update:
    from checker.prose.indicator_table import read_indicator_table
    from checker.write.update_indicators import update_indicators

    workbook = open_workbook(path)
    first, last = plan.first_year, plan.last_year
    period = (first, last) if first is not None and last is not None else None
    read = [read_indicator_table(sheet, period) for sheet in workbook.sheets]
    tables = [table for table in read if table is not None]
    if not any(table.rows for table in tables):
        raise RunError(SOURCE_WITH_PATH(path=workbook.path, reason=SHEETS_NO_INDICATORS()))
    return update_indicators(plan, tables)


def read_comments(plan: Plan, paths: Sequence[Path], old: Path | None = None) -> Update:
    """What the summary sheets at `paths` make of the files of `plan`; RunError if there is none in one of them.

    `old` is the sheet as it was sent out.
    """
    from checker.write.update_comments import update_comments

    before = _comment_tables(old) if old is not None else []
    tables: list[CommentTable] = []
    for path in paths:
        found = _comment_tables(path)
        if len(paths) > 1:
            for table in found:
                table.put_in(path.as_posix())
        tables += found
    return update_comments(plan, tables, before)


def _comment_tables(path: Path) -> list[CommentTable]:
    from checker.prose.comment_table import read_comment_table

    workbook = open_workbook(path)
    tables = [table for sheet in workbook.sheets if (table := read_comment_table(sheet)) is not None]
    if not any(table.rows for table in tables):
        raise RunError(SOURCE_WITH_PATH(path=workbook.path, reason=SHEETS_NO_COMMENTS()))
    return tables


def _comments(plan: Plan, path: Path) -> Update:
    return read_comments(plan, [path])


_READERS: dict[str, Callable[[Plan, Path], Update]] = {"主要指标": _indicators, "意见采纳": _comments}


def bring_back(plan: Plan, update: Update, show_diff: bool) -> int:
    """Write `update` into the files of `plan`, or show what would change; what there is to say goes to stderr."""
    lang = current_language()
    for message in update.told:
        tell(message)
    if update.conflicts:
        tell(SHEETS_CONFLICTS(count=update.conflicts))
    status = int(update.conflicts > 0)
    if not update.files:
        write_text(CLI_TABLE_UNCHANGED(path=plan.source.path).text(lang) + "\n")
        return status
    write_plan_files(update.files, CLI_TABLE_UNSAFE, show_diff=show_diff)
    if not show_diff:
        paths = "、".join(file.path for file, _ in update.files)
        write_text(CLI_TABLE_UPDATED(path=paths, changed=update.changed, added=update.added).text(lang) + "\n")
    return status


def write_plan_files(files: Sequence[tuple[SourceText, str]], unsafe: Template, *, show_diff: bool) -> None:
    """Write the new texts of plan files, or show what would change; RunError `unsafe` if one cannot be read back."""
    from checker.write.edits import is_sound

    for file, text in files:
        if not is_sound(file.text, text):
            raise RunError(unsafe(path=file.path))
    if show_diff:
        for file, text in files:
            write_diff(file.path, file.text, text)
        return
    write_files([(Path.cwd() / file.path, text.encode(file.encoding)) for file, text in files])


TABLE = Command(
    "table",
    CLI_TABLE,
    [
        Argument(
            "kind", value=CLI_TABLE_KIND_VALUE, type=OneOf("主要指标", _ALIGNMENT, "意见采纳", "任务分工", _GOALS)
        ),
        Argument("path", value=CLI_TABLE_PATH_VALUE, type=FILE, required=False),
        Option("-o", "--output", words=CLI_TABLE_OUTPUT, value=CLI_FILE_VALUE, type=FILE),
        Option("--import", "changed", words=CLI_TABLE_IMPORT, value=CLI_FILE_VALUE, type=FILE),
        Option("--diff", "show_diff", words=CLI_DIFF, is_flag=True),
    ],
    _table,
    after=[CLI_TABLE_AFTER],
)
