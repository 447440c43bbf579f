"""Every tie cut, led to another of its kind, held in another way, and marked as inferred or not."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.mutation.gaps import gaps_of
from benchmarks.mutation.world import Alteration, Part, World
from checker.syntax import Field, Item

#: The fields that tie, and where each may lead to.
TIES = {
    "parents": ("goal",),
    "supports": ("goal", "slogan"),
    "part_of": ("measure",),
    "measured_by": ("indicator",),
    "category": (),
    "aligns": (),
    "implements": ("basis",),
    "upper_plans": (),
    "depends_on": ("measure", "goal"),
    "hinders": (),
    "excludes": (),
    "carried_out_in": (),
}
_ELSEWHERE = "别处没有说这一联系"
_MODES = {"不低于": "不高于", "不高于": "不低于"}


def tie_alterations(world: World) -> Iterator[Alteration]:
    """All alterations of ties, but of the members of slogans and of chapters."""
    before = gaps_of(world)
    for part in world.parts:
        for attr, kinds in TIES.items():
            one = part.fields.get(attr)
            for place, item in enumerate(one.values if one is not None else ()):
                assert one is not None
                if isinstance(item, Item) and item.path is not None:
                    where = f"{part.name} {one.word}：{item.path.text}"
                    text = world.without_value(one, place)
                    missing = _cut_missing(world, part, attr, item) if _opens(world, text, before) else ""
                    yield Alteration("联系", f"{one.word}删去", where, text, missing)
                    yield from _led_elsewhere(world, (part, one, item), kinds, before)
                    yield from _marked(world, one, item, where)


def _opens(world: World, text: str, before: set[tuple[str, str]]) -> bool:
    """Whether no gap opens by an edit."""
    return not gaps_of(world.with_text(text)) - before


def _cut_missing(world: World, part: Part, attr: str, item: Item) -> str:
    if attr != "upper_plans" or item.path is None:
        return _ELSEWHERE
    plan = item.path.text
    supervisor = world.written(part, "supervisor")
    own = world.with_text(world.text)
    used = any(key.startswith(f"{plan}.") for one in own.parts for _, key in world.references(one, "aligns")) or any(
        one.declaration.kind == "coordination" and one.name == plan for one in own.parts
    )
    return "" if used or (supervisor and plan.startswith(supervisor)) else "别处没有提到它"


def _led_elsewhere(
    world: World, tie: tuple[Part, Field, Item], kinds: tuple[str, ...], before: set[tuple[str, str]]
) -> Iterator[Alteration]:
    part, one, item = tie
    assert item.path is not None
    start, end = item.path.start, item.path.end
    taken = {key for _, key in world.references(part, _attr(part, one))}
    others = [other for other in world.of(*kinds) if other.name not in taken and other.name != part.name]
    found = world.find(item.path.text, *kinds)
    if found is not None and others:
        after = [other for other in others if other.declaration.start > found.declaration.start] or others
        other = next((one for one in after if one.kind == found.kind), after[0])
        text = world.put(start, end, _typed(world, other))
        missing = _ELSEWHERE if _opens(world, text, before) else ""
        yield Alteration("联系", f"{one.word}改指", f"{part.name} {item.path.text}→{other.name}", text, missing)
    if part.kind in kinds:
        text = world.put(start, end, _typed(world, part))
        yield Alteration("联系", f"{one.word}指自己", part.name, text)


def _attr(part: Part, one: Field) -> str:
    return next(attr for attr, written in part.fields.items() if written is one)


def _typed(world: World, part: Part) -> str:
    name = part.declaration.name
    return f"「{name.text}」" if world.text[name.start - 1] == "「" else name.text


def _marked(world: World, one: Field, item: Item, where: str) -> Iterator[Alteration]:
    for note in item.notes:
        word = world.text[note.start : note.end]
        if note.word in _MODES or word in _MODES:
            other = _MODES[word]
            directed = "方向" in world.text[: item.start].rsplit("{", 1)[-1]
            text = world.put(note.start, note.end, other)
            yield Alteration("联系", "承接方式", f"{where}（{other}）", text, "" if directed else "没有写方向")
        if word == "推断":
            start = world.text.rfind("（", 0, note.start)
            end = world.text.find("）", note.end) + 1
            if world.text[start + 1 : end - 1] == "推断":
                yield Alteration("联系", "推断去掉", where, world.put(start, end, ""), "文里有没有明说，要看原文")
    if not item.notes and one.word in {"支撑", "衡量指标", "上级举措", "上级目标"}:
        yield Alteration(
            "联系", "推断加上", where, world.put(item.end, item.end, "（推断）"), "文里有没有明说，要看原文"
        )
