"""The static check of a rule as a whole: tree → `Rule`, or faults with their places.

A rule with a fault does not run. All faults of a rule are found at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from checker.finding import Severity
from checker.messages import Message, Template
from checker.messages.choices import Choice
from checker.messages.rules import (
    RULE_BASIS_PRACTICE,
    RULE_BASIS_UNKNOWN,
    RULE_CODE_FORM,
    RULE_EXAMPLE_MARKED,
    RULE_EXAMPLE_MARKS,
    RULE_PARAMETER_LITERAL,
    RULE_PARAMETER_MIXED,
    RULE_PARAMETER_TWICE,
    RULE_PART_MISSING,
    RULE_SEVERITY_UNKNOWN,
    RULE_SLUG_FORM,
    RULE_STAGE_TWICE,
    RULE_WORD_UNKNOWN,
)
from checker.rules import nodes as n
from checker.rules import parts as p
from checker.rules.assemble import Assembled, CaseParts, assemble
from checker.rules.definitions import resolve_definitions
from checker.rules.needs import NEEDS, PAGES
from checker.rules.resolve_case import resolve_case
from checker.rules.resolve_compared import compare
from checker.rules.resolve_conditions import resolve_condition
from checker.rules.resolve_sentences import plain_message
from checker.rules.resolve_values import resolve_value
from checker.rules.schema import Attribute, Schema
from checker.rules.scope import DUPLICATE, SYNTAX, UNKNOWN, WRONG_KIND, Definitions, Faults, Names, advice
from checker.rules.typed import (
    AllOf,
    Basis,
    Body,
    Case,
    Constant,
    Get,
    IsWord,
    Parameter,
    Rule,
    Test,
    Variable,
    literal,
)
from checker.rules.types import Type, choice_of, element
from checker.source import SourceText, Span, near_words

_CODE = re.compile(r"[A-Z]{2,8}[0-9]{2,4}")
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_OFF = ("不查", "off")
_PRACTICE = ("编制惯例", "practice")


#: The severity before the first step, the steps (stage, severity), and the severity at each stage behind one.
_Severities = tuple[Severity | None, tuple[tuple[str, Severity | None], ...], dict[str, Severity | None]]


@dataclass(slots=True, eq=False, repr=False)
class Resolver:
    """Checks the rules of one file after another with one schema."""

    schema: Schema
    faults: Faults = field(default_factory=Faults)
    definitions: Definitions = field(default_factory=dict)

    def resolve(
        self, node: p.RuleNode, source: SourceText, values: Mapping[str, Constant] | None = None
    ) -> Rule | None:
        """The checked rule, its parameters set to `values` where given; None where faults were noted."""
        known = len(self.faults.found)
        self._check_head(node)
        parts = assemble(node, self.faults)
        parameters = self._parameters(parts.parameters, values or {})
        constants = {name: parameter.value for name, parameter in parameters.items()}
        outside = self.definitions
        self.definitions = resolve_definitions(parts.definitions, self.schema, self.faults, constants, outside)
        severity, steps, by_stage = self._severity(node, parts.severity)
        scope = AllOf(tuple(self._scope_tests(parts, constants)))
        bases = tuple(self._bases(parts.bases, constants))
        cases = self._cases(node, parts.cases, constants)
        self._check_examples(node, parts.examples)
        needs = frozenset(self._needs(parts.needs))
        page = self._choice(parts.shown.word, PAGES) if parts.shown is not None else None
        self.definitions = outside
        about, limits = (self._about(parts.about, limits) for limits in (False, True))
        if len(self.faults.found) > known:
            return None
        body = Body(source, Span(source, node.code.start, node.name.end), bases, scope, cases, limits, parameters)
        return Rule(
            node.code.text,
            node.slug.text,
            node.name.text,
            severity,
            steps,
            frozenset(kind for case in cases for kind in case.variables[0][2]),
            about,
            lambda: body,
            by_stage=by_stage,
            needs=needs,
            page=page or "",
        )

    def _names(self, constants: Mapping[str, Constant], implicit: Variable | None = None) -> Names:
        return Names(self.schema, self.faults, constants, implicit, self.definitions)

    @property
    def _whole(self) -> Variable:
        """The variable of 适用 and of the scope of a 依据: what a rule applies to, or not."""
        return Variable(0, self.schema.by_name[self.schema.whole].zh, element(self.schema.whole))

    def _of_whole(self, word: str) -> Attribute:
        """An attribute of the whole that the grammar has words of its own for."""
        attribute = self.schema.attribute((self.schema.whole,), word)
        assert attribute is not None, word
        return attribute

    # ---- head

    def _check_head(self, node: p.RuleNode) -> None:
        if not _CODE.fullmatch(node.code.text):
            self.faults.add(SYNTAX, RULE_CODE_FORM(code=node.code.text), node.code)
        if not _SLUG.fullmatch(node.slug.text):
            self.faults.add(SYNTAX, RULE_SLUG_FORM(slug=node.slug.text), node.slug)

    def _missing(self, node: p.RuleNode, part: str, part_en: str) -> None:
        self.faults.add(SYNTAX, RULE_PART_MISSING(code=node.code.text, part=part, part_en=part_en), node.code)

    def _severity(self, node: p.RuleNode, part: p.SeverityPart | None) -> _Severities:
        if part is None:
            self._missing(node, "级别", "severity")
            return None, (), {}
        stages = self._of_whole("stage").type.choices
        steps: dict[str, Severity | None] = {}
        for stage_word, severity_word in part.steps:
            stage = self._choice(stage_word, stages)
            if stage in steps:
                self.faults.add(DUPLICATE, RULE_STAGE_TWICE(stage=stage_word.text), stage_word)
            elif stage is not None:
                steps[stage] = self._severity_word(severity_word)
        ordered: list[tuple[str, Severity | None]] = []
        by_stage: dict[str, Severity | None] = {}
        for stage in (choice.en for choice in stages):
            if stage in steps:
                ordered.append((stage, steps[stage]))
            if ordered:
                by_stage[stage] = ordered[-1][1]
        return self._severity_word(part.severity), tuple(ordered), by_stage

    def _severity_word(self, word: n.Word) -> Severity | None:
        if word.text.lower() in _OFF:
            return None
        try:
            return Severity.parse(word.text)
        except ValueError:
            known = [severity.zh for severity in Severity] + list(_OFF)
            self.faults.add(UNKNOWN, RULE_SEVERITY_UNKNOWN(word=word.text), word, near_words(word.text, known))
            return None

    def _choice(self, word: n.Word, choices: tuple[Choice, ...]) -> str | None:
        found = choice_of(Type(element().sort, choices=choices), word.text)
        if found is None:
            allowed = [choice.zh[0] for choice in choices]
            message = RULE_WORD_UNKNOWN(word=word.text, allowed="、".join(allowed))
            self.faults.add(UNKNOWN, message, word, advice(word.text, allowed))
        return found

    def _needs(self, parts: Iterable[p.NeedsPart]) -> Iterable[str]:
        for word in (word for part in parts for word in part.words):
            need = self._choice(word, NEEDS)
            if need is not None:
                yield need

    # ---- 适用 and 依据

    def _scope_tests(self, parts: Assembled, constants: Mapping[str, Constant]) -> Iterable[Test]:
        for part in parts.scopes:
            if isinstance(part, p.ScopeListPart):
                attribute = self._of_whole(part.attribute)
                words = [self._choice(word, attribute.type.choices) for word in part.words]
                value = Get(self._whole, attribute, attribute.type)
                yield IsWord(value, frozenset(word for word in words if word is not None))
            else:
                yield from self._scope(part.scope, constants).parts

    def _scope(self, scope: p.Scope, constants: Mapping[str, Constant]) -> AllOf:
        names = self._names(constants, self._whole)
        tests: list[Test] = []
        for item in scope:
            test = self._plan_time(item, names) if isinstance(item, p.PlanTime) else resolve_condition(item, names)
            if test is not None:
                tests.append(test)
        return AllOf(tuple(tests))

    def _plan_time(self, item: p.PlanTime, names: Names) -> Test | None:
        values = n.Values((item.value,), item.value.start, item.value.end)
        path = n.PathNode((item.attribute,), item.attribute.start, item.attribute.end)
        if item.attribute.text not in ("成稿", "drafted"):
            return resolve_condition(n.Comparison(path, item.sign, values, item.start, item.end), names)
        drafted = self.schema.drafted
        left = Get(self._whole, drafted, drafted.type)
        right = resolve_value(item.value, names, left.type)
        return None if right is None else compare(left, item.sign, right, names, item.value)

    def _bases(self, parts: Iterable[p.BasisPart], constants: Mapping[str, Constant]) -> Iterable[Basis]:
        for part in parts:
            scope = self._scope(part.scope, constants)
            if part.quoted:
                english = part.english.text if part.english is not None else part.cited.text
                yield Basis(Template(literal(part.cited.text), literal(english)), scope)
            elif part.cited.text in _PRACTICE:
                yield Basis(RULE_BASIS_PRACTICE, scope)
            else:
                self.faults.add(UNKNOWN, RULE_BASIS_UNKNOWN(word=part.cited.text), part.cited)

    # ---- parameters

    def _parameters(self, parts: Iterable[p.ParameterPart], values: Mapping[str, Constant]) -> dict[str, Parameter]:
        found: dict[str, Parameter] = {}
        for part in parts:
            if part.name.text in found:
                self.faults.add(DUPLICATE, RULE_PARAMETER_TWICE(name=part.name.text), part.name)
            default = self._constant(part.values)
            if default is not None:
                meaning = plain_message(part.sentence, self._names({})) if part.sentence is not None else None
                value = values.get(part.name.text, default)
                found[part.name.text] = Parameter(part.name.text, default, value, meaning)
        return found

    def _constant(self, values: n.Values) -> Constant | None:
        constants: list[Constant] = []
        for member in values.members:
            if not isinstance(member, n.Literal):
                self.faults.add(WRONG_KIND, RULE_PARAMETER_LITERAL(), member)
                return None
            constant = resolve_value(member, self._names({}))
            if not isinstance(constant, Constant):
                return None
            constants.append(constant)
        first = constants[0].type
        if any(constant.type.sort is not first.sort for constant in constants):
            self.faults.add(WRONG_KIND, RULE_PARAMETER_MIXED(), values)
            return None
        if len(constants) == 1:
            return constants[0]
        return Constant(tuple(constant.value for constant in constants), Type(first.sort, True))

    # ---- cases, examples, what is told about the rule

    def _cases(
        self, node: p.RuleNode, parts: Iterable[CaseParts], constants: Mapping[str, Constant]
    ) -> tuple[Case, ...]:
        cases = [resolve_case(case, self._names(constants)) for case in parts]
        if not cases:
            self._missing(node, "凡", "for_each")
        return tuple(case for case in cases if case is not None)

    def _check_examples(self, node: p.RuleNode, examples: Iterable[p.ExampleNode]) -> None:
        kinds = {example.good for example in examples}
        if True not in kinds:
            self._missing(node, "正例", "good")
        if False not in kinds:
            self._missing(node, "反例", "bad")
        for example in examples:
            marks = example.text.text.count("〖"), example.text.text.count("〗")
            if example.good and marks != (0, 0):
                self.faults.add(SYNTAX, RULE_EXAMPLE_MARKED(), example.name)
            elif not example.good and marks != (1, 1):
                self.faults.add(SYNTAX, RULE_EXAMPLE_MARKS(), example.name)

    def _about(self, parts: Iterable[p.AboutPart], limits: bool) -> Message | None:
        sentences = [plain_message(part.sentence, self._names({})) for part in parts if part.limits is limits]
        told = [sentence for sentence in sentences if sentence is not None]
        if not told:
            return None
        return Template(
            literal("\n".join(one.text("zh") for one in told)), literal("\n".join(one.text("en") for one in told))
        )()
