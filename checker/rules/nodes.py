"""The tree of a rule file, values and conditions: what is written, each node with its place.

Offsets count characters of the rule file's text. Words are kept as written.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, repr=False)
class Word:
    """A word as written; a quoted one without its marks."""

    text: str
    start: int
    end: int


# ---- values


@dataclass(slots=True, repr=False)
class PathNode:
    """甲, 甲.规划.末年, 参数.阈值, or a bare word such as 工程."""

    parts: tuple[Word, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """The parts joined by a plain dot."""
        return ".".join(part.text for part in self.parts)


@dataclass(slots=True, repr=False)
class Literal:
    """A number, quantity, date or text; `sort` is that word."""

    sort: str
    text: str
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Arithmetic:
    """left sign right, the sign one of + - × ÷ 按 折成."""

    sign: str
    left: Expression
    right: Expression
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Reached:
    """甲 的 下级 (any number of steps), 甲 的 直接 下级 (one step), 甲 及其 下级 (甲 as well)."""

    base: Expression
    step: Word
    direct: bool
    with_base: bool
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Binding:
    """目标 甲: a variable and the kinds it ranges over."""

    kinds: tuple[Word, ...]
    variable: Word
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Binder:
    """目标 乙，使 甲 支撑 乙: a variable with the conditions on it."""

    binding: Binding
    conditions: tuple[Condition, ...]
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Aggregate:
    """个数（…）, 合计（乙.值；指标 乙，…）; `function` is count, sum, max, min or rounded."""

    function: str
    value: Expression | None
    binder: Binder | None
    start: int
    end: int


Expression = PathNode | Literal | Arithmetic | Reached | Aggregate


@dataclass(slots=True, repr=False)
class Values:
    """One value, or several joined by 、: any of them."""

    members: tuple[Expression, ...]
    start: int
    end: int


# ---- conditions


@dataclass(slots=True, repr=False)
class Either:
    """left 或 right."""

    left: Condition
    right: Condition
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Both:
    """left 且 right."""

    left: Condition
    right: Condition
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Negated:
    """非（…）."""

    inner: Condition
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Exists:
    """存在（…） or 不存在（…）."""

    negative: bool
    binder: Binder
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Comparison:
    """left sign values; the sign is one of = ≠ < ≤ > ≥."""

    left: Expression
    sign: str
    values: Values
    start: int
    end: int


@dataclass(slots=True, repr=False)
class KindTest:
    """甲 为 工程, 甲 非保障, 甲.属性 为 约束性."""

    left: Expression
    negative: bool
    values: Values
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Presence:
    """甲 有 基期值, 甲 无 评估方式."""

    left: Expression
    negative: bool
    word: Word
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Membership:
    """甲 在 乙 的 下级, 甲.类型 在（工程、项目）."""

    left: Expression
    values: Values
    start: int
    end: int


@dataclass(slots=True, repr=False)
class TextTest:
    """甲.名称 结尾为 “占比”; `test` is contains, lacks, starts, ends or like."""

    left: Expression
    test: str
    values: Values
    start: int
    end: int


@dataclass(slots=True, repr=False)
class UnitTest:
    """甲.单位 同类 乙.单位."""

    left: Expression
    negative: bool
    right: Expression
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Meeting:
    """甲.价格 对得上 乙.价格: the same, as far as both are known."""

    left: Expression
    right: Expression
    start: int
    end: int


@dataclass(slots=True, repr=False)
class Tie:
    """甲 支撑 乙."""

    left: Expression
    relation: Word
    right: Expression
    start: int
    end: int


Condition = (
    Either
    | Both
    | Negated
    | Exists
    | Comparison
    | KindTest
    | Presence
    | Membership
    | TextTest
    | UnitTest
    | Meeting
    | Tie
)
