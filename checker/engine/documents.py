"""What a run has of the document set of a workspace beside its plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from checker.finding import Notice
from checker.messages import Message

if TYPE_CHECKING:
    from checker.checks.plan_texts import PlanText


class Documents(Struct, eq=False):
    """The texts and tables that could be read, what there is to say of them, and why others could not be read."""

    texts: list[PlanText] = field(default_factory=list)
    tables: list[PlanText] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    unreadable: list[Message] = field(default_factory=list)
