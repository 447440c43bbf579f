"""The rows of a 衔接对照 as cells: each upper indicator with what stands beside it, then what the plan has alone.

Sheet, CSV and JSON show the same rows; so does the import read them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checker.engine.aligning import Alignment
from checker.meaning.carrying import UpperItem
from checker.meaning.proposal import Proposal
from checker.meaning.ties import mode_of, share_of
from checker.messages.carrying import BESIDES, CONFIDENCES, RELATIONS, STANDING_NOT_SET, STANDING_OPEN, STANDING_OWN
from checker.model import Indicator, Plan, Reference
from checker.model.words import ALIGNMENT_MODES
from checker.write.compared import beside
from checker.write.sheet_beside import wanted_words
from checker.write.sheet_indicators import nature_word

NOTHING = "—"
#: What the column 采纳 says of a tie that the plan has and that no mark calls a guess.
WRITTEN = "已写"
_MODES = {choice.en: choice.zh[0] for choice in ALIGNMENT_MODES}


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """A row: words, "" where there is nothing to say; `number` is that of the proposal, 0 for none.

    `standing` is carried, proposed, refused, not_set, open, or alone for what only the plan has; `stands` 一致,
    高于, 低于, 不设, 没有对应 or 上级没有; `mode` the mode of 承接 with its share. Of 支撑 and 衡量 the upper side is
    the other end of the tie.
    """

    relation: str
    standing: str
    own: str
    own_wanted: str = ""
    upper_plan: str = ""
    upper: str = ""
    nature: str = ""
    wanted: str = ""
    stands: str = ""
    mode: str = ""
    note: str = ""
    confidence: str = ""
    taken: str = ""
    number: int = 0


def all_rows(found: Alignment, level: str | None, lang: str = "zh") -> list[AlignmentRow]:
    """The rows of indicators, then those of the other proposals."""
    return [*alignment_rows(found, level, lang), *other_rows(found, lang)]


def alignment_rows(found: Alignment, level: str | None, lang: str = "zh") -> list[AlignmentRow]:
    """The rows of upper and own indicators; `level` is that of the plan."""
    told = _Rows(level, lang)
    rows: list[AlignmentRow] = []
    proposed = {
        id(one.target): (number, one) for number, one in enumerate(found.proposals, 1) if isinstance(one.own, Indicator)
    }
    listed = {id(item.indicator) for item in found.items}
    ties: dict[int, list[tuple[Indicator, Reference]]] = defaultdict(list)
    for own, reference in _ties(found.plan):
        ties[id(reference.target)].append((own, reference))
    for item in found.items:
        one = item.indicator
        if id(one) in proposed:
            rows.append(told.proposed(*proposed[id(one)]))
        elif ties[id(one)]:
            rows += [told.written(own, one, reference) for own, reference in ties[id(one)]]
        else:
            rows.append(told.unanswered(item))
    for own, reference in _ties(found.plan):
        if isinstance(reference.target, Indicator) and id(reference.target) not in listed:
            rows.append(told.written(own, reference.target, reference))
    rows += [told.proposed(*numbered) for key, numbered in proposed.items() if key not in listed]
    rows += [told.alone(one) for one in found.alone]
    return rows


def other_rows(found: Alignment, lang: str = "zh") -> list[AlignmentRow]:
    """The rows of what is proposed of goals and measures."""
    return [
        AlignmentRow(
            RELATIONS[one.relation]().text(lang),
            "proposed",
            one.own.name,
            upper_plan=one.target.plan.name if one.target.plan is not found.plan else "",
            upper=one.target.name,
            note=reason_words(one, lang),
            confidence=CONFIDENCES[one.confidence]().text(lang),
            number=number,
        )
        for number, one in enumerate(found.proposals, 1)
        if not isinstance(one.own, Indicator)
    ]


def _ties(plan: Plan) -> Iterator[tuple[Indicator, Reference]]:
    for one in plan.elements:
        if isinstance(one, Indicator):
            yield from ((one, reference) for reference in one.aligns)


def mode_words(mode: str, share: str) -> str:
    """不低于, 份额 30%; "" for none."""
    return f"{_MODES[mode]} {share}" if share else _MODES.get(mode, "")


def reason_words(one: Proposal, lang: str = "zh") -> str:
    """Why it is proposed."""
    return ("; " if lang == "en" else "；").join(reason.text(lang) for reason in one.reasons)


class _Rows:
    """Rows for a plan of a level, in a language."""

    def __init__(self, level: str | None, lang: str) -> None:
        self._level = level
        self._lang = lang
        self._relation = RELATIONS["aligns"]().text(lang)

    def proposed(self, number: int, one: Proposal) -> AlignmentRow:
        """What is proposed."""
        own, upper = one.own, one.target
        assert isinstance(own, Indicator)
        assert isinstance(upper, Indicator)
        mode, confidence = mode_words(one.mode, one.share), CONFIDENCES[one.confidence]().text(self._lang)
        note = reason_words(one, self._lang)
        return self._row("proposed", own, upper, mode=mode, note=note, confidence=confidence, number=number)

    def written(self, own: Indicator, upper: Indicator, reference: Reference) -> AlignmentRow:
        """A tie that the plan has."""
        share = share_of(reference)
        mode = mode_words(mode_of(reference) or "", share.describe() if share is not None else "")
        guessed = reference.inferred or "to_verify" in reference.notes
        return self._row("carried", own, upper, mode=mode, taken="" if guessed else WRITTEN)

    def unanswered(self, item: UpperItem) -> AlignmentRow:
        """An upper indicator that no indicator answers."""
        stands = ""
        if item.standing in ("refused", "not_set"):
            stands = STANDING_NOT_SET().text(self._lang)
        elif item.standing == "open":
            stands = STANDING_OPEN().text(self._lang)
        note = item.reason.text(self._lang) if item.reason is not None else "、".join(one.name for one in item.answers)
        taken = WRITTEN if item.standing in ("refused", "carried") else ""
        return self._row(item.standing, None, item.indicator, stands=stands, note=note, taken=taken)

    def alone(self, own: Indicator) -> AlignmentRow:
        """An indicator that nothing above has."""
        return self._row("alone", own, None, stands=STANDING_OWN().text(self._lang))

    def _row(
        self, standing: str, own: Indicator | None, upper: Indicator | None, stands: str = "", **told: Any
    ) -> AlignmentRow:
        if own is not None and upper is not None:
            where = beside(own, upper, self._level)
            stands = BESIDES[where]().text(self._lang) if where else ""
        return AlignmentRow(
            self._relation,
            standing,
            own.name if own is not None else "",
            wanted_words(own) if own is not None else "",
            upper.plan.name if upper is not None else "",
            upper.name if upper is not None else "",
            nature_word(upper) if upper is not None else "",
            wanted_words(upper) if upper is not None else "",
            stands,
            **told,
        )
