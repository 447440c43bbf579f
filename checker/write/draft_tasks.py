"""The measures that a text names: the sections of its chapters of tasks, and programmes, actions, projects in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.prose.document import Block, BlockKind, Document
from checker.write.draft_found import Chapters, Goal, Told, quotable
from checker.write.draft_slogans import Slogan

#: Without goals to go by, chapters that come before the tasks.
_BACKGROUND = re.compile(
    r"^(?:发展|规划)?(?:基础|环境|背景|形势)|(?:发展|宏观|内外部)环境|总体(?:要求|思路)|指导思想|"
    r"(?:主要|发展|总体|远景)目标|总则|总论|回顾|成就"
)
_SAFEGUARD = re.compile(r"保障|组织实施|规划实施|监测评估")
_KINDS = "工程|行动|计划|项目"
_PROGRAMME = re.compile(rf"[“”\u4e00-\u9fff]{{4,20}}(?:{_KINDS})")
#: 实施A工程, 开展B行动, 建设C项目, a clause of its own; 一批项目, 重点工程 and 投资的项目 name nothing.
_NAMED = re.compile(
    rf"(?:^|[，。；：、])(?:深入|全面|大力|持续|组织|有序)?"
    rf"(?:实施|开展|启动|建设|推进)(?:实施)?(?P<name>(?:(?!{_KINDS})[\u4e00-\u9fff]){{3,14}}(?:{_KINDS}))(?=[，。；、：（]|$)"
)
_NO_NAME = re.compile(
    r"^(?:一[批系项]|[百千万]?[项大个]|若干|重[点大]|各|全|新)|[的了和与及等]|落地|建设(?:行动计划|项目)$|一批"
)
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
    for match in _NAMED.finditer(text):
        name = match["name"]
        if name in members or (not _NO_NAME.search(name) and len(name) > _SHORTEST):
            yield name, _kind(name)


def _kind(name: str) -> str:
    return _KIND_WORDS.get(name[-2:], name[-2:])
