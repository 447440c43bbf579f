"""The lines that a page leaves in the text of a PDF: its number (— 12 —, 第12页, 12) and what stands above or below it.

They stand within paragraphs and tables, and say nothing of what is written there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_NUMBERED = re.compile(
    r"\s*(?:[—–―－-]{1,2}\s*(?P<dashed>[0-9]{1,4})\s*[—–―－-]{1,2}|第\s*(?P<told>[0-9]{1,4})\s*页(?:[，,/\s]*共\s*[0-9]{1,4}\s*页)?)\s*"
)
_BARE = re.compile(r"\s*(?P<bare>[0-9]{1,4})\s*")
#: So far apart, bare numbers that count on are those of pages; the numbers of a table's rows stand closer.
_SHORTEST_PAGE = 12
_FEWEST_PAGES = 4
_FEWEST_ALIKE = 3
_LONGEST_HEADER = 40
_ENDS = ("。", "；", "，", "、", "：")


def find_page_lines(lines: Sequence[str]) -> set[int]:
    """The positions of the lines that belong to pages and not to the text."""
    numbers = {at for at, line in enumerate(lines) if _NUMBERED.fullmatch(line)} | _counted_on(lines)
    return numbers | _headers(lines, numbers)


def _counted_on(lines: Sequence[str]) -> set[int]:
    """Bare numbers that count on from page to page."""
    taken: set[int] = set()
    run: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        found = _BARE.fullmatch(line)
        if found is None:
            continue
        number = int(found["bare"])
        if run and number == run[-1][1] + 1 and at - run[-1][0] >= _SHORTEST_PAGE:
            run.append((at, number))
        elif not run or number <= _FEWEST_ALIKE:
            taken.update(_places(run))
            run = [(at, number)]
    taken.update(_places(run))
    return taken


def _places(run: Sequence[tuple[int, int]]) -> list[int]:
    return [at for at, _ in run] if len(run) >= _FEWEST_PAGES else []


def _headers(lines: Sequence[str], numbers: set[int]) -> set[int]:
    """Short lines that stand beside the numbers of several pages."""
    beside = [at for number in numbers for at in (number - 1, number + 1) if 0 <= at < len(lines) and at not in numbers]
    words = Counter(lines[at].strip() for at in beside)
    often = {
        line
        for line, times in words.items()
        if times >= _FEWEST_ALIKE and 1 < len(line) <= _LONGEST_HEADER and not line.endswith(_ENDS)
    }
    return {at for at in beside if lines[at].strip() in often}
