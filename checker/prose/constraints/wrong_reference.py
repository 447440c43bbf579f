"""References to a part that there is, but that speaks of something else: 铁路项目见专栏2, which lists roads.

What is referred to is told by the words right before 见 or right behind the number (第十三章为实施保障). It is a slip
only where the title of another part of the same kind has these words and that of the named part has none of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from checker.prose.reading.outline import Head
from checker.prose.reading.passages import Passage
from checker.prose.reading.references import Reference

_UNITS = frozenset({"编", "篇", "部分", "章", "专栏", "附件", "附表", "表", "图"})
_NUMBER = re.compile("[一二三四五六七八九十百]+|[0-9]+")
_SEEN = re.compile("[详参]?见")
_BEHIND = re.compile(
    r"(?:的?主题|的?标题|主要)?(?:为|是|即|就是|讲的?是|[“（《])(?P<what>[^，。；：、（）《》“”]{4,24})"
)
#: The words before 见, back to the mark that begins them; brackets around the reference do not separate it from them.
_BEFORE = re.compile(r"(?P<what>[^，。；：、（）《》“”\n]{2,14})[（(]?$")
_CHINESE = re.compile("[\u4e00-\u9fff]{2,}")
_LEAST_TITLE = 4
#: So much of the words has to stand in the title.
_SHARE = 0.5


class WrongReference(Struct, frozen=True):
    """A reference that names the wrong part: where, its words, the title it names, and the part that was meant."""

    start: int
    end: int
    words: str
    title: str
    right: str
    there: tuple[int, int]


class _Parts:
    """The parts of one unit by number, and of the title of each the pairs of characters that no other title has."""

    def __init__(self, heads: Mapping[int, Head]) -> None:
        self.heads = heads
        self.pairs = {number: _pairs(head.title) for number, head in heads.items()}
        spread = Counter(pair for pairs in self.pairs.values() for pair in pairs)
        self.alone = {number: {pair for pair in own if spread[pair] == 1} for number, own in self.pairs.items()}


def find_wrong_references(
    passages: Sequence[Passage], references: Iterable[Reference], heads: Iterable[Head]
) -> Iterator[WrongReference]:
    """The references of a text whose words are those of another part's title."""
    titles = {unit: _Parts(parts) for unit, parts in _titles(heads).items()}
    for one in references:
        parts = titles.get(one.unit)
        if parts is None or one.others or len(_NUMBER.findall(one.words)) != 1 or one.number not in parts.heads:
            continue
        meant = _meant(passages[one.passage], one, parts)
        if meant is not None:
            title = parts.heads[one.number].title
            yield WrongReference(one.start, one.end, one.words, title, meant.label, (meant.start, meant.end))


def _titles(heads: Iterable[Head]) -> Mapping[str, Mapping[int, Head]]:
    """The parts of each unit by number; a unit that has a number twice or no titles is left out."""
    found: dict[str, dict[int, Head]] = {}
    doubtful: set[str] = set()
    for head in heads:
        unit = "部分" if head.form == "一、" and head.level == 1 else head.form
        if unit not in _UNITS:
            continue
        if head.number in found.setdefault(unit, {}) or not head.title:
            doubtful.add(unit)
        found[unit][head.number] = head
    return {unit: parts for unit, parts in found.items() if unit not in doubtful and len(parts) > 1}


def _meant(passage: Passage, reference: Reference, parts: _Parts) -> Head | None:
    """The part whose title has the words of the reference, if that is not the named one."""
    behind = _BEHIND.match(passage.text, reference.at + len(reference.words))
    if behind is not None:
        named = [head for head in parts.heads.values() if _is_title(behind["what"], head.title)]
        return named[0] if len(named) == 1 and named[0].number != reference.number else None
    before = _BEFORE.search(passage.text, 0, reference.at) if _SEEN.match(reference.words) else None
    return _by_words(before["what"], reference.number, parts) if before is not None else None


def _is_title(what: str, title: str) -> bool:
    bare = title.strip()
    return min(len(what), len(bare)) >= _LEAST_TITLE and (what in bare or bare in what)


def _by_words(what: str, number: int, parts: _Parts) -> Head | None:
    """The only part that has most of the words of `what`, by pairs of characters, some of which no other title has."""
    told = _pairs(what)
    hits = [key for key, alone in parts.alone.items() if told & alone]
    if number in hits or len(hits) != 1 or len(told & parts.pairs[hits[0]]) < _SHARE * len(told):
        return None
    return parts.heads[hits[0]]


def _pairs(words: str) -> set[str]:
    return {run[at : at + 2] for run in _CHINESE.findall(words) for at in range(len(run) - 1)}
