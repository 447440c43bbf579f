"""`plancheck.toml`: what is read, and what is said of what cannot be read."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.finding import Severity
from checker.workspace.config import ConfigError, WorkspaceConfig, load_config

ENGLISH = """
[workspace]
plans = ["规划/*.plan"]
upper = ["upper", "市/**/*.plan"]
shipped = "郑州市十四五"
texts = ["*.docx"]
[rules]
packs = ["我们的规则"]
off = ["PC206", "unused-indicator"]
only = ["PC1", "pc201"]
row_budget = 1000
[rules.severity]
PC201 = "info"
[rules.parameters.PC308]
"容差" = 0.1
"名称" = "左右"
[check]
stage = "review_draft"
gate = "warning"
lang = "en"
as_of = 2021-04-30
[levels]
"云川市十四五" = "city"
"""

CHINESE = """
[工作区]
规划 = ["规划/*.plan"]
上位规划 = ["upper", "市/**/*.plan"]
自带规划 = ["郑州市十四五"]
文本 = "*.docx"                 # 一个的可以不写方括号
[规则]
规则包 = ["我们的规则"]
关闭 = ["ＰＣ２０６", "unused-indicator"]
只用 = ["PC1", "PC201"]
行数上限 = 1000
级别.PC201 = "提示"
[规则.参数.PC308]
容差 = 0.1
名称 = "左右"
[检查]
阶段 = "送审稿"
门槛 = "警告"
语言 = "英文"
基准日 = "2021年4月30日"
[层级]
云川市十四五 = "市"
"""


def read(folder: Path, text: str, encoding: str = "utf-8") -> WorkspaceConfig:
    (folder / "plancheck.toml").write_bytes(text.encode(encoding))
    return load_config(folder)


def refusal(folder: Path, text: str, lang: str = "zh") -> str:
    with pytest.raises(ConfigError) as caught:
        read(folder, text)
    told = caught.value.message.text(lang)
    assert "\n" not in told
    return told


def test_all_keys(tmp_path: Path) -> None:
    config = read(tmp_path, ENGLISH)
    assert config.workspace.plans == ("规划/*.plan",)
    assert config.workspace.upper == ("upper", "市/**/*.plan")
    assert config.workspace.shipped == ("郑州市十四五",)
    assert config.workspace.texts == ("*.docx",)
    assert config.rules.packs == ("我们的规则",)
    assert config.rules.off == ("PC206", "unused-indicator")
    assert config.rules.only == ("PC1", "PC201")
    assert config.rules.row_budget == 1000
    assert config.rules.severity == {"PC201": Severity.INFO}
    assert config.rules.parameters == {"PC308": {"容差": Decimal("0.1"), "名称": "左右"}}
    assert config.check.stage == "review_draft"
    assert config.check.gate is Severity.WARNING
    assert config.check.lang == "en"
    assert config.check.as_of == date(2021, 4, 30)
    assert config.levels == {"云川市十四五": "city"}
    assert config.path == "plancheck.toml"


def test_chinese_keys_say_the_same(tmp_path: Path) -> None:
    assert read(tmp_path, CHINESE) == read(tmp_path, ENGLISH)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "gb18030"])
def test_encodings_of_chinese_editors(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, CHINESE, encoding) == read(tmp_path, CHINESE)


def test_windows_line_ends_and_paths(tmp_path: Path) -> None:
    config = read(tmp_path, "[工作区]\r\n规划 = ['规 划\\2021\\*.plan']\r\n")
    assert config.workspace.plans == ("规 划/2021/*.plan",)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_config(tmp_path) == WorkspaceConfig()
    assert read(tmp_path, "").path == "plancheck.toml"


def test_the_path_is_told_as_it_was_named(tmp_path: Path) -> None:
    (tmp_path / "plancheck.toml").write_text("x = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"^规划 草稿/plancheck\.toml 第1行：没有“x”这个键"):
        load_config(tmp_path, "规划 草稿/plancheck.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[workspace]\nplan = []\n", "第2行：没有“workspace.plan”这个键，是否指“plans”"),
        ("[工作区]\n\n规化 = []\n", "第3行：没有“工作区.规化”这个键，是否指“规划”"),
        ("[worksapce]\nplans = []\n", "第1行：没有“worksapce”这个键，是否指“workspace”"),
        ("[workspace]\noff = ['PC201']\n", "第2行：没有“workspace.off”这个键，是否指“rules.off”"),
        ("[规则]\n阶段 = '送审稿'\n", "第2行：没有“规则.阶段”这个键，是否指“check.阶段”"),
        (
            "[检查]\n天气 = '晴'\n",
            "第2行：没有“检查.天气”这个键，这里可写：stage、阶段、gate、门槛、lang、语言、as_of、基准日",
        ),
        ("rules.severtiy = { PC201 = '提示' }\n", "第1行：没有“rules.severtiy”这个键，是否指“severity”"),
        ("[工作区]\n规划 = []\nplans = []\n", "“工作区.规划”用中文和英文各写了一次"),
    ],
)
def test_unknown_keys(tmp_path: Path, text: str, told: str) -> None:
    assert refusal(tmp_path, text).endswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[workspace]\nplans = 3\n", '第2行：“workspace.plans”要写成一组，如 ["甲", "乙"]'),
        ("[workspace]\nplans = ['a.plan', 3]\n", "第2行：“workspace.plans”要写在引号里"),
        ("[workspace]\nplans = [\n  'a.plan',\n  '../b.plan',\n]\n", "不能写“../b.plan”"),
        ("[workspace]\nupper = ['/etc/*.plan']\n", "要写工作区以内的相对路径，不能写“/etc/*.plan”"),
        ("[workspace]\nupper = ['C:\\规划']\n", "要写工作区以内的相对路径"),
        ("[workspace]\nupper = ['C:规划']\n", "要写工作区以内的相对路径"),
        ("[workspace]\nupper = ['~/规划']\n", "要写工作区以内的相对路径"),
        ("[workspace]\nshipped = [' ']\n", "“workspace.shipped”要写名称，不能空着"),
        ("[workspace]\ntexts = ''\n", "“workspace.texts”要写名称，不能空着"),
        ("workspace = 3\n", "第1行：“workspace”要写成一张表，如 [workspace]"),
        ("[rules]\nseverity = '提示'\n", "第2行：“rules.severity”要写成一张表，如 [rules.severity]"),
        ("[rules.severity]\nPC201 = '严重'\n", "第2行：“rules.severity.PC201”要写下列之一：提示、info、警告"),
        ("[rules.severity]\n'孤立 举措' = '提示'\n", "“rules.severity.孤立 举措”要写规则编号或它的开头"),
        ("[rules]\noff = [3]\n", "“rules.off”要写规则编号或它的开头，或规则的英文名、名称"),
        ("[rules]\nrow_budget = 0\n", "“rules.row_budget”要写大于0的整数"),
        ("[rules]\nrow_budget = true\n", "“rules.row_budget”要写大于0的整数"),
        ("[rules.parameters.PC308]\n容差 = [1]\n", "“rules.parameters.PC308.容差”要写数、日期"),
        ("[check]\nstage = '定稿'\n", "第2行：“check.stage”要写下列之一：征求意见稿"),
        ("[check]\nstage = 3\n", "“check.stage”要写下列之一：征求意见稿"),
        ("[check]\nas_of = '2021-02-30'\n", "“check.as_of”要写日期，如 2021-04-30"),
        ("[check]\nas_of = 2021-04-30T00:00:00\n", "“check.as_of”要写日期，如 2021-04-30"),
        ("[check]\nlang = 'de'\n", "“check.lang”要写下列之一：zh、中文、en、英文、English"),
        ("[levels]\n云川市 = '乡镇'\n", "第2行：“levels.云川市”要写下列之一：国家"),
        ("[check]\nlang = 'de'\n[工作区]\nx = 1\n", "plancheck.toml 第2行："),
    ],
)
def test_bad_values(tmp_path: Path, text: str, told: str) -> None:
    assert told in refusal(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[workspace]\nplans = [“a.plan”]\n", '第2行：全角的 “ 要写成半角的 "'),
        ("[工作区]\n规划＝['a.plan']\n", "第2行：全角的 ＝ 要写成半角的 ="),
        ("【工作区】\n", "第1行：全角的 【 要写成半角的 ["),
        ("[工作区]\n规划 = ['a、b.plan'、'c.plan']\n", "第2行：全角的 、 要写成半角的 ,"),
        ("[工作区]\n规划\n", "第2行：不合 TOML 的写法"),
        ("[工作区]\n规划 = ['a.plan'\n", "不合 TOML 的写法"),
        ("[工作区]\n规划 = []\n规划 = []\n", "第3行：同一个键或表写了两次"),
        ("[工作区]\n[工作区]\n", "第2行：同一个键或表写了两次"),
        ("x = " + "[" * 100_000, "不合 TOML 的写法"),
        ("x = " + "9" * 100_000, "不合 TOML 的写法"),
    ],
)
def test_text_that_is_no_toml(tmp_path: Path, text: str, told: str) -> None:
    assert told in refusal(tmp_path, text)


def test_english(tmp_path: Path) -> None:
    told = refusal(tmp_path, "[workspace]\nplan = []\n", "en")
    assert told == "plancheck.toml, line 2: there is no key workspace.plan; did you mean plans"


@pytest.mark.parametrize("data", [b"\x00\x01\x02", "[工作区]".encode("utf-16"), b"x = \xff\xff\n"])
def test_unreadable_bytes(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "plancheck.toml").write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path)
    assert caught.value.message.text().startswith("plancheck.toml：")
    assert caught.value.message.text("en").startswith("plancheck.toml: ")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(data=st.binary(max_size=60) | st.text("[]=\"'.{},#\n工作区规划plansPC201 “＝1-", max_size=60).map(str.encode))
def test_any_bytes_give_a_configuration_or_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "plancheck.toml").write_bytes(data)
    told = []
    try:
        load_config(tmp_path)
    except ConfigError as error:
        told = [error.message.text(), error.message.text("en")]
    assert all(len(line.splitlines()) == 1 for line in told)


def test_pydantic_is_imported_only_for_a_configuration(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from checker.workspace.config import load_config;"
        "load_config(Path(sys.argv[1])); print('pydantic' in sys.modules, 'tomllib' in sys.modules)"
    )
    ran = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(ran, capture_output=True, text=True, check=True).stdout.split() == ["False", "False"]
    read(tmp_path, ENGLISH)
    assert subprocess.run(ran, capture_output=True, text=True, check=True).stdout.split() == ["True", "True"]
