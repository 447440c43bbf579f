"""Two versions of texts compared, paragraph by paragraph: what was added, removed and changed, chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from checker.checks.plan_texts import PlanText
from checker.prose.document import Block, Document
from checker.revise.change import Change, Did
from checker.source import Span
from checker.workspace.lock import FRONT

KIND = "text"
#: So much of what stays the same is shown beside what changed.
_AROUND = 12
_CUT = "…"


def compare_texts(old: Sequence[PlanText], new: Sequence[PlanText]) -> Iterator[Change]:
    """The changes of texts, in the order of the new ones."""
    for one, two in _pairs(old, new):
        if one is None or two is None:
            present = two if two is not None else one
            assert present is not None
            did = Did.ADDED if one is None else Did.REMOVED
            yield Change(did, _plan(present), KIND, _name(present), Span(present.source, 0, 1))
        else:
            yield from _changes(one, two)


def _pairs(old: Sequence[PlanText], new: Sequence[PlanText]) -> Iterator[tuple[PlanText | None, PlanText | None]]:
    """Versions of one text: of one plan and file name, or the only ones left of one plan and role."""
    left = list(old)
    pairs: list[tuple[PlanText | None, PlanText]] = []
    for text in new:
        same = next((one for one in left if (_plan(one), _name(one)) == (_plan(text), _name(text))), None)
        if same is not None:
            left.remove(same)
        pairs.append((same, text))
    for at, (known, text) in enumerate(pairs):
        alike = [one for one in left if (_plan(one), one.role) == (_plan(text), text.role)]
        waiting = [two for one, two in pairs if one is None and (_plan(two), two.role) == (_plan(text), text.role)]
        if known is None and len(alike) == len(waiting) == 1:
            left.remove(alike[0])
            pairs[at] = (alike[0], text)
    yield from pairs
    yield from ((text, None) for text in left)


def _plan(text: PlanText) -> str:
    return text.plan.name if text.plan is not None else ""


def _name(text: PlanText) -> str:
    return text.source.path.rpartition("/")[2]


def _changes(old: PlanText, new: PlanText) -> Iterator[Change]:
    before, after = _blocks(old.document), _blocks(new.document)
    old_words, new_words = (["".join(block.text.split()) for block in blocks] for blocks in (before, after))
    # Long texts have many paragraphs, none of them too frequent to count.
    for kind, a, b, c, d in SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for one, two in zip_longest(before[a:b], after[c:d]):
            text, block = (new, two) if two is not None else (old, one)
            was, now = _shown(one.text if one is not None else "", two.text if two is not None else "")
            span = Span(text.source, block.start, block.end)
            where = _where(text.document, block)
            yield Change(Did.CHANGED, _plan(new), KIND, _name(new), span, field=where, old=was, new=now)


def _blocks(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.text.strip()]


def _where(document: Document, block: Block) -> str:
    """The number of the chapter that a paragraph stands in."""
    chapters = {id(one) for one in document.chapters}
    path = document.path_of(block.start)
    chapter = next((one for one in path if id(one) in chapters), path[0] if path else None)
    return FRONT if chapter is None else chapter.number or chapter.title[:_AROUND]


def _shown(old: str, new: str) -> tuple[str, str]:
    """The two as a reader wants to see them: what differs, and a little around it."""
    old, new = old.strip(), new.strip()
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    begin, end = max(0, first - _AROUND), max(0, last - _AROUND)
    return _part(old, begin, end), _part(new, begin, end)


def _part(text: str, begin: int, end: int) -> str:
    inner = text[begin : len(text) - end]
    if not text:
        return ""
    longest = 6 * _AROUND
    if len(inner) > longest:
        inner = f"{inner[: longest // 2]}{_CUT}{inner[-longest // 2 :]}"
    return f"{_CUT if begin else ''}{inner}{_CUT if end else ''}"
