"""Parts, chapters and sections that came, went or are counted otherwise: one change, for numbers hang together."""

from __future__ import annotations

from collections.abc import Iterator

from checker.messages import Message
from checker.messages.update import (
    UPDATE_CHANGED,
    UPDATE_CONFLICT,
    UPDATE_DIFFERS,
    UPDATE_FIELD,
    UPDATE_HEADING,
    UPDATE_HEADING_ADDED,
    UPDATE_HEADING_DROPPED,
    UPDATE_HEADING_LEFT,
    UPDATE_HEADING_MOVED,
    UPDATE_OUTLINE,
    UPDATE_TITLE,
)
from checker.model import Element
from checker.model.schema import element_spec
from checker.source import name_key
from checker.update.pairs import Triples
from checker.update.steps import OUTLINE, line_in, line_of, renaming
from checker.update.values import Change, Comparison, Conflict, Drop, Line, Put, Step, Triple

_INDENT = "  "


def compare_outline(found: Triples, made: Comparison, *, knows_old: bool) -> None:
    """Add what changed in the outline."""
    for one in found.outline:
        _title(one, made)
    if not knows_old:
        made.told += [UPDATE_HEADING_LEFT(item=_heading(one.new)) for one in found.outline if one.new and not one.mine]
        return
    steps: list[Step] = []
    told: list[Message] = []
    lines: list[Line] = []
    for one in found.outline:
        for message, step, line in _moves(one, found, made):
            told.append(message)
            steps += step
            lines.append(line)
    if steps:
        from checker.messages import Template

        shown = Template("；".join(m.text("zh") for m in told), "; ".join(m.text("en") for m in told))()
        change = Change(UPDATE_OUTLINE(what=shown), steps, min(lines), frozenset({OUTLINE}))
        made.changes.append(change)


def _heading(element: Element) -> Message:
    title = getattr(element, "title", "")
    return UPDATE_HEADING(kind=element_spec(element.kind).zh, name=element.name, title=title)


def _title(one: Triple, made: Comparison) -> None:
    """A heading that has other words."""
    if one.new is None or one.mine is None:
        return
    new, mine = (getattr(side, "title", "") for side in (one.new, one.mine))
    old = getattr(one.old, "title", "") if one.old is not None else mine
    if name_key(new) in (name_key(old) if one.old is not None else "", name_key(mine)):
        return
    what = UPDATE_FIELD(item=_heading(one.mine), word=UPDATE_TITLE())
    line = line_of(one.mine)
    written = one.mine.decl.title if one.mine.decl is not None else None
    if one.old is None:
        made.conflicts.append(Conflict(UPDATE_DIFFERS(what=what, new=new, mine=mine), line))
    elif name_key(mine) != name_key(old) or written is None:
        made.conflicts.append(Conflict(UPDATE_CONFLICT(what=what, old=old, new=new, mine=mine), line))
    else:
        put = Put(one.mine.source, written.start, written.end, f"「{new.replace('「', '『').replace('」', '』')}」")
        made.changes.append(Change(UPDATE_CHANGED(what=what, old=old, new=new), [put], line))


def _moves(one: Triple, found: Triples, made: Comparison) -> Iterator[tuple[Message, list[Step], Line]]:
    """What happened to one heading: it is new, gone or has another number."""
    if one.new is None and one.mine is not None:
        yield UPDATE_HEADING_DROPPED(item=_heading(one.mine)), [Drop(one.mine)], line_of(one.mine)
    elif one.old is None and one.new is not None and one.mine is None:
        parent = getattr(one.new, "parent", None)
        if parent is not None and _is_new(parent, found):
            return  # it comes with what it stands in
        placed = _insertion(one.new, found)
        if placed is None:
            made.told.append(UPDATE_HEADING_LEFT(item=_heading(one.new)))
        else:
            anchor, step = placed
            line = line_in(anchor.plan, step.source, step.start)
            yield UPDATE_HEADING_ADDED(item=_heading(one.new)), [step], line
    elif one.old is not None and one.new is not None and one.mine is not None:
        old, new, mine = (name_key(side.name) for side in (one.old, one.new, one.mine))
        if new in {old, mine}:
            return
        if mine != old:
            said = {"old": one.old.name, "new": one.new.name, "mine": one.mine.name}
            made.conflicts.append(Conflict(UPDATE_CONFLICT(what=_heading(one.mine), **said), line_of(one.mine)))
            return
        message = UPDATE_HEADING_MOVED(item=_heading(one.mine), name=one.new.name)
        yield message, list(renaming(one.mine, one.new.name, one.mine.plan)), line_of(one.mine)


def _is_new(element: Element, found: Triples) -> bool:
    return any(one.new is element and one.old is None and one.mine is None for one in found.outline)


def _insertion(new: Element, found: Triples) -> tuple[Element, Put] | None:
    """The heading, with what stands in it, behind the one before it or as the first in one; None without such a one.

    Gives the heading of the plan that it goes by, too.
    """
    within = [one for one in new.plan.elements if _parent(one) is not None and new in _above(one)]
    if not all(_is_new(one, found) for one in within):
        return None  # what stood elsewhere would stand twice
    siblings = [one for one in new.plan.elements if one.kind == new.kind and _parent(one) is _parent(new)]
    at = siblings.index(new)
    gone = {id(one.mine) for one in found.outline if one.new is None}
    for is_behind, others in ((True, reversed(siblings[:at])), (False, iter(siblings[at + 1 :]))):
        for other in others:
            mine = found.mine_of(other)
            if mine is not None and id(mine) not in gone:
                return mine, _beside(mine, new, is_behind=is_behind)
    parent = _parent(new)
    mine = found.mine_of(parent) if parent is not None else None
    return (mine, _inside(mine, new)) if mine is not None else None


def _parent(element: Element) -> Element | None:
    parent: Element | None = getattr(element, "parent", None)
    return parent


def _above(element: Element) -> list[Element]:
    found: list[Element] = []
    parent = _parent(element)
    while parent is not None:
        found.append(parent)
        parent = _parent(parent)
    return found


def _beside(mine: Element, new: Element, *, is_behind: bool) -> Put:
    source = mine.source
    line = source.place(mine.start).line
    lead = source.text[source.line_start(line) : mine.start]
    block = _block(new, lead if not lead.strip() else "")
    if is_behind:
        return Put(source, mine.end, mine.end, f"\n{block}")
    at = source.line_start(line) if not lead.strip() else mine.start
    return Put(source, at, at, f"{block}\n")


def _inside(parent: Element, new: Element) -> Put:
    source = parent.source
    at = source.text.index("{", parent.name_end) + 1
    lead = source.text[source.line_start(source.place(parent.start).line) : parent.start]
    lead = lead if not lead.strip() else ""
    return Put(source, at, at, f"\n{_block(new, lead + _INDENT)}\n{lead}")


def _block(new: Element, lead: str) -> str:
    """The declaration as drafted, moved to another depth."""
    source = new.source
    depth = new.start - source.line_start(source.place(new.start).line)
    lines = source.text[new.start : new.end].split("\n")
    return "\n".join([lead + lines[0], *(lead + line[depth:] for line in lines[1:])])
