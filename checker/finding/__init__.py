"""What plancheck says about a plan.

In: messages, spans and names from every room.
Out: `Finding`, a value; nothing here prints, counts or decides.
Words: a *finding* is one thing wrong at one place, with its *related* places; its *subject* is the
element it is about; its *severity* is what remains after stage, configuration and waivers; its *status*
says whether it is new, known from a baseline, or waived; its *fingerprint* stays the same while the rest
of the file is edited; a *fix* is an edit that clears it; a *notice* says what was not checked.
"""

from checker.finding.finding import (
    Concern,
    Edit,
    Finding,
    Fix,
    Notice,
    NoticeKind,
    Related,
    SetAside,
    Severity,
    Status,
    Subject,
    sort_key,
)
from checker.finding.fingerprint import beyond

__all__ = [
    "Concern",
    "Edit",
    "Finding",
    "Fix",
    "Notice",
    "NoticeKind",
    "Related",
    "SetAside",
    "Severity",
    "Status",
    "Subject",
    "beyond",
    "sort_key",
]
