"""What the plan language reads, and in which ways it may be written."""

from __future__ import annotations

import pytest

from checker.model import parse_plan
from checker.source import SourceText
from checker.syntax import Amount, DateRange, Declaration, Field, FigureValue, Item, PlanFile, Share

GOAL = "目标 甲 { 上级目标：乙、丙（推断）  衡量指标：类别.创新驱动 }"


def read(text: str) -> PlanFile:
    return parse_plan(SourceText("例.plan", text))


def one(text: str) -> Declaration:
    parsed = read(text)
    assert [p.message.text() for p in parsed.problems] == []
    assert len(parsed.declarations) == 1
    return parsed.declarations[0]


def field(text: str, kind: str = "指标") -> Field:
    return one(f"{kind} 甲 {{ {text} }}").fields[0]


def figure(text: str) -> FigureValue:
    value = field(f"2025年：{text}").values[0]
    assert isinstance(value, FigureValue)
    return value


def outline(declaration: Declaration) -> object:
    """A declaration without its places."""
    return (
        declaration.kind,
        declaration.name.text,
        [(f.shape, len(f.values), [outline_value(v) for v in f.values]) for f in declaration.fields],
        [outline(child) for child in declaration.children],
    )


def outline_value(value: object) -> object:
    match value:
        case Item():
            return value.path and value.path.text, value.text and value.text.text, len(value.notes)
        case FigureValue():
            return amount_outline(value.amount), len(value.notes)
        case Share():
            return value.path.text, amount_outline(value.amount)
        case DateRange():
            return value.until, value.first.text, value.last and value.last.text
        case _:
            return type(value).__name__


def amount_outline(amount: Amount) -> object:
    return amount.comparator, amount.number, amount.unit, amount.upper, amount.nearly, amount.missing


@pytest.mark.parametrize(
    ("chinese", "other"),
    [
        (GOAL, "goal 甲 { parents: 乙, 丙(inferred)  measured_by: 类别.创新驱动 }"),
        (GOAL, "目标　甲　｛　上级目标:乙，丙(推断)　衡量指标:类别．创新驱动　｝"),
        (GOAL, "目标 甲 { 上级目标：乙、丙（推断）\n  衡量指标：类别·创新驱动\n}"),
        (GOAL, "目标 甲\n{\n上级目标：乙、\n    丙（推断）\n衡量指标：类别。创新驱动\n}"),
        (
            "指标 甲 { 单位：元/人  2025年：目标 ≥2000、力争 6%—7% }",
            "indicator 甲 { unit: 元／人  ２０２５年：target >=2000, striving 6%～7% }",
        ),
        ("指标 甲 { 2025年：目标 ≤5 }", "指标 甲 { 2025：目标 不高于 5 }"),
        ("规划 甲 { 规划期：2021—2025 }", "plan 甲 { period: 2021 至 2025 }"),
        ("举措 甲 { 期限：2028年6月15日 }", "举措 甲 { 期限：2028 年 6 月 15 日 }"),
        ("举措 甲 { 期限：2028年、6月 }", "举措 甲 { 期限：2028　年、6 月 }"),
        ("指标 甲 { 2025年：目标 ≥5\n年均：目标 6% }", "指标 甲 { 2025 年：目标 ≥5  年均：目标 6% }"),
        ("指标 甲 { 考核年度：2028\n年均：目标 6% }", "指标 甲 { 考核年度：2028 年均：目标 6% }"),
        ("关系 甲 = 乙 ÷ 丙 × 2", "relation 甲 ＝ 乙 除以 丙 乘以 2"),
        ("关系 甲 ≥ 乙", "关系 甲 不低于 乙"),
    ],
)
def test_ways_to_write_the_same(chinese: str, other: str) -> None:
    assert outline(one(chinese)) == outline(one(other))


@pytest.mark.parametrize(
    "word", ["规划", "部分", "指标", "目标", "举措", "提法", "术语", "资源", "程序", "意见", "关系"]
)
def test_keyword_glued_to_a_name_is_no_keyword(word: str) -> None:
    parsed = read(f"{word}管理 {{ }}")
    assert parsed.declarations == []
    assert len(parsed.problems) == 1


@pytest.mark.parametrize("word", ["规划", "部分", "章", "节", "指标", "目标", "举措", "goal", "plan"])
def test_keyword_as_a_name_and_as_its_beginning(word: str) -> None:
    assert one(f"目标 {word}管理 {{ }}").name.text == f"{word}管理"
    assert one(f"目标 {word} {{ }}").name.text == word
    item = field(f"支撑：{word}、{word}管理", "举措").values[0]
    assert isinstance(item, Item)
    assert item.path is not None
    assert item.path.text == word


def test_a_name_with_marks_stands_in_corner_brackets() -> None:
    assert one("举措 「“一二三四”产业集群培育工程（一期）」 { }").name.text == "“一二三四”产业集群培育工程（一期）"
    assert one("目标 5G网络覆盖工程 { }").name.text == "5G网络覆盖工程"


def test_quotes_nest_and_close_at_their_own_mark() -> None:
    value = field("原文：“推进“五大工程”建设”").values[0]
    assert isinstance(value, Item)
    assert value.text is not None
    assert value.text.text == "推进“五大工程”建设"
    both = field('原文："甲“乙"、“丙"丁”').values
    assert [v.text.text for v in both if isinstance(v, Item) and v.text] == ["甲“乙", '丙"丁']


def test_figures_carry_comparator_unit_and_remarks() -> None:
    value = figure("目标 6%左右（容差 0.5个百分点）")
    assert (value.tense, value.amount.number, value.amount.unit, value.amount.nearly) == ("目标", "6", "%", "左右")
    assert value.notes[0].word == "容差"
    assert figure("实际 >1000").amount.comparator == ">"
    assert figure("目标 超过 1000亿元").amount.comparator == ">"
    assert figure("目标 1,020.5亿元").amount.number == "1,020.5"
    assert figure("目标 300余条").amount.more
    assert figure("目标 未公开").amount.missing
    words = figure("目标 “完成上级下达任务”").amount.words
    assert words is not None
    assert words.text == "完成上级下达任务"


def test_a_count_beside_a_word_is_not_swallowed() -> None:
    value = field("指标数：22（预期性20、约束性2；列出：部分）", "规划").values[0]
    assert isinstance(value, FigureValue)
    assert [note.word for note in value.notes] == ["预期性", "约束性", "列出"]


def test_counts_of_the_structure() -> None:
    values = field("结构：3部分、9章、34节", "规划").values
    assert [v.amount.unit for v in values if isinstance(v, FigureValue)] == ["部分", "章", "节"]


@pytest.mark.parametrize("text", ["# 说明", "// 说明", "注：说明", "注:说明"])
def test_comments(text: str) -> None:
    parsed = read(f"{text}\n目标 甲 {{ {text}\n  上级目标：乙 {text}\n}} {text}\n{text}")
    assert parsed.problems == []
    assert outline(parsed.declarations[0]) == outline(one("目标 甲 { 上级目标：乙 }"))


def test_an_empty_field_never_takes_the_next_line() -> None:
    parsed = read("目标 甲 {\n  上级目标：\n  衡量指标：乙\n}\n目标 丙 { }")
    assert [p.message.text() for p in parsed.problems] == ["“上级目标”后面没有内容"]
    assert parsed.source.text[parsed.problems[0].start : parsed.problems[0].end] == "上级目标："
    assert [d.name.text for d in parsed.declarations] == ["甲", "丙"]
    assert [f.word for f in parsed.declarations[0].fields] == ["衡量指标"]


def test_a_missing_mark_costs_its_line_only() -> None:
    parsed = read("指标 甲 {\n  原文：“缺了右引号  来源：《乙》\n  单位：亿元\n}\n目标 丙 { }")
    assert [p.message.text() for p in parsed.problems] == ["「“」没有配对的「”」，从这里到行末没有读"]
    assert [f.word for f in parsed.declarations[0].fields] == ["单位"]
    assert parsed.declarations[1].name.text == "丙"


@pytest.mark.parametrize(
    ("text", "said", "advice"),
    [
        ("指标 甲 { 单位 亿元 }", "“单位”后面缺冒号", None),
        ("指标 甲 { 2030年 目标 80 }", "“2030年”后面缺冒号", None),
        ("指标 甲 { 2030 年 目标 80 }", "“2030 年”后面缺冒号", None),
        ("指表 甲 { }", "没有“指表”这种声明", "是否指“指标”"),
        ("目标 乙 { }\n目標 甲 { }", "没有“目標”这种声明", "是否指“目标”"),
        ("目标 乙 { }\n天气 甲 { }", "“天气”前面缺声明的词，如 目标、举措、指标", None),
        ("指标 甲 { 单 位：亿元 }", "“指标”里只能写“字段：内容”，读不懂“单”", None),
        ("指标 甲 { 属姓：预期性 }", "没有“属姓”这个字段", "是否指“属性”"),
        ("目标 甲 { 上级目标：乙", "“目标”的花括号没有闭合，缺“}”", None),
        ("目标 甲 } ", "「甲」后面缺“{”", None),
        ("目标 { 类型：总目标 }", "“目标”后面缺名称", None),
        ("目标 甲 { 上级目标：乙 丙 }", "「乙」和“丙”连不上：几项之间用“、”，名称里有空格或标点时用「」括起来", None),
        ("目标 甲 { 上级目标：乙（推断 }", "括号没有闭合，缺“）”", None),
        ("目标 甲 { } }", "多了一个“}”", None),
    ],
)
def test_slips_are_told_in_a_drafters_words(text: str, said: str, advice: str | None) -> None:
    problems = read(text).problems
    assert [p.message.text() for p in problems] == [said]
    assert (problems[0].help.text() if problems[0].help else None) == advice
    assert "Token" not in problems[0].message.text("en")
