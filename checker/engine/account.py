"""What a run did and what it did not do. Every run makes one account, and every output shows it.

Silence is no approval: a rule that was switched off, a text that was not there, a plan that says nothing are told
beside what was found, and the verdict (`verdict.py`) looks at them.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from checker.messages import Message


class AppliedRule(Struct):
    """A rule that ran: its code and slug, its name, what it says about itself, and the page that gathers it."""

    code: str
    slug: str
    title: Message
    about: Message | None = None
    page: str = ""


class WhyNot(StrEnum):
    """Why a rule did not run."""

    OFF = "off"  # rules.off of plancheck.toml
    NOT_ONLY = "not_only"  # rules.only of plancheck.toml names others
    IGNORED = "ignored"  # --ignore
    UNSELECTED = "unselected"  # --select names others
    STAGE = "stage"  # the stage does not ask for it
    NO_PLAN = "no_plan"  # it is about plans, and there are texts alone
    FAILED = "failed"  # it crashed or spent its budget


class NotRun(Struct, frozen=True):
    """Rules that did not run for one reason; `words` are what named them, or what named the others."""

    why: WhyNot
    codes: tuple[str, ...]
    words: tuple[str, ...] = ()


class Use(StrEnum):
    """What was done with a document."""

    CHECKED = "checked"
    REFERRED = "referred"  # an upper plan: others were held against it
    UNREAD = "unread"


class SeenDocument(Struct, frozen=True):
    """A file of the run: its path as shown, what it is (plan, text, table), and what was done with it.

    Each has the name of its `plan`; a text or table what it is to it, and how that was known (plan, config, title,
    path);
    and what its own head says: `document_kind` (outline, drafting_note …), place, first and last year, stage.
    """

    file: str
    kind: Literal["plan", "text", "table"]
    use: Use
    plan: str = ""
    role: str = ""
    known_by: str = ""
    document_kind: str = ""
    place: str = ""
    years: tuple[int, int] | None = None
    stage: str = ""


class Account(Struct, frozen=True):
    """What was run, on what, and what was left out.

    `ran` are the rules that ran, `not_run` the others, by reason; `documents` the files. `empty` says why there was
    nothing to check, None where there was something. `strict`: missing data count as a failure.
    """

    ran: tuple[AppliedRule, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    documents: tuple[SeenDocument, ...] = ()
    empty: Message | None = None
    strict: bool = False
    baseline: str = ""


def joined_not_run(groups: Iterable[NotRun]) -> tuple[NotRun, ...]:
    """Those of several workspaces together, one for each reason and what named it."""
    codes: dict[tuple[WhyNot, tuple[str, ...]], set[str]] = {}
    for group in groups:
        codes.setdefault((group.why, group.words), set()).update(group.codes)
    order = list(WhyNot)
    sorted_keys = sorted(codes, key=lambda key: (order.index(key[0]), key[1]))
    return tuple(NotRun(why, tuple(sorted(codes[why, words])), words) for why, words in sorted_keys)
