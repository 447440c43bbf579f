"""Comments that were adopted, held against the text of their round: whether what they are about did change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText, checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.model import Comment, Element
from checker.rules.types import TEXT
from checker.source import name_key

if TYPE_CHECKING:
    from checker.prose.document import Block, Document

#: What says that nothing had to be changed where the comment points.
_TAKEN_IN = ("已体现", "已有", "吸收", "已写入", "已包含")
_OUTLINE = ("part", "chapter", "section")


class EarlierText(Struct, eq=False):
    """A text as it was in a round, and what the round is called."""

    round: str
    document: Document


#: The text of a plan in the round of a number, if it was kept.
Earlier = Callable[[PlanText, int], EarlierText | None]


@predicate("采纳未改", "unchanged_adoption", Column("places", "位置名", TEXT), Column("kept", "轮名", TEXT))
def unchanged_adoptions(facts: Facts) -> Iterator[Record]:
    """Comments that are adopted, where the text of the place that they name is what it was in the round they are of.

    Nothing is said of a comment without a round or a place, of a round that was not kept, of a text that did not change
    since at all, where the reason says that the text had it, and where what changed elsewhere has the comment's words.
    """
    comments = [one for one in facts.things("comment") if _is_open(one)]
    if not comments or facts.earlier is None:
        return
    for text in checked_texts(facts):
        for one in comments:
            if one.plan is text.plan and text.role == "main":
                yield from _unchanged(one, text, facts.earlier)


def _is_open(one: Comment) -> bool:
    if one.handling != "adopted" or one.round is None or one.round.value is None or not one.carried_out_in:
        return False
    said = f"{one.reason or ''}{one.remark or ''}"
    return not any(word in said for word in _TAKEN_IN)


def _unchanged(one: Comment, text: PlanText, earlier: Earlier) -> Iterator[Record]:
    assert one.round is not None
    assert one.round.value is not None
    then = earlier(text, one.round.value)
    if then is None:
        return
    before, after = _words(then.document.blocks), _words(text.document.blocks)
    if before == after or _is_elsewhere(one.content or "", [word for word in after if word not in set(before)]):
        return
    places = [reference.target for reference in one.carried_out_in if reference.target is not None]
    if places and all(_is_same(place, then.document, text.document) for place in places):
        said = {"places": "、".join(place.name for place in places), "kept": then.round}
        yield Record("unchanged_adoption", one, one.name_span, values=said)


def _words(blocks: Sequence[Block]) -> list[str]:
    return [key for block in blocks if (key := name_key("".join(block.text.split())))]


def _is_same(place: Element, before: Document, after: Document) -> bool:
    """Whether both texts have the place, in the same words."""
    old, new = _stretch(place, before), _stretch(place, after)
    return bool(old) and old == new


def _stretch(place: Element, document: Document) -> list[str]:
    """The paragraphs of a heading, by its title, else its number; of another item those that have its name or quote."""
    if place.kind in _OUTLINE:
        head = _heading(place, document)
        within = (one for one in document.blocks if one is not head and head in document.path_of(one.start))
        return _words(list(within)) if head is not None else []
    told = [name_key("".join(words.split())) for words in (place.name, *(quote.text for quote in place.quotes))]
    return [words for words in _words(document.blocks) if any(one in words for one in told)]


def _heading(place: Element, document: Document) -> Block | None:
    """The only heading of that title, else the only one of that number."""
    title, number = name_key(getattr(place, "title", "")), name_key(place.name)
    titled = [one for one in document.headings if title and name_key(one.title) == title]
    found = titled or [one for one in document.headings if one.number and name_key(one.number) == number]
    return found[0] if len(found) == 1 else None


def _is_elsewhere(content: str, changed: Sequence[str]) -> bool:
    """Whether what changed anywhere has what the comment speaks of: so much of its words that it may be the answer."""
    pairs = _pairs(name_key("".join(content.split())))
    shared = pairs & {pair for words in changed for pair in _pairs(words)}
    return bool(pairs) and len(shared) / len(pairs) >= _ANSWERED


#: Of the pairs of signs of a comment.
_ANSWERED = 0.4


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}


PREDICATES = (unchanged_adoptions,)
