"""The typed elements of a plan, each class with the fields that it declares (`declare.py`).

Elements compare by identity. What is written stays at hand: each keeps its declaration. References are resolved by
the workspace: until then `Reference.target` is None. `element.py` has what all of them share, `figure.py` the values of
indicators, `plan.py` the plan itself.
"""

from __future__ import annotations

from typing import Any, ClassVar

from msgspec import field

from checker.model import declare
from checker.model.element import Count, Document, Element, Phrase, Reference, ShareValue
from checker.model.figure import Figure, unit_kind
from checker.model.words import (
    ALIGNMENT_MODES,
    BASIS_TYPES,
    DIRECTIONS,
    GOAL_TYPES,
    HANDLING,
    LISTED,
    MEASURE_TYPES,
    NATURES,
    TIE_NOTES,
    UNIT_KINDS,
)
from checker.quantity import DateInterval, Unit
from checker.source import fold
from checker.syntax import Formula, Path

# What several kinds declare alike. A declaration becomes an attribute of the type that stands before it.
REASON: Any = declare.text("理由", "为什么这样")
CONTENT: Any = declare.text("内容", "写了什么")
CHAPTERS: Any = declare.references("章、所在章", "写在哪一章", "chapter", "section", "part", edge="located")
OWNERS: Any = declare.names("责任、责任单位", "责任单位", notes=("lead", "support", *TIE_NOTES))
DRAFTERS: Any = declare.names("执笔、执笔处室", "由谁执笔，改稿时找谁；与责任单位不是一回事")
IMPLEMENTS: Any = declare.references("贯彻", "落实的上位依据或其中一条要求", "basis", "demand", edge="implements")
ALIGNS: Any = declare.references(
    "承接",
    "承接的上位规划内容，括号里写方式",
    *("indicator", "goal", "measure", "category", "slogan"),
    notes=(*(mode.en for mode in ALIGNMENT_MODES), "reviewed", *TIE_NOTES),
    edge="aligns",
)
ANSWER_REQUIRED: Any = declare.flag("要求下级响应", "下级规划是否必须响应")
HINDERS: Any = declare.references("制约", "对哪个目标不利", "goal", "measure", edge="hinders")
CHAPTER_COUNT: Any = declare.count("章数", "有几章；不知道写‘未公开’")
SECTION_COUNT: Any = declare.count("节数", "有几节；不知道写‘未公开’")
IN_FORCE: Any = declare.time("实施自", "自何时起有效")
UNTIL: Any = declare.time("至", "到何时为止")


class Part(Element):
    """部分 or 篇; holds chapters."""

    kind: ClassVar[str] = "part"
    zh: ClassVar[str] = "部分"
    title: str = ""
    parent: Element | None = None
    chapter_count: Count | None = CHAPTER_COUNT
    section_count: Count | None = SECTION_COUNT
    drafters: list[Phrase] = DRAFTERS


class Chapter(Element):
    """章; holds sections."""

    kind: ClassVar[str] = "chapter"
    zh: ClassVar[str] = "章"
    title: str = ""
    parent: Element | None = None
    chapter_count: Count | None = CHAPTER_COUNT
    section_count: Count | None = SECTION_COUNT
    drafters: list[Phrase] = DRAFTERS


class Section(Element):
    """节."""

    kind: ClassVar[str] = "section"
    zh: ClassVar[str] = "节"
    title: str = ""
    parent: Element | None = None
    drafters: list[Phrase] = DRAFTERS


class Category(Element):
    """A category of indicators, from 指标类别."""

    kind: ClassVar[str] = "category"
    zh: ClassVar[str] = "类别"
    declared: ClassVar[bool] = False


class Owner(Element):
    """A responsible office, from the fields that name it; stands where it is first named."""

    kind: ClassVar[str] = "owner"
    zh: ClassVar[str] = "责任单位"
    declared: ClassVar[bool] = False


class Demand(Element):
    """One demand of an upper basis."""

    kind: ClassVar[str] = "demand"
    zh: ClassVar[str] = "要求"
    declared: ClassVar[bool] = False
    basis: Basis | None = None


class Indicator(Element):
    """指标; the figures of its years are fields that no list names."""

    kind: ClassVar[str] = "indicator"
    zh: ClassVar[str] = "指标"
    category: Reference | None = declare.reference("类别", "属于哪一类", "category")
    unit: Unit | None = declare.unit("单位", "单位", defining=True)
    unit_text: str = ""
    nature: str | None = declare.choice("属性", "预期性还是约束性；没有公开的写‘不明’", choices=NATURES)
    direction: str | None = declare.choice("方向", "越高越好、越低越好或区间", choices=DIRECTIONS, defining=True)
    price: str | None = declare.name("价格", "现价，或哪一年的价", defining=True)
    reckoning: str | None = declare.name("口径", "产值、增加值、营业收入……", defining=True)
    scope: str | None = declare.name("范围", "全区、规模以上……", defining=True)
    timing: str | None = declare.name("时点", "年末、当年、累计", defining=True)
    assessed_year: DateInterval | None = declare.time("考核年度", "位次按哪一年的考核")
    published_year: DateInterval | None = declare.time("公布年", "位次在哪一年公布")
    in_table: str | None = declare.flag("列入指标表", "是否列入主要指标表")
    aliases: list[Phrase] = declare.names("别名", "同一指标的别的叫法")
    first_counted: str | None = declare.flag("首次统计", "此前没有统计过")
    tolerance: Count | None = declare.count("容差", "‘左右’容许差多少")
    annual: ClassVar[list[Figure]] = declare.figures("年均、年均增长、年均增速", "年均增长")
    cumulative: ClassVar[list[Figure]] = declare.figures("累计、五年累计", "规划期累计")
    breakdown: list[ShareValue] = declare.shares("分解", "分到各处的数", notes=("complete", "partial", *TIE_NOTES))
    disjoint: list[Reference] = declare.references("互不重叠", "与哪些指标没有重叠，可以相加", "indicator")
    owners: list[Phrase] = OWNERS
    aligns: list[Reference] = ALIGNS
    broken_down_to: list[Phrase] = declare.names("分解至", "分解到哪些规划、地方或层级", notes=TIE_NOTES)
    answer_required: str | None = ANSWER_REQUIRED
    implements: list[Reference] = IMPLEMENTS
    chapters: list[Reference] = CHAPTERS
    reason: str | None = REASON
    figures: list[Figure] = declare.attribute("数值", "elements", "它的全部数值", "figure", default=[])

    @property
    @declare.worked_out("基期值", "elements", "规划期首年及以前的实际值", "figure")
    def baseline(self) -> list[Figure]:
        """Actual values at or before the plan's first year."""
        first = self.plan.first_year
        return [
            f
            for f in self.figures
            if f.tense == "actual"
            and f.basis == "point"
            and _told(f)
            and f.year is not None
            and (first is None or f.year <= first)
        ]

    @property
    @declare.worked_out("期末目标", "elements", "规划期末年的目标值", "figure")
    def final_target(self) -> list[Figure]:
        """Targets of the plan's last year (of any year where the plan gives no period)."""
        last = self.plan.last_year
        return [f for f in self._targets("point") if last is None or f.year == last]

    @property
    @declare.worked_out("年均目标", "elements", "年均目标", "figure")
    def annual_target(self) -> list[Figure]:
        """Targets a year on average."""
        return self._targets("annual")

    @property
    @declare.worked_out("累计目标", "elements", "五年累计目标", "figure")
    def cumulative_target(self) -> list[Figure]:
        """Targets over the whole period."""
        return self._targets("cumulative")

    def _targets(self, basis: str) -> list[Figure]:
        return [f for f in self.figures if f.basis == basis and f.tense != "actual" and _told(f)]

    @property
    @declare.worked_out("单位类", "choice", "单位是量、比率、差、序数还是计数", choices=UNIT_KINDS)
    def unit_kind(self) -> str | None:
        """amount, ratio, points, ordinal or count."""
        return unit_kind(self.unit)


class Goal(Element):
    """目标."""

    kind: ClassVar[str] = "goal"
    zh: ClassVar[str] = "目标"
    type: str | None = declare.choice("类型", "总目标或分目标", choices=GOAL_TYPES)
    parents: list[Reference] = declare.references("上级目标", "通向哪个目标", "goal", edge="parent")
    measured_by: list[Reference] = declare.references(
        "衡量指标", "由哪些指标或类别衡量", "indicator", "category", edge="measures", reverse=True
    )
    evaluation: str | None = declare.text("评估方式", "没有指标时怎样评估")
    depends_on: list[Reference] = declare.references("依赖", "以什么为前提", "goal", "measure", edge="depends")
    excludes: list[Reference] = declare.references("互斥", "与哪个目标不能并存", "goal", edge="excludes")
    content: str | None = CONTENT
    deadline: DateInterval | None = declare.time("期限", "到何时")
    hinders: list[Reference] = HINDERS
    aligns: list[Reference] = ALIGNS
    answer_required: str | None = ANSWER_REQUIRED
    implements: list[Reference] = IMPLEMENTS
    chapters: list[Reference] = CHAPTERS
    owners: list[Phrase] = OWNERS


class Measure(Element):
    """举措."""

    kind: ClassVar[str] = "measure"
    zh: ClassVar[str] = "举措"
    type: str | None = declare.choice("类型", "哪一种举措", choices=MEASURE_TYPES)
    supports: list[Reference] = declare.references("支撑", "服务于哪些目标或提法", "goal", "slogan")
    part_of: list[Reference] = declare.references("上级举措", "属于哪个举措", "measure", edge="part_of")
    purpose: list[Phrase] = declare.texts("旨在", "文中写的用意", notes=TIE_NOTES)
    deadline: DateInterval | None = declare.time("期限", "到何时完成")
    beyond_period: str | None = declare.flag("跨期", "是否延到规划期以后")
    depends_on: list[Reference] = declare.references("依赖", "要先有什么", "measure", "goal", edge="depends")
    claims: list[ShareValue] = declare.shares("占用", "要用多少资源", "resource")
    measured_by: list[Reference] = declare.references(
        "衡量指标", "由哪些指标衡量", "indicator", "category", edge="measures", reverse=True
    )
    content: str | None = CONTENT
    hinders: list[Reference] = HINDERS
    aligns: list[Reference] = ALIGNS
    implements: list[Reference] = IMPLEMENTS
    chapters: list[Reference] = CHAPTERS
    owners: list[Phrase] = OWNERS


class Slogan(Element):
    """提法."""

    kind: ClassVar[str] = "slogan"
    zh: ClassVar[str] = "提法"
    role: str | None = declare.name("角色", "文中的角色：抓手、引领、方向……")
    members: list[Reference] = declare.mixed(
        "包括",
        "包括哪些",
        *("goal", "measure", "indicator", "slogan", "category", "chapter"),
        edge="contains",
    )
    listed: str | None = declare.choice("成员", "成员列出了多少", choices=LISTED)
    supports: list[Reference] = declare.references("支撑", "服务于哪些目标", "goal", "slogan")
    content: str | None = CONTENT
    implements: list[Reference] = IMPLEMENTS
    chapters: list[Reference] = CHAPTERS


class Term(Element):
    """术语."""

    kind: ClassVar[str] = "term"
    zh: ClassVar[str] = "术语"
    variants: list[Phrase] = declare.texts("误写", "不该出现的写法")


class Basis(Element):
    """上位依据."""

    kind: ClassVar[str] = "basis"
    zh: ClassVar[str] = "上位依据"
    type: str | None = declare.choice("类型", "哪一种依据", choices=BASIS_TYPES)
    date: DateInterval | None = declare.time("日期", "何时")
    demands: list[Phrase] = declare.names("要求", "提了哪些要求", notes=TIE_NOTES)
    in_force_from: DateInterval | None = IN_FORCE
    until: DateInterval | None = UNTIL


class Coordination(Element):
    """衔接; `with_whom` names the other plan or framework."""

    kind: ClassVar[str] = "coordination"
    zh: ClassVar[str] = "衔接"
    with_whom: Reference | None = None
    scope: list[Phrase] = declare.names("范围", "衔接了哪些方面")
    result: str | None = declare.text("结果", "结果怎样")
    date: DateInterval | None = declare.time("日期", "何时")


class Relation(Element):
    """关系: a formula between indicators; `operands` are the references in it, in order."""

    kind: ClassVar[str] = "relation"
    zh: ClassVar[str] = "关系"
    formula: Formula | None = None
    operands: list[Reference] = field(default_factory=list)
    tolerance: Count | None = declare.count("容差", "等式容许差多少")
    reason: str | None = REASON

    @property
    def typed(self) -> str:
        """The formula as it is typed; the name is its one writing."""
        made = self.formula
        return "" if made is None else self.source.text[made.start : made.end].strip()


class Resource(Element):
    """资源: what measures may claim."""

    kind: ClassVar[str] = "resource"
    zh: ClassVar[str] = "资源"
    unit: Unit | None = declare.unit("单位", "单位")
    unit_text: str = ""
    total: Count | None = declare.count("总量", "一共有多少")


class Procedure(Element):
    """程序."""

    kind: ClassVar[str] = "procedure"
    zh: ClassVar[str] = "程序"
    when: DateInterval | None = declare.time("时间", "何时到何时")
    actors: list[Phrase] = declare.names("主体", "谁做的")
    round: Count | None = declare.count("轮次", "几轮")
    received: Count | None = declare.count("收到", "收到多少条")
    materials: list[Document] = declare.documents("材料", "留下的材料")
    result: str | None = declare.text("结果", "结果怎样")
    content: str | None = declare.text("内容", "做了什么")


class Comment(Element):
    """意见."""

    kind: ClassVar[str] = "comment"
    zh: ClassVar[str] = "意见"
    from_office: str | None = declare.name("来源单位", "谁提的")
    round: Count | None = declare.count("轮次", "第几轮")
    date: DateInterval | None = declare.time("日期", "何时")
    content: str | None = declare.text("内容", "意见内容")
    handling: str | None = declare.choice("处理", "怎样处理", choices=HANDLING)
    carried_out_in: list[Reference] = declare.references(
        "落实",
        "落实到哪里",
        *("chapter", "section", "part", "goal", "measure", "indicator", "slogan"),
    )
    reason: str | None = REASON


class Waiver(Element):
    """豁免: `name` is the code; `waived` is None for 全部; `fingerprint` narrows it to one finding."""

    kind: ClassVar[str] = "waiver"
    zh: ClassVar[str] = "豁免"
    waived: Reference | None = None
    fingerprint: str = ""
    reason: str | None = REASON
    approved_by: str | None = declare.name("批准", "谁批准的")
    date: DateInterval | None = declare.time("日期", "何时批准")
    until: DateInterval | None = UNTIL


class NotCarried(Element):
    """不承接: an upper item this plan does not carry, and why."""

    kind: ClassVar[str] = "not_carried"
    zh: ClassVar[str] = "不承接"
    what: Reference | None = None
    reason: str | None = REASON


def year_of(path: Path) -> int | None:
    """The year that a name in a formula ends with: 地区生产总值.2025年 → 2025."""
    last = fold(path.parts[-1].text).removesuffix("年")
    return int(last) if len(path.parts) > 1 and len(last) == 4 and last.isdecimal() and last.isascii() else None


def _told(figure: Figure) -> bool:
    return not figure.missing and (figure.quantity is not None or figure.in_words is not None)
