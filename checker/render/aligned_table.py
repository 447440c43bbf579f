"""What a plan may carry of those above, as a table: for people, for WPS and Excel, for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from checker.engine.aligning import Alignment
from checker.messages.aligning import (
    ALIGN_ALONE,
    ALIGN_CARRY,
    ALIGN_COUNT,
    ALIGN_HEADINGS,
    ALIGN_NONE,
    ALIGN_NOT_SET,
    ALIGN_OPEN,
    ALIGN_OTHERS,
    ALIGN_TITLE,
    ALIGN_UNSEEN,
)
from checker.render.plain_table import csv_of_table
from checker.render.visible import json_text, visible
from checker.write.alignment_rows import AlignmentRow, all_rows

ALIGNED_VERSION: Final = "1.0"


def render_aligned(found: Alignment, level: str | None, lang: str = "zh") -> str:
    """For people: what is proposed, with its number, what of the upper plans nothing answers, what was not looked at.

    `level` is that of the plan.
    """
    rows = all_rows(found, level, lang)
    lines = [ALIGN_TITLE(plan=found.plan.name).text(lang)]
    lines += [f"  {ALIGN_UNSEEN(what=one).text(lang)}" for one in found.unseen]
    proposed = [row for row in rows if row.standing == "proposed"]
    carried = [row for row in proposed if row.upper_plan]
    parts = (
        (ALIGN_CARRY, [_proposed(row) for row in carried]),
        (ALIGN_OTHERS, [_proposed(row) for row in proposed if not row.upper_plan]),
        (ALIGN_OPEN, [_upper(row) for row in rows if row.standing == "open"]),
        (ALIGN_NOT_SET, [_upper(row) for row in rows if row.standing in ("not_set", "refused")]),
        (ALIGN_ALONE, [_alone(row) for row in rows if row.standing == "alone"]),
    )
    for heading, told in parts:
        if told:
            lines += [heading(count=len(told)).text(lang), *told]
    lines.append(ALIGN_COUNT(count=len(proposed)).text(lang) if proposed else ALIGN_NONE().text(lang))
    return "".join(f"{visible(line)}\n" for line in lines)


def _proposed(row: AlignmentRow) -> str:
    target = f"{row.upper_plan}.{row.upper}" if row.upper_plan else row.upper
    told = (str(row.number), row.confidence, row.relation, f"{row.own} → {target}", row.mode, row.stands)
    return f"  {'  '.join(filter(None, told))}（{row.note}）"


def _upper(row: AlignmentRow) -> str:
    note = f"（{row.note}）" if row.note else ""
    return "  " + "  ".join(filter(None, (row.nature, f"{row.upper_plan}.{row.upper}", row.wanted))) + note


def _alone(row: AlignmentRow) -> str:
    return "  " + "  ".join(filter(None, (row.own, row.own_wanted)))


def render_aligned_csv(found: Alignment, level: str | None, lang: str = "zh") -> str:
    """As CSV, a row for each line of the sheets."""
    return csv_of_table(ALIGN_HEADINGS().text(lang).split("|"), list(_cells(all_rows(found, level, lang))))


def _cells(rows: Sequence[AlignmentRow]) -> Iterator[list[str | int | None]]:
    for row in rows:
        above = (row.upper_plan, row.upper, row.nature, row.wanted)
        told = (row.stands, row.mode, row.note, row.confidence, row.taken)
        yield [row.number or None, row.relation, *above, row.own, row.own_wanted, *told]


def render_aligned_json(found: Alignment, level: str | None, lang: str = "zh") -> str:
    """As JSON: the rows with their words, and what was not looked at."""
    made = {
        "schema_version": ALIGNED_VERSION,
        "plan": found.plan.name,
        "rows": [_object(row) for row in all_rows(found, level, lang)],
        "not_looked_at": [one.text(lang) for one in found.unseen],
    }
    return json_text(made) + "\n"


def _object(row: AlignmentRow) -> dict[str, Any]:
    return {
        "number": row.number or None,
        "relation": row.relation,
        "standing": row.standing,
        "own": row.own or None,
        "own_target": row.own_wanted or None,
        "upper_plan": row.upper_plan or None,
        "upper": row.upper or None,
        "nature": row.nature or None,
        "upper_target": row.wanted or None,
        "beside": row.stands or None,
        "mode": row.mode or None,
        "why": row.note or None,
        "confidence": row.confidence or None,
    }
