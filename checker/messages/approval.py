"""What was approved and reviewed, and what is no longer so."""

from __future__ import annotations

from checker.messages.template import Template

LOCK_BROKEN = Template("不是 plancheck 写的审定记录，或者坏了", "it is no record of approval, or it is broken")
LOCK_NAME = Template(
    "名字里有认不出的字节，审定记录里写不下，改个名字",
    "its name has bytes that are no letters and cannot be recorded; rename it",
)
LOCK_VERSION = Template(
    "是别的版本写的（{version}），重新审定一次", "another version wrote it ({version}); have it approved again"
)

APPROVAL_CHANGED = Template(
    "「{name}」在 {on} 审定以后改了：{changes}", "{name} was changed after its approval on {on}: {changes}"
)
APPROVAL_MODIFIED = Template("改了{listed}", "changed {listed}")
APPROVAL_ADDED = Template("加了{listed}", "added {listed}")
APPROVAL_REMOVED = Template("删了{listed}", "removed {listed}")
APPROVAL_AND = Template("{first}；{second}", "{first}; {second}")
APPROVAL_MORE = Template("{listed}等{count}处", "{listed} and others ({count})")
APPROVAL_HERE = Template("「{name}」与审定的不同", "{name} is not as approved")
APPROVAL_GONE = Template("审定过的「{name}」不在了", "{name}, which was approved, is not there")
APPROVAL_NEW = Template("「{name}」没有审定过", "{name} was never approved")
APPROVAL_FILE_CHANGED = Template("「{name}」在 {on} 审定以后改了", "{name} was changed after the approval on {on}")
APPROVAL_ADVICE = Template(
    "改回审定的内容，或报批后用 plancheck approve 重新审定",
    "put it back as it was, or have it approved anew: plancheck approve",
)

REVIEW_CHANGED = Template(
    "复核以后，「{plan}」的{kind}「{name}」改了：{changes}",
    "after the review, {kind} {name} of {plan} changed: {changes}",
)
REVIEW_CHANGED_UNKNOWN = Template(
    "复核以后，「{plan}」的{kind}「{name}」改了，复核时怎样没有记下来",
    "after the review, {kind} {name} of {plan} changed; what it was then was not recorded",
)
REVIEW_FIELD = Template("{field}由{old}变成{new}", "{field} from {old} to {new}")
REVIEW_FIELD_NEW = Template("多了{field} {new}", "{field} {new} is new")
REVIEW_FIELD_GONE = Template("少了{field} {old}", "{field} {old} is gone")
REVIEW_NOW = Template("上位的现在是这样", "what the upper plan says now")
REVIEW_ADVICE = Template(
    "按上位现在的写法核对这一项；核对过了，用 plancheck review 重新记上",
    "see whether this still holds, then record it anew: plancheck review",
)

CLI_APPROVE = Template(
    "审定：记下全部规划、文本和规则的内容，此后改动会报出来", "record all plans, texts and rules as approved"
)
CLI_APPROVE_AFTER = Template(
    "写在工作区的 plancheck.lock 里，和规划一起保存。还有挡住的问题（见 --gate）时不写。\n"
    "以后检查时，改过审定内容的报 PC805，说出改了哪几处；排版和次序不算改动。",
    "Written to plancheck.lock in the workspace, to be kept with the plans; not while findings block (see --gate).\n"
    "From then on PC805 tells what was changed; layout and order are no change.",
)
CLI_APPROVE_BY = Template("谁审定的，如“管委会主任办公会”", "who approved it")
CLI_APPROVE_BY_VALUE = Template("哪个单位", "OFFICE")
CLI_APPROVE_ON = Template("审定的日期，默认今天", "the day of approval, default today")
CLI_WORKSPACE_VALUE = Template("工作区", "WORKSPACE")
APPROVE_BLOCKED = Template(
    "还有 {count} 个挡住的问题，没有审定；先改好或豁免，用 plancheck check 看",
    "not approved: findings that block: {count}; correct or waive them, see plancheck check",
)
APPROVE_NOTHING = Template("没有可以审定的规划", "there is no plan to approve")
APPROVE_SEVERAL = Template("一次只审定一个工作区", "one workspace at a time can be approved")
APPROVE_RESTRICTED = Template(
    "审定要查全部规则，不能用 --select、--ignore",
    "what is approved is checked by all rules; --select and --ignore are not for that",
)
APPROVE_DONE = Template(
    "已审定：规划 {plans} 部、上位规划 {upper} 部、文本 {texts} 篇，记在 {path}",
    "approved: plans {plans}, upper plans {upper}, texts {texts}; recorded in {path}",
)

CLI_REVIEW = Template("把对上位规划的承接记为已复核，上位以后改了会报出来", "mark ties to upper plans as reviewed")
CLI_REVIEW_AFTER = Template(
    "在规划里写上“已复核”和上位那一项的指纹，它当时的内容记在 plancheck.lock 里。\n"
    "不给名称，全部承接都记；给了，只记这些指标、目标或举措的。上位改了，检查时报 PC509，说出原来和现在。",
    "Writes 已复核 with a fingerprint of the upper item into the plan; what it said goes to plancheck.lock.\n"
    "Without names all ties are marked. PC509 tells when the upper item changes, with old and new.",
)
CLI_REVIEW_NAME = Template(
    "只记这个指标、目标或举措的承接，可以重复", "only ties of this indicator, goal or measure; may be repeated"
)
CLI_REVIEW_NAME_VALUE = Template("名称", "NAME")
REVIEW_NONE = Template("{path} 没有指到上位规划的承接", "{path} has no tie to an item of an upper plan")
REVIEW_UNKNOWN_NAME = Template("没有承接上位的「{name}」", "nothing called {name} is tied to an upper plan")
REVIEW_DONE = Template("{path} 里记了 {count} 处承接已复核", "ties marked as reviewed in {path}: {count}")
