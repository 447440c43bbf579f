"""Runs of ordinals: 一是…二是…, 第一…第二…, （一）…（二）…, 第一章…第二章….

A run begins at one, or in the middle of a text at whatever stands first; a heading of a higher kind ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.prose.counts import announced_count, count_of
from checker.prose.document import Block, BlockKind

_CHINESE = "[一二三四五六七八九十百]{1,4}"
#: Kinds of headings below 第一章, from the highest to the lowest.
_SMALL = ("、", "（）", "1.", "（1）")
_LARGEST_GAP = 2
_MEASURED = re.compile("[^个大项条方]{1,4}(?:个|大|项|条|方面)")
_POINTS_ON = re.compile("以下|下列|如下|这里|重点|做好|抓好|突出|把握|推进|报告")
_AT_START = re.compile(
    rf"[\s\u3000]*(?:第(?P<unit>{_CHINESE}|[0-9]{{1,3}})(?P<of>编|篇|部分|章|节)(?![、至到和])|(?P<plain>{_CHINESE})、(?![一二三四五六七八九十])"
    rf"|（(?P<round>{_CHINESE})）|\((?P<round_ascii>{_CHINESE})\)|(?P<arabic>[0-9]{{1,2}})[.．](?![0-9])"
    rf"|[（(](?P<arabic_round>[0-9]{{1,2}})[）)])"
)
_INLINE = re.compile(
    rf"(?:(?<=[。；：，、！？;:”]|[\s\u3000—])|^)(?:(?P<told>{_CHINESE})(?P<verb>[是要])(?![一二三四五六七八九十的])"
    rf"|（(?P<round>{_CHINESE})）)|(?:(?<=[。；：！？;:]|[\s\u3000])|^)第(?P<nth>{_CHINESE})[，,：]"
)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """One ordinal of a run: its number, the kind of its run, and where it stands (offsets in the whole text)."""

    number: int
    kind: str
    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Run:
    """Ordinals of one kind that belong together, in the order of the text."""

    ordinals: tuple[Ordinal, ...]
    inline: bool

    def gaps(self) -> Iterator[tuple[Ordinal | None, Ordinal]]:
        """Each ordinal that does not follow the one before it, with that one; None before the first."""
        first = self.ordinals[0]
        if first.number == 2 and len(self.ordinals) > 1 and self.inline:
            yield None, first
        expected = first.number + 1
        following = [ordinal.number for ordinal in self.ordinals[2:]]
        for before, ordinal in zip(self.ordinals, self.ordinals[1:], strict=False):
            then = following.pop(0) if following else None
            if ordinal.number != expected:
                yield before, ordinal
                # One wrong number in a run that goes on (一、二、二、四) is one slip, and so is one left out.
                expected = expected if then == expected + 1 else ordinal.number
            expected += 1


def find_runs(blocks: Iterable[Block]) -> Iterator[Run]:
    """The runs of a document, headings and told off ones, each once; tables and footnotes are left out. Linear."""
    headings = _Open()
    inline = _Open()
    for index, block in enumerate(blocks):
        if block.kind in (BlockKind.CELL, BlockKind.NOTE):
            continue
        heading = _heading(block.text, block.start, index)
        if heading is not None:
            yield from inline.close()
            # Chapters may count on over parts, and sections over chapters; the smaller kinds begin anew.
            yield from headings.close(
                _SMALL[_SMALL.index(heading.kind) + 1 :] if heading.kind in _SMALL else _SMALL[1:]
            )
            yield from headings.add(heading, inline=False)
        for ordinal in _told_off(block.text, block.start, index, heading):
            yield from inline.add(ordinal, inline=True)
    yield from headings.close()
    yield from inline.close()


class _Open:
    """Runs that may go on, by kind."""

    def __init__(self) -> None:
        self._runs: dict[str, list[Ordinal]] = {}

    def add(self, ordinal: Ordinal, *, inline: bool) -> Iterator[Run]:
        """Take an ordinal in; a one begins a new run."""
        run = self._runs.get(ordinal.kind)
        if run is not None and (ordinal.number == 1 or (inline and _elsewhere(run[-1], ordinal))):
            yield Run(tuple(run), inline)
            run = None
        if run is None:
            self._runs[ordinal.kind] = [ordinal]
        else:
            run.append(ordinal)
        self._inline = inline

    def close(self, kinds: Iterable[str] | None = None) -> Iterator[Run]:
        """The runs of these kinds, of all without `kinds`, are over."""
        for kind in list(self._runs) if kinds is None else kinds:
            run = self._runs.pop(kind, None)
            if run is not None:
                yield Run(tuple(run), self._inline)


def _elsewhere(before: Ordinal, ordinal: Ordinal) -> bool:
    """Whether a told-off ordinal stands too far away to go on with a run: a run is told off without a break."""
    return ordinal.block - before.block > 12


def _heading(text: str, start: int, index: int) -> Ordinal | None:
    found = _AT_START.match(text)
    if found is None:
        return None
    for group, kind in (("unit", found["of"]), ("plain", "、"), ("round", "（）"), ("round_ascii", "（）")):
        if found[group]:
            return _ordinal(found[group], kind or "", start, found, index)
    for group, kind in (("arabic", "1."), ("arabic_round", "（1）")):
        if found[group]:
            return _ordinal(found[group], kind, start, found, index)
    return None


def _ordinal(words: str, kind: str, start: int, found: re.Match[str], index: int) -> Ordinal | None:
    number = count_of(words)
    lead = len(found[0]) - len(found[0].lstrip())
    if number is None or number == 0:
        return None
    return Ordinal(number, kind, start + found.start() + lead, start + found.end(), index)


def _told_off(text: str, start: int, index: int, heading: Ordinal | None) -> Iterator[Ordinal]:
    for found in _INLINE.finditer(text):
        words = found["told"] or found["nth"] or found["round"]
        if heading is not None and start + found.end() <= heading.end:
            continue
        kind = found["verb"] or ("第" if found["nth"] else "（）行")
        ordinal = _ordinal(words, kind, start, found, index)
        if ordinal is not None:
            yield ordinal


@dataclass(frozen=True, slots=True)
class AnnouncedRun:
    """A count that announces a run right behind it (抓好五项工作。一是…): where, how many, and the run."""

    start: int
    end: int
    phrase: str
    count: int
    run: Run


def find_announced_runs(blocks: Sequence[Block], runs: Iterable[Run]) -> Iterator[AnnouncedRun]:
    """The runs that are announced with a count in the words right before them, or in the title they stand under."""
    for run in runs:
        first = run.ordinals[0]
        if first.number != 1 or len(run.ordinals) < 2:
            continue
        block = blocks[first.block]
        before = block.text[: first.start - block.start]
        start = block.start
        titled = apart = False
        if not before.strip() and first.block:
            previous = blocks[first.block - 1]
            before, start, titled = previous.text.rstrip(), previous.start, previous.kind is BlockKind.HEADING
            apart = not before.endswith(("：", ":"))
        counted = announced_count(f"{before}：" if titled else before)
        if counted is not None:
            begin, end, number = counted
            if apart and not _leads_in(before, begin, end, run, number, titled=titled):
                continue
            yield AnnouncedRun(start + begin, start + end, before[begin:end], number, run)


def _leads_in(before: str, begin: int, end: int, run: Run, number: int, *, titled: bool) -> bool:
    """Whether a count that no colon joins to what follows is still about it: a title, or words like 以下 before it.

    A slogan may stand over anything, and a title may count what its sections do not.
    """
    if not _MEASURED.match(before, begin, end):
        return False
    if titled:
        return abs(number - run.ordinals[-1].number) <= _LARGEST_GAP
    return _POINTS_ON.search(before, max(0, begin - 8), begin) is not None
