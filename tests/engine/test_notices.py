"""What is said of plans above that are not at hand, not in force, or say too little."""

from __future__ import annotations

from pathlib import Path

import checker

UP = "规划 云川市十四五 { 层级：市  %s }\n"
FULL = UP % "指标数：1（列出：全部）" + "指标 甲 { 单位：%  属性：约束性  分解至：县区  2025年：目标 40 }\n"
OWN = """规划 云川开发区十四五 { 层级：开发区  上位规划：云川市十四五  文本：“纲要.txt” %s }
目标 总 { 类型：总目标 }
举措 丙 { 支撑：总 }
"""
LINKED = "指标 乙 { 列入指标表：否  单位：%  2025年：目标 40  承接：云川市十四五.甲（不低于） }\n"


def notices(folder: Path, own: str, *uppers: str, **options: str) -> list[tuple[str, tuple[str, ...]]]:
    (folder / "纲要.txt").write_text("到2025年，各项目标实现。\n", encoding="utf-8")
    (folder / "区.plan").write_text(own, encoding="utf-8")
    for number, text in enumerate(uppers):
        (folder / f"上{number}.plan").write_text(text, encoding="utf-8")
    report = checker.check(folder / "区.plan", **options)  # type: ignore[arg-type]
    return [(notice.message.text(), notice.codes) for notice in report.notices]


def test_where_all_is_there_nothing_is_said(tmp_path: Path) -> None:
    assert notices(tmp_path, OWN % "" + LINKED, FULL) == []


def test_a_plan_that_is_not_there(tmp_path: Path) -> None:
    ((text, codes),) = notices(tmp_path, OWN % "" + LINKED)
    assert text == "没有「云川市十四五」的文件，与它的衔接未检查"
    assert codes == ("PC501", "PC502", "PC503", "PC504", "PC506", "PC508", "PC509")


def test_a_plan_above_that_cannot_be_read_in_part(tmp_path: Path) -> None:
    ((text, codes),) = notices(tmp_path, OWN % "" + LINKED, FULL + "指标 丁 （ 单位：% }\n")
    assert text.startswith("「云川市十四五」的文件有1处读不懂（")
    assert text.endswith("第3行起），与它的衔接没有查全")
    assert "PC501" in codes


def test_what_the_direct_upper_plan_does_not_say_is_one_notice(tmp_path: Path) -> None:
    upper = UP % "" + "指标 甲 { 单位：%  2025年：目标 40 }\n指标 丙 { 属性：约束性 }\n目标 丁 {}\n"
    ((text, codes),) = notices(tmp_path, OWN % "" + LINKED, upper)
    assert text == (
        "「云川市十四五」的文件里没有写指标是不是全部列出，1项指标没有写是不是约束性，1项约束性指标没有写分解至哪里，"
        "没有写哪些目标要求下级响应，与它的衔接没有查全"
    )
    assert codes == ("PC501", "PC502", "PC503", "PC504", "PC506", "PC508")


def test_only_the_rules_concerned_are_named(tmp_path: Path) -> None:
    upper = FULL + "目标 丁 {}\n"
    assert notices(tmp_path, OWN % "" + LINKED, upper) == [
        ("「云川市十四五」的文件里没有写哪些目标要求下级响应，与它的衔接没有查全", ("PC506",))
    ]
    assert notices(tmp_path, OWN % "" + LINKED, upper + "目标 戊 { 要求下级响应：否 }\n") == []


def test_a_plan_further_up_need_not_be_complete(tmp_path: Path) -> None:
    own = (OWN % "").replace("云川市十四五", "云川市十四五、临江省十四五") + LINKED
    assert notices(tmp_path, own, FULL, "规划 临江省十四五 { 层级：省 }\n指标 甲 {}\n目标 乙 {}\n") == []


def test_a_plan_not_in_force_is_told_with_its_time(tmp_path: Path) -> None:
    upper = FULL.replace("层级：市 ", "层级：市  实施自：2021年11月  至：2025年底 ")
    ((text, codes),) = notices(tmp_path, OWN % " 成稿：2021年4月" + LINKED, upper)
    assert text.startswith("「云川市十四五」在 2021-04-30 不在实施期内（实施自2021年11月，至2025年底）")
    assert codes[0] == "PC501"
    assert notices(tmp_path, OWN % " 成稿：2021年4月" + LINKED, upper, as_of="2021-12-01") == []


def test_one_that_is_only_carried_is_told_too(tmp_path: Path) -> None:
    """A plan may carry an indicator of a plan that it does not list."""
    own = (OWN % " 成稿：2021年4月").replace("上位规划：云川市十四五", "") + LINKED
    ((text, _),) = notices(tmp_path, own, FULL.replace("层级：市 ", "层级：市  实施自：2022年 "))
    assert "不在实施期内（实施自2022年）" in text


def test_without_a_level_a_breakdown_to_levels_means_nothing(tmp_path: Path) -> None:
    own = OWN.replace("层级：开发区", "") % "" + LINKED
    assert notices(tmp_path, own, FULL) == [
        ("「云川开发区十四五」没有写层级，「云川市十四五」分解到某一级的约束性指标没有核对", ("PC501",)),
        ("文本没有写明是哪一级的规划，别级的称呼没有检查", ("PC715",)),
    ]
    assert notices(tmp_path, own, FULL, level="开发区") == []
    named = notices(tmp_path, own, FULL.replace("分解至：县区", "分解至：云川开发区"))
    assert [codes for _, codes in named] == [("PC715",)]


def test_indicators_that_carry_nothing(tmp_path: Path) -> None:
    own = OWN % "" + "指标 乙 { 列入指标表：否 }\n"
    ((text, codes),) = notices(tmp_path, own, FULL)
    assert text == "「云川开发区十四五」没有一项指标写‘承接’，与上位规划的指标没有对照"
    assert codes == ("PC502", "PC503", "PC504", "PC508")


def test_a_drafting_note_is_not_asked_to_carry_anything(tmp_path: Path) -> None:
    own = OWN % " 文种：起草说明" + "指标 乙 { 列入指标表：否 }\n"
    assert notices(tmp_path, own, UP % "" + "目标 丁 {}\n指标 甲 {}\n") == []


def test_english(tmp_path: Path) -> None:
    (tmp_path / "区.plan").write_text(OWN % "" + LINKED, encoding="utf-8")
    (tmp_path / "纲要.txt").write_text("到2025年，各项目标实现。\n", encoding="utf-8")
    (tmp_path / "上.plan").write_text(
        UP % "指标数：9（列出：部分）" + "指标 甲 { 属性：不明 }\n目标 丁 {}\n", encoding="utf-8"
    )
    notice = checker.check(tmp_path / "区.plan").notices[0]
    assert notice.message.text("en") == (
        "the file of 云川市十四五 says too little: not all indicators are listed, "
        "indicators that do not say whether they are binding: 1, "
        "no goal says whether it has to be answered; the ties to it were not all checked"
    )
