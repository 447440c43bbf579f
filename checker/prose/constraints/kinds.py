"""Names of zones, parks and houses of which another kind or another character is told once: 松溪古城 of 松溪古镇.

Such a name ends with what sort of thing it is. Where the words before that agree and the sort is one that is easily
taken for the other, it is one thing under two names; so it is where the sort agrees and one character before it does
not, of which the text knows no other use.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.prose.constraints.names import Drift, contrast
from checker.prose.reading.divisions import cities, provinces
from checker.prose.reading.flow import Flow
from checker.prose.reading.mentions import Mentions

#: Sorts of things that are taken for one another; of some a place has but one, whose name may be its sign (县博物馆).
_TWINS = (
    ("产业园", "工业园"), ("产业基地", "制造基地", "生产基地"), ("中心", "中枢"), ("港区", "港口区"), ("书院", "书苑"),
    ("文化旅游节", "旅游文化节"), ("湿地公园", "森林公园"), ("古镇", "古城"), ("风光带", "风景带", "观光带"),
    ("展示馆", "展览馆", "陈列馆"), ("博物馆", "博物院"),
)  # fmt: skip
#: Those of which hardly two have names that begin alike.
_OF_PLACES = range(_TWINS.index(("古镇", "古城")), len(_TWINS))
_ONE_EACH = _TWINS.index(("博物馆", "博物院"))
#: So many characters before the sort have to agree; fewer where one of the two names stands more often.
_ALONE, _FEW, _FEWEST = 4, 3, 2
_SIGNS = "省市县区"
_WORD = re.compile("[\u4e00-\u9fff]")
#: Sorts before which a character may be another, and what may stand between: 石瓮山景区.
_STEMS = (
    "湿地公园", "森林公园", "产业园", "度假区", "科技城", "书院", "景区", "公园", "古镇", "古城", "湿地", "水库",
    "灌区", "大桥", "码头", "遗址", "港区",
)  # fmt: skip
_OF = frozenset("湖山河江溪洲岛湾岭坡港镇寺塔")
_NUMERALS = frozenset("一二三四五六七八九十两")
#: Before a sort these belong to what is said of it, not to its name.
_SAID = frozenset("的个座处类级家和与及、等型新老各")


def find_kind_drifts(mentions: Mentions) -> Iterator[Drift]:
    """The names of a text that it gives another sort, or another character before their sort, once."""
    flow = mentions.flow
    yield from _sorts(flow)
    yield from _stems(flow)


def _sorts(flow: Flow) -> Iterator[Drift]:
    text = flow.bare
    families: dict[tuple[int, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row, words in enumerate(_TWINS):
        present = [word for word in words if word in text]
        for word in present if len(present) > 1 else ():
            for at in _standing(text, word):
                if _WORD.match(text, at - 1) and text[at - 1] not in _SAID:
                    families[row, text[at - 1]][word].append(at)
    for (row, _), forms in families.items():
        for sort, places in forms.items():
            others = [(at, other) for other, found in forms.items() if other != sort for at in found]
            for at in places if others else ():
                usual, other, agreed = max(
                    ((place, other, _agreed(text, at, place)) for place, other in others), key=lambda one: one[2]
                )
                rivals = [_agreed(text, at, place) for place in places if place != at]
                same = [place for place, name in others if name == other and _agreed(text, at, place) >= agreed]
                is_rare = max(rivals, default=0) < agreed and (len(same) > 1 or at > usual)
                least = _FEW if sorted(sort) == sorted(other) else _least(text, at, row, len(same))
                if is_rare and agreed >= least and not _told_apart(flow, at, same):
                    yield _drift(flow, (at - agreed, at + len(sort)), (usual - agreed, usual + len(other)))


def _standing(text: str, word: str) -> Iterator[int]:
    """Where a word stands, with two characters before it."""
    at = text.find(word, 2)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _least(text: str, at: int, row: int, times: int) -> int:
    """How many characters have to agree before a sort at `at`, where the usual name stands so many times."""
    if row == _ONE_EACH and text[at - 1] in _SIGNS:
        return 1
    if times == 1:
        return _ALONE
    return _FEWEST if row in _OF_PLACES else _FEW


def _agreed(text: str, one: int, other: int) -> int:
    """How many characters agree before two places, within a clause."""
    count = 0
    while count < _ALONE and text[one - count - 1] == text[other - count - 1] and _WORD.match(text, one - count - 1):
        count += 1
    return count


def _stems(flow: Flow) -> Iterator[Drift]:
    text = flow.bare
    families: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for word in _STEMS:
        for at in _standing(text, word):
            for start in (at, at - 1) if text[at - 1] in _OF else (at,):
                if _WORD.match(text, start - 1) and _WORD.match(text, start - 2):
                    families[text[start - 2], text[start : at + len(word)]][text[start - 1]].append(start)
    told: set[int] = set()
    for (first, sort), forms in families.items():
        if len(forms) != 2:
            continue
        rare, usual = sorted(forms, key=lambda form: text.count(first + form))
        if text.count(first + rare) == 1 < text.count(first + usual) and _may_slip(first, rare, usual):
            at, there = forms[rare][0], forms[usual]
            if at not in told and not _told_apart(flow, at, there):
                told.add(at)
                yield _drift(flow, (at - 2, at + len(sort)), (there[0] - 2, there[0] + len(sort)))


def _may_slip(first: str, rare: str, usual: str) -> bool:
    """Whether of two characters before a sort one may be a slip for the other: neither makes the name of a place."""
    if {rare, usual} & _NUMERALS or {rare, usual} & _SAID or contrast(rare, usual):
        return False
    return not any(first + one in names for one in (rare, usual) for names in (cities(), provinces()))


def _told_apart(flow: Flow, at: int, others: Sequence[int]) -> bool:
    """Whether one sentence has both names: then they are two."""
    begin, end = flow.sentence(flow.marked(at))
    return any(begin <= flow.marked(other) < end for other in others)


def _drift(flow: Flow, rare: tuple[int, int], usual: tuple[int, int]) -> Drift:
    (start, end), (first, last) = ((flow.marked(one[0]), flow.marked(one[1] - 1) + 1) for one in (rare, usual))
    return Drift(*flow.span(start, end), flow.text[start:end], flow.text[first:last], *flow.span(first, last))
