"""Words from outside that mean nothing; paths that are not plans."""

from __future__ import annotations

from checker.messages.template import Template

# ---- words from outside that mean nothing

OPTION_STAGE = Template("--stage（阶段）", "--stage")
OPTION_LEVEL = Template("--level（层级）", "--level")
OPTION_GATE = Template("--gate（门槛）", "--gate")
OPTION_APPROVED_ON = Template("--on（审定日期）", "--on")
OPTION_AS_OF = Template("--as-of（基准日）", "--as-of")
OPTION_JOBS = Template("--jobs（进程数）", "--jobs")
OPTION_SELECT = Template("--select（只用的规则）", "--select")
OPTION_IGNORE = Template("--ignore（不用的规则）", "--ignore")
OPTION_REFUSED = Template("{option} {reason}", "{option}: {reason}")
OPTION_UNKNOWN_WORD = Template(
    "{option} 没有“{word}”这个值，可以是：{words}", "{option} cannot be {word}; it is one of: {words}"
)
OPTION_BAD_DATE = Template(
    "{option} 后面要一个日期，如 2026-03-12，“{word}”不是", "{option} takes a day such as 2026-03-12; {word} is none"
)
OPTION_NOT_A_COUNT = Template(
    "{option} 后面要一个正整数，“{word}”不是", "{option} takes a number from 1; {word} is none"
)

# ---- paths that are not plans

INPUT_MISSING = Template("没有这个文件或文件夹", "there is no such file or folder")
INPUT_SAVE_AS = Template(
    "{kind} 文件读不了，用 WPS 或 {program} 打开，另存为 {wanted} 后再用",
    "{kind} files cannot be read; open it in WPS or {program} and save it as {wanted}",
)
INPUT_UNKNOWN_KIND = Template(
    "不认识这种文件；可以检查的是 .plan 文件、.docx .txt .md 文本、.xlsx 指标表和放着它们的文件夹",
    "this kind of file is not known; plancheck checks .plan, .docx, .txt, .md and .xlsx files, and folders",
)
INPUT_NOT_A_PLAN = Template("不是 .plan 文件", "it is not a .plan file")
