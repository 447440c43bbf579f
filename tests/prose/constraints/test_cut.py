"""Sentences cut off, and paragraphs without a mark; what is complete."""

from __future__ import annotations

import pytest

from checker.prose.constraints.cut import find_cut_sentences
from checker.prose.plain import build_plain
from checker.prose.reading.read import read
from checker.source import SourceText

BEFORE = "一、推进更新\n全市上下要扩大开放，提升品质，改善民生。完善服务体系，建好基础设施。\n"
AFTER = "\n二、改善民生\n扩大就业容量，完善社会保障。健全服务体系，提升治理水平。"


def found(text: str) -> list[tuple[str, str]]:
    whole = BEFORE + text + AFTER
    reading = read(build_plain(SourceText("例.txt", whole)))
    return [(whole[one.start : one.end], one.message.text()) for one in find_cut_sentences(reading)]


ENDS, BEGINS = "句子到「{}」就断了，后面缺内容", "句子从「{}」开始，前面缺内容"
CUT = {
    "深入开展双拥共建，进一步。": ("进一步", ENDS.format("进一步")),
    "城市功能持续完善，为建设强市奠定。": ("奠定", ENDS.format("奠定")),
    "城市功能持续完善，人民生活更加": ("更加", ENDS.format("更加")),
    "建成公园三十座。群众获得感明显增强，城乡面貌更加": ("更加", ENDS.format("更加")),
    "培育壮大新兴产业，以及。": ("以及", ENDS.format("以及")),
    "推动产业提质，建设园区道路和": ("和", ENDS.format("和")),
    "请各位代表提出。今后五年要办好实事。": ("提出", ENDS.format("提出")),
    "超采区面积比2025年。": ("比2025年", ENDS.format("比2025年")),
    "能耗强度由2025年的3.5吨。": ("由2025年的3.5吨", ENDS.format("由2025年的3.5吨")),
    "修复废弃矿山14严格落实责任。": ("14", ENDS.format("14")),
    "狠抓要素保障，健全。": ("健全", ENDS.format("健全")),
    "推动养护资金与。": ("与", ENDS.format("与")),
    "财政支出占比控制在。": ("控制在", ENDS.format("控制在")),
    "领导干部围着。": ("围着", ENDS.format("围着")),
    "营商环境更加，企业活力增强。": ("更加", ENDS.format("更加")),
    "完善市场体系。的发展环境持续优化。": ("的", BEGINS.format("的")),
    "要统筹好发展和安全，一方面稳住增长。": ("一方面", "有「一方面」，没有与它呼应的另一半"),
    "望川不仅区位好，资源丰富。": ("不仅", "有「不仅」，没有与它呼应的另一半"),
    "推进城市更新，改善环境。健全社区服务，提升治理水平": ("平", "段末缺标点，别的段都有"),
    "推进城市更新，改善环境。健全社区服务，提升治理水平，": ("，", "这一段以「，」结尾，没有写完"),
    "——推进城市更新，改善环境。\n——扩大开放，建好口岸。\n——提升品质，办好实事，\n——深化改革，优化服务。\n"
    "——守住底线，防范风险。": ("，", "这一项以「，」结尾，并列的各项都用同一种标点"),
}


@pytest.mark.parametrize("text", CUT, ids=str)
def test_what_is_cut_off_is_told(text: str) -> None:
    assert found(text) == [CUT[text]]


@pytest.mark.parametrize(
    "text",
    [
        "进一步扩大开放，更加注重民生，影响持续不断。",
        "6\t优良水体比例\t%\t约束性\t92\t完成市下达目标",
        "一方面稳增长，另一方面防风险。不仅区位好，而且资源丰富。",
        "目的的确明确。和谐稳定的局面巩固。及时响应群众诉求。",
        "主要目标如下：",
        "问题依然存在。群众参与。人才不足，要引进和培育并重。建设专栏3推进智慧城市。",
        "——综合实力\n——创新能力\n——开放水平\n——民生福祉",
        "本规划由代表提出，由大会批准。",
        "望川经济技术开发区",
        "重点项目：东环线、西环线、望川大桥",
    ],
)
def test_what_is_complete_is_none(text: str) -> None:
    assert found(text) == []


def test_in_a_text_whose_lines_are_broken_no_line_lacks_a_mark() -> None:
    line = "推进城市更新，改善居住环境。健全社区服务体系和"
    assert found("\n\n".join([line] * 3)) == []
