"""What is being done, and what was not."""

from __future__ import annotations

from checker.messages.template import Template

LOAD_READING = Template("读取规划", "reading plans")
CHECK_LINKING = Template("连接名称", "linking names")
CHECK_RULES = Template("运行规则", "running rules")
NOTICE_TEXT_MISSING = Template(
    "「{plan}」的文本未随附（{names}），PC701—PC718 未检查",
    "the text of {plan} is not at hand ({names}); PC701–PC718 were not checked",
)
NOTICE_TEXT_UNREAD = Template(
    "「{plan}」的文本（{names}）没有读：这一版还没有文本规则，PC701—PC718 未检查",
    "the text of {plan} ({names}) was not read: this version has no text rules; PC701–PC718 were not checked",
)
NOTICE_UPPER_ABSENT = Template(
    "没有「{name}」的文件，PC501—PC509 未检查", "there is no file of {name}; PC501–PC509 were not checked"
)
NOTICE_UPPER_PARTIAL = Template(
    "「{name}」的指标表没有列全，与它的指标对照（PC501—PC504）做不全",
    "the indicators of {name} are not all listed; the comparison with them (PC501–PC504) is not complete",
)
