"""The nearest names to one that is not there, within a budget: a slip must not cost a long search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

_MOST = 4
_BUDGET = 2_000_000
_SHORTLIST = 40
#: What comparing two names costs beside one look at a pair; longer names are nobody's slip.
_COMPARED = 50
_LONGEST = 100


class NearNames:
    """Names of one kind, found again by the pairs of characters they share with a given word."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names))
        self._pairs: dict[str, list[int]] | None = None
        self._left = _BUDGET

    def find(self, word: str) -> list[str]:
        """At most four names near `word`, the nearest first; none once the budget is spent."""
        if len(word) > _LONGEST:
            return []
        pairs = self._index()
        hits: Counter[int] = Counter()
        for pair in _pairs_of(word):
            holders = pairs.get(pair, ())
            self._left -= len(holders)
            if self._left < 0:
                return []
            hits.update(holders)
        import difflib  # only where there is something wrong

        shortlist = sorted(hits, key=lambda index: (-hits[index], index))[:_SHORTLIST]
        names = [name for index in shortlist if len(name := self._names[index]) <= _LONGEST]
        self._left -= _COMPARED * len(names)
        return difflib.get_close_matches(word, names, n=_MOST, cutoff=0.5)

    def _index(self) -> dict[str, list[int]]:
        if self._pairs is None:
            self._pairs = {}
            for index, name in enumerate(self._names):
                for pair in _pairs_of(name):
                    self._pairs.setdefault(pair, []).append(index)
        return self._pairs


def _pairs_of(word: str) -> set[str]:
    return {word[i : i + 2] for i in range(len(word) - 1)} or {word}
