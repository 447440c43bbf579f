"""Whatever the text: it is read to its end, and what is wrong with it stays where it is."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import parse_plan
from checker.source import SourceText, Unreadable, decode
from checker.syntax import Declaration, Parser, PlanFile, cut
from tests.syntax.texts import Manner, fragments, mutated, plan_text, seeds


def read(text: str) -> PlanFile:
    return parse_plan(SourceText("例.plan", text))


def kept(declaration: Declaration) -> object:
    return (
        declaration.kind,
        declaration.name.text,
        tuple((field.word, len(field.values)) for field in declaration.fields),
        tuple(kept(child) for child in declaration.children),
    )


def check_places(text: str) -> None:
    parsed = read(text)
    assert all(0 <= p.start <= p.end <= len(text) for p in parsed.problems)
    # At most one problem a line, and one more for what is open at the end.
    assert len(parsed.problems) <= len(text.splitlines()) + 1
    for problem in parsed.problems:
        assert problem.message.text("zh")
        assert problem.message.text("en")
    for declaration in parsed.declarations:
        assert 0 <= declaration.start <= declaration.word_end <= declaration.end <= len(text)


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    check_places(text)


@given(fragments | mutated())
@settings(max_examples=300, deadline=None)
def test_any_pieces_of_plans_are_read(text: str) -> None:
    check_places(text)


@given(st.binary() | st.text().map(lambda text: text.encode("gb18030", "ignore")))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except Unreadable:
        return
    check_places(text)


@given(fragments | mutated())
@settings(deadline=None)
def test_the_stretches_of_a_text_are_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in cut(text)) == text


@given(seeds, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_of_declarations_does_not_matter(seed: int, order: Random) -> None:
    text = plan_text(seed, Manner())
    stretches = [text[start:end] for start, end in cut(text)]
    order.shuffle(stretches)
    assert Counter(map(kept, read(text).declarations)) == Counter(map(kept, read("".join(stretches)).declarations))


@given(seeds, seeds)
@settings(max_examples=60, deadline=None)
def test_layout_does_not_matter(seed: int, layout: int) -> None:
    spread = read(plan_text(seed, Manner(gaps=Random(layout))))
    assert [p.message.text() for p in spread.problems] == []
    assert list(map(kept, spread.declarations)) == list(map(kept, read(plan_text(seed, Manner())).declarations))


@given(seeds, fragments.filter(lambda text: "{" not in text and "｛" not in text))
@settings(max_examples=60, deadline=None)
def test_a_spoilt_declaration_leaves_the_others_alone(seed: int, junk: str) -> None:
    whole = read(plan_text(seed, Manner())).declarations
    spoilt = read(f"目标 坏 {{\n{junk}\n}}\n" + plan_text(seed, Manner())).declarations
    behind = len(spoilt) - len(whole)
    assert behind >= 0
    assert list(map(kept, spoilt[behind:])) == list(map(kept, whole))


@pytest.mark.parametrize(
    "text",
    [
        # A word that begins a declaration goes on with a list where the line before ends in a comma.
        "指标 甲 {\n  2025年：预计 1900、\n  目标 2000\n}\n目标 乙 { }",
        "指标 甲 {\n  2025年：预计 1900、  # 上调过\n\n  # 还会上调\n  目标 2000\n}\n目标 乙 { }",
        "指标 甲 {\n  2025年：预计 1900，\r\n  目标 2000\n}\n目标 乙 { }",
    ],
)
def test_a_list_goes_on_in_the_next_line(text: str) -> None:
    parsed = read(text)
    assert [p.message.text() for p in parsed.problems] == []
    assert [(d.kind, len(d.fields)) for d in parsed.declarations] == [("indicator", 1), ("goal", 0)]
    assert len(parsed.declarations[0].fields[0].values) == 2


def test_a_declaration_behind_a_dangling_comma_is_one() -> None:
    parsed = read("目标 甲 { 上级目标：乙、\n目标 乙 { }")
    assert [d.name.text for d in parsed.declarations] == ["甲", "乙"]
    assert len(parsed.problems) == 1


@pytest.mark.parametrize(
    "text",
    [
        "目标 甲 { 内容：“" + "长" * 1_000_000 + "” }\n",
        "\n".join(f"目标 甲{i} {{ 上级目标：甲{i + 1} }}" for i in range(3_000)),
        " ".join(f"目标 甲{i} {{ }}" for i in range(3_000)),
        "指标 甲 {\n" + "2025年：目标 5亿元\n" * 3_000 + "}",
        "部分 甲 {\n" + "章 乙 「丙」 { 节数：3 }\n" * 3_000 + "}",
        "目标 甲 { 上级目标：" + "、".join(f"乙{i}" for i in range(5_000)) + " }",
        "目标 甲 { 上级目标：" + ".".join(f"乙{i}" for i in range(5_000)) + " }",
        "关系 甲 = " + " + ".join(f"乙{i}" for i in range(5_000)),
        "关系 甲 = " + "(" * 5_000 + "乙" + ")" * 5_000,
        "目标 " + "甲" * 10_000 + " { 上级目标：" + "乙" * 10_000 + " }",
        "# 注\n" * 10_000 + "目标 甲 { }",
        "目标 甲 {" + "\n" * 100_000 + "}",
    ],
    ids=lambda text: text[:16],
)
def test_large_texts_are_whole(text: str) -> None:
    parsed = read(text)
    assert parsed.problems == []
    assert parsed.declarations[-1].end == len(text.rstrip())


@pytest.mark.parametrize(
    "text",
    [
        "目标 甲 {\n" + "内容：“没有右引号\n" * 2_000 + "}",
        "目标 甲 {\n" + "没有的字段：乙\n" * 2_000 + "}",
        "目标 甲 {\n" * 2_000,
        "豁免\n" * 2_000,
        "目标 甲 { }\n}\n" * 2_000,
        "部分 甲 { 章 " * 2_000,
        "指标 甲 {\n" + "单位 亿元\n" * 2_000 + "}",
    ],
    ids=lambda text: text[:16],
)
def test_a_text_full_of_slips_is_read_to_its_end(text: str) -> None:
    check_places(text)


def test_one_parser_serves_all_texts() -> None:
    assert Parser.load("plan") is Parser.load("plan")


@pytest.mark.parametrize(
    ("text", "said", "advice"),
    [
        ("指标 R&D经费 { }", "「R」后面缺“{”", "名称里有空格或标点时，用「」括起来"),
        ("指标 甲-乙 { }", "「甲」后面缺“{”", "名称里有空格或标点时，用「」括起来"),
        ("指标 占比（％） { }", "「占比」后面缺“{”", "名称里有空格或标点时，用「」括起来"),
        ("章 第三章 「甲」", "「「甲」」后面缺“{”", None),
        ("目标 甲 { 上级目标：乙。 }", "“。”后面缺名称，句末不用句号", None),
        ("目标 甲 { 上级目标：乙、 }", "“、”后面还要有一项", None),
        ("指标 甲 { 2025年：目标 翻倍 }", "“目标”后面缺数；没有数时写“一句话”或 未公开", None),
    ],
)
def test_what_drafters_write_is_answered(text: str, said: str, advice: str | None) -> None:
    problems = read(text).problems
    assert [p.message.text() for p in problems] == [said]
    assert (problems[0].help.text() if problems[0].help else None) == advice
