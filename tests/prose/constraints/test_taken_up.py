"""What an outline has of the proposal: as it stands, otherwise, not. The expectations were written from the texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.prose.constraints.taken_up import find_taken_up
from checker.prose.read import read_document
from checker.prose.reading import Reading, read

FAULTS = Path(__file__).parents[3] / "benchmarks" / "faults"
PROPOSAL = "中共示例市委关于制定示例市国民经济和社会发展第十五个五年规划的建议\n"
OUTLINE = "示例市国民经济和社会发展第十五个五年规划纲要\n"


def _of_text(text: str) -> Reading:
    return read(read_document(text.encode(), ".txt", "甲.txt"))


def _of_file(name: str) -> Reading:
    path = FAULTS / name
    return read(read_document(path.read_bytes(), path.suffix, name))


@pytest.mark.parametrize(
    ("proposal", "outline", "expected"),
    [
        ("打造“链上示例”品牌。", "擦亮“链上示例”品牌。", "kept quoted 链上示例"),
        ("构建“三核两带”空间格局。", "构建三核两带空间格局。", "kept quoted 三核两带"),
        ("构建“山水相依”空间格局。", "构建“山水相连依”空间格局。", "missing quoted 山水相依"),
        ("实施“智造新城领航”行动。", "实施“智造新域领航”行动。", "reworded quoted 智造新城领航 智造新域领航"),
        ("实施河湖清澈专项行动，改善水质。", "开展河湖清澈行动。", "reworded programme 河湖清澈专项行动 河湖清澈"),
        ("建成具有全国影响力的绿色氢能高地。", "打造绿色氢能高地。",
         "reworded position 具有全国影响力的绿色氢能高地 绿色氢能高地"),
        ("培育四大特色产业，带动农户增收。", "培育四大特色产业。", "kept slogan 四大特色产业"),
        ("严格执行《示例市饮用水保护条例》。", "保护水源。", "missing title 示例市饮用水保护条例"),
        ("到2030年，森林覆盖率达到41%。", "森林覆盖率由40%提高到41%。", "kept figure 森林覆盖率41% 森林覆盖率41%"),
        ("到2030年，高新技术企业达到400家以上。", "到2030年，高新技术企业达到420家。",
         "reworded figure 高新技术企业400家以上 高新技术企业420家"),
        ("到2030年，人均预期寿命达到81岁。", "建设健康示例。", "missing figure 人均预期寿命81岁"),
        ("增强“四个意识”，落实“十五五”部署，学习运用“千万工程”经验。", "建设示例。", ""),
        ("2025年高新技术企业达到300家。", "建设示例。", ""),
    ],
)  # fmt: skip
def test_how_an_item_stands_in_the_outline(proposal: str, outline: str, expected: str) -> None:
    found = find_taken_up(_of_text(PROPOSAL + proposal), _of_text(OUTLINE + outline))
    others = (one.other if one.kind == "figure" or one.other != one.words else "" for one in found)
    told = [f"{one.state} {one.kind} {one.words} {other}" for one, other in zip(found, others, strict=True)]
    assert "；".join(one.strip() for one in told) == expected


def test_a_proposal_of_thirty_points() -> None:
    found = find_taken_up(_of_file("临澜市委十五五建议.txt"), _of_file("临澜市十五五纲要.docx"))
    assert [one.words for one in found if one.state == "missing"] == ["大型科研仪器设备开放率90%", "三大保卫战"]
    assert [(one.words, one.other) for one in found if one.state == "reworded"] == [
        ("谋划实施重大项目400个以上", "重大项目426个")
    ]
    kept = {one.words for one in found if one.state == "kept"}
    assert kept >= {"3+4+N", "一核两带三区", "省域副中心城市", "主导产业倍增计划", "澜才回归", "三大文化场馆"}
    assert kept >= {"电子信息产值600亿元", "三大主导产业产值4000亿元", "岚川县地区生产总值突破500亿元"}
