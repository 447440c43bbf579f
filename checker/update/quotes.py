"""Quotes of the plan that the new documents do not have any more: renewed where it is sure what became of them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.messages.update import UPDATE_QUOTE, UPDATE_QUOTE_LOST
from checker.model import Element, Plan
from checker.model.element import Phrase
from checker.model.plan_words import written_sentence
from checker.prose.quotes import QuotedText, passages_for
from checker.source import name_key
from checker.update.steps import called, line_of
from checker.update.values import Change, Comparison, Put


def renew_quotes(before: Sequence[str] | None, now: Sequence[str], plan: Plan, made: Comparison) -> None:
    """Add a change for each quote that the new texts lack; of items that are gone none is told.

    `before` and `now` are the words of the old and the new texts; a quote that the old ones lacked is none of this.
    """
    old = [QuotedText(one) for one in before] if before is not None else None
    new = [QuotedText(one) for one in now]
    sides = {id(one.mine): one for one in made.items if one.mine is not None}
    for element in (plan, *plan.elements):
        one = sides.get(id(element))
        if one is not None and one.new is None:
            continue
        for quote in element.quotes:
            is_lost = not any(text.holds(quote.text) for text in new)
            if is_lost and (old is None or any(text.holds(quote.text) for text in old)):
                _renew(element, quote, _drafted(one.old, one.new, quote) if one else "", new, made)


def _drafted(old: Element | None, new: Element | None, quote: Phrase) -> str:
    """What the new documents are quoted for the item with, if the quote is the one of the old documents."""
    was = [one.text for one in old.quotes] if old is not None else []
    now = [one.text for one in new.quotes] if new is not None else []
    return now[0] if len(now) == 1 and [name_key(one) for one in was] == [name_key(quote.text)] else ""


def _renew(element: Element, quote: Phrase, drafted: str, texts: list[QuotedText], made: Comparison) -> None:
    passages = [drafted] if drafted else passages_for(texts, quote.text)
    written = written_sentence(passages[0]) if len(passages) == 1 else ""
    line = line_of(element, quote.start)
    if not written or written[1:-1] != passages[0]:
        made.told.append(UPDATE_QUOTE_LOST(item=called(element), quote=quote.text))
        return
    message = UPDATE_QUOTE(item=called(element), old=quote.text, new=passages[0])
    made.changes.append(Change(message, [Put(element.source, quote.start, quote.end, written)], line))
