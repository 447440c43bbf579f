"""What is said of quotes whose numbers are not those that the plan file writes beside them."""

from __future__ import annotations

from checker.messages.template import Template

QUOTE_DIFFERS = Template(
    "「{name}」的原文写的是{told}，这里写的是{written}",
    "the quote of {name} says {told}, and what is written is {written}",
)
QUOTE_ADVICE = Template(
    "核对哪一边没有跟着改；原文说的不是它的，改‘原文’",
    "see which of the two was not kept up; correct the quote if it is about something else",
)
