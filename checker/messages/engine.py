"""What is being done, and what was not."""

from __future__ import annotations

from checker.messages.template import Template

LOAD_READING = Template("读取规划", "reading plans")
CHECK_LINKING = Template("连接名称", "linking names")
CHECK_RULES = Template("运行规则", "running rules")
NOTICE_TEXT_MISSING = Template(
    "「{plan}」的文本未随附（{names}），{codes} 未检查",
    "the text of {plan} is not at hand ({names}); {codes} were not checked",
)
#: By what the plan says of it.
NOTICE_UPPER_NOT_THERE = {
    "": Template(
        "没有「{name}」的文件，与它的衔接未检查", "there is no file of {name}; the ties to it were not checked"
    ),
    "unissued": Template(
        "「{name}」还没有印发，与它的衔接未检查", "{name} has not been issued yet; the ties to it were not checked"
    ),
    "not_at_hand": Template(
        "「{name}」没有取得，与它的衔接未检查", "{name} has not been obtained; the ties to it were not checked"
    ),
    "consultation_draft": Template(
        "「{name}」还是征求意见稿，没有它的文件，与它的衔接未检查",
        "{name} is still a consultation draft and not at hand; the ties to it were not checked",
    ),
}
NOTICE_UPPER_THERE = Template(
    "「{name}」注明{word}，衔接按工作区里的这份查了，正式文本到了要再查",
    "{name} is marked {word_en}; the ties were checked against the file at hand, and are to be checked again later",
)
NOTICE_UPPER_UNREAD = Template(
    "「{name}」的文件有{count}处读不懂（{path} 第{line}行起），与它的衔接没有查全",
    "the file of {name} cannot be read in {count} places ({path}, from line {line} on); the ties to it were not all "
    "checked",
)
NOTICE_UPPER_NOT_IN_FORCE = Template(
    "「{name}」在 {day} 不在实施期内（{time}），与它的衔接未检查；要按它查，用 --as-of 换日期",
    "{name} is not in force on {day} ({time}); the ties to it were not checked; --as-of sets another day",
)
NOTICE_FROM = Template("实施自{time}", "from {time}")
NOTICE_UNTIL = Template("至{time}", "until {time}")
NOTICE_UPPER_LACKS = Template(
    "「{name}」的文件里{lacks}，与它的衔接没有查全",
    "the file of {name} says too little: {lacks}; the ties to it were not all checked",
)
NOTICE_AND = Template("{one}，{two}", "{one}, {two}")
NOTICE_LACKS_INDICATORS = Template("指标表没有列全", "not all indicators are listed")
NOTICE_LACKS_LISTING = Template("没有写指标是不是全部列出", "it is not said whether all indicators are listed")
NOTICE_LACKS_NATURES = Template(
    "{count}项指标没有写是不是约束性", "indicators that do not say whether they are binding: {count}"
)
NOTICE_LACKS_BREAKDOWN = Template(
    "{count}项约束性指标没有写分解至哪里", "binding indicators that do not say what they are broken down to: {count}"
)
NOTICE_LACKS_MARKS = Template("没有写哪些目标要求下级响应", "no goal says whether it has to be answered")
NOTICE_LEVEL_MISSING = Template(
    "「{plan}」没有写层级，「{name}」分解到某一级的约束性指标没有核对",
    "the level of {plan} is not given; binding indicators that {name} breaks down to a level were not checked",
)
NOTICE_NOTHING_CARRIED = Template(
    "「{plan}」没有一项指标写‘承接’，与上位规划的指标没有对照",
    "no indicator of {plan} carries one of an upper plan; nothing was compared",
)
