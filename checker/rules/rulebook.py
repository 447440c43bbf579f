"""The rules that run: those of plancheck and of the packs named, set as a configuration says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from checker.finding import Finding, Severity, sort_key
from checker.rules import prepared
from checker.rules.own import PREDICATES
from checker.rules.packs import BUILT_IN, Pack, find_pack, installed_pack
from checker.rules.predicates import Predicate
from checker.rules.run import ROW_BUDGET
from checker.rules.typed import Rule
from checker.rules.vocabulary import Vocabulary


class Settings(Struct, eq=False):
    """What a configuration says about rules.

    `off` and the keys of `severity` and `parameters` are codes (PC201), beginnings of codes (PC2) or slugs;
    values of parameters are written as in a rule file.
    """

    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    row_budget: int = ROW_BUDGET


class Rulebook(Struct, eq=False):
    """The rules that can run, by code, and the faults of rule files; `off` are those that are switched off."""

    rules: tuple[Rule, ...]
    problems: tuple[Finding, ...]
    off: tuple[Rule, ...] = ()
    row_budget: int = ROW_BUDGET
    predicates: tuple[Predicate, ...] = PREDICATES

    def needing(self, need: str) -> tuple[str, ...]:
        """The codes of the rules that run and cannot do without it (a word of `checker.rules.needs`)."""
        return tuple(rule.code for rule in self.rules if need in rule.needs)

    def about(self, kind: str) -> tuple[str, ...]:
        """The codes of the rules that run and are about things of a kind alone."""
        return tuple(rule.code for rule in self.rules if rule.subjects == {kind})

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
    others = [find_pack(name, root) for name in packs if name != BUILT_IN]
    return load_rules(others, settings or Settings(), own=True)


def load_rules(packs: Iterable[Pack], settings: Settings, *, own: bool = False) -> Rulebook:
    """The rules of these packs, `own`: beside those of plancheck; ConfigError for a setting that cannot be used."""
    packs = list(packs)
    predicates = _predicates(packs)
    vocabulary = Vocabulary(predicates)
    rules: list[Rule] = []
    problems: list[Finding] = []
    if own:
        ready = prepared.find(vocabulary)
        if ready is None:
            pack = installed_pack(BUILT_IN)
            assert pack is not None
            packs.insert(0, pack)
        else:
            rules += ready
    for pack in packs:
        # Not needed for what ships.
        from checker.rules.compile import compile_pack

        found, faults = compile_pack(pack, vocabulary, rules)
        rules += found
        problems += faults
    rules.sort(key=lambda rule: rule.code)
    problems.sort(key=sort_key)
    if settings.parameters:
        from checker.rules.parameters import set_parameters

        set_parameters(rules, vocabulary, settings.parameters, names)
    _set_severities(rules, settings)
    off = tuple(rule for rule in rules if any(names(word, rule.code, rule.slug) for word in settings.off))
    running = tuple(rule for rule in rules if rule not in off)
    return Rulebook(running, tuple(problems), off, settings.row_budget, predicates)


def _predicates(packs: Iterable[Pack]) -> tuple[Predicate, ...]:
    """Those of all packs; of two of one name the first, which cannot be taken away by another pack."""
    found: dict[str, Predicate] = {}
    for one in (*PREDICATES, *(predicate for pack in packs for predicate in pack.predicates)):
        found.setdefault(one.name, one)
    return tuple(found.values())


def _set_severities(rules: list[Rule], settings: Settings) -> None:
    """The nearest word counts: a code before the beginning of one."""
    for rule in rules:
        fitting = [word for word in settings.severity if names(word, rule.code, rule.slug)]
        if fitting:
            rule.fixed = settings.severity[max(fitting, key=lambda word: (len(word), word))]
