"""The verdict on a run, and why something was not checked."""

from __future__ import annotations

from checker.messages.template import Template

#: By the stored word of the stage: which findings keep a draft of that stage back.
BLOCKING = {
    "consultation_draft": Template("挡住征求意见的", "that stand in the way of consultation"),
    "review_draft": Template("挡住送审的", "that stand in the way of review"),
    "approval_draft": Template("挡住报批的", "that stand in the way of approval"),
    "issued": Template("挡住印发的", "that stand in the way of issue"),
}
VERDICT_GATE = Template("达到门槛（{gate}）的", "at or above the gate ({gate})")
VERDICT_BLOCKED = Template("查出{which}问题 {count} 个", "{count} findings {which}")
VERDICT_BLOCKED_KNOWN = Template(
    "查出{which}问题 {count} 个（已知 {known}，新增 {new}）", "{count} findings {which} (known {known}, new {new})"
)
VERDICT_BLOCKED_PARTLY = Template("{said}；另有 {points} 项没有查", "{said}; {points} points were not checked")
VERDICT_INCOMPLETE = Template(
    "查过的没有查出{which}问题，但有 {points} 项没有查",
    "what was checked shows no findings {which}, but {points} points were not checked",
)
VERDICT_PASSED = Template("没有查出{which}问题", "there are no findings {which}")
VERDICT_NOTHING = Template("没有可查的：{why}", "nothing to check: {why}")

EMPTY_NO_INPUT = Template("没有规划文件，也没有文稿", "there is neither a plan file nor a text")
EMPTY_PLAN = Template(
    "规划文件里没有目标、举措、指标等内容", "the plan file holds no goal, measure, indicator or the like"
)
EMPTY_TABLE = Template("没有认出指标表", "no indicator table was found")
EMPTY_TEXT = Template("文稿里没有文字", "the text holds no words")

WHY_OFF = Template("plancheck.toml 关闭了（{words}）：{codes}", "switched off in plancheck.toml ({words}): {codes}")
WHY_NOT_ONLY = Template(
    "plancheck.toml 只用 {words}，其余 {count} 条规则没有查",
    "plancheck.toml uses only {words}; {count} rules did not run",
)
WHY_IGNORED = Template("--ignore {words}：没有查 {codes}", "--ignore {words}: {codes} did not run")
WHY_UNSELECTED = Template(
    "只查了 --select {words}，其余 {count} 条规则没有查", "--select {words}: {count} rules did not run"
)
WHY_FAILED = Template("规则运行中出错，没有查完：{codes}", "rules that failed: {codes}")

NOTICE_NO_TEXT = Template("「{plan}」没有写文本，文稿没有查", "{plan} names no text; none was checked")
NOTICE_NO_UPPER = Template(
    "「{plan}」没有写上位规划，与上位规划的衔接没有查", "{plan} names no upper plan; nothing was held against one"
)
NOTICE_NO_ELEMENTS = Template(
    "「{plan}」没有写{kind}，关于它的规则没有可查的", "{plan} has no {kind_en}; rules about them saw nothing"
)
