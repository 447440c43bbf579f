"""One check, for all doors: load, link, run the rules, set aside what is waived, say what was not checked."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from checker.checks import Facts, Rulebook, Settings, load_packs, run_rules
from checker.engine.account import Account, AppliedRule, NotRun, SeenDocument, WhyNot, joined_not_run
from checker.engine.accounting import RuleChoice, documents_of, has_content, not_run, refuse_unknown, why_empty
from checker.engine.notices import find_notices
from checker.engine.options import Options
from checker.engine.report import Checked, Report, RuleCost, RunError
from checker.engine.waivers import set_aside
from checker.finding import Finding, Notice, Severity, sort_key
from checker.graph import build_graph
from checker.messages import Message
from checker.messages.engine import CHECK_LINKING, CHECK_RULES, LOAD_READING
from checker.model import Plan
from checker.resources import VERSION
from checker.workspace import ConfigError, Workspace, WorkspaceConfig, find_workspace, load_workspace

if TYPE_CHECKING:
    from checker.engine.coverage import TextCoverage
    from checker.engine.taken_up import TextFollowed

#: Reasons for which a rule looks at nothing in one workspace and may well do so in another one of the run.
_HAD_NOTHING = (WhyNot.STAGE, WhyNot.NO_PLAN)


@dataclass(slots=True, eq=False, repr=False)
class _Outcome:
    """What was found in all workspaces of a run."""

    findings: list[Finding] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    unreadable: list[Message] = field(default_factory=list)
    costs: dict[str, RuleCost] = field(default_factory=dict)
    ran: dict[str, AppliedRule] = field(default_factory=dict)
    not_run: list[NotRun] = field(default_factory=list)
    documents: list[SeenDocument] = field(default_factory=list)
    words: bool = False
    plans: list[Plan] = field(default_factory=list)
    configs: list[WorkspaceConfig] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)
    coverage: list[TextCoverage] = field(default_factory=list)
    followed: list[TextFollowed] = field(default_factory=list)
    checked: list[Checked] = field(default_factory=list)
    as_of: date | None = None


def check_plans(paths: Sequence[Path], options: Options, texts: Sequence[Path] = ()) -> Report:
    """Check the plans at `paths` (files and folders that exist) and `texts`; see `Report` for what comes out.

    Paths of several workspaces are checked workspace by workspace and reported together. Raises RunError
    for a configuration or rule pack that cannot be used.
    """
    by_root: dict[Path, tuple[list[Path], list[Path]]] = {}
    for kind, members in enumerate((paths, texts)):
        for path in members:
            by_root.setdefault(find_workspace(path), ([], []))[kind].append(path)
    outcome = _Outcome()
    with _collector_paused():
        opened = [_open(plans, texts_there, options) for plans, texts_there in by_root.values()]
        refuse_unknown(options, [rulebook for _, rulebook in opened])
        for workspace, rulebook in opened:
            _check_workspace(workspace, rulebook, options, outcome)
    return _report(outcome, options)


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
        return load_packs(workspace.config.rules.packs, workspace.root, _settings(workspace.config))
    except ConfigError as problem:
        raise RunError(problem.message) from problem


def _check_workspace(workspace: Workspace, rulebook: Rulebook, options: Options, outcome: _Outcome) -> None:
    progress = options.progress or _silent
    config = workspace.config
    progress(1, 3, CHECK_LINKING())
    graph = build_graph(workspace.plans)
    stage = options.stage or config.check.stage
    as_of = options.as_of or config.check.as_of or _drafted(workspace.checked)
    facts = Facts(workspace.plans, graph, workspace.links, as_of, stage, options.level)
    _read_documents(workspace, facts, rulebook)
    if workspace.lock is not None:
        from checker.engine.approval import hold

        hold(workspace.lock, workspace, rulebook)
        facts.lock = workspace.lock
    progress(2, 3, CHECK_RULES())
    choice = RuleChoice(options, config, rulebook)
    missing = list(find_notices(workspace, rulebook, as_of, options.level))
    if facts.texts:
        from checker.engine.texts import told_of_pairs

        missing += told_of_pairs(facts, rulebook)
    facts.lacking = frozenset((code, notice.file) for notice in missing for code in notice.codes if notice.file)
    result = run_rules(rulebook, facts, lambda code, _: choice.takes(code))
    findings = [*rulebook.problems, *result.findings]
    outcome.findings += set_aside(findings, workspace.checked, as_of)
    outcome.notices += filter(choice.concerns, missing)
    outcome.notices += [*result.notices, *workspace.notices, *(Notice(remark) for remark in workspace.remarks)]
    outcome.unreadable += workspace.unreadable
    outcome.plans += workspace.checked
    outcome.configs.append(config)
    outcome.texts += [text.source.path for text in facts.texts]
    outcome.stages += [stage for text in facts.texts if text.plan is None and (stage := text.stage)]
    if facts.texts:
        from checker.engine.coverage import coverage_of
        from checker.engine.taken_up import followed_of

        outcome.coverage += coverage_of(facts)
        outcome.followed += followed_of(facts)
    outcome.checked.append(Checked(workspace, facts, rulebook))
    outcome.as_of = as_of if outcome.as_of is None else max(outcome.as_of, as_of)
    idle = list(not_run(rulebook, choice, facts, result.failed))
    outcome.not_run += idle
    had_nothing = {code for group in idle if group.why in _HAD_NOTHING for code in group.codes}
    for cost in result.costs:
        rule = rulebook.rule(cost.code)
        assert rule is not None
        if rule.code in had_nothing:
            continue
        outcome.ran[rule.code] = AppliedRule(rule.code, rule.slug, rule.title, rule.about, rule.page)
        known = outcome.costs.get(cost.code, RuleCost(cost.code, 0.0, 0))
        outcome.costs[cost.code] = RuleCost(cost.code, known.seconds + cost.seconds, known.rows + cost.rows)
    outcome.documents += documents_of(workspace, facts)
    outcome.words = outcome.words or has_content(workspace.checked, facts)
    progress(3, 3, CHECK_RULES())


def _read_documents(workspace: Workspace, facts: Facts, rulebook: Rulebook) -> None:
    if workspace.texts:
        from checker.engine.texts import read_texts

        facts.texts = read_texts(workspace, rulebook)
    if workspace.tables:
        from checker.engine.texts import read_tables

        facts.tables = read_tables(workspace, rulebook, facts.texts)
    if workspace.others or workspace.copies:
        from checker.engine.texts import told_of_others

        workspace.notices += told_of_others(workspace)
    for text in facts.texts:
        if text.plan is not None and text.role == "main" and text.takes_own_stage():
            text.plan.stage = text.stage


def _report(outcome: _Outcome, options: Options) -> Report:
    config = outcome.configs[0] if outcome.configs else WorkspaceConfig()
    stages = [*(plan.stage for plan in outcome.plans if plan.stage), *outcome.stages]
    account = Account(
        ran=tuple(outcome.ran[code] for code in sorted(outcome.ran)),
        not_run=joined_not_run(
            group for group in outcome.not_run if group.why not in _HAD_NOTHING or not outcome.ran.keys() & group.codes
        ),
        documents=tuple(outcome.documents),
        empty=None if outcome.words else why_empty(outcome.plans, outcome.documents),
        strict=options.strict,
    )
    return Report(
        account=account,
        findings=tuple(sorted(outcome.findings, key=sort_key)),
        notices=tuple(outcome.notices),
        stage=options.stage or config.check.stage or (stages[0] if stages else ""),
        as_of=outcome.as_of or _today(),
        plans=tuple(plan.name for plan in outcome.plans),
        tool_version=VERSION,
        unreadable=tuple(outcome.unreadable),
        gate=options.gate or config.check.gate or Severity.ERROR,
        lang=options.lang or config.check.lang or "zh",
        profile=tuple(outcome.costs[code] for code in sorted(outcome.costs)) if options.profile else (),
        texts=tuple(outcome.texts),
        coverage=tuple(outcome.coverage),
        followed=tuple(outcome.followed),
        checked=tuple(outcome.checked),
    )


def _settings(config: WorkspaceConfig) -> Settings:
    rules = config.rules
    parameters = {
        code: {name: _as_written(value) for name, value in values.items()} for code, values in rules.parameters.items()
    }
    settings = Settings(rules.off, rules.severity, parameters, only=rules.only)
    if rules.row_budget is not None:
        settings.row_budget = rules.row_budget
    return settings


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
