"""A plan text → the text of a first plan file: what the text says in its own words, and marked, what was guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from checker.messages import Message
from checker.messages.draft_text import (
    DRAFT_GUESSED_BASES,
    DRAFT_GUESSED_GOALS,
    DRAFT_GUESSED_INDICATORS,
    DRAFT_GUESSED_LEVEL,
    DRAFT_GUESSED_MEASURES,
    DRAFT_GUESSED_NAME,
    DRAFT_GUESSED_OVERALL,
    DRAFT_GUESSED_SLOGANS,
    DRAFT_OTHER_VALUE,
    DRAFT_TEXT_TITLE,
)
from checker.messages.sheets import DRAFT_TO_VERIFY
from checker.model.schema import STAGES
from checker.prose.document import Block, Document
from checker.source import name_key
from checker.write import draft_found as found
from checker.write.format import format_text
from checker.write.plan_words import written_comment, written_name, written_sentence

_KINDS = {"部分": ("部分", "篇", "编"), "章": ("章",), "节": ("节",)}
_ZONES = ("开发区", "经开区", "高新区", "示范区", "新区")
_LEVELS = (("开发区", _ZONES), ("省", ("省",)), ("市", ("市",)), ("县", ("县", "区")))


def draft_text(document: Document, path: str) -> str | None:
    """The plan file that a text makes, in the one form of `fmt`; None for a text that says nothing for one."""
    head = found.find_head(document)
    overall, goals, heading = found.find_goals(document)
    slogans = found.find_slogans(document)
    series = found.find_series(document, head.period, goals)
    tasks = found.find_tasks(document, [goal.name for goal in goals])
    documents = found.find_documents(document, head.title)
    structure = _structure(document)
    if not (structure or goals or slogans or series or tasks):
        return None
    names = _Names()
    lines = [written_comment(DRAFT_TEXT_TITLE(path=PurePath(path).name).text()), ""]
    lines += _head(document, head, path, structure)
    lines += ["", *structure] if structure else []
    lines += _goals(names, overall, goals, series, heading)
    lines += _series(names, series)
    lines += _slogans(names, slogans)
    lines += _tasks(names, tasks, slogans)
    lines += _bases(names, documents)
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


def _guess(what: Message) -> str:
    return written_comment(DRAFT_TO_VERIFY(what=what).text())


def _quoted(quote: str) -> list[str]:
    return [f"原文：{written_sentence(quote)}"] if quote else []


# ---- the head and the chapters


def _head(document: Document, head: found.Head, path: str, structure: Sequence[str]) -> Iterator[str]:
    stem = PurePath(path).stem
    yield f"规划 {written_name(head.name or stem)} {{  {_guess(DRAFT_GUESSED_NAME())}"
    if head.title:
        yield f"全称：《{head.title}》"
    front = document.source.text[:200]
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
    counts = [(word, sum(line.lstrip().startswith(f"{word} ") for line in structure)) for word in _KINDS]
    if any(count for _, count in counts):
        yield f"结构：{'、'.join(f'{count}{word}' for word, count in counts if count)}"
    yield "}"


def _structure(document: Document) -> list[str]:
    """部分, 章 and 节 within each other, as far as headings are numbered so; a number that comes again is left out."""
    lines: list[str] = []
    open_ranks: list[int] = []
    seen: set[tuple[str, ...]] = set()
    path: list[str] = []
    for heading in document.headings:
        rank = _rank(heading)
        if rank is None:
            continue
        while open_ranks and open_ranks[-1] >= rank:
            lines.append("}")
            open_ranks.pop()
            path.pop()
        # Sections are counted anew in each chapter, chapters through the whole text.
        key = (*path, heading.number) if rank > 1 else (str(rank), heading.number)
        if key in seen or (rank == 2 and (not open_ranks or open_ranks[-1] != 1)):
            continue
        seen.add(key)
        title = f" {_titled(heading.title)}" if heading.title else ""
        lines.append(f"{list(_KINDS)[rank]} {written_name(heading.number)}{title} {{")
        open_ranks.append(rank)
        path.append(heading.number)
    lines += ["}"] * len(open_ranks)
    return "\n".join(lines).replace("{\n}", "{}").splitlines()


def _rank(heading: Block) -> int | None:
    if not heading.number.startswith("第"):
        return None
    return next((rank for rank, ends in enumerate(_KINDS.values()) if heading.number.endswith(ends)), None)


def _titled(title: str) -> str:
    inner = " ".join(title.split()).replace("「", "『").replace("」", "』")
    return f"「{inner}」"


# ---- what stands in it


def _goals(
    names: _Names,
    overall: found.Told | None,
    goals: Sequence[found.Goal],
    series: Sequence[found.Series],
    heading: str,
) -> Iterator[str]:
    if not goals:
        return
    yield from ("", _guess(DRAFT_GUESSED_GOALS(heading=heading)))
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


def _chapter(told: found.Told) -> list[str]:
    return [f"章：{written_name(told.chapter)}"] if told.chapter.startswith("第") else []


def _series(names: _Names, series: Sequence[found.Series]) -> Iterator[str]:
    if not series:
        return
    yield from ("", _guess(DRAFT_GUESSED_INDICATORS()))
    for one in series:
        if not names.free("指标", one.name):
            continue
        yield f"指标 {written_name(one.name)} {{"
        yield f"单位：{one.unit}"
        yield "    ".join(f"{word}：{told}（待核）" for word, told in sorted(one.figures.items()))
        yield from (_guess(DRAFT_OTHER_VALUE(value=value)) for value in one.others)
        yield from (*_chapter(one), *_quoted(one.quote), "}")


def _slogans(names: _Names, slogans: Sequence[found.Slogan]) -> Iterator[str]:
    if not slogans:
        return
    yield from ("", _guess(DRAFT_GUESSED_SLOGANS()))
    for one in slogans:
        if names.free("提法", one.name):
            yield f"提法 {written_name(one.name)} {{"
            yield f"包括：{'、'.join(map(written_sentence, one.members))}"
            yield from (*_chapter(one), *_quoted(one.quote), "}")


def _tasks(names: _Names, tasks: Sequence[found.Task], slogans: Sequence[found.Slogan]) -> Iterator[str]:
    programmes = found.find_programmes(slogans)
    if not tasks and not programmes:
        return
    yield from ("", _guess(DRAFT_GUESSED_MEASURES()))
    for name in programmes:
        if names.free("举措", name):
            yield f"举措 {written_name(name)} {{ 类型：工程 }}"
    for one in tasks:
        if names.free("举措", one.name):
            yield f"举措 {written_name(one.name)} {{"
            yield "    ".join([f"类型：{one.kind}", *_chapter(one)])
            yield from (*_quoted(one.quote), "}")


def _bases(names: _Names, documents: Sequence[found.Told]) -> Iterator[str]:
    if not documents:
        return
    yield from ("", _guess(DRAFT_GUESSED_BASES()))
    for one in documents:
        if names.free("上位依据", one.name):
            yield f"上位依据 {written_name(one.name)} {{"
            yield from ("类型：文件", *_quoted(one.quote), "}")
