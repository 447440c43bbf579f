"""Keeping the account of a run: which rules it takes and why not the others, what became of each document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from checker.checks import Facts, Rulebook
from checker.engine.account import NotRun, SeenDocument, Use, WhyNot
from checker.engine.options import Options
from checker.finding import Notice
from checker.messages import Message
from checker.messages.options import OPTION_IGNORE, OPTION_REFUSED, OPTION_SELECT
from checker.messages.run_error import RunError
from checker.messages.verdict import EMPTY_NO_INPUT, EMPTY_PLAN, EMPTY_TABLE, EMPTY_TEXT
from checker.model import Plan
from checker.rules.severity import severity_at
from checker.workspace import TextFile, Workspace, WorkspaceConfig

if TYPE_CHECKING:
    from checker.checks.plan_texts import PlanText
    from checker.prose.title_page import TitlePage

#: What rules need that look at texts and tables.
_OF_TEXTS = frozenset({"text", "indicator_table", "companion_text", "upper_text"})


def refuse_unknown(options: Options, rulebooks: Sequence[Rulebook]) -> None:
    """RunError for the first word of the command line that means no rule, in none of the books of a run."""
    for option, words in ((OPTION_SELECT, options.select), (OPTION_IGNORE, options.ignore)):
        for word in words:
            refusals = [book.names.refusal(word) for book in rulebooks]
            if refusals and None not in refusals:
                raise RunError(OPTION_REFUSED(option=option(), reason=refusals[0]))


class RuleChoice:
    """Which rules a run takes: the command line narrows what the configuration leaves."""

    def __init__(self, options: Options, config: WorkspaceConfig, rulebook: Rulebook) -> None:
        lists = (
            (WhyNot.OFF, config.rules.off, True),
            (WhyNot.NOT_ONLY, config.rules.only, False),
            (WhyNot.UNSELECTED, options.select, False),
            (WhyNot.IGNORED, options.ignore, True),
        )
        self._lists = [
            (why, {word: rulebook.names.meant(word) for word in words}, drops) for why, words, drops in lists
        ]
        self._taken = {rule.code for rule in rulebook.rules if self.takes(rule.code)}

    def concerns(self, notice: Notice) -> bool:
        """Whether one of the rules that a notice names is to run; why the others do not is told by itself."""
        return not notice.codes or not self._taken.isdisjoint(notice.codes)

    def takes(self, code: str) -> bool:
        """Whether the rule is to run."""
        return self.reason(code) is None

    def reason(self, code: str) -> tuple[WhyNot, tuple[str, ...]] | None:
        """Why the rule is not to run, and the words that say so: those that name it, or all that leave it out."""
        for why, words, drops in self._lists:
            fitting = tuple(word for word, codes in words.items() if code in codes)
            if drops and fitting:
                return why, fitting
            if not drops and words and not fitting:
                return why, tuple(words)
        return None


def not_run(rulebook: Rulebook, choice: RuleChoice, facts: Facts, failed: Collection[str]) -> Iterator[NotRun]:
    """Each rule that did not run, by itself, with the reason."""
    plans = [plan for plan in facts.plans if plan.role == "checked"]
    # A text without a plan is judged at the stage that its title page says.
    stages = [facts.stated(plan, "stage") for plan in plans]
    stages += [facts.stage or text.stage or None for text in (*facts.texts, *facts.tables) if text.plan is None]
    for rule in (*rulebook.off, *rulebook.rules):
        reason = choice.reason(rule.code)
        if reason is not None:
            yield NotRun(reason[0], (rule.code,), reason[1])
        elif rule.code in failed:
            yield NotRun(WhyNot.FAILED, (rule.code,))
        elif not plans and not rule.needs & _OF_TEXTS:
            yield NotRun(WhyNot.NO_PLAN, (rule.code,))
        elif not any(_asked(stage, rulebook, rule.code) for stage in stages):
            yield NotRun(WhyNot.STAGE, (rule.code,))


def _asked(stage: str | None, rulebook: Rulebook, code: str) -> bool:
    rule = rulebook.rule(code)
    return rule is not None and severity_at(rule, stage) is not None


def documents_of(workspace: Workspace, facts: Facts) -> Iterator[SeenDocument]:
    """The files of a workspace, plans first, and what was done with each."""
    for plan in workspace.plans:
        use = Use.CHECKED if plan.role == "checked" else Use.REFERRED
        yield from (SeenDocument(file.path, "plan", use, plan.name) for file in plan.files)
    for copy in workspace.copies:
        yield SeenDocument(copy.copy.path, "plan", Use.UNREAD, copy.copy.plan)
    read = {text.source.path: text for text in (*facts.texts, *facts.tables)}
    for file in workspace.texts:
        yield _seen(file, "text", read.get(file.shown))
    for file in workspace.tables:
        yield _seen(file, "table", read.get(file.shown))
    for other in workspace.others:
        yield SeenDocument(other.shown, "text", Use.UNREAD)


def _seen(file: TextFile, kind: Literal["text", "table"], text: PlanText | None) -> SeenDocument:
    """What became of a text or a table, and what it says it is."""
    use = Use.CHECKED if text is not None and (text.has_words or kind == "table") else Use.UNREAD
    plan = file.plan.name if file.plan is not None else ""
    page = text.page if text is not None else None
    if page is None:
        return SeenDocument(file.shown, kind, use, plan, file.role, file.known_by)
    return SeenDocument(
        file.shown, kind, use, plan, file.role, file.known_by, page.kind, page.place, page.years, _stage_of(page)
    )


def _stage_of(page: TitlePage) -> str:
    """The stage that a title page says, a stored word of the model; "" where it says none."""
    return page.stage.stage if page.stage is not None else ""


def has_content(plans: Iterable[Plan], facts: Facts) -> bool:
    """Whether there is anything to look at: an element of a checked plan, a word of a text, a table."""
    if any(plan.elements for plan in plans) or facts.tables:
        return True
    return any(text.has_words for text in facts.texts)


def why_empty(plans: Sequence[Plan], documents: Iterable[SeenDocument]) -> Message:
    """What to say of a run that saw nothing."""
    kinds = {one.kind for one in documents if one.kind != "plan"}
    if kinds:
        return EMPTY_TEXT() if "text" in kinds else EMPTY_TABLE()
    return EMPTY_PLAN() if plans else EMPTY_NO_INPUT()
