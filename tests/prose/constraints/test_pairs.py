"""Two documents that go together: what is found between an outline and its drafting note, and what is harmless."""

from __future__ import annotations

import pytest

from checker.messages.documents import OTHER_OUTLINE
from checker.prose.constraints.settle import find_between
from checker.prose.read import read_document
from checker.prose.reading import Reading, read

TITLE = "云川市国民经济和社会发展第十五个五年规划纲要"
OUTLINE = (
    "第一章 主要目标",
    "到2030年，一般公共预算收入达到52亿元，进出口总额达到150亿元。",
    "规划建设的望水高铁站位于临港镇，将于2027年建成。云川市第一人民医院新院区2026年动工，2028年底建成。",
    "产业能级提升，在全省高新区综合评价中由2020年的第11位跃升至2025年的第6位。推进滨江冷链项目建设，2028年底投产。",
    "第二章 规划实施",
    "2028年开展中期评估，2030年开展总结评估。",
)
NOTE = (
    "1.关于一般公共预算收入。考虑减税降费，2030年目标为52亿元，比过去放缓。",
    "2.关于进出口总额。2030年达到150亿元，经努力可以实现。",
    "望水高铁站2027年建成。第一人民医院新院区2026年动工，2028年建成。2028年进行中期评估。",
    "2025年，综合评价居全省高新区第6位。2028年滨江冷链项目建成投产。",
)


def reading(title: str, *lines: str) -> Reading:
    return read(read_document("\n".join((title, *lines)).encode(), ".txt", "文件.txt"))


def found(old: str = "", new: str = "") -> list[str]:
    note = "\n".join(NOTE)
    assert old in note
    first, second = reading(TITLE, *OUTLINE), reading(f"关于《{TITLE}》的起草说明", note.replace(old, new, 1))
    between = find_between(first, second, OTHER_OUTLINE())
    return [second.document.source.text[one.start : one.end] for same in between.values() for one in same]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("目标为52亿元", "目标为54亿元", "54亿元"),
        ("2030年达到150亿元", "2030年达到105亿元", "105亿元"),
        ("高铁站2027年", "高铁站2028年", "2028"),
        ("2026年动工", "2027年动工", "2027"),
        ("2028年建成", "2029年建成", "2029"),
        ("2028年进行", "2027年进行", "2027"),
        ("高新区第6位", "高新区第8位", "第8位"),
        ("2028年滨江", "2027年滨江", "2027"),
    ],
)
def test_one_change_is_found_once(old: str, new: str, where: str) -> None:
    (told,) = found(old, new)
    assert where in told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("目标为52亿元", "力争完成52亿元"),
        ("综合评价居全省高新区第6位", "科技创新评价居全省高新区第8位"),
        ("比过去放缓", "比2025年增加13.4亿元"),
        ("高铁站2027年建成", "高铁站2023年开工、2027年建成"),
        ("望水高铁站2027年建成", "云岭机场2029年建成"),
        ("2028年进行中期评估", "2023年对上一个规划做了评估"),
    ],
)
def test_what_is_harmless_says_nothing(old: str, new: str) -> None:
    assert found(old, new) == []
