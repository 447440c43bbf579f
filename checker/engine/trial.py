"""Plans changed for a trial: a target set on the command line takes the place of the one written.

The change is made in the text of the plan, and the plan is read and linked again, so that a trial finds exactly what
a drafter would find after writing it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec.structs

from checker.engine.inputs import check_inputs
from checker.engine.options import Options
from checker.engine.report import Report
from checker.finding import Finding
from checker.messages import Message
from checker.messages.run_error import RunError
from checker.messages.solve import (
    WHATIF_ANNUAL,
    WHATIF_BAD,
    WHATIF_CHANGED,
    WHATIF_NEAR,
    WHATIF_SEVERAL,
    WHATIF_UNKNOWN,
    WHATIF_UNSET,
    WHATIF_VALUE,
    WHATIF_YEAR,
)
from checker.model import Figure, Indicator, Plan, build_plan, parse_plan
from checker.source import SourceText, fold, name_key
from checker.workspace import TextFile, Workspace, link_plans
from checker.workspace.near import NearNames

_CHANGE = re.compile(r"\s*(?P<name>.+?)\s*[.．。·]\s*(?P<when>[0-9]{4}年?|年均)\s*[=＝:：]\s*(?P<value>.+?)\s*")
_ANNUAL = "年均"


@dataclass(frozen=True, slots=True)
class Change:
    """One target to try: of which indicator, for which year (None: a year on average), which figure."""

    name: str
    year: int | None
    value: str

    @property
    def when(self) -> str:
        """The field that holds it."""
        return _ANNUAL if self.year is None else f"{self.year}年"

    @property
    def told(self) -> Message:
        """The same in words."""
        return WHATIF_ANNUAL() if self.year is None else WHATIF_YEAR(year=self.year)


@dataclass(slots=True, repr=False)
class Trial:
    """What a trial came to; `changes` are told in words."""

    changes: tuple[Message, ...]
    appeared: tuple[Finding, ...]
    disappeared: tuple[Finding, ...]
    unchanged: int
    report: Report


def read_change(text: str) -> Change:
    """The change that a word of the command line means. Raises RunError."""
    found = _CHANGE.fullmatch(fold(text))
    if found is None:
        raise RunError(WHATIF_BAD(text=text))
    when = found["when"].removesuffix("年")
    year = None if found["when"] == _ANNUAL else int(when)
    return Change(found["name"].strip("「」"), year, found["value"])


def try_changes(paths: Sequence[Path], options: Options, changes: Sequence[Change]) -> Trial:
    """Check as things are and once more with the changes. Raises RunError for changes that cannot be made."""
    told: list[Message] = []
    before = check_inputs(paths, options)
    after = check_inputs(paths, replace(options, amend=lambda workspace: _amended(workspace, changes, told)))
    known = {finding.fingerprint for finding in before.findings}
    found = {finding.fingerprint for finding in after.findings}
    return Trial(
        tuple(told),
        tuple(finding for finding in after.findings if finding.fingerprint not in known),
        tuple(finding for finding in before.findings if finding.fingerprint not in found),
        len(known & found),
        after,
    )


def _amended(workspace: Workspace, changes: Sequence[Change], told: list[Message]) -> Workspace:
    plans = list(workspace.plans)
    texts, tables = list(workspace.texts), list(workspace.tables)
    for change in changes:
        indicator = find_indicator(plans, change.name)
        old = indicator.plan
        plan, message = _changed(indicator, change)
        plans[plans.index(old)] = plan
        texts, tables = _held_against(plan, old, texts), _held_against(plan, old, tables)
        told.append(message)
    return msgspec.structs.replace(workspace, plans=plans, links=link_plans(plans), texts=texts, tables=tables)


def _held_against(plan: Plan, old: Plan, texts: Sequence[TextFile]) -> list[TextFile]:
    """The texts, those of `old` as texts of the plan that takes its place."""
    return [msgspec.structs.replace(text, plan=plan) if text.plan is old else text for text in texts]


def find_indicator(plans: Sequence[Plan], name: str) -> Indicator:
    """The indicator of that name or alias: of the checked plans, else of the others. Raises RunError."""
    own, _, rest = name.partition(".")
    key, inner = name_key(name), name_key(rest.strip("「」"))
    named = [one for plan in plans if name_key(plan.name) == name_key(own) for one in _bearing(plan, inner)]
    for role in ("checked", "upper"):
        found = [one for plan in plans if plan.role == role for one in _bearing(plan, key)]
        found = found or [one for one in named if one.plan.role == role]
        if len(found) > 1:
            raise RunError(WHATIF_SEVERAL(name=name, plans="、".join(one.plan.name for one in found)))
        if found:
            return found[0]
    near = NearNames(one.name for plan in plans for one in plan.elements if isinstance(one, Indicator)).find(name)
    advice = WHATIF_NEAR(names="、".join(f"「{one}」" for one in near)) if near else ""
    raise RunError(WHATIF_UNKNOWN(name=name, near=advice))


def _bearing(plan: Plan, key: str) -> list[Indicator]:
    own = [one for one in plan.elements if isinstance(one, Indicator)]
    return [one for one in own if key in (name_key(one.name), *(name_key(alias.text) for alias in one.aliases))]


def _changed(indicator: Indicator, change: Change) -> tuple[Plan, Message]:
    """The plan read again with the change in its text."""
    basis = "annual" if change.year is None else "point"
    figures = [one for one in indicator.figures if one.basis == basis and one.year == change.year]
    figure = next((one for one in figures if one.tense == "target"), None)
    source = indicator.source
    if figure is not None:
        start, end, text = figure.name_start, figure.name_end, change.value
    else:
        # The declaration ends with its brace.
        start = end = indicator.end - 1
        text = f"  {change.when}：目标 {change.value} "
    written = source.text[:start] + text + source.text[end:]
    tried = SourceText(source.path, written, source.encoding)
    own = indicator.plan.own_fields
    files = [parse_plan(tried if file is source else file, own=own) for file in indicator.plan.files]
    plan = build_plan(*files, own=own)
    plan.role, plan.level = indicator.plan.role, plan.level or indicator.plan.level
    if len(plan.problems) > len(indicator.plan.problems) or not _has(plan, indicator, change, basis):
        raise RunError(WHATIF_VALUE(value=change.value, when=change.told))
    before = _written(figure)
    message = WHATIF_CHANGED(plan=plan.name, name=indicator.name, when=change.told, before=before, after=change.value)
    return plan, message


def _has(plan: Plan, indicator: Indicator, change: Change, basis: str) -> bool:
    """Whether the value was read as the target it was meant to be, and nothing else came in with it."""
    own = next((one for one in _bearing(plan, name_key(indicator.name)) if one.start == indicator.start), None)
    if own is None or len(plan.elements) > len(indicator.plan.elements) + 1:
        return False
    targets = [one for one in own.figures if one.basis == basis and one.year == change.year and one.tense == "target"]
    return bool(targets) and (targets[0].quantity is not None or targets[0].multiple is not None)


def _written(figure: Figure | None) -> Message | str:
    if figure is None:
        return WHATIF_UNSET()
    return figure.source.text[figure.name_start : figure.name_end]
