"""The help pages of all commands, and the keys of the configuration, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

import click
from pydantic import BaseModel

from checker.doors.cli import root
from checker.doors.words import Command, Group
from checker.resources import NAME
from checker.workspace.config_schema import WORDS, CheckTable, ConfigFile, MembersTable, RulesTable
from docs.making.markdown import code, fence, table

_TABLES: dict[str, type[BaseModel]] = {"workspace": MembersTable, "rules": RulesTable, "check": CheckTable}
#: What a key means; a key without words here stops the build.
_KEYS = {
    "workspace.plans": ("路径，可用 `*`", "要检查的规划；不写，是文件夹里全部 `.plan`"),
    "workspace.upper": ("路径，可用 `*`", "只供对照的上位规划；与 `plans` 都匹配的算上位"),
    "workspace.shipped": ("规划名", "plancheck 自带的规划，也供对照"),
    "workspace.texts": ("路径，可用 `*`", "规划的文本"),
    "rules.packs": ("文件夹或包名", "另外用的规则包：工作区里的文件夹，或已安装的规则包"),
    "rules.off": ("编号、编号开头或英文名", "不用的规则"),
    "rules.only": ("编号、编号开头或英文名", "只用这些规则"),
    "rules.severity": ("规则 = 级别", "改一条规则的级别：错误、警告、提示"),
    "rules.parameters": ("规则.参数 = 值", "给规则的参数定值"),
    "rules.row_budget": (
        "大于零的整数",
        "一条规则最多看多少行，超过就停下并说明；不写时随规划大小定",
    ),
    "check.stage": ("阶段", "按哪个阶段检查；不写看规划自己的 `阶段`"),
    "check.gate": ("级别", "达到哪一级退出状态为 1；不写是 错误"),
    "check.lang": ("`zh`、`en`", "用哪种语言显示"),
    "check.as_of": ("日期", "以哪一天为准；不写看规划的 `成稿`"),
    "levels": ("规划名 = 层级", "没有写 `层级` 的规划是哪一级"),
    "fields": ("一个字段一张表", "自己添的字段和标签，见[自己的字段和标签](#own-fields)"),
}


def render_commands() -> str:
    """Every command's own help page."""
    return "\n".join(_pages(root(), None, NAME))


def _pages(command: click.Command, above: click.Context | None, name: str) -> Iterator[str]:
    assert isinstance(command, Command | Group)
    with click.Context(command, parent=above, info_name=name, obj="zh" if above is None else None) as here:
        yield f"## {here.command_path}\n"
        yield fence(command.get_help(here))
        if isinstance(command, Group):
            for below in command.names:
                yield from _pages(command.load(below), here, below)


def config_table() -> str:
    """The keys of plancheck.toml. KeyError for a key that is not explained here."""
    rows = []
    for name in ConfigFile.model_fields:
        rows += [_key(f"{name}.{key}") for key in _TABLES[name].model_fields] if name in _TABLES else [_key(name)]
    return table(("键", "中文键", "值", "意思"), rows)


def _key(path: str) -> tuple[str, str, str, str]:
    value, meaning = _KEYS[path]
    return code(path), code(".".join(WORDS[word] for word in path.split("."))), value, meaning
