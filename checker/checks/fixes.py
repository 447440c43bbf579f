"""Edits that clear a finding: a name that was mistyped, a waiver without use, a known slip.

They are certain to be right, but for those that trust the text where it and the plan file differ.
"""

from __future__ import annotations

import re

from checker.finding import Edit, Fix
from checker.messages.fixes import FIX_FROM_TEXT, FIX_REPLACE, FIX_WAIVER
from checker.model import Waiver
from checker.source import SourceText, Span, name_key
from checker.workspace import LinkProblem

#: Shorter names are alike too easily: 总目的 and 总目标 may be two.
_LEAST = 4
#: What tells apart names that are right, both of them: 第三章 and 第十三章, 海上 and 上海, 零售额 and 零售额增速.
_NUMERALS = frozenset("0123456789〇零一二两三四五六七八九十百千万亿")
_SIDES = _NUMERALS | frozenset(
    "东西南北中上下左右前后内外新老旧大小高低多少增减升降男女不非无未总副分首末主次正负第"
    "国省市区县乡镇村街城农园场圈带群港站库网桥江河湖海山科学"
)
_TELLING = _SIDES | frozenset("率额数量值比类型性化力度期年月日")
_PLAIN_NAME = re.compile(r"\w+")
#: These are told in sentences of their own; indicators and documents differ by a character and are both right.
_TITLED = ("goal", "measure")


def replacement(span: Span, text: str) -> Fix:
    """Put `text` in place of a span."""
    return Fix(FIX_REPLACE(old=span.text, new=text), (Edit(span, text),))


def from_text(span: Span, text: str) -> Fix:
    """Put what the text says in place of what a plan file says of it."""
    return Fix(FIX_FROM_TEXT(old=span.text, new=text), (Edit(span, text),), trusts_text=True)


def name_fix(problem: LinkProblem) -> Fix | None:
    """The only name that may have been meant, where nothing but a slip of the keyboard can lie between the two."""
    names = {one.name for one in problem.near}
    if len(names) != 1:
        return None
    (name,) = names
    if not is_slip(name_key(problem.name), name_key(name), problem.near[0].kind in _TITLED):
        return None
    written = name if _PLAIN_NAME.fullmatch(name) else f"「{name}」"
    return replacement(problem.span, written)


def is_slip(written: str, name: str, titled: bool) -> bool:
    """Whether `written` is `name` with a character doubled, dropped beside its twin, or changed with its neighbour.

    In the title of a goal or a measure also one without, or with, a character behind the first that tells nothing.
    """
    if len(written) == len(name):
        return len(name) >= _LEAST and _is_swapped(written, name)
    longer, shorter = (written, name) if len(written) > len(name) else (name, written)
    at = next(
        (place for place, pair in enumerate(zip(longer, shorter, strict=False)) if pair[0] != pair[1]), len(shorter)
    )
    if longer[:at] + longer[at + 1 :] != shorter or len(shorter) < _LEAST:
        return False
    twice = at > 0 and longer[at - 1] == longer[at]
    return longer[at] not in _NUMERALS if twice else titled and at > 0 and longer[at] not in _TELLING


def _is_swapped(written: str, name: str) -> bool:
    unlike = [place for place, pair in enumerate(zip(written, name, strict=True)) if pair[0] != pair[1]]
    if len(unlike) != 2 or unlike[1] != unlike[0] + 1:
        return False
    first, second = (name[place] for place in unlike)
    return written[unlike[0]] == second and written[unlike[1]] == first and not {first, second} & _SIDES


def waiver_fix(waiver: Waiver) -> Fix:
    """Delete a waiver, with its lines where nothing else stands on them."""
    source, start, end = waiver.source, waiver.start, waiver.end
    first, last = source.place(start).line, source.place(max(start, end - 1)).line
    before = source.text[source.line_start(first) : start]
    behind = source.text[end : source.line_end(last)]
    if not before.strip() and not behind.strip():
        start, end = source.line_start(first), _next_line(source, last)
    return Fix(FIX_WAIVER(), (Edit(Span(source, start, end), ""),))


def _next_line(source: SourceText, line: int) -> int:
    return source.line_start(line + 1) if line < source.line_count else len(source.text)
