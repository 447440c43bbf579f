"""Values that mean nothing."""

from __future__ import annotations

from checker.messages.template import Template

MODEL_FIELD_MISPLACED = Template("“{kind}”没有“{field}”这个字段", "{kind} has no field {field}")
MODEL_FIELDS_ARE = Template("“{kind}”里可以写：{fields}", "{kind} takes: {fields}")
MODEL_FIELD_TWICE = Template("“{field}”写了两次，只读第一次", "{field} is given twice; only the first counts")
MODEL_UNKNOWN_NOTE = Template(
    "“{field}”后的括号里不能写“{note}”，可写：{allowed}",
    "the brackets behind {field} cannot hold {note}; they take {allowed}",
)
MODEL_NO_NOTES = Template("“{field}”后面不写括号里的说明", "{field} takes no remark in brackets")
MODEL_BAD_CHOICE = Template(
    "“{field}”不能写“{written}”，可写：{allowed}", "{field} cannot be {written}; it is one of {allowed}"
)
MODEL_BAD_FIGURE = Template("这个数读不懂", "this figure cannot be read")
MODEL_BAD_TIME = Template(
    "“{written}”不是日期，或早于前一个日期", "{written} is no date, or earlier than the one before"
)
MODEL_BAD_UNIT = Template("“{written}”不是已知的单位", "{written} is no known unit")
MODEL_NOT_A_NAME = Template("“{field}”要写名称，不写引号里的话", "{field} takes names, not sentences in quotes")
MODEL_NOT_A_TEXT = Template(
    "“{field}”要写“引号里的话”或《文件名》", "{field} takes a sentence in quotes or a title in 《》"
)
MODEL_ONE_MODE = Template(
    "“承接”只能写一种方式，这里写了“{first}”又写“{second}”", "aligns takes one mode; here are {first} and {second}"
)
MODEL_ONE_ONLY = Template("“{field}”只能写一个", "{field} takes only one")
MODEL_TENSE_MISSING = Template("“{field}”的数前面要写“实际”或“目标”", "write 实际 or 目标 before the figure of {field}")
MODEL_NO_PLAN = Template("文件开头没有“规划 名称 {{…}}”", "the file has no 规划 name {{…}}")
MODEL_SECOND_PLAN = Template(
    "一个文件只写一个“规划”；「{name}」要另存一个文件", "a file holds one plan; 「{name}」 needs a file of its own"
)
MODEL_PLAN_IN_CONTINUATION = Template(
    "这个文件是「{name}」的续篇，里面不再写“规划”；另一部规划要另存一个文件",
    "this file goes on with 「{name}」 and holds no 规划; another plan needs a file of its own",
)
MODEL_CONTINUATION_FIRST = Template(
    "“续”只写在文件开头，别的声明写在它后面", "续 stands at the beginning of a file, before all other declarations"
)
MODEL_CONTINUATION_ALONE = Template(
    "“续”只写规划的名称，不带大括号；规划的字段写在有“规划 {name} {{…}}”的文件里",
    "续 takes no braces; the fields of the plan stand in the file that has 规划 {name} {{…}}",
)
MODEL_UPSIDE_DOWN = Template("范围的前一个数大于后一个数", "the range runs from the larger to the smaller number")
