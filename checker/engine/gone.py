"""What is found no more: mended, or only not to be seen, because what it was about was not read or not looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from checker.engine.report import Report
from checker.finding import Notice, NoticeKind

#: The kind of what rules find where a file does not follow the grammar (`checker.checks.sources`).
_UNREAD = "syntax_problem"


def codes_of_unread(report: Report) -> set[str]:
    """The codes of the rules that tell of what cannot be read."""
    return {code for checked in report.checked for code in checked.rulebook.about(_UNREAD)}


def looks_at(report: Report, known: Collection[str], notices: Iterable[Notice] = ()) -> Callable[[str, str], bool]:
    """Whether the run would have found again what a rule (its code) found on a plan (its name, "" for none).

    Not if the rule did not run or lacked data that it had, or the plan was not checked; and nothing would for certain
    while there is something that cannot be read, unless it could not be before. What was not to be had before are the
    findings with the fingerprints `known`, and the `notices`.
    """
    about = codes_of_unread(report)
    unread = sum(len(plan.problems) for checked in report.checked for plan in checked.workspace.checked)
    if unread > sum(one.code in about and one.fingerprint in known for one in report.findings):
        return lambda code, _plan: code in about
    ran = {rule.code for rule in report.rules}
    had_not = set(notices)
    missing = [one for one in report.notices if one.kind is NoticeKind.MISSING and one not in had_not]
    lacking = {code for one in missing for code in one.codes}
    return lambda code, plan: code in ran - lacking and (not plan or plan in report.plans)
