"""What outlines above say of a place, and what answers it."""

from __future__ import annotations

from checker.messages.template import Template

ANSWER_NAMED = Template("都写到{words}", "both name {words}")
ANSWER_WORDS = Template("用字相近：{words}", "alike in words: {words}")
PLACED_TITLE = Template(
    "{file}：说到“{place}”和它的项目的 {count} 句", "{file}: sentences that name {place} or its projects: {count}"
)
PLACED_NAMED = Template("说到{names}", "names {names}")
PLACED_ANSWER = Template("本级 {place}：{words}（{why}）", "here, {place}: {words} ({why})")
PLACED_NO_ANSWER = Template("本级：没有找到回应的话", "here: nothing found that answers")
PLACED_NONE = Template("{file}：没有说到“{place}”和它的项目", "{file}: neither {place} nor its projects are named")
PLACED_COUNT = Template(
    "共 {count} 句，本级有回应的 {answered} 句；找到的是用字相近的一句，是不是真回应了要由人看",
    "{count} sentences, {answered} with an answer; what was found is alike in words, and a person has to judge",
)
PLACED_NO_TEXT = Template("没有读到本级的正文，没有找回应", "the own text was not read; no answers were looked for")
PLACED_NO_UPPER = Template(
    "--place 要给出上位纲要的文件：plancheck align 规划.plan --place {place} 上位纲要.docx",
    "--place takes the file of an outline above: plancheck align X.plan --place {place} OUTLINE.docx",
)
PLACED_EMPTY = Template("--place 后面要写地名", "--place takes the name of a place")
PLACED_HEADINGS = Template(
    "上位文件|位置|原句|说到|本级位置|本级怎样回应|依据", "document|place|sentence|names|place here|answer here|why"
)
PLACED_SHEET = Template("{place}在上位纲要里", "{place} in the outlines above")
