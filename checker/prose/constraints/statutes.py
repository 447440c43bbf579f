"""Names of statutes and documents that are near to a real one and are none.

Of laws the table has all, so that up to two characters together may differ; of other documents it has some, so that
only one may, and only in 《》.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from checker.prose.document_names import document_names
from checker.prose.reading.divisions import cities, provinces
from checker.prose.reading.flow import Flow
from checker.prose.reading.mentions import Mentions
from checker.prose.reading.near_forms import is_near
from checker.source import Expression

#: A law as it is named in running text; what is no law (办法, 立法, 执法) goes by its last characters.
_NO_LAW = "办方立执司依守普用手做看说想书违合非算疗打语技枪"
_NO_LAW_BEHIND = "律规治院人官学案定制庭医宝师令典庭"
_LAW = Expression(
    rf"[\u4e00-\u9fff]{{3,24}}?(?<![{_NO_LAW}])法(?![{_NO_LAW_BEHIND}])",
    sign=rf"法(?<![{_NO_LAW}]法)(?![{_NO_LAW_BEHIND}])",
)
_LOCAL = re.compile(r"(?:促进|保护|管理|规划|保障|防治|发展|监督|振兴|建设|治理|服务)法$")
#: 《某某市河道保护法》: a place with its sign before what the law is about; 办法 and 书法 are no laws.
_OF_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?:省|市|自治区|自治州|自治县|县|区)(?!域)[\u4e00-\u9fff]{2,16}"
    r"(?<![办方司立执民国书做看说])法(?:（(?:草案|修订|试行)[^（）]{0,6}）)?"
)
_COUNTRY = "中华人民共和国"
_LONGEST_EDIT = 2
_SHORTEST = 5


def find_statute_slips(mentions: Mentions) -> Iterator[tuple[int, int, str]]:
    """Names in the flow that are none, each with the right one; "" for a law of a place, which makes none."""
    flow = mentions.flow
    for mention in mentions.titles:
        if _is_local(mention.name) and not _local_law(mention.name):
            yield mention.start, mention.end, ""
        named = mention.name.removeprefix(_COUNTRY)
        if named != mention.name and named.endswith("法") and not _nearest_law(named)[1]:
            right = _of_country(named)
            if right:
                yield mention.end - len(named), mention.end, right
    for start, words in _laws_named(flow):
        local = _local_law(words)
        if local:
            yield start + words.index(local), start + len(words), ""
            continue
        wrong, right = _nearest_law(words)
        if right:
            yield start + len(words) - len(wrong), start + len(words), right
    for mention in mentions.titles:
        name = mention.name.removeprefix(_COUNTRY)
        if name not in document_names() and mention.name not in document_names() and not name.endswith("法"):
            right = next((one for one in _by_ends().get(_ends(name), ()) if is_near(name, one)), "") or _longer(name)
            if right and not any(one in name for one in provinces()):
                yield mention.end - len(name), mention.end, right


def _is_local(title: str) -> bool:
    """Whether a title in 《》 is that of a law that a place has made, be the place in the list or not."""
    name = title.removeprefix(_COUNTRY)
    return _OF_PLACE.fullmatch(name) is not None and name not in _laws() and title not in document_names()


def _longer(name: str) -> str:
    """The name that goes on with 纲要 where this one, a long one, does not."""
    whole = f"{name}纲要"
    return whole if len(name) > _SHORTEST and name.endswith("规划") and whole in document_names() else ""


def _laws_named(flow: Flow) -> Iterator[tuple[int, str]]:
    for start, line in flow.lines():
        yield from ((start + found.start(), found[0]) for found in _LAW.finditer(line))


def _local_law(words: str) -> str:
    """The name from a place on, where a law is called that of a place."""
    if not _LOCAL.search(words):
        return ""
    for at in range(len(words) - 6):
        for length in (3, 4, 2):
            place = words[at : at + length]
            if place.endswith(("省", "市", "自治区")) and (place in provinces() or place in cities()):
                name = words[at:]
                return name if not any(name.endswith(law) for law in _laws()) else ""
    return ""


def _nearest_law(words: str) -> tuple[str, str]:
    """The end of `words` that is nearly a law, and that law; empty where it ends with one or is near to none."""
    if any(words[at:] in _laws() for at in range(len(words) - 1)):
        return "", ""
    for at in range(len(words) - _SHORTEST + 1):
        for law in _by_start().get(words[at : at + 2], ()):
            if _is_edit(words[at:], law):
                return words[at:], law
    return "", ""


def _of_country(name: str) -> str:
    """The law of the nation that has most of the characters of the name in 《中华人民共和国…》, which is none."""
    if name in _laws():
        return ""
    near = [
        law
        for law in _by_start().get(name[:2], ())
        if len(law) == len(name) and sum(a != b for a, b in zip(law, name, strict=True)) <= _LONGEST_EDIT
    ]
    near = near or [law for law in sorted(_laws()) if len(law) > len(name) >= _SHORTEST and _is_short_for(name, law)]
    alike = [sum((Counter(law) & Counter(name)).values()) for law in near]
    return near[alike.index(max(alike))] if alike and alike.count(max(alike)) == 1 else ""


def _is_short_for(name: str, law: str) -> bool:
    """Whether the name leaves characters of the law out: 科技进步法."""
    rest = iter(law)
    return name[0] == law[0] and all(character in rest for character in name)


def _is_edit(words: str, law: str) -> bool:
    """Whether one stretch of at most two characters makes one of the other."""
    size = min(len(words), len(law))
    before = next((at for at in range(size) if words[at] != law[at]), size)
    behind = next((at for at in range(size - before) if words[-1 - at] != law[-1 - at]), size - before)
    changed = max(len(words), len(law)) - before - behind
    # Two characters may differ only before an end of two words (促进法, 保护法).
    return 0 < changed <= min(_LONGEST_EDIT, behind) and before >= 2 and before + behind >= min(_SHORTEST, len(law) - 1)


def _ends(name: str) -> str:
    return name[:1] + name[-1:]


@cache
def _laws() -> frozenset[str]:
    return frozenset(name for name in document_names() if name.endswith("法") and not name.startswith(_COUNTRY))


@cache
def _by_start() -> Mapping[str, Sequence[str]]:
    """Laws of five characters or more by their first two."""
    rows: dict[str, list[str]] = defaultdict(list)
    for law in sorted(_laws()):
        if len(law) >= _SHORTEST:
            rows[law[:2]].append(law)
    return rows


@cache
def _by_ends() -> Mapping[str, Sequence[str]]:
    """Names of six characters or more by their first and last character."""
    rows: dict[str, list[str]] = defaultdict(list)
    for name in sorted(document_names()):
        if len(name) > _SHORTEST and not name.startswith(_COUNTRY):
            rows[_ends(name)].append(name)
    return rows
