"""What a rule may need beside the plan itself, and the page of the report that it may ask for: closed lists of words.

A rule declares both at its head (需要：上位规划、承接; 归入：承接). What was not checked for want of something, and
where a report shows what was found, follow from that.
"""

from __future__ import annotations

from checker.messages.choices import Choice

#: What may be missing. The first six are things; the others are told by a plan, or by the upper one.
NEEDS: tuple[Choice, ...] = (
    Choice("text", ("文本",)),
    Choice("plan_file", ("规划文件",)),
    Choice("indicator_table", ("指标表",)),
    Choice("companion_text", ("同套文稿",)),
    Choice("upper_text", ("上位文稿",)),
    Choice("upper_plan", ("上位规划",)),
    Choice("upper_indicators", ("上位指标",)),
    Choice("upper_natures", ("上位属性",)),
    Choice("upper_breakdown", ("上位分解",)),
    Choice("upper_answers", ("上位响应",)),
    Choice("level", ("层级",)),
    Choice("carried_indicators", ("指标承接",)),
)

#: Pages of the report that gather the findings of some rules.
PAGES: tuple[Choice, ...] = (
    Choice("conflicts", ("冲突",)),
    Choice("alignment", ("承接",)),
    Choice("slogans", ("提法",)),
    Choice("procedure", ("程序",)),
)
