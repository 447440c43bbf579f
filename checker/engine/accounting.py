"""Keeping the account of a run: which rules it takes and why not the others, what became of each document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from checker.engine.account import NotRun, SeenDocument, Use, WhyNot
from checker.engine.options import Options
from checker.engine.report import RunError
from checker.finding import Notice
from checker.messages import Message
from checker.messages.options import OPTION_IGNORE, OPTION_REFUSED, OPTION_SELECT
from checker.messages.verdict import EMPTY_NO_INPUT, EMPTY_PLAN, EMPTY_TEXT
from checker.model import Plan
from checker.rules import Facts, Rulebook
from checker.rules.severity import severity_at
from checker.workspace import Workspace, WorkspaceConfig


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
    for rule in (*rulebook.off, *rulebook.rules):
        reason = choice.reason(rule.code)
        if reason is not None:
            yield NotRun(reason[0], (rule.code,), reason[1])
        elif rule.code in failed:
            yield NotRun(WhyNot.FAILED, (rule.code,))
        elif not any(_asked(plan, rulebook, rule.code, facts) for plan in facts.plans if plan.role == "checked"):
            yield NotRun(WhyNot.STAGE, (rule.code,))


def _asked(plan: Plan, rulebook: Rulebook, code: str, facts: Facts) -> bool:
    rule = rulebook.rule(code)
    return rule is not None and severity_at(rule, facts.stated(plan, "stage")) is not None


def documents_of(workspace: Workspace, facts: Facts) -> Iterator[SeenDocument]:
    """The files of a workspace, plans first, and what was done with each."""
    for plan in workspace.plans:
        yield SeenDocument(plan.source.path, "plan", Use.CHECKED if plan.role == "checked" else Use.REFERRED)
    read = {text.source.path for text in (*facts.texts, *facts.tables)}
    for text in workspace.texts:
        yield SeenDocument(text.shown, "text", Use.CHECKED if text.shown in read else Use.UNREAD)
    for table in workspace.tables:
        yield SeenDocument(table.shown, "table", Use.CHECKED if table.shown in read else Use.UNREAD)


def has_content(plans: Iterable[Plan], facts: Facts) -> bool:
    """Whether there is anything to look at: an element of a checked plan, a word of a text, a table."""
    if any(plan.elements for plan in plans) or facts.tables:
        return True
    return any(any(map(str.isalnum, text.source.text)) for text in facts.texts)


def why_empty(plans: Sequence[Plan], texts: Sequence[str]) -> Message:
    """What to say of a run that saw nothing."""
    if texts:
        return EMPTY_TEXT()
    return EMPTY_PLAN() if plans else EMPTY_NO_INPUT()
