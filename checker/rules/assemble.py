"""Which parts of a rule belong together: the head, the cases, the examples.

A case begins at a 凡 that follows something else than a 凡, and takes in all up to the next one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.messages.rules import RULE_PART_BEFORE, RULE_PART_TWICE
from checker.rules import parts as p
from checker.rules.scope import DUPLICATE, SYNTAX, Faults


@dataclass(slots=True, eq=False, repr=False)
class CaseParts:
    """The parts of one case."""

    foralls: list[p.ForallPart] = field(default_factory=list)
    demand: p.DemandPart | p.ShouldPart | None = None
    said: p.SentencePart | None = None
    advice: p.SentencePart | None = None
    spot: p.SpotPart | None = None
    related: list[p.SpotPart] = field(default_factory=list)
    merged: p.MergedPart | None = None

    def only_foralls(self) -> bool:
        """Whether nothing but 凡 has been seen."""
        return not (self.demand or self.said or self.advice or self.spot or self.related or self.merged)


@dataclass(slots=True, eq=False, repr=False)
class Assembled:
    """A rule's parts by what they are for."""

    severity: p.SeverityPart | None = None
    bases: list[p.BasisPart] = field(default_factory=list)
    scopes: list[p.ScopePart | p.ScopeListPart] = field(default_factory=list)
    needs: list[p.NeedsPart] = field(default_factory=list)
    shown: p.ShownPart | None = None
    definitions: list[p.DefinitionPart] = field(default_factory=list)
    parameters: list[p.ParameterPart] = field(default_factory=list)
    about: list[p.AboutPart] = field(default_factory=list)
    cases: list[CaseParts] = field(default_factory=list)
    examples: list[p.ExampleNode] = field(default_factory=list)


def assemble(node: p.RuleNode, faults: Faults) -> Assembled:
    """Sort the parts; one that stands before any 凡, or twice where it may stand once, is a fault."""
    parts = Assembled()
    for part in node.parts:
        if isinstance(part, p.ForallPart):
            if not parts.cases or not parts.cases[-1].only_foralls():
                parts.cases.append(CaseParts())
            parts.cases[-1].foralls.append(part)
        elif not _add_to_head(parts, part, faults):
            _add_to_case(parts, part, faults)
    return parts


def _add_to_head(parts: Assembled, part: p.Part, faults: Faults) -> bool:
    """Put what is no part of a case in its place; whether it was such a part."""
    match part:
        case p.SeverityPart():
            if parts.severity is not None:
                _twice("级别", "severity", part, faults)
            parts.severity = part
        case p.ShownPart():
            if parts.shown is not None:
                _twice("归入", "shown_under", part, faults)
            parts.shown = part
        case p.BasisPart():
            parts.bases.append(part)
        case p.ScopePart() | p.ScopeListPart():
            parts.scopes.append(part)
        case p.NeedsPart():
            parts.needs.append(part)
        case p.DefinitionPart():
            parts.definitions.append(part)
        case p.ParameterPart():
            parts.parameters.append(part)
        case p.AboutPart():
            parts.about.append(part)
        case p.ExampleNode():
            parts.examples.append(part)
        case _:
            return False
    return True


_SAID = {
    "finding": ("否则", "otherwise"),
    "notice": ("未查", "unchecked"),
    "open": ("未列", "left_open"),
    "advice": ("建议", "advice"),
}


def _add_to_case(
    parts: Assembled,
    part: p.Part,
    faults: Faults,
) -> None:
    word, word_en = _word(part)
    if not parts.cases:
        faults.add(SYNTAX, RULE_PART_BEFORE(part=word, part_en=word_en), part)
        return
    case = parts.cases[-1]
    before: p.Part | None = None
    match part:
        case p.DemandPart() | p.ShouldPart():
            before, case.demand = case.demand, part
        case p.SentencePart(role="advice"):
            before, case.advice = case.advice, part
        case p.SentencePart():
            before, case.said = case.said, part
        case p.SpotPart(related=True):
            case.related.append(part)
        case p.SpotPart():
            before, case.spot = case.spot, part
        case p.MergedPart():
            before, case.merged = case.merged, part
    if before is not None:
        _twice(word, word_en, part, faults)


def _word(part: p.Part) -> tuple[str, str]:
    match part:
        case p.SentencePart():
            return _SAID[part.role]
        case p.SpotPart():
            return ("另见", "see") if part.related else ("指向", "at")
        case p.MergedPart():
            return "合并于", "merged_by"
        case _:
            return "应", "must"


def _twice(word: str, word_en: str, part: p.Part, faults: Faults) -> None:
    faults.add(DUPLICATE, RULE_PART_TWICE(part=word, part_en=word_en), part)
