"""An indicator's figures as a cell shows them: the baseline, the target, growth, with the year where it matters."""

from __future__ import annotations

from checker.meaning.figures import baseline_of, target_of
from checker.model import Figure, Indicator
from checker.report.view import View


def baseline_words(view: View, indicator: Indicator) -> str:
    """The baseline, "" without one."""
    return _dated(view, indicator, baseline_of(indicator), (indicator.plan.first_year or 0) - 1)


def target_words(view: View, indicator: Indicator) -> str:
    """The target, "" without one."""
    return _dated(view, indicator, target_of(indicator), indicator.plan.last_year)


def growth_words(view: View, indicator: Indicator) -> str:
    """What is wanted a year and, in 〔 〕, in all."""
    yearly = [view.value(one).amount for one in indicator.annual_target[:1]]
    total = [f"〔{view.value(one).amount}〕" for one in indicator.cumulative_target[:1]]
    return "".join(yearly + total)


def wanted_words(view: View, indicator: Indicator) -> str:
    """What is wanted in the end, with its unit and, where it is not the usual one, its year; "" for nothing."""
    figure = target_of(indicator)
    if figure is None:
        return _growth_with_units(view, indicator)
    amount = view.value(figure).amount
    usual = figure.year is None or figure.year == indicator.plan.last_year
    return f"{amount}{_unit(amount, indicator.unit_text)}" + ("" if usual else f"（{figure.year}）")


def _growth_with_units(view: View, indicator: Indicator) -> str:
    """Growth is in per cent, a total in the indicator's own unit."""
    told = [(view.value(one).amount, "{}", "%") for one in indicator.annual_target[:1]]
    told += [(view.value(one).amount, "〔{}〕", indicator.unit_text) for one in indicator.cumulative_target[:1]]
    return "、".join(frame.format(amount) + _unit(amount, unit) for amount, frame, unit in told)


def _unit(amount: str, unit: str) -> str:
    """The unit, where the amount does not bring its own."""
    return unit if amount and amount[-1] in "0123456789" else ""


def _dated(view: View, indicator: Indicator, figure: Figure | None, usual: int | None) -> str:
    """The amount, with its year where that is not the usual one of the plan."""
    if figure is None:
        return ""
    amount = view.value(figure).amount
    if figure.year is None or figure.year == usual or indicator.plan.first_year is None:
        return amount
    return f"{amount}（{figure.year}）"
