"""The tables that list things: projects with content, investment and years, fields with counts and sums.

An indicator table is no register. A register is told by what stands in its columns: one of names, and one of numbers,
years or content. Lines over it or in it tell sums: 合计 of all rows, 小计 or a line of its own (一、产业类（4项）) of
some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct, field

from checker.prose.reading.grids import Grid
from checker.prose.xlsx import Cell
from checker.quantity import parse_numeral, parse_unit

_NUMBER = re.compile(
    r"约?[\[［〔]?(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)[\]］〕]?"
    r"(?P<unit>[\u4e00-\u9fff%/]{0,6})"
)
_YEARS = re.compile(
    r"(?P<first>(?:19|20)[0-9]{2})年?(?:\s*[—–\-~～至―－]{1,2}\s*(?P<last>(?:19|20)[0-9]{2})年?)?(?:[^0-9]{0,4})"
)
_UNIT = re.compile(r"[（(](?:单位[：:])?(?P<unit>[^（）()]{1,8})[）)]")
_UNIT_ABOVE = re.compile(r"单位[：:](?P<unit>[\u4e00-\u9fff]{1,6})")
_HEAD_NUMBER = re.compile("序号|编号|^序$|^号$")
_HEAD_NAME = re.compile("项目(?:名称)?$|名称|工程$|平台$|事项$")
_HEAD_CLASS = re.compile("类[别型]|领域|类$|行业|方面|分类|片区|所属")
_HEAD_CONTENT = re.compile("内容|规模|举措|任务$")
_HEAD_YEARS = re.compile("年限|起止|建设期|时间|年份|工期|周期|年度")
#: What no rows add up to.
_NO_SUM = re.compile("%|率|比重|占比|比例|增速|强度|人均|平均|排名|位次")
_TOTAL = re.compile("(?:合|总)\\s*计|总[　 ]*数$|^总投资$")
_SUBTOTAL = re.compile("小\\s*计")
_OF_WHOLE = re.compile("其中")
_COUNT = re.compile(
    r"[（(](?:共)?(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3})[项个类][）)]|(?<=[计类程])(?P<more>[0-9]{1,3})[项个]$"
)
_INNER = re.compile(r"[0-9]+[.\-][0-9]+|[（(][0-9]+[）)]")
_SERIES = re.compile("[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]")
_MOSTLY = 0.6
_DASH = re.compile("[—–\\-－／/]+|0|无")
_FEWEST, _NARROWEST = 4, 2
_TOP = 3


class Amount(Struct, eq=False):
    """The number in a cell, how fine it is told, and where it stands in the source."""

    value: Fraction
    step: Fraction
    words: str
    start: int
    end: int


class RegisterRow(Struct, eq=False):
    """One row: `kind` is item, class (a line over the items that it sums up), subtotal (below them) or total.

    `content` says what is done; `amounts` are its numbers by column, `unknown` the columns whose cells hold neither a
    number nor a dash, `years` what it tells as its time; `told` is the number of items that the row says there are,
    None where it says none.
    """

    kind: str
    name: str
    start: int
    end: int
    number: str = ""
    group: str = ""
    content: str = ""
    told: int | None = None
    amounts: dict[int, Amount] = field(default_factory=dict)
    unknown: list[int] = field(default_factory=list)
    years: tuple[int, int] | None = None
    years_at: tuple[int, int] = (0, 0)

    @property
    def is_item(self) -> bool:
        """Whether it is one of the things listed."""
        return self.kind == "item"


class Register(Struct, eq=False):
    """A table that lists things; `heads` and `units` are those of its columns of numbers.

    `groups` are the lines that sum up some rows, each with these.
    """

    grid: Grid
    heads: dict[int, str]
    units: dict[int, str]
    rows: list[RegisterRow] = field(default_factory=list)
    groups: list[tuple[RegisterRow, list[RegisterRow]]] = field(default_factory=list)

    @property
    def items(self) -> list[RegisterRow]:
        """The things listed."""
        return [row for row in self.rows if row.is_item]

    @property
    def total(self) -> RegisterRow | None:
        """The row that sums up all."""
        found = [row for row in self.rows if row.kind == "total"]
        return found[0] if len(found) == 1 else None


class _Columns(Struct, eq=False):
    heads: list[str]
    name: int
    number: int | None
    group: int | None
    content: int | None
    years: int | None
    amounts: list[int]


def find_registers(grids: Sequence[Grid]) -> list[Register]:
    """The registers among `grids`, which are no tables of indicators."""
    return [made for grid in grids if (made := _register(grid)) is not None]


def _register(grid: Grid) -> Register | None:
    rows = grid.sheet.rows
    if len(rows) < _FEWEST or len(rows[0]) < _NARROWEST:
        return None
    body = _body(rows)
    columns = _columns(rows, body) if body else None
    if columns is None:
        return None
    above = _UNIT_ABOVE.search(grid.above)
    register = Register(grid, {at: columns.heads[at] for at in columns.amounts}, {})
    for at in columns.amounts:
        found = _UNIT.search(columns.heads[at])
        register.units[at] = found["unit"] if found is not None else above["unit"] if above is not None else ""
    register.rows = [row for line in rows[body:] if (row := _row(line, columns, grid)) is not None]
    if len(register.items) < _FEWEST - 1:
        return None
    register.groups = _groups(register.rows)
    return register


def _body(rows: Sequence[Sequence[Cell]]) -> int:
    """The first row that holds numbers; 0 where the heads are not plain words."""
    for at, row in enumerate(rows[: _TOP + 1]):
        told = [cell.text for cell in row if cell.is_origin and cell.text]
        if any(_NUMBER.fullmatch(text) for text in told):
            return at
    return 0


def _columns(rows: Sequence[Sequence[Cell]], body: int) -> _Columns | None:
    heads = ["".join(dict.fromkeys("".join(row[at].text.split()) for row in rows[:body])) for at in range(len(rows[0]))]
    lines = rows[body:]
    number = next((at for at, head in enumerate(heads) if _HEAD_NUMBER.search(head)), None)
    years = next((at for at, head in enumerate(heads) if _HEAD_YEARS.search(head) and _holds(lines, at, _YEARS)), None)
    amounts = [
        at
        for at, head in enumerate(heads)
        if head and at not in (number, years) and _holds(lines, at, _NUMBER) and not _holds(lines, at, _YEARS)
    ]
    others = [at for at in range(len(heads)) if at not in (number, years, *amounts) and _is_of_words(lines, at)]
    named = [at for at in others if _HEAD_NAME.search(heads[at]) and not _HEAD_CLASS.search(heads[at])]
    content = next((at for at in others if at not in named[:1] and _HEAD_CONTENT.search(heads[at])), None)
    if not others or (not amounts and years is None and (not named or content is None)):
        return None
    name = named[0] if named else others[0]
    group = next((at for at in others if at != name and _HEAD_CLASS.search(heads[at])), None)
    if any(name > at for at in (*amounts, years, content) if at is not None):
        return None
    return _Columns(heads, name, number, group, content, years, amounts)


def _holds(lines: Sequence[Sequence[Cell]], at: int, pattern: re.Pattern[str]) -> bool:
    told = [text for line in lines if (text := "".join(line[at].text.split())) and not _is_blank(text)]
    return bool(told) and sum(pattern.fullmatch(text) is not None for text in told) >= _MOSTLY * len(told)


def _is_blank(text: str) -> bool:
    return not any(map(str.isalnum, text))


def _is_of_words(lines: Sequence[Sequence[Cell]], at: int) -> bool:
    told = [line[at].text for line in lines if line[at].is_origin and line[at].text]
    return len(told) > 1 and sum(re.search("[\u4e00-\u9fff]{2}", text) is not None for text in told) >= _MOSTLY * len(
        told
    )


# ---- rows


def _row(line: Sequence[Cell], columns: _Columns, grid: Grid) -> RegisterRow | None:
    cell = line[columns.name]
    number = "".join(line[columns.number].text.split()) if columns.number is not None else ""
    name = "".join(cell.text.split())
    lead = next((text for each in line[: columns.name] if (text := "".join(each.text.split()))), "")
    words = name or lead
    spans = grid.places.get(cell.origin) or next(
        (grid.places[each.origin] for each in line if each.origin in grid.places), None
    )
    if not words or not spans:
        return None
    told = _COUNT.search(words)
    row = RegisterRow(_kind(lead, name, number, columns), name, spans[0][0], spans[-1][1], number)
    row.told = int(parse_numeral(told["count"] or told["more"]) or 0) if told is not None else None
    row.group = "".join(line[columns.group].text.split()) if columns.group is not None else ""
    row.content = line[columns.content].text.strip() if columns.content is not None else ""
    for at in columns.amounts:
        amount = _amount(line[at], grid)
        if amount is not None:
            row.amounts[at] = amount
        elif not _DASH.fullmatch("".join(line[at].text.split())):
            row.unknown.append(at)
    if columns.years is not None:
        found = _YEARS.fullmatch("".join(line[columns.years].text.split()))
        places = grid.places.get(line[columns.years].origin)
        if found is not None and places:
            row.years = int(found["first"]), int(found["last"] or found["first"])
            row.years_at = places[0][0], places[-1][1]
    return row


def _kind(lead: str, name: str, number: str, columns: _Columns) -> str:
    for words in (name, lead):
        if _SUBTOTAL.search(words):
            return "subtotal"
        if _TOTAL.match(words):
            return "total"
    if _OF_WHOLE.match(name):
        return "part"
    if columns.number is None:
        return "class" if _SERIES.match(name) or _COUNT.search(name) else "item"
    return "item" if number.isdigit() else "part" if _INNER.fullmatch(number) else "class"


def _amount(cell: Cell, grid: Grid) -> Amount | None:
    text = "".join(cell.text.split())
    found = _NUMBER.fullmatch(text)
    spans = grid.places.get(cell.origin)
    if found is None or not spans or not cell.is_origin or (found["unit"] and parse_unit(found["unit"]) is None):
        return None
    digits = found["number"].replace(",", "")
    decimals = len(digits.partition(".")[2])
    return Amount(Fraction(digits), Fraction(1, 10**decimals), text, spans[0][0], spans[-1][1])


def _groups(rows: Sequence[RegisterRow]) -> list[tuple[RegisterRow, list[RegisterRow]]]:
    """The lines that sum up some rows with these: those below a class, those above a subtotal."""
    made: list[tuple[RegisterRow, list[RegisterRow]]] = []
    since: list[RegisterRow] = []
    for row in rows:
        if row.kind == "class":
            since = []
            made.append((row, since))
        elif row.kind == "subtotal":
            made.append((row, since))
            since = []
        elif row.kind == "total":
            since = []
        elif row.is_item:
            since.append(row)
    return [(line, items) for line, items in made if items]


def sums_up(register: Register) -> Iterator[int]:
    """The columns whose numbers can be added."""
    return (at for at, head in register.heads.items() if not _NO_SUM.search(head))
