"""One form for every plan file: nothing lost, nothing meant otherwise, and done once is done."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from checker.model import Plan, build_plan, parse_plan
from checker.source import SourceText, fold
from checker.syntax import Amount, Declaration, Field, FigureValue, Share, cut
from checker.write import format_text
from tests.syntax.texts import Manner, fragments, mutated, plan_text, seeds

#: Not the faulty copy of the made-up plan.
SHIPPED = sorted(p for p in (Path(__file__).parents[2] / "plans").rglob("*.plan") if "yunchuan-faulty" not in p.parts)
_COMMENT = re.compile(r"(?:#|//|注[:：]).*")


def built(text: str) -> Plan:
    return build_plan(parse_plan(SourceText("例.plan", text)))


def without_places(value: object) -> object:
    """A node of the tree with its words alone."""
    match value:
        case list() | tuple():
            return [without_places(one) for one in value]
        case str():
            return fold(value)
        case Amount() | Declaration() | Field() | FigureValue() | Share():
            pass
        case _ if not hasattr(value, "__slots__"):
            return value
    slots = getattr(type(value), "__slots__", ())
    kept = {slot: getattr(value, slot) for slot in slots if not slot.endswith(("start", "end"))}
    if isinstance(value, Field):
        kept["word"] = value.word.rstrip("年")
    return type(value).__name__, {slot: without_places(part) for slot, part in kept.items()}


def meaning(text: str) -> object:
    """All that a text says, but not where."""
    parsed = parse_plan(SourceText("例.plan", text))
    plan = build_plan(parsed)
    figures = [
        (e.kind, e.name.rstrip("年"), str(getattr(e, "quantity", ""))) for e in plan.elements if e.kind == "figure"
    ]
    return (
        [without_places(one) for one in parsed.declarations],
        [(p.message.text(), p.help and p.help.text()) for p in plan.problems],
        figures,
    )


def characters(text: str) -> list[str]:
    """The letters, digits and quotes of a text; marks and blanks may take another form."""
    plain = fold(text).translate(str.maketrans("−", "-"))
    for words, sign in (("除以", "/"), ("乘以", "*"), ("乘", "*"), ("加", "+"), ("减", "-")):
        plain = plain.replace(words, sign)
    plain = plain.replace(">=", "≥").replace("<=", "≤").replace("*", "×").replace("/", "÷")
    return sorted(one for one in plain if not one.isspace() and one not in '{}():;,，、.。·—–-~～至到年“”"\ufeff')


# ---- whatever the plan


@given(seeds, seeds)
@settings(max_examples=80, deadline=None)
def test_a_form_is_final_and_says_the_same(seed: int, layout: int) -> None:
    text = plan_text(seed, Manner(gaps=Random(layout)))
    once = format_text(text)
    assert format_text(once) == once
    assert meaning(once) == meaning(text)


@given(seeds, seeds)
@settings(max_examples=80, deadline=None)
def test_no_comment_is_lost_and_none_moves_past_another(seed: int, layout: int) -> None:
    manner = Manner(gaps=Random(layout))
    text = plan_text(seed, manner)
    comments = [one for one in _COMMENT.findall(format_text(text)) if one in manner.comments]
    assert comments == [one for one in _COMMENT.findall(text.replace("\r", "\n")) if one in manner.comments]


@given(seeds, seeds)
@settings(max_examples=60, deadline=None)
def test_layout_is_all_that_goes(seed: int, layout: int) -> None:
    assert characters(format_text(plan_text(seed, Manner(gaps=Random(layout))))) == characters(
        plan_text(seed, Manner(gaps=Random(layout)))
    )


@given(mutated() | fragments)
@settings(max_examples=150, deadline=None)
def test_a_broken_text_keeps_every_character_and_settles(text: str) -> None:
    once = format_text(text)
    assert characters(once) == characters(text)
    assert format_text(once) == once
    assert bool(parse_plan(SourceText("", once)).problems) == bool(parse_plan(SourceText("", text)).problems)


@given(seeds, seeds)
@settings(max_examples=40, deadline=None)
def test_english_stays_english(seed: int, layout: int) -> None:
    text = plan_text(seed, Manner(english=True, gaps=Random(layout)))
    words = {field.word for field in parse_plan(SourceText("", text)).declarations[0].fields}
    assert words <= {field.word for field in parse_plan(SourceText("", format_text(text))).declarations[0].fields}
    assert meaning(format_text(text)) == meaning(text)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_plans_are_in_their_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert format_text(text) == text


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.parametrize("change", ["crlf", "cr", "tabs", "bom", "narrow"])
def test_a_shipped_plan_comes_back_from_another_layout(path: Path, change: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed = {
        "crlf": text.replace("\n", "\r\n"),
        "cr": text.replace("\n", "\r"),
        "tabs": re.sub(r"^ +", "\t", text, flags=re.MULTILINE),
        "bom": "\ufeff" + text,
        "narrow": re.sub(r" {4}(?=\S)", "  ", text),
    }[change]
    assert format_text(changed) == text


# ---- what the form is


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("目标 甲{}", "目标 甲 {}\n"),
        ("目标　甲｛上级目标:乙,丙(推断)｝", "目标 甲 { 上级目标：乙、丙（推断） }\n"),
        ("goal 甲{parents:乙}", "goal 甲 { parents：乙 }\n"),
        ("指标 甲 { ２０２５:目标  >=２０００ 亿元 }", "指标 甲 { 2025年：目标 ≥2000亿元 }\n"),
        ("指标 甲 { 2025年：目标2000、力争 前20强 }", "指标 甲 { 2025年：目标 2000、力争 前20强 }\n"),
        ("指标 甲 { 2025年：目标 6% ～ 7% }", "指标 甲 { 2025年：目标 6%—7% }\n"),
        (
            "指标 甲 { 单位：％；属性：预期性；\n  方向：越高越好； }",
            "指标 甲 { 单位：%    属性：预期性\n  方向：越高越好 }\n",
        ),
        ('指标 甲 { 原文："乙" }', "指标 甲 { 原文：“乙” }\n"),
        ('指标 甲 { 原文："乙“丙" }', '指标 甲 { 原文："乙“丙" }\n'),
        ("关系 甲=乙/丙*2-1", "关系 甲 = 乙 ÷ 丙 × 2 - 1\n"),
        ("关系 (甲+乙)>=3亿元", "关系 （甲 + 乙） ≥ 3亿元\n"),
        ("豁免 pc301 于 全部,限 指纹 ab12{ 理由：“乙” }", "豁免 pc301 于 全部，限 指纹 ab12 { 理由：“乙” }\n"),
        (
            "举措 甲 { 占用:财政资金 2亿元 期限:截至2025年底前 }",
            "举措 甲 { 占用：财政资金 2亿元    期限：截至 2025年底前 }\n",
        ),
        (
            "目标 甲 {\n\n\n上级目标：乙\n\n\n\n类型：总目标\n\n}\n\n\n\n",
            "目标 甲 {\n  上级目标：乙\n\n  类型：总目标\n}\n",
        ),
        ("目标 甲 {\n上级目标：乙、\n丙\n}", "目标 甲 {\n  上级目标：乙、\n    丙\n}\n"),
        ("部分 甲 {\n章 乙 {\n节 丙 { }\n}\n}", "部分 甲 {\n  章 乙 {\n    节 丙 {}\n  }\n}\n"),
        ("# 头\n\n\n目标 甲 { # 一\n# 二\n} # 三\n# 尾", "# 头\n\n目标 甲 {  # 一\n  # 二\n}  # 三\n# 尾\n"),
        ("目标 甲 {}\r\n目标 乙 {}\r\n", "目标 甲 {}\n目标 乙 {}\n"),
        ("  # 只有注\n\n", "# 只有注\n"),
        ("", ""),
        ("\ufeff \n", ""),
    ],
)
def test_forms(text: str, form: str) -> None:
    assert format_text(text) == form
    assert format_text(form) == form


@pytest.mark.parametrize(
    "spoilt",
    [
        "目标 乙 { 上级目标：\n\n\n   类型:总目标 }",
        "目标 乙 {\n\t上级目标:丙  丁   # 注\n\n\n\n }",
        "指标 乙 { 原文:“没有右引号\n     单位:亿元\n}",
        "目标 乙 {\r\n   上级目标:丙\r",
    ],
)
def test_a_spoilt_declaration_stays_as_it_is(spoilt: str) -> None:
    text = f"目标 甲{{}}\n{spoilt}\n目标 戊{{}}\n"
    assert format_text(text) == f"目标 甲 {{}}\n{spoilt.rstrip()}\n目标 戊 {{}}\n"


def test_stretches_are_kept_apart_by_their_lines() -> None:
    text = "目标 甲 { }\n乱\n目标 乙 { }\n"
    assert [text[start:end] for start, end in cut(text)] == ["目标 甲 { }\n乱\n", "目标 乙 { }\n"]
    assert format_text(text) == "目标 甲 { }\n乱\n目标 乙 {}\n"
