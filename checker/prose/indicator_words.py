"""The words above the columns of an indicator table, and what names and categories carry beside themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checker.quantity import parse_unit
from checker.source import fold

_NAME = frozenset(
    (
        *("指标", "指标名称", "主要指标", "主要指标名称", "指标内容", "指标项目", "具体指标", "二级指标", "三级指标"),
        *("项目", "名称", "indicator"),
    )
)
#: Role → words of which one has to be in the head, tried in this order.
_WORDS: tuple[tuple[str, str], ...] = (
    ("number", r"序号|编号|^(?:no\.?|#)$"),
    ("category", r"类别|分类|领域|一级指标|^(?:类|类型|方面)$"),
    ("nature", r"属性|性质|^(?:预期性/约束性|约束性/预期性)$"),
    ("unit", r"^(?:计量)?单位$"),
    ("owner", r"责任|牵头|负责|主管"),
    ("source", r"来源|出处"),
    ("remark", r"备注|说明"),
)
_ANNUAL = re.compile(r"年均|年平均|年递增|年增速")
_CUMULATIVE = re.compile(r"累计|五年合计|合计")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:年|$|\D)")
_TENSES = (
    ("expected", re.compile(r"预计")),
    ("striving", re.compile(r"力争")),
    ("target", re.compile(r"目标|规划值|预期|计划")),
    ("actual", re.compile(r"基期|基数|基年|实际|现状|完成|实绩|末值")),
)
#: Plan periods by their name, with first and last year.
_PERIODS = {"十二五": (2011, 2015), "十三五": (2016, 2020), "十四五": (2021, 2025), "十五五": (2026, 2030)}
_FOOTNOTE_MARKS = re.compile(r"(?:[①-⑳*※]|[\[［]\d+[\]］]|[（(]?注\d*[）)]?)+$")
_ORDINAL = re.compile(r"^(?:[（(]\d{1,3}[）)]|\d{1,3}(?:[、]|[.．](?!\d)))\s*")
_SECTION = re.compile(r"^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、.．])\s*")
_COUNT = re.compile(r"[（(]\s*(?:共)?\s*\d+\s*[个项]?\s*(?:指标)?[）)]$")
_LAST_BRACKETS = re.compile(r"^(.*?)[（(]([^（()）]*)[）)]$")


@dataclass(frozen=True, slots=True)
class ColumnRole:
    """What a column says.

    `role` is name, number, category, unit, nature, owner, source, remark, figure, annual, cumulative or unknown;
    `percent` says that the head names % as the unit of growth.
    """

    role: str
    year: int | None = None
    tense: str = ""
    percent: bool = False
    guessed: bool = False

    def placed(self, period: tuple[int, int] | None, first: int | None, *, year_too: bool) -> ColumnRole:
        """The same with tense, and with `year_too` also the year, filled in where the head does not say them.

        The year before the period is what was reached, later ones are targets; without a `period`, the `first`
        year of the table is taken for the year before if one ends there. 基期 is the year before, 目标 the last.
        """
        if self.role in {"annual", "cumulative"}:
            return replace(self, tense=self.tense or "target")
        if self.role != "figure":
            return self
        if self.year is None and period is not None and year_too:
            year = period[0] - 1 if self.tense == "actual" else period[1]
            return replace(self, year=year, guessed=True)
        if self.year is not None and not self.tense:
            base = period[0] - 1 if period is not None else first if first is not None and first % 5 == 0 else 0
            return replace(self, tense="actual" if self.year <= base else "target", guessed=True)
        return self


def column_role(words: str) -> ColumnRole:
    """What a head says; `words` stand without blanks."""
    words = fold(words).lower()
    bare = re.sub(r"[（(〔\[].*?[）)〕\]]", "", words)
    if bare in _NAME:
        return ColumnRole("name")
    for role, pattern in _WORDS:
        if re.search(pattern, bare):
            return ColumnRole(role)
    tense = next((tense for tense, pattern in _TENSES if pattern.search(words)), "")
    if _ANNUAL.search(words):
        return ColumnRole("annual", tense="actual" if _is_past(words) else "target", percent="%" in words)
    year = _YEAR.search(words)
    if year:
        return ColumnRole("figure", int(year[1]), tense)
    if _CUMULATIVE.search(words):
        return ColumnRole("cumulative", tense="target")
    period = plan_years(words)
    if tense or (period and "末" in words):
        if period is not None:
            return ColumnRole("figure", period[1], tense or "target", guessed=True)
        return ColumnRole("figure", None, tense)
    return ColumnRole("unknown")


def _is_past(words: str) -> bool:
    """Whether growth is that of the period before: “十三五”年均 beside “十四五”年均."""
    return bool(re.search("实际|完成|基期", words))


def plan_years(text: str) -> tuple[int, int] | None:
    """First and last year of the plan period that `text` names, None if it names none or several."""
    named = {years for word, years in _PERIODS.items() if word in text}
    return named.pop() if len(named) == 1 else None


def split_name(text: str) -> tuple[str, str]:
    """The name of an indicator and the unit in the brackets behind it: 地区生产总值（亿元）."""
    name = " ".join(text.split())
    name = _ORDINAL.sub("", name.removeprefix("其中").lstrip("：: ") if name.startswith("其中") else name)
    name = _FOOTNOTE_MARKS.sub("", name).strip()
    brackets = _LAST_BRACKETS.match(name)
    if brackets and brackets[1].strip():
        unit = fold(brackets[2]).strip().removeprefix("单位").lstrip(":： ")
        if parse_unit(unit) is not None:
            return _tidy(brackets[1]), unit
    return _tidy(name), ""


def split_category(text: str) -> str:
    """A category without its numbering and the count behind it: 一、经济发展（6项）."""
    return _tidy(_COUNT.sub("", _SECTION.sub("", _ORDINAL.sub("", " ".join(text.split())))))


def _tidy(name: str) -> str:
    """Blanks within Chinese words come from line breaks and from padding; those between Latin ones stay."""
    return re.sub(r"(?<![A-Za-z0-9]) | (?![A-Za-z0-9])", "", name.strip())
