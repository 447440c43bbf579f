"""From packs and settings to the rules that run, and the faults of those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from checker.finding import Finding, Related, Severity, Subject, sort_key
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
from checker.rules import prepared
from checker.rules.packs import BUILT_IN, Pack, find_pack, installed_pack
from checker.rules.parts import RuleFile, RuleNode
from checker.rules.predicates import Predicate
from checker.rules.resolve import Resolver
from checker.rules.run import ROW_BUDGET
from checker.rules.scope import DUPLICATE, SYNTAX, UNKNOWN, WRONG_KIND, Fault, Faults
from checker.rules.sources import PREDICATES
from checker.rules.typed import Rule
from checker.rules.vocabulary import Vocabulary
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


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration says about rules.

    `off` and the keys of `severity` and `parameters` are codes (PC201), beginnings of codes (PC2) or slugs;
    values of parameters are written as in a rule file.
    """

    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    row_budget: int = ROW_BUDGET


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules that can run, by code, and the faults of rule files."""

    rules: tuple[Rule, ...]
    problems: tuple[Finding, ...]
    row_budget: int = ROW_BUDGET
    predicates: tuple[Predicate, ...] = PREDICATES

    def rule(self, word: str) -> Rule | None:
        """The rule of that code or slug."""
        return next((rule for rule in self.rules if word.upper() == rule.code or word.lower() == rule.slug), None)


def names(word: str, code: str, slug: str) -> bool:
    """Whether a word of a configuration or of the command line means a rule."""
    return code.startswith(word.upper()) or slug == word.lower()


def load_packs(packs: Sequence[str], root: Path, settings: Settings | None = None) -> Rulebook:
    """The rules of plancheck and those of the packs named, set as `settings` say.

    Raises ConfigError for a pack or a setting that cannot be used; faults of rule files are findings.
    """
    own = installed_pack(BUILT_IN)
    assert own is not None
    others = [find_pack(name, root) for name in packs if name != BUILT_IN]
    return load_rules([own, *others], settings or Settings())


def load_rules(packs: Iterable[Pack], settings: Settings) -> Rulebook:
    """The rules of these packs; raises ConfigError for a setting that cannot be used."""
    packs = list(packs)
    predicates = _predicates(packs)
    resolver = Resolver(Vocabulary(predicates))
    rules: list[Rule] = []
    problems: list[Finding] = []
    for pack in packs:
        for source in pack.files:
            file = prepared.find(source) or _parse(source)
            problems += (_syntax_fault(problem, source) for problem in file.problems)
            for node in file.rules:
                rule = _resolve(node, file, pack, resolver, problems)
                if rule is not None and _is_new(rule, node, rules, problems):
                    rules.append(rule)
    rules.sort(key=lambda rule: rule.code)
    problems.sort(key=sort_key)
    if settings.parameters:
        from checker.rules.parameters import set_parameters

        set_parameters(rules, resolver, settings.parameters, names)
    _set_severities(rules, settings)
    running = tuple(rule for rule in rules if not any(names(word, rule.code, rule.slug) for word in settings.off))
    return Rulebook(running, tuple(problems), settings.row_budget, predicates)


def _parse(source: SourceText) -> RuleFile:
    from checker.rules.read import parse_rules  # not needed for what ships

    return parse_rules(source)


def _predicates(packs: Iterable[Pack]) -> tuple[Predicate, ...]:
    """Those of all packs; of two of one name the first, which cannot be taken away by another pack."""
    found: dict[str, Predicate] = {}
    for one in (*PREDICATES, *(predicate for pack in packs for predicate in pack.predicates)):
        found.setdefault(one.name, one)
    return tuple(found.values())


def _resolve(node: RuleNode, file: RuleFile, pack: Pack, resolver: Resolver, problems: list[Finding]) -> Rule | None:
    resolver.faults = Faults()
    try:
        rule = resolver.resolve(node, file.source)
    except RecursionError:
        resolver.faults.add(SYNTAX, RULE_TOO_DEEP(code=node.code.text), node.code)
        rule = None
    if _RESERVED.match(node.code.text) and not pack.built_in:
        resolver.faults.add(DUPLICATE, RULE_CODE_RESERVED(code=node.code.text), node.code)
        rule = None
    problems += (fault_finding(fault, file.source, node.code.text) for fault in resolver.faults.found)
    if rule is not None:
        rule.pack = pack.name
    return rule


def _is_new(rule: Rule, node: RuleNode, rules: list[Rule], problems: list[Finding]) -> bool:
    """Whether neither code nor slug is taken; the second one is at fault."""
    for word, message, taken in (
        (node.code, RULE_CODE_TWICE(code=rule.code), [one for one in rules if one.code == rule.code]),
        (node.slug, RULE_SLUG_TWICE(slug=rule.slug), [one for one in rules if one.slug == rule.slug]),
    ):
        if taken:
            fault = Fault(DUPLICATE, message, word.start, word.end)
            first = Related(RULE_FIRST_USE(), taken[0].span)
            problems.append(replace(fault_finding(fault, rule.source, rule.code), related=(first,)))
            return False
    return True


def _set_severities(rules: list[Rule], settings: Settings) -> None:
    """The nearest word counts: a code before the beginning of one."""
    for rule in rules:
        fitting = [word for word in settings.severity if names(word, rule.code, rule.slug)]
        if fitting:
            rule.fixed = settings.severity[max(fitting, key=lambda word: (len(word), word))]


# ---- faults as findings


def _syntax_fault(problem: SyntaxProblem, source: SourceText) -> Finding:
    return fault_finding(Fault(SYNTAX, problem.message, problem.start, problem.end, problem.help), source, "")


def fault_finding(fault: Fault, source: SourceText, rule: str) -> Finding:
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
