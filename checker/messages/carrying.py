"""What is said of proposals of 承接: why two items are one, why it is held so, what was not looked at."""

from __future__ import annotations

from typing import Literal

from checker.messages.template import Template

WAY_SAME = Template("同名", "the same name")
WAY_ALIAS = Template("别名相同", "an alias is the same")
WAY_WORDING = Template("同一指标的两种写法", "two wordings of one indicator")
WAY_BARE = Template("去掉“全市、地级及以上城市”这类字同名", "the same name without whose figure it is")
WAY_OTHER_FORM = Template("说的是一件事，一边看水平、一边看升降", "one thing: its level here, its change there")
WAY_PART = Template("说的是一件事，一边看增速、一边看比重", "one thing: its growth here, its share there")
WAY_OVERALL = Template("都是总目标", "both are overall goals")
WAY_MEASURED = Template("衡量两个目标的指标有{count}项对得上", "indicators that measure the two are one: {count}")
WAY_OBJECT = Template("都是关于“{word}”的举措", "both are about {word}")

MODE_BROKEN_DOWN = Template("上级约束性指标，分解至{to}", "binding above, broken down to {to}")
MODE_TOLD = Template("上级约束性指标，本级写了“{words}”", "binding above; the own target says {words}")
MODE_SHARE = Template("上级分解给本地{part}，是{whole}的{share}", "of {whole} above {part} fall to this place: {share}")
MODE_TOTAL = Template("总量，上级没有给本地的数，只作参考", "a total without a figure for this place above")
MODE_ASSESSED = Template("考核办法不定目标值，只作参考", "an assessment framework sets no targets")
MODE_ANTICIPATED = Template("上级是预期性，只作参考", "anticipated above, for reference")
MODE_UNKNOWN = Template("上级没有写属性，只作参考", "the nature above is not known, for reference")
MODE_NOT_HANDED = Template(
    "上级约束性指标，没有写分解到本级，只作参考", "binding above, but not broken down to this level"
)
MODE_OTHER_FORM = Template("算法不同，只作参考", "reckoned otherwise, for reference")
MODE_ONE_PLACE = Template("同一地方的规划，数要一致", "plans of one place, the figures are one")
MODE_OF_ANOTHER = Template(
    "本级写了“{words}”，下达的不是这部规划，只作参考", "the own target says {words}, which is another plan's to set"
)

NOT_SET_ELSEWHERE = Template("上级写明分解至{to}", "broken down to {to} above")
NOT_SET_LEVEL = Template("这一项统计或任务只到{level}一级", "no such figure or task below the level {level}")
NOT_SET_REFUSED = Template("规划里写了不承接：{reason}", "not carried, as the plan says: {reason}")

UNSEEN_NO_UPPER = Template(
    "规划没有写上位规划，没有可以对照的", "the plan names no upper plan; there is nothing to hold it against"
)
UNSEEN_NOT_AT_HAND = Template("上位规划「{name}」不在手边，没有对照", "the upper plan {name} is not at hand")
UNSEEN_NOT_IN_FORCE = Template(
    "上位规划「{name}」没有实施或已经失效，没有对照", "the upper plan {name} is not in force"
)
UNSEEN_NO_INDICATORS = Template("上位规划「{name}」里没有指标，没有对照指标", "the upper plan {name} has no indicators")
UNSEEN_NO_NATURES = Template(
    "上位规划「{name}」的指标都没有写属性，分不出约束性，承接一律只作参考",
    "the indicators of {name} tell no nature: all ties are for reference",
)
UNSEEN_PARTIAL = Template(
    "上位规划「{name}」只列出了一部分指标，没有列的看不到", "only some of the indicators of {name} are listed"
)
UNSEEN_NO_LEVEL = Template(
    "规划没有写层级，哪些分解到本级、哪些本级不设认不全",
    "the plan tells no level: what is handed down to it, and what it need not have, is not all known",
)
UNSEEN_NO_OWN = Template("规划里没有指标，没有对照指标", "the plan has no indicators")

CONFIDENCES = {"high": Template("高", "high"), "middle": Template("中", "middle"), "low": Template("低", "low")}
RELATIONS: dict[Literal["aligns", "supports", "measures"], Template] = {
    "aligns": Template("承接", "carries"),
    "supports": Template("支撑", "supports"),
    "measures": Template("衡量", "is measured by"),
}
BESIDES = {"alike": Template("一致", "alike"), "above": Template("高于", "above"), "below": Template("低于", "below")}
STANDING_NOT_SET = Template("不设", "not set")
STANDING_OPEN = Template("没有对应", "nothing answers it")
STANDING_OWN = Template("上级没有", "not above")
