"""Rules range over the tables of the texts as over anything else."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.checks import Facts, Outcome, run_rules
from checker.checks.plan_texts import PlanText
from checker.prose.plain import build_plain
from checker.prose.reading.rows import Stated
from checker.source import SourceText
from tests.rules.conftest import book_of, facts_of, rule_text

TEXT = """示例县国民经济和社会发展第十四个五年规划纲要
第一章 发展目标
到2025年，地区生产总值达到500亿元，城镇化率达到60%。
推进强链工程、补链工程、延链工程。
2021年3月5日，示例县召开第一次会议。依据《示例县总体方案》。
第二章 保障措施
到2025年，地区生产总值达到550亿元。
"""


def facts_with(*texts: str, plan: str = "规划 示例县 {}") -> Facts:
    facts = facts_of(plan)
    facts.texts = [
        PlanText(build_plain(SourceText(f"{number}.txt", text)), facts.plans[0]) for number, text in enumerate(texts)
    ]
    return facts


def outcome(body: str, *texts: str) -> Outcome:
    book = book_of(rule_text(body))
    assert [(finding.message.text(), finding.span.text) for finding in book.problems] == []
    return run_rules(book, facts_with(*texts))


def said(body: str, *texts: str) -> list[tuple[str, str]]:
    found = outcome(body, *texts).findings
    return [(finding.message.text(), finding.span.text) for finding in found]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "凡 陈述 x，x.值 ≥ 500亿元\n否则：“{x.主体} {x.年份} {x.值}”\n指向：x",
            ["生产总值 2025 500亿元", "生产总值 2025 550亿元"],
        ),
        ("凡 陈述 x，x.时态 为 目标，x.单位 = “%”\n否则：“{x.主体}”\n指向：x", ["常住人口城镇化率"]),
        ("凡 列举 x，x.项数 = 3\n否则：“{x.各项}”\n指向：x", ["「推进强链工程」、「补链工程」、「延链工程」"]),
        ("凡 提及 x，x.类型 = 文件\n否则：“{x.名称}”\n指向：x", ["示例县总体方案"]),
        ("凡 事件 x，x.时间 早于 2021年4月\n否则：“{x.文稿}”\n指向：x", ["0.txt"]),
        ("凡 章节 x，x.级 = 1，x.标题 含 “保障”\n否则：“{x.标题}”\n指向：x", ["保障措施"]),
    ],
)
def test_the_tables_of_a_text(body: str, wanted: list[str]) -> None:
    assert [message for message, _ in said(body, TEXT)] == wanted


def many(size: int) -> Facts:
    """A text with that many figures of one subject, of most of which scope or year are not known."""
    facts = facts_with(TEXT)
    facts.texts[0].reading.statements = [
        Stated(
            key="生产总值",
            area="城区" if n % 3 else "",
            first_year=2025 if n % 2 else None,
            last_year=2025 if n % 2 else None,
            low=Fraction(n),
            high=Fraction(n),
            unit="亿元" if n % 5 else "万元",
        )
        for n in range(size)
    ]
    return facts


_OPEN = "（y.范围 = x.范围 或 y 无 范围 或 x 无 范围），（y.年份 = x.年份 或 y 无 年份 或 x 无 年份）"


@pytest.mark.parametrize(
    "demand",
    [
        "不得有 陈述 y，使 y.主体 = x.主体，y.范围 = x.范围，y.年份 = x.年份，y.值 ≠ x.值",
        "应有 陈述 y，使 y.主体 = x.主体，y.范围 = x.范围，y.年份 = x.年份，y.值 > x.值",
        f"不得有 陈述 y，使 y.主体 = x.主体，{_OPEN}，y.值 < x.值",
        "不得有 陈述 y，使 y 同指 x，y.值 < x.值",
    ],
)
def test_a_table_held_against_itself_costs_what_its_rows_cost(demand: str) -> None:
    book = book_of(rule_text(f"凡 陈述 x\n{demand}\n否则：“{{x.主体}}”\n指向：x\n合并于：x.主体"))
    rows = []
    for size in (500, 2000):
        found = run_rules(book, many(size))
        assert len(found.findings) == 1
        assert not found.failed
        rows.append(found.costs[0].rows)
    assert rows[1] <= 5 * rows[0]
