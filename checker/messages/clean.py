"""``plancheck clean``: what it says of the copies that plancheck keeps."""

from __future__ import annotations

from checker.messages.template import Template

CLI_CLEAN = Template("删掉 plancheck 自己留下的东西", "remove what plancheck itself keeps")
CLI_CLEAN_AFTER = Template(
    "不写 --all，只删没有写完的临时文件和缓存。写 --all，连快照（.plancheck 里记的各轮文件）一起删，删了找不回来；\n"
    "先看要删什么，加 --dry-run。不问，删了什么逐个列出；不跟符号链接走；文件夹里别的东西不动。\n"
    "报告、基线、审定记录是要它写的，不删，只列出来。",
    "Without --all only unfinished files and caches go. With --all the rounds kept in .plancheck go, too, for good;\n"
    "--dry-run shows first what would. Nothing is asked, all that goes is listed; links are not followed and nothing\n"
    "else is touched. Reports, baselines and records of approval were asked for: they are listed and stay.",
)
CLI_CLEAN_ALL = Template("连快照一起删", "remove the rounds that were kept, too")
CLI_CLEAN_DRY = Template("只列出，不删", "only list them")
CLEAN_REMOVED = Template("已删 {path}", "removed {path}")
CLEAN_WOULD = Template("要删 {path}", "would remove {path}")
CLEAN_STAYS = Template("没有删（要它写的）：{path}", "stays (it was asked for): {path}")
CLEAN_NOTHING = Template("{path} 下面没有可删的", "there is nothing to remove under {path}")
CLEAN_FAILED = Template("{path} 删不掉（{reason}）", "{path} cannot be removed ({reason})")
