"""Lists of things of one kind."""

from __future__ import annotations

from checker.messages.template import Template

CLI_LIST = Template(
    "列出一种内容：举措、指标、目标……，也可以是文稿里的陈述、数目；用 --where 只要其中一些",
    "list the things of one kind, those of a text too; --where takes some of them",
)
CLI_LIST_AFTER = Template(
    "例：plancheck list 举措 --where “甲 无 责任单位”\n"
    "    plancheck list 指标 --where “甲.属性 = 约束性” -o 约束性指标.xlsx\n"
    "    plancheck list 陈述 --where “甲.年份 > 2030” 纲要.docx\n"
    "甲就是列出的那一个；条件的写法与规则里“凡”后面的一样，见 docs/rule-language.md。",
    "For instance: plancheck list measure --where “甲 lacks owner”\n"
    "甲 is the thing; conditions are written as in rules (docs/rule-language.md).",
)
CLI_LIST_KIND_VALUE = Template("种类", "KIND")
CLI_LIST_WHERE = Template("只列出符合这个条件的", "list only what this condition holds for")
CLI_LIST_WHERE_VALUE = Template("条件", "CONDITION")
CLI_LIST_COLUMNS = Template("只要这些列，用顿号或逗号隔开", "only these columns, parted by commas")
CLI_LIST_COLUMNS_VALUE = Template("列…", "COLUMNS")
CLI_LIST_OUTPUT = Template("写到这个文件；.xlsx 写成工作簿", "write to this file; .xlsx makes a workbook")
LIST_COLUMN = Template("{kind}没有「{column}」这一列", "{kind} has no column {column}")
LIST_CONDITION = Template("条件「{where}」读不了：{reason}", "the condition {where} cannot be used: {reason}")
LIST_ADVISED = Template("{reason}（{advice}）", "{reason} ({advice})")
LIST_NO_CONDITION = Template("它不是一个条件", "it is no condition")
LIST_TOO_MUCH = Template("要比较的太多，条件要写得窄一些", "there is too much to compare; narrow it")
LIST_NONE = Template("没有符合的", "nothing found")
LIST_PLAN = Template("规划", "plan")
LIST_MORE = Template(
    "还有 {count} 列放不下：{columns}。用 --columns 选，或用 -o 写到 .xlsx、.csv 文件",
    "{count} more columns do not fit: {columns}. Choose with --columns, or write a file with -o",
)
LIST_COUNT = Template("共 {count} 项", "{count} in all")
LIST_PLACE = Template("在哪里", "place")
