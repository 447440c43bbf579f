"""``plancheck new workspace --from … --upper …``: from the documents that an office has to a checked workspace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.drafting.ways import read_source, write_way
from checker.model import Indicator
from checker.workspace import load_workspace
from tests.doors.conftest import Run
from tests.workbooks import Row, make_book

SOURCE = Path(__file__).parents[2] / "benchmarks" / "drafting" / "禾丰县纲要.txt"
UPPER = """云川市国民经济和社会发展第十五个五年规划纲要
第一章 主要目标
——经济实力实现新跨越。地区生产总值达到4500亿元。
——绿色发展取得新成效。森林覆盖率达到45%。
主要指标
序号\t指标\t单位\t2025年\t2030年\t属性
1\t地区生产总值\t亿元\t3300\t4500\t预期性
2\t森林覆盖率\t%\t44.6\t45\t约束性
3\t城镇调查失业率\t%\t5.1\t＜5.5\t预期性
第二章 做强产业
第一节 壮大产业集群
实施强链补链工程。
"""
NOTE = """《禾丰县国民经济和社会发展第十五个五年规划纲要》起草说明
一、起草过程
2025年3月启动，召开座谈会12次。
二、主要内容
《纲要》提出“三个禾丰”，即实力禾丰、美丽禾丰、幸福禾丰。
"""
ROWS: list[Row] = [
    ["禾丰县“十五五”时期主要指标"],
    ["指标名称", "单位", "2025年实际", "2030年目标", "属性", "责任单位"],
    ["地区生产总值", "亿元", 286, 390, "预期性", "发展改革局"],
    ["森林覆盖率", "%", 61.3, 61.5, "约束性", "林业局"],
    ["公共图书馆数", "座", 2, 4, "预期性", "文化旅游局"],
]


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_way(read_source(SOURCE), "样式", tmp_path / "纲要.docx")
    (tmp_path / "市纲要.txt").write_text(UPPER, encoding="utf-8")
    (tmp_path / "起草说明.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "主要指标.xlsx").write_bytes(make_book(ROWS))
    return tmp_path


def test_documents_make_a_workspace_with_an_upper_plan(run: Run, documents: Path) -> None:
    ran = run("new", "workspace", "甲", "--from", "纲要.docx", "起草说明.txt", "主要指标.xlsx", "--upper", "市纲要.txt")
    assert (ran.status, ran.err) == (0, "")
    written = [line.removeprefix("已写：甲/") for line in ran.out.splitlines() if line.startswith("已写：")]
    assert written == [
        "plancheck.toml",
        "上位规划/云川市十五五.plan",
        "上位规划/市纲要.txt",
        "规划/禾丰县十五五.plan",
        "规划/纲要.docx",
        "规划/起草说明.txt",
        "规划/主要指标.xlsx",
    ]
    assert "禾丰县十五五：读到：部分3、章8、节21、目标6、指标21" in ran.out
    assert "云川市十五五：读到：章2、节1、目标2、指标3" in ran.out
    workspace = load_workspace([documents / "甲"], documents)
    plan = next(one for one in workspace.plans if one.name == "禾丰县十五五")
    assert [(one.name, one.at_hand) for one in plan.texts] == [
        ("纲要.docx", True),
        ("起草说明.txt", True),
        ("主要指标.xlsx", True),
    ]
    indicators = {one.name: one for one in plan.elements if isinstance(one, Indicator)}
    # The sheet adds an indicator, and to a row of the outline what only it says.
    assert indicators["公共图书馆数"].unit_text == "座"
    assert [one.text for one in indicators["森林覆盖率"].owners] == ["林业局"]
    assert "三个禾丰" in {one.name for one in plan.elements}
    # What is surely one is carried, and said to be a guess; the rest is for `plancheck align`.
    assert "禾丰县十五五：承接上位规划3项，按名称、写法、单位推断；把握不大的2项没有写" in ran.out
    text = (documents / "甲" / "规划" / "禾丰县十五五.plan").read_text(encoding="utf-8")
    assert "承接：云川市十五五.森林覆盖率（参考、推断）" in text
    body = text[text.index("\n规划 ") :]
    assert f"标了待核、推断的{len(re.findall('待核|推断', body))}处" in text
    checked = run("甲")
    assert not {"PC101", "PC102", "PC103", "PC104", "PC105", "PC703", "PC704"} & {
        word for word in checked.out.split() if word.startswith("PC")
    }
    assert "「云川市十五五」没有取得" not in checked.out
    assert run("fmt", "--check", "甲").status == 0


def test_an_upper_plan_that_is_not_at_hand_is_named(run: Run, documents: Path) -> None:
    assert run("new", "workspace", "甲", "--from", "纲要.docx").status == 0
    text = (documents / "甲" / "规划" / "禾丰县十五五.plan").read_text(encoding="utf-8")
    assert "上位规划：云川市十五五（未取得，待核）" in text
    assert "「云川市十五五」没有取得" in run("甲").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--upper", "市纲要.txt"), "--upper 要和 --from 一起用"),
        (("--from", "纲要.docx", "市纲要.txt"), "纲要.docx 与 市纲要.txt 不是同一部规划的文稿"),
        (("--from", "没有.docx"), "没有.docx"),
    ],
)
def test_what_makes_no_workspace_leaves_nothing(run: Run, documents: Path, words: tuple[str, ...], told: str) -> None:
    ran = run("new", "workspace", "甲", *words)
    assert ran.status == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert not (documents / "甲").exists()


def test_several_documents_make_one_draft(run: Run, documents: Path) -> None:
    ran = run("draft", "起草说明.txt", "主要指标.xlsx", "纲要.docx", "-o", "草.plan")
    assert ran.status == 0
    text = (documents / "草.plan").read_text(encoding="utf-8")
    assert "文本：“纲要.docx”（主文）、“起草说明.txt”（说明）、“主要指标.xlsx”（指标表）" in text
    ran = run("draft", "纲要.docx", "市纲要.txt")
    assert ran.status == 2
    assert "分开起草" in ran.err
