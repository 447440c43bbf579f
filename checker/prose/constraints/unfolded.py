"""Slogans and lists that the text unfolds part by part, with one part left out; principles told by their number only.

“一湾两带三组团” with “一湾”即…, “三组团”即… and no word of the two 带; A带、B带、C带 and then A带以…；B带以…; or 坚持
“五个统筹”。 with none of the five anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.prose.constraints.elaborated import LostMember
from checker.prose.fixed_phrases import is_fixed_phrase
from checker.prose.reading.flow import Flow
from checker.prose.reading.members import Member, Members
from checker.prose.reading.mentions import Mentions
from checker.prose.reading.passages import Passage
from checker.quantity import parse_numeral
from checker.source import Expression

_NUMERAL = "一二两三四五六七八九十"
_NUMERALS = frozenset(_NUMERAL)
_PART = re.compile(rf"[{_NUMERAL}]{{1,2}}[^{_NUMERAL}\W0-9A-Za-z多]{{1,4}}")
#: Right behind a part that is being unfolded.
_UNFOLDS = re.compile("”?(?:，?即|指|是|为|：|包括|分别|——)")
_FEWEST = 3
_LEAST_WORDS = 3
_SENTENCE = re.compile("[^。；\n]+")
#: What is to be done so many times over: 五个统筹, 四个坚持.
_DONE = "坚持|统筹|聚焦|突出|强化|注重|更加|着力|必须|围绕|始终|抓好|做好|确保|提升|推进|加强|转变|优化"
_PRINCIPLES = Expression(
    rf"“(?P<words>(?P<count>[{_NUMERAL}]{{1,2}})个(?P<done>{_DONE}))”(?=[。；]|$|\n)", *_DONE.split("|")
)
#: Said by somebody else, who tells the rest.
_OTHERS = re.compile("总书记|习近平|中央|国家|全国|国务院|[省市县区]委|政府|上级|提出|部署|要求|落实|贯彻")
_CLAUSE = 40
#: How far behind it principles are told, and how far behind its number the words of a point begin.
_FAR, _HEAD = 4000, 12


def find_left_out(mentions: Mentions, passages: Sequence[Passage], lists: Sequence[Members]) -> Iterator[LostMember]:
    """Parts of slogans and members of lists that are not unfolded where all others are."""
    yield from _parts(mentions)
    for one in lists:
        lost = _member(passages[one.passage], one)
        if lost is not None:
            yield lost


def _parts(mentions: Mentions) -> Iterator[LostMember]:
    flow, done = mentions.flow, set[str]()
    for name, found in mentions.by_name.items():
        whole = name.partition("、")[0]
        parts = _PART.findall(whole)
        if len(parts) < 2 or "".join(parts) != whole or parts[-1] == "一体" or is_fixed_phrase(name) or whole in done:
            continue
        done.add(whole)
        outside = flow.text.replace(whole, "\0" * len(whole))
        missing = [part for part in parts if part not in outside]
        told = [at for part in parts if (at := _unfolded_at(outside, part)) >= 0] if len(missing) == 1 else []
        if len(missing) != 1 or len(told) != len(parts) - 1:
            continue
        # What there is one of may be the place itself: 一区三园.
        if len(told) > 1 or not missing[0].startswith("一"):
            ends = sorted((at, flow.sentence(at)[1]) for at in told)
            mention = next((one for one in reversed(found) if one.start <= ends[0][0]), found[0])
            yield LostMember(
                *flow.span(mention.start, mention.end), missing[0], "", _within_one(flow, ends[0][0], ends[-1][1])
            )


def _unfolded_at(text: str, part: str) -> int:
    """Where a part is told what it is, -1 where it is not."""
    at = text.find(part)
    while at >= 0 and (text[at - 1 : at] in _NUMERALS or not _UNFOLDS.match(text, at + len(part))):
        at = text.find(part, at + 1)
    return at


def _within_one(flow: Flow, start: int, end: int) -> tuple[int, int]:
    """The stretch of the source, as far as it lies in the passage in which it begins."""
    stop = flow.text.find("\n", start)
    return flow.span(start, min(end, stop) if stop >= 0 else end)


def _member(passage: Passage, one: Members) -> LostMember | None:
    """The one member of a list that no sentence behind it in its paragraph begins with, as one does with all others.

    Where it stands is told from the beginning of the list on.
    """
    members = one.members
    if len(members) < _FEWEST or min(len(member.words) for member in members) < _LEAST_WORDS:
        return None
    close = _SENTENCE.match(passage.text, one.at)
    sentences = list(_SENTENCE.finditer(passage.text, close.end())) if close is not None else []
    told = [
        next((number for number, member in enumerate(members) if _begins(found[0], member, not number)), None)
        for found in sentences
    ]
    numbers = [number for number in told if number is not None]
    if len(numbers) != len(members) - 1 or numbers != sorted(set(numbers)):
        return None
    first, last = told.index(numbers[0]), len(told) - 1 - told[::-1].index(numbers[-1])
    lost = next(number for number in range(len(members)) if number not in numbers)
    behind = passage.text[sentences[first].start() :]
    if first or last - first + 1 != len(numbers) or members[lost].words[-_LEAST_WORDS:] in behind:
        return None
    related = passage.span(sentences[first].start(), sentences[last].end())
    return LostMember(members[0].start, members[lost].end, members[lost].words, "", related)


def _begins(sentence: str, member: Member, first: bool) -> bool:
    """Whether a sentence begins with a member; before the first one stands what leads to the list: “三带”即A带、B带."""
    if not first:
        return sentence.startswith(member.words)
    ends = (member.words[at:] for at in range(len(member.words) - _LEAST_WORDS + 1))
    return any(sentence.startswith(words) for words in ends)


def find_bare_principles(flow: Flow) -> Iterator[tuple[int, int, str]]:
    """Where a sentence ends with so many principles of the text's own that it tells nowhere, and their name."""
    for found in _PRINCIPLES.in_lines(flow.text):
        words, done = found["words"], found["done"]
        clause = max(flow.text.rfind(mark, 0, found.start()) for mark in "，。；\n")
        listed = "、" in flow.text[clause + 1 : found.start()] or is_fixed_phrase(words)
        if listed or _OTHERS.search(flow.text, max(clause, found.start() - _CLAUSE, 0), found.start()):
            continue
        count = int(parse_numeral(found["count"]) or 0)
        if _begun(flow.text, found.end(), done, count) < count and flow.text.count(words) == 1:
            yield *flow.span(found.start(), found.end("words") + 1), f"“{words}”"


def _begun(text: str, at: int, done: str, count: int) -> int:
    """How many clauses behind `at` begin with a verb: in the same paragraph, and the heads of those that follow."""
    own, *following = text[at : at + _FAR].split("\n")[: 2 * count + 1]
    return len(re.findall(f"(?:[。；：，、]|是){done}", own)) + sum(done in line[:_HEAD] for line in following)
