"""《一致性核对情况（供修改参考）》: what stands in it beside the findings themselves."""

from __future__ import annotations

from checker.messages.template import Template

CLI_REPORT_SUMMARY = Template(
    "写一份可以编辑的 Word《一致性核对情况（供修改参考）》，两三页",
    "an editable Word paper of two or three pages: points to mend, to explain, not checked",
)
SUMMARY_ENDING = Template("{path} 要以 .docx 结尾", "{path} has to end in .docx")
SUMMARY_TITLE = Template("一致性核对情况（供修改参考）", "Consistency: points for revision")
SUMMARY_SUBJECT = Template("《{name}》", "{name}")
SUMMARY_OVERALL = Template("一、总体情况", "1. In general")
SUMMARY_TO_MEND = Template("二、需修改的", "2. To be mended")
SUMMARY_TO_EXPLAIN = Template("三、需说明的", "3. To be explained")
SUMMARY_NOT_CHECKED = Template("四、未核对的", "4. Not checked")
SUMMARY_FILES = Template("核对的文件：{files}。", "Files: {files}.")
SUMMARY_UPPERS = Template("对照的上位规划：{names}。", "Upper plans: {names}.")
SUMMARY_WHERE = Template("建议核实的地方主要在{chapters}。", "Most points to verify are in {chapters}.")
SUMMARY_NOTHING_FOUND = Template(
    "核对过的没有需要修改或说明的。", "Nothing to mend or explain as far as it was checked."
)
SUMMARY_USE = Template(
    "以下按章列出，建议逐处核实；改或不改由执笔处室定，处理结果填在末栏。以 {day} 为准。",
    "Chapter by chapter below, each to be verified; its authors decide and fill in the last column. As of {day}.",
)
SUMMARY_COLUMNS = Template(
    "序号|章节段落|原文|问题|依据|修改建议|建议处理处室|处理结果",
    "No.|Place|Text|Point|Basis|Suggestion|Office|Outcome",
)
SUMMARY_NONE_HERE = Template("没有。", "None.")
SUMMARY_VERIFY = Template("建议核实", "to be verified")
SUMMARY_NO_CHAPTER = Template("不在哪一章的", "in no chapter")
SUMMARY_PLAN_FILE = Template("规划文件{place}", "plan file, {place}")
SUMMARY_OTHER_FILE = Template("{file} {chapter}", "{file} {chapter}")
SUMMARY_MORE_PLACES = Template("{places}等", "{places}, …")
SUMMARY_LEFT_OUT = Template(
    "限于篇幅没有列入的：{titles}，见一致性报告。", "Left out for want of space: {titles}; see the report."
)
SUMMARY_WAIVERS = Template("豁免写得是否得当，见一致性报告。", "Whether waivers are in order: see the report.")
SUMMARY_RULES = Template("有的规则这次没有用，它们管的没有核对。", "Some rules were not used this time.")
SUMMARY_ALL_CHECKED = Template("应当核对的都核对了。", "All that was to be checked was checked.")
