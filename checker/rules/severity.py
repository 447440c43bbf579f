"""How much a finding of a rule weighs, by the stage a plan has reached."""

from __future__ import annotations

from checker.finding import Severity
from checker.model.schema import STAGES
from checker.rules.typed import Rule
from checker.rules.types import rank


def severity_at(rule: Rule, stage: str | None) -> Severity | None:
    """The severity at a stage (a stored word, None where it is not known); None: the rule does not run then."""
    if rule.fixed is not None:
        return rule.fixed
    severity = rule.severity
    reached = rank(STAGES, stage) if stage is not None else None
    for step, higher in rule.steps:
        from_here = rank(STAGES, step)
        if reached is not None and from_here is not None and reached >= from_here:
            severity = higher
    return severity
