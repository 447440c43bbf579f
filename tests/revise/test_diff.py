"""Two versions compared: what changed is said, what did not is not, and git is only read."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine import Options
from checker.render.revision import render_revision, render_revision_json, render_revision_markdown
from checker.revise import Revision, Side, compare_sides
from tests.commands import Ran, Run

PLAN = """规划 云川开发区十四五 { 文种：纲要  层级：开发区  规划期：2021—2025  成稿：2021年4月  上位规划：云川市十四五 }
指标 地区生产总值 {
  单位：亿元  属性：约束性  口径：增加值  2020年：实际 1000  2025年：目标 ≥2000
  承接：云川市十四五.地区生产总值（参考）
}
指标 研发投入强度 { 单位：%  属性：预期性  2020年：实际 2.1  2025年：目标 3  年均：目标 7% }
目标 总目标 { 类型：总目标  衡量指标：地区生产总值、研发投入强度 }
目标 产业迈上新台阶 { 上级目标：总目标  衡量指标：地区生产总值 }
举措 现代物流园建设工程 { 类型：工程  支撑：产业迈上新台阶  期限：2023年  责任：经济发展局、财政局 }
举措 招商引资行动 { 类型：行动  支撑：总目标 }
"""
CITY = """规划 云川市十四五 { 文种：纲要  层级：市  规划期：2021—2025 }
指标 地区生产总值 { 单位：亿元  属性：预期性  2025年：目标 12000 }
"""


TIE = "承接：云川市十四五.地区生产总值（参考）"
TIED = "（与它相连：云川市十四五.地区生产总值）"


def compared(folder: Path, old: str, new: str) -> Revision:
    sides: list[Side] = []
    for name, text in (("旧", old), ("新", new)):
        home = folder / name
        home.mkdir(exist_ok=True)
        (home / "云川.plan").write_text(text, encoding="utf-8")
        (home / "市.plan").write_text(CITY, encoding="utf-8")
        sides.append(Side(name, home / "云川.plan", home))
    old_side, new_side = sides
    return compare_sides(old_side, new_side, Options())


def said(revision: Revision) -> list[str]:
    """The lines about changes: without the counts, the findings, and what was not checked."""
    blocks = render_revision(revision).split("\n\n")
    return [line.strip() for block in blocks[2:-3] for line in block.splitlines()[1:]]


def test_nothing_changed(tmp_path: Path) -> None:
    revision = compared(tmp_path, PLAN, PLAN)
    assert (revision.changes, revision.appeared, revision.gone) == ((), (), ())
    verdict = "查过的没有查出达到门槛（错误）的问题，但有 2 项没有查"
    assert render_revision(revision) == (
        f"旧 → 新\n\n规划没有改动\n\n检查出的问题没有变化\n\n旧：{verdict}\n新：{verdict}\n\n没有检查的：\n"
        "  「云川开发区十四五」没有写文本，文稿没有查\n"
        "  「云川市十四五」的文件里没有写指标是不是全部列出，与它的衔接没有查全\n"
    )


def test_what_cannot_be_read_any_more_is_not_gone(tmp_path: Path) -> None:
    old = PLAN.replace("  支撑：产业迈上新台阶  期限", "  期限")
    revision = compared(tmp_path, old, old.replace("指标 研发投入强度", "指表 研发投入强度"))
    assert "PC201" not in {one.code for one in revision.gone}
    revision = compared(tmp_path, old, old.replace("举措 现代物流园建设工程", "举错 现代物流园建设工程"))
    assert [one.code for one in revision.unseen] == ["PC201"]
    assert revision.gone == ()
    assert "不算没有了（1个）" in render_revision(revision)
    written = json.loads(render_revision_json(revision))
    assert [one["code"] for one in written["unseen"]] == ["PC201"]
    assert written["accounts"]["new"]["verdict"] == "blocked"


def test_what_was_not_checked_on_one_side_only_says_on_which(tmp_path: Path) -> None:
    revision = compared(tmp_path, PLAN, PLAN.replace("  上位规划：云川市十四五", "").replace(TIE, ""))
    assert "与上位规划的衔接没有查（新）" in render_revision(revision)
    assert "「云川市十四五」的文件里没有写指标是不是全部列出，与它的衔接没有查全（旧）" in render_revision(revision)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("目标 ≥2000", "目标 ≥1800", "指标「地区生产总值」 2025年目标：≥2000 → ≥1800 【目标值下调】" + TIED),
        ("目标 ≥2000", "目标 ≥2200", "指标「地区生产总值」 2025年目标：≥2000 → ≥2200 【目标值上调】" + TIED),
        ("年均：目标 7%", "年均：目标 6.5%", "指标「研发投入强度」 年均目标：7% → 6.5% 【目标值下调】"),
        ("属性：约束性", "属性：预期性", "指标「地区生产总值」 属性：约束性 → 预期性 【属性降格】" + TIED),
        ("口径：增加值", "口径：产值", "指标「地区生产总值」 口径：增加值 → 产值 【口径改变】" + TIED),
        ("实际 2.1", "实际 2.2", "指标「研发投入强度」 2020年实际：2.1 → 2.2"),
        ("责任：经济发展局、财政局", "责任：财政局", "举措「现代物流园建设工程」 责任：经济发展局、财政局 → 财政局"),
        ("  期限：2023年", "", "举措「现代物流园建设工程」 期限：2023年 → （没有）"),
        ("成稿：2021年4月", "成稿：2021年5月", "规划「云川开发区十四五」 成稿：2021年4月 → 2021年5月"),
        ("举措 现代物流园建设工程", "举措 现代物流枢纽工程", "举措「现代物流枢纽工程」（原「现代物流园建设工程」）"),
        ("目标 产业迈上新台阶", "目标 产业再上新台阶", "目标「产业再上新台阶」（原「产业迈上新台阶」）"),
    ],
)  # fmt: skip
def test_one_change_is_one_line(tmp_path: Path, old: str, new: str, line: str) -> None:
    name_before, name_after = old.rpartition(" ")[2], new.rpartition(" ")[2]
    text = PLAN.replace(old, new)
    if "（原" in line:
        text = text.replace(name_before, name_after)
    assert said(compared(tmp_path, PLAN, text)) == [line]


def test_what_was_added_and_removed(tmp_path: Path) -> None:
    text = PLAN.replace("指标 研发投入强度", "指标 全员劳动生产率").replace("2.1  2025年：目标 3  年均：目标 7%", "18")
    text = text.replace("单位：%", "单位：万元/人").replace("、研发投入强度", "、全员劳动生产率")
    revision = compared(tmp_path, PLAN, text)
    assert said(revision)[:2] == ["指标「全员劳动生产率」", "指标「研发投入强度」 【指标删除】"]
    assert [one.code for one in revision.appeared] == ["PC311", "PC302"]


def test_a_finding_on_something_renamed_neither_came_nor_went(tmp_path: Path) -> None:
    old = PLAN.replace("  支撑：产业迈上新台阶  期限", "  期限")
    revision = compared(tmp_path, old, old.replace("现代物流园建设工程", "现代物流枢纽建设工程"))
    assert (revision.appeared, revision.gone) == ((), ())
    assert [one.did for one in revision.changes] == ["renamed"]


def test_the_other_formats_say_the_same(tmp_path: Path) -> None:
    text = PLAN.replace("≥2000", "≥1800").replace("招商引资行动", "「<b>*招商引资行动*</b>」")
    revision = compared(tmp_path, PLAN, text)
    written = json.loads(render_revision_json(revision))
    assert [(one["change"], one["field"], one["weight"]) for one in written["changes"]] == [
        ("changed", "2025年目标", "目标值下调"),
        ("renamed", "", None),
    ]
    markdown = render_revision_markdown(revision)
    assert "<b>" not in markdown
    assert r"\<b\>\*招商引资行动\*\</b\>" in markdown


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_order_and_layout_are_no_change(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    random = Random(seed)
    head, *rest = [part.strip() for part in re.split("\n(?=\\S)(?!})", PLAN)]
    random.shuffle(rest)
    text = (
        "\n\n".join([head, *rest])
        .replace("  ", random.choice(["\n  ", "    ", " "]))
        .replace("{", "｛")
        .replace("}", "｝")
    )
    text = text.replace("经济发展局、财政局", "财政局、经济发展局") + "# 注释\n"
    assert compared(tmp_path_factory.mktemp("比较"), PLAN, text).changes == ()


# ---- git


def git(folder: Path, *words: str) -> str:
    settings_ = ["-c", "user.name=起草组", "-c", "user.email=zu@example.com", "-c", "commit.gpgsign=false"]
    ran = subprocess.run(["git", *settings_, *words], cwd=folder, capture_output=True, check=True)
    return ran.stdout.decode()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions in git, a third in the work tree; the plans lie in a folder with a blank and Chinese."""
    home = tmp_path / "仓库" / "规划 文件"
    home.mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "仓库")
    git(home.parent, "init", "-q")
    for text, tag in ((PLAN, "征求意见稿"), (PLAN.replace("≥2000", "≥1900"), "送审稿")):
        (home / "云川.plan").write_text(text, encoding="utf-8")
        (home / "市.plan").write_text(CITY, encoding="utf-8")
        git(home, "add", ".")
        git(home, "commit", "-q", "-m", tag)
        git(home, "tag", tag)
    (home / "云川.plan").write_text(PLAN.replace("≥2000", "≥1800"), encoding="utf-8")
    return home


def lines(ran: Ran) -> list[str]:
    assert (ran.status, ran.err) == (0, "")
    return [line.strip() for line in ran.out.splitlines() if "【" in line]


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        ("HEAD", "规划 文件/云川.plan", "≥1900 → ≥1800"),
        ("征求意见稿", "规划 文件", "≥2000 → ≥1800"),
        ("征求意见稿", "HEAD", "≥2000 → ≥1900"),
        ("HEAD~1", "送审稿", "≥2000 → ≥1900"),
        ("HEAD~1:规划 文件/云川.plan", "HEAD:规划 文件/云川.plan", "≥2000 → ≥1900"),
    ],
)
def test_revisions_of_git(run: Run, repository: Path, old: str, new: str, values: str) -> None:
    before = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    status = git(repository, "status", "--porcelain")
    assert [values in line for line in lines(run("diff", old, new))] == [True]
    assert {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()} == before
    assert git(repository, "status", "--porcelain") == status


@pytest.mark.parametrize(
    ("old", "sentence"),
    [
        ("没有这个标签", "没有这个标签：既不是文件或文件夹，也不是 git 里的版本"),
        ("--upload-pack=x", "--upload-pack"),
        ("HEAD:没有.plan", "版本 HEAD 里没有 没有.plan"),
    ],
)
def test_a_side_that_is_none_is_one_line(run: Run, repository: Path, old: str, sentence: str) -> None:
    ran = run("diff", old, repository.name)
    assert (ran.status, ran.out) == (2, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


def test_outside_a_repository(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "云川.plan").write_text(PLAN, encoding="utf-8")
    ran = run("diff", "HEAD", "云川.plan")
    assert (ran.status, ran.err) == (2, "plancheck：HEAD：既不是文件或文件夹，也不是 git 里的版本\n")


def test_within_a_hook_the_answer_is_the_same(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git tells a hook of a linked work tree where the repository is; that is not what the plans lie in."""
    home = tmp_path / "m"
    plan = "规划 例 {{ 规划期：2021—2025 }}\n指标 产值 {{ 单位：亿元  2025年：目标 {0} }}\n"
    (home / "sub").mkdir(parents=True)
    for path, value in (("a.plan", 1111), ("sub/a.plan", 2000)):
        (home / path).write_text(plan.format(value), encoding="utf-8")
    git(home, "init", "-q")
    git(home, "add", ".")
    git(home, "commit", "-q", "-m", "1")
    git(home, "worktree", "add", "-q", "../w")
    monkeypatch.chdir(tmp_path / "w")
    Path("sub/a.plan").write_text(plan.format(1111), encoding="utf-8")
    plain = run("diff", "HEAD", "sub/a.plan")
    assert "改动1处" in plain.out
    monkeypatch.setenv("GIT_DIR", str(home / ".git" / "worktrees" / "w"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(home / ".git" / "index"))
    monkeypatch.setenv("GIT_WORK_TREE", str(home))
    hooked = run("diff", "HEAD", "sub/a.plan")
    assert (hooked.status, hooked.out) == (plain.status, plain.out)


def test_attributes_of_git_leave_nothing_out(run: Run, repository: Path) -> None:
    before = run("diff", "HEAD", ".")
    (repository / ".gitattributes").write_text("*.plan export-ignore\n", encoding="utf-8")
    git(repository, "add", ".gitattributes")
    git(repository, "commit", "-q", "-m", "attributes", "--", ".gitattributes")
    after = run("diff", "HEAD", ".")
    assert (after.status, after.out, after.err) == (before.status, before.out, before.err)
