"""Findings written into a text: the command, the comments, and what can go wrong."""

from __future__ import annotations

from checker.messages.template import Template

CLI_ANNOTATE = Template(
    "把问题写成 Word 批注，标在原文的字上；.txt、.md 生成网页",
    "findings as Word comments at their words; for .txt and .md a page",
)
CLI_ANNOTATE_AFTER = Template(
    "原来的文件不动，写到另一个文件，不给 -o 时是“原名-批注.docx”。别人的批注和修订都留着；\n"
    "对已经批注过的文件再运行，只换掉 plancheck 自己的批注，有人答复过的留着。",
    "The file itself stays; the copy is NAME-批注.docx unless -o says otherwise. Comments and changes of others stay;\n"
    "a second run replaces only the comments of plancheck, and of these none that somebody has answered.",
)
CLI_ANNOTATE_VALUE = Template("文本", "TEXT")
CLI_ANNOTATE_OUTPUT = Template("写到哪个文件", "the file to write")
#: Behind the name of the file that is annotated.
ANNOTATE_SUFFIX = Template("-批注", "-annotated")

ANNOTATE_TITLE = Template("{code} {title}（{severity}）", "{code} {title} ({severity})")
ANNOTATE_ELSEWHERE = Template("问题在 {where}", "found at {where}")
ANNOTATE_PAGE_TITLE = Template("{name} 批注", "{name}, annotated")
ANNOTATE_WRITTEN = Template("已写入 {path}，批注 {count} 条", "written: {path}, comments: {count}")
ANNOTATE_OTHERS = Template(
    "另有 {count} 个问题在别的文件里，用 plancheck check 看",
    "findings in other files: {count}, see plancheck check",
)
ANNOTATE_KIND = Template(
    "{path} 加不了批注：要 .docx、.txt 或 .md 的文件", "{path} cannot be annotated: it takes .docx, .txt or .md"
)
ANNOTATE_PART = Template(
    "里面的 {part} 损坏，能查，加不了批注；用 WPS 或 Word 打开另存一次再加",
    "its part {part} is broken: checked, not annotated; open it in Word or WPS and save it anew",
)
ANNOTATE_STRICT = Template(
    "是 ISO 严格格式（Strict Open XML）的 .docx，能查，加不了批注；另存为“Word 文档（*.docx）”再加",
    "it is in the strict form of .docx (Strict Open XML): checked, not annotated; save it as a plain Word document",
)
ANNOTATE_NOT_ITSELF = Template(
    "{path} 是要批注的文件本身，另给一个文件名", "{path} is the very file to annotate; name another one"
)
ANNOTATE_ENDING = Template("{path} 的后缀要写成 {ending}", "{path} has to end in {ending}")
