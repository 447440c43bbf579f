"""An engine that reports what a test wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker.engine.options import Options
from checker.engine.report import Report
from checker.finding import Severity
from tests.commands import Ran, Run

__all__ = ["Engine", "Ran", "Run", "engine"]


@dataclass(slots=True)
class Engine:
    """Stands for the engine: remembers what it was asked, and answers with `report`."""

    report: Report
    paths: Sequence[Path] = ()
    options: Options = Options()  # noqa: RUF009 - frozen

    def check(self, paths: Sequence[Path], options: Options, texts: Sequence[Path] = ()) -> Report:
        """What `checker.engine.check` would be called with."""
        self.paths, self.options = paths, options
        return replace(self.report, gate=options.gate or Severity.ERROR, lang=options.lang or "zh")


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An engine that finds what `everything()` holds."""
    from tests.render.reports import everything

    made = Engine(everything())
    monkeypatch.setattr("checker.engine.check", made.check)
    return made
