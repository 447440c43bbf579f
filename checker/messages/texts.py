"""Plan texts: where something stands in them, what their readers have to say, and what cannot be read."""

from __future__ import annotations

from checker.messages.template import Template

LOCATOR_UNDER = Template("{path} › {place}", "{path} › {place}")
LOCATOR_HEADING = Template("{path}（标题）", "{path} (heading)")
LOCATOR_BLOCK = Template("第{number}段", "paragraph {number}")
LOCATOR_CELL = Template("表{table}!{cell}", "table {table}!{cell}")
LOCATOR_CELL_TITLED = Template("表{table}（{title}）!{cell}", "table {table} ({title})!{cell}")
LOCATOR_NOTE = Template("注{number}", "note {number}")
LOCATOR_BOX = Template("文本框第{number}段", "text box paragraph {number}")

DOCX_TRACKED = Template(
    "修订按接受之后的文字检查（插入{inserted}处、删除{deleted}处）",
    "tracked changes were read as accepted ({inserted} insertions, {deleted} deletions)",
)
DOCX_EMBEDDED = Template("嵌入的{count}个外来文件没有读", "embedded files were not read ({count})")

DOCX_NOT_ZIP = Template(
    "不是 .docx 文件，用 WPS 或 Word 打开后另存为 .docx 可以检查",
    "it is not a .docx file; open it in an office program and save it as .docx to have it checked",
)
DOCX_OLD_FORMAT = Template(
    "其实是旧的 .doc 格式，用 WPS 或 Word 另存为 .docx 后可以检查",
    "it is in the old .doc format; save it as .docx to have it checked",
)
DOCX_ENCRYPTED = Template(
    "有打开密码，去掉密码后可以检查", "it is protected by a password; save it without one to have it checked"
)
DOCX_BROKEN = Template(
    "文件不完整或已损坏（也可能正在保存），用 WPS 或 Word 打开后重新保存可以检查",
    "the file is damaged or still being saved; open it in an office program and save it again to have it checked",
)
DOCX_NO_DOCUMENT = Template("里面没有文档正文", "there is no document inside")
DOCX_TOO_LARGE = Template(
    "展开后超过 {limit} MiB 或内容过多，没有读",
    "it unpacks to more than {limit} MiB or holds too much and was not read",
)
DOCX_ENTITIES = Template(
    "里面有文档类型声明（DTD），不安全，没有读", "it declares a document type (DTD) and was not read"
)

TEXT_SECRET = Template(
    "标着“{word}”，没有读；涉密文件只能在涉密的电脑上按规定处理",
    "it is marked {word} (secret) and was not read; such files belong on machines approved for them",
)
TEXT_INTERNAL = Template(
    "标着“{word}”：原话只在屏幕上，写成文件的结果（JSON、SARIF、报告、基线、快照）里不带",
    "it is marked {word}: its words are on the screen only, not in results that are files (JSON, SARIF, report …)",
)
WITHHELD_FINDING = Template("{title}（内部文稿，不写原话）", "{title} (internal document, words withheld)")
WITHHELD_PLACE = Template(
    "另一处在这里（内部文稿，不写原话）", "the other place is here (internal document, words withheld)"
)
WITHHELD_FOOTER = Template("{words}，不含原话", "{words}, words withheld")
TEXT_WITHOUT_PLAN = Template(
    "没有与它对应的规划文件，只查了文本自身", "no plan file belongs to it; the text was only checked in itself"
)
TEXT_ALONE = Template(
    "手边没有同套的别的文稿（党委《建议》、规划纲要、当年报告、起草说明）和上位规划纲要，文件之间没有核对",
    "no other document of its place and period (proposal, outline, report, drafting note) and no outline above is at "
    "hand; it was held against none",
)
TEXTS_WITHOUT_UPPER = Template(
    "手边没有上位规划纲要，引用上级要求的数没有核对",
    "no outline above is at hand; what is cited of it was not held against it",
)
TEXT_PLAN_BESIDE = Template(
    "旁边的 {plans} 没有在“文本”里写它，题名、地方和规划期也看不出是它的规划，没有一起查",
    "{plans} beside it does not name it, nor do title, place and period tell it; they were not held together",
)
TEXT_NOT_NAMED = Template(
    "规划文件的“文本”里没有写它，没有查", "the plan files do not name it under 文本; it was not checked"
)
TEXT_NO_WORDS = Template("里面没有文字", "it holds no words")
TEXT_ONLY_PICTURES = Template(
    "里面没有文字，图片 {count} 张没有读", "it holds no words; its {count} pictures were not read"
)
TEXT_PICTURES = Template("图片 {count} 张没有读", "{count} pictures were not read")
TEXT_STAGE = Template("阶段按{place}写的“{word}”", "the stage is taken from {place}: {word}")
STAGE_AT_TITLE = Template("题名", "the title")
STAGE_AT_HEADER = Template("页眉", "the header")
STAGE_AT_PAGE = Template("首页", "the first page")
STAGE_AT_NAME = Template("文件名", "the file's name")
TABLE_READ = Template(
    "读到指标表：{count} 项，没有可与之核对的文件",
    "an indicator table was read: {count} rows, and nothing to hold it against",
)
TABLE_HELD = Template(
    "读到指标表：{count} 项，与 {texts} 核对", "an indicator table was read: {count} rows, held against {texts}"
)
TABLE_ROWS_TWICE = Template(
    "「{name}」有 {count} 行，没有核对", "{name} has {count} rows; they were not held against anything"
)
TABLE_NONE = Template("里面没有认出指标表", "no indicator table was found in it")
PLAN_COPY = Template(
    "与 {taken} 都写规划「{plan}」，按文件名是旧的副本，没有查",
    "it declares the plan {plan} as {taken} does; by its name it is a stale copy and was not checked",
)
PLAN_TWICE = Template(
    "与 {taken} 都写规划「{plan}」，这次要查的是 {taken}，它没有查",
    "it declares the plan {plan} as {taken} does, which was asked for; it was not checked",
)
TEXT_NOT_FOUND = Template(
    "「{plan}」的文本“{name}”不在规划文件旁边，没有读",
    "the text {name} of {plan} is not beside the plan file and was not read",
)
TEXT_OUTSIDE = Template(
    "「{plan}」的文本“{name}”在工作区之外，没有读",
    "the text {name} of {plan} lies outside the workspace and was not read",
)
TEXT_OTHER_KIND = Template(
    "「{plan}」的文本“{name}”不是 .docx、.txt、.md，没有读",
    "the text {name} of {plan} is no .docx, .txt or .md file and was not read",
)
TEXT_TABLE = Template(
    "「{plan}」的“{name}”里没有认出指标表，没有与规划文件核对",
    "no indicator table was found in {name} of {plan}; it was not held against the plan file",
)
