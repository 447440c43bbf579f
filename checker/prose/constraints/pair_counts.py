"""What one document tells of the parts of another: chapters, sections, panels of each kind; the last chapter it has.

A 起草说明 says of its 纲要 “共5章、9节，设专栏3个”. Its indicators are `table_counts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.messages import Message
from checker.messages.documents import APART_BEYOND, APART_COUNT, APART_PARTS
from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.constraints.outline import Parts, find_dangling, find_total_slips
from checker.prose.reading import Reading
from checker.prose.reading.outline import Entry, Head
from checker.quantity import parse_numeral

_N = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
#: 重大工程、重大行动专栏各10个, 专栏34个, 34个专栏; each kind is told by words of the titles.
_PANELS = re.compile(
    rf"(?P<kinds>[\u4e00-\u9fff]{{2,8}}(?:、[\u4e00-\u9fff]{{2,8}}){{0,5}})?专栏(?:共|各|有|为|各有)?(?P<n>{_N})个"
    rf"|(?P<m>{_N})个(?P<kind>[\u4e00-\u9fff]{{0,8}})专栏"
)
_LEAD = re.compile("^(?:其中|另设|另有|包括|设置|设立|设有|设|共设|共有|有|和|及)+")
_PANEL = "专栏"
#: What a note counts in 条 are comments and items; an outline has no articles.
_NO_PART = "条"
_ABOUT = re.compile("纲要|规划|全文|文本")


def find_counts_apart(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """Numbers of parts that `second` tells of `first`, which is called `document`, and the headings do not bear out."""
    if first.frame.kind != "outline" or second.frame.kind != "drafting_note":
        return
    parts = Parts(first.document, first.heads, first.series, first.entries)
    for total in find_total_slips(parts, second.totals, ()):
        if total.unit not in (_PANEL, _NO_PART):
            listed = APART_PARTS(count=total.headings, unit=total.unit)
            yield _conflict(first, total.last, (total.start, total.end), total.words, listed, document)
    for beyond in find_dangling(parts, second.references):
        message = APART_BEYOND(words=beyond.words, last=beyond.highest, unit=beyond.unit, document=document)
        place = Place("document", *beyond.last, beyond.words, first)
        yield Conflict("counts_apart", beyond.start, beyond.end, places=(place,), message=message)
    panels = _panels_of(first)
    if len(panels) > 1:
        yield from _panels(first, panels, second, document)


def _panels_of(reading: Reading) -> list[Head | Entry]:
    """Its panels, those that only the table of contents tells among them."""
    found: dict[int, Head | Entry] = {one.number: one for one in reading.entries if one.form == _PANEL}
    found.update({head.number: head for head in reading.heads if head.form == _PANEL})
    return list(found.values())


def _panels(first: Reading, panels: Sequence[Head | Entry], second: Reading, document: Message) -> Iterator[Conflict]:
    for passage in second.passages:
        if _PANEL not in passage.text or not _ABOUT.search(passage.text):
            continue
        slips: list[Conflict] = []
        right = 0
        for found in _PANELS.finditer(passage.text):
            told = int(parse_numeral(found["n"] or found["m"]) or 0)
            for kinds in (found["kinds"] or found["kind"] or "").split("、"):
                kind = _LEAD.sub("", kinds)
                of_kind = [panel for panel in panels if panel.title.endswith(kind[-2:])]
                if len(of_kind) == told:
                    right += 1
                elif told and of_kind:
                    listed = APART_PARTS(count=len(of_kind), unit=f"个{kind}{_PANEL}")
                    place = (of_kind[-1].start, of_kind[-1].end)
                    slips.append(_conflict(first, place, passage.span(*found.span()), found[0], listed, document))
                    break
        if right or len(slips) == 1:
            # Where no kind is borne out, the titles do not tell the kinds.
            yield from slips


def _conflict(
    first: Reading, there: tuple[int, int], here: tuple[int, int], words: str, listed: Message, document: Message
) -> Conflict:
    message = APART_COUNT(words=words, listed=listed, document=document)
    return Conflict("counts_apart", *here, places=(Place("document", *there, listed.text(), first),), message=message)
