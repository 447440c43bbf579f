"""Ties that were taken, in a list or by ticks in a sheet, into a plan file: the rest of it stays as it is.

A tie that a person ticked is confirmed; one that is only taken over from the list bears （推断）.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.engine.aligning import Alignment
from checker.meaning.proposal import Proposal, Relation
from checker.messages import Message
from checker.messages.aligning import (
    SHEETS_TIE_MODE,
    SHEETS_TIE_NO_OWN,
    SHEETS_TIE_NO_REASON,
    SHEETS_TIE_NO_UPPER,
    SHEETS_TIE_OWN_GONE,
    SHEETS_TIE_RELATION,
    SHEETS_TIE_TARGET_GONE,
    SHEETS_TIE_UPPER_GONE,
    TIE_ADDED,
    TIE_CONFIRMED,
    TIE_MODE,
    TIE_REFUSED,
    TIE_THERE,
)
from checker.messages.carrying import RELATIONS
from checker.model import Element, Goal, Indicator, Measure, NotCarried, Plan, Reference
from checker.model.plan_words import written_name, written_sentence
from checker.model.words import ALIGNMENT_MODES
from checker.prose.alignment_table import AlignmentTable, TickedRow
from checker.source import fold, name_key, with_near
from checker.write.alignment_rows import mode_words
from checker.write.edits import Edit, PlanEdits, Update, add_field

#: Relation → the field that holds it, as the model and as a plan file call it.
_FIELDS: dict[Relation, tuple[str, str]] = {
    "aligns": ("aligns", "承接"),
    "supports": ("supports", "支撑"),
    "measures": ("measured_by", "衡量指标"),
}
_WORDS: dict[str, Relation] = {template().text(): relation for relation, template in RELATIONS.items()}
_MODE_WORDS = {word: choice.zh[0] for choice in ALIGNMENT_MODES for word in choice.zh} | {"一致": "同值"}
_SHARE = re.compile(r"份额(?P<share>[0-9]{1,3}(?:\.[0-9]{1,4})?)%?")
_NOT_SET = re.compile("不设|不承接")
_GUESSED = "推断"
#: Remarks of a tie that a tick replaces.
_REPLACED = frozenset({"inferred", "to_verify", *(choice.en for choice in ALIGNMENT_MODES)})
_CARRIERS = (Indicator, Goal, Measure)


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie to write: `mode` as a plan file writes it (不低于, 份额 30%), "" for none."""

    own: Element
    relation: Relation
    target: Element
    mode: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """An upper item that the plan does not carry, and why."""

    target: Element
    reason: str


def chosen_ties(chosen: Iterable[Proposal]) -> list[Tie]:
    """The ties of proposals that were chosen from the list."""
    return [Tie(one.own, one.relation, one.target, mode_words(one.mode, one.share), False) for one in chosen]


def update_ties(
    plan: Plan, ties: Sequence[Tie], refusals: Sequence[Refusal] = (), told: Sequence[Message] = ()
) -> Update:
    """What the ties make of the files of `plan`; those that it has already only lose their mark."""
    said = list(told)
    edits = PlanEdits(plan)
    added: dict[tuple[int, str], list[Tie]] = defaultdict(list)
    met: set[tuple[int, str, int]] = set()
    for tie in ties:
        attr = _FIELDS[tie.relation][0]
        if (id(tie.own), attr, id(tie.target)) in met:
            continue
        met.add((id(tie.own), attr, id(tie.target)))
        there = next((one for one in getattr(tie.own, attr) if one.target is tie.target), None)
        if there is not None:
            edits.change(tie.own, *_confirm(tie, there, said))
        else:
            added[id(tie.own), attr].append(tie)
            said.append(_told(TIE_ADDED, tie))
    for group in added.values():
        edits.change(group[0].own, _add(group))
    _refuse(plan, refusals, edits, said)
    return edits.update(said)


def _refuse(plan: Plan, refusals: Sequence[Refusal], edits: PlanEdits, said: list[Message]) -> None:
    """What is not carried: an edit where the plan says so without a reason, a declaration where it does not say so."""
    known = {id(one.what.target): one for one in plan.elements if isinstance(one, NotCarried) and one.what is not None}
    met: set[int] = set()
    for refusal in refusals:
        there = known.get(id(refusal.target))
        if id(refusal.target) in met or (there is not None and there.reason):
            continue
        met.add(id(refusal.target))
        reason = f"理由：{written_sentence(refusal.reason)}"
        if there is not None:
            edits.change(there, add_field(there, reason))
        else:
            edits.declare("not_carried", f"不承接 {_reference(refusal.target, plan)} {{\n{reason}\n}}\n")
        said.append(TIE_REFUSED(target=refusal.target.name, reason=refusal.reason))


def _told(template: Callable[..., Message], tie: Tie) -> Message:
    mode = TIE_MODE(mode=tie.mode) if tie.mode else ""
    relation = RELATIONS[tie.relation]()
    target = tie.target.name if tie.target.plan is tie.own.plan else f"{tie.target.plan.name}.{tie.target.name}"
    return template(own=tie.own.name, relation=relation, target=target, mode=mode)


def _add(group: Sequence[Tie]) -> Edit:
    """One edit for all ties of one field."""
    own, (attr, word) = group[0].own, _FIELDS[group[0].relation]
    written = "、".join(written_tie(tie) for tie in group)
    part = own.written(attr)
    return add_field(own, f"{word}：{written}") if part is None else Edit(part.end, part.end, f"、{written}")


def written_tie(tie: Tie, kept: Sequence[str] = ()) -> str:
    """The tie as a plan file writes it behind its field; `kept` are further remarks."""
    notes = "、".join(filter(None, (tie.mode, "" if tie.confirmed else _GUESSED, *kept)))
    return _reference(tie.target, tie.own.plan) + (f"（{notes}）" if notes else "")


def _reference(target: Element, plan: Plan) -> str:
    """The name by which `plan` refers to it: with its kind where other things of its plan have the name, too."""
    alike = sum(one.name == target.name and isinstance(one, _CARRIERS) for one in target.plan.elements)
    names = [written_name(target.name)]
    if alike > 1:
        names.insert(0, _KINDS[target.kind])
    if target.plan is not plan:
        names.insert(0, written_name(target.plan.name))
    return ".".join(names)


_KINDS = {"indicator": "指标", "goal": "目标", "measure": "举措"}


def _confirm(tie: Tie, there: Reference, said: list[Message]) -> Iterator[Edit]:
    """A tie that is there and was only guessed is written anew, as it was ticked; its other remarks stay."""
    if not tie.confirmed:
        return
    part = tie.own.written(_FIELDS[tie.relation][0])
    item = next((one for one in part.values if one.start <= there.start < one.end), None) if part is not None else None
    if item is None or not (there.inferred or "to_verify" in there.notes):
        said.append(_told(TIE_THERE, tie))
        return
    text = tie.own.source.text
    kept = [text[note.start : note.end] for word, note in there.notes.items() if word not in _REPLACED]
    yield Edit(item.start, item.end, written_tie(tie, kept))
    said.append(_told(TIE_CONFIRMED, tie))


# ---- ticked sheets


def update_alignment(found: Alignment, tables: Sequence[AlignmentTable]) -> Update:
    """What the ticked rows of `tables` make of the files of the plan; what is gone since is told and left out."""
    told: list[Message] = [problem for table in tables for problem in table.problems]
    names = _Names(found.plan)
    made = [_row(row, names) for table in tables for row in table.rows]
    told += [one for one in made if isinstance(one, Message)]
    ties = [one for one in made if isinstance(one, Tie)]
    return update_ties(found.plan, ties, [one for one in made if isinstance(one, Refusal)], told)


class _Names:
    """What the cells of a row may name."""

    def __init__(self, plan: Plan) -> None:
        self.own = [one for one in plan.elements if isinstance(one, _CARRIERS)]
        self.plan = plan
        uppers: list[Plan] = []
        waiting = [plan]
        while waiting:
            for reference in waiting.pop(0).upper_plans:
                if isinstance(reference.target, Plan) and reference.target not in (plan, *uppers):
                    uppers.append(reference.target)
                    waiting.append(reference.target)
        self.upper = [one for upper in uppers for one in upper.elements if isinstance(one, _CARRIERS)]


def _find(name: str, among: Iterable[Element], plan: str = "") -> Element | None:
    key, of = name_key(name), name_key(plan)
    return next((e for e in among if name_key(e.name) == key and (not of or name_key(e.plan.name) == of)), None)


def _row(row: TickedRow, names: _Names) -> Tie | Refusal | Message:
    """The tie or the refusal that a row says, or why it is none."""
    place = row.cell.place
    relation = _WORDS.get(row.relation or RELATIONS["aligns"]().text())
    if relation is None:
        return SHEETS_TIE_RELATION(place=place, text=row.relation)
    if not row.upper:
        return SHEETS_TIE_NO_UPPER(place=place)
    if relation != "aligns":
        return _inner(row, relation, names)
    kinds = (Goal, Measure) if row.relation else (Indicator,)
    upper = [one for one in names.upper if isinstance(one, kinds)]
    target = _find(row.upper, upper, row.upper_plan)
    if target is None:
        return with_near(SHEETS_TIE_UPPER_GONE(place=place, name=row.upper), row.upper, [one.name for one in upper])
    if _NOT_SET.search(row.stands) or _NOT_SET.search(row.mode):
        return Refusal(target, row.note) if row.note else SHEETS_TIE_NO_REASON(place=place, name=row.upper)
    if not row.own:
        return SHEETS_TIE_NO_OWN(place=place)
    own = [one for one in names.own if not row.relation or isinstance(one, kinds)]
    carrier = _find(row.own, own)
    if carrier is None:
        return with_near(SHEETS_TIE_OWN_GONE(place=place, name=row.own), row.own, [one.name for one in own])
    mode = _mode(row.mode)
    return SHEETS_TIE_MODE(place=place, text=row.mode) if mode is None else Tie(carrier, relation, target, mode, True)


def _inner(row: TickedRow, relation: Relation, names: _Names) -> Tie | Message:
    """A tie within the plan."""
    place = row.cell.place
    ends = (Measure, Goal) if relation == "supports" else (Goal, Indicator)
    sides = [[one for one in names.own if isinstance(one, kind)] for kind in ends]
    own, target = _find(row.own, sides[0]), _find(row.upper, sides[1])
    if own is None:
        return with_near(SHEETS_TIE_OWN_GONE(place=place, name=row.own), row.own, [one.name for one in sides[0]])
    if target is None:
        message = SHEETS_TIE_TARGET_GONE(place=place, name=row.upper, relation=RELATIONS[relation]())
        return with_near(message, row.upper, [one.name for one in sides[1]])
    return Tie(own, relation, target, "", True)


def _mode(words: str) -> str | None:
    """The mode as a plan file writes it, "" for none; None for what is none."""
    bare = re.sub(r"\s", "", fold(words))
    if not bare:
        return ""
    share = _SHARE.fullmatch(bare)
    if share is not None:
        return f"份额 {share['share']}%"
    return _MODE_WORDS.get(bare) if bare != "份额" else None
