"""What is said about tables that list things with their numbers: inside themselves, and against the text."""

from __future__ import annotations

from checker.messages.template import Template

REGISTER_NUMBER_GAP = Template(
    "表里的序号从{before}跳到{number}", "the numbers of the table go from {before} to {number}"
)
REGISTER_NUMBER_WRONG = Template(
    "表里这一行的序号写作{number}，按上下行应是{wanted}",
    "this row of the table has the number {number}; by the rows around it, {wanted}",
)
REGISTER_NUMBER_TWICE = Template("表里两行的序号都是{number}", "two rows of the table have the number {number}")
REGISTER_ROW_TWICE = Template("表里「{name}」列了两行", "{name} has two rows in the table")
REGISTER_COUNT = Template(
    "「{name}」写明{told}项，表里列了{listed}项", "{name} is told to have {told}, and {listed} are listed"
)
REGISTER_TOTAL = Template(
    "「{head}」一栏{name}写的是{told}，各行相加是{sum}", "{head}: {name} is {told}, and the rows come to {sum}"
)
REGISTER_ACROSS = Template(
    "「{name}」的「{head}」写的是{told}，同一行其余各栏相加是{sum}",
    "{name}: {head} is {told}, and the other columns come to {sum}",
)
REGISTER_YEARS_BACK = Template(
    "「{name}」的起止年份写作{first}—{last}，止在起之前",
    "{name} is told for {first}—{last}: the end is before the start",
)
REGISTER_YEARS_OUT = Template(
    "「{name}」的年份写作{first}—{last}，不在规划期{begin}—{end}年内",
    "{name} is told for {first}—{last}, outside the plan's {begin}—{end}",
)
REGISTER_TEXT_COUNT = Template(
    "正文说「{words}」，表里列了{listed}项", "the text has {words}; the table lists {listed}"
)
REGISTER_TEXT_VALUE = Template(
    "「{name}」正文写的是{value}，表里「{head}」是{other}",
    "{name} is {value} in the text; in the table {head} is {other}",
)
REGISTER_TEXT_YEAR = Template(
    "「{name}」正文写的是{value}，表里的起止年份是{first}—{last}",
    "{name}: {value} in the text; the table has {first}—{last}",
)
REGISTER_TEXT_NAME = Template("正文写作「{words}」，表里是「{name}」", "{words} in the text, {name} in the table")
RELATED_LINE = Template("表的这一行", "this row of the table")
RELATED_LISTED = Template("表里是{value}", "in the table it is {value}")
