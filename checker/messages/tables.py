"""What is said about the indicator tables of a text: inside themselves, and against what the text says of them."""

from __future__ import annotations

from checker.messages.template import Template

TABLE_NUMBER_TWICE = Template(
    "指标表里两行的序号都是{number}", "two rows of the indicator table have the number {number}"
)
TABLE_NUMBER_LEFT_OUT = Template(
    "指标表的序号从{before}跳到{number}，没有{missing}",
    "the numbers of the indicator table go from {before} to {number}; {missing} is left out",
)
TABLE_NUMBER_FIRST = Template(
    "指标表的序号从{number}开始，没有1", "the numbers of the indicator table begin with {number}; 1 is left out"
)
TABLE_NUMBER_WRONG = Template(
    "指标表这一行的序号写作{number}，按上下行应是{wanted}",
    "this row of the indicator table has the number {number}; by the rows around it, {wanted}",
)
TABLE_ROW_TWICE = Template("指标表里「{name}」列了两行", "{name} has two rows in the indicator table")
TABLE_NO_NATURE = Template("指标表里「{name}」没有填属性", "{name} has no nature in the indicator table")
TABLE_ODD_NATURE = Template(
    "指标表里「{name}」的属性写作「{told}」，不是“预期性”或“约束性”",
    "the nature of {name} in the indicator table is {told}: neither 预期性 nor 约束性",
)
TABLE_NO_ROWS = Template("指标表里「{name}」下面没有指标", "no indicator stands under {name} in the table")
TABLE_YEARS_ALIKE = Template(
    "指标表的两列表头都是{year}年", "two columns of the indicator table are both headed {year}"
)
TABLE_YEAR_TARGET = Template(
    "指标表的目标年写作{told}年，规划期末是{wanted}年",
    "the indicator table has targets for {told}; the plan ends in {wanted}",
)
TABLE_YEAR_BASE = Template(
    "指标表的基期写作{told}年，规划期的前一年是{wanted}年",
    "the indicator table has {told} for a base; the year before the plan is {wanted}",
)
TABLE_OTHER_PLAN = Template(
    "指标表写的是“{told}”，这是“{wanted}”的规划", "the indicator table names {told} in a plan of {wanted}"
)
TABLE_CATEGORY_COUNT = Template(
    "「{name}」写明{told}项，下面列了{listed}项", "{name} is told to have {told} indicators, and {listed} are listed"
)
TABLE_TOLD_COUNT = Template(
    "这里说「{words}」，指标表里是{listed}", "here it is {words}; in the indicator table it is {listed}"
)
TABLE_COUNT_TOTAL = Template("{count}项", "{count} indicators")
TABLE_COUNT_PART = Template("{name}{count}项", "{count} of {name}")
TABLE_COUNT_CATEGORIES = Template("{count}类", "{count} categories")
TABLE_PARTS = Template("{first}、{second}", "{first}, {second}")
RELATED_ROW = Template("指标表的这一行", "this row of the indicator table")
RELATED_CELL = Template("指标表里是{value}", "in the indicator table it is {value}")
RELATED_HEAD = Template("另一列的表头在这里", "the head of the other column is here")

TABLE_TEXT_VALUE = Template(
    "「{name}」{time}年正文写的是{value}，指标表里是{other}",
    "{name} of {time} is {value} in the text, {other} in the indicator table",
)
TABLE_TEXT_UNIT = Template(
    "「{name}」正文写的是{value}，指标表里是{other}，单位不同",
    "{name} is {value} in the text, {other} in the indicator table: another unit",
)
TABLE_TEXT_YEAR = Template(
    "「{name}」{value}，正文说的是{year}年，指标表里是{time}年",
    "{name} is {value} by {year} in the text, by {time} in the indicator table",
)
TABLE_TEXT_SUM = Template(
    "「{name}」正文写的是五年合计{value}，指标表里是每年{other}，对不上",
    "{name} is {value} over all years in the text, {other} a year in the indicator table",
)
TABLE_TEXT_YEARLY = Template(
    "「{name}」正文写的是每年{value}，指标表里是五年合计{other}，对不上",
    "{name} is {value} a year in the text, {other} over all years in the indicator table",
)
TABLE_TEXT_BOUND = Template(
    "「{name}」正文写的是{value}，指标表里是{other}，一个是上限，一个是下限",
    "{name} is {value} in the text, {other} in the indicator table: one is a ceiling, one a floor",
)
TABLE_TEXT_WAY = Template(
    "「{name}」正文写的是{value}，指标表里从{base}到{other}，方向相反",
    "{name} is {value} in the text; in the indicator table it goes from {base} to {other}, the other way",
)
TABLE_TEXT_VERB = Template(
    "正文写的是「{words}」，指标表里是「{name}」，方向相反", "the text has {words}; the indicator table has {name}"
)
TABLE_TEXT_NAME = Template(
    "{value}正文说的是「{words}」，指标表里是「{name}」",
    "{value} is {words} in the text, {name} in the indicator table",
)
TABLE_TEXT_NATURE = Template(
    "正文把「{name}」算作{told}指标，指标表里是{nature}",
    "the text counts {name} as {told}; in the indicator table it is {nature}",
)
TABLE_VALUE_BACKWARD = Template(
    "「{name}」{base_year}年是{base}，{year}年的目标是{value}，目标不如基期",
    "{name} is {base} in {base_year} and {value} in {year}: the target is worse than the base",
)
TABLE_VALUE_SUM = Template(
    "「{name}」每年{yearly}，五年应是{wanted}左右，累计写的是{value}",
    "{name}: {yearly} a year makes about {wanted} over all years, not {value}",
)
TABLE_VALUE_CHANGE = Template(
    "「{name}」从{base}到{target}，五年变化应是{wanted}，写的是{value}",
    "{name} from {base} to {target} changes by {wanted}, not by {value}",
)
TABLE_VALUE_GROWTH = Template(
    "「{name}」从{base}到{target}，年均约{wanted}，写的是{value}",
    "{name} from {base} to {target} is about {wanted} a year, not {value}",
)
TABLE_VALUE_TIMES = Template(
    "「{name}」{base_year}年是{base}，{year}年写的是{value}，差了大约{times}倍",
    "{name} is {base} in {base_year} and {value} in {year}, about {times} times that",
)
