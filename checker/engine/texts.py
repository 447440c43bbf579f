"""The texts of a run, read: what rules see of them, and what there is to say of how they were read."""

from __future__ import annotations

from checker.finding import Notice, NoticeKind
from checker.messages.texts import TEXT_TABLE, TEXT_WITHOUT_PLAN
from checker.rules import Rulebook
from checker.rules.plan_texts import PlanText
from checker.source import Unreadable
from checker.workspace import Workspace


def read_texts(workspace: Workspace, rulebook: Rulebook) -> list[PlanText]:
    """The texts of the workspace that can be read; its `unreadable` and `notices` tell the rest."""
    texts: list[PlanText] = []
    for file in workspace.texts:
        try:
            document = file.read()
        except Unreadable as problem:
            workspace.unreadable.append(problem.message)
            continue
        texts.append(PlanText(document, file.plan, file.role))
        workspace.notices += [Notice(note, (), file.shown, NoticeKind.REMARK) for note in document.notes]
        workspace.notices += [Notice(note, (), file.shown) for note in document.unread]
        if file.plan is None:
            workspace.notices.append(Notice(TEXT_WITHOUT_PLAN(), rulebook.needing("plan_file"), file.shown))
    return texts


def read_tables(workspace: Workspace, rulebook: Rulebook) -> list[PlanText]:
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
            workspace.notices.append(Notice(message, rulebook.needing("indicator_table"), file.plan.source.path))
    return tables
