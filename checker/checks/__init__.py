"""What is checked: the rules that run, and the predicates that know plans and texts.

In: packs of `*.rule` files and `Settings`; linked plans with their graph and texts as `Facts`.
Out: a `Rulebook` (`load_packs`), whose `problems` are the faults of rule files at their places; an `Outcome`
(`run_rules`): findings, notices of what was not checked, and what each rule cost.

A predicate stands in the file of its subject, which lists it in `PREDICATES`; `registry` lists the files. What
the rule language itself is, `checker.rules` knows; nothing there knows of a plan's predicates.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.checks.facts import Facts
from checker.checks.packs import Offer, Pack, read_pack
from checker.checks.plan_tables import PlanTables
from checker.checks.predicates import Column, Record, predicate
from checker.checks.rulebook import Rulebook, Settings, load_packs, load_rules
from checker.rules.run import Cost, Outcome, run
from checker.rules.typed import Rule

__all__ = [
    "Column",
    "Cost",
    "Facts",
    "Offer",
    "Outcome",
    "Pack",
    "Record",
    "Rule",
    "Rulebook",
    "Settings",
    "load_packs",
    "load_rules",
    "predicate",
    "read_pack",
    "run_rules",
]


def run_rules(rulebook: Rulebook, facts: Facts, chosen: Callable[[str, str], bool] | None = None) -> Outcome:
    """Run the rules of the book for which `chosen` (code, slug) says so; all of them without it."""
    rules = [rule for rule in rulebook.rules if chosen is None or chosen(rule.code, rule.slug)]
    facts.learn(rulebook.predicates, rulebook.parameter)
    return run(rules, PlanTables(facts, rulebook.schema), rulebook.budget(len(facts.graph.nodes)))
