"""A command line run in this process, and an engine that reports what a test wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker.doors.cli import main
from checker.engine.options import Options
from checker.engine.report import Report
from checker.finding import Severity


@dataclass(frozen=True, slots=True)
class Ran:
    """What one command line did."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``plancheck`` with the words given."""
    for name in ("PLANCHECK_LANG", "PLANCHECK_DEBUG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run_words(*words: str | Path) -> Ran:
        status = main([str(word) for word in words])
        captured = capsysbinary.readouterr()
        return Ran(status, captured.out.decode("utf-8"), captured.err.decode("utf-8"))

    return run_words


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
