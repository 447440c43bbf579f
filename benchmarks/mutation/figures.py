"""Every figure a tenth and ten times as large, with another bound, tense, year, unit; every direction reversed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.mutation.world import Alteration, Part, World
from checker.source import name_key
from checker.syntax import Field, FigureValue, Item, Share, Term

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORDS = {100.0: "百亿", 1000.0: "千亿", 10000.0: "万亿"}
_POINT = re.compile(r"20\d\d年")
_ONCE = "只写了这一次，改后处处说得通"
_LEAST = ("≥", ">", "不低于", "超过")
_SWAP = {"≥": "≤", "≤": "≥", ">": "<", "<": ">"}
_TENSES = {"实际": "目标", "目标": "实际"}
_TEN = 10.0
_TENTH = 1.1


def figure_alterations(world: World) -> Iterator[Alteration]:
    """All alterations of indicators' figures, of directions, and of what measures claim."""
    for part in world.of("indicator"):
        for attr, one in part.fields.items():
            if _POINT.fullmatch(attr) or attr in {"annual", "cumulative"}:
                for value in one.values:
                    if isinstance(value, FigureValue):
                        yield from _of_figure(world, part, attr, (one, value))
        yield from _of_direction(world, part)
        yield from _of_unit(world, part)
        yield from _of_shares(world, part)
    yield from _claims(world)


def _of_figure(world: World, part: Part, attr: str, place: tuple[Field, FigureValue]) -> Iterator[Alteration]:
    one, value = place
    found = _NUMBER.search(world.text, value.start, value.end)
    where = f"{part.name} {one.word}{world.text[value.start : value.end]}"
    if found is not None:
        for what, factor in (("加一成", _TENTH), ("十倍", _TEN)):
            text = world.put(found.start(), found.end(), _times(found.group(), factor))
            missing = "" if _noticed(world, world.with_text(text), part, attr, found.group()) else _ONCE
            yield Alteration("数值", what, where, text, missing)
    bound = next((mark for mark in _SWAP if mark in world.text[value.start : value.end]), None)
    if bound is not None:
        at = world.text.index(bound, value.start)
        missing = "" if "direction" in part.fields and value.tense == "目标" else "没有写方向，或不是目标"
        yield Alteration("数值", "不低于、不高于互换", where, world.put(at, at + 1, _SWAP[bound]), missing)
    if value.tense in _TENSES and _POINT.fullmatch(attr):
        at = world.text.index(value.tense, value.start)
        text = world.put(at, at + 2, _TENSES[value.tense])
        yield Alteration("数值", "实际、目标互换", where, text, _tense_missing(world, part, attr, value))
    if _POINT.fullmatch(attr):
        year = int(attr[:4])
        text = world.put(one.start, one.start + 4, str(year + 1))
        yield Alteration("数值", "年份加一", where, text, _year_missing(world, part, year, value))


def _times(number: str, factor: float) -> str:
    digits = len(number.partition(".")[2])
    made = f"{float(number) * factor:.{digits}f}"
    return made if made != number else f"{float(number) + 1:.{digits}f}"


# ---- what is told twice


def _noticed(world: World, other: World, part: Part, attr: str, number: str) -> bool:
    here = next(again for again in other.parts if again.declaration.start == part.declaration.start)
    new = _value(other, here, attr)
    return (
        _told_elsewhere(world, part, number)
        or _grows(world, part, attr)
        or _related(other) - _related(world) != set()
        or _out_of_order(other, here)
        or (new is not None and new.number > 100 and "%" in world.written(part, "unit") and _is_share(part))
        or _falls_short(other, here, attr)
    )


def _told_elsewhere(world: World, part: Part, number: str) -> bool:
    quotes = world.quotes(part)
    if float(number) in {float(one) for one in _NUMBER.findall(quotes)}:
        return True
    if any(float(number) == size and word in quotes for size, word in _WORDS.items()):
        return True
    numbers = re.compile(rf"(?<![\d.]){re.escape(number)}(?![\d.])")
    return any(part.declaration.name.text in line and numbers.search(line) for line in world.sentences)


@dataclass(frozen=True)
class _Told:
    number: float
    bound: str
    tense: str


def _value(world: World, part: Part, attr: str) -> _Told | None:
    one = part.fields.get(attr)
    values = [value for value in one.values if isinstance(value, FigureValue)] if one is not None else []
    found = _NUMBER.search(world.text, values[0].start, values[0].end) if values else None
    if found is None or "累计" in world.written(part, attr) or (values[0].amount.upper and True):
        return None
    written = world.text[values[0].start : values[0].end]
    bound = next((mark for mark in _SWAP if mark in written), "")
    return _Told(float(found.group()), bound, values[0].tense)


def _period(world: World) -> tuple[int, int] | None:
    years = re.findall(r"20\d\d", world.written(world.head, "period"))
    return (int(years[0]), int(years[-1])) if years else None


def _grows(world: World, part: Part, attr: str) -> bool:
    """Whether base, yearly growth and last target are all told as numbers, and this is one of them."""
    period = _period(world)
    if period is None or "annual" not in part.fields:
        return False
    ends = (f"{period[0] - 1}年", f"{period[1]}年")
    told = [_value(world, part, one) for one in ends]
    return attr in {*ends, "annual"} and all(one is not None and not one.bound for one in told)


def _out_of_order(world: World, part: Part) -> bool:
    """Whether a target falls behind the one before it, or a fixed one behind the last actual value."""
    higher = "越高" in world.written(part, "direction")
    lower = "越低" in world.written(part, "direction")
    years = sorted(attr for attr in part.fields if _POINT.fullmatch(attr))
    told = [(attr, found) for attr in years if (found := _value(world, part, attr)) is not None]
    for (_, one), (_, two) in pairwise(told):
        worse = (higher and two.number < one.number) or (lower and two.number > one.number)
        if worse and two.tense == "目标" and (one.tense == "目标" or not two.bound):
            return True
    return False


def _is_share(part: Part) -> bool:
    return part.name.endswith(("比重", "占比", "覆盖率", "比率"))


def _falls_short(world: World, part: Part, attr: str) -> bool:
    """Whether a firm demand of the plan above of the same year is not met any more."""
    own = _value(world, part, attr)
    for item, key in world.references(part, "aligns"):
        plan, _, name = key.partition(".")
        above = world.uppers.get(plan)
        upper = above.find(name, "indicator") if above is not None else None
        if above is None or upper is None or own is None:
            continue
        asked = _value(above, upper, attr)
        words = {world.text[note.start : note.end] for note in item.notes}
        if asked is None or own.tense != "目标":
            continue
        lower = "越低" in world.written(part, "direction")
        if "同值" in words and own.number != asked.number:
            return True
        if words & {"不低于", "不高于"} and (own.number > asked.number if lower else own.number < asked.number):
            return True
    return False


# ---- relations


def _related(world: World) -> set[tuple[str, str]]:
    """The relations that do not hold, with the year."""
    broken = set()
    years = sorted({attr for part in world.of("indicator") for attr in part.fields if _POINT.fullmatch(attr)})
    for part in world.of("relation"):
        formula = part.declaration.formula
        for year in years if formula is not None else ():
            assert formula is not None
            left, right = _reckoned(world, formula.left, year), _reckoned(world, formula.right, year)
            if left is None or right is None:
                continue
            near = abs(left - right) <= 0.006 * max(abs(left), abs(right))
            holds = {"=": near, "≤": left <= right or near, "≥": left >= right or near}.get(formula.sign, True)
            broken |= set() if holds else {(part.name, year)}
    return broken


def _reckoned(world: World, term: Term, year: str) -> float | None:
    if term.path is not None:
        part = world.find(name_key(term.path.text), "indicator")
        told = _value(world, part, year) if part is not None else None
        scale = 0.01 if part is not None and "%" in world.written(part, "unit") else 1.0
        return told.number * scale if told is not None and not told.bound else None
    if term.operator == "number":
        return float(term.number) * (0.01 if "%" in term.unit else 1.0)
    parts = [_reckoned(world, one, year) for one in term.operands]
    if any(one is None for one in parts) or len(parts) != 2:
        return None
    one, two = parts
    assert one is not None
    assert two is not None
    return {"+": one + two, "-": one - two, "×": one * two}.get(term.operator, one / two if two else None)


# ---- tenses, years, directions, units


def _tense_missing(world: World, part: Part, attr: str, value: FigureValue) -> str:
    inside = world.written(part, "in_table") not in {"否", "不明"}
    period = _period(world)
    drafted = re.search(r"20\d\d", world.written(world.head, "drafted"))
    year = int(attr[:4])
    if value.tense == "目标":
        late = drafted is not None and year > int(drafted.group())
        return "" if late or (inside and period is not None and year == period[1]) else "没有成稿的时间"
    actual = [one for one in part.fields if _POINT.fullmatch(one) and "实际" in world.written(part, one)]
    return "" if inside and len(actual) == 1 and "首次" not in world.written(part, "first_counted") else "表外的"


def _year_missing(world: World, part: Part, year: int, value: FigureValue) -> str:
    period = _period(world)
    inside = world.written(part, "in_table") not in {"否", "不明"}
    drafted = re.search(r"20\d\d", world.written(world.head, "drafted"))
    if f"{year + 1}年" in part.fields:
        return ""
    if value.tense == "目标" and inside and period is not None and year == period[1]:
        return ""
    if value.tense == "实际" and drafted is not None and year + 1 >= int(drafted.group()):
        return ""  # 那一年还没有过完
    return "中间年，或表外的"


def _of_direction(world: World, part: Part) -> Iterator[Alteration]:
    one = part.fields.get("direction")
    if one is None:
        return
    now = world.written(part, "direction")
    other = {"越高越好": "越低越好", "越低越好": "越高越好"}.get(now)
    if other is None:
        return
    text = world.put(one.values[0].start, one.values[-1].end, other)
    again = world.with_text(text)
    here = next(found for found in again.parts if found.declaration.start == part.declaration.start)
    told = [_value(world, part, attr) for attr in part.fields if _POINT.fullmatch(attr) or attr == "cumulative"]
    bounds = any(found is not None and found.bound and found.tense == "目标" for found in told)
    above = any(
        _directed_above(world, key) for item, key in world.references(part, "aligns") if not _loose(world, item)
    )
    missing = "" if bounds or above or _out_of_order(again, here) else "只有一个数"
    if world.written(part, "unit") in {"位", "名"}:
        missing = "位次说越高越好、越低越好的都有"
    yield Alteration("数值", "方向相反", f"{part.name} {other}", text, missing)


def _loose(world: World, item: Item) -> bool:
    return "参考" in {world.text[note.start : note.end] for note in item.notes}


def _directed_above(world: World, key: str) -> bool:
    plan, _, name = key.partition(".")
    above = world.uppers.get(plan)
    found = above.find(name, "indicator") if above is not None else None
    return found is not None and "direction" in found.fields


def _of_unit(world: World, part: Part) -> Iterator[Alteration]:
    one = part.fields.get("unit")
    unit = world.written(part, "unit")
    swaps = (("亿", "万"), ("万", "亿"), ("元", "万元"), ("%", "‰"))
    new = next((unit.replace(old, other, 1) for old, other in swaps if old in unit), None)
    if one is None or new is None:
        return
    text = world.put(one.values[0].start, one.values[-1].end, new)
    held = bool(_related_to(world, part)) and new != "‰"
    told = unit in world.quotes(part) or world.together(part.declaration.name.text, unit)
    yield Alteration("数值", "单位", f"{part.name} {unit}→{new}", text, "" if told or held else "单位只写了这一次")


def _related_to(world: World, part: Part) -> list[Part]:
    name = part.declaration.name.text
    return [one for one in world.of("relation") if name in world.text[one.declaration.start : one.declaration.end]]


# ---- shares


def _of_shares(world: World, part: Part) -> Iterator[Alteration]:
    for item, key in world.references(part, "aligns"):
        for note in item.notes:
            written = world.text[note.start : note.end]
            found = _NUMBER.search(written)
            if not written.startswith("份额") or found is None:
                continue
            text = world.put(note.start + found.start(), note.start + found.end(), _times(found.group(), _TENTH))
            yield Alteration("数值", "份额加一成", f"{part.name} {key}", text)


def _claims(world: World) -> Iterator[Alteration]:
    totals = {part.name: part for part in world.of("resource") if "total" in part.fields}
    claimed: dict[str, float] = {}
    places: list[tuple[Part, Share, str]] = []
    for part in world.of("measure"):
        one = part.fields.get("claims")
        for value in one.values if one is not None else ():
            if isinstance(value, Share) and _NUMBER.search(value.amount.number):
                name = name_key(value.path.text)
                claimed[name] = claimed.get(name, 0.0) + float(value.amount.number)
                places.append((part, value, name))
    for part, value, name in places:
        number = value.amount.number
        at = world.text.index(number, value.path.end)
        total = float(_NUMBER.findall(world.written(totals.get(name), "total") or "0")[0])
        over = claimed[name] + float(number) * 0.1 > total > 0
        told = world.together(part.declaration.name.text, f"{number}{value.amount.unit}")
        text = world.put(at, at + len(number), _times(number, _TENTH))
        yield Alteration("数值", "占用加一成", f"{part.name} {name}{number}", text, "" if over or told else _ONCE)
    for part in totals.values():
        found = _NUMBER.search(world.text, part.fields["total"].start, part.fields["total"].end)
        if found is not None:
            told = found.group() in _NUMBER.findall(world.quotes(part))
            text = world.put(found.start(), found.end(), _times(found.group(), _TENTH))
            yield Alteration("数值", "总量加一成", f"{part.name} {found.group()}", text, "" if told else _ONCE)
