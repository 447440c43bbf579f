"""What a check saw, as a lock to be held against later, and what of a workspace a lock is held against."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.checks import Rulebook
from checker.checks.packs import BUILT_IN
from checker.engine.report import Checked, Report
from checker.engine.verdict import unchecked_points
from checker.engine.withhold import for_others
from checker.messages.approval import APPROVE_NOTHING, APPROVE_SEVERAL
from checker.messages.run_error import RunError
from checker.model import Waiver
from checker.model.digests import plan_digests
from checker.resources import VERSION
from checker.workspace import Workspace
from checker.workspace.load import LOCK_FILE
from checker.workspace.lock import (
    LOCK_VERSION_WRITTEN,
    Approval,
    ApprovedFile,
    ApprovedFinding,
    ApprovedWaiver,
    Lock,
    LockFile,
    lock_text,
    plain_parts,
    text_parts,
)

_SETTINGS = "plancheck.toml"
_RULES = "rules"


def held(lock: LockFile, workspace: Workspace, rulebook: Rulebook) -> LockFile:
    """The lock with where the files of the workspace are, and what its settings and rules are now."""
    shown = [file.path for plan in workspace.plans for file in plan.files]
    shown += [text.shown for text in (*workspace.texts, *workspace.tables)]
    paths = {path: _below(workspace, path) for path in shown}
    plain = dict(_plain(workspace, rulebook))
    approved = lock.lock.approved.files if lock.lock.approved is not None else ()
    there = {*paths.values(), *plain}
    missing = [one.path for one in approved if one.path not in there and _gone(workspace, one)]
    return LockFile(lock.lock, lock.source, paths, plain, missing)


def _below(workspace: Workspace, shown: str) -> str:
    """The path below the workspace; that of a plan which ships with plancheck as it is shown."""
    if shown.startswith("<"):
        return shown
    path = (workspace.shown_from / shown).resolve()
    try:
        return path.relative_to(workspace.root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def _gone(workspace: Workspace, file: ApprovedFile) -> bool:
    return file.role != _RULES and not file.path.startswith("<") and not (workspace.root / file.path).exists()


def _plain(workspace: Workspace, rulebook: Rulebook) -> Iterator[tuple[str, dict[str, str]]]:
    settings = workspace.root / _SETTINGS
    if settings.is_file():
        yield _SETTINGS, plain_parts(settings.read_text(encoding="utf-8", errors="replace"))
    for rule in rulebook.rules:
        if rule.pack != BUILT_IN:
            yield f"{rule.pack}/{rule.code}", plain_parts(rule.source.text)


def approve(report: Report, by: str, on: str) -> tuple[Path, str]:
    """Where the lock of the workspace that was checked goes, and its text; what was reviewed in it stays.

    `on` is a day, 2026-05-20. Raises RunError unless it is one workspace with plans, all of it read.
    """
    if report.unreadable:
        raise RunError(report.unreadable[0])
    if not report.plans:
        raise RunError(APPROVE_NOTHING())
    if len(report.checked) > 1:
        raise RunError(APPROVE_SEVERAL())
    workspace = report.checked[0].workspace
    lock = workspace.lock.lock if workspace.lock is not None else Lock()
    lock.lock_version = LOCK_VERSION_WRITTEN
    lock.tool_version = VERSION
    lock.approved = Approval(
        on=on,
        by=by,
        stage=report.stage,
        as_of=report.as_of.isoformat(),
        verdict=report.verdict.value,
        unchecked=[point.text() for point in unchecked_points(report)],
        not_run={group.why.value: list(group.codes) for group in report.account.not_run},
        files=list(_files(report.checked[0])),
        findings=[
            ApprovedFinding(
                fingerprint=one.fingerprint,
                code=one.code,
                severity=one.severity.en,
                status=one.status.value,
                plan=one.subject.plan,
                message=one.message.text(),
            )
            for one in for_others(report).findings
        ],
        waivers=[
            ApprovedWaiver(
                plan=plan.name,
                waiver=f"{one.name} 于 {one.waived.path.text if one.waived and one.waived.path else '全部'}",
                reason=one.reason or "",
                approved_by=one.approved_by or "",
            )
            for plan in workspace.checked
            for one in plan.elements
            if isinstance(one, Waiver)
        ],
    )
    return workspace.root / LOCK_FILE, lock_text(lock)


def _files(checked: Checked) -> Iterator[ApprovedFile]:
    workspace = checked.workspace
    for plan in workspace.plans:
        parts = {name: made for name, (_, made) in plan_digests(plan).items()}
        role = "plan" if plan.role == "checked" else "upper"
        yield ApprovedFile(path=_below(workspace, plan.source.path), role=role, parts=parts)
    for text in (*checked.facts.texts, *checked.facts.tables):
        parts = {name: made for name, (_, made) in text_parts(text.document).items()}
        yield ApprovedFile(path=_below(workspace, text.source.path), role="text", parts=parts)
    for path, parts in _plain(workspace, checked.rulebook):
        yield ApprovedFile(path=path, role="settings" if path == _SETTINGS else _RULES, parts=parts)
