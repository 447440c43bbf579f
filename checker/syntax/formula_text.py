"""A formula in one writing, however its signs and blanks are typed: what a relation is called by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.syntax.nodes import Formula, Term

#: Behind an operand: the brackets that close around it, then what parts it from the next one.
_CLOSED = re.compile(r"[)）\s]*")
_BRACKETS = {"(": "（", "（": "（", ")": "）", "）": "）"}
_COMMAS = {",": "，"}


def formula_text(source: str, formula: Formula) -> str:
    """The formula of the text `source` as `plancheck fmt` writes it: 甲/乙*100 is 甲 ÷ 乙 × 100.

    Walks the terms without recursion: a formula may nest deeper than Python goes.
    """
    pieces = [(_behind(source, formula.left), f" {formula.sign} ")]
    leaves: list[tuple[int, int]] = []
    waiting = [formula.left, formula.right]
    while waiting:
        term = waiting.pop()
        if not term.operands:
            leaves.append((term.start, term.end))
            pieces.append((term.start, source[term.start : term.end].strip()))
            continue
        pieces += _separators(source, term)
        waiting += term.operands
    pieces += _brackets(source, formula, leaves)
    return "".join(piece for _, piece in sorted(pieces))


def _separators(source: str, term: Term) -> Iterator[tuple[int, str]]:
    is_sum = term.operator in "+-×÷"
    if not is_sum:
        yield term.start, term.operator
    for operand in term.operands[:-1]:
        behind = _behind(source, operand)
        yield behind, f" {term.operator} " if is_sum else _COMMAS.get(source[behind], source[behind])


def _behind(source: str, operand: Term) -> int:
    closed = _CLOSED.match(source, operand.end)
    return operand.end if closed is None else closed.end()


def _brackets(source: str, formula: Formula, leaves: list[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """The brackets between the operands; those within a name are part of it."""
    at = formula.start
    for start, end in (*sorted(leaves), (formula.end, formula.end)):
        for place in range(at, start):
            if source[place] in _BRACKETS:
                yield place, _BRACKETS[source[place]]
        at = end
