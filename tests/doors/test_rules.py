"""``plancheck rules`` and ``plancheck explain``."""

from pathlib import Path

import pytest

from checker.checks import load_packs
from tests.doors.conftest import Run
from tests.snapshots import Snapshot

GOOD = """\
规则 XM101 指标缺来源（unsourced-figure）{
  级别：提示；送审稿起为警告
  依据：编制惯例（无文号）
  说明：“指标要写明来源。” “An indicator names its source.”
  不查：“来源是否可靠。” “Whether the source can be trusted.”
  凡 指标 甲，甲 无 来源
  不得有 目标 乙，使 甲 衡量 乙
  否则：“指标「{甲}」没有来源” “indicator {甲} has no source”
  指向：甲.名称
  建议：“写‘来源：’” “write 来源：”
  正例 “有来源” {
    指标 甲 { 来源：《公报》 }
      目标 乙 { 衡量指标：甲 }
  }
  反例 “没有来源” { 指标 〖甲〗 {}  目标 乙 { 衡量指标：甲 } }
}
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a pack of its own, and the current folder."""
    (tmp_path / "规则").mkdir()
    (tmp_path / "规则" / "XM101-unsourced-figure.rule").write_text(GOOD, encoding="utf-8")
    (tmp_path / "plancheck.toml").write_text('[rules]\npacks = ["规则"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_rule_is_explained_from_its_file_and_its_examples(run: Run, workspace: Path, snapshot: Snapshot) -> None:
    for word in ("XM101", "xm101", "unsourced-figure"):
        ran = run("explain", word)
        assert (ran.status, ran.err) == (0, "")
        snapshot("rule-page.md", ran.out)


def test_a_rule_is_explained_in_english(run: Run, workspace: Path) -> None:
    out = run("explain", "XM101", "--lang", "en").out
    assert out.startswith(
        "# XM101 unsourced figure\n\nAn indicator names its source.\n\n"
        "- Severity: info; warning from review draft on\n- Basis: drafting practice (no document)\n- Pack: 规则\n"
    )
    assert "\nSays: indicator 甲 has no source\n\nAdvice: write 来源：\n" in out


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("orphan-mesure", "没有规则「orphan-mesure」；是否指“orphan-measure”"),
        ("孤立举施", "没有规则「孤立举施」；是否指“孤立举措”"),
        ("天外", "没有规则「天外」，全部规则见 plancheck rules list"),
    ],
)
def test_a_rule_that_is_not_there_is_one_line(run: Run, word: str, sentence: str) -> None:
    ran = run("explain", word)
    assert (ran.status, ran.out, ran.err) == (2, "", f"plancheck：{sentence}\n")


def test_all_rules_are_listed(run: Run, workspace: Path) -> None:
    ran = run("rules", "list")
    assert (ran.status, ran.err) == (0, "")
    lines = [line.split() for line in ran.out.splitlines()]
    assert lines[0] == ["编号", "英文名", "名称", "级别"]
    assert ["PC201", "orphan-measure", "孤立举措", "警告；送审稿起为错误"] in lines
    assert lines[-1] == ["XM101", "unsourced-figure", "指标缺来源", "提示；送审稿起为警告"]
    assert [line[0] for line in lines[1:]] == [rule.code for rule in load_packs(["规则"], workspace).rules]


def test_examples_that_hold_are_zero(run: Run, workspace: Path) -> None:
    for target in ("规则", "规则/XM101-unsourced-figure.rule"):
        ran = run("rules", "test", target)
        assert (ran.status, ran.out, ran.err) == (0, "规则 1 条，例子 2 个，全部通过\n", "")


def test_examples_that_fail_are_shown_at_their_place(run: Run, workspace: Path) -> None:
    path = workspace / "规则" / "XM101-unsourced-figure.rule"
    path.write_text(GOOD.replace("反例 “没有来源” { 指标 〖甲〗", "反例 “没有来源” { 〖指标〗 甲"), encoding="utf-8")
    ran = run("rules", "test", "规则")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == (
        "规则/XM101-unsourced-figure.rule:15:7: 错误 XM101 指标缺来源\n"
        "  15 |   反例 “没有来源” { 〖指标〗 甲 {}  目标 乙 { 衡量指标...\n"
        "     |          ^^^^^^^^\n"
        "     反例“没有来源”不通过：发现在「甲」，标的是「指标」\n"
        "     依据：规则语言\n\n"
        "规则 1 条，例子 2 个，不通过 1 个\n"
    )


def test_a_faulty_rule_file_is_shown_at_its_fault(run: Run, workspace: Path) -> None:
    path = workspace / "规则" / "XM101-unsourced-figure.rule"
    path.write_text(GOOD.replace("指向：甲.名称", "指向：丁.名称"), encoding="utf-8")
    for command in (["rules", "test", "规则"], ["rules", "list"], ["rules", "test"]):
        ran = run(*command)
        assert ran.status == 1
        assert "规则/XM101-unsourced-figure.rule:9:" in ran.out


def test_a_new_rule_fails_until_it_is_written(run: Run, workspace: Path) -> None:
    run("new", "rule", "XM102", "nothing-yet", "--folder", "规则")
    ran = run("rules", "test", "规则/XM102-nothing-yet.rule")
    assert ran.status == 1
    assert ran.out.endswith("规则 1 条，例子 2 个，不通过 2 个\n")


def test_only_what_is_named_is_tested(run: Run, workspace: Path) -> None:
    from checker import resources

    ran = run("rules", "test", resources.rules_folder() / "1-reference" / "PC103-unknown-reference.rule")
    assert ran.out.startswith("规则 1 条，")


def test_what_is_not_there_is_one_line(run: Run, workspace: Path) -> None:
    ran = run("rules", "test", "无")
    assert (ran.status, ran.err) == (2, "plancheck：无：没有这个文件或文件夹\n")


def test_pages_are_written_for_every_rule(run: Run, workspace: Path, snapshot: Snapshot) -> None:
    ran = run("rules", "docs", "-o", "说明")
    assert (ran.status, ran.out) == (0, "已写：说明\n")
    codes = [rule.code for rule in load_packs(["规则"], workspace).rules]
    assert sorted(path.stem for path in Path("说明").iterdir()) == sorted([*codes, "index"])
    snapshot("rule-page.md", Path("说明/XM101.md").read_text(encoding="utf-8"))
    assert "- [XM101 指标缺来源](XM101.md)\n" in Path("说明/index.md").read_text(encoding="utf-8")
