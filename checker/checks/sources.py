"""The predicates that plancheck brings along: slips of the text, names that lead nowhere, circles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from checker.checks.facts import Facts
from checker.checks.predicates import Column, Record, predicate
from checker.finding import Fix, Related
from checker.graph import Edge, find_cycles
from checker.messages import Message
from checker.messages.rules import CYCLE_EDGE, CYCLE_TIES
from checker.model import Element, Plan
from checker.rules.types import TEXT, element
from checker.source import SourceText, Span
from checker.workspace import LinkProblem


@predicate("语法错误", "syntax_problem")
def syntax_problems(facts: Facts) -> Iterator[Record]:
    """What the text of a plan does not say rightly; 对象 is the declaration it stands in."""
    for plan in facts.plans:
        if not plan.problems:
            continue
        for file in plan.files:
            yield from _problems_in(plan, file)


def _problems_in(plan: Plan, file: SourceText) -> Iterator[Record]:
    declared = [one for one in plan.elements if one.decl is not None and one.source is file]
    declared.sort(key=lambda one: one.start)
    starts = [one.start for one in declared]
    for problem in plan.problems:
        if problem.source is file:
            subject = _around(plan, declared, bisect_right(starts, problem.start) - 1, problem.start)
            fix = _fix(problem.span, problem.instead)
            yield Record("syntax_problem", subject, problem.span, problem.message, problem.help, fix=fix)


def _fix(span: Span, instead: str | None) -> Fix | None:
    if instead is None:
        return None
    from checker.checks.fixes import replacement

    return replacement(span, instead)


def _around(plan: Plan, declared: list[Element], position: int, offset: int) -> Element:
    if position >= 0 and declared[position].start <= offset < declared[position].end:
        return declared[position]
    return plan


@predicate("重名", "duplicate")
def duplicates(facts: Facts) -> Iterator[Record]:
    """Two declarations of one kind and name."""
    return _link_problems(facts, "duplicate", "duplicate")


@predicate("未定义引用", "unknown_reference")
def unknown_references(facts: Facts) -> Iterator[Record]:
    """Names that nothing has."""
    return _link_problems(facts, "unknown", "unknown_reference")


@predicate("错类引用", "wrong_kind_reference")
def wrong_kind_references(facts: Facts) -> Iterator[Record]:
    """Names of things of another kind."""
    return _link_problems(facts, "wrong_kind", "wrong_kind_reference")


def _link_problems(facts: Facts, kind: str, name: str) -> Iterator[Record]:
    return (_record(problem, name) for problem in facts.links.problems if problem.kind == kind)


def _record(problem: LinkProblem, name: str) -> Record:
    related = tuple(Related(message, span) for message, span in problem.related)
    fix = None
    if problem.kind == "unknown" and problem.near:
        from checker.checks.fixes import name_fix

        fix = name_fix(problem)
    return Record(name, problem.element, problem.span, problem.message, problem.help, related, fix=fix)


@predicate("未见规划", "absent_plan", Column("name", "名称", TEXT))
def absent_plans(facts: Facts) -> Iterator[Record]:
    """Plans that are named but not in the workspace."""
    for absent in facts.links.absent:
        yield Record("absent_plan", absent.plan, absent.span, values={"name": absent.name})


_CHAIN = Column("chain", "链", TEXT)
_MEMBERS = Column("members", "成员", element("goal", "measure", "plan", many=True))


@predicate("循环", "cycle", _CHAIN, _MEMBERS)
def cycles(facts: Facts) -> Iterator[Record]:
    """Goals and measures that come back to themselves over 上级目标, 上级举措, 依赖: of each knot a shortest circle.

    另见 has an entry for each tie of the circle, in order; 成员 are all of the knot.
    """
    for cycle in find_cycles(facts.graph):
        first = cycle.edges[0]
        circle = [edge.source for edge in cycle.edges]
        chain = " → ".join(f"「{one.name}」" for one in (*circle, first.source))
        related = tuple(Related(_tie(edge), edge.span) for edge in cycle.edges)
        values = {"chain": chain, "members": sorted(cycle.knot, key=lambda one: one.index)}
        same = tuple(f"{one.kind} {one.plan.name} {one.name}" for one in circle)
        yield Record("cycle", first.source, first.span, related=related, values=values, same=same)


def _tie(edge: Edge) -> Message:
    return CYCLE_EDGE(source=edge.source.name, tie=CYCLE_TIES[edge.relation](), target=edge.target.name)


#: What rules of every pack know.
PREDICATES = (syntax_problems, duplicates, unknown_references, wrong_kind_references, absent_plans, cycles)
