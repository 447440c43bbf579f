"""Series of numbers that break: one left out, told twice, out of order, or in another form than its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.prose.reading.series import Numbered, Series, rank_of

#: A form that begins with one in so many places begins so everywhere.
_ALWAYS = 3
_BEGIN_WITH_ONE = ("节", "一、", "（一）", "1.1", "1.1.1")


class NumberSlip(Struct, frozen=True):
    """A number that does not follow: where it stands, its words, what would follow, and the number before it."""

    start: int
    end: int
    words: str
    wanted: str
    before: tuple[int, int] | None


def find_number_slips(series: Sequence[Series]) -> Iterator[NumberSlip]:
    """The slips of all series, each once; one written in a wrong form is no slip of the series it strays into."""
    strayed = list(_strayed(series))
    told = {slip.start for slip, _ in strayed}
    gaps = {id(item) for _, item in strayed}
    yield from (slip for slip, _ in strayed)
    for one in series:
        for before, item, wanted in _breaks(one):
            if item.start not in told and id(item) not in gaps:
                place = (before.start, before.end) if before is not None else None
                yield NumberSlip(item.start, item.end, item.words, rewritten(item, wanted), place)


def _breaks(series: Series) -> Iterator[tuple[Numbered | None, Numbered, int]]:
    """Each item that does not follow the one before it, with that one and the number that would."""
    items = series.items
    first = items[0]
    if first.number == 2 and len(items) > 1 and _begins_with_one(series):
        yield None, first, 1
    expected = first.number + 1
    for at in range(1, len(items)):
        item = items[at]
        after = items[at + 1].number if at + 1 < len(items) else 0
        if item.number != expected:
            yield items[at - 1], item, expected
            # One wrong number in a series that goes on (一、二、二、四) is one slip, and so is one left out.
            expected = expected if after == expected + 1 else item.number
        expected += 1


def _begins_with_one(series: Series) -> bool:
    return not series.line or (series.form in _BEGIN_WITH_ONE and series.anew >= _ALWAYS)


def _strayed(series: Sequence[Series]) -> Iterator[tuple[NumberSlip, Numbered]]:
    """Items whose number is missing in the series around them, and which have no place in one of their own form.

    （一）, （二）, 三、, （四）: with the slip the item behind it, which follows the strayed one.
    """
    lines = sorted((item for one in series if one.line for item in one.items), key=lambda item: item.start)
    nearby = _neighbours(lines)
    for at in range(1, len(lines) - 1):
        before, item, after = lines[at - 1], lines[at], lines[at + 1]
        if (
            before.form == after.form != item.form
            and before.stem == after.stem
            and before.number + 1 == item.number == after.number - 1
            and before.heading == item.heading == after.heading
            and rank_of(item.form) is not None
            and not any(abs(one.number - item.number) == 1 for one in nearby[at])
        ):
            wanted = rewritten(before, item.number)
            yield NumberSlip(item.start, item.end, item.words, wanted, (before.start, before.end)), after


def _neighbours(lines: Sequence[Numbered]) -> list[list[Numbered]]:
    """For each number those of its own form right before and behind it."""
    found: list[list[Numbered]] = [[] for _ in lines]
    last: dict[str, int] = {}
    for at, item in enumerate(lines):
        if item.form in last:
            found[at].append(lines[last[item.form]])
            found[last[item.form]].append(item)
        last[item.form] = at
    return found


def rewritten(item: Numbered, number: int) -> str:
    """The words of the item with another number, in the digits that it is written in."""
    if item.form.startswith("①"):
        return chr(ord("①") + number - 1) if number <= 20 else str(number)
    if item.form == "Ⅰ":
        return chr(ord("Ⅰ") + number - 1) if number <= 12 else str(number)
    if item.stem:
        return f"{item.stem}.{number}"
    for digits, written in ((_CHINESE, _in_chinese(number)), ("0123456789", str(number))):
        numeral = "".join(sign for sign in item.words if sign in digits)
        if numeral:
            return item.words.replace(numeral, written, 1)
    return str(number)


_CHINESE = "〇零一二三四五六七八九十百"


def _in_chinese(number: int) -> str:
    """一百〇二 and below a thousand."""
    ones = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, one = divmod(rest, 10)
    words = f"{ones[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else ones[tens]) + "十"
    elif hundreds and one:
        words += "零"
    return words + (ones[one] if one else "")
