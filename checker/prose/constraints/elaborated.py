"""What is listed first and then told one by one: a member that none of the titles behind the list takes up."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.reading.members import Member, Members, Titles
from checker.prose.reading.passages import Passage

#: A list stands no more passages before what takes it up.
_REACH = 12
_FEWEST = 3
_SHARED = 3


class LostMember(Struct, frozen=True):
    """A member that is not told: where, its words, the title in its place if there is one, and that or the last one."""

    start: int
    end: int
    words: str
    other: str
    related: tuple[int, int]


def find_lost_members(
    passages: Sequence[Passage], lists: Sequence[Members], titles: Sequence[Titles]
) -> Iterator[LostMember]:
    """Lists of which all members but one are taken up in turn by the titles behind them."""
    starts = [one.passage for one in lists]
    told: set[int] = set()
    for group in titles:
        at = bisect_right(starts, group.first)
        near = [one for one in lists[max(at - _REACH * 2, 0) : at] if _stands_before(one, group)]
        found = [lost for one in near if (lost := _lost(passages, one, group)) is not None]
        # Where another list before it is taken up whole, that one is what the titles follow.
        if len(found) == 1 and found[0].start not in told and not any(_whole(one, group) for one in near):
            told.add(found[0].start)
            yield found[0]


def _stands_before(one: Members, group: Titles) -> bool:
    if one.passage == group.first:
        return one.at < group.at
    return group.first - _REACH <= one.passage < group.first


def _whole(one: Members, group: Titles) -> bool:
    return len(_pairs(one.members, group.titles)) == len(one.members)


def _lost(passages: Sequence[Passage], one: Members, group: Titles) -> LostMember | None:
    members, titles = one.members, group.titles
    missing = len(members) - len(titles)
    if len(members) < _FEWEST or missing not in (0, 1):
        return None
    if not _may_pair(members, titles):
        return None
    pairs = _pairs(members, titles)
    order = [pairs[number] for number in sorted(pairs)]
    if len(pairs) != len(members) - 1 or order != sorted(order):
        return None
    number = next(place for place in range(len(members)) if place not in pairs)
    lost = members[number]
    if missing:
        if _is_told(passages, lost, members, group):
            return None
        last = titles[-1]
        return LostMember(lost.start, lost.end, lost.words, "", (last.start, last.end))
    title = titles[next(place for place in range(len(titles)) if place not in order)]
    if titles.index(title) != number or len(lost.words) < _SHARED:
        return None  # A word of two characters is soon said in another way: 医疗, 健康守护.
    return LostMember(lost.start, lost.end, lost.words, title.words, (title.start, title.end))


def _may_pair(members: Sequence[Member], titles: Sequence[Member]) -> bool:
    """Whether all members but one at most share some characters with the titles: quick to tell, and mostly not so."""
    words = "，".join(one.words for one in titles)
    return sum(not any(one.words[at : at + 2] in words for at in range(len(one.words) - 1)) for one in members) <= 1


def _pairs(members: Sequence[Member], titles: Sequence[Member]) -> dict[int, int]:
    """Which member each title takes up: it has three characters of it or all, and some that no other member has."""
    own, theirs = _distinct(members), _distinct(titles)
    pairs: dict[int, int] = {}
    for number, member in enumerate(members):
        shared = [
            (_common(member.words, titles[place].words), place)
            for place in range(len(titles))
            if own[number] & theirs[place]
        ]
        best = max(shared, default=(0, 0))
        alone = sum(size == best[0] for size, _ in shared) == 1
        if alone and best[1] not in pairs.values() and best[0] >= _least_shared(members, number):
            pairs[number] = best[1]
    return pairs


def _least_shared(members: Sequence[Member], number: int) -> int:
    """How many characters a title must have of a member; before the first one the verb of all of them may stand."""
    longest = max(len(one.words) for one in members[1:]) if number == 0 else _SHARED
    return min(_SHARED, len(members[number].words), longest)


def _common(one: str, other: str) -> int:
    """The length of the longest words that both hold."""
    best = 0
    for at in range(len(one)):
        while at + best < len(one) and one[at : at + best + 1] in other:
            best += 1
    return best


def _distinct(members: Sequence[Member]) -> list[set[str]]:
    """For each the pairs of neighbouring characters that it alone has."""
    pairs = [{one.words[at : at + 2] for at in range(len(one.words) - 1)} for one in members]
    counted = Counter(pair for one in pairs for pair in one)
    return [{pair for pair in one if counted[pair] == 1} for one in pairs]


def _is_told(passages: Sequence[Passage], lost: Member, members: Sequence[Member], group: Titles) -> bool:
    """Whether some of what only this member says stands in the words of the items."""
    own = _distinct(members)[members.index(lost)]
    words = "".join(one.text for one in passages[group.first : group.last + 2])
    return any(pair in words for pair in own)
