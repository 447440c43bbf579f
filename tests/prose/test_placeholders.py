"""Gaps that were not filled and remarks that were not taken out; brackets that only explain are neither."""

from __future__ import annotations

import pytest

from checker.prose.placeholders import find_placeholders


@pytest.mark.parametrize(
    "left",
    [
        "（批注：与统计局口径不一致）",
        "【此段与第五条重复，建议删除】",
        "（数据待发改局确认）",
        "（请卫健委核实）",
        "（是否保留？）",
        "（此处需补充项目）",
        "（建议并入第三章）",
        "（存疑）",
        "（？）",
        "（与教育局数据有出入）",
        "（请领导定夺）",
        "[批注1：核对]",
        "批注[A1]",
        "【修改意见：删】",
        "（文旅局意见：改为5%）",
        "（补充具体数字）",
        "（需进一步压缩）",
        "（此句拗口）",
        "（领导批示后再定）",
        "（数据来源不明）",
        "（本表数据待更新）",
        "（　　）",
        "某某",
        "此处请发改局补充",
        "××",
        "20XX",
    ],
)
def test_what_was_left_is_found_once(left: str) -> None:
    text = f"望川县{left}市推进产业升级。"
    assert [text[start:end] for start, end, _ in find_placeholders(text)] == [left]


@pytest.mark.parametrize(
    "text",
    [
        "（按最新口径调整）",
        "（待国家核定后确定）",
        "（需核准的项目除外）",
        "（经确认后实施）",
        "（数据截至2025年底）",
        "（完成国家审核衔接后确定的目标）",
        "（建议由市发展改革委牵头）",
        "（请参见附件）",
        "（数据为初步核算数）",
        "（需要修改的条款）",
        "（以下简称《规划》）",
        "“1+N”体系，N个特色园区",
        "（暂定名）",
        "（补充医疗保险）",
        "（同上年）",
    ],
)
def test_brackets_that_explain_are_no_remarks(text: str) -> None:
    assert list(find_placeholders(text)) == []


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("新建托育机构__家。", "__"),
        ("收到意见***条。", "***"),
        ("新增学位＿＿个。", "＿＿"),
        ("总投资***亿元。", "***"),
        ("建设用地__亩。", "__"),
        ("新建污水处理厂X座，", "X"),
        ("引进首席专家　　名。", "　　"),
        ("完成投资　　亿元，", "　　"),
        ("引进人才○○○名。", "○○○"),
        ("增长×个百分点。", "×"),
        ("新建学校□所。", "□"),
        ("日期：　　年　　月　　日", ""),
        ("5G基站20×3个。", ""),
        ("第**二**条，推进**条块**结合。", ""),
        ("参数名为user__name。", ""),
    ],
)
def test_signs_stand_for_a_number(text: str, gap: str) -> None:
    assert "".join(text[start:end] for start, end, _ in find_placeholders(text)) == gap
