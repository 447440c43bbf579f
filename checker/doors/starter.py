"""The files that ``plancheck new`` writes; their words are the lesson."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.draft.head import plan_word

_CONFIG = """\
# plancheck 的配置。去掉行首的 # 就生效；写了的键要有意义，写错了 plancheck 会指出来。

[workspace]
plans = ["规划/*.plan"]          # 要检查的规划
upper = ["上位规划/*.plan"]      # 只供对照的上位规划
# shipped = ["国家十五五"]       # plancheck 自带的规划，也可供对照

[check]
# stage = "送审稿"               # 阶段：征求意见稿、送审稿、报批稿、印发稿；默认看规划里写的
# gate = "warning"               # 从哪一级起退出状态为 1：error、warning、info

[rules]
# off = ["PC206"]                # 不用的规则
# severity.PC201 = "提示"        # 改一条规则的级别
# packs = ["规则"]               # 自己的规则放在哪个文件夹
"""

_PLAN = """\
# 一个虚构的开发区，用来说明写法。改成自己的规划，改一处，运行一次 plancheck。

规划 云川开发区十五五 {
  全称：《云川经济开发区国民经济和社会发展第十五个五年规划纲要》    简称：云川、全区
  文种：纲要    层级：开发区    主管：云川市    规划期：2026—2030    阶段：征求意见稿    成稿：2026年1月
  上位规划：云川市十五五
  文本：未随附《云川经济开发区国民经济和社会发展第十五个五年规划纲要》
  结构：2章
  指标数：2（预期性1、约束性1；列出：全部）
  指标类别：创新驱动、绿色生态
}

章 第一章 「以创新引领产业」 {}
章 第二章 「让园区更绿」 {}

# 目标要通向总目标，要有指标衡量，要有举措支撑。
目标 总目标 { 类型：总目标    原文：“建成创新活跃、绿色宜居的开发区” }
目标 创新能力明显增强 { 上级目标：总目标    衡量指标：研发投入强度    章：第一章 }
目标 资源利用更加高效 { 上级目标：总目标    衡量指标：单位增加值能耗降低    章：第二章 }

# 指标写明基期、目标、属性和来源；原文没有写的关系加（推断）。
指标 研发投入强度 {
  类别：创新驱动    单位：%    属性：预期性    方向：越高越好    列入指标表：是
  2025年：实际 3.1    2030年：目标 ≥4
  来源：《云川经济开发区统计公报》（官方）
  承接：云川市十五五.研发投入强度（不低于、推断）
}
指标 单位增加值能耗降低 {
  类别：绿色生态    单位：%    属性：约束性    方向：越高越好    列入指标表：是    责任：经济发展局
  2025年：实际 14    2030年：目标 ≥15
  来源：《云川经济开发区统计公报》（官方）
  承接：云川市十五五.单位增加值能耗降低（不低于）
}

举措 中试基地建设工程 { 类型：工程    支撑：创新能力明显增强    章：第一章    期限：2028年 }
举措 园区节能改造行动 { 类型：行动    支撑：资源利用更加高效（推断）    章：第二章    期限：2030年 }
"""

_UPPER_PLAN = """\
# 上位规划只写用得着的部分；列出：部分，表示没有写的不算缺。

规划 云川市十五五 {
  全称：《云川市国民经济和社会发展第十五个五年规划纲要》
  文种：纲要    层级：市    规划期：2026—2030    阶段：印发稿    成稿：2025年12月
  指标数：20（列出：部分）
}

指标 研发投入强度 { 单位：%    属性：预期性    方向：越高越好    2030年：目标 ≥3.5 }
指标 单位增加值能耗降低 { 单位：%    属性：约束性    方向：越高越好    2030年：目标 ≥14 }
"""

_NOTE = """\
# 怎么用

1. 在这个文件夹里运行 `plancheck`，看问题、依据和建议。
2. 改 `规划/` 里的文件，一次改一处，再运行。
3. `plancheck explain PC201` 说明一条规则；`plancheck fmt` 整理格式；`plancheck graph --format mermaid` 画关系。

`上位规划/` 里是只供对照的规划；`plancheck.toml` 是配置。两部规划都是虚构的。
"""

#: The period that the made-up plans are written for.
_PERIOD = (2026, 2030)


def workspace(period: tuple[int, int] = _PERIOD, shipped: Sequence[str] = ()) -> dict[str, str]:
    """Path within the new workspace → content; the made-up plan is of `period`, the plans `shipped` stand above it."""
    word = plan_word(period)
    above = "、".join(("云川市十五五", *shipped))
    plan = _PLAN.replace("上位规划：云川市十五五", f"上位规划：{above}")
    return {
        "plancheck.toml": config(shipped=shipped),
        f"规划/云川开发区{word}.plan": _of_period(plan, period),
        f"上位规划/云川市{word}.plan": _of_period(_UPPER_PLAN, period),
        "说明.md": _NOTE,
    }


def config(*, has_upper: bool = True, shipped: Sequence[str] = ()) -> str:
    """The configuration; a line for plans that are not there is only a remark."""
    text = _CONFIG if has_upper else _CONFIG.replace("\nupper = ", "\n# upper = ")
    names = ", ".join(f'"{name}"' for name in shipped)
    return re.sub(r"# shipped = .*?(?=#)", f"{f'shipped = [{names}]':<33}", text) if shipped else text


def _of_period(text: str, period: tuple[int, int]) -> str:
    """A made-up plan with its names, years and title moved into another period."""
    word, later = plan_word(period), period[0] - _PERIOD[0]
    text = text.replace(plan_word(_PERIOD), word).replace("第十五个", f"第{word[:-1]}个")
    return re.sub(r"\b20[0-9]{2}(?![0-9])", lambda year: str(int(year[0]) + later), text)


#: A rule to begin with: it can be read, and its examples fail until they and it are what they should be.
RULE = """\
# 先写例子，再写规则；plancheck rules test 全部通过才算写好。写法见 plancheck explain 里现有的规则。

规则 {code} 待定名（{slug}）{{
  级别：警告
  依据：编制惯例（无文号）
  凡 目标 甲
  应有 指标 乙，使 乙 衡量 甲
  否则：“目标「{{甲}}」还没有写好的规则”
  指向：甲.名称
  建议：“写明怎样改就不再有这个问题”

  正例 “这样写没有问题” {{ 目标 甲 {{}} }}
  反例 “这样写在标出的地方有一个问题” {{ 目标 〖甲〗 {{ 衡量指标：乙 }}  指标 乙 {{}} }}
}}
"""
