"""What the running text says of an indicator, against its row of the indicator table.

The table is what the text is held against: a target is told in it once, and the text repeats it. So targets are
compared as they are written, 超过6000 against 6500 too; what has been reached, as it is rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from checker.messages import Message
from checker.messages.tables import (
    TABLE_TEXT_BOUND,
    TABLE_TEXT_NAME,
    TABLE_TEXT_SUM,
    TABLE_TEXT_UNIT,
    TABLE_TEXT_VALUE,
    TABLE_TEXT_WAY,
    TABLE_TEXT_YEAR,
    TABLE_TEXT_YEARLY,
)
from checker.prose.constraints.compare import half_step, is_cap, is_floor, range_of, value_of
from checker.prose.constraints.conflict import Conflict, Place, times_of, words_of
from checker.prose.reading import Reading
from checker.prose.reading.rows import Stated
from checker.prose.reading.tables import TableRow
from checker.quantity import Comparator, UnitKind
from checker.statement import Measure, Origin

_AIMS = ("target", "striving")
_LEVELS = (Measure.LEVEL, Measure.SHARE, Measure.CUMULATIVE, Measure.RANK)
#: Words of which one in place of another makes another indicator of the same figure.
_OTHER_THINGS = (
    (
        *("增加值", "营业收入", "主营业务收入", "总产值", "产值", "销售收入", "销售额", "利润", "利润总额", "投资额"),
        *("交易额", "进出口额", "出口额", "零售额", "产量", "总额"),
    ),
    ("每百人", "每千人", "每万人", "每十万人", "每百户", "每千名", "每万名"),
    ("城镇居民", "农村居民", "城乡居民", "居民"),
    ("常住人口", "户籍人口"),
    ("能源", "一次能源"),
    ("城镇", "农村", "城市"),
    ("执业医师", "注册护士", "医护人员", "执业（助理）医师"),
)
#: Names that tell by themselves of what one the figure is.
_PER_UNIT = re.compile("[亩人户地村均]均|^每|平均每|单位|单产|生产率|产出率|强度")
_SUM_ROOM = Fraction(1, 50)
_LIKE = 3
_LONGEST_WORD = 6
_LEAST_ALIKE = 0.5
_OF_AIMS = re.compile("的(?:目标|任务|水平|要求|增速|速度|预期|总|基础|年)")
#: What stands between the two halves of a name is no end of its first one.
_LINKS = ("占", "的", "与", "和", "及", "比", "每", "、", "中")


class Held(Struct, eq=False):
    """What a row of a table says, ready to be held against the text."""

    reading: Reading
    row: TableRow
    values: list[Stated]


def find_text_slips(reading: Reading) -> Iterator[Conflict]:
    """What the text says otherwise than its own table."""
    return find_slips_against(held_rows(reading), reading)


def held_rows(reading: Reading) -> list[Held]:
    """The rows of the tables of a document; those of one name over several rows are left out."""
    rows = [row for table in reading.tables for row in table.rows]
    keys = [row.key for row in rows]
    return [
        Held(reading, row, [reading.statements[at] for at in row.values]) for row in rows if keys.count(row.key) == 1
    ]


def find_slips_against(held: Sequence[Held], reading: Reading) -> Iterator[Conflict]:
    """What the text of `reading` says otherwise than these rows, once for each of their values."""
    if not held:
        return
    by_key = {one.row.key: one for one in held}
    told: set[tuple[int, int, str]] = set()
    named: set[str] = set()
    loose: list[Stated] = []
    for said in reading.statements:
        if said.table >= 0 or not said.key or said.period_from is Origin.DEFAULT:
            continue
        one = by_key.get(said.key) or _by_end(said, held)
        if one is None:
            loose.append(said)
            continue
        named.add(one.row.key)
        if said.area or said.each or _picks_out(reading, said):
            continue
        found = _against(one, said, reading)
        if found is not None:
            cell, message = found
            mark = (cell.start, cell.end, words_of(reading, said))
            if mark not in told:
                told.add(mark)
                yield _slip(one, cell, said, reading, message)
    unnamed = [one for one in held if one.row.key not in named]
    for said in loose:
        renamed = _renamed(unnamed, said, reading)
        if renamed is not None:
            yield renamed
            unnamed = [one for one in unnamed if one.row.name_at != (renamed.places[0].start, renamed.places[0].end)]


def _picks_out(reading: Reading, said: Stated) -> bool:
    """Whether the figure tells which ones of many are meant: 投入强度超过5%的企业."""
    behind = reading.document.source.text[said.end : said.end + 4]
    return behind.startswith("的") and not _OF_AIMS.match(behind)


def _by_end(said: Stated, held: Sequence[Held]) -> Held | None:
    """The one row whose name ends as the text has it: 城镇化率 for 常住人口城镇化率."""
    if said.vague or said.exact or len(said.key) < _LIKE + 2:
        return None
    found = [one for one in held if one.row.key.endswith(said.key)]
    if len(found) != 1 or found[0].row.key.removesuffix(said.key).endswith(_LINKS) or said.key.startswith(_LINKS):
        return None
    return found[0] if any(_is_near(cell, said) for cell in found[0].values) else None


def _is_near(cell: Stated, said: Stated) -> bool:
    left, right = value_of(cell), value_of(said)
    return left is not None and right is not None and left <= right * 2 and right <= left * 2


def _slip(one: Held, cell: Stated, said: Stated, reading: Reading, message: Message) -> Conflict:
    foreign = one.reading if one.reading is not reading else None
    way = _way(one, cell) if message.template is TABLE_TEXT_WAY else None
    cells = (cell,) if way is None else (cell, way[1])
    places = [Place("cell", each.start, each.end, words_of(one.reading, each), foreign) for each in cells]
    places += times_of(reading, said)
    return Conflict("table_text", said.start, said.end, places=tuple(places), message=message)


# ---- one statement against one row


def _against(one: Held, said: Stated, reading: Reading) -> tuple[Stated, Message] | None:
    alike = [cell for cell in one.values if _is_same_kind(cell, said)]
    for cell in alike:
        said = _in_unit_of(cell, said)
        message = _of_one_time(one, cell, said, reading) if _is_same_time(cell, said) else None
        if message is not None:
            return cell, message
    if any(_is_same_time(cell, said) for cell in alike):
        return None
    for cell in one.values:
        message = _of_other_measure(one, cell, said, reading) or _of_other_year(one, cell, said, reading)
        if message is not None:
            return cell, message
    return None


def _is_same_kind(cell: Stated, said: Stated) -> bool:
    if cell.measure is said.measure:
        return True
    if said.flow == "new" and cell.measure is Measure.LEVEL:
        return False  # 由A增加到B，净增X: what has been added is not what stands there.
    return cell.measure in _LEVELS and said.measure in _LEVELS and cell.first_year == cell.last_year


def _is_same_time(cell: Stated, said: Stated) -> bool:
    if said.last_year is None or cell.last_year != said.last_year:
        return False
    same_start = cell.first_year == said.first_year or (cell.measure is Measure.CHANGE and said.year is not None)
    return same_start and (not cell.tense or (cell.tense in _AIMS) == (said.tense in _AIMS))


def _of_one_time(one: Held, cell: Stated, said: Stated, reading: Reading) -> Message | None:
    words = {"name": one.row.name, "value": words_of(reading, said), "other": words_of(one.reading, cell)}
    if not _same_unit(cell, said):
        same = cell.point is not None and cell.point == said.point
        return TABLE_TEXT_UNIT(**words) if same and _has_unit(cell) and _has_unit(said) else None
    if (is_floor(cell) and is_cap(said)) or (is_cap(cell) and is_floor(said)):
        return TABLE_TEXT_BOUND(**words)
    if _differ(cell, said):
        return TABLE_TEXT_VALUE(time=_time(cell), **words)
    way = _way(one, cell)
    if way is not None and said.rises and said.reaches and said.rises != way[0]:
        return TABLE_TEXT_WAY(base=words_of(one.reading, way[1]), **words)
    return None


def _way(one: Held, cell: Stated) -> tuple[int, Stated] | None:
    """Whether the row goes up or down to `cell`, and from where."""
    base = next((base for base in one.values if base.measure is cell.measure and _before(base, cell)), None)
    if base is None or base.point is None or cell.point is None or base.point == cell.point:
        return None
    return (1 if cell.point > base.point else -1), base


def _before(base: Stated, cell: Stated) -> bool:
    return base.last_year is not None and cell.last_year is not None and base.last_year < cell.last_year


def _differ(cell: Stated, said: Stated) -> bool:
    if said.tense not in _AIMS:
        return range_of(cell).disjoint(range_of(said))
    if Comparator.RANGE in (cell.comparator, said.comparator):
        if cell.comparator is said.comparator:
            return (cell.interval, cell.measured_in) != (said.interval, said.measured_in)
        return range_of(cell).disjoint(range_of(said))
    left, right = value_of(cell), value_of(said)
    if left is None or right is None:
        return False
    if left == right or _rounds_down(said, left, right):
        return False
    if said.modal == "strive" and cell.tense != "striving":
        # 力争达到 tells a second, better value; a worse one is none.
        return said.known is not None and ((right < left) if said.known.direction == "higher" else False)
    return True


def _rounds_down(said: Stated, cell: Fraction, told: Fraction) -> bool:
    """Whether the text says the round figure that the cell is just above: 19.1 is 超过19."""
    return said.comparator in (Comparator.GREATER, Comparator.MORE) and 0 < cell - told < 2 * half_step(said)


def _of_other_measure(one: Held, cell: Stated, said: Stated, reading: Reading) -> Message | None:
    """A sum over the years against a value of each year."""
    pair = {cell.measure, said.measure}
    if pair != {Measure.AVERAGE, Measure.CUMULATIVE} or not _same_unit(cell, said):
        return None
    if said.years is None or cell.years != said.years or said.years < 2 or cell.last_year != said.last_year:
        return None
    yearly, summed = (cell, said) if cell.measure is Measure.AVERAGE else (said, cell)
    if not _sum_is_off(yearly, summed, said.years):
        return None
    words = {"name": one.row.name, "value": words_of(reading, said), "other": words_of(one.reading, cell)}
    return TABLE_TEXT_SUM(**words) if summed is said else TABLE_TEXT_YEARLY(**words)


def _sum_is_off(yearly: Stated, summed: Stated, years: int) -> bool:
    each, whole = range_of(yearly).scale(Fraction(years)), range_of(summed)
    least = min((end for end in (each.low, each.high) if end is not None), default=None)
    if least is None:
        return False
    return each.widen(abs(least) * _SUM_ROOM).disjoint(whole)


def _of_other_year(one: Held, cell: Stated, said: Stated, reading: Reading) -> Message | None:
    """The target of the table told for another year."""
    if said.period_from is not Origin.SAID or said.tense not in _AIMS or cell.tense not in _AIMS:
        return None
    if cell.measure is not Measure.LEVEL or said.measure is not Measure.LEVEL or said.last_year is None:
        return None
    if not _same_unit(cell, said) or cell.point is None or value_of(cell) != value_of(said):
        return None
    if said.last_year == cell.last_year or len(str(cell.point.numerator).rstrip("0")) < 2:
        return None
    return TABLE_TEXT_YEAR(name=one.row.name, value=words_of(reading, said), year=said.last_year, time=cell.last_year)


def _renamed(held: Sequence[Held], said: Stated, reading: Reading) -> Conflict | None:
    """The figure of a row that the text never names, told of what differs from it by one word."""
    for one in held:
        if said.area or said.vague or not _is_other_thing(one.row.key, said.key):
            continue
        for cell in one.values:
            if (
                cell.tense in _AIMS
                and _is_same_time(cell, said)
                and _same_unit(cell, said)
                and cell.point is not None
                and value_of(cell) == value_of(said)
            ):
                message = TABLE_TEXT_NAME(value=words_of(reading, said), words=said.name, name=one.row.name)
                foreign = one.reading if one.reading is not reading else None
                places = (Place("cell", *one.row.name_at, one.row.name, foreign),)
                return Conflict("table_text", said.named_from, said.end, places=places, message=message)
    return None


def _is_other_thing(key: str, said: str) -> bool:
    """Whether one word stands in place of another: of those that make another thing, or any in a long name."""
    if _is_replaced(key, said):
        return True
    for group in _OTHER_THINGS:
        for word in group:
            if word in said and any(said.replace(word, other) == key for other in group if other != word):
                return True
    return False


def _is_replaced(key: str, said: str) -> bool:
    """Whether two long names differ by one short word within, or at an end: 航空旅客吞吐量, 航空货邮吞吐量."""
    least, most = min(len(key), len(said)), max(len(key), len(said))
    front = next((at for at in range(least) if key[at] != said[at]), least)
    back = next((at for at in range(least - front) if key[-1 - at] != said[-1 - at]), least - front)
    replaced = least - front - back
    return replaced >= 2 and most - front - back <= _LONGEST_WORD and front + back >= _LEAST_ALIKE * most


def _same_unit(one: Stated, other: Stated) -> bool:
    left, right = one.measured_in, other.measured_in
    if left is None or right is None:
        return left is right and one.unit == other.unit
    ratios = (UnitKind.RATIO, UnitKind.POINTS)
    return left.dimension == right.dimension or (left.kind in ratios and right.kind in ratios)


def _in_unit_of(cell: Stated, said: Stated) -> Stated:
    """The figure of the text in the unit of the table where its name tells what one of the two leaves out.

    亩均税收 is told in 万元 and in 万元/亩.
    """
    own, other = said.unit.replace("每", "/"), cell.unit.replace("每", "/")
    is_left_out = ("/" in own) is not ("/" in other) and own.split("/")[0] == other.split("/")[0]
    return replace(said, unit=cell.unit) if is_left_out and _PER_UNIT.search(cell.key) else said


def _has_unit(one: Stated) -> bool:
    return one.measured_in is not None


def _time(cell: Stated) -> str:
    return str(cell.last_year) if cell.first_year == cell.last_year else f"{cell.first_year}—{cell.last_year}"
