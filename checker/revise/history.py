"""What each round mended and broke, and how targets moved: the rounds of a draft compared one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from checker.engine.gone import codes_of_unread
from checker.engine.inputs import check_inputs, sort_inputs
from checker.engine.options import Options
from checker.engine.report import Report
from checker.engine.verdict import lacking_of, unchecked_points, verdict_sentence
from checker.engine.withhold import for_others, internal_marks
from checker.finding import Status, beyond
from checker.messages import Message
from checker.messages.options import INPUT_MISSING
from checker.messages.rounds import (
    ROUNDS_MEANWHILE,
    ROUNDS_NAME,
    ROUNDS_NO_PLANS,
    ROUNDS_OUTSIDE,
    ROUNDS_PATH,
)
from checker.messages.run_error import RunError
from checker.messages.source import SOURCE_WITH_PATH
from checker.model import Indicator
from checker.model.contents import contents_of
from checker.source import Unreadable, read_bytes, with_near_file
from checker.workspace import ConfigError, Workspace, find_workspace, load_workspace
from checker.workspace.load import shown
from checker.workspace.rounds import STORE, KeptAccount, KeptFinding, KeptTarget, Round, Rounds

_OTHERS = ("plancheck.toml", "plancheck.lock")
_LONGEST_NAME = 60
_ANNUAL = "annual"
#: An amount that ends in a digit, with nothing but a remark in brackets behind it.
_AMOUNT = re.compile(r"[^（(]*\d(?=\s*(?:[（(]|$))")


class Step(Struct):
    """A round beside the one before it: how many findings of which severity, those mended and those that are new.

    `unseen` are those of the round before that are not told in this one, though nobody can say that they are mended:
    what they were about was not looked at, or could not be read.
    """

    kept: Round
    counts: dict[str, int]
    mended: list[KeptFinding]
    new: list[KeptFinding]
    unseen: list[KeptFinding]


class Moved(Struct):
    """A target that was not the same in all rounds: its value in each, "" where it was not there."""

    plan: str
    indicator: str
    item: str
    values: list[str]


def take_round(path: Path, name: str, day: str, options: Options) -> Round:
    """The workspace of `path` as it is now, checked; RunError unless it is one with plans, all of it read.

    RunError too where a file changed meanwhile: the findings of a round are those of the files kept with it.
    """
    called = round_name(name)
    before = _now(path)
    report = check_inputs([path], options)
    if report.unreadable:
        raise RunError(report.unreadable[0])
    if not report.plans:
        raise RunError(ROUNDS_NO_PLANS())
    workspace = report.checked[0].workspace
    files = _files(workspace)
    if files != before:
        raise RunError(ROUNDS_MEANWHILE())
    return _round(report, called, day, _without_internal(files, report))


def steps_to(report: Report, path: Path, name: str) -> list[Step]:
    """The rounds kept of the workspace of `path`, `report` the last of them, called `name`; none where none is kept."""
    if len(report.checked) != 1 or not path.exists():
        return []
    store = rounds_of(path)
    rounds = store.rounds() if store.exists() else []
    return steps([*rounds, _round(report, name, "", {})]) if rounds else []


def _round(report: Report, name: str, day: str, files: dict[str, bytes]) -> Round:
    """A report as a round, without the words of internal documents."""
    report = for_others(report)
    findings = [
        KeptFinding(
            one.fingerprint,
            one.code,
            one.severity.en,
            one.status.value,
            one.subject.plan,
            one.message.text("zh"),
            one.message.text("en"),
        )
        for one in report.findings
    ]
    checked = report.checked[0].workspace.checked
    targets = [target for plan in checked for target in _targets(plan.name, plan.elements)]
    as_of, account = report.as_of.isoformat(), _account(report)
    return Round(name, day, report.stage, as_of, report.tool_version, findings, targets, files, account)


def _account(report: Report) -> KeptAccount:
    return KeptAccount(
        verdict=report.verdict.value,
        said=_both(verdict_sentence(report)),
        unchecked=tuple(map(_both, unchecked_points(report))),
        ran=tuple(rule.code for rule in report.rules),
        lacking=tuple(sorted(lacking_of(report))),
        of_unread=tuple(sorted(codes_of_unread(report))),
        plans=tuple(report.plans),
    )


def _both(message: Message) -> tuple[str, str]:
    return message.text("zh"), message.text("en")


def _without_internal(files: dict[str, bytes], report: Report) -> dict[str, bytes]:
    """The files of a round: of a document marked 内部 no copy is kept."""
    root = report.checked[0].workspace.root.resolve()
    internal = {Path(path).resolve() for path in internal_marks(report)}
    return {path: data for path, data in files.items() if root / path not in internal}


def round_name(name: str) -> str:
    """The name without blanks around it; RunError for one that nobody could read or type."""
    called = name.strip()
    if not called or len(called) > _LONGEST_NAME or not called.isprintable():
        raise RunError(ROUNDS_NAME(most=_LONGEST_NAME))
    return called


def _targets(plan: str, elements: Sequence[object]) -> Iterator[KeptTarget]:
    for one in elements:
        if isinstance(one, Indicator):
            for (attr, tense), said in contents_of(one).items():
                if tense and tense != "actual":
                    unit = "" if attr == _ANNUAL else one.unit_text
                    value = "、".join(_with_unit(value, unit) for value in said.values)
                    yield KeptTarget(plan, one.name, said.word, value)


def _with_unit(value: str, unit: str) -> str:
    """A target with the unit that its indicator names, where it names none itself: 65000元（范围 农村）."""
    amount = _AMOUNT.match(value)
    return f"{amount[0]}{unit}{value[amount.end() :]}" if amount is not None else value


def _now(path: Path) -> dict[str, bytes]:
    inputs = sort_inputs([path])
    if inputs.unreadable:
        raise RunError(inputs.unreadable[0])
    if not inputs.plans and not inputs.texts:
        raise RunError(ROUNDS_NO_PLANS())
    try:
        return _files(load_workspace(inputs.plans, Path.cwd(), inputs.texts))
    except ConfigError as problem:
        raise RunError(problem.message) from None


def _files(workspace: Workspace) -> dict[str, bytes]:
    """All files of the workspace that a check reads, by their paths below it; RunError for one outside it."""
    root = workspace.root.resolve()
    found: dict[str, bytes] = {}
    for path in _paths(workspace, root):
        shown_path = shown(path, Path.cwd())
        if not path.is_relative_to(root):
            raise RunError(ROUNDS_OUTSIDE(path=shown_path))
        below = path.relative_to(root).as_posix()
        if _is_text(below):
            try:
                found[below] = read_bytes(path, shown_path)
            except Unreadable as problem:
                raise RunError(problem.message) from None
        else:
            raise RunError(ROUNDS_PATH(path=shown_path))
    return found


def _paths(workspace: Workspace, root: Path) -> Iterator[Path]:
    files = [file for plan in workspace.plans for file in plan.files]
    told = [file.path for file in files if not file.path.startswith("<")]
    yield from ((workspace.shown_from / one).resolve() for one in told)
    yield from (text.path.resolve() for text in (*workspace.texts, *workspace.tables))
    yield from (path for name in _OTHERS if (path := root / name).is_file())
    for pack in workspace.config.rules.packs:
        # One that is no folder is installed, and belongs to the machine.
        folder = (root / pack).resolve()
        if folder.is_dir():
            yield from (path.resolve() for path in sorted(folder.rglob("*.rule")) if path.is_file())


def _is_text(path: str) -> bool:
    """Whether every byte of a path could be read as a letter."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def steps(rounds: Sequence[Round]) -> list[Step]:
    """Each round beside the one before it; of the first, nothing is new. To waive is not to mend."""
    found: list[Step] = []
    last: Sequence[KeptFinding] | None = None
    before: Round | None = None
    for kept in rounds:
        counting = [one for one in kept.findings if one.status != Status.WAIVED.value]
        counts = Counter(one.severity for one in counting)
        counts["waived"] = len(kept.findings) - len(counting)
        gone = list(beyond(last, kept.findings)) if last is not None else []
        seen = [before is None or _looked_at(kept, before, one) for one in gone]
        mended = [one for one, is_seen in zip(gone, seen, strict=True) if is_seen]
        unseen = [one for one, is_seen in zip(gone, seen, strict=True) if not is_seen]
        new = list(beyond(counting, last)) if last is not None else []
        found.append(Step(kept, dict(counts), mended, new, unseen))
        # What nobody could see is neither mended now nor new when it is seen again.
        last, before = [*counting, *unseen], kept
    return found


def _looked_at(kept: Round, before: Round, gone: KeptFinding) -> bool:
    """Whether the check of the round would have found `gone` again; told for live runs by `engine.gone`."""
    account = kept.account
    if account is None:
        return True
    known = {one.fingerprint for one in before.findings}
    if any(one.code in account.of_unread and one.fingerprint not in known for one in kept.findings):
        return gone.code in account.of_unread
    had_not = set(before.account.lacking) if before.account is not None else set()
    ran = set(account.ran) - (set(account.lacking) - had_not)
    return gone.code in ran and (not gone.plan or gone.plan in account.plans)


def moved(rounds: Sequence[Round]) -> list[Moved]:
    """The targets that changed, in the order in which they came up."""
    told: dict[tuple[str, str, str], list[str]] = {}
    for at, kept in enumerate(rounds):
        for one in kept.targets:
            values = told.setdefault((one.plan, one.indicator, one.item), [""] * len(rounds))
            values[at] = one.value
    return [Moved(*key, values) for key, values in told.items() if len(set(values)) > 1]


def rounds_of(path: Path) -> Rounds:
    """The rounds kept of the workspace that `path` lies in. RunError if there is no such file or folder."""
    if not path.exists():
        raise RunError(SOURCE_WITH_PATH(path=path.as_posix(), reason=with_near_file(INPUT_MISSING(), path)))
    store = find_workspace(path) / STORE
    return Rounds(store, shown(store, Path.cwd()))
