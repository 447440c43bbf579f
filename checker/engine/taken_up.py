"""What an outline has of the party committee's 建议 that goes with it, as a list with places in both."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.checks.facts import Facts
from checker.checks.text_taken_up import proposals
from checker.source import Span

if TYPE_CHECKING:
    # A check without texts does without their reader.
    from checker.prose.constraints.taken_up import ItemKind, ItemState


class FollowedItem(Struct, frozen=True):
    """An item of a 建议: `kind` and `state` as `checker.prose.constraints.taken_up` has them.

    `other` are the words of the outline and `other_span` where they stand, "" and None where it has none.
    """

    kind: ItemKind
    state: ItemState
    words: str
    span: Span
    other: str = ""
    other_span: Span | None = None


class TextFollowed(Struct, frozen=True):
    """A 建议 (path) and the outline that follows it (path), with all items of the former."""

    proposal: str
    path: str
    items: tuple[FollowedItem, ...]

    def of(self, states: Collection[str]) -> Iterator[FollowedItem]:
        """The items of these states."""
        return (one for one in self.items if one.state in states)

    def count(self, state: str) -> int:
        """How many items are in that state."""
        return sum(one.state == state for one in self.items)


def followed_of(facts: Facts) -> list[TextFollowed]:
    """For each outline that follows a 建议 what it has of it."""
    found = []
    for pair in proposals(facts):
        first, second = pair.first.source, pair.second.source
        items = tuple(
            FollowedItem(
                one.kind,
                one.state,
                one.words,
                Span(first, one.start, one.end),
                one.other,
                Span(second, one.other_start, one.other_end) if one.other else None,
            )
            for one in pair.second.takes_up(pair.first)
        )
        found.append(TextFollowed(first.path, second.path, items))
    return found
