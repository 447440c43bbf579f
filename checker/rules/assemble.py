"""Which parts of a rule belong together: the head, the cases, the examples.

A case begins at a 凡 that follows something else than a 凡, and takes in all up to the next one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.messages import RULE_PART_BEFORE, RULE_PART_TWICE
from checker.rules import nodes as n
from checker.rules.scope import DUPLICATE, SYNTAX, Faults


@dataclass(slots=True)
class CaseParts:
    """The parts of one case."""

    foralls: list[n.ForallPart] = field(default_factory=list)
    demand: n.DemandPart | n.ShouldPart | None = None
    said: n.SaidPart | None = None
    advice: n.SaidPart | None = None
    spot: n.SpotPart | None = None
    related: list[n.SpotPart] = field(default_factory=list)
    merged: n.MergedPart | None = None

    def only_foralls(self) -> bool:
        """Whether nothing but 凡 has been seen."""
        return not (self.demand or self.said or self.advice or self.spot or self.related or self.merged)


@dataclass(slots=True)
class Assembled:
    """A rule's parts by what they are for."""

    severity: n.SeverityPart | None = None
    bases: list[n.BasisPart] = field(default_factory=list)
    scopes: list[n.ScopePart | n.ScopeListPart] = field(default_factory=list)
    parameters: list[n.ParameterPart] = field(default_factory=list)
    about: list[n.AboutPart] = field(default_factory=list)
    cases: list[CaseParts] = field(default_factory=list)
    examples: list[n.ExampleNode] = field(default_factory=list)


def assemble(node: n.RuleNode, faults: Faults) -> Assembled:
    """Sort the parts; one that stands before any 凡, or twice where it may stand once, is a fault."""
    parts = Assembled()
    for part in node.parts:
        match part:
            case n.SeverityPart():
                if parts.severity is not None:
                    _twice("级别", "severity", part, faults)
                parts.severity = part
            case n.BasisPart():
                parts.bases.append(part)
            case n.ScopePart() | n.ScopeListPart():
                parts.scopes.append(part)
            case n.ParameterPart():
                parts.parameters.append(part)
            case n.AboutPart():
                parts.about.append(part)
            case n.ExampleNode():
                parts.examples.append(part)
            case n.ForallPart():
                if not parts.cases or not parts.cases[-1].only_foralls():
                    parts.cases.append(CaseParts())
                parts.cases[-1].foralls.append(part)
            case _:
                _add_to_case(parts, part, faults)
    return parts


_SAID = {"finding": ("否则", "otherwise"), "notice": ("未查", "unchecked"), "advice": ("建议", "advice")}


def _add_to_case(
    parts: Assembled,
    part: n.DemandPart | n.ShouldPart | n.SaidPart | n.SpotPart | n.MergedPart,
    faults: Faults,
) -> None:
    word, word_en = _word(part)
    if not parts.cases:
        faults.add(SYNTAX, RULE_PART_BEFORE(part=word, part_en=word_en), part)
        return
    case = parts.cases[-1]
    before: n.Part | None = None
    match part:
        case n.DemandPart() | n.ShouldPart():
            before, case.demand = case.demand, part
        case n.SaidPart(role="advice"):
            before, case.advice = case.advice, part
        case n.SaidPart():
            before, case.said = case.said, part
        case n.SpotPart(related=True):
            case.related.append(part)
        case n.SpotPart():
            before, case.spot = case.spot, part
        case n.MergedPart():
            before, case.merged = case.merged, part
    if before is not None:
        _twice(word, word_en, part, faults)


def _word(part: n.DemandPart | n.ShouldPart | n.SaidPart | n.SpotPart | n.MergedPart) -> tuple[str, str]:
    match part:
        case n.SaidPart():
            return _SAID[part.role]
        case n.SpotPart():
            return ("另见", "see") if part.related else ("指向", "at")
        case n.MergedPart():
            return "合并于", "merged_by"
        case _:
            return "应", "must"


def _twice(word: str, word_en: str, part: n.Part, faults: Faults) -> None:
    faults.add(DUPLICATE, RULE_PART_TWICE(part=word, part_en=word_en), part)
