"""How a text enters a run: alone, beside its plan, named by a plan, or by the configuration."""

from __future__ import annotations

import json
import re
from pathlib import Path

import docx
import pytest

import checker
from checker.engine import Report

PLAN = "规划 云川 {{ 层级：开发区  阶段：征求意见稿  成稿：2021年4月  {} }}\n"
FAULT = "第一章 总论\n发展思路待补充。\n"


def make(folder: Path, **files: str) -> None:
    """Write files; the names have _ for the dot."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")


def found(report: Report, folder: Path) -> list[tuple[str, str, str]]:
    """Code, file and subject of each finding."""
    return [(one.code, short(one.span.source.path, folder), one.subject.plan) for one in report.findings]


def noticed(report: Report) -> list[str]:
    return [notice.message.text() for notice in report.notices]


def short(path: str, folder: Path) -> str:
    return path.removeprefix(f"{folder.as_posix()}/")


ALONE = "没有与它对应的规划文件，只查了文本自身"
BESIDE = "旁边的 {} 没有在“文本”里写它，题名、地方和规划期也看不出是它的规划，没有一起查"


def test_a_text_alone_is_checked_in_itself(tmp_path: Path) -> None:
    make(tmp_path, 纲要_txt=FAULT)
    report = checker.check(tmp_path / "纲要.txt", select="PC714", as_of="2026-01-01")
    assert found(report, tmp_path) == [("PC714", "纲要.txt", "纲要.txt")]
    assert noticed(report) == [ALONE]
    assert report.notices[0].codes == ("PC703", "PC704")
    assert (report.plans, [short(path, tmp_path) for path in report.texts]) == ((), ["纲要.txt"])


TITLE = "云川市国民经济和社会发展第十五个五年规划纲要\n"


@pytest.mark.parametrize(
    "head", ["全称：《云川市国民经济和社会发展第十五个五年规划纲要》", "简称：云川市  规划期：2026—2030"]
)
def test_a_text_beside_the_plan_whose_title_or_place_and_period_it_bears_is_checked_with_it(
    tmp_path: Path, head: str
) -> None:
    make(tmp_path, 纲要_md=TITLE + FAULT, 别的_txt=FAULT, 云川_plan=PLAN.format(head), 上__市_plan="规划 市 {}\n")
    report = checker.check(tmp_path / "纲要.md", select="PC714")
    assert found(report, tmp_path) == [("PC714", "纲要.md", "云川")]
    assert report.plans == ("云川",)
    assert report.as_of.isoformat() == "2021-04-30"
    assert noticed(report) == []


def test_beside_two_plans_the_one_that_names_the_text_is_its_own(tmp_path: Path) -> None:
    make(
        tmp_path,
        纲要_txt=FAULT,
        别的_txt=FAULT,
        甲_plan="规划 甲 {}\n",
        云川_plan=PLAN.format("文本：“纲要.txt”（主文）"),
    )
    report = checker.check([tmp_path / "纲要.txt", tmp_path / "别的.txt"], select="PC714")
    assert found(report, tmp_path) == [("PC714", "别的.txt", "别的.txt"), ("PC714", "纲要.txt", "云川")]
    assert report.plans == ("云川",)
    beside = f"{tmp_path.as_posix()}/云川.plan、{tmp_path.as_posix()}/甲.plan"
    assert noticed(report) == [ALONE, BESIDE.format(beside)]


def test_the_texts_that_a_plan_names(tmp_path: Path) -> None:
    texts = "文本：“纲要.txt”（主文）、“说明.docx”（说明）、未随附《专题研究》、《建议》"
    make(tmp_path, 纲要_txt=FAULT, 别的_txt=FAULT, 云川_plan=PLAN.format(texts))
    made = docx.Document()
    made.add_paragraph("一、背景")
    made.add_paragraph("依据待补充。")
    made.save(str(tmp_path / "说明.docx"))
    report = checker.check(tmp_path, select="PC714")
    assert found(report, tmp_path) == [("PC714", "纲要.txt", "云川"), ("PC714", "说明.docx", "云川")]
    told = [re.sub(r"PC701\S* ", "PC7 ", short(text, tmp_path)) for text in noticed(report)]
    assert told == [
        "「云川」的文本未随附（《专题研究》、《建议》），PC7 未检查",
        "别的.txt：规划文件的“文本”里没有写它，没有查",
    ]
    told = json.loads(checker.format_report(report, "json"))["findings"]
    assert [one["locator"] for one in told] == ["第一章 › 第2行", "一、 › 第1段"]
    assert told[1]["start"] == {"line": 2, "column": 3, "offset": 7}
    assert "   2 | 依据待补充。\n" in checker.format_report(report)
    assert "\n规划 1 部、文本 2 篇，以 2021-04-30 为准，阶段 征求意见稿\n" in checker.format_report(report)


def test_texts_that_are_not_read_are_notices(tmp_path: Path) -> None:
    texts = "文本：“没有.docx”、“../外.txt”、“图.png”"
    space = tmp_path / "区"
    make(tmp_path, 外_txt=FAULT, 区__图_png="", 区__云川_plan=PLAN.format(texts))
    report = checker.check(space, select="PC714")
    assert found(report, tmp_path) == []
    assert noticed(report) == [
        "「云川」的文本“没有.docx”不在规划文件旁边，没有读",
        "「云川」的文本“../外.txt”在工作区之外，没有读",
        "「云川」的文本“图.png”不是 .docx、.txt、.md，没有读",
    ]
    assert [notice.codes[0] for notice in report.notices] == ["PC701", "PC701", "PC701"]
    assert report.exit_status() == 2  # neither the plan nor a text says anything


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    make(tmp_path, 外_txt=FAULT, 区__云川_plan=PLAN.format("文本：“内.txt”"))
    (tmp_path / "区" / "内.txt").symlink_to(tmp_path / "外.txt")
    report = checker.check(tmp_path / "区", select="PC714")
    assert found(report, tmp_path) == []
    assert noticed(report) == ["「云川」的文本“内.txt”在工作区之外，没有读"]


def test_the_texts_of_the_configuration(tmp_path: Path) -> None:
    toml = '[workspace]\nplans = ["*.plan"]\ntexts = ["文本", "*.md"]\n'
    make(tmp_path, plancheck_toml=toml, 云川_plan=PLAN.format(""), 纲要_md=FAULT, 文本__一_txt=FAULT, 别的_txt=FAULT)
    (tmp_path / "文本" / "~$一.docx").write_bytes(b"x")
    report = checker.check(tmp_path, select="PC714")
    assert found(report, tmp_path) == [("PC714", "文本/一.txt", "一.txt"), ("PC714", "纲要.md", "云川")]
    of_plan = checker.check(tmp_path / "云川.plan", select="PC714")
    assert found(of_plan, tmp_path) == [("PC714", "纲要.md", "云川")]


def test_texts_of_the_configuration_that_are_not_there_end_the_run(tmp_path: Path) -> None:
    make(tmp_path, plancheck_toml='[workspace]\ntexts = ["纲耍.md"]\n', 云川_plan=PLAN.format(""), 纲要_md=FAULT)
    with pytest.raises(checker.RunError, match=r"第2行：“workspace.texts”：没有“纲耍.md”这样的文件；是否指“纲要.md”"):
        checker.check(tmp_path)


def test_a_text_named_twice_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, 纲要_txt=FAULT, 云川_plan=PLAN.format("文本：“纲要.txt”"))
    report = checker.check([tmp_path, tmp_path / "纲要.txt"], select="PC714")
    assert found(report, tmp_path) == [("PC714", "纲要.txt", "云川")]


def test_a_text_that_cannot_be_read_is_one_line_and_the_rest_is_checked(tmp_path: Path) -> None:
    make(tmp_path, 纲要_txt=FAULT, 云川_plan=PLAN.format("文本：“纲要.txt”、“坏.docx”、“乱.txt”"))
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "乱.txt").write_bytes(b"\xff\xfea\0")
    report = checker.check(tmp_path, select="PC714")
    assert found(report, tmp_path) == [("PC714", "纲要.txt", "云川")]
    assert [short(message.text(), tmp_path).partition("：")[0] for message in report.unreadable] == [
        "坏.docx",
        "乱.txt",
    ]
    assert report.exit_status() == 2


def test_remarks_on_how_a_text_was_read_name_it(tmp_path: Path) -> None:
    from tests.prose.word_files import paragraph, run, word_file

    (tmp_path / "纲要.docx").write_bytes(word_file(paragraph(f"<w:ins>{run('增')}</w:ins>")))
    report = checker.check(tmp_path / "纲要.docx", select="PC714")
    assert [(one.message.text(), short(one.file or "", tmp_path)) for one in report.notices] == [
        ("修订按接受之后的文字检查（插入1处、删除0处）", "纲要.docx"),
        (ALONE, "纲要.docx"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "纲要.txt").write_bytes(FAULT.encode(encoding))
    (finding,) = checker.check(tmp_path / "纲要.txt", select="PC714").findings
    assert (finding.span.start, finding.span.text) == (FAULT.index("待补充"), "待补充")
