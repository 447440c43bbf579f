"""Predicates on the writing of a text: slips, gaps, passages that stand twice, names that drift, places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText, checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.checks.text_mentions import wrong_document_names, wrong_terms
from checker.messages.prose import RELATED_FIRST, RELATED_USUAL
from checker.rules.types import NUMBER, TEXT

if TYPE_CHECKING:
    from checker.prose.typos import Slip

_WORDS, _RIGHT = Column("words", "所写", TEXT), Column("right", "改为", TEXT)


@predicate("疑似错字", "likely_typo", _RIGHT)
def likely_typos(facts: Facts) -> Iterator[Record]:
    """Slips of writing: wrong words, marks, numbers, doubled words; 改为 is empty where it is for the writer.

    A name of a document or a term that is told as a whole is not told by its wrong character again.
    """
    from checker.prose.constraints.slips import find_slips

    named = [one.span for found in (wrong_document_names, wrong_terms) for one in facts.things(found.name)]
    for text in checked_texts(facts):
        told = [(span.start, span.end) for span in named if span.source is text.source]
        for slip in find_slips(text.document):
            if not any(start <= slip.start and slip.end <= end for start, end in told):
                yield _typo(text, slip)


def _typo(text: PlanText, slip: Slip) -> Record:
    record = text.record("likely_typo", slip.start, slip.end, message=slip.message, right=slip.right)
    # Places of a .docx are those of its words, not of the file.
    if slip.sure and not text.document.origins:
        from checker.checks.fixes import replacement

        record.fix = replacement(record.span, slip.right)
    return record


@predicate("占位符", "placeholder", _WORDS, Column("remark", "留言", TEXT))
def placeholders(facts: Facts) -> Iterator[Record]:
    """What was to be filled in and was not, and remarks that were left; 留言 is empty for the first."""
    from checker.prose.placeholders import find_placeholders

    for text in checked_texts(facts):
        for start, end, is_remark in find_placeholders(text.source.text):
            words = text.source.text[start:end]
            yield text.record("placeholder", start, end, words=words, remark=words if is_remark else "")


@predicate("重复段落", "duplicate_passage", Column("length", "字数", NUMBER))
def duplicate_passages(facts: Facts) -> Iterator[Record]:
    """Passages that stand twice in one text."""
    from checker.prose.constraints.doubled_items import find_doubled_items
    from checker.prose.constraints.duplicates import find_repeats

    for text in checked_texts(facts):
        end = 0
        found = [*find_repeats(text.document), *find_doubled_items(text.reading)]
        for one in sorted(found, key=lambda one: (one.start, -one.end)):
            if one.end > end:
                end = one.end
                related = (text.related(RELATED_FIRST(), one.first_start, one.first_end),)
                yield text.record("duplicate_passage", one.start, one.end, length=one.length, related=related)


@predicate("残缺句", "cut_sentence")
def cut_sentences(facts: Facts) -> Iterator[Record]:
    """Sentences that are cut off, and paragraphs that end without a mark."""
    from checker.prose.constraints.cut import find_cut_sentences

    for text in checked_texts(facts):
        for one in find_cut_sentences(text.reading):
            yield text.record("cut_sentence", one.start, one.end, message=one.message)


@predicate("名称漂移", "name_drift", _WORDS, Column("usual", "别处", TEXT))
def name_drifts(facts: Facts) -> Iterator[Record]:
    """One thing under several names: the text itself, its drafting group, members of a list, any name that drifts."""
    from checker.prose.constraints.broken_words import find_broken_words
    from checker.prose.constraints.kinds import find_kind_drifts
    from checker.prose.constraints.names import find_drifts
    from checker.prose.constraints.near_words import find_near_words
    from checker.prose.constraints.own_names import find_group_drift, find_own_name_drift, find_wording_drift

    for text in checked_texts(facts):
        whole, mentions = text.source.text, text.reading.mentions
        lists = [(whole[one.list_start : one.list_end], one) for one in text.counted_lists]
        paragraphs = [(block.text, block.start) for block in text.document.blocks]
        found = (
            *find_own_name_drift(whole),
            *find_group_drift(whole),
            *find_wording_drift(lists, paragraphs),
            *find_drifts(mentions),
            *find_near_words(mentions),
            *find_broken_words(mentions),
            *find_kind_drifts(mentions),
        )
        for one in found:
            related = (text.related(RELATED_USUAL(usual=one.usual), one.usual_start, one.usual_end),)
            yield text.record("name_drift", one.start, one.end, words=one.words, usual=one.usual, related=related)


@predicate("外地名称", "foreign_place", _WORDS)
def foreign_places(facts: Facts) -> Iterator[Record]:
    """Other places, and bodies and pronouns of another level, where the text's own belong."""
    from checker.prose.constraints.places import find_foreign

    for text in checked_texts(facts):
        level = text.level(facts) or text.reading.frame.level
        if level:
            for one in find_foreign(text.reading.mentions, text.reading.frame, level):
                yield text.record("foreign_place", one.start, one.end, words=one.words)


@predicate("隶属不符", "wrong_parent", _WORDS, _RIGHT)
def wrong_parents(facts: Facts) -> Iterator[Record]:
    """Places right behind a province or city that they do not lie in; 改为 is where they lie."""
    from checker.prose.constraints.places import find_wrong_parents

    for text in checked_texts(facts):
        for one in find_wrong_parents(text.reading.mentions):
            yield text.record("wrong_parent", one.start, one.end, words=one.words, right=one.right)


@predicate("文本", "plan_text", Column("level", "层级", TEXT))
def plan_texts(facts: Facts) -> Iterator[Record]:
    """The texts themselves; 层级 is empty where neither plan nor title tells it."""
    for text in checked_texts(facts):
        yield text.record("plan_text", 0, 0, level=text.level(facts))


PREDICATES = (
    likely_typos,
    placeholders,
    duplicate_passages,
    cut_sentences,
    name_drifts,
    foreign_places,
    wrong_parents,
    plan_texts,
)
