"""What is said of slips and periods, in both languages."""

from __future__ import annotations

import pytest

from checker.prose.constraints.periods import find_period_slips
from checker.prose.typos import find_typos, find_unpaired

TYPOS = [
    ("三各抓手", "「各」疑似错字：数词和名词之间用量词“个”", "个"),
]
MARKS = [
    ("《规划纲要已印发。", "「《」没有配对的后一半"),
    ("规划纲要》已印发。", "「》」没有配对的前一半"),
    ("（见附件1)。", "「（见附件1)」的括号一半是全角、一半是半角"),
]
PERIODS = [
    ("“十四五”时期（2020—2024年）", "“十四五”是2021—2025年，这里写的不是"),
    ("到“十四五”末2024年", "“十四五”的这一年是2025年，这里写的是2024年"),
    ("2019年10月召开的十九届五中全会", "「十九届五中全会」在2020年，这里写的是2019年"),
    ("第十四个五年规划和2030年远景目标", "这里写的是2030年远景目标，应是2035年"),
    ("第十四个五年规划。公共财政预算收入", "「公共财政预算收入」从2015年起改称「一般公共预算收入」"),
]


@pytest.mark.parametrize(("text", "said", "right"), TYPOS, ids=lambda one: one)
def test_a_typo_is_told_with_what_would_be_right(text: str, said: str, right: str) -> None:
    (slip,) = find_typos(text)
    assert (slip.message.text(), slip.right) == (said, right)
    assert slip.message.text("en").isprintable()


@pytest.mark.parametrize(("text", "said"), MARKS, ids=lambda one: one)
def test_a_mark_without_its_partner_is_told(text: str, said: str) -> None:
    (slip,) = find_unpaired([(text, 0)])
    assert slip.message.text() == said


def test_a_pair_broken_over_lines_is_a_pair() -> None:
    assert list(find_unpaired([("【字号：", 0), ("大", 5), ("】", 7)])) == []
    assert [slip.start for slip in find_unpaired([("“甲", 0), *[("乙", 3 + 2 * n) for n in range(20)]])] == []
    assert [slip.start for slip in find_unpaired([("甲“乙", 0), *[("乙", 4 + 2 * n) for n in range(20)]])] == [1]


@pytest.mark.parametrize(("text", "said"), PERIODS, ids=lambda one: one)
def test_a_period_out_of_place_is_told(text: str, said: str) -> None:
    assert [slip.message.text() for slip in find_period_slips(text)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "“十四五”时期（2021—2025年）",
        "2020年认真贯彻党的十九届四中全会精神",
        "回顾“十三五”时期的成就",
        "第十四个五年规划和二〇三五年远景目标",
        "公共财政预算收入",
    ],
)
def test_a_period_in_its_place_is_left_alone(text: str) -> None:
    assert list(find_period_slips(text)) == []
