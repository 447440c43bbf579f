"""Things by all that has to be the same of them and of a row; what is not known of a thing may be anything."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

Key = tuple[Hashable, ...]
Bucket = list[int]


class Lookup:
    """Things by several values at once, in buckets of things that are alike in them.

    Things of which the same values are known share one look, so that asking costs as many looks as there are ways of
    not knowing, whatever the number of things.
    """

    def __init__(self) -> None:
        self._whole: dict[Key, Bucket] = {}
        self._partly: dict[tuple[int, ...], dict[Key, Bucket]] = {}

    def add(self, thing: int, key: Key) -> None:
        """Add a thing with its values, None for one that is not known."""
        if None not in key:
            self._whole.setdefault(key, []).append(thing)
            return
        known = tuple(at for at, value in enumerate(key) if value is not None)
        self._partly.setdefault(known, {}).setdefault(tuple(key[at] for at in known), []).append(thing)

    def buckets(self, key: Key, *, possible: bool) -> Iterator[Bucket]:
        """The things that are, or (`possible`) may be, the same as a row whose values are all known."""
        whole = self._whole.get(key)
        if whole is not None:
            yield whole
        if possible:
            for known, things in self._partly.items():
                bucket = things.get(tuple(key[at] for at in known))
                if bucket is not None:
                    yield bucket
