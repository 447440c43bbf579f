"""What running text tells of a table that lists things: how many, of what investment, from when to when, by what name.

A sentence speaks of a table where it points at it (见专栏6), where it counts what the table's title names, or where it
names one of the things listed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Sequence
from difflib import SequenceMatcher
from fractions import Fraction

from msgspec import Struct

from checker.messages import Message
from checker.messages.registers import (
    REGISTER_TEXT_COUNT,
    REGISTER_TEXT_NAME,
    REGISTER_TEXT_VALUE,
    REGISTER_TEXT_YEAR,
)
from checker.prose.constraints.conflict import Conflict, Place
from checker.prose.constraints.registers import is_broken
from checker.prose.document import BlockKind
from checker.prose.reading import Reading
from checker.prose.reading.registers import Amount, Register, RegisterRow, sums_up
from checker.prose.reading.word_sets import WordSet
from checker.quantity import parse_numeral, parse_unit

_N = "[0-9]{1,4}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]"
_MONEY = r"(?P<sum>[0-9]+(?:\.[0-9]+)?)(?P<unit>万?亿元|万元)(?!/)"
_INVESTED = re.compile(
    rf"(?<!完成)(?<!已)(?<!年度)(?<!今年)(?<!当年)(?<!年计划)(?P<all>总)?投资(?:额|总额|规模|概算|估算)?(?P<about>[为达共计]*约?){_MONEY}"
)
_RIGHT_BEHIND = re.compile(rf"[，（]?(?P<all>)(?P<about>[为达共]?约?){_MONEY}")
_BEGUN = re.compile(
    "(?P<year>20[0-9]{2})年(?:[上下]半年|[0-9]{1,2}月|年?[初中底])?[前内]?(?:全面|正式)?(?:开工|动工|启动建设|开建)"
)
_ENDED = re.compile(
    "(?P<year>20[0-9]{2})年(?:[上下]半年|[0-9]{1,2}月|年?[初中底末])?[前内]?(?:全面|基本|正式|全线)?"
    "(?:建成|投用|投产|竣工|完工|通车|投运|启用|交付|完成建设)"
)
_ONLY_A_PART = re.compile("[一二三首]期|起步区|先行|主体|部分|试运行|[一二三]阶段")
_THINGS = "项目|工程|任务|平台|事项|企业|园区"
_COUNTED = re.compile(
    rf"(?P<n>{_N})[个项](?P<noun>[\u4e00-\u9fff“”]{{0,10}}?(?:{_THINGS}))(?!名称|总)"
    rf"|(?P<name>[\u4e00-\u9fff“”]{{2,12}}(?:{_THINGS}))(?:一?共|共有|有)?(?P<m>{_N})[个项]"
)
_LABEL = re.compile(r"(?:专栏|附?表)\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})|附表")
#: What any project may be called: by itself it names no table.
_COMMON = re.compile(
    "^(?:重大|重点|主要|建设|省级|市级|国家级|产业|其他|上述|这些|一批|以上)*(?:建设)?(?:项目|工程|任务|平台|事项|企业|园区)$"
)
_OTHER_PLAN = re.compile('[“"]?十[一二三四]五[”"]?(?:时期|期间|以来|规划|末)?')
_SHORTEST, _REACH = 4, 70
_LONG_NAME = 5
_NEAR, _LEAST = 4, 2
_ROUNDED = Fraction(1, 20)
_FARTHEST = 2
_WAYS = frozenset("东西南北中上下新老前后左右")
_NUMERALS = re.compile("[0-9一二三四五六七八九十]")
_ALIKE, _LONGEST_CHANGE = 0.6, 4


#: Where a passage begins in the flow, and its text.
Line = tuple[int, str]
#: By name the passages that name it, each with where the name ends in it.
Named = dict[str, list[tuple[int, int, str]]]


class _Of(Struct, eq=False):
    """A register, the reading that it stands in, and that whose text is held against it."""

    register: Register
    where: Reading
    reading: Reading

    @property
    def foreign(self) -> Reading | None:
        """The other document, where it is one."""
        return self.where if self.where is not self.reading else None

    def conflict(self, kind: str, start: int, end: int, message: Message, there: tuple[int, int, str]) -> Conflict:
        """A conflict at `start` to `end` of the flow of the text."""
        role = "document" if self.foreign is not None else "listed" if _NUMERALS.search(there[2]) else "line"
        place = Place(role, *there, self.foreign)
        return Conflict(kind, *self.reading.mentions.flow.span(start, end), places=(place,), message=message)


def find_register_text(reading: Reading) -> Iterator[Conflict]:
    """What the text says otherwise than its own tables."""
    yield from find_register_against(reading, reading)


def find_register_against(first: Reading, second: Reading) -> Iterator[Conflict]:
    """What the text of `second` says otherwise than the tables of `first` that list things."""
    if not first.registers:
        return
    prose = _prose(second)
    everywhere = _named(first.registers, prose)
    for register in first.registers:
        of = _Of(register, first, second)
        named = {row.name: everywhere[row.name] for row in register.items if row.name in everywhere}
        yield from _rows(of, named)
        yield from _names(of, prose, named)
        yield from _wholes(of, prose)


def _prose(reading: Reading) -> list[Line]:
    """The running text: the passages with where they begin in the flow, but those within tables."""
    tables = [grid for grid in reading.grids if len(grid.sheet.rows[0]) > 1]
    inside = {number for grid in tables for number in range(grid.first, grid.last + 1)}
    flow = reading.mentions.flow
    kinds = (BlockKind.HEADING,)
    return [
        (start, text)
        for (start, text), passage in zip(flow.lines(), flow.passages, strict=True)
        if passage.first not in inside and passage.kind not in kinds
    ]


def _named(registers: Sequence[Register], prose: Sequence[Line]) -> Named:
    """Where the things listed are named: for each name the passage, and where the name ends in it."""
    found: Named = {row.name: [] for one in registers for row in one.items if len(row.name) >= _SHORTEST}
    names = WordSet(found)
    for start, text in prose:
        for at, name in names.find_all(text):
            found[name].append((start, at + len(name), text))
    return found


# ---- one thing listed


def _rows(of: _Of, named: Named) -> Iterator[Conflict]:
    names, longest = WordSet(named), max(map(len, named), default=0)
    for row in of.register.items:
        if not row.number and row.years is None:
            continue  # 铁路, 公路: what the text says of these is rarely of the table.
        for start, end, text in named.get(row.name, ()):
            stop = min((cut for mark in "。；\n" if (cut := text.find(mark, end)) >= 0), default=len(text))
            behind = text[end : min(stop, end + _REACH + longest)]
            other = next((at for at, name in names.find_all(behind) if name not in row.name), _REACH)
            words = behind[: min(other, _REACH)]
            yield from _amounts(of, row, start + end, words)
            yield from _years(of, row, start + end, words)


def _amounts(of: _Of, row: RegisterRow, at: int, words: str) -> Iterator[Conflict]:
    found = _RIGHT_BEHIND.match(words) or _INVESTED.search(words)
    if found is None:
        return
    cells = _money(of.register, row)
    if found["all"] and any("总" in of.register.heads[column] for column in cells):
        cells = {column: cell for column, cell in cells.items() if "总" in of.register.heads[column]}
    if not cells or any(_agrees(found, _unit(of.register, column, cell), cell) for column, cell in cells.items()):
        return
    column, cell = next(iter(cells.items()))
    yield _of_value(of, row.name, found, at, column, cell)


def _of_value(of: _Of, name: str, found: re.Match[str], at: int, column: int, cell: Amount) -> Conflict:
    unit = _unit(of.register, column, cell)
    other = cell.words if cell.words.endswith(unit) else cell.words + unit
    value = found["sum"] + found["unit"]
    message = REGISTER_TEXT_VALUE(name=name or "合计", value=value, head=of.register.heads[column], other=other)
    start, end = at + found.start("sum"), at + found.end("unit")
    return of.conflict("table_text", start, end, message, (cell.start, cell.end, other))


def _money(register: Register, row: RegisterRow) -> dict[int, Amount]:
    return {column: cell for column, cell in row.amounts.items() if "元" in _unit(register, column, cell)}


def _unit(register: Register, column: int, cell: Amount) -> str:
    return re.sub(r"^[^\u4e00-\u9fff%]*", "", cell.words) or register.units[column]


def _agrees(found: re.Match[str], unit: str, cell: Amount) -> bool:
    """Whether the sum in the text is that of the cell, rounded as it is."""
    told, own = parse_unit(found["unit"]), parse_unit(unit)
    if told is None or own is None:
        return True
    digits = found["sum"].partition(".")[2]
    value, room = Fraction(found["sum"]) * told.factor, Fraction(1, 10 ** len(digits)) * told.factor / 2
    gap = abs(value - cell.value * own.factor)
    return gap < room or (gap <= value * _ROUNDED and "约" in found["about"])


def _years(of: _Of, row: RegisterRow, at: int, words: str) -> Iterator[Conflict]:
    if row.years is None or _ONLY_A_PART.search(words):
        return
    for pattern, year in ((_BEGUN, row.years[0]), (_ENDED, row.years[1])):
        found = pattern.search(words)
        if found is not None and int(found["year"]) != year:
            first, last = row.years
            message = REGISTER_TEXT_YEAR(name=row.name, value=found[0], first=first, last=last)
            there = (*row.years_at, f"{first}—{last}")
            yield of.conflict("table_text", at + found.start(), at + found.end(), message, there)


# ---- names


def _names(of: _Of, prose: Sequence[Line], named: Named) -> Iterator[Conflict]:
    """Names that the text never has, where it has one that differs from them by a word."""
    rows = {row.name: row for row in of.register.items if row.name in named}
    lost = [name for name, places in named.items() if not places and len(name) >= _LONG_NAME]
    heads, tails = _holding({name[:2] for name in lost}, prose), _holding({name[-3:] for name in lost}, prose)
    for name in lost:
        near = _near(name, name[:2], name[-2:], heads[name[:2]], rows)
        near = near or _near(name, name[:1], name[-3:], tails[name[-3:]], rows)
        if len({words for words, _ in near}) == 1:
            words, start = near[0]
            message = REGISTER_TEXT_NAME(words=words, name=name)
            there = (rows[name].start, rows[name].end, name)
            yield of.conflict("table_text", start, start + len(words), message, there)


def _holding(words: Collection[str], prose: Sequence[Line]) -> dict[str, list[Line]]:
    """For each word the passages that hold it."""
    found: dict[str, list[Line]] = {word: [] for word in words}
    known = WordSet(words)
    for passage in prose:
        for word in {word for _, word in known.find_all(passage[1])}:
            found[word].append(passage)
    return found


def _near(name: str, head: str, tail: str, passages: Sequence[Line], others: Container[str]) -> list[tuple[str, int]]:
    """The forms in these passages that begin and end as the name does and have another word between."""
    found: list[tuple[str, int]] = []
    for start, text in passages:
        at = text.find(head)
        while at >= 0:
            for size in (len(name), len(name) - 1, len(name) + 1):
                words = text[at : at + size]
                if words.endswith(tail) and words not in others and _is_changed(name, words):
                    found.append((words, start + at))
                    break
            at = text.find(head, at + 1)
    return found


def _is_changed(name: str, words: str) -> bool:
    """Whether one word stands in place of another, not a numeral or a quarter for another."""
    if not all("\u4e00" <= sign <= "\u9fff" for sign in words):
        return False
    matcher = SequenceMatcher(None, name, words, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return False
    changed = [(name[a:b], words[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    gone, come = "".join(one for one, _ in changed), "".join(other for _, other in changed)
    if not gone or not come or max(len(gone), len(come)) > _LONGEST_CHANGE or set(gone) <= set(come):
        return False
    return not (_NUMERALS.search(gone) or (set(gone) <= _WAYS and set(come) <= _WAYS))


# ---- the whole


class _Counts(Struct, eq=False):
    """How many a table lists, in all and of each class, with the row that tells it, if one does."""

    whole: int
    total: RegisterRow | None
    classes: dict[str, tuple[int, RegisterRow | None]]


def _counts_of(register: Register) -> _Counts:
    column = next(
        (at for at, unit in register.units.items() if unit in ("个", "项") and at in set(sums_up(register))), None
    )
    if column is not None:
        rows = {row.name: (int(row.amounts[column].value), row) for row in register.items if column in row.amounts}
        told = register.total.amounts.get(column) if register.total is not None else None
        whole = int(told.value) if told is not None else sum(count for count, _ in rows.values())
        return _Counts(whole, register.total, dict(rows))
    classes: dict[str, tuple[int, RegisterRow | None]] = {
        re.sub(r"类?[（(].*$|类$", "", line.name): (len(items), line)
        for line, items in register.groups
        if line.kind == "class"
    }
    if not classes:
        for row in register.items:
            if row.group:
                name = row.group.removesuffix("类")
                classes[name] = classes.get(name, (0, None))[0] + 1, None
    return _Counts(len(register.items), register.total, classes)


def _wholes(of: _Of, prose: Sequence[Line]) -> Iterator[Conflict]:
    """Counts of what the table lists, and the investment told behind them."""
    if is_broken(of.register):
        return
    counts = _counts_of(of.register)
    label = _LABEL.match(of.register.grid.above.strip())
    title = _title(of.register)
    if not title:
        return
    for start, text in prose:
        if not any(word in text for word in _THINGS.split("|")):
            continue
        for begin, end in _sentences(text):
            if _OTHER_PLAN.search(text, begin, end) and not _OTHER_PLAN.search(title):
                continue
            points = label is not None and of.foreign is None and label[0] in text[begin:end]
            yield from _whole(of, counts, (start, text, begin, end), title, points=points)


def _title(register: Register) -> str:
    words = _LABEL.sub("", register.grid.above.strip(), count=1).strip(" 　：:")
    return "" if len(words) > 40 or "。" in words else words


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for found in re.finditer("[。；\n]|$", text):
        if found.start() > begin:
            yield begin, found.start()
        begin = found.end()


def _whole(
    of: _Of, counts: _Counts, sentence: tuple[int, str, int, int], title: str, *, points: bool
) -> Iterator[Conflict]:
    start, text, begin, end = sentence
    found = [
        one for one in _COUNTED.finditer(text, begin, end) if _is_of(one["noun"] or one["name"], title, points=points)
    ]
    for at, one in enumerate(found):
        count = int(parse_numeral(one["n"] or one["m"]) or 0)
        if abs(count - counts.whole) > max(_LEAST, counts.whole // _NEAR):
            continue
        stop = found[at + 1].start() if at + 1 < len(found) else end
        if count != counts.whole:
            first, last = of.register.items[0], of.register.items[-1]
            message = REGISTER_TEXT_COUNT(words=one[0], listed=counts.whole)
            there = (first.start, last.end, str(counts.whole))
            if counts.total is not None:
                there = (counts.total.start, counts.total.end, str(counts.whole))
            yield of.conflict("table_count", start + one.start(), start + one.end(), message, there)
        elif counts.total is not None:
            yield from _total_amount(of, counts.total, start, text, one.end(), stop)
        yield from _classes(of, counts, (start, text, one.end(), stop))


def _is_of(noun: str, title: str, *, points: bool) -> bool:
    """Whether a counted noun is what the title of the table names; a common one only where a sentence points at it."""
    bare = noun.strip("“”")
    if not _in_order(bare, title):
        return points and _COMMON.match(bare) is not None
    return points or not _COMMON.match(bare) or title.endswith(bare)


def _in_order(words: str, title: str) -> bool:
    """Whether the signs of `words` stand in `title` in their order."""
    signs = iter(title)
    return all(sign in signs for sign in words)


def _total_amount(of: _Of, row: RegisterRow, start: int, text: str, begin: int, end: int) -> Iterator[Conflict]:
    found = _INVESTED.search(text, begin, min(end, begin + _REACH))
    cells = _money(of.register, row)
    if found is None or not cells:
        return
    if any(_agrees(found, _unit(of.register, column, cell), cell) for column, cell in cells.items()):
        return
    column, cell = next(iter(cells.items()))
    if _is_near(found, _unit(of.register, column, cell), cell):
        yield _of_value(of, row.name, found, start, column, cell)


def _is_near(found: re.Match[str], unit: str, cell: Amount) -> bool:
    told, own = parse_unit(found["unit"]), parse_unit(unit)
    if told is None or own is None:
        return False
    left, right = Fraction(found["sum"]) * told.factor, cell.value * own.factor
    return left <= right * _FARTHEST and right <= left * _FARTHEST


def _classes(of: _Of, counts: _Counts, sentence: tuple[int, str, int, int]) -> Iterator[Conflict]:
    """产业类4项168亿元、基础设施类4项284亿元: counts and sums of classes, where most of them agree."""
    start, text, begin, end = sentence
    slips: list[Conflict] = []
    right = 0
    for name, (count, row) in counts.classes.items():
        pattern = re.compile(
            rf"{re.escape(name)}类?(?:重大|重点)*(?:项目|工程)?(?:共|有)?(?P<n>{_N})[个项]"
            rf"(?:[、，（]?(?:计划|总)?(?:投资)?(?P<about>[为共]?约?){_MONEY})?"
        )
        found = pattern.search(text, begin, end)
        if found is None:
            continue
        if int(parse_numeral(found["n"]) or 0) != count:
            there = (row.start, row.end, str(count)) if row is not None else _ends(of.register)
            message = REGISTER_TEXT_COUNT(words=found[0], listed=count)
            slips.append(of.conflict("table_count", start + found.start(), start + found.end(), message, there))
            continue
        right += 1
        cells = _money(of.register, row) if row is not None and found["sum"] else {}
        if cells and not any(_agrees(found, _unit(of.register, at, cell), cell) for at, cell in cells.items()):
            at, cell = next(iter(cells.items()))
            slips.append(_of_value(of, name, found, start, at, cell))
    if right > len(slips):
        yield from slips


def _ends(register: Register) -> tuple[int, int, str]:
    first, last = register.items[0], register.items[-1]
    return first.start, last.end, ""
