"""What lies between two versions of plans."""

from __future__ import annotations

from checker.messages.template import Template

REVISE_NO_SIDE = Template(
    "{word}：既不是文件或文件夹，也不是 git 里的版本", "{word}: neither a file or folder nor a revision in git"
)
REVISE_NOT_THERE = Template("版本 {revision} 里没有 {path}", "revision {revision} has no {path}")
REVISE_GIT_MISSING = Template("没有找到 git 程序", "git was not found")
REVISE_GIT_FAILED = Template("git 读不出版本 {revision}：{reason}", "git cannot read revision {revision}: {reason}")

REVISE_TARGET_DOWN = Template("目标值下调", "target lowered")
REVISE_TARGET_UP = Template("目标值上调", "target raised")
REVISE_NATURE_DOWN = Template("属性降格", "nature downgraded")
REVISE_NATURE_UP = Template("属性升格", "nature upgraded")
REVISE_DEFINITION = Template("口径改变", "definition changed")
REVISE_INDICATOR_REMOVED = Template("指标删除", "indicator removed")

REVISE_DID = {
    "added": Template("新增", "added"),
    "removed": Template("删除", "removed"),
    "renamed": Template("改名", "renamed"),
    "changed": Template("改动", "changed"),
}
REVISE_HEAD = Template("{old} → {new}", "{old} → {new} (old → new)")
REVISE_NOTHING = Template("规划没有改动", "the plans are the same")
REVISE_COUNTS = Template(
    "新增{added}项，删除{removed}项，改名{renamed}项，改动{changed}处",
    "{added} added, {removed} removed, {renamed} renamed, {changed} fields changed",
)
REVISE_NAMED = Template("{kind}「{name}」", "{kind_en} {name}")
REVISE_WAS = Template("{named}（原「{old}」）", "{named} (was {old})")
REVISE_FIELD = Template("{named} {field}：{old} → {new}", "{named}, {field}: {old} → {new}")
REVISE_NONE = Template("（没有）", "(none)")
REVISE_WEIGHT = Template("{said} 【{weight}】", "{said} [{weight}]")
REVISE_CONCERNS = Template("与它相连：{names}", "tied to it: {names}")
REVISE_APPEARED = Template("新出现的问题（{count}个）：", "findings that appeared ({count}):")
REVISE_GONE = Template("已经没有的问题（{count}个）：", "findings that are gone ({count}):")
REVISE_UNSEEN = Template(
    "新的一边没有再报，但也没有查到或读不懂，不算没有了（{count}个）：",
    "not told of the new side, but not looked at or unreadable there ({count}):",
)
REVISE_VERDICT = Template("{side}：{verdict}", "{side}: {verdict}")
REVISE_ON_SIDE = Template("{point}（{side}）", "{point} ({side})")
REVISE_FINDING = Template("{severity} {code} {said}", "{severity} {code}: {said}")
REVISE_SAME_FINDINGS = Template("检查出的问题没有变化", "the findings are the same")

CLI_DIFF = Template(
    "比较两个版本：改了哪些目标、举措、指标，问题多了还是少了",
    "compare two versions: what changed, and which findings came or went",
)
CLI_DIFF_AFTER = Template(
    "旧、新两边各是一个文件夹、一个文件，或者 git 里的版本（HEAD~3、标签、HEAD~3:路径）；git 的版本只读不改。\n"
    "还可以是 plancheck snapshot 记下的一轮，写作 快照:名字，或者它用 -o 写的文件。",
    "OLD and NEW are each a folder, a file or a git revision (HEAD~3, a tag, HEAD~3:path); git is only read.\n"
    "Or a round that plancheck snapshot kept, told as snapshot:NAME, or a file that it wrote with -o.",
)
CLI_OLD_VALUE = Template("旧", "OLD")
CLI_NEW_VALUE = Template("新", "NEW")
CLI_DIFF_FORMAT = Template("输出格式：text（默认）、json、markdown", "output format: text (default), json, markdown")
CLI_DIFF_FORMAT_VALUE = Template("text|json|markdown", "text|json|markdown")
