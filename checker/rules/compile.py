"""Rule files → rules that can run, and the faults of those that cannot, as findings at their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.finding import Finding, Related, Severity, Subject
from checker.messages import Template
from checker.messages.rules import (
    RULE_CODE_RESERVED,
    RULE_CODE_TWICE,
    RULE_FAULT_BASIS,
    RULE_FIRST_USE,
    RULE_SLUG_TWICE,
    RULE_TITLE_DUPLICATE,
    RULE_TITLE_SYNTAX,
    RULE_TITLE_UNKNOWN,
    RULE_TITLE_WRONG_KIND,
    RULE_TOO_DEEP,
)
from checker.rules.definitions import resolve_definitions
from checker.rules.parts import RuleNode
from checker.rules.read import parse_rules
from checker.rules.resolve import Resolver
from checker.rules.schema import Schema
from checker.rules.scope import DUPLICATE, SYNTAX, UNKNOWN, WRONG_KIND, Fault, Faults
from checker.rules.typed import Rule
from checker.source import SourceText, Span
from checker.syntax import SyntaxProblem

#: Code → slug and title of a fault in a rule file: the words are those of the rules of that code.
_FAULTS: dict[str, tuple[str, Template]] = {
    SYNTAX: ("syntax-error", RULE_TITLE_SYNTAX),
    DUPLICATE: ("duplicate-name", RULE_TITLE_DUPLICATE),
    UNKNOWN: ("unknown-reference", RULE_TITLE_UNKNOWN),
    WRONG_KIND: ("wrong-kind", RULE_TITLE_WRONG_KIND),
}
_RESERVED = re.compile("PC[0-9]", re.IGNORECASE)


def compile_rules(
    files: Iterable[SourceText], schema: Schema, known: Sequence[Rule] = (), *, own: bool = False
) -> tuple[list[Rule], list[Finding]]:
    """The rules of some files that can run beside the `known` ones, and the faults of the others.

    `own`: the files are plancheck's, whose codes nobody else may use.
    """
    resolver = Resolver(schema)
    rules: list[Rule] = []
    problems: list[Finding] = []
    for source in files:
        file = parse_rules(source)
        problems += (_syntax_fault(problem, source) for problem in file.problems)
        faults = Faults()
        resolver.definitions = resolve_definitions(file.definitions, schema, faults, {}, schema.definitions)
        problems += (_fault_finding(fault, source, "") for fault in faults.found)
        for node in file.rules:
            rule = _resolve(node, source, resolver, problems, own=own)
            if rule is not None and _is_new(rule, node, [*known, *rules], problems):
                rules.append(rule)
    return rules, problems


def _resolve(
    node: RuleNode, source: SourceText, resolver: Resolver, problems: list[Finding], *, own: bool
) -> Rule | None:
    resolver.faults = Faults()
    try:
        rule = resolver.resolve(node, source)
    except RecursionError:
        resolver.faults.add(SYNTAX, RULE_TOO_DEEP(code=node.code.text), node.code)
        rule = None
    if _RESERVED.match(node.code.text) and not own:
        resolver.faults.add(DUPLICATE, RULE_CODE_RESERVED(code=node.code.text), node.code)
        rule = None
    problems += (_fault_finding(fault, source, node.code.text) for fault in resolver.faults.found)
    return rule


def _is_new(rule: Rule, node: RuleNode, rules: Sequence[Rule], problems: list[Finding]) -> bool:
    """Whether neither code nor slug is taken; the second one is at fault."""
    for word, message, taken in (
        (node.code, RULE_CODE_TWICE(code=rule.code), [one for one in rules if one.code == rule.code]),
        (node.slug, RULE_SLUG_TWICE(slug=rule.slug), [one for one in rules if one.slug == rule.slug]),
    ):
        if taken:
            fault = Fault(DUPLICATE, message, word.start, word.end)
            first = Related(RULE_FIRST_USE(), taken[0].span)
            problems.append(replace(_fault_finding(fault, rule.source, rule.code), related=(first,)))
            return False
    return True


# ---- faults as findings


def _syntax_fault(problem: SyntaxProblem, source: SourceText) -> Finding:
    return _fault_finding(Fault(SYNTAX, problem.message, problem.start, problem.end, problem.help), source, "")


def _fault_finding(fault: Fault, source: SourceText, rule: str) -> Finding:
    """A fault of a rule file as a finding at its place there."""
    slug, title = _FAULTS[fault.code]
    return Finding(
        code=fault.code,
        slug=slug,
        title=title(),
        severity=Severity.ERROR,
        message=fault.message,
        span=Span(source, fault.start, fault.end),
        subject=Subject("", rule, ""),
        basis=RULE_FAULT_BASIS(),
        help=fault.help,
    )
