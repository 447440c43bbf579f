"""Sentences about what a text names: meetings, documents, fixed phrases."""

from __future__ import annotations

from checker.messages.template import Template

MEETING_PAIR = Template(
    "这里把党的{congress}大和{plenum}届的全会写在一起，{congress}大选出的是{congress}届中央委员会",
    "this puts the plenums of the {plenum}th committee with congress {congress}, which elected the {congress}th",
)
MEETING_NONE = Template(
    "没有{plenum}：{congress}届中央委员会开过{count}次全会",
    "there was no {plenum}: the {congress}th committee held {count}",
)
MEETING_FORM = Template("中央的全会按“几中”称呼，地方的按“几次”：应是「{right}」", "this plenum is called {right}")
MEETING_ORDER = Template("全会没有按先后排列：{plenums}", "the plenums are not in their order: {plenums}")
MEETING_OLD = Template(
    "{year}年的文稿里，要贯彻的是党的{now}大精神，这里写的是{congress}大",
    "a text of {year} is guided by congress {now}, not {congress}",
)
MEETING_LATER = Template(
    "「{meeting}」在{held}年召开，这是{year}年的文稿", "{meeting} was held in {held}, after this text of {year}"
)
MEETING_TWO = Template("同一次会议，这里写「{told}」，别处写「{usual}」", "one meeting, here {told}, elsewhere {usual}")
MEETING_SESSION = Template(
    "{year}年召开的是{ordinal}届全国人大{session}次会议，这里写的不是",
    "session {session} of people's congress {ordinal} is that of {year}, not as told here",
)
MEETING_LAST = Template(
    "这次是{now}次会议，确定上年目标任务的应是{last}次会议，这里写的是{told}次",
    "this is session {now}; the tasks of the year before were set by session {last}, not {told}",
)
MEETING_COMMITTEE = Template(
    "{organ}是第{congress}次党代会选出的{congress}届，这里写的是{told}届",
    "the {organ} is the {congress}th, elected by the {congress}th congress, not the {told}th",
)
RELATED_MEETING = Template("别处这样写", "told like this elsewhere")

DOCUMENT_NEAR = Template("没有「{told}」，正式名称是「{right}」", "there is no {told}; its name is {right}")
DOCUMENT_LOCAL_LAW = Template(
    "地方人大制定的是条例，不是法：「{told}」", "what a local congress enacts is an ordinance, not a law: {told}"
)
DOCUMENT_FORMULA = Template(
    "规划文件的名称里，「{told}」应是「{right}」", "in the name of a plan {told} should be {right}"
)
DOCUMENT_TWO = Template(
    "一份文件两个名称：这里写《{told}》，别处写《{usual}》", "one document, here {told}, elsewhere {usual}"
)
DOCUMENT_SHORT = Template(
    "约定的简称是《{usual}》，这里写《{told}》，没有说是哪一份", "the short name is {usual}; {told} is not told of"
)
DOCUMENT_NUMBER = Template("文号「{told}」的写法应是「{right}」", "the number {told} is written {right}")
DOCUMENT_TWO_NUMBERS = Template(
    "同一份文件两个文号：「{told}」和「{usual}」", "one document, two numbers: {told} and {usual}"
)
STAGE_LATER = Template(
    "文稿还在{stage}阶段，这里写「{told}」", "the text says that it is at the stage {stage}, and here {told}"
)
