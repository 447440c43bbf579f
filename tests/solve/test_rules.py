"""What the rules of conflicting targets say of plan texts, through the public door."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import checker
from checker.finding import Finding

_CODES = ("PC308", "PC401", "PC402", "PC505", "PC604")
_HEAD = "规划 例 { 规划期：2021—2025 }\n"


def found(tmp_path: Path, text: str, *uppers: str) -> list[Finding]:
    folder = tmp_path / "例"
    folder.mkdir(exist_ok=True)
    (folder / "例.plan").write_text(_HEAD + text, encoding="utf-8")
    for number, upper in enumerate(uppers):
        (folder / f"上{number}.plan").write_text(upper, encoding="utf-8")
    report = checker.check(folder / "例.plan", select=_CODES)
    return [finding for finding in report.findings if finding.code in _CODES]


def told(tmp_path: Path, text: str, *uppers: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.span.text) for finding in found(tmp_path, text, *uppers)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # growth, told by PC308 and not once more by the solver that a relation calls in
        (
            (
                "指标 甲 { 单位：亿元  2020年：实际 1000  2025年：目标 2000  年均：目标 9% }\n"
                "指标 乙 { 单位：亿元  2025年：目标 1 }\n关系 甲 ≥ 乙"
            ),
            [("PC308", "9%")],
        ),
        # two values, told by PC401 alone
        (
            "指标 甲 { 单位：亿元  2025年：目标 10、目标 20 }\n指标 乙 { 单位：亿元 }\n关系 甲 ≥ 乙",
            [("PC401", "20")],
        ),
        # a sum over a category, with one member unknown: it may be what is missing
        (
            (
                "指标 总 { 单位：亿元  2025年：目标 100 }\n指标 甲 { 单位：亿元  2025年：目标 30 }\n"
                "指标 乙 { 单位：亿元 }\n关系 总 = 合计（甲、乙）"
            ),
            [],
        ),
        (
            (
                "指标 总 { 单位：亿元  2025年：目标 100 }\n指标 甲 { 单位：亿元  2025年：目标 30 }\n"
                "指标 乙 { 单位：亿元  2025年：目标 300000万元 }\n关系 总 = 合计（甲、乙）"
            ),
            [("PC402", "300000万元")],
        ),
        # doubling, told by the year
        (
            "指标 甲 { 单位：亿元  2020年：实际 100  2035年：目标 150 }\n关系 甲.2035年 ≥ 甲.2020年 × 2",
            [("PC402", "150")],
        ),
        # growth of one above growth of another
        (
            (
                "指标 甲 { 单位：亿元  年均：目标 5% }\n指标 乙 { 单位：亿元  年均：目标 6%—7% }\n"
                "关系 年均增速（甲） > 年均增速（乙）"
            ),
            [("PC402", "6%—7%")],
        ),
        # × 100 behind a quotient means × 100 %
        (
            (
                "指标 占比 { 单位：%  2025年：目标 40 }\n指标 甲 { 单位：亿元  2025年：目标 40 }\n"
                "指标 乙 { 单位：亿元  2025年：目标 100 }\n关系 占比 = 甲 ÷ 乙 × 100"
            ),
            [],
        ),
        # shares that are tied to each other as well as to their whole
        (
            (
                "指标 一 { 单位：%  2025年：目标 2 }\n指标 二 { 单位：%  2025年：目标 ≤40 }\n"
                "指标 三 { 单位：%  2025年：目标 50 }\n关系 一 + 二 + 三 = 100%"
            ),
            [("PC402", "50")],
        ),
        # 现价 and 不变价 are not reckoned with each other
        (
            (
                "指标 甲 { 单位：亿元  价格：现价  2025年：目标 10 }\n"
                "指标 乙 { 单位：亿元  价格：2020年价  2025年：目标 20 }\n"
                "关系 甲 = 乙"
            ),
            [],
        ),
        # 左右 without a tolerance says nothing, with one as much as it says
        (
            "指标 甲 { 单位：亿元  2025年：目标 10左右 }\n指标 乙 { 单位：亿元  2025年：目标 20 }\n关系 甲 = 乙",
            [],
        ),
        (
            (
                "指标 甲 { 单位：亿元  2025年：目标 10左右（容差 5亿元） }\n"
                "指标 乙 { 单位：亿元  2025年：目标 20 }\n关系 甲 = 乙"
            ),
            [("PC402", "20")],
        ),
        # the tolerance of a relation
        (
            (
                "指标 甲 { 单位：亿元  2025年：目标 10 }\n指标 乙 { 单位：亿元  2025年：目标 12 }\n"
                "关系 甲 = 乙 { 容差：2亿元 }"
            ),
            [],
        ),
        # per head, in units that have to be converted
        (
            (
                "指标 人均 { 单位：万元/人  2025年：目标 20 }\n指标 总 { 单位：亿元  2025年：目标 100 }\n"
                "指标 人口 { 单位：万人  2025年：目标 10 }\n关系 人均 = 总 ÷ 人口"
            ),
            [("PC402", "10")],
        ),
        # a resource in a relation
        (
            "资源 用地 { 单位：亩  总量：100 }\n指标 新增用地 { 单位：平方公里  2025年：目标 1 }\n关系 新增用地 ≤ 用地",
            [("PC402", "1")],
        ),
        # two relations that contradict each other whatever the figures are
        (
            (
                "指标 占比 { 单位：%  2025年：目标 30 }\n指标 甲 { 单位：亿元 }\n"
                "指标 乙 { 单位：亿元  2025年：目标 9 }\n关系 占比 = 甲 ÷ 乙\n关系 占比 = 甲 ÷ 乙 + 1%"
            ),
            [("PC402", "占比 = 甲 ÷ 乙 + 1%")],
        ),
        # a chain of relations whose middle indicators have no figure
        (
            (
                "指标 甲 { 单位：亿元  2023年：目标 100 }\n指标 乙 { 单位：亿元 }\n指标 丙 { 单位：亿元 }\n"
                "指标 丁 { 单位：亿元  2023年：目标 300 }\n关系 甲 ≥ 乙 + 1亿元\n关系 乙 ≥ 丙 × 2\n关系 丙 ≥ 丁"
            ),
            [("PC402", "300")],
        ),
        # factors may be below zero, on either side
        (
            (
                "指标 甲 { 单位：亿元  2025年：目标 100 }\n指标 乙 { 单位：亿元 }\n"
                "指标 丙 { 单位：%  2025年：目标 -5 }\n关系 乙 = 甲 × 丙"
            ),
            [],
        ),
        (
            (
                "指标 甲 { 单位：亿元  2025年：目标 100 }\n指标 乙 { 单位：亿元 }\n"
                "指标 丙 { 单位：%  2025年：目标 -5 }\n关系 乙 = 丙 × 甲"
            ),
            [],
        ),
        # what divides is not 0
        (
            (
                "指标 甲 { 单位：亿元  2025年：目标 0（容差 0亿元） }\n指标 乙 { 单位：亿元 }\n"
                "指标 丙 { 单位：% }\n关系 丙 = 乙 ÷ 甲"
            ),
            [("PC402", "丙 = 乙 ÷ 甲")],
        ),
        # people times what 人均 tells in plain 元
        (
            (
                "指标 总收入 { 单位：亿元  2025年：目标 200 }\n指标 人口 { 单位：万人  2025年：目标 50 }\n"
                "指标 人均收入 { 单位：元  2025年：目标 90000 }\n关系 总收入 = 人口 × 人均收入"
            ),
            [("PC402", "90000")],
        ),
        # a growth that one target fits and another does not: told by PC308, and not left out
        (
            (
                "指标 甲 { 单位：亿元  2020年：实际 100  2025年：目标 ≥150、目标 200  年均：目标 6%—8% }\n"
                "指标 乙 { 单位：亿元 }\n关系 甲 ≥ 乙"
            ),
            [("PC308", "6%—8%")],
        ),
        # a relation with a number beside what the indicator states
        (
            "指标 甲 { 单位：亿元  2025年：目标 30 }\n关系 甲.2025年 ≥ 50亿元",
            [("PC402", "30")],
        ),
        (
            "指标 甲 { 单位：亿元  价格：2020年价  年均：目标 9%（现价） }\n关系 年均增速（甲） ≤ 6%",
            [("PC402", "9%")],
        ),
        # relations that cannot be worked out
        ("指标 甲 { 单位：亿元 }\n指标 乙 { 单位：亿元 }\n关系 甲 = 乙 ÷ 0", [("PC402", "甲 = 乙 ÷ 0")]),
        ("指标 甲 { 单位：亿元 }\n关系 甲 = 3匹", [("PC402", "甲 = 3匹")]),
        ("指标 甲 { 单位：亿元 }\n关系 甲 = 累计（甲）", [("PC402", "甲 = 累计（甲）")]),
        (
            "指标 甲 { 单位：亿元  2019年：实际 1  2024年：目标 2 }\n关系 年均增速（甲） ≥ 年均增速（甲） + 1",
            [("PC402", "年均增速（甲） ≥ 年均增速（甲） + 1")],
        ),
    ],
)
def test_what_is_said(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(tmp_path, text) == expected


def test_the_arithmetic_and_what_would_settle_it(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "指标 甲 { 单位：亿元  2020年：实际 1000  2025年：目标 ≥2000  年均：目标 9% }")
    assert "1000亿元 × (1+9%)^5 = 1539亿元 < 2000亿元" in finding.message.text()
    assert finding.help is not None
    assert "需年均14.9%" in finding.help.text()


def test_a_conflict_is_told_in_both_languages_with_its_arithmetic(tmp_path: Path) -> None:
    (finding,) = found(
        tmp_path,
        "指标 占比 { 单位：%  2025年：目标 ≥60 }\n指标 甲 { 单位：亿元  2025年：目标 50 }\n"
        "指标 乙 { 单位：亿元  2025年：目标 ≥100 }\n关系 占比 = 甲 ÷ 乙",
    )
    assert "占比60% = 甲50亿元 ÷ 乙83.33亿元；83.33亿元 < 100亿元" in finding.message.text()
    assert "占比60% = 甲50亿元 ÷ 乙83.33亿元; 83.33亿元 < 100亿元" in finding.message.text("en")
    assert finding.help is not None
    assert "已验算" in finding.help.text()
    assert [related.span.text for related in finding.related] == ["≥60", "50", "占比 = 甲 ÷ 乙"]


def test_three_levels_are_named_by_their_own_statements() -> None:
    folder = Path(checker.__file__).parent.parent / "plans" / "sample-conflict"
    (finding,) = [finding for finding in checker.check(folder).findings if finding.code == "PC402"]
    assert finding.span.text == "6%—8%"
    assert [(related.span.source.path.rsplit("/", 1)[-1], related.span.text) for related in finding.related] == [
        ("临江省十四五.plan", "≥42000"),
        ("云川开发区十四五.plan", "700"),
        ("云川市十四五.plan", "临江省十四五.地区生产总值（份额 10%）"),
        ("云川市十四五.plan", "云川开发区 未公开"),
        ("云川市十四五.plan", "临川县 900亿元"),
        ("云川市十四五.plan", "北川县 1100亿元"),
        ("云川市十四五.plan", "市辖区 1000亿元（完整）"),
        ("云川市十四五.plan", "云川开发区 未公开、临川县 900亿元、北川县 1100亿元、市辖区 1000亿元（完整）"),
    ]
    assert finding.help is not None
    assert "11.4%" in finding.help.text()


def test_a_plan_above_that_asks_too_much_alone_is_no_fault_of_the_plan(tmp_path: Path) -> None:
    upper = (
        "规划 市 {}\n指标 甲 { 单位：亿元  2025年：目标 10 }\n指标 乙 { 单位：亿元  2025年：目标 20 }\n关系 甲 = 乙\n"
    )
    assert told(tmp_path, "指标 丙 { 单位：亿元 }", upper) == []


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2), (1, 3, 2, 0), (2, 0, 3, 1), (0, 2, 1, 3)])
def test_a_chain_of_relations_is_held_in_whatever_order_it_is_written(tmp_path: Path, order: tuple[int, ...]) -> None:
    names = "甲乙丙丁戊"
    ends = {"甲": "  2023年：目标 10", "戊": "  2023年：目标 20"}
    text = "".join(f"指标 {name} {{ 单位：亿元{ends.get(name, '')} }}\n" for name in names)
    text += "".join(f"关系 {names[at]} ≥ {names[at + 1]}\n" for at in order)
    assert told(tmp_path, text) == [("PC402", "20")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # quotients of unknowns
        (
            "指标 甲 { 单位：亿元  2025年：目标 1 }\n指标 乙 { 单位：亿元 }\n关系 甲 ÷ 乙 ≥ 60%\n关系 甲 ÷ 乙 ≤ 50%",
            "甲 ÷ 乙 ≥ 60%；甲 ÷ 乙只能≥60%",
        ),
        # what is only near to 0 is not shown as 0, and a share is shown as it is used
        (
            (
                "指标 甲 { 单位：亿元  2025年：目标 302 }\n指标 乙 { 单位：亿元 }\n"
                "指标 丙 { 单位：%  2025年：目标 16 }\n关系 甲 > 乙 × 37%\n关系 甲 = 乙 × 丙"
            ),
            "甲 = 乙 × 丙16%；甲 ≥ 乙 × 37%；甲只能<0亿元",
        ),
        # nothing grows in % from less than nothing
        (
            "指标 甲投资 { 单位：亿元  2025年：目标 -5  年均：目标 6% }",
            "甲投资年均6%要从大于0的数起算；甲投资只能>0亿元",
        ),
        (
            (
                "指标 丙 { 单位：万元  年均：目标 5% }\n指标 甲 { 单位：万元  2025年：目标 196 }\n"
                "指标 丁 { 单位：万元  2025年：目标 -3466814 }\n关系 丙 = 甲 + 丁 × 68%"
            ),
            "丙年均5%要从大于0的数起算",
        ),
        # the years that nothing is said of
        (
            "指标 甲投资 { 单位：亿元  2025年：目标 900  年均：目标 100亿元 }",
            "900亿元 + 其余各年至少0亿元 = 甲投资累计900亿元；甲投资年均值180亿元 × 5 = 甲投资累计900亿元；",
        ),
    ],
)
def test_every_line_says_what_is_used(tmp_path: Path, text: str, words: str) -> None:
    (finding,) = found(tmp_path, text)
    assert words in finding.message.text()


def test_the_figure_that_is_to_change_is_named_where_the_year_has_two(tmp_path: Path) -> None:
    text = "指标 甲 { 单位：亿元  2025年：目标 ≥11（不变价 2020年）、目标 13—18  2020年：实际 1  年均：目标 7.3% }\n"
    findings = found(tmp_path, text + "指标 乙 { 单位：亿元 }\n关系 乙 ≥ 甲")
    advice = [one.help.text() for one in findings if one.code == "PC402" and one.help is not None]
    assert all("2025年的" in one for one in advice if "「甲」2025年" in one)


def test_what_only_the_plan_above_puts_into_numbers_is_told_of_the_tie(tmp_path: Path) -> None:
    upper = "规划 市 { 规划期：2021—2025 }\n指标 甲 { 单位：亿元  2025年：目标 1000 }\n"
    text = (
        "规划 例 { 规划期：2021—2025  上位规划：市 }\n"
        "指标 乙 { 单位：亿元  承接：市.甲（份额 30%） }\n指标 丙 { 单位：亿元 }\n"
        "关系 丙 = 乙 + 丙.2025年\n"
    ).removeprefix(_HEAD)
    folder = tmp_path / "例"
    folder.mkdir()
    (folder / "例.plan").write_text(text, encoding="utf-8")
    (folder / "市.plan").write_text(upper, encoding="utf-8")
    (finding,) = [one for one in checker.check(folder / "例.plan", select=_CODES).findings if one.code == "PC402"]
    assert finding.span.text == "市.甲（份额 30%）"


def test_a_run_without_relations_loads_no_solver(tmp_path: Path) -> None:
    path = tmp_path / "例.plan"
    path.write_text(
        _HEAD + "指标 甲 { 单位：亿元  2020年：实际 1000  2025年：目标 2000  年均：目标 9% }", encoding="utf-8"
    )
    program = (
        "import sys\nfrom checker.doors.cli import main\n"
        f"assert main([{str(path)!r}]) == 1\n"
        "print([name for name in ('simplex', 'collect', 'formula') if f'checker.solve.{name}' in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ran.stdout.decode("utf-8", "replace").splitlines()[-1] == "[]"
