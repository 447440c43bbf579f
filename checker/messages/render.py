"""The frame around findings; a rule explained."""

from __future__ import annotations

from checker.messages.template import Template

# ---- the frame around findings

RENDER_BASIS = Template("依据：{basis}", "Basis: {basis}")
RENDER_HELP = Template("建议：{help}", "Advice: {help}")
RENDER_PLACE = Template("{told}（{place}）", "{told} ({place})")
RENDER_RELATED = Template("另见 {where} {message}", "see {where} {message}")
RENDER_MORE_PLACES = Template("另有 {count} 处，见 JSON 输出", "and {count} more places, see the JSON output")
RENDER_NOT_CHECKED = Template("没有检查的：", "Not checked:")
RENDER_LEFT_OPEN = Template("规划写明没有列全、没有公开的：", "Left open by the plan itself:")
RENDER_REMARKS = Template("说明：", "Remarks:")
RENDER_CODES = Template("{text}（{codes}）", "{text} ({codes})")
RENDER_COUNTS = Template("错误 {error}，警告 {warning}，提示 {info}", "errors {error}, warnings {warning}, info {info}")
RENDER_NOTHING = Template("没有查出问题", "nothing found")
RENDER_SET_ASIDE = Template("；已知 {known}，已豁免 {waived}", "; known {known}, waived {waived}")
RENDER_CHECKED = Template("规划 {plans} 部，以 {as_of} 为准", "plans {plans}, as of {as_of}")
RENDER_CHECKED_TEXTS = Template(
    "规划 {plans} 部、文本 {texts} 篇，以 {as_of} 为准", "plans {plans}, texts {texts}, as of {as_of}"
)
RENDER_STAGE = Template("，阶段 {stage}", ", stage {stage}")

# ---- a rule explained

PAGE_SEVERITY = Template("级别：{severity}", "Severity: {severity}")
PAGE_SEVERITY_FROM = Template("{stage}起为{severity}", "{severity} from {stage} on")
PAGE_SEVERITY_OFF = Template("不查", "off")
PAGE_PACK = Template("规则包：{pack}", "Pack: {pack}")
PAGE_PARAMETER = Template("参数「{name}」：{meaning}", "Parameter {name}: {meaning}")
PAGE_LIMITS = Template("不查：{limits}", "Not looked at: {limits}")
PAGE_RULE = Template("规则原文", "The rule as written")
PAGE_GOOD = Template("正例：{name}", "Nothing wrong: {name}")
PAGE_BAD = Template("反例：{name}", "Something wrong: {name}")
PAGE_SAYS = Template("报告：{message}", "Says: {message}")
PAGE_INDEX = Template("规则一览", "All rules")
