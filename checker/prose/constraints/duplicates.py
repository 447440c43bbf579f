"""Passages that stand twice: the same clauses one behind the other, 22 characters and more, 30 for a single clause.

A whole sentence is one from 12 characters on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from checker import resources
from checker.prose.document import Block, BlockKind, Document
from checker.prose.head import head_lines

_CLAUSE = re.compile(r"[^，。；：！？!?;,\n]+")
_HAN = re.compile(r"[\u4e00-\u9fff0-9A-Za-z]+")
_LEAST = 22
_LEAST_ALONE = 30  # a single clause may well be a wording of the house
_LEAST_SENTENCE = 12
_ENDS = frozenset("。；！？")
_TITLE = re.compile(r"《[^《》]*》")
#: A clause in front that says where what follows was told before.
_REFERENCE = re.compile(
    r"(?:第[〇零一二三四五六七八九十百0-9]{1,5}[编篇章节部条]|专栏|附[件表]|表[0-9]|前[文述面]|上[文述]|前[一两几]章|本纲要|本规划)"
    r"[^，。；：！？]{0,14}(?:所[列述说提定示]|提出|提到|明确|确定|要求|部署|安排|列出|规定|目标|指标|任务|述|文)?[，：]$"
)
_FIGURE = re.compile("[0-9]")
#: A sentence of guidance, which a text says of its period and again of its year.
_GUIDED = re.compile("[^。；！？\n]*思想为指导[^。；！？\n]*")
_LEAD = 40


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage and where it stood before, as offsets in the whole text."""

    start: int
    end: int
    first_start: int
    first_end: int
    length: int


class _Clause(Struct, gc=False):
    key: str
    start: int
    end: int
    block: int


def find_repeats(document: Document) -> Iterator[Repeat]:
    """Passages of running text that stand twice; each second standing once, as long as it is. Linear.

    Clauses of common political wording do not count, nor does what stands within 《》, what a reference in front says
    to be told elsewhere, clauses of figures told once more in another paragraph, clauses of two sentences of guidance,
    and the lines of the head: a title stands on the cover and above the text.
    """
    head = len(head_lines(document))
    running = [
        block
        for number, block in enumerate(document.blocks)
        if number >= head and block.kind not in (BlockKind.HEADING, BlockKind.CELL)
    ]
    clauses = [clause for index, block in enumerate(running) for clause in _clauses(block, index)]
    seen: dict[str, list[int]] = {}
    position = 0
    while position < len(clauses):
        best = _longest(running, clauses, position, seen) if clauses[position].key in seen else None
        length = best[1] if best is not None else 0
        if best is not None:
            yield _repeat(clauses, position, *best)
        for one in range(position, position + max(length, 1)):
            before = seen.setdefault(clauses[one].key, [])
            if len(before) < 3:
                before.append(one)
        position += max(length, 1)


def _clauses(block: Block, index: int) -> Iterator[_Clause]:
    political = _political() if _political().search(block.text) is not None else None
    for found in _CLAUSE.finditer(block.text):
        clause = found[0]
        words = _TITLE.sub("", clause) if "《" in clause else clause
        key = words if _HAN.fullmatch(words) is not None else "".join(_HAN.findall(words))
        if len(key) >= 4 and (political is None or not political.search(clause)):
            yield _Clause(key, block.start + found.start(), block.start + found.end(), index)


def _opens(block: Block, clause: _Clause) -> bool:
    """Whether a clause opens a sentence."""
    start = clause.start - block.start
    return block.text[start - 1 : start] in _ENDS or not block.text[:start].strip()


def _closes(block: Block, clause: _Clause) -> bool:
    """Whether a clause ends its sentence, with a mark."""
    end = clause.end - block.start
    return block.text[end : end + 1] in _ENDS


def _longest(
    running: Sequence[Block], clauses: Sequence[_Clause], position: int, seen: Mapping[str, Sequence[int]]
) -> tuple[int, int] | None:
    """Where the longest repeat that begins here stood before, and of how many clauses it is."""
    best: tuple[int, int] | None = None
    for before in seen[clauses[position].key]:
        count = _alike(clauses, before, position)
        size = sum(len(clauses[position + one].key) for one in range(count))
        last = clauses[position + count - 1]
        whole = all(_opens(running[clauses[at].block], clauses[at]) for at in (before, position))
        whole = whole and _closes(running[last.block], last)
        least = _LEAST_SENTENCE if whole else _LEAST if count > 1 else _LEAST_ALONE
        short = count == 1 and size < _LEAST
        if size < least or ((not whole or short) and _is_restated(running, clauses, before, position, count)):
            continue
        if best is None or count > best[1]:
            best = (before, count)
    return best


def _is_restated(running: Sequence[Block], clauses: Sequence[_Clause], before: int, position: int, count: int) -> bool:
    """Whether one place restates the other on purpose: as a reference says, in guidance, the figures of an aim."""
    if any(_refers(running[clauses[at].block], clauses[at]) for at in (position, before)):
        return True
    if all(_guides(running[clauses[at].block], clauses[at]) for at in (position, before)):
        return True
    is_elsewhere = clauses[position].block != clauses[before].block
    return is_elsewhere and all(_FIGURE.search(clauses[at].key) for at in range(position, position + count))


def _guides(block: Block, clause: _Clause) -> bool:
    """Whether the clause is part of a sentence of guidance."""
    at = clause.start - block.start
    return "为指导" in block.text and any(found.start() <= at < found.end() for found in _GUIDED.finditer(block.text))


def _refers(block: Block, clause: _Clause) -> bool:
    """Whether the clause in front says where this one was told before."""
    end = clause.start - block.start
    before = block.text[max(end - _LEAD, 0) : end]
    return before.endswith(("，", "：")) and _REFERENCE.search(before) is not None


def _alike(clauses: Sequence[_Clause], before: int, position: int) -> int:
    count = 0
    while (
        before + count < position
        and position + count < len(clauses)
        and clauses[before + count].key == clauses[position + count].key
        and clauses[before + count].block == clauses[before].block
        and clauses[position + count].block == clauses[position].block
    ):
        count += 1
    return count


def _repeat(clauses: list[_Clause], position: int, before: int, count: int) -> Repeat:
    last, first_last = clauses[position + count - 1], clauses[before + count - 1]
    length = sum(len(clauses[position + one].key) for one in range(count))
    return Repeat(clauses[position].start, last.end, clauses[before].start, first_last.end, length)


@cache
def _political() -> re.Pattern[str]:
    """Words of clauses that many plans share word for word."""
    return re.compile("|".join(map(re.escape, resources.read_data("political_words.toml")["words"])))
