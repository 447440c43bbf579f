"""Running rules: broken references hold back, failures are findings, costs are counted, shapes stay linear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker import check
from checker.checks import Facts, Record, Rulebook, predicate, run_rules
from checker.checks.plan_tables import PlanTables
from checker.checks.predicates import Predicate
from checker.finding import Severity
from checker.prose.constraints import slips
from checker.rules.run import ROW_BUDGET, ROWS_A_THING, run
from tests.rules.conftest import book_of, facts_of, rule_text


def codes(book: Rulebook, *texts: str) -> list[tuple[str, str]]:
    outcome = run_rules(book, facts_of(*texts), lambda code, _: code in {"PC103", "PC201", "PC202", "PC203", "PC205"})
    return sorted((finding.code, finding.span.text) for finding in outcome.findings)


# ---- one mistake, one finding


def test_a_slip_in_a_name_is_one_finding(built_in: Rulebook) -> None:
    """Neither the measure that names nothing nor the goal that is meant is blamed as well."""
    plan = "目标 产业升级 { 评估方式：“考核” } 举措 甲 { 支撑：产业升 }"
    assert codes(built_in, plan) == [("PC103", "产业升")]


def test_what_the_slip_does_not_resemble_is_still_found(built_in: Rulebook) -> None:
    plan = "目标 产业升级 { 评估方式：“考核” } 目标 生态 { 评估方式：“考核” } 举措 甲 { 支撑：产业升 } 举措 乙 {}"
    assert codes(built_in, plan) == [("PC103", "产业升"), ("PC201", "乙"), ("PC203", "生态")]


def test_a_slip_further_up_holds_back_what_hangs_below(built_in: Rulebook) -> None:
    plan = (
        "目标 总 { 类型：总目标    评估方式：“考核” } 目标 甲 { 上级目标：总目 } 目标 乙 { 上级目标：甲 }\n"
        "指标 丙 {} 目标 丁 { 上级目标：总    衡量指标：丙 } 举措 戊 { 支撑：甲、乙、丁 }"
    )
    assert codes(built_in, plan) == [("PC103", "总目"), ("PC202", "乙"), ("PC202", "甲")]


def test_a_measure_of_a_slogan_that_is_not_all_listed_is_not_blamed(built_in: Rulebook) -> None:
    plan = (
        "目标 乙 { 评估方式：“考核” } 提法 丙 { 包括：“别的”    成员：部分 } 举措 甲 { 支撑：丙 } 举措 丁 { 支撑：乙 }"
    )
    assert codes(built_in, plan) == []


def test_a_reference_to_an_absent_upper_plan_leaves_things_open() -> None:
    book = book_of(rule_text("凡 指标 x\n应有 指标 y，使 x 承接 y"))
    plan = "规划 区 { 上位规划：市 } 指标 甲 { 承接：市.甲 } 指标 乙 {}"
    assert [finding.span.text for finding in run_rules(book, facts_of(plan)).findings] == ["乙"]


# ---- failures


@predicate("坏事", "mishap")
def mishaps(facts: Facts) -> Iterator[Record]:
    yield Record("mishap", facts.plans[0], facts.plans[0].name_span)
    raise RuntimeError("坏了")


def with_predicate(book: Rulebook, found: Predicate) -> Rulebook:
    return replace(book, predicates=(*book.predicates, found))


def test_a_crash_is_a_finding_that_names_the_rule() -> None:
    from checker.checks import Pack, Settings, load_rules
    from checker.source import SourceText

    texts = rule_text("凡 坏事 x\n否则：“x” “x”\n指向：x.位置") + rule_text("凡 目标 x", code="ZZ02")
    book = load_rules([Pack("试", (SourceText("试.rule", texts),), (mishaps,))], Settings())
    assert book.problems == ()
    outcome = run_rules(book, facts_of("规划 例 {} 目标 甲 {}"))
    assert [(finding.code, finding.message.text(), finding.span.text) for finding in outcome.findings] == [
        ("ZZ01", "规则 ZZ01 运行出错（RuntimeError），没有查完", "例"),
        ("ZZ02", "有问题", "甲"),
    ]
    assert outcome.findings[0].severity is Severity.ERROR


def test_a_crash_on_a_text_without_a_plan_is_a_finding_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("坏了")

    monkeypatch.setattr(slips, "find_marks", broken)
    text = tmp_path / "纲要.txt"
    text.write_text("云川市国民经济和社会发展第十五个五年规划纲要\n一、发展环境\n", encoding="utf-8")
    (found,) = check([text]).findings
    assert (found.code, found.severity) == ("PC708", Severity.ERROR)
    assert found.message.text() == "规则 PC708 运行出错（RuntimeError），没有查完"


def test_a_spent_budget_is_a_finding_that_names_the_rule() -> None:
    book = replace(book_of(rule_text("凡 目标 x，凡 目标 y，凡 目标 z，x.名称 = “无”")), row_budget=1000)
    plan = "规划 例 {}\n" + "\n".join(f"目标 甲{number} {{}}" for number in range(2000))
    outcome = run_rules(book, facts_of(plan))
    (finding,) = outcome.findings
    assert finding.message.text() == "规则 ZZ01 超出行数上限 1000，没有查完"
    assert finding.help is not None
    assert outcome.costs[0].rows > 1000


def test_the_budget_grows_with_what_there_is_to_look_at() -> None:
    """A linear rule gets through whatever the number of plans; what the configuration says holds."""
    book = book_of(rule_text("凡 目标 x，x.名称 = “无”"))
    assert book.budget(10) == book.budget(0) == ROW_BUDGET
    assert book.budget(10_000_000) == ROWS_A_THING * 10_000_000
    assert replace(book, row_budget=7).budget(10_000_000) == 7


def test_rules_share_what_is_made_of_a_column() -> None:
    facts = facts_of("规划 例 {}\n目标 甲 {}\n目标 乙 {}\n举措 丙 { 支撑：甲 }")
    body = "凡 目标 x，存在（举措 y，y.规划 = x.规划）"
    book = book_of(rule_text(body), rule_text(f"{body}，x 无 上级目标", code="ZZ02"))
    tables = PlanTables(facts, book.schema)
    assert len(run(book.rules[:1], tables).findings) == 2
    made = {key: id(one) for key, one in tables.indexes.items()}
    assert made
    assert len(run(book.rules[1:], tables).findings) == 2
    assert {key: id(one) for key, one in tables.indexes.items()} == made


def test_costs_are_told_for_each_rule(built_in: Rulebook) -> None:
    outcome = run_rules(built_in, facts_of("目标 甲 {}"))
    assert [cost.code for cost in outcome.costs] == [rule.code for rule in built_in.rules]
    assert all(cost.seconds >= 0 for cost in outcome.costs)


# ---- shapes


def hub(size: int) -> str:
    return "目标 总 { 类型：总目标 }\n" + "".join(f"举措 m{i} {{ 支撑：总 }}\n" for i in range(size))


def chain(size: int) -> str:
    goals = "".join(f"目标 g{i} {{ 上级目标：g{i - 1} }}\n" for i in range(1, size))
    return "目标 g0 { 类型：总目标 }\n" + goals + f"举措 m {{ 支撑：g{size - 1} }}\n"


def ring(size: int) -> str:
    return "".join(f"目标 g{i} {{ 上级目标：g{(i + 1) % size} }}\n" for i in range(size)) + "举措 m {}"


def parts(size: int) -> str:
    measures = "".join(f"举措 m{i} {{ 上级举措：m{i - 1} }}\n" for i in range(1, size))
    return "目标 甲 {}\n举措 m0 {}\n" + measures


def indicators(size: int) -> str:
    one = "{{ 类别：类    单位：亿元    2020年：实际 1    2025年：目标 2 }}"
    return "规划 例 { 指标类别：类    规划期：2021—2025 }\n目标 甲 { 衡量指标：类别.类 }\n" + "".join(
        f"指标 i{i} {one.format()}\n" for i in range(size)
    )


def broken(size: int) -> str:
    return "目标 总 { 类型：总目标 }\n" + "".join(
        f"目标 g{i} {{ 上级目标：总 }}\n举措 m{i} {{ 支撑：没有{i} }}\n" for i in range(size // 2)
    )


@pytest.mark.parametrize("shape", [hub, chain, ring, parts, indicators, broken], ids=lambda shape: shape.__name__)
def test_rules_that_ship_look_at_rows_in_proportion(shape: object, built_in: Rulebook) -> None:
    """Ten times the plan, ten times the rows, for every rule; whatever the shape."""
    assert callable(shape)
    small, large = (run_rules(built_in, facts_of(shape(size))).costs for size in (150, 1500))
    for one, ten in zip(small, large, strict=True):
        assert ten.rows <= 12 * one.rows + 200, one.code


# ---- rules about findings


WAIVER = "豁免 {code} 于 全部 {{ 理由：“位次” }}"
UNUSED = "凡 豁免情况 x，x.规则已查 为 是，x.免去 = 0\n否则：“有问题” “wrong”\n指向：x.位置"


def test_a_rule_about_findings_runs_after_the_others() -> None:
    """Whatever its code; it is told once, and its cost is counted once."""
    book = book_of(
        rule_text("凡 目标 x", code="ZZ001"), rule_text("凡 指标 x", code="ZZ003"), rule_text(UNUSED, code="AA001")
    )
    plan = "目标 甲 {} " + " ".join(WAIVER.format(code=code) for code in ("ZZ001", "ZZ003", "ZZ009", "AA001"))
    outcome = run_rules(book, facts_of(plan))
    assert [(finding.code, finding.span.text) for finding in outcome.findings] == [("ZZ001", "甲"), ("AA001", "ZZ003")]
    assert sorted(cost.code for cost in outcome.costs) == ["AA001", "ZZ001", "ZZ003"]


def test_a_rule_that_failed_has_judged_nothing() -> None:
    book = book_of(rule_text("凡 指标 x", code="ZZ001"), rule_text(UNUSED, code="AA001"))
    plan = "指标 甲 {} 指标 乙 {} 目标 丙 {} 豁免 ZZ001 于 丙 { 理由：“位次” }"
    assert [finding.code for finding in run_rules(book, facts_of(plan)).findings] == ["ZZ001", "ZZ001", "AA001"]
    outcome = run_rules(replace(book, row_budget=1), facts_of(plan))
    assert [(finding.code, finding.span.text) for finding in outcome.findings] == [("ZZ001", "甲"), ("ZZ001", "")]
    assert outcome.failed == {"ZZ001"}


def test_a_rule_that_does_not_apply_to_the_stage_has_judged_nothing() -> None:
    off = rule_text("凡 指标 x", head="级别：不查；送审稿起为警告", code="ZZ001")
    book = book_of(off, rule_text(UNUSED, code="AA001"))
    waiver = WAIVER.format(code="ZZ001")
    assert run_rules(book, facts_of(f"规划 例 {{ 阶段：征求意见稿 }} {waiver}")).findings == []
    found = run_rules(book, facts_of(f"规划 例 {{ 阶段：送审稿 }} {waiver}")).findings
    assert [finding.code for finding in found] == ["AA001"]
