"""An aim that is told to go the wrong way: what is to be less, told to rise, or what is to be more, told to fall."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.prose.constraints.compare import is_cap
from checker.prose.constraints.conflict import Conflict, times_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.statement import Measure

#: Names of what nobody wants more of; what is done against it may well grow.
_WORSE = re.compile(
    "超采|撂荒|能耗|水耗|用水量|浓度|失业率|死亡率|死亡人数|事故|发病率|贫困人口|贫困发生率|漏损|流失面积|排放|负债率|不良率|拖欠|返贫"
)
_AGAINST = re.compile(
    "治理|处理|监测|[减降压]|防治|整治|修复|控制|消除|利用|达标|检测|收集|处置|办结|覆盖|查处|能力|投资|资金|增速|率的|许可|交易|标准|产值|增加值|收入|企业"
)
_PER_UNIT = re.compile("(?:万元|单位)[^，。]{0,6}?(?:生产总值|增加值|产值)")
_TURNS = (Measure.CHANGE, Measure.GROWTH)
_AIMS = ("target", "striving")


def find_aims(reading: Reading) -> Iterator[Conflict]:
    """Aims whose verb leads away from what is wanted."""
    for row in reading.statements:
        if row.tense in _AIMS and row.table < 0 and row.measure in _TURNS and _is_against(row):
            said = {"indicator": row.name, "value": words_of(reading, row), "verb": "升" if row.rises > 0 else "降"}
            said["wanted"] = "低" if row.rises > 0 else "高"
            yield Conflict("aim_against", row.start, row.end, said, times_of(reading, row), row.last_year or 0)


def _is_against(row: Stated) -> bool:
    if (
        not row.rises
        or row.reaches
        or row.each
        or row.flow
        or row.sets_out
        or is_cap(row)
        or (row.follows >= 0 and row.vague)
    ):
        return False
    direction = row.known.direction if row.known is not None and row.exact else ""
    if row.rises > 0:
        thing = _PER_UNIT.sub("", row.key)
        is_worse = _WORSE.search(thing) is not None and not _AGAINST.search(thing)
        return is_worse and direction in ("lower", "")
    return direction == "higher" and not row.vague
