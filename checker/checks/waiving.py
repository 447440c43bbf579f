"""豁免: which findings a waiver covers, and the predicate that tells rules what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from checker.checks.facts import Facts
from checker.checks.predicates import Column, Record, predicate
from checker.finding import Finding, Severity
from checker.messages.choices import FLAGS, Choice
from checker.model import Plan, Waiver
from checker.quantity import DateInterval
from checker.rules.types import NUMBER, Sort, Type, element
from checker.source import fold, name_key

#: Findings about waivers and procedure are not set aside wholesale.
_NOT_ALL = "PC8"
_SEVERITIES = tuple(Choice(severity.en, (severity.zh,)) for severity in Severity)
#: Plan, code, kind of the subject and key of its name; the latter two are "" for 全部.
_Key = tuple[str, str, str, str]


class Waivers:
    """The waivers of some plans that are in force on a day, found again by what they cover."""

    def __init__(self, plans: Iterable[Plan], day: date) -> None:
        moment = DateInterval(day, day)
        self._all = [one for plan in plans for one in plan.elements if isinstance(one, Waiver) and _runs(one, moment)]
        self._covering: dict[_Key, list[Waiver]] = {}
        for waiver in self._all:
            self._covering.setdefault(_key_of(waiver), []).append(waiver)

    def __iter__(self) -> Iterator[Waiver]:
        return iter(self._all)

    def covering(self, finding: Finding) -> list[Waiver]:
        """Those that set the finding aside."""
        found = [waiver for key in _keys(finding) for waiver in self._covering.get(key, ())]
        return [waiver for waiver in found if _fits(waiver, finding)]


def _runs(waiver: Waiver, moment: DateInterval) -> bool:
    """Whether the waiver is not certainly over."""
    return waiver.until is None or not waiver.until.before(moment)


def code_of(waiver: Waiver) -> str:
    """The code it is about, as codes are written."""
    return fold(waiver.name).upper()


def _key_of(waiver: Waiver) -> _Key:
    plan, code = waiver.plan.name, code_of(waiver)
    if waiver.waived is None:
        return plan, code, "", ""
    target = waiver.waived.target
    # Nothing bears the kind of a name that leads nowhere.
    return (plan, code, target.kind, name_key(target.name)) if target is not None else (plan, code, "?", "")


def _keys(finding: Finding) -> Iterator[_Key]:
    subject = finding.subject
    yield subject.plan, finding.code, "", ""
    yield subject.plan, finding.code, subject.kind, name_key(subject.name)
    if subject.kind == "figure":
        # A figure is called by its indicator and its year.
        yield subject.plan, finding.code, "indicator", name_key(subject.name.rpartition("·")[0])


def _fits(waiver: Waiver, finding: Finding) -> bool:
    if waiver.fingerprint:
        return finding.fingerprint.startswith(fold(waiver.fingerprint).lower())
    return waiver.waived is not None or not finding.code.startswith(_NOT_ALL)


@predicate(
    "豁免情况",
    "waiver_use",
    Column("waiver", "豁免", element("waiver")),
    Column("judged", "规则已查", Type(Sort.CHOICE, choices=FLAGS)),
    Column("covered", "免去", NUMBER),
    Column("worst", "最高级别", Type(Sort.CHOICE, choices=_SEVERITIES)),
)
def waiver_uses(facts: Facts) -> Iterator[Record]:
    """Each waiver in force with the number of findings it sets aside and the gravest of them.

    规则已查 is 否 where the rule did not run for the plan, or where the waiver's own name leads nowhere.
    """
    if not facts.has("waiver"):
        return
    settled = facts.settled
    waivers = Waivers((plan for plan in facts.plans if plan.role == "checked"), facts.as_of)
    covered: dict[int, list[Finding]] = {}
    for finding in settled.findings:
        for waiver in waivers.covering(finding):
            covered.setdefault(id(waiver), []).append(finding)
    for waiver in waivers:
        found = covered.get(id(waiver), [])
        lost = waiver.waived is not None and waiver.waived.target is None
        judged = (code_of(waiver), waiver.plan.name) in settled.judged and not lost
        values = {
            "waiver": waiver,
            "judged": "yes" if judged else "no",
            "covered": len(found),
            "worst": max(one.severity for one in found).en if found else None,
        }
        fix = None
        if not found and judged:
            from checker.checks.fixes import waiver_fix

            fix = waiver_fix(waiver)
        yield Record("waiver_use", waiver, waiver.name_span, values=values, fix=fix)


#: What the rules about waivers know.
PREDICATES = (waiver_uses,)
