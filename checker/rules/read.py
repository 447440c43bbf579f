"""Rule text → `RuleFile`: cut at the lines that begin a rule, each rule parsed by itself.

A slip costs the part it stands in: reading goes on at the next part of the rule, so that a rule owner
sees all slips at once. A rule with a slip is reported and left out; the others of the file stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.rules.actions import RuleActions
from checker.rules.parts import DefinitionPart, ExampleNode, RuleFile, RuleNode
from checker.rules.typed import Rule
from checker.source import SourceText
from checker.syntax import END, Describer, Lexeme, Parser, Run, SyntaxProblem

_RULE_LINE = re.compile(r"(?:^|(?<=[\r\n]))[ \t\u3000\ufeff]*(?:规则|rule)(?!\w)(?![ \t\u3000]*[:：])", re.IGNORECASE)


def parse_rules(source: SourceText) -> RuleFile:
    """Read a rule file whole; what cannot be read is a problem in the result, never an exception."""
    parser = Parser.load("rule")
    recovery = _PartRecovery(parser)
    run = Run(parser, source.text, parser.steps(RuleActions()), recovery, None)
    found: list[DefinitionPart | RuleNode] = []
    for start, end in _stretches(source.text):
        known = len(recovery.problems)
        read = run.run(start, end)
        if read and len(recovery.problems) == known:
            found += read
    definitions = [one for one in found if isinstance(one, DefinitionPart)]
    rules = [one for one in found if isinstance(one, RuleNode)]
    return RuleFile(source, definitions, rules, recovery.problems)


@cache
def examples_of(rule: Rule) -> tuple[ExampleNode, ...]:
    """The examples of a rule, in the order of its file."""
    node = next(node for node in parse_rules(rule.source).rules if node.code.start == rule.span.start)
    return tuple(part for part in node.parts if isinstance(part, ExampleNode))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _RULE_LINE.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.start()
    yield start, len(text)


class _PartRecovery:
    """Notes each misfit and goes on at the next part of the rule."""

    def __init__(self, parser: Parser) -> None:
        self.problems: list[SyntaxProblem] = []
        self._describe = Describer(parser)
        self._last = -1

    def __call__(self, run: Run, found: Lexeme, expected: dict[str, int]) -> bool:
        """True to go on at the next part; False where there is none."""
        if found.start > self._last:
            self.problems.append(self._describe(run, found, expected))
        if found.kind == END or not run.pop_to(_takes_parts):
            return False
        row = run.parser.tables.actions[run.states[-1]]
        stops = {kind for kind, action in row.items() if action >= 0}
        mask = frozenset(stops | {"STRING", "PLAN_TEXT"})
        run.position = max(run.position, found.start)
        if run.lexeme_by(mask).start == found.start == self._last:
            run.position = found.end
        self._last = found.start
        while True:
            lexeme = run.lexeme_by(mask)
            if lexeme.kind == END:
                return False
            if lexeme.kind in stops:
                return True
            run.position = lexeme.end


def _takes_parts(row: dict[str, int]) -> bool:
    return row.get("FORALL", -1) >= 0 and row.get("SEVERITY_FIELD", -1) >= 0
