"""The measures that a text names: the sections of its chapters of tasks, and programmes, actions, projects in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.prose.document import Block, BlockKind, Document
from checker.prose.reading.named import is_programme, programmes_in
from checker.write.draft_found import Chapters, Goal, Told, quotable
from checker.write.draft_slogans import Slogan

#: Without goals to go by, chapters that come before the tasks.
_BACKGROUND = re.compile(
    r"^(?:发展|规划)?(?:基础|环境|背景|形势)|(?:发展|宏观|内外部)环境|总体(?:要求|思路)|指导思想|"
    r"(?:主要|发展|总体|远景)目标|总则|总论|回顾|成就"
)
_SAFEGUARD = re.compile(r"保障|组织实施|规划实施|监测评估")
_PROGRAMME = re.compile(r"[“”\u4e00-\u9fff]{4,20}(?:工程|行动|计划|项目)")
_KIND_WORDS = {"计划": "行动"}
_LONGEST = 24
_SHORTEST = 4


class Task(Told):
    """A measure: `kind` is the word of its type, `part_of` the measure that it stands under, "" for none."""

    kind: str = "任务"
    part_of: str = ""


def find_tasks(document: Document, chapters: Chapters, goals: Sequence[Goal], slogans: Sequence[Slogan]) -> list[Task]:
    """The measures, in the order of the text; a name that comes again is the same measure."""
    spoken = {goal.name for goal in goals}
    tasks: dict[str, Task] = {}
    task_chapters = {id(one) for one in _task_chapters(chapters, goals)}
    members = {one for slogan in slogans for one in slogan.members if _PROGRAMME.fullmatch(one)}
    section = ""
    for block in document.blocks:
        chapter = chapters.of(block.start)
        if chapter is None or id(chapter) not in task_chapters or block.cell is not None:
            continue
        if block.kind is BlockKind.HEADING:
            section = _section(block, chapter, spoken, tasks) or ("" if block is chapter else section)
            continue
        for name, kind in _named(block.text, members):
            tasks.setdefault(name, Task(name, quotable(name), chapter.number, kind, section))
    for slogan in slogans:
        for name in slogan.members:
            if name in members:
                tasks.setdefault(name, Task(name, quotable(name), slogan.chapter, _kind(name)))
    return list(tasks.values())


def _task_chapters(chapters: Chapters, goals: Sequence[Goal]) -> Iterator[Block]:
    """The chapters behind that of the goals."""
    last = max((chapter.start for goal in goals if (chapter := chapters.of(goal.start))), default=-1)
    for chapter in chapters.listed:
        if chapter.start > last and (last >= 0 or not _BACKGROUND.search(chapter.title)):
            yield chapter


def _section(heading: Block, chapter: Block, spoken: set[str], tasks: dict[str, Task]) -> str:
    """The measure that a section is, "" for a chapter and for what is too long for a name."""
    title = heading.title
    is_section = heading.number.startswith("第") or heading.level == chapter.level + 1
    if heading is chapter or not is_section or not _SHORTEST <= len(title) <= _LONGEST or title in spoken:
        return ""
    kind = "保障" if _SAFEGUARD.search(chapter.title) else "任务"
    tasks.setdefault(title, Task(title, quotable(title), chapter.number, kind))
    return title


def _named(text: str, members: set[str]) -> Iterator[tuple[str, str]]:
    """Names with their kinds: those of the slogans, and what the text says is carried out."""
    for _, name in programmes_in(text):
        if name in members or is_programme(name):
            yield name, _kind(name)


def _kind(name: str) -> str:
    return _KIND_WORDS.get(name[-2:], name[-2:])
