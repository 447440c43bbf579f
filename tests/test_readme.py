"""What the README shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import checker

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ENGLISH = (ROOT / "README.en.md").read_text(encoding="utf-8")


def block_behind(marker: str) -> str:
    return README.split(f"<!-- {marker} -->\n```\n")[1].split("```")[0]


def set_up_commands(readme: str) -> list[str]:
    return re.findall(r"^(?:python3|py) -m venv .*$", readme, re.MULTILINE)


def test_the_sample_gives_the_finding_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "云川.plan").write_text(block_behind("sample"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    report = checker.check("云川.plan")
    assert [finding.code for finding in report.findings if finding.code < "PC3"] == ["PC201"]
    assert block_behind("finding") in checker.format_report(report)


def test_both_languages_set_up_alike() -> None:
    assert len(set_up_commands(README)) == 4
    assert set_up_commands(README) == set_up_commands(ENGLISH)


@pytest.mark.parametrize("readme", [README, ENGLISH])
def test_links_lead_somewhere(readme: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", readme)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
