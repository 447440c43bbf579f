"""Whatever a person writes outside of what the documents changed, ``plancheck update`` leaves byte for byte.

The oracle knows nothing of plans: what `update` makes of an untouched draft tells, line by line, what the documents
changed; what a person did to the other lines has to be the same whether it was done before the update or after it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from contextlib import chdir
from difflib import SequenceMatcher
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.doors.cli import main
from tests.doors.round_documents import changed

FIRST = """清溪县国民经济和社会发展第十五个五年规划纲要
（征求意见稿）
第一章 指导思想和主要目标
第一节 指导思想
坚持稳中求进工作总基调。
第二节 主要目标
到2030年，全县经济社会发展的主要目标是：
——经济实力实现新提升。地区生产总值达到390亿元。
——创新能力实现新突破。高新技术企业超过120家。
——绿色发展展现新面貌。森林覆盖率达到61.5%。
表1 主要指标
序号\t指标\t单位\t2025年\t2030年\t属性
1\t地区生产总值\t亿元\t286\t390\t预期性
2\t高新技术企业数\t家\t64\t＞120\t预期性
3\t森林覆盖率\t%\t61.3\t61.5\t约束性
4\t粮食综合生产能力\t万吨\t21.5\t22\t约束性
第二章 做强产业
第一节 壮大产业集群
实施强链补链工程。实施企业培育行动。到2030年，旅游总收入达到90亿元。
第二节 激发创新活力
建设“一院两中心”，即产业技术研究院、竹产业创新中心、绿色能源检测中心。
第三章 改善民生
第一节 促进就业
实施技能提升行动。到2030年，人均预期寿命达到81.2岁。
第二节 办好教育
实施教育提质工程。
"""
#: What may change in the documents, each on its own.
CHANGES = [
    [("地区生产总值达到390亿元", "地区生产总值达到400亿元"), ("\t286\t390\t", "\t286\t400\t")],
    [("\t21.5\t22\t", "\t21.5\t23\t")],
    [("4\t粮食综合生产能力\t万吨\t21.5\t22\t约束性\n", "")],
    [("4\t粮食", "4\t人均避难场所面积\t平方米\t1.2\t1.5\t预期性\n5\t粮食")],
    [("绿色发展展现新面貌", "绿色发展取得新成效")],
    [("激发创新活力", "激发创新创造活力")],
    [("实施企业培育行动。", "")],
    [("实施技能提升行动。", "实施技能提升行动。实施就业增收工程。")],
    [("、绿色能源检测中心。", "、绿色能源实验中心。")],
    [("旅游总收入达到90亿元", "旅游总收入达到95亿元")],
    [("人均预期寿命达到81.2岁", "人均预期寿命达到81.5岁")],
    [("（征求意见稿）", "（送审稿）")],
    [("第三章 改善民生", "第三章 数字清溪\n第一节 数字底座\n实施算力提升工程。\n第四章 改善民生")],
    [("第二节 办好教育\n实施教育提质工程。\n", "")],
    [("实施教育提质工程。", "实施教育扩优提质工程。")],
]
#: What a person does to a line of the plan → the lines that it becomes.
BY_HAND: dict[str, Callable[[str], list[str]]] = {
    "a remark behind": lambda line: [f"{line}  # 手写：核过"],
    "a remark below": lambda line: [line, "// 手写的一行"],
    "an empty line": lambda line: [line, ""],
    "blanks before": lambda line: [f"    {line}"],
    "a narrow colon": lambda line: [line.replace("：", ":")],
    "guesses confirmed": lambda line: [line.replace("（推断）", "").replace("（待核）", "")],
    "a field more": lambda line: [line, "  说明：“手写”"] if line.startswith("  章：") else [line],
    "an owner": lambda line: [f"{line}    责任：财政局"] if line.startswith("  类别：") else [line],
    "a tie": lambda line: [line, "举措 手写举措 { 类型：任务    支撑：总目标 }"] if line == "}" else [line],
}


@cache
def updated(plan: str, old: str, new: str) -> str:
    """What the command makes of a plan in a folder of its own, all of it taken."""
    with TemporaryDirectory() as folder, chdir(folder):
        Path("甲.plan").write_bytes(plan.encode())
        Path("旧.txt").write_text(old, encoding="utf-8")
        Path("新.txt").write_text(new, encoding="utf-8")
        assert run("update", "甲.plan", "新.txt", "--accept")[0] == 0
        return Path("甲.plan").read_bytes().decode()


@cache
def drafted(text: str, name: str) -> str:
    with TemporaryDirectory() as folder, chdir(folder):
        Path(name).write_text(text, encoding="utf-8")
        assert run("draft", name, "-o", "甲.plan")[0] == 0
        return Path("甲.plan").read_text(encoding="utf-8")


def run(*words: str) -> tuple[int, str]:
    from contextlib import redirect_stderr, redirect_stdout

    out = StringIO()
    with redirect_stdout(out), redirect_stderr(StringIO()):
        return main(list(words)), out.getvalue()


_NEAR = 4


def kept_lines(before: list[str], after: list[str]) -> dict[int, int]:
    """The lines that the documents left alone, with those around them: where they stand before and after.

    Near a change it is anybody's guess which of two like lines (`}`, an empty one) is the old one.
    """
    kept = {}
    for one in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for number in range(_NEAR, one.size - _NEAR):
            kept[one.a + number] = one.b + number
    return kept


SUBSETS = st.lists(st.integers(0, len(CHANGES) - 1), min_size=1, max_size=5, unique=True)


def new_round(numbers: list[int]) -> str | None:
    """The next round with these changes; None where two of them are of one line."""
    text = FIRST
    for number in sorted(numbers):
        for pair in CHANGES[number]:
            if text.count(pair[0]) != 1:
                return None
            text = changed(text, [pair])
    return text


@settings(max_examples=40, deadline=None)
@given(SUBSETS, st.randoms(use_true_random=False), st.sampled_from(["\n", "\r\n"]))
def test_what_a_person_wrote_elsewhere_survives(numbers: list[int], chance: random.Random, newline: str) -> None:
    new = new_round(numbers)
    if new is None:
        return
    plan = drafted(FIRST, "旧.txt")
    before, after = plan.split("\n"), updated(plan, FIRST, new).split("\n")
    kept = kept_lines(before, after)
    by_hand = {line: chance.choice(sorted(BY_HAND)) for line in chance.sample(sorted(kept), min(6, len(kept)))}
    # One measure of a name: a second would be a fault of the plan.
    ties = [line for line, how in by_hand.items() if how == "a tie"]
    for line in ties[1:]:
        del by_hand[line]
    mine = [one for at, line in enumerate(before) for one in (BY_HAND[by_hand[at]](line) if at in by_hand else [line])]
    places = {kept[line]: how for line, how in by_hand.items()}
    wanted = [one for at, line in enumerate(after) for one in (BY_HAND[places[at]](line) if at in places else [line])]
    assert updated(newline.join(mine), FIRST, new) == newline.join(wanted)


@settings(max_examples=25, deadline=None)
@given(SUBSETS)
def test_an_untouched_draft_becomes_the_draft_of_the_new_round(numbers: list[int]) -> None:
    new = new_round(numbers)
    if new is None:
        return
    with TemporaryDirectory() as folder, chdir(folder):
        Path("甲.plan").write_text(updated(drafted(FIRST, "旧.txt"), FIRST, new), encoding="utf-8")
        Path("乙.plan").write_text(drafted(new, "新.txt"), encoding="utf-8")
        for name, text in (("旧.txt", FIRST), ("新.txt", new)):
            Path(name).write_text(text, encoding="utf-8")
        told = json.loads(run("diff", "甲.plan", "乙.plan", "--format", "json")[1])
        # Ties that were guessed before stay as they are.
        assert not [one for one in told["changes"] if one["field"] not in ("支撑", "衡量指标", "上级举措")]
        assert run("update", "甲.plan", "新.txt", "--old", "旧.txt")[1].count("文稿没有改动要带进规划文件") == 1


@pytest.mark.parametrize("number", range(len(CHANGES)))
def test_each_change_alone_is_carried(number: int) -> None:
    new = new_round([number])
    assert new is not None
    plan = drafted(FIRST, "旧.txt")
    assert updated(plan, FIRST, new) != plan.replace("旧.txt", "新.txt"), "the change is seen"
