"""What serves and measures what, as far as words that they share let guess; every such tie is marked （推断）.

A section serves the goal whose words it shares most, weighed by how few goals have them; one that shares none serves
the overall goal. An indicator of the table that no goal's paragraph tells measures the overall goal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from checker.draft.chapters import Chapters
from checker.draft.values import Goal, Series, Task
from checker.prose.reading import Reading
from checker.prose.reading.lexicon import wording
from checker.source import name_key

_HAN = re.compile(r"[\u4e00-\u9fff]+")
#: Words of every outline, that tell nothing of what is meant.
_COMMON = re.compile(
    "高质量|高水平|发展|建设|推进|加快|提升|实现|持续|更加|进一步|明显|显著|全面|深入|取得|现代化|体系|全市|全县|全区"
)
OVERALL = "总目标"


def tie_indicators(reading: Reading, goals: Sequence[Goal], overall: Goal | None, series: Sequence[Series]) -> None:
    """Set what each goal is measured by: the indicators that its paragraph tells figures of or names."""
    text = reading.document.source.text
    keys = {key: one.name for one in series if one.row is not None for key in _keys(one.name)}
    longest_first = sorted(keys, key=len, reverse=True)
    measured: set[str] = set()
    for goal in goals:
        said = wording("".join(text[goal.start : goal.end].split()))
        named = {keys[key] for key in _named(said, longest_first)}
        for one in series:
            is_told = one.name in named or any(goal.start <= start < goal.end for start in one.starts)
            if is_told and one.name not in goal.measured:
                goal.measured.append(one.name)
                measured.add(one.name)
    if overall is not None:
        overall.measured += [one.name for one in series if one.row is not None and one.name not in measured]


def _named(said: str, longest_first: Sequence[str]) -> Iterator[str]:
    """The names of indicators that a goal says; in 单位地区生产总值能耗 it names no 地区生产总值."""
    for key in longest_first:
        if key in said:
            yield key
            said = said.replace(key, "，")


def _keys(name: str) -> list[str]:
    """The names by which a sentence may call an indicator of the table."""
    whole = wording(name)
    bare = re.sub("(?:年均)?(?:增长率|增长|增速|降低|下降率|下降|提高)$|数量?$", "", whole)
    return [one for one in {whole, bare} if len(one) >= 4]


def tie_tasks(reading: Reading, chapters: Chapters, goals: Sequence[Goal], tasks: Sequence[Task]) -> None:
    """Set what each measure that stands under no other may serve; each goal gets the measure nearest to it."""
    profiles = _profiles(reading, goals)
    of_chapters = {chapter: _scores(profiles, titles) for chapter, titles in chapters.titles().items()}
    known = {name_key(task.name) for task in tasks}
    tops: list[tuple[Task, dict[str, float]]] = []
    for task in tasks:
        if task.kind == "保障" or (task.part_of and name_key(task.part_of) in known):
            continue
        own, of_chapter = _scores(profiles, task.name), of_chapters.get(task.chapter, {})
        scores = {name: own[name] * 2 + of_chapter.get(name, 0.0) / 4 for name in profiles}
        best = max(scores, key=lambda name: scores[name], default=OVERALL)
        task.supports = [best if scores.get(best, 0.0) > 0 else OVERALL]
        tops.append((task, scores))
    served = {name for task, _ in tops for name in task.supports}
    for goal in goals:
        if goal.name not in served and tops:
            task, scores = max(tops, key=lambda one: one[1][goal.name])
            if scores[goal.name] > 0:
                task.supports = [*(one for one in task.supports if one != OVERALL), goal.name]


def _profiles(reading: Reading, goals: Sequence[Goal]) -> dict[str, dict[str, float]]:
    """For each goal its pairs of characters, each worth more the fewer goals have it, and those of its name most."""
    text = reading.document.source.text
    pairs = {goal.name: (_pairs(goal.name), _pairs(text[goal.start : goal.end])) for goal in goals}
    spread = Counter(pair for name, said in pairs.values() for pair in name | said)
    return {
        goal: {pair: (2.0 if pair in name else 1.0) / spread[pair] ** 2 for pair in name | said}
        for goal, (name, said) in pairs.items()
    }


def _pairs(words: str) -> set[str]:
    runs = _HAN.findall(_COMMON.sub("，", words))
    return {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


def _scores(profiles: Mapping[str, Mapping[str, float]], words: str) -> dict[str, float]:
    """How near words are to each goal: a sum that is the same in whatever order the pairs come."""
    pairs = _pairs(words)
    return {goal: fsum(weights.get(pair, 0.0) for pair in pairs) for goal, weights in profiles.items()}
