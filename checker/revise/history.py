"""What each round mended and broke, and how targets moved: the rounds of a draft compared one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from checker.engine.report import Checked, Report, RunError
from checker.finding import Status, beyond
from checker.messages.rounds import ROUNDS_SEVERAL
from checker.model import Indicator
from checker.model.said import said_by
from checker.revise.rounds import STORE, KeptFinding, KeptTarget, Round, Rounds
from checker.workspace import find_workspace
from checker.workspace.load import shown

_OTHERS = ("plancheck.toml", "plancheck.lock")


class Step(Struct):
    """A round beside the one before it: how many findings of which severity, those mended and those that are new."""

    kept: Round
    counts: dict[str, int]
    mended: list[KeptFinding]
    new: list[KeptFinding]


class Moved(Struct):
    """A target that was not the same in all rounds: its value in each, "" where it was not there."""

    plan: str
    indicator: str
    item: str
    values: list[str]


def make_round(report: Report, name: str, day: str) -> Round:
    """What a check saw, as a round; RunError unless it is one workspace, all of it read."""
    if report.unreadable:
        raise RunError(report.unreadable[0])
    if len(report.checked) != 1:
        raise RunError(ROUNDS_SEVERAL())
    checked = report.checked[0]
    findings = [
        KeptFinding(one.fingerprint, one.code, one.severity.en, one.status.value, one.subject.plan, one.message.text())
        for one in report.findings
    ]
    targets = [target for plan in checked.workspace.checked for target in _targets(plan.name, plan.elements)]
    return Round(
        name, day, report.stage, report.as_of.isoformat(), report.tool_version, findings, targets, _files(checked)
    )


def _targets(plan: str, elements: Sequence[object]) -> Iterator[KeptTarget]:
    for one in elements:
        if isinstance(one, Indicator):
            for (_, tense), said in said_by(one).items():
                if tense and tense != "actual":
                    yield KeptTarget(plan, one.name, said.word, said.text)


def _files(checked: Checked) -> dict[str, bytes]:
    """All files of the workspace that the check read."""
    workspace = checked.workspace
    root = workspace.root.resolve()
    shown = [plan.source.path for plan in workspace.plans if not plan.source.path.startswith("<")]
    shown += [text.shown for text in workspace.texts]
    shown += [rule.source.path for rule in checked.rulebook.rules if not rule.source.path.startswith("<")]
    paths = [(workspace.shown_from / one).resolve() for one in shown] + [root / name for name in _OTHERS]
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in paths
        if path.is_relative_to(root) and path.is_file()
    }


def steps(rounds: Sequence[Round]) -> list[Step]:
    """Each round beside the one before it; of the first, nothing is new. To waive is not to mend."""
    found: list[Step] = []
    last: Sequence[KeptFinding] | None = None
    for kept in rounds:
        counting = [one for one in kept.findings if one.status != Status.WAIVED.value]
        counts = Counter(one.severity for one in counting)
        counts["waived"] = len(kept.findings) - len(counting)
        mended = list(beyond(last, kept.findings)) if last is not None else []
        new = list(beyond(counting, last)) if last is not None else []
        found.append(Step(kept, dict(counts), mended, new))
        last = counting
    return found


def moved(rounds: Sequence[Round]) -> list[Moved]:
    """The targets that changed, in the order in which they came up."""
    told: dict[tuple[str, str, str], list[str]] = {}
    for at, kept in enumerate(rounds):
        for one in kept.targets:
            values = told.setdefault((one.plan, one.indicator, one.item), [""] * len(rounds))
            values[at] = one.value
    return [Moved(*key, values) for key, values in told.items() if len(set(values)) > 1]


def rounds_of(path: Path) -> Rounds:
    """The rounds kept of the workspace that `path` lies in."""
    store = find_workspace(path) / STORE
    return Rounds(store, shown(store, Path.cwd()))
