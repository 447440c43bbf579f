"""Sentences that are cut off, and paragraphs that end without a mark where all others have one.

A sentence is cut off where its last word needs another behind it (进一步。, 以及。), where it begins with a word that
needs another before it (。的发展), or where the first of two words that go together stands alone (一方面).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.messages import Message
from checker.messages.prose import CUT_BEGINS, CUT_ENDS, CUT_MARK, CUT_NO_END, CUT_PAIR, CUT_SIBLINGS
from checker.prose.document import BlockKind
from checker.prose.reading.passages import Passage
from checker.prose.reading.read import Reading
from checker.source import Expression

_ENDS = "。！？；：…”）】"
#: Words that need another behind them, before a full stop and before any mark.
_OPEN_BEFORE_MARK = (
    *re.findall("..", "奠定予以更加以及旨在并且对于关于"),
    *re.findall("...", "进一步致力于有利于有助于"),
)
_OPEN = (
    *_OPEN_BEFORE_MARK,
    *re.findall("..", "成为给予具有属于包括不断大力力争确保切实例如为了按照基于随着"),
    *re.findall("...", "特别是尤其是不低于不少于不高于达到了提高到增长到第一批一系列一大批等一批"),
)
_LAST = frozenset(word[-1] for word in _OPEN)
#: What is a word of its own together with what stands before it.
_CLOSED = re.compile("(?:持续|接连|连绵|源源|间)不断$|有?所属于$")
#: At the end of a paragraph without a mark even a particle is cut off.
_CUT_AT_END = re.compile(
    rf"(?P<word>{'|'.join(_OPEN)}|(?<![目标])的|(?<![调平温缓暖共中总求饱附随祥谦柔])和|[与及]|并|或|把|被|在|对|将|向|提出|推进|推动|促进|"
    "加强|建设|实现|提升|健全|完善|强化|围绕|[围沿朝随本凭]着|[高长加降低少大定制持][到至在])$"
)
#: What is cut off at the end is no longer than this.
_TAIL = 8
_MARK = re.compile("[。；，、：]")
_PROPOSED = re.compile("请[^，。；]{0,8}(?P<word>提出)[。；]")
_BEGINS = Expression(
    r"[。；！？](?P<word>的(?![确士])|和(?![谐平美睦衷解合田县气])|及(?![时早格]))", sign="[。；！？][的和及]"
)
_BEGINS_ALL = re.compile("的(?![确士])")
_VERBS = (
    "健全|完善|推[进动广]|加[强快]|强化|深[化入]|优化|提[升高]|促进|实施|开展|建[设立成]|构建|打造|培育|支持|鼓励|引导|落实|扩大|增强|"
    "保障|确保|实现|完成|改造|启动|做[好强优]|抓好?|统筹|聚焦|围绕|依托|巩固|拓展|壮大|严格|新[建增]|规范|组织|创新"
)
#: A clause that is a verb without its object, at the end of a sentence of several clauses.
_BARE_VERB = Expression(
    rf"(?<=[，；])(?P<word>{_VERBS}|要|着力|全面)(?=[。；])", sign="[，；][\u4e00-\u9fff]{1,2}[。；]"
)
#: What has no end: 围着。, 控制在。, 资金与。, 比2025年。, 由36%。; a number that no unit follows: 14严格.
_UNENDED = (
    Expression("(?P<word>[围沿朝随本凭]着|(?<=[一-鿿])围绕)(?=[。；])", sign="[着绕][。；]"),
    Expression(
        "(?P<word>(?:提[高升]|增[长加]|[下上][降升]|降低|减少|扩大|缩短|压减|稳定|控制|保持|维持|集中|分布)[到至在])(?=[，。；])",
        sign="[到至在][，。；]",
    ),
    Expression("(?<=[一-鿿])(?P<word>(?<![参给授赋付相])与|(?<![合兼归吞])并|[把被])(?=。)", sign="[与并把被]。"),
    Expression("(?P<word>比(?:20[0-9]{2}年|上年|去年|前年)(?:同期|底|末)?)(?=[，。；])", sign="[年期底末][，。；]"),
    Expression(
        "(?<=[一-鿿])(?P<word>[由从](?:20[0-9]{2}年的?)?[0-9.]+(?:[%％]|[万亿]?[\u4e00-\u9fff]))(?=[。；])",
        sign="[由从][0-9]",
    ),
    Expression(rf"(?<=[一-鿿])(?<![第栏图表件号])(?P<word>[0-9]+)(?={_VERBS})", sign="[一-鿿][0-9]+[一-鿿]"),
)
#: Two words that go together: the first, what it is a part of, and what may answer it.
_PAIRS = (
    ("一方面", re.compile("(?<!另)一方面"), re.compile("另外|同时|一方面")),
    ("不仅", re.compile("不仅(?!如此|限于)"), re.compile("而且|还|也|更|又|同时|并且|甚至|均|都|是")),
    ("虽然", re.compile("虽然"), re.compile("但|却|仍|还|依然|也|可是|不过|然而|总体|始终|依旧|都")),
    ("尽管", re.compile("尽管(?!用)"), re.compile("但|却|仍|还|依然|也|可是|不过|然而|总体|始终|依旧|都")),
)
_POINT = re.compile(
    r"(?P<style>——|（[一二三四五六七八九十]{1,3}）|[（(]?[0-9]{1,2}[）).．、](?![0-9])|[一二三四五六七八九十]{1,3}[、是]|"
    r"[①-⑳]|[·●■◆▪])"
)
_HAN = re.compile("[\u4e00-\u9fff]$")
_LONG, _SHORT, _LEAST_RUN = 14, 8, 3
#: A title is no longer.
_SENTENCE = 40
_MOST_OPEN = 0.1


class Cut(NamedTuple):
    """Where a sentence is cut off, and what is said of it."""

    start: int
    end: int
    message: Message


def find_cut_sentences(reading: Reading) -> Iterator[Cut]:
    """The sentences of a document that are cut off, its headings and tables left out."""
    passages = reading.passages
    flowing = [passage for passage in passages if _flows(passage)]
    still_open = sum(passage.text[-1] not in _ENDS for passage in flowing)
    # In a text whose lines are broken, no paragraph ends with a mark.
    closed = still_open <= max(2, _MOST_OPEN * len(flowing))
    for number, passage in enumerate(passages):
        if passage.kind in (BlockKind.HEADING, BlockKind.CELL) or _is_row(reading, passage):
            continue
        following = passages[number + 1] if number + 1 < len(passages) else None
        found = list(_within(passage))
        if closed and not found:
            found = list(_at_end(passage, following, alone=still_open == 1))
        yield from (Cut(*passage.span(start, end), message) for start, end, message in found)
    for passage in _unlike_siblings(passages):
        end = len(passage.text)
        yield Cut(*passage.span(end - 1, end), CUT_SIBLINGS(mark=passage.text[-1]))


def _is_row(reading: Reading, passage: Passage) -> bool:
    """Whether a line is a row of a table in plain text: what stands side by side is no sentence."""
    start, end = passage.span(0, len(passage.text))
    return "\t" in reading.document.source.text[start:end]


def _flows(passage: Passage) -> bool:
    return (
        passage.kind not in (BlockKind.HEADING, BlockKind.CELL) and len(passage.text) >= _LONG and "，" in passage.text
    )


def _within(passage: Passage) -> Iterator[tuple[int, int, Message]]:
    text = passage.text
    for mark in _MARK.finditer(text):
        at = mark.start()
        words = _OPEN if mark[0] in "。；" else _OPEN_BEFORE_MARK
        if text[at - 1 : at] in _LAST and text.endswith(words, 0, at) and not _CLOSED.search(text, max(at - 4, 0), at):
            word = next(one for one in words if text.endswith(one, 0, at))
            yield at - len(word), at, CUT_ENDS(word=word)
    if "提出" in text:
        for found in _PROPOSED.finditer(text):
            yield *found.span("word"), CUT_ENDS(word=found["word"])
    for pattern in (_BARE_VERB, *_UNENDED):
        for found in pattern.finditer(text):
            yield *found.span("word"), CUT_ENDS(word=found["word"])
    opening = _BEGINS_ALL.match(text)
    if opening is not None:
        yield *opening.span(), CUT_BEGINS(word=opening[0])
    for found in _BEGINS.finditer(text):
        yield *found.span("word"), CUT_BEGINS(word=found["word"])
    for word, first, second in _PAIRS:
        told = first.search(text) if word in text else None
        if told is not None and not second.search(text, told.end()):
            yield *told.span(), CUT_PAIR(word=word)


def _at_end(passage: Passage, following: Passage | None, *, alone: bool) -> Iterator[tuple[int, int, Message]]:
    """A paragraph of several sentences whose last one does not end; one sentence may be a title, unless it is `alone`.

    It is alone where every other paragraph with a comma ends with a mark.
    """
    text = passage.text
    if following is None:
        if _flows(passage) and "。" in text and _HAN.match(text, len(text) - 1):
            yield len(text) - 1, len(text), CUT_NO_END()
        return
    if _goes_on(following) or not (_flows(passage) or "。" in text):
        return
    word = _CUT_AT_END.search(text, max(len(text) - _TAIL, 0))
    if word is not None:
        yield *word.span("word"), CUT_ENDS(word=word["word"])
    elif text[-1] in "，、" and not _is_line(following):
        yield len(text) - 1, len(text), CUT_MARK(mark=text[-1])
    elif _HAN.match(text, len(text) - 1) and ("。" in text[:-1] or _is_sentence(text, following, alone=alone)):
        yield len(text) - 1, len(text), CUT_NO_END()


def _is_sentence(text: str, following: Passage, *, alone: bool) -> bool:
    """Whether a paragraph of one sentence, before a heading or another paragraph, is too long for a title, or alone."""
    long = len(text) >= _SENTENCE and text.count("，") > 1
    return (long or (alone and "。" not in text)) and (following.kind is BlockKind.HEADING or _flows(following))


def _goes_on(following: Passage) -> bool:
    """Whether what follows may be the rest of a broken line."""
    if following.kind in (BlockKind.HEADING, BlockKind.CELL) or _POINT.match(following.text):
        return False
    return len(following.text) < _SHORT or following.text[0] in "，。；：、）”"


def _is_line(following: Passage) -> bool:
    return following.kind is not BlockKind.HEADING and not _POINT.match(following.text)


def _unlike_siblings(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The points of a run that end with another mark than all the others, the last one left out."""
    run: list[Passage] = []
    style = ""
    for passage in [*passages, None]:
        marker = _POINT.match(passage.text) if passage is not None and passage.kind is not BlockKind.HEADING else None
        found = "" if marker is None else re.sub("[0-9一二三四五六七八九十①-⑳]+", "1", marker["style"])
        if found and found == style and passage is not None:
            run.append(passage)
            continue
        yield from _odd_ones(run)
        run, style = ([passage] if found and passage is not None else []), found


def _odd_ones(run: Sequence[Passage]) -> Iterator[Passage]:
    inner = [passage for passage in run[:-1] if len(passage.text) >= _SHORT]
    ends = Counter(passage.text[-1] for passage in inner)
    if len(inner) < _LEAST_RUN or not ends:
        return
    usual, count = ends.most_common(1)[0]
    last = run[-1].text[-1]
    for passage in run[:-1] if count == len(inner) - 1 and usual in "。；" else ():
        mark = passage.text[-1]
        if mark != usual and len(passage.text) >= _SHORT and (mark in "，、：" or (_HAN.match(mark) and last in _ENDS)):
            yield passage
