"""What is told twice in one place: a member of a list, a clause of a sentence, a heading, a paragraph, a point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from checker.prose.constraints.duplicates import Repeat
from checker.prose.document import Block, BlockKind, Document
from checker.prose.reading.passages import Passage
from checker.prose.reading.read import Reading

_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_SENTENCE = re.compile(r"[^。；！？\n]+")
_AND = re.compile(r"和|与|及|以及|等")
_QUOTES = re.compile(r"(?:“[^“”]{2,30}”[、和与]?){3,}")
_QUOTED = re.compile(r"“[^“”]+”")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NO_MEMBER = re.compile(r"[0-9一二三四五六七八九十“]")
#: Words before the first member of a list: a verb, not what makes another thing of it (现代农业、农业).
_NO_BEFORE = (
    "(?!.*(?:现代|新型|高端|绿色|智能|数字|传统|特色|生态|先进|"
    "新能源|公共|社会|国际|海洋|城乡|农村|城市|重点|专业|综合|民用|非)$)"
)
_VERB_BEFORE = (
    ".{0,12}(?:推[动进广]|加[强快大]|发展|聚焦|围绕|支持|建设|培育|打造|壮大|实施|开展|完善|健全|[深优强]化|提[升高]|促进|布局|包括|"
    "涵盖|涉及|形成|构建|依托|抓好|统筹|巩固|整治|治理|保护|引进|落实|突出|坚持|拓展|扩大|丰富|以|在|对|为|向|从|将|是|即|如|把|使|的)"
)
_BEFORE = re.compile(f"{_NO_BEFORE}(?:[\u4e00-\u9fff]{{0,4}}|{_VERB_BEFORE})$")
#: Two characters may end a longer word: 南亚 that of 东南亚.
_BEFORE_SHORT = re.compile(f"{_NO_BEFORE}(?:{_VERB_BEFORE})?$")
_SHORT = 2
_BEHIND = re.compile("(?:$|等|的|和|与|及|以及|领域|方面|行业|产业|建设|发展|项目)")
_JOINT = re.compile("和|与|及")
_JOINED_SIZES = range(4, 9)
#: Behind two things that are told together.
_AS_ONE = re.compile("$|[，。；、）]|等|的|领域|方面|繁荣|协调|共同|协同|融合|深度|互相|同步|双")
_LEAST_CLAUSE = 6
_LEAST_POINT = 4
_LEAST_PARAGRAPH = 10
#: 发展目标 and 重点任务 may stand in many places.
_LEAST_TITLE = 8
_POINT = re.compile(
    r"\s*(?:——|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9])|[一二三四五六七八九十]{1,3}、)"
)
_TITLE = re.compile(r"[^。：，；！？]{6,24}[。：]")
_ENDS = tuple("。！？；")


def find_doubled_items(reading: Reading) -> Iterator[Repeat]:
    """What stands twice within one list, sentence or run of a document."""
    for passage, shape in zip(reading.passages, reading.shapes, strict=True):
        if passage.text.count("、") > 1:
            yield from _in_lists(passage, shape.shown)
        if "”" in passage.text:
            yield from _in_quotes(passage)
        yield from _joined(passage)
        if passage.kind not in (BlockKind.HEADING, BlockKind.CELL):
            yield from _in_sentences(passage)
    yield from _told_off(reading)
    yield from _headings(reading.document)
    yield from _neighbours(reading.passages)
    yield from _points(reading)


def _repeat(passage: Passage, second: tuple[int, int], first: tuple[int, int]) -> Repeat:
    start, end = passage.span(*second)
    return Repeat(start, end, *passage.span(*first), end - start)


def _joined(passage: Passage) -> Iterator[Repeat]:
    """A thing joined with itself: 文化事业和文化事业繁荣."""
    text = passage.text
    for joint in _JOINT.finditer(text):
        start, end = joint.span()
        if text.find(text[end : end + 2], max(start - _JOINED_SIZES[-1], 0), start) < 0:
            continue
        sizes = [size for size in _JOINED_SIZES if text[max(start - size, 0) : start] == text[end : end + size]]
        if sizes and _AS_ONE.match(text, end + sizes[-1]) and all(map(_HAN.match, text[end : end + sizes[-1]])):
            yield _repeat(passage, (end, end + sizes[-1]), (start - sizes[-1], start))


def _in_lists(passage: Passage, shown: str) -> Iterator[Repeat]:
    """A member that stands twice in one row of 、; what is quoted or in brackets is in one piece."""
    for clause in _CLAUSE.finditer(shown):
        if clause[0].count("、") < 2:
            continue
        seen: dict[str, tuple[int, int]] = {}
        for start, end in _members(passage.text, shown, clause):
            words = passage.text[start:end]
            if words in seen:
                yield _repeat(passage, (start, end), seen[words])
            seen[words] = (start, end)


def _members(text: str, shown: str, clause: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the members of a list stand that could be told twice: no numbers, and the ends without what is around."""
    start, members = clause.start(), []
    for part in clause[0].split("、"):
        members.append((start, start + len(part)))
        start += len(part) + 1
    begin, end = members[-1]
    first = _AND.search(shown, begin, end)
    inner = {text[slice(*one)] for one in members[1:-1]} | (
        {text[begin : first.start()]} if first is not None else set()
    )
    begin, end = members[0]
    for words in sorted(inner - {""}, key=len, reverse=True):
        before = _BEFORE_SHORT if len(words) <= _SHORT else _BEFORE
        if text[begin:end].endswith(words) and before.match(text[begin : end - len(words)]):
            begin = end - len(words)
            break
    members[0] = (begin, end)
    known = {text[slice(*one)] for one in members[:-1]}
    members[-1:] = _last_members(text, shown, members[-1], known)
    for begin, end in members:
        if end - begin >= 2 and _HAN.search(text, begin, end) and not _NO_MEMBER.search(text, begin, end):
            yield begin, end


def _last_members(text: str, shown: str, last: tuple[int, int], known: set[str]) -> Iterator[tuple[int, int]]:
    """What the last stretch of a list holds: up to 和 and behind it, without what follows a member told before."""
    begin, end = last
    first = _AND.search(shown, begin, end)
    parts = [(begin, first.start()), (first.end(), end)] if first is not None else [last]
    for start, stop in parts:
        tail = next(
            (one for one in known if text.startswith(one, start) and _BEHIND.match(text, start + len(one))), None
        )
        yield start, start + len(tail) if tail else stop


def _in_quotes(passage: Passage) -> Iterator[Repeat]:
    for row in _QUOTES.finditer(passage.text):
        seen: dict[str, tuple[int, int]] = {}
        for found in _QUOTED.finditer(passage.text, row.start(), row.end()):
            if found[0] in seen:
                yield _repeat(passage, found.span(), seen[found[0]])
            seen[found[0]] = found.span()


def _in_sentences(passage: Passage) -> Iterator[Repeat]:
    """A clause that stands twice in one sentence."""
    clauses = [clause for clause in _CLAUSE.findall(passage.text) if len(clause) >= _LEAST_CLAUSE]
    if len(set(clauses)) == len(clauses):
        return
    for sentence in _SENTENCE.finditer(passage.text):
        if sentence[0].count("，") < 1:
            continue
        seen: dict[str, tuple[int, int]] = {}
        for found in _CLAUSE.finditer(passage.text, sentence.start(), sentence.end()):
            words = found[0]
            if len(words) >= _LEAST_CLAUSE and words in seen and not re.search("[0-9]", words):
                yield _repeat(passage, found.span(), seen[words])
            seen[words] = found.span()


def _told_off(reading: Reading) -> Iterator[Repeat]:
    """A point told off within a paragraph that stands under another number too: 1.A；2.B；3.A."""
    for series in reading.series:
        seen: dict[str, tuple[int, int]] = {}
        for item, after in zip_longest(series.items, series.items[1:]) if not series.line else ():
            passage, begin = reading.passages[item.passage], item.at + len(item.words)
            is_next = after is not None and after.passage == item.passage
            words = _SENTENCE.match(passage.text, begin, after.at if is_next else len(passage.text))
            if words is not None and len(words[0].strip("，、")) >= _LEAST_POINT:
                start, end = passage.span(*words.span())
                first = seen.setdefault(words[0], (start, end))
                if first != (start, end):
                    yield Repeat(start, end, *first, end - start)


def _headings(document: Document) -> Iterator[Repeat]:
    """A heading that stands twice under one heading above; a short one only right behind itself."""
    seen: dict[tuple[int, str], Block] = {}
    before: Block | None = None
    for block in filter(lambda one: one.title, document.headings):
        above = document.parent_of(block)
        key = (above.start if above is not None else -1, block.title)
        first = seen.get(key)
        if first is not None and (len(block.title) >= _LEAST_TITLE or first is before):
            yield Repeat(block.start, block.end, first.start, first.end, len(block.title))
        seen[key] = before = block


def _neighbours(passages: Sequence[Passage]) -> Iterator[Repeat]:
    """A paragraph that stands once more right behind itself."""
    for first, second in pairwise(passages):
        text = second.text
        alike = text == first.text and second.kind is not BlockKind.CELL and second.kind is not BlockKind.HEADING
        if alike and (len(text) >= _LEAST_PARAGRAPH or text.endswith(_ENDS)) and _HAN.search(text):
            yield Repeat(*second.span(0, len(text)), *first.span(0, len(text)), len(text))


def _points(reading: Reading) -> Iterator[Repeat]:
    """The title of a point that another point right under the same heading has."""
    seen: dict[tuple[int, str], tuple[int, int]] = {}
    for passage in reading.passages:
        marker = _POINT.match(passage.text)
        if marker is None or passage.kind in (BlockKind.HEADING, BlockKind.CELL):
            continue
        title = _TITLE.match(passage.text, marker.end())
        if title is None:
            continue
        above = reading.document.heading_of(passage.start)
        key = (above.start if above is not None else -1, title[0])
        span = passage.span(title.start(), title.end() - 1)
        if key in seen:
            yield Repeat(*span, *seen[key], span[1] - span[0])
        seen[key] = span
