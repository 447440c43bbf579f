"""Every word of an option, argument or setting that should name something and does not is refused with the nearest.

The words are found by looking at the commands and at the configuration, so that a new one is missed by this test.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import UnionType
from typing import get_args, get_type_hints

import click
import pytest
from msgspec import Struct

from checker.doors.cli import root
from checker.doors.words import Group, OneOf
from checker.workspace.config import CheckSettings, Members, RuleSettings, WorkspaceConfig
from tests.commands import plancheck
from tests.doors.conftest import Run

PLAN = """规划 云川区十五五 {
  文种：纲要  层级：开发区  规划期：2026—2030  成稿：2026年1月  上位规划：云川市十五五
}
目标 总目标 { 类型：总目标  衡量指标：居民收入 }
指标 居民收入 {
  单位：元  属性：预期性  2025年：实际 48000  2030年：目标 70000  来源：《公报》（官方）
  承接：云川市十五五.居民收入（不低于）
}
举措 甲 { 类型：任务  支撑：总目标 }
"""
UPPER = """规划 云川市十五五 { 文种：纲要  层级：市  规划期：2026—2030  成稿：2026年1月 }
目标 总目标 { 类型：总目标  衡量指标：居民收入 }
指标 居民收入 { 单位：元  属性：约束性  2025年：实际 45000  2030年：目标 65000  来源：《公报》（官方） }
举措 甲 { 类型：任务  支撑：总目标 }
"""
#: What a plain word of a command names: the words before it, the word itself, what is near; by command and parameter,
#: by parameter alone where it means the same everywhere.
WORDS: dict[str, tuple[list[str], str]] = {
    "--stage": (["--stage", "送申稿"], "送审稿"),
    "--level": (["--level", "开发曲"], "开发区"),
    "--select": (["--select", "PC7O8"], "PC708"),
    "--ignore": (["--ignore", "orphan-mesure"], "orphan-measure"),
    "--gate": (["--gate", "eror"], "error"),
    "report --since": (["云川区.plan", "-o", "报告", "--since", "第二轮征求"], "快照:第一轮征求"),
    "snapshot --remove": (["--remove", "第二轮征求"], "第一轮征求"),
    "diff old": (["第二轮征求", "."], "快照:第一轮征求"),
    "diff new": (["快照:第一轮征求", "云川曲.plan"], "云川区.plan"),
    "explain code": (["PC7O8"], "PC708"),
    "review --name": (["云川区.plan", "--name", "居民收人"], "居民收入"),
    "whatif --set": (["云川区.plan", "--set", "居民收人.2030年=5"], "居民收入"),
    "range name": (["云川区.plan", "居民收人", "2030"], "居民收入"),
    "update --old": (["--old", "第二轮征求"], "快照:第一轮征求"),
    "update --accept": (["--accept", "al"], "all"),
    "schema name": (["histori"], "history"),
    "graph --root": (["云川区.plan", "--root", "居民收人"], "居民收入"),
    "graph --kind": (["云川区.plan", "--kind", "目标、举措施"], "举措"),
    "list kind": (["指标标"], "指标"),
    "list --columns": (["--columns", "名子"], "名称"),
    "list --where": (["--where", "甲.属姓 = 约束性"], "属性"),
}
#: Words that name nothing that is there already: texts, days, numbers, and what is to be made.
NO_NAMES = {
    # To approve, all rules have to run: both are refused whatever they name.
    *("approve --select", "approve --ignore"),
    *("--as-of", "--period", "--jobs", "--depth", "--port", "--title", "--on", "--by"),
    *("snapshot --name", "range year", "new rule code", "new rule slug"),
    # Numbers of a list, and the name of a place, which no plan has to name.
    *("align --accept", "align --place"),
}
#: Files that are written, or made.
WRITTEN = {
    "-o",
    "--output",
    "--single-file",
    "--zip",
    "--pdf",
    "--summary",
    "new workspace folder",
    "new rule --folder",
}
#: Commands need their other words first.
BEFORE: dict[str, list[str]] = {
    "annotate --": ["纲要.txt"],
    "new workspace --": ["工作区"],
    "list paths": ["指标"],
    "list --": ["指标"],
    "table path": ["主要指标"],
    "table --import": ["主要指标"],
    "comments import path": ["基线.xlsx"],
    "comments import --": ["基线.xlsx", "云川区.plan"],
    "range path": [],
    "approve --": ["--by", "示例局"],
    "update --": ["云川区.plan", "纲要.txt"],
    "update documents": ["云川区.plan"],
    "diff --": ["云川区.plan", "."],
}
AFTER: dict[str, list[str]] = {
    "new workspace --upper": ["--from", "纲要.txt"],
    "update path": ["纲要.txt"],
    "whatif path": ["--set", "居民收入.2030年=5"],
    "range path": ["居民收入", "2030"],
    "comments import tables": ["云川区.plan"],
    "table path": ["-o", "表.xlsx"],
    "table kind": ["云川区.plan"],
    "approve path": ["--by", "示例局"],
}


def parameters() -> Iterator[tuple[str, str, click.Parameter]]:
    """The words of each command, the name of a parameter that takes a word, and the parameter."""
    pending: list[tuple[list[str], click.Command]] = [([], root())]
    while pending:
        words, command = pending.pop()
        for one in command.params:
            if not getattr(one, "is_flag", False):
                yield " ".join(words), max(one.opts, key=len), one
        if isinstance(command, Group):
            pending += [([*words, name], command.load(name)) for name in command.names]


def line_of(command: str, name: str, parameter: click.Parameter) -> tuple[list[str], str] | None:
    """The words behind the command that misuse the parameter, and what was meant; None where nothing is named."""
    full = f"{command} {name}"
    if {name, full} & (NO_NAMES | WRITTEN):
        return None
    before = BEFORE.get(full, BEFORE.get(f"{command} {name[:2]}", []))
    option = [name] if name.startswith("-") else []
    if isinstance(parameter.type, OneOf):
        right = max(parameter.type.words, key=len)
        return [*before, *option, right[:-1] + "零", *AFTER.get(full, [])], right
    if isinstance(parameter.type, click.Path):
        return [*before, *option, "基线.jsn" if name == "--baseline" else "云川曲.plan", *AFTER.get(full, [])], (
            "基线.json" if name == "--baseline" else "云川区.plan"
        )
    words, near = WORDS.get(full) or WORDS[name]
    return [*before, *words], near


LINES = [
    pytest.param([*command.split(), *told[0]], told[1], id=f"{command} {name}")
    for command, name, parameter in parameters()
    if (told := line_of(command, name, parameter)) is not None
]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("名")
    (folder / "云川区.plan").write_text(PLAN, encoding="utf-8")
    (folder / "上位").mkdir()
    (folder / "上位" / "市.plan").write_text(UPPER, encoding="utf-8")
    (folder / "纲要.txt").write_text("第一章 目标\n居民收入达到70000元。\n", encoding="utf-8")
    (folder / "plancheck.toml").write_text(
        '[workspace]\nplans = ["云川区.plan"]\nupper = ["上位/"]\n', encoding="utf-8"
    )
    assert plancheck("snapshot", "--name", "第一轮征求", folder=folder).status == 0
    assert plancheck("baseline", "-o", "基线.json", folder=folder).status == 0
    return folder


@pytest.fixture
def folder(shared: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(shared)
    return shared


@pytest.mark.parametrize(("words", "near"), LINES)
def test_a_word_of_a_command_that_names_nothing_is_refused_with_the_nearest(
    run: Run, folder: Path, words: list[str], near: str
) -> None:
    before = sorted(path.name for path in folder.iterdir())
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert f"是否指“{near}”" in ran.err or f"是否指「{near}」" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert sorted(path.name for path in folder.iterdir()) == before


#: A table of the configuration by setting, and what was meant; settings that name nothing are not here.
SETTINGS: dict[str, tuple[str, str]] = {
    "workspace.plans": ('[workspace]\nplans = ["云川曲.plan"]', "云川区.plan"),
    "workspace.upper": ('[workspace]\nupper = ["商位/"]', "上位/"),
    "workspace.shipped": ('[workspace]\nshipped = ["郑州市十四王"]', "郑州市十四五"),
    "workspace.texts": ('[workspace]\ntexts = ["刚要.txt"]', "纲要.txt"),
    "rules.packs": ('[rules]\npacks = ["规责"]', "规则"),
    "rules.off": ('[rules]\noff = ["PC7O8"]', "PC708"),
    "rules.only": ('[rules]\nonly = ["孤立举错"]', "孤立举措"),
    "rules.severity": ('[rules]\nseverity.PC2O1 = "提示"', "PC201"),
    "rules.parameters": ("[rules]\nparameters.PC3O8.容差 = 0.5", "PC308"),
    "check.stage": ('[check]\nstage = "送申稿"', "送审稿"),
    "check.gate": ('[check]\ngate = "eror"', "error"),
    "check.lang": ('[check]\nlang = "zn"', "zh"),
    "levels": ('[levels]\n云川区十五王 = "市"', "云川区十五五"),
    "fields": ('[fields.专班]\ntype = "文字"\nkinds = ["举错"]', "举措"),
}
SETTINGS_WITHOUT_NAMES = {"rules.row_budget", "check.as_of", "path"}


def settings() -> Iterator[str]:
    """The settings, found in the classes that hold them."""
    for name, told in get_type_hints(WorkspaceConfig).items():
        if isinstance(told, type) and issubclass(told, Struct):
            yield from (f"{name}.{one}" for one in told.__struct_fields__)
        else:
            assert told is str or not isinstance(told, UnionType)
            assert told is str or get_args(told)[0] is str
            yield name


def test_every_setting_is_looked_at() -> None:
    assert set(settings()) == set(SETTINGS) | SETTINGS_WITHOUT_NAMES
    assert {Members, RuleSettings, CheckSettings} <= set(get_type_hints(WorkspaceConfig).values())
    assert get_type_hints(WorkspaceConfig)["levels"] == Mapping[str, str]


@pytest.mark.parametrize(("setting", "near"), SETTINGS.values(), ids=SETTINGS)
@pytest.mark.parametrize("door", ["check", "report", "diff", "snapshot", "approve", "annotate", "baseline"])
def test_a_setting_that_names_nothing_is_refused_with_the_nearest(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, near: str, door: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "云川区.plan").write_text(PLAN, encoding="utf-8")
    (tmp_path / "上位").mkdir()
    (tmp_path / "上位" / "市.plan").write_text(UPPER, encoding="utf-8")
    (tmp_path / "纲要.txt").write_text("第一章 目标\n居民收入达到70000元。\n", encoding="utf-8")
    (tmp_path / "规则").mkdir()
    (tmp_path / "规则" / "甲.rule").write_text("", encoding="utf-8")
    (tmp_path / "plancheck.toml").write_text(f"{setting}\n", encoding="utf-8")
    words = {
        "check": ["云川区.plan"],
        "report": [".", "-o", "报告"],
        "diff": ["云川区.plan", "."],
        "approve": ["--by", "示例局"],
        "annotate": ["纲要.txt", "-o", "批注.html"],
        "baseline": ["-o", "基线.json"],
    }.get(door, [])
    ran = run(door, *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("plancheck：plancheck.toml")
    assert f"“{near}”" in ran.err or f"「{near}」" in ran.err or near in ran.err
    assert not {"报告", "批注.html", "基线.json", "plancheck.lock", ".plancheck"} & {p.name for p in tmp_path.iterdir()}
