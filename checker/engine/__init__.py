"""One check for all doors.

In: paths and `Options`. Out: a `Report`: findings in order, notices of what was not checked, what could not be
read, and the exit status these mean; or one `RunError` where the run cannot be done.

`choices.py` turns words from outside into options, `inputs.py` sorts paths, `run.py` is the pipeline: load,
link, graph, texts (`texts.py`), rules, waivers (`waivers.py`), notices (`notices.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.engine.options import Options
from checker.engine.report import Report

__all__ = ["Options", "Report", "check"]


def check(paths: Sequence[Path], options: Options, texts: Sequence[Path] = ()) -> Report:
    """Check the plans at `paths` and the texts; what the pipeline needs is loaded only here."""
    from checker.engine.run import check_plans

    return check_plans(paths, options, texts)
