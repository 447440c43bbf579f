"""The examples of a rule, run: a 正例 gives nothing, a 反例 exactly one finding exactly at its mark.

An example is a plan text. It needs no 规划 of its own; where it has several, the first is checked and the others
are there to be referred to. Each 文本 { “…” “…” } in it is a text of the plan, each “…” a paragraph; 第1轮文本 { … }
is the text as a round that was kept has it; 审定 { … } in front is the first plan as it was approved. It is checked by
its own rule and by PC101–PC104, which see to it that an example says what it means to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.checks.facts import Facts
from checker.checks.plan_tables import PlanTables
from checker.checks.plan_texts import PlanText
from checker.checks.rulebook import Rulebook
from checker.checks.waiving import Waivers
from checker.finding import Finding
from checker.graph import build_graph
from checker.messages import Message
from checker.messages.rules import EXAMPLE_ELSEWHERE, EXAMPLE_EXTRA, EXAMPLE_NOT_CLEAN, EXAMPLE_NOTHING
from checker.model import Plan, build_plan, parse_plan
from checker.rules.parts import ExampleNode
from checker.rules.run import Outcome, run
from checker.rules.typed import Rule
from checker.source import SourceText, Span
from checker.workspace import link_plans

if TYPE_CHECKING:
    from checker.checks.adopted import Earlier
    from checker.workspace.lock import LockFile

#: The rules that every example is checked by.
GROUND = ("PC101", "PC102", "PC103", "PC104")
_HEAD = "规划 例 {}\n"
_PARAGRAPH = re.compile(r"“(?:[^“”]|“[^“”]*”)*”")
_BESIDE = re.compile(rf"(?:第(?P<round>[0-9])轮)?文本\s*[{{｛](?P<paragraphs>(?:\s*{_PARAGRAPH.pattern})+)\s*[}}｝]")
_APPROVED = re.compile(r"\s*审定\s*[{｛]")
#: The day by which an example is judged that does not say when it was drafted.
_DAY = date(2021, 6, 30)


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """How an example came out; `problem` is None where it is as it should be."""

    rule: Rule
    name: str
    good: bool
    span: Span
    outcome: Outcome
    problem: Message | None


@dataclass(frozen=True, slots=True)
class ExampleText:
    """The plan texts of an example, and where the mark is: which text, start and end (None for a 正例).

    `prose` are the texts that stand beside the plans; in `mark` they come behind them. `approved` is the first plan as
    it was approved, if it was, `earlier` the text in rounds by their number.
    """

    sources: tuple[SourceText, ...]
    mark: tuple[int, int, int] | None
    prose: tuple[SourceText, ...] = ()
    approved: SourceText | None = None
    earlier: Mapping[int, SourceText] = field(default_factory=dict)

    def marked(self) -> SourceText | None:
        """The text that holds the mark."""
        return None if self.mark is None else (*self.sources, *self.prose)[self.mark[0]]


def run_examples(rulebook: Rulebook, rules: Iterable[Rule] | None = None) -> Iterator[ExampleResult]:
    """Run the examples of some rules of the book, of all without `rules`."""
    for rule in rulebook.rules if rules is None else rules:
        for example in rule.examples:
            yield run_example(rulebook, rule, example)


def run_example(rulebook: Rulebook, rule: Rule, example: ExampleNode) -> ExampleResult:
    """Check one example."""
    text = example_text(example)
    outcome = check_texts(rulebook, rule, text.sources, text.prose, text.approved, text.earlier)
    problem = _problem(outcome.findings, text, rule)
    span = Span(rule.source, example.name.start, example.name.end)
    return ExampleResult(rule, example.name.text, example.good, span, outcome, problem)


def check_texts(
    rulebook: Rulebook,
    rule: Rule,
    sources: Iterable[SourceText],
    prose: Sequence[SourceText] = (),
    approved: SourceText | None = None,
    earlier: Mapping[int, SourceText] | None = None,
) -> Outcome:
    """Check plan texts, the first of them, by one rule and the ground rules; what they waive of the latter is gone."""
    own = rulebook.own_fields
    plans = [build_plan(parse_plan(source, own=own), own=own) for source in sources]
    for plan in plans[1:]:
        plan.role = "upper"
    links = link_plans(plans)
    drafted = plans[0].drafted
    facts = Facts(plans, build_graph(plans), links, drafted.last if drafted is not None else _DAY)
    facts.texts = _texts(prose, plans[0])
    facts.lock = _lock(approved, plans[0]) if approved is not None else None
    facts.earlier = _earlier(earlier) if earlier else None
    facts.learn(rulebook.predicates, rulebook.parameter)
    ground = [one for one in rulebook.rules if one.code in GROUND and one.code != rule.code]
    outcome = run([*ground, rule], PlanTables(facts, rulebook.schema), rulebook.budget(len(facts.graph.nodes)))
    waivers = Waivers(plans[:1], facts.as_of)
    outcome.findings = [one for one in outcome.findings if one.code == rule.code or not waivers.covering(one)]
    return outcome


def _texts(prose: Sequence[SourceText], plan: Plan) -> tuple[PlanText, ...]:
    if not prose:
        return ()
    from checker.prose.plain import build_plain

    return tuple(PlanText(build_plain(one), plan) for one in prose)


def _earlier(texts: Mapping[int, SourceText]) -> Earlier:
    from checker.checks.adopted import EarlierText
    from checker.prose.plain import build_plain

    def find(_text: PlanText, number: int) -> EarlierText | None:
        source = texts.get(number)
        return EarlierText(source.path, build_plain(source)) if source is not None else None

    return find


def _lock(approved: SourceText, plan: Plan) -> LockFile:
    """A lock by which the plan was approved as it stands in `approved`."""
    from checker.model.digests import plan_digests
    from checker.workspace.lock import Approval, ApprovedFile, Lock, LockFile

    parts = {name: made for name, (_, made) in plan_digests(build_plan(parse_plan(approved))).items()}
    file = ApprovedFile(path=plan.source.path, role="plan", parts=parts)
    approval = Approval(on=_DAY.isoformat(), by="", stage="", as_of=_DAY.isoformat(), files=[file])
    return LockFile(Lock(approved=approval), approved)


def example_text(example: ExampleNode) -> ExampleText:
    """Take off braces and marks, and part the plans and the text beside them."""
    name, (approved, text) = example.name.text, _approved(example.text.text[1:-1])
    found_beside = list(_BESIDE.finditer(text))
    earlier = {
        int(one["round"]): SourceText(f"第{one['round']}轮", _paragraphs(one)) for one in found_beside if one["round"]
    }
    beside = [one for one in found_beside if not one["round"]]
    plans, mark = _plans(name, _BESIDE.sub("", text))
    prose: list[SourceText] = []
    for number, found in enumerate(beside):
        words = _paragraphs(found)
        if "〖" in words:
            mark = (len(plans) + number, words.find("〖"), words.find("〗") - 1)
        path = f"{name}-{number + 1}.txt" if len(beside) > 1 else f"{name}.txt"
        prose.append(SourceText(path, words.replace("〖", "").replace("〗", "")))
    return ExampleText(plans, None if example.good else mark, tuple(prose), approved, earlier)


def _paragraphs(found: re.Match[str]) -> str:
    return "\n".join(paragraph[1:-1] for paragraph in _PARAGRAPH.findall(found["paragraphs"]))


def _approved(text: str) -> tuple[SourceText | None, str]:
    """The plan text within 审定 { … }, and what follows it."""
    begun = _APPROVED.match(text)
    if begun is None:
        return None, text
    depth, at = 1, begun.end()
    while depth and at < len(text):
        depth += (text[at] in "{｛") - (text[at] in "}｝")
        at += 1
    return SourceText("审定.plan", text[begun.end() : at - 1]), text[at:]


def _plans(name: str, text: str) -> tuple[tuple[SourceText, ...], tuple[int, int, int]]:
    """The plans of an example, and where the mark is in them."""
    opened, closed = text.find("〖"), text.find("〗")
    text = text.replace("〖", "").replace("〗", "")
    starts = _plan_starts(text)
    if not starts:
        text, starts = _HEAD + text, [0]
        opened, closed = opened + len(_HEAD), closed + len(_HEAD)
    bounds = [0, *starts[1:], len(text)]
    sources = tuple(
        SourceText(f"{name}-{number}.plan" if len(starts) > 1 else f"{name}.plan", text[a:b])
        for number, (a, b) in enumerate(pairwise(bounds), 1)
    )
    start, end = opened, closed - 1
    which = max((index for index, bound in enumerate(bounds[:-1]) if bound <= start), default=0)
    return sources, (which, start - bounds[which], end - bounds[which])


def _plan_starts(text: str) -> list[int]:
    declarations = parse_plan(SourceText("", text)).declarations
    return [declaration.start for declaration in declarations if declaration.kind == "plan"]


def _problem(findings: list[Finding], text: ExampleText, rule: Rule) -> Message | None:
    """What is not as it should be."""
    others = [finding for finding in findings if finding.code != rule.code]
    if others:
        return EXAMPLE_NOT_CLEAN(said=others[0].message)
    if text.mark is None:
        return EXAMPLE_EXTRA(said=findings[0].message) if findings else None
    if not findings:
        return EXAMPLE_NOTHING()
    if len(findings) > 1:
        return EXAMPLE_EXTRA(said=findings[1].message)
    _, start, end = text.mark
    span, marked = findings[0].span, text.marked()
    assert marked is not None
    if span.source is not marked or (span.start, span.end) != (start, end):
        return EXAMPLE_ELSEWHERE(found=span.text, marked=marked.text[start:end])
    return None
