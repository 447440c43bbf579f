"""What is new in the documents and what is gone from them: drafted beside its like, or proposed to be dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.messages import Message
from checker.messages.update import (
    UPDATE_ADDED,
    UPDATE_ADDED_LAST,
    UPDATE_DROPPED,
    UPDATE_DROPPED_CHANGED,
    UPDATE_DROPPED_OWN,
    UPDATE_DROPPED_TIES,
    UPDATE_FIELD,
    UPDATE_NEW_HERE,
)
from checker.model import Element, Plan, Reference
from checker.model.plan_words import written_name
from checker.model.schema import element_spec
from checker.source import name_key
from checker.syntax import Item
from checker.update.facts import facts_of
from checker.update.pairs import Triples
from checker.update.steps import called, line_in, line_of, uses_of
from checker.update.values import Change, Comparison, Conflict, Drop, Put, Remove, Step
from checker.workspace.link import references_of
from checker.write.edits import Edit, apply
from checker.write.indicator_rows import doubt


class Items:
    """The items of one side only."""

    def __init__(self, found: Triples, plans: Sequence[Plan], made: Comparison) -> None:
        self.found = found
        self.plans = plans
        self.plan = plans[0]
        self.made = made
        self.gone = {id(one.mine) for one in found.items if one.new is None and one.mine is not None}

    def propose(self) -> None:
        """Add the changes that bring what is new and take away what is gone."""
        for one in self.found.items:
            if one.new is not None and one.old is None and one.mine is None:
                self.made.changes.append(self._added(one.new))
            elif one.new is None and one.old is not None and one.mine is not None:
                self._dropped(one.old, one.mine)

    # ---- new

    def _added(self, new: Element) -> Change:
        anchor, is_behind = self._anchor(new)
        block = f"{doubt(UPDATE_NEW_HERE())}\n{self._written(new)}"
        steps: list[Step] = []
        if anchor is None:
            end = len(self.plan.source.text)
            line = line_in(self.plan, self.plan.source, end)
            steps.append(Put(self.plan.source, end, end, f"\n{block}\n"))
            message = UPDATE_ADDED_LAST(item=called(new))
        else:
            line = line_of(anchor)
            steps.append(_beside(anchor, block, self._gap(new), is_behind=is_behind))
            message = UPDATE_ADDED(item=called(new), beside=anchor.name)
        steps += self._guesses(new)
        uses = uses_of([fact for facts in facts_of(new).values() for fact in facts])
        return Change(message, steps, line, frozenset({name_key(new.name)}), uses - {name_key(new.name)})

    def _anchor(self, new: Element) -> tuple[Element | None, bool]:
        """The item of its kind that stays and stands next before it in the documents, else next behind it."""
        of_kind = [one for one in new.plan.elements if one.kind == new.kind]
        at = of_kind.index(new)
        for is_behind, nearest in ((True, reversed(of_kind[:at])), (False, iter(of_kind[at + 1 :]))):
            for other in nearest:
                mine = self.found.mine_of(other)
                if mine is not None and id(mine) not in self.gone:
                    return mine, is_behind
        return None, True

    def _gap(self, new: Element) -> str:
        """The empty line that drafting leaves between rows of a table."""
        before = new.source.text[: new.source.line_start(new.span.start_place.line)]
        return "\n" if before.endswith("\n\n") else ""

    def _written(self, new: Element) -> str:
        """The declaration as it was drafted, with the names that the plan has for what it refers to."""
        edits = []
        for reference, _ in references_of(new):
            mine = self._own_name(reference)
            if mine and reference.path is not None:
                part = reference.path.parts[-1]
                edits.append(Edit(part.start - new.start, part.end - new.start, written_name(mine)))
        return apply(new.source.text[new.start : new.end], edits)

    def _own_name(self, reference: Reference) -> str:
        """What a person calls the thing that the documents call as before; "" where nothing is to be changed."""
        for one in (*self.found.items, *self.found.outline):
            is_it = one.new is not None and reference.target is one.new
            if is_it and one.mine is not None and one.old is not None and one.new is not None:
                is_own = name_key(one.mine.name) != name_key(one.old.name) == name_key(one.new.name)
                return one.mine.name if is_own else ""
        return ""

    def _guesses(self, new: Element) -> Iterator[Step]:
        """The guessed ties to it of what is there already: the goal that it measures."""
        for one in self.found.items:
            if one.new is not None and one.mine is not None:
                for fact in (fact for facts in facts_of(one.new).values() for fact in facts):
                    if fact.is_guess and fact.key == name_key(new.name):
                        yield fact.added_to(one.mine)

    # ---- gone

    def _dropped(self, old: Element, mine: Element) -> None:
        before, now = facts_of(old, self.found.old_names), facts_of(mine, self.found.own_names)
        changed = [
            now.get(key, facts)[0].word
            for key, facts in before.items()
            if not any(fact.is_guess for fact in facts)
            and {fact.key for fact in facts} != {fact.key for fact in now.get(key, ())}
        ]
        if changed:
            what = "、".join(dict.fromkeys(changed))
            self.made.conflicts.append(Conflict(UPDATE_DROPPED_CHANGED(item=called(mine), what=what), line_of(mine)))
            return
        own = list(dict.fromkeys(facts[0].word for key, facts in now.items() if key not in before))
        guessed, told = self._ties(mine)
        message: Message = UPDATE_DROPPED(item=called(mine))
        if own:
            message = UPDATE_DROPPED_OWN(said=message, what="、".join(own))
        if told:
            message = UPDATE_DROPPED_TIES(said=message, ties=_joined(told))
        self.made.changes.append(Change(message, [Drop(mine), *guessed], line_of(mine)))

    def _ties(self, mine: Element) -> tuple[list[Step], list[Message]]:
        """The guessed ties to it, which go with it, and those of a person's, which stay and are told."""
        steps: list[Step] = []
        told: list[Message] = []
        for other in (element for plan in self.plans for element in plan.elements):
            for reference, _ in references_of(other):
                if reference.target is mine and id(other) not in self.gone and other is not mine:
                    is_ours = reference.inferred and other.plan is self.plan
                    removed = _removed(other, reference) if is_ours else None
                    if removed is not None:
                        steps.append(removed)
                    else:
                        told.append(UPDATE_FIELD(item=called(other), word=_word(other, reference)))
        return steps, told


def _removed(element: Element, reference: Reference) -> Remove | None:
    assert element.decl is not None
    for part in element.decl.fields:
        for value in part.values:
            if isinstance(value, Item) and value.start == reference.start:
                return Remove(element, part, value)
    return None


def _word(element: Element, reference: Reference) -> str:
    spec = next((one for one in element_spec(element.kind).fields if one.attr == reference.attr), None)
    return spec.word if spec is not None else ""


def _joined(messages: Sequence[Message]) -> Message:
    from checker.messages import Template

    told = list(dict.fromkeys(messages))
    return Template("、".join(one.text("zh") for one in told), ", ".join(one.text("en") for one in told))()


def _beside(anchor: Element, block: str, gap: str, *, is_behind: bool) -> Put:
    """The block in lines of its own behind or before a declaration."""
    source = anchor.source
    if is_behind:
        at = source.line_end(source.place(max(anchor.end - 1, 0)).line)
        return Put(source, at, at, f"\n{gap}{block}")
    at = source.line_start(anchor.span.start_place.line)
    return Put(source, at, at, f"{block}\n{gap}")
