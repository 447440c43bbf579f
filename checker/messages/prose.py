"""What is said about a plan's text beside the sentences of the rules themselves."""

from __future__ import annotations

from checker.messages.template import Template

TYPO_CONFUSED = Template("「{wrong}」疑似错字：{reason}", "{wrong} looks like a slip of the pen: {reason}")
TYPO_LETTER = Template(
    "「{words}」在汉字数字里混用了字母或阿拉伯数字", "{words} mixes a letter or an Arabic digit into Chinese digits"
)
DIGIT_LETTER = Template("「{words}」的数字里混进了字母", "{words} has letters among its digits")
DIGIT_WIDTH = Template(
    "「{words}」的数字是全角的，别处用半角", "{words} has digits at full width; elsewhere they are at half"
)
DIGIT_POINT = Template("「{words}」的小数点不对", "the decimal point of {words} is none")
DIGIT_TWICE = Template("「{words}」写了两遍", "{words} is written twice over")
MARK_HALF = Template("中文里混进了半角标点「{mark}」", "the mark {mark} is at half width in Chinese text")
MARK_BRACKETS = Template(
    "「{words}」的括号是半角的，别处用全角", "the brackets of {words} are at half width, elsewhere at full"
)
MARK_QUOTES = Template("「{words}」的引号是直的，别处用“”", "{words} has straight quotation marks, unlike all others")
MARK_DOUBLED = Template("标点「{marks}」连用", "the marks {marks} stand in a row")
MARK_INSIDE = Template(
    "标点「{mark}」不能紧挨着这一半括号或引号", "{mark} cannot stand right beside this bracket or quotation mark"
)
MARK_WRONG_WAY = Template(
    "引号「{mark}」方向反了，应是「{right}」", "the quotation mark {mark} is the wrong way round; it should be {right}"
)
MARK_NUMBER = Template(
    "带括号的序号后面不加标点，这里有「{mark}」", "a number in brackets takes no mark, here is {mark}"
)
DOUBLED_WORD = Template("「{word}」写了两遍", "{word} is written twice in a row")
TYPO_UNCLOSED = Template("「{mark}」没有配对的后一半", "{mark} is never closed")
TYPO_UNOPENED = Template("「{mark}」没有配对的前一半", "{mark} is never opened")
TYPO_MIXED = Template("「{words}」的括号一半是全角、一半是半角", "the brackets of {words} are of unlike width")

PERIOD_YEARS = Template(
    "“{period}”是{first}—{last}年，这里写的不是", "the {period} plan runs from {first} to {last}, not as told here"
)
PERIOD_OTHER = Template("这里说的应是“{right}”，写的是“{told}”", "this is of the {right} plan, and not of {told}")
PERIOD_YEAR = Template(
    "“{period}”的这一年是{year}年，这里写的是{told}年", "that year of {period} is {year}, not {told}"
)
PERIOD_PLENUM = Template("「{plenum}」在{year}年，这里写的是{told}年", "{plenum} was held in {year}, not {told}")
PERIOD_PROPOSED = Template(
    "提出“{period}”规划建议的是{wanted}，这里写的是「{plenum}」",
    "the plan of {period} was proposed by {wanted}, not {plenum}",
)
PERIOD_HORIZON = Template("这里写的是{told}年远景目标，应是{usual}年", "the horizon is told as {told}; it is {usual}")
PERIOD_OTHER_PLAN = Template(
    "这是“{own}”的规划，这里写的却是“{told}”", "this is the plan of {own}, but {told} is told here"
)
PERIOD_LOOKS_BACK = Template(
    "“{own}”是本规划的时期，这里却当作过去来写", "{own} is this plan's own period and is told here as past"
)
PERIOD_TITLE = Template(
    "全文写的是“{own}”，这里的规划名称却是“{told}”的", "the text is about {own}, but this title is of {told}"
)
PERIOD_SPAN = Template(
    "本规划是“{own}”（{first}—{last}年），这里写的期限不是", "this plan is {own}, {first} to {last}, not as told here"
)
PERIOD_PAST_GOAL = Template(
    "“{own}”从{first}年开始，这里却把{year}年当作目标年",
    "{own} begins in {first}, but {year} is told here as a year of aims",
)
PERIOD_GUIDE = Template(
    "「{plenum}」提出的是“{told}”规划的建议，这是“{own}”的文稿",
    "{plenum} proposed the {told} plan; this text is of {own}",
)
PERIOD_PLAN_YEARS = Template(
    "从{first}年到{last}年是{years}年，这里写的是{told}年", "from {first} to {last} it is {years} years, here {told}"
)
PERIOD_OLD_WORD = Template("「{word}」从{since}年起改称「{now}」", "{word} has been called {now} since {since}")

CUT_ENDS = Template("句子到「{word}」就断了，后面缺内容", "the sentence is cut off behind {word}")
CUT_BEGINS = Template(
    "句子从「{word}」开始，前面缺内容", "the sentence begins with {word}: words before it are missing"
)
CUT_PAIR = Template("有「{word}」，没有与它呼应的另一半", "there is {word}, and nothing that answers it")
CUT_MARK = Template("这一段以「{mark}」结尾，没有写完", "the paragraph ends with {mark}: it is not finished")
CUT_NO_END = Template("段末缺标点，别的段都有", "the paragraph ends without a mark, unlike all others")
CUT_SIBLINGS = Template(
    "这一项以「{mark}」结尾，并列的各项都用同一种标点", "this point ends with {mark}, unlike all others of its run"
)

ORDER_BEFORE = Template("「{words}」早于前面的「{before}」", "{words} is before {before}, which comes first")
ORDER_STAGE = Template("后一步的「{words}」早于前一步的「{before}」", "{words} is before {before}, the stage before it")
ORDER_BUILT = Template(
    "「{words}」建成，早于「{before}」开工", "it is finished in {words}, before it begins in {before}"
)
ORDER_STEP = Template(
    "「{words}」的这一步早于它前一步的「{before}」", "{words} is the time of a step that follows the one of {before}"
)
ORDER_YEARS = Template(
    "逐年列出的「{words}」接在「{before}」后面，年份重复或倒置", "year {words} follows {before} in a list"
)
ORDER_PUBLISHED = Template(
    "「{words}」发布，早于「{before}」的会议", "it was published on {words}, before the meeting of {before}"
)

RELATED_LIST = Template("列出的内容在这里", "this is what is listed")
RELATED_HEADING = Template("正文的标题在这里", "this is the heading in the text")
RELATED_STANDS = Template("文本里写在这一章", "the text has it in this chapter")
RELATED_TIME_TOLD = Template("文本里的时间在这里", "the time in the text")
RELATED_NEAR_NAME = Template("相近的写法在这里", "the like wording is here")
RELATED_ENTRY = Template("目录的前一条在这里", "this is the entry before it")
RELATED_TITLE = Template("那一项在这里", "this is what stands in its place")
RELATED_LAST = Template("最后一项在这里", "this is the last one")
RELATED_BEFORE = Template("前一个序号在这里", "this is the number before it")
RELATED_TOLD = Template("所说的数在这里", "this is the number told")
RELATED_FIRST = Template("前面的在这里", "this is the earlier one")
RELATED_USUAL = Template("「{usual}」在这里", "{usual} stands here")
RELATED_OTHER_VALUE = Template("这里写的是{value}", "here it is {value}")
RELATED_PART = Template("分项在这里", "this is one of the parts")
RELATED_BASE = Template("出发的数在这里：{value}", "it sets out from {value}")
RELATED_TOTAL = Template("总数在这里", "this is the whole")
RELATED_MEMBERS = Template("对应的各项在这里", "these are the members")
RELATED_TIME = Template("没有写明年份，按这里的“{value}”理解", "no year is told; it is read by {value} here")
RELATED_MODEL = Template("规划文件里写的是{value}", "the plan file has {value}")
RELATED_MODEL_PLACE = Template("规划文件里写在这里", "the plan file has it here")
RELATED_NEAREST = Template("最接近的一句在这里", "this is the sentence most like it")
