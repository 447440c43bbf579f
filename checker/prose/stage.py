"""The stage a document says it is in: 征求意见稿, 送审稿 …, by its title, its headers, its first page, its file's name.

What running text says of stages (“形成了征求意见稿”) is not the document's own. Two words in one place that do not go
together, and none anywhere, both leave the stage unknown: it is asked for, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.prose.head import HeadLine

#: Where a stage was read.
StagePlace = Literal["title", "header", "first_page", "file_name"]

#: Word → stored word of the model's stages; a word of its own stands for the stage of the same weight.
STAGE_WORDS = {
    "征求意见稿": "consultation_draft",
    "意见征求稿": "consultation_draft",
    "征询意见稿": "consultation_draft",
    "讨论稿": "consultation_draft",
    "草稿": "consultation_draft",
    "初稿": "consultation_draft",
    "论证稿": "consultation_draft",
    "评审稿": "consultation_draft",
    "送审稿": "review_draft",
    "报审稿": "review_draft",
    "上会稿": "review_draft",
    "审议稿": "review_draft",
    "审查稿": "review_draft",
    "报批稿": "approval_draft",
    "印发稿": "issued",
    "发布稿": "issued",
    "公布稿": "issued",
}
#: Said of a draft at several stages, so that any other word goes before it.
_DRAFT = "草案"
_IN_FORCE = "印发稿"
_WORD = re.compile("|".join((*STAGE_WORDS, _DRAFT)))
#: （2026年2月7日某市第十六届人民代表大会第四次会议批准）, 关于印发《…》的通知: it is in force.
_ISSUED = re.compile(
    r"人民代表大会第[一二三四五六七八九十]+次会议(?:审议)?(?:批准|通过)|^[\u4e00-\u9fff]{0,30}关于印发《"
)
_BRACKETS = re.compile(r"[（(【\[〔]([^（()）【】\[\]〔〕]{2,30})[）)】\]〕]")
#: A line that is nothing but the stage: 送审稿, 2026年3月征求意见稿, 征求意见稿（第三稿）.
_ALONE = re.compile(
    rf"[\s（(【\[]*(?:[0-9〇零一二三四五六七八九十年月日.\-\s]*)(?:{_WORD.pattern})+(?:第[一二三四五六七八九十0-9]+[稿版次])?"
    r"(?:[（(][^（()）]{1,12}[）)])?[\s）)】\]]*"
)
_AT_END = re.compile(rf"(?:{_WORD.pattern})[\s》]*$")


@dataclass(frozen=True, slots=True)
class StageRead:
    """A stage as it was read: the `word`, the `stage` that the model stores, where, and from which offset on.

    `start` is -1 where it stands outside the text, in a header or in the file's name.
    """

    word: str
    stage: str
    place: StagePlace
    start: int = -1


def read_stage(
    title: Sequence[HeadLine], page: Sequence[HeadLine], headers: Iterable[str], stem: str
) -> StageRead | None:
    """The stage by the lines of the title, the headers, the other lines of the first page, and the file's name.

    The first of these that says one counts; None where none does, or where one says two at once.
    """
    places: tuple[tuple[StagePlace, list[tuple[str, int]]], ...] = (
        ("title", [(line.text, line.start) for line in title]),
        ("header", [(text, -1) for text in headers]),
        ("first_page", [(line.text, line.start) for line in page]),
        ("file_name", [(stem, -1)]),
    )
    for place, lines in places:
        found = [one for text, start in lines for one in _stages(text, start, place)]
        if found:
            return _agreed(found)
    return None


def _stages(text: str, start: int, place: StagePlace) -> Iterable[StageRead]:
    """Each stage that one line says: in brackets, at its end, or as the whole of it; a name is taken anywhere."""
    stretches = [(found[1], found.start(1)) for found in _BRACKETS.finditer(text)]
    if place == "file_name" or _ALONE.fullmatch(text):
        stretches.append((text, 0))
    elif (at_end := _AT_END.search(text)) is not None and place != "first_page":
        stretches.append((at_end[0], at_end.start()))
    said = [(found[0], offset + found.start()) for words, offset in stretches for found in _WORD.finditer(words)]
    if not said and place != "file_name" and (issued := _ISSUED.search(text)) is not None:
        said = [(_IN_FORCE, issued.start())]
    for word, at in said:
        yield StageRead(word, STAGE_WORDS.get(word, "review_draft"), place, start + at if start >= 0 else -1)


def _agreed(found: Sequence[StageRead]) -> StageRead | None:
    """The one stage of all that are said in one place."""
    said = [one for one in found if one.word != _DRAFT] or list(found)
    return said[0] if len({one.stage for one in said}) == 1 else None
