"""A draft reads what drafters write in many ways, goals, headings, panels, slogans, and leaves out what is others'."""

from __future__ import annotations

import pytest

from checker.model import Indicator, Measure, Slogan
from checker.model.elements import Chapter, Goal, Section
from tests.doors.test_draft_text import drafted, names, plan_of

TITLE = "禾丰县国民经济和社会发展第十五个五年规划纲要\n"
GOALS = ("经济实力实现新提升", "创新能力明显增强", "人民生活更加幸福")
MORE = ("地区生产总值达到390亿元", "研发经费投入强度达到2.4%", "居民收入稳步增长")


def _lines(form: str) -> str:
    told = list(zip(GOALS, MORE, strict=True))
    if form == "一是":
        return "重点实现三个方面目标：" + "；".join(
            f"{number}是{goal}，{more}" for number, (goal, more) in zip("一二三", told, strict=True)
        )
    marks = {"——": "——" * 3, "（一）": "一二三", "1.": "123", "": "   "}[form]
    made = []
    for at, (goal, more) in enumerate(told):
        sign = marks[at]
        mark = {"——": "——", "（一）": f"（{sign}）", "1.": f"{sign}.", "": ""}[form]
        made.append(f"{mark}{goal}。到2030年，{more}。")
    return "\n".join(made)


@pytest.mark.parametrize("form", ["——", "（一）", "1.", "", "一是"])
@pytest.mark.parametrize(("chapter", "section"), [("第二章 ", "第一节 "), ("二、", "（一）")])
def test_goals_in_all_forms(form: str, chapter: str, section: str) -> None:
    first = chapter.replace("二", "一")
    if form == "（一）" and section == form:
        section = "（三）"
    principles = "——坚持人民至上。依靠人民。\n——坚持改革创新。破除障碍。\n——坚持底线思维。防范风险。\n"
    text = (
        f"{TITLE}{first}发展基础\n综合实力持续增强。城乡面貌明显改善。\n民生保障更加有力。就业稳定。\n社会大局保持稳定。\n"
        f"{chapter}总体要求\n{section.replace('三', '一')}基本原则\n{principles}"
        f"{section.replace('一', '二').replace('三', '二')}主要目标\n{_lines(form)}\n"
    )
    if form == "（一）" and section.startswith("（"):
        return  # Items and sections of one form cannot be told apart by anybody.
    plan = plan_of(drafted(text))
    assert [one.name for one in plan.elements if isinstance(one, Goal)] == ["总目标", *GOALS]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("到2030年，云川市地区生产总值突破4500亿元", ""),
        ("全市地区生产总值到2030年达到4500亿元", ""),
        ("到2030年，全省森林覆盖率达到60%", ""),
        ("到2030年，全县森林覆盖率达到60%", "森林覆盖率"),
        ("到2030年，县城绿化覆盖率达到42%", "县城绿化覆盖率"),
        ("每年新增城镇就业5000人以上", "新增城镇就业"),
        ("到2030年，县域就诊率达到90%", "县域就诊率"),
        ("到2030年，铁路、水路货运量占比达到22%", "铁路、水路货运量占比"),
    ],
)
def test_whose_a_figure_is(sentence: str, name: str) -> None:
    basis = "根据《云川市国民经济和社会发展第十五个五年规划纲要》编制。\n"
    text = f"{TITLE}{basis}第一章 主要任务\n第一节 推进建设\n“十五五”时期，{sentence}。\n"
    plan = plan_of(drafted(text))
    told = [one for one in plan.elements if isinstance(one, Indicator)]
    assert [one.name for one in told] == ([name] if name else [])
    assert all(one.in_table != "no" or one.figures for one in told)
    if name.startswith("县城"):
        assert told[0].scope == "县城"


def test_panels_and_tables_of_projects_are_measures() -> None:
    text = (
        f"{TITLE}第一章 建设交通\n第一节 畅通道路\n推进道路建设。\n"
        "专栏1 交通畅通工程\n1.公路提升工程。新建公路。\n2.水运提升工程。疏浚航道。\n"
        "第二节 建设水利\n实施“清水润城”工程、白石水库扩容工程和河口灌区改造项目，推进云禾高速、河口大桥等重大项目。\n"
        "开展一批重点项目，落实各类专项行动，谋划政府投资项目。\n"
    )
    plan = plan_of(drafted(text))
    measures = {one.name: one for one in plan.elements if isinstance(one, Measure)}
    assert list(measures) == [
        "畅通道路",
        "交通畅通工程",
        "公路提升工程",
        "水运提升工程",
        "建设水利",
        "“清水润城”工程",
        "白石水库扩容工程",
        "河口灌区改造项目",
        "云禾高速",
        "河口大桥",
    ]
    above = {name: [one.path.text for one in measure.part_of if one.path] for name, measure in measures.items()}
    assert above["公路提升工程"] == ["交通畅通工程"]
    assert above["交通畅通工程"] == ["畅通道路"]
    assert above["河口大桥"] == ["建设水利"]
    assert measures["公路提升工程"].type == "programme"


@pytest.mark.parametrize(
    ("words", "name", "members"),
    [
        ("聚焦智能装备、新材料、电子信息三大主导产业，延伸链条。", "三大主导产业", ["智能装备", "新材料", "电子信息"]),
        (
            "前瞻布局三大未来产业。聚焦低空经济、生物制造、量子科技等领域。",
            "三大未来产业",
            ["低空经济", "生物制造", "量子科技"],
        ),
        (
            "打造三大支柱产业。电子信息推动补链。装备制造强化配套。绿色食品聚焦品牌。积极发展其他产业。",
            "三大支柱产业",
            ["电子信息", "装备制造", "绿色食品"],
        ),
        ("推动铁路、公路、水路“三网融合”。", "三网融合", ["铁路", "公路", "水路"]),
        ("续写经济快速发展和社会长期稳定两大奇迹新篇章。", "", []),
        ("办好三件实事。", "", []),
    ],
)
def test_slogans_and_their_members(words: str, name: str, members: list[str]) -> None:
    plan = plan_of(drafted(f"{TITLE}第一章 任务\n第一节 壮大产业\n{words}\n"))
    told = [one for one in plan.elements if isinstance(one, Slogan)]
    assert [one.name for one in told] == ([name] if name else [])
    assert [member.text for one in told for member in one.members] == members


def test_headings_of_any_number_make_the_outline() -> None:
    for chapter, section in (("一、", "1."), ("一、", "（一）"), ("第一章　", "一、")):
        second = chapter.replace("一", "二")
        text = (
            f"{TITLE}{chapter}发展基础\n基础很好。\n{second}重点任务\n{section}壮大产业\n发展产业。\n"
            f"{section.replace('一', '二').replace('1', '2')}改善民生\n增进福祉。\n"
        )
        plan = plan_of(drafted(text))
        titles = [one.title for one in plan.elements if isinstance(one, Chapter | Section)]
        assert titles == ["发展基础", "重点任务", "壮大产业", "改善民生"]


def test_an_annex_that_counts_anew_is_no_chapter() -> None:
    body = "一、发展基础\n基础很好。\n二、重点任务\n做好工作。\n"
    text = f"{TITLE}{body}一、指标解释\n1.甲指标。是指甲。\n2.乙指标。是指乙。\n"
    text += "3.丙行动。实施“示范引领”行动，是指丙。\n"
    plan = plan_of(drafted(text))
    assert names(plan, "chapter") == ["一、", "二、"]
    assert not any(one.chapters for one in plan.elements if isinstance(one, Measure) and "行动" in one.name)


def test_a_goal_is_measured_by_what_it_names_and_not_by_parts_of_names() -> None:
    text = (
        f"{TITLE}第一章 主要目标\n——经济实力实现新提升。地区生产总值达到390亿元。\n"
        "——绿色发展展现新面貌。单位地区生产总值能耗降低完成市下达目标。\n"
        "主要指标\n序号\t指标\t单位\t2025年\t2030年\t属性\n1\t地区生产总值\t亿元\t286\t390\t预期性\n"
        "2\t单位地区生产总值能耗降低\t%\t\t完成市下达目标\t约束性\n3\t森林覆盖率\t%\t61.3\t61.5\t约束性\n"
    )
    plan = plan_of(drafted(text))
    measured = {
        one.name: [tie.path.text for tie in one.measured_by if tie.path]
        for one in plan.elements
        if isinstance(one, Goal)
    }
    assert measured == {
        "总目标": ["森林覆盖率"],
        "经济实力实现新提升": ["地区生产总值"],
        "绿色发展展现新面貌": ["单位地区生产总值能耗降低"],
    }
    assert all(tie.inferred for one in plan.elements if isinstance(one, Goal) for tie in one.measured_by)
