"""Each sentence of an outline that names a place or its projects, and what of the place's own text answers it.

What answers is what takes up a name or a figure of the sentence, as an outline takes up a 建议; else the sentence that
shares most of its rarer words; where none shares enough, nothing answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

from msgspec import Struct

from checker.messages import Message
from checker.messages.placed import ANSWER_NAMED, ANSWER_WORDS
from checker.prose.constraints.short_places import short_mentions
from checker.prose.constraints.taken_up import TakenUp
from checker.prose.reading import Reading
from checker.prose.reading.flow import Flow
from checker.prose.reading.word_pairs import pairs_of, shared_words

#: Behind the name of a place: it names an organisation or a document of many states.
_NO_PLACE = re.compile("合作组织|公约|议定书|宣言|共识|公报|协定")
_ENDS = "。；！？"
#: So much of the weight of a sentence's words has to be in the one that answers it, and so many pairs.
_SHARED, _FEWEST = 0.3, 3
_SHOWN = 4


class NamingSentence(Struct, frozen=True, eq=False):
    """A sentence from `start` to `end` of the source, and which of the names it names."""

    words: str
    start: int
    end: int
    named: tuple[str, ...]


class AnsweringSentence(Struct, frozen=True, eq=False):
    """A sentence from `start` to `end` of the own source, and why it answers."""

    words: str
    start: int
    end: int
    reason: Message


def find_naming(reading: Reading, place: str, projects: Sequence[str]) -> list[NamingSentence]:
    """The sentences of `reading` that name `place`, in full or short, or any of its `projects`, in their order."""
    flow = reading.mentions.flow
    found: dict[tuple[int, int], list[str]] = {}
    stands = [(name, start) for name in (place, *projects) for start in _standing(flow.text, name)]
    # In the name of a project the place is only a part of it.
    taken = [range(start, start + len(name)) for name, start in stands]
    shorts = short_mentions(flow.text, place, reading.frame.place)
    stands += [(place, start) for start in shorts if not any(start in span for span in taken)]
    for name, start in stands:
        named = found.setdefault(flow.sentence(start), [])
        if name not in named:
            named.append(name)
    return [
        NamingSentence(flow.text[start:end].strip(_ENDS), *flow.span(start, end), tuple(named))
        for (start, end), named in sorted(found.items())
    ]


def _standing(text: str, name: str) -> Iterator[int]:
    """Where a name stands, and is that of the place itself."""
    at = text.find(name)
    while at >= 0:
        if not _NO_PLACE.match(text, at + len(name)):
            yield at
        at = text.find(name, at + 1)


class Answers:
    """An own text, ready to be asked what answers a sentence; `taken` is what it takes up of the other document."""

    def __init__(self, own: Reading, taken: Sequence[TakenUp], place: str) -> None:
        self._place = place
        self._taken = [one for one in taken if one.state != "missing" and place not in one.words]
        self._flow = own.mentions.flow
        self._sentences = list(_sentences(self._flow))
        self._pairs = [pairs_of(self._flow.text[start:end].replace(place, "，")) for start, end in self._sentences]
        spread = Counter(pair for pairs in self._pairs for pair in pairs)
        self._weights = {pair: log(len(self._pairs) / count) for pair, count in spread.items()}

    def by_name(self, sentence: NamingSentence) -> AnsweringSentence | None:
        """The sentence that takes up a name or a figure of this one."""
        for one in self._taken:
            if sentence.start <= one.start and one.end <= sentence.end:
                for begin, stop in self._sentences:
                    start, end = self._flow.span(begin, stop)
                    if start <= one.other_start < end:
                        return self._told(begin, stop, ANSWER_NAMED(words=" ".join(one.words.split())))
        return None

    def by_words(self, sentence: NamingSentence) -> AnsweringSentence | None:
        """The sentence that shares most of the weight of its words."""
        words = sentence.words.replace(self._place, "，")
        asked = pairs_of(words)
        rarest = log(max(len(self._pairs), 2))
        whole = sum(self._weights.get(pair, rarest) for pair in sorted(asked))
        if not whole or not self._pairs:
            return None
        shares = [sum(self._weights[pair] for pair in sorted(asked & pairs)) / whole for pairs in self._pairs]
        at = max(range(len(shares)), key=lambda at: shares[at])
        shared = {pair: self._weights[pair] for pair in asked & self._pairs[at]}
        if shares[at] < _SHARED or len(shared) < _FEWEST:
            return None
        return self._told(*self._sentences[at], ANSWER_WORDS(words="、".join(shared_words(words, shared)[:_SHOWN])))

    def _told(self, start: int, end: int, reason: Message) -> AnsweringSentence:
        return AnsweringSentence(self._flow.text[start:end].strip(_ENDS), *self._flow.span(start, end), reason)


def _sentences(flow: Flow) -> Iterator[tuple[int, int]]:
    for start, line in flow.lines():
        at = 0
        for part in re.split(f"(?<=[{_ENDS}])", line):
            if part.strip():
                yield start + at, start + at + len(part)
            at += len(part)
