"""What is said of proposals of 支撑 and 衡量."""

from __future__ import annotations

from checker.messages.template import Template

SERVES_WORDS = Template(
    "名称、章题和这个目标的一段都说“{words}”", "name and chapter share words with the goal: {words}"
)
MEASURES_NAMED = Template("这个目标的一段里写到它", "the goal's passage names it")
UNSEEN_NO_TEXT = Template(
    "没有读到规划的正文，没有提支撑和衡量",
    "the plan's text was not read: nothing is proposed of what serves and measures what",
)
UNSEEN_NO_GOALS = Template(
    "正文里没有找到规划的目标，没有提支撑和衡量", "the goals of the plan were not found in its text"
)
