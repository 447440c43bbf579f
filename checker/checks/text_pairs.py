"""The texts of a run that go together: which is held against which, and what is found between them.

建议 → 纲要 → report of the year → 起草说明: of one place and period, each is held against those before it; an outline
also against the outline above, where it speaks of that. What differs is told in the one that depends on the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText, checked_texts
from checker.messages import Message
from checker.messages.documents import OTHER_NOTE, OTHER_OUTLINE, OTHER_PROPOSAL, OTHER_REPORT, OTHER_UPPER

if TYPE_CHECKING:
    from checker.prose.constraints.conflict import Conflict
    from checker.prose.reading.frame import Frame

#: What depends on what: each kind on those before it.
_ORDER = ("proposal", "outline", "work_report", "drafting_note")
_LEVELS = ("national", "province", "city", "county", "zone")
_NAMES = {
    "proposal": OTHER_PROPOSAL,
    "outline": OTHER_OUTLINE,
    "work_report": OTHER_REPORT,
    "drafting_note": OTHER_NOTE,
}


class Pair(Struct, eq=False, frozen=True):
    """Two texts that go together: `second` is held against `first`, its outline above if `is_upper`."""

    first: PlanText
    second: PlanText
    is_upper: bool = False

    @property
    def document(self) -> Message:
        """How the first is called."""
        return OTHER_UPPER() if self.is_upper else _NAMES[kind_of(self.first)]()

    def conflicts(self, kind: str) -> Sequence[Conflict]:
        """The conflicts of one kind, found in the second."""
        if self.is_upper:
            return self.second.misquotes(self.first, self.document).get(kind, ()) if kind == "upper_apart" else ()
        return self.second.conflicts_with(self.first, self.document).get(kind, ())


def kind_of(text: PlanText) -> str:
    """What kind of document it is, a stored word; "" for one that goes with no other."""
    if text.role == "note":
        return "drafting_note"
    kind = text.reading.frame.kind
    return kind if kind in _ORDER else ""


def find_pairs(facts: Facts) -> list[Pair]:
    """The pairs among the texts that are checked, in their order."""
    texts = [text for text in checked_texts(facts) if kind_of(text)]
    if len(texts) < 2:
        return []
    return [
        Pair(first, second, is_upper)
        for second in texts
        for first in texts
        if (is_upper := _is_above(first, second)) or _depends(first, second, texts)
    ]


def pairs_of(facts: Facts, text: PlanText) -> Iterator[Pair]:
    """The pairs in which `text` is held against another."""
    return (pair for pair in find_pairs(facts) if pair.second is text)


def texts_alone(facts: Facts) -> list[PlanText]:
    """The texts that are held against no other, though one may be at hand elsewhere.

    A text of a plan is alone only where its plan names others: that which it does not name does not exist.
    """
    texts = [text for text in checked_texts(facts) if text.has_words]
    paired = {id(text) for pair in find_pairs(facts) for text in (pair.first, pair.second)}
    return [text for text in texts if id(text) not in paired and _may_have_others(text, texts)]


def lacks_upper(facts: Facts) -> bool:
    """Whether texts without a plan are held against each other, and none of them against an outline above."""
    pairs = [pair for pair in find_pairs(facts) if pair.second.plan is None]
    national = any(text.reading.frame.level == _LEVELS[0] for pair in pairs for text in (pair.first, pair.second))
    return bool(pairs) and not national and not any(pair.is_upper for pair in pairs)


def _may_have_others(text: PlanText, texts: Sequence[PlanText]) -> bool:
    if text.plan is None:
        return True
    named = sum(not document.name.lower().endswith(".xlsx") for document in text.plan.texts)
    return named > sum(one.plan is text.plan for one in texts)


def _depends(first: PlanText, second: PlanText, texts: Sequence[PlanText]) -> bool:
    return _ORDER.index(kind_of(first)) < _ORDER.index(kind_of(second)) and _go_together(first, second, texts)


def _is_above(first: PlanText, second: PlanText) -> bool:
    """Whether the first is the outline of a larger area that the second speaks of."""
    left, right = first.reading.frame, second.reading.frame
    if kind_of(first) != "outline" or left.level not in _LEVELS or right.level not in _LEVELS:
        return False
    if _LEVELS.index(left.level) >= _LEVELS.index(right.level) or not _of_one_period(left, right):
        return False
    return left.level == "national" or (left.place != "" and left.place in second.source.text)


def _go_together(first: PlanText, second: PlanText, texts: Sequence[PlanText]) -> bool:
    from checker.prose.places import place_key

    if first.plan is not None or second.plan is not None:
        return first.plan is second.plan
    left, right = first.reading.frame, second.reading.frame
    if "national" in (left.level, right.level) and left.level != right.level:
        return False
    places = {place_key(text.reading.frame.place) for text in texts} - {""}
    if place_key(left.place) != place_key(right.place) and ((left.place and right.place) or len(places) > 1):
        return False
    return _of_one_period(left, right)


def _of_one_period(left: Frame, right: Frame) -> bool:
    if left.period is not None and right.period is not None:
        return left.period == right.period
    told = left.period or right.period
    years = [frame.year for frame in (left, right) if frame.period is None and frame.year]
    return told is None or all(told[0] <= year <= told[1] for year in years)
