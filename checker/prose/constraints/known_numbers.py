"""The numbers that a document tells, with the words around each: what it has too is no difference."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from checker.prose.reading import Reading

#: So many words around a numeral tell what it is of.
WORDS = 8
_SPECIFIC = 2
_RUN = re.compile("[\u4e00-\u9fff]{3}")


class KnownNumbers:
    """The numbers of a document by value and sign, with the words around each."""

    def __init__(self, reading: Reading) -> None:
        self._known: dict[tuple[Fraction, str], set[str]] = defaultdict(set)
        for one in reading.framed:
            self._add(one.value, one.behind, one.before + "\n" + one.behind)
        for row in reading.statements:
            if row.table >= 0 and row.point is not None:
                self._add(row.point, row.unit, row.key)
        for register in reading.registers:
            for line in register.rows:
                for column, cell in line.amounts.items():
                    self._add(cell.value, register.units[column], line.name + "\n" + register.heads[column])

    def _add(self, value: Fraction, sign: str, words: str) -> None:
        self._known[value, _sign(sign)].update(_runs(words))

    def has(self, value: Fraction, sign: str, words: str) -> bool:
        """Whether it has this number of something that these words name too: then nothing is told otherwise."""
        if len(str(value.numerator).rstrip("0")) < _SPECIFIC:
            return False  # Of small and round numbers there are many.
        known = self._known.get((value, _sign(sign)))
        return known is not None and any(run in known for run in _runs(words))


def _sign(behind: str) -> str:
    """The sign behind a numeral, 万 and 亿 with that behind them."""
    return behind[: 2 if behind[:1] in ("万", "亿") else 1]


def _runs(words: str) -> Iterator[str]:
    """All three signs that stand together, numerals and marks apart."""
    return (run for at in range(len(words) - 2) if _RUN.fullmatch(run := words[at : at + 3]))
