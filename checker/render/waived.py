"""Why a finding is waived, in one line for people."""

from __future__ import annotations

from collections.abc import Iterator

from checker.finding import SetAside
from checker.messages import Message
from checker.messages.waivers import WAIVED_APPROVED, WAIVED_REASON, WAIVED_UNREASONED, WAIVED_UNTIL


def why_waived(waiver: SetAside, lang: str) -> str:
    """The reason, who approved it and until when, as far as the plan says."""
    return ("; " if lang == "en" else "；").join(message.text(lang) for message in _parts(waiver))


def _parts(waiver: SetAside) -> Iterator[Message]:
    yield WAIVED_REASON(reason=waiver.reason) if waiver.reason else WAIVED_UNREASONED()
    if waiver.approved_by:
        yield WAIVED_APPROVED(office=waiver.approved_by)
    if waiver.until is not None:
        yield WAIVED_UNTIL(day=waiver.until.isoformat())
