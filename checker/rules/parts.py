"""The tree of a rule file, its parts: 级别, 凡, 应有, 否则, 正例 and so on, and the rule they make up.

What they mean together is the business of `assemble` and `resolve`.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.rules.nodes import Binder, Binding, Condition, Expression, PathNode, Values, Word
from checker.source import SourceText
from checker.syntax import SyntaxProblem


@dataclass(slots=True, eq=False, repr=False)
class Sentence:
    """“中文” “English”; either may hold {placeholders}."""

    zh: Word
    en: Word | None
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class PlanTime:
    """成稿 不早于 2026-03-12: a time of the plan compared."""

    attribute: Word
    sign: str
    value: Expression
    start: int
    end: int


Scope = tuple[PlanTime | Condition, ...]


@dataclass(slots=True, eq=False, repr=False)
class SeverityPart:
    """级别：警告；送审稿起为错误; each step is (stage, severity)."""

    severity: Word
    steps: tuple[tuple[Word, Word], ...]
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class BasisPart:
    """依据：编制惯例（无文号）, or a document; `quoted` tells a document from a bare word."""

    cited: Word
    quoted: bool
    english: Word | None
    scope: Scope
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class ScopePart:
    """适用：…: conditions on the plan."""

    scope: Scope
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class ScopeListPart:
    """适用层级、适用文种、适用阶段; `attribute` is level, document_kind or stage."""

    attribute: str
    words: tuple[Word, ...]
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class NeedsPart:
    """需要：文本、上位规划: what has to be at hand for the rule to look at."""

    words: tuple[Word, ...]
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class ShownPart:
    """归入：冲突: the page of the report that shows its findings."""

    word: Word
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class DefinitionPart:
    """定义：数值 甲 为 年度目标，…, or of two: 定义：数值 甲 劣于 数值 乙，…."""

    word: Word
    bindings: tuple[Binding, ...]
    conditions: tuple[Condition, ...]
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class ParameterPart:
    """参数：阈值 = 20% “允许的差”."""

    name: Word
    values: Values
    sentence: Sentence | None
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class AboutPart:
    """说明 (`limits` False) or 不查 (True)."""

    limits: bool
    sentence: Sentence
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class LetItem:
    """设 数 = 个数（…）."""

    name: Word
    value: Expression
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class ForallPart:
    """凡 举措 甲，甲 非保障; items are further bindings, definitions and conditions."""

    items: tuple[Binding | LetItem | Condition, ...]
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class DemandPart:
    """应有, 不得有, 至多 N, 至少 N, 恰好 N.

    `quantifier` is some, none, at_most, at_least or exactly; `bound` is None for the first two.
    """

    quantifier: str
    bound: Expression | None
    binder: Binder
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class ShouldPart:
    """应 甲.总量 = …."""

    conditions: tuple[Condition, ...]
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class SentencePart:
    """否则, 未查, 未列 or 建议 with a sentence, or with a path to one; `role` is finding, notice, open or advice."""

    role: str
    said: Sentence | PathNode
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class SpotPart:
    """指向 (`related` False) or 另见: a path, or a tie between two; 另见 with a sentence."""

    related: bool
    path: PathNode
    relation: Word | None
    other: PathNode | None
    sentence: Sentence | None
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class MergedPart:
    """合并于：甲.规划: one finding for all bindings alike in these."""

    paths: tuple[PathNode, ...]
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class ExampleNode:
    """正例 (`good`) or 反例; `text` is the plan text with its braces and marks."""

    good: bool
    name: Word
    text: Word
    start: int
    end: int


Part = (
    SeverityPart
    | BasisPart
    | ScopePart
    | ScopeListPart
    | NeedsPart
    | ShownPart
    | DefinitionPart
    | ParameterPart
    | AboutPart
    | ForallPart
    | DemandPart
    | ShouldPart
    | SentencePart
    | SpotPart
    | MergedPart
    | ExampleNode
)


@dataclass(slots=True, eq=False, repr=False)
class RuleNode:
    """One rule as written."""

    code: Word
    name: Word
    slug: Word
    parts: tuple[Part, ...]
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class RuleFile:
    """All that one rule file says: its definitions and rules in order, and its syntax problems."""

    source: SourceText
    definitions: list[DefinitionPart]
    rules: list[RuleNode]
    problems: list[SyntaxProblem]
