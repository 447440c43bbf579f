"""The year that a clause speaks of: 到2025年, “十四五”末, 二〇三五年; it holds from clause to clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from checker.quantity import parse_numeral
from checker.source import Expression

_YEAR = Expression(
    r"(?=[12一二“])(?:(?<![0-9])(?P<arabic>(?:19|20)[0-9]{2})年(?!代)(?P<part>底|末|初)?"
    r"|(?P<chinese>[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?!代)"
    r"|“(?P<period>十[一二三四五六七八九]五|八五|九五)”(?P<end>时?期?末|期末))",
    "年",
    "五”",
)
#: Before a year that is only compared with: 比2020年增长.
_COMPARED = re.compile(r"(?:比|较|相比|同|与|超过|相对)$")
#: Before a year that only the next figure is of: 由2020年的36%提高到….
_FROM = re.compile(r"(?:从|由|自)$")
_SENTENCE_END = re.compile(r"[。！？\n]")
_MENTIONS = 20  # a year further back than that many others speaks of something else
_ORDINALS = {
    "八五": 8,
    "九五": 9,
    **{f"十{digit}五": 10 + number for number, digit in enumerate("一二三四五六七八九", 1)},
}


def period_years(period: str) -> tuple[int, int]:
    """First and last year of a five-year plan named like 十四五. Raises KeyError for anything else."""
    last = 1955 + 5 * _ORDINALS[period]
    return last - 4, last


def period_of(year: int) -> str:
    """The five-year plan that `year` belongs to: 十五五; "" before 1991 and after 2050."""
    return next((name for name in _ORDINALS if period_years(name)[0] <= year <= period_years(name)[1]), "")


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year as it is mentioned; `base`: only the next figure is of it; `goal`: 到2025年, “十四五”末."""

    start: int
    end: int
    year: int
    compared: bool
    base: bool
    goal: bool


class YearContext:
    """The years of one paragraph."""

    def __init__(self, text: str) -> None:
        self._mentions = [_mention(text, found) for found in _YEAR.finditer(text)]
        self._starts = [mention.start for mention in self._mentions]
        self._sentences = [found.end() for found in _SENTENCE_END.finditer(text)]

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds `offset` begins."""
        sentence = bisect_right(self._sentences, offset)
        return self._sentences[sentence - 1] if sentence else 0

    def year_at(self, offset: int, following: int = 0) -> int | None:
        """The year of what stands at `offset` by its sentence, or None.

        `following` is where the figure before it ends: a 由2020年的 counts only for the first one behind it.
        """
        begin = self.sentence_start(offset)
        last = bisect_right(self._starts, offset)
        for mention in reversed(self._mentions[max(last - _MENTIONS, 0) : last]):
            if mention.start < begin:
                # 到2025年 holds for what a paragraph goes on to say; any other year for its sentence only.
                return mention.year if mention.goal else None
            if mention.compared or (mention.base and following > mention.start):
                continue
            return mention.year
        return None


def _mention(text: str, found: re.Match[str]) -> YearMention:
    before = text[max(found.start() - 4, 0) : found.start()]
    if found["arabic"]:
        year = int(found["arabic"])
    elif found["chinese"]:
        year = int(parse_numeral(found["chinese"]) or 0)
    else:
        year = period_years(found["period"])[1]
    compared, base = _COMPARED.search(before) is not None, _FROM.search(before) is not None
    goal = before.endswith("到") or found["period"] is not None
    return YearMention(found.start(), found.end(), year, compared, base, goal)
