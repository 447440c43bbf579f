"""Indicator tables against the text and in themselves: one slip is told once, what is right not at all."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

import checker
from checker.prose.constraints.settle import find_all
from checker.prose.read import read_document
from checker.prose.reading import read
from tests.workbooks import make_book

TEXT = """望川市国民经济和社会发展第十五个五年规划纲要
第一章 发展基础
“十四五”时期，经济实力稳步增强，2025年地区生产总值达到1260亿元，常住人口城镇化率提高到71.5%，城乡居民收入比缩小至1.86，研发投入强度达到2.41%。
第二章 主要目标
到2030年，努力实现以下目标：
——经济发展。地区生产总值年均增长5.5%左右，全员劳动生产率提高到31万元/人，常住人口城镇化率达到75%以上。
——创新驱动。全社会研发经费投入强度达到2.9%，每万人高价值发明专利拥有量达到18件，数字经济核心产业增加值占地区生产总值比重超过12%。
——民生福祉。城镇新增就业五年累计40万人，年均8万人以上，城镇调查失业率控制在5.5%以内，城乡居民收入比缩小到1.75，人均预期寿命提高到81.2岁。
——绿色发展。森林覆盖率不低于42.6%，单位地区生产总值能耗五年累计降低13%，地表水优良水体比例达到95%。
围绕上述目标，设置四大类13项主要指标，其中预期性指标9项、约束性指标4项。
{table}
注：〔〕内为五年累计数。
第三章 创新
到2030年，研发投入强度达到2.9%，规模以上工业企业中有研发活动的占比达到60%。
强化对森林覆盖率等约束性指标的考核，对地区生产总值、城镇新增就业等预期性指标加强监测。
"""
HEADS = ["类别", "序号", "指标", "单位", "2025年", "2030年", "年均/〔累计〕", "属性"]
ROWS = [
    ["经济发展（3项）", "1", "地区生产总值增长", "%", "5.6", "—", "5.5左右", "预期性"],
    ["", "2", "全员劳动生产率", "万元/人", "24.3", "31", "—", "预期性"],
    ["", "3", "常住人口城镇化率", "%", "71.5", "＞75", "—", "预期性"],
    ["创新驱动（3项）", "4", "全社会研发经费投入强度", "%", "2.41", "2.9", "—", "预期性"],
    ["", "5", "每万人高价值发明专利拥有量", "件", "9.6", "18", "—", "预期性"],
    ["", "6", "数字经济核心产业增加值占地区生产总值比重", "%", "8.7", "＞12", "—", "预期性"],
    ["民生福祉（4项）", "7", "城镇新增就业", "万人", "8.6", "＞8", "〔40〕", "预期性"],
    ["", "8", "城镇调查失业率", "%", "5.3", "＜5.5", "—", "预期性"],
    ["", "9", "城乡居民收入比", "", "1.86", "1.75", "—", "预期性"],
    ["", "10", "人均预期寿命", "岁", "80.1", "81.2", "—", "约束性"],
    ["绿色发展（3项）", "11", "森林覆盖率", "%", "42.6", "≥42.6", "—", "约束性"],
    ["", "12", "单位地区生产总值能耗降低", "%", "—", "—", "〔13〕", "约束性"],
    ["", "13", "地表水优良水体比例", "%", "93.2", "95", "—", "约束性"],
]
Change = tuple[int, int, str]


def rows(*changes: Change) -> list[list[str]]:
    """The table with heads, cells of rows counted from 1 changed; column -1 leaves a row out, -2 tells it twice."""
    made = [list(row) for row in (HEADS, *ROWS)]
    for row, column, text in changes:
        if column >= 0:
            made[row][column] = text
    return [
        line
        for at, row in enumerate(made)
        for line in [row] * (0 if (at, -1, "") in changes else 2 if (at, -2, "") in changes else 1)
    ]


def write_text(path: Path, words: str, table: list[list[str]]) -> None:
    path.write_text(words.format(table="表1 主要指标\n" + "\n".join("\t".join(row) for row in table)), encoding="utf-8")


def write_word(path: Path, words: str, table: list[list[str]]) -> None:
    made = docx.Document()
    before, _, after = words.partition("{table}\n")
    for line in before.splitlines():
        made.add_paragraph(line)
    made.add_paragraph("表1 主要指标")
    cells = made.add_table(len(table), len(table[0]))
    for line, row in zip(cells.rows, table, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    opened = [at for at, row in enumerate(table) if row[0]]
    for first, behind in zip(opened, [*opened[1:], len(table)], strict=True):
        if behind > first + 1:
            cells.cell(first, 0).merge(cells.cell(behind - 1, 0)).text = table[first][0]
    for line in after.splitlines():
        made.add_paragraph(line)
    made.save(str(path))


def found(tmp_path: Path, words: str, *changes: Change, word: bool = False) -> list[tuple[str, str]]:
    """Kind and sentence of what is found in the reading of the text."""
    path = tmp_path / ("纲要.docx" if word else "纲要.txt")
    (write_word if word else write_text)(path, words, rows(*changes))
    conflicts = find_all(read(read_document(path.read_bytes(), path.suffix, path.name)))
    return [
        (one.kind, one.message.text() if one.message is not None else str(one.said))
        for same in conflicts.values()
        for one in same
    ]


@pytest.mark.parametrize("word", [False, True])
def test_what_is_right_is_not_told(tmp_path: Path, word: bool) -> None:
    assert found(tmp_path, TEXT, word=word) == []


TABLE_SLIPS: list[tuple[str, str, list[Change]]] = [
    ("table_value", "人均预期寿命", [(10, 5, "79.2")]),
    ("table_value", "城乡居民收入比", [(9, 5, "1.95")]),
    ("table_value", "地表水优良水体比例", [(13, 5, "92")]),
    ("yearly_total", "城镇新增就业", [(7, 6, "〔30〕")]),
    ("table_value", "每万人高价值发明专利拥有量", [(5, 5, "180")]),
    ("table_value", "全员劳动生产率", [(2, 4, "243")]),
    ("out_of_range", "地表水优良水体比例", [(13, 4, "932")]),
    ("table_text", "全员劳动生产率", [(2, 5, "33")]),
    ("table_text", "常住人口城镇化率", [(3, 4, "70.5")]),
    ("table_text", "常住人口城镇化率", [(3, 5, "＞76")]),
    ("table_text", "地区生产总值增长", [(1, 6, "6左右")]),
    ("table_text", "单位地区生产总值能耗降低", [(12, 6, "〔14〕")]),
    ("table_value", "城镇调查失业率", [(8, 5, "＞5.5")]),
    ("table_text", "每万人高价值发明专利拥有量", [(5, 3, "项")]),
    ("table_count", "预期性10项", [(12, 7, "预期性")]),
    ("table_text", "每千人高价值发明专利拥有量", [(5, 2, "每千人高价值发明专利拥有量")]),
    ("table_text", "城镇登记失业率", [(8, 2, "城镇登记失业率")]),
    ("table_count", "创新驱动", [(4, 0, "创新驱动（4项）")]),
    ("table_count", "民生福祉", [(7, 0, "民生福祉（5项）")]),
    ("table_count", "约束性", [(9, 7, "约束性")]),
    ("table_structure", "序号都是5", [(6, 1, "5")]),
    ("table_structure", "没有8", [(8, -1, "")]),
    ("table_structure", "没有1", [(1, 0, ""), (2, 0, "经济发展（3项）"), (1, -1, "")]),
    ("table_structure", "列了两行", [(6, -2, "")]),
    ("table_structure", "列了两行", [(13, 2, "森林覆盖率"), (13, 4, "42.6"), (13, 5, "≥42.6")]),
    ("table_structure", "没有填属性", [(4, 7, "")]),
    ("table_structure", "“预期性”或“约束性”", [(4, 7, "预期型")]),
    ("table_structure", "规划期末是2030年", [(0, 5, "2035年")]),
    ("table_structure", "前一年是2025年", [(0, 4, "2020年")]),
    ("table_structure", "表头都是2025年", [(0, 5, "2025年")]),
    ("table_structure", "应是9", [(9, 1, "19")]),
]


@pytest.mark.parametrize(("kind", "said", "changes"), TABLE_SLIPS, ids=str)
def test_a_slip_in_the_table_is_told_once(tmp_path: Path, kind: str, said: str, changes: list[Change]) -> None:
    # Those of categories, numbers and rows in Word too, where cells are merged.
    for word in (False, True) if kind in ("table_structure", "table_count") else (False,):
        told = found(tmp_path, TEXT, *changes, word=word)
        assert [one for one, _ in told] == [kind]
        assert said in told[0][1]


TEXT_SLIPS = [
    ("table_text", "提高到31万元/人", "提高到33万元/人"),
    ("table_text", "提高到31万元/人", "提高到31亿元/人"),
    ("table_text", "达到75%以上", "达到73%以上"),
    ("table_text", "年均增长5.5%左右", "年均增长6%左右"),
    ("table_text", "达到18件", "达到28件"),
    ("table_text", "比重超过12%", "比重超过15%"),
    ("table_text", "人均预期寿命提高到81.2岁", "人均预期寿命超过80岁"),
    ("yearly_total", "累计40万人", "累计50万人"),
    ("table_text", "控制在5.5%以内", "控制在5%以内"),
    ("table_text", "控制在5.5%以内", "稳定在5.5%以上"),
    ("table_text", "缩小到1.75", "扩大到1.75"),
    ("table_text", "提高到81.2岁", "提高到82.1岁"),
    ("table_text", "不低于42.6%", "不低于43.6%"),
    ("table_text", "累计降低13%", "累计降低15%"),
    ("table_text", "比例达到95%", "比例达到85%"),
    ("table_text", "缩小至1.86", "缩小至1.68"),
    ("table_text", "达到2.41%", "达到2.14%"),
    ("table_text", "单位地区生产总值能耗五年累计降低13%", "单位地区生产总值能耗提高"),
    ("table_text", "对森林覆盖率等约束性", "对研发投入强度等约束性"),
    ("table_text", "对地区生产总值、城镇新增就业等预期性", "对人均预期寿命等预期性"),
    ("table_text", "人均预期寿命提高到81.2岁", "到2035年人均预期寿命提高到81.2岁"),
    ("table_count", "设置四大类13项", "设置五大类13项"),
    ("table_count", "设置四大类13项主要指标，其中预期性指标9项、约束性指标4项", "提出14项主要指标"),
    ("table_count", "预期性指标9项、约束性指标4项", "预期性指标10项、约束性指标3项"),
    ("table_count", "设置四大类13项主要指标，其中预期性指标9项、约束性指标4项", "主要指标共12项，见表1"),
    ("table_count", "设置四大类13项主要指标，其中预期性指标9项", "主要指标中，预期性指标8项"),
]


@pytest.mark.parametrize(("kind", "old", "new"), TEXT_SLIPS)
def test_a_slip_in_the_text_is_told_once(tmp_path: Path, kind: str, old: str, new: str) -> None:
    assert old in TEXT
    assert [one for one, _ in found(tmp_path, TEXT.replace(old, new))] == [kind]


HARMLESS = [
    ("到2030年，研发投入强度达到2.9%", "到2030年，研发投入强度达到2.9%、力争达到3.2%"),
    ("到2030年，研发投入强度达到2.9%", "到2027年，研发投入强度达到2.6%"),
    ("到2030年，研发投入强度达到2.9%", "到2030年，望东区研发投入强度达到4.5%"),
    ("到2030年，研发投入强度达到2.9%", "到2030年，全省研发投入强度达到3.3%"),
    ("到2030年，研发投入强度达到2.9%", "对研发投入强度超过5%的企业给予奖励"),
    ("到2030年，研发投入强度达到2.9%", "2020年研发投入强度为1.98%"),
    ("到2030年，研发投入强度达到2.9%", "“十四五”规划的6项约束性指标全部完成"),
    ("到2030年，研发投入强度达到2.9%", "国家下达的3项约束性指标逐年落实"),
    ("年均8万人以上", "每年不少于8万人"),
    ("地区生产总值达到1260亿元", "地区生产总值超过1200亿元"),
    ("达到2.41%", "达到2.4%左右"),
    ("设置四大类13项主要指标", "设置13项主要指标"),
    ("设置四大类13项主要指标，其中预期性指标9项、约束性指标4项", "主要指标分为四类，共13项"),
    ("人均预期寿命提高到81.2岁", "到2035年人均预期寿命提高到83岁"),
    ("人均预期寿命提高到81.2岁", "人均预期寿命超过81岁"),
    ("单位地区生产总值能耗五年累计降低13%", "单位地区生产总值能耗持续下降"),
]


@pytest.mark.parametrize(("old", "new"), HARMLESS)
def test_what_may_differ_is_not_told(tmp_path: Path, old: str, new: str) -> None:
    assert old in TEXT
    assert found(tmp_path, TEXT.replace(old, new)) == []


def test_a_table_beside_the_text_is_held_against_it_and_checked_itself(tmp_path: Path) -> None:
    (tmp_path / "纲要.txt").write_text(TEXT.format(table="").replace("提高到31万元", "提高到33万元"), encoding="utf-8")
    table = [["望川市“十五五”时期主要指标"], *rows((10, 5, "79.2"), (6, 1, "5"))]
    (tmp_path / "主要指标.xlsx").write_bytes(make_book(table, merged=["A1:H1"]))
    told = [one for one in checker.check(tmp_path).findings if one.code in ("PC702", "PC727", "PC729", "PC730")]
    assert sorted((one.code, Path(one.span.source.path).name) for one in told) == [
        ("PC727", "纲要.txt"),
        ("PC727", "纲要.txt"),
        ("PC729", "主要指标.xlsx"),
        ("PC730", "主要指标.xlsx"),
    ]


def test_a_slip_is_told_with_both_its_places(tmp_path: Path) -> None:
    path = tmp_path / "纲要.txt"
    write_text(path, TEXT.replace("达到18件", "达到28件"), rows())
    (told,) = [one for one in checker.check(path).findings if one.code == "PC727"]
    said = told.message.text()
    assert said == "「每万人高价值发明专利拥有量」2030年正文写的是28件，指标表里是18件"
    assert "28件" in path.read_text(encoding="utf-8")[told.span.start : told.span.end]
    assert next(one.message.text() for one in told.related) == "指标表里是18件"
