"""The tree of a rule file: what is written, each part with its place; what it means is `resolve`'s business.

Offsets count characters of the rule file's text. Words are kept as written.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.source import SourceText
from checker.syntax import SyntaxProblem


@dataclass(slots=True)
class Word:
    """A word as written; a quoted one without its marks."""

    text: str
    start: int
    end: int


# ---- values


@dataclass(slots=True)
class PathNode:
    """甲, 甲.规划.末年, 参数.阈值, or a bare word such as 工程."""

    parts: tuple[Word, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """The parts joined by a plain dot."""
        return ".".join(part.text for part in self.parts)


@dataclass(slots=True)
class Literal:
    """A number, quantity, date or text; `sort` is that word."""

    sort: str
    text: str
    start: int
    end: int


@dataclass(slots=True)
class Arithmetic:
    """left sign right, the sign one of + - × ÷."""

    sign: str
    left: Expression
    right: Expression
    start: int
    end: int


@dataclass(slots=True)
class Reached:
    """甲 的 下级 (any number of steps), 甲 的 直接 下级 (one step), 甲 及其 下级 (甲 as well)."""

    base: Expression
    step: Word
    direct: bool
    with_base: bool
    start: int
    end: int


@dataclass(slots=True)
class Binding:
    """目标 甲: a variable and the kinds it ranges over."""

    kinds: tuple[Word, ...]
    variable: Word
    start: int
    end: int


@dataclass(slots=True)
class Binder:
    """目标 乙，使 甲 支撑 乙: a variable with the conditions on it."""

    binding: Binding
    conditions: tuple[Condition, ...]
    start: int
    end: int


@dataclass(slots=True)
class Aggregate:
    """个数（…）, 合计（乙.值；指标 乙，…）; `function` is count, sum, max or min."""

    function: str
    value: Expression | None
    binder: Binder | None
    start: int
    end: int


Expression = PathNode | Literal | Arithmetic | Reached | Aggregate


@dataclass(slots=True)
class Values:
    """One value, or several joined by 、: any of them."""

    members: tuple[Expression, ...]
    start: int
    end: int


# ---- conditions


@dataclass(slots=True)
class Either:
    """left 或 right."""

    left: Condition
    right: Condition
    start: int
    end: int


@dataclass(slots=True)
class Both:
    """left 且 right."""

    left: Condition
    right: Condition
    start: int
    end: int


@dataclass(slots=True)
class Negated:
    """非（…）."""

    inner: Condition
    start: int
    end: int


@dataclass(slots=True)
class Exists:
    """存在（…） or 不存在（…）."""

    negative: bool
    binder: Binder
    start: int
    end: int


@dataclass(slots=True)
class Comparison:
    """left sign values; the sign is one of = ≠ < ≤ > ≥."""

    left: Expression
    sign: str
    values: Values
    start: int
    end: int


@dataclass(slots=True)
class KindTest:
    """甲 为 工程, 甲 非保障, 甲.属性 为 约束性."""

    left: Expression
    negative: bool
    values: Values
    start: int
    end: int


@dataclass(slots=True)
class Presence:
    """甲 有 基期值, 甲 无 评估方式."""

    left: Expression
    negative: bool
    word: Word
    start: int
    end: int


@dataclass(slots=True)
class Membership:
    """甲 在 乙 的 下级, 甲.类型 在（工程、项目）."""

    left: Expression
    values: Values
    start: int
    end: int


@dataclass(slots=True)
class TextTest:
    """甲.名称 结尾为 “占比”; `test` is contains, lacks, starts, ends or like."""

    left: Expression
    test: str
    values: Values
    start: int
    end: int


@dataclass(slots=True)
class UnitTest:
    """甲.单位 同类 乙.单位."""

    left: Expression
    negative: bool
    right: Expression
    start: int
    end: int


@dataclass(slots=True)
class Tie:
    """甲 支撑 乙."""

    left: Expression
    relation: Word
    right: Expression
    start: int
    end: int


Condition = Either | Both | Negated | Exists | Comparison | KindTest | Presence | Membership | TextTest | UnitTest | Tie


# ---- parts


@dataclass(slots=True)
class Sentence:
    """“中文” “English”; either may hold {placeholders}."""

    zh: Word
    en: Word | None
    start: int
    end: int


@dataclass(slots=True)
class PlanTime:
    """成稿 不早于 2026-03-12: a time of the plan compared."""

    attribute: Word
    sign: str
    value: Expression
    start: int
    end: int


Scope = tuple[PlanTime | Condition, ...]


@dataclass(slots=True)
class SeverityPart:
    """级别：警告；送审稿起为错误; each step is (stage, severity)."""

    severity: Word
    steps: tuple[tuple[Word, Word], ...]
    start: int
    end: int


@dataclass(slots=True)
class BasisPart:
    """依据：编制惯例（无文号）, or a document; `quoted` tells a document from a bare word."""

    cited: Word
    quoted: bool
    english: Word | None
    scope: Scope
    start: int
    end: int


@dataclass(slots=True)
class ScopePart:
    """适用：…: conditions on the plan."""

    scope: Scope
    start: int
    end: int


@dataclass(slots=True)
class ScopeListPart:
    """适用层级、适用文种、适用阶段; `attribute` is level, document_kind or stage."""

    attribute: str
    words: tuple[Word, ...]
    start: int
    end: int


@dataclass(slots=True)
class ParameterPart:
    """参数：阈值 = 20% “允许的差”."""

    name: Word
    values: Values
    sentence: Sentence | None
    start: int
    end: int


@dataclass(slots=True)
class AboutPart:
    """说明 (`limits` False) or 不查 (True)."""

    limits: bool
    sentence: Sentence
    start: int
    end: int


@dataclass(slots=True)
class LetItem:
    """设 数 = 个数（…）."""

    name: Word
    value: Expression
    start: int
    end: int


@dataclass(slots=True)
class ForallPart:
    """凡 举措 甲，甲 非保障; items are further bindings, definitions and conditions."""

    items: tuple[Binding | LetItem | Condition, ...]
    start: int
    end: int


@dataclass(slots=True)
class DemandPart:
    """应有, 不得有, 至多 N, 至少 N, 恰好 N.

    `quantifier` is some, none, at_most, at_least or exactly; `bound` is None for the first two.
    """

    quantifier: str
    bound: Expression | None
    binder: Binder
    start: int
    end: int


@dataclass(slots=True)
class ShouldPart:
    """应 甲.总量 = …."""

    conditions: tuple[Condition, ...]
    start: int
    end: int


@dataclass(slots=True)
class SaidPart:
    """否则, 未查 or 建议 with a sentence, or with a path to one; `role` is finding, notice or advice."""

    role: str
    said: Sentence | PathNode
    start: int
    end: int


@dataclass(slots=True)
class SpotPart:
    """指向 (`related` False) or 另见: a path, or a tie between two; 另见 with a sentence."""

    related: bool
    path: PathNode
    relation: Word | None
    other: PathNode | None
    sentence: Sentence | None
    start: int
    end: int


@dataclass(slots=True)
class MergedPart:
    """合并于：甲.规划: one finding for all bindings alike in these."""

    paths: tuple[PathNode, ...]
    start: int
    end: int


@dataclass(slots=True)
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
    | ParameterPart
    | AboutPart
    | ForallPart
    | DemandPart
    | ShouldPart
    | SaidPart
    | SpotPart
    | MergedPart
    | ExampleNode
)


@dataclass(slots=True)
class RuleNode:
    """One rule as written."""

    code: Word
    name: Word
    slug: Word
    parts: tuple[Part, ...]
    start: int
    end: int


@dataclass(slots=True)
class RuleFile:
    """All that one rule file says: its rules in order and its syntax problems."""

    source: SourceText
    rules: list[RuleNode]
    problems: list[SyntaxProblem]
