"""How an indicator is to carry the upper one that it is: in which mode, and why.

Only what binds above and is broken down to the plan is demanded of it (不低于, 不高于): 中发〔2018〕44号 and
国发〔2005〕33号 hand down binding indicators, anticipated ones guide. Totals of places unlike in size are held against
each other by a share that the upper plan gives, and by nothing else.
"""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

from checker.meaning.asked import breaks_down_to
from checker.meaning.figures import target_of, unit_of
from checker.meaning.namesakes import OTHER_FORM, PART, name_of
from checker.meaning.territory import letters, place_names
from checker.meaning.ties import is_total, one_territory
from checker.messages import Message
from checker.messages.carrying import (
    MODE_ANTICIPATED,
    MODE_ASSESSED,
    MODE_BROKEN_DOWN,
    MODE_NOT_HANDED,
    MODE_OF_ANOTHER,
    MODE_ONE_PLACE,
    MODE_OTHER_FORM,
    MODE_SHARE,
    MODE_TOLD,
    MODE_TOTAL,
    MODE_UNKNOWN,
)
from checker.model import Indicator, Plan, ShareValue
from checker.quantity import Quantity, UnitKind
from checker.statement.allowed import base_factor

#: 完成省下达目标, 完成国家审核衔接后确定的目标: who sets the figure.
_TOLD = re.compile("完成(?P<who>国家|省|自治区|市|州|县|区|上级)?[^，。；]{0,12}?(?:下达|核定|确定|分解)")
_WHO = {
    "国家": ("national",),
    "省": ("province",),
    "自治区": ("province",),
    "市": ("city", "province"),
    "州": ("city",),
    "县": ("county",),
    "区": ("county", "zone"),
}
#: Shares are written with so many decimals of a per cent at most; one that takes more is none that somebody set.
_FINEST = Fraction(1, 10_000)


class How(Struct, frozen=True):
    """The mode (a word of `ALIGNMENT_MODES`), the share in % for a share, and why it is so."""

    mode: str
    reason: Message
    share: str = ""


def how_carried(own: Indicator, upper: Indicator, way: str, level: str | None) -> How:
    """How `own`, of a plan of `level`, carries `upper`; the two are one in this way."""
    if upper.plan.document_kind == "assessment":
        return How("reference", MODE_ASSESSED())
    if way in (OTHER_FORM, PART):
        return How("reference", MODE_OTHER_FORM())
    if one_territory(own, upper, level):
        return How("same", MODE_ONE_PLACE())
    if is_total(own, unit_of(own)):
        return _share_of(own, upper) or How("reference", MODE_TOTAL())
    if upper.nature == "binding":
        return _handed_down(own, upper, level)
    return How("reference", MODE_ANTICIPATED() if upper.nature == "anticipated" else MODE_UNKNOWN())


def _handed_down(own: Indicator, upper: Indicator, level: str | None) -> How:
    mode = "at_most" if _direction(own, upper) == "lower" else "at_least"
    if breaks_down_to(upper, own.plan, level):
        return How(mode, MODE_BROKEN_DOWN(to=broken_down_words(upper)))
    told = _told(own)
    if told is None:
        return How("reference", MODE_NOT_HANDED())
    words, who = told
    if who is None or upper.plan.level in (None, *who):
        return How(mode, MODE_TOLD(words=words))
    return How("reference", MODE_OF_ANOTHER(words=words))


def broken_down_words(upper: Indicator) -> str:
    """Whom an upper indicator is broken down to, as it says."""
    return "、".join(phrase.text for phrase in upper.broken_down_to)


def _told(own: Indicator) -> tuple[str, tuple[str, ...] | None] | None:
    """The words by which a target waits for what is handed down, and the levels that may hand it down; None for any."""
    for figure in own.figures:
        found = _TOLD.search(figure.in_words or "")
        if found is not None:
            return figure.in_words or "", _WHO.get(found["who"] or "")
    return None


def _direction(own: Indicator, upper: Indicator) -> str | None:
    """The direction that is written, else that of the name: what falls is told as a fall, the more the better."""
    from checker.prose.reading.lexicon import known_of, wording

    written = own.direction or upper.direction
    if written is not None:
        return written
    if name_of(upper.name).form != "level":
        return "higher"
    known = known_of(wording(upper.name))
    return known.direction if known is not None else None


def _share_of(own: Indicator, upper: Indicator) -> How | None:
    """The share of a total that the upper plan breaks down to the place of `own`; None where it gives no neat one."""
    part = next((one.quantity for one in upper.breakdown if _is_of(one, own.plan)), None)
    target = target_of(upper)
    whole = target.quantity if target is not None else None
    if part is None or part.point is None:
        return None
    if part.unit is not None and part.unit.kind is UnitKind.RATIO:
        return _share(part.point * part.unit.factor, part, whole)
    if whole is None or not whole.point:
        return None
    return _share(part.point * base_factor(part.unit) / (whole.point * base_factor(whole.unit)), part, whole)


def _is_of(part: ShareValue, plan: Plan) -> bool:
    path = part.reference.path
    named = path is not None and letters(path.parts[-1].text) in place_names(plan)
    return named or part.reference.target is plan


def _share(share: Fraction, part: Quantity, whole: Quantity | None) -> How | None:
    if not 0 < share < 1 or (share / _FINEST).denominator != 1:
        return None
    percent = share * 100
    told = str(percent) if percent.denominator == 1 else f"{float(percent):g}"
    reason = MODE_SHARE(part=part.describe(), whole=whole.describe() if whole is not None else "—", share=f"{told}%")
    return How("share", reason, f"{told}%")
