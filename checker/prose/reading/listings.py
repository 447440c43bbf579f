"""What is announced with a count, and what follows: 抓好五项工作：一是…; 三大枢纽 over its sections; 六条原则, six ——.

An announcement is a counted phrase at the end of a paragraph or before a series, or in a heading or title of a panel.
Behind it stand the groups that may be what it counts: a series, lines behind dashes, paragraphs that begin alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from checker.prose.document import BlockKind
from checker.prose.fixed_phrases import is_fixed_phrase
from checker.prose.reading.marks import value_of
from checker.prose.reading.outline import Head
from checker.prose.reading.passages import Passage
from checker.prose.reading.series import Series

_NUMERAL = "(?<![0-9一二两三四五六七八九十百千万第几.])(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,2})"
_MEASURE = "(?:个|大|项|类|种|条|点|件)"
_COUNTED = rf"(?P<count>{_NUMERAL})(?:{_MEASURE}(?!多)[\u4e00-\u9fff]{{1,12}}|方面(?:[\u4e00-\u9fff]{{2,8}})?)"
#: At the end of a paragraph, or of what stands before 一是.
_AT_END = re.compile(
    rf"(?=[“一二两三四五六七八九十0-9])(?P<phrase>{_COUNTED}|“(?P<slogan>{_NUMERAL}[\u4e00-\u9fff]{{1,5}})”)[\u4e00-\u9fff]{{0,6}}[。：:，—]{{1,2}}$"
)
#: 三区一地, 一核两翼三带: several counts of things of one character or two.
_PARTS = re.compile("(?:[一二两三四五六七八九十](?:(?![一二两三四五六七八九十个大])[\u4e00-\u9fff]){1,2}){2,4}")
_BELOW = re.compile(rf"(?:以下|下列|如下|下面)(?:主要|重点)?的?(?P<phrase>{_COUNTED})")
_IN_TITLE = re.compile(rf"(?P<phrase>(?P<count>{_NUMERAL}){_MEASURE}(?![多于])[\u4e00-\u9fff]{{1,12}})")
_POINTS_ON = re.compile("以下|下列|如下|这里|重点|[做抓办]好|[办抓]实|突出|把握|推进|报告|坚持|遵循|[做抓]了|经历")
#: At the head of a sentence that goes on from the one before: 这五项原则, 五个坚持.
_SUMS_UP = re.compile(
    rf"(?<=。)(?:这|以上|上述)?(?P<phrase>(?P<count>{_NUMERAL})(?:个|大|项|条|点|方面)[\u4e00-\u9fff]{{0,6}}?(?:原则|要求|坚持|必须|经验|任务|方面|要点|遵循))"
)
_SUMS_LINES_UP = re.compile(
    rf"(?:这|以上|上述)(?P<phrase>(?P<count>{_NUMERAL})(?:个|大|项|条|点|方面)[\u4e00-\u9fff]{{0,6}}?(?:原则|要求|任务|方面|要点|举措|目标|定位))"
)
_TAIL = 60
_BULLET = re.compile(r"\s*(?:——|—|[●■◆▲•·])\s*(?=\S)")
_LEAD = re.compile(
    r"(?P<lead>(?:更加|坚持|着力|突出|强化|推进|聚焦|全面|深入|大力|加快|努力|持续|进一步)[\u4e00-\u9fff]?)"
)
_FEWEST_ALIKE = 3
_SHORT_LINE = 24
#: The first words of a panel may say what its items are: 大力发展五大服务业，….
_OPENS = re.compile(rf"[^，。；：]{{0,12}}?(?P<phrase>(?P<count>{_NUMERAL})大(?![多于])[\u4e00-\u9fff]{{1,10}})")


#: 第一阶段, 第二板块: what tells its members by an ordinal and its own noun.
_STAGE = re.compile(
    "第(?P<number>[一二三四五六七八九十]{1,2})(?P<noun>[\u4e00-\u9fff]{2}|步)(?=[是为到：，（]|主要|重点)"
)
_NO_STAGE = re.compile("产业|季度|届|次|批|代|期|名|位|线|时间|要务|动力|部分|责任|资源|书记|梯队|方阵|[章节条编篇]")
_STAGES_REACH = 3


class Group(Struct, eq=False):
    """Members that stand below each other: how many, where the last one is, and whether a count could miss one."""

    count: int
    last: tuple[int, int]


class Announced(Struct, eq=False):
    """A counted phrase with the groups behind it; `firm` says that it points at what follows and at nothing else."""

    start: int
    end: int
    words: str
    count: int
    firm: bool
    groups: list[Group]


def find_announced(passages: Sequence[Passage], series: Sequence[Series], heads: Sequence[Head]) -> Iterator[Announced]:
    """The counts that announce what follows, with what may be what they count."""
    whole = [one for one in series if _is_whole(one)]
    behind = {one.items[0].passage: one for one in reversed(whole) if one.line or one.items[0].at == 0}
    yield from _within(passages, whole)
    yield from _over_lines(passages, behind)
    yield from _over_titles(passages, heads, whole)
    yield from find_stages(passages)
    yield from _summed_up(passages)


def _summed_up(passages: Sequence[Passage]) -> Iterator[Announced]:
    """坚持A，坚持B，坚持C。三项原则…: a sentence of clauses that begin alike, and their count right behind it."""
    for number, passage in enumerate(passages):
        yield from _of_lines_above(passages, number)
        for found in _SUMS_UP.finditer(passage.text) if passage.kind is not BlockKind.CELL else ():
            end = found.start() - 1
            begin = max(passage.text.rfind(mark, 0, end) for mark in "。；：") + 1
            clauses = re.split("[，、]", passage.text[begin:end])
            lead = clauses[0][:2] if clauses else ""
            if len(clauses) < _FEWEST_ALIKE or not _LEAD.match(lead + "　") or not all(map(_begins(lead), clauses)):
                continue
            made = _made(passage, found, value_of(found["count"]), firm=False)
            if made is not None:
                made.groups.append(Group(len(clauses), passage.span(begin, end)))
                yield made


def _of_lines_above(passages: Sequence[Passage], number: int) -> Iterator[Announced]:
    """以上四条原则 at the head of a paragraph behind lines with dashes."""
    passage = passages[number]
    found = _SUMS_LINES_UP.match(passage.text) if passage.kind is not BlockKind.CELL else None
    first = number
    while found is not None and first and _BULLET.match(passages[first - 1].text):
        first -= 1
    if found is not None and number - first > 1:
        made = _made(passage, found, value_of(found["count"]), firm=False)
        if made is not None:
            made.groups.append(_lines(passages, first, number - first))
            yield made


def _begins(lead: str) -> Callable[[str], bool]:
    return lambda clause: clause.startswith(lead)


def find_stages(passages: Sequence[Passage]) -> Iterator[Announced]:
    """分三个阶段推进, and 第一阶段…, 第二阶段… behind it, in the same paragraph or those that follow."""
    told: dict[str, list[tuple[int, int, int, int]]] = {}
    for number, passage in enumerate(passages):
        for found in _STAGE.finditer(passage.text) if "第一" in passage.text or told else ():
            noun, value = found["noun"], value_of(found["number"])
            if _NO_STAGE.search(noun):
                continue
            row = told.setdefault(noun, [])
            if value == 1 or not row or value != row[-1][0] + 1 or number - row[-1][1] > _STAGES_REACH:
                yield from _stages_announced(passages, noun, row)
                row.clear()
            if row or value == 1:
                row.append((value, number, *found.span()))
    for noun, row in told.items():
        yield from _stages_announced(passages, noun, row)


def _stages_announced(
    passages: Sequence[Passage], noun: str, row: Sequence[tuple[int, int, int, int]]
) -> Iterator[Announced]:
    """The count of these stages, told shortly before the first of them."""
    if len(row) < 2:
        return
    counted = re.compile(rf"(?P<phrase>(?P<count>{_NUMERAL})(?:个|大)?{noun})")
    _, first, start, _ = row[0]
    for number in range(first, max(first - _STAGES_REACH, -1), -1):
        text = passages[number].text[: start if number == first else None]
        found = next(reversed(list(counted.finditer(text))), None)
        if found is not None:
            made = _made(passages[number], found, value_of(found["count"]), firm=True)
            if made is not None:
                made.groups.append(Group(len(row), passages[row[-1][1]].span(*row[-1][2:])))
                yield made
            return


def _is_whole(series: Series) -> bool:
    """Whether it counts from one without a gap: else its numbers are at fault, and no count is."""
    return len(series.items) > 1 and all(one.number == number for number, one in enumerate(series.items, 1))


def _group(series: Series) -> Group:
    last = series.items[-1]
    return Group(len(series.items), (last.start, last.end))


def _within(passages: Sequence[Passage], series: Sequence[Series]) -> Iterator[Announced]:
    """抓好五项工作：一是…, within one paragraph."""
    for one in series:
        first = one.items[0]
        if one.line or first.at == 0:
            continue
        passage = passages[first.passage]
        made = _announced(passage, passage.text[: first.at], firm=True)
        if made is not None:
            made.groups.append(_group(one))
            yield made


def _over_lines(passages: Sequence[Passage], behind: dict[int, Series]) -> Iterator[Announced]:
    """以下六个方面目标。 with lines below it."""
    for number, passage in enumerate(passages[:-1]):
        if passage.kind in (BlockKind.HEADING, BlockKind.CELL, BlockKind.NOTE):
            continue
        text = passage.text.rstrip()
        if not text.endswith(("：", ":", "。")):
            # A short line without a mark is a heading in all but its looks.
            text = f"{text}。" if len(text) <= _SHORT_LINE and _POINTS_ON.search(text) else ""
        made = _announced(passage, text, firm=text.endswith(("：", ":"))) if text else None
        if made is None:
            continue
        series = behind.get(number + 1)
        if series is not None:
            made.groups.append(_group(series))
        made.groups += _unnumbered(passages, number + 1)
        if made.groups:
            yield made


def _announced(passage: Passage, text: str, *, firm: bool) -> Announced | None:
    offset = max(len(text) - _TAIL, 0)
    found = _AT_END.search(text, offset) or _BELOW.search(text, max(text.rfind("。", 0, len(text) - 1), 0))
    if found is None:
        return None
    slogan = found.groupdict().get("slogan")
    points = _POINTS_ON.search(text, max(0, found.start("phrase") - 8), found.start("phrase")) is not None
    if (slogan and not firm) or not (firm or points):
        return None
    return _made(passage, found, _members_of(slogan) if slogan else value_of(found["count"]), firm=firm or points)


def _members_of(slogan: str) -> int:
    """How many members a slogan counts: three and one are 三区一地, three are 三个一百."""
    counts = [value_of(one) for one in re.findall(_NUMERAL, slogan)]
    return sum(counts) if _PARTS.fullmatch(slogan) else counts[0]


def _made(passage: Passage, found: re.Match[str], count: int, before: int = 0, *, firm: bool) -> Announced | None:
    words = found["phrase"]
    if count < 2 or is_fixed_phrase(words.strip("“”")):
        return None
    start, end = found.span("phrase")
    return Announced(*passage.span(before + start, before + end), words, count, firm, [])


def _unnumbered(passages: Sequence[Passage], first: int) -> Iterator[Group]:
    """The lines from `first` on that begin with a dash, and those that begin with the same word."""
    bullets = _run(passages, first, lambda text: bool(_BULLET.match(text)))
    if bullets > 1:
        yield _lines(passages, first, bullets)
        return
    lead = _LEAD.match(passages[first].text)
    if lead is not None:
        alike = _run(passages, first, lambda text: text.startswith(lead["lead"][:2]))
        if alike >= _FEWEST_ALIKE:
            yield _lines(passages, first, alike)


def _run(passages: Sequence[Passage], first: int, belongs: Callable[[str], bool]) -> int:
    at = first
    while at < len(passages) and passages[at].kind is not BlockKind.HEADING and belongs(passages[at].text):
        at += 1
    return at - first


def _lines(passages: Sequence[Passage], first: int, count: int) -> Group:
    last = passages[first + count - 1]
    end = min(len(last.text), 24)
    return Group(count, last.span(0, end))


def _over_titles(passages: Sequence[Passage], heads: Sequence[Head], series: Sequence[Series]) -> Iterator[Announced]:
    """第六章 三大枢纽 with its sections, 专栏3 八大工程 with what is numbered in it."""
    starts = sorted((one for one in series if one.line), key=lambda one: one.items[0].passage)
    at = 0
    for number, head in enumerate(heads):
        until = _end_of(heads, number, len(passages))
        while at < len(starts) and starts[at].items[0].passage <= head.passage:
            at += 1
        child = starts[at] if at < len(starts) and starts[at].items[0].passage < until else None
        groups = [_group(child)] if child is not None and child.items[-1].passage < until else []
        if head.passage + 1 < len(passages):
            groups += _unnumbered(passages, head.passage + 1)
        passage = passages[head.passage]
        counts = list(_IN_TITLE.finditer(head.title))
        if groups and not counts and head.form == "专栏" and child is not None:
            yield from _opening(passages, head.passage + 1, child)
        if not groups or len(counts) != 1:
            continue
        before = max(passage.text.rfind(head.title), 0)
        made = _made(passage, counts[0], value_of(counts[0]["count"]), before, firm=False)
        if made is not None:
            made.groups = groups
            yield made


def _opening(passages: Sequence[Passage], number: int, child: Series) -> Iterator[Announced]:
    """A panel that begins with a sentence over its items."""
    found = _OPENS.match(passages[number].text) if child.items[0].passage == number + 1 else None
    made = _made(passages[number], found, value_of(found["count"]), firm=False) if found is not None else None
    if made is not None:
        made.groups.append(_group(child))
        yield made


def _end_of(heads: Sequence[Head], number: int, end: int) -> int:
    """The passage at which what stands under a heading ends."""
    head = heads[number]
    for after in heads[number + 1 :]:
        if head.level == 0 or 0 < after.level <= head.level:
            return after.passage
    return end
