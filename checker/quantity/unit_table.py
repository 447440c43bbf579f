"""The units of Chinese plan outlines: symbol → dimension, factor to the dimension's first unit, kind.

Scales in front (万, 亿, 千 …) and compounds (元/人) are not listed: `units` makes them by rule. Conversions
that the law fixes are exact: 1亩 = 2000/3平方米, 1斤 = 1/2000吨.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import Final, NamedTuple


class UnitKind(Enum):
    """What a figure in the unit is."""

    AMOUNT = "量"
    RATIO = "比率"
    POINTS = "差"  # percentage points: the difference of two ratios
    ORDINAL = "序数"  # a rank; the smaller, the better
    COUNT = "计数"


class UnitEntry(NamedTuple):
    """One row of the table."""

    dimension: str
    factor: Fraction
    kind: UnitKind


#: The dimension of %, of ‰, and of whatever cancels out.
RATIO: Final = "比率"
#: Dimensions of time: a figure per year is a total all the same.
TIMES: Final = ("年", "日")

_MEASURES: Final[tuple[tuple[str, UnitKind, dict[str, int | tuple[int, int]]], ...]] = (
    ("人民币", UnitKind.AMOUNT, {"元": 1, "人民币元": 1, "元人民币": 1}),
    ("美元", UnitKind.AMOUNT, {"美元": 1}),
    ("欧元", UnitKind.AMOUNT, {"欧元": 1}),
    ("港元", UnitKind.AMOUNT, {"港元": 1, "港币": 1}),
    (RATIO, UnitKind.RATIO, {"%": (1, 100), "‰": (1, 1000), "成": (1, 10)}),
    ("百分点", UnitKind.POINTS, {"百分点": 1, "个百分点": 1}),
    ("位次", UnitKind.ORDINAL, {"位": 1, "位次": 1, "强": 1}),
    (
        "面积",
        UnitKind.AMOUNT,
        {
            "平方米": 1,
            "㎡": 1,
            "平方公里": 10**6,
            "平方千米": 10**6,
            "km²": 10**6,
            "㎢": 10**6,
            "公顷": 10**4,
            "亩": (2000, 3),
        },
    ),
    (
        "长度",
        UnitKind.AMOUNT,
        {"米": 1, "公里": 1000, "千米": 1000, "km": 1000, "厘米": (1, 100), "毫米": (1, 1000)},
    ),
    (
        "质量",
        UnitKind.AMOUNT,
        {
            "吨": 1,
            "公斤": (1, 1000),
            "千克": (1, 1000),
            "斤": (1, 2000),
            "克": (1, 10**6),
            "毫克": (1, 10**9),
            "微克": (1, 10**12),
        },
    ),
    ("标准煤", UnitKind.AMOUNT, {"吨标准煤": 1, "吨标煤": 1, "千克标准煤": (1, 1000), "克标准煤": (1, 10**6)}),
    ("体积", UnitKind.AMOUNT, {"立方米": 1, "m³": 1, "升": (1, 1000)}),
    ("电量", UnitKind.AMOUNT, {"千瓦时": 1, "kwh": 1, "兆瓦时": 1000}),
    (
        "功率",
        UnitKind.AMOUNT,
        {"千瓦": 1, "兆瓦": 1000, "吉瓦": 10**6, "瓦": (1, 1000), "kw": 1, "mw": 1000, "gw": 10**6},
    ),
    ("变电容量", UnitKind.AMOUNT, {"千伏安": 1}),
    ("年", UnitKind.AMOUNT, {"年": 1, "季度": (1, 4), "个季度": (1, 4), "个月": (1, 12), "月": (1, 12)}),
    (
        "日",
        UnitKind.AMOUNT,
        {"天": 1, "日": 1, "周": 7, "小时": (1, 24), "分钟": (1, 1440), "秒": (1, 86400)},
    ),
    ("工作日", UnitKind.AMOUNT, {"工作日": 1, "个工作日": 1}),
    ("岁", UnitKind.AMOUNT, {"岁": 1, "周岁": 1}),
    ("倍", UnitKind.AMOUNT, {"倍": 1}),
    ("分", UnitKind.AMOUNT, {"分": 1}),
    ("摄氏度", UnitKind.AMOUNT, {"摄氏度": 1, "℃": 1}),
    ("分贝", UnitKind.AMOUNT, {"分贝": 1}),
    ("人", UnitKind.COUNT, {"人": 1, "人口": 1}),
    ("标准箱", UnitKind.COUNT, {"标准箱": 1, "标箱": 1, "teu": 1}),
    ("方面", UnitKind.COUNT, {"方面": 1, "个方面": 1}),
)

# Each of these counts something of its own: 个 and 家 are not added up.
_COUNTS: Final = (
    "个 家 件 户 名 项 所 条 次 篇 部 部分 章 节 款 轮 张 套 座 处 台 标台 辆 架 艘 列 班 只 头 羽 株 棵 本 册 份 期 届"
    " 批 场 种 类 级 门 对 支 颗 枚 间 栋 幢 宗 片 段 块 组 队 例 起 床 笔 眼 口 盏 幅"
    " 人次 班次 车次 架次 批次 场次 户次 件次"
)


def _table() -> dict[str, UnitEntry]:
    table = {
        symbol: UnitEntry(dimension, Fraction(*factor) if isinstance(factor, tuple) else Fraction(factor), kind)
        for dimension, kind, symbols in _MEASURES
        for symbol, factor in symbols.items()
    }
    one = Fraction(1)
    table.update((symbol, UnitEntry(symbol, one, UnitKind.COUNT)) for symbol in _COUNTS.split())
    return table


UNITS: Final = _table()

#: Slips in units by which no unit is written, and what is meant; what is right and merely not listed is none of them.
UNIT_SLIPS: Final = (
    ("公理", "公里"),
    ("公倾", "公顷"),
    ("公项", "公顷"),
    ("标准媒", "标准煤"),
    ("百份点", "百分点"),
    ("立方来", "立方米"),
    ("平方来", "平方米"),
    ("顿", "吨"),
)
