"""What a plan text says that a plan file can begin with: its title, goals, slogans, figures, tasks, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from checker.prose.claims import Claim, find_claims
from checker.prose.counts import count_of, find_counted_lists
from checker.prose.document import Block, BlockKind, Document
from checker.prose.fixed_phrases import is_fixed_phrase
from checker.prose.lists import hide_nested
from checker.prose.periods import own_period
from checker.write.plan_words import is_unit, written_figure

_TITLE = re.compile(r"规划|纲要|说明|方案")
_PLACE = re.compile(r"^(?:关于)?《?(?P<place>.{2,20}?)(?:国民经济和社会发展)?第(?P<ordinal>十[一二三四五六])个五年规划")
_GOAL_HEADING = re.compile(r"(?:主要|发展|总体|奋斗)?目标|愿景")
_NOT_GOALS = re.compile(r"远景|指标|二〇|20[0-9]{2}年(?:远景)?")
_ITEM = re.compile(r"^\s*(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|(?:[一二三四五六七八九十]|[0-9]{1,2})[、.．])?\s*")
_LEAD = re.compile(r"^(?P<lead>[^。；：，\n]{4,24})[。：]")
_OVERALL = re.compile(r"(?:^|[。；])(?P<words>到20[0-9]{2}年，[^。；]{6,60})")
_DIGITS = "[一二两三四五六七八九十0-9]{1,2}"
_SLOGAN = re.compile(
    rf"“(?P<words>(?:{_DIGITS}(?:(?!{_DIGITS})[\u4e00-\u9fff]){{1,6}}){{1,5}})”[\u4e00-\u9fff]{{0,6}}"
    r"，?(?:即|分别[是为]|包括|[:：])(?=(?P<list>[^。；]+))"
)
_PROGRAMME = re.compile(r"(?P<name>[\u4e00-\u9fff]{4,16}(?:工程|行动|计划))(?![\u4e00-\u9fff])")
_DOCUMENT = re.compile(r"《(?P<title>[^《》]{4,60}(?:规划|纲要|意见|条例|办法|建议|方案|决定|通知)[^《》]{0,12})》")
_BEFORE_TASKS = re.compile(r"基础|环境|形势|背景|要求|思路|目标|总则|总论|回顾|成就")
_SAFEGUARD = re.compile(r"保障|组织实施|规划实施|监测评估")
_LONGEST_NAME = 24
_LONGEST_QUOTE = 60


class Told(Struct):
    """A name with the words of the text that it comes from, "" if they cannot be quoted, and its chapter."""

    name: str
    quote: str = ""
    chapter: str = ""


class Goal(Told):
    """A goal, with the places of its words in the text."""

    start: int = 0
    end: int = 0


class Slogan(Told):
    """A counted slogan and its members."""

    members: list[str] = field(default_factory=list)


class Task(Told):
    """A measure: `kind` is the word of its type."""

    kind: str = "任务"


class Series(Told):
    """An indicator: its unit, and its figures by year or basis, each as a plan file writes it, with other values."""

    unit: str = ""
    figures: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


class Head(Struct):
    """What the head of the text says: full name, name, ordinal of the period, first and last year."""

    title: str
    name: str
    period: tuple[int, int] | None


def quotable(text: str) -> str:
    """`text` if a plan file can quote it word for word, else ""."""
    plain = text.strip()
    if not plain or len(plain) > _LONGEST_QUOTE or re.search(r"\s", plain):
        return ""
    return plain if re.fullmatch(r"(?:[^“”]|“[^“”]*”)*", plain) else ""


def find_head(document: Document) -> Head:
    """The title is the first line that looks like one, before the first chapter."""
    first = document.chapters[0].start if document.chapters else len(document.source.text)
    lines = [block.text.strip() for block in document.blocks if block.start < first][:6]
    title = next((line for line in lines if _TITLE.search(line) and len(line) < 80), "")
    found = _PLACE.search(title)
    ordinal = own_period(title) if title else None
    name = f"{found['place']}{found['ordinal']}五" if found else ""
    return Head(title.strip("《》"), name, _years(ordinal))


def _years(ordinal: str | None) -> tuple[int, int] | None:
    """十四五 → 2021, 2025."""
    number = count_of((ordinal or "").removesuffix("五")) if ordinal else None
    return (1951 + 5 * number, 1955 + 5 * number) if number else None


def _chapter(document: Document, offset: int) -> Block | None:
    known = {id(one) for one in document.chapters}
    return next((one for one in document.path_of(offset) if id(one) in known), None)


def find_goals(document: Document) -> tuple[Told | None, list[Goal], str]:
    """The overall goal, the goals under the heading of goals, and that heading."""
    # The innermost heading that speaks of goals is the one they stand under.
    for heading in sorted(document.headings, key=lambda one: -one.level):
        title = heading.title
        if not _GOAL_HEADING.search(title) or _NOT_GOALS.search(title):
            continue
        blocks = list(_below(document, heading))
        goals = list(_goals(document, blocks))
        if len(goals) > 1:
            return _overall(document, blocks), goals, title
    return None, [], ""


def _below(document: Document, heading: Block) -> Iterator[Block]:
    """The blocks from a heading up to the next one that is not below it."""
    inside = False
    for block in document.blocks:
        if block is heading:
            inside = True
        elif inside and block.kind is BlockKind.HEADING and block.level <= heading.level:
            return
        elif inside and block.cell is None:
            yield block


def _goals(document: Document, blocks: Sequence[Block]) -> Iterator[Goal]:
    seen: set[str] = set()
    for block in blocks:
        numbered = _ITEM.match(block.text)
        assert numbered is not None
        is_item = block.kind is BlockKind.ITEM or numbered.end() > 0
        begin = numbered.end() if block.number_in_text else 0
        rest = block.text[begin:]
        lead = _LEAD.match(rest + "。" if len(rest) <= _LONGEST_NAME else rest)
        if is_item and lead is not None and lead["lead"] not in seen:
            name = lead["lead"]
            seen.add(name)
            chapter = _chapter(document, block.start)
            number = chapter.number if chapter is not None else ""
            yield Goal(name, quotable(name), number, block.start, block.end)


def _overall(document: Document, blocks: Sequence[Block]) -> Told | None:
    for block in blocks:
        found = _OVERALL.search(block.text)
        if found is not None:
            chapter = _chapter(document, block.start)
            return Told("总目标", quotable(found["words"]), chapter.number if chapter is not None else "")
    return None


def find_slogans(document: Document) -> list[Slogan]:
    """Slogans in quotation marks whose list stands with them, each once."""
    found: dict[str, Slogan] = {}
    for block in document.blocks:
        for words, count, listed in _listed(block.text):
            if words in found or is_fixed_phrase(words):
                continue
            members = _split(listed, count) or _split(listed.partition("，")[0], count)
            if members:
                chapter = _chapter(document, block.start)
                number = chapter.number if chapter is not None else ""
                found[words] = Slogan(words, quotable(f"“{words}”"), number, members)
    return list(found.values())


def _listed(text: str) -> Iterator[tuple[str, int, str]]:
    """The slogans of a paragraph, “三区一基地”，即…, with how much they count and the list that follows."""
    for match in _SLOGAN.finditer(text):
        counts = [count_of(one) or 0 for one in re.findall(_DIGITS, match["words"])]
        yield match["words"], sum(counts), match["list"]
    for counted in find_counted_lists(text):
        if text[counted.start - 1 : counted.start] == "“" and text[counted.end : counted.end + 1] == "”":
            yield text[counted.start : counted.end], counted.count, text[counted.list_start : counted.list_end]


def _split(text: str, count: int) -> list[str]:
    """The members of a list that has so many; none where no way of splitting gives that number."""
    text = text.strip("。；： ")
    shown = hide_nested(text)
    for pattern in (r"、", r"、|以及|及|和(?=[^和]*$)", r"、|和|与|及|以及", r"[、，]|和(?=[^和]*$)"):
        cuts = [0, *(end for found in re.finditer(pattern, shown) for end in found.span()), len(text)]
        parts = [text[a:b].strip("“” ") for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
        if len(parts) == count and all(1 < len(part) <= _LONGEST_NAME for part in parts):
            return parts
    return []


def find_series(document: Document, period: tuple[int, int] | None, goals: Sequence[Goal]) -> list[Series]:
    """Indicators with a figure of the last year or an average growth of the period, and their baselines.

    What stands under a goal and tells no year is of the last year.
    """
    if period is None:
        return []
    made: dict[str, Series] = {}
    for block in document.blocks:
        under_goal = any(goal.start <= block.start < goal.end for goal in goals)
        for claim in find_claims(block.text):
            slot = _slot(claim, period, under_goal=under_goal)
            name = _name(claim, block.text)
            if slot is not None and name:
                _take(made.setdefault(name, Series(name)), claim, slot, block)
    for one in made.values():
        chapter = _chapter(document, one.starts[0]) if one.starts else None
        one.chapter = chapter.number if chapter is not None else ""
    return [one for one in made.values() if one.unit and any(told.startswith("目标") for told in one.figures.values())]


def _name(claim: Claim, text: str) -> str:
    """The name of what is told; "" for a figure that something rises from, and for what is no name."""
    name = text[claim.named_at : claim.named_to]
    if claim.scope or name.endswith(("由", "从")) or not 2 <= len(name) <= _LONGEST_NAME:
        return ""
    # 产值 behind the name of an industry counts as the verb of the figure.
    return f"{name}产值" if text.startswith("产值", claim.named_to) and not name.endswith("产值") else name


def _slot(claim: Claim, period: tuple[int, int], *, under_goal: bool) -> tuple[str, str] | None:
    """The field a claim goes into and its tense; None for what is no figure of the plan's own."""
    first, last = period
    is_goal = not claim.actual and (claim.year == last or (under_goal and claim.year is None))
    if claim.change == "年均增长":
        return ("年均", "目标") if is_goal else None
    if claim.change:
        return None
    if is_goal:
        return f"{last}年", "目标"
    return (f"{first - 1}年", "实际") if claim.year == first - 1 and not claim.target else None


def _take(series: Series, claim: Claim, slot: tuple[str, str], block: Block) -> None:
    """Add a figure, unless it is told in another unit than the others, or another of its year is there."""
    word, tense = slot
    unit = claim.figure.quantity.unit
    if unit is None or not is_unit(unit.symbol):
        return
    if word != "年均":
        series.unit = series.unit or unit.symbol
    written = written_figure(claim.figure.quantity.describe(), series.unit if word != "年均" else "")
    if written is None or (word != "年均" and unit.symbol != series.unit):
        return
    told = f"{tense} {written}"
    if series.figures.setdefault(word, told) != told:
        series.others.append(block.text[claim.start : claim.end])
        return
    if tense == "目标":
        series.starts.append(block.start + claim.start)
        series.quote = series.quote or quotable(block.text[claim.named_at : claim.end])


def find_tasks(document: Document, goals: Sequence[str]) -> list[Task]:
    """Measures: programmes by name, and the sections of the chapters behind that of the goals."""
    tasks: dict[str, Task] = {}
    chapters = {id(one) for one in document.chapters}
    for heading in document.headings:
        chapter = _chapter(document, heading.start)
        if chapter is None or id(heading) in chapters or _BEFORE_TASKS.search(chapter.title) is not None:
            continue
        title = heading.title
        if heading.number.startswith("第") and 4 <= len(title) <= _LONGEST_NAME and title not in goals:
            kind = "保障" if _SAFEGUARD.search(chapter.title) else "任务"
            tasks.setdefault(title, Task(title, quotable(title), chapter.number, kind))
    return list(tasks.values())


def find_documents(document: Document, own: str) -> list[Told]:
    """Documents in 《》 other than the text itself, in the order of their first mention."""
    found: dict[str, Told] = {}
    for match in _DOCUMENT.finditer(document.source.text):
        title = match["title"]
        if title not in own and own not in title and not re.search(r"\s", title):
            found.setdefault(title, Told(title, quotable(f"《{title}》")))
    return list(found.values())


def find_programmes(slogans: Sequence[Slogan]) -> list[str]:
    """The members of slogans that are programmes by their names."""
    return [one for slogan in slogans for one in slogan.members if _PROGRAMME.fullmatch(one)]
