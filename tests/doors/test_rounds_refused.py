"""``plancheck snapshot`` and rounds as sides of ``plancheck diff``: what is kept from anywhere, what is refused."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from checker.engine import Options
from checker.engine.inputs import check_inputs
from checker.engine.report import Report
from checker.messages.run_error import RunError
from checker.revise import history
from checker.revise.history import round_name, rounds_of, take_round
from tests.doors.conftest import Run
from tests.doors.test_rounds import PLAN, RULE, edit, folder  # noqa: F401 - a fixture is used by its name


def keep_files(home: Path, name: str, at: Path) -> dict[str, bytes]:
    """The files of a round, put into the new folder `at`."""
    rounds_of(home).unpack(name, at)
    return {path.relative_to(at).as_posix(): path.read_bytes() for path in at.rglob("*") if path.is_file()}


def test_all_that_is_read_is_kept_from_wherever_it_is_run(
    run: Run,
    folder: Path,  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Rules of the workspace too, whichever of them were asked for: without them no round could be checked again."""
    (folder / "区.plan").write_bytes(PLAN.encode("gb18030"))
    (folder / "无关.bin").write_bytes(b"\0")
    monkeypatch.chdir(tmp_path_factory.mktemp("别处"))
    assert run("snapshot", folder, "--name", "一", "--select", "PC2").status == 0
    files = keep_files(folder, "一", Path("放回"))
    paths = ["区.plan", "纲要.txt", "规则/YC101.rule", "plancheck.toml"]
    assert files == {path: (folder / path).read_bytes() for path in paths}
    ran = run("diff", "快照:一", folder)
    assert (ran.status, ran.err) == (0, "")
    assert "规划没有改动" in ran.out


def test_a_plan_that_a_round_has_not_is_told(run: Run, folder: Path) -> None:  # noqa: F811
    run("snapshot", "--name", "一")
    run("snapshot", "-o", "一.plancheck")
    (folder / "新.plan").write_text("规划 云川新区 {}\n", encoding="utf-8")
    for side in ("快照:一", "一.plancheck"):
        ran = run("diff", side, "新.plan")
        assert (ran.status, ran.err) == (2, f"plancheck：版本 {side} 里没有 新.plan\n")
    assert "规划没有改动" in run("diff", "快照:一", "一.plancheck").out


def test_rounds_stand_by_their_days_and_take_the_next_free_number(run: Run, folder: Path) -> None:  # noqa: F811
    run("snapshot", "--on", "2026-06-01")
    run("snapshot", "--on", "2026-05-01")
    assert run("snapshot", "--list").out == "  2026-05-01  第2轮\n  2026-06-01  第1轮\n"
    run("snapshot", "--remove", "第1轮")
    assert "「第3轮」" in run("snapshot", "--on", "2026-07-01").err
    assert [one["name"] for one in json.loads(run("history", "--format", "json").out)["rounds"]] == ["第2轮", "第3轮"]


def test_english_readers_are_told_in_english(run: Run, folder: Path) -> None:  # noqa: F811
    edit(folder / "区.plan", "成稿：", "阶段：送审稿  成稿：")
    run("snapshot", "--name", "one", "--on", "2026-05-01")
    edit(folder / "区.plan", "支撑：总目标", "")
    run("snapshot", "--name", "two", "--on", "2026-06-01")
    told = run("history", "--lang", "en").out
    assert "review draft" in told
    assert "送审稿" not in told
    new = json.loads(run("history", "--format", "json", "--lang", "en").out)["rounds"][1]["new"]
    (orphan,) = [one["message"] for one in new if one["code"] == "PC201"]
    assert orphan.isprintable()
    assert "没有支撑" not in orphan
    assert f"  error PC201: {orphan}\n" in told


@pytest.mark.parametrize("name", ["", "  ", "甲\n乙", "\x1b[2J", "长" * 61, "甲\u202e"])
def test_a_name_that_nobody_can_read_or_type(run: Run, folder: Path, name: str) -> None:  # noqa: F811
    ran = run("snapshot", "--name", name)
    said = "plancheck：快照的名字要有字，至多 60 个，不能有看不见的字符\n"
    assert (ran.status, ran.out, ran.err) == (2, "", said)
    assert not (folder / ".plancheck").exists()
    assert round_name(" 第一轮 ") == "第一轮"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--list", "--remove", "一"], "--list 不能和 --remove 一起用"),
        (["--list", "--name", "一"], "--list 不能和 --name 一起用"),
        (["--remove", "一", "-o", "f"], "--remove 不能和 --output 一起用"),
        (["--remove", "一", "--on", "2026-05-01"], "--remove 不能和 --on 一起用"),
        (["没有"], "没有：没有这个文件或文件夹"),
        (["没有", "--list"], "没有：没有这个文件或文件夹"),
        (["--on", "五月"], "--on（哪一天） 后面要一个日期，如 2026-03-12，“五月”不是"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, folder: Path, words: list[str], said: str) -> None:  # noqa: F811
    ran = run("snapshot", *words)
    assert (ran.status, ran.out, ran.err) == (2, "", f"plancheck：{said}\n")
    assert not (folder / ".plancheck").exists()


def test_nothing_is_kept_of_what_cannot_be_checked(run: Run, folder: Path) -> None:  # noqa: F811
    edit(folder / "纲要.txt", "第一章", "第\0章")
    assert run("snapshot").status == 2
    (folder / "区.plan").unlink()
    assert run("snapshot").err == "plancheck：纲要.txt：不是文本文件\n"
    (folder / "纲要.txt").unlink()
    assert run("snapshot").err == "plancheck：没有规划可记\n"
    (folder / "表.xlsx").write_bytes(b"")
    assert run("snapshot", "表.xlsx").err == "plancheck：表.xlsx：不是 .xlsx 文件\n"
    (folder / "plancheck.toml").write_text("[", encoding="utf-8")
    assert run("snapshot").status == 2
    assert not (folder / ".plancheck").exists()


def test_rules_that_lie_outside_are_told(run: Run, folder: Path) -> None:  # noqa: F811
    home = folder / "内"
    home.mkdir()
    (home / "区.plan").write_text(PLAN, encoding="utf-8")
    (home / "链").symlink_to(folder / "规则", target_is_directory=True)
    (home / "plancheck.toml").write_text('[rules]\npacks = ["链"]\n', encoding="utf-8")
    (home / "纲要.txt").write_text(RULE, encoding="utf-8")
    assert run("snapshot", home).err == "plancheck：规则/YC101.rule 在工作区外面，记不了\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name of a file is text")
def test_a_file_whose_name_is_no_text_is_told(run: Run, folder: Path) -> None:  # noqa: F811
    (folder / "区.plan").rename(folder / os.fsdecode(b"\xff.plan"))
    ran = run("snapshot")
    assert ran.status == 2
    assert "的名字里有认不出的字节，记不了，改个名字" in ran.err


def test_a_file_saved_meanwhile_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    really = check_inputs

    def save_meanwhile(paths: list[Path], options: Options) -> Report:
        report = really(paths, options)
        (folder / "区.plan").write_text(PLAN + "# 刚存的\n", encoding="utf-8")
        return report

    monkeypatch.setattr(history, "check_inputs", save_meanwhile)
    with pytest.raises(RunError, match="正在记的时候文件改了"):
        take_round(folder, "一", "2026-05-01", Options())


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("2025年：目标 ≥70000", "≥70000元"),
        ("2025年：目标 7万元", "7万元"),
        ("2025年：目标 ６５０００（范围 农村）", "６５０００元（范围 农村）"),
        ("2025年：目标 60000—70000", "60000—70000元"),
        ("2025年：目标 翻一番", "翻一番"),
        ("年均：目标 7%左右（容差 0.5个百分点）", "7%左右（容差 0.5个百分点）"),
        ("年均：目标 7.5", "7.5"),
    ],
)
def test_a_target_is_kept_with_its_unit(folder: Path, field: str, told: str) -> None:  # noqa: F811
    edit(folder / "区.plan", "2025年：目标 70000", field)
    assert [one.value for one in take_round(folder, "一", "2026-05-01", Options()).targets] == [told]


def test_a_unit_that_changed_is_told(run: Run, folder: Path) -> None:  # noqa: F811
    run("snapshot", "--name", "一")
    edit(folder / "区.plan", "单位：元", "单位：万元")
    run("snapshot", "--name", "二")
    assert "2025年目标  70000元  70000万元" in run("history").out
