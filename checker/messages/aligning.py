"""``plancheck align`` and the sheets of 衔接对照 that come back."""

from __future__ import annotations

from checker.messages.template import Template

# ---- sheets brought back

SHEETS_NO_ALIGNMENT = Template(
    "没有找到衔接对照表：要有一行表头，写着“上级指标”“本级指标”“采纳”",
    "no table of alignment was found: it takes a row of heads with 上级指标, 本级指标 and 采纳",
)
SHEETS_TICK_UNKNOWN = Template(
    "{place}：“{text}”认不出是采纳还是不采纳，没有导入；采纳打√，不采纳空着",
    "{place}: {text} is neither a tick nor none; not taken over",
)
SHEETS_TIE_OWN_GONE = Template(
    "{place}：规划里没有「{name}」，没有导入", "{place}: the plan has no {name}; not taken over"
)
SHEETS_TIE_UPPER_GONE = Template(
    "{place}：上位规划里没有「{name}」，没有导入",
    "{place}: the plans above have no {name}; not taken over",
)
SHEETS_TIE_TARGET_GONE = Template(
    "{place}：规划里没有「{name}」可以{relation}，没有导入",
    "{place}: the plan has no {name} that it {relation}; not taken over",
)
SHEETS_TIE_NO_UPPER = Template(
    "{place}：这一行没有写上级指标，没有导入", "{place}: the row names no upper item; not taken over"
)
SHEETS_TIE_NO_OWN = Template(
    "{place}：没有写由本级哪一项承接，也没有写不设，没有导入",
    "{place}: the row names neither what carries it nor 不设; not taken over",
)
SHEETS_TIE_MODE = Template(
    "{place}：承接方式“{text}”认不出，可以是：不低于、不高于、同值、份额 12%、参考；没有导入",
    "{place}: the mode {text} is not known (不低于, 不高于, 同值, 份额 12%, 参考); not taken over",
)
SHEETS_TIE_NO_REASON = Template(
    "{place}：不设「{name}」要在“说明”写理由，没有导入", "{place}: 不设 of {name} takes a reason; not taken over"
)
SHEETS_TIE_RELATION = Template(
    "{place}：关系“{text}”认不出，可以是：承接、支撑、衡量；没有导入",
    "{place}: the relation {text} is not known (承接, 支撑, 衡量); not taken over",
)
TIE_ADDED = Template("「{own}」{relation}「{target}」{mode}", "{own} {relation} {target} {mode}")
TIE_THERE = Template(
    "「{own}」已经写了{relation}「{target}」，没有改；要改，在规划里改",
    "{own} {relation} {target} already and was left; change it in the plan file",
)
TIE_CONFIRMED = Template(
    "「{own}」{relation}「{target}」{mode}，去掉推断", "{own} {relation} {target} {mode}: confirmed"
)
TIE_REFUSED = Template("不承接「{target}」：{reason}", "{target} is not carried: {reason}")
TIE_MODE = Template("（{mode}）", "({mode})")

# ---- the list

ALIGN_TITLE = Template("{plan}", "{plan}")
ALIGN_UNSEEN = Template("没有看的：{what}", "not looked at: {what}")
ALIGN_CARRY = Template("可以承接的 {count} 项：", "what it may carry ({count}):")
ALIGN_OTHERS = Template("可以支撑、衡量的 {count} 项：", "what may support and measure its goals ({count}):")
ALIGN_OPEN = Template(
    "上级有、本级没有对应的 {count} 项，约束性在前：", "above, and nothing here answers it ({count}):"
)
ALIGN_NOT_SET = Template("上级有、本级不设的 {count} 项：", "above, and not a matter of this level ({count}):")
ALIGN_ALONE = Template("本级有、上级没有的 {count} 项：", "here, and not above ({count}):")
ALIGN_NONE = Template("没有可以建议的", "there is nothing to propose")
ALIGN_COUNT = Template(
    "共建议 {count} 项。写进规划：--accept 高（或中、低，或号码 1、3、5-8）；由人打√：-o 表.xlsx，再 --from 表.xlsx",
    "{count} in all. Write them: --accept 高 (or 中, 低, or numbers 1,3,5-8); to be ticked: -o X.xlsx, then --from",
)
ALIGN_HEADINGS = Template(
    "号|关系|上位规划|上级|属性|目标|本级|本级目标|对照|承接方式|说明|把握|采纳",
    "number|relation|upper plan|above|nature|target|here|target here|beside|mode|why|confidence|taken",
)

# ---- the command

CLI_ALIGN = Template(
    "建议本级各项承接上位规划的哪一项、支撑和衡量哪个目标；上级有而没有人接的也列出来",
    "propose what a plan carries of those above, what serves and measures its goals, and list what nothing answers",
)
CLI_ALIGN_AFTER = Template(
    "看：plancheck align 规划.plan；写进规划：加 --accept 高，标“推断”；\n"
    "由人核定：-o 衔接对照.xlsx，在“采纳”打√，plancheck align 规划.plan --from 衔接对照.xlsx，打√的不再标推断。\n"
    "上位纲要里说到本地的话：plancheck align 规划.plan --place 本地名 上位纲要.docx，逐句列出，后面是本级怎样回应。",
    "Look: plancheck align X.plan. Write: --accept 高, marked 推断 (inferred). To be ticked: -o X.xlsx, tick 采纳,\n"
    "then --from X.xlsx; what was ticked is confirmed. What an outline above says of the place:\n"
    "plancheck align X.plan --place NAME OUTLINE.docx, each sentence with what answers it.",
)
CLI_ALIGN_ACCEPT = Template(
    "把这些建议写进规划：高、中、低（含比它更有把握的），或号码",
    "write these proposals: 高, 中, 低 and surer ones, or numbers",
)
CLI_ALIGN_ACCEPT_VALUE = Template("高|中|低|号码", "高|中|低|NUMBERS")
CLI_ALIGN_FROM = Template("把这张打了√的衔接对照导回规划", "bring this ticked sheet back into the plan")
CLI_ALIGN_PLACE = Template("列出上位纲要里说到这个地方的话", "list what the outlines above say of this place")
CLI_ALIGN_PLACE_VALUE = Template("本地名", "PLACE")
CLI_ALIGN_OUTPUT = Template("写到这个文件；.xlsx 写成可以打√导回的表", "write to this file; .xlsx makes sheets to tick")
ALIGN_ONE_OF = Template(
    "--accept、--from、--place、-o 一次只用一样", "take one of --accept, --from, --place and -o at a time"
)
ALIGN_DIFF_ALONE = Template("--diff 要和 --accept 或 --from 一起用", "--diff goes with --accept or --from")
ALIGN_WHICH = Template(
    "“{text}”认不出：写高、中、低，或建议的号码，如 1、3、5-8", "{text} is none of 高, 中, 低, nor numbers like 1,3,5-8"
)
ALIGN_NO_NUMBERS = Template("没有可以采纳的建议", "there is no proposal to take")
ALIGN_NOTHING = Template("{plan}：没有可以对照的，{why}", "{plan}: there is nothing to hold it against; {why}")
