"""Shares of a whole as a text writes them in a row: 三次产业结构8.3∶41.4∶50.3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from checker.prose.reading.passages import Passage
from checker.source import Expression

_SHARES = Expression(
    r"(?<![0-9:：∶︰.])(?P<shares>[0-9]{1,2}(?:\.[0-9]+)?(?:[:：∶︰][0-9]{1,2}(?:\.[0-9]+)?){2,4})(?![0-9:：∶︰.])",
    sign="[0-9][:：∶︰][0-9]",
)
_NEXT = 12
_PARTED = re.compile("[:：∶︰]")
_STRUCTURE = re.compile(r"(?:产业|结构|构成|城乡|占比|比例|比重|之比|比)[^。；0-9]{0,24}$")


class Shares(Struct, eq=False):
    """Shares told in a row, from `start` to `end` of the source; `steps` is what the last digit of each is worth."""

    start: int
    end: int
    shares: tuple[Fraction, ...]
    step: Fraction
    words: str


def find_shares(passage: Passage) -> Iterator[Shares]:
    """The shares told in one passage."""
    last = -_NEXT
    for found in _SHARES.finditer(passage.text):
        goes_on = found.start() - last <= _NEXT  # 由6∶42∶52调整为4∶44∶52
        if not goes_on and not _STRUCTURE.search(passage.text, max(found.start() - 40, 0), found.start()):
            continue
        last = found.end()
        told = _PARTED.split(found["shares"])
        step = max(Fraction(1, 10 ** len(share.partition(".")[2])) for share in told)
        yield Shares(*passage.span(*found.span("shares")), tuple(map(Fraction, told)), step, found["shares"])
