"""A new round of documents carried into a plan: what is proposed, what is left to a person, what was not read."""

from __future__ import annotations

from checker.messages.template import Template

CLI_UPDATE = Template(
    "把新一稿文稿的改动带进规划文件：先列出，取哪几条由人定",
    "carry what a new round of documents changed into a plan: listed first, taken by a person",
)
CLI_UPDATE_AFTER = Template(
    "上一稿取规划文件的‘文本’写的那几篇；它们已经换成这一稿的，取最近一次快照里的，或者用 --old 指明。\n"
    "手写的联系、备注、次序和版式不动；文稿和规划文件都改了的是冲突，只列出三个值，不代为选择。",
    "the old round is what 文本 in the plan names; where that is the new one already,\n"
    "what the last snapshot has, or what --old names. Ties, remarks, order and layout of a person stay;\n"
    "what both sides changed is shown, not chosen.",
)
CLI_UPDATE_DOCUMENTS = Template("文稿", "DOCUMENT")
CLI_UPDATE_OLD = Template("上一稿的文稿，或 快照:名称", "the documents of the old round, or snapshot:NAME")
CLI_UPDATE_ACCEPT = Template(
    "取列出的改动，写进规划文件：all 是全部（冲突除外），或者写编号",
    "take changes into the plan: all, or their numbers",
)
CLI_UPDATE_ACCEPT_VALUE = Template("all|1,3,5-8", "all|1,3,5-8")
CLI_UPDATE_DIFF = Template("只显示取了以后文件的差别，不写", "show what would be written, and write nothing")
CLI_UPDATE_FORCE = Template("题目是别的地方、别的期次的也对照", "compare documents of another place or period, too")

UPDATE_SIDES = Template("上一稿：{old}\n这一稿：{new}", "old round: {old}\nnew round: {new}")
UPDATE_NO_OLD = Template(
    "没有上一稿，只把这一稿与规划文件对照：缺的列出来可以取，不同的分不清是谁改的，删了什么也不知道",
    "there is no old round: what the plan lacks can be taken; who changed what differs, and what is gone, nobody knows",
)
UPDATE_LISTED = Template("文稿改了、可以取的：{count}条", "changed in the documents, to be taken: {count}")
UPDATE_NONE = Template("文稿没有改动要带进规划文件", "the documents changed nothing that the plan does not have")
UPDATE_CONFLICTS = Template(
    "冲突，两边都改了，自己定：{count}条", "conflicts, changed on both sides, for you to settle: {count}"
)
UPDATE_TOLD = Template("没有带进的：", "not carried over:")
UPDATE_HOW = Template(
    "取全部：加 --accept all；取几条：--accept 1,3,5-8；先看改成什么样：再加 --diff",
    "take all: --accept all; some: --accept 1,3,5-8; see them first: add --diff",
)
UPDATE_LINE = Template("{number}  {line}  {message}", "{number}  {line}  {message}")
UPDATE_UNNUMBERED = Template("-  {line}  {message}", "-  {line}  {message}")
UPDATE_POINT = Template("-  {message}", "-  {message}")
UPDATE_TAKEN = Template("{path}：取了{count}条：{numbers}", "{path}: taken {count}: {numbers}")

UPDATE_FIELD = Template("{item}的{word}", "{word} of {item}")
UPDATE_TITLE = Template("题目", "title")
UPDATE_HEADING = Template("{kind}「{name} {title}」", "{kind} {name} {title}")
UPDATE_ABSENT = Template("（没有写）", "none")
UPDATE_CHANGED = Template("改：{what}：{old} → {new}", "change: {what}: {old} → {new}")
UPDATE_RENAMED = Template(
    "改名：{item} → 「{name}」，引用它的一起改", "rename: {item} → {name}, with what refers to it"
)
UPDATE_QUOTE = Template("原文：{item}：“{old}” → “{new}”", "quote: {item}: {old} → {new}")
UPDATE_ADDED = Template("增：{item}，写在「{beside}」旁边", "add: {item}, beside {beside}")
UPDATE_ADDED_LAST = Template("增：{item}，写在最后", "add: {item}, at the end")
UPDATE_NEW_HERE = Template("这一稿新增", "new in this round")
UPDATE_DROPPED = Template("删：{item}", "drop: {item}")
UPDATE_DROPPED_OWN = Template("{said}，里面手写的{what}一起删", "{said}, with what you wrote in it: {what}")
UPDATE_DROPPED_TIES = Template("{said}；引用它的不改：{ties}", "{said}; what refers to it is left: {ties}")
UPDATE_OUTLINE = Template("章节：{what}", "outline: {what}")
UPDATE_HEADING_ADDED = Template("增{item}", "add {item}")
UPDATE_HEADING_DROPPED = Template("删{item}", "drop {item}")
UPDATE_HEADING_MOVED = Template("{item}改为{name}，引用它的一起改", "{item} becomes {name}, with what refers to it")
UPDATE_HEADING_LEFT = Template("{item}在这一稿里有，不知道放在哪里", "{item} is new; where it belongs is not known")
UPDATE_TEXT = Template("文本：{old} → {new}", "text: {old} → {new}")
UPDATE_TEXT_ADDED = Template("文本：增{new}", "text: add {new}")
UPDATE_CONFLICT = Template(
    "{what}：上一稿 {old}，这一稿 {new}，规划文件 {mine}", "{what}: old round {old}, new round {new}, plan {mine}"
)
UPDATE_DIFFERS = Template("{what}：这一稿 {new}，规划文件 {mine}", "{what}: new round {new}, plan {mine}")
UPDATE_DROPPED_CHANGED = Template(
    "{item}：这一稿里没有了，规划文件改过它的{what}", "{item}: gone from the new round; the plan changed its {what}"
)
UPDATE_GONE_HERE = Template(
    "{item}在这一稿里改了，规划文件里没有它", "{item} changed in the new round; the plan does not have it"
)
UPDATE_QUOTE_LOST = Template(
    "{item}的原文“{quote}”在这一稿里找不到，认不准改成了哪一句",
    "quote of {item} is gone, nobody can say for what: {quote}",
)
UPDATE_UNSAID = Template(
    "{what}在这一稿里没有读到，规划文件写的{mine}留着", "{what} was not read in the new round; the plan keeps {mine}"
)
UPDATE_OTHER_FILE = Template("{path} 里引用「{name}」的没有跟着改", "{path} refers to {name} by its old name")
UPDATE_TEXT_OUTSIDE = Template(
    "{path} 不在规划文件的文件夹里，‘文本’没有改：放进去以后再改",
    "{path} is not in the folder of the plan: put it there, then change 文本",
)
UPDATE_GUESSES = Template(
    "原有举措支撑哪个目标、目标由哪些指标衡量，推断的不随文稿重新推断",
    "guessed ties of items that were there before are not guessed anew",
)

UPDATE_NOT_DRAFTED = Template(
    "{path} 没有写‘文本’，不知道由哪几篇文稿来：补上‘文本’，或用 --old 指明上一稿",
    "{path} names no 文本, so nobody knows its documents: add it, or name the old round with --old",
)
UPDATE_OTHER_PLAN = Template(
    "{document} 的题目是「{theirs}」的，{path} 是「{own}」的；确实要对照，加 --force",
    "{document} is of {theirs} by its title, {path} of {own}; add --force to compare them all the same",
)
UPDATE_PLAN_BROKEN = Template(
    "{path} 有{count}处读不懂（第一处在第{line}行），改好再更新",
    "{path} has places that cannot be read ({count}, the first on line {line}); mend them first",
)
UPDATE_NUMBERS = Template(
    "--accept 不认得“{word}”：写 all，或列出的编号，如 1,3,5-8",
    "--accept does not take {word}: write all, or numbers of the list, as 1,3,5-8",
)
UPDATE_DIFF_ALONE = Template("--diff 要和 --accept 一起用", "--diff goes with --accept")
UPDATE_UNSAFE = Template(
    "{path} 没有写：取了这几条会有读不懂的地方，把文稿和命令报给维护的人",
    "{path} was not written: with these changes it could not be read; please report the documents and the command",
)
UPDATE_NOTHING_READ = Template(
    "{path} 里没有读到章节、目标、指标，没有可对照的", "{path} has no outline, goals or figures to compare"
)
