"""``plancheck approve`` and ``plancheck review``: what is recorded, what is told of changes, what is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import checker
from checker.model import build_plan, parse_plan
from checker.model.digests import plan_digests
from checker.render.schemas import schema
from checker.source import SourceText
from checker.write.format import format_text
from tests.doors.conftest import Run

UPPER = """规划 云川市 { 层级：市  规划期：2021—2025 }
指标 收入 { 单位：元  属性：预期性  2020年：实际 36000  2025年：目标 52000  来源：《公报》（官方） }
"""
PLAN = """规划 云川区 {
  文种：纲要  层级：开发区  规划期：2021—2025  成稿：2021年4月  上位规划：云川市  文本：“纲要.txt”
}
指标 收入 {
  单位：元  属性：预期性  2020年：实际 48000  2025年：目标 70000  来源：《公报》（官方）
  承接：云川市.收入（不低于）
}
目标 总目标 { 类型：总目标  衡量指标：收入  评估方式：“年度评估” }
举措 甲 { 类型：任务  支撑：总目标 }
关系 收入/2=收入*0.5 { 理由：“示例” }
"""
TEXT = "云川区规划纲要\n第一章 目标\n收入达到70000元。\n第二章 任务\n做好就业。\n"
RULE = """规则 YC101 要有甲（need-a）{
  级别：提示
  依据：编制惯例（无文号）
  说明：“要有举措甲” “measure 甲 has to be there”
  不查：“别的” “others”
  凡 举措 甲，甲.名称 = “没有这样的”
  否则：“「{甲}」” “{甲}”
  指向：甲.名称
  建议：“改” “change it”
  正例 “没有” { 举措 乙 { 类型：任务 } }
  反例 “有” { 举措 〖没有这样的〗 { 类型：任务 } }
}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with an upper plan, a text and a rule pack, all in order."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "区.plan").write_text(PLAN, encoding="utf-8")
    (tmp_path / "上位").mkdir()
    (tmp_path / "上位" / "市.plan").write_text(UPPER, encoding="utf-8")
    (tmp_path / "纲要.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "规则").mkdir()
    (tmp_path / "规则" / "YC101.rule").write_text(RULE, encoding="utf-8")
    settings_text = '[workspace]\nplans = ["区.plan"]\nupper = ["上位"]\n[rules]\npacks = ["规则"]\n'
    (tmp_path / "plancheck.toml").write_text(settings_text, encoding="utf-8")
    return tmp_path


def told(folder: Path, *codes: str) -> list[str]:
    found = checker.check(folder, select=codes or ("PC805",)).findings
    return [one.message.text() for one in found if not codes or one.code in codes]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_was_approved_is_recorded(run: Run, folder: Path) -> None:
    ran = run("approve", "--by", "管委会", "--on", "2021年4月28日")
    assert (ran.status, ran.out) == (0, "")
    done, *unchecked = ran.err.splitlines()
    assert done == "plancheck：已审定：规划 1 部、上位规划 1 部、文本 1 篇，记在 plancheck.lock"
    assert all(line.startswith("plancheck：没有检查的：") for line in unchecked)
    assert not any("PC805" in line for line in unchecked)
    lock = json.loads((folder / "plancheck.lock").read_text(encoding="utf-8"))
    Draft202012Validator(schema("lock")).validate(lock)
    approved = lock["approved"]
    assert [f"plancheck：没有检查的：{one}" for one in approved["unchecked"]] == unchecked
    assert approved["verdict"] == ("incomplete" if unchecked else "passed")
    assert (approved["on"], approved["by"]) == ("2021-04-28", "管委会")
    assert [(one["path"], one["role"]) for one in approved["files"]] == [
        ("上位/市.plan", "upper"), ("区.plan", "plan"), ("纲要.txt", "text"), ("plancheck.toml", "settings"),
        ("规则/YC101", "rules"),
    ]  # fmt: skip
    assert told(folder) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("区.plan", "70000", "71000", "「云川区」在 2021-04-28 审定以后改了：改了指标 收入"),
        ("区.plan", "举措 甲 { 类型：任务", "举措 乙 { 类型：任务", "：加了举措 乙；删了举措 甲"),
        ("上位/市.plan", "52000", "53000", "「云川市」在 2021-04-28 审定以后改了：改了指标 收入"),
        ("纲要.txt", "就业", "就业服务", "「纲要.txt」在 2021-04-28 审定以后改了：改了第二章 任务"),
        ("纲要.txt", "第二章 任务", "第二章 行动", "：加了第二章 行动；删了第二章 任务"),
        (
            "plancheck.toml",
            "[rules]",
            "[check]\ngate = '警告'\n[rules]",
            "「plancheck.toml」在 2021-04-28 审定以后改了",
        ),
        ("规则/YC101.rule", "没有这样的", "也没有这样的", "「规则/YC101」在 2021-04-28 审定以后改了"),
    ],
)
def test_what_changed_is_told(run: Run, folder: Path, file: str, old: str, new: str, said: str) -> None:
    run("approve", "--on", "2021-04-28")
    edit(folder / file, old, new)
    (message,) = told(folder)
    assert said in message


def test_what_is_gone_and_what_is_new_is_told(run: Run, folder: Path) -> None:
    run("approve")
    (folder / "纲要.txt").unlink()
    edit(folder / "plancheck.toml", '"区.plan"', '"*.plan"')
    (folder / "新.plan").write_text("规划 新区 { 层级：开发区 }\n", encoding="utf-8")
    said = told(folder)
    assert "审定过的「纲要.txt」不在了" in said
    assert "「新区」没有审定过" in said


def test_a_long_list_of_changes_is_cut(run: Run, folder: Path) -> None:
    run("approve")
    more = "".join(f"举措 新{number} {{ 类型：任务  支撑：总目标 }}\n" for number in range(8))
    (folder / "区.plan").write_text(PLAN + more, encoding="utf-8")
    (message,) = told(folder)
    assert message.endswith("加了举措 新0、举措 新1、举措 新2、举措 新3、举措 新4等8处")


def test_layout_order_and_encoding_are_no_change(run: Run, folder: Path) -> None:
    run("approve")
    head, *others = re.split(r"\n(?=指标|目标|举措|关系)", PLAN.strip())
    moved = "\n".join([head, "# 一句注释", *reversed(others)])
    (folder / "区.plan").write_bytes(format_text(moved).replace("\n", "\r\n").encode("gb18030"))
    (folder / "纲要.txt").write_bytes(TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    assert told(folder) == []


def test_a_word_file_saved_anew_is_no_change(run: Run, folder: Path) -> None:
    def save(bold: bool, last: str) -> None:
        made = docx.Document()
        for line in ("第一章 目标", "收入达到70000元。", last):
            made.add_paragraph("").add_run(line).bold = bold
        made.save(str(folder / "纲要.docx"))

    edit(folder / "区.plan", "纲要.txt", "纲要.docx")
    save(False, "做好就业。")
    run("approve")
    save(True, "做好就业。")
    assert told(folder) == []
    save(True, "做好创业。")
    assert len(told(folder)) == 1


def test_an_indicator_table_is_approved_too(run: Run, folder: Path) -> None:
    from tests.workbooks import make_book

    edit(folder / "区.plan", "文本：“纲要.txt”", "文本：“纲要.txt”、“表.xlsx”（指标表）")
    head = ["指标名称", "单位", "2025年目标", "属性"]
    (folder / "表.xlsx").write_bytes(make_book([head, ["收入", "元", "70000", "预期性"]]))
    assert run("approve").status == 0
    assert told(folder) == []
    (folder / "表.xlsx").write_bytes(make_book([head, ["收入", "元", "70000", "约束性"]]))
    (message,) = told(folder)
    assert "「表.xlsx」" in message


def test_nothing_is_approved_while_findings_block(run: Run, folder: Path) -> None:
    edit(folder / "区.plan", "支撑：总目标", "支撑：没有的")
    ran = run("approve")
    assert ran.status == 1
    assert "个挡住的问题，没有审定" in ran.err
    assert not (folder / "plancheck.lock").exists()


def test_rules_that_are_switched_off_are_recorded(run: Run, folder: Path) -> None:
    edit(folder / "plancheck.toml", "[rules]", '[rules]\noff = ["PC206"]')
    ran = run("approve")
    assert ran.status == 0
    assert "没有检查的：plancheck.toml 关闭了（PC206）" in ran.err
    approved = json.loads((folder / "plancheck.lock").read_text(encoding="utf-8"))["approved"]
    assert (approved["verdict"], approved["not_run"]["off"]) == ("incomplete", ["PC206"])


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_no_part_of_the_rules_approves(run: Run, folder: Path, option: str) -> None:
    assert run("approve", option, "PC2").status == 2
    assert not (folder / "plancheck.lock").exists()


def test_it_can_be_approved_anew(run: Run, folder: Path) -> None:
    run("approve")
    edit(folder / "区.plan", "70000", "71000")
    edit(folder / "纲要.txt", "70000", "71000")
    assert len(told(folder)) == 2
    assert run("approve").status == 0
    assert told(folder) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "不是 plancheck 写的审定记录，或者坏了"),
        ("[" * 100_000, "坏了"),
        ('{"lock_version": "1.0", "extra": 1}', "坏了"),
        ('{"lock_version": "9.0"}', "是别的版本写的（9.0）"),
    ],
)
def test_a_broken_record_is_one_line(run: Run, folder: Path, text: str, said: str) -> None:
    lock = folder / "plancheck.lock"
    lock.write_text(text, encoding="utf-8")
    for words in ([], ["approve"], ["review", "区.plan"]):
        ran = run(*words)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.count("\n") == 1
        assert said in ran.err
    assert lock.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["approve", "没有的"], "没有这个文件"),
        (["approve", "--on", "昨天"], "--on（审定日期）"),
        (["approve", "别处/说明.txt"], "没有可以审定的规划"),
    ],
)
def test_what_cannot_be_approved(run: Run, folder: Path, words: list[str], said: str) -> None:
    (folder / "别处").mkdir()
    (folder / "别处" / "plancheck.toml").write_text("", encoding="utf-8")
    (folder / "别处" / "说明.txt").write_text("第一章 目标\n", encoding="utf-8")
    ran = run(*words)
    assert ran.status == 2
    assert said in ran.err
    assert not (folder / "plancheck.lock").exists()


def test_two_workspaces_at_once_cannot_be_approved(folder: Path) -> None:
    from checker.engine.approval import approve
    from checker.messages.run_error import RunError

    for name in ("甲", "乙"):
        (folder / name).mkdir()
        (folder / name / "a.plan").write_text(f"规划 {name} {{ }}\n", encoding="utf-8")
        (folder / name / "plancheck.toml").write_text("", encoding="utf-8")
    with pytest.raises(RunError, match="一次只审定一个工作区"):
        approve(checker.check([folder / "甲", folder / "乙"]), "", "2021-04-28")


# ---- reviewed ties


def test_a_reviewed_tie_is_marked_and_its_change_told(run: Run, folder: Path) -> None:
    ran = run("review", "区.plan")
    assert ran.err == "plancheck：区.plan 里记了 1 处承接已复核\n"
    text = (folder / "区.plan").read_text(encoding="utf-8")
    (mark,) = re.findall(r"承接：云川市\.收入（不低于；已复核 ([a-p][0-9a-f]{7})）", text)
    (reviewed,) = json.loads((folder / "plancheck.lock").read_text(encoding="utf-8"))["reviewed"]
    assert (reviewed["fingerprint"], reviewed["name"]) == (mark, "收入")
    assert told(folder, "PC509", "PC805") == []
    edit(folder / "上位" / "市.plan", "2025年：目标 52000", "年均：目标 7%  2025年：目标 56000")
    edit(folder / "上位" / "市.plan", "单位：元", "")
    (message,) = told(folder, "PC509")
    assert message == "复核以后，「云川市」的指标「收入」改了：少了单位 元；2025年目标由52000变成56000；多了年均目标 7%"
    assert run("review", "区.plan").status == 0
    assert told(folder, "PC509") == []


def test_where_a_thing_is_told_of_is_no_change(run: Run, folder: Path) -> None:
    run("review", "区.plan")
    edit(folder / "上位" / "市.plan", "《公报》（官方）", "《统计公报》（官方）")
    assert told(folder, "PC509") == []


def test_without_a_record_the_change_is_told_all_the_same(run: Run, folder: Path) -> None:
    run("review", "区.plan")
    (folder / "plancheck.lock").unlink()
    edit(folder / "上位" / "市.plan", "52000", "56000")
    (message,) = told(folder, "PC509")
    assert message.endswith("改了，复核时怎样没有记下来")


def test_only_what_is_named_is_marked(run: Run, folder: Path) -> None:
    more = "指标 人均 { 单位：元  承接：云川市.收入、云川市.收入（参考） }\n"
    (folder / "区.plan").write_text(PLAN + more, encoding="utf-8")
    ran = run("review", "区.plan", "--name", "人均", "--diff")
    assert "+指标 人均 { 单位：元  承接：云川市.收入（已复核 " in ran.out
    assert not (folder / "plancheck.lock").exists()
    assert run("review", "区.plan", "--name", "人均").status == 0
    text = (folder / "区.plan").read_text(encoding="utf-8")
    assert text.count("已复核") == 2
    assert "（参考；已复核 " in text


def test_what_cannot_be_reviewed(run: Run, folder: Path) -> None:
    ran = run("review", "区.plan", "--name", "没有")
    assert (ran.status, ran.err) == (2, "plancheck：没有承接上位的「没有」\n")
    (folder / "单.plan").write_text("规划 单 { }\n", encoding="utf-8")
    ran = run("review", "上位/市.plan")
    assert ran.status == 2
    assert "没有指到上位规划的承接" in ran.err


NAMES = st.sampled_from(["甲", "乙", "丙"])
FIELDS = st.dictionaries(
    st.sampled_from(["单位：%", "属性：预期性", "方向：越高越好", "口径：增加值"]), st.none(), max_size=4
)
ELEMENTS = st.lists(st.tuples(NAMES, FIELDS, st.integers(1, 3)), max_size=4)


def written(elements: list[tuple[str, dict[str, None], int]], order: list[int], gap: str) -> str:
    told = [f"指标 {name} {{ 2025年：目标 {value}{gap}{gap.join(fields)} }}" for name, fields, value in elements]
    return "规划 例 { }\n" + "\n".join(told[at] for at in order)


@settings(max_examples=150)
@given(ELEMENTS, st.data())
def test_digests_follow_the_meaning(elements: list[tuple[str, dict[str, None], int]], data: st.DataObject) -> None:
    unique = list({name: (name, fields, value) for name, fields, value in elements}.values())
    order = data.draw(st.permutations(range(len(unique))))

    def digests(text: str) -> dict[str, str]:
        return {name: made for name, (_, made) in plan_digests(build_plan(parse_plan(SourceText("", text)))).items()}

    plain = digests(written(unique, list(range(len(unique))), "    "))
    assert digests(written(unique, list(order), "\n# 注\n")) == plain
    assert digests(format_text(written(unique, list(order), "  "))) == plain
    if unique:
        name, fields, value = unique[0]
        other = digests(written([(name, fields, value + 1), *unique[1:]], list(range(len(unique))), "  "))
        assert [one for one in plain if other[one] != plain[one]] == [f"指标 {name}"]
