"""``plancheck align``: what a plan may carry of those above, looked at, written, ticked; places named above."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.doors.conftest import Run
from tests.workbooks import by_spreadsheet, make_book

CITY = """规划 云川市十五五 {
  全称：《云川市国民经济和社会发展第十五个五年规划纲要》  文种：纲要  层级：市  主管：临江省  规划期：2026—2030
}
目标 先进制造强市 { 类型：总目标 }
目标 生态环境改善 { 上级目标：先进制造强市  衡量指标：单位GDP能耗降低、「PM2.5浓度」 }
指标 地区生产总值增长 { 单位：%  属性：预期性  年均：目标 6%左右 }
指标 规模以上工业增加值 { 单位：亿元  属性：预期性  2030年：目标 1200  分解：禾丰县 180亿元、川东区 500亿元 }
指标 单位GDP能耗降低 { 单位：%  属性：约束性  累计：目标 13 }
指标 「PM2.5浓度」 { 单位：微克/立方米  属性：约束性  2030年：目标 ≤30  分解至：各县区 }
指标 耕地保有量 { 单位：万亩  属性：约束性  2030年：目标 ≥310  分解至：各县区 }
指标 湿地保护率 { 单位：%  属性：预期性  2030年：目标 60 }
指标 城镇调查失业率 { 单位：%  属性：预期性  2030年：目标 <5.5 }
指标 户籍人口城镇化率 { 单位：%  属性：预期性  2030年：目标 48 }
指标 单位GDP二氧化碳排放降低 { 单位：%  属性：约束性  累计：目标 17  分解至：市本级 }
举措 高新技术企业培育计划 { 类型：行动  支撑：先进制造强市 }
"""
PLAN = """# 不要动的话
规划 禾丰县十五五 {
  全称：《禾丰县国民经济和社会发展第十五个五年规划纲要》  简称：禾丰  文种：纲要  层级：县区  主管：云川市
  规划期：2026—2030  上位规划：云川市十五五、临江省十五五（未取得）
  文本：“纲要.txt”（主文）
}
目标 建设产业强县 { 类型：总目标 }
目标 绿色发展取得新成效 { 上级目标：建设产业强县 }
指标 地区生产总值 { 单位：亿元  属性：预期性  2030年：目标 390 }
指标 规上工业增加值 { 单位：亿元  属性：预期性  2030年：目标 180  章：第一章 }  # 此处也不要动
指标 单位地区生产总值能耗降低 { 单位：%  属性：约束性  累计：目标 “完成市下达目标” }
指标 「细颗粒物（PM2.5）年均浓度」 { 单位：微克/立方米  属性：约束性  2030年：目标 ≤25 }
指标 常住人口城镇化率 { 单位：%  属性：预期性  2030年：目标 57 }
章 第一章 「做强产业」 {}
举措 高新技术企业倍增行动 { 类型：行动 }
举措 园区污水处理提标改造 { 类型：任务 }
举措 禾丰抽水蓄能电站项目 { 类型：项目 }
"""
TEXT = """禾丰县国民经济和社会发展第十五个五年规划纲要
第一章 做强产业
绿色发展取得新成效。单位地区生产总值能耗降低完成市下达目标，污水处理能力和污水排放标准明显提高，园区环境持续改善。
建设产业强县。加快建设全市重要的农产品精深加工基地，打造竹木新材料产业集群。
"""
ABOVE = """云川市国民经济和社会发展第十五个五年规划纲要
第一章 区域布局
支持禾丰县建设农产品精深加工基地和竹木新材料产业集群。支持川东区做强先进制造。
第二章 能源
推进禾丰抽水蓄能电站项目前期工作。支持禾丰县建设省级航空应急救援中心。
"""


@pytest.fixture(autouse=True)
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plancheck.toml").write_text(
        '[workspace]\nplans = ["县.plan"]\nupper = ["市.plan"]\n', encoding="utf-8"
    )
    (tmp_path / "市.plan").write_text(CITY, encoding="utf-8")
    (tmp_path / "纲要.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "县.plan"
    path.write_bytes(PLAN.replace("\n", "\r\n").encode("gb18030"))
    return path


def rows(run: Run, *words: str) -> list[dict[str, Any]]:
    ran = run("align", *words, "--format", "json")
    assert ran.status == 0, ran.err
    told: list[dict[str, Any]] = json.loads(ran.out)["rows"]
    return told


def proposed(run: Run) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    """Own and upper name → mode and confidence of what is proposed."""
    return {
        (row["own"], row["upper"]): (row["mode"], row["confidence"])
        for row in rows(run)
        if row["standing"] == "proposed"
    }


def text_of(plan: Path) -> str:
    return plan.read_bytes().decode("gb18030").replace("\r\n", "\n")


def edit(path: Path, change: Callable[[Any], object]) -> None:
    book = openpyxl.load_workbook(path)
    change(book.worksheets[0])
    book.save(path)


def row_of(sheet: Any, column: str, name: str) -> int:
    """The row of a sheet in which a column holds a name."""
    found: int = next(cell.row for cell in sheet[column] if cell.value == name)
    return found


# ---- what is proposed


def test_names_units_and_who_hands_down_make_the_ties(run: Run) -> None:
    assert proposed(run) == {
        ("地区生产总值", "地区生产总值增长"): ("参考", "中"),
        ("规上工业增加值", "规模以上工业增加值"): ("份额 15%", "高"),
        ("单位地区生产总值能耗降低", "单位GDP能耗降低"): ("不低于", "高"),
        ("细颗粒物（PM2.5）年均浓度", "PM2.5浓度"): ("不高于", "高"),
        ("建设产业强县", "先进制造强市"): (None, "中"),
        ("高新技术企业倍增行动", "高新技术企业培育计划"): (None, "中"),
        ("园区污水处理提标改造", "绿色发展取得新成效"): (None, "中"),
        ("绿色发展取得新成效", "单位地区生产总值能耗降低"): (None, "中"),
    }


def test_what_only_another_level_has_is_no_hole(run: Run) -> None:
    standing = {row["upper"]: row["standing"] for row in rows(run) if row["upper_plan"]}
    assert [name for name, told in standing.items() if told == "not_set"] == [
        "单位GDP二氧化碳排放降低",
        "湿地保护率",
        "城镇调查失业率",
    ]
    # What is asked for stands first; a name with another qualifier is another indicator.
    assert [name for name, told in standing.items() if told == "open"] == ["耕地保有量", "户籍人口城镇化率"]
    assert [row["own"] for row in rows(run) if row["standing"] == "alone"] == ["常住人口城镇化率"]


def test_what_was_not_looked_at_is_said(run: Run, plan: Path) -> None:
    told = run("align").out
    assert "没有看的：上位规划「临江省十五五」不在手边，没有对照\n" in told
    plan.with_name("纲要.txt").unlink()
    assert "没有看的：没有读到规划的正文，没有提支撑和衡量\n" in run("align").out
    plan.write_text("规划 丙 { 规划期：2026—2030 }\n指标 甲 { 单位：% }\n", encoding="utf-8")
    ran = run("align")
    assert (ran.status, ran.out) == (
        0,
        "丙\n  没有看的：规划没有写上位规划，没有可以对照的\n本级有、上级没有的 1 项：\n  甲\n没有可以建议的\n",
    )


@pytest.mark.parametrize(
    ("upper", "told"),
    [
        ("规划 云川市十五五 { 规划期：2026—2030 }\n目标 甲 {}\n", "里没有指标，没有对照指标"),
        ("规划 云川市十五五 {}\n指标 甲 { 单位：% }\n", "的指标都没有写属性，分不出约束性，承接一律只作参考"),
        ("规划 云川市十五五 { 实施自：2027年1月 }\n指标 甲 { 单位：% }\n", "没有实施或已经失效，没有对照"),
    ],
)
def test_an_upper_plan_without_what_it_takes_is_said(run: Run, plan: Path, upper: str, told: str) -> None:
    plan.with_name("市.plan").write_text(upper, encoding="utf-8")
    assert f"没有看的：上位规划「云川市十五五」{told}\n" in run("align", ".", "--format", "text").out


def test_a_tie_that_is_written_is_proposed_no_more(run: Run, plan: Path) -> None:
    text = text_of(plan).replace(
        "2030年：目标 390 }", "2030年：目标 390  承接：云川市十五五.地区生产总值增长（参考） }"
    )
    plan.write_text(text, encoding="utf-8")
    assert ("地区生产总值", "地区生产总值增长") not in proposed(run)
    assert next(row for row in rows(run) if row["own"] == "地区生产总值")["standing"] == "carried"


def test_a_csv_has_a_row_for_each_line(run: Run) -> None:
    told = list(csv.reader(io.StringIO(run("align", "--format", "csv").out.removeprefix("\ufeff"))))
    assert told[0][:4] == ["号", "关系", "上位规划", "上级"]
    assert len(told) == 1 + len(rows(run))


# ---- written


def test_what_is_surely_so_is_written_with_its_mark_and_nothing_else_changes(run: Run, plan: Path) -> None:
    before = plan.read_bytes().decode("gb18030")
    shown = run("align", "--accept", "高", "--diff")
    assert plan.read_bytes().decode("gb18030") == before
    ran = run("align", "--accept", "高")
    assert (ran.status, ran.out) == (0, "县.plan：改了3处，新增0条\n")
    assert ran.err == shown.err
    expected = before
    for old, new in (
        ("章：第一章 }", "章：第一章    承接：云川市十五五.规模以上工业增加值（份额 15%、推断） }"),
        ("“完成市下达目标” }", "“完成市下达目标”    承接：云川市十五五.单位GDP能耗降低（不低于、推断） }"),
        ("目标 ≤25 }", "目标 ≤25    承接：云川市十五五.「PM2.5浓度」（不高于、推断） }"),
    ):
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    assert plan.read_bytes().decode("gb18030") == expected
    assert run("align", "--accept", "高").err == "plancheck：没有可以采纳的建议\n"
    assert run("check", ".", "--select", "PC101,PC103,PC104,PC502,PC503,PC504,PC508").status == 0


def test_numbers_choose_from_the_list(run: Run, plan: Path) -> None:
    numbers = {row["own"]: row["number"] for row in rows(run) if row["relation"] in ("支撑", "衡量")}
    chosen = f"{numbers['园区污水处理提标改造']}、{numbers['绿色发展取得新成效']}"
    assert run("align", "--accept", chosen).out == "县.plan：改了2处，新增0条\n"
    assert "类型：任务    支撑：绿色发展取得新成效（推断） }" in text_of(plan)
    assert "上级目标：建设产业强县    衡量指标：单位地区生产总值能耗降低（推断） }" in text_of(plan)
    assert run("align", "--accept", "1-99").status == 2


def test_all_that_is_accepted_is_read_and_gives_no_finding(run: Run) -> None:
    """Words of two kinds with one name are told apart, and nothing that is only proposed is held against anybody."""
    assert run("align", "--accept", "低").status == 0
    ran = run("check", ".", "--format", "json")
    found = {one["code"] for one in json.loads(ran.out)["findings"]}
    assert not found & {"PC101", "PC103", "PC104", "PC502", "PC503", "PC504", "PC508"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.sets(st.integers(1, 8), min_size=1), layout=st.sampled_from(["\n", "\r\n"]))
def test_any_choice_writes_just_that_and_the_rest_stays(run: Run, plan: Path, chosen: set[int], layout: str) -> None:
    """What is chosen stands in the file once, what was there stands as it was, and the others are proposed still."""
    plan.write_bytes(PLAN.replace("\n", layout).encode("utf-8"))
    before = {row["number"]: (row["own"], row["upper"]) for row in rows(run) if row["number"]}
    assert run("align", "--accept", "、".join(map(str, sorted(chosen)))).status == 0
    text = plan.read_bytes().decode("utf-8")
    assert text.count("推断") == len(chosen)
    kept = re.sub(r" {4}(?:承接|支撑|衡量指标)：[^\s{}]*(?: [0-9]+%、推断）)?", "", text)
    assert kept == PLAN.replace("\n", layout)
    after = {(row["own"], row["upper"]) for row in rows(run) if row["number"]}
    left = {ends for number, ends in before.items() if number not in chosen}
    assert left <= after
    assert not {before[number] for number in chosen} & after


# ---- ticked


@pytest.mark.parametrize("saved_by", [lambda path: path, by_spreadsheet], ids=["plancheck", "LibreOffice"])
def test_an_unticked_sheet_changes_nothing(run: Run, plan: Path, saved_by: Callable[[Path], Path]) -> None:
    before = plan.read_bytes()
    assert run("align", "-o", "表.xlsx").status == 0
    ran = run("align", "--from", saved_by(Path("表.xlsx").absolute()).as_posix())
    assert (ran.status, ran.out, ran.err) == (0, "县.plan：与表一致，没有改动\n", "")
    assert plan.read_bytes() == before


def test_a_tick_confirms_what_a_person_has_seen(run: Run, plan: Path) -> None:
    run("align", "--accept", "高")
    run("align", "-o", "表.xlsx")

    def tick(sheet: Any) -> None:
        sheet.cell(row_of(sheet, "C", "PM2.5浓度"), 12, "√")
        gross = row_of(sheet, "C", "地区生产总值增长")
        sheet.cell(gross, 9, "不低于")
        sheet.cell(gross, 12, "是")
        land = row_of(sheet, "C", "耕地保有量")
        sheet.cell(land, 8, "不设")
        sheet.cell(land, 10, "由市统一考核")
        sheet.cell(land, 12, "✓")
        other = row_of(sheet, "C", "户籍人口城镇化率")
        sheet.cell(other, 6, "常住人口城镇化率")
        sheet.cell(other, 9, "参考")
        sheet.cell(other, 12, "√")

    edit(Path("表.xlsx"), tick)
    ran = run("table", "衔接对照", "--import", "表.xlsx")
    assert (ran.status, ran.out) == (0, "县.plan：改了3处，新增1条\n")
    text = text_of(plan)
    assert "承接：云川市十五五.「PM2.5浓度」（不高于） }" in text
    assert "承接：云川市十五五.地区生产总值增长（不低于） }" in text
    assert "承接：云川市十五五.户籍人口城镇化率（参考） }" in text
    assert "不承接 云川市十五五.耕地保有量 {\n  理由：“由市统一考核”\n}" in text
    assert "（份额 15%、推断）" in text
    again = run("align", "--from", "表.xlsx")
    assert again.out == "县.plan：与表一致，没有改动\n"
    assert "「细颗粒物（PM2.5）年均浓度」已经写了承接「云川市十五五.PM2.5浓度」，没有改" in again.err


def test_what_is_written_already_keeps_its_other_remarks(run: Run, plan: Path) -> None:
    text = PLAN.replace(
        "目标 390 }", "目标 390  承接：云川市十五五.地区生产总值增长（参考、来源 《会议纪要》、推断） }"
    )
    plan.write_text(
        text.replace("目标 57 }", "目标 57  承接：云川市十五五.户籍人口城镇化率（参考） }"), encoding="utf-8"
    )
    with plan.open("a", encoding="utf-8") as file:
        file.write("不承接 云川市十五五.耕地保有量 {}\n")
    ticked = [
        ["", "地区生产总值增长", "地区生产总值", "", "不低于", "", "√"],
        ["", "地区生产总值增长", "地区生产总值", "", "不低于", "", "√"],
        ["", "户籍人口城镇化率", "常住人口城镇化率", "", "不低于", "", "√"],
        ["", "耕地保有量", "", "不设", "", "由市统一考核", "√"],
    ]
    Path("表.xlsx").write_bytes(make_book([HEADS, *ticked], title="表"))
    ran = run("align", "--from", "表.xlsx")
    assert (ran.status, ran.out) == (0, "县.plan：改了2处，新增0条\n")
    written = plan.read_text(encoding="utf-8")
    assert "承接：云川市十五五.地区生产总值增长（不低于、来源 《会议纪要》） }" in written
    assert "承接：云川市十五五.户籍人口城镇化率（参考） }" in written
    assert written.endswith("不承接 云川市十五五.耕地保有量 { 理由：“由市统一考核” }\n")
    assert "「常住人口城镇化率」已经写了承接「云川市十五五.户籍人口城镇化率」，没有改" in ran.err


def test_goals_and_measures_are_ticked_on_a_sheet_of_their_own(run: Run, plan: Path) -> None:
    run("align", "-o", "表.xlsx")
    book = openpyxl.load_workbook("表.xlsx")
    sheet = book["目标举措"]
    for row in range(3, sheet.max_row):
        sheet.cell(row, 8, "√")
    book.save("表.xlsx")
    assert run("align", "--from", "表.xlsx").status == 0
    text = text_of(plan)
    assert "承接：云川市十五五.高新技术企业培育计划 }" in text
    assert "支撑：绿色发展取得新成效 }" in text
    assert "推断" not in text


def test_a_sheet_of_an_older_round_leaves_what_is_gone(run: Run, plan: Path) -> None:
    run("align", "-o", "表.xlsx")
    edit(Path("表.xlsx"), lambda sheet: [sheet.cell(row, 12, "√") for row in range(3, 12)])
    city = plan.with_name("市.plan")
    city.write_text(
        CITY.replace("指标 PM2.5浓度", "指标 细颗粒物浓度").replace("PM2.5浓度", "细颗粒物浓度"), encoding="utf-8"
    )
    plan.write_bytes(plan.read_bytes().replace("规上工业增加值".encode("gb18030"), "规上工业产值".encode("gb18030")))
    ran = run("align", "--from", "表.xlsx")
    assert ran.status == 0
    told = ran.err.splitlines()
    assert any("上位规划里没有「PM2.5浓度」，没有导入" in line for line in told)
    assert any("规划里没有「规上工业增加值」，没有导入" in line and "规上工业产值" in line for line in told)
    assert any("没有写由本级哪一项承接，也没有写不设，没有导入" in line for line in told)
    assert "承接：云川市十五五.单位GDP能耗降低（不低于） }" in text_of(plan)
    assert run("check", ".", "--select", "PC101,PC103,PC104").status == 0


HEADS = ["上位规划", "上级指标", "本级指标", "对照", "承接方式", "说明", "采纳"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            ["云川市十五五", "耕地保有量", "", "", "", "", "对"],
            "表!G2：“对”认不出是采纳还是不采纳，没有导入；采纳打√，不采纳空着",
        ),
        (["", "", "地区生产总值", "", "", "", "√"], "表!G2：这一行没有写上级指标，没有导入"),
        (["", "耕地保有量", "", "不设", "", "", "√"], "表!G2：不设「耕地保有量」要在“说明”写理由，没有导入"),
        (
            ["", "耕地保有量", "地区生产总值", "", "差不多", "", "√"],
            "表!G2：承接方式“差不多”认不出，可以是：不低于、不高于、同值、份额 12%、参考；没有导入",
        ),
        (
            ["云川县十五五", "耕地保有量", "地区生产总值", "", "", "", "√"],
            "表!G2：上位规划里没有「耕地保有量」，没有导入",
        ),
    ],
)
def test_a_row_that_says_nothing_clear_is_told_and_left(run: Run, plan: Path, row: list[str], told: str) -> None:
    before = plan.read_bytes()
    Path("表.xlsx").write_bytes(make_book([HEADS, row], title="表"))
    ran = run("align", "--from", "表.xlsx")
    assert (ran.status, ran.out) == (0, "县.plan：与表一致，没有改动\n")
    assert ran.err.startswith(f"plancheck：{told}")
    assert plan.read_bytes() == before


# ---- places


def test_each_sentence_that_names_the_place_stands_beside_what_answers_it(run: Run, plan: Path) -> None:
    plan.with_name("市纲要.txt").write_text(ABOVE, encoding="utf-8")
    told = json.loads(run("align", ".", "市纲要.txt", "--place", "禾丰县", "--format", "json").out)
    assert told["own_text_read"]
    sentences = told["documents"][0]["sentences"]
    assert [(one["words"], one["names"]) for one in sentences] == [
        ("支持禾丰县建设农产品精深加工基地和竹木新材料产业集群", ["禾丰县"]),
        ("推进禾丰抽水蓄能电站项目前期工作", ["禾丰抽水蓄能电站项目"]),
        ("支持禾丰县建设省级航空应急救援中心", ["禾丰县"]),
    ]
    answers = [one["answer"] and one["answer"]["words"] for one in sentences]
    assert answers == ["加快建设全市重要的农产品精深加工基地，打造竹木新材料产业集群", None, None]
    shown = run("align", "县.plan", "市纲要.txt", "--place", "禾丰县").out
    assert shown.startswith("市纲要.txt：说到“禾丰县”和它的项目的 3 句\n")
    assert shown.count("本级：没有找到回应的话") == 2
    assert run("align", ".", "市纲要.txt", "--place", "禾丰县", "-o", "表.xlsx").status == 0
    assert openpyxl.load_workbook("表.xlsx").worksheets[0].max_row == 5


def test_without_an_own_text_no_answers_are_looked_for(run: Run, plan: Path) -> None:
    plan.with_name("市纲要.txt").write_text(ABOVE, encoding="utf-8")
    plan.with_name("纲要.txt").unlink()
    told = run("align", ".", "市纲要.txt", "--place", "禾丰县").out
    assert told.startswith("没有读到本级的正文，没有找回应\n")
    assert "本级" not in told.split("\n", 1)[1]
    plan.with_name("另一市.txt").write_text("另一市国民经济和社会发展第十五个五年规划纲要\n", encoding="utf-8")
    told = run("align", ".", "另一市.txt", "--place", "禾丰县").out
    assert told.endswith("另一市.txt：没有说到“禾丰县”和它的项目\n")


def test_words_of_a_text_that_is_not_to_be_passed_on_go_into_no_file(run: Run, plan: Path) -> None:
    plan.with_name("纲要.txt").write_text(f"内部资料 注意保存\n{TEXT}", encoding="utf-8")
    plan.with_name("市纲要.txt").write_text(f"内部资料 注意保存\n{ABOVE}", encoding="utf-8")
    assert "污水处理" in run("align").out
    assert "农产品精深加工" in run("align", ".", "市纲要.txt", "--place", "禾丰县").out
    for words in (["align"], ["align", ".", "市纲要.txt", "--place", "禾丰县"]):
        for kind in ("json", "csv"):
            told = run(*words, "--format", kind).out
            assert "“污水处理”" not in told
            assert "农产品精深加工" not in told
    assert run("align", "-o", "表.xlsx").status == 0
    cells = [cell for sheet in openpyxl.load_workbook("表.xlsx") for row in sheet.values for cell in row]
    assert not any("都说" in str(cell) for cell in cells)


# ---- refused


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["无.plan"], "无.plan：没有这个文件或文件夹"),
        (["--accept", "多半"], "“多半”认不出：写高、中、低，或建议的号码，如 1、3、5-8"),
        (["--accept", "0"], "没有第 0 号建议，只有 1—8"),
        (["--accept", "5-3"], "没有第 5-3 号建议，只有 1—8"),
        (["--accept", "高", "-o", "表.xlsx"], "--accept、--from、--place、-o 一次只用一样"),
        (["--diff"], "--diff 要和 --accept 或 --from 一起用"),
        (["--from", "无.xlsx"], "无.xlsx：没有这个文件"),
        (["--from", "坏.xlsx"], "坏.xlsx：表格文件损坏"),
        (["--from", "空.xlsx"], "空.xlsx：没有找到衔接对照表：要有一行表头，写着“上级指标”“本级指标”“采纳”"),
        (["--place", "禾丰县"], "--place 要给出上位纲要的文件：plancheck align 规划.plan --place 禾丰县 上位纲要.docx"),
        (["纲要.txt", "--place", " "], "--place 后面要写地名"),
        (["市纲要.doc", "--place", "禾丰县"], "市纲要.doc：没有这个文件或文件夹"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(run: Run, plan: Path, words: list[str], told: str) -> None:
    before = plan.read_bytes()
    Path("空.xlsx").write_bytes(make_book([["甲"]]))
    Path("坏.xlsx").write_bytes(b"PK")
    ran = run("align", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"plancheck：{told}")
    assert plan.read_bytes() == before
    assert not Path("表.xlsx").exists()


def test_a_folder_with_several_plans_needs_a_name(run: Run, plan: Path) -> None:
    plan.with_name("plancheck.toml").unlink()
    plan.with_name("另.plan").write_text("规划 另 {}\n指标 丙 {}\n", encoding="utf-8")
    assert "里不止一部规划，指明用哪个文件" in run("align", "-o", "a.xlsx").err
    assert run("align", "县.plan").status == 0


def test_an_edit_that_would_spoil_the_file_is_not_made(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = plan.read_bytes()
    monkeypatch.setattr("checker.write.edits.is_sound", lambda *_texts: False)
    ran = run("align", "--accept", "高")
    assert (ran.status, ran.err.splitlines()[-1]) == (2, "plancheck：县.plan：照这张表改，文件会读不通，没有改动")
    assert plan.read_bytes() == before
