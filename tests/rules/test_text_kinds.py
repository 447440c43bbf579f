"""Rules range over the tables of the texts as over anything else."""

from __future__ import annotations

import pytest

from checker.checks import Facts, Outcome, run_rules
from checker.checks.plan_texts import PlanText
from checker.prose.plain import build_plain
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
