"""Edits that are certain to be right: a name with one near neighbour, a waiver without use, a known slip."""

from __future__ import annotations

import re

from checker.finding import Edit, Fix
from checker.messages.fixes import FIX_REPLACE, FIX_WAIVER
from checker.model import Waiver
from checker.source import SourceText, Span, name_key
from checker.workspace import LinkProblem

#: So much of a name has to be there already. 产业升 for 产业升级 is; 总目的 for 总目标 is not.
_LIKE = 0.75
_PLAIN_NAME = re.compile(r"\w+")


def replacement(span: Span, text: str) -> Fix:
    """Put `text` in place of a span."""
    return Fix(FIX_REPLACE(old=span.text, new=text), (Edit(span, text),))


def name_fix(problem: LinkProblem) -> Fix | None:
    """The only name that may have been meant, where it is all but the same."""
    names = {one.name for one in problem.near}
    if len(names) != 1:
        return None
    import difflib  # only where there is something wrong

    (name,) = names
    if difflib.SequenceMatcher(None, name_key(problem.name), name_key(name)).ratio() < _LIKE:
        return None
    written = name if _PLAIN_NAME.fullmatch(name) else f"「{name}」"
    return replacement(problem.span, written)


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
