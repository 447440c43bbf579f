"""Words that the text has elsewhere, once with two characters changed about or with one character left out.

What such a slip brings together (制进 in 先制进造业, 国特 in 中国特社会主义) stands side by side nowhere else in the
text; hardly any words that are only put otherwise have such a pair.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import add
from typing import NamedTuple

from checker.prose.constraints.names import Drift
from checker.prose.constraints.near_words import FREE, drift_between, is_written
from checker.prose.reading.mentions import Mentions

#: How often the right form stands beside one with two characters changed about, and beside one with one left out.
_TWICE = 2
_OFTEN = 3
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
    # The two characters at each place.
    pairs = list(map(add, text, text[1:]))
    times = Counter(pairs)
    once = {pair for pair, often in times.items() if often == 1 and is_written(pair, 0) and is_written(pair, 1)}
    alone = [at for at, pair in enumerate(pairs) if pair in once]
    wanted: dict[str, list[_Slip]] = defaultdict(list)
    for slip in (*_changed_about(pairs, times, alone), *_one_short(pairs, times, alone)):
        wanted[slip.right].append(slip)
    found: dict[int, tuple[_Slip, int]] = {}
    for right, places in _standing(text, pairs, wanted).items():
        for slip in wanted[right]:
            if len(places) >= slip.least and not any(slip.first - 3 <= at <= slip.first + 3 for at in found):
                found[slip.first] = slip, places[0]
    for _, (slip, usual) in sorted(found.items()):
        yield drift_between(mentions.flow, (slip.first, slip.last), (usual, usual + len(slip.right) - 1))


def _changed_about(pairs: Sequence[str], times: Mapping[str, int], alone: Sequence[int]) -> Iterator[_Slip]:
    """What would be right if the two characters at each of `alone` had changed places, with two more around them."""
    for at in alone:
        pair = pairs[at]
        turned = pair[1] + pair[0]
        if times.get(turned, 0) < _TWICE or _EITHER_WAY.match(pair) or _EITHER_WAY.match(turned):
            continue
        # Another word may begin between the two: 中重型新能源 beside 新型能源.
        behind = pairs[at + 1] if at + 1 < len(pairs) else ""
        if times.get(behind, 0) > 1 and is_written(behind, 1):
            continue
        for before in (0, 1, 2):
            words = "".join(pairs[at - before : at - before + 3 : 2])
            right = words[:before] + turned + words[before + 2 :]
            if len(right) == 4 and all(times.get(right[i : i + 2], 0) >= _TWICE for i in range(3)):
                yield _Slip(at - before, at - before + 3, right, _TWICE)


def _one_short(pairs: Sequence[str], times: Mapping[str, int], alone: Sequence[int]) -> Iterator[_Slip]:
    """What would be right if one character were left out between those at each of `alone`, two more on either side."""
    behind: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    for pair, often in times.items():
        if often >= _OFTEN:
            behind[pair[0]].add(pair[1])
            before[pair[1]].add(pair[0])
    for at in alone:
        if 0 < at < len(pairs) - 1 and times[pairs[at - 1]] > _OFTEN and times[pairs[at + 1]] > _OFTEN:
            for left in (behind[pairs[at][0]] & before[pairs[at][1]]) - _LEFT_AWAY:
                if is_written(left, 0):
                    yield _Slip(at - 1, at + 2, pairs[at - 1] + left + pairs[at + 1], _OFTEN)


def _standing(text: str, pairs: Sequence[str], wanted: Iterable[str]) -> Mapping[str, Sequence[int]]:
    """Where each of the wanted words stands."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for words in wanted:
        lengths[words[:2]].add(len(words))
    known = frozenset(wanted)
    places: dict[str, list[int]] = defaultdict(list)
    for at, pair in enumerate(pairs):
        if pair in lengths:
            for length in lengths[pair]:
                if (words := text[at : at + length]) in known:
                    places[words].append(at)
    return places
