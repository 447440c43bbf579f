"""That a rule owner can read the rules: most say what they look for themselves, and none at length.

What texts say is found by reading them, so the text rules (PC7…) range over what Python finds; the others seldom do.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from checker.checks import Rule, Rulebook, load_packs
from checker.rules.parts import DefinitionPart, DemandPart, ForallPart, ShouldPart
from checker.rules.read import parse_rules

BOOK: Rulebook = load_packs([], Path())
RULES = [rule for rule in BOOK.rules if not rule.code.startswith("PC7")]
#: The parts of a rule that say what it looks for; the others say what is told of it, and on what basis.
_LOGIC = (DefinitionPart, ForallPart, DemandPart, ShouldPart)
_MOST_LINES = 40


def test_fewer_than_a_third_of_the_cases_range_over_what_python_finds() -> None:
    """Counted are the kinds of all variables of a 凡, whatever definition names them."""
    predicates = {one.name for one in BOOK.predicates}
    cases = [
        (rule.code, {kind for _, _, kinds in case.variables for kind in kinds}) for rule in RULES for case in rule.cases
    ]
    found = [code for code, kinds in cases if kinds & predicates]
    assert Fraction(len(found), len(cases)) < Fraction(1, 3), f"{len(found)} of {len(cases)}: {found}"


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.code)
def test_no_rule_says_what_it_looks_for_at_length(rule: Rule) -> None:
    (node,) = (one for one in parse_rules(rule.source).rules if one.code.start == rule.span.start)
    text = rule.source.text
    lines = {
        line
        for part in node.parts
        if isinstance(part, _LOGIC)
        for line in range(text.count("\n", 0, part.start), text.count("\n", 0, part.end) + 1)
    }
    assert len(lines) <= _MOST_LINES
