"""Every member of a slogan left out, told twice, mistyped; every number in the name of a slogan one more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutation.world import Alteration, Part, World, shorter
from checker.syntax import Item

_NUMERALS = "一二三四五六七八九十"
_NUMERAL = re.compile(r"[一二三四五六七八九]")


def member_alterations(world: World) -> Iterator[Alteration]:
    """All alterations of slogans."""
    for part in world.of("slogan"):
        one = part.fields.get("members")
        missing = _missing(world, part)
        for place, item in enumerate(one.values if one is not None else ()):
            assert one is not None
            assert isinstance(item, Item)
            told = item.path.text if item.path is not None else item.text.text if item.text is not None else ""
            where = f"{part.name} {told}"
            yield Alteration("提法成员", "删去", where, world.without_value(one, place), missing)
            twice = world.text[item.start : item.end]
            text = world.put(item.end, item.end, f"、{twice}")
            yield Alteration("提法成员", "重写", where, text)
            if item.path is None and item.text is not None and shorter(told):
                known = world.together(told) and "推断" not in world.text[item.start : item.end]
                typed = shorter(told)
                text = world.put(item.text.start, item.text.end, f"“{typed}”")
                yield Alteration("提法成员", "少一个字", where, text, "" if known else "没有正文", (told, typed))
        yield from _numbers(world, part, missing)


def _missing(world: World, part: Part) -> str:
    if world.written(part, "listed") in {"部分", "未公开"} or "members" not in part.fields:
        return "没有列全"
    told = " ".join((part.name, world.written(part, "role"), world.quotes(part)))
    return "" if _counted(told) else "没有数"


def _counted(told: str) -> bool:
    """Whether there is a number of things in it, and no code (百千万), ordinal or five-year period (十三五)."""
    told = re.sub("十[一二三四五]五", "", told)
    return bool(re.search(r"(?<!第)[一二两三四五六七八九十双](?!十?五”|百|千|万)", told))


def _numbers(world: World, part: Part, missing: str) -> Iterator[Alteration]:
    name = part.declaration.name
    for match in _NUMERAL.finditer(name.text):
        more = _NUMERALS[_NUMERALS.index(match.group()) + 1]
        new = name.text[: match.start()] + more + name.text[match.end() :]
        start = world.text.index(name.text, name.start)
        quoted = name.text in world.quotes(part) or world.together(name.text)
        used = any(
            part.name in {key for _, key in world.references(other, attr)}
            for other in world.parts
            for attr in ("supports", "members", "carried_out_in")
        )
        text = world.put(start, start + len(name.text), new)
        yield Alteration(
            "提法成员", "数加一", f"{name.text}→{new}", text, "" if quoted or used else missing, (name.text, new)
        )
