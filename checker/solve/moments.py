"""Which years and kinds of value (actual, target …) relations and ties have to be held in.

What one says of a year is no use where another that is tied to it is silent of that year: all that hang together by
relations and ties are held in all years that any of them speaks of.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.solve.bounds import Key
from checker.solve.collect import Collected

#: Kind of value and year.
Moment = tuple[str, int]
TENSES = ("actual", "expected", "target", "striving")


class Moments:
    """The moments of subjects, by their numbers; those tied to each other share theirs."""

    def __init__(self, made: Collected) -> None:
        self._leader: dict[int, int] = {}
        self._found: dict[int, set[Moment]] = {}
        for key in made.keys:
            if isinstance(key, Key) and key.basis == "point" and key.year is not None and key.tense in TENSES:
                self.add(key.subject, (key.tense, key.year))

    def add(self, subject: int, moment: Moment) -> None:
        """A subject has a value there."""
        self._found.setdefault(self._find(subject), set()).add(moment)

    def join(self, subjects: Iterable[int]) -> None:
        """These are tied to each other."""
        first, *others = [self._find(one) for one in subjects] or [0]
        for other in others:
            root, joined = self._find(first), self._find(other)
            if root != joined:
                self._leader[joined] = root
                self._found.setdefault(root, set()).update(self._found.pop(joined, ()))

    def of(self, subjects: Iterable[int]) -> list[Moment]:
        """All moments of these and of what is tied to them, the earliest first."""
        found = {moment for one in subjects for moment in self._found.get(self._find(one), ())}
        return sorted(found, key=lambda moment: (moment[1], TENSES.index(moment[0])))

    def _find(self, one: int) -> int:
        while (above := self._leader.setdefault(one, one)) != one:
            self._leader[one] = self._leader[above]
            one = above
        return one
