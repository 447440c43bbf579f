"""Words of another plan's period in a plan, a report and a note; looking back is no left-over."""

from __future__ import annotations

import pytest

from checker.prose.constraints.leftovers import find_leftovers
from checker.prose.constraints.periods import find_period_slips
from checker.prose.plain import build_plain
from checker.prose.reading.read import read
from checker.source import SourceText

PLAN = "望川市国民经济和社会发展第十五个五年规划纲要\n"
PLAN += "“十五五”时期，全市要加快发展。推动“十五五”时期发展，谋划“十五五”项目，到“十五五”末见效。\n"
REPORT = "望川市政府工作报告\n——2026年1月8日在望川市第五届人民代表大会第六次会议上\n"
REPORT += "我代表市政府向大会报告工作。“十五五”时期，全市要加快发展，谋划“十五五”项目。\n"


def found(head: str, text: str) -> list[tuple[str, str]]:
    whole = head + text
    reading = read(build_plain(SourceText("例.txt", whole)))
    frame = reading.frame
    year, last = frame.year if frame.is_report else 0, frame.period[1] if frame.period else 0
    slips = [*find_period_slips(whole, year, last), *find_leftovers(reading)]
    return [(whole[slip.start : slip.end], slip.message.text()) for slip in slips]


OTHER = "这是“十五五”的规划，这里写的却是“{}”"
PAST = "“十五五”是本规划的时期，这里却当作过去来写"

IN_A_PLAN = {
    "第一节 “十四五”时期的战略定位": ("“十四五”", OTHER.format("十四五")),
    "三、“十三五”主要任务和重大举措": ("“十三五”", OTHER.format("十三五")),
    "第二章 “十五五”时期发展成就": ("“十五五”", PAST),
    "一、“十三五”时期工作回顾": ("“十三五”", OTHER.format("十三五")),
    "“十四五”时期，望川发展面临新的机遇和挑战。": ("“十四五”", OTHER.format("十四五")),
    "推动“十四五”时期高质量发展，必须坚持以下原则。": ("“十四五”", OTHER.format("十四五")),
    "十四五时期，全市经济社会发展的主要目标如下。": ("十四五", OTHER.format("十四五")),
    "“十六五”时期是望川承前启后的关键时期，必须抢抓机遇。": ("“十六五”", OTHER.format("十六五")),
    "全市上下要编制好第十四个五年规划，明确发展蓝图。": ("第十四个五年规划", OTHER.format("十四五")),
    "根据《中共望川市委关于制定第十四个五年规划的建议》，编制本规划。": ("第十四个五年规划", OTHER.format("十四五")),
    "“十五五”规划主要目标任务胜利完成，综合实力跃上新台阶。": ("“十五五”", PAST),
    "“十五五”时期是望川发展极不平凡的五年。": ("“十五五”", PAST),
    "“十三五”时期是望川发展极不寻常、极不平凡的五年。": ("“十三五”", OTHER.format("十三五")),
    "全市用水总量较“十五五”时期下降3%。": ("“十五五”", PAST),
    "本规划期限为2021—2025年。": ("2021", "本规划是“十五五”（2026—2030年），这里写的期限不是"),
    "到2025年，力争常住人口城镇化率提高到70%以上。": ("2025", "“十五五”从2026年开始，这里却把2025年当作目标年"),
    "到二〇二五年，基本形成绿色生产生活方式，生态环境显著改善。": (
        "二〇二五",
        "“十五五”从2026年开始，这里却把2025年当作目标年",
    ),
    "全面贯彻党的二十大和十九届五中全会精神，推动高质量发展。": (
        "十九届五中全会",
        "「十九届五中全会」提出的是“十四五”规划的建议，这是“十五五”的文稿",
    ),
    "在此基础上再奋斗十年，到2035年建成现代化望川。": (
        "再奋斗十年，到2035年",
        "从2030年到2035年是5年，这里写的是10年",
    ),
    "第十五个五年规划（2021—2025年）是行动纲领。": ("2021", "“十五五”是2026—2030年，这里写的不是"),
    "2026年是“十五五”收官之年。": ("是“十五五”收官之年", "“十五五”的这一年是2030年，这里写的是2026年"),
    "第一章 发展基础和环境\n第一节 面临形势\n“十四五”时期是夯实基础的关键时期。": ("“十四五”", OTHER.format("十四五")),
    "第一章 发展基础和环境\n第一节 发展成就\n“十五五”时期，全市攻坚克难，发展取得明显成效。": ("“十五五”", PAST),
    "专栏1 “十四五”时期经济社会发展主要指标\n指标共分五类。": ("“十四五”", OTHER.format("十四五")),
    "党的二十届三中全会审议通过《中共中央关于制定国民经济和社会发展第十五个五年规划的建议》。": (
        "二十届三中全会",
        "提出“十五五”规划建议的是二十届四中全会，这里写的是「二十届三中全会」",
    ),
}


@pytest.mark.parametrize("text", IN_A_PLAN, ids=str)
def test_what_belongs_to_another_plan_is_told(text: str) -> None:
    assert found(PLAN, text) == [IN_A_PLAN[text]]


@pytest.mark.parametrize(
    "text",
    [
        "一、“十四五”时期发展成就\n“十四五”时期，望川面对挑战，坚持稳中求进。要看到，发展仍面临不足。",
        "“十四五”规划主要目标任务胜利完成，为更好推动发展奠定基础。",
        "与“十四五”相比，必须更加注重民生。",
        "经过“十四五”时期的发展积淀，望川面临新的机遇。",
        "超额完成“十四五”找矿任务。",
        "用水总量力争比“十四五”末下降3%。",
        "深入实施“九五”普法规划，推动法治建设。",
        "“十五五”时期，确保圆满完成“十五五”目标任务，努力取得新成就。",
        "谋划“十六五”重大项目储备，编制好前期方案。",
        "城镇化率从2020年的60%提高到2025年的66%。到2025年，建成公园30个，完成投资5亿元。",
        "在《望川市国民经济和社会发展第十四个五年规划纲要》基础上编制。",
        "党的十九届五中全会以来，落实新发展理念取得成效。",
        "到2030年基本实现目标。在此基础上再奋斗五年，到2035年建成现代化望川。",
        "从2020年起再用十五年，到2035年基本实现现代化。",
        "第一章 发展基础和环境\n第一节 发展成就\n“十四五”时期，全市攻坚克难，发展取得明显成效。",
        "第一章 发展基础\n第一节 主要成效\n“十五五”时期，全市要取得更大成效。",
        "第一节 发展成就\n专栏1 “十四五”时期经济社会发展主要指标\n指标共分五类。",
        "党的二十届四中全会审议通过《中共中央关于制定国民经济和社会发展第十五个五年规划的建议》。",
    ],
    ids=str,
)
def test_what_looks_back_or_ahead_rightly_is_none(text: str) -> None:
    assert found(PLAN, text) == []


IN_A_REPORT = {
    "二、“十四五”时期主要目标任务": ("“十四五”", OTHER.format("十四五")),
    "今年是“十五五”收官之年，做好工作意义重大。": (
        "是“十五五”收官之年",
        "“十五五”的这一年是2030年，这里写的是2026年",
    ),
    "今年适逢建市四十周年，是“十五五”规划实施第二年。": (
        "是“十五五”规划实施第二年",
        "“十五五”的这一年是2027年，这里写的是2026年",
    ),
    "今年要奋力实现“十六五”良好开局。": ("“十六五”", OTHER.format("十六五")),
    "去年攻坚克难，实现“十三五”顺利收官。": ("“十三五”", OTHER.format("十三五")),
    "落实“十六五”时期经济社会发展任务。": ("“十六五”", OTHER.format("十六五")),
    "去年是“十四五”开局之年。": ("是“十四五”开局之年", "“十四五”的这一年是2021年，这里写的是2025年"),
}


@pytest.mark.parametrize("text", IN_A_REPORT, ids=str)
def test_a_report_knows_its_year(text: str) -> None:
    assert found(REPORT, text) == [IN_A_REPORT[text]]


@pytest.mark.parametrize(
    "text",
    [
        "今年是“十五五”开局之年。去年是“十四五”收官之年，也是谋划之年。",
        "一、“十四五”时期和2025年工作回顾\n“十四五”时期，全市顶住压力，要素保障有力。",
        "圆满完成“十四五”目标任务，为“十五五”开局打下基础。",
    ],
    ids=str,
)
def test_a_report_looks_back_rightly(text: str) -> None:
    assert found(REPORT, text) == []


def test_a_title_is_told_by_what_the_text_speaks_of() -> None:
    assert found(PLAN.replace("第十五个", "第十四个"), "") == [
        ("第十四个五年规划", "全文写的是“十五五”，这里的规划名称却是“十四五”的")
    ]
