"""What is the text's own under several names: the text itself, its drafting group, a goal worded in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.prose.constraints.names import Drift
from checker.prose.counts import CountedList
from checker.prose.lists import hide_nested
from checker.source import Expression

_ALIAS = re.compile(r"以下简称[：:]?[《“](?P<alias>[^》”]{2,12})[》”]")
_OTHER_BODY = re.compile(r"(?:市委|省委|县委|区委|党委|党中央|中央|全会|国家|省|市)(?:的|关于)?[^，。；、]{0,6}$")
_PROPOSAL = Expression(
    r"(?:征求意见)?建议稿|编制规划建议|(?<![求集到出界])规划建议(?![0-9条])|(?:远景|发展)?目标建议(?=[，。；、])",
    "建议稿",
    "规划建议",
    "目标建议",
)
_GROUP = re.compile(
    r"成立了?(?P<named>[^，。；、]{0,4}?(?:《[^》]{2,20}》)?(?P<task>起草|编制|编写|工作)(?P<head>工作专班|专班|领导小组|工作小组|工作组|小组|组))"
)
_LEAD = re.compile(
    r"^[\s\u3000]*(?:——|[—\-·•]+|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|[0-9]+[.．、]|[一二三四五六七八九十]+是)?"
    r"(?P<lead>[^，。；：！？\n“”（）]{6,24})[。：:]?"
)
_INLINE = Expression(
    r"(?=[一二三四五六七八九十（(—])(?:(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3}是|[（(][一二三四五六七八九十]+[)）]|——)(?P<lead>[^，。；：！？\n“”（）、]{6,24})[，。；：]",
    sign="[一二三四五六七八九十—](?:是|[)）]|—)",
)
_CLOSE = 0.6


def find_own_name_drift(text: str) -> Iterator[Drift]:
    """Other names for the text that it has given a short name to (以下简称《规划纲要》).

    A 建议 of another body is another document; so is any that the text itself gives a short name to.
    """
    aliases = list(_ALIAS.finditer(text))
    own = next((one for one in aliases if re.search("纲要|规划|方案", one["alias"])), None)
    if own is None:
        return
    usual, place = f"《{own['alias']}》", (own.start("alias") - 1, own.end("alias") + 1)
    doubled = Expression(rf"(?<=[了的《]){re.escape(own['alias'][:2])}(?={re.escape(usual)})", usual)
    for found in doubled.in_lines(text):
        if found.start() < own.end():
            continue
        yield Drift(found.start(), found.end() + len(usual), found[0] + usual, usual, *place)
    if any("建议" in one["alias"] for one in aliases):
        return
    for found in _PROPOSAL.in_lines(text):
        if _OTHER_BODY.search(text, max(found.start() - 10, 0), found.start()) or text[found.start() - 1] in "《“":
            continue
        yield Drift(found.start(), found.end(), found[0], usual, *place)


def find_group_drift(text: str) -> Iterator[Drift]:
    """A drafting group that is set up a second time under another name."""
    first: dict[str, re.Match[str]] = {}
    for found in _GROUP.finditer(text):
        earlier = first.setdefault(found["head"], found)
        if earlier["task"] != found["task"] and {earlier["task"], found["task"]} <= {"起草", "编制", "编写"}:
            yield Drift(*found.span("named"), found["named"], earlier["named"], *earlier.span("named"))


def find_wording_drift(
    lists: Iterable[tuple[str, CountedList]], paragraphs: Iterable[tuple[str, int]]
) -> Iterator[Drift]:
    """Members of counted lists that are spelt out elsewhere in nearly, but not quite, the same words.

    `lists` are a paragraph's text with its list, whose offsets are those of the whole text; `paragraphs` text and
    offset. A list counts only if another of its members is spelt out word for word: then the text does spell
    out that list.
    """
    leads = _leads(paragraphs)
    for text, counted in lists:
        members = list(_members(text, counted))
        if sum(words in leads for words, _ in members) < 1 or len(members) < 3:
            continue
        known = {words for words, _ in members}
        for words, start in members:
            if words in leads:
                continue
            near = [lead for lead in leads if _is_near(words, lead, known)]
            if len(near) == 1:
                at = leads[near[0]]
                yield Drift(at, at + len(near[0]), near[0], words, start, start + len(words))


def _is_near(words: str, lead: str, known: set[str]) -> bool:
    """Whether a lead is nearly, but not quite, the words; with a word in front or behind it says the same."""
    return lead not in known and words not in lead and lead not in words and likeness(words, lead) >= _CLOSE


def _leads(paragraphs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Words that open a paragraph or a numbered clause → where they first do."""
    leads: dict[str, int] = {}
    for text, start in paragraphs:
        found = _LEAD.match(text)
        if found is not None:
            leads.setdefault(found["lead"].strip(), start + found.start("lead"))
        for inline in _INLINE.finditer(text):
            leads.setdefault(inline["lead"].strip(), start + inline.start("lead"))
    return leads


def _members(text: str, counted: CountedList) -> Iterator[tuple[str, int]]:
    """The members of a list with their offsets; `text` is the list as written, from `counted.list_start` on."""
    shown = hide_nested(text)
    position = 0
    for part in re.split(r"[、，]|(?<=.)和(?=[^和]*$)", shown):
        start = shown.find(part, position)
        words = text[start : start + len(part)].strip()
        position = start + len(part)
        if len(words) >= 6:
            yield words, counted.list_start + start


def likeness(one: str, two: str) -> float:
    """How alike two wordings are, 0 to 1: the share of pairs of neighbouring characters that they have in common."""
    pairs, others = _pairs(one), _pairs(two)
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0


def _pairs(words: str) -> set[str]:
    return {words[index : index + 2] for index in range(len(words) - 1)}
