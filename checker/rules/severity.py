"""How much a finding of a rule weighs, by the stage a plan has reached."""

from __future__ import annotations

from checker.finding import Severity
from checker.rules.typed import Rule


def severity_at(rule: Rule, stage: str | None) -> Severity | None:
    """The severity at a stage (a stored word, None where it is not known); None: the rule does not run then."""
    if rule.fixed is not None or stage is None:
        return rule.fixed or rule.severity
    return rule.by_stage.get(stage, rule.severity)
