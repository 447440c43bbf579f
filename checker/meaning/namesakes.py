"""Which indicators of two plans are one, by their names, aliases and units.

Names are compared from the surest way down: as they are written, in the one wording of the lexicon and by what the
dictionary calls the same, then without the words that only say whose figure it is (全市, 全体, 地级及以上城市). What
only one of two names says besides (户籍, 规模以上, 登记) makes two indicators of them. The same thing told in another
way, its growth here and its level there, is the same thing and no more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from checker.meaning.figures import unit_of
from checker.meaning.territory import place_names, scope_key, scopes_alike
from checker.model import Indicator
from checker.quantity import Unit, UnitKind, same_dimension
from checker.source import Expression, name_key

#: Ways in which two names are one, from the surest down.
SAME, ALIAS, WORDING, BARE, OTHER_FORM, PART = "same", "alias", "wording", "bare", "other_form", "part"
#: Ways in which both tell one figure.
OF_ONE_FIGURE = (SAME, ALIAS, WORDING, BARE)
WAYS = (*OF_ONE_FIGURE, OTHER_FORM, PART)

#: Whose figure it is, before a name: all of the place, all of its inhabitants, all cities or zones of a place.
_WHOSE = Expression(
    "^(?:全[国省市区县州盟旗域]|[我本][国省市区县州盟旗]|全社会|全体|(?:地级及以上|地级以上|设区)?城市(?=[^乡镇])"
    "|(?:国家级?)?(?:经开区|开发区|经济开发区|经济技术开发区|高新区)(?=.{3}))"
)
_FORMS: tuple[tuple[str, Expression], ...] = (
    ("growth", Expression("(?:年均|平均|累计|五年)*(?:增长率|增长速度|增长|增速|增幅)$")),
    ("fall", Expression("(?:年均|平均|累计|五年)*(?:降低率|下降率|降低幅度|下降幅度|降低|下降|减少)$")),
    ("rise", Expression("(?:年均|平均|累计|五年)*(?:提高|提升|上升)$")),
)
_LEVEL = "level"
#: A count goes by the thing that is counted: 城镇新增就业人数.
_COUNT = Expression("(?<=..)(?:人数|数)$")
_SHARE = Expression("^(?P<part>.{2,}?)占.{2,}(?:比重|占比)$")
#: 每千人口医护人员数：执业医师数 is a row of two; what is counted a head begins with the head.
_ROWS = re.compile("[:：]")
_HEAD = Expression("^每.{1,4}?人(?:口)?")
_SHORTEST = 2


class Namesakes(Struct, frozen=True):
    """Two indicators that are one, and in which of the `WAYS`."""

    own: Indicator
    upper: Indicator
    way: str


class Name(Struct, frozen=True):
    """What a name says: the thing in the one wording, and whether its level, growth, fall or rise is told."""

    thing: str
    form: str


def find_namesakes(own: Sequence[Indicator], upper: Sequence[Indicator], ways: Sequence[str] = WAYS) -> list[Namesakes]:
    """The pairs, each indicator in one at most: the surest way first, what is in the table before what is not."""
    found: list[Namesakes] = []
    here, there = _said_by(sorted(own, key=lambda one: one.in_table == "no")), _said_by(upper)
    for way in ways:
        known: dict[str, list[_Said]] = defaultdict(list)
        for one in there:
            for key in one.keys(way):
                known[key].append(one)
        for one in here if known else ():
            other = next((each for key in one.keys(way) for each in known.get(key, ()) if _fits(one, each, way)), None)
            if other is not None:
                one.taken = other.taken = True
                found.append(Namesakes(one.indicator, other.indicator, way))
        here, there = ([one for one in side if not one.taken] for side in (here, there))
    return found


def _said_by(indicators: Sequence[Indicator]) -> list[_Said]:
    places = {id(plan): sorted(place_names(plan), key=len, reverse=True) for plan in {one.plan for one in indicators}}
    return [_Said(one, places[id(one.plan)]) for one in indicators]


class _Said:
    """What the names of an indicator say, worked out once; `places` are the names of its place, the longest first."""

    def __init__(self, indicator: Indicator, places: Sequence[str]) -> None:
        self.indicator = indicator
        self.taken = False
        self._places = places

    def keys(self, way: str) -> Iterable[str]:
        """What indicators that are one in this way have in common."""
        if way == SAME:
            return (name_key(self.indicator.name),)
        if way == ALIAS:
            return dict.fromkeys(map(name_key, self._names))
        if way == WORDING:
            return dict.fromkeys(f"{one.thing}|{one.form}" for one in self._told)
        if way == BARE:
            return dict.fromkeys(f"{one.thing}|{one.form}" for one in self._bare)
        things = dict.fromkeys(one.thing for one in (*self._told, *self._bare))
        return things if way == OTHER_FORM else dict.fromkeys(part for thing in things for part in _parts(thing))

    @cached_property
    def form(self) -> str:
        """Whether its level or its change is told."""
        return self._told[0].form

    @cached_property
    def unit(self) -> Unit | None:
        """The unit that it is told in."""
        return unit_of(self.indicator)

    @cached_property
    def _names(self) -> list[str]:
        return names_of(self.indicator)

    @cached_property
    def _told(self) -> list[Name]:
        return [name_of(name, _form_by_unit(self.indicator, name)) for name in self._names]

    @cached_property
    def _bare(self) -> list[Name]:
        made = []
        for name, told in zip(self._names, self._told, strict=True):
            bare = _without_place(name, self._places)
            made.append(told if bare == name else name_of(bare, _form_by_unit(self.indicator, name)))
        return made


def names_of(indicator: Indicator) -> list[str]:
    """The names that an indicator goes by: its own, its aliases, and that of its part of a row of several."""
    written = [indicator.name, *(alias.text for alias in indicator.aliases)]
    rows = [_ROWS.split(name, maxsplit=1) for name in written]
    return [*written, *(_of_row(row[0], row[1]) for row in rows if len(row) > 1)]


def _of_row(above: str, below: str) -> str:
    head = _HEAD.made.match(above)
    return below if head is None or below.startswith("每") else head[0] + below


def name_of(name: str, form: str = "") -> Name:
    """What a name says; `form` is what its unit tells where its words do not."""
    from checker.prose.reading.lexicon import known_indicator, wording

    whole = wording(name)
    if known_indicator(whole) is not None:
        return Name(_called(whole), form or _LEVEL)
    for told, pattern in _FORMS:
        bare = pattern.made.sub("", whole)
        if bare != whole and len(bare) >= _SHORTEST:
            return Name(_called(bare), told)
    return Name(_called(whole), form or _LEVEL)


@lru_cache(maxsize=8192)
def _called(words: str) -> str:
    """The thing as the dictionary calls it, else in its own words without 数."""
    from checker.prose.reading.lexicon import known_indicator, wording

    known = known_indicator(words)
    if known is not None:
        return wording(known.name)
    bare = _COUNT.made.sub("", words)
    known = known_indicator(bare)
    return wording(known.name) if known is not None else bare


def _form_by_unit(indicator: Indicator, name: str) -> str:
    """地区生产总值 told in %, or by nothing but what it grows by a year, is its growth."""
    from checker.prose.reading.lexicon import known_of, wording

    known = known_of(wording(name))
    if known is None or known.kind not in ("amount", "count") or known.unit is None:
        return ""
    unit = unit_of(indicator)
    aimed = [one for one in indicator.figures if one.tense != "actual"]
    grows = [one for one in aimed if one.basis == "annual" and one.unit_kind == "ratio"]
    is_growth = (unit is not None and unit.kind is UnitKind.RATIO) or (grows and len(grows) == len(aimed))
    return "growth" if is_growth else ""


def _without_place(name: str, places: Sequence[str]) -> str:
    bare = name
    for place in places:
        bare = bare.removeprefix(place)
    before = ""
    while bare != before:
        before, bare = bare, _WHOSE.made.sub("", bare)
    return bare if len(bare) >= _SHORTEST else name


def _parts(thing: str) -> list[str]:
    """The thing, and what its share or intensity is of: 研发经费 of 研发投入强度, 制造业 of 制造业占生产总值比重."""
    from checker.prose.reading.lexicon import known_indicator, wording

    known = known_indicator(thing)
    found = _SHARE.made.match(thing)
    if known is not None and known.part:
        return [thing, _called(wording(known.part))]
    # The one wording leaves out 增加值 before 占.
    return [thing] if found is None else [thing, _called(found["part"]), _called(f"{found['part']}增加值")]


def _fits(here: _Said, there: _Said, way: str) -> bool:
    """Whether neither is taken, and units, scopes and reckonings let the two be one."""
    own, upper = here.indicator, there.indicator
    if there.taken or not _one_scope(own, upper):
        return False
    if own.reckoning and upper.reckoning and own.reckoning != upper.reckoning:
        return False
    forms = {here.form, there.form}
    if way == PART:
        # How much there is of a thing says nothing of its share; its growth goes with it.
        return forms == {"growth", _LEVEL}
    if way == OTHER_FORM:
        return _LEVEL in forms and len(forms) > 1
    return here.unit is None or there.unit is None or _alike(here.unit, there.unit)


def _one_scope(own: Indicator, upper: Indicator) -> bool:
    here, there = (scope_key(one.scope, one.plan) for one in (own, upper))
    return scopes_alike(here, there) is not False


def _alike(here: Unit, there: Unit) -> bool:
    counted = here.kind is UnitKind.COUNT and there.kind is UnitKind.COUNT
    return counted or same_dimension(here, there)
