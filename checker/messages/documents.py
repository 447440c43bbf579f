"""What is said of two documents that go together and do not agree: 建议 and 纲要, 纲要 and its 起草说明."""

from __future__ import annotations

from checker.messages.template import Template

OTHER_OUTLINE = Template("规划纲要", "the outline")
OTHER_PROPOSAL = Template("党委建议", "the party committee's proposal")
OTHER_REPORT = Template("政府工作报告", "the government's report")
OTHER_NOTE = Template("起草说明", "the drafting note")
OTHER_UPPER = Template("上位规划纲要", "the outline above")

APART_VALUE = Template(
    "「{words}」这里是{value}，{document}里是{other}", "{words}: {value} here, {other} in {document}"
)
APART_YEAR = Template(
    "「{words}」这里说的是{value}年，{document}里是{other}年", "{words}: by {value} here, by {other} in {document}"
)
APART_UNIT = Template(
    "「{words}」这里是{value}，{document}里是{other}，单位不同",
    "{words}: {value} here, {other} in {document}: another unit",
)
APART_BOUND = Template(
    "「{words}」这里是{value}，{document}里是{other}，一个是上限，一个是下限",
    "{words}: {value} here, {other} in {document}: one is a ceiling, one a floor",
)
APART_WAY = Template(
    "「{words}」{value}，这里说的升降与{document}里的相反", "{words}, {value}: it goes the other way in {document}"
)
APART_YEARLY = Template(
    "「{words}」{value}这里是每年的数，{document}里是几年合计的数",
    "{words}, {value}: a year here, over all years in {document}",
)
APART_SUMMED = Template(
    "「{words}」{value}这里是几年合计的数，{document}里是每年的数",
    "{words}, {value}: over all years here, a year in {document}",
)
APART_NAME = Template("这里写作「{words}」，{document}里是「{other}」", "{words} here, {other} in {document}")
APART_MEMBER = Template(
    "「{phrase}」这里列了「{words}」，{document}里是「{other}」", "{phrase}: {words} here, {other} in {document}"
)
APART_COUNT = Template("「{words}」：{document}里是{listed}", "{words}: in {document} it is {listed}")
APART_PARTS = Template("{count}{unit}", "{count} {unit}")
APART_BEYOND = Template("「{words}」：{document}只到第{last}{unit}", "{words}: {document} ends with {unit} {last}")
APART_MEETING = Template("这里是「{words}」，{document}里是「{other}」", "{words} here, {other} in {document}")
RELATED_ELSEWHERE = Template("另一份文件里是{value}", "in the other document it is {value}")
