"""Many words looked for at once, in one pass over a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator


class WordSet:
    """Words of two characters or more, found wherever they stand, the longest at each place and none within another.

    Two sets of characters tell most places from each other before any word is looked at.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_pair: dict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words), key=lambda word: (-len(word), word)):
            self._by_pair[word[:2]].append(word)
        first, second = ("".join(sorted({pair[at] for pair in self._by_pair})) for at in (0, 1))
        self._pairs = re.compile(f"[{re.escape(first)}](?=[{re.escape(second)}])")

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where which word stands in `text`, in order."""
        end = 0
        for found in self._pairs.finditer(text):
            start = found.start()
            if start < end:
                continue
            for word in self._by_pair.get(text[start : start + 2], ()):
                if text.startswith(word, start):
                    end = start + len(word)
                    yield start, word
                    break

    def find_all(self, text: str) -> Iterator[tuple[int, str]]:
        """The same with every word that begins anywhere, within others too."""
        for found in self._pairs.finditer(text):
            start = found.start()
            for word in self._by_pair.get(text[start : start + 2], ()):
                if text.startswith(word, start):
                    yield start, word
