"""Every time a year earlier and a year later, and what of that other times of the plan rule out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from benchmarks.mutation.gaps import gaps_of
from benchmarks.mutation.world import Alteration, Part, World
from checker.quantity import parse_date
from checker.syntax import DateRange, Field

_YEAR = re.compile(r"20\d\d")
_BOUND = re.compile(r"第([一二三四五六七八九十]+)个五年|(二〇..年)远景")
#: What happens to a draft cannot come before it: the words of steps that begin one, and of those behind.
_BEGINS = ("起草", "专班", "基本思路")
_BEHIND = ("征求部门", "征求意见", "论证", "评审", "衔接", "送审稿", "报批稿", "审议")
_OPEN = "没有别处说"
Told = tuple[date, date]


def date_alterations(world: World) -> Iterator[Alteration]:
    """All alterations of times, those behind sources too."""
    for part in world.parts:
        for attr, told in _FIELDS.items():
            one = part.fields.get(attr)
            if one is None or not any(isinstance(value, DateRange) for value in one.values):
                continue
            for what, step, text in _moved(world, attr, one):
                other = world.with_text(text)
                here = next(again for again in other.parts if again.declaration.start == part.declaration.start)
                missing = told(world, part, other, here)
                yield Alteration("日期", f"{one.word}{what}", f"{part.name} {step:+d}年", text, missing)
        yield from _of_sources(world, part)


def _moved(world: World, attr: str, one: Field) -> Iterator[tuple[str, int, str]]:
    written = world.text[one.values[0].start : one.values[-1].end]
    years = [int(found) for found in _YEAR.findall(written)]
    steps = {"period": (5,), "horizon": (5,), "assessed_year": (1,)}.get(attr, (1, -1))
    for step in steps:
        yield _word(step), step, _shift(world, one, step)
    last = _last_year(world)
    if attr == "deadline" and years and last is not None and years[-1] < last:
        yield "移出规划期", last + 1 - years[-1], _shift(world, one, last + 1 - years[-1])
    if attr == "period" and len(years) > 1:
        place = world.text.rindex(str(years[-1]), one.start, one.end)
        yield "末年晚一年", 1, world.put(place, place + 4, str(years[-1] + 1))


def _word(step: int) -> str:
    return "晚一年" if step == 1 else "早一年" if step == -1 else "移一期"


def _shift(world: World, one: Field, step: int) -> str:
    start, end = one.values[0].start, one.values[-1].end
    return world.put(start, end, _YEAR.sub(lambda found: str(int(found.group()) + step), world.text[start:end]))


# ---- times as they are written


def _time(part: Part | None, attr: str) -> Told | None:
    """The first and the last day of a time."""
    one = part.fields.get(attr) if part is not None else None
    value = one.values[0] if one is not None and one.values else None
    if not isinstance(value, DateRange):
        return None
    first = parse_date(value.first.text)
    last = parse_date(value.last.text, first.first.year) if value.last is not None and first is not None else first
    return (first.first, last.last) if first is not None and last is not None else None


def _last_year(world: World) -> int | None:
    period = _time(world.head, "period")
    return period[1].year if period is not None else None


def _later(world: World, part: Part, attr: str) -> bool:
    """Whether a time lies wholly behind the day of the draft."""
    drafted, own = _time(world.head, "drafted"), _time(part, attr)
    return drafted is not None and own is not None and own[0] > drafted[1]


def _said(world: World, part: Part, attr: str) -> bool:
    """Whether the texts tell of it with the year that is written."""
    year = _YEAR.findall(world.written(part, attr))
    names = (part.declaration.name.text, *world.quotes(part).splitlines())
    return bool(year) and any(world.together(name, f"{year[-1]}年") for name in names if name)


# ---- what rules a time out, by field; each takes the plan and the part before and after


def _of_title(_world: World, part: Part, _other: World, _here: Part) -> str:
    title = _world.written(part, "full_name")
    return "" if _BOUND.search(title) else "全称没有写"


def _of_horizon(world: World, part: Part, _other: World, _here: Part) -> str:
    return "" if re.search(r"二〇..年", world.written(part, "full_name")) else "全称没有写远景的年份"


def _of_draft(_world: World, _part: Part, other: World, here: Part) -> str:
    drafted, period = _time(here, "drafted"), _time(here, "period")
    others = [
        _time(part, attr)
        for part in other.parts
        for attr in ("when", "date")
        if part.kind in {"procedure", "coordination", "comment", "basis"}
    ]
    late = drafted is not None and any(one is not None and one[0] > drafted[1] for one in others)
    over = drafted is not None and period is not None and drafted[0].year > period[0].year
    formed = any("稿" in part.name for part in other.of("procedure") if "when" in part.fields)
    return "" if late or over or formed else "没有别的时间"


def _of_step(world: World, part: Part, other: World, here: Part) -> str:
    if _later(other, here, "when") or _said(world, part, "when") or _dated_quote(world, part):
        return ""
    begun = [_time(one, "when") for one in other.of("procedure") if any(word in one.name for word in _BEGINS)]
    begins = min((one[0] for one in begun if one is not None), default=None)
    own = _time(here, "when")
    if own is not None and begins is not None and own[1] < begins and any(word in here.name for word in _BEHIND):
        return ""
    return "前期、启动、公开征集早一年也说得通"


def _dated_quote(world: World, part: Part) -> bool:
    return any(year in world.quotes(part) for year in _YEAR.findall(world.written(part, "when")))


def _of_basis(world: World, part: Part, other: World, here: Part) -> str:
    named = re.search(r"[一二三四五六七八九十]+届[一二三四五六七八九]中全会|〔20\d\d〕", part.name + world.quotes(part))
    return "" if _later(other, here, "date") or named or _said(world, part, "date") else _OPEN


def _of_deadline(world: World, part: Part, other: World, here: Part) -> str:
    own, last = _time(here, "deadline"), _last_year(other)
    if own is not None and last is not None and own[1].year > last:
        return ""
    return "" if gaps_of(other) - gaps_of(world) or _said(world, part, "deadline") else "期内的哪一年，没有别处说"


def _of_coordination(_world: World, _part: Part, other: World, here: Part) -> str:
    above = other.uppers.get(here.name)
    drafted = _time(above.head, "drafted") if above is not None else None
    own = _time(here, "date")
    early = drafted is not None and own is not None and own[1] < drafted[0]
    return "" if early or _later(other, here, "date") else "所衔接的没有写时间"


def _of_comment(_world: World, _part: Part, other: World, here: Part) -> str:
    rounds = [_time(one, "when") for one in other.of("procedure") if "round" in one.fields]
    own = _time(here, "date")
    outside = (
        own is not None
        and rounds
        and not any(one is not None and one[0] <= own[1] and own[0] <= one[1] for one in rounds)
    )
    return "" if outside or _later(other, here, "date") else "没有写那一步的时间"


def _of_waiver(_world: World, _part: Part, other: World, here: Part) -> str:
    return "" if _later(other, here, "date") else _OPEN


def _of_any(_world: World, part: Part, other: World, here: Part) -> str:
    by_kind: dict[str, Callable[[World, Part, World, Part], str]] = {
        "basis": _of_basis,
        "coordination": _of_coordination,
        "comment": _of_comment,
        "waiver": _of_waiver,
    }
    return by_kind[part.kind](_world, part, other, here)


def _of_until(_world: World, _part: Part, other: World, here: Part) -> str:
    drafted, until = _time(other.head, "drafted"), _time(here, "until")
    return "" if drafted is not None and until is not None and until[1] < drafted[0] else "批到哪一天，没有别处说"


def _of_assessed(_world: World, _part: Part, other: World, here: Part) -> str:
    assessed = _time(here, "assessed_year")
    actual = [
        int(attr[:4]) for attr in here.fields if re.fullmatch(r"20\d\d年", attr) and "实际" in other.written(here, attr)
    ]
    return "" if assessed is not None and actual and assessed[0].year > max(actual) else "没有那一年的位次"


_FIELDS: dict[str, Callable[[World, Part, World, Part], str]] = {
    "period": _of_title,
    "horizon": _of_horizon,
    "drafted": _of_draft,
    "when": _of_step,
    "date": _of_any,
    "deadline": _of_deadline,
    "until": _of_until,
    "assessed_year": _of_assessed,
}


# ---- sources


def _of_sources(world: World, part: Part) -> Iterator[Alteration]:
    drafted = _time(world.head, "drafted")
    data = [
        int(attr[:4]) for attr in part.fields if re.fullmatch(r"20\d\d年", attr) and "实际" in world.written(part, attr)
    ]
    for item in world.items(part, "sources"):
        for note in item.notes:
            found = _YEAR.search(world.text, note.start, note.end)
            told = parse_date(world.text[note.start : note.end])
            if found is None or told is None:
                continue
            for step in (1, -1):
                year = told.first.year + step
                moved = told.first.replace(year=year), told.last.replace(year=year)
                late = drafted is not None and moved[0] > drafted[1]
                early = bool(data) and moved[1] < date(max(data), 12, 31)
                text = world.put(found.start(), found.end(), str(year))
                missing = "" if late or early else "别的早晚，没有别处说"
                yield Alteration("日期", f"来源{_word(step)}", f"{part.name} {step:+d}年", text, missing)
