"""How many members the name of a slogan says that it has: 六大目标 six, 三区一高地 three and one."""

from __future__ import annotations

import re

from checker.prose.fixed_phrases import is_fixed_phrase
from checker.quantity import parse_numeral
from checker.source import Expression

_DIGITS = r"(?:[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九双]|[0-9]{1,2})"
#: 第三, 三百, 十四五 and 一带 of 一带一路 are no counts of what follows.
_SIZES = "百千万亿"
_MEASURES = "大个项条种类件步点"
_COUNTED = Expression(rf"(?<![第0-9一二三四五六七八九十百千万几数])({_DIGITS})[{_MEASURES}]")
#: 五措并举, 双十工程, 三农: the number begins, and what is counted is one word.
_BEGINS = Expression(
    rf"^({_DIGITS})(?![{_SIZES}{_MEASURES}年月日届次级度期代])(?:(?!{_DIGITS})[\u4e00-\u9fff]){{1,3}}$|^(双)十"
)
#: 一核两轴三片, 三区一高地, 五区联动、四路协同: every number with a noun of its own, to the end.
_PAIR = rf"{_DIGITS}(?![{_SIZES}年月日])(?:(?!{_DIGITS})[\u4e00-\u9fff]){{1,3}}"
_COMPOUND = Expression(rf"(?:{_PAIR}、?){{2,6}}$")
_OF_PERIOD = Expression(r"十[一二三四五六七八]五")


def number_in(words: str) -> int | None:
    """How many things `words` counts, those of several counts together; None where it counts nothing for sure."""
    plain = re.sub(r"[“”‘’「」\s]", "", words)
    if is_fixed_phrase(plain) or _OF_PERIOD.search(plain):
        return None
    if _COMPOUND.made.match(plain):
        return sum(_whole(found) for found in re.findall(rf"({_DIGITS})(?:(?!{_DIGITS})[\u4e00-\u9fff])+", plain))
    found = _COUNTED.search(plain) or _BEGINS.made.match(plain)
    return _whole(next(filter(None, found.groups()))) if found is not None else None


def _whole(digits: str) -> int:
    value = parse_numeral({"双": "二"}.get(digits, digits))
    assert value is not None
    return int(value)
