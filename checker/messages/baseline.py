"""Baselines: findings recorded, known, and gone."""

from __future__ import annotations

from checker.messages.template import Template

BASELINE_BROKEN = Template("不是基线文件，或者已经损坏", "it is no baseline, or a broken one")
BASELINE_VERSION = Template(
    "基线是另一个版本写的（{version}），用 plancheck baseline 重新记录",
    "the baseline was written by another version ({version}); record it anew with plancheck baseline",
)
BASELINE_RECORDED = Template("记录了{count}个问题：{path}", "{count} findings recorded: {path}")
BASELINE_REWORDED = Template(
    "基线里有{count}个问题现在换了说法，按同一个问题认（{codes}）；重新记录基线就不再提",
    "{count} findings of the baseline are worded otherwise now and taken as known ({codes}); record it anew",
)
BASELINE_GONE = Template("基线中的{count}个问题已经没有了：", "{count} findings of the baseline are gone:")
BASELINE_GONE_ONE = Template("{code} {said}", "{code}: {said}")
CLI_BASELINE = Template(
    "把现有的问题记为基线，以后只有新问题才算", "record the findings of today; only new ones count later"
)
CLI_BASELINE_AFTER = Template(
    "之后用 plancheck check --baseline 文件 检查：已知的问题不再影响退出状态，不见了的会说出来。",
    "Then check with plancheck check --baseline FILE: known findings no longer count, and those gone are told.",
)
CLI_BASELINE_OUTPUT = Template("基线文件，默认 plancheck-baseline.json", "the file, default plancheck-baseline.json")
CLI_BASELINE_OPTION = Template(
    "已知的问题，由 plancheck baseline 记录", "findings known, as plancheck baseline recorded them"
)
