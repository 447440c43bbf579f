"""What stands around the pages of a report: style, scripts, the line at the foot."""

from __future__ import annotations

from pathlib import Path

from checker.engine.verdict import verdict_sentence
from checker.render.visible import sentence
from checker.report.site import Site
from checker.resources import VERSION

ASSETS = Path(__file__).parent / "assets"
THEME = Path(__file__).parent / "theme"
STYLES = ("plancheck.css",)
SCRIPTS = ("plancheck.js",)


def footer(site: Site) -> str:
    """The line at the foot of each page: 密级, the verdict, day and gate to judge by, how many rules, the version."""
    report, secret = site.material.report, site.classification
    verdict = sentence(verdict_sentence(report), site.material.lang)
    ran, not_run = len(report.rules), sum(len(group.codes) for group in report.account.not_run)
    if site.material.lang == "en":
        parts = [f"Classification: {secret}" if secret else "", verdict, f"as of {report.as_of}"]
        parts += [f"gate: {report.gate.en}", f"{ran} rules ran, {not_run} did not"]
    else:
        parts = [f"密级：{secret}" if secret else "", verdict, f"以 {report.as_of} 为准"]
        parts += [f"门槛：{report.gate.zh}", f"规则用了 {ran} 条、没有用 {not_run} 条"]
    parts.append(f"plancheck {VERSION}")
    return " · ".join(part for part in parts if part)
