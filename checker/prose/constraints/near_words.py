"""Names with or without marks: a stretch of words that a text has more than once, and once with one character other.

Five characters around one that differs hardly come about twice by chance: in half a million characters of published
plans they did a handful of times. What may stand for one another in any sentence (建成 and 建设) is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.prose.constraints.names import Drift, contrast, is_listed
from checker.prose.reading.flow import Flow
from checker.prose.reading.mentions import Mentions

_RUN = re.compile("[\u4e00-\u9fff]{7,}")
#: How many characters agree before and behind what differs: within a stretch, and at its end.
_INNER = (2, 3)
_LAST = ((4, 2), (5, 1))
_AGREE = 6
#: A form seen so often needs no further character that agrees.
_OFTEN = 3
#: So many characters agree on either side where both forms stand once.
_SURE = 4
#: Grammar, not names: whatever stands there, the thing is the same or its words are free.
FREE = frozenset(
    "的与和及或并等以为在于至到把将被起着了过所不再更就也都可能会应要是有对从向由因而且其这那该此各每第业者家们个比率例上下内外"
    "大重主要点优良好佳强快高多广深全新成设立建造推促加增提升持保开展进行动做办抓用调同理管制控护障化性型区领分"
)
_NUMERALS = frozenset("一二三四五六七八九十两双")
_COUNT = re.compile("(?<![第一二三四五六七八九十百〇])(?P<numeral>[一二三四五六七八九十两])(?=(?P<words>[一-鿿]{4}))")
#: Beside them a numeral tells which one of several.
_NO_NUMERAL = _NUMERALS | frozenset("届次章节条款年月日号期编篇时点第")
_LONGEST = 8


def find_near_words(mentions: Mentions) -> Iterator[Drift]:
    """Stretches seen once that differ in one character, or in their numeral, from one seen more often."""
    text = mentions.flow.bare
    found = dict(_other_numerals(text))
    runs = [run.span() for run in _RUN.finditer(text)]
    inner = [start for begin, end in runs for start in range(begin, end - sum(_INNER))]
    found |= _one_other(text, inner, *_INNER)
    for shape in _LAST:
        found |= _one_other(text, [end - sum(shape) - 1 for _, end in runs], *shape)
    for rare, usual in sorted(found.items()):
        yield drift_between(mentions.flow, (rare, rare), (usual, usual))


def _one_other(text: str, starts: Sequence[int], before: int, behind: int) -> dict[int, int]:
    """Where a character stands that is another in the usual form → where that one does; `starts` are of what agrees."""
    found: dict[int, int] = {}
    for forms in _forms(text, starts, before, behind):
        if len(forms) == 2:
            (one, rare), (two, usual) = sorted(forms.items(), key=lambda form: len(form[1]))
            if len(rare) == 1 and _may_drift(text, one, two, rare[0]) and _goes_on(text, rare[0], usual):
                if len(usual) == 1 and _is_word_of(text, rare[0]) and _is_word_of(text, usual[0]):
                    continue
                # Of two forms that stand once each the later one is told.
                one_place, other = (rare[0], usual[0]) if len(usual) > 1 else (usual[0], rare[0])
                found[one_place] = other
    return found


def _forms(text: str, starts: Sequence[int], before: int, behind: int) -> Iterable[Mapping[str, Sequence[int]]]:
    """The characters that stand in one place between what agrees, where they are several, with where each stands.

    What has a free character there anywhere is left out.
    """
    width = before + behind + 1
    apart = [start for start in starts if text[start + before] not in FREE]
    keys = [text[start : start + before] + text[start + before + 1 : start + width] for start in apart]
    last = dict(zip(keys, apart, strict=True))
    several = {key for key, start in zip(keys, apart, strict=True) if text[last[key] + before] != text[start + before]}
    begins = {key[:before] for key in several}
    for start in starts:
        if text[start + before] in FREE and text[start : start + before] in begins:
            several.discard(text[start : start + before] + text[start + before + 1 : start + width])
    places: dict[str, dict[str, list[int]]] = {key: {} for key in several}
    for key, start in zip(keys, apart, strict=True):
        if key in several:
            places[key].setdefault(text[start + before], []).append(start + before)
    return places.values()


def _other_numerals(text: str) -> Iterator[tuple[int, int]]:
    """Where a numeral stands before words before which another one usually stands: 四大先导产业, 三大先导产业."""
    forms: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for found in _COUNT.finditer(text):
        forms[found["words"]][found["numeral"]].append(found.start())
    for numerals in forms.values():
        if len(numerals) == 2:
            rare, usual = sorted(numerals.values(), key=len)
            if len(rare) == 1 < len(usual) and not is_listed(text, rare[0], text[rare[0]]):
                yield rare[0], usual[0]


def _goes_on(text: str, rare: int, usual: Sequence[int]) -> bool:
    """Whether the usual form is usual enough, or more characters agree; of forms that stand once each many must."""
    if len(usual) >= _OFTEN:
        return True
    sides = [(_agree(text, rare, at, -1), _agree(text, rare, at, 1)) for at in usual]
    if len(usual) == 1:
        return min(sides[0]) >= _SURE
    return any(before >= 3 and before + behind >= _AGREE for before, behind in sides)


def _is_word_of(text: str, at: int) -> bool:
    """Whether a character makes a word with the one beside it that the text has elsewhere, too: 药品 and 食品."""
    return any(text.find(pair, text.find(pair) + 1) >= 0 for pair in (text[at - 1 : at + 1], text[at : at + 2]))


def _may_drift(text: str, one: str, two: str, at: int) -> bool:
    """Whether two characters, of which one stands at `at`, may stand for one another by a slip."""
    numerals = (one in _NUMERALS) + (two in _NUMERALS)
    if numerals == 2:
        return _NO_NUMERAL.isdisjoint((text[at - 1], text[at + 1])) and not is_listed(text, at, text[at])
    return numerals == 0 and not contrast(one, two)


def drift_between(flow: Flow, rare: tuple[int, int], usual: tuple[int, int]) -> Drift:
    """The drift of two stretches of `flow.bare` (first and last character of each) with what agrees on both sides."""
    text = flow.bare
    before, behind = (_agree(text, rare[side], usual[side], step) for side, step in ((0, -1), (1, 1)))
    start, end = flow.marked(rare[0] - before), flow.marked(rare[1] + behind) + 1
    first, last = flow.marked(usual[0] - before), flow.marked(usual[1] + behind) + 1
    return Drift(*flow.span(start, end), flow.text[start:end], flow.text[first:last], *flow.span(first, last))


def _agree(text: str, one: int, two: int, step: int) -> int:
    """How many characters agree on one side of two places."""
    count = 0
    while count < _LONGEST and is_written(text, at := one + step * (count + 1)):
        if text[at : at + 1] != text[two - one + at : two - one + at + 1]:
            break
        count += 1
    return count


def is_written(text: str, at: int) -> bool:
    """Whether a Chinese character stands at `at`."""
    return 0 <= at < len(text) and "\u4e00" <= text[at] <= "\u9fff"
