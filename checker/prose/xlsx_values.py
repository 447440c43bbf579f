"""What a cell of an .xlsx stores → what a spreadsheet shows: numbers in the decimals of their format, dates as days."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from checker.prose.xlsx_parts import Book, plain_words

#: What stands in a number format beside the digits: literal words, colours, fill characters.
_FORMAT_NOISE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_FORMAT_DIGITS = re.compile(r"[#0?,]*[0#?](?:\.([0#?]+))?")
#: Digits that a spreadsheet keeps; what is beyond comes from binary fractions.
_SIGNIFICANT = 15
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_LONGEST_NUMBER = 60
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a sheet knows no time zone
_LAST_DAY = 2_958_465  # the last day of 9999


def read_value(stored: str, kind: str, style: str, book: Book) -> tuple[str, object] | None:
    """Words as shown and value, of a cell of the type `kind` with the style of number `style`; None for an odd one."""
    stripped = stored.strip()
    match kind:
        case "s":
            known = stripped.isascii() and stripped.isdecimal() and len(stripped) < 9
            found = book.words[int(stripped)] if known and int(stripped) < len(book.words) else None
            return (found.strip(), found) if found is not None else None
        case "inlineStr" | "str":
            text = plain_words(stored)
            return text.strip(), text
        case "e":
            return plain_words(stripped), stripped
        case "b":
            return _truth(stripped)
        case "d":
            return _day(stripped)
        case _:
            return _number(stripped, book.format_of(style), book.from_1904)


def _truth(stored: str) -> tuple[str, object] | None:
    if stored not in ("0", "1", "true", "false"):
        return None
    value = stored in ("1", "true")
    return ("是" if value else "否"), value


def _day(stored: str) -> tuple[str, object] | None:
    found = _DAY.match(stored)
    try:
        return _shown_day(date(int(found[1]), int(found[2]), int(found[3]))) if found else (plain_words(stored), stored)
    except ValueError:
        return None


def _shown_day(day: date) -> tuple[str, object]:
    return f"{day.year}年{day.month}月{day.day}日", day


def _number(stored: str, number_format: str, from_1904: bool) -> tuple[str, object] | None:
    if len(stored) > _LONGEST_NUMBER or not _NUMBER.fullmatch(stored):
        return None
    is_whole = stored.lstrip("+-").isdecimal()
    value = int(stored) if is_whole else float(stored)
    if value in (float("inf"), float("-inf")):
        return None
    if _is_day(number_format) and 0 <= value <= _LAST_DAY:
        return _moment(float(value), _EPOCH_1904 if from_1904 else _EPOCH)
    return show_number(value, number_format), value


def _is_day(number_format: str) -> bool:
    """Whether a number format shows days or times: it has letters of those beside what is literal."""
    shape = _FORMAT_NOISE.sub("", number_format.split(";", 1)[0])
    return re.search("[dmhysDMHYS年月日]", shape.replace("General", "").replace("GENERAL", "")) is not None


def _moment(value: float, epoch: datetime) -> tuple[str, object]:
    try:
        moment = epoch + timedelta(seconds=round(value * 86400))
    except OverflowError:
        return show_number(value, ""), value
    if value < 1:
        return moment.time().isoformat(), moment.time()
    if epoch == _EPOCH and value < 60:  # there was no 29 February 1900, but spreadsheets count one
        moment += timedelta(days=1)
    return _shown_day(moment.date())


def show_number(value: float, number_format: str) -> str:
    """`value` as a spreadsheet shows it, without thousands separators: 0.36 under 0% is 36%."""
    exact = _exact(value)
    if exact is None:
        return str(value)
    shape = _FORMAT_NOISE.sub("", number_format.split(";", 1)[0])
    percent = "%" if "%" in shape else ""
    if percent:
        exact *= 100
    digits = _FORMAT_DIGITS.search(shape)
    if digits is None or "E" in shape.upper() or shape.endswith(",") or "/" in shape:
        return _plain(exact) + percent
    places = digits[1] or ""
    if len(places) > _SIGNIFICANT:
        return _plain(exact) + percent
    shown = str(exact.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)) if _fits(exact) else _plain(exact)
    for _ in range(places.count("#")):
        shown = shown.removesuffix("0")
    return shown.removesuffix(".") + percent


def _exact(value: float) -> Decimal | None:
    number = Decimal(format(Decimal(value), f".{_SIGNIFICANT}g"))
    return number if number.is_finite() else None


def _fits(number: Decimal) -> bool:
    """Whether rounding to decimals stays within the digits that Decimal keeps."""
    return number.adjusted() < 12


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
