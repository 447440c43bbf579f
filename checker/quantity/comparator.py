"""How a statement bounds its number: 不低于2000, 2000以上, 控制在5.5%以内, 300余."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from checker.quantity.interval import Interval


class Comparator(Enum):
    """What stands between a thing and its number."""

    EQUAL = "="
    GREATER = ">"
    GREATER_EQUAL = "≥"
    LESS = "<"
    LESS_EQUAL = "≤"
    RANGE = "—"
    MORE = "余"

    @property
    def direction(self) -> int:
        """1 if it bounds from below, -1 from above, 0 otherwise."""
        return _DIRECTIONS.get(self, 0)

    def interval(self, value: Fraction) -> Interval:
        """The numbers that are in this relation to `value`; RANGE and MORE need more than a number."""
        match self:
            case Comparator.GREATER | Comparator.GREATER_EQUAL:
                return Interval(value, None, self is Comparator.GREATER)
            case Comparator.LESS | Comparator.LESS_EQUAL:
                return Interval(None, value, False, self is Comparator.LESS)
            case _:
                return Interval.at(value)


_DIRECTIONS = {
    Comparator.GREATER: 1,
    Comparator.GREATER_EQUAL: 1,
    Comparator.LESS: -1,
    Comparator.LESS_EQUAL: -1,
}


def _words(table: dict[Comparator, str]) -> dict[str, Comparator]:
    return {word: comparator for comparator, words in table.items() for word in words.split()}


_BEFORE = _words(
    {
        Comparator.EQUAL: "= ＝ 等于 达到 达 为 第",
        Comparator.GREATER: "> ＞ 超过 超 突破 大于 高于 多于 逾",
        Comparator.GREATER_EQUAL: "≥ >= ＞＝ 不低于 不少于 不小于 至少 at_least",
        Comparator.LESS: "< ＜ 低于 少于 小于 不足 不到",
        Comparator.LESS_EQUAL: "≤ <= ＜＝ 不高于 不超过 不大于 不多于 至多 控制在 前 at_most",
    }
)
# 以上 and 以下 take their number in, as the standards on wording have it.
_BEHIND = _words({Comparator.GREATER_EQUAL: "以上", Comparator.LESS_EQUAL: "以下 以内 之内"})
_ABOUT = ("约", "近", "左右", "上下")


def read_comparator(before: str | None, behind: str | None) -> tuple[Comparator, bool]:
    """The relation told by the words before and behind a number, and whether they say “about”.

    达到…以上 is ≥; with two bounds of one direction the first counts: 超过…以上 is >. Raises ValueError for an
    unknown word and for bounds that contradict each other.
    """
    first, about_first = _known(before, _BEFORE)
    second, about_second = _known(behind, _BEHIND)
    if first.direction * second.direction < 0:
        raise ValueError("bounds from both sides")
    return (first if first.direction else second), about_first or about_second


def _known(word: str | None, words: dict[str, Comparator]) -> tuple[Comparator, bool]:
    if not word:
        return Comparator.EQUAL, False
    if word in _ABOUT:
        return Comparator.EQUAL, True
    if word not in words:
        raise ValueError("unknown word before or behind a number")
    return words[word], False
