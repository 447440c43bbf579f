"""The document set of a run: folders, texts and tables without a plan, copies of plans, the stage, odd files beside."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import checker
from checker.engine import Report
from checker.engine.account import Use
from checker.engine.verdict import Verdict
from tests.workbooks import Row, make_book

TITLE = "云川市国民经济和社会发展第十五个五年规划纲要"
TEXT = f"{TITLE}\n（送审稿）\n第一章 总论\n到2030年，地区生产总值达到500亿元。\n"
HEAD: list[Row] = [["云川市“十五五”时期主要指标"], ["指标", "单位", "属性", "2025年", "2030年目标"]]
GDP: Row = ["地区生产总值", "亿元", "预期性", 312, 500]
#: One white dot; what stands behind it makes two pictures of two.
GIF = bytes.fromhex("47494638396101000100800000ffffff00000021f90400000000002c00000000010001000002024401003b")
PLAN = "规划 云川市十五五 {{ 规划期：2026—2030  成稿：2026年1月 {} }}\n"


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def check(folder: Path, *names: str, **options: str) -> Report:
    return checker.check([folder / name for name in names] or folder, **options)  # type: ignore[arg-type]


def told(report: Report, folder: Path) -> list[str]:
    messages = [one.message.text() for one in report.notices]
    return [text.replace(f"{folder.as_posix()}/", "") for text in (*messages, *(m.text() for m in report.unreadable))]


def uses(report: Report, folder: Path) -> dict[str, Use]:
    return {one.file.removeprefix(f"{folder.as_posix()}/"): one.use for one in report.account.documents}


def codes(report: Report) -> list[str]:
    return [one.code for one in report.findings]


# ---- without a plan


def test_a_folder_of_texts_and_tables_is_checked_as_what_they_are(tmp_path: Path) -> None:
    write(tmp_path, 纲要_txt=TEXT + "发展思路待补充。\n", 子__指标_xlsx=make_book([*HEAD, GDP]))
    write(tmp_path, 旧_doc="", 表_et="", 图_png="", README_md="说明", _藏_txt=TEXT)
    (tmp_path / "~$纲要.docx").write_bytes(b"")
    report = check(tmp_path, select="PC7")
    assert codes(report) == ["PC714"]
    assert uses(report, tmp_path) == {
        "纲要.txt": Use.CHECKED,
        "子/指标.xlsx": Use.CHECKED,
        "旧.doc": Use.UNREAD,
        "表.et": Use.UNREAD,
    }
    said = told(report, tmp_path)
    assert "旧.doc：.doc 文件读不了，用 WPS 或 Word 打开，另存为 .docx 后再用" in said
    assert "表.et：.et 文件读不了，用 WPS 或 Excel 打开，另存为 .xlsx 后再用" in said
    assert "读到指标表：1 项，与 纲要.txt 核对" in said
    seen = next(one for one in report.account.documents if one.file.endswith("纲要.txt"))
    assert (seen.document_kind, seen.place, seen.years, seen.stage, seen.plan, seen.known_by) == (
        "outline",
        "云川市",
        (2026, 2030),
        "review_draft",
        "",
        "path",
    )


def test_a_text_is_held_against_the_table_of_its_place_and_period(tmp_path: Path) -> None:
    write(tmp_path, 纲要_txt=TEXT, 指标_xlsx=make_book([*HEAD, ["地区生产总值", "亿元", "预期性", 312, 520]]))
    report = check(tmp_path)
    (finding,) = report.findings
    assert (finding.code, finding.span.text) == ("PC727", "达到500亿元")
    assert finding.severity.zh == "错误"  # 送审稿起
    assert finding.related[0].span.source.path.endswith("指标.xlsx")
    assert finding.related[0].span.text == "520"
    assert report.exit_status() == 1


@pytest.mark.parametrize("title", ["云川市“十四五”时期主要指标", "望川市“十五五”时期主要指标"])
def test_a_table_of_another_place_or_period_is_not(tmp_path: Path, title: str) -> None:
    write(
        tmp_path, 纲要_txt=TEXT, 指标_xlsx=make_book([[title], HEAD[1], ["地区生产总值", "亿元", "预期性", 312, 520]])
    )
    report = check(tmp_path)
    assert codes(report) == []
    assert "读到指标表：1 项，没有可与之核对的文件" in told(report, tmp_path)


def test_a_table_alone_is_read_and_says_so(tmp_path: Path) -> None:
    write(tmp_path, 指标_xlsx=make_book([*HEAD, GDP, ["常住人口", "万人", "预期性", 10, 12], GDP]))
    report = check(tmp_path, "指标.xlsx")
    assert told(report, tmp_path) == [
        "读到指标表：3 项，没有可与之核对的文件",
        "「地区生产总值」有 2 行，没有核对",
    ]
    assert (report.verdict, report.exit_status()) == (Verdict.INCOMPLETE, 0)


def test_what_holds_no_table_and_what_is_no_workbook(tmp_path: Path) -> None:
    write(tmp_path, 清单_xlsx=make_book([["名", "数"], ["甲", 1]]), 坏_xlsx=b"PK")
    report = check(tmp_path, "清单.xlsx")
    assert told(report, tmp_path) == ["里面没有认出指标表"]
    assert (report.verdict, report.exit_status()) == (Verdict.NOTHING, 2)
    assert check(tmp_path, "坏.xlsx").exit_status() == 2


@pytest.mark.parametrize("pictures", [0, 2])
def test_a_document_without_words_is_nothing_to_check(tmp_path: Path, pictures: int) -> None:
    made = docx.Document()
    for number in range(pictures):
        made.add_picture(io.BytesIO(GIF + bytes([number])))
    made.save(str(tmp_path / "空.docx"))
    report = check(tmp_path, "空.docx")
    assert (report.verdict, report.exit_status()) == (Verdict.NOTHING, 2)
    said = f"里面没有文字，图片 {pictures} 张没有读" if pictures else "里面没有文字"
    assert said in told(report, tmp_path)
    assert uses(report, tmp_path) == {"空.docx": Use.UNREAD}


def test_an_empty_folder_is_nothing_to_check(tmp_path: Path) -> None:
    assert (check(tmp_path).verdict, check(tmp_path).exit_status()) == (Verdict.NOTHING, 2)


def test_one_marked_as_secret_is_not_read_and_the_rest_is(tmp_path: Path) -> None:
    write(tmp_path, 甲_txt="机密★1年\n" + TEXT, 乙_txt=TEXT)
    report = check(tmp_path)
    assert uses(report, tmp_path) == {"乙.txt": Use.CHECKED, "甲.txt": Use.UNREAD}
    assert report.exit_status() == 2
    assert "500" not in "".join(told(report, tmp_path))


_NAMES = st.sampled_from(
    [
        "纲要.docx",
        "说明.txt",
        "注.md",
        "表.xlsx",
        "旧.doc",
        "图.png",
        "~$纲要.docx",
        ".藏.txt",
        "甲.plan",
        "乙 副本.plan",
        "无",
    ]
)
_CONTENTS = st.sampled_from(
    [b"", b"PK\x03\x04", TEXT.encode(), "机密\n".encode(), make_book([*HEAD, GDP]), b"\xff\xfe\0"]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(_NAMES, _CONTENTS, max_size=5))
def test_whatever_lies_in_a_folder_is_checked_or_named(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("材料")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    report = check(folder)
    named = set(uses(report, folder)) | {text.partition("：")[0] for text in told(report, folder)}
    for name in files:
        if not name.startswith(("~$", ".")) and "." in name and not name.endswith(".png"):
            assert name in named


# ---- the stage


def test_the_stage_of_the_text_counts_where_no_plan_states_one(tmp_path: Path) -> None:
    write(tmp_path, 纲要_txt=TEXT + "发展思路待补充。\n", 云川_plan=PLAN.format("文本：“纲要.txt”"))
    report = check(tmp_path, select="PC714")
    assert (report.stage, report.findings[0].severity.zh) == ("review_draft", "错误")
    assert "阶段按首页写的“送审稿”" in told(report, tmp_path)
    write(tmp_path, 云川_plan=PLAN.format("阶段：征求意见稿  文本：“纲要.txt”"))
    report = check(tmp_path, select="PC714")
    assert (report.stage, report.findings[0].severity.zh) == ("consultation_draft", "警告")
    (seen,) = [one for one in report.account.documents if one.kind == "text"]
    assert seen.stage == "review_draft"  # both are told


# ---- plans beside


def test_an_unrelated_plan_of_the_folder_is_told_and_left_out(tmp_path: Path) -> None:
    write(
        tmp_path,
        纲要_txt=TEXT + "发展思路待补充。\n",
        望川_plan="规划 望川市十四五 { 规划期：2021—2025 }\n举措 甲 { 支撑：无此目标 }\n",
    )
    report = check(tmp_path, "纲要.txt")
    assert codes(report) == ["PC714"]
    assert report.plans == ()
    assert any(text.startswith("旁边的 望川.plan 没有在“文本”里写它") for text in told(report, tmp_path))


def test_the_text_of_a_plan_that_names_none_is_found_by_its_title(tmp_path: Path) -> None:
    write(tmp_path, 纲要_txt=TEXT, 别的_txt="杂记\n待补充。\n", 云川_plan=PLAN.format(""))
    report = check(tmp_path)
    assert uses(report, tmp_path) == {"云川.plan": Use.CHECKED, "纲要.txt": Use.CHECKED, "别的.txt": Use.UNREAD}
    seen = next(one for one in report.account.documents if one.file.endswith("纲要.txt"))
    assert (seen.plan, seen.known_by) == ("云川市十五五", "title")


@pytest.mark.parametrize(
    "copy",
    [
        "云川 - 副本.plan",
        "云川(1).plan",
        "云川（2）.plan",
        "云川备份.plan",
        "旧/云川.plan",
        "云川_old.plan",
        "云川.bak.plan",
    ],
)
def test_a_stale_copy_is_told_once_and_hides_nothing(tmp_path: Path, copy: str) -> None:
    fault = PLAN.format("") + "举措 招商 { 支撑：无此目标 }\n"
    write(tmp_path, 云川_plan=fault)
    (tmp_path / copy).parent.mkdir(exist_ok=True)
    (tmp_path / copy).write_text(PLAN.format(""), encoding="utf-8")
    report = check(tmp_path, select="PC1")
    assert codes(report) == ["PC103"]
    said = [text for text in told(report, tmp_path) if "副本，没有查" in text]
    assert said == [f"{copy}：与 云川.plan 都写规划「云川市十五五」，按文件名是旧的副本，没有查"]
    # The one that is asked for is the one that counts.
    asked = checker.check(tmp_path / copy, select="PC1")
    assert codes(asked) == []
    if "/" not in copy:  # a folder below is a workspace of its own
        assert f"云川.plan：与 {copy} 都写规划「云川市十五五」，这次要查的是 {copy}，它没有查" in told(asked, tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [("云川v1", "云川v2"), ("云川v9", "云川v10"), ("云川20260301", "云川20260315"), ("云川第2稿", "云川第3稿")],
)
def test_of_two_versions_the_later_one_by_name_counts(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / f"{new}.plan").write_text(PLAN.format("") + "举措 招商 { 支撑：无此目标 }\n", encoding="utf-8")
    (tmp_path / f"{old}.plan").write_text(PLAN.format(""), encoding="utf-8")
    report = check(tmp_path, select="PC1")
    assert [(one.code, Path(one.span.source.path).stem) for one in report.findings] == [("PC103", new)]


def test_two_plans_of_one_name_that_nothing_tells_apart_are_a_finding(tmp_path: Path) -> None:
    write(tmp_path, 甲_plan=PLAN.format(""), 乙_plan=PLAN.format(""))
    assert codes(check(tmp_path, select="PC1")) == ["PC102"]
