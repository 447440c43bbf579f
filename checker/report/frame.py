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
    """The line at the foot of each page: 密级, the verdict, the day to judge by, the version."""
    report, secret = site.material.report, site.classification
    verdict = sentence(verdict_sentence(report), site.material.lang)
    if site.material.lang == "en":
        parts = [f"Classification: {secret}" if secret else "", verdict, f"as of {report.as_of}"]
    else:
        parts = [f"密级：{secret}" if secret else "", verdict, f"以 {report.as_of} 为准"]
    parts.append(f"plancheck {VERSION}")
    return " · ".join(part for part in parts if part)
