"""What a plan is made of: element kinds, their fields, what each field's value means.

The one table that the builder, the linker, the graph, the rule language and the reference pages read.
The grammar lists the same field words by the shape of their value; a test holds the two together.
"""

from __future__ import annotations

from functools import cache

from checker.messages.choices import FLAGS
from checker.model.spec import DerivedSpec, ElementSpec, FieldSpec, FieldType
from checker.model.words import (
    ABSENT_NOTES,
    BASES,
    BASIS_TYPES,
    DIRECTIONS,
    DOCUMENT_KINDS,
    GOAL_TYPES,
    HANDLING,
    LEVELS,
    LISTED,
    MEASURE_TYPES,
    NATURES,
    NOTES,
    STAGES,
    TENSES,
    UNIT_KINDS,
)

_TIE = ("inferred", "to_verify", "source")
_FIGURE_NOTES = (
    "tolerance",
    "current_price",
    "constant_price",
    "scope",
    "reckoning",
    "timing",
    "year_end",
    "in_year",
    "accumulated",
    "assessed_year",
    "published_year",
    "source",
    "official",
    "relayed",
    "inferred",
    "to_verify",
    "reason",
)
_SOURCE_NOTES = ("official", "relayed", "main", "note", "table", "appendix", "since")

_T = FieldType
QUOTES = FieldSpec("quotes", ("原文",), _T.TEXTS, "规划文本里的原话，一字不差", notes=("source", "to_verify"))
SOURCES = FieldSpec("sources", ("来源",), _T.DOCUMENTS, "出处：文件、等级（官方、转述）和日期", notes=_SOURCE_NOTES)
REMARK = FieldSpec("remark", ("说明",), _T.TEXT, "给读者的说明，不参与检查")
REASON = FieldSpec("reason", ("理由",), _T.TEXT, "为什么这样")
CHAPTER = FieldSpec(
    "chapters", ("章", "所在章"), _T.REFERENCES, "写在哪一章", ("chapter", "section", "part"), notes=_TIE
)
OWNERS = FieldSpec("owners", ("责任", "责任单位"), _T.NAMES, "责任单位", notes=("lead", "support", *_TIE))
DRAFTERS = FieldSpec("drafters", ("执笔", "执笔处室"), _T.NAMES, "由谁执笔，改稿时找谁；与责任单位不是一回事")
IMPLEMENTS = FieldSpec(
    "implements", ("贯彻",), _T.REFERENCES, "落实的上位依据或其中一条要求", ("basis", "demand"), notes=_TIE
)
ALIGNS = FieldSpec(
    "aligns",
    ("承接",),
    _T.REFERENCES,
    "承接的上位规划内容，括号里写方式",
    ("indicator", "goal", "measure", "category", "slogan"),
    notes=("at_least", "at_most", "same", "share", "reference", "reviewed", *_TIE),
)
BROKEN_DOWN_TO = FieldSpec("broken_down_to", ("分解至",), _T.NAMES, "分解到哪些规划、地方或层级", notes=_TIE)
ANSWER_REQUIRED = FieldSpec("answer_required", ("要求下级响应",), _T.FLAG, "下级规划是否必须响应", choices=FLAGS)
HINDERS = FieldSpec("hinders", ("制约",), _T.REFERENCES, "对哪个目标不利", ("goal", "measure"), notes=_TIE)
IN_FORCE = FieldSpec("in_force_from", ("实施自",), _T.TIME, "自何时起有效")
UNTIL = FieldSpec("until", ("至",), _T.TIME, "到何时为止")
COMMON = (QUOTES, SOURCES, REMARK)


def _field(attr: str, zh: str, type_: FieldType, meaning: str, *targets: str, **more: object) -> FieldSpec:
    return FieldSpec(attr, tuple(zh.split("、")), type_, meaning, targets, **more)  # type: ignore[arg-type]


_OUTLINE_FIELDS = (
    _field("chapter_count", "章数", _T.COUNT, "有几章；不知道写‘未公开’"),
    _field("section_count", "节数", _T.COUNT, "有几节；不知道写‘未公开’"),
    DRAFTERS,
    *COMMON,
)

ELEMENTS: tuple[ElementSpec, ...] = (
    ElementSpec(
        "plan",
        "规划",
        (
            _field("full_name", "全称", _T.TEXT, "正式全称，写在《》里"),
            _field("short_names", "简称", _T.NAMES, "文中的简称"),
            _field("document_kind", "文种", _T.CHOICE, "哪一种文件", choices=DOCUMENT_KINDS),
            _field("level", "层级", _T.CHOICE, "哪一级的规划", choices=LEVELS),
            _field("supervisor", "主管", _T.NAME, "上一级地方"),
            _field("stage", "阶段", _T.CHOICE, "送到了哪一步", choices=STAGES),
            _field(
                "upper_plans", "上位规划", _T.REFERENCES, "直接上位的规划在前", "plan", notes=(*ABSENT_NOTES, *_TIE)
            ),
            _field("texts", "文本", _T.DOCUMENTS, "规划文本的文件；没有随附的写‘未随附《…》’", notes=_SOURCE_NOTES),
            _field(
                "categories", "指标类别", _T.NAMES, "指标表分哪几类", notes=("listed", "complete", "partial", *_TIE)
            ),
            _field("drafted_by", "编制单位", _T.NAMES, "谁编的"),
            _field("classification", "密级", _T.NAME, "印在报告页脚"),
            _field("period", "规划期", _T.TIME, "起止年"),
            _field("horizon", "远景年", _T.TIME, "远景目标的年份"),
            _field("drafted", "成稿", _T.TIME, "哪时成稿；各规则以它为准"),
            IN_FORCE,
            UNTIL,
            IMPLEMENTS,
            _field("structure", "结构", _T.COUNTS, "几部分、几章、几节", notes=("listed", "partial", "complete")),
            _field(
                "indicator_count",
                "指标数",
                _T.COUNT,
                "总数，括号里写两类各几项、列出了多少",
                notes=("anticipated", "binding", "listed"),
            ),
            *COMMON,
        ),
        (
            DerivedSpec("first_year", ("首年",), "number", "规划期第一年"),
            DerivedSpec("last_year", ("末年",), "number", "规划期最后一年"),
            DerivedSpec("horizon_year", ("远景年份",), "number", "远景年"),
            DerivedSpec("total_indicators", ("指标总数",), "number", "声明的指标总数"),
            DerivedSpec("anticipated_indicators", ("预期性指标数",), "number", "声明的预期性指标数"),
            DerivedSpec("binding_indicators", ("约束性指标数",), "number", "声明的约束性指标数"),
            DerivedSpec("indicators_listed", ("指标列出",), "choice", "指标列出了多少", choices=LISTED),
            DerivedSpec("declared_parts", ("声明部分数",), "number", "结构里写的部分数"),
            DerivedSpec("declared_chapters", ("声明章数",), "number", "结构里写的章数"),
            DerivedSpec("declared_sections", ("声明节数",), "number", "结构里写的节数"),
        ),
    ),
    ElementSpec("part", "部分", _OUTLINE_FIELDS),
    ElementSpec("chapter", "章", _OUTLINE_FIELDS),
    ElementSpec("section", "节", (DRAFTERS, *COMMON)),
    ElementSpec("category", "类别", (), declared=False),
    ElementSpec(
        "indicator",
        "指标",
        (
            _field("category", "类别", _T.REFERENCE, "属于哪一类", "category", notes=_TIE),
            _field("unit", "单位", _T.UNIT, "单位"),
            _field("nature", "属性", _T.CHOICE, "预期性还是约束性；没有公开的写‘不明’", choices=NATURES),
            _field("direction", "方向", _T.CHOICE, "越高越好、越低越好或区间", choices=DIRECTIONS),
            _field("price", "价格", _T.NAME, "现价，或哪一年的价"),
            _field("reckoning", "口径", _T.NAME, "产值、增加值、营业收入……"),
            _field("scope", "范围", _T.NAME, "全区、规模以上……"),
            _field("timing", "时点", _T.NAME, "年末、当年、累计"),
            _field("assessed_year", "考核年度", _T.TIME, "位次按哪一年的考核"),
            _field("published_year", "公布年", _T.TIME, "位次在哪一年公布"),
            _field("in_table", "列入指标表", _T.FLAG, "是否列入主要指标表", choices=FLAGS),
            _field("aliases", "别名", _T.NAMES, "同一指标的别的叫法"),
            _field("first_counted", "首次统计", _T.FLAG, "此前没有统计过", choices=FLAGS),
            _field("tolerance", "容差", _T.COUNT, "‘左右’容许差多少"),
            _field("annual", "年均、年均增长、年均增速", _T.FIGURES, "年均增长", notes=_FIGURE_NOTES),
            _field("cumulative", "累计、五年累计", _T.FIGURES, "规划期累计", notes=_FIGURE_NOTES),
            _field("breakdown", "分解", _T.SHARES, "分到各处的数", notes=("complete", "partial", *_TIE)),
            _field("disjoint", "互不重叠", _T.REFERENCES, "与哪些指标没有重叠，可以相加", "indicator", notes=_TIE),
            OWNERS,
            ALIGNS,
            BROKEN_DOWN_TO,
            ANSWER_REQUIRED,
            IMPLEMENTS,
            CHAPTER,
            REASON,
            *COMMON,
        ),
        (
            DerivedSpec("figures", ("数值",), "elements", "它的全部数值", "figure"),
            DerivedSpec("baseline", ("基期值",), "elements", "规划期首年及以前的实际值", "figure"),
            DerivedSpec("final_target", ("期末目标",), "elements", "规划期末年的目标值", "figure"),
            DerivedSpec("annual_target", ("年均目标",), "elements", "年均目标", "figure"),
            DerivedSpec("cumulative_target", ("累计目标",), "elements", "五年累计目标", "figure"),
            DerivedSpec("unit_kind", ("单位类",), "choice", "单位是量、比率、差、序数还是计数", choices=UNIT_KINDS),
        ),
    ),
    ElementSpec(
        "figure",
        "数值",
        (),
        (
            DerivedSpec("indicator", ("指标",), "element", "属于哪个指标", "indicator"),
            DerivedSpec("year", ("年份",), "number", "哪一年"),
            DerivedSpec("tense", ("时态",), "choice", "实际、目标、预计还是力争", choices=TENSES),
            DerivedSpec("basis", ("方式",), "choice", "时点值、年均还是累计", choices=BASES),
            DerivedSpec("quantity", ("值",), "quantity", "数与单位"),
            DerivedSpec("low", ("下限",), "quantity", "至少是多少"),
            DerivedSpec("high", ("上限",), "quantity", "至多是多少"),
            DerivedSpec("unit", ("单位",), "unit", "自己写的或从指标得来的单位"),
            DerivedSpec("unit_kind", ("单位类",), "choice", "单位是量、比率、差、序数还是计数", choices=UNIT_KINDS),
            DerivedSpec("in_words", ("文字",), "text", "用话写的目标"),
        ),
        declared=False,
    ),
    ElementSpec(
        "goal",
        "目标",
        (
            _field("type", "类型", _T.CHOICE, "总目标或分目标", choices=GOAL_TYPES),
            _field("parents", "上级目标", _T.REFERENCES, "通向哪个目标", "goal", notes=_TIE),
            _field(
                "measured_by", "衡量指标", _T.REFERENCES, "由哪些指标或类别衡量", "indicator", "category", notes=_TIE
            ),
            _field("evaluation", "评估方式", _T.TEXT, "没有指标时怎样评估"),
            _field("depends_on", "依赖", _T.REFERENCES, "以什么为前提", "goal", "measure", notes=_TIE),
            _field("excludes", "互斥", _T.REFERENCES, "与哪个目标不能并存", "goal", notes=_TIE),
            _field("content", "内容", _T.TEXT, "写了什么"),
            _field("deadline", "期限", _T.TIME, "到何时"),
            HINDERS,
            ALIGNS,
            ANSWER_REQUIRED,
            IMPLEMENTS,
            CHAPTER,
            OWNERS,
            *COMMON,
        ),
    ),
    ElementSpec(
        "measure",
        "举措",
        (
            _field("type", "类型", _T.CHOICE, "哪一种举措", choices=MEASURE_TYPES),
            _field("supports", "支撑", _T.REFERENCES, "服务于哪些目标或提法", "goal", "slogan", notes=_TIE),
            _field("part_of", "上级举措", _T.REFERENCES, "属于哪个举措", "measure", notes=_TIE),
            _field("purpose", "旨在", _T.TEXTS, "文中写的用意", notes=_TIE),
            _field("deadline", "期限", _T.TIME, "到何时完成"),
            _field("beyond_period", "跨期", _T.FLAG, "是否延到规划期以后", choices=FLAGS),
            _field("depends_on", "依赖", _T.REFERENCES, "要先有什么", "measure", "goal", notes=_TIE),
            _field("claims", "占用", _T.SHARES, "要用多少资源", "resource", notes=_TIE),
            _field("measured_by", "衡量指标", _T.REFERENCES, "由哪些指标衡量", "indicator", "category", notes=_TIE),
            _field("content", "内容", _T.TEXT, "写了什么"),
            HINDERS,
            ALIGNS,
            IMPLEMENTS,
            CHAPTER,
            OWNERS,
            *COMMON,
        ),
    ),
    ElementSpec(
        "slogan",
        "提法",
        (
            _field("role", "角色", _T.NAME, "文中的角色：抓手、引领、方向……"),
            _field(
                "members",
                "包括",
                _T.MIXED,
                "包括哪些",
                "goal",
                "measure",
                "indicator",
                "slogan",
                "category",
                "chapter",
                notes=_TIE,
            ),
            _field("listed", "成员", _T.CHOICE, "成员列出了多少", choices=LISTED),
            _field("supports", "支撑", _T.REFERENCES, "服务于哪些目标", "goal", "slogan", notes=_TIE),
            _field("content", "内容", _T.TEXT, "写了什么"),
            IMPLEMENTS,
            CHAPTER,
            *COMMON,
        ),
    ),
    ElementSpec(
        "term",
        "术语",
        (_field("variants", "误写", _T.TEXTS, "不该出现的写法"), *COMMON),
    ),
    ElementSpec(
        "basis",
        "上位依据",
        (
            _field("type", "类型", _T.CHOICE, "哪一种依据", choices=BASIS_TYPES),
            _field("date", "日期", _T.TIME, "何时"),
            _field("demands", "要求", _T.NAMES, "提了哪些要求", notes=_TIE),
            IN_FORCE,
            UNTIL,
            *COMMON,
        ),
    ),
    ElementSpec("demand", "要求", (), declared=False),
    ElementSpec(
        "coordination",
        "衔接",
        (
            _field("scope", "范围", _T.NAMES, "衔接了哪些方面"),
            _field("result", "结果", _T.TEXT, "结果怎样"),
            _field("date", "日期", _T.TIME, "何时"),
            *COMMON,
        ),
    ),
    ElementSpec(
        "relation",
        "关系",
        (_field("tolerance", "容差", _T.COUNT, "等式容许差多少"), REASON, *COMMON),
    ),
    ElementSpec(
        "resource",
        "资源",
        (_field("unit", "单位", _T.UNIT, "单位"), _field("total", "总量", _T.COUNT, "一共有多少"), *COMMON),
    ),
    ElementSpec(
        "procedure",
        "程序",
        (
            _field("when", "时间", _T.TIME, "何时到何时"),
            _field("actors", "主体", _T.NAMES, "谁做的"),
            _field("round", "轮次", _T.COUNT, "几轮"),
            _field("received", "收到", _T.COUNT, "收到多少条"),
            _field("materials", "材料", _T.DOCUMENTS, "留下的材料", notes=_SOURCE_NOTES),
            _field("result", "结果", _T.TEXT, "结果怎样"),
            _field("content", "内容", _T.TEXT, "做了什么"),
            *COMMON,
        ),
    ),
    ElementSpec(
        "comment",
        "意见",
        (
            _field("from_office", "来源单位", _T.NAME, "谁提的"),
            _field("round", "轮次", _T.COUNT, "第几轮"),
            _field("date", "日期", _T.TIME, "何时"),
            _field("content", "内容", _T.TEXT, "意见内容"),
            _field("handling", "处理", _T.CHOICE, "怎样处理", choices=HANDLING),
            _field(
                "carried_out_in",
                "落实",
                _T.REFERENCES,
                "落实到哪里",
                "chapter",
                "section",
                "part",
                "goal",
                "measure",
                "indicator",
                "slogan",
                notes=_TIE,
            ),
            REASON,
            *COMMON,
        ),
    ),
    ElementSpec(
        "waiver",
        "豁免",
        (
            REASON,
            _field("approved_by", "批准", _T.NAME, "谁批准的"),
            _field("date", "日期", _T.TIME, "何时批准"),
            UNTIL,
            *COMMON,
        ),
    ),
    ElementSpec("not_carried", "不承接", (REASON, *COMMON)),
    ElementSpec("owner", "责任单位", (), declared=False),
)


@cache
def element_spec(kind: str) -> ElementSpec:
    """The spec of a kind; KeyError for a word that is none."""
    return {spec.kind: spec for spec in ELEMENTS}[kind]


@cache
def field_words(kind: str) -> dict[str, FieldSpec]:
    """Each word, Chinese or English, that names a field of `kind`."""
    return {word: spec for spec in element_spec(kind).fields for word in (*spec.zh, spec.attr)}


@cache
def kind_words() -> dict[str, str]:
    """Chinese and English words of element kinds → the English kind."""
    return {word: spec.kind for spec in ELEMENTS for word in (spec.zh, spec.kind)}


@cache
def note_words() -> dict[str, str]:
    """Chinese and English words of remarks → the English remark."""
    return {word: note.en for note in NOTES for word in (*note.zh, note.en)}
