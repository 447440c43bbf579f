"""``plancheck new``: what it writes can be used as it is."""

from pathlib import Path

import pytest

from checker.workspace import load_workspace
from tests.doors.conftest import Run


def test_a_new_workspace_has_nothing_wrong(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "我的 规划"
    ran = run("new", "workspace", folder)
    assert (ran.status, ran.err) == (0, "")
    assert [line.removeprefix(f"已写：{folder}/") for line in ran.out.splitlines()] == [
        "plancheck.toml",
        "规划/云川开发区十五五.plan",
        "上位规划/云川市十五五.plan",
        "说明.md",
    ]
    checked = run(folder, "--gate", "info")
    assert "没有查出问题" in checked.out
    assert checked.status == 0
    assert run("fmt", "--check", folder).status == 0


def test_every_line_of_the_configuration_can_be_switched_on(run: Run, tmp_path: Path) -> None:
    run("new", "workspace", tmp_path / "甲")
    path = tmp_path / "甲" / "plancheck.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], *(line.removeprefix("# ") for line in lines[1:])]), encoding="utf-8")
    (tmp_path / "甲" / "规则").mkdir()
    workspace = load_workspace([tmp_path / "甲"], tmp_path)
    assert workspace.config.rules.off == ("PC206",)
    assert workspace.config.check.stage == "review_draft"


@pytest.mark.parametrize(
    ("period", "word", "years"),
    [("2026—2030", "十五五", "2026—2030"), ("十四五", "十四五", "2021—2025"), ("2026-2030年", "十五五", "2026—2030")],
)
def test_a_workspace_of_a_period_has_the_nations_outline_above(
    run: Run, tmp_path: Path, period: str, word: str, years: str
) -> None:
    folder = tmp_path / "甲"
    ran = run("new", "workspace", folder, "--period", period)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith(f"上位规划：国家{word}，plancheck 自带，不在文件夹里\n")
    text = (folder / "规划" / f"云川开发区{word}.plan").read_text(encoding="utf-8")
    assert f"上位规划：云川市{word}、国家{word}\n" in text
    assert f"规划期：{years}" in text
    workspace = load_workspace([folder], tmp_path)
    assert [plan.name for plan in workspace.plans if plan.role == "upper"] == [f"云川市{word}", f"国家{word}"]
    checked = run(folder, "--gate", "info")
    assert "没有查出问题" in checked.out
    assert checked.status == 0
    assert run("fmt", "--check", folder).status == 0


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2026—2029", "“2026—2029”不是五年规划的规划期"),
        ("明年", "“明年”不是五年规划的规划期"),
        ("2016—2020", "没有自带「国家十三五」，自带的有国家十五五、国家十四五"),
    ],
)
def test_a_period_that_is_none_or_has_no_outline_is_told(run: Run, tmp_path: Path, period: str, told: str) -> None:
    ran = run("new", "workspace", tmp_path / "甲", "--period", period)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert told in ran.err
    assert not (tmp_path / "甲").exists()


def test_a_folder_with_something_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "甲.plan").write_text("", encoding="utf-8")
    for target in (tmp_path, tmp_path / "甲.plan"):
        ran = run("new", "workspace", target)
        assert (ran.status, ran.err) == (2, f"plancheck：{target} 已经有内容，换一个文件夹\n")


def test_a_new_rule_is_written_where_its_like_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "2-goals").mkdir()
    assert run("new", "rule", "pc216", "no-such-thing", "--folder", tmp_path).status == 0
    written = tmp_path / "2-goals" / "PC216-no-such-thing.rule"
    assert "规则 PC216 待定名（no-such-thing）{" in written.read_text(encoding="utf-8")
    ran = run("new", "rule", "PC216", "another-thing", "--folder", tmp_path)
    assert (ran.status, ran.err) == (2, f"plancheck：PC216 已经有了：{written}\n")


def test_a_new_rule_without_folders_lies_in_the_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "rule", "XM101", "no-such-thing")
    assert Path("rules/XM101-no-such-thing.rule").is_file()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("X1", "no-thing"), "“X1”不能作规则编号，要两个以上字母加三位以上数字，如 XM101"),
        (("XM101", "Thing"), "“Thing”不能作英文名，要小写单词用 - 连起来，如 orphan-measure"),
        (("XM101", "../thing"), "“../thing”不能作英文名，要小写单词用 - 连起来，如 orphan-measure"),
    ],
)
def test_a_code_and_a_slug_have_their_form(run: Run, tmp_path: Path, words: tuple[str, str], sentence: str) -> None:
    ran = run("new", "rule", *words, "--folder", tmp_path)
    assert (ran.status, ran.err) == (2, f"plancheck：{sentence}\n")
    assert not list(tmp_path.iterdir())
