"""What a run found, and what it means for those who asked."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.engine.account import Account, AppliedRule
from checker.engine.verdict import Verdict, gate_holds, unchecked_points, verdict_of
from checker.finding import Finding, Notice, Severity, Status
from checker.messages import Message

if TYPE_CHECKING:
    from checker.checks import Facts, Rulebook
    from checker.engine.coverage import TextCoverage
    from checker.engine.taken_up import TextFollowed
    from checker.workspace import Workspace

__all__ = ["Checked", "Gone", "Report", "RuleCost", "Summary"]


class RuleCost(Struct):
    """What one rule took: CPU seconds and rows looked at."""

    code: str
    seconds: float
    rows: int


class Gone(Struct):
    """A finding of a baseline that is there no more, in the words in which it was recorded."""

    code: str
    message: str
    plan: str
    fingerprint: str


class Summary(Struct):
    """How many of what: new findings by severity, the others by status."""

    error: int
    warning: int
    info: int
    known: int
    waived: int
    notices: int
    unreadable: int
    plans: int
    gone: int


class Checked(Struct, eq=False):
    """One workspace of a run with all that was known of it: for a door that shows more than findings."""

    workspace: Workspace
    facts: Facts
    rulebook: Rulebook


class Report(Struct):
    """The outcome of one check.

    `account` says what was done and what was not; no output may leave it out. `findings` are in the order of
    `checker.finding.sort_key`; `stage` is the stored (English) word, "" if none is stated; `plans` are the names of
    the plans checked; `unreadable` holds a sentence for each file that could not be read; `gate` and `lang` are
    what options and configuration came to; `profile` is filled only when asked for; `gone` are the findings of a
    baseline that are there no more; `texts` are the paths of the texts that were checked; `coverage` says for each
    text that has a plan how much of what it states in figures the model has; `followed` for each outline what it has
    of the proposal beside it; `checked` holds the workspaces themselves.
    """

    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    stage: str
    as_of: date
    plans: tuple[str, ...]
    tool_version: str
    account: Account
    unreadable: tuple[Message, ...] = ()
    gate: Severity = Severity.ERROR
    lang: str = "zh"
    profile: tuple[RuleCost, ...] = ()
    gone: tuple[Gone, ...] = ()
    texts: tuple[str, ...] = ()
    coverage: tuple[TextCoverage, ...] = ()
    followed: tuple[TextFollowed, ...] = ()
    checked: tuple[Checked, ...] = ()

    @property
    def rules(self) -> tuple[AppliedRule, ...]:
        """The rules that ran, by code."""
        return self.account.ran

    @property
    def verdict(self) -> Verdict:
        """What the run comes to."""
        return verdict_of(self)

    def summary(self) -> Summary:
        """The counts."""
        new = Counter(finding.severity for finding in self.findings if finding.status is Status.NEW)
        status = Counter(finding.status for finding in self.findings)
        return Summary(
            error=new[Severity.ERROR],
            warning=new[Severity.WARNING],
            info=new[Severity.INFO],
            known=status[Status.KNOWN],
            waived=status[Status.WAIVED],
            notices=len(self.notices),
            unreadable=len(self.unreadable),
            plans=len(self.plans),
            gone=len(self.gone),
        )

    def exit_status(self, gate: Severity | None = None) -> int:
        """2 if a file could not be read or there was nothing to check, else 1 if a new finding weighs `gate` or more.

        The report's own gate holds if none is given. A strict run ends in 1, too, where something was not checked.
        """
        if self.unreadable:
            return 2
        if not gate_holds(self, gate):
            return 1
        if self.verdict is Verdict.NOTHING:
            return 2
        return int(self.account.strict and bool(unchecked_points(self)))
