"""What an outline has of the party committee's 建议."""

from __future__ import annotations

from checker.messages.template import Template

NOT_TAKEN_UP = Template(
    "党委建议里有{count}项在纲要里没有见到：{names}等",
    "{count} items of the proposal are not seen in the outline, among them {names}",
)
NOT_TAKEN_UP_ALL = Template("党委建议里的{names}，纲要里没有见到", "not seen in the outline, of the proposal: {names}")
RELATED_ASKED = Template("党委建议里的「{words}」", "{words} in the proposal")
TAKEN_UP_LINE = Template(
    "{file}：党委建议（{proposal}）的提法和数 {count} 项，原样 {kept} 项，改写 {reworded} 项，未见 {missing} 项"
    "（清单见 plancheck follow）",
    "{file}: names and figures of the proposal ({proposal}): {count}; kept {kept}, otherwise {reworded}, "
    "not seen {missing} (listed by plancheck follow)",
)
TAKEN_UP_STATES = {
    "kept": Template("原样", "kept"),
    "reworded": Template("改写", "reworded"),
    "missing": Template("未见", "missing"),
}
TAKEN_UP_KINDS = {
    "quoted": Template("提法", "quoted"),
    "title": Template("文件", "title"),
    "programme": Template("工程行动", "programme"),
    "position": Template("定位", "position"),
    "slogan": Template("数目提法", "slogan"),
    "figure": Template("数", "figure"),
}
TAKEN_UP_HEADINGS = Template(
    "纲要里|类|建议里写|建议里的位置|纲要里写|纲要里的位置|建议|纲要",
    "state|kind|words|place|words of the outline|place in the outline|proposal|outline",
)
CLI_FOLLOW = Template(
    "党委建议的提法、定位、工程和数，纲要里是原样、改写还是未见",
    "list what an outline has of the party committee's proposal: kept, reworded, missing",
)
CLI_FOLLOW_AFTER = Template(
    "给出建议和纲要两份文件，或放着它们的文件夹：plancheck follow 建议.docx 纲要.docx\n"
    "说法不同的数另由 PC744 等规则报。",
    "Give the proposal and the outline, or a folder with both: plancheck follow 建议.docx 纲要.docx",
)
CLI_FOLLOW_STATE = Template("只列一种：原样、改写、未见", "list one state only: 原样 kept, 改写 reworded, 未见 missing")
CLI_FOLLOW_STATE_VALUE = Template("原样|改写|未见", "原样|改写|未见")
CLI_FOLLOW_NONE = Template(
    "没有同一地方、同一规划期的党委建议和规划纲要", "there is no proposal with the outline of its place and period"
)
