"""What a text names without marks: programmes (城市更新行动), what a place is to become, slogans (三大主导产业)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from checker.prose.document import BlockKind
from checker.prose.reading.passages import Passage

_KINDS = "工程|行动|计划|项目"
_DO = "(?:实施|开展|启动|建设|推进)(?:实施)?"
#: 实施A工程, 开展B行动, 建设C项目, a clause of its own.
_PROGRAMME = re.compile(
    rf"(?:^|[，。；：、])(?:深入|全面|大力|持续|组织|有序)?{_DO}"
    rf"(?P<name>(?:(?!{_KINDS})[\u4e00-\u9fff]){{3,14}}(?:{_KINDS}))(?=[，。；、：（]|$)"
)
_NO_PROGRAMME = re.compile(
    r"^(?:一[批系项]|[百千万]?[项大个]|若干|重[点大]|各|全|新)|[的了和与及等]|落地|建设(?:行动计划|项目)$|一批"
)
_SHORTEST = 4
_BECOME = "(?:建成|打造成?为?|成为|建设成?为?|创建|争创|建好)"
_RANK = (
    "中心城市|都市圈|都市|名城|强市|强省|强县|强区|高地|枢纽|示范[区市县]|先行区|先导区|引领区|试验区|开发区|门户|"
    "之[城都乡窗]|样板"
)
#: What a place is to become ends its clause; the verb nearest to it governs it.
_POSITION = re.compile(
    rf"{_BECOME}(?P<name>(?!以)(?:(?!{_BECOME}|[一二三四五六七八九十两几多]?批|一?个)[\u4e00-\u9fff]){{2,24}}(?:{_RANK}))(?=[，。；、]|$)"
)
_SLOGAN = re.compile(
    r"(?<![一二三四五六七八九十百第“])(?P<name>[两三四五六七八九十]大[\u4e00-\u9fff]{2,6})(?=[，。；、]|$)"
)

NamedKind = Literal["programme", "position", "slogan"]


class Named(Struct, eq=False, frozen=True):
    """A name without marks, from `start` to `end` of the source; `core` is what is left of it in another wording.

    `kind` is programme, position or slogan.
    """

    kind: NamedKind
    words: str
    start: int
    end: int
    core: str


def find_named(passages: Sequence[Passage]) -> Iterator[Named]:
    """The names of all passages but headings and cells, each where it is told first."""
    told: set[str] = set()
    for passage in passages:
        if passage.kind in (BlockKind.HEADING, BlockKind.CELL):
            continue
        for kind, start, words, core in sorted(_of(passage.text), key=lambda one: one[1]):
            if words not in told:
                told.add(words)
                yield Named(kind, words, *passage.span(start, start + len(words)), core)


def _programmes_in(text: str) -> Iterator[tuple[int, str]]:
    """What `text` says is carried out and ends as programmes do: where the words begin, and the words."""
    return ((found.start("name"), found["name"]) for found in _PROGRAMME.finditer(text))


def _is_programme(words: str) -> bool:
    """Whether such words are the name of one programme: 一批重大工程 and 投资的项目 name none."""
    return not _NO_PROGRAMME.search(words) and len(words) > _SHORTEST


def _of(text: str) -> Iterator[tuple[NamedKind, int, str, str]]:
    for start, name in _programmes_in(text):
        if _is_programme(name):
            yield "programme", start, name, name[:-2].removesuffix("专项").removesuffix("重大")
    for found in _POSITION.finditer(text):
        yield "position", found.start("name"), found["name"], found["name"].rpartition("的")[2]
    for found in _SLOGAN.finditer(text):
        yield "slogan", found.start("name"), found["name"], found["name"]
