"""A plan text → the text of a first plan file: what the text says in its own words, and marked, what was guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from checker.messages import Message
from checker.messages.draft_text import (
    DRAFT_GUESSED_BASES,
    DRAFT_GUESSED_GOALS,
    DRAFT_GUESSED_GOALS_OF,
    DRAFT_GUESSED_INDICATORS,
    DRAFT_GUESSED_LEVEL,
    DRAFT_GUESSED_MEASURES,
    DRAFT_GUESSED_NAME,
    DRAFT_GUESSED_OVERALL,
    DRAFT_GUESSED_SLOGANS,
    DRAFT_OTHER_VALUE,
    DRAFT_TEXT_TITLE,
)
from checker.messages.sheets import DRAFT_TO_VERIFY, SHEETS_NAME_AGAIN
from checker.model.words import STAGES
from checker.prose.document import Block, Document
from checker.prose.reading import read
from checker.source import name_key
from checker.write.draft_found import Chapters, Goal, Head, Told, find_documents, find_goals, find_head, quotable
from checker.write.draft_series import Indicators, Series, find_indicators
from checker.write.draft_slogans import Slogan, find_slogans
from checker.write.draft_table import draft_indicator
from checker.write.draft_tasks import Task, find_tasks
from checker.write.format import format_text
from checker.write.plan_words import written_comment, written_name, written_sentence

_KINDS = {"部分": ("部分", "篇", "编"), "章": ("章",), "节": ("节",)}
_CHAPTER = 1
_LISTED_NUMBER = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]")
_FRONT = 200
#: A heading with its rank: 0 for 部分, 1 for 章, 2 for 节.
_Listed = tuple[int, Block]
_ZONES = ("开发区", "经开区", "高新区", "示范区", "新区")
_LEVELS = (("开发区", _ZONES), ("省", ("省",)), ("市", ("市",)), ("县", ("县", "区")))


def draft_text(document: Document, path: str) -> str | None:
    """The plan file that a text makes, in the one form of `fmt`; None for a text that says nothing for one."""
    head = find_head(document)
    outline = _outline(document, is_note="说明" in head.title)
    chapters = Chapters(document, [heading for rank, heading in outline if rank == _CHAPTER])
    overall, goals, heading = find_goals(document, chapters)
    slogans = find_slogans(document, chapters)
    source = DRAFT_GUESSED_GOALS(heading=heading)
    if not goals:
        called = next((one for one in slogans if one.name.endswith("目标")), None)
        goals = [Goal(name, quotable(name), called.chapter) for name in called.members] if called else []
        source = DRAFT_GUESSED_GOALS_OF(slogan=called.name if called else "")
    indicators = find_indicators(read(document), chapters, head.period, goals)
    tasks = find_tasks(document, chapters, goals, slogans)
    if not (outline or goals or slogans or indicators.series or tasks):
        return None
    names = _Names()
    lines = [written_comment(DRAFT_TEXT_TITLE(path=PurePath(path).name).text()), ""]
    lines += _head(document, head, path, outline, indicators)
    lines += ["", *_structure(outline)] if outline else []
    lines += _goals(names, overall, goals, indicators.series, source)
    lines += _indicators(names, indicators)
    # What a slogan names is written before it is known whether it is there: the names are taken first.
    told_tasks = list(_tasks(names, tasks))
    lines += _slogans(names, slogans)
    lines += told_tasks
    lines += _bases(names, find_documents(document, head.title))
    return format_text("\n".join(lines) + "\n")


class _Names:
    """The names given so far, kind by kind: a second thing of one name is left out."""

    def __init__(self) -> None:
        self._taken: set[tuple[str, str]] = set()

    def free(self, kind: str, name: str) -> bool:
        """Take a name; False if something has it."""
        key = (kind, name_key(name))
        if key in self._taken:
            return False
        self._taken.add(key)
        return True

    def is_one(self, name: str) -> bool:
        """Whether exactly one thing that a slogan may hold goes by this name."""
        return sum((kind, name_key(name)) in self._taken for kind in ("目标", "举措", "指标")) == 1


def _guess(what: Message) -> str:
    return written_comment(DRAFT_TO_VERIFY(what=what).text())


def _quoted(quote: str) -> list[str]:
    return [f"原文：{written_sentence(quote)}"] if quote else []


# ---- the head and the chapters


def _head(
    document: Document, head: Head, path: str, outline: Sequence[_Listed], indicators: Indicators
) -> Iterator[str]:
    stem = PurePath(path).stem
    yield f"规划 {written_name(head.name or stem)} {{  {_guess(DRAFT_GUESSED_NAME())}"
    if head.title:
        yield f"全称：《{head.title}》"
    front = document.source.text[:_FRONT]
    note = "说明" in head.title
    kind = "起草说明" if note else "纲要" if "纲要" in head.title else ""
    stage = next((choice.zh[0] for choice in STAGES if choice.zh[0] in front), "")
    told = [f"文种：{kind}" if kind else "", f"阶段：{stage}" if stage else ""]
    if any(told):
        yield "    ".join(filter(None, told))
    level = next((word for word, endings in _LEVELS if any(one in head.name for one in endings)), "")
    if level:
        yield f"层级：{level}  {_guess(DRAFT_GUESSED_LEVEL())}"
    if head.period is not None:
        yield f"规划期：{head.period[0]}年—{head.period[1]}年"
    yield f"文本：{written_sentence(PurePath(path).name)}（{'说明' if note else '主文'}）"
    counts = [(word, sum(rank == at for rank, _ in outline)) for at, word in enumerate(_KINDS)]
    if any(count for _, count in counts):
        yield f"结构：{'、'.join(f'{count}{word}' for word, count in counts if count)}"
    categories = dict.fromkeys(one.row.category for one in indicators.series if one.row and one.row.category)
    if categories:
        yield f"指标类别：{'、'.join(map(written_name, categories))}"
    yield "}"


def _outline(document: Document, *, is_note: bool) -> list[_Listed]:
    """The headings that are 部分, 章 and 节, each once; those numbered 一、 and （一） where none is numbered 第….

    The headings of a drafting note are none: they are not those of the plan.
    """
    headings = document.headings
    ranks = _printed_rank
    if not any(_printed_rank(one) is not None for one in headings):
        if is_note:
            return []
        ranks = _usual_rank
    listed: list[_Listed] = []
    path: list[_Listed] = []
    seen: set[tuple[str, ...]] = set()
    for heading in headings:
        rank = ranks(heading)
        if rank is None:
            continue
        while path and path[-1][0] >= rank:
            path.pop()
        # Sections are counted anew in each chapter, chapters through the whole text.
        key = (*(one.number for _, one in path), heading.number) if rank > _CHAPTER else (str(rank), heading.number)
        if key in seen or (rank > _CHAPTER and (not path or path[-1][0] != _CHAPTER)):
            continue
        seen.add(key)
        listed.append((rank, heading))
        path.append((rank, heading))
    return listed


def _printed_rank(heading: Block) -> int | None:
    if not heading.number.startswith("第"):
        return None
    return next((rank for rank, ends in enumerate(_KINDS.values()) if heading.number.endswith(ends)), None)


def _usual_rank(heading: Block) -> int | None:
    is_numbered = _LISTED_NUMBER.fullmatch(heading.number) is not None
    return heading.level if is_numbered and heading.level in (_CHAPTER, _CHAPTER + 1) else None


def _structure(outline: Sequence[_Listed]) -> list[str]:
    """部分, 章 and 节 within each other."""
    lines: list[str] = []
    open_ranks: list[int] = []
    for rank, heading in outline:
        while open_ranks and open_ranks[-1] >= rank:
            lines.append("}")
            open_ranks.pop()
        title = f" {_titled(heading.title)}" if heading.title else ""
        lines.append(f"{list(_KINDS)[rank]} {written_name(heading.number)}{title} {{")
        open_ranks.append(rank)
    lines += ["}"] * len(open_ranks)
    return "\n".join(lines).replace("{\n}", "{}").splitlines()


def _titled(title: str) -> str:
    inner = " ".join(title.split()).replace("「", "『").replace("」", "』")
    return f"「{inner}」"


# ---- what stands in it


def _goals(
    names: _Names, overall: Told | None, goals: Sequence[Goal], series: Sequence[Series], source: Message
) -> Iterator[str]:
    if not goals:
        return
    yield from ("", _guess(source))
    names.free("目标", "总目标")
    yield f"目标 总目标 {{  {_guess(DRAFT_GUESSED_OVERALL())}"
    yield "类型：总目标"
    if overall is not None:
        yield from (*_chapter(overall), *_quoted(overall.quote))
    yield "}"
    for goal in goals:
        if not names.free("目标", goal.name):
            continue
        yield f"目标 {written_name(goal.name)} {{"
        yield "类型：分目标    上级目标：总目标"
        measured = [one.name for one in series if any(goal.start <= start < goal.end for start in one.starts)]
        if measured:
            yield f"衡量指标：{'、'.join(map(written_name, measured))}"
        yield from (*_chapter(goal), *_quoted(goal.quote), "}")


def _chapter(told: Told) -> list[str]:
    return [f"章：{written_name(told.chapter)}"] if told.chapter else []


def _indicators(names: _Names, indicators: Indicators) -> Iterator[str]:
    for table in indicators.tables:
        yield from ("", *map(_guess, (*table.guesses, *table.problems)))
    is_spoken = False
    for one in indicators.series:
        if one.row is None and not is_spoken:
            is_spoken = True
            yield from ("", _guess(DRAFT_GUESSED_INDICATORS()))
        if names.free("指标", one.name):
            yield from _indicator(one, in_table="否" if indicators.tables else "")
        elif one.row is not None:
            yield _guess(SHEETS_NAME_AGAIN(place=one.row.cell.place, name=one.name))


def _indicator(one: Series, in_table: str) -> Iterator[str]:
    if one.row is not None:
        yield from ("", *draft_indicator(one.row, one.doubts)[:-1])
    else:
        yield f"指标 {written_name(one.name)} {{"
        yield f"单位：{one.unit}" + (f"    列入指标表：{in_table}" if in_table else "")
        yield "    ".join(f"{word}：{told}（待核）" for word, told in sorted(one.figures.items()))
    yield from (_guess(DRAFT_OTHER_VALUE(value=value)) for value in one.others)
    yield from (*_chapter(one), *_quoted(one.quote), "}")


def _slogans(names: _Names, slogans: Sequence[Slogan]) -> Iterator[str]:
    if not slogans:
        return
    yield from ("", _guess(DRAFT_GUESSED_SLOGANS()))
    for one in slogans:
        if names.free("提法", one.name):
            members = [written_name(name) if names.is_one(name) else written_sentence(name) for name in one.members]
            yield f"提法 {written_name(one.name)} {{"
            yield f"包括：{'、'.join(members)}"
            yield from (*_chapter(one), *_quoted(one.quote), "}")


def _tasks(names: _Names, tasks: Sequence[Task]) -> Iterator[str]:
    if not tasks:
        return
    yield from ("", _guess(DRAFT_GUESSED_MEASURES()))
    for one in tasks:
        if names.free("举措", one.name):
            yield f"举措 {written_name(one.name)} {{"
            above = [f"上级举措：{written_name(one.part_of)}（推断）"] if one.part_of else []
            yield "    ".join([f"类型：{one.kind}", *above, *_chapter(one)])
            yield from (*_quoted(one.quote), "}")


def _bases(names: _Names, documents: Sequence[Told]) -> Iterator[str]:
    if not documents:
        return
    yield from ("", _guess(DRAFT_GUESSED_BASES()))
    for one in documents:
        if names.free("上位依据", one.name):
            yield f"上位依据 {written_name(one.name)} {{"
            yield from ("类型：文件", *_quoted(one.quote), "}")
