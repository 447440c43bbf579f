"""Things by all that has to be the same of them and of a row; what is not known of a thing may be anything."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator

from msgspec import Struct, field

Key = tuple[Hashable, ...]
Bucket = list[int]
#: Places in a key.
_Places = tuple[int, ...]


class Index(Struct, eq=False):
    """Things by the values of one column; `unknown` are those of which a value is not known."""

    by_key: dict[Hashable, Bucket] = field(default_factory=dict)
    unknown: Bucket = field(default_factory=list)


def index_of(things: Iterable[int], keys_of: Callable[[int], Iterable[Hashable]]) -> Index:
    """The index of things by their keys; a key of None is not known."""
    index = Index()
    for thing in things:
        keys = set(keys_of(thing))
        if None in keys:
            index.unknown.append(thing)
            keys.discard(None)
        for key in keys:
            index.by_key.setdefault(key, []).append(thing)
    return index


class Lookup:
    """Things by several values at once, in buckets of things that are alike in them; a value of None is not known.

    `open_places` are those in which a value that is not known, of a thing or of a row, goes with any; elsewhere it may,
    but need not be the same. Things of which the same values are known share one look, so that asking costs as many
    looks as there are ways of not knowing, whatever the number of things.
    """

    def __init__(self, open_places: frozenset[int]) -> None:
        self._open = open_places
        self._whole: dict[Key, Bucket] = {}
        self._partly: dict[_Places, list[tuple[int, Key]]] = {}
        self._buckets: dict[tuple[_Places, _Places], dict[Key, Bucket]] = {}

    def add(self, thing: int, key: Key) -> None:
        """Add a thing with its values."""
        if None in key:
            self._partly.setdefault(_known(key), []).append((thing, key))
        else:
            self._whole.setdefault(key, []).append(thing)

    def buckets(self, key: Key, *, possible: bool) -> Iterable[Bucket]:
        """The things that are, or (`possible`) may be, the same as a row; all but its open values are known."""
        if None not in key:
            whole = self._whole.get(key)
            if not self._partly:
                return () if whole is None else (whole,)
        return self._all_buckets(key, possible=possible)

    def _all_buckets(self, key: Key, *, possible: bool) -> Iterator[Bucket]:
        asked = _known(key)
        every = tuple(range(len(key)))
        for known in (every, *self._partly):
            if possible or all(at in known or at in self._open for at in every):
                both = tuple(at for at in known if at in asked)
                bucket = self._by(known, both).get(tuple(key[at] for at in both))
                if bucket is not None:
                    yield bucket

    def _by(self, known: _Places, places: _Places) -> dict[Key, Bucket]:
        """The things of which just the values in `known` are known, by those in `places`."""
        found = self._buckets.get((known, places))
        if found is None:
            found = self._buckets[known, places] = {}
            for thing, key in self._partly.get(known, ()) or self._pairs():
                found.setdefault(tuple(key[at] for at in places), []).append(thing)
        return found

    def _pairs(self) -> Iterator[tuple[int, Key]]:
        return ((thing, key) for key, bucket in self._whole.items() for thing in bucket)


def _known(key: Key) -> _Places:
    return tuple(at for at, value in enumerate(key) if value is not None)
