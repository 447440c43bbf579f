"""Every chapter that something stands in another, every chapter and section left out, misnumbered, mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutation.world import Alteration, Part, World, shorter

_NUMERALS = "一二三四五六七八九十"
_CHAPTER = re.compile(r"^\s*(第[一二三四五六七八九十]+章)", re.MULTILINE)


def chapter_alterations(world: World) -> Iterator[Alteration]:
    """All alterations of chapters and sections."""
    chapters = [part.name for part in world.of("chapter")]
    for part in world.parts:
        one = part.fields.get("chapters")
        for item, key in world.references(part, "chapters"):
            assert item.path is not None
            assert one is not None
            others = [*chapters[chapters.index(key) + 1 :], *chapters][0] if key in chapters else chapters[0]
            taken = {name for _, name in world.references(part, "chapters")}
            text = world.put(item.path.start, item.path.end, others)
            if others not in taken:
                yield Alteration(
                    "章", "改为下一章", f"{part.name} {others}", text, _place_missing(world, part, key, others)
                )
            text = world.put(item.path.start, item.path.end, "第九十章")
            yield Alteration("章", "改为没有的章", part.name, text)
    for part in world.of("chapter", "section"):
        yield from _outline(world, part)


def _place_missing(world: World, part: Part, now: str, other: str) -> str:
    """Empty where the texts have the name or what is cited in the chapter that is told, and not in the other."""
    if not world.body:
        return "没有正文"
    words = [part.declaration.name.text, *world.quotes(part).splitlines()]
    places = _chapters_of(world)
    here = any(word in places.get(now, "") for word in words)
    there = any(word in places.get(other, "") for word in words)
    return "" if here and not there else "正文两章都有，或都没有"


def _chapters_of(world: World) -> dict[str, str]:
    """The words of each chapter of the texts; what stands before the first is left out."""
    found: dict[str, str] = {}
    marks = list(_CHAPTER.finditer(world.body))
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        found.setdefault(mark.group(1), "")
        found[mark.group(1)] += world.body[mark.start() : after.start() if after is not None else None]
    return found


def _outline(world: World, part: Part) -> Iterator[Alteration]:
    own, name = part.declaration, part.declaration.name
    counted = _counted(world, part)
    text = world.put(own.start, own.end, "")
    yield Alteration("章", f"{_word(part)}删去", part.name, text, "" if counted or world.body else "没有写章数、节数")
    numeral = re.search(r"[一二三四五六七八九](?=[章节])", name.text)
    if numeral is not None:
        more = _NUMERALS[_NUMERALS.index(numeral.group()) + 1]
        typed = name.text[: numeral.start()] + more + name.text[numeral.end() :]
        beside = [one for one in world.of(part.kind) if part.kind == "chapter" or one.parent is part.parent]
        text = world.put(name.start, name.end, typed)
        missing = "" if len(beside) > 1 else "只有一个"
        yield Alteration("章", f"{_word(part)}的序号", f"{part.name}→{typed}", text, missing, (name.text, typed))
    title = own.title
    if title is not None and shorter(title.text):
        typed = shorter(title.text)
        text = world.put(title.start, title.end, f"「{typed}」")
        missing = "" if title.text in world.body else "没有正文"
        yield Alteration("章", f"{_word(part)}的标题", part.name, text, missing, (title.text, typed))


def _word(part: Part) -> str:
    return "章" if part.kind == "chapter" else "节"


def _counted(world: World, part: Part) -> bool:
    """Whether a number of what is left out is told where it stands or in the head."""
    above: Part | None = part.parent
    while above is not None:
        if re.search(r"\d", world.written(above, f"{part.kind}_count")):
            return True
        above = above.parent
    return _word(part) in world.written(world.head, "structure")
