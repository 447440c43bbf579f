"""A small made-up workspace: a page of each kind, and of each kind of finding something to show.

For what takes long a page (a browser, an audit of accessibility): of a hundred like pages one tells as much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from checker.doors.cli import main

_OUTLINE = """示例区国民经济和社会发展第十四个五年规划纲要
第一章 总体要求
抓好四项重点：招商、投产和服务。
到2025年，地区生产总值达到620亿元，外贸进出口总额达到30亿元。
第二章 重点任务
第一节 产业
产值达到XX亿元，比2020年11月31日增长。
第三节 开放
到2025年，地区生产总值达到600亿元。
"""
_UPPER = """规划 示例市十四五 { 文种：纲要 层级：市 规划期：2021—2025 阶段：印发稿 成稿：2021年2月 指标类别：经济 }
目标 制造强市 { 类型：总目标 衡量指标：地区生产总值 要求下级响应：是 }
指标 地区生产总值 { 类别：经济 单位：亿元 属性：预期性 方向：越高越好 2020年：实际 5000 2025年：目标 7000 }
指标 单位能耗降低 { 类别：经济 单位：% 属性：约束性 方向：越高越好 累计：目标 14 分解至：示例区十四五 }
举措 强市工程 { 类型：工程 }
"""
_DISTRICT = """规划 示例区十四五 {
  文种：纲要 层级：区 主管：示例市 规划期：2021年—2025年 阶段：送审稿 成稿：2021年4月
  上位规划：示例市十四五 文本：“纲要.txt”（主文） 结构：2章 指标数：5（列出：全部） 指标类别：经济、民生、安全
  贯彻：市委建议.制造强区
}
章 第一章 「总体要求」 { 执笔：综合处 }
章 第二章 「重点任务」 { 执笔：产业处 节 第一节 「产业」 {} }
目标 总目标 { 类型：总目标 衡量指标：类别.经济 贯彻：市委建议.制造强区 章：第一章 原文：“抓好四项重点” }
目标 产业提质 { 上级目标：总目标 衡量指标：服务业占比 承接：示例市十四五.制造强市 章：第二章 责任：经济发展局 }
目标 民生改善 { 上级目标：总目标 章：第二章 责任：社会事业局 }
目标 开放 { 章：第二章 }
指标 地区生产总值 { 类别：经济 单位：亿元 属性：预期性 方向：越高越好 价格：现价 责任：经济发展局
  2020年：实际 400 2023年：目标 700 2025年：目标 620 年均：目标 5%
  承接：示例市十四五.地区生产总值（份额 10%） 原文：“地区生产总值达到480亿元” 来源：《统计公报》（官方） }
指标 服务业增加值 { 类别：经济 单位：亿元 属性：预期性 方向：越高越好 价格：现价
  2020年：实际 150 2025年：目标 ≥250 累计：目标 1000 来源：《统计公报》（官方） }
指标 服务业占比 { 类别：经济 单位：% 属性：预期性 方向：越高越好 2020年：实际 37.5 2025年：目标 ≥45 }
指标 单位能耗降低 { 类别：经济 单位：% 属性：预期性 方向：越高越好 累计：目标 12
  承接：示例市十四五.单位能耗降低（不低于） }
指标 绿化覆盖率 { 类别：民生 单位：% 2020年：实际 41 2025年：目标 40 方向：越高越好 }
关系 服务业占比 = 服务业增加值 ÷ 地区生产总值
举措 「“一二三四”产业工程」 { 类型：工程 支撑：产业提质（推断） 旨在：“产业提质” 章：第二章
  期限：2026年 责任：经济发展局 }
举措 园区改造 { 类型：项目 支撑：产业提质 制约：产业提质 衡量指标：服务业增加值 章：第二章 占用：总投资 7亿元 }
举措 惠民行动 { 类型：行动 支撑：没有的 责任：社会事业局 }
举措 无主的事 { 类型：任务 }
资源 总投资 { 单位：亿元 总量：6 }
提法 三大工程 { 角色：抓手 包括：「“一二三四”产业工程」、“另一项” 成员：部分 }
上位依据 市委建议 { 类型：文件 日期：2021年6月 要求：制造强区 }
衔接 示例市十四五 { 范围：指标 日期：2021年3月 结果：“已衔接” }
程序 征求意见 { 时间：2021年1月—2021年3月 主体：管委会 收到：30条 结果：“采纳20条” }
程序 专家论证 { 时间：2020年12月 主体：管委会 }
意见 「1」 { 来源单位：财政局 轮次：1 内容：“注明投资” 处理：采纳 落实：园区改造 }
意见 「2」 { 来源单位：商务局 轮次：1 内容：“补上外贸” 处理：待处理 }
豁免 PC302 于 单位能耗降低 { 理由：“只有累计目标” 批准：规划科 }
豁免 PC202 于 民生改善 { 理由：“定性目标” 批准：规划科 至：2025年12月31日 }
"""
_BEFORE = _DISTRICT.replace("2025年：目标 620", "2025年：目标 600").replace("举措 无主的事 { 类型：任务 }\n", "")
_SETTINGS = '[workspace]\nplans = ["示例区.plan", "upper/示例市.plan"]\n'


def small_workspace(folder: Path, district: str = _DISTRICT) -> Path:
    """The workspace in `folder`, which is returned."""
    (folder / "upper").mkdir(parents=True)
    (folder / "plancheck.toml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "示例区.plan").write_text(district, encoding="utf-8")
    (folder / "upper" / "示例市.plan").write_text(_UPPER, encoding="utf-8")
    (folder / "纲要.txt").write_text(_OUTLINE, encoding="utf-8")
    return folder


@cache
def small_report(*words: str) -> Path:
    """The folder of its report, against the round before, made once a session."""
    folder = Path(mkdtemp(prefix="plancheck-test-"))
    before, now = small_workspace(folder / "前", _BEFORE), small_workspace(folder / "今")
    made = folder / "报告 一"
    assert main(["report", str(now), "-o", str(made), "--since", str(before), *words]) == 1
    return made


def one_of_each_kind(pages: Iterable[Path], root: Path) -> Iterator[Path]:
    """The pages at the top of a report, and the biggest one of each of its folders: it has most to go wrong."""
    kinds: dict[str, Path] = {}
    for path in sorted(pages, key=lambda path: path.stat().st_size):
        kinds[path.parent.name if path.parent != root else path.name] = path
    return iter(kinds.values())
