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
IMPLIED_RATE_SHORT = Template(
    "「{name}」由{base_year}年{base}到{year}年{target}，年均约{own}，而「{upper_plan}」要求年均{required}",
    "{name}: {base} ({base_year}) to {target} ({year}) is about {own} a year; {upper_plan} asks for {required} a year",
)
IMPLIED_MULTIPLE_SHORT = Template(
    "「{name}」到{year}年是{base_year}年的{own}倍，而「{upper_plan}」要求{required}",
    "{name}: {year} is {own} times {base_year}, and {upper_plan} asks for {required}",
)
IMPLIED_UPPER = Template("「{name}」的要求写在这里", "the demand on {name} is here")
IMPLIED_UPPER_ADVICE = Template(
    "{year}年目标要到{needed}；确有原因的，在指标里写‘理由：’，不是硬要求的，承接方式写‘参考’",
    "it takes {needed} in {year}; give 理由 if it has to be so, or write 参考 if it is no firm demand",
)
