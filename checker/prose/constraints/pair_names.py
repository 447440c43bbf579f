"""Names of one document in another that goes with it: codes with another numeral, slogans, lists with another member.

A form that both documents know is no slip; nor is one where either has several.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from checker.messages import Message
from checker.messages.documents import APART_MEMBER, APART_NAME
from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.constraints.names import forms_of, may_drift
from checker.prose.document import BlockKind
from checker.prose.fixed_phrases import is_fixed_phrase
from checker.prose.reading import Reading
from checker.prose.reading.flow import MASK
from checker.prose.reading.mentions import Mention, neighbours

_PERIOD = re.compile("^[八九]五$|^十[一二三四五六七八]五$|^(?:19|20)[0-9]{2}$")
_MEASURES = re.compile(rf"{MASK}(?:分钟|小时|公里|平方|元|米|岁|周|度|%|亿|万|G|D|A)")
#: A number of what any document counts anew.
_COMMON = re.compile(
    rf"{MASK}[大个项类条种]?(?:工程|行动|计划|任务|目标|体系|领域|方面|重点|项目|举措|平台|产业|机制|措施|重大工程|抓手)?$"
)
#: A number of things is a name only where it is used again and again.
_MERE_NUMBER = re.compile(rf"{MASK}[大个项类条种张批级次步方面]|[^{MASK}]*{MASK}$")
_LEAST_SKELETON, _LEAST_NAME = 3, 5
_LEAST_MEMBERS, _SHORTEST, _LONGEST = 3, 3, 16
_LIST = re.compile(r"[^，。；：！？、“”《》（）()\n]+(?:、[^，。；：！？、“”《》（）()\n]+){2,9}")
_LAST = re.compile("(?:和|与|以及|及|等)")
#: What follows the last member: 四大主导产业, and what precedes the first: 做强.
_COUNTED = re.compile("[一二两三四五六七八九十][大个项类条片区][\u4e00-\u9fff]*$")


class _Listed(Struct, eq=False):
    """A list of names, the span of each in the source."""

    members: list[str]
    spans: list[tuple[int, int]]
    behind: str
    quoted: bool

    @property
    def firm(self) -> bool:
        """Whether it is plainly a list by itself: it is counted or stands in quotation marks."""
        return self.quoted or self.behind != ""


def find_names_apart(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """Names that `second` writes otherwise than `first`, which is called `document`."""
    yield from _numerals(first, second, document)
    yield from _digits(first, second, document)
    yield from _characters(first, second, document)
    yield from _members(first, second, document)
    yield from _numbers(first, second, document)


# ---- one numeral, one character


def _numerals(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    left, right = first.mentions, second.mentions
    for skeleton, found in right.by_skeleton.items():
        if MASK not in skeleton or len(skeleton) < _LEAST_SKELETON or skeleton not in left.by_skeleton:
            continue
        if _MEASURES.search(skeleton) or _COMMON.match(skeleton):
            continue
        mine = forms_of(right.flow, skeleton, found)
        others = forms_of(left.flow, skeleton, left.by_skeleton[skeleton])
        if len(mine) != 1 or len(others) != 1:
            continue
        (numerals, here), (usual, there) = next(iter(mine.items())), next(iter(others.items()))
        if _MERE_NUMBER.match(skeleton) and max(here.weight, there.weight) < 2:
            continue
        if _differ_once(numerals, usual) and not is_fixed_phrase(here.words) and not is_fixed_phrase(there.words):
            yield _apart(first, there.places[0], second, here.places[0], (here.words, there.words), document)


def _digits(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """“146”产业集群 and “156”产业集群."""
    left, right = first.mentions, second.mentions
    known = [mention for mention in left.quoted if mention.name.isdigit() and len(mention.name) >= _LEAST_SKELETON]
    for one in right.quoted:
        if not one.name.isdigit() or len(one.name) < _LEAST_SKELETON or f"“{one.name}”" in left.flow.text:
            continue
        behind = right.flow.text[one.end :].lstrip("”")[:2]
        others = [
            other
            for other in known
            if len(other.name) == len(one.name) and left.flow.text[other.end :].lstrip("”")[:2] == behind
        ]
        if len({other.name for other in others}) == 1 and f"“{others[0].name}”" not in right.flow.text:
            there, words = (others[0].start, others[0].end), (one.name, others[0].name)
            yield _apart(first, there, second, (one.start, one.end), words, document)


def _differ_once(numerals: tuple[str, ...], usual: tuple[str, ...]) -> bool:
    if len(numerals) != len(usual) or any(map(_PERIOD.match, (*numerals, *usual))):
        return False
    return sum(one != other for one, other in zip(numerals, usual, strict=True)) == 1


def _characters(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    left, right = first.mentions, second.mentions
    families: dict[str, set[str]] = defaultdict(set)
    for name in left.by_name:
        if len(name) >= _LEAST_NAME:
            for key in neighbours(name):
                families[key].add(name)
    for name, found in right.by_name.items():
        if len(name) < _LEAST_NAME or name in left.flow.bare:
            continue
        near = {other for key in neighbours(name) for other in families.get(key, ())}
        if len(near) == 1:
            (usual,) = near
            if usual not in right.flow.bare and may_drift(name, usual) and len(left.by_name[usual]) > 1:
                there = left.by_name[usual][0]
                place = (found[0].start, found[0].end)
                yield _apart(first, (there.start, there.end), second, place, (name, usual), document)


def _apart(
    first: Reading,
    there: tuple[int, int],
    second: Reading,
    here: tuple[int, int],
    words: tuple[str, str],
    document: Message,
) -> Conflict:
    message = APART_NAME(words=words[0], other=words[1], document=document)
    place = Place("document", *first.mentions.flow.span(*there), words[1], first)
    return Conflict("names_apart", *second.mentions.flow.span(*here), places=(place,), message=message)


# ---- one document


def _numbers(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """One document under two numbers, and one number of two documents."""
    titled = {one.title.name: one for one in first.mentions.numbers if one.title is not None}
    numbered = {one.whole: one for one in first.mentions.numbers if one.title is not None}
    told: set[str] = set()
    for one in second.mentions.numbers:
        if one.title is None or one.title.name in told:
            continue
        told.add(one.title.name)
        same, other = titled.get(one.title.name), numbered.get(one.whole)
        if same is not None and same.whole != one.whole:
            words = one.whole, same.whole
            yield _apart(first, (same.start, same.end), second, (one.start, one.end), words, document)
        elif same is None and other is not None and other.title is not None and _is_another(one.title, other.title):
            here, there = (one.title.start, one.title.end), (other.title.start, other.title.end)
            yield _apart(first, there, second, here, (one.title.name, other.title.name), document)


def _is_another(one: Mention, other: Mention) -> bool:
    """Whether two titles are none short for the other."""
    shorter, longer = sorted((one.name, other.name), key=len)
    return shorter not in longer


# ---- one member


def _members(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    known: dict[str, list[_Listed]] = defaultdict(list)
    for one in _lists(first):
        for member in one.members:
            known[member].append(one)
    left, right = first.mentions.flow.bare, second.mentions.flow.bare
    for one in _lists(second):
        if not one.firm:
            continue
        others = {id(other): other for member in one.members for other in known.get(member, ())}
        for other in others.values():
            if _other_count(one, other):
                message = APART_NAME(words=one.behind, other=other.behind, document=document)
                place = Place("document", other.spans[0][0], other.spans[-1][1], other.behind, first)
                spans = one.spans[0][0], one.spans[-1][1]
                yield Conflict("names_apart", *spans, places=(place,), message=message)
                break
            at = _other_member(one, other)
            if at is None or not other.firm or one.members[at] in left or other.members[at] in right:
                continue
            words, usual = one.members[at], other.members[at]
            message = APART_MEMBER(phrase=_phrase(one), words=words, other=usual, document=document)
            place = Place("document", *other.spans[at], usual, first)
            yield Conflict("names_apart", *one.spans[at], places=(place,), message=message)
            break


def _phrase(one: _Listed) -> str:
    return one.behind or f"{one.members[0]}、{one.members[1]}…"


def _other_count(one: _Listed, other: _Listed) -> bool:
    """Whether one list has all members of the other and more, and both are counted by one noun."""
    mine, others = set(one.members), set(other.members)
    if len(one.behind) < _LEAST_NAME - 1 or one.behind[1:] != other.behind[1:] or one.behind == other.behind:
        return False
    return len(mine & others) >= min(len(mine), len(others)) - 1 >= 1


def _other_member(one: _Listed, other: _Listed) -> int | None:
    """Where two lists differ that differ in one member only, at the same place."""
    if len(one.members) != len(other.members):
        return None
    apart = [at for at, (a, b) in enumerate(zip(one.members, other.members, strict=True)) if a != b]
    if len(apart) != 1:
        return None
    words, usual = one.members[apart[0]], other.members[apart[0]]
    return None if words.endswith(usual) or usual.endswith(words) or words[-3:] == usual[-3:] else apart[0]


def _lists(reading: Reading) -> Iterator[_Listed]:
    for passage in reading.passages:
        if passage.kind in (BlockKind.HEADING, BlockKind.CELL) or passage.text.count("、") < _LEAST_MEMBERS - 1:
            continue
        for found in _LIST.finditer(passage.text):
            at = found.start()
            members: list[str] = []
            spans: list[tuple[int, int]] = []
            parts = found[0].split("、")
            behind = _COUNTED.search(parts[-1])
            if behind is not None:
                parts[-1] = parts[-1][: behind.start()]
            for part in parts:
                members.append(part)
                spans.append(passage.span(at, at + len(part)))
                at += len(part) + 1
            bare = all(_SHORTEST <= len(part) <= _LONGEST for part in parts)
            if bare and not _LAST.search(parts[-1]):
                quoted = (
                    passage.text[found.start() - 1 : found.start()] == "“" and passage.text[found.end() :][:1] == "”"
                )
                yield _Listed(members, spans, behind[0] if behind is not None else "", quoted)
