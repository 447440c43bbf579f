"""`plancheck.toml`: what a workspace consists of, and how it wants to be checked.

    [workspace]                      # 工作区
    plans = ["plans/*.plan"]         # 规划：what is checked; all *.plan if left out
    upper = ["upper/"]               # 上位规划：only referred to
    shipped = ["郑州市十四五"]         # 自带规划：plans that ship with plancheck, only referred to
    texts = ["*.docx"]               # 文本

    [rules]                          # 规则
    packs = ["our-rules"]            # 规则包：folders of rules, or installed packs
    off = ["PC206"]                  # 关闭
    only = ["PC1", "PC2"]            # 只用
    row_budget = 2000000             # 行数上限：what one rule may look at
    severity.PC201 = "提示"           # 级别
    parameters.PC308.容差 = 0.5       # 参数

    [check]                          # 检查；the command line overrules it
    stage = "送审稿"                  # 阶段
    gate = "warning"                 # 门槛
    lang = "zh"                      # 语言
    as_of = 2021-04-30               # 基准日

    [levels]                         # 层级：of plans that do not say it themselves
    云川市十四五 = "市"

    [fields.专班]                     # 字段：fields of the office's own
    kinds = ["举措"]                  # 用于
    type = "选项"                     # 类型
    values = ["产业专班", "民生专班"]    # 取值：of 选项 and 标签
    targets = ["目标"]                # 指向：of 引用
    meaning = "由哪个专班盯"            # 意思

Every key has an English and a Chinese word, and either may be written; Chinese keys need no quotes here.
The file is validated by `checker.workspace.config_schema`, which is imported only where there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from msgspec import Struct, field

from checker.finding import Severity
from checker.messages import Message
from checker.source import Unreadable, read_source

CONFIG_NAME = "plancheck.toml"
_SIZE_LIMIT = 1024 * 1024

#: What a parameter of a rule may be; numbers are exact.
ParameterValue = bool | int | Decimal | str | date


class ConfigError(Exception):
    """A configuration that cannot be used; `message` says where and why in one sentence."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message.text()


class SettingError(ConfigError):
    """A setting that means nothing where it is applied; `key` leads to it, in English words.

    Whoever knows the folder of the file says where it stands (`placed`).
    """

    def __init__(self, key: tuple[str, ...], message: Message) -> None:
        super().__init__(message)
        self.key = key


class Members(Struct):
    """What belongs to the workspace: patterns of paths under its root, and names of shipped plans."""

    plans: tuple[str, ...] = ()
    upper: tuple[str, ...] = ()
    shipped: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


class RuleSettings(Struct):
    """Which rules run, and how.

    `off` and `only` hold codes (PC201), beginnings of codes (PC2), slugs or titles of rules, as `severity` and
    `parameters` do for their keys; `packs` are folders, relative to the root, or names of installed packs.
    """

    packs: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, ParameterValue]] = field(default_factory=dict)
    row_budget: int | None = None


class CheckSettings(Struct):
    """What holds where the command line says nothing; `stage` is a stored word of `checker.model.words`."""

    stage: str | None = None
    gate: Severity | None = None
    lang: str | None = None
    as_of: date | None = None


class OwnField(Struct):
    """A field that an office adds: for which kinds, and what its value is; words are as in the file.

    `values` are those of a closed list, `targets` the kinds that a reference may name.
    """

    type: str
    kinds: tuple[str, ...]
    values: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    meaning: str = ""


class WorkspaceConfig(Struct):
    """A `plancheck.toml`, or its defaults where there is none.

    `levels` leads from a plan's name to a stored word of `checker.model.words`; `path` is the file as the
    reader sees it, "" where there is none.
    """

    workspace: Members = field(default_factory=Members)
    rules: RuleSettings = field(default_factory=RuleSettings)
    check: CheckSettings = field(default_factory=CheckSettings)
    levels: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    fields: Mapping[str, OwnField] = field(default_factory=dict)


def load_config(root: Path, shown: str = CONFIG_NAME) -> WorkspaceConfig:
    """The configuration of the workspace at `root`; its defaults if there is no `plancheck.toml`.

    `shown` is what readers see of the file's path. Raises ConfigError, with the place where it can be had,
    for a file that cannot be read, is not TOML, or says what there is not to say.
    """
    path = root / CONFIG_NAME
    if not path.is_file():
        return WorkspaceConfig()
    try:
        source = read_source(path, shown, _SIZE_LIMIT)
    except Unreadable as error:
        raise ConfigError(error.message) from None

    from checker.workspace.config_schema import build_config
    from checker.workspace.toml_text import parse_toml

    return build_config(parse_toml(source), source)


def placed(error: SettingError, root: Path, shown: str = CONFIG_NAME) -> ConfigError:
    """The same with its place in the `plancheck.toml` of `root`, if there is one."""
    try:
        source = read_source(root / CONFIG_NAME, shown, _SIZE_LIMIT)
    except Unreadable:
        return ConfigError(error.message)
    from checker.workspace.config_schema import setting_fault

    return ConfigError(setting_fault(source, error.key, error.message))
