"""Numbers as plans write them: 2000, ２０００, 1,020.5, 1.5万亿, 3亿5000万, 两千三百, 二〇二五, 百分之六.

Everything is exact (`Fraction`). A text that is no number, or longer than any real one, gives None.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from checker.source import fold

#: Longer texts are no numbers of a plan; the limit also keeps Python's own limit on digits out of reach.
LONGEST_NUMERAL = 64

_WAN = 10**4
_YI = 10**8
_SMALL = {"千": 1000, "百": 100, "十": 10}
_DIGITS = {sign: digit for signs in ("〇一二三四五六七八九", "0123456789") for digit, sign in enumerate(signs)}
_ODD_SIGNS = "零两兩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億點負负−"
_PLAIN_SIGNS = "〇二二一二二三三四五六六七八九十百千万亿点---"

_SPELLINGS = str.maketrans({**dict(zip(_ODD_SIGNS, _PLAIN_SIGNS, strict=True)), "廿": "二十", "卅": "三十"})
# A circle or a letter is a zero only among digits: 二○二五, 二O三五. By itself it is a bullet or a word.
_LOOSE_ZEROS = str.maketrans("○◯Oo", "〇〇〇〇")
_LITERAL = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_ARABIC = re.compile(_LITERAL)
# The patterns of other numerals are compiled when the first one is read.
_ARABIC_WITH_UNIT = f"({_LITERAL})([百千])"
_IN_PLACES = r"[0-9〇]+|[一二三四五六七八九〇0]+"
_DIGIT = "[一二三四五六七八九1-9]"
_ZERO = "(〇(?=.))?"
_SECTION = f"(?:({_DIGIT}?)千)?{_ZERO}(?:({_DIGIT}?)百)?{_ZERO}(?:({_DIGIT}?)十)?{_ZERO}({_DIGIT})?"
_TOLD_IN = r"[百千]?[万亿]*$"
_FIRST_SCALE = r"[^万亿]*([万亿]+)"
#: 1/3, 3/4: what is told as 三分之一 and 四分之三; 9/3 and 24/7 are no shares.
_FRACTIONS = {f"{one}/{all_}": Fraction(one, all_) for all_ in range(2, 11) for one in range(1, all_)}
_DECIMALS = r"[.点]([0-9〇一二三四五六七八九]+)[百千万亿]*$"


class Numeral(NamedTuple):
    """A number and how finely it is printed.

    `step` is what the last printed digit is worth (2000: 1, 1.5万: 1000, 两千亿: 10⁸, 三分之一: 0, being exact);
    `scale` is the word for ten thousands that the number is told in (1.5万亿: 万亿, 3亿5000万: 亿), or "".
    """

    value: Fraction
    step: Fraction
    scale: str


def parse_numeral(text: str) -> Fraction | None:
    """The number that the whole of `text` writes, or None.

    Arabic digits of either width, groups of three parted by commas, 万 and 亿 behind them, Chinese numerals
    (also 两, 廿, 〇 ○ O, 壹贰叁, 一点五, 三千二 for 3200), A分之B, 1/3, 半. A leading minus or 负 is read.
    """
    numeral = read_numeral(text)
    return None if numeral is None else numeral.value


def read_numeral(text: str) -> Numeral | None:
    """As `parse_numeral`, with the printed precision."""
    return _read(text) if len(text) <= LONGEST_NUMERAL else None


def scale_worth(scale: str) -> int:
    """What the words 十 百 千 万 亿 are worth one behind the other: 万亿 → 10¹², "" → 1."""
    worth = 1
    for sign in scale:
        worth *= _SMALL.get(sign) or (_WAN if sign == "万" else _YI)
    return worth


@lru_cache(maxsize=4096)
def _read(text: str) -> Numeral | None:
    text = fold(text).strip()
    negative = text[:1] == "-"
    digits = text[1:] if negative else text
    if _ARABIC.fullmatch(digits):
        decimals = len(digits.partition(".")[2])
        numeral = Numeral(_arabic(digits), Fraction(1, 10**decimals), "")
    else:
        spelt = _spell(text)
        negative = spelt[:1] == "-"
        found = _unsigned(spelt[negative:])
        if found is None:
            return None
        numeral = found
    return numeral._replace(value=-numeral.value) if negative else numeral


def _spell(text: str) -> str:
    """One spelling for each digit, no blanks but those between digits, where they part two numbers."""
    spelt = re.sub(r"(?<![0-9])[ \t]+|[ \t]+(?![0-9])", "", text).translate(_SPELLINGS)
    return spelt.translate(_LOOSE_ZEROS) if not _DIGITS.keys().isdisjoint(spelt) else spelt


def _unsigned(text: str) -> Numeral | None:
    if text in ("半", "一半"):
        return Numeral(Fraction(1, 2), Fraction(0), "")
    if text in _FRACTIONS:
        return Numeral(_FRACTIONS[text], Fraction(0), "")
    whole, parted, share = text.partition("分之")
    if not parted:
        value = _large(text)
        return None if value is None else Numeral(value, _step(text), _scale(text))
    divisor, dividend = _large(whole), _large(share)
    if not divisor or dividend is None:
        return None
    decimal = whole in ("百", "千", "万", "一百", "一千", "一万")
    return Numeral(dividend / divisor, _step(share) / divisor if decimal else Fraction(0), "")


def _step(text: str) -> Fraction:
    """The worth of the last printed digit of a number that has been read."""
    decimals = re.search(_DECIMALS, text) if "." in text or "点" in text else None
    fine = Fraction(1, 10 ** len(decimals[1])) if decimals else Fraction(1)
    told_in = re.search(_TOLD_IN, text)
    if told_in is None:
        return fine
    # 2千 is as fine as 2000, but 1.5千 is not as fine as 1500.
    return fine * scale_worth(told_in[0] if decimals else told_in[0].lstrip("百千"))


def _scale(text: str) -> str:
    first = re.match(_FIRST_SCALE, text)
    # 3亿亿 or 5万万 are read, but nobody counts in them.
    return first[1] if first and first[1] in ("万", "亿", "万亿") else ""


def _large(text: str) -> Fraction | None:
    """Numbers with 亿: the part before it times 10⁸, and a part below 10⁸ after it."""
    before, *rest = text.split("亿")
    if not rest:
        return _middle(before, leading=True)
    if len(rest) > 2 or (len(rest) == 2 and rest[0]):
        return None
    high = Fraction(1) if not before else _middle(before, leading=True)
    return _joined(high, _YI ** len(rest), _remainder(rest[-1], _YI))


def _middle(text: str, *, leading: bool) -> Fraction | None:
    """Numbers with 万: the part before it times 10⁴, and a part below 10⁴ after it."""
    before, *rest = text.split("万")
    if not rest:
        return _section(before)
    if len(rest) > 1 or (not before and not leading):
        return None
    return _joined(Fraction(1) if not before else _section(before), _WAN, _remainder(rest[0], _WAN))


def _joined(high: Fraction | None, worth: int, low: Fraction | None) -> Fraction | None:
    # 1.5万3千 says two things at once.
    if high is None or low is None or (low and high.denominator != 1):
        return None
    return high * worth + low


def _remainder(text: str, limit: int) -> Fraction | None:
    """What stands behind 万 or 亿. A single digit tells tenths of it: 一万二 is 12000."""
    if not text:
        return Fraction(0)
    if len(text) == 1 and text != "〇" and text in _DIGITS:
        return Fraction(_DIGITS[text] * limit, 10)
    value = _section(text) if limit == _WAN else _middle(text, leading=False)
    return value if value is not None and value < limit else None


def _section(text: str) -> Fraction | None:
    """Numbers without 万 and 亿."""
    if _ARABIC.fullmatch(text):
        return _arabic(text)
    tail = re.fullmatch(_ARABIC_WITH_UNIT, text)
    if tail:
        return _arabic(tail[1]) * _SMALL[tail[2]]
    whole, point, decimals = text.partition("点")
    if point:
        first, places = _whole(whole), _in_places(decimals)
        return None if first is None or places is None else first + Fraction(places, 10 ** len(decimals))
    value = _whole(text)
    return None if value is None else Fraction(value)


def _whole(text: str) -> int | None:
    """A Chinese numeral below ten thousand, or digits one behind the other: 三百零五, 二〇二五."""
    found = re.fullmatch(_SECTION, text) if text else None
    return _in_places(text) if found is None else _summed(found)


def _summed(found: re.Match[str]) -> int | None:
    thousand, zero, hundred, zero_after, ten, last_zero, one = found.groups()
    counts = ((thousand, 1000), (hundred, 100), (ten, 10))
    told = [worth for count, worth in counts if count is not None]
    # 百 and 千 by themselves are one hundred and one thousand, but only in front: 一千百 is no number.
    if (hundred == "" and thousand is not None) or (not told and one is None):
        return None
    total = sum((_DIGITS[count] if count else 1) * worth for count, worth in counts if count is not None)
    if one is None:
        return total
    # 三千二 is 3200, 两百五 is 250; 三千零二 is 3002.
    tenths = bool(told) and told[-1] > 10 and not (last_zero or zero_after or (zero and told[-1] == 1000))
    return total + _DIGITS[one] * (told[-1] // 10 if tenths else 1)


def _in_places(text: str) -> int | None:
    if re.fullmatch(_IN_PLACES, text) is None:
        return None
    return int("".join(str(_DIGITS[sign]) for sign in text))


def _arabic(text: str) -> Fraction:
    whole, _, decimals = text.replace(",", "").partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals)) if decimals else Fraction(int(whole))
