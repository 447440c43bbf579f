"""The measures that a text names: its sections of tasks, panels with their items, programmes and projects by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.draft.chapters import Chapters
from checker.draft.panels import Item, Panel, find_panels
from checker.draft.values import Goal, Listed, Slogan, Task, quotable
from checker.prose.reading import Reading
from checker.source import name_key

#: Without goals to go by, chapters that come before the tasks.
_BACKGROUND = re.compile(
    r"^(?:发展|规划)?(?:基础|环境|背景|形势)|(?:发展|宏观|内外部)环境|总体(?:要求|思路)|指导思想|"
    r"(?:主要|发展|总体|远景)目标|总则|总论|回顾|成就"
)
#: What secures the plan itself; 保障和改善民生 is a task.
_SAFEGUARD = re.compile(
    r"(?:规划|组织|落实|实施).{0,4}(?:实施|保障|落地)|实施(?:保障|机制)|组织保障|保障(?:措施|机制|体系)?$|监测评估"
)
_PROGRAMME = re.compile(r"(?:工程|行动|计划|项目)[”」]?(?:（[^（）]+）)?$")
_KIND_WORDS = {"计划": "行动"}
_TITLES = re.compile(r"(?:重点|重大|标志性)?(?:工程|行动|计划|项目)$")
#: A section's title as the name of a measure.
_LONGEST_SECTION, _SHORTEST_SECTION = 30, 4
_LONGEST = 40


def find_tasks(
    reading: Reading, chapters: Chapters, goals: Sequence[Goal], slogans: Sequence[Slogan], last: int
) -> list[Task]:
    """The measures in the order of the text; a name that comes again is the same measure. `last` is the last year."""
    spoken = {name_key(goal.name) for goal in goals}
    task_chapters = {one.name for one in _task_chapters(chapters, goals)}
    found: dict[str, Task] = {}
    made = _Maker(reading, chapters, last)
    rows = [*made.sections(task_chapters), *made.panels(task_chapters), *made.named(task_chapters)]
    for task in sorted(rows, key=lambda one: one.start):
        key = name_key(task.name)
        if key not in spoken:
            known = found.setdefault(key, task)
            known.deadline, known.content = known.deadline or task.deadline, known.content or task.content
    for slogan in slogans:
        for name in slogan.members:
            if _PROGRAMME.search(name):
                found.setdefault(name_key(name), Task(name, quotable(name), slogan.chapter, kind_of(name)))
    return list(found.values())


def _task_chapters(chapters: Chapters, goals: Sequence[Goal]) -> Iterator[Listed]:
    """The chapters behind that of the goals."""
    last = max((chapter.start for goal in goals if (chapter := chapters.of(goal.start))), default=-1)
    for chapter in chapters.chapters:
        if chapter.start > last and (last >= 0 or not _BACKGROUND.search(chapter.title)):
            yield chapter


class _Maker:
    def __init__(self, reading: Reading, chapters: Chapters, last: int) -> None:
        self.reading = reading
        self.chapters = chapters
        self.last = last
        self.all_panels: list[Panel] = find_panels(reading)

    def sections(self, wanted: set[str]) -> Iterator[Task]:
        """The sections of the chapters of tasks, or a chapter without any; they hold the measures named in them."""
        divided = {one.chapter for one in self.chapters.listed if one.rank == 2}
        safeguards = {one.name for one in self.chapters.chapters if _SAFEGUARD.search(one.title)}
        for one in self.chapters.listed:
            title = one.title or one.name
            is_task = one.rank == 2 or (one.rank == 1 and one.name not in divided)
            if is_task and one.chapter in wanted and _SHORTEST_SECTION <= len(title) <= _LONGEST_SECTION:
                kind = "保障" if one.chapter in safeguards else "任务"
                yield Task(title, quotable(title), one.chapter, kind, start=one.start)

    def panels(self, wanted: set[str]) -> Iterator[Task]:
        """The panels and what is told off in them."""
        for panel in self.all_panels:
            chapter = self.chapters.number(panel.start)
            if wanted and chapter not in wanted:
                continue
            if panel.title:
                yield self._task(panel.title, panel.start, kind_of(panel.title), self._section(panel.start))
            for item in panel.items:
                if _SHORTEST_SECTION <= len(item.name) <= _LONGEST:
                    yield self._item(panel, item)

    def _item(self, panel: Panel, item: Item) -> Task:
        from_table = bool(item.last_year or item.content)
        kind = kind_of(item.name) if _PROGRAMME.search(item.name) or not from_table else "项目"
        # 三大枢纽工程 and its items 机场枢纽…: what is told off in a panel of programmes is one of them.
        kind = kind_of(panel.title) if kind == "任务" and _TITLES.search(panel.title) else kind
        task = self._task(item.name, item.start, kind, panel.title or self._section(item.start))
        task.content = item.content
        task.deadline = f"{item.last_year}年" if item.last_year and item.last_year <= self.last else ""
        return task

    def named(self, wanted: set[str]) -> Iterator[Task]:
        """The programmes and projects that running text names."""
        for one in self.reading.undertakings:
            chapter = self.chapters.number(one.start)
            if chapter in wanted:
                kind = _KIND_WORDS.get(one.kind, one.kind)
                yield self._task(_unquoted(one.words), one.start, kind, self._above(one.start), one.words)

    def _above(self, start: int) -> str:
        """The item of a panel, the panel or the section that a place stands in."""
        for panel in self.all_panels:
            if panel.start < start < panel.end:
                items = [item.name for item in panel.items if item.start <= start]
                return items[-1] if items else panel.title
        return self._section(start)

    def _section(self, start: int) -> str:
        path = [one for one in self.chapters.path(start) if one.rank]
        section = path[-1] if path else None
        title = (section.title or section.name) if section is not None else ""
        return title if _SHORTEST_SECTION <= len(title) <= _LONGEST_SECTION else ""

    def _task(self, name: str, start: int, kind: str, part_of: str, words: str = "") -> Task:
        own = "" if name_key(part_of) == name_key(name) else part_of
        return Task(name, quotable(words or name), self.chapters.number(start), kind, own, start=start)


def kind_of(name: str) -> str:
    """The type of a measure by the end of its name."""
    found = _PROGRAMME.search(name)
    word = found[0][:2] if found is not None else ""
    return _KIND_WORDS.get(word, word) or "任务"


def _unquoted(words: str) -> str:
    """A name without the marks that quote all of it: those of “一二三四”产业集群工程 stay."""
    whole = re.fullmatch(r"“([^“”]*)”", words)
    return whole[1] if whole else words
