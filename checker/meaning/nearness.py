"""How near words are to goals: by pairs of characters that they share, each worth more the fewer goals have it.

An indicator measures a goal whose paragraph names it; a measure serves the goal whose words it shares most. Every tie
that is made so is a guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from checker.prose.reading.word_pairs import pairs_of

_SHORTEST_NAME = 4

Profiles = Mapping[str, Mapping[str, float]]


def named_in(words: str, indicators: Sequence[str]) -> set[str]:
    """Which of the indicators, by name, a passage names; in 单位地区生产总值能耗 it names no 地区生产总值."""
    from checker.prose.reading.lexicon import wording

    keys = {key: name for name in indicators for key in _said_as(name)}
    said = wording("".join(words.split()))
    return {keys[key] for key in _found(said, sorted(keys, key=len, reverse=True))}


def _found(said: str, longest_first: Sequence[str]) -> Iterator[str]:
    for key in longest_first:
        if key in said:
            yield key
            said = said.replace(key, "，")


def _said_as(name: str) -> list[str]:
    """The names by which a sentence may call an indicator of the table."""
    from checker.prose.reading.lexicon import wording

    whole = wording(name)
    bare = re.sub("(?:年均)?(?:增长率|增长|增速|降低|下降率|下降|提高)$|数量?$", "", whole)
    return [one for one in {whole, bare} if len(one) >= _SHORTEST_NAME]


def profiles_of(goals: Mapping[str, str]) -> Profiles:
    """For each goal (its name, the words of its paragraph) its pairs of characters with their weight.

    Those of its name weigh most.
    """
    pairs = {name: (pairs_of(name), pairs_of(said)) for name, said in goals.items()}
    spread = Counter(pair for name, said in pairs.values() for pair in name | said)
    return {
        goal: {pair: (2.0 if pair in name else 1.0) / spread[pair] ** 2 for pair in name | said}
        for goal, (name, said) in pairs.items()
    }


def nearness(profiles: Profiles, words: str) -> dict[str, float]:
    """How near words are to each goal: a sum that is the same in whatever order the pairs come."""
    pairs = pairs_of(words)
    return {goal: fsum(weights.get(pair, 0.0) for pair in pairs) for goal, weights in profiles.items()}


def nearness_of_measure(profiles: Profiles, name: str, chapter: Mapping[str, float]) -> dict[str, float]:
    """How near a measure is to each goal by its name, and a little by the titles of its chapter."""
    own = nearness(profiles, name)
    return {goal: own[goal] * 2 + chapter.get(goal, 0.0) / 4 for goal in profiles}
