"""Names lead to elements, within a plan and across plans; what leads nowhere is told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Element, Plan, Reference, Relation, Waiver, build_plan, parse_plan
from checker.source import SourceText
from checker.syntax import cut
from checker.workspace import Links, link_plans


def plan_of(text: str, path: str = "例.plan") -> Plan:
    plan = build_plan(parse_plan(SourceText(path, text)))
    assert [p.message.text() for p in plan.problems] == []
    return plan


def linked(*texts: str) -> tuple[list[Plan], Links]:
    plans = [plan_of(text, f"{index}.plan") for index, text in enumerate(texts)]
    return plans, link_plans(plans)


def told(links: Links) -> list[tuple[str, str, str, str | None]]:
    """Each problem: its kind, the text it is about, the sentence, the advice."""
    return [(p.kind, p.span.text, p.message.text(), p.help.text() if p.help else None) for p in links.problems]


def element(plan: Plan, kind: str, name: str) -> Element:
    found = [e for e in plan.elements if e.kind == kind and e.name == name]
    assert len(found) == 1
    return found[0]


def only_reference(owner: Element, attr: str) -> Reference:
    value = getattr(owner, attr)
    reference = value[0] if isinstance(value, list) else value
    assert isinstance(reference, Reference)
    return reference


def resolves(text: str, holder: tuple[str, str, str], target: tuple[str, str]) -> None:
    """In one plan, the reference in a field of an element leads to another element."""
    (plan,), links = linked("规划 例 { }\n" + text)
    assert told(links) == []
    kind, name, attr = holder
    assert only_reference(element(plan, kind, name), attr).target is element(plan, *target)


# ---- within a plan


@pytest.mark.parametrize(
    ("written", "declared"),
    [
        ("丙", "丙"),
        ("「丙」", "丙"),
        ("丙", "「丙」"),
        ("「占比 （％）」", "「占比(%)」"),
        ("「“三新”占比」", '「"三新"占比」'),
        ("ＧＤＰ", "gdp"),
        ("指标.丙", "丙"),
        ("indicator.丙", "丙"),
        ("Indicator·丙", "丙"),
        ("指标。丙", "丙"),
        ("PM2.5浓度", "「PM2.5浓度」"),
        ("例.丙", "丙"),
        ("例.指标.丙", "丙"),
    ],
)
def test_ways_to_write_a_name(written: str, declared: str) -> None:
    name = declared.strip("「」")
    resolves(
        f"目标 甲 {{ 衡量指标：{written} }}\n指标 {declared} {{ }}", ("goal", "甲", "measured_by"), ("indicator", name)
    )


def test_a_name_may_be_declared_later() -> None:
    resolves("目标 甲 { 上级目标：乙 }\n目标 乙 { }", ("goal", "甲", "parents"), ("goal", "乙"))


def test_an_alias_is_a_name() -> None:
    resolves(
        "指标 地区生产总值 { 别名：GDP、生产总值 }\n目标 甲 { 衡量指标：gdp }",
        ("goal", "甲", "measured_by"),
        ("indicator", "地区生产总值"),
    )


@pytest.mark.parametrize("alias_first", [True, False])
def test_a_name_goes_before_an_alias(alias_first: bool) -> None:
    declared = ["指标 乙 { 别名：甲 }", "指标 甲 { }"]
    order = declared if alias_first else declared[::-1]
    resolves("\n".join((*order, "目标 丙 { 衡量指标：甲 }")), ("goal", "丙", "measured_by"), ("indicator", "甲"))


@pytest.mark.parametrize("written", ["第三章", "「打造产业集群」", "章.第三章"])
def test_a_chapter_goes_by_number_or_title(written: str) -> None:
    resolves(
        f"部分 甲 {{ 章 第三章 「打造产业集群」 {{ }} }}\n目标 乙 {{ 章：{written} }}",
        ("goal", "乙", "chapters"),
        ("chapter", "第三章"),
    )


def test_the_field_decides_between_kinds_of_one_name() -> None:
    text = "目标 甲 { }\n指标 甲 { }\n举措 甲 { 支撑：甲  衡量指标：甲 }"
    resolves(text, ("measure", "甲", "supports"), ("goal", "甲"))
    resolves(text, ("measure", "甲", "measured_by"), ("indicator", "甲"))


def test_a_category_and_an_indicator_of_one_name_are_told_apart() -> None:
    (plan,), links = linked(
        "规划 例 { 指标类别：创新 }\n指标 创新 { }\n目标 甲 { 衡量指标：类别.创新 }\n目标 乙 { 衡量指标：创新 }"
    )
    assert told(links) == []
    assert only_reference(element(plan, "goal", "甲"), "measured_by").target is element(plan, "category", "创新")
    assert only_reference(element(plan, "goal", "乙"), "measured_by").target is element(plan, "indicator", "创新")


def test_demands_of_a_basis() -> None:
    text = "上位依据 会议 { 要求：「产业转型」、开放 }\n目标 甲 { 贯彻：会议.产业转型 }"
    text += "\n目标 乙 { 贯彻：会议 }\n目标 丙 { 贯彻：开放 }"
    resolves(text, ("goal", "甲", "implements"), ("demand", "产业转型"))
    resolves(text, ("goal", "乙", "implements"), ("basis", "会议"))
    resolves(text, ("goal", "丙", "implements"), ("demand", "开放"))


def test_members_may_be_sentences() -> None:
    (plan,), links = linked("规划 例 { }\n提法 五大 { 包括：甲、“其余见正文” }\n举措 甲 { }")
    assert told(links) == []
    members = element(plan, "slogan", "五大").members  # type: ignore[attr-defined]
    assert [(m.target and m.target.name, m.text) for m in members] == [("甲", ""), (None, "其余见正文")]


def test_operands_and_waived_elements() -> None:
    (plan,), links = linked(
        "规划 例 { }\n关系 占比 = 甲 ÷ 乙\n指标 占比 { }\n指标 甲 { }\n"
        "指标 乙 { }\n豁免 PC301 于 占比 { }\n豁免 PC301 于 例 { }"
    )
    assert told(links) == []
    relation = next(e for e in plan.elements if isinstance(e, Relation))
    assert [r.target and r.target.name for r in relation.operands] == ["占比", "甲", "乙"]
    waived = [e.waived.target for e in plan.elements if isinstance(e, Waiver) and e.waived]
    assert waived == [element(plan, "indicator", "占比"), plan]


def test_what_names_something_is_not_found_by_that_name() -> None:
    """不承接 乙 is itself called 乙."""
    _, links = linked("规划 例 { }\n不承接 乙 { }")
    assert [(kind, text, said) for kind, text, said, _ in told(links)] == [("unknown", "乙", "「乙」没有定义")]


def test_a_missing_name_is_said_once() -> None:
    plan = build_plan(parse_plan(SourceText("例.plan", "规划 例 { }\n豁免 PC301 于 { }\n不承接 { }")))
    assert len(plan.problems) == 2
    assert told(link_plans([plan])) == []


# ---- across plans

UPPER = """规划 某市十四五 { 全称：《某市国民经济和社会发展第十四个五年规划》  指标类别：创新 }
指标 甲 { }
目标 乙 { }
上位依据 会议 { 要求：开放 }
"""


@pytest.mark.parametrize(
    ("field", "kind", "name"),
    [
        ("承接：某市十四五.甲", "indicator", "甲"),
        ("承接：「某市 十四五」·乙", "goal", "乙"),
        ("承接：某市十四五.类别.创新", "category", "创新"),
        ("承接：某市十四五.目标.乙", "goal", "乙"),
        ("承接：「某市国民经济和社会发展第十四个五年规划」.甲", "indicator", "甲"),
        ("贯彻：某市十四五.会议", "basis", "会议"),
        ("贯彻：某市十四五.会议.开放", "demand", "开放"),
    ],
)
def test_names_of_another_plan(field: str, kind: str, name: str) -> None:
    (lower, upper), links = linked(f"规划 例 {{ 上位规划：某市十四五 }}\n目标 丙 {{ {field} }}", UPPER)
    assert told(links) == []
    attr = "aligns" if field.startswith("承接") else "implements"
    assert only_reference(element(lower, "goal", "丙"), attr).target is element(upper, kind, name)


@pytest.mark.parametrize("written", ["某市十四五", "「某市十四五」", "《某市国民经济和社会发展第十四个五年规划》"])
def test_an_upper_plan_goes_by_its_name_or_full_name(written: str) -> None:
    (lower, upper), links = linked(f"规划 例 {{ 上位规划：{written} }}\n衔接 某市十四五 {{ }}", UPPER)
    assert (told(links), links.absent) == ([], [])
    assert only_reference(lower, "upper_plans").target is upper
    assert only_reference(element(lower, "coordination", "某市十四五"), "with_whom").target is upper


def test_an_upper_plan_that_is_not_at_hand_is_absent_and_no_fault() -> None:
    _, links = linked(
        "规划 例 { 上位规划：某省十四五 }\n目标 甲 { 承接：某省十四五.乙 }\n"
        "衔接 某省十四五 { }\n不承接 某省十四五.丙 { 理由：“无” }"
    )
    assert told(links) == []
    assert [(a.name, a.plan.name, a.span.text) for a in links.absent] == [("某省十四五", "例", "某省十四五")]


def test_a_plan_nobody_declared_is_unknown() -> None:
    _, links = linked("规划 例 { 上位规划：某市十四五 }\n目标 甲 { 承接：某市十三五.乙 }", UPPER)
    assert told(links) == [
        ("unknown", "某市十三五", "没有名为「某市十三五」的规划，“上位规划”里也没有列它", "是否指「某市十四五」")
    ]


def test_plans_that_name_each_other_are_linked() -> None:
    (first, second), links = linked("规划 甲 { 上位规划：乙 }", "规划 乙 { 上位规划：甲 }")
    assert told(links) == []
    assert only_reference(first, "upper_plans").target is second
    assert only_reference(second, "upper_plans").target is first


# ---- what leads nowhere


def test_an_unknown_name_comes_with_the_nearest() -> None:
    _, links = linked("规划 例 { }\n目标 甲 { 衡量指标：地区总产值 }\n指标 地区生产总值 { }\n目标 地区总产量 { }")
    assert told(links) == [("unknown", "地区总产值", "「地区总产值」没有定义", "是否指「地区生产总值」")]
    assert [e.name for e in links.problems[0].near] == ["地区生产总值"]


def test_an_unknown_name_without_a_near_one_says_where_it_was_looked_for() -> None:
    _, links = linked("规划 例 { }\n目标 甲 { 上级目标：完全不同 }")
    ((kind, about, sentence, advice),) = told(links)
    assert (kind, about, sentence) == ("unknown", "完全不同", "「完全不同」没有定义")
    assert advice is not None
    assert "例" in advice


def test_an_unknown_name_of_another_plan() -> None:
    _, links = linked("规划 例 { }\n目标 甲 { 承接：某市十四五.丁 }", UPPER)
    assert [problem[:3] for problem in told(links)] == [("unknown", "某市十四五.丁", "「某市十四五」里没有「丁」")]


def test_an_unknown_demand() -> None:
    _, links = linked("规划 例 { }\n上位依据 会议 { 要求：产业转型 }\n目标 甲 { 贯彻：会议.产业升级 }")
    assert told(links) == [("unknown", "产业升级", "「会议」里没有「产业升级」", "是否指「产业转型」")]


def test_a_name_of_another_kind() -> None:
    _, links = linked("规划 例 { }\n目标 甲 { 上级目标：乙 }\n举措 乙 { }")
    assert told(links) == [("wrong_kind", "乙", "「乙」是举措，这里要目标", "改为目标的名称")]
    assert [(message.text(), span.text) for message, span in links.problems[0].related] == [("举措「乙」在这里", "乙")]


@pytest.mark.parametrize("written", ["目标.乙", "goal.乙"])
def test_a_kind_that_the_field_does_not_take_is_not_passed_over(written: str) -> None:
    _, links = linked(f"规划 例 {{ }}\n目标 甲 {{ 衡量指标：{written} }}\n指标 乙 {{ }}\n目标 乙 {{ }}")
    assert [problem[:3] for problem in told(links)] == [("wrong_kind", written, "「乙」是目标，这里要指标、类别")]


# ---- duplicates


@pytest.mark.parametrize(
    ("text", "about", "sentence"),
    [
        ("目标 甲 { }\n目标 甲 { }", "甲", "目标「甲」重名"),
        ("目标 甲 { }\n目标 「甲」 { }", "「甲」", "目标「甲」重名"),
        ("指标 GDP { }\n指标 ｇｄｐ { }", "ｇｄｐ", "指标「ｇｄｐ」重名"),
        ("部分 甲 { 章 第一章 { }  章 第一章 { } }", "第一章", "章「第一章」重名"),
        ("部分 甲 { 章 乙 { 节 丙 { }  节 丙 { } } }", "丙", "节「丙」重名"),
        ("部分 甲 { 章 乙 { } }\n部分 丙 { 章 乙 { }  章 乙 { } }", "乙", "章「乙」重名"),
    ],
)
def test_duplicates(text: str, about: str, sentence: str) -> None:
    (plan,), links = linked("规划 例 { }\n" + text)
    assert told(links) == [("duplicate", about, sentence, None)]
    second = links.problems[0].element
    ((message, first),) = links.problems[0].related
    assert message.text() == "前一个在这里"
    assert first.start < second.name_start
    assert plan.source.text[second.name_start : second.name_end] == about


def test_a_category_named_twice() -> None:
    _, links = linked("规划 例 { 指标类别：创新、创新 }")
    assert told(links) == [("duplicate", "创新", "类别「创新」重名", None)]


@pytest.mark.parametrize(
    "text",
    [
        "目标 甲 { }\n指标 甲 { }\n举措 甲 { }\n提法 甲 { }",
        "部分 甲 { 章 第一章 { } }\n部分 乙 { 章 第一章 { } }",
        "部分 甲 { 章 丙 { 节 第一节 { } }  章 丁 { 节 第一节 { } } }",
        "豁免 PC301 于 全部 { }\n豁免 PC301 于 全部 { }",
        "衔接 例 { }\n衔接 例 { }",
        "指标 甲 { 2025年：目标 5  2025年：力争 6 }",
        "指标 甲 { 责任：丙 }\n指标 乙 { 责任：丙 }",
        "上位依据 甲 { 要求：丙 }\n上位依据 乙 { 要求：丙 }",
        "指标 甲 { 别名：乙 }\n指标 乙 { }",
        "指标 甲 { 别名：甲 }",
    ],
)
def test_what_is_no_duplicate(text: str) -> None:
    assert told(linked("规划 例 { }\n" + text)[1]) == []


def test_two_plans_of_one_name() -> None:
    _, links = linked("规划 甲 { }", "规划 甲 { }")
    assert told(links) == [("duplicate", "甲", "规划「甲」重名", None)]
    assert links.problems[0].element.source.path == "1.plan"


def test_a_plan_named_like_the_full_name_of_another_is_no_duplicate() -> None:
    texts = ["规划 甲 { 全称：《乙》 }", "规划 乙 { }", "规划 丙 { 上位规划：乙 }"]
    for order in (texts, texts[::-1]):
        plans, links = linked(*order)
        assert told(links) == []
        lower = next(plan for plan in plans if plan.name == "丙")
        assert only_reference(lower, "upper_plans").target is next(plan for plan in plans if plan.name == "乙")


# ---- order and hash seed change nothing

WORKSPACE = (
    """规划 例 { 上位规划：某市十四五、某省十四五  指标类别：创新、开放 }
指标 甲 { 类别：创新  承接：某市十四五.甲  别名：丁 }
指标 丁 { 类别：民生 }
目标 乙 { 上级目标：总目标  衡量指标：甲、类别.开放、丁 }
目标 总目标 { 互斥：举措一 }
举措 举措一 { 支撑：乙、总目际  贯彻：会议.开方 }
上位依据 会议 { 要求：开放 }
关系 甲 = 丁 ÷ 戊
豁免 PC301 于 己 { }
不承接 某县十四五.甲 { }
""",
    UPPER,
    "规划 某区十四五 { 上位规划：某市十四五 }\n指标 甲 { 承接：某市十四五.乙、例.甲 }\n",
)

_ATTRS = ("upper_plans", "category", "aligns", "parents", "measured_by", "supports", "implements", "operands")


def ties(holder: Element) -> Iterator[tuple[str, ...]]:
    for attr in _ATTRS:
        value = getattr(holder, attr, None) or []
        for tie in value if isinstance(value, list) else [value]:
            if tie.path is not None and tie.target is not None:
                yield holder.plan.name, holder.name, attr, tie.path.text, tie.target.kind, tie.target.plan.name


def picture(texts: list[str]) -> object:
    """All that linking finds, without places and order."""
    plans, links = linked(*texts)
    problems = [(p.kind, p.name, p.message.text(), p.help and p.help.text(), p.element.name) for p in links.problems]
    return (
        sorted(tie for plan in plans for holder in (plan, *plan.elements) for tie in ties(holder)),
        sorted(problems, key=str),
        sorted((absent.name, absent.plan.name) for absent in links.absent),
    )


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_order_of_files_and_declarations_changes_nothing(order: Random) -> None:
    texts = []
    for text in WORKSPACE:
        stretches = [text[start:end].rstrip() for start, end in cut(text)]
        order.shuffle(stretches)
        texts.append("\n".join(stretches))
    order.shuffle(texts)
    assert picture(texts) == picture(list(WORKSPACE))


@pytest.mark.slow
def test_the_hash_seed_changes_nothing() -> None:
    code = "from tests.workspace.test_link import WORKSPACE, linked, told\nprint(told(linked(*WORKSPACE)[1]))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(seen) == 1


def test_many_unknown_names_end_soon() -> None:
    text = "规划 例 { }\n" + "\n".join(f"目标 甲{i} {{ 上级目标：乙{i} }}" for i in range(2_000))
    _, links = linked(text)
    assert {problem.kind for problem in links.problems} == {"unknown"}
    assert {problem.name for problem in links.problems} == {f"乙{i}" for i in range(2_000)}


def test_a_long_name_has_no_near_one_and_is_told() -> None:
    _, links = linked(f"规划 例 {{ }}\n目标 甲 {{ 上级目标：{'乙' * 10_000} }}\n目标 {'乙' * 9_999} {{ }}")
    assert [problem.kind for problem in links.problems] == ["unknown"]
