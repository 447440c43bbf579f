"""Slogans and lists that are unfolded but for one part; those that are unfolded whole, or told by somebody else."""

from __future__ import annotations

import pytest

from checker.prose.constraints.unfolded import find_bare_principles, find_left_out
from checker.prose.plain import build_plain
from checker.prose.reading.read import read
from checker.source import SourceText


def found(text: str) -> list[str]:
    reading = read(build_plain(SourceText("纲要.txt", text)))
    left_out = find_left_out(reading.mentions, reading.passages, reading.members)
    return [one.words for one in left_out] + [words for _, _, words in find_bare_principles(reading.mentions.flow)]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("构建“一湾两带三组团”格局。“一湾”即望川湾；“三组团”即城东、城西、城南组团。", "两带"),
        ("构建“三纵两横、多库联调”水网。“三纵”为甲河、乙河、丙河。", "两横"),
        ("构建“一核两翼”格局。一核是望川新城。", "两翼"),
        ("建设沿江融合带、沿路服务带、沿山休闲带。沿江融合带以港口为龙头；沿路服务带以大道为轴。", "沿山休闲带"),
        ("坚持稳字当头、创新引领、项目为王。稳字当头，就是稳就业；项目为王，就是看项目。", "创新引领"),
        ("实现上述定位，必须坚持“五个统筹”。", "“五个统筹”"),
        ("做好今年工作，要把握好“四个坚持”。\n\n一、重点工作", "“四个坚持”"),
    ],
)
def test_a_part_that_is_left_out_is_told(text: str, lost: str) -> None:
    assert found(text) == [lost]


@pytest.mark.parametrize(
    "text",
    [
        "构建“一湾两带”格局。“一湾”即望川湾；“两带”即滨海带、沿山带。",
        "围绕“一区三园”建设，“三园”是指甲园、乙园、丙园。",
        "探索“六位一体”发展模式。六位是规划、建设。",
        "建设沿江带、沿路带、沿山带。沿江带以港口为龙头；沿路带以大道为轴；沿山带以山为屏。",
        "坚持“三个统筹”。统筹山与水；统筹城与乡；统筹稳与进。",
        "坚持“三个统筹”。\n\n（一）统筹山与水。\n\n（二）统筹城与乡。\n\n（三）统筹稳与进。",
        "落实市委“四个坚持”。",
        "做到稳、进、好“三个坚持”。",
    ],
)
def test_what_is_unfolded_or_of_others_is_none(text: str) -> None:
    assert found(text) == []
