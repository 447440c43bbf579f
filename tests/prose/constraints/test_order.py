"""Times out of order, and what only looks like it."""

from __future__ import annotations

import pytest

from checker.prose.constraints.order import find_order_slips
from checker.prose.markdown import build_markdown
from checker.prose.plain import build_plain
from checker.prose.reading.read import read
from checker.source import SourceText

HEAD = "望川市政府工作报告\n——2026年1月26日在望川市第五届人民代表大会第六次会议上\n"


def found(text: str) -> list[tuple[str, str]]:
    reading = read(build_plain(SourceText("例.txt", text)))
    return [(text[slice(*slip.span)], slip.message.text()) for slip in find_order_slips(reading)]


WRONG = {
    "规划期限为2030－2026年。": ("2026年", "「2026年」早于前面的「2030」"),
    "实施期为2028年6月至2027年12月。": ("2027年12月", "「2027年12月」早于前面的「2028年6月」"),
    "编制工作从2026年3月启动，至2025年3月形成草案，历时一年。": ("2025年3月", "「2025年3月」早于前面的「2026年3月」"),
    "课题研究自2025年9月开始，到2025年6月结束。": ("2025年6月", "「2025年6月」早于前面的「2025年9月」"),
    "公示时间为12月20日至12月5日。": ("12月5日", "「12月5日」早于前面的「12月20日」"),
    "2025年4月启动课题研究，2025年2月完成课题验收，2025年8月形成初稿。": (
        "2025年2月",
        "「2025年2月」早于前面的「2025年4月」",
    ),
    "环城快速路力争2029年开工、2028年建成。": ("2028年", "「2028年」建成，早于「2029年」开工"),
    "跨江大桥2027年底建成通车，计划于2028年3月动工。": ("2027年底", "「2027年底」建成，早于「2028年3月」开工"),
    "分两步走：第一步到2030年打下基础，第二步到2029年全面建成。": ("2029", "后一步的「2029」早于前一步的「2030」"),
    "领导继2023年5月来望川后，2022年9月再次到望川考察。": ("2022年9月", "「2022年9月」早于前面的「2023年5月」"),
    "领导2023年5月考察望川，2021年3月再次考察。": ("2021年3月", "「2021年3月」早于前面的「2023年5月」"),
    "编制工作分步进行。2025年3月启动，2025年6月调研，2025年4月座谈，2025年9月送审。": (
        "2025年4月",
        "「2025年4月」早于前面的「2025年6月」",
    ),
    "起草经过如下。2025年9月启动，11月调研，次年1月座谈，2025年12月修改，2026年3月送审。": (
        "2025年12月",
        "「2025年12月」早于前面的「次年1月」",
    ),
}


@pytest.mark.parametrize("text", WRONG, ids=str)
def test_times_in_the_wrong_order_are_told(text: str) -> None:
    assert found(text) == [WRONG[text]]


@pytest.mark.parametrize(
    ("head", "words", "meeting"),
    [
        ("发布日期：2026-01-10\n" + HEAD, "2026-01-10", "2026年1月26日"),
        (HEAD + "时间：2025-12-31 来源：望川日报\n", "2025-12-31", "2026年1月26日"),
        ("2026/01/05 09:30\n" + HEAD, "2026/01/05", "2026年1月26日"),
        (
            "望川市规划纲要\n（二〇二六年三月五日望川市第五届人民代表大会第六次会议批准）\n印发日期：2026年3月2日\n",
            "2026年3月2日",
            "二〇二六年三月五日",
        ),
    ],
)
def test_nothing_is_published_before_its_meeting(head: str, words: str, meeting: str) -> None:
    assert found(head + "各位代表：") == [(words, f"「{words}」发布，早于「{meeting}」的会议")]


@pytest.mark.parametrize(
    "text",
    [
        "发布日期：2026-02-03\n" + HEAD,
        "规划期限为2026—2030年，1—11月完成投资30亿元，比例为2030:2026。",
        "东线2029年开工，西线2028年建成。",
        "一期2027年建成，二期2028年开工。",
        "2027年开工、2028年建成投用。",
        "起草工作启动后，2025年10月部署，11月征求意见，1月下旬调研，2月中旬座谈，3月修改。",
        "今年3月修改文稿，去年11月座谈，12月调研，上报审议。",
        "到2035年建成强市。到2030年，基本建成。从2025年的30个增加到2028年的50个。",
        "第一步到2030年打下基础，第二步到2035年全面建成。",
        "领导2021年3月考察望川，2023年5月再次考察。",
        "历时13个月，第3月末检查。",
    ],
)
def test_what_is_in_order_or_tells_no_order(text: str) -> None:
    assert found(text) == []


def test_a_stretch_alone_in_a_cell_is_looked_at() -> None:
    table = "| 项目 | 起止年限 |\n| --- | --- |\n| 环线 | 2029-2027 |\n| 大桥 | 2026-2028 |\n"
    reading = read(build_markdown(SourceText("例.md", table)))
    assert [(slip.words, slip.other) for slip in find_order_slips(reading)] == [("2027", "2029")]
