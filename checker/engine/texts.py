"""The document set of a run, read: what rules see of it, and what there is to say of how it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.checks import Facts, Rulebook
from checker.checks.plan_texts import PlanText, companions
from checker.checks.text_pairs import lacks_upper, texts_alone
from checker.engine.documents import Documents
from checker.finding import Notice, NoticeKind
from checker.messages import Message
from checker.messages.source import SOURCE_WITH_PATH
from checker.messages.texts import (
    PLAN_COPY,
    PLAN_TWICE,
    STAGE_AT_HEADER,
    STAGE_AT_NAME,
    STAGE_AT_PAGE,
    STAGE_AT_TITLE,
    TABLE_HELD,
    TABLE_NONE,
    TABLE_READ,
    TABLE_ROWS_TWICE,
    TEXT_ALONE,
    TEXT_INTERNAL,
    TEXT_NO_WORDS,
    TEXT_ONLY_PICTURES,
    TEXT_PICTURES,
    TEXT_PLAN_BESIDE,
    TEXT_STAGE,
    TEXT_TABLE,
    TEXT_WITHOUT_PLAN,
    TEXTS_WITHOUT_UPPER,
)
from checker.source import Unreadable
from checker.workspace import Workspace
from checker.workspace.texts import TextFile

_STAGE_PLACES = {
    "title": STAGE_AT_TITLE,
    "header": STAGE_AT_HEADER,
    "first_page": STAGE_AT_PAGE,
    "file_name": STAGE_AT_NAME,
}


def read_documents(workspace: Workspace, rulebook: Rulebook) -> Documents:
    """The texts and tables of the workspace that can be read, and what there is to say of them and of the others."""
    made = Documents()
    _read_texts(made, workspace, rulebook)
    _read_tables(made, workspace, rulebook)
    made.notices += _told_of_others(workspace)
    return made


def _read_texts(made: Documents, workspace: Workspace, rulebook: Rulebook) -> None:
    for file in workspace.texts:
        text = _read(file, made)
        if text is None:
            continue
        made.texts.append(text)
        document = text.document
        made.notices += [Notice(note, (), file.shown, NoticeKind.REMARK) for note in document.notes]
        made.notices += [Notice(note, (), file.shown) for note in document.unread]
        if file.plan is None:
            made.notices.append(Notice(TEXT_WITHOUT_PLAN(), rulebook.needing("plan_file"), file.shown))
        made.notices += _about(text, file)


def _read(file: TextFile, made: Documents) -> PlanText | None:
    try:
        return PlanText(file.read(), file.plan, file.role, file.page())
    except Unreadable as problem:
        made.unreadable.append(problem.message)
        return None


def _about(text: PlanText, file: TextFile) -> Iterator[Notice]:
    """What else there is to say of a text: plans beside it, no words, pictures, the stage that it says itself."""
    if text.document.internal:
        yield Notice(TEXT_INTERNAL(word=text.document.internal), (), file.shown, NoticeKind.REMARK)
    if file.beside:
        message = TEXT_PLAN_BESIDE(plans="、".join(file.beside))
        yield Notice(message, (), file.shown, NoticeKind.REMARK)
    pictures = text.document.pictures
    if not text.has_words:
        message = TEXT_ONLY_PICTURES(count=pictures) if pictures else TEXT_NO_WORDS()
        yield Notice(message, (), file.shown)
    elif pictures:
        yield Notice(TEXT_PICTURES(count=pictures), (), file.shown, NoticeKind.REMARK)
    if text.takes_own_stage():
        assert text.page is not None
        assert text.page.stage is not None
        read = text.page.stage
        message = TEXT_STAGE(place=_STAGE_PLACES[read.place](), word=read.word)
        yield Notice(message, (), file.shown, NoticeKind.REMARK)


def _read_tables(made: Documents, workspace: Workspace, rulebook: Rulebook) -> None:
    """A table that no plan names is held against the texts, as far as they are of its place and period."""
    texts, tables = made.texts, made.tables
    for file in workspace.tables:
        table = _read(file, made)
        if table is None:
            continue
        if table.reading.tables:
            tables.append(table)
        elif file.plan is not None:
            message: Message = TEXT_TABLE(plan=file.plan.name, name=file.path.name)
            made.notices.append(Notice(message, rulebook.needing("indicator_table"), file.plan.source.path))
        else:
            made.notices.append(Notice(TABLE_NONE(), (), file.shown))
        made.notices += [Notice(note, (), file.shown) for note in table.document.unread]
        if table.document.internal:
            said = TEXT_INTERNAL(word=table.document.internal)
            made.notices.append(Notice(said, (), file.shown, NoticeKind.REMARK))
    for table in tables:
        if table.plan is None:
            made.notices += _told_of(table, [one for one in texts if table in companions(one, tables, texts)])


def _told_of(table: PlanText, held: Sequence[PlanText]) -> Iterator[Notice]:
    """What was read of a table that no plan names, and what it is held against."""
    found = table.reading.tables
    # An indicator that stands on several sheets is one.
    listed: Counter[str] = Counter()
    for one in found:
        listed |= Counter(row.name for row in one.rows)
    count = listed.total()
    path = table.source.path
    if held:
        names = "、".join(one.source.path.rpartition("/")[2] for one in held)
        yield Notice(TABLE_HELD(count=count, texts=names), (), path, NoticeKind.REMARK)
    else:
        yield Notice(TABLE_READ(count=count), (), path)
    for one in found:
        yield from (Notice(problem, (), path) for problem in one.read.problems)
        for name, times in Counter(row.name for row in one.rows).items():
            if times > 1:
                yield Notice(TABLE_ROWS_TWICE(name=name, count=times), (), path)


def told_of_pairs(facts: Facts, rulebook: Rulebook) -> Iterator[Notice]:
    """Which texts could be held against no other, and that none could be held against an outline above."""
    beside, above = rulebook.needing("companion_text"), rulebook.needing("upper_text")
    for text in texts_alone(facts):
        yield Notice(TEXT_ALONE(), (*beside, *above), text.source.path)
    if lacks_upper(facts):
        yield Notice(TEXTS_WITHOUT_UPPER(), above)


def _told_of_others(workspace: Workspace) -> Iterator[Notice]:
    """Files of the set that were not read: stale copies of plans, files of other programs, texts nobody names.

    They are missing where there is no plan: then all that lies in the folder is what the run is about.
    """
    for copy in workspace.copies:
        told = PLAN_TWICE if copy.asked else PLAN_COPY
        message = told(taken=copy.taken.path, plan=copy.taken.plan)
        yield Notice(SOURCE_WITH_PATH(path=copy.copy.path, reason=message), kind=NoticeKind.REMARK)
    kind = NoticeKind.REMARK if workspace.checked else NoticeKind.MISSING
    for other in workspace.others:
        yield Notice(other.message, kind=kind)
