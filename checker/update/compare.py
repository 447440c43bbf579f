"""Old documents, new documents and the plan held against each other, item by item and field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.messages import Message
from checker.messages.update import (
    UPDATE_ABSENT,
    UPDATE_CHANGED,
    UPDATE_CONFLICT,
    UPDATE_DIFFERS,
    UPDATE_FIELD,
    UPDATE_GONE_HERE,
    UPDATE_GUESSES,
    UPDATE_OTHER_FILE,
    UPDATE_RENAMED,
    UPDATE_UNSAID,
)
from checker.model import Element, Figure, Plan
from checker.model.plan_words import with_own_unit
from checker.model.schema import field_words
from checker.source import name_key
from checker.syntax import FigureValue
from checker.update.facts import Fact, Facts, facts_of
from checker.update.items import Items
from checker.update.pairs import Triples, triples
from checker.update.steps import called, line_of, renaming, uses_of
from checker.update.structure import compare_outline
from checker.update.values import Change, Comparison, Conflict, Step, Triple
from checker.workspace.link import references_of


def compare(old: Plan | None, new: Plan, mine: Plan, others: Sequence[Plan] = ()) -> Comparison:
    """What to change in `mine`, as linked in its workspace; `old` and `new` are what the documents would be drafted to.

    `others` are the other plans of its workspace; they are not changed.
    Without `old` nobody knows who changed what: what the plan lacks is proposed, what differs is shown.
    """
    made = Comparison()
    found = triples(old, new, mine)
    made.items = found.items
    compare_outline(found, made, knows_old=old is not None)
    for one in (Triple(old, new, mine), *found.items):
        _compare_item(one, found, mine, made)
    Items(found, (mine, *others), made).propose()
    made.told += _of_others(found, others)
    if any(_is_guessed_anew(one, found) for one in found.items):
        made.told.append(UPDATE_GUESSES())
    made.changes.sort(key=lambda change: change.line)
    made.conflicts.sort(key=lambda conflict: conflict.line)
    return made


def _compare_item(one: Triple, found: Triples, plan: Plan, made: Comparison) -> None:
    """The name and the fields of what is in the new documents and in the plan."""
    if one.new is None or one.mine is None:
        if one.new is not None and one.old is not None and _has_changed(one, found):
            made.told.append(UPDATE_GONE_HERE(item=called(one.new)))
        return
    if one.new is not plan and not isinstance(one.mine, Plan):
        _rename(one, plan, made)
    old = facts_of(one.old, found.old_names) if one.old is not None else None
    new, mine = facts_of(one.new), facts_of(one.mine, found.own_names)
    for key in dict.fromkeys((*(old or ()), *new)):
        _compare_field(one, key, old, new, mine, made)


def _of_others(found: Triples, others: Sequence[Plan]) -> Iterator[Message]:
    """The files of other plans that refer to what is called otherwise now."""
    names = {
        id(one.mine): one.mine.name
        for one in (*found.items, *found.outline)
        if one.mine is not None and one.new is not None and name_key(one.mine.name) != name_key(one.new.name)
    }
    for plan in others:
        places = [
            (element.source.path, names[id(reference.target)])
            for element in plan.elements
            for reference, _ in references_of(element)
            if id(reference.target) in names
        ]
        for path, name in dict.fromkeys(places):
            yield UPDATE_OTHER_FILE(path=path, name=name)


def _is_guessed_anew(one: Triple, found: Triples) -> bool:
    """Whether the documents would have other ties guessed of what was there, between things that were there."""
    if one.old is None or one.new is None or one.mine is None:
        return False
    there = {name_key(other.new.name) for other in found.items if other.old is not None and other.new is not None}
    old, new = (
        {(key, fact.key) for key, facts in side.items() for fact in facts if fact.is_guess and fact.key in there}
        for side in (facts_of(one.old, found.old_names), facts_of(one.new))
    )
    return old != new


def _has_changed(one: Triple, found: Triples) -> bool:
    assert one.old is not None
    assert one.new is not None
    old, new = facts_of(one.old, found.old_names), facts_of(one.new)
    told = ([_keys(side.get(key, ())) for side in (old, new)] for key in {*old, *new})
    return any(before != after for before, after in told)


def _keys(facts: Sequence[Fact]) -> list[str]:
    """What documents told, whatever its order."""
    return sorted(fact.key for fact in facts if not fact.is_guess)


# ---- names


def _rename(one: Triple, plan: Plan, made: Comparison) -> None:
    assert one.new is not None
    assert one.mine is not None
    if one.old is None or len({name_key(one.old.name), name_key(one.new.name)}) == 1:
        return
    if name_key(one.mine.name) == name_key(one.new.name):
        return
    if name_key(one.mine.name) != name_key(one.old.name):
        said = {"old": one.old.name, "new": one.new.name, "mine": one.mine.name}
        made.conflicts.append(Conflict(UPDATE_CONFLICT(what=called(one.mine), **said), line_of(one.mine)))
        return
    message = UPDATE_RENAMED(item=called(one.mine), name=one.new.name)
    steps = list(renaming(one.mine, one.new.name, plan))
    made.changes.append(Change(message, steps, line_of(one.mine), gives=frozenset({name_key(one.new.name)})))


# ---- fields


def _compare_field(
    one: Triple, key: tuple[str, str], before: Facts | None, after: Facts, own: Facts, made: Comparison
) -> None:
    assert one.mine is not None
    old = [fact for fact in (before or {}).get(key, ()) if not fact.is_guess]
    new = [fact for fact in after.get(key, ()) if not fact.is_guess]
    mine = own.get(key, [])
    if (before is not None and _keys(old) == _keys(new)) or not (old or new):
        return
    if {fact.key for fact in new} == {fact.key for fact in mine}:
        return
    if not new and not any(isinstance(fact.value, FigureValue) for fact in old):
        # A word that is read no more of what is still there may only have been missed.
        if mine:
            made.told.append(
                UPDATE_UNSAID(what=UPDATE_FIELD(item=called(one.mine), word=old[0].word), mine=_words(mine))
            )
        return
    if len(old) > 1 or len(new) > 1 or (before is not None and len(mine) > 1):
        change = _of_list(one, old, new, mine) if before is not None else None
        made.changes += [change] if change is not None else []
        if before is not None:
            return
    if before is None and mine:
        if not {fact.key for fact in new} <= {fact.key for fact in mine}:
            word = UPDATE_FIELD(item=called(one.mine), word=new[0].word)
            made.conflicts.append(
                Conflict(
                    UPDATE_DIFFERS(what=word, new=_words(new), mine=_words(mine)), line_of(one.mine, mine[0].start)
                )
            )
        return
    if _keys(old) != sorted(fact.key for fact in mine):
        word = UPDATE_FIELD(item=called(one.mine), word=(new or old)[0].word)
        line = line_of(one.mine, mine[0].start if mine else None)
        said = {"old": _words(old), "new": _words(new), "mine": _words(mine)}
        made.conflicts.append(Conflict(UPDATE_CONFLICT(what=word, **said), line))
        return
    made.changes.append(_change(one.mine, mine, new))


def _of_list(one: Triple, old: Sequence[Fact], new: Sequence[Fact], mine: Sequence[Fact]) -> Change | None:
    """The members that came and those that went; what a person added stays."""
    assert one.mine is not None
    before, after, own = ({fact.key for fact in side} for side in (old, new, mine))
    gone = [fact for fact in mine if fact.key in before - after]
    come = [fact for fact in new if fact.key not in before | own]
    return _change(one.mine, gone, come) if gone or come else None


def _change(element: Element, gone: Sequence[Fact], come: Sequence[Fact]) -> Change:
    """The change of one field: what goes is replaced by what comes, as far as there is of both."""
    steps: list[Step] = [mine.replaced(_in_unit(mine, new)) for mine, new in zip(gone, come, strict=False)]
    steps += [mine.removed() for mine in gone[len(come) :]]
    steps += [new.added_to(element) for new in come[len(gone) :]]
    word = UPDATE_FIELD(item=called(element), word=(come or gone)[0].word)

    message = UPDATE_CHANGED(what=word, old=_words(gone), new=_words(come))
    line = line_of(element, gone[0].start if gone else None)
    return Change(message, steps, line, _categories(element, come), uses_of(come))


def _categories(element: Element, come: Sequence[Fact]) -> frozenset[str]:
    """The names that only come with a field: the categories of a plan."""
    spec = field_words(element.kind).get(come[0].field.word) if come else None
    return frozenset(fact.key for fact in come) if spec is not None and spec.attr == "categories" else frozenset()


def _in_unit(mine: Fact, new: Fact) -> str:
    """The new words; a figure names its unit where the one before did."""
    figure = next((one for one in _figures(mine.element) if one.name_start == mine.start), None)
    unit = figure.unit_text if figure is not None else ""
    return with_own_unit(new.text, unit) if unit and unit in mine.text and unit not in new.text else new.text


def _figures(element: Element) -> Sequence[Figure]:
    figures: Sequence[Figure] = getattr(element, "figures", ())
    return figures


def _words(facts: Sequence[Fact]) -> Message | str:
    return "、".join(fact.text for fact in facts) or UPDATE_ABSENT()
