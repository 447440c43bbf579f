"""The verdict on a run: what was found, and whether everything was looked at. It never gives leave to go on."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING

from checker.engine.account import NotRun, WhyNot
from checker.finding import NoticeKind, Severity, Status
from checker.finding.codes import code_ranges
from checker.messages import Message, Template
from checker.messages.verdict import (
    BLOCKING,
    VERDICT_BLOCKED,
    VERDICT_BLOCKED_KNOWN,
    VERDICT_BLOCKED_PARTLY,
    VERDICT_GATE,
    VERDICT_INCOMPLETE,
    VERDICT_NOTHING,
    VERDICT_PASSED,
    WHY_FAILED,
    WHY_IGNORED,
    WHY_NOT_ONLY,
    WHY_OFF,
    WHY_UNSELECTED,
)

if TYPE_CHECKING:
    from checker.engine.report import Report


class Verdict(StrEnum):
    """Blocked: something at or above the gate. Incomplete: nothing such, but not everything was looked at."""

    BLOCKED = "blocked"
    INCOMPLETE = "incomplete"
    PASSED = "passed"
    NOTHING = "nothing"


_WHY: dict[WhyNot, Template] = {
    WhyNot.OFF: WHY_OFF,
    WhyNot.NOT_ONLY: WHY_NOT_ONLY,
    WhyNot.IGNORED: WHY_IGNORED,
    WhyNot.UNSELECTED: WHY_UNSELECTED,
    WhyNot.FAILED: WHY_FAILED,
}


def verdict_of(report: Report) -> Verdict:
    """Known findings of a baseline block as new ones do; what is waived does not."""
    if _at_gate(report, Status.NEW) or _at_gate(report, Status.KNOWN):
        return Verdict.BLOCKED
    if report.account.empty is not None:
        return Verdict.NOTHING
    return Verdict.INCOMPLETE if unchecked_points(report) else Verdict.PASSED


def gate_holds(report: Report, gate: Severity | None = None) -> bool:
    """Whether no new finding weighs as much as the gate; what the exit status goes by."""
    return not _at_gate(report, Status.NEW, gate)


def unchecked_points(report: Report) -> list[Message]:
    """What the stage asks for and was not looked at, a sentence each: rules left out, data missing, files unread."""
    points = restrictions(report)
    points += [notice.message for notice in report.notices if notice.kind is NoticeKind.MISSING]
    return [*points, *report.unreadable]


def unchecked_by(report: Report, codes: Collection[str]) -> list[Message]:
    """What some rules did not look at: why they did not run, which data they did not have, files unread."""
    points = [_why(group) for group in report.account.not_run if group.why in _WHY and set(group.codes) & set(codes)]
    missing = [notice for notice in report.notices if notice.kind is NoticeKind.MISSING]
    points += [notice.message for notice in missing if set(notice.codes) & set(codes)]
    return [*points, *report.unreadable]


def restrictions(report: Report) -> list[Message]:
    """A sentence for each reason for which rules did not run; the stage's own is none."""
    return [_why(group) for group in report.account.not_run if group.why in _WHY]


def lacking_of(report: Report) -> dict[str, Message]:
    """By code of a rule that ran: the first of the data that it did not have, somewhere or everywhere."""
    found: dict[str, Message] = {}
    for notice in report.notices:
        if notice.kind is NoticeKind.MISSING:
            for code in notice.codes:
                found.setdefault(code, notice.message)
    return found


def _why(group: NotRun) -> Message:
    words = "、".join(group.words) or "—"
    return _WHY[group.why](words=words, codes=code_ranges(group.codes), count=len(group.codes))


def verdict_sentence(report: Report) -> Message:
    """The verdict in one sentence that can stand alone."""
    which = BLOCKING[report.stage]() if report.stage in BLOCKING else VERDICT_GATE(gate=_gate_word(report.gate))
    points = len(unchecked_points(report))
    match verdict_of(report):
        case Verdict.BLOCKED:
            new, known = len(_at_gate(report, Status.NEW)), len(_at_gate(report, Status.KNOWN))
            counts = {"which": which, "count": new + known}
            said = VERDICT_BLOCKED_KNOWN(new=new, known=known, **counts) if known else VERDICT_BLOCKED(**counts)
            return VERDICT_BLOCKED_PARTLY(said=said, points=points) if points else said
        case Verdict.NOTHING:
            assert report.account.empty is not None
            return VERDICT_NOTHING(why=report.account.empty)
        case Verdict.INCOMPLETE:
            return VERDICT_INCOMPLETE(which=which, points=points)
        case _:
            return VERDICT_PASSED(which=which)


def _gate_word(gate: Severity) -> Message:
    return Template(gate.zh, gate.en)()


def _at_gate(report: Report, status: Status, gate: Severity | None = None) -> list[str]:
    least = report.gate if gate is None else gate
    return [one.code for one in report.findings if one.status is status and one.severity >= least]
