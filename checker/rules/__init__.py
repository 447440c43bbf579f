"""The rule language: rules are data, read, checked before they run, and compiled to joins over indexes.

In: packs of `*.rule` files and `Settings`; linked plans with their graph as `Facts`.
Out: a `Rulebook` (`load_packs`), whose `problems` are the faults of rule files at their places; an `Outcome`
(`run_rules`): findings, notices of what was not checked, and what each rule cost.

On the way: `read` parses (`grammar/rule.lark`), `resolve` looks every word up in the `Vocabulary` and gives
every expression a type, `evaluate` and `search` carry out what is left, `tell` makes findings of rows.
Words: a rule has *cases* (凡 …); a *row* fills the variables of a case; what a rule *demands* (应有 …) is asked
of each row; *certain* and *possible* part company where something is not known; a *predicate* is a source of
records written in Python.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.rules.facts import Facts
from checker.rules.packs import Offer, Pack, read_pack
from checker.rules.predicates import Column, Record, predicate
from checker.rules.rulebook import Rulebook, Settings, load_packs, load_rules
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
    facts.learn(rulebook.predicates)
    return run(rules, facts, rulebook.row_budget)
