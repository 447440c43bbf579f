"""JUnit XML as Jenkins, GitLab and Gitee Go read it: a suite a rule, a case a finding, rules that found nothing too.

A first suite tells the verdict, and each point that was not checked as a case that was skipped (a failure where the
run is strict). A rule that found nothing and did not have its data everywhere is skipped, not passed.

GitLab shows `classname` and `name` only, hence the rule's code there. Only what the gate stops at is a
failure; the rest is told in `system-out`, and what is waived or known is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from checker.engine.account import AppliedRule
from checker.engine.report import Report
from checker.engine.verdict import Verdict, lacking_of, restrictions, verdict_sentence
from checker.finding import Finding, NoticeKind, Status
from checker.messages import Message
from checker.messages.formats import FORMAT_CASE, FORMAT_NOT_CHECKED, FORMAT_STATUS, FORMAT_UNCHECKED, FORMAT_VERDICT
from checker.messages.render import RENDER_BASIS, RENDER_HELP, RENDER_NOTHING
from checker.render.visible import visible_lines
from checker.render.waived import why_waived

#: What XML 1.0 cannot hold, not even as a reference.
_UNHOLDABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(report: Report, lang: str = "zh") -> str:
    """The XML document; times are left out, since they would differ from run to run."""
    root = ET.Element("testsuites", name="plancheck")
    by_code: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_code.setdefault(finding.code, []).append(finding)
    root.append(_verdict(report, lang))
    rules = {rule.code: rule for rule in report.rules}
    lacking = lacking_of(report)
    for code in sorted(rules.keys() | by_code.keys()):
        findings = by_code.get(code, [])
        rule = rules.get(code) or AppliedRule(code, findings[0].slug, findings[0].title)
        root.append(_suite(rule, findings, report, lacking.get(code), lang))
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _verdict(report: Report, lang: str) -> ET.Element:
    suite = ET.Element("testsuite", name=f"plancheck {FORMAT_VERDICT().text(lang)}")
    missing = [notice.message for notice in report.notices if notice.kind is NoticeKind.MISSING]
    cases = [(verdict_sentence(report), "error" if report.verdict is Verdict.NOTHING else "")]
    cases += [(one, "failure" if report.account.strict else "skipped") for one in (*restrictions(report), *missing)]
    cases += [(one, "error") for one in report.unreadable]
    for said, tag in cases:
        case = ET.SubElement(suite, "testcase", classname="plancheck", name=_holdable(said.text(lang)))
        if tag:
            ET.SubElement(case, tag, message=FORMAT_UNCHECKED().text(lang))
    _count(suite)
    return suite


def _count(suite: ET.Element) -> None:
    suite.set("tests", str(len(suite)))
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(key, str(len(suite.findall(f"testcase/{tag}"))))


def _suite(
    rule: AppliedRule, findings: Iterable[Finding], report: Report, lacking: Message | None, lang: str
) -> ET.Element:
    name = f"{rule.code} {rule.title.text(lang)}"
    suite = ET.Element("testsuite", name=_holdable(name))
    for finding in findings:
        suite.append(_case(name, finding, report, lang))
    if not len(suite):
        told = RENDER_NOTHING() if lacking is None else FORMAT_NOT_CHECKED(message=lacking)
        quiet = ET.SubElement(suite, "testcase", classname=_holdable(name), name=_holdable(told.text(lang)))
        if lacking is not None:
            ET.SubElement(quiet, "skipped", message=FORMAT_UNCHECKED().text(lang))
    _count(suite)
    return suite


def _case(name: str, finding: Finding, report: Report, lang: str) -> ET.Element:
    line = finding.span.start_place.line
    subject = finding.subject.name or finding.span.source.path
    told = FORMAT_CASE(subject=subject, line=line).text(lang)
    case = ET.Element("testcase", classname=_holdable(name), name=_holdable(told))
    message = _holdable(finding.message.text(lang))
    said = [f"{finding.span.source.path}:{line}", message, RENDER_BASIS(basis=finding.basis).text(lang)]
    if finding.help is not None:
        said.append(RENDER_HELP(help=finding.help).text(lang))
    body = _holdable("\n".join(said))
    if finding.status is not Status.NEW:
        status = FORMAT_STATUS[finding.status.value]().text(lang)
        why = f" {_holdable(why_waived(finding.waiver, lang))}" if finding.waiver is not None else ""
        ET.SubElement(case, "skipped", message=f"{status} {message}{why}")
    elif finding.severity >= report.gate:
        ET.SubElement(case, "failure", type=finding.code, message=message).text = body
    else:
        ET.SubElement(case, "system-out").text = body
    return case


def _holdable(text: str) -> str:
    return visible_lines(_UNHOLDABLE.sub("\ufffd", text))
