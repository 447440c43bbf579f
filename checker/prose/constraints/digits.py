"""Numbers that are none: letters among digits, digits of two widths, a full stop for the point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.messages.prose import DIGIT_LETTER, DIGIT_POINT, DIGIT_TWICE, DIGIT_WIDTH, TYPO_LETTER
from checker.prose.document import Block
from checker.prose.quotations import said_by_others
from checker.prose.typos import Slip

_HAN = "一二三四五六七八九〇○零"
_ROUND = "OoＯｏОоΟο0０"
#: Begins at a digit that no digit stands before: a long row of digits is looked at once.
_CHINESE = re.compile(rf"(?<![{_HAN}{_ROUND}])[{_HAN}]+[{_ROUND}][{_HAN}{_ROUND}]*(?![A-Za-z0-9.．])")
#: What stands behind an amount and hardly behind a name: 5S店, 30B模型, S2公路.
_BEHIND = (
    r"(?=\s?(?:[%％‰]|[千百]?[万亿]|个(?!人)|以[上下内]|左右|年|月|日|[倍项家处座条亩吨元户所张件]|"
    r"公[里顷斤]|平方|立方|千瓦|小时|分钟|[名场次份条辆台套间栋批期起例株人部]))"
)
#: The rounds of three alphabets, and the strokes.
_ALIKE = "OoＯОоΟοlI|SBZ"
_DIGITS = str.maketrans(_ALIKE, "0000000111582")
_LETTER = re.compile(
    rf"(?<![A-Za-z0-9.])(?:[0-9]+[.．]?[0-9]*[{_ALIKE}][{_ALIKE}0-9]*(?:[.．][{_ALIKE}0-9]+)?{_BEHIND}"
    rf"|[0-9]+[OoＯОоΟο][0-9]+(?![A-Za-z])|[0-9]+[lI|][0-9]+(?![A-Za-z0-9])|[0-9]+[.．][OolI][0-9]*(?![A-Za-z0-9])"
    rf"|[OolI][0-9]*[.．][0-9]+{_BEHIND}|[lI][0-9OoIl]+{_BEHIND})"
)
_IN_CELL = re.compile(
    r"(?:[0-9]+[.．]?[0-9]*[OoＯIl][0-9OoIl.]*|[OoIl][.．0-9][0-9.]*)(?=(?:左右|以[上下内])?[%％]?\s*$)"
)
#: 3D, 5S, 2B stand before what is counted as names.
_NAME = re.compile(r"[0-9][SBZ]$")
#: Begins where no other digit stands before, as above.
_MIXED = re.compile(
    r"(?<![0-9０-９.．])(?:[0-9][0-9.]*[０-９．][0-9０-９.．]*|[０-９．]*[０-９]\.?[0-9][0-9０-９.．]*)"
)
#: 1．, the number of a paragraph: its point is as wide as any other mark.
_IN_FRONT = re.compile("[0-9]{1,2}．")
_WIDE = re.compile(r"[０-９]+(?:[.．][０-９]+)?")
_TO_HALF = str.maketrans("０１２３４５６７８９．", "0123456789.")
_POINT = re.compile(
    r"(?<![0-9.])[0-9]+(?:[。·][0-9]+(?=[%％]|[千百]?[万亿]|个百分点|倍)|[,，][0-9]{1,2}(?=[%％]|个百分点)"
    r"|[.．][0-9]+[.．][0-9]+(?=[%％]|[万亿]|个百分点)|[.．]{2,}[0-9]+(?=[%％]|[万亿]|个百分点))"
)
_TWICE = re.compile(r"[%％]{2,}|(?<=[0-9])(?:万万|亿亿)(?=[元吨人亩])|百分点个?百分点")
#: Without one of these there is nothing to look at.
_SUSPECT = re.compile(
    r"[OolI|SBZＯｏОоΟο０-９．〇○零一二三四五六七八九0-9%％万亿点](?:(?<=[OolI|SBZＯｏОоΟο０-９．])|(?<=[〇○零一二三四五六七八九])0"
    r"|(?<=[0-9])(?:[。·,，][0-9.]|\.[0-9]*\.)|(?<=[%％])[%％]|(?<=万)万|(?<=亿)亿|(?<=点)个?百分)"
)
_YEAR = 4
#: More wide numbers than this, and the text writes so.
_MOST = 3


def find_digit_slips(blocks: Sequence[Block]) -> Iterator[Slip]:
    """Numbers of a text that are written wrong, with offsets in the whole text."""
    wide: list[Slip] = []
    for block in blocks:
        text = block.text
        slips = [*_slips(text)]
        if block.cell is not None and not slips:
            slips = [
                _letter(found) for found in _IN_CELL.finditer(text) if found.start() == len(text) - len(text.lstrip())
            ]
        yield from (_moved(slip, block) for slip in slips)
        if not slips and not text.isascii():
            wide += (_moved(_width(found), block) for found in _WIDE.finditer(text))
    if 0 < len(wide) <= _MOST and sum(block.text.count(digit) for block in blocks for digit in "0125") > 10 * len(wide):
        yield from wide


def _moved(slip: Slip, block: Block) -> Slip:
    sure = slip.sure and not said_by_others(block.text, slip.start, slip.end)
    return Slip(slip.start + block.start, slip.end + block.start, slip.message, slip.right, sure)


def _slips(text: str) -> Iterator[Slip]:
    if _SUSPECT.search(text) is None:
        return
    for found in _CHINESE.finditer(text):
        right = re.sub(f"[{_ROUND}]", "〇", found[0])
        yield Slip(*found.span(), TYPO_LETTER(words=found[0]), right, _is_year(found, "一二"))
    for found in _LETTER.finditer(text):
        if not (_NAME.fullmatch(found[0]) and found.string[found.end()] not in "%％"):
            yield _letter(found)
    for found in _MIXED.finditer(text):
        if not (found.start() == 0 and _IN_FRONT.fullmatch(found[0])):
            yield _width(found)
    for found in _POINT.finditer(text):
        yield Slip(*found.span(), DIGIT_POINT(words=found[0]), "")
    for found in _TWICE.finditer(text):
        yield Slip(*found.span(), DIGIT_TWICE(words=found[0]), "")


def _letter(found: re.Match[str]) -> Slip:
    return Slip(*found.span(), DIGIT_LETTER(words=found[0]), found[0].translate(_DIGITS), _is_year(found, "12"))


def _width(found: re.Match[str]) -> Slip:
    return Slip(*found.span(), DIGIT_WIDTH(words=found[0]), found[0].translate(_TO_HALF))


def _is_year(found: re.Match[str], first: str) -> bool:
    """Whether four digits in front of 年 are meant; elsewhere a letter may belong to a name, a formula or a row."""
    return len(found[0]) == _YEAR and found[0][0] in first and found.string.startswith("年", found.end())
