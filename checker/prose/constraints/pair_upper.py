"""Aims of an outline above that a text cites (落实国家…年均增长7%以上的要求), against that outline."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.messages import Message
from checker.messages.documents import APART_VALUE
from checker.prose.constraints.compare import differ
from checker.prose.constraints.conflict import Conflict, place_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated

_WHO = {
    "national": "国家|全国|国务院|中央",
    "province": "全省|省(?:委|政府|里|级|下达|规划|纲要)|自治区",
    "city": "全市|市(?:委|政府|里|级|下达|规划|纲要)",
}
_TAKES_UP = "落实|对接|对标|衔接|按照|根据|贯彻|承接|完成|服务|执行"
_SETS = "提出|确定|下达|明确|规定|要求"
#: Behind the figure: the aim is somebody's.
_AIM = re.compile("(?:以上|以下|左右|以内)?的?(?:总体|预期|约束性|规划|发展)?(?:要求|目标|任务|部署|指标)")
_MARKS = "，。；：！？\n"
_REACH = 60
_SHORTEST_KEY = 4


def find_cited_apart(first: Reading, second: Reading, document: Message) -> Iterator[Conflict]:
    """Figures that `second` cites as those of `first`, the outline above, and that are not."""
    who = _WHO.get(first.frame.level)
    if who is None:
        return
    cited = re.compile(rf"(?:{_TAKES_UP})[^，。；]{{0,8}}?(?:{who})|(?P<sets>(?:{who})[^，。；]{{0,12}}?(?:{_SETS}))")
    known: dict[str, list[Stated]] = defaultdict(list)
    for row in first.statements:
        if row.key and not row.vague and row.tense != "actual":
            known[row.key].append(row)
    for row in second.statements:
        if row.table >= 0 or not row.key or not _is_cited(second, row, cited):
            continue
        alike = [one for one in _of(row.key, known) if one.measure is row.measure and _same_kind(one, row)]
        if alike and all(differ(one, row) for one in alike):
            said = {"value": words_of(second, row), "other": words_of(first, alike[0])}
            message = APART_VALUE(words=alike[0].name, document=document, **said)
            place = place_of(first, alike[0], "document", foreign=True)
            yield Conflict("upper_apart", row.start, row.end, places=(place,), message=message)


def _is_cited(reading: Reading, row: Stated, cited: re.Pattern[str]) -> bool:
    text = reading.document.source.text
    begin = max(text.rfind(mark, max(row.start - _REACH, 0), row.start) for mark in _MARKS) + 1
    found = cited.search(text, begin, row.start)
    return found is not None and (found["sets"] is not None or _AIM.match(text, row.end) is not None)


def _of(key: str, known: dict[str, list[Stated]]) -> list[Stated]:
    """The rows of the longest name with which the key ends: 国家到2030年研发经费 is that of 研发经费."""
    named = [name for name in known if len(name) >= _SHORTEST_KEY and key.endswith(name)]
    return known[max(named, key=len)] if named else []


def _same_kind(one: Stated, row: Stated) -> bool:
    left, right = one.measured_in, row.measured_in
    return left is not None and right is not None and left.dimension == right.dimension
