"""One check, for all doors: load, link, run the rules, set aside what is waived, say what was not checked."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.checks import Facts, Rulebook, Settings, load_packs, run_rules
from checker.engine.account import Account, AppliedRule, NotRun, WhyNot, joined_not_run
from checker.engine.accounting import RuleChoice, documents_of, has_content, not_run, refuse_unknown, why_empty
from checker.engine.documents import Documents
from checker.engine.notices import find_notices
from checker.engine.options import Options
from checker.engine.report import Checked, Report, RuleCost
from checker.engine.waivers import set_aside
from checker.finding import Finding, Notice, Severity, sort_key
from checker.graph import build_graph
from checker.messages import Message
from checker.messages.engine import CHECK_LINKING, CHECK_RULES, LOAD_READING
from checker.messages.run_error import RunError
from checker.model import Plan
from checker.resources import VERSION
from checker.workspace import ConfigError, Workspace, WorkspaceConfig, find_workspace, load_workspace

if TYPE_CHECKING:
    from checker.checks.adopted import Earlier
    from checker.engine.coverage import TextCoverage
    from checker.engine.taken_up import TextFollowed
    from checker.workspace.lock import LockFile

#: Reasons for which a rule looks at nothing in one workspace and may well do so in another one of the run.
_HAD_NOTHING = (WhyNot.STAGE, WhyNot.NO_PLAN)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Outcome:
    """What was found in one workspace, and by what day it was judged."""

    checked: Checked
    as_of: date
    findings: Sequence[Finding]
    notices: Sequence[Notice]
    ran: Sequence[AppliedRule]
    costs: Sequence[RuleCost]
    not_run: Sequence[NotRun]
    coverage: Sequence[TextCoverage]
    followed: Sequence[TextFollowed]
    unreadable: Sequence[Message]


def check_plans(paths: Sequence[Path], options: Options, texts: Sequence[Path] = ()) -> Report:
    """Check the plans at `paths` (files and folders that exist) and `texts`; see `Report` for what comes out.

    Paths of several workspaces are checked workspace by workspace and reported together. Raises RunError
    for a configuration or rule pack that cannot be used.
    """
    by_root: dict[Path, tuple[list[Path], list[Path]]] = {}
    for kind, members in enumerate((paths, texts)):
        for path in members:
            by_root.setdefault(find_workspace(path), ([], []))[kind].append(path)
    with _collector_paused():
        opened = [_open(plans, texts_there, options) for plans, texts_there in by_root.values()]
        refuse_unknown(options, [rulebook for _, rulebook in opened])
        outcomes = [_check_workspace(workspace, rulebook, options) for workspace, rulebook in opened]
    return _report(outcomes, options)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Without the collector of reference cycles: a check builds up and drops next to nothing on its way.

    Going through all that was built again and again would take a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _open(paths: list[Path], texts: list[Path], options: Options) -> tuple[Workspace, Rulebook]:
    """A workspace, and the rules that it is to be checked by."""
    (options.progress or _silent)(0, 3, LOAD_READING())
    try:
        workspace = load_workspace(paths, options.shown_from or Path.cwd(), texts)
    except ConfigError as problem:
        raise RunError(problem.message) from problem
    rulebook = rulebook_of(workspace)
    return (workspace if options.amend is None else options.amend(workspace)), rulebook


def rulebook_of(workspace: Workspace) -> Rulebook:
    """The rules that a workspace is checked by, set as it says. Raises RunError for what cannot be used."""
    try:
        config = workspace.config
        return load_packs(config.rules.packs, workspace.root, _settings(config), workspace.own_fields)
    except ConfigError as problem:
        raise RunError(problem.message) from problem


def _check_workspace(workspace: Workspace, rulebook: Rulebook, options: Options) -> _Outcome:
    progress = options.progress or _silent
    config = workspace.config
    progress(1, 3, CHECK_LINKING())
    graph = build_graph(workspace.plans)
    stage = options.stage or config.check.stage
    as_of = options.as_of or config.check.as_of or _drafted(workspace.checked)
    documents = _documents(workspace, rulebook)
    facts = Facts(
        workspace.plans,
        graph,
        workspace.links,
        as_of,
        stage,
        options.level,
        texts=documents.texts,
        tables=documents.tables,
        lock=_held(workspace, rulebook),
        earlier=_earlier(workspace) if documents.texts else None,
    )
    progress(2, 3, CHECK_RULES())
    choice = RuleChoice(options, config, rulebook)
    missing = list(find_notices(workspace, rulebook, as_of, options.level))
    if facts.texts:
        from checker.engine.texts import told_of_pairs

        missing += told_of_pairs(facts, rulebook)
    lacking = frozenset((code, notice.file) for notice in missing for code in notice.codes if notice.file)
    facts = replace(facts, lacking=lacking)
    result = run_rules(rulebook, facts, lambda code, _: choice.takes(code))
    idle = list(not_run(rulebook, choice, facts, result.failed))
    had_nothing = {code for group in idle if group.why in _HAD_NOTHING for code in group.codes}
    costs = [cost for cost in result.costs if cost.code not in had_nothing]
    rules = {rule.code: rule for rule in rulebook.rules}
    remarks = [Notice(remark) for remark in workspace.remarks]
    coverage, followed = _followed(facts) if facts.texts else ((), ())
    progress(3, 3, CHECK_RULES())
    return _Outcome(
        checked=Checked(workspace, facts, rulebook),
        as_of=as_of,
        findings=list(set_aside([*rulebook.problems, *result.findings], workspace.checked, as_of)),
        notices=[*filter(choice.concerns, missing), *result.notices, *documents.notices, *remarks],
        ran=[AppliedRule(one.code, one.slug, one.title, one.about, one.page) for one in (rules[c.code] for c in costs)],
        costs=[RuleCost(cost.code, cost.seconds, cost.rows) for cost in costs],
        not_run=idle,
        coverage=coverage,
        followed=followed,
        unreadable=[*workspace.unreadable, *documents.unreadable],
    )


def _followed(facts: Facts) -> tuple[Sequence[TextCoverage], Sequence[TextFollowed]]:
    """What of the texts the plans have, and what of other documents they have taken up."""
    from checker.engine.coverage import coverage_of
    from checker.engine.taken_up import followed_of

    return list(coverage_of(facts)), list(followed_of(facts))


def _documents(workspace: Workspace, rulebook: Rulebook) -> Documents:
    """The document set, read; what reads it is loaded only where there is something of it."""
    if not (workspace.texts or workspace.tables or workspace.others or workspace.copies):
        return Documents()
    from checker.engine.texts import read_documents

    return read_documents(workspace, rulebook)


def _held(workspace: Workspace, rulebook: Rulebook) -> LockFile | None:
    """What was approved, with what stands against it now."""
    if workspace.lock is None:
        return None
    from checker.engine.approval import held

    return held(workspace.lock, workspace, rulebook)


def _earlier(workspace: Workspace) -> Earlier:
    from checker.engine.earlier import EarlierTexts

    return EarlierTexts(workspace)


def _report(outcomes: Sequence[_Outcome], options: Options) -> Report:
    """The report on all workspaces of a run."""
    checked = [one.checked for one in outcomes]
    config = checked[0].workspace.config if checked else WorkspaceConfig()
    plans = [plan for one in checked for plan in one.workspace.checked]
    texts = [text for one in checked for text in one.facts.texts]
    told = (one.facts.stage_told(plan) for one in checked for plan in one.workspace.checked)
    stages = [*filter(None, told), *(one.stage for one in texts if one.plan is None)]
    documents = [seen for one in checked for seen in documents_of(one.workspace, one.facts)]
    ran = {rule.code: rule for one in outcomes for rule in one.ran}
    not_run_there = (group for one in outcomes for group in one.not_run)
    account = Account(
        ran=tuple(ran[code] for code in sorted(ran)),
        not_run=joined_not_run(
            group for group in not_run_there if group.why not in _HAD_NOTHING or not ran.keys() & group.codes
        ),
        documents=tuple(documents),
        empty=None
        if any(has_content(one.workspace.checked, one.facts) for one in checked)
        else why_empty(plans, documents),
        strict=options.strict,
    )
    return Report(
        account=account,
        findings=tuple(sorted((finding for one in outcomes for finding in one.findings), key=sort_key)),
        notices=tuple(notice for one in outcomes for notice in one.notices),
        stage=options.stage or config.check.stage or next(filter(None, stages), ""),
        as_of=max((one.as_of for one in outcomes), default=_today()),
        plans=tuple(plan.name for plan in plans),
        tool_version=VERSION,
        unreadable=tuple(message for one in outcomes for message in one.unreadable),
        gate=options.gate or config.check.gate or Severity.ERROR,
        lang=options.lang or config.check.lang or "zh",
        profile=_profile(outcomes) if options.profile else (),
        texts=tuple(text.source.path for text in texts),
        coverage=tuple(told for one in outcomes for told in one.coverage),
        followed=tuple(told for one in outcomes for told in one.followed),
        checked=tuple(checked),
    )


def _profile(outcomes: Sequence[_Outcome]) -> tuple[RuleCost, ...]:
    """What each rule took in all workspaces together."""
    spent: dict[str, list[RuleCost]] = {}
    for one in outcomes:
        for cost in one.costs:
            spent.setdefault(cost.code, []).append(cost)
    return tuple(
        RuleCost(code, sum(one.seconds for one in costs), sum(one.rows for one in costs))
        for code, costs in sorted(spent.items())
    )


def _settings(config: WorkspaceConfig) -> Settings:
    rules = config.rules
    parameters = {
        code: {name: _as_written(value) for name, value in values.items()} for code, values in rules.parameters.items()
    }
    return Settings(rules.off, rules.severity, parameters, rules.row_budget, rules.only)


def _as_written(value: bool | int | Decimal | str | date) -> str:
    """A parameter's value as it would stand in a rule file."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return value if isinstance(value, str) else str(value)


def _drafted(plans: list[Plan]) -> date:
    """The latest 成稿 among the plans, else today."""
    days = [plan.drafted.last for plan in plans if plan.drafted is not None]
    return max(days) if days else _today()


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the reader's own day


def _silent(step: int, steps: int, doing: Message) -> None:
    """Progress that nobody watches."""
