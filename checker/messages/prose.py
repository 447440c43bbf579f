"""What is said about a plan's text beside the sentences of the rules themselves."""

from __future__ import annotations

from checker.messages.template import Template

TYPO_CONFUSED = Template("「{wrong}」疑似错字：{reason}", "{wrong} looks like a slip of the pen: {reason}")
TYPO_LETTER = Template(
    "「{words}」在汉字数字里混用了字母或阿拉伯数字", "{words} mixes a letter or an Arabic digit into Chinese digits"
)
TYPO_DIGIT_LETTER = Template("「{words}」在数字里混用了字母O", "{words} has the letter O among digits")
TYPO_UNCLOSED = Template("「{mark}」没有配对的后一半", "{mark} is never closed")
TYPO_UNOPENED = Template("「{mark}」没有配对的前一半", "{mark} is never opened")
TYPO_MIXED = Template("「{words}」的括号一半是全角、一半是半角", "the brackets of {words} are of unlike width")

PERIOD_YEARS = Template(
    "“{period}”是{first}—{last}年，这里写的不是", "the {period} plan runs from {first} to {last}, not as told here"
)
PERIOD_YEAR = Template(
    "“{period}”的这一年是{year}年，这里写的是{told}年", "that year of {period} is {year}, not {told}"
)
PERIOD_PLENUM = Template("「{plenum}」在{year}年，这里写的是{told}年", "{plenum} was held in {year}, not {told}")
PERIOD_HORIZON = Template("这里写的是{told}年远景目标，应是{usual}年", "the horizon is told as {told}; it is {usual}")
PERIOD_OTHER_PLAN = Template(
    "这是“{own}”的规划，这里写的却是“{told}”", "this is the plan of {own}, but {told} is told here"
)
PERIOD_OLD_WORD = Template("「{word}」从{since}年起改称「{now}」", "{word} has been called {now} since {since}")

RELATED_LIST = Template("列出的内容在这里", "this is what is listed")
RELATED_LAST = Template("最后一项在这里", "this is the last one")
RELATED_BEFORE = Template("前一个序号在这里", "this is the number before it")
RELATED_TOLD = Template("所说的数在这里", "this is the number told")
RELATED_FIRST = Template("前面的在这里", "this is the earlier one")
RELATED_USUAL = Template("「{usual}」在这里", "{usual} stands here")
RELATED_OTHER_VALUE = Template("这里写的是{value}", "here it is {value}")
RELATED_PART = Template("分项在这里", "this is one of the parts")
RELATED_MODEL = Template("规划文件里写的是{value}", "the plan file has {value}")
RELATED_NEAREST = Template("最接近的一句在这里", "this is the sentence most like it")
