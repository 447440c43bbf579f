"""Fields that an office declares in `plancheck.toml`: read, checked, listed, shown and compared like the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.conftest import Run

CONFIG = """\
[字段.专班]
用于 = ["举措", "目标"]
类型 = "选项"
取值 = ["产业专班", "民生专班"]
意思 = "由哪个专班盯"

[字段.标签]
用于 = ["举措"]
类型 = "标签"
取值 = ["市长督办", "民生实事"]

[字段.会办]
用于 = "举措"
类型 = "引用"
指向 = ["目标"]

[字段.上会]
kinds = ["measure"]
type = "日期"

[字段.预算]
kinds = ["measure"]
type = "数"

[字段.备忘]
kinds = ["plan", "measure"]
type = "文字"

[规则]
规则包 = ["本办规则"]
"""
PLAN = """\
规划 甲市十五五 { 规划期：2026—2030    备忘：“第三稿” }
目标 总 { 类型：总目标    专班：产业专班 }
举措 集群 { 支撑：总    专班：民生专班    标签：市长督办、民生实事    会办：总    预算：3亿元 }
举措 养老 { 支撑：总    标签：民生实事    上会：2026年5月 }
"""
RULE = """\
规则 BG001 督办的要上会（watched-on-agenda）{
  级别：警告
  依据：编制惯例（无文号）
  凡 举措 甲，甲.标签 含 “市长督办”，甲 无 上会
  否则：“「{甲}」是市长督办的，没有写上会的时间”
  指向：甲.名称
  建议：“用‘上会：’写明时间”
  正例 “写了” { 举措 甲 { 标签：市长督办    上会：2026年3月 } }
  反例 “没有写” { 举措 〖甲〗 { 标签：市长督办 } }
}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plancheck.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "甲.plan").write_text(PLAN, encoding="utf-8")
    (tmp_path / "本办规则").mkdir()
    (tmp_path / "本办规则" / "BG001.rule").write_text(RULE, encoding="utf-8")
    return tmp_path


def found(run: Run) -> list[str]:
    told = run("check", ".", "--select", "PC101,PC103", "--format", "csv").out
    return [line for line in told.splitlines() if "PC1" in line and "--select" not in line]


def test_they_are_read_and_rules_may_name_them(run: Run, folder: Path) -> None:
    assert found(run) == []
    ran = run("check", ".", "--select", "BG001")
    assert "「集群」是市长督办的，没有写上会的时间" in ran.out
    assert "警告 1" in ran.out
    assert run("rules", "test").status == 0


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("专班：产业专班", "专斑：产业专班", "没有“专斑”这个字段"),
        ("专班：产业专班", "专班：产业班", "“专班”不能写“产业班”，可写：产业专班、民生专班"),
        ("标签：民生实事", "标签：民生实时", "“标签”不能写“民生实时”，可写：市长督办、民生实事"),
        ("会办：总", "会办：总的", "「总的」没有定义"),
        ("类型：总目标", "类型：总目标    标签：民生实事", "“目标”没有“标签”这个字段"),
        ("上会：2026年5月", "上会：“下月”", "“上会”后面要写日期"),
    ],
)
def test_what_is_not_declared_is_told(run: Run, folder: Path, old: str, new: str, told: str) -> None:
    (folder / "甲.plan").write_text(PLAN.replace(old, new), encoding="utf-8")
    assert [told in line for line in found(run)] == [True]


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("甲.专班 为 民生专班", ["集群"]),
        ("甲.标签 含 “民生实事”", ["集群", "养老"]),
        ("甲.预算 > 2亿元", ["集群"]),
        ("甲.会办 含 乙，乙.专班 为 产业专班", None),
        ("甲 有 上会", ["养老"]),
    ],
)
def test_lists_have_them_as_columns_and_may_be_asked_for_them(
    run: Run, folder: Path, where: str, names: list[str] | None
) -> None:
    ran = run("list", "举措", "--where", where, "--format", "csv")
    if names is None:
        assert ran.status == 2
        return
    head, *rows = ran.out.lstrip("\ufeff").splitlines()
    assert head.split(",")[:4] == ["在哪里", "名称", "支撑", "专班"] or "标签" in head
    assert [row.split(",")[1] for row in rows] == names


def test_fmt_the_report_and_a_comparison_know_them(run: Run, folder: Path) -> None:
    path = folder / "甲.plan"
    path.write_text(PLAN.replace("    专班：民生专班", " 专班:民生专班"), encoding="utf-8")
    assert run("fmt", ".").status == 0
    assert path.read_text(encoding="utf-8") == PLAN
    assert run("snapshot", ".").status == 0
    path.write_text(PLAN.replace("专班：民生专班", "专班：产业专班"), encoding="utf-8")
    assert "举措「集群」 专班：民生专班 → 产业专班" in run("diff", "快照:第1轮", ".").out
    run("report", ".", "-o", "报告")
    pages = [path.read_text(encoding="utf-8") for path in (folder / "报告").rglob("*.html")]
    assert any("预算" in page and "3亿元" in page for page in pages)


def test_a_trial_reads_them_too(run: Run, folder: Path) -> None:
    text = PLAN + "指标 人口 { 单位：万人    2030年：目标 10 }\n"
    (folder / "甲.plan").write_text(text, encoding="utf-8")
    assert "2030年10 → 12" in run("whatif", ".", "--set", "人口.2030=12").out


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('类型 = "选项"\n用于 = "举措"', "第1行：“字段.专班”：类型是“选项”，还要写“取值”"),
        ('类型 = "文字"\n用于 = "举措"\n取值 = ["甲"]', "类型是“文字”，不写“取值”"),
        ('类型 = "标签"\n用于 = "举措"\n取值 = ["甲", "甲"]', "“取值”里有一个写了两次"),
        ('类型 = "引用"\n用于 = "举措"', "类型是“引用”，还要写“指向”"),
        ('类型 = "数"\n用于 = "举措"\n指向 = "目标"', "类型是“数”，不写“指向”"),
        ('用于 = "举措"', "还要写“类型”：文字、名称"),
        ('类型 = "数"', "还要写“用于”哪种声明"),
        ('类型 = "选择"\n用于 = "举措"', "第2行：“字段.专班.类型”要写下列之一"),
        ('类型 = "数"\n用于 = "目的"', "第3行：“字段.专班.用于”要写下列之一"),
        ('类型 = "数"\n用于 = "举措"\n取直 = "甲"', "没有“字段.专班.取直”这个键，是否指“取值”"),
        ('类型 = "数"\n用于 = "举措"\n[字段.期限]\n类型 = "数"\n用于 = "目标"', "“期限”是规划语言里已有的词"),
        ('类型 = "数"\n用于 = "举措"\n[字段.目标]\n类型 = "数"\n用于 = "目标"', "“目标”是规划语言里已有的词"),
        ('类型 = "数"\n用于 = "举措"\n[字段."第1号"]\n类型 = "数"\n用于 = "目标"', "“第1号”不能作字段的名称"),
    ],
)
def test_a_wrong_declaration_is_told_in_one_line(run: Run, folder: Path, table: str, told: str) -> None:
    (folder / "plancheck.toml").write_text(f"[字段.专班]\n{table}\n", encoding="utf-8")
    for command in ("check", "fmt"):
        ran = run(command, ".")
        assert (ran.status, told in ran.err, ran.err.count("\n")) == (2, True, 1), ran.err
