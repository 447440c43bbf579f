"""Many words looked for at once, in one pass over a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

#: Words are told from other places by so many of their characters at most.
_LOOKED_AT = 4


class WordSet:
    """Words of two characters or more, found wherever they stand, the longest at each place and none within another.

    For each length a set of characters for each of the first places tells most places from each other before any word
    is looked at.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_pair: dict[str, list[str]] = defaultdict(list)
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(set(words), key=lambda word: (-len(word), word)):
            self._by_pair[word[:2]].append(word)
            by_length[min(len(word), _LOOKED_AT)].append(word)
        self._shapes = [_shape(alike, length) for length, alike in by_length.items()]

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where which word stands in `text`, in order."""
        end = 0
        for start in self._starts(text):
            if start < end:
                continue
            for word in self._by_pair.get(text[start : start + 2], ()):
                if text.startswith(word, start):
                    end = start + len(word)
                    yield start, word
                    break

    def find_all(self, text: str) -> Iterator[tuple[int, str]]:
        """The same with every word that begins anywhere, within others too."""
        for start in self._starts(text):
            for word in self._by_pair.get(text[start : start + 2], ()):
                if text.startswith(word, start):
                    yield start, word

    def _starts(self, text: str) -> Sequence[int]:
        """Where a word may begin, in order."""
        return sorted({found.start() for shape in self._shapes for found in shape.finditer(text)})


def _shape(words: Iterable[str], length: int) -> re.Pattern[str]:
    """What stands for the first `length` characters of the words, each place by itself."""
    first, *others = ("".join(sorted(set(signs))) for signs in zip(*(word[:length] for word in words), strict=True))
    return re.compile(f"[{re.escape(first)}](?={''.join(f'[{re.escape(signs)}]' for signs in others)})")
