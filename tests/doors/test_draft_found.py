"""What a draft finds in a text: its table, its titles, its measures and slogans; and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Figure, Indicator, Slogan
from checker.prose.read import read_document
from tests.doors.conftest import Run
from tests.doors.test_draft_text import TEXT, draft_text, drafted, names, plan_of
from tests.plans.conftest import PLANS

TABLE = """表1 主要指标
类别\t指标名称\t单位\t2025年实际\t2030年目标\t属性
经济发展\t地区生产总值\t亿元\t560\t800\t预期性
\t固定资产投资\t亿元\t〔682〕\t〔1000〕\t预期性
绿色生态\t单位能耗降低\t%\t\t〔14.5〕\t约束性
\t高新技术企业数\t家\t46\t120\t预期性
\t地区生产总值\t亿元\t1\t2\t预期性
"""


def test_the_table_of_a_text_is_believed() -> None:
    goal = (
        "（二）民生福祉达到新水平。高新技术企业达到130家。固定资产投资五年累计完成1000亿元。单位能耗五年累计降低14.5%。"
    )
    made = drafted(TEXT.replace("（二）民生福祉达到新水平。", goal).replace("第三章", TABLE + "第三章"))
    plan = plan_of(made)
    assert plan.problems == []
    told = ["地区生产总值", "固定资产投资", "单位能耗降低", "高新技术企业数"]
    assert names(plan, "indicator")[:4] == told
    assert "高新技术企业" not in names(plan, "indicator")
    assert "指标类别：经济发展、绿色生态" in made
    assert "类别：经济发展（待核）    单位：亿元    属性：预期性\n  2025年：实际 682（累计）    累计：目标 1000" in made
    assert "2025年：实际 46    2030年：目标 120\n  # 待核：文本另有一处写的是130家" in made
    assert "衡量指标：固定资产投资（推断）、单位能耗降低（推断）、高新技术企业数（推断）、常住人口（推断）" in made
    assert "原文：“固定资产投资五年累计完成1000亿元”" in made
    assert "待核：表1!B6：" in made
    assert "单位：万人    列入指标表：否" in made


@pytest.mark.parametrize(
    ("title", "full"),
    [
        ("《云川开发区第十五个五年规划纲要》起草说明", "云川开发区第十五个五年规划纲要起草说明"),
        (
            "云川开发区国民经济和社会发展\n第十五个五年规划纲要\n起草说明",
            "云川开发区国民经济和社会发展第十五个五年规划纲要起草说明",
        ),
        ("关于《云川开发区\n第十五个五年规划纲要》的说明", "关于云川开发区第十五个五年规划纲要的说明"),
    ],
)
def test_a_drafting_note(title: str, full: str) -> None:
    note = f"{title}\n一、编制过程\n开展研究。\n二、内容\n提出“三大目标”，即产业兴旺、城区宜居、群众富裕。"
    made = drafted(note, "说明.txt")
    plan = plan_of(made)
    assert plan.problems == []
    assert plan.document_kind == "drafting_note"
    assert plan.name == "云川开发区十五五"
    assert f"全称：《{full}》" in made
    # Its headings are not those of the plan; its slogan tells the goals.
    assert names(plan, "chapter") == []
    assert names(plan, "goal") == ["总目标", "产业兴旺", "城区宜居", "群众富裕"]
    assert "# 待核：目标取自提法“三大目标”的成员" in made
    assert "包括：产业兴旺、城区宜居、群众富裕" in made


def test_other_numbers_make_chapters_where_none_is_called_so() -> None:
    made = drafted("云川开发区实施方案\n一、总体要求\n到2030年建成。\n二、任务\n（一）壮大主导产业\n延链补链。\n")
    plan = plan_of(made)
    assert plan.problems == []
    assert names(plan, "chapter") == ["一、", "二、"]
    assert "结构：2章、1节" in made
    assert names(plan, "measure") == ["壮大主导产业"]
    assert "章：「二、」" in made


def test_measures_are_named_where_they_are_carried_out() -> None:
    task = (
        "实施产业倍增工程，开展技改提速行动，推进实施链长培育三年行动，建设铁路专用线项目。推进一批重点项目，"
        "开展各类专项行动，落实省里部署的建设项目。"
    )
    text = TEXT.replace("第三章 做强产业", "第三章 优化营商环境，夯实产业基础").replace(
        "到2030年，智能", f"{task}到2030年，智能"
    )
    made = drafted(text)
    named = ["产业倍增工程", "技改提速行动", "链长培育三年行动", "铁路专用线项目"]
    assert names(plan_of(made), "measure") == ["壮大主导产业", *named, "加强组织领导"]
    assert "类型：行动    上级举措：壮大主导产业（推断）    章：第三章" in made


@pytest.mark.parametrize(
    ("sentence", "slogan", "members"),
    [
        ("构建“一核两轴”布局：“一核”即服务核，“两轴”即产业轴和生态轴。", "一核两轴", "“服务核”、“产业轴”、“生态轴”"),
        ("实施“两大工程”，即“三链”产业工程、创新提级工程。", "两大工程", "「“三链”产业工程」、创新提级工程"),
        ("落实国家“两重”：重大战略、安全能力。", "", ""),
        ("推进“两新”：是指设备更新、以旧换新。", "", ""),
        ("推进慢性疾病的综合防治早预防、早发现“两大行动”。", "", ""),
        ("推出“一张图”，即全区底图。", "", ""),
    ],
)
def test_slogans(sentence: str, slogan: str, members: str) -> None:
    made = drafted(TEXT.replace("坚持“三个到位”：责任到位、措施到位、投入到位，", sentence))
    assert plan_of(made).problems == []
    assert sorted(names(plan_of(made), "slogan")) == sorted([*([slogan] if slogan else []), "两区一港"])
    assert not slogan or f"包括：{members}" in made


def test_what_compares_or_ranks_is_no_indicator() -> None:
    made = drafted(TEXT.replace("落实责任。", "到2030年，比全市平均水平高1.5个百分点，进入全国同类园区20强。"))
    assert names(plan_of(made), "indicator") == ["研发经费投入强度", "常住人口", "地区生产总值", "智能装备产业产值"]


def test_a_later_chapter_has_goals_of_its_own_matter() -> None:
    later = "第一节 发展目标\n（一）出口扩大。落实。\n（二）外资增长。落实。\n第二节 壮大主导产业"
    made = drafted(TEXT.replace("第一节 壮大主导产业", later))
    assert names(plan_of(made), "goal") == ["总目标", "经济实力实现新跨越", "民生福祉达到新水平"]


def test_headings_under_the_goals_are_no_goals() -> None:
    text = TEXT.replace("（一）经济实力实现新跨越。", "（一）“十五五”发展目标。").replace(
        "（二）民生", "（二）重点任务。民生"
    )
    made = drafted(text)
    assert names(plan_of(made), "goal") == ["总目标"]
    assert "没有读到：目标" in made


def test_the_sample_note(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for file in ("起草说明.txt", "起草说明.docx"):
        (tmp_path / file).write_bytes((PLANS / "yunchuan" / file).read_bytes())
        ran = run("draft", file)
        assert ran.status == 0
        assert plan_of(ran.out).problems == []


def test_word_and_text_files_give_one_draft() -> None:
    made = []
    for file in ("纲要.txt", "纲要.docx"):
        drawn = draft_text(read_document((PLANS / "yunchuan" / file).read_bytes(), Path(file).suffix, file), file)
        assert drawn is not None
        # A text file cannot merge the cells of a category, so that it is guessed there.
        told = drawn.replace(file, "文本").replace("（待核）    单位", "    单位")
        made.append([line for line in told.splitlines() if not line.startswith("# 读到：")])
    assert made[0] == made[1]


@pytest.mark.parametrize("file", ["纲要.txt", "纲要.docx"])
def test_the_sample_outline_beside_its_plan(file: str) -> None:
    drawn = draft_text(read_document((PLANS / "yunchuan" / file).read_bytes(), Path(file).suffix, file), file)
    assert drawn is not None
    plan = plan_of(drawn)
    known = plan_of((PLANS / "yunchuan" / "云川经济开发区十四五.plan").read_text(encoding="utf-8"))
    ours, theirs = ({one.name: one for one in each.elements if isinstance(one, Indicator)} for each in (plan, known))
    # The plan of the sample leaves out aims that its outline tells.
    left_out = {"三大主导产业产值占规模以上工业总产值的比重", "新增建设用地", "本地配套率", "园区企业输送技能人才"}
    assert sorted(set(ours) - set(theirs) - left_out) == []
    for name, indicator in theirs.items():
        if indicator.in_table is None:  # every row of the table, with what stands in it
            same = ours[name]
            assert (same.unit_text, same.nature) == (indicator.unit_text, indicator.nature)
            assert same.category is not None
    for name in ours.keys() & theirs:
        indicator = ours[name]
        assert {_figure(one) for one in indicator.figures} <= {_figure(one) for one in theirs[name].figures}
    assert names(plan, "slogan") == ["五大工程", "三区一基地", "三大空间", "一核两轴三片", "三大主导产业"]
    members = {one.name: _members(one) for one in known.elements if isinstance(one, Slogan)}
    slogans = {one.name: _members(one) for one in plan.elements if isinstance(one, Slogan)}
    assert slogans.pop("三大空间") == ["生产", "生活", "生态"]
    assert slogans.pop("三大主导产业") == ["智能装备", "新材料", "电子信息"]  # 智能装备产业 in the plan
    assert [name for name, told in slogans.items() if name in members and told != members[name]] == []
    sections = {f"「{one}」" for one in names(plan, "measure") if f"「{one}」" in drawn}
    programmes = [one for one in names(plan, "measure") if f"「{one}」" not in sections]
    assert len(programmes) > 30
    # Its panels are measures too, and so is what a sentence says is built.
    panels = {"产业类重点项目", "创新类重点项目", "开放和城区类重点项目", "绿色和民生类重点项目"}
    assert sorted(set(programmes) - set(names(known, "measure")) - panels) == ["跨境电商产业园"]


def _figure(figure: Figure) -> tuple[object, ...]:
    # 亩均税收20万元 is 20万元/亩 in the plan.
    told = figure.quantity.describe().removesuffix("/亩") if figure.quantity is not None else figure.in_words
    return figure.year, figure.tense, figure.basis, told


def _members(slogan: Slogan) -> list[str]:
    return [member.text.strip("「」“”") for member in slogan.members]
