"""The counted phrases of a text with the members that it lists, as a draft has them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.draft.chapters import Chapters
from checker.draft.values import Slogan, quotable
from checker.prose.reading import Reading


def find_slogans(reading: Reading, chapters: Chapters) -> Iterator[Slogan]:
    """The slogans in the order of the text."""
    for one in reading.counted:
        quote = f"“{one.words}”" if one.quoted else one.words
        yield Slogan(one.words, quotable(quote), chapters.number(one.start), one.members, one.partial)
