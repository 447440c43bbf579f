"""Which numbers of a passage are amounts: no times, no parts of names, no numbers of paragraphs."""

from __future__ import annotations

import re

from checker.prose.figures import Figure
from checker.quantity import UnitKind

_AGES = ("岁", "周岁")
_NO_UNITS = ("届", "级", "亿级", "万级", "期", "章", "节", "篇", "部", "款", "版")
_A_DIGIT = re.compile("[0-9一二三四五六七八九两半]|翻")
_IN_NAME = re.compile(r"[号级届世代+＋×Xx]|线|类[以及]?|[∶:][0-9.]*[2-9]")
_ITEM = re.compile(r"[0-9]{1,2}(?:[.．][0-9]{1,2}){0,2}(?:[^0-9.%]|$)")
_RATIO = (":", "：", "∶", "︰", "比1")
_YEARS_OF = re.compile("(?:年限|寿命|年龄)[^，。；]{0,24}$")
#: What is measured in days and hours: 办理时限由12个工作日压缩到5个工作日.
_TIME_OF = re.compile("(?:时[间限长]|天数|[用耗]时|周期|工期|车程|行程|通勤|等候|候诊)[^，。；、年月]{0,24}$")
#: A change of such a time, whatever it is of: 由90分钟缩短至50分钟.
_SHORTER = re.compile("(?:缩短|压缩|压减|减少|降低|延长|提速)(?:到|至|为)(?:约|不足|不到)?$")
_FROM = re.compile("[由从自][^，。；0-9]{0,8}$")
_BECOMES = re.compile("(?:左右|多)?(?:大幅|进一步|再)?(?:缩短|压缩|压减|减少|降低|延长|提速)(?:到|至|为)")
_SPANS = ("天", "日", "工作日", "个工作日", "小时", "分钟")
#: Nothing lasts so many years: 2020年 is a date.
_A_DATE = 1900
_BEFORE = 10
_NAME = 32
_FRONT = 4


def is_amount(text: str, figure: Figure) -> bool:
    """Whether a number of `text` is an amount: not 第十五个, 21号线, 千亿级, 1.2 培育….

    Years are an amount where they are what is measured: 受教育年限达到11.7年.
    """
    before = text[max(figure.start - _BEFORE, 0) : figure.start]
    if figure.unit == "年" and (figure.quantity.point or 0) >= _A_DATE:
        return False
    if figure.years or figure.unit in _AGES:
        begin = max(figure.start - _NAME, 0)
        if figure.unit not in _SPANS:
            return _YEARS_OF.search(text, begin, figure.start) is not None
        return _TIME_OF.search(text, begin, figure.start) is not None or _is_changed(text, figure)
    if figure.unit in _NO_UNITS or not _A_DIGIT.search(text[figure.number : figure.end]):
        return False
    if _IN_NAME.match(text, figure.end) or before.endswith(_RATIO) or text[figure.number - 1 : figure.number] in _RATIO:
        return False
    unit = figure.quantity.unit
    is_ordinal = unit is None or unit.kind is UnitKind.ORDINAL
    if figure.number < _FRONT and is_ordinal and _ITEM.match(text):
        return False
    has_ordinal = "第" in text[figure.start : figure.number + 1] or before.endswith("第")
    return not has_ordinal or is_ordinal


def _is_changed(text: str, figure: Figure) -> bool:
    """Whether a time is one end of a change."""
    begin = max(figure.start - _BEFORE, 0)
    if _SHORTER.search(text, begin, figure.start):
        return True
    return _FROM.search(text, begin, figure.start) is not None and _BECOMES.match(text, figure.end) is not None
