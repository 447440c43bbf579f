"""A first plan file made from a text: what is said in it of what was guessed."""

from __future__ import annotations

from checker.messages.template import Template

DRAFT_TEXT_TITLE = Template(
    "由 {path} 起草：标题、数、原话取自文本，标“待核”“推断”的是推测的，逐条核对后删去",
    "drafted from {path}: titles, figures and quotes are the text's; what is marked 待核 or 推断 was guessed",
)
DRAFT_FOUND = Template("读到：{what}", "found: {what}")
DRAFT_COUNTED = Template("{word}{count}", "{word} {count}")
DRAFT_TO_SEE = Template("标了待核、推断的{count}处", "{count} places marked 待核 or 推断")
DRAFT_NOT_FOUND = Template("没有读到：{what}", "not found: {what}")
DRAFT_PICTURES = Template(
    "没有读：{path} 里有{count}张图，表如果是图就读不到",
    "not read: {path} holds {count} pictures; a table that is one cannot be read",
)
DRAFT_NOT_OWN = Template(
    "没有用：{path}，不是纲要、起草说明、指标表或建议",
    "not used: {path}, which is no outline, note, table or proposal",
)
DRAFT_CARRIED = Template(
    "承接上位规划{count}项，按名称、写法、单位推断；把握不大的{rest}项没有写，用 plancheck align 看",
    "ties to the upper plans, guessed: {count}; less sure and not written: {rest}, see plancheck align",
)
DRAFT_OF = Template("{plan}：{what}", "{plan}: {what}")
DRAFT_TWO_OUTLINES = Template(
    "{first} 与 {second} 不是同一部规划的文稿，分开起草；上级的用 plancheck new workspace 的 --upper",
    "{first} and {second} are of two plans; draft them one by one, upper ones with --upper of plancheck new workspace",
)
DRAFT_GUESSED_NAME = Template("名称取自标题", "the name is taken from the title")
DRAFT_NAME_OF_FILE = Template("没有读到标题，名称取自文件名", "no title was found: the name is that of the file")
DRAFT_GUESSED_LEVEL = Template("层级按标题推测", "the level is guessed from the title")
DRAFT_GUESSED_GOALS = Template("目标取自“{heading}”一节的各条", "the goals are the items under {heading}")
DRAFT_GUESSED_GOALS_OF = Template("目标取自提法“{slogan}”的成员", "the goals are the members of the slogan {slogan}")
DRAFT_NO_GOALS = Template(
    "没有读到目标，举措和指标先归在总目标下，目标要自己写",
    "no goals were found: measures and indicators stand under the overall goal until you write them",
)
DRAFT_GUESSED_OVERALL = Template("总目标是哪一句，核对", "see which sentence is the overall goal")
DRAFT_GUESSED_INDICATORS = Template(
    "以下指标按正文里的数推测，属性、方向、责任单位正文里没有",
    "these indicators are guessed from figures in the text; nature, direction and owner are not there",
)
DRAFT_GUESSED_SLOGANS = Template("提法的成员按后面的列举拆开", "members of slogans are split at the list behind them")
DRAFT_GUESSED_MEASURES = Template(
    "举措取自各章的节标题、专栏和写明的工程、行动、项目；支撑哪个目标是按用词推断的",
    "measures are headings of sections, panels and what is named; which goals they serve is guessed by their words",
)
DRAFT_GUESSED_UPPER = Template("上位规划取自书名号里的文件名", "the upper plans are named in the text")
DRAFT_GUESSED_MEASURED = Template(
    "哪个目标由哪些指标衡量，按目标一段里写的指标推断；没有写到的归总目标",
    "what measures a goal is guessed from its paragraph; indicators told in none measure the overall goal",
)
DRAFT_GUESSED_BASES = Template("上位依据取自书名号里的文件名", "the bases are the documents named in the text")
DRAFT_OTHER_VALUE = Template("文本另有一处写的是{value}", "elsewhere the text says {value}")
DRAFT_KIND = Template(
    "不能从它起草：要 .docx、.txt、.md 的文本或 .xlsx 的指标表",
    "nothing can be drafted from it: it takes a text (.docx, .txt, .md) or an indicator table (.xlsx)",
)
DRAFT_NO_STRUCTURE = Template(
    "{path} 里没有章、节标题，也没有目标和指标，没有可起草的", "{path} has no chapters, goals or figures to draft from"
)
