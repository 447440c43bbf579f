"""What is said of targets that growth or a multiple of the baseline implies."""

from __future__ import annotations

from checker.messages.template import Template

IMPLIED_BELOW = Template(
    "「{name}」越高越好，{stated_year}年的目标已是{stated}，而按{rate}算，{year}年只到{reached}：{line}",
    "{name} is better the higher; {stated_year} is to reach {stated}, but {rate} leads to {reached} in {year}: {line}",
)
IMPLIED_ABOVE = Template(
    "「{name}」越低越好，{stated_year}年的目标已是{stated}，而按{rate}算，{year}年还有{reached}：{line}",
    "{name} is better the lower; {stated_year} is to reach {stated}, but {rate} leaves {reached} in {year}: {line}",
)
IMPLIED_STATED = Template("{year}年的目标在这里", "the yearly target of {year}")
IMPLIED_ADVICE = Template(
    "核对{year}年的目标和增速；确实要先高后低的，在数后写‘（理由 “…”）’",
    "check the target of {year} and the growth; give （理由 “…”） behind the number if it has to be so",
)
