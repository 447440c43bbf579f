"""Attributes that only rules need: worked out of an element or a tie, beside those of `model/schema.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checker.checks import grown_figures as grown
from checker.checks import own_figures as own
from checker.checks import tie_columns as tie
from checker.checks.deadlines import begun_in, done_by
from checker.checks.formula_units import unlike_terms
from checker.checks.object_kinds import Read, Source, always, plain
from checker.checks.slogan_members import member_twice, members_listed, members_told
from checker.checks.stated_times import first_day, latest_source, only_source, target_years, year_end
from checker.checks.supervisors import lists_plan_of_supervisor
from checker.meaning.territory import scope_key
from checker.messages.choices import FLAGS
from checker.model import Count, Plan
from checker.model.statements import note_text
from checker.model.values import note_choice
from checker.model.words import LEVELS, LISTED, STAGES
from checker.prose.places import own_place, place_level
from checker.prose.years import period_by, year_ahead_by
from checker.quantity import Unit, of_whole
from checker.rules.types import NUMBER, QUANTITY, SENSES, TEXT, TIME, Sort, Type, element


def _counted(*units: str) -> Callable[[Plan], Count | None]:
    def read(plan: Plan) -> Count | None:
        return next((count for count in plan.structure if count.unit in units and not count.missing), None)

    return read


def _listed(*units: str) -> Callable[[Plan], str | None]:
    def read(plan: Plan) -> str | None:
        """Told of the count itself, else of the last one: 3部分、9章、34节（列出：部分）."""
        counted = [count for count in plan.structure if count.unit in units]
        for count in (*counted, *plan.structure[-1:]):
            told = note_choice(count.notes, "listed")
            told = told or next((word for word in ("complete", "partial") if word in count.notes), None)
            if told is not None:
                return told
        return None

    return read


def _within(thing: Any) -> Any:
    return thing.parent


def _told_by_run(_thing: Any) -> None:
    """Stands for what only a run knows (`PlanTables`): without one it is not known."""


def _extra(attr: str, zh: str, type_: Type, read: Read) -> Source:
    return plain(attr, zh, type_, read, lambda thing: read(thing) is not None)


_FLAG = Type(Sort.CHOICE, choices=FLAGS)
_LISTED = Type(Sort.CHOICE, choices=LISTED)
_COUNT = Type(Sort.COUNT)
#: Cities are provinces, prefectures and counties; the level cannot be told by the word.
_ANY_LEVEL = ("市", "州", "地区", "盟", "区")
_ZONE = ("开发区", "高新区", "经开区")
_PARTS, _CHAPTERS, _SECTIONS = ("部分", "篇"), ("章",), ("节",)


def _unit_text(thing: Any) -> str | None:
    return thing.unit_text or None


def _unit_of_whole(thing: Any) -> Unit | None:
    """What is told in 元/人 or in plain 元 is told in 元."""
    return None if thing.unit is None else of_whole(thing.unit)


_UNIT_TEXT = _extra("unit_text", "单位文字", TEXT, _unit_text)
_UNIT_OF_WHOLE = _extra("unit_of_whole", "总量单位", Type(Sort.UNIT), _unit_of_whole)


def _noted_reason(figure: Any) -> str | None:
    """The reason behind a figure: 2025年：目标 36%（理由 “…”）."""
    return note_text(figure.notes.get("reason"))


def _scope_meant(indicator: Any) -> str | None:
    """The scope without the plan's own place: 全市规模以上工业 is 规上工业; None where none is given."""
    return scope_key(indicator.scope, indicator.plan) or None


def _speaks_of_years(indicator: Any) -> bool:
    return bool(target_years(indicator))


_TARGET_YEARS = plain("target_years", "目标年", Type(Sort.NUMBER, many=True), target_years, _speaks_of_years)

_TITLE = plain("title", "标题", TEXT)

_TIMES = (_extra("done_by", "完成时", TIME, done_by), _extra("begun_in", "起始年", NUMBER, begun_in))


def _of_title(read: Callable[[str], Any], place: int | None = None) -> Read:
    """What the full title says; of a period the first or the last year."""

    def told(plan: Plan) -> Any:
        found = read(plan.full_name or "")
        return found if found is None or place is None else found[place]

    return told


def _level_by(plan: Plan) -> str | None:
    """The level that the full title certainly tells by its place: 省, 县, 开发区; None for cities and districts."""
    place = own_place(plan.full_name or "")
    if place is None or (place.name.endswith(_ANY_LEVEL) and not place.name.endswith((*_ZONE, "自治区"))):
        return None
    return place_level(place.name)


def _first_year_by_name(plan: Plan) -> int | None:
    told = period_by(plan.name)
    return told[0] if told is not None else None


def _drafted_year(plan: Plan) -> int | None:
    return plan.drafted.first.year if plan.drafted is not None else None


def stage_word(stage: str | None) -> str | None:
    """The Chinese word of a stage."""
    return next((one.zh[0] for one in STAGES if one.en == stage), None)


def _names_supervisor(plan: Plan) -> str | None:
    return {True: "yes", False: "no", None: None}[lists_plan_of_supervisor(plan)]


def _coordinated(one: Any) -> Any:
    """The plan or basis that was coordinated with, where it is at hand."""
    return one.with_whom.target if one.with_whom is not None else None


_OF_TIMES = (
    _extra("drafted_year", "成稿年", NUMBER, _drafted_year),
    _extra("stage_word", "阶段名", TEXT, _told_by_run),
)

_OF_TITLES = (
    _extra("title_first", "题名首年", NUMBER, _of_title(period_by, 0)),
    _extra("title_last", "题名末年", NUMBER, _of_title(period_by, 1)),
    _extra("title_ahead", "题名远景年", NUMBER, _of_title(year_ahead_by)),
    _extra("title_level", "题名层级", Type(Sort.CHOICE, choices=LEVELS), _level_by),
    _extra("name_first", "名称首年", NUMBER, _first_year_by_name),
)

#: Of every kind that names sources.
OF_SOURCES = (
    _extra("latest_source", "来源时间", TIME, latest_source),
    _extra("only_source", "唯一来源时间", TIME, only_source),
)

#: Kind → its further attributes.
EXTRAS: dict[str, tuple[Source, ...]] = {
    "plan": (
        _extra("part_count", "部分数", _COUNT, _counted(*_PARTS)),
        _extra("chapter_count", "章数", _COUNT, _counted(*_CHAPTERS)),
        _extra("section_count", "节数", _COUNT, _counted(*_SECTIONS)),
        _extra("parts_listed", "部分列出", _LISTED, _listed(*_PARTS)),
        _extra("chapters_listed", "章列出", _LISTED, _listed(*_CHAPTERS)),
        _extra("sections_listed", "节列出", _LISTED, _listed(*_SECTIONS)),
        plain("in_force", "有效", _FLAG, _told_by_run, always),
        *_OF_TITLES,
        *_OF_TIMES,
        _extra("names_supervisor", "列有主管规划", Type(Sort.CHOICE, choices=FLAGS), _names_supervisor),
    ),
    "coordination": (_extra("coordinated", "所衔接", element("plan", "basis"), _coordinated),),
    "slogan": (
        _extra("members_told", "说的数", NUMBER, members_told),
        _extra("members_listed", "列的数", NUMBER, members_listed),
        _extra("member_twice", "重复成员", TEXT, member_twice),
    ),
    "indicator": (
        _UNIT_TEXT,
        _UNIT_OF_WHOLE,
        _TARGET_YEARS,
        _extra("scope_meant", "所指范围", TEXT, _scope_meant),
        _extra("growth_from", "增长起年", NUMBER, grown.growth_from),
        _extra("growth_to", "增长末年", NUMBER, grown.growth_to),
        _extra("growth_base", "增长起点", element("figure"), grown.growth_base),
    ),
    "figure": (
        _UNIT_TEXT,
        _UNIT_OF_WHOLE,
        _extra("reason", "理由", TEXT, _noted_reason),
        _extra("allowed", "容许值", QUANTITY, own.allowed_value),
        _extra("promised", "承诺值", QUANTITY, own.promised_value),
        _extra("one_number", "单值", _FLAG, own.is_one_number),
        _extra("is_total", "总量", _FLAG, own.is_a_total),
        _extra("time_told", "时间", TEXT, own.time_told),
        _extra("first_year", "首年", NUMBER, own.first_year),
        _extra("last_year", "末年", NUMBER, own.last_year),
        # Known where nothing is told, too: two figures without a word are of one thing.
        plain("apart", "另说", TEXT, own.told_apart, lambda figure: bool(own.told_apart(figure))),
        plain("told_of", "所说", TEXT, own.told_of, lambda figure: bool(own.told_of(figure))),
        _extra("scope_meant", "所指范围", TEXT, own.scope_meant),
        _extra("reckoning_told", "口径", TEXT, own.reckoning_told),
        _extra("timing_told", "时点", TEXT, own.timing_told),
        _extra("price_told", "价格", TEXT, own.price_told),
        _extra("price_sort", "价格类", TEXT, own.price_sort_told),
        _extra("price_year", "价格年", NUMBER, own.price_year_told),
        _extra("source_told", "来源", TEXT, own.source_told),
        _extra("grows_to", "增到", QUANTITY, grown.grows_to),
        _extra("grows_to_written", "写明增到", QUANTITY, grown.grows_to_as_written),
        _extra("growth_made", "推算年均", TEXT, grown.growth_made),
        _extra("times_made", "推算倍数", TEXT, grown.times_made),
        _extra("year_end", "年末", TIME, year_end),
    ),
    "procedure": (_extra("first_day", "起始日", TIME, first_day),),
    "goal": _TIMES,
    "measure": _TIMES,
    "relation": (_extra("unlike_terms", "不同类项", TEXT, unlike_terms),),
    "part": (_extra("within", "所属", element("part"), _within), _TITLE),
    "chapter": (_extra("within", "所属", element("part"), _within), _TITLE),
    "section": (_extra("within", "所属", element("part", "chapter"), _within), _TITLE),
    "aligns_tie": (
        _extra("indicator", "指标", element("indicator"), tie.own_indicator),
        _extra("upper_indicator", "上位指标", element("indicator"), tie.upper_indicator),
        _extra("sense", "限", Type(Sort.CHOICE, choices=SENSES), tie.sense_of),
        _extra("share", "份额", QUANTITY, tie.share_told),
        plain("one_place", "同地", _FLAG, _told_by_run, always),
        plain("one_name", "同名", _FLAG, tie.is_one_indicator, always),
    ),
}
