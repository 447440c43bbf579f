"""Every name, every reference, every quote without one letter; titles with another ordinal or year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from benchmarks.mutation.ties import TIES
from benchmarks.mutation.world import Alteration, World, shorter
from checker.source import name_key
from checker.syntax import Item, Share

_OFFICES = ("owners", "actors", "from_office", "drafted_by", "approved_by", "short_names", "supervisor")


def name_alterations(world: World) -> Iterator[Alteration]:
    """All alterations of names."""
    yield from _declared(world)
    yield from _referred(world)
    yield from _title(world)
    yield from _offices(world)
    for part in world.parts:
        for item in world.items(part, "quotes"):
            if item.text is not None and shorter(item.text.text):
                typed = shorter(item.text.text)
                text = world.put(item.text.start + 1, item.text.end - 1, typed)
                missing = "" if item.text.text in world.body else "没有正文"
                yield Alteration("名称", "原话", f"{part.name} {typed}", text, missing, (item.text.text, typed))


def _declared(world: World) -> Iterator[Alteration]:
    used = {key for part in world.parts for attr in (*TIES, "members") for _, key in world.references(part, attr)}
    used |= {key.removeprefix("类别.") for key in used} | set(_operands(world))
    for part in world.of("indicator", "goal", "measure", "slogan", "basis", "term", "resource", "coordination"):
        name = part.declaration.name
        path = part.declaration.path
        start, end = (path.start, path.end) if path is not None and not name.text else (name.start, name.end)
        told = world.text[start:end].strip("「」")
        typed = shorter(told)
        if not typed:
            continue
        at = world.text.index(told, start)
        text = world.put(at, at + len(told), typed)
        known = part.name in used or told in world.quotes(part) or told in world.body or part.kind == "coordination"
        missing = "" if known else "名称只出现一次"
        yield Alteration("名称", f"{_WORDS[part.kind]}", f"{told}→{typed}", text, missing, (told, typed))


_WORDS = {
    "indicator": "指标名称",
    "goal": "目标名称",
    "measure": "举措名称",
    "slogan": "提法名称",
    "basis": "依据名称",
    "term": "术语",
    "resource": "资源名称",
    "coordination": "衔接的规划",
}


def _operands(world: World) -> Iterator[str]:
    for part in world.of("relation"):
        waiting = [part.declaration.formula.left, part.declaration.formula.right] if part.declaration.formula else []
        while waiting:
            term = waiting.pop()
            if term.path is not None:
                yield name_key(term.path.text)
            waiting += term.operands
    for part in world.parts:
        for one in part.fields.values():
            yield from (name_key(value.path.text) for value in one.values if isinstance(value, Share))


def _referred(world: World) -> Iterator[Alteration]:
    for part in world.parts:
        for attr in (*TIES, "members", "chapters"):
            for item, _ in world.references(part, attr):
                assert item.path is not None
                last = item.path.parts[-1]
                typed = shorter(last.text)
                if typed:
                    at = world.text.index(last.text, last.start)
                    text = world.put(at, at + len(last.text), typed)
                    where = f"{part.name} {item.path.text}→{typed}"
                    # A plan that is not at hand may be called anything.
                    lost = attr == "upper_plans" and item.path.text not in world.uppers
                    missing = "上位规划不在手边" if lost else ""
                    yield Alteration("名称", "引用", where, text, missing, (last.text, typed))


def _title(world: World) -> Iterator[Alteration]:
    head = world.head
    if head is None:
        return
    title = head.fields.get("full_name")
    changes = (("十四个五年", "十五个五年", "period"), ("二〇三五年", "二〇五〇年", "horizon"))
    for old, new, other in changes if title is not None else ():
        assert title is not None
        at = world.text.find(old, title.start, title.end)
        if at >= 0:
            text = world.put(at, at + len(old), new)
            known = other in head.fields or (other == "horizon" and old in world.body)
            yield Alteration("名称", "全称的期次、年份", new, text, "" if known else "没有写远景年")
    place = world.written(head, "full_name").strip("《》").split("国民经济")[0]
    if title is not None and shorter(place):
        at = world.text.index(place, title.start)
        text = world.put(at, at + len(place), shorter(place))
        others = world.text.count(place) > 1 or place in world.body
        yield Alteration("名称", "全称的地名", shorter(place), text, "" if others else "没有别处写")
    name = head.declaration.name
    if "十四五" in name.text:
        at = world.text.index("十四五", name.start)
        yield Alteration("名称", "规划名称的期次", "十五五", world.put(at, at + 3, "十五五"), "", ("十四五", "十五五"))


def _offices(world: World) -> Iterator[Alteration]:
    places = [(part, attr, item) for part in world.parts for attr in _OFFICES for item in world.items(part, attr)]
    often = Counter(_told(item) for _, _, item in places)
    for part, attr, item in places:
        told = _told(item)
        typed = shorter(told)
        if not typed:
            continue
        at = world.text.index(told, item.start)
        text = world.put(at, at + len(told), typed)
        if attr in {"short_names", "drafted_by", "supervisor"}:
            beside = attr == "supervisor" and any(key.startswith(told) for key in world.named_plans)
            known = beside or (told in world.body and typed not in world.body)
            missing = "" if known else "没有别处写"
        else:
            missing = "" if often[told] > 2 and typed not in often else "同一单位没有写别的两次"
        yield Alteration("名称", "单位、简称", f"{part.name} {told}→{typed}", text, missing, (told, typed))


def _told(item: Item) -> str:
    return item.path.text if item.path is not None else item.text.text if item.text is not None else ""
