"""What the text of a plan file does not say rightly."""

from __future__ import annotations

from checker.messages.template import Template

SYNTAX_UNCLOSED_QUOTE = Template(
    "「{mark}」没有配对的「{closing}」，从这里到行末没有读",
    "{mark} has no matching {closing}; the rest of the line was not read",
)
SYNTAX_FIELD_UNKNOWN = Template("没有“{field}”这个字段", "there is no field {field}")
SYNTAX_DECLARATION_UNKNOWN = Template("没有“{word}”这种声明", "there is no declaration {word}")
SYNTAX_NEAR = Template("是否指“{word}”", "did you mean {word}")
SYNTAX_UNCLOSED_BLOCK = Template("“{word}”的花括号没有闭合，缺“}}”", "the brace of {word} is not closed: }} is missing")
SYNTAX_STRAY_BRACE = Template("多了一个“}}”", "one }} too many")
SYNTAX_FIELD_EMPTY = Template("“{field}”后面没有内容", "nothing stands behind {field}")
SYNTAX_REPEATED = Template("“{word}”写了两遍", "{word} is written twice")
SYNTAX_COLON_MISSING = Template("“{field}”后面缺冒号", "the colon behind {field} is missing")
SYNTAX_EXPECTED = Template("这里读不懂“{found}”，应是{expected}", "cannot read “{found}” here; expected {expected}")
SYNTAX_MISSING = Template("「{last}」后面缺{expected}", "{expected} is missing behind {last}")
SYNTAX_NAME_MARKS = Template("名称里有空格或标点时，用「」括起来", "a name with blanks or marks goes in 「」")
SYNTAX_WORDS = {
    "NAME": Template("名称", "a name"),
    "QUOTED_NAME": Template("名称", "a name"),
    "STRING": Template("引号里的话", "a sentence in quotes"),
    "TITLE": Template("《》里的文件名", "a title in 《》"),
    "NUMBER": Template("数", "a number"),
    "UNIT": Template("单位", "a unit"),
    "DATE": Template("日期（如2021年4月）", "a date (such as 2021年4月)"),
    "YEAR": Template("年份", "a year"),
    "TENSE": Template("“实际”或“目标”", "实际 or 目标"),
    "WORD": Template("括号里的说明", "a remark"),
    "CODE": Template("规则编号（如 PC301）", "a rule code (such as PC301)"),
    "FIELD": Template("字段", "a field"),
    "FINGERPRINT": Template("指纹", "a fingerprint"),
    "_LBRACE": Template("“{{”", "{{"),
    "_RBRACE": Template("“}}”", "}}"),
    "_LPAR": Template("“（”", "("),
    "_RPAR": Template("“）”", ")"),
    "_COLON": Template("冒号", "a colon"),
    "_COMMA": Template("“、”", "a comma"),
    "_OF": Template("“于”", "于 (of)"),
    "_NL": Template("换行", "the end of the line"),
    "EQUAL": Template("“=”", "="),
    "SLUG": Template("英文名", "a slug"),
    "PLAN_TEXT": Template("花括号里的规划文本", "a plan text in braces"),
    "GOOD": Template("“正例”", "good"),
    "BAD": Template("“反例”", "bad"),
    "FORALL": Template("“凡”", "for_each"),
    "QUANTITY": Template("带单位的数", "a quantity"),
    "_AND_SO": Template("“，”", "a comma"),
    "_LIST": Template("“、”", "、"),
    "OF": Template("“的”", "of"),
    "IS": Template("“为”", "is"),
    "HAS": Template("“有”", "has"),
    "_AND": Template("“且”", "and"),
    "_OR": Template("“或”", "or"),
}
SYNTAX_PROBLEM_FALLBACK = Template("这里读不懂", "cannot be read")
