"""Predicates on the structure of a text: contents against headings, the level that it speaks of itself at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText, checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.messages.prose import RELATED_ENTRY, RELATED_FIRST, RELATED_HEADING, RELATED_LAST, RELATED_TITLE
from checker.rules.types import NUMBER, TEXT

if TYPE_CHECKING:
    from checker.prose.constraints.contents import ContentsSlip
    from checker.prose.constraints.elaborated import LostMember

_WORDS, _HEADING = Column("words", "写法", TEXT), Column("heading", "标题", TEXT)


@predicate("目录走样", "contents_unlike", _WORDS, _HEADING)
def contents_unlike(facts: Facts) -> Iterator[Record]:
    """Entries of a table of contents whose heading has another number or other words."""
    for text, one in _slips(facts, "renamed", "renumbered"):
        related = (text.related(RELATED_HEADING(), *one.related),) if one.related else ()
        yield text.record("contents_unlike", one.start, one.end, words=one.words, heading=one.other, related=related)


@predicate("目录错位", "contents_misplaced", _WORDS, Column("before", "前一条", TEXT))
def contents_misplaced(facts: Facts) -> Iterator[Record]:
    """Entries of a table of contents that stand behind one whose heading comes later."""
    for text, one in _slips(facts, "misplaced"):
        related = (text.related(RELATED_ENTRY(), *one.related),) if one.related else ()
        yield text.record("contents_misplaced", one.start, one.end, words=one.words, before=one.other, related=related)


@predicate("目录多出", "contents_absent", _WORDS)
def contents_absent(facts: Facts) -> Iterator[Record]:
    """Entries of a table of contents without a heading."""
    for text, one in _slips(facts, "absent"):
        yield text.record("contents_absent", one.start, one.end, words=one.words)


@predicate("目录漏列", "contents_unlisted", _WORDS)
def contents_unlisted(facts: Facts) -> Iterator[Record]:
    """Headings that the table of contents, which lists those of their kind, leaves out."""
    for text, one in _slips(facts, "unlisted"):
        yield text.record("contents_unlisted", one.start, one.end, words=one.words)


@predicate("页码倒序", "contents_page", _WORDS, Column("page", "页码", NUMBER), Column("before", "前一条", NUMBER))
def contents_pages(facts: Facts) -> Iterator[Record]:
    """Entries of a table of contents whose page lies before that of the entry before."""
    from checker.prose.constraints.contents import find_page_slips

    for text in _with_contents(facts):
        for one in find_page_slips(text.reading.entries):
            related = (text.related(RELATED_ENTRY(), *one.related),)
            said = {"words": one.words, "page": one.page, "before": one.before, "related": related}
            yield text.record("contents_page", one.start, one.end, **said)


@predicate("级别不符", "level_slip", _WORDS, Column("sign", "本级", TEXT))
def level_slips(facts: Facts) -> Iterator[Record]:
    """Words for the own area or government that belong to another level."""
    from checker.prose.constraints.own_level import find_level_slips

    for text in checked_texts(facts):
        reading = text.reading
        for one in find_level_slips(reading):
            yield text.record("level_slip", one.start, one.end, words=one.words, sign=one.sign)


@predicate("列而未述", "lost_member", _WORDS)
def lost_members(facts: Facts) -> Iterator[Record]:
    """Members of a list that the titles behind it, which take up all others, leave out."""
    for text, one in _lost(facts):
        if not one.other:
            related = (text.related(RELATED_LAST(), *one.related),)
            yield text.record("lost_member", one.start, one.end, words=one.words, related=related)


@predicate("列而另述", "changed_member", _WORDS, Column("other", "那一项", TEXT))
def changed_members(facts: Facts) -> Iterator[Record]:
    """Members of a list in whose place the titles behind it, which take up all others, tell something else."""
    for text, one in _lost(facts):
        if one.other:
            related = (text.related(RELATED_TITLE(), *one.related),)
            yield text.record("changed_member", one.start, one.end, words=one.words, other=one.other, related=related)


@predicate("提而未述", "bare_principles", _WORDS)
def bare_principles(facts: Facts) -> Iterator[Record]:
    """So many principles that are told by their number only."""
    from checker.prose.constraints.unfolded import find_bare_principles

    for text in checked_texts(facts):
        for start, end, words in find_bare_principles(text.reading.mentions.flow):
            yield text.record("bare_principles", start, end, words=words)


def _lost(facts: Facts) -> Iterator[tuple[PlanText, LostMember]]:
    return ((text, one) for text in checked_texts(facts) for one in text.lost_members)


@predicate("空标题", "empty_heading", _WORDS)
def empty_headings(facts: Facts) -> Iterator[Record]:
    """Headings with nothing under them, where their like have text."""
    from checker.prose.constraints.headings import find_empty_headings

    for text in checked_texts(facts):
        for one in find_empty_headings(text.document):
            yield text.record("empty_heading", one.start, one.end, words=one.words)


@predicate("重标题", "doubled_heading", _WORDS)
def doubled_headings(facts: Facts) -> Iterator[Record]:
    """Headings whose title stands before, under the same heading or, of chapters, anywhere."""
    from checker.prose.constraints.headings import find_doubled_headings

    for text in checked_texts(facts):
        for one in find_doubled_headings(text.reading.heads):
            related = (text.related(RELATED_FIRST(), *one.first),)
            yield text.record("doubled_heading", one.start, one.end, words=one.words, related=related)


def _with_contents(facts: Facts) -> Iterator[PlanText]:
    """The checked texts that have a table of contents."""
    return (text for text in checked_texts(facts) if text.document.contents)


def _slips(facts: Facts, *kinds: str) -> Iterator[tuple[PlanText, ContentsSlip]]:
    from checker.prose.constraints.contents import find_contents_slips

    for text in _with_contents(facts):
        reading = text.reading
        for one in find_contents_slips(reading.entries, reading.heads, text.source.text):
            if one.kind in kinds:
                yield text, one


PREDICATES = (
    contents_unlike,
    contents_misplaced,
    contents_absent,
    contents_unlisted,
    contents_pages,
    level_slips,
    lost_members,
    changed_members,
    bare_principles,
    empty_headings,
    doubled_headings,
)
