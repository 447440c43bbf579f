"""Slips of writing in marks, numbers and doubled words; what looks like one and is right."""

from __future__ import annotations

import pytest

from checker.prose.constraints.slips import find_slips
from checker.prose.markdown import build_markdown
from checker.prose.plain import build_plain
from checker.prose.typos import Slip
from checker.source import SourceText

#: What the text writes elsewhere.
USUAL = "到2030年，地区生产总值达到2000亿元（可比价），比2025年增长5.5%；“三新”经济占比达到20%以上，税收增长5%。\n"


def slips(text: str) -> list[Slip]:
    return sorted(find_slips(build_plain(SourceText("例.txt", USUAL + text))), key=lambda slip: slip.start)


def found(text: str) -> list[tuple[str, str]]:
    whole = USUAL + text
    return [(whole[slip.start : slip.end], slip.right) for slip in slips(text)]


WRONG = {
    "改造农房3O公里、12O0户。": [("3O", "30"), ("12O0", "1200")],
    "粮食产量稳定在3I5万吨以上。": [("3I5", "315")],
    "投资完成l20亿元，增长8.S%。": [("l20", "120"), ("8.S", "8.5")],
    "稳定在8S％左右，增长9.l个百分点。": [("8S", "85"), ("9.l", "9.1")],
    "展望二O三五年，到2O25年。": [("二O三五", "二〇三五"), ("2O25", "2025")],
    "城镇化率达到6５%，投资２８亿元。": [("6５", "65")],
    "投资２８亿元。": [("２８", "28")],
    "增长6。5%，占比3，2%，投资1.2.3亿元。": [("6。5", ""), ("3，2", ""), ("1.2.3", "")],
    "增长5.5%%。": [("%%", "")],
    "坚持绿色发展,推进节能降碳;建设美丽望川.": [(",", "，"), (";", "；"), (".", "。")],
    "推进产业集群(园区)建设。": [("(园区)", "（园区）")],
    '实施"百企升级"行动。': [('"百企升级"', "“百企升级”")],
    "（一）、加快产业升级。": [("、", "")],
    "推进改革，、扩大开放。": [("，、", "")],
    "实施创新驱动战略。。": [("。。", "。")],
    "优化环境（、降低成本）。": [("、", "")],
    "落实《条例，》的要求。": [("，", "")],
    "弘扬“敢闯“精神。": [("“", "”")],
    "不断不断提升服务水平。": [("不断不断", "不断")],
    "推进高水平对外开放高水平对外开放。": [("高水平对外开放高水平对外开放", "高水平对外开放")],
    "服务能力显著提升显著提升。": [("显著提升显著提升", "显著提升")],
    "营造良好的的环境，让让群众满意，把把好质量关。": [("的的", "的"), ("让让", "让"), ("把把", "把")],
}


@pytest.mark.parametrize("text", WRONG, ids=str)
def test_a_slip_is_found_with_what_would_be_right(text: str) -> None:
    assert found(text) == WRONG[text]
    assert all(slip.message.text() and slip.message.text("en").isprintable() for slip in slips(text))


@pytest.mark.parametrize(
    "text",
    [
        "建成5G基站2万个，推广8K超高清，布局3D打印，建设5S店10个、2B业务3项。",
        "打通S2公路、G60走廊，治理O3污染和CO2排放，发展O2O平台，I类水质断面5个，表一0.5万元，X射线。",
        "一步一步推进，实实在在，户户通电、村村通路，健全全链条监管，其中中央投资，民营企业企业家。",
        "明确目的的意义，落实重要要求，以及及时响应，为了了解情况，建立健全全口径机制，参与与会讨论。",
        "详见网址www.example.cn；比例为1:2；每1,200人一处；20.5G；二〇三五年。",
        "为什么？！谁来办……都要讲清楚。",
        "他说：“要干！”大家都同意。",
        "一代一代接着干，研究研究再定。",
        "以此为目的的活动，标的的估值，的的确确，城市的的士，推动推动力转换，住房和城乡建设建设科技，加快建设建设银行分行。",
    ],
    ids=str,
)
def test_what_looks_like_a_slip_and_is_right(text: str) -> None:
    assert found(text) == []


def test_marks_at_half_width_are_the_habit_of_a_text_that_has_many() -> None:
    assert found("加快建设,稳定增长,改善民生,扩大开放,深化改革,优化环境,提升品质。") == []


def test_a_number_alone_in_a_cell_has_its_slip() -> None:
    table = "| 指标 | 2030年 |\n| --- | --- |\n| 绿地面积 | 47O左右 |\n| 代号S20 | 5l |\n"
    document = build_markdown(SourceText("例.md", table))
    assert [slip.right for slip in find_slips(document)] == ["470", "51"]


def test_a_letter_is_told_by_the_kind_of_digits_around_it() -> None:
    assert [slip.message.text() for slip in slips("二O三五年，2O25年")] == [
        "「二O三五」在汉字数字里混用了字母或阿拉伯数字",
        "「2O25」的数字里混进了字母",
    ]


def test_what_is_said_by_others_is_not_mended_for_them() -> None:
    assert [slip.sure for slip in slips("展望二O三五年。")] == [True]
    assert [slip.sure for slip in slips("《二O三五年目标。》和型号20O5、一O五医院。")] == [False, False, False]


def test_a_verb_doubled_within_a_clause_may_lack_a_mark() -> None:
    assert [slip.sure for slip in slips("着力提高提高质量。水平提高提高质量。")] == [True, False]


def test_a_long_row_of_digits_is_looked_at_once() -> None:
    assert list(find_slips(build_plain(SourceText("例.txt", "一" * 200_000 + "O" * 10 + "a")))) == []


def test_what_opens_a_clause_elsewhere_is_a_word_and_no_end_of_another() -> None:
    text = "园区建设加快。\n推进园区园区建设，构建共建共治共享格局，搭建产业创业创新平台，稳妥处置处置风险。"
    assert [words for words, _ in found(text)] == ["园区园区", "处置处置"]
