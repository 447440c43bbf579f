"""Words that the text has elsewhere, once with two characters changed about or with one character left out.

What such a slip brings together (制进 in 先制进造业, 国特 in 中国特社会主义) stands side by side nowhere else in the
text; hardly any words that are only put otherwise have such a pair.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from operator import add
from typing import NamedTuple

from checker.prose.constraints.names import Drift
from checker.prose.constraints.near_words import FREE, drift_between, is_written
from checker.prose.reading.mentions import Mentions

#: How often the right form stands beside one with two characters changed about, and beside one with one left out.
_TWICE = 2
_OFTEN = 3
_PAIR = re.compile("[\u4e00-\u9fff]{2}")
#: What may as well stay away: words of grammar, and what tells more of something: 中小微企业, 贸易新业态, 第十五个.
_LEFT_AWAY = FREE | frozenset("新微旧老好第双总副正县市省州乡镇村一二三四五六七八九十百千万亿两")
#: Pairs that are words in the other order, too, side by side in one text.
_EITHER_WAY = re.compile(
    "集聚|相互|替代|累积|来往|生产|感情|达到|合适|计算|现实|科学|国家|上海|中心|工人|文明|缓和|斗争|语言|光荣|变质|变量|带领|会议|"
    "事故|式样|动机|线路|面前|学力|年长|居民|外国|色调|紧要|开展|进展|开放|出发|外出|出入|进出|名人|子女"
)


class _Slip(NamedTuple):
    """The stretch that is wrong (its first and last character), what is right, how often that stands elsewhere."""

    first: int
    last: int
    right: str
    least: int


def find_broken_words(mentions: Mentions) -> Iterator[Drift]:
    """The stretches with two characters changed about, or with one left out, that are right elsewhere."""
    text = mentions.flow.bare
    side_by_side = list(map(add, text, text[1:]))
    pairs = Counter(side_by_side)
    last = dict(zip(side_by_side, count(), strict=False))
    alone = [at for pair, at in last.items() if pairs[pair] == 1 and _PAIR.fullmatch(pair)]
    wanted: dict[str, list[_Slip]] = defaultdict(list)
    for slip in (*_changed_about(text, pairs, alone), *_one_short(text, pairs, alone)):
        wanted[slip.right].append(slip)
    standing = _standing(text, wanted)
    found: dict[int, tuple[_Slip, int]] = {}
    for right, places in standing.items():
        for slip in wanted[right]:
            if len(places) >= slip.least and not any(slip.first - 3 <= at <= slip.first + 3 for at in found):
                found[slip.first] = slip, places[0]
    for _, (slip, usual) in sorted(found.items()):
        yield drift_between(mentions.flow, (slip.first, slip.last), (usual, usual + len(slip.right) - 1))


def _changed_about(text: str, pairs: Mapping[str, int], alone: Sequence[int]) -> Iterator[_Slip]:
    """What would be right if the two characters at each of `alone` had changed places, with two more around them."""
    for at in alone:
        one, two = text[at], text[at + 1]
        if pairs.get(two + one, 0) < _TWICE or _EITHER_WAY.match(one + two) or _EITHER_WAY.match(two + one):
            continue
        # Another word may begin between the two: 中重型新能源 beside 新型能源.
        if pairs.get(text[at + 1 : at + 3], 0) > 1 and is_written(text, at + 2):
            continue
        for before in (0, 1, 2):
            words = text[at - before : at - before + 4]
            right = words[:before] + two + one + words[before + 2 :]
            if len(right) == 4 and all(pairs.get(right[i : i + 2], 0) >= _TWICE for i in range(3)):
                yield _Slip(at - before, at - before + 3, right, _TWICE)


def _one_short(text: str, pairs: Mapping[str, int], alone: Sequence[int]) -> Iterator[_Slip]:
    """What would be right if one character were left out between those at each of `alone`, two more on either side."""
    behind: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    for pair, times in pairs.items():
        if times >= _OFTEN:
            behind[pair[0]].add(pair[1])
            before[pair[1]].add(pair[0])
    for at in alone:
        words = text[at - 1 : at + 3]
        if len(words) == 4 and pairs[words[:2]] > _OFTEN and pairs[words[2:]] > _OFTEN:
            for left in (behind[words[1]] & before[words[2]]) - _LEFT_AWAY:
                if is_written(left, 0):
                    yield _Slip(at - 1, at + 2, words[:2] + left + words[2:], _OFTEN)


def _standing(text: str, wanted: Mapping[str, object]) -> Mapping[str, Sequence[int]]:
    """Where each of the words stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for length in {len(words) for words in wanted}:
        for at in range(len(text) - length + 1):
            if (words := text[at : at + length]) in wanted:
                places[words].append(at)
    return places
