"""Every count one more and one less, every nature another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutation.world import Alteration, Part, World

_DIGITS = re.compile(r"\d+")
_LEVELS = {"部": "part", "篇": "part", "章": "chapter", "节": "section"}


def count_alterations(world: World) -> Iterator[Alteration]:
    """结构, 指标数, 章数, 节数, 轮次, 收到: each number in turn."""
    for part in world.parts:
        for attr in ("structure", "indicator_count", "chapter_count", "section_count", "round", "received"):
            one = part.fields.get(attr)
            if one is None or part.kind == "comment":
                continue
            for match in _DIGITS.finditer(world.text, one.values[0].start, one.end):
                for step in (1, -1):
                    text = world.put(match.start(), match.end(), str(int(match.group()) + step))
                    where = f"{part.name} {one.word}{match.group()}{step:+d}"
                    yield Alteration("数目", one.word, where, text, _count_missing(world, part, attr, match))


def _count_missing(world: World, part: Part, attr: str, match: re.Match[str]) -> str:
    if match.group() in _DIGITS.findall(world.quotes(part)):
        return ""
    if attr in {"round", "received"}:
        parts = sum(map(int, _DIGITS.findall(world.written(part, "result"))))
        told = parts == int(match.group()) or world.together(part.name, match.group())
        return "" if told else "没有别处说"
    if attr == "indicator_count":
        return ""  # 总数、预期性、约束性三个数都写了
    level = _LEVELS[world.text[match.end()]] if attr == "structure" else attr.removesuffix("_count")
    hidden = [one for one in world.parts if "未公开" in world.written(one, f"{level}_count")]
    listed = [one for one in world.of(level) if attr == "structure" or _within(one, part)]
    return "" if listed and not hidden else "没有列出，也没有原话"


def _within(one: Part, part: Part) -> bool:
    return one.parent is not None and (one.parent is part or one.parent.parent is part)


def nature_alterations(world: World) -> Iterator[Alteration]:
    """预期性 and 约束性 the other way round, left out, and given where it is not known."""
    head = world.head
    counted = head is not None and "全部" in world.written(head, "indicator_count")
    for part in world.of("indicator"):
        one = part.fields.get("nature")
        if one is None:
            continue
        now, start, end = world.written(part, "nature"), one.values[0].start, one.values[-1].end
        above = any(_binding_above(world, key) for _, key in world.references(part, "aligns"))
        known = counted or above or world.together(part.name, now)
        if now == "不明":
            for other in ("预期性", "约束性"):
                yield Alteration(
                    "属性", "不明改明", f"{part.name} {other}", world.put(start, end, other), "哪一项是哪一种没有公开"
                )
        else:
            other = {"预期性": "约束性", "约束性": "预期性"}[now]
            missing = "" if known else "哪一项是哪一种没有别处说"
            yield Alteration("属性", "互换", f"{part.name} {other}", world.put(start, end, other), missing)
        outside = world.written(part, "in_table") in {"否", "不明"}
        missing = "不列入指标表的可以不写" if outside else ""
        yield Alteration("属性", "删去", part.name, world.without_field(one), missing)


def _binding_above(world: World, key: str) -> bool:
    plan, _, name = key.partition(".")
    above = world.uppers.get(plan)
    found = above.find(name, "indicator") if above is not None else None
    return found is not None and above is not None and above.written(found, "nature") == "约束性"
