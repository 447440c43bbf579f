"""What serves and measures what, as far as words that they share let guess; every such tie is marked （推断）.

A section serves the goal whose words it shares most; one that shares none serves the overall goal. An indicator of the
table that no goal's paragraph tells measures the overall goal; so does each where no goals were found.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.draft.chapters import Chapters
from checker.draft.values import Goal, Series, Task
from checker.meaning.nearness import named_in, nearness, nearness_of_measure, profiles_of
from checker.prose.reading import Reading
from checker.source import name_key

OVERALL = "总目标"


def tie_indicators(reading: Reading, goals: Sequence[Goal], overall: Goal | None, series: Sequence[Series]) -> None:
    """Set what each goal is measured by: the indicators that its paragraph tells figures of or names."""
    text = reading.document.source.text
    rows = [one.name for one in series if one.row is not None]
    measured: set[str] = set()
    for goal in goals:
        named = named_in(text[goal.start : goal.end], rows)
        for one in series:
            is_told = one.name in named or any(goal.start <= start < goal.end for start in one.starts)
            if is_told and one.name not in goal.measured:
                goal.measured.append(one.name)
                measured.add(one.name)
    if overall is not None:
        untold = [one for one in series if one.name not in measured]
        overall.measured += [one.name for one in untold if one.row is not None or not goals]


def tie_tasks(reading: Reading, chapters: Chapters, goals: Sequence[Goal], tasks: Sequence[Task]) -> None:
    """Set what each measure that stands under no other may serve; each goal gets the measure nearest to it."""
    text = reading.document.source.text
    profiles = profiles_of({goal.name: text[goal.start : goal.end] for goal in goals})
    of_chapters = {chapter: nearness(profiles, titles) for chapter, titles in chapters.titles().items()}
    known = {name_key(task.name) for task in tasks}
    tops: list[tuple[Task, dict[str, float]]] = []
    for task in tasks:
        if task.kind == "保障" or (task.part_of and name_key(task.part_of) in known):
            continue
        scores = nearness_of_measure(profiles, task.name, of_chapters.get(task.chapter, {}))
        best = max(scores, key=lambda name: scores[name], default=OVERALL)
        task.supports = [best if scores.get(best, 0.0) > 0 else OVERALL]
        tops.append((task, scores))
    served = {name for task, _ in tops for name in task.supports}
    for goal in goals:
        if goal.name not in served and tops:
            task, scores = max(tops, key=lambda one: one[1][goal.name])
            if scores[goal.name] > 0:
                task.supports = [*(one for one in task.supports if one != OVERALL), goal.name]
