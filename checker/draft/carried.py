"""What a drafted plan surely carries of the upper plans drafted beside it, by the mechanism of `plancheck align`.

Only the surest proposals are written, marked （推断）; the others are for a person to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from checker.graph import build_graph
from checker.meaning.carrying import find_carrying
from checker.messages import Message
from checker.messages.draft import DRAFT_CARRIED
from checker.model import build_plan, parse_plan
from checker.source import SourceText, name_key
from checker.workspace import link_plans
from checker.write.update_alignment import chosen_ties, written_tie

#: Kind and name (as it is compared) of what carries something → what, as a plan file writes it.
Carried = Mapping[tuple[str, str], Sequence[str]]
_SURE = "high"


def carried_ties(own: str, uppers: Sequence[str]) -> tuple[Carried, list[Message]]:
    """The ties of the draft `own` to the drafts `uppers`, and what to say of them."""
    plans = [build_plan(parse_plan(SourceText("", text))).plan for text in (own, *uppers)]
    link_plans(plans)
    plan = plans[0]
    # Drafted upper plans say no day from which they are in force.
    found = find_carrying(plan, build_graph(plans), plan.level, date(plan.last_year or date.max.year, 1, 1))
    sure = [one for one in found.proposals if one.confidence == _SURE]
    made: dict[tuple[str, str], list[str]] = defaultdict(list)
    for tie in chosen_ties(sure):
        made[tie.own.kind, name_key(tie.own.name)].append(written_tie(tie))
    rest = len(found.proposals) - len(sure)
    return made, [DRAFT_CARRIED(count=len(sure), rest=rest)] if found.proposals else []
