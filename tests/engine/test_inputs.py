"""What becomes of the paths of a run."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from checker.engine.account import Account
from checker.engine.inputs import check_inputs, sort_inputs
from checker.engine.options import Options
from checker.engine.report import Report


def told(paths: Sequence[Path], folder: Path) -> list[str]:
    return [message.text("zh").replace(f"{folder.as_posix()}/", "") for message in sort_inputs(paths).unreadable]


def make(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text("", encoding="utf-8")
    return [folder / name for name in names]


def test_plans_folders_and_configurations_are_checked(tmp_path: Path) -> None:
    plan, settings = make(tmp_path, "云 川.PLAN", "plancheck.toml")
    inputs = sort_inputs([plan, tmp_path, settings])
    assert inputs.plans == [plan, tmp_path, tmp_path]
    assert not inputs.unreadable


def test_texts_and_tables_are_checked(tmp_path: Path) -> None:
    inputs = sort_inputs(made := make(tmp_path, "纲要.docx", "说明.TXT", "注.md", "指标表.xlsx"))
    assert inputs.texts == made
    assert not inputs.unreadable


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("纲要.doc", ".doc 文件读不了，用 WPS 或 Word 打开，另存为 .docx 后再用"),
        ("纲要.wps", ".wps 文件读不了，用 WPS 或 Word 打开，另存为 .docx 后再用"),
        ("纲要.pdf", ".pdf 文件读不了，用 WPS 或 Word 打开，另存为 .docx 后再用"),
        ("纲要.OFD", ".ofd 文件读不了，用 WPS 或 Word 打开，另存为 .docx 后再用"),
        ("指标.et", ".et 文件读不了，用 WPS 或 Excel 打开，另存为 .xlsx 后再用"),
        ("指标.xls", ".xls 文件读不了，用 WPS 或 Excel 打开，另存为 .xlsx 后再用"),
        ("图.png", "不认识这种文件；可以检查的是 .plan 文件、.docx .txt .md 文本、.xlsx 指标表和放着它们的文件夹"),
        ("无后缀", "不认识这种文件；可以检查的是 .plan 文件、.docx .txt .md 文本、.xlsx 指标表和放着它们的文件夹"),
    ],
)
def test_other_files_are_told_in_a_sentence(tmp_path: Path, name: str, sentence: str) -> None:
    assert told(make(tmp_path, name), tmp_path) == [f"{name}：{sentence}"]


@pytest.mark.parametrize("name", ["无.plan", "无.doc", "无", "甲\0乙", "长" * 5000])
def test_what_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    assert told([tmp_path / name], tmp_path) == [f"{name}：没有这个文件或文件夹"]


def test_without_a_plan_the_report_is_empty_but_for_what_was_not_checked(tmp_path: Path) -> None:
    options = Options(as_of=date(2026, 3, 12), stage="review_draft", lang="en")
    report = check_inputs([*make(tmp_path, "指标表.xls"), tmp_path / "无"], options)
    assert (report.findings, report.plans) == ((), ())
    assert (report.as_of, report.stage, report.lang) == (date(2026, 3, 12), "review_draft", "en")
    assert len(report.unreadable) == 2
    assert report.exit_status() == 2


def test_what_could_not_be_read_joins_the_report_on_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(paths: Sequence[Path], options: Options, texts: Sequence[Path]) -> Report:
        assert (list(paths), list(texts)) == ([plan], [text])
        return Report((), (), "", date(2026, 1, 1), ("甲",), "0.1.0", Account())

    plan, text = make(tmp_path, "甲.plan", "纲要.docx")
    monkeypatch.setattr("checker.engine.check", check)
    (table,) = make(tmp_path, "指标表.xls")
    report = check_inputs([tmp_path / "无", text, plan, table], Options())
    assert report.plans == ("甲",)
    assert len(report.unreadable) == 2
