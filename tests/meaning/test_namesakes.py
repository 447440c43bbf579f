"""Which indicators of two plans are one: names as real tables and outlines write them."""

from __future__ import annotations

import pytest

from checker.meaning.carried_how import how_carried
from checker.meaning.namesakes import find_namesakes
from checker.model import Indicator
from tests.rules.conftest import facts_of


def pair(
    own: str, upper: str, above: str = "规划 云川市十五五 { 层级：市 }"
) -> tuple[list[Indicator], list[Indicator]]:
    plans = facts_of(f"规划 禾丰县十五五 {{ 层级：县区  主管：云川市 }}\n{own}", f"{above}\n{upper}").plans
    here, there = ([one for one in plan.elements if isinstance(one, Indicator)] for plan in plans)
    return here, there


def way(own: str, upper: str) -> str:
    """In which way two indicators, as declared, are one; "" for two."""
    found = find_namesakes(*pair(f"指标 {own}", f"指标 {upper}"))
    return found[0].way if found else ""


@pytest.mark.parametrize(
    ("own", "upper", "told"),
    [
        ("森林覆盖率 { 单位：% }", "森林覆盖率 { 单位：% }", "same"),
        ("甲指数 { 别名：乙指数 }", "乙指数 {}", "alias"),
        ("规上工业增加值 { 单位：亿元 }", "规模以上工业增加值 { 单位：亿元 }", "wording"),
        ("单位地区生产总值能耗降低 { 单位：% }", "单位GDP能耗下降 { 单位：% }", "wording"),
        ("研发投入强度 { 单位：% }", "「研究与试验发展（R&D）经费支出与地区生产总值之比」 { 单位：% }", "wording"),
        (
            "「每千人口拥有医护人员数：执业医师数」 { 单位：人 }",
            "「每千人口执业（助理）医师数」 { 单位：人 }",
            "wording",
        ),
        ("全县社区服务覆盖率 { 单位：% }", "全市社区服务覆盖率 { 单位：% }", "bare"),
        ("固定资产投资增长 { 单位：% }", "固定资产投资 { 单位：亿元 }", "other_form"),
        ("研发投入强度 { 单位：% }", "全社会研发经费投入增长 { 单位：% }", "part"),
        ("数字经济核心产业增加值增长 { 单位：% }", "数字经济核心产业增加值占GDP比重 { 单位：% }", "part"),
        ("粮食综合生产能力 { 单位：万吨 }", "粮食综合生产能力 { 单位：亿斤 }", "same"),
        ("高新技术企业数 { 单位：家 }", "高新技术企业数 { 单位：个 }", "same"),
        # 地区生产总值 told in % is its growth.
        ("地区生产总值 { 单位：%  年均：目标 6 }", "地区生产总值增长 { 单位：% }", "wording"),
        ("地区生产总值 { 单位：亿元 }", "地区生产总值增长 { 单位：% }", "other_form"),
    ],
)
def test_one_thing_by_several_names(own: str, upper: str, told: str) -> None:
    assert way(own, upper) == told
    assert way(upper, own) == told


def test_a_plan_may_begin_a_name_with_its_own_place() -> None:
    assert way("禾丰县优质粮比重 { 单位：% }", "优质粮比重 { 单位：% }") == "bare"
    assert way("优质粮比重 { 单位：% }", "禾丰县优质粮比重 { 单位：% }") == ""


@pytest.mark.parametrize(
    ("own", "upper"),
    [
        ("户籍人口城镇化率 { 单位：% }", "常住人口城镇化率 { 单位：% }"),
        ("城镇登记失业率 { 单位：% }", "城镇调查失业率 { 单位：% }"),
        ("工业增加值 { 单位：亿元 }", "规模以上工业增加值 { 单位：亿元 }"),
        ("数字经济增加值占GDP比重 { 单位：% }", "数字经济核心产业增加值占GDP比重 { 单位：% }"),
        ("人均地区生产总值 { 单位：元 }", "地区生产总值 { 单位：亿元 }"),
        ("每万人口发明专利拥有量 { 单位：件 }", "每万人口高价值发明专利拥有量 { 单位：件 }"),
        ("农村居民人均可支配收入 { 单位：元 }", "居民人均可支配收入 { 单位：元 }"),
        ("服务业增加值 { 单位：亿元 }", "服务业增加值占地区生产总值比重 { 单位：% }"),
        ("甲产值 { 单位：亿元  口径：产值 }", "甲产值 { 单位：亿元  口径：增加值 }"),
        ("甲产值 { 单位：亿元  范围：规上工业 }", "甲产值 { 单位：亿元  范围：全市服务业 }"),
        ("甲产值 { 单位：亿元 }", "甲产值 { 单位：亿美元 }"),
        ("粮食总产量 { 单位：亿斤 }", "粮食综合生产能力 { 单位：亿斤 }"),
        ("空气质量优良天数 { 单位：天 }", "空气质量优良天数比率 { 单位：% }"),
        ("近岸海域优良水质比例 { 单位：% }", "优良水体比例 { 单位：% }"),
    ],
)
def test_what_only_one_name_says_makes_two_things(own: str, upper: str) -> None:
    assert way(own, upper) == ""
    assert way(upper, own) == ""


def test_the_surest_name_goes_first_and_what_is_in_the_table() -> None:
    own = "指标 研发投入强度 { 单位：% 列入指标表：否 }\n指标 全社会研发经费投入强度 { 单位：% }"
    own += "\n指标 研发经费增长 { 单位：% }"
    upper = "指标 研究与试验发展经费投入强度 { 单位：% }\n指标 全社会研发经费投入增长 { 单位：% }"
    found = {one.own.name: one.upper.name for one in find_namesakes(*pair(own, upper))}
    assert found == {"全社会研发经费投入强度": "研究与试验发展经费投入强度", "研发经费增长": "全社会研发经费投入增长"}


@pytest.mark.parametrize(
    ("own", "upper", "mode"),
    [
        ("单位：%", "单位：%  属性：约束性  分解至：各县区", "at_least"),
        ("单位：%", "单位：%  属性：约束性  方向：越低越好  分解至：各县区", "at_most"),
        ("单位：%", "单位：%  属性：约束性  分解至：市本级", "reference"),
        ("单位：%  2030年：目标 “完成市下达目标”", "单位：%  属性：约束性", "at_least"),
        ("单位：%  2030年：目标 “完成上级下达任务”", "单位：%  属性：约束性", "at_least"),
        ("单位：%  2030年：目标 “完成省下达目标”", "单位：%  属性：约束性", "reference"),
        ("单位：%  2030年：目标 “完成市下达目标”", "单位：%  属性：预期性", "reference"),
        ("单位：%", "单位：%  属性：预期性  分解至：各县区", "reference"),
        ("单位：亿元", "单位：亿元  属性：约束性  分解至：各县区", "reference"),
        ("单位：亿元", "单位：亿元  2030年：目标 500  分解：禾丰县 60亿元", "share 12%"),
        ("单位：亿元", "单位：万亿元  2030年：目标 0.05  分解：禾丰县 60亿元", "share 12%"),
        ("单位：亿元", "单位：亿元  2030年：目标 500  分解：禾丰县 8%", "share 8%"),
        # A third is no share that somebody has set.
        ("单位：亿元", "单位：亿元  2030年：目标 300  分解：禾丰县 100亿元", "reference"),
        ("单位：亿元", "单位：亿元  2030年：目标 500  分解：云山县 60亿元", "reference"),
    ],
)
def test_a_demand_has_its_ground(own: str, upper: str, mode: str) -> None:
    above = "规划 云川市十五五 { 层级：市  规划期：2026—2030 }"
    here, there = pair(f"指标 甲 {{ {own} }}", f"指标 甲 {{ {upper} }}", above)
    how = how_carried(here[0], there[0], "same", "county")
    assert f"{how.mode} {how.share}".strip() == mode


def test_plans_of_one_place_have_one_figure_and_frameworks_set_none() -> None:
    here, there = pair("指标 甲 { 单位：亿元 }", "指标 甲 { 单位：亿元 }", "规划 禾丰县纲要 { 层级：县区 }")
    assert how_carried(here[0], there[0], "same", "county").mode == "same"
    here, there = pair("指标 甲 { 单位：% }", "指标 甲 { 单位：% 属性：约束性 }", "规划 办法 { 文种：考核办法 }")
    assert how_carried(here[0], there[0], "same", "county").mode == "reference"
