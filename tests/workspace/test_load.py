"""Files → linked plans: what the run is about, and what it is held against."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.workspace import ConfigError, Workspace, load_workspace
from checker.workspace.near import NearNames

LOWER = "规划 某区十四五 { 上位规划：某市十四五 }\n目标 甲 { 承接：某市十四五.乙 }\n"
UPPER = "规划 某市十四五 { 全称：《某市规划纲要》 }\n目标 乙 { }\n"


def folder(root: Path, **files: str) -> Path:
    for name, text in files.items():
        (root / f"{name}.plan").write_text(text, encoding="utf-8")
    return root


def roles(workspace: Workspace) -> dict[str, str]:
    return {plan.name: plan.role for plan in workspace.plans}


def test_the_plans_of_a_folder_are_linked(tmp_path: Path) -> None:
    workspace = load_workspace([folder(tmp_path, 区=LOWER, 市=UPPER)], tmp_path)
    assert (workspace.links.problems, workspace.links.absent, workspace.unreadable) == ([], [], [])
    assert [plan.source.path for plan in workspace.plans] == ["区.plan", "市.plan"]


def test_an_upper_plan_is_there_to_be_held_against(tmp_path: Path) -> None:
    workspace = load_workspace([folder(tmp_path, 区=LOWER, 市=UPPER)], tmp_path)
    assert roles(workspace) == {"某区十四五": "checked", "某市十四五": "upper"}
    assert [plan.name for plan in workspace.checked] == ["某区十四五"]


def test_an_upper_plan_called_by_its_full_name_too(tmp_path: Path) -> None:
    lower = "规划 某区十四五 { 上位规划：《某市规划纲要》 }\n"
    workspace = load_workspace([folder(tmp_path, 区=lower, 市=UPPER)], tmp_path)
    assert roles(workspace) == {"某区十四五": "checked", "某市十四五": "upper"}


def test_a_file_that_is_named_is_checked(tmp_path: Path) -> None:
    folder(tmp_path, 区=LOWER, 市=UPPER)
    workspace = load_workspace([tmp_path / "市.plan"], tmp_path)
    assert roles(workspace)["某市十四五"] == "checked"
    assert workspace.links.problems == []


def test_plans_that_name_each_other_are_all_checked(tmp_path: Path) -> None:
    texts = {"甲": "规划 甲 { 上位规划：乙 }", "乙": "规划 乙 { 上位规划：甲 }", "丙": "规划 丙 { }"}
    workspace = load_workspace([folder(tmp_path, **texts)], tmp_path)
    assert roles(workspace) == {"甲": "checked", "乙": "checked", "丙": "checked"}


def test_one_unreadable_file_among_many(tmp_path: Path) -> None:
    folder(tmp_path, 区=LOWER, 市=UPPER)
    (tmp_path / "坏.plan").write_bytes(b"\0\1\2")
    workspace = load_workspace([tmp_path], tmp_path)
    assert [message.text() for message in workspace.unreadable] == ["坏.plan：不是文本文件"]
    assert sorted(roles(workspace)) == ["某区十四五", "某市十四五"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, newline: str) -> None:
    (tmp_path / "区 一.plan").write_bytes(LOWER.replace("\n", newline).encode(encoding))
    (tmp_path / "市.plan").write_bytes(UPPER.replace("\n", newline).encode(encoding))
    workspace = load_workspace([tmp_path], tmp_path)
    assert workspace.links.problems == []
    assert [len(plan.problems) for plan in workspace.plans] == [0, 0]


def test_an_empty_file_says_so_and_stops_nobody(tmp_path: Path) -> None:
    workspace = load_workspace([folder(tmp_path, 区=LOWER, 市=UPPER, 空="")], tmp_path)
    empty = next(plan for plan in workspace.plans if not plan.name)
    assert [p.message.text() for p in empty.problems] == ["文件开头没有“规划 名称 {…}”"]
    assert workspace.links.problems == []


def test_two_empty_files_are_not_two_plans_of_one_name(tmp_path: Path) -> None:
    workspace = load_workspace([folder(tmp_path, 甲="", 乙="")], tmp_path)
    assert workspace.links.problems == []
    assert [plan.role for plan in workspace.plans] == ["checked", "checked"]


def test_a_shipped_plan_asked_for_by_name(tmp_path: Path) -> None:
    (tmp_path / "plancheck.toml").write_text('[workspace]\nshipped = ["河南省十四五"]\n', encoding="utf-8")
    workspace = load_workspace([folder(tmp_path, 区="规划 甲 { 上位规划：河南省十四五 }")], tmp_path)
    assert roles(workspace) == {"甲": "checked", "河南省十四五": "upper"}
    assert [absent.name for absent in workspace.links.absent if absent.plan.role == "checked"] == []
    shipped = next(plan for plan in workspace.plans if plan.role == "upper")
    assert shipped.source.path == "<plancheck>/henan/河南省十四五.plan"


def test_a_configuration_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "plancheck.toml").write_text("[workspace\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        load_workspace([folder(tmp_path, 区=LOWER)], tmp_path)


# ---- near names


def test_near_names_are_at_most_four_and_the_nearest_first() -> None:
    names = NearNames(["地区生产总值", "人均地区生产总值", "地区生产总值增速", "生产总值", "总产值", "常住人口"])
    found = names.find("地区生产总直")
    assert found[0] == "地区生产总值"
    assert len(found) == 4
    assert "常住人口" not in found


def test_near_names_do_not_depend_on_order() -> None:
    names = ["甲乙丙", "甲乙丁", "甲乙戊", "甲乙己", "甲乙庚"]
    assert NearNames(names).find("甲乙") == NearNames(names[::-1]).find("甲乙")


def test_near_names_give_up_once_their_budget_is_spent() -> None:
    names = NearNames(f"甲乙{index}" for index in range(20_000))
    assert names.find("甲乙0x")
    assert [names.find("甲乙0x") for _ in range(200)][-1] == []


@pytest.mark.parametrize("word", ["", "甲", "甲" * 100_000])
def test_words_that_have_no_near_names(word: str) -> None:
    assert NearNames(["乙丙", "丁" * 100_000]).find(word) == []
