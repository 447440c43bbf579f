"""What a fix does, and what ``check --fix`` says of its work."""

from __future__ import annotations

from checker.messages.template import Template

FIX_REPLACE = Template("把「{old}」改为「{new}」", "replace {old} by {new}")
FIX_FROM_TEXT = Template(
    "以文本为准：把规划文件的「{old}」改为「{new}」", "if the text is right: replace {old} in the plan file by {new}"
)
FIX_WAIVER = Template("删去这条豁免", "delete this waiver")

CLI_FIX = Template(
    "改掉有把握的：单位、标点的笔误，没用的豁免，二O，错字，漏字倒字的名称",
    "mend what is certain: slips in units, marks, words and names, unused waivers",
)
CLI_FIX_DIFF = Template("只显示 --fix 会改什么，不动文件", "show what --fix would change, and change nothing")
CLI_FIX_TRUST = Template(
    "和 --fix 或 --diff 一起用：规划文件的数、原文与文本不同的，以文本为准",
    "with --fix or --diff: figures and quotes unlike the text become the text's",
)
FIX_TRUST_ALONE = Template("--trust-text 要和 --fix 或 --diff 一起用", "--trust-text goes with --fix or --diff")
FIX_TO_TRUST = Template(
    "另有 {count} 处规划文件与文本不同：以文本为准的，加 --trust-text；以规划文件为准的，改文本",
    "where the plan file differs from the text ({count}): --trust-text takes the text's side; else change the text",
)
FIX_DONE = Template("{path}：改了 {count} 处", "{path}: mended {count}")
FIX_NOTHING = Template("没有能自动改的", "there is nothing to mend without a person")
FIX_APPROVED = Template("{path} 审定过，没有改", "{path} was approved and was left alone")
FIX_WORD = Template(
    "{path} 是 Office 文件，--fix 不改；改法在各条建议里，Word 文件可用 plancheck annotate 写成批注",
    "{path} is an Office file and is not mended; the advice says what to write, plancheck annotate puts it into Word",
)
FIX_LATER = Template(
    "另有 {count} 处和这些改动重叠，改完这些再看", "overlapping with these: {count}; look again when these are done"
)
FIX_BOTH = Template("--fix 和 --diff 写一个就行", "either --fix or --diff, not both")
