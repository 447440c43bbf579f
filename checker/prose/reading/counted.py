"""Counted phrases with the members that the text lists: 三大先导产业, “三区一高地”, 五大工程 over the items of a panel.

The list stands before the count, behind 即 or ：, in brackets, or as the titles of what stands below a heading or a
panel. A slogan of parts that are told one by one (“一核”即…，“两轴”即…) has the members of its parts. What is open
(等) or has fewer members than it counts is `partial`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from checker.prose.counts import count_of, find_counted_lists
from checker.prose.fixed_phrases import is_fixed_phrase
from checker.prose.lists import hide_nested
from checker.prose.reading.leads import Lead
from checker.prose.reading.passages import Passage

_DIGITS = "[一二两三四五六七八九十0-9]{1,2}"
_PART = re.compile(rf"{_DIGITS}(?:(?!{_DIGITS})[\u4e00-\u9fff]){{1,6}}")
_SLOGAN = re.compile(
    rf"“(?P<words>(?:{_PART.pattern}){{1,5}})”[\u4e00-\u9fff]{{0,6}}"
    r"(?:，?(?:即|分别[是为]|包括|[:：])|(?P<open>（))(?=(?P<list>[^。；）]+))"
)
_COMPOSED = re.compile(rf"“(?P<words>(?:{_PART.pattern}){{2,5}})”")
#: 三大先导产业, 9个千亿级产业集群, with as many characters as its noun may have.
_BARE = re.compile(rf"(?P<count>{_DIGITS})(?P<measure>大|个|项|张|条)(?P<noun>[\u4e00-\u9fff]{{2,10}})")
#: The same where nothing goes on behind it.
_ALONE = re.compile(rf"(?=(?P<words>{_BARE.pattern})(?![\u4e00-\u9fff0-9A-Za-z]))")
#: What is counted with 个 and 项 has to be a thing that plans make; 三个方面 is nothing of its own.
_IS_THING = re.compile(
    "[\u4e00-\u9fff]{2}(?:产业集群|产业链|产业带|未来产业|工程|行动|枢纽|高地|平台|中心|基地|走廊|组团|板块)$"
)
#: Where a noun ends of which more characters than its own were taken.
_ENDS = re.compile(
    "产业集群|产业链|产业带|产业|工程|行动|体系|领域|枢纽|功能|集群|高地|目标|任务|平台|中心|战略|组团|片区|园区|板块|机制|区域|计划|"
    "优势|品牌|走廊|廊道|经济带|经济|基地|支柱|赛道|场景|抓手|关键|改革|定位|名片"
)
#: Said by others before the slogan, in its clause: not the plan's own.
_ELSEWHERE = re.compile(r"总书记|中央|国家|全国|省委|省政府|国务院")
_CLAUSE = 40
#: What the sentence says before the first member.
_BEFORE = re.compile(
    "^(?:聚焦|围绕|以|在|对|按|持续|加快|着力|大力|全面|深入|统筹|推进|推动|打造|构建|培育|壮大|做强|做大|做优|发展|完善|强化|实施|建设|形成|"
    "坚持|突出|抓好|优化|布局|深化|提升|开展|用好|夯实|巩固|把|将|由|和|及|与|好)+"
)
_NO_MEMBER = re.compile(r"^(?:是指?|指|即|[0-9])|[0-9]{4}年|”即|、$")
_LONGEST = 30
_SHORTEST = 2
#: How many times as long as any other member a first one may be before it is taken to hold more than a member.
_OUT_OF_SCALE = 3
_SPLITS = (r"、", r"、|以及|及|和(?=[^和]*$)", r"、|和|与|及|以及", r"[、，]|和(?=[^和]*$)")
_IN_TITLE = re.compile(rf"“?(?P<count>{_DIGITS})(?:大|个|项)(?![多于])(?P<noun>[\u4e00-\u9fff]{{1,12}})”?")


#: The list in the sentence behind the one that ends with the count: …六大未来产业。聚焦A、B…等领域.
_NEXT = re.compile(
    rf"(?P<words>(?P<count>{_DIGITS})大[\u4e00-\u9fff]{{2,10}})[。：](?:重点|主要)?(?:聚焦|围绕|包括|发展|布局|是)(?P<list>[^，。；]+)"
)
_ENDS_COUNTED = re.compile(rf"(?P<words>(?P<count>{_DIGITS})大[\u4e00-\u9fff]{{2,10}})$")
#: A sentence that begins with what it is about, and says what is to become of it.
_OPENS = re.compile(
    "(?P<name>(?!加快|积极|大力|深入|全面|着力|持续|推进|推动|实施|聚焦|围绕|到|以|在)[\u4e00-\u9fff]{2,14}?)(?:重点|主要|全面|着力|加快|加速|"
    "大力|持续)?(?:推动|推进|强化|提升|加速|开展|聚焦|加强|打造|突出|锚定|发展|围绕|依托|优化|做[大强优]|培育|布局|建设|突破|以)"
)
_LONGEST_HEAD = 30
_AND_SO_ON = re.compile("等[^、]{0,8}$")


class Counted(Struct, eq=False):
    """A counted phrase, without quotation marks, where it stands in the source, and its members."""

    words: str
    count: int
    start: int
    end: int
    members: list[str]
    partial: bool = False
    quoted: bool = False


def find_counted(passages: Sequence[Passage], leads: Sequence[Lead]) -> list[Counted]:
    """Each counted phrase with members once, in the order of the text."""
    found: dict[str, Counted] = {}
    alone = frozenset(one["words"] for passage in passages for one in _ALONE.finditer(passage.text))
    for passage in passages:
        for one in (*_of_passage(passage, alone), *_in_sentences(passage)):
            known = found.get(one.words)
            if known is None or (known.partial and not one.partial):
                found[one.words] = one
    _compose(passages, found)
    for one in _over_leads(leads):
        found.setdefault(one.words, one)
    return sorted((one for one in found.values() if len(one.members) > 1), key=lambda one: one.start)


class _Listed(Struct):
    """A phrase of a passage, where it begins, how much it counts, and the words that are its list."""

    words: str
    start: int
    count: int
    listed: str
    quoted: bool
    before: bool = False
    is_open: bool = False


def _of_passage(passage: Passage, alone: Container[str]) -> Iterator[Counted]:
    for one in _listed(passage.text, alone):
        if not is_fixed_phrase(one.words) and not _is_others(passage.text, one.start):
            yield from _counted(passage, one)


def _listed(text: str, alone: Container[str]) -> Iterator[_Listed]:
    for match in _SLOGAN.finditer(text):
        counts = [count_of(one) or 0 for one in re.findall(_DIGITS, match["words"])]
        yield _Listed(match["words"], match.start("words"), sum(counts), match["list"], quoted=True)
    for match in _NEXT.finditer(text) if "大" in text else ():
        listed = _AND_SO_ON.sub("", match["list"])
        count = count_of(match["count"]) or 0
        yield _Listed(match["words"], match.start(), count, listed, quoted=False, before=True)
    for one in find_counted_lists(text):
        quoted = text[one.start - 1 : one.start] == "“" or text[one.start : one.start + 1] == "“"
        words = text[one.start : one.end].strip("“”")
        words = words if quoted else _own_words(words, text, one.end, alone)
        if words:
            listed = text[one.list_start : one.list_end]
            is_before = one.list_start < one.start
            yield _Listed(words, one.start, one.count, listed, quoted, is_before, one.open_ended)


def _in_sentences(passage: Passage) -> Iterator[Counted]:
    """着力打造六大支柱产业。电子信息推动…。高端装备强化…: a sentence each that begins with its member."""
    head, *sentences = passage.text.split("。")
    found = _ENDS_COUNTED.search(head)
    if found is None or len(head) > _LONGEST_HEAD:
        return
    count = count_of(found["count"]) or 0
    members = [match["name"] for one in sentences if (match := _OPENS.match(one)) is not None]
    told = [_OPENS.match(one) is not None for one in sentences[: count + 1]]
    if count > 1 and told[:count] == [True] * count and told[count:] in ([], [False]) and len(set(members)) == count:
        start, end = passage.span(*found.span("words"))
        if not is_fixed_phrase(found["words"]):
            yield Counted(found["words"], count, start, end, members)


def _own_words(words: str, text: str, end: int, alone: Container[str]) -> str:
    """A phrase without marks cut where its noun ends, which stands `alone` elsewhere; "" for what names nothing."""
    found = _BARE.match(text, end - len(words))
    if found is None or (found["measure"] != "大" and not _IS_THING.search(found["noun"])):
        return ""
    longest = found[0]
    stem = len(found["count"]) + 1
    if not text[found.end() : found.end() + 1].isalnum() and len(found["noun"]) <= 8:
        return longest.removesuffix("建设")
    for length in range(len(longest), stem + 1, -1):
        if longest[:length] in alone:
            return longest[:length].removesuffix("建设")
    ended = _ENDS.search(longest, stem)
    return longest[: ended.end()] if ended is not None else ""


def _counted(passage: Passage, one: _Listed) -> Iterator[Counted]:
    members = _members(one.listed, one.count, before=one.before)
    partial = not members and one.is_open and not one.before
    if partial:
        members = _members(_AND_SO_ON.sub("", one.listed), 0, before=False)
    if members:
        start, end = passage.span(one.start, one.start + len(one.words))
        yield Counted(one.words, one.count, start, end, members, partial, one.quoted)


def _is_others(text: str, start: int) -> bool:
    begin = max(text.rfind(mark, max(start - _CLAUSE, 0), start) for mark in "，。；！？")
    return _ELSEWHERE.search(text, max(begin, start - _CLAUSE, 0), start) is not None


def _members(listed: str, count: int, *, before: bool) -> list[str]:
    for text in (listed, listed.partition("，")[0]):
        parts = _split(text, count, before=before)
        if parts and not any(map(_NO_MEMBER.search, parts)):
            return parts
    return []


def _split(text: str, count: int, *, before: bool) -> list[str]:
    """The members of a list that has so many (any number for 0); none where no way of splitting gives that number."""
    text = text.strip("。；： ")
    shown = hide_nested(text)
    for pattern in _SPLITS:
        cuts = [0, *(end for found in re.finditer(pattern, shown) for end in found.span()), len(text)]
        parts = [_bare(text[a:b]) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
        if before and parts:
            parts[0] = _without_verb(parts)
        wanted = count or len(parts)
        is_whole = len(parts) == len(set(parts)) == wanted > 1 - bool(count)
        if is_whole and all(_SHORTEST <= len(part) <= _LONGEST for part in parts):
            return parts
    return []


def _without_verb(parts: Sequence[str]) -> str:
    """The first member without the words of its sentence; "" where more than those stands before it."""
    first = parts[0]
    longest = max(map(len, parts[1:]), default=len(first))
    found = _BEFORE.match(first)
    is_alike = any(map(_BEFORE.match, parts[1:]))
    bare = first[found.end() :] if found is not None and not is_alike else first
    return "" if len(bare) > _OUT_OF_SCALE * longest else bare


def _bare(member: str) -> str:
    """A member without the marks that quote all of it: those of “一二三四”产业集群 stay."""
    whole = re.fullmatch(r"\s*“([^“”]*)”\s*", member)
    return whole[1].strip() if whole else member.strip()


def _compose(passages: Sequence[Passage], found: dict[str, Counted]) -> None:
    """Put a slogan of parts in the place of its parts."""
    for passage in passages:
        for match in _COMPOSED.finditer(passage.text) if "“" in passage.text else ():
            words = match["words"]
            parts = _PART.findall(words)
            if words not in found and all(part in found for part in parts):
                members = [member for part in parts for member in found.pop(part).members]
                start, end = passage.span(*match.span("words"))
                found[words] = Counted(words, len(members), start, end, members, quoted=True)


# ---- over what stands below


def _over_leads(leads: Sequence[Lead]) -> Iterator[Counted]:
    """三大枢纽 in a heading with as many below it, 十大工程 in the title of a panel with as many items."""
    for at, lead in enumerate(leads):
        counts = list(_IN_TITLE.finditer(lead.words)) if lead.level or lead.form == "专栏" else []
        if len(counts) != 1:
            continue
        count = count_of(counts[0]["count"]) or 0
        members = _below(leads, at)
        if len(members) != count or count < 2 or any(len(one.words) > _LONGEST for one in members):
            continue
        words = counts[0][0].strip("“”") if lead.form != "专栏" else lead.words
        if not is_fixed_phrase(words):
            yield Counted(words, count, lead.start, lead.stop, [one.words for one in members], quoted=False)


def _below(leads: Sequence[Lead], at: int) -> list[Lead]:
    """What stands right below a heading or panel: the headings of the next rank, the items of one number."""
    head, behind = leads[at], leads[at + 1 :]
    if head.level and head.form != "专栏":
        inside = list(takewhile(lambda one: not 0 < one.level <= head.level, behind))
        levels = [one.level for one in inside if one.level and one.form != "专栏"]
        return [one for one in inside if one.level == min(levels) and one.form != "专栏"] if levels else []
    form = next((one.form for one in behind[:3] if one.form), "")
    items: list[Lead] = []
    for lead in behind:
        if (
            lead.level
            or lead.form in ("专栏", "表", "图")
            or (items and lead.number not in (0, len(items) + 1) and lead.form == form)
        ):
            break
        if lead.form == form and form and lead.number in (0, len(items) + 1):
            items.append(lead)
    return items
