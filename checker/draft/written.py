"""A draft → the text of a plan file, in the one form of `fmt`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from checker.draft.carried import Carried
from checker.draft.drafting import basis_type
from checker.draft.head import plan_rank
from checker.draft.ties import OVERALL
from checker.draft.values import Drafted, Goal, Listed, QuotedName, Series, Slogan, Task
from checker.messages import Message
from checker.messages.draft import (
    DRAFT_COUNTED,
    DRAFT_FOUND,
    DRAFT_GUESSED_BASES,
    DRAFT_GUESSED_INDICATORS,
    DRAFT_GUESSED_LEVEL,
    DRAFT_GUESSED_MEASURED,
    DRAFT_GUESSED_MEASURES,
    DRAFT_GUESSED_NAME,
    DRAFT_GUESSED_OVERALL,
    DRAFT_GUESSED_SLOGANS,
    DRAFT_GUESSED_UPPER,
    DRAFT_NAME_OF_FILE,
    DRAFT_NO_GOALS,
    DRAFT_OTHER_VALUE,
    DRAFT_TEXT_TITLE,
    DRAFT_TO_SEE,
)
from checker.messages.sheets import SHEETS_NAME_AGAIN
from checker.model.plan_words import written_comment, written_name, written_sentence
from checker.source import name_key
from checker.write.format import format_text
from checker.write.indicator_rows import doubt, draft_indicator

_RANKS = ("部分", "章", "节")
_GUESSED = re.compile("待核|推断")


def found_words(drafted: Drafted, text: str) -> list[Message]:
    """What was found and what was not, for the screen and the top of the file; `text` is what was written."""
    counts = [DRAFT_COUNTED(word=word, count=count) for word, count in drafted.counts().items() if count]
    guessed = len(_GUESSED.findall(text[text.find("\n规划 ") + 1 :]))
    found = DRAFT_FOUND(what=_joined([*counts, DRAFT_TO_SEE(count=guessed)]))
    return [found, *drafted.unread]


def _joined(words: Sequence[Message]) -> Message:
    from checker.messages import Template

    return Template("、".join(one.text("zh") for one in words), ", ".join(one.text("en") for one in words))()


def write_draft(drafted: Drafted, uppers: Sequence[str] = (), carried: Carried = MappingProxyType({})) -> str:
    """The plan file. `uppers` are names of upper plans that are at hand, `carried` what is carried of them."""
    names = _Names(carried)
    body = ["", *_head(drafted, uppers)]
    body += ["", *_structure(drafted.outline)] if drafted.outline else []
    body += _goals(names, drafted)
    body += _indicators(names, drafted)
    # What a slogan names is written before it is known whether it is there: the names are taken first.
    told_tasks = list(_tasks(names, drafted))
    body += _slogans(names, drafted.slogans)
    body += told_tasks
    body += _bases(names, drafted.bases)
    title = written_comment(DRAFT_TEXT_TITLE(path="、".join(path for path, _ in drafted.texts)).text())
    found = [written_comment(one.text()) for one in found_words(drafted, "\n".join(body))]
    return format_text("\n".join([title, *found, *body]) + "\n")


class _Names:
    """The names given so far, kind by kind: a second thing of one name is left out; and what they carry."""

    def __init__(self, carried: Carried) -> None:
        self._taken: set[tuple[str, str]] = set()
        self._carried = carried

    def carries(self, kind: str, name: str) -> list[str]:
        """The line of what something carries of the plans above."""
        ties = self._carried.get((kind, name_key(name)), ())
        return [f"承接：{'、'.join(ties)}"] if ties else []

    def free(self, kind: str, name: str) -> bool:
        """Take a name; False if something has it."""
        key = (kind, name_key(name))
        if key in self._taken:
            return False
        self._taken.add(key)
        return True

    def has(self, kind: str, name: str) -> bool:
        """Whether something of that kind has the name."""
        return (kind, name_key(name)) in self._taken

    def is_one(self, name: str) -> bool:
        """Whether exactly one thing that a slogan may hold goes by this name."""
        return sum(self.has(kind, name) for kind in ("目标", "举措", "指标")) == 1


def _quoted(quote: str) -> list[str]:
    return [f"原文：{written_sentence(quote)}"] if quote else []


def _names_of(names: Sequence[str], remark: str = "") -> str:
    return "、".join(written_name(name) + remark for name in names)


# ---- the head and the chapters


def _head(drafted: Drafted, uppers: Sequence[str]) -> Iterator[str]:
    name_from = DRAFT_GUESSED_NAME() if drafted.title else DRAFT_NAME_OF_FILE()
    yield f"规划 {written_name(drafted.called)} {{  {doubt(name_from)}"
    if drafted.title:
        yield f"全称：《{drafted.title}》"
    told = [f"文种：{drafted.kind}" if drafted.kind else "", f"阶段：{drafted.stage}" if drafted.stage else ""]
    if any(told):
        yield "    ".join(filter(None, told))
    if drafted.level:
        yield f"层级：{drafted.level}  {doubt(DRAFT_GUESSED_LEVEL())}"
    if drafted.period is not None:
        yield f"规划期：{drafted.period[0]}年—{drafted.period[1]}年"
    absent = [name for name in drafted.uppers if name not in uppers]
    if uppers or absent:
        # The nearest stand first: what is not at hand may lie between the plan and what is.
        told_uppers = [
            f"{written_name(name)}（未取得，待核）" if name in absent else written_name(name)
            for name in sorted((*uppers, *absent), key=plan_rank)
        ]
        yield f"上位规划：{'、'.join(told_uppers)}  {doubt(DRAFT_GUESSED_UPPER())}"
    if drafted.texts:
        yield f"文本：{'、'.join(f'{written_sentence(path)}（{role}）' for path, role in drafted.texts)}"
    ranks = [one.rank for one in drafted.outline]
    if ranks:
        counted = (f"{ranks.count(at)}{word}" for at, word in enumerate(_RANKS) if at in ranks)
        yield f"结构：{'、'.join(counted)}"
    categories = dict.fromkeys(one.row.category for one in drafted.indicators if one.row and one.row.category)
    if categories:
        yield f"指标类别：{_names_of(list(categories))}"
    yield "}"


def _structure(outline: Sequence[Listed]) -> list[str]:
    """部分, 章 and 节 within each other."""
    lines: list[str] = []
    open_ranks: list[int] = []
    for one in outline:
        while open_ranks and open_ranks[-1] >= one.rank:
            lines.append("}")
            open_ranks.pop()
        title = f" {_titled(one.title)}" if one.title else ""
        lines.append(f"{_RANKS[one.rank]} {written_name(one.name)}{title} {{")
        open_ranks.append(one.rank)
    lines += ["}"] * len(open_ranks)
    return "\n".join(lines).replace("{\n}", "{}").splitlines()


def _titled(title: str) -> str:
    inner = " ".join(title.split()).replace("「", "『").replace("」", "』")
    return f"「{inner}」"


# ---- what stands in it


def _goals(names: _Names, drafted: Drafted) -> Iterator[str]:
    if drafted.overall is None:
        return
    yield from ("", doubt(drafted.goals_from or DRAFT_NO_GOALS()))
    if any(goal.measured for goal in (drafted.overall, *drafted.goals)):
        yield doubt(DRAFT_GUESSED_MEASURED())
    names.free("目标", OVERALL)
    yield f"目标 {OVERALL} {{  {doubt(DRAFT_GUESSED_OVERALL())}"
    yield "类型：总目标"
    yield from (*_measured(drafted.overall), *_chapter(drafted.overall), *_quoted(drafted.overall.quote), "}")
    for goal in drafted.goals:
        if names.free("目标", goal.name):
            yield f"目标 {written_name(goal.name)} {{"
            yield f"类型：分目标    上级目标：{OVERALL}"
            yield from (*_measured(goal), *names.carries("goal", goal.name))
            yield from (*_chapter(goal), *_quoted(goal.quote), "}")


def _measured(goal: Goal) -> list[str]:
    return [f"衡量指标：{_names_of(goal.measured, '（推断）')}"] if goal.measured else []


def _chapter(told: QuotedName) -> list[str]:
    return [f"章：{written_name(told.chapter)}"] if told.chapter else []


def _indicators(names: _Names, drafted: Drafted) -> Iterator[str]:
    if drafted.notes:
        yield from ("", *map(doubt, drafted.notes))
    source = drafted.title if drafted.kind == "纲要" else ""
    is_spoken = False
    for one in drafted.indicators:
        if one.row is None and not is_spoken:
            is_spoken = True
            yield from ("", doubt(DRAFT_GUESSED_INDICATORS()))
        if names.free("指标", one.name):
            *lines, end = _indicator(one, "否" if drafted.has_table else "不明", source)
            yield from (*lines, *names.carries("indicator", one.name), end)
        elif one.row is not None:
            yield doubt(SHEETS_NAME_AGAIN(place=one.row.cell.place, name=one.name))


def _indicator(one: Series, in_table: str, source: str) -> Iterator[str]:
    if one.row is not None:
        yield from ("", *draft_indicator(one.row, one.doubts)[:-1])
    else:
        yield f"指标 {written_name(one.name)} {{"
        told = [f"单位：{one.unit}" if one.unit else "", f"范围：{written_name(one.scope)}" if one.scope else ""]
        told.append(f"列入指标表：{in_table}" if in_table else "")
        if any(told):
            yield "    ".join(filter(None, told))
        yield "    ".join(f"{word}：{figure}" for word, figure in sorted(one.figures.items()))
    yield from (doubt(DRAFT_OTHER_VALUE(value=value)) for value in one.others)
    yield from (*_source(one, source), *_chapter(one), *_quoted(one.quote), "}")


def _source(one: Series, title: str) -> list[str]:
    """What the table of an outline tells of a base was read in the outline, unless it names a source itself."""
    is_told = one.row is None or one.row.source or all(figure.tense == "target" for figure in one.row.figures)
    return [] if is_told or not title else [f"来源：《{title}》"]


def _slogans(names: _Names, slogans: Sequence[Slogan]) -> Iterator[str]:
    if not slogans:
        return
    yield from ("", doubt(DRAFT_GUESSED_SLOGANS()))
    for one in slogans:
        if names.free("提法", one.name):
            members = [written_name(name) if names.is_one(name) else written_sentence(name) for name in one.members]
            yield f"提法 {written_name(one.name)} {{"
            yield f"包括：{'、'.join(members)}"
            yield from ("成员：部分  # 待核" if one.partial else "", *_chapter(one), *_quoted(one.quote), "}")


def _tasks(names: _Names, drafted: Drafted) -> Iterator[str]:
    if not drafted.tasks:
        return
    yield from ("", doubt(DRAFT_GUESSED_MEASURES()))
    known = {name_key(task.name): task.name for task in drafted.tasks}
    for one in drafted.tasks:
        if names.free("举措", one.name):
            above = known.get(name_key(one.part_of), "")
            told = [f"类型：{one.kind}"]
            told += [f"上级举措：{written_name(above)}（推断）"] if above and above != one.name else []
            told += [f"支撑：{_names_of(one.supports, '（推断）')}"] if one.supports else []
            yield f"举措 {written_name(one.name)} {{"
            yield "    ".join([*told, *_chapter(one), f"期限：{one.deadline}" if one.deadline else ""]).strip()
            yield from (*_contents(one), *names.carries("measure", one.name))
            yield from (*_quoted(one.quote), "}")


def _contents(one: Task) -> list[str]:
    return [f"内容：{written_sentence(one.content)}"] if one.content else []


def _bases(names: _Names, documents: Sequence[QuotedName]) -> Iterator[str]:
    if not documents:
        return
    yield from ("", doubt(DRAFT_GUESSED_BASES()))
    for one in documents:
        if names.free("上位依据", one.name):
            yield f"上位依据 {written_name(one.name)} {{"
            yield from (f"类型：{basis_type(one.name)}", *_quoted(one.quote), "}")
