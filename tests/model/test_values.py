"""What each field says, and what is answered where it says nothing."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TypeVar

import pytest

from checker.model import (
    Basis,
    Chapter,
    Comment,
    Coordination,
    Element,
    Figure,
    Goal,
    Indicator,
    Measure,
    NotCarried,
    Part,
    Plan,
    Procedure,
    Relation,
    Resource,
    Section,
    Slogan,
    Waiver,
    build_plan,
    parse_plan,
)
from checker.source import SourceText
from checker.write import format_text

E = TypeVar("E", bound=Element)


def built(text: str) -> Plan:
    return build_plan(parse_plan(SourceText("例.plan", text)))


def told(plan: Plan) -> list[tuple[str, str, str | None]]:
    """Each problem: the words it is about, the sentence, the advice."""
    text = plan.source.text
    return [(text[p.start : p.end], p.message.text(), p.help.text() if p.help else None) for p in plan.problems]


def sound(text: str) -> Plan:
    plan = built("规划 例 { }\n" + text)
    assert told(plan) == []
    return plan


def one(cls: type[E], text: str) -> E:
    found = [element for element in sound(text).elements if isinstance(element, cls)]
    assert len(found) == 1
    return found[0]


def plan_with(fields: str) -> Plan:
    plan = built(f"规划 例 {{ {fields} }}")
    assert told(plan) == []
    return plan


def figure(text: str, fields: str = "") -> Figure:
    return one(Figure, f"指标 甲 {{ {fields} 2025年：{text} }}")


# ---- names, sentences, words of closed lists


def test_the_head_of_a_plan() -> None:
    plan = plan_with(
        "全称：《某某规划纲要》  简称：云川、“全区”  文种：纲要  层级：开发区  主管：云川市  阶段：送审稿  "
        "编制单位：管委会  密级：内部  指标类别：经济发展、创新驱动"
    )
    assert (plan.name, plan.full_name, plan.supervisor, plan.classification) == ("例", "某某规划纲要", "云川市", "内部")
    assert [phrase.text for phrase in plan.short_names] == ["云川", "全区"]
    assert (plan.document_kind, plan.level, plan.stage) == ("outline", "zone", "review_draft")
    assert [(e.kind, e.name) for e in plan.elements] == [("category", "经济发展"), ("category", "创新驱动")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("县", "county"), ("区", "county"), ("县区", "county"), ("经开区", "zone"), ("Zone", "zone"), ("“市”", "city")],
)
def test_words_of_a_closed_list(written: str, meant: str) -> None:
    assert plan_with(f"层级：{written}").level == meant


@pytest.mark.parametrize(
    ("kind", "field", "about", "sentence", "advice"),
    [
        (
            "指标",
            "属性：约束",
            "约束",
            "“属性”不能写“约束”，可写：预期性、约束性、不明",
            "是否指「约束性」",
        ),
        ("指标", "列入指标表：对", "对", "“列入指标表”不能写“对”，可写：是、否、不明", None),
        (
            "举措",
            "类型：工程、项目",
            "项目",
            "“类型”只能写一个",
            None,
        ),
        ("术语", "单位：亿元", "单位", "“术语”没有“单位”这个字段", "“术语”里可以写：误写、原文、来源、说明"),
        ("目标", "衡量指标：甲  衡量指标：乙", "衡量指标", "“衡量指标”写了两次，只读第一次", None),
        ("指标", "类别：甲、乙", "乙", "“类别”只能写一个", None),
        ("意见", "轮次：3、4", "4", "“轮次”只能写一个", None),
        ("目标", "期限：2025年、2026年", "2026年", "“期限”只能写一个", None),
        ("目标", "内容：“甲”、“乙”", "“乙”", "“内容”只能写一个", None),
        ("目标", "2025年：目标 5", "2025年", "“目标”没有“2025年”这个字段", None),
        ("举措", "责任单位：甲  责任：乙", "责任", "“责任”写了两次，只读第一次", None),
        ("举措", "上级目标：甲", "上级目标", "“举措”没有“上级目标”这个字段", "是否指「上级举措」"),
        ("目标", "上级目标：“总目标”", "“总目标”", "“上级目标”要写名称，不写引号里的话", None),
        ("目标", "上级目标：未随附《甲》", "未随附《甲》", "“上级目标”要写名称，不写引号里的话", None),
        ("目标", "内容：未随附《甲》", "未随附《甲》", "“内容”要写“引号里的话”或《文件名》", None),
        ("目标", "来源：甲《乙》", "甲《乙》", "“来源”要写“引号里的话”或《文件名》", None),
        ("目标", "类型：总目标（推断）", "推断", "“类型”后面不写括号里的说明", None),
        (
            "目标",
            "上级目标：乙（推测）",
            "推测",
            "“上级目标”后的括号里不能写“推测”，可写：推断、待核、来源",
            "是否指「推断」",
        ),
        ("指标", "单位：亿圆", "亿圆", "“亿圆”不是已知的单位", None),
        ("指标", "2025年：2000", "2000", "“2025年”的数前面要写“实际”或“目标”", None),
        ("指标", "2025年：目标 7%—6%", "7%—6%", "范围的前一个数大于后一个数", None),
        ("指标", "2025年：目标 7%—6元", "7%—6元", "这个数读不懂", None),
        ("指标", f"2025年：目标 {'9' * 100}", "9" * 100, "这个数读不懂", None),
        ("目标", "期限：2025年13月", "2025年13月", "“2025年13月”不是日期，或早于前一个日期", None),
        ("目标", "期限：2025年—2021年", "2021年", "“2021年”不是日期，或早于前一个日期", None),
        ("目标", "期限：4月", "4月", "“4月”不是日期，或早于前一个日期", None),
    ],
)
def test_what_means_nothing_is_told_at_its_place(
    kind: str, field: str, about: str, sentence: str, advice: str | None
) -> None:
    assert told(built(f"规划 例 {{ }}\n{kind} 甲 {{ {field} }}")) == [(about, sentence, advice)]


def test_a_remark_of_a_figure_is_told_by_the_figures_own_word() -> None:
    problems = told(built("规划 例 { }\n指标 甲 { 2025年：目标 5（现介） }"))
    assert [(about, sentence[:16], advice) for about, sentence, advice in problems] == [
        ("现介", "“2025年”后的括号里不能写“", "是否指「现价」")
    ]


def test_a_bad_value_leaves_the_rest_of_the_declaration() -> None:
    plan = built("规划 例 { }\n指标 甲 { 属性：约束  单位：亿元  2025年：目标 5 }")
    indicator = plan.elements[0]
    assert isinstance(indicator, Indicator)
    assert (indicator.nature, indicator.unit_text, len(indicator.figures)) == (None, "亿元", 1)


# ---- figures


@pytest.mark.parametrize(
    ("text", "tense", "quantity"),
    [
        ("目标 2000亿元", "target", "2000亿元"),
        ("目标2000亿元", "target", "2000亿元"),
        ("目标值 2000亿元", "target", "2000亿元"),
        ("target 2000亿元", "target", "2000亿元"),
        ("实际 >1000亿元", "actual", ">1000亿元"),
        ("预计 1,020.5亿元", "expected", "1020.5亿元"),
        ("力争 6%—7%", "striving", "6%—7%"),
        ("力争 6到7%", "striving", "6%—7%"),
        ("目标 不低于 6%", "target", "≥6%"),
        ("目标 6%以上", "target", "≥6%"),
        ("目标 达到2000亿元", "target", "2000亿元"),
        ("目标 5万亿元", "target", "5万亿元"),
        ("目标 -3%", "target", "-3%"),
        ("目标 100%", "target", "100%"),
        ("目标 20强", "target", "20强"),
        ("目标 前20强", "target", "20强"),
        ("目标 进入前20位", "target", "≤20位"),
        ("目标 第20位", "target", "20位"),
        ("目标 300余条", "target", "300余条"),
        ("目标 约6%", "target", "6%左右"),
        ("目标 6%左右", "target", "6%左右"),
    ],
)
def test_figures_of_a_year(text: str, tense: str, quantity: str) -> None:
    value = figure(text)
    assert (value.year, value.basis, value.tense, str(value.quantity)) == (2025, "point", tense, quantity)


def test_a_figure_inherits_the_unit_of_its_indicator() -> None:
    value = figure("目标 2000", "单位：亿元")
    assert str(value.quantity) == "2000亿元"
    assert value.unit is not None
    own = figure("目标 2000万元", "单位：亿元")
    assert str(own.quantity) == "2000万元"
    growth = one(Figure, "指标 甲 { 单位：亿元  年均：6 }")
    assert growth.unit is None


def test_annual_and_cumulative_figures() -> None:
    indicator = one(Indicator, "指标 甲 { 单位：亿元  年均：目标 6%左右  五年累计：500 }")
    assert [(f.basis, f.year, f.tense, str(f.quantity)) for f in indicator.figures] == [
        ("annual", None, "target", "6%左右"),
        ("cumulative", None, "target", "500亿元"),
    ]
    assert [f.basis for f in indicator.annual_target + indicator.cumulative_target] == ["annual", "cumulative"]


@pytest.mark.parametrize("word", ["年均", "年均增长", "年均增速", "annual"])
def test_words_for_growth(word: str) -> None:
    assert one(Figure, f"指标 甲 {{ {word}：6.5% }}").basis == "annual"


def test_missing_figures_and_figures_in_words() -> None:
    missing = figure("未公开")
    assert (missing.missing, missing.quantity, missing.tense) == (True, None, "target")
    assert missing.indicator is not None
    assert missing.indicator.final_target == []
    words = figure("目标 “翻一番”")
    assert (words.in_words, words.quantity, words.missing) == ("翻一番", None, False)
    assert words.indicator is not None
    assert words.indicator.final_target == [words]


def test_several_figures_of_a_year_and_their_ends() -> None:
    indicator = one(Indicator, "指标 甲 { 2020年：实际 1000  2025年：目标 6%—7%、力争 8% }")
    assert [(f.year, f.tense) for f in indicator.figures] == [(2020, "actual"), (2025, "target"), (2025, "striving")]
    assert [(str(f.low), str(f.high)) for f in indicator.figures[1:]] == [("6%", "7%"), ("8%", "8%")]
    open_end = figure("目标 ≥5%")
    assert (str(open_end.low), open_end.high) == ("5%", None)


def test_baseline_and_final_target_go_by_the_plans_years() -> None:
    plan = built(
        "规划 例 { 规划期：2021—2025 }\n指标 甲 { 2020年：实际 1  2022年：实际 2  2023年：目标 3  2025年：目标 4 }"
    )
    indicator = next(e for e in plan.elements if isinstance(e, Indicator))
    assert [f.year for f in indicator.baseline] == [2020]
    assert [f.year for f in indicator.final_target] == [2025]


@pytest.mark.parametrize(
    ("remark", "word"),
    [
        ("容差 0.5个百分点", "tolerance"),
        ("现价", "current_price"),
        ("当年价", "current_price"),
        ("2020年价", "constant_price"),
        ("2020年不变价", "constant_price"),
        ("可比价", "constant_price"),
        ("口径：增加值", "reckoning"),
        ("范围 全区", "scope"),
        ("范围：近郊区", "scope"),
        ("年末", "year_end"),
        ("考核年度 2020年", "assessed_year"),
        ("公布年 2021年", "published_year"),
        ("来源《统计公报》", "source"),
        ("《统计公报》", "source"),
        ("推断", "inferred"),
        ("to_verify", "to_verify"),
    ],
)
def test_remarks_of_a_figure(remark: str, word: str) -> None:
    assert list(figure(f"目标 5（{remark}）").notes) == [word]


# ---- counts, shares, times


def test_counts_with_what_they_are_made_of() -> None:
    plan = plan_with("指标数：22（预期性20、约束性2；列出：部分）  结构：3部分、9章、34节")
    assert (plan.total_indicators, plan.anticipated_indicators, plan.binding_indicators) == (22, 20, 2)
    assert plan.indicators_listed == "partial"
    assert (plan.declared_parts, plan.declared_chapters, plan.declared_sections) == (3, 9, 34)


@pytest.mark.parametrize(
    ("text", "total", "listed"),
    [
        ("22", 22, None),
        ("22项（预期性20项、约束性2项）", 22, None),
        ("未公开", None, None),
        ("22（列出：未公开）", 22, "unpublished"),
        ("22（列出：不明）", 22, "unknown"),
        (">20（列出 全部）", None, "complete"),
    ],
)
def test_counts_of_indicators(text: str, total: int | None, listed: str | None) -> None:
    plan = plan_with(f"指标数：{text}")
    assert (plan.total_indicators, plan.indicators_listed) == (total, listed)


@pytest.mark.parametrize("text", ["3篇、9章、34节", "3个部分、9章、34节", "3部分、9章、34节"])
def test_structures(text: str) -> None:
    plan = plan_with(f"结构：{text}")
    assert (plan.declared_chapters, plan.declared_sections) == (9, 34)
    assert plan.declared_parts == 3


def test_counts_of_a_procedure() -> None:
    step = one(Procedure, "程序 征求意见 { 轮次：>10  收到：300余条  主体：管委会  材料：“意见表.xlsx” }")
    assert step.round is not None
    assert step.received is not None
    assert (step.round.value, str(step.round.quantity), str(step.received.quantity)) == (None, ">10", "300余条")
    assert [document.name for document in step.materials] == ["意见表.xlsx"]


def test_shares() -> None:
    measure = one(Measure, "举措 甲 { 占用：财政资金 2亿元、用地 300亩 }\n资源 财政资金 { 总量：5亿元 }\n资源 用地 { }")
    assert [(share.reference.path and share.reference.path.text, str(share.quantity)) for share in measure.claims] == [
        ("财政资金", "2亿元"),
        ("用地", "300亩"),
    ]
    parts = one(Indicator, "指标 甲 { 分解：东区 2、西区 3（完整） }").breakdown
    assert [list(part.notes) for part in parts] == [[], ["complete"]]


def test_a_share_takes_the_unit_of_its_indicator() -> None:
    parts = one(Indicator, "指标 甲 { 单位：亿元  分解：东区 2、西区 3000万元 }").breakdown
    assert [str(part.quantity) for part in parts] == ["2亿元", "3000万元"]
    total = one(Resource, "资源 甲 { 单位：亿元  总量：5 }").total
    assert total is not None
    assert str(total.quantity) == "5亿元"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025年", (2025, 1, 1), (2025, 12, 31)),
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2025年度", (2025, 1, 1), (2025, 12, 31)),
        ("2021—2025", (2021, 1, 1), (2025, 12, 31)),
        ("2021年—2025年", (2021, 1, 1), (2025, 12, 31)),
        ("2021至2025年", (2021, 1, 1), (2025, 12, 31)),
        ("2021年到2025年", (2021, 1, 1), (2025, 12, 31)),
        ("2021-2025年", (2021, 1, 1), (2025, 12, 31)),
        ("2021-04", (2021, 4, 1), (2021, 4, 30)),
        ("2021.4", (2021, 4, 1), (2021, 4, 30)),
        ("2021/4/15", (2021, 4, 15), (2021, 4, 15)),
        ("2021.4.15", (2021, 4, 15), (2021, 4, 15)),
        ("２０２１－０４－１５", (2021, 4, 15), (2021, 4, 15)),
        ("二〇二一年四月", (2021, 4, 1), (2021, 4, 30)),
        ("2021年1-3月", (2021, 1, 1), (2021, 3, 31)),
        ("2021年1月—3月", (2021, 1, 1), (2021, 3, 31)),
        ("2021年3月15日—20日", (2021, 3, 15), (2021, 3, 20)),
        ("2021年1月下旬—2021年4月初", (2021, 1, 21), (2021, 4, 10)),
        ("2021年第一季度", (2021, 1, 1), (2021, 3, 31)),
        ("2021年前三季度", (2021, 1, 1), (2021, 9, 30)),
        ("2025年年底", (2025, 10, 1), (2025, 12, 31)),
        ("2021年上半年", (2021, 1, 1), (2021, 6, 30)),
    ],
)
def test_times(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    deadline = one(Goal, f"目标 甲 {{ 期限：{text} }}").deadline
    assert deadline is not None
    assert (deadline.first, deadline.last) == (date(*first), date(*last))
    assert not deadline.open_start
    assert not deadline.open_end


@pytest.mark.parametrize(
    ("text", "open_start", "open_end"),
    [
        ("截至2025年", True, False),
        ("到2025年", True, False),
        ("2025年底前", True, False),
        ("2025年12月31日前", True, False),
        ("2021年3月起", False, True),
        ("2021年以来", False, True),
    ],
)
def test_times_without_an_end(text: str, open_start: bool, open_end: bool) -> None:
    deadline = one(Goal, f"目标 甲 {{ 期限：{text} }}").deadline
    assert deadline is not None
    assert (deadline.open_start, deadline.open_end) == (open_start, open_end)


def test_years_of_a_plan() -> None:
    plan = plan_with("规划期：2021—2025  远景年：2035  成稿：2021年4月  实施自：2021年6月  至：2025年")
    assert (plan.first_year, plan.last_year, plan.horizon_year) == (2021, 2025, 2035)
    assert plan.drafted is not None
    assert plan.drafted.last == date(2021, 4, 30)
    assert plan_with("").first_year is None


# ---- documents, ties


def test_documents() -> None:
    plan = plan_with(
        "文本：“纲要.docx”（主文）、未随附《起草说明》（说明）、not_attached《指标表》、未随附  "
        "来源：《起草说明》（官方，2021年4月）、统计局（转述）"
    )
    assert [(d.name, d.is_title, d.at_hand, list(d.notes)) for d in plan.texts] == [
        ("纲要.docx", False, True, ["main"]),
        ("起草说明", True, False, ["note"]),
        ("指标表", True, False, []),
        ("", False, False, []),
    ]
    assert [(d.name, list(d.notes)) for d in plan.sources] == [
        ("起草说明", ["official", "since"]),
        ("统计局", ["relayed"]),
    ]


def test_ties_carry_what_is_inferred() -> None:
    indicator = one(Indicator, "指标 甲 { 承接：上.乙（份额 12%、推断）、上.丙（不低于） }")
    assert [(r.path and r.path.text, r.inferred, sorted(r.notes)) for r in indicator.aligns] == [
        ("上.乙", True, ["inferred", "share"]),
        ("上.丙", False, ["at_least"]),
    ]
    slogan = one(Slogan, "提法 甲 { 包括：乙、“丙”（推断）  成员：部分  角色：抓手 }")
    assert [(r.path and r.path.text, r.text, r.inferred) for r in slogan.members] == [
        ("乙", "", False),
        (None, "丙", True),
    ]
    assert (slogan.listed, slogan.role) == ("partial", "抓手")


def test_an_upper_plan_may_be_called_by_its_full_name() -> None:
    plan = plan_with("上位规划：《某省规划纲要》（推断）、某市十四五")
    assert [(r.path and r.path.text, r.inferred) for r in plan.upper_plans] == [
        ("某省规划纲要", True),
        ("某市十四五", False),
    ]


def test_owners_come_along_once_where_they_are_first_named() -> None:
    plan = sound("指标 甲 { 责任：发改局（牵头）、财政局（配合） }\n举措 乙 { 责任单位：财政局、“发改局” }")
    owners = [e for e in plan.elements if e.kind == "owner"]
    assert [(e.name, e.span.text) for e in owners] == [("发改局", "发改局"), ("财政局", "财政局")]


def test_demands_come_along_with_their_basis() -> None:
    plan = sound("上位依据 甲 { 类型：文件  日期：2020年12月  要求：「产业转型」、扩大开放 }")
    basis = next(e for e in plan.elements if isinstance(e, Basis))
    assert basis.type == "document"
    assert [(e.name, getattr(e, "basis", None)) for e in plan.elements if e.kind == "demand"] == [
        ("产业转型", basis),
        ("扩大开放", basis),
    ]


# ---- heads and structure


def test_parts_chapters_and_sections_nest() -> None:
    plan = sound("部分 第一部分 「总论」 {\n  章 第一章 “开头” { 节数：2  节 第一节 「甲」 { } }\n}")
    part, chapter, section = plan.elements
    assert isinstance(part, Part)
    assert isinstance(chapter, Chapter)
    assert isinstance(section, Section)
    assert (part.title, chapter.title, section.title) == ("总论", "开头", "甲")
    assert (part.parent, chapter.parent, section.parent) == (None, part, chapter)
    assert chapter.section_count is not None
    assert chapter.section_count.value == 2


def test_a_nameless_part_keeps_its_chapters() -> None:
    plan = built("规划 例 { }\n部分 { 章 第三章 { } }")
    assert [sentence for _, sentence, _ in told(plan)] == ["“部分”后面缺名称"]
    assert [(e.kind, e.name) for e in plan.elements] == [("chapter", "第三章")]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("丙 >=合计( 甲,乙 )/(乙+ 甲)*100%", "丙 ≥ 合计（甲，乙） ÷ （乙 + 甲） × 100%"),
        ("丙= （甲）+2×乙- 3亿元", "丙 = （甲） + 2 × 乙 - 3亿元"),
        ("占比 = ((甲 除以 乙） 乘 丙)", "占比 = （（甲 ÷ 乙） × 丙）"),
        ("丙 ＝ 合计（甲、（乙－丁））＊2", "丙 = 合计（甲、（乙 - 丁）） × 2"),
    ],
)
def test_a_relation_has_one_name_however_it_is_typed(typed: str, name: str) -> None:
    """And putting the file in order does not change it."""
    text = f"规划 例 {{ }}\n关系 {typed} {{ 理由：“定义” }}\n"
    assert one(Relation, text.splitlines()[1]).name == name
    assert f"关系 {name} {{" in format_text(text)


def test_operands_of_a_relation() -> None:
    relation = one(
        Relation, "关系 占比 = 合计（甲、乙） ÷ （丙 + 上.丁） × 100% { 容差：0.5个百分点  理由：“四舍五入” }"
    )
    assert relation.name == "占比 = 合计（甲、乙） ÷ （丙 + 上.丁） × 100%"
    assert [r.path and r.path.text for r in relation.operands] == ["占比", "甲", "乙", "丙", "上.丁"]
    assert relation.tolerance is not None
    assert relation.tolerance.quantity is not None
    assert relation.tolerance.quantity.point == Fraction(1, 2)


def test_waivers() -> None:
    narrow = one(Waiver, "豁免 pc301 于 「甲」，限 指纹 ab12 { 理由：“位次”  批准：规划科  至：2026年6月30日 }")
    assert (narrow.name, narrow.fingerprint, narrow.reason, narrow.approved_by) == ("PC301", "ab12", "位次", "规划科")
    assert narrow.waived is not None
    assert narrow.until is not None
    assert narrow.until.last == date(2026, 6, 30)
    assert one(Waiver, "豁免 PC301 于 全部 { }").waived is None
    assert one(Waiver, "waiver PC301 of all { }").waived is None


def test_heads_that_are_references() -> None:
    tie = one(Coordination, "衔接 某市十四五 { 范围：指标、目标  结果：“已衔接” }")
    assert tie.with_whom is not None
    assert (tie.name, [phrase.text for phrase in tie.scope]) == ("某市十四五", ["指标", "目标"])
    left = one(NotCarried, "不承接 某市十四五.甲 { 理由：“不适用” }")
    assert left.what is not None
    assert left.what.path is not None
    assert left.what.path.text == "某市十四五.甲"


def test_comments() -> None:
    comment = one(Comment, "意见 「12」 { 来源单位：财政局  轮次：第3轮  处理：部分采纳  落实：第三章、第四章 }")
    assert (comment.from_office, comment.handling) == ("财政局", "partly")
    assert comment.round is not None
    assert comment.round.value == 3
    assert [r.path and r.path.text for r in comment.carried_out_in] == ["第三章", "第四章"]


# ---- the file as a whole


def test_two_plans_in_a_file() -> None:
    plan = built("规划 甲 { }\n规划 乙 { }")
    assert plan.name == "甲"
    assert told(plan) == [("乙", "一个文件只写一个“规划”；「乙」要另存一个文件", None)]


def test_a_file_without_a_plan() -> None:
    plan = built("目标 甲 { }")
    assert told(plan) == [("目标", "文件开头没有“规划 名称 {…}”", None)]
    assert [e.name for e in plan.elements] == ["甲"]


@pytest.mark.parametrize("text", ["", "\n", "# 只有注\n"])
def test_an_empty_file_is_no_plan(text: str) -> None:
    assert told(built(text)) == [("", "文件开头没有“规划 名称 {…}”", None)]


def test_what_cannot_be_read_is_told_once() -> None:
    assert [sentence for _, sentence, _ in told(built("乱"))] == ["“乱”前面缺声明的词，如 目标、举措、指标"]


def test_the_plan_may_stand_anywhere_in_its_file() -> None:
    plan = built("目标 甲 { }\n规划 乙 { 层级：市 }")
    assert (plan.name, plan.level, told(plan)) == ("乙", "city", [])


def test_an_element_finds_its_field_as_written() -> None:
    goal = one(Goal, "GOAL 甲 { Parents: 乙  期限：2025年 }")
    parents, deadline = goal.written("parents"), goal.written("deadline")
    assert parents is not None
    assert deadline is not None
    assert (parents.word, deadline.word) == ("Parents", "期限")
    assert goal.written("content") is None
