"""One page a rule, their index by group, and the gallery of all messages, made by running the examples."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby

from checker import messages, resources
from checker.checks import Rule, Rulebook, Settings, load_packs
from checker.checks.examples import run_example
from checker.finding import Finding
from checker.messages import Template
from checker.render.rule_page import render_rule_page, severity_words
from checker.render.text import render_finding
from docs.making.markdown import code, fence, plain, table

#: The hundreds of a code and what they are about: docs/decisions/0001.
_GROUPS = {
    "1": "引用",
    "2": "目标",
    "3": "指标",
    "4": "数值",
    "5": "上位规划",
    "6": "举措",
    "7": "文本",
    "8": "程序",
}
_GALLERY = """# 消息一览

plancheck 说的每一句话，由规则自带的反例运行得来，中英文并列。写新规则前先读一遍：它们应当像一个人说的。

- [规则说的话](#规则说的话)：每条规则的反例，查出来是什么样子
- [没有查的](#没有查的)：查不了的时候，怎样说没有查
- [语法错误](#语法错误)：规划文件、规则文件写错了，怎样说
- [其余的话](#其余的话)：命令行、配置、读文件
"""


def load_book() -> Rulebook:
    """The rules of plancheck, all of them. ValueError if one of them has a fault."""
    rulebook = load_packs([], resources.rules_folder(), Settings())
    if rulebook.problems:
        raise ValueError("\n".join(render_finding(problem) for problem in rulebook.problems))
    return rulebook


def render_rule(rulebook: Rulebook, rule: Rule) -> str:
    """The page of a rule with the way back to the index."""
    return f"{render_rule_page(rulebook, rule)}\n[全部规则](index.md)\n"


def render_index(rulebook: Rulebook) -> str:
    """All rules by group."""
    lines = ["# 规则一览\n", "编号的百位是门类。点编号看一条规则查什么、依据、怎样改、不查什么，以及它的例子。\n"]
    for group, rules in groupby(rulebook.rules, _group):
        lines += [f"## {group}\n", table(("编号", "名称", "级别", "英文名"), map(_row, rules))]
    return "\n".join(lines)


def _group(rule: Rule) -> str:
    digit = rule.code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")[0]
    return _GROUPS.get(digit, "其他")


def _row(rule: Rule) -> tuple[str, str, str, str]:
    link = f"[{rule.code}]({rule.code}.md)"
    return link, plain(rule.title.text("zh")), severity_words(rule, "zh"), code(rule.slug)


# ---- the gallery


def render_gallery(rulebook: Rulebook) -> str:
    """The page of all messages."""
    parts = [_GALLERY]
    parts += ["## 规则说的话\n", *_of_rules(rulebook)]
    parts += ["## 没有查的\n", _notices(rulebook)]
    parts += ["## 语法错误\n", *_of_grammar("plan", "规划文件"), *_of_grammar("rule", "规则文件")]
    parts += ["## 其余的话\n", _templates()]
    return "\n".join(parts)


def _of_rules(rulebook: Rulebook) -> Iterator[str]:
    for rule in rulebook.rules:
        yield f"### [{rule.code} {plain(rule.title.text('zh'))}](rules/{rule.code}.md)\n"
        for example in rule.examples:
            if not example.good:
                for finding in run_example(rulebook, rule, example).outcome.findings:
                    yield fence(render_finding(finding), "finding")
                    yield f"{plain(_english(finding))}\n"


def _english(finding: Finding) -> str:
    words = finding.message.text("en")
    return words if finding.help is None else f"{words} · {finding.help.text('en')}"


def _notices(rulebook: Rulebook) -> str:
    rows: dict[tuple[str, str], str] = {}
    for rule in rulebook.rules:
        for example in rule.examples:
            for notice in run_example(rulebook, rule, example).outcome.notices:
                said = notice.message
                rows.setdefault((plain(said.text("zh")), plain(said.text("en"))), "、".join(notice.codes) or rule.code)
    return table(("规则", "中文", "英文"), [(codes, *said) for said, codes in rows.items()])


def _of_grammar(name: str, title: str) -> Iterator[str]:
    text = resources.read_grammar(f"{name}.errors")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rows = []
    for example, said in zip(lines[::2], lines[1::2], strict=True):
        zh, en = (part.strip().replace("{{", "{").replace("}}", "}") for part in said.split(" | "))
        rows.append((code(example), plain(zh), plain(en)))
    yield f"### {title}\n"
    yield "例文的最后一个词出错；`｟行末｠` 是换行，`{…}` 是届时填进去的词。\n"
    yield table(("例文", "中文", "英文"), rows)


def _templates() -> str:
    rows = [(code(room), plain(said.zh), plain(said.en)) for room, said in _said_by_python()]
    return table(("在哪里", "中文", "英文"), rows)


def _said_by_python() -> Iterator[tuple[str, Template]]:
    for module in pkgutil.iter_modules(messages.__path__, "checker.messages."):
        room = module.name.rpartition(".")[2]
        for value in vars(import_module(module.name)).values():
            for template in value.values() if isinstance(value, dict) else [value]:
                if isinstance(template, Template):
                    yield room, template
