"""A tie that may be written: between what, how sure, and why."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from checker.messages import Message
from checker.model import Element

#: How sure a proposal is.
Confidence = Literal["high", "middle", "low"]
#: 承接, 支撑 of a measure, 衡量指标 of a goal.
Relation = Literal["aligns", "supports", "measures"]


class Proposal(Struct, frozen=True, eq=False):
    """That `own` may have a tie to `target`; of 承接 of indicators the mode and its share, "" for none."""

    own: Element
    relation: Relation
    target: Element
    confidence: Confidence
    reasons: tuple[Message, ...]
    mode: str = ""
    share: str = ""
