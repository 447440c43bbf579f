"""《一致性核对情况（供修改参考）》, read back as a Word file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.prose.docx import build_docx
from tests.commands import Run
from tests.report.sites import FAULTY, HOSTILE, PLANS, hostile_plan


def told(run: Run, subject: Path, folder: Path, *words: str) -> list[str]:
    """Its paragraphs, those of cells among them."""
    file = folder / "核对情况.docx"
    assert run("report", subject, "--summary", file, *words).status in (0, 1)
    assert not (folder / "plancheck-report").exists()
    return [block.text for block in build_docx(file.read_bytes(), file.name).blocks]


def test_it_goes_by_chapters_and_is_no_letter_of_an_office(run: Run, tmp_path: Path) -> None:
    lines = told(run, FAULTY, tmp_path)
    heads = [line for line in lines if line[:2] in ("一、", "二、", "三、", "四、")]
    assert heads[:3] == ["一、总体情况", "二、需修改的", "三、需说明的"]
    to_mend = lines[lines.index("二、需修改的") : lines.index("三、需说明的")]
    chapters = [line for line in to_mend if re.match("第.+章 ", line)]
    assert chapters == sorted(chapters, key=lambda line: "一二三四五六七八九十".index(line[1]))
    assert len(chapters) > 5
    words = "\n".join(lines)
    assert "没有举措支撑目标「文化软实力明显增强」或它的下级目标" in lines
    assert "限于篇幅没有列入的" in words
    assert "豁免写得是否得当" in words
    for never in (r"PC\d", "错误", "文号：", "审查意见", r"共\d+个问题"):
        assert not re.search(never, words.replace("语法错误", "")), never
    # The same findings give the same file.
    first = (tmp_path / "核对情况.docx").read_bytes()
    told(run, FAULTY, tmp_path)
    assert (tmp_path / "核对情况.docx").read_bytes() == first


def test_it_says_so_where_there_is_nothing_and_where_rules_did_not_run(run: Run, tmp_path: Path) -> None:
    lines = told(run, PLANS / "yunchuan", tmp_path, "--select", "PC714")
    assert "核对过的没有需要修改或说明的。" in lines
    assert "有的规则这次没有用，它们管的没有核对。" in lines
    assert lines.count("没有。") == 2
    lines = told(run, PLANS / "yunchuan", tmp_path)
    assert "应当核对的都核对了。" in lines
    assert "对照的上位规划：「云川市十四五」、「临江省十四五」、「临江省开发区考核办法」。" in lines


def test_it_is_english_where_asked(run: Run, tmp_path: Path) -> None:
    lines = told(run, FAULTY, tmp_path, "--lang", "en")
    assert "2. To be mended" in lines
    assert any(line.startswith("Most points to verify are in 第") for line in lines)


def test_several_places_are_one_item(run: Run, tmp_path: Path) -> None:
    (tmp_path / "纲要.txt").write_text("第一章 总则\n" + "产值达到XX亿元。\n" * 5, encoding="utf-8")
    lines = told(run, tmp_path / "纲要.txt", tmp_path)
    assert "第2行；第3行；第4行等" in lines
    assert lines.count("「XX」还没有填") == 1


def test_words_that_would_act_are_only_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "甲.plan").write_text(hostile_plan(), encoding="utf-8")
    words = "\n".join(told(run, tmp_path / "甲.plan", tmp_path))
    assert HOSTILE[0] in words


@pytest.mark.parametrize("name", ["核对情况.doc", "核对情况"])
def test_its_name_says_what_it_is(name: str, run: Run, tmp_path: Path) -> None:
    ran = run("report", FAULTY, "--summary", tmp_path / name)
    assert ran.status == 2
    assert ".docx" in ran.err
