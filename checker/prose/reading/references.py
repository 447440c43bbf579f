"""What a text says of the parts of a document: 见专栏5, 第三至第八章, 本章第四节, 共九章; what each points at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.document import BlockKind
from checker.prose.reading.marks import mark_of, value_of
from checker.prose.reading.passages import Passage
from checker.source import Expression

_NUMBER = "(?:[一二三四五六七八九十百]{1,5}|[0-9]{1,3})"
_UNITS = "编|篇|部分|章|节|条"
_THINGS = "专栏|附件|附表|附图|表|图"
_JOINS = r"(?:[、和及与]|以及|至|到|—|–|-|～|~)"
_NTH = rf"第\s?{_NUMBER}"
_REFERENCE = Expression(
    rf"(?P<cue>(?:详?见|参见|参照|按照|依照|根据|落实|对照|如|在|前述|上述|前文|上文|本[\u4e00-\u9fff《]{{0,8}}?》?)的?)?"
    rf"(?:(?P<above>{_NTH}章)?(?P<nth>{_NTH}(?:(?:{_UNITS})?{_JOINS}{_NTH})*)(?P<unit>{_UNITS})"
    rf"|(?P<thing>{_THINGS})\s?(?P<of>{_NUMBER}(?:{_JOINS}(?:{_THINGS})?{_NUMBER})*)(?![0-9.%年月日个项亿万级]))"
    r"(?P<behind>(?:所示|所列|所述|要求|部署|规定|明确|提出|安排|列出|给出|显示|）|中的?)?)",
    sign=rf"[第专附表图][栏件表图]?\s?{_NUMBER}",
)
_LAST = re.compile(rf"{_NUMBER}")
#: Parts from one to another are no figures of speech, as a single 第三部分 may be.
_STRETCHES = re.compile("[至到—–～~-]")
#: Another document is spoken of: its name stands before, or it is a law.
_OTHERS = re.compile(
    r"(?:法|条例|办法|规定|章程|决定|意见|准则|宪法|通知|公约|协定|标准)(?:\s?的)?$"
    r"|》[^。；]{0,20}$|(?:国家|全国|中央|省|市|区|县|上位|上级)[^，。；]{0,8}(?:规划|纲要|建议|方案|报告)[^，。；]{0,6}$"
)
_OWN = re.compile(r"本(?:《?(?:规划|纲要|建议|方案|报告|意见|计划|文|章|篇|编|部分)》?)?")
_TOTAL = Expression(
    rf"(?:共计?|总计|分为?|由|含|包括|包含|设置?|设有|计)(?:有|为|成|了)?"
    rf"(?P<parts>(?:共?{_NUMBER}(?:个|大|张|幅)?(?:{_UNITS}|专栏|附件|附表|附图)[、，和及]?){{1,5}})",
    sign=rf"[一二三四五六七八九十百0-9](?:[个大张幅])?(?:{_UNITS}|专栏|附件|附表|附图)",
)
#: What a total counts that is none of the document: 第三章至第十二章共10章.
_STRETCH = re.compile(
    rf"第{_NUMBER}\s?(?:{_UNITS})?(?:至|到|[—–\-]{{1,2}})第?{_NUMBER}\s?(?:{_UNITS})(?:组成|构成)?[，、（(]?$"
)
_PART = re.compile(rf"(?P<number>{_NUMBER})(?:个|大|张|幅)?(?P<unit>{_UNITS}|专栏|附件|附表|附图)")
#: 部分 and 条 count many things; they count headings where the sentence speaks of the document.
_OF_DOCUMENT = re.compile(
    "《[^《》]*》|(?:纲要|规划|建议|报告|方案)(?=[^，。；]{0,8}$)|全文|本文|全书|文本|正文|本(?:纲要|规划|建议|报告|方案)"
)
#: Such words count no parts where opinions are counted: 建议突出优势，共27条.
_OPINIONS = re.compile("意见|反馈|吸收|采纳|问题|诉求")
_AROUND = 60


class Reference(Struct, eq=False):
    """Words that point at a part: `unit` and the highest number they name; `above` the chapter of a section, or 0.

    `at` is where they begin in the text of the passage. `cued` tells that they plainly refer (见, 按照, 所示); `own`
    holds words that say the text's own (本纲要, 本章); `others` tells that another document's name stands before them.
    """

    passage: int
    at: int
    start: int
    end: int
    words: str
    unit: str
    number: int
    above: int
    cued: bool
    own: str
    others: bool


class Total(Struct, eq=False):
    """A number of parts told of a document (共九章); `sure` says that its sentence speaks of the document."""

    passage: int
    start: int
    end: int
    words: str
    unit: str
    number: int
    sure: bool


def find_references(passages: Sequence[Passage]) -> Iterator[Reference]:
    """The references of all passages; the number that a line bears itself is none."""
    for number, passage in enumerate(passages):
        text = passage.text
        if passage.kind is BlockKind.HEADING and "见" not in text and "附" not in text and "按照" not in text:
            continue
        own = mark_of(text)
        for found in _REFERENCE.finditer(text, own.end if own is not None else 0):
            words = found["nth"] or found["of"]
            named = [value_of(one[0]) for one in _LAST.finditer(words)]
            cue = found["cue"] or ""
            yield Reference(
                number,
                found.start(),
                *passage.span(found.start(), found.start("behind")),
                text[found.start() : found.start("behind")],
                found["unit"] or found["thing"],
                max(named, default=0),
                value_of(found["above"][1:-1].strip()) if found["above"] else 0,
                bool(cue or found["behind"] or _STRETCHES.search(words)),
                (own_words[0] if (own_words := _OWN.match(cue)) is not None else ""),
                not cue and _OTHERS.search(text, max(found.start() - 30, 0), found.start()) is not None,
            )


def find_totals(passages: Sequence[Passage]) -> Iterator[Total]:
    """The totals of all passages but headings."""
    for number, passage in enumerate(passages):
        text = passage.text
        if passage.kind is BlockKind.HEADING:
            continue
        for total in _TOTAL.finditer(text):
            if _STRETCH.search(text, max(0, total.start() - _AROUND), total.start()):
                continue
            begin = max(text.rfind(mark, 0, total.start()) for mark in "。；：") + 1
            before = text[max(begin, total.start() - _AROUND) : total.start()]
            sure = _OF_DOCUMENT.search(before) is not None and _OPINIONS.search(before) is None
            for part in _PART.finditer(text, total.start("parts"), total.end("parts")):
                yield Total(
                    number,
                    *passage.span(part.start(), part.end()),
                    part[0],
                    part["unit"],
                    value_of(part["number"]),
                    sure,
                )
