"""``plancheck update`` over three rounds of documents: exactly what changed is proposed, and what a person wrote stays.

The lists of what has to be proposed were written before the program was.
"""

from __future__ import annotations

import json
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.doors.conftest import Run
from tests.doors.round_documents import rounds, write_round

SECOND = {
    "改：节「第二节 激发创新活力」的题目：激发创新活力 → 激发创新创造活力",
    "改名：目标「治理效能达到新水平」 → 「治理效能迈上新台阶」，引用它的一起改",
    "原文：目标「治理效能达到新水平」：“治理效能达到新水平” → “治理效能迈上新台阶”",
    "改：指标「地区生产总值」的2030年目标：390 → 400",
    "原文：指标「高新技术企业数」：“高新技术企业超过120家” → “高新技术企业超过130家”",
    "删：指标「单位地区生产总值用水量下降」，里面手写的责任一起删；引用它的不改：举措「优化国土空间格局」的衡量指标",
    "增：指标「应急避难场所人均面积」，写在「能源综合生产能力」旁边",
    "改：指标「技术合同成交额」的2030年目标：6 → 8",
    "原文：指标「技术合同成交额」：“技术合同成交额达到6亿元” → “技术合同成交额达到8亿元”",
    "改：提法「三区一高地」的包括：“城乡融合先行区” → “城乡融合试验区”",
    "改名：举措「激发创新活力」 → 「激发创新创造活力」，引用它的一起改",
    "原文：举措「激发创新活力」：“激发创新活力” → “激发创新创造活力”",
    "删：举措「云顶山国家森林公园提升工程」",
    "增：举措「城市内涝治理工程」，写在「推进以县城为重要载体的城镇化」旁边",
    "改：举措「国道G398改线工程」的期限：2029年 → 2028年",
    "文本：r1.docx → r2.docx",
}
SECOND_CONFLICT = "指标「高新技术企业数」的2030年目标：上一稿 >120，这一稿 >130，规划文件 ≥125"
OUTLINE = [
    "章「第六章 保障和改善民生」改为第七章，引用它的一起改",
    "章「第七章 建设美丽平安禾丰」改为第八章，引用它的一起改",
    "章「第八章 健全规划实施保障机制」改为第九章，引用它的一起改",
    "增章「第六章 建设数字禾丰」",
]
THIRD = {
    "改：规划「禾丰县十五五」的阶段：送审稿 → 报批稿",
    "改：规划「禾丰县十五五」的结构：8章、21节 → 9章、22节",
    f"章节：{'；'.join(OUTLINE)}",
    "改：指标「人均预期寿命」的2030年目标：81.2 → 81.5",
    "原文：指标「人均预期寿命」：“人均预期寿命达到81.2岁” → “人均预期寿命达到81.5岁”",
    "增：举措「完善数字基础设施」，写在「配套与现代化改造项目」旁边",
    "增：举措「城乡数字底座工程」，写在「配套与现代化改造项目」旁边",
    "文本：r2.docx → r3.docx",
}
MENDED = """支撑：城乡融合迈出新步伐    章：第四章
  衡量指标：单位地区生产总值用水量下降
  原文：“优化国土空间格局”  // 已核"""
#: What a person makes of the draft before the second round comes: each stands once.
BY_HAND = [
    ("2030年：目标 >120", "2030年: 目标 ≥125"),
    ("  2030年：目标 6（待核）", "  2030年：目标 6  # 科技局核过"),
    ("  累计：目标 12\n", "  累计：目标 12    责任单位：水利局\n"),
    ("支撑：城乡融合迈出新步伐（推断）    章：第四章\n  原文：“优化国土空间格局”", MENDED),
    ("举措 加强党的领导 {", "意见 「1」 { 来源单位：卫健委    处理：采纳    落实：第六章 }\n\n举措 加强党的领导 {"),
    ("  类型：行动    上级举措：激发创新活力（推断）", "  类型：行动\n  上级举措：激发创新活力"),
]


def listed(out: str) -> dict[str, int]:
    """What is proposed → its number."""
    found = {}
    for line in out.splitlines():
        number, _, rest = line.strip().partition("  第")
        if number.isdecimal():
            found[rest.partition("行  ")[2]] = int(number)
    return found


def conflicts(out: str) -> list[str]:
    return [line.partition("行  ")[2] for line in out.splitlines() if line.startswith("-  第")]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The Word files of the three rounds by their names."""
    folder = tmp_path_factory.mktemp("rounds")
    for number, source in enumerate(rounds(), 1):
        write_round(source, folder / f"r{number}.docx")
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))}


@pytest.fixture
def folder(documents: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the documents, where commands run."""
    for name, content in documents.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def drafted(run: Run, folder: Path, *, by_hand: bool = False) -> Path:
    """The plan of the first round."""
    path = folder / "禾丰.plan"
    assert run("draft", "r1.docx", "-o", path).status == 0
    text = path.read_text(encoding="utf-8")
    for old, new in BY_HAND if by_hand else ():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def test_three_rounds_lose_nothing_that_a_person_wrote(run: Run, folder: Path) -> None:
    path = drafted(run, folder, by_hand=True)
    ran = run("update", path, "r2.docx")
    assert (ran.status, ran.err) == (0, "")
    assert set(listed(ran.out)) == SECOND
    assert conflicts(ran.out) == [SECOND_CONFLICT]
    before = path.read_text(encoding="utf-8")
    shown = run("update", path, "r2.docx", "--accept", "--diff")
    assert path.read_text(encoding="utf-8") == before, "looking changes nothing"
    ran = run("update", path, "r2.docx", "--accept")
    assert ran.status == 0
    assert SECOND_CONFLICT in ran.out
    after = path.read_text(encoding="utf-8")
    patch = "\n".join(unified_diff(before.split("\n"), after.split("\n"), path.name, path.name, lineterm=""))
    assert shown.out.strip() == patch.strip()
    for kept in (
        "2030年: 目标 ≥125",
        "  2030年：目标 8  # 科技局核过",
        "  衡量指标：单位地区生产总值用水量下降\n",
        "“优化国土空间格局”  // 已核",
        "处理：采纳    落实：第六章",
        "  类型：行动\n  上级举措：激发创新创造活力    章：第三章\n",
    ):
        assert kept in after
    # The tie of a person to what is gone is left, and the check tells it.
    assert "PC103" in run("check", path).out
    path.write_text(after.replace("  衡量指标：单位地区生产总值用水量下降\n", ""), encoding="utf-8")

    ran = run("update", path, "r3.docx")
    assert set(listed(ran.out)) == THIRD
    assert conflicts(ran.out) == []
    assert run("update", path, "r3.docx", "--accept", "all").status == 0
    third = path.read_text(encoding="utf-8")
    assert "处理：采纳    落实：第七章" in third, "a tie to a chapter follows its number"
    found = {word for word in run("check", path).out.split() if word.startswith("PC")}
    assert not found & {"PC101", "PC102", "PC103", "PC104", "PC105", "PC704"}
    assert run("update", path, "r3.docx", "--old", "r2.docx").out.count("文稿没有改动要带进规划文件") == 1


def test_a_draft_that_nobody_touched_becomes_the_draft_of_the_new_round(run: Run, folder: Path) -> None:
    path = drafted(run, folder)
    for name in ("r2.docx", "r3.docx"):
        assert run("update", path, name, "--accept").status == 0
        new = folder / f"{name}.plan"
        assert run("draft", name, "-o", new).status == 0
        told = json.loads(run("diff", path, new, "--format", "json").out)
        # Guessed ties of what was there before are not guessed anew.
        assert {one["field"] for one in told["changes"]} <= {"支撑"}


def test_parts_are_taken_with_what_they_need(run: Run, folder: Path) -> None:
    path = drafted(run, folder)
    assert run("update", path, "r2.docx", "--accept").status == 0
    numbers = listed(run("update", path, "r3.docx").out)
    wanted = numbers["增：举措「城乡数字底座工程」，写在「配套与现代化改造项目」旁边"]
    taken = run("update", path, "r3.docx", "--accept", str(wanted))
    needed = [wanted, numbers["增：举措「完善数字基础设施」，写在「配套与现代化改造项目」旁边"]]
    needed += [number for told, number in numbers.items() if told.startswith("章节：")]
    assert f"取了3条：{'、'.join(map(str, sorted(needed)))}" in taken.out
    left = listed(run("update", path, "r3.docx").out)
    assert set(left) == {told for told, number in numbers.items() if number not in needed}
    first, last = min(left.values()), max(left.values())
    assert run("update", path, "r3.docx", "--accept", f"{first}，{first + 1}-{last}").status == 0
    assert not listed(run("update", path, "r3.docx", "--old", "r2.docx").out)


def test_a_round_kept_in_a_snapshot_is_the_old_one_where_the_file_was_overwritten(run: Run, folder: Path) -> None:
    path = drafted(run, folder)
    (folder / "plancheck.toml").write_text("", encoding="utf-8")
    assert run("snapshot", ".", "--name", "第一轮").status == 0
    (folder / "r1.docx").write_bytes((folder / "r2.docx").read_bytes())
    numbers = listed(run("update", path, "r1.docx").out)
    assert "改：指标「地区生产总值」的2030年目标：390 → 400" in numbers
    assert not any(told.startswith("文本：") for told in numbers)
    assert listed(run("update", path, "r1.docx", "--old", "快照:第一轮").out) == numbers


def test_without_an_old_round_nothing_that_differs_is_chosen(run: Run, folder: Path) -> None:
    path = drafted(run, folder, by_hand=True)
    (folder / "r1.docx").unlink()
    ran = run("update", path, "r2.docx")
    assert "没有上一稿" in ran.out
    assert "指标「地区生产总值」的2030年目标：这一稿 400，规划文件 390" in conflicts(ran.out)
    numbers = listed(ran.out)
    assert "增：指标「应急避难场所人均面积」，写在「能源综合生产能力」旁边" in numbers
    assert not any(told.startswith(("删", "改名")) for told in numbers)
    assert "2030年：目标 400" not in run("update", path, "r2.docx", "--accept", "--diff").out


def test_one_of_several_documents_may_be_new(run: Run, folder: Path) -> None:
    for name, slogan in (("说明一.txt", "实力禾丰"), ("说明二.txt", "活力禾丰")):
        title = "《禾丰县国民经济和社会发展第十五个五年规划纲要》起草说明"
        words = f"{title}\n一、主要内容\n《纲要》提出“三个禾丰”，即{slogan}、美丽禾丰、幸福禾丰。\n"
        (folder / name).write_text(words, encoding="utf-8")
    path = folder / "禾丰.plan"
    assert run("draft", "r1.docx", "说明一.txt", "-o", path).status == 0
    assert set(listed(run("update", path, "说明二.txt").out)) == {
        "改：提法「三个禾丰」的包括：“实力禾丰” → “活力禾丰”",
        "文本：说明一.txt → 说明二.txt",
    }
    second = set(listed(run("update", path, "r2.docx").out))
    assert second == set(listed(run("update", path, "r2.docx", "说明一.txt").out))
    assert run("update", path, "r2.docx", "--accept").status == 0
    assert "文本：“r2.docx”（主文）、“说明一.txt”（说明）" in path.read_text(encoding="utf-8")


def test_other_plans_that_refer_to_what_has_another_name_are_told(run: Run, folder: Path) -> None:
    path = drafted(run, folder)
    below = """规划 清溪镇十五五 { 层级：县区    上位规划：禾丰县十五五 }
目标 总目标 { 类型：总目标    承接：禾丰县十五五.治理效能达到新水平（参考） }
"""
    (folder / "下级.plan").write_text(below, encoding="utf-8")
    ran = run("update", path, "r2.docx", "--accept")
    assert "下级.plan 里引用「治理效能达到新水平」的没有跟着改" in ran.out
    assert (folder / "下级.plan").read_text(encoding="utf-8") == below


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_file_keeps_its_encoding_and_line_ends(run: Run, folder: Path, encoding: str) -> None:
    path = drafted(run, folder)
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(text.encode(encoding))
    assert run("update", path, "r2.docx", "--accept").status == 0
    after = path.read_bytes().decode(encoding)
    assert after.count("\n") == after.count("\r\n") > text.count("\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("r2.docx", "--accept", "999"), "没有第 999 号建议，只有 1—17"),
        (("r2.docx", "--accept", "地区"), "--accept 不认得“地区”"),
        (("r2.docx", "--diff"), "--diff 要和 --accept 一起用"),
        (("没有.docx",), "没有.docx"),
        (("坏.docx",), "坏.docx"),
        (("别处.txt",), "别处.txt 的题目是「云川市十五五」的"),
        (("前期.txt",), "前期.txt 的题目是「禾丰县十四五」的"),
        (("r2.docx", "--old", "没有这一轮"), "没有这一轮"),
        (("r2.docx", "别处.txt"), "别处.txt 的题目是"),
        (("禾丰.plan",), "禾丰.plan"),
    ],
)
def test_what_cannot_be_carried_over_is_one_line_and_changes_nothing(
    run: Run, folder: Path, words: tuple[str, ...], told: str
) -> None:
    path = drafted(run, folder)
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 no archive")
    title = "国民经济和社会发展第十{}个五年规划纲要\n第一章 主要目标\n到20{}0年，地区生产总值达到100亿元。\n"
    (folder / "别处.txt").write_text("云川市" + title.format("五", 3), encoding="utf-8")
    (folder / "前期.txt").write_text("禾丰县" + title.format("四", 2), encoding="utf-8")
    before = path.read_bytes()
    ran = run("update", path, *words)
    assert ran.status == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert path.read_bytes() == before


def test_a_plan_that_cannot_be_updated_is_told(run: Run, folder: Path) -> None:
    path = drafted(run, folder)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  文本：“r1.docx”（主文）\n", ""), encoding="utf-8")
    ran = run("update", path, "r2.docx")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "没有写‘文本’" in ran.err
    assert "改：指标「地区生产总值」的2030年目标：390 → 400" in listed(
        run("update", path, "r2.docx", "--old", "r1.docx").out
    )
    path.write_text(text.replace("类型：总目标", "类型 总目标"), encoding="utf-8")
    ran = run("update", path, "r2.docx", "--accept")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "1处读不懂" in ran.err
    assert run("update", path, "别处.txt", "--force").status == 2, "there is no such file"


def test_a_word_that_is_read_no_more_of_what_is_still_there_stays(run: Run, folder: Path) -> None:
    path = folder / "甲.plan"
    first = """禾丰县国民经济和社会发展第十五个五年规划纲要
第一章 主要目标
——经济实力实现新提升。到2030年，地区生产总值达到390亿元。
——绿色发展取得新成效。森林覆盖率达到61.5%。
表1 主要指标
序号\t指标\t单位\t2025年\t2030年\t属性
1\t地区生产总值\t亿元\t286\t390\t预期性
2\t森林覆盖率\t%\t61.3\t61.5\t约束性
"""
    (folder / "一稿.txt").write_text(first, encoding="utf-8")
    # The sentence differs from the table now: of which chapter the indicator is, is read no more.
    (folder / "二稿.txt").write_text(first.replace("达到390亿元", "达到400亿元"), encoding="utf-8")
    assert run("draft", "一稿.txt", "-o", path).status == 0
    ran = run("update", path, "二稿.txt")
    assert not any("章" in told for told in listed(ran.out))
    assert "指标「地区生产总值」的章在这一稿里没有读到，规划文件写的第一章留着" in ran.out
