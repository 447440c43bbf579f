"""One plan in several files: what belongs together, in which order, and what does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Goal
from checker.workspace import Workspace, load_workspace

HEAD = "规划 甲市十五五 { 规划期：2026—2030 }\n目标 总 { 类型：总目标 }\n"
PART = "续 甲市十五五\n目标 分 { 上级目标：总 }\n"


def load(root: Path, *paths: str, **files: str) -> Workspace:
    for name, text in files.items():
        (root / f"{name}.plan").write_text(text, encoding="utf-8")
    return load_workspace([root / path for path in paths] or [root], root)


def goals(workspace: Workspace) -> list[list[tuple[str, str]]]:
    """The goals of each plan with the files they stand in."""
    return [
        [(one.name, one.source.path.removesuffix(".plan")) for one in plan.elements if isinstance(one, Goal)]
        for plan in workspace.plans
    ]


def problems(workspace: Workspace) -> list[tuple[str, str, str]]:
    told = [
        *((one.source, one.start, one.message) for plan in workspace.plans for one in plan.problems),
        *((one.span.source, one.span.start, one.message) for one in workspace.links.problems),
    ]
    return [(source.path, source.locator(start).text(), message.text()) for source, start, message in told]


def test_files_that_go_on_with_a_plan_are_part_of_it(tmp_path: Path) -> None:
    workspace = load(tmp_path, 头=HEAD, 分=PART)
    assert goals(workspace) == [[("总", "头"), ("分", "分")]]
    assert problems(workspace) == []
    assert [file.path for file in workspace.plans[0].files] == ["头.plan", "分.plan"]


def test_their_order_is_that_of_their_numbers_and_the_header_is_first(tmp_path: Path) -> None:
    names = ["第十章", "10", "第二章", "2", "附"]
    files = {name: f"# 分\ncontinues 「甲市十五五」\n目标 分{at} {{}}\n" for at, name in enumerate(names)}
    workspace = load(tmp_path, **files, 总=HEAD)
    assert [file.path for file in workspace.plans[0].files[1:]] == [
        *("2.plan", "10.plan", "第二章.plan", "第十章.plan", "附.plan")
    ]
    assert problems(workspace) == []


def test_a_plan_is_checked_whole_when_one_of_its_files_is_named(tmp_path: Path) -> None:
    (tmp_path / "plancheck.toml").write_text("", encoding="utf-8")
    (tmp_path / "下").mkdir()
    (tmp_path / "下" / "分.plan").write_text(PART, encoding="utf-8")
    workspace = load(tmp_path, "下/分.plan", 头=HEAD, 乙="规划 乙 {}\n")
    assert [(plan.name, plan.role) for plan in workspace.plans] == [("乙", "upper"), ("甲市十五五", "checked")]
    assert [file.path for file in workspace.plans[1].files] == ["头.plan", "下/分.plan"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"分": PART},
            [("分.plan", "第1行", "这个文件是「甲市十五五」的续篇，没有找到写着“规划 甲市十五五”的文件")],
        ),
        (
            {"头": HEAD, "分": PART.replace("甲市十五五", "甲市十五五规划")},
            [("分.plan", "第1行", "没有名为「甲市十五五规划」的规划可续，工作区里有一部名称相近，先算它的续篇")],
        ),
        (
            {"头": HEAD, "分": PART + "目标 总 {}\n"},
            [("分.plan", "第3行", "目标「总」重名")],
        ),
        (
            {"头": HEAD, "头二": HEAD.replace("目标 总", "目标 又"), "分": PART},
            [("头二.plan", "第1行", "规划「甲市十五五」重名")],
        ),
        (
            {"头": HEAD, "分": PART + "规划 甲市十五五 {}\n"},
            [("分.plan", "第3行", "这个文件是「甲市十五五」的续篇，里面不再写“规划”；另一部规划要另存一个文件")],
        ),
        (
            {"头": HEAD + "续 甲市十五五\n"},
            [("头.plan", "第3行", "“续”只写在文件开头，别的声明写在它后面")],
        ),
        (
            {"头": HEAD, "分": "续 甲市十五五 { 层级：市 }\n"},
            [
                (
                    *("分.plan", "第1行"),
                    "“续”只写规划的名称，不带大括号；规划的字段写在有“规划 甲市十五五 {…}”的文件里",
                )
            ],
        ),
        ({"分": "续\n目标 乙 {}\n"}, [("分.plan", "第1行", "“续”后面缺规划的名称")]),
        ({"头": HEAD, "分": "续：甲市十五五\n"}, [("分.plan", "第1行", "“续”后面缺规划的名称")]),
    ],
)
def test_what_does_not_fit_is_told_once_and_where(
    tmp_path: Path, files: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    assert problems(load(tmp_path, **files)) == expected


def test_files_without_the_one_they_go_on_with_are_one_plan(tmp_path: Path) -> None:
    workspace = load(tmp_path, 一=PART, 二="续 甲市十五五\n举措 工程 { 支撑：分 }\n")
    assert [plan.name for plan in workspace.plans] == ["甲市十五五"]
    # What they name may be in the file that is not there; each of them says that it is not.
    assert [(path, place) for path, place, _ in problems(workspace)] == [("一.plan", "第1行"), ("二.plan", "第1行")]


def test_a_stale_copy_of_one_of_the_files_is_told_and_hides_nothing(tmp_path: Path) -> None:
    more = "目标 {} {{ 上级目标：总 }}\n"
    files = {"头": HEAD, "分": PART + more.format("丙"), "分 - 副本": PART + more.format("丁")}
    workspace = load(tmp_path, **files, 副本说明="续 甲市十五五\n" + more.format("戊"))
    assert goals(workspace) == [[("总", "头"), ("分", "分"), ("丙", "分"), ("戊", "副本说明")]]
    assert [(one.copy.path, one.taken.path) for one in workspace.copies] == [("分 - 副本.plan", "分.plan")]
    asked = load(tmp_path, "分 - 副本.plan")
    assert [(one.copy.path, one.asked) for one in asked.copies] == [("分.plan", True)]


def test_chapters_in_files_of_their_own_are_no_versions_of_one_another(tmp_path: Path) -> None:
    workspace = load(tmp_path, 头=HEAD, 第1章=PART, 第2章="续 甲市十五五\n目标 分 {}\n目标 乙 {}\n目标 丙 {}\n")
    assert workspace.copies == []
    assert problems(workspace) == [("第2章.plan", "第2行", "目标「分」重名")]


def test_a_file_that_the_configuration_leaves_out_is_told(tmp_path: Path) -> None:
    (tmp_path / "plancheck.toml").write_text('[workspace]\nplans = ["头.plan"]\n', encoding="utf-8")
    workspace = load(tmp_path, 头=HEAD, 分=PART, 另="规划 另一部 {}\n", 另续="续 另一部\n")
    assert [remark.text() for remark in workspace.remarks] == [
        "分.plan：是规划「甲市十五五」的续篇，plancheck.toml 的 plans 没有写到它，没有查"
    ]
    assert goals(workspace) == [[("总", "头")]]


def test_a_file_that_is_left_out_in_another_folder_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "plancheck.toml").write_text('[workspace]\nplans = ["头.plan"]\n', encoding="utf-8")
    for folder, text in (("部门", PART), ("别处", "续 另一部\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "章.plan").write_text(text, encoding="utf-8")
    assert [remark.text() for remark in load(tmp_path, 头=HEAD).remarks] == [
        "部门/章.plan：是规划「甲市十五五」的续篇，plancheck.toml 的 plans 没有写到它，没有查"
    ]
