"""A first plan file made from a text: what it holds, and that it holds nothing that the text does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker.draft.drafting import draft, read_sources
from checker.draft.written import write_draft
from checker.model import Plan, build_plan, parse_plan
from checker.prose.document import Document
from checker.prose.plain import build_plain
from checker.prose.quotes import QuotedText
from checker.source import SourceText
from checker.write.format import format_text
from tests.doors.conftest import Run
from tests.plans.conftest import PLANS

TEXT = """云川开发区国民经济和社会发展第十五个五年规划纲要
（征求意见稿）
第一章 发展基础
2025年，研发经费投入强度为2.10%，常住人口18.6万人。
第二章 总体要求
第一节 指导思想
坚持“三个到位”：责任到位、措施到位、投入到位，着力打造“两区一港”，即先行区、示范区和内陆港。
第二节 主要目标
到2030年，基本建成现代化新城，实现以下目标。
（一）经济实力实现新跨越。地区生产总值达到800亿元，年均增长6.5%左右。研发经费投入强度提高到3.20%。
（二）民生福祉达到新水平。常住人口达到22万人以上。
第三章 做强产业
第一节 壮大主导产业
到2030年，智能装备产业产值达到600亿元。贯彻《云川市制造业发展规划》。
第四章 组织保障
第一节 加强组织领导
落实责任。
"""


def draft_text(document: Document, name: str) -> str | None:
    made = draft(read_sources([(name, document)]))
    return None if made.is_empty else write_draft(made)


def drafted(text: str, name: str = "纲要.txt") -> str:
    made = draft_text(build_plain(SourceText(name, text)), name)
    assert made is not None
    return made


def plan_of(text: str) -> Plan:
    return build_plan(parse_plan(SourceText("a.plan", text)))


def names(plan: Plan, kind: str) -> list[str]:
    return [one.name for one in plan.elements if one.kind == kind]


def test_what_a_text_gives() -> None:
    made = drafted(TEXT)
    plan = plan_of(made)
    assert plan.problems == []
    assert plan.name == "云川开发区十五五"
    assert (plan.first_year, plan.last_year, plan.stage, plan.level) == (2026, 2030, "consultation_draft", "zone")
    assert names(plan, "chapter") == ["第一章", "第二章", "第三章", "第四章"]
    assert names(plan, "goal") == ["总目标", "经济实力实现新跨越", "民生福祉达到新水平"]
    assert names(plan, "indicator") == ["研发经费投入强度", "常住人口", "地区生产总值", "智能装备产业产值"]
    assert "支撑：总目标（推断）" in made
    assert "上位规划：云川市十五五" not in made
    assert names(plan, "slogan") == ["三个到位", "两区一港"]
    assert names(plan, "measure") == ["壮大主导产业", "加强组织领导"]
    assert names(plan, "basis") == ["云川市制造业发展规划"]
    # Decimals stay as printed: they say how exact a figure is.
    assert "2025年：实际 2.10（待核）    2030年：目标 3.20（待核）" in made
    assert "2030年：目标 ≥22（待核）" in made
    assert "2030年：目标 800（待核）    年均：目标 6.5%左右（待核）" in made
    assert "衡量指标：研发经费投入强度（推断）、地区生产总值（推断）" in made
    assert "包括：“先行区”、“示范区”、“内陆港”" in made
    assert "类型：保障    章：第四章" in made
    assert format_text(made) == made


def test_a_figure_that_something_rises_from_is_no_target() -> None:
    plan = plan_of(drafted(TEXT.replace("产值达到600亿元", "产值由300亿元增加到600亿元")))
    assert "智能装备产业产值由" not in names(plan, "indicator")


def test_a_second_value_is_told() -> None:
    made = drafted(TEXT.replace("落实责任。", "到2030年，地区生产总值达到900亿元。"))
    assert "# 待核：文本另有一处写的是900亿元" in made


@pytest.mark.parametrize("file", ["纲要.txt", "纲要.docx"])
def test_the_sample_outline(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / file).write_bytes((PLANS / "yunchuan" / file).read_bytes())
    assert run("draft", file, "-o", "云川.plan").status == 0
    known = plan_of((PLANS / "yunchuan" / "云川经济开发区十四五.plan").read_text(encoding="utf-8"))
    plan = plan_of((tmp_path / "云川.plan").read_text(encoding="utf-8"))
    for kind, least in (("part", 1.0), ("chapter", 1.0), ("section", 1.0)):
        assert names(plan, kind) == names(known, kind)[: int(len(names(known, kind)) * least)]
    goals = names(known, "goal")
    assert [name for name in names(plan, "goal") if name not in goals] == ["总目标"]
    assert len(names(plan, "goal")) == 7
    told = {one.name: one for one in known.elements if one.kind == "indicator"}
    same = [name for name in names(plan, "indicator") if name in told]
    assert len(same) >= 18
    assert {"五大工程", "三区一基地"} <= set(names(plan, "slogan"))
    report = checker.check(tmp_path / "云川.plan")
    codes = {one.code for one in report.findings}
    # Nothing wrong with the file itself, its names, its chapters; no quote or value that the text does not have.
    assert not codes & {"PC101", "PC102", "PC103", "PC104", "PC105", "PC703", "PC704"}
    assert run("fmt", "--check", "云川.plan").status == 0


def test_a_text_without_anything_to_draft_is_one_line(run: Run, tmp_path: Path) -> None:
    for name, content in (("空.txt", ""), ("话.txt", "今天天气很好。\n"), ("话.md", "你好\n")):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        ran = run("draft", path, "-o", tmp_path / "a.plan")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.endswith("里没有章、节标题，也没有目标和指标，没有可起草的\n")
        assert not (tmp_path / "a.plan").exists()


def test_what_cannot_be_read_is_one_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04")
    for words in ((path,), (tmp_path / "没有.txt",)):
        ran = run("draft", *words)
        assert ran.status == 2
        assert ran.err.count("\n") == 1


def test_tracked_changes_are_told(run: Run, tmp_path: Path) -> None:
    from tests.prose.word_files import paragraph, word_file
    from tests.prose.word_files import run as words

    path = tmp_path / "纲要.docx"
    body = "".join(paragraph(line) for line in TEXT.splitlines())
    path.write_bytes(word_file(body + paragraph(f"<w:ins>{words('加的话。')}</w:ins>")))
    ran = run("draft", path)
    assert ran.status == 0
    assert "修订" in ran.err
    docx_plan, text_plan = plan_of(ran.out), plan_of(drafted(TEXT))
    for kind in ("chapter", "goal", "indicator", "slogan", "measure", "basis"):
        assert names(docx_plan, kind) == names(text_plan, kind)


LINES = st.lists(
    st.one_of(
        st.sampled_from(TEXT.splitlines()),
        st.sampled_from(
            [
                "第一章 目标", "第一章 目标", "第二部分 任务", "第三节 “引”“号”", "主要目标", "一、发展目标",
                "（一）产业升级。地区生产总值达到100亿元。", "（一）产业升级。", "“三大{工程}”即A、B和C。",
                "“一二”：甲，乙。", "到2030年，#面积达到20平方公里、人口 5 万人。", "《规划》《“十五五”规划》",
                "第2章 「名」 { }", "表1\t指标\t10", "指标名称\t单位\t2030年目标\t属性",
                "一、产业\t{亿元}\t〔10〕\t约束性",
                "城镇化率\t%\t〔≥6〕10\t预期性", "一、任务", "“两重一新”即甲和乙、丙丁",
                "实施“甲”乙丙工程，开展强链行动。",
            ]
        ),
        st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=30),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["云川开发区第十五个五年规划", "《云川》{规划纲要》》", "#规划“", ""]), LINES)
def test_any_text_gives_a_sound_plan_whose_quotes_are_there(title: str, lines: list[str]) -> None:
    text = "\n".join([title, *lines])
    made = draft_text(build_plain(SourceText("纲要.txt", text)), "纲要.txt")
    if made is None:
        return
    plan = plan_of(made)
    assert plan.problems == []
    assert format_text(made) == made
    quoted = QuotedText(text)
    for one in (plan, *plan.elements):
        assert all(quoted.holds(quote.text) for quote in one.quotes)
    called = [(one.kind, one.name) for one in plan.elements if one.kind in ("goal", "indicator", "measure", "slogan")]
    assert len(set(called)) == len(called)
