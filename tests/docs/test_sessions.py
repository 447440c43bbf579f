"""The tutorial, followed from an empty folder: every command does and prints what the page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import DOCS, ROOT, play


@pytest.fixture(autouse=True)
def _chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PLANCHECK_LANG", "PLANCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    "page",
    [
        "tutorial.md",
        "weekly.md",
        "rule-language.md",
        "commands.md",
        "output.md",
        "configuration.md",
        "texts.md",
        "alignment.md",
    ],
)
def test_a_page_does_what_it_says(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    play(page, capsys)


def test_the_tutorial_installs_as_the_readme_does() -> None:
    line = next(
        line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("py -m venv")
    )
    assert line in (DOCS / "tutorial.md").read_text(encoding="utf-8")
