"""Tables that list projects: what is found in them and between them and the text, and what is harmless."""

from __future__ import annotations

import pytest

from checker.prose.constraints.conflict import Conflict
from checker.prose.constraints.settle import find_all, find_between
from checker.prose.read import read_document
from checker.prose.reading import Reading, read

TITLE = "云川市国民经济和社会发展第十五个五年规划纲要"
TEXT = "坚持项目带动，实施6项重大工程项目（见专栏1），总投资150亿元。望水大桥总投资36亿元，2026年开工、2029年建成通车。"
ROWS = (
    "专栏1 重大工程项目",
    "序号\t项目名称\t建设内容\t起止年限\t总投资（亿元）",
    "\t合计（6项）\t\t\t150",
    "一\t交通类（3项）\t\t\t75",
    "1\t望水大桥\t主桥长1.2公里\t2026—2029\t36",
    "2\t环城快速路\t全长18公里\t2027—2030\t24",
    "3\t云川客运枢纽\t占地8公顷\t2025—2027\t15",
    "二\t水利类（3项）\t\t\t75",
    "4\t望水河综合治理\t治理河道32公里\t2026—2030\t33",
    "5\t城北污水处理厂\t日处理5万吨\t2026—2028\t12",
    "6\t云岭水库扩建工程\t新增库容600万方\t2027—2030\t30",
)


def reading(*lines: str, name: str = "纲要.txt") -> Reading:
    return read(read_document("\n".join((TITLE, *lines)).encode(), ".txt", name))


def found(one: Reading) -> list[Conflict]:
    return [conflict for kind in find_all(one).values() for conflict in kind]


def changed(old: str, new: str) -> Reading:
    text = "\n".join((TEXT, *ROWS))
    assert old in text
    return reading(text.replace(old, new, 1))


def test_a_sound_table_says_nothing() -> None:
    assert found(reading(TEXT, *ROWS)) == []
    assert [len(one.items) for one in reading(TEXT, *ROWS).registers] == [6]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("2026—2029\t36", "2026—2029\t63", "table_value"),
        ("\t\t\t75\n1", "\t\t\t57\n1", "table_value"),
        ("合计（6项）\t\t\t150", "合计（6项）\t\t\t160", "table_value"),
        ("合计（6项）", "合计（7项）", "table_count"),
        ("水利类（3项）", "水利类（4项）", "table_count"),
        ("5\t城北污水", "6\t城北污水", "table_structure"),
        ("5\t城北污水处理厂\t日处理5万吨\t2026—2028\t12\n", "", "table_structure"),
        ("2027—2030\t30", "2017—2020\t30", "table_value"),
        ("2026—2028\t12", "2028—2026\t12", "table_value"),
        ("实施6项", "实施8项", "table_count"),
        ("总投资150亿元", "总投资105亿元", "table_text"),
        ("总投资36亿元", "总投资63亿元", "table_text"),
        ("2026年开工", "2027年开工", "table_text"),
        ("2029年建成通车", "2028年建成通车", "table_text"),
        ("2029年建成通车。", "2029年建成通车。推进环湖快速路建设。", "table_text"),
    ],
)
def test_one_change_is_found(old: str, new: str, kind: str) -> None:
    assert [one.kind for one in found(changed(old, new))] == [kind]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2025—2027\t15", "2023—2027\t15"),
        ("2027—2030\t24", "2027—2032\t24"),
        ("总投资36亿元", "已完成投资6亿元"),
        ("总投资36亿元", "总投资约36亿元"),
        ("2026年开工", "2026年底前开工"),
        ("2029年建成通车", "2028年完成主体工程、2029年建成通车"),
        ("坚持", "“十四五”期间实施重大工程项目5项。“十五五”时期坚持"),
        ("实施6项", "储备46项重大工程项目，实施6项"),
        ("望水大桥总投资36亿元，2026年开工、2029年建成通车。", "加快望水第二大桥前期工作。"),
        ("二\t水利类（3项）\t\t\t75\n4\t", "二\t水利类（3项）\t\t\t75\n1\t"),
    ],
)
def test_what_is_harmless_says_nothing(old: str, new: str) -> None:
    one = changed(old, new)
    if new.endswith("1\t"):
        one = reading("\n".join((TEXT, *ROWS)).replace(old, new).replace("\n5\t", "\n2\t").replace("\n6\t", "\n3\t"))
    assert found(one) == []


def test_a_table_of_lines_with_blanks_is_one() -> None:
    rows = (
        "附表 投资安排",
        "类别    投资（亿元）    2026—2028年（亿元）    2029—2030年（亿元）",
        "铁路    248    150    98",
        "公路    380    245    135",
        "水运    76    52    24",
        "航空    66    40    26",
        "合计    770    487    283",
    )
    assert found(reading("说明投资安排。", *rows)) == []
    for old, new in (("770", "707"), ("76", "67"), ("135", "153"), ("    487", "    478")):
        assert [one.kind for one in found(reading("\n".join(("说明投资安排。", *rows)).replace(old, new)))][:1] == [
            "table_value"
        ]


def test_another_document_is_held_against_the_table() -> None:
    outline = reading(TEXT, *ROWS)
    for told, count in (("36", 0), ("46", 1)):
        note = read(
            read_document(
                f"关于《{TITLE}》的起草说明\n投资最大的是望水大桥，总投资{told}亿元。".encode(), ".txt", "说明.txt"
            )
        )
        assert len(find_between(outline, note).get("table_text", ())) == count
