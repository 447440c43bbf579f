"""Reports that the tests look at: of the made-up workspaces, and of one whose names try to act."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from checker.doors.cli import main
from checker.engine.choices import build_options
from checker.engine.inputs import check_inputs
from checker.report.site import make_site

PLANS = Path(__file__).resolve().parents[2] / "plans"
FAULTY = PLANS / "yunchuan-faulty"

#: Words that would act if they were taken for anything but text.
HOSTILE = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg/onload=window.hit=1>",
    '"><script>window.hit=1</script>',
    "' onmouseover='window.hit=1",
    "</title><script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "</style><script>window.hit=1</script>",
    "<!-- <script>window.hit=1</script>",
    "javascript:window.hit=1",
    "[点](javascript:window.hit=1)",
    "![图](http://outside.example/x.png)",
    "{{ 7*7 }}{% raw %}",
    "```\n",
    "&lt;b&gt;&amp;",
    "甲\u202e乙\u2028丙",
    "<iframe src=http://outside.example></iframe>",
    "%%{init: {}}%% graph TD; A-->B",
    "**粗** _斜_ `码` # 题 | 表",
    "../../etc/passwd",
)


def hostile_plan() -> str:
    """A plan that has one of these words wherever a word may stand."""
    lines = [
        "规划 「<b>云川开发区</b>」 {",
        "  层级：开发区  规划期：2021年—2025年  阶段：送审稿  指标类别：「<i>类</i>」",
        "}",
    ]
    for number, word in enumerate(HOSTILE):
        plain = word.replace("\n", " ").replace("\u2028", " ").replace("“", "").replace("”", "")
        name = f"「{number}{plain.replace('「', '').replace('」', '')}」"
        quote = f"“{plain}”"
        lines += [
            f"目标 {name} {{ 内容：{quote} 原文：{quote} 责任：{name} }}",
            f"举措 {name} {{ 支撑：{name} 旨在：{quote} 内容：{quote} 责任：{name} }}",
            f"指标 {name} {{ 类别：「<i>类</i>」 单位：% 2020年：实际 {number} 2025年：目标 {number + 1}",
            f"  来源：{quote} }}",
            f"提法 {name} {{ 角色：{quote} 包括：{name}、{quote} }}",
            f"程序 {name} {{ 主体：{name} 结果：{quote} }}",
            f"意见 {name} {{ 来源单位：{name} 内容：{quote} 处理：待处理 }}",
            f"豁免 PC203 于 {name} {{ 理由：{quote} 批准：{name} }}",
        ]
    return "\n".join(lines) + "\n"


@cache
def report_of(workspace: Path, *words: str) -> Path:
    """The folder of a report made by the command, once a session."""
    folder = Path(mkdtemp(prefix="plancheck-test-")) / "报告 一"
    assert main(["report", str(workspace), "-o", str(folder), *words]) in (0, 1)
    return folder


@cache
def hostile_report() -> Path:
    """The report of the plan whose names try to act, from a file whose name does as well."""
    folder = Path(mkdtemp(prefix="plancheck-test-"))
    (folder / "<img src=x onerror=hit()>&'甲.plan").write_text(hostile_plan(), encoding="utf-8")
    return report_of(folder)


def page_files(folder: Path) -> list[Path]:
    """All pages of a report."""
    return sorted(folder.rglob("*.html"))


def pages_of(folder: Path, lang: str = "zh") -> dict[str, str]:
    """The bodies of a report's pages by their keys, without a site around them."""
    report = check_inputs([folder], build_options(lang=lang))
    return {page.key: page.body for page in make_site(report, lang).pages()}
