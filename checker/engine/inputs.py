"""What the paths of a run are: plans and texts are checked, the rest is told in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from checker.engine.account import Account
from checker.engine.options import Options
from checker.engine.report import Report
from checker.finding import Severity
from checker.messages import Message
from checker.messages.options import (
    INPUT_MISSING,
    INPUT_UNKNOWN_KIND,
)
from checker.messages.source import SOURCE_WITH_PATH
from checker.messages.verdict import EMPTY_NO_INPUT
from checker.resources import VERSION
from checker.source import with_near_file
from checker.workspace.texts import SAVE_AS, save_as

_PLAN = ".plan"
_SETTINGS = "plancheck.toml"
_TEXTS = frozenset({".txt", ".md", ".docx", ".xlsx"})


@dataclass(slots=True, eq=False, repr=False)
class Inputs:
    """The paths of a run, sorted by what can be done with them."""

    plans: list[Path] = field(default_factory=list)
    texts: list[Path] = field(default_factory=list)
    unreadable: list[Message] = field(default_factory=list)


def sort_inputs(paths: Sequence[Path]) -> Inputs:
    """Tell plans and folders from texts, and these from what cannot be read."""
    inputs = Inputs()
    for path in paths:
        _sort(path, inputs)
    return inputs


def _sort(path: Path, inputs: Inputs) -> None:
    shown, kind = path.as_posix(), path.suffix.lower()
    try:
        exists, is_folder = path.exists(), path.is_dir()
    except (OSError, ValueError):  # a name too long, or with NUL in it
        exists, is_folder = False, False
    if not exists:
        inputs.unreadable.append(SOURCE_WITH_PATH(path=shown, reason=with_near_file(INPUT_MISSING(), path)))
    elif is_folder or kind == _PLAN:
        inputs.plans.append(path)
    elif path.name == _SETTINGS:
        inputs.plans.append(path.parent)
    elif kind in _TEXTS:
        inputs.texts.append(path)
    elif kind in SAVE_AS:
        inputs.unreadable.append(SOURCE_WITH_PATH(path=shown, reason=save_as(kind)))
    else:
        inputs.unreadable.append(SOURCE_WITH_PATH(path=shown, reason=INPUT_UNKNOWN_KIND()))


def check_inputs(paths: Sequence[Path], options: Options) -> Report:
    """Check what can be checked among `paths`; the report's `unreadable` says what could not be read.

    Raises RunError where the run cannot be done.
    """
    if options.baseline is None:
        return _check(sort_inputs(paths), options)
    from checker.engine.baseline import compare, read_baseline

    baseline = read_baseline(options.baseline)
    return compare(_check(sort_inputs(paths), options), baseline)


def _check(inputs: Inputs, options: Options) -> Report:
    if inputs.plans or inputs.texts:
        from checker.engine import check

        report = check(inputs.plans, options, inputs.texts)
        return replace(
            report,
            unreadable=(*report.unreadable, *inputs.unreadable),
        )
    return _empty_report(inputs, options)


def _empty_report(inputs: Inputs, options: Options) -> Report:
    return Report(
        account=Account(empty=EMPTY_NO_INPUT(), strict=options.strict),
        findings=(),
        notices=(),
        stage=options.stage or "",
        as_of=options.as_of or date.today(),  # noqa: DTZ011 - the reader's own day
        plans=(),
        tool_version=VERSION,
        unreadable=tuple(inputs.unreadable),
        gate=options.gate or Severity.ERROR,
        lang=options.lang or "zh",
    )
