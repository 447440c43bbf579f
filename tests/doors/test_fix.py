"""``check --fix`` and ``check --diff``: what is mended, what is left to a person, and that once is enough."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker.finding import Edit as FindingEdit
from checker.finding import Finding, Fix
from checker.messages.fixes import FIX_REPLACE
from checker.source import SourceText, Span
from checker.write.fixes import gather_fixes
from tests.doors.conftest import Run
from tests.render.reports import finding

HEAD = "规划 云川开发区 { 层级：开发区  规划期：2021—2025 }\n目标 总目标 { 类型：总目标  评估方式：“年度评估” }\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("目标 甲 { 上级目标 总目标 }", "目标 甲 { 上级目标： 总目标 }"),
        ("目标 甲 {{ 上级目标：总目标 }", "目标 甲 { 上级目标：总目标 }"),
        ("指标 甲 { 单位：平方公理 }", "指标 甲 { 单位：平方公里 }"),
        ("指标 甲 { 单位：万平方公理 }", "指标 甲 { 单位：万平方公里 }"),
        ("指标 甲 { 单位：万公倾 }", "指标 甲 { 单位：万公顷 }"),
        ("指标 甲 { 单位：奇怪 }", None),
        ("指标 甲 { 单位：万吨公里 }", None),
        ("指标 甲 { 单位：航次 }", None),
        ("指标 甲 { 单位：立方米万元 }", None),
        ("提法 甲 { 包括：“一”、“二”、、“三” }", "提法 甲 { 包括：“一”、“二”、“三” }"),
        ("指标 甲 { }\n指标 乙 { }\n关系 甲 = 乙 + + 甲", None),
        (
            "目标 产业转型升级 { }\n举措 乙 { 支撑：产业转型型升级 }",
            "目标 产业转型升级 { }\n举措 乙 { 支撑：产业转型升级 }",
        ),
        (
            "目标 产业转型升级 { }\n举措 乙 { 支撑：产业型转升级 }",
            "目标 产业转型升级 { }\n举措 乙 { 支撑：产业转型升级 }",
        ),
        ("指标 农村居民人均可支配收入 { }\n目标 乙 { 衡量指标：城镇居民人均可支配收入 }", None),
        ("指标 社会消费品零售总额 { }\n目标 乙 { 衡量指标：社会消费品零售额 }", None),
        ("目标 建设科技园区 { }\n举措 乙 { 支撑：建设科创园区 }", None),
        ("目标 城乡居民增收 { }\n举措 乙 { 支撑：乡居民增收 }", None),
        (
            "目标 产业转型升级 { }\n举措 乙 { 支撑：产业转型升 }",
            "目标 产业转型升级 { }\n举措 乙 { 支撑：产业转型升级 }",
        ),
        ("目标 产业A { }\n目标 产业B { }\n举措 乙 { 支撑：产业C }", None),
        ("举措 乙 { 支撑：总目的 }", None),
        ("豁免 PC102 于 总目标 { 理由：“两处分管” }\n", ""),
        ("豁免 PC102 于 总目标 { 理由：“两处分管” }  # 为什么", "  # 为什么"),
        ("目标 丙 { }  豁免 PC102 于 丙 {\n  理由：“两处”\n}", "目标 丙 { }  "),
    ],
)
def test_a_plan_is_mended_where_that_is_certain(run: Run, tmp_path: Path, wrong: str, right: str | None) -> None:
    path = tmp_path / "a.plan"
    path.write_text(HEAD + wrong, encoding="utf-8")
    shown = run("check", "--diff", path)
    assert path.read_text(encoding="utf-8") == HEAD + wrong
    ran = run("check", "--fix", path)
    assert path.read_text(encoding="utf-8") == HEAD + (wrong if right is None else right)
    if right is None:
        assert shown.out == ""
        assert "没有能自动改的" in ran.err
    else:
        assert "\n-" in shown.out
        assert "a.plan：改了 1 处" in ran.err


@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_a_text_is_mended(run: Run, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"纲要{ending}"
    before = "第一章 目标\r\n到2O25年，展望二O三五年，三各抓手见效（见附件)。《纲要印发。\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + before.encode())
    run("check", "--fix", path)
    after = "第一章 目标\r\n到2025年，展望二〇三五年，三个抓手见效（见附件）。《纲要印发。\r\n"
    assert path.read_bytes() == b"\xef\xbb\xbf" + after.encode()


def test_gb18030_stays_what_it_is(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "纲要.txt"
    path.write_bytes("第一章 目标\n展望二O三五年的前景。\n".encode("gb18030"))
    run("check", "--fix", path)
    assert path.read_bytes() == "第一章 目标\n展望二〇三五年的前景。\n".encode("gb18030")


def test_a_word_file_is_left_to_word(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "纲要.docx"
    made = docx.Document()
    made.add_paragraph("展望二O三五年。")
    made.save(str(path))
    before = path.read_bytes()
    ran = run("check", "--fix", path)
    assert path.read_bytes() == before
    assert "纲要.docx 是 Office 文件，--fix 不改" in ran.err
    assert "没有能自动改的" not in ran.err
    assert "PC708" in ran.out
    assert "纲要.docx 是 Office 文件" in run("check", "--diff", path).err


def test_overlapping_fixes_take_two_rounds(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.plan"
    unused = "豁免 PC102 于 总目标 { 理由：“两处分管” }\n"
    path.write_text(HEAD + unused * 2, encoding="utf-8")
    assert "另有 1 处和这些改动重叠" in run("check", "--diff", path).err
    assert "改了 2 处" in run("check", "--fix", path).err
    assert path.read_text(encoding="utf-8") == HEAD


def test_what_was_approved_is_left_alone(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.plan"
    more = "举措 甲 { 类型：任务  支撑：总目标 }\n豁免 PC102 于 总目标 { 理由：“两处分管” }\n"
    path.write_text(HEAD + more, encoding="utf-8")
    assert run("approve", path).status == 0
    before = path.read_bytes()
    for option in ("--fix", "--diff"):
        ran = run("check", option, path)
        assert "a.plan 审定过，没有改" in ran.err
        assert path.read_bytes() == before


def test_both_at_once_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("check", "--fix", "--diff", tmp_path).err == "plancheck：--fix 和 --diff 写一个就行\n"


def test_what_is_waived_is_not_mended(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.plan"
    text = f"{HEAD}目标 产业转型升级 {{ }}\n举措 乙 {{ 支撑：产业转型升 }}\n豁免 PC103 于 乙 {{ 理由：“待定” }}\n"
    path.write_text(text, encoding="utf-8")
    run("check", "--fix", path, "--select", "PC103")
    assert path.read_text(encoding="utf-8") == text


def test_machines_are_told_of_the_fix(tmp_path: Path) -> None:
    path = tmp_path / "a.plan"
    path.write_text(HEAD + "指标 甲 { 单位：平方公理 }", encoding="utf-8")
    from checker.render.formats import render

    report = checker.check(path, select="PC101")
    (result,) = json.loads(render(report, "sarif", "zh"))["runs"][0]["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "平方公里"}
    (written,) = json.loads(render(report, "json", "zh"))["findings"]
    assert written["fix"]["message"] == "把「平方公理」改为「平方公里」"


def fixing(source: SourceText, *edits: tuple[int, int, str]) -> Finding:
    made = tuple(FindingEdit(Span(source, start, end), text) for start, end, text in edits)
    return replace(finding(Span(source, 0, 1)), fix=Fix(FIX_REPLACE(old="", new=""), made))


#: The edits of one fix leave something between them.
EDITS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.text("甲乙", max_size=2)),
    min_size=1,
    max_size=2,
    unique_by=lambda edit: edit[0],
)


@given(st.lists(EDITS, max_size=6))
def test_no_two_edits_overlap(wanted: list[list[tuple[int, int, str]]]) -> None:
    source = SourceText("a.plan", "一二三四五六七八九十甲乙丙丁戊己")
    found = [
        fixing(source, *((4 * start, 4 * start + length, text) for start, length, text in edits)) for edits in wanted
    ]
    files, waiting = gather_fixes(found)
    for file in files:
        for at, one in enumerate(file.edits):
            for other in file.edits[at + 1 :]:
                assert one.end < other.start or other.end < one.start
        assert sum(len(edit.text) - (edit.end - edit.start) for edit in file.edits) == len(file.text) - len(source.text)
    assert waiting <= len(wanted)


SLIPS = st.lists(
    st.sampled_from(
        [
            "目标 甲 { 上级目标 总目标 }", "指标 乙 { 单位：平方公理 }", "举措 丙 { 支撑：产业转型升 }",
            "豁免 PC102 于 总目标 { 理由：“两处” }", "目标 产业转型升级 { 上级目标：总目标 }", "指标 丁 { 单位 亿元 }",
            "举措 戊 { 支撑：产业转型升、总目标 }", "目标 己 {{ }",
        ]
    ),
    max_size=6,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(SLIPS, st.sampled_from(["\n", "\r\n", "  "]))
def test_once_is_enough(slips: list[str], gap: str) -> None:
    from checker.doors.cli import main

    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.plan"
        path.write_bytes((HEAD + gap.join(slips)).encode())
        main(["check", "--fix", str(path)])
        once = path.read_bytes()
        main(["check", "--fix", str(path)])
        assert path.read_bytes() == once
        assert all(one.fix is None for one in checker.check(path).findings)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("文本：“没有的纲要.txt”（主文）", "PC704"),
        ("文本：未随附《纲要》", "PC704"),
        ("上位规划：云川市十四五", "PC502"),
    ],
)
def test_a_waiver_of_what_could_not_be_checked_is_kept(run: Run, tmp_path: Path, field: str, code: str) -> None:
    path = tmp_path / "a.plan"
    text = HEAD.replace("规划期", f"{field}  规划期") + f"豁免 {code} 于 总目标 {{ 理由：“另行说明” }}\n"
    path.write_text(text, encoding="utf-8")
    run("check", "--fix", path)
    assert path.read_text(encoding="utf-8") == text
    assert "PC802" not in run("check", path).out


HELD = "规划 云川市十五五 { 层级：市  规划期：2026—2030  文本：“纲要.txt” }\n目标 总目标 { 类型：总目标 }\n"


@pytest.mark.parametrize(
    ("plan", "text", "right"),
    [
        ("2030年：目标 2000", "到2030年，地区生产总值达到1800亿元。", "2030年：目标 1800"),
        # The remark stays, and so do a unit of its own and the decimals as printed.
        (
            "2030年：目标 ≥2000亿元（待核）",
            "到2030年，地区生产总值达到1800.50亿元。",
            "2030年：目标 1800.50亿元（待核）",
        ),
        ("2030年：目标 2000", "到2030年，地区生产总值达到1800亿元左右。", "2030年：目标 1800左右"),
        ("年均：目标 6%", "2026—2030年，地区生产总值年均增长3%左右。", "年均：目标 3%左右"),
        # The text says both: which of them is not for a program to say.
        ("2030年：目标 2000", "到2030年，地区生产总值达到1800亿元。\n第二章\n2030年地区生产总值达到2000亿元。", None),
        ("2030年：目标 2000", "到2030年，地区生产总值达到1800亿元。\n2030年地区生产总值达到1900亿元。", None),
        ("原文：“打造三区一园”", "我们要打造“三区两园”，加快发展。", "原文：“打造“三区两园””"),
        ("原文：“超过120家企业”", "到2030年，力争超过130家企业，加快发展。", "原文：“超过130家企业”"),
        ("原文：“改造老旧小区46个”", "改造城镇老旧小区50个，新增车位。", "原文：“改造城镇老旧小区50个”"),
        # Two passages may be it.
        ("原文：“新建学校12所”", "新建学校13所。\n到2030年新建学校14所。", None),
        ("原文：“新建学校12所”", "另起一行，不再提起。", None),
    ],
)
def test_the_text_is_trusted_only_where_somebody_says_so(
    run: Run, tmp_path: Path, plan: str, text: str, right: str | None
) -> None:
    path = tmp_path / "a.plan"
    before = f"{HELD}指标 地区生产总值 {{ 单位：亿元  {plan} }}  # 甲\n"
    path.write_text(before, encoding="utf-8")
    (tmp_path / "纲要.txt").write_text(f"第一章 主要目标\n{text}\n", encoding="utf-8")
    ran = run("check", "--fix", path)
    assert path.read_text(encoding="utf-8") == before
    assert ("加 --trust-text" in ran.err) == (right is not None)
    shown = run("check", "--diff", "--trust-text", path)
    assert path.read_text(encoding="utf-8") == before
    assert ("\n+" in shown.out) == (right is not None)
    after = run("check", "--fix", "--trust-text", path)
    assert path.read_text(encoding="utf-8") == before.replace(plan, plan if right is None else right)
    if right is not None:
        assert not {"PC703", "PC704"} & set(after.out.split())


def test_two_texts_that_differ_are_trusted_in_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.plan"
    before = f"{HELD}指标 地区生产总值 {{ 单位：亿元  2030年：目标 2000 }}\n".replace(
        "文本：“纲要.txt”", "文本：“纲要.txt”（主文）、“说明.txt”（说明）"
    )
    path.write_text(before, encoding="utf-8")
    for name, value in (("纲要", 1800), ("说明", 1900)):
        words = f"第一章 主要目标\n到2030年，地区生产总值达到{value}亿元。\n"
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    run("check", "--fix", "--trust-text", path)
    assert path.read_text(encoding="utf-8") == before


def test_trusting_the_text_alone_does_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.plan").write_text(HELD, encoding="utf-8")
    ran = run("check", "--trust-text", tmp_path / "a.plan")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "--fix 或 --diff" in ran.err
