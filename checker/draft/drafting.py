"""The readings of several documents of one plan → one draft of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from msgspec import Struct

from checker.draft.chapters import Chapters, find_outline
from checker.draft.goals import find_goals
from checker.draft.head import Head, find_documents, find_head, is_proposal, upper_plan
from checker.draft.indicators import find_indicators
from checker.draft.measures import find_tasks
from checker.draft.slogans import find_slogans
from checker.draft.ties import OVERALL, tie_indicators, tie_tasks
from checker.draft.values import Drafted, Goal, QuotedName, Slogan, quotable
from checker.messages import Message
from checker.messages.choices import Choice
from checker.messages.draft import (
    DRAFT_GUESSED_GOALS,
    DRAFT_GUESSED_GOALS_OF,
    DRAFT_NOT_FOUND,
    DRAFT_NOT_OWN,
    DRAFT_PICTURES,
    DRAFT_TWO_OUTLINES,
)
from checker.model.words import LEVELS, STAGES
from checker.prose.document import Document
from checker.prose.reading import Reading, read

_NOTE, _PROPOSAL, _TABLE, _OUTLINE = "drafting_note", "proposal", "indicator_table", "outline"
#: Kind of a document → the role that 文本 has for it, its Chinese word and its note.
_ROLES = {_OUTLINE: ("主文", "main"), _NOTE: ("说明", "note"), _TABLE: ("指标表", "table")}


class Source(Struct):
    """A document with the name of its file, what it says, and what its head says of its plan."""

    path: str
    document: Document
    reading: Reading
    head: Head
    kind: str

    @property
    def role(self) -> str:
        """The word of its role in 文本, "" for a document that is no text of the plan."""
        return _ROLES.get(self.kind, ("", ""))[0]

    @property
    def role_note(self) -> str:
        """The English word of its role."""
        return _ROLES.get(self.kind, ("", ""))[1]


def read_sources(documents: Sequence[tuple[str, Document]]) -> list[Source]:
    """The documents with what they are: the outline first, of several the one with the most headings."""
    made = []
    for path, document in documents:
        reading = read(document)
        head = find_head(reading)
        kind = _TABLE if path.endswith(".xlsx") else reading.frame.kind
        kind = _NOTE if "说明" in head.title and kind != _TABLE else kind
        made.append(Source(path, document, reading, head, kind))
    return ranked(made)


def ranked(made: Sequence[Source]) -> list[Source]:
    """Documents of one plan in the order that `read_sources` has: what stands first and is no other is the outline."""
    ordered = sorted(made, key=lambda one: (one.kind != _OUTLINE, one.kind == _TABLE, -len(one.document.headings)))
    is_alone = all(one.kind == _PROPOSAL for one in ordered)
    if ordered and (is_alone or ordered[0].kind not in (_NOTE, _TABLE, _PROPOSAL)):
        ordered[0].kind = _OUTLINE
    return ordered


def of_two_plans(sources: Sequence[Source]) -> Message | None:
    """That the documents are those of more than one plan, by their titles; None where they are of one."""
    main = sources[0]
    own = main.head.name
    for one in sources[1:]:
        if one.kind == _OUTLINE and own and one.head.name and one.head.name != own:
            return DRAFT_TWO_OUTLINES(first=PurePath(main.path).name, second=PurePath(one.path).name)
    return None


def draft(sources: Sequence[Source]) -> Drafted:
    """What the documents of one plan say of it, `sources` as `read_sources` has them."""
    main = sources[0]
    reading, head = main.reading, main.head
    own = [one for one in sources if one.role]
    outline, annex = ([], None) if main.kind != _OUTLINE else find_outline(reading)
    chapters = Chapters(outline, annex)
    overall, goals, heading = find_goals(reading, chapters) if main.kind == _OUTLINE else (None, [], "")
    slogans = _slogans([one.reading for one in own], chapters)
    goals_from = DRAFT_GUESSED_GOALS(heading=heading) if goals else None
    if not goals and main.kind != _OUTLINE:
        called = next((one for one in slogans if one.name.endswith("目标")), None)
        if called is not None:
            goals = [Goal(name, quotable(name), called.chapter) for name in called.members]
            goals_from = DRAFT_GUESSED_GOALS_OF(slogan=called.name)
    indicators = find_indicators([one.reading for one in own] or [reading], chapters, head.period, goals)
    tasks = find_tasks(reading, chapters, goals, slogans, head.period[1] if head.period else 9999)
    has_more = bool(goals or tasks) or any(one.row is not None for one in indicators)
    overall = overall or (Goal(OVERALL) if has_more else None)
    tie_indicators(reading, goals, overall, indicators)
    tie_tasks(reading, chapters, goals, tasks)
    documents = _documents(sources, head)
    made = Drafted(
        head.title,
        head.name,
        _kind(main),
        _word(STAGES, reading.frame.stage),
        _word(LEVELS, reading.frame.level),
        head.period,
        [(PurePath(one.path).name, one.role) for one in own],
        outline,
        overall,
        goals,
        goals_from,
        indicators,
        [note for one in own for table in one.reading.tables for note in (*table.read.guesses, *table.read.problems)],
        slogans,
        tasks,
        [one for one in documents if not upper_plan(one.name, head)],
        list(dict.fromkeys(name for one in documents if (name := upper_plan(one.name, head)))),
    )
    _check_quotes(made, own or [main])
    not_used = [one for one in sources if not one.role and one.kind != _PROPOSAL]
    made.unread = [
        *_pictures(own),
        *(DRAFT_NOT_OWN(path=PurePath(one.path).name) for one in not_used),
        *_not_found(made, main),
    ]
    return made


def _check_quotes(made: Drafted, own: Sequence[Source]) -> None:
    """Leave out the quotes that stand in no text as they are: a page end or other cells of a row lie between.

    A sheet of a workbook is no text that is quoted.
    """
    texts = ["".join(one.document.source.text.split()) for one in own if one.kind != _TABLE]
    overall = [made.overall] if made.overall is not None else []
    for told in (*overall, *made.goals, *made.indicators, *made.slogans, *made.tasks, *made.bases):
        if told.quote and not any(told.quote in text for text in texts):
            told.quote = ""


def _kind(main: Source) -> str:
    return "起草说明" if main.kind == _NOTE else "纲要" if "纲要" in main.head.title else ""


def _word(choices: Sequence[Choice], stored: str) -> str:
    """The first Chinese word of a stored one, "" for none."""
    return next((one.zh[0] for one in choices if one.en == stored), "")


def _slogans(readings: Sequence[Reading], chapters: Chapters) -> list[Slogan]:
    """Those of the outline, and those of the others that it does not list."""
    found: dict[str, Slogan] = {}
    for reading in readings:
        for one in find_slogans(reading, chapters):
            one.chapter = one.chapter if reading is readings[0] else ""
            found.setdefault(one.name, one)
    return list(found.values())


def _documents(sources: Sequence[Source], head: Head) -> list[QuotedName]:
    """The documents that the texts name, and the 建议 that are at hand."""
    found = {one.name: one for source in sources if source.role for one in find_documents(source.reading, head.title)}
    for source in sources:
        title = source.head.title
        if source.kind == _PROPOSAL and title:
            found.setdefault(title, QuotedName(title))
    return list(found.values())


def basis_type(name: str) -> str:
    """The type of an upper basis by its title."""
    return "建议" if is_proposal(name) else "文件"


def _pictures(own: Sequence[Source]) -> list[Message]:
    return [
        DRAFT_PICTURES(path=PurePath(one.path).name, count=one.document.pictures)
        for one in own
        if one.document.pictures
    ]


def _not_found(made: Drafted, main: Source) -> list[Message]:
    """What an outline has and this one was not seen to have."""
    if main.kind != _OUTLINE:
        return []
    lacking = {
        "章": not any(one.rank == 1 for one in made.outline),
        "目标": not made.goals,
        "指标表": not made.has_table,
        "提法": not made.slogans,
        "工程、行动、项目": not any(one.kind != "任务" for one in made.tasks),
    }
    words = [word for word, is_lacking in lacking.items() if is_lacking]
    return [DRAFT_NOT_FOUND(what="、".join(words))] if words else []
