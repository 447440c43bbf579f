"""The plan's own slogans in a text whose members it lists: “三区一基地”，即…; what a draft has of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from checker.prose.counts import count_of, find_counted_lists
from checker.prose.document import Document
from checker.prose.fixed_phrases import is_fixed_phrase
from checker.prose.lists import hide_nested
from checker.write.draft_found import Chapters, Told, quotable

_DIGITS = "[一二两三四五六七八九十0-9]{1,2}"
_PART = re.compile(rf"{_DIGITS}(?:(?!{_DIGITS})[\u4e00-\u9fff]){{1,6}}")
_SLOGAN = re.compile(
    rf"“(?P<words>(?:{_PART.pattern}){{1,5}})”[\u4e00-\u9fff]{{0,6}}"
    r"，?(?:即|分别[是为]|包括|[:：])(?=(?P<list>[^。；]+))"
)
_COMPOSED = re.compile(rf"“(?P<words>(?:{_PART.pattern}){{2,5}})”")
#: Said by others before the slogan, in its clause: not the plan's own.
_ELSEWHERE = re.compile(r"总书记|中央|国家|全国|全省|省委|省政府|市委|市政府|国务院")
_CLAUSE = 40
#: What begins so belongs to the sentence around the list, not to its first member.
_NO_MEMBER = re.compile(
    r"^(?:是指?|指|即|由|在|对|以|按|[0-9]|完善|推进|推动|实施|构建|打造|形成|坚持|加快|围绕|聚焦|通过)|[0-9]{4}年|”即"
)
_LONGEST = 24
#: How many times as long as any other member a first one may be before it is taken to hold more than a member.
_OUT_OF_SCALE = 2
_SPLITS = (r"、", r"、|以及|及|和(?=[^和]*$)", r"、|和|与|及|以及", r"[、，]|和(?=[^和]*$)")


class Slogan(Told):
    """A counted slogan and its members."""

    members: list[str] = field(default_factory=list)


class _Listed(Struct):
    words: str
    start: int
    count: int
    list: str
    before: bool


def find_slogans(document: Document, chapters: Chapters) -> list[Slogan]:
    """Slogans in quotation marks whose list stands with them, each once, in the order of the text.

    A slogan of parts that are told one by one (“一核两轴三片” … “一核”即…) has the members of its parts.
    """
    found: dict[str, Slogan] = {}
    for block in document.blocks:
        for one in _listed(block.text):
            if one.words in found or is_fixed_phrase(one.words) or _is_others(block.text, one.start):
                continue
            members = _members(one)
            if members:
                quote = quotable(f"“{one.words}”")
                found[one.words] = Slogan(one.words, quote, chapters.number(block.start), members)
    _compose(document, chapters, found)
    return [one for one in found.values() if len(one.members) > 1]


def _compose(document: Document, chapters: Chapters, found: dict[str, Slogan]) -> None:
    """Put a slogan of parts in the place of its parts."""
    for block in document.blocks:
        for match in _COMPOSED.finditer(block.text):
            words = match["words"]
            parts = _PART.findall(words)
            if words not in found and all(part in found for part in parts):
                members = [member for part in parts for member in found.pop(part).members]
                found[words] = Slogan(words, quotable(f"“{words}”"), chapters.number(block.start), members)


def _is_others(text: str, start: int) -> bool:
    begin = max(text.rfind(mark, max(start - _CLAUSE, 0), start) for mark in "，。；！？")
    return _ELSEWHERE.search(text, max(begin, start - _CLAUSE, 0), start) is not None


def _listed(text: str) -> Iterator[_Listed]:
    """The slogans of a paragraph, “三区一基地”，即…, with how much they count and the list that is theirs."""
    for match in _SLOGAN.finditer(text):
        counts = [count_of(one) or 0 for one in re.findall(_DIGITS, match["words"])]
        yield _Listed(match["words"], match.start(), sum(counts), match["list"], before=False)
    for counted in find_counted_lists(text):
        if text[counted.start - 1 : counted.start] == "“" and text[counted.end : counted.end + 1] == "”":
            words, listed = text[counted.start : counted.end], text[counted.list_start : counted.list_end]
            yield _Listed(words, counted.start, counted.count, listed, before=counted.list_start < counted.start)


def _members(one: _Listed) -> list[str]:
    for text in (one.list, one.list.partition("，")[0]):
        parts = _split(text, one.count)
        if parts and not any(map(_NO_MEMBER.search, parts)) and not (one.before and _holds_more(parts)):
            return parts
    return []


def _split(text: str, count: int) -> list[str]:
    """The members of a list that has so many; none where no way of splitting gives that number."""
    text = text.strip("。；： ")
    shown = hide_nested(text)
    for pattern in _SPLITS:
        cuts = [0, *(end for found in re.finditer(pattern, shown) for end in found.span()), len(text)]
        parts = [_bare(text[a:b]) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
        if len(parts) == count and len(set(parts)) == count and all(1 < len(part) <= _LONGEST for part in parts):
            return parts
    return []


def _bare(member: str) -> str:
    """A member without the marks that quote all of it: those of “一二三四”产业集群 stay."""
    whole = re.fullmatch(r"\s*“([^“”]*)”\s*", member)
    return whole[1].strip() if whole else member.strip()


def _holds_more(parts: list[str]) -> bool:
    """Whether words of the sentence stand before the first member: 重大疾病综合防治早预防、早发现."""
    return len(parts[0]) > _OUT_OF_SCALE * max(map(len, parts[1:]), default=_LONGEST)
