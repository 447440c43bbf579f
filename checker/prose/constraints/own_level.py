"""Words for the text's own area and government that belong to another level: 全省上下 in a city's plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.reading.frame import Frame
from checker.prose.reading.passages import Passage

_SIGN = "[国省市县区州盟旗]"
_PATTERNS = (
    re.compile(rf"全(?P<sign>{_SIGN})(?P<all>上下)"),
    re.compile(rf"全(?P<sign>{_SIGN})(?:各级各部门|各级党组织|广大党员|党员干部|干部群众|各族人民|人民)"),
    re.compile(r"我(?:们)?代表(?:(?P<sign>[省市县州盟旗]|自治区|区)(?:人民)?政府|(?P<state>国务院))(?P<all>)"),
    re.compile(rf"在(?P<sign>{_SIGN})委(?:、(?:{_SIGN})政府)?的?(?:坚强|正确)领导下"),
    re.compile(rf"(?:提请|提交|经|报)(?P<sign>{_SIGN})(?:人大|人民代表大会)(?:常委会)?(?:审查|审议|批准)"),
)
_HEIGHTS = {"国": 0, "省": 1, "市": 2, "州": 2, "盟": 2, "县": 3, "区": 3, "旗": 3}
_LEVELS = {"national": 0, "province": 1, "city": 2, "county": 3, "zone": 3}
#: A text that calls its own area by its sign so often surely does.
_OFTEN = 3


class LevelSlip(Struct, frozen=True):
    """Words of another level: where, what they say, and the sign that the text uses of itself."""

    start: int
    end: int
    words: str
    sign: str


def find_level_slips(passages: Sequence[Passage], frame: Frame) -> Iterator[LevelSlip]:
    """The slips of a text that tells its level; what an upper level does is told rightly, but not as all of oneself."""
    sign = frame.sign
    if not sign or frame.level not in _LEVELS:
        return
    if sign != "国" and sum(one.text.count(f"全{sign}") for one in passages) < _OFTEN:
        return
    height = _LEVELS[frame.level]
    for passage in passages:
        if "全" not in passage.text and "代表" not in passage.text and "领导下" not in passage.text:
            continue
        for pattern in _PATTERNS:
            for found in pattern.finditer(passage.text):
                said = "国" if found.groupdict().get("state") else found["sign"].removeprefix("自治")
                lower = _HEIGHTS[said] > max(height, _HEIGHTS[sign] if sign != "国" else 0)
                if said != sign and (lower or "all" in found.groupdict()):
                    yield LevelSlip(*passage.span(*found.span()), found[0], sign)
