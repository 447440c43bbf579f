"""What a text names: titles 《》, quoted names “”, codes (1+2+4+N), meetings, places, numbers of documents.

A mention has a normal form and a skeleton, the form with its numerals masked: two mentions with one skeleton and other
numerals are one name written in two ways, or two rungs of a ladder; which, the constraints decide.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache, cached_property

from msgspec import Struct

from checker.prose.reading.divisions import cities, provinces
from checker.prose.reading.flow import Flow, masked
from checker.prose.reading.word_sets import WordSet
from checker.source import Expression


class Kind(Enum):
    """What a mention is of."""

    TITLE = "title"
    QUOTED = "quoted"
    CODE = "code"
    DEFINED = "defined"
    PLACE = "place"
    DOCUMENT_NUMBER = "document_number"
    MEETING = "meeting"


class Mention(Struct, eq=False):
    """One name in the flow: from `start` to `end`, its normal form, its skeleton and the numerals masked in it."""

    kind: Kind
    start: int
    end: int
    name: str
    skeleton: str
    numerals: tuple[str, ...]


class Numbered(Struct, eq=False):
    """The number of a document: whose (国发), and how year and number are written; `title` is its title right before.

    `start` and `end` are in the flow.
    """

    start: int
    end: int
    issuer: str
    written: re.Match[str]
    title: Mention | None = None

    @property
    def right(self) -> str:
        """The number as it should be written: 〔2020〕5号."""
        year = self.written["year"]
        return f"〔{year if len(year) > _SHORT_YEAR else f'20{year}'}〕{int(self.written['number'])}号"

    @property
    def whole(self) -> str:
        """The same with its issuer: 国发〔2020〕5号."""
        return self.issuer + self.right


_QUOTED = re.compile(r"“(?P<name>[^“”《》\n。；！？]{2,24})”|「(?P<corner>[^「」\n]{2,24})」")
_TITLE = re.compile(r"《(?P<name>[^《》\n]{2,80})》")
_CODE = Expression(r"(?<![0-9+＋.A-Za-z“])[0-9]+(?:[+＋][0-9NnXx]+){1,8}(?![0-9+＋.A-Za-z”])", "+", "＋")
#: A glossary: 11.探索者计划：…
_DEFINED = re.compile(
    r"^\s*(?:[（(\[［]?[0-9①-⑳]{1,3}[）)\]］]?[.．、]?\s?)“?(?P<name>[^，。：；:“”\n]{3,16})”?(?:[：:]|。(?=[是指为]))",
    re.MULTILINE,
)
_NUMBERED = re.compile(
    r"(?P<open>[〔﹝\[［（(【])(?P<year>(?:19|20)[0-9]{2}|(?<=[〔﹝])[0-9]{2})年?(?P<close>[〕﹞\]］）)】])(?P<mark>第?)(?P<number>[0-9]{1,4})号"
)
_ISSUER = re.compile(r"[\u4e00-\u9fff]{1,6}$")
#: So near to its title the number of a document stands.
_BESIDE = 4
#: 〔25〕11号: the year without its century.
_SHORT_YEAR = 2
#: Before the name of what the text has not taken up: 曾考虑“一核三翼”的方案.
_CONSIDERED = re.compile("(?:曾经?|一度|原拟|最初)[^。；，“”]{0,6}(?:考虑|设想|提出|研究|比选|拟)[^。；，“”]{0,8}“?$")
_CONSIDERED_WITHIN = 20
_BLANKS = re.compile(r"[\s\u3000]+")
_FORMS = str.maketrans({"＋": "+", "：": ":", "—": "-", "－": "-", "–": "-", "（": "(", "）": ")"})


class Mentions:
    """All mentions of a text, by kind."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow

    @cached_property
    def titles(self) -> Sequence[Mention]:
        """Titles 《》; those of a document within another's title are part of it."""
        return [
            _mention(Kind.TITLE, found.start("name"), found.end("name"), found["name"])
            for found in _TITLE.finditer(self.flow.text)
        ]

    @cached_property
    def quoted(self) -> Sequence[Mention]:
        """Names in quotation marks, and codes such as 1+2+4+N without."""
        found = [
            _mention(Kind.QUOTED, one.start() + 1, one.end() - 1, one["name"] or one["corner"])
            for one in _QUOTED.finditer(self.flow.text)
            if not is_only_considered(self.flow.text, one.start())
        ]
        found += [part for mention in found for part in _members(mention)]
        found += [_mention(Kind.CODE, one.start(), one.end(), one[0]) for one in _CODE.in_lines(self.flow.text)]
        return sorted(found, key=lambda mention: mention.start)

    @cached_property
    def defined(self) -> Sequence[Mention]:
        """Names that a glossary defines."""
        return [
            _mention(Kind.DEFINED, found.start("name"), found.end("name"), found["name"])
            for found in _DEFINED.finditer(self.flow.text)
        ]

    @cached_property
    def numbers(self) -> Sequence[Numbered]:
        """Numbers of documents: 国发〔2020〕5号, in whatever writing."""
        titles = {mention.end: mention for mention in self.titles}
        return [
            Numbered(issuer.start(), found.end(), issuer[0], found, _title_before(titles, issuer.start()))
            for found in _NUMBERED.finditer(self.flow.text)
            if (issuer := _ISSUER.search(self.flow.text, max(found.start() - 6, 0), found.start())) is not None
        ]

    @cached_property
    def places(self) -> Sequence[Mention]:
        """Real places: provinces and cities, long or short, and counties and districts by their full names."""
        return [
            Mention(Kind.PLACE, start, start + len(name), name, name, ())
            for start, name in _places().find(self.flow.text)
        ]

    @cached_property
    def by_skeleton(self) -> Mapping[str, Sequence[Mention]]:
        """Quoted names and codes by their skeletons."""
        rows: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.quoted:
            rows[mention.skeleton].append(mention)
        return rows

    @cached_property
    def by_name(self) -> Mapping[str, Sequence[Mention]]:
        """Quoted and defined names by their normal forms."""
        rows: dict[str, list[Mention]] = defaultdict(list)
        for mention in (*self.quoted, *self.defined):
            rows[mention.name].append(mention)
        return rows


def _title_before(titles: Mapping[int, Mention], start: int) -> Mention | None:
    """The title that ends right before `start`, a bracket or so between: 《…》（国发〔2020〕5号）."""
    return next((titles[at] for at in range(start, start - _BESIDE, -1) if at in titles), None)


def is_only_considered(text: str, start: int) -> bool:
    """Whether the name that begins here is told as one that was thought of."""
    return _CONSIDERED.search(text, max(start - _CONSIDERED_WITHIN, 0), start) is not None


def _members(mention: Mention) -> Iterator[Mention]:
    """The members of a name that is a list: 一主两副、一圈两带."""
    if "、" in mention.name and len(mention.name) == mention.end - mention.start:
        for found in re.finditer("[^、]{2,}", mention.name):
            start = mention.start + found.start()
            yield _mention(mention.kind, start, start + len(found[0]), found[0])


def _mention(kind: Kind, start: int, end: int, words: str) -> Mention:
    name = _BLANKS.sub("", words).translate(_FORMS)
    skeleton, numerals = masked(name)
    return Mention(kind, start, end, name, skeleton, numerals)


def neighbours(name: str) -> Iterator[str]:
    """Keys that `name` shares with every name that differs from it in one inner character, one more or one less."""
    yield name
    for at in range(len(name)):
        yield name[:at] + "\0" + name[at + 1 :]
    for at in range(1, len(name) - 1):
        yield name[:at] + name[at + 1 :]


@cache
def _places() -> WordSet:
    counties = (name for name in cities() if len(name) >= 3 or not name.endswith(("区", "县", "旗")))
    return WordSet([*provinces(), *counties])
