"""The 逐项对照 sheet: each indicator of a plan beside what all the plans above it say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.meaning.figures import baseline_of, target_of
from checker.meaning.ties import mode_of, share_of
from checker.model import Indicator, NotCarried, Plan, Reference
from checker.model.words import ALIGNMENT_MODES
from checker.source import name_key
from checker.write.sheet_indicators import (
    amount_words,
    category_name,
    figure_words,
    nature_word,
    table_indicators,
)
from checker.write.workbook import SheetColumn, SheetTable

_NONE = "—"
#: Behind the last number goes its unit: 1.45亿斤左右.
_NUMBER_AT_END = re.compile(r"[0-9](?=(?:左右|上下|以上|以下|以内)?〕?$)")
_MODES = {choice.en: choice.zh[0] for choice in ALIGNMENT_MODES}
_UNSTATED = "未写承接"
_CARRIED = "承接"
_NOTE = "注：“未写承接”指上位规划有同名指标而本规划没有写承接；“经…”指经该规划承接。"
_ZONE_NOTE = "开发区的总量不与上级的总量相比，只看比率、增速、位次和分解的份额。"


@dataclass(frozen=True, slots=True)
class _Counterpart:
    """The indicator of an upper plan that one of ours stands beside, and how."""

    indicator: Indicator
    mode: str


def upper_plans(plan: Plan) -> list[Plan]:
    """The plans above `plan` that are at hand: direct ones as it names them, then those above these."""
    found: list[Plan] = []
    waiting = [plan]
    while waiting:
        for reference in waiting.pop(0).upper_plans:
            upper = reference.target
            if isinstance(upper, Plan) and upper is not plan and upper not in found:
                found.append(upper)
                waiting.append(upper)
    return found


def beside_sheets(plan: Plan) -> list[SheetTable]:
    """The sheet; none for a plan without indicators or without upper plans at hand."""
    uppers = upper_plans(plan)
    indicators = table_indicators(plan)
    if not uppers or not indicators:
        return []
    rows = []
    for number, one in enumerate(indicators, 1):
        beside = _counterparts(one, uppers)
        told = [text for upper in uppers for text in _told(beside.get(id(upper)), one)]
        rows.append(
            (str(number), category_name(one), one.name, one.unit_text, *_values(one), nature_word(one) or _NONE, *told)
        )
    notes = [_NOTE + (_ZONE_NOTE if plan.level == "zone" else ""), *_not_carried(plan)]
    columns = (
        SheetColumn(("序号",), 6),
        SheetColumn(("类别",), 10, merged=True),
        SheetColumn(("指标名称",), 30, left=True),
        SheetColumn(("单位",), 12),
        SheetColumn((plan.name, "基期值"), 12),
        SheetColumn((plan.name, "目标值"), 14),
        SheetColumn((plan.name, "属性"), 9),
        *(
            SheetColumn((upper.name, head), width, left=head == "承接方式")
            for upper in uppers
            for head, width in (("目标值", 14), ("属性", 9), ("承接方式", 14))
        ),
    )
    return [SheetTable("逐项对照", f"{plan.name}指标与上位规划逐项对照", columns, rows, notes)]


def _counterparts(indicator: Indicator, uppers: list[Plan]) -> dict[int, _Counterpart]:
    """By plan, what stands beside `indicator`: what it carries, what that carries in turn, then equal names."""
    found: dict[int, _Counterpart] = {}
    waiting: list[tuple[Indicator, str]] = [(indicator, "")]
    while waiting:
        one, through = waiting.pop(0)
        for reference in one.aligns:
            target = reference.target
            if isinstance(target, Indicator) and id(target.plan) not in found and target.plan is not indicator.plan:
                mode = _mode(reference) + (f"（经{through}）" if through else "")
                found[id(target.plan)] = _Counterpart(target, mode)
                waiting.append((target, target.plan.name))
    key = name_key(indicator.name)
    for upper in uppers:
        if id(upper) not in found:
            same = next((e for e in upper.elements if isinstance(e, Indicator) and name_key(e.name) == key), None)
            if same is not None:
                found[id(upper)] = _Counterpart(same, _UNSTATED)
    return found


def _mode(reference: Reference) -> str:
    """不低于, 份额 30%, … as the link says it; 承接 where it says nothing."""
    mode, share = mode_of(reference), share_of(reference)
    if mode is None:
        return _CARRIED
    return f"{_MODES[mode]} {share.describe()}" if share is not None else _MODES[mode]


def _told(beside: _Counterpart | None, own: Indicator) -> Iterator[str]:
    if beside is None:
        yield from (_NONE, _NONE, _NONE)
        return
    target = _values(beside.indicator)[1]
    unit = beside.indicator.unit_text
    yield f"{target}（{unit}）" if target != _NONE and unit and unit != own.unit_text else target
    yield nature_word(beside.indicator) or _NONE
    name = beside.indicator.name
    yield beside.mode if name_key(name) == name_key(own.name) else f"{beside.mode}：{name}"


def _values(indicator: Indicator) -> tuple[str, str]:
    """Baseline and target as printed; growth and totals stand for a target where there is none of the last year."""
    baseline, target = baseline_of(indicator), target_of(indicator)
    wanted = [amount_words(target)] if target is not None else []
    if not wanted:
        wanted = [f"年均{_with_percent(amount_words(figure))}" for figure in indicator.annual_target[:1]]
    if not wanted:
        wanted = [f"〔{amount_words(figure)}〕" for figure in indicator.cumulative_target[:1]]
    return figure_words(baseline) if baseline is not None else _NONE, wanted[0] if wanted else _NONE


def wanted_words(indicator: Indicator) -> str:
    """The target as printed with its unit; "" where there is none."""
    told, unit = _values(indicator)[1], indicator.unit_text
    if told == _NONE:
        return ""
    return _NUMBER_AT_END.sub(rf"\g<0>{unit}", told) if not told.startswith("年均") else told


def _with_percent(text: str) -> str:
    return f"{text}%" if text[-1:].isdigit() else text


def _not_carried(plan: Plan) -> Iterator[str]:
    for element in plan.elements:
        if isinstance(element, NotCarried) and element.what is not None and element.what.path is not None:
            yield f"不承接 {element.what.path.text}：{element.reason or '未写理由'}"
