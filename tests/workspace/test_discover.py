"""Which files belong to a workspace."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.workspace.config import Members, SettingError, WorkspaceConfig, load_config
from checker.workspace.discover import Listing, find_workspace, plan_files


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")


def configured(**members: tuple[str, ...]) -> WorkspaceConfig:
    return WorkspaceConfig(Members(**members), path="plancheck.toml")


def roles(listing: Listing, root: Path) -> dict[str, str]:
    """Path under the root → role, in the order of the listing."""
    return {Path(os.path.relpath(path, root)).as_posix(): role for path, role in listing.files}


def remarks(listing: Listing, lang: str = "zh") -> list[str]:
    return [remark.text(lang) for remark in listing.remarks]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "云川 开发区"
    make(root, "b.plan", "a.plan", "说明.txt", "第一轮/子 文件夹/c.plan", "市/市.plan", "市/省/省.plan")
    return root


def test_the_nearest_folder_with_a_configuration_is_the_workspace(root: Path) -> None:
    assert find_workspace(root / "市" / "省") == root / "市" / "省"
    assert find_workspace(root / "市" / "市.plan") == root / "市"
    assert find_workspace(root / "市" / "没有.plan") == root / "市"
    make(root, "plancheck.toml")
    assert find_workspace(root / "市" / "省") == root
    assert find_workspace(root / "市" / "省" / "省.plan") == root
    make(root, "市/plancheck.toml")
    assert find_workspace(root / "市" / "省" / "省.plan") == root / "市"


def test_relative_paths(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(root, "plancheck.toml")
    monkeypatch.chdir(root / "市")
    assert find_workspace(Path("省")) == root
    assert find_workspace(Path()) == root
    assert roles(plan_files(Path(".."), configured(), [Path("市.plan")]), root)["市/市.plan"] == "checked"


def test_without_a_configuration_every_plan_below_is_checked(root: Path) -> None:
    make(root, ".草稿/x.plan", ".x.plan", "site/x.plan", "node_modules/x.plan", ".venv/x.plan", "大写.PLAN")
    found = roles(plan_files(root, WorkspaceConfig()), root)
    expected = ["a.plan", "b.plan", "大写.PLAN", "市/市.plan", "市/省/省.plan", "第一轮/子 文件夹/c.plan"]
    assert found == dict.fromkeys(sorted(expected), "checked")
    assert list(found) == sorted(expected)


def test_a_named_file_is_checked_and_those_beside_it_are_referred_to(root: Path) -> None:
    listing = plan_files(root, WorkspaceConfig(), [root / "a.plan"])
    assert roles(listing, root) == {"a.plan": "checked", "b.plan": "upper"}


def test_a_named_file_is_taken_as_it_is(root: Path) -> None:
    listing = plan_files(root, WorkspaceConfig(), [root / "没有.plan", root / "说明.txt", root / "说明.txt"])
    assert roles(listing, root) == {"a.plan": "upper", "b.plan": "upper", "没有.plan": "checked", "说明.txt": "checked"}


def test_several_named_folders(root: Path, tmp_path: Path) -> None:
    make(tmp_path, "别处/d.plan")
    listing = plan_files(root / "第一轮", WorkspaceConfig(), [root / "第一轮", tmp_path / "别处"])
    assert set(roles(listing, root).items()) == {("第一轮/子 文件夹/c.plan", "checked"), ("../别处/d.plan", "checked")}


def test_a_folder_above_a_named_file_is_wholly_checked(root: Path) -> None:
    listing = plan_files(root / "市", WorkspaceConfig(), [root / "市" / "市.plan", root])
    assert roles(listing, root) == roles(plan_files(root, WorkspaceConfig()), root)


def test_patterns_tell_checked_from_upper(root: Path) -> None:
    listing = plan_files(root, configured(plans=("*.plan",), upper=("市/**/*.plan",)))
    assert roles(listing, root) == {
        "a.plan": "checked",
        "b.plan": "checked",
        "市/市.plan": "upper",
        "市/省/省.plan": "upper",
    }
    assert not listing.remarks


@pytest.mark.parametrize("pattern", ["市", "市/", "./市", "市/**", "**/?.plan", "市**/**/**/*.plan"])
def test_spellings_of_a_pattern(root: Path, pattern: str) -> None:
    listing = plan_files(root, configured(plans=("第一轮",), upper=(pattern,)))
    upper = {path for path, role in roles(listing, root).items() if role == "upper"}
    assert {"市/市.plan", "市/省/省.plan"} <= upper


def test_upper_outweighs_plans(root: Path) -> None:
    found = roles(plan_files(root, configured(upper=("市/**/*.plan",))), root)
    assert found["市/市.plan"] == "upper"
    assert found["a.plan"] == "checked"


def test_with_a_configuration_a_named_file_keeps_the_rest_at_hand(root: Path) -> None:
    config = configured(plans=("*.plan",), upper=("市",))
    listing = plan_files(root, config, [root / "a.plan"])
    assert roles(listing, root) == {
        "a.plan": "checked",
        "b.plan": "upper",
        "市/市.plan": "upper",
        "市/省/省.plan": "upper",
    }
    assert roles(plan_files(root, config, [root / "市" / "市.plan"]), root)["市/市.plan"] == "checked"


def test_a_pattern_without_files_is_refused(root: Path) -> None:
    with pytest.raises(SettingError) as error:
        plan_files(root, configured(plans=("a.plan",), upper=("市/省/者.plan",)))
    assert error.value.key == ("workspace", "upper")
    assert error.value.message.text() == "没有“市/省/者.plan”这样的文件；是否指“市/省/省.plan”"


def test_a_pattern_whose_files_are_all_upper_plans_has_files(root: Path) -> None:
    listing = plan_files(root, configured(plans=("市/市.plan", "a.plan"), upper=("市",)))
    assert roles(listing, root)["市/市.plan"] == "upper"


def test_two_spellings_of_one_character(tmp_path: Path) -> None:
    make(tmp_path, "Que\u0301.plan")
    listing = plan_files(tmp_path, configured(plans=("Qu\u00e9.plan",)))
    assert [role for _, role in listing.files] == ["checked"]


def test_a_pattern_of_many_stars_does_not_hang(tmp_path: Path) -> None:
    make(tmp_path, "a" * 200 + ".plan", "/".join("b" * 60) + "/b.plan")
    # A search that tried every way to fit the stars would not come back in a lifetime.
    with pytest.raises(SettingError):
        plan_files(tmp_path, configured(plans=("*a" * 60 + "b", "**/b/" * 40 + "c")))


needs_links = pytest.mark.skipif(os.name == "nt", reason="making links takes a right on Windows")


@needs_links
def test_links_out_of_the_workspace_are_not_followed(root: Path, tmp_path: Path) -> None:
    make(tmp_path, "外面/x.plan", "外面/说明.txt")
    (root / "链接.plan").symlink_to(tmp_path / "外面" / "x.plan")
    (root / "文件夹").symlink_to(tmp_path / "外面", target_is_directory=True)
    (root / "说明2.txt").symlink_to(tmp_path / "外面" / "说明.txt")
    (root / "断.plan").symlink_to(tmp_path / "外面" / "没有.plan")
    listing = plan_files(root, WorkspaceConfig())
    assert not {"链接.plan", "文件夹/x.plan", "断.plan"} & set(roles(listing, root))
    assert sorted(remarks(listing)) == [
        f"{name}：符号链接指向工作区以外，没有读" for name in sorted(("文件夹", "断.plan", "链接.plan"))
    ]
    assert "文件夹: the symbolic link leads out of the workspace and was not followed" in remarks(listing, "en")


@needs_links
def test_a_link_that_the_reader_names_is_trusted(root: Path, tmp_path: Path) -> None:
    make(tmp_path, "外面/x.plan")
    (root / "链接.plan").symlink_to(tmp_path / "外面" / "x.plan")
    listing = plan_files(root, WorkspaceConfig(), [root / "链接.plan"])
    assert roles(listing, root)["链接.plan"] == "checked"
    assert not listing.remarks


@needs_links
def test_links_inside_give_each_file_once(root: Path) -> None:
    (root / "市" / "回").symlink_to(root, target_is_directory=True)
    (root / "又.plan").symlink_to(root / "a.plan")
    (root / "圈.plan").symlink_to(root / "圈.plan")
    (root / "纲要.plan").symlink_to(root / "说明.txt")
    found = roles(plan_files(root, WorkspaceConfig()), root)
    assert len({"a.plan", "又.plan"} & set(found)) == 1
    assert not any(path.startswith("市/回") for path in found)
    assert "纲要.plan" in found


@needs_links
def test_a_named_link_to_a_folder(root: Path, tmp_path: Path) -> None:
    link = tmp_path / "近道"
    link.symlink_to(root, target_is_directory=True)
    assert find_workspace(link) == link
    assert set(roles(plan_files(link, WorkspaceConfig(), [link]), link).values()) == {"checked"}
    inner = root / "本市"
    inner.symlink_to(root / "市", target_is_directory=True)
    listing = plan_files(root, configured(plans=("**/*.plan",)), [inner])
    assert {path for path, role in roles(listing, root).items() if role == "checked"} == {"市/市.plan", "市/省/省.plan"}


def test_a_closed_folder_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def closed(folder: Path) -> object:
        if folder.name == "市":
            raise PermissionError
        return scan(folder)

    monkeypatch.setattr(os, "scandir", closed)
    listing = plan_files(root, WorkspaceConfig())
    assert remarks(listing) == ["市：文件夹打不开，没有读"]
    assert set(roles(listing, root)) == {"a.plan", "b.plan", "第一轮/子 文件夹/c.plan"}


@pytest.mark.skipif(os.name == "nt", reason="Windows names are always text")
def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    folder = os.fsdecode(b"\xff\xfe")
    make(tmp_path, "外面/x.plan")
    (tmp_path / "内" / folder).mkdir(parents=True)
    (tmp_path / "内" / folder / "x.plan").symlink_to(tmp_path / "外面" / "x.plan")
    listing = plan_files(tmp_path / "内", configured(plans=("*/*.plan",)))
    assert remarks(listing)[0] == f"{folder}/x.plan：符号链接指向工作区以外，没有读"


def test_configuration_and_files_together(root: Path) -> None:
    (root / "plancheck.toml").write_text("[工作区]\n规划 = '*.plan'\n上位规划 = '市'\n", encoding="utf-8")
    found = roles(plan_files(root, load_config(root)), root)
    assert found == {"a.plan": "checked", "b.plan": "checked", "市/市.plan": "upper", "市/省/省.plan": "upper"}


def test_each_plan_may_be_named_beside_a_pattern(root: Path) -> None:
    config = configured(plans=("./a.plan", "b.plan", "第一轮/*/c.plan"), upper=("市/市.plan",))
    listing = plan_files(root, config)
    assert roles(listing, root) == {
        "a.plan": "checked", "b.plan": "checked", "市/市.plan": "upper", "第一轮/子 文件夹/c.plan": "checked",
    }  # fmt: skip
    with pytest.raises(SettingError) as refused:
        plan_files(root, configured(plans=("a.plan", "d.plan", "**/*.plan")))
    assert "d.plan" in refused.value.message.text()
