"""``plancheck table``: sheets that go with a draft, written, opened by a real program, and brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.doors.conftest import Run
from tests.workbooks import Row, by_spreadsheet, make_book

UPPER = """\
规划 云川市十四五 { 规划期：2021—2025    上位规划：临江省十四五 }
指标 地区生产总值 { 单位：亿元    属性：预期性    2025年：目标 2000    承接：临江省十四五.地区生产总值（份额 9%） }
指标 能耗降低 { 单位：%    属性：约束性    累计：目标 14.5    分解至：开发区 }
指标 森林覆盖率 { 单位：%    属性：约束性    2025年：目标 30 }
"""
TOP = """\
规划 临江省十四五 { 规划期：2021—2025 }
指标 地区生产总值 { 单位：万亿元    年均：目标 6% }
指标 就业 { 单位：万人    2025年：目标 100 }
"""
PLAN = """\
# 前面的话
规划 云川开发区十四五 {
  规划期：2021—2025    上位规划：云川市十四五    # 在此
  指标类别：绿色生态、经济发展
}
章 第三章 「产业」 {}
目标 增长 { 类型：总目标    衡量指标：类别.经济发展 }

指标 地区生产总值 {  # 两处都有
  类别：经济发展    单位：亿元    属性：预期性
  2020年：实际 >1000    2021年：目标 1100    2025年：目标 ≥2,000亿元（容差 5%）    年均：目标 6.0%左右  // 可比价
  承接：云川市十四五.地区生产总值（份额 12%）
}
指标 就业 { 类别：经济发展    单位：万人    2020年：实际 1.80（累计）    累计：目标 2.20 }
指标 能耗降低 {
  类别：绿色生态    单位：%    属性：约束性
  累计：目标 “完成上级下达任务”
  承接：云川市十四五.能耗降低（不低于）
}
指标 文中的数 { 单位：家    列入指标表：否    2025年：目标 3 }
举措 甲工程 { 类型：工程    支撑：增长    章：第三章    责任：经济局（牵头）、财政局（配合）    期限：2023年 }
举措 乙行动 { 类型：行动    支撑：增长 }
举措 丙项目 { 类型：项目    支撑：增长    责任：经济局 }
不承接 云川市十四五.森林覆盖率 { 理由：“区内没有林地” }
意见 「1」 { 来源单位：财政局    轮次：1    内容：“补充测算”    处理：采纳    落实：第三章 }
意见 「2」 { 来源单位：财政局    内容：“删去一段”    处理：不采纳    理由：“已有依据” }
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "市.plan").write_text(UPPER, encoding="utf-8")
    (tmp_path / "省.plan").write_text(TOP, encoding="utf-8")
    path = tmp_path / "区.plan"
    path.write_bytes(PLAN.replace("\n", "\r\n").encode("gb18030"))
    return path


def cells(path: Path, sheet: int = 0) -> list[list[str]]:
    """The words of a sheet as its reader sees them."""
    from checker.prose.xlsx import read_workbook

    return [[cell.text for cell in row] for row in read_workbook(path.read_bytes(), path.name).sheets[sheet].rows]


def edit(path: Path, change: Callable[[Any], object]) -> None:
    book = openpyxl.load_workbook(path)
    change(book.worksheets[0])
    book.save(path)


# ---- written


def test_main_indicators(run: Run, plan: Path) -> None:
    ran = run("table", "主要指标", "-o", "表.xlsx")
    assert (ran.status, ran.out, ran.err) == (0, "已写：表.xlsx\n", "")
    title, *rows, note = cells(Path("表.xlsx"))
    assert title[0] == "云川开发区十四五主要指标"
    assert rows == [
        ["序号", "类别", "指标名称", "单位", "2020年基期值", "2025年目标值", "年均增速（%）〔累计〕", "属性"],
        ["1", "绿色生态", "能耗降低", "%", "—", "—", "〔完成上级下达任务〕", "约束性"],
        ["2", "经济发展", "地区生产总值", "亿元", ">1000", "≥2000", "6.0%左右", "预期性"],
        ["3", "经济发展", "就业", "万人", "〔1.80〕", "—", "〔2.20〕", ""],
    ]
    assert note[0] == "注：〔 〕内为累计数。"
    assert cells(Path("表.xlsx"), 1)[1:] == [
        ["序号", "指标名称", "单位", "2021年"],
        ["序号", "指标名称", "单位", "目标"],
        ["1", "地区生产总值", "亿元", "1100"],
    ]


def test_the_looks(run: Run, plan: Path) -> None:
    run("table", "主要指标", "-o", "表.xlsx")
    sheet = openpyxl.load_workbook("表.xlsx").worksheets[0]
    page = sheet.page_setup
    assert (page.orientation, str(page.paperSize), sheet.freeze_panes) == ("landscape", "9", "A3")
    assert {str(cells) for cells in sheet.merged_cells.ranges} == {"A1:H1", "A6:H6", "B4:B5"}
    assert (sheet["A1"].font.name, sheet["A2"].font.name, sheet["C3"].font.name) == ("黑体", "黑体", "仿宋")
    assert sheet["C3"].border.left.style == "thin"
    assert sheet["D2"].alignment.horizontal == "center"
    assert sheet.print_title_rows == "$2:$2"


def test_alignment(run: Run, plan: Path) -> None:
    assert run("table", "衔接对照", "区.plan", "-o", "表.xlsx").status == 0
    _, heads, *rows = cells(Path("表.xlsx"))
    assert heads[2:7] == ["上级指标", "属性", "目标", "本级指标", "本级目标"]
    assert [row[2:10] + row[11:] for row in rows[:4]] == [
        ["能耗降低", "约束性", "〔14.5%〕", "能耗降低", "〔完成上级下达任务〕", "—", "不低于", "", "已写"],
        ["森林覆盖率", "约束性", "30%", "", "—", "不设", "", "规划里写了不承接：区内没有林地", "已写"],
        ["地区生产总值", "预期性", "2000亿元", "地区生产总值", "≥2000亿元", "—", "份额 12%", "", "已写"],
        ["就业", "—", "100万人", "就业", "〔2.20万人〕", "—", "参考", "同名；总量，上级没有给本地的数，只作参考", ""],
    ]


def test_alignment_one_by_one(run: Run, plan: Path) -> None:
    assert run("table", "衔接对照", "区.plan", "-o", "表.xlsx").status == 0
    _, plans, heads, *rows = cells(Path("表.xlsx"), -1)
    assert plans[4:] == ["云川开发区十四五"] * 3 + ["云川市十四五"] * 3 + ["临江省十四五"] * 3
    assert heads[4:] == ["基期值", "目标值", "属性", "目标值", "属性", "承接方式", "目标值", "属性", "承接方式"]
    assert [row[2:] for row in rows[:3]] == [
        ["能耗降低", "%", "—", "〔完成上级下达任务〕", "约束性", "〔14.5〕", "约束性", "不低于", "—", "—", "—"],
        [
            "地区生产总值",
            "亿元",
            ">1000",
            "≥2000",
            "预期性",
            "2000",
            "预期性",
            "份额 12%",
            "年均6%（万亿元）",
            "—",
            "份额 9%（经云川市十四五）",
        ],
        ["就业", "万人", "〔1.80〕", "〔2.20〕", "—", "—", "—", "—", "100", "—", "未写承接"],
    ]
    assert rows[-1][0] == "不承接 云川市十四五.森林覆盖率：区内没有林地"


def test_comments_and_tasks(run: Run, plan: Path) -> None:
    run("table", "意见采纳", "-o", "意见.xlsx")
    assert cells(Path("意见.xlsx"))[1:] == [
        ["序号", "单位", "轮次", "意见", "采纳情况", "理由", "修改位置"],
        ["1", "财政局", "1", "补充测算", "采纳", "", "第三章"],
        ["2", "财政局", "", "删去一段", "不采纳", "已有依据", ""],
        ["注：共2条，其中采纳1条，不采纳1条。"] * 7,
    ]
    run("table", "任务分工", "-o", "分工.xlsx")
    assert cells(Path("分工.xlsx"))[1:] == [
        ["责任单位", "序号", "举措", "类型", "支撑目标", "章", "期限", "配合单位"],
        ["经济局", "1", "甲工程", "工程", "增长", "第三章", "2023年", "财政局"],
        ["经济局", "2", "丙项目", "项目", "增长", "", "", ""],
        ["（未写责任单位）", "3", "乙行动", "行动", "增长", "", "", ""],
    ]


@pytest.mark.parametrize("kind", ["主要指标", "衔接对照", "意见采纳", "任务分工", "目标举措指标"])
def test_the_same_plan_is_the_same_file(run: Run, plan: Path, kind: str) -> None:
    run("table", kind, "-o", "一.xlsx")
    run("table", kind, "-o", "二.xlsx")
    assert Path("一.xlsx").read_bytes() == Path("二.xlsx").read_bytes()


@pytest.mark.parametrize("kind", ["主要指标", "衔接对照", "意见采纳", "任务分工", "目标举措指标"])
def test_a_real_spreadsheet_program_shows_the_same(run: Run, plan: Path, kind: str) -> None:
    path = Path("表.xlsx").absolute()
    run("table", kind, "-o", path)
    assert cells(by_spreadsheet(path)) == cells(path)


# ---- brought back


@pytest.mark.parametrize("saved_by", [lambda path: path, by_spreadsheet], ids=["plancheck", "LibreOffice"])
@pytest.mark.parametrize("kind", ["主要指标", "意见采纳"])
def test_an_unchanged_sheet_changes_nothing(run: Run, plan: Path, kind: str, saved_by: Callable[[Path], Path]) -> None:
    before = plan.read_bytes()
    run("table", kind, "-o", "表.xlsx")
    ran = run("table", kind, "--import", saved_by(Path("表.xlsx").absolute()))
    assert (ran.status, ran.out, ran.err) == (0, "区.plan：与表一致，没有改动\n", "")
    assert plan.read_bytes() == before


def test_only_what_changed_is_edited(run: Run, plan: Path) -> None:
    run("table", "主要指标", "-o", "表.xlsx")

    def change(sheet: Any) -> None:
        sheet["F4"] = "≥2500"
        sheet["G4"] = 6.5
        sheet["H4"] = "约束性"
        sheet["E5"] = "〔1.9〕"
        sheet["F5"] = 2.5
        sheet["D5"] = "人"
        sheet["G3"] = "〔14.5〕"

    edit(Path("表.xlsx"), change)
    before = plan.read_bytes().decode("gb18030")
    shown = run("table", "主要指标", "区.plan", "--import", "表.xlsx", "--diff")
    assert plan.read_bytes().decode("gb18030") == before
    ran = run("table", "主要指标", "区.plan", "--import", "表.xlsx")
    assert (ran.status, ran.out) == (0, "区.plan：改了7处，新增0条\n")
    after = plan.read_bytes().decode("gb18030")
    expected = before
    for old, new in (
        ("≥2,000亿元（容差", "≥2500亿元（容差"),
        ("6.0%左右", "6.5%"),
        ("属性：预期性", "属性：约束性"),
        ("单位：万人", "单位：人"),
        ("1.80（累计）", "1.9（累计）    2025年：目标 2.5"),
        ("“完成上级下达任务”", "14.5"),
    ):
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    assert after == expected
    assert ran.err == shown.err
    assert ran.err.splitlines()[:2] == [
        "plancheck：主要指标!G3：「能耗降低」的累计由 “完成上级下达任务” 改为 14.5",
        "plancheck：主要指标!H4：「地区生产总值」的属性由 预期性 改为 约束性",
    ]
    assert "+  累计：目标 14.5\n" in shown.out.replace("\r", "")
    assert run("table", "主要指标", "区.plan", "--import", "表.xlsx").out == "区.plan：与表一致，没有改动\n"


def test_rows_new_gone_and_emptied(run: Run, plan: Path) -> None:
    heads = ["类别", "指标名称", "单位", "2020年基期", "2025年目标", "属性", "责任单位"]
    rows: list[Row] = [
        ["经济发展", "地区生产总值", "亿元", ">1000", None, "预期性", "经济局"],
        ["民生", "托位数", "个", 3, "9左右", "预期性", None],
    ]
    Path("表.xlsx").write_bytes(make_book([heads, *rows], title="甲"))
    ran = run("table", "主要指标", "--import", "表.xlsx")
    assert ran.out == "区.plan：改了1处，新增1条\n"
    assert ran.err.splitlines() == [
        "plancheck：甲!G2：这一列（责任单位）不导入",
        "plancheck：甲!E2：是空的，「地区生产总值」的 ≥2,000亿元 没有删",
        "plancheck：甲!B3：「托位数」是新的，写在文件末尾，待核",
        "plancheck：甲!A3：类别「民生」加进‘指标类别’",
        "plancheck：「能耗降低」（第15行）不在表里，规划里没有删",
        "plancheck：「就业」（第14行）不在表里，规划里没有删",
    ]
    text = plan.read_text(encoding="gb18030")
    assert "指标类别：绿色生态、经济发展、民生\n" in text
    assert text.endswith(
        """

指标 托位数 {  # 甲!B3 待核
  类别：民生    单位：个    属性：预期性
  2020年：实际 3    2025年：目标 9左右
}
"""
    )
    assert run("check", plan, "--select", "PC101,PC102,PC103,PC104").status == 0


def test_what_is_ambiguous_is_told_and_left(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "甲.plan"
    twice = "指标 乙 { 单位：家    2025年：目标 3、目标 4 }\n指标 丙 { 单位：家 }\n指标 丙 { 单位：家 }\n"
    text = f"规划 甲 {{ 规划期：2021—2025 }}\n{twice}"
    plan.write_text(text, encoding="utf-8")
    table = tmp_path / "表.xlsx"
    rows: list[Row] = [["乙", "家", 5, 1], ["丙", "家", 5, 1], ["乙", "家", 3, None]]
    table.write_bytes(make_book([["指标名称", "单位", "2025年目标", "目标"], *rows], title="表"))
    ran = run("table", "主要指标", plan, "--import", table)
    assert ran.out.endswith("：与表一致，没有改动\n")
    assert ran.err.splitlines() == [
        "plancheck：表!D1：这一列「目标」没有写年份，没有读",
        "plancheck：表!A4：「乙」在这张表里不止一行",
        "plancheck：表!C2：「乙」这一格有不止一个值，5 没有导入",
        "plancheck：表!A3：规划里「丙」不止一个，没有导入",
        "plancheck：表!A4：「乙」在这张表里不止一行",
    ]
    assert plan.read_text(encoding="utf-8") == text


def test_unreadable_units_are_told(run: Run, plan: Path) -> None:
    Path("表.xlsx").write_bytes(make_book([["指标名称", "单位", "2025年目标"], ["就业", "成色", None]], title="表"))
    assert "plancheck：表!B2：单位“成色”认不出\n" in run("table", "主要指标", "--import", "表.xlsx").err


# ---- refused


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["主要指标"], "要写出表加 -o 文件，要导回加 --import 文件，两样选一样"),
        (["主要指标", "-o", "a.xlsx", "--import", "b.xlsx"], "要写出表加 -o 文件，要导回加 --import 文件，两样选一样"),
        (["任务分工", "--import", "b.xlsx"], "任务分工只能写出，不能导回"),
        (["主要指标", "无", "-o", "a.xlsx"], "无：没有这个文件或文件夹"),
        (["主要指标", "--import", "无.xlsx"], "无.xlsx：没有这个文件"),
        (["任务分工", "市.plan", "-o", "a.xlsx"], "市.plan 里没有可写进“任务分工”的内容"),
        (["意见采纳", "--import", "空.xlsx"], "空.xlsx：没有找到意见表：要有一行表头，写着“单位”“意见”“采纳情况”"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(run: Run, plan: Path, words: list[str], told: str) -> None:
    Path("空.xlsx").write_bytes(make_book([["甲"]]))
    ran = run("table", *words)
    assert (ran.status, ran.out, ran.err) == (2, "", f"plancheck：{told}\n")
    assert not Path("a.xlsx").exists()


def test_a_folder_with_several_plans_needs_a_name(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("甲", "乙"):
        (tmp_path / f"{name}.plan").write_text(f"规划 {name} {{}}\n指标 丙 {{}}\n", encoding="utf-8")
    ran = run("table", "主要指标", "-o", "a.xlsx")
    assert ran.err == "plancheck：. 里不止一部规划，指明用哪个文件：乙.plan、甲.plan\n"
    assert run("table", "主要指标", "甲.plan", "-o", "a.xlsx").status == 0
    (tmp_path / "空").mkdir()
    assert run("table", "主要指标", "空", "-o", "a.xlsx").err == "plancheck：空：没有可用的规划\n"


def test_an_edit_that_would_spoil_the_file_is_not_made(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = plan.read_bytes()
    run("table", "主要指标", "-o", "表.xlsx")
    edit(Path("表.xlsx"), lambda sheet: sheet.__setitem__("F4", "≥2500"))
    monkeypatch.setattr("checker.write.edits.is_sound", lambda *_texts: False)
    ran = run("table", "主要指标", "--import", "表.xlsx")
    assert (ran.status, ran.err.splitlines()[-1]) == (2, "plancheck：区.plan：照这张表改，文件会读不通，没有改动")
    assert plan.read_bytes() == before


def test_a_plan_may_be_called_by_its_name(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "规划 云川市十五五 { 全称：《云川市规划纲要》  上位规划：省 }\n意见 「1」 { 内容：“补充测算” }\n"
    Path("甲.plan").write_text(text + "指标 甲 { 单位：亿元  2030年：目标 5 }\n", encoding="utf-8")
    Path("乙.plan").write_text("规划 另一部 {}\n", encoding="utf-8")
    Path("省.plan").write_text("规划 省 {}\n指标 乙 { 单位：亿元  2030年：目标 9 }\n", encoding="utf-8")
    for name in ("云川市十五五", "甲.plan", "《云川市规划纲要》".strip("《》")):
        assert run("table", "意见采纳", name, "-o", "表.xlsx").status == 0
        assert run("table", "衔接对照", name, "-o", "对照.xlsx").status == 0
        assert run("align", name).status == 0
    unknown = (
        ("table", "意见采纳", "云川十五五", "-o", "表.xlsx"),
        ("table", "衔接对照", "云川十五五", "-o", "对照.xlsx"),
        ("align", "云川十五五"),
        ("update", "云川十五五", "表.xlsx"),
    )
    for command in unknown:
        ran = run(*command)
        assert (ran.status, "这里没有名为「云川十五五」的规划" in ran.err, "云川市十五五" in ran.err) == (2, True, True)
    assert "没有这个文件或文件夹" in run("update", "没有的", "表.xlsx").err
