"""All slips of writing of a text: wrong words, marks and numbers, doubled words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.prose.constraints.digits import find_digit_slips
from checker.prose.constraints.doubled import ClauseEnds, find_doubled_words
from checker.prose.constraints.marks import find_marks
from checker.prose.document import Document
from checker.prose.typos import Slip, find_typos, find_unpaired


def find_slips(document: Document) -> Iterator[Slip]:
    """The slips of `document`, with offsets in its source, in no order."""
    paragraphs = [(block.text, block.start) for block in document.blocks]
    words = ClauseEnds(document.source.text)
    for text, offset in paragraphs:
        for slip in (*find_typos(text), *find_doubled_words(text, words)):
            yield replace(slip, start=slip.start + offset, end=slip.end + offset)
    turned = list(find_marks(paragraphs))
    yield from turned
    # A quotation mark that is the wrong way round leaves two without a partner.
    places = {slip.start for slip in turned}
    for slip in find_unpaired(paragraphs):
        if slip.start not in places:
            yield slip
    yield from find_digit_slips(document.blocks)
