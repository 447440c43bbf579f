"""What stands twice in one list, sentence, run; what is only alike."""

from __future__ import annotations

import pytest

from checker.prose.constraints.doubled_items import find_doubled_items
from checker.prose.constraints.duplicates import find_repeats
from checker.prose.plain import build_plain
from checker.prose.reading.read import read
from checker.source import SourceText


def found(text: str) -> list[str]:
    document = build_plain(SourceText("例.txt", text))
    return [text[one.start : one.end] for one in (*find_doubled_items(read(document)), *find_repeats(document))]


TWICE = {
    "办好实事：1.改造老旧小区26个；2.新增学位800个；3.新建公园6个；4.改造老旧小区26个。": ["改造老旧小区26个"],
    "抓好四件事。一是稳住工业；二是扩大消费；三是稳住工业；四是改善民生。": ["稳住工业"],
    "推动钢铁、建材、船舶、钢铁等产业转型。": ["钢铁"],
    "发展智能家居、智能穿戴、智能家居、智能康复。": ["智能家居"],
    "加强矿山、危化、消防、矿山、燃气等领域治理。": ["矿山"],
    "支持东湖小镇、西溪小镇、南山小镇和西溪小镇建设。": ["西溪小镇"],
    "打造“望川茶”、“望川米”、“望川茶”等品牌。": ["“望川茶”"],
    "实施“育苗”“登高”“育苗”行动。": ["“育苗”"],
    "布局教育、医疗、养老、托育、医疗等设施。": ["医疗"],
    "健全社区服务体系，提升治理水平，健全社区服务体系。": ["健全社区服务体系"],
    "——优化营商环境。深化改革。\n——扩大对外开放。建好口岸。\n——优化营商环境。减少审批。": ["优化营商环境"],
    "推进城市更新。\n园区要先修路。\n园区要先修路。\n再建厂房。": ["园区要先修路。"],
    "第一章 总则\n提升品质。\n第二章 建设高水平开放型经济\n扩大开放。\n第二章 建设高水平开放型经济\n深化改革。": [
        "第二章 建设高水平开放型经济"
    ],
    "园区要先把道路和管网修通。办事要快。\n群众要得实惠。园区要先把道路和管网修通。": ["园区要先把道路和管网修通"],
}


@pytest.mark.parametrize("text", TWICE, ids=str)
def test_what_stands_twice_is_told(text: str) -> None:
    assert found(text) == TWICE[text]


@pytest.mark.parametrize(
    "text",
    [
        "发展现代农业、农业服务业、乡村旅游业和林业。",
        "由主要依靠投资、出口拉动向依靠消费、投资、出口协调拉动转变。",
        "一产、二产、三产分别增长5.2%、4.1%、5.2%。",
        "事业牵引产业、产业支撑事业，建设智慧公安、法治公安、公安实验室。",
        "推进城市、城市群、都市圈建设。",
        "规模居全国第3位，增速居全国第3位，税收居全国第3位。",
        "第一章 产业\n发展目标\n重点任务\n第二章 民生\n发展目标\n重点任务",
        "预期性\n预期性\n约束性",
        "要抓落实。要抓落实，一件一件办。",
        "坚持党的领导，发展经济，坚持党建引领。",
        "附件1\n民生实事\n修路二十公里。\n附件2\n名词解释\n示例为示例。",
        (
            "望川市关于统筹推进城乡供水一体化和水网建设管护的若干意见\n发布日期：2026年1月\n"
            "望川市关于统筹推进城乡供水一体化和水网建设管护的若干意见\n修好水网。"
        ),
        (
            "以科学思想为指导，向山图强、向水开放，坚持实干为要、创新为魂，用业绩说话、让百姓评价，办好五件事。\n"
            "今年要以科学思想为指导，向山图强、向水开放，坚持实干为要、创新为魂，用业绩说话、让百姓评价，开好局。"
        ),
    ],
    ids=str,
)
def test_what_is_only_alike_is_none(text: str) -> None:
    assert found(text) == []
