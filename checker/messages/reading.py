"""The tables of a text, shown on demand."""

from __future__ import annotations

from checker.messages.template import Template

CLI_READ = Template(
    "看一份文稿读成了什么：陈述、数目、列举、提及、事件、章节",
    "show what a text was read as: statements, counts, lists, mentions, events, sections",
)
CLI_READ_AFTER = Template(
    "问题都是从这些表里查出来的；一处没有查出来，先看这里有没有读到。\n年份后面的括号是从哪里取的：本句、标题、引导语、全文。",
    "Findings about a text come from these tables: where something was missed, see whether it was read.\n"
    "The word behind a period says where it was taken from.",
)
CLI_READ_TABLE = Template(
    "哪一张表：陈述（默认）、数目、列举、提及、事件、章节",
    "statements 陈述 (default), counts 数目, lists 列举, mentions 提及, events 事件, sections 章节",
)
CLI_READ_TABLE_VALUE = Template("表", "TABLE")
CLI_READ_FORMAT = Template("输出格式：text、csv、json，默认 text", "text, csv or json, default text")
CLI_READ_FORMAT_VALUE = Template("text|csv|json", "text|csv|json")
READ_NONE = Template("没有读到", "nothing was read")
READ_KIND = Template(
    "不是文稿：要 .docx、.txt、.md 的文稿或 .xlsx 的指标表",
    "it is no text; read takes .docx, .txt, .md and .xlsx files",
)
READ_HEADINGS = {
    "statements": Template(
        "位置|原文|指标|范围|年份|时间取自|目标或实际|说的是|数",
        "place|words|subject|scope|years|years from|tense|measure|value",
    ),
    "counts": Template("位置|原文|数|单位|后面列了几项", "place|words|number|unit|items behind"),
    "lists": Template("位置|原文|项数|各项", "place|words|members|which"),
    "mentions": Template("位置|原文|是什么|名称", "place|words|kind|name"),
    "events": Template("位置|原文|起|止|做什么", "place|words|from|to|act"),
    "sections": Template("位置|原文|级|标题|讲的年份|目标或实际", "place|words|level|title|years|tense"),
}
READ_ORIGINS = {
    "said": Template("本句", "said"),
    "declared": Template("指标", "declared"),
    "table": Template("表头", "table"),
    "lead_in": Template("引导语", "lead-in"),
    "heading": Template("标题", "heading"),
    "document": Template("全文", "document"),
    "default": Template("常例", "default"),
}
READ_TENSES = {
    "actual": Template("实际", "actual"),
    "expected": Template("预计", "expected"),
    "target": Template("目标", "target"),
    "striving": Template("力争", "striving"),
}
READ_MEASURES = {
    "level": Template("水平", "level"),
    "growth": Template("增速", "growth"),
    "average": Template("年均", "average"),
    "cumulative": Template("累计", "cumulative"),
    "share": Template("占比", "share"),
    "rank": Template("位次", "rank"),
    "change": Template("增减", "change"),
}
READ_ACTS = {
    "meet": Template("会议", "meeting"),
    "publish": Template("印发", "published"),
    "force": Template("施行", "in force"),
    "prepare": Template("前期", "prepared"),
    "begin": Template("启动", "begun"),
    "done": Template("完成", "done"),
    "midterm": Template("中期评估", "mid-term assessment"),
    "final": Template("总结评估", "final assessment"),
    "visit": Template("调研", "visit"),
}
READ_MENTIONS = {
    "title": Template("文件", "document"),
    "quoted": Template("引号里的", "quoted"),
    "code": Template("代号", "code"),
    "defined": Template("名词解释", "defined"),
    "place": Template("地名", "place name"),
    "document_number": Template("文号", "document number"),
    "meeting": Template("会议", "meeting"),
}
