"""The texts of a run, read: what rules see of them, and what there is to say of how they were read."""

from __future__ import annotations

from checker.finding import Notice
from checker.messages.texts import TEXT_TABLE, TEXT_WITHOUT_PLAN
from checker.rules.plan_texts import PlanText
from checker.source import Unreadable
from checker.workspace import Workspace

#: The rules that hold a text against its plan.
_MODEL_CODES = ("PC703", "PC704")


def read_texts(workspace: Workspace) -> list[PlanText]:
    """The texts of the workspace that can be read; its `unreadable` and `notices` tell the rest."""
    texts: list[PlanText] = []
    for file in workspace.texts:
        try:
            document = file.read()
        except Unreadable as problem:
            workspace.unreadable.append(problem.message)
            continue
        texts.append(PlanText(document, file.plan, file.role))
        workspace.notices += [Notice(note, (), file.shown) for note in document.notes]
        if file.plan is None:
            workspace.notices.append(Notice(TEXT_WITHOUT_PLAN(), _MODEL_CODES, file.shown))
    return texts


def read_tables(workspace: Workspace) -> list[PlanText]:
    """The indicator tables of the workspace that can be read; its `unreadable` and `notices` tell the rest."""
    from checker.prose.table_claims import has_indicator_table

    tables: list[PlanText] = []
    for file in workspace.tables:
        try:
            document = file.read()
        except Unreadable as problem:
            workspace.unreadable.append(problem.message)
            continue
        if file.plan is not None and has_indicator_table(document):
            tables.append(PlanText(document, file.plan, file.role))
        elif file.plan is not None:
            message = TEXT_TABLE(plan=file.plan.name, name=file.path.name)
            workspace.notices.append(Notice(message, ("PC703",), file.plan.source.path))
    return tables
