"""The rules that run: those of plancheck and of the packs named, set as a configuration says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from checker.checks import prepared
from checker.checks.packs import BUILT_IN, Pack, find_pack, installed_pack
from checker.checks.plan_schema import plan_schema
from checker.checks.predicates import Predicate
from checker.checks.registry import PREDICATES
from checker.finding import Finding, Severity, sort_key
from checker.model import NO_OWN_FIELDS, OwnFields
from checker.rules.naming import RuleNames
from checker.rules.run import usual_budget
from checker.rules.schema import Schema
from checker.rules.typed import Rule
from checker.workspace import SettingError, placed


class Settings(Struct, eq=False):
    """What a configuration says about rules.

    `off`, `only` and the keys of `severity` and `parameters` name rules (see `RuleNames`); values of parameters are
    written as in a rule file. `only` is for who runs the book to go by.
    """

    off: Collection[str] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    row_budget: int | None = None
    only: Collection[str] = ()


class Rulebook(Struct, eq=False):
    """The rules that can run, by code, and the faults of rule files; `off` are those that are switched off.

    `names` are those of all rules, the ones switched off too.
    """

    rules: tuple[Rule, ...]
    problems: tuple[Finding, ...]
    names: RuleNames
    predicates: tuple[Predicate, ...]
    schema: Schema
    off: tuple[Rule, ...] = ()
    row_budget: int | None = None
    own_fields: OwnFields = NO_OWN_FIELDS

    def budget(self, things: int) -> int:
        """The rows that a rule may look at: those of the configuration, else as many as so many things call for."""
        return usual_budget(things) if self.row_budget is None else self.row_budget

    def needing(self, need: str) -> tuple[str, ...]:
        """The codes of the rules that run and cannot do without it (a word of `checker.rules.needs`)."""
        return tuple(rule.code for rule in self.rules if need in rule.needs)

    def about(self, kind: str) -> tuple[str, ...]:
        """The codes of the rules that run and are about things of a kind alone."""
        return tuple(rule.code for rule in self.rules if rule.subjects == {kind})

    def rule(self, word: str) -> Rule | None:
        """The first rule that runs of that code, slug or title."""
        codes = self.names.exactly(word)
        return next((rule for rule in self.rules if rule.code in codes), None)

    def parameter(self, code: str, name: str) -> Any:
        """The value of a parameter of a rule; None where the rule does not run or has none of that name."""
        rule = next((rule for rule in self.rules if rule.code == code), None)
        found = rule.parameters.get(name) if rule is not None else None
        return None if found is None else found.value.value


def load_packs(
    packs: Sequence[str], root: Path, settings: Settings | None = None, fields: OwnFields = NO_OWN_FIELDS
) -> Rulebook:
    """The rules of plancheck and those of the packs named, set as `settings` say; they know the own `fields`, too.

    Raises ConfigError for a pack or a setting that cannot be used; faults of rule files are findings.
    """
    try:
        others = [find_pack(name, root) for name in packs if name != BUILT_IN]
        return load_rules(others, settings or Settings(), fields, own=True)
    except SettingError as error:
        raise placed(error, root) from None


def load_rules(
    packs: Iterable[Pack], settings: Settings, fields: OwnFields = NO_OWN_FIELDS, *, own: bool = False
) -> Rulebook:
    """The rules of these packs, `own`: beside those of plancheck; ConfigError for a setting that cannot be used."""
    packs = list(packs)
    predicates = _predicates(packs)
    schema = plan_schema(predicates, fields)
    rules: list[Rule] = []
    problems: list[Finding] = []
    if own:
        ready = prepared.find()
        if ready is None:
            pack = installed_pack(BUILT_IN)
            assert pack is not None
            packs.insert(0, pack)
        else:
            rules += ready
    for pack in packs:
        found, faults = compiled(pack, schema, rules)
        rules += found
        problems += faults
    rules.sort(key=lambda rule: rule.code)
    problems.sort(key=sort_key)
    names = RuleNames(rules, faulty=bool(problems))
    _refuse_unknown(settings, names)
    if settings.parameters:
        from checker.checks.parameters import set_parameters

        set_parameters(rules, schema, settings.parameters, names)
    _set_severities(rules, settings, names)
    switched_off = frozenset[str]().union(*map(names.meant, settings.off))
    off = tuple(rule for rule in rules if rule.code in switched_off)
    running = tuple(rule for rule in rules if rule.code not in switched_off)
    return Rulebook(running, tuple(problems), names, predicates, schema, off, settings.row_budget, fields)


def compiled(pack: Pack, schema: Schema, known: Sequence[Rule] = ()) -> tuple[list[Rule], list[Finding]]:
    """The rules of a pack that can run beside the `known` ones, and the faults of the others."""
    from checker.rules.compile import compile_rules  # not needed for what ships

    rules, faults = compile_rules(pack.files, schema, known, own=pack.built_in)
    for rule in rules:
        rule.pack = pack.name
    return rules, faults


def _refuse_unknown(settings: Settings, names: RuleNames) -> None:
    """SettingError for the first word that names no rule."""
    lists: dict[str, Iterable[str]] = {"off": settings.off, "only": settings.only}
    tables: dict[str, Iterable[str]] = {"severity": settings.severity, "parameters": settings.parameters}
    places: list[tuple[tuple[str, ...], str]] = [
        (("rules", key), word) for key, words in lists.items() for word in words
    ]
    places += [(("rules", key, word), word) for key, words in tables.items() for word in words]
    for key, word in places:
        refusal = names.refusal(word)
        if refusal is not None:
            raise SettingError(key, refusal)


def _predicates(packs: Iterable[Pack]) -> tuple[Predicate, ...]:
    """Those of all packs; of two of one name the first, which cannot be taken away by another pack."""
    found: dict[str, Predicate] = {}
    for one in (*PREDICATES, *(predicate for pack in packs for predicate in pack.predicates)):
        found.setdefault(one.name, one)
    return tuple(found.values())


def _set_severities(rules: list[Rule], settings: Settings, names: RuleNames) -> None:
    """The nearest word counts: a code before the beginning of one."""
    meant = {word: names.meant(word) for word in settings.severity}
    for rule in rules:
        fitting = [word for word, codes in meant.items() if rule.code in codes]
        if fitting:
            rule.fixed = settings.severity[max(fitting, key=lambda word: (len(word), word))]
