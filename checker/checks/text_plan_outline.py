"""Predicates that hold the outline a plan declares against its texts: titles, numbers, the chapters things stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText, checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.messages.prose import RELATED_HEADING, RELATED_STANDS
from checker.model import Chapter, Element, Part, Plan, Section
from checker.rules.types import TEXT
from checker.source import Span

if TYPE_CHECKING:
    from checker.prose.quotes import QuotedText
    from checker.prose.reading.outline import Head

_OUTLINE = (Part, Chapter, Section)
#: A shorter name stands in many a sentence that speaks of something else.
_LEAST_NAME = 4

_LABEL = Column("label", "写法", TEXT)
_HERE, _THERE = Column("told", "规划写", TEXT), Column("text", "文本写", TEXT)


class _Stretch:
    """A heading of a text with what stands below it."""

    def __init__(self, text: PlanText, head: Head, end: int) -> None:
        self.text, self.head, self.end = text, head, end

    @property
    def titles(self) -> tuple[str, str]:
        """Its title, and that with the line behind, in which a long one may go on."""
        return self.head.title, self.head.title + self.head.more

    @cached_property
    def words(self) -> QuotedText:
        """All that it says, to look up words in."""
        from checker.prose.quotes import QuotedText

        return QuotedText(self.text.source.text[self.head.start : self.end])

    def has(self, words: Sequence[str]) -> bool:
        """Whether it says one of these."""
        return any(self.words.holds(one) for one in words)


class _TextOutline:
    """The headings of one text, by the kind and value of their numbers."""

    def __init__(self, text: PlanText) -> None:
        self.text = text
        self.stretches: list[_Stretch] = []
        self._numbered: dict[tuple[str, int], list[_Stretch]] = {}
        waiting: list[_Stretch] = []
        for head in text.reading.heads:
            if not head.level:
                continue
            while waiting and waiting[-1].head.level >= head.level:
                waiting.pop().end = head.start
            waiting.append(_Stretch(text, head, len(text.source.text)))
            self.stretches.append(waiting[-1])
            if head.form:
                self._numbered.setdefault((head.form, head.number), []).append(waiting[-1])

    def of(self, element: Element) -> list[_Stretch]:
        """What bears the number of a declared part, chapter or section, below what the one around it bears."""
        from checker.prose.reading.marks import mark_of

        mark = mark_of(f"{element.name} ")
        found = self._numbered.get((mark.form, mark.number), []) if mark is not None else []
        around = getattr(element, "parent", None)
        if around is None or not found:
            return found
        within = [one for one in found for it in self.of(around) if it.head.start < one.head.start < it.end]
        return within if isinstance(element, Section) else within or found

    def is_titled(self, element: Element) -> bool:
        """Whether the text has the heading with the title that is declared; also where none is declared."""
        from checker.prose.quotes import plain

        title = plain(getattr(element, "title", ""))
        return any(not title or title in map(plain, one.titles) for one in self.of(element))

    def beside(self, stretch: _Stretch) -> Iterator[_Stretch]:
        """All that is numbered in the same way."""
        return (one for one in self.stretches if one.head.form == stretch.head.form)


def _outlines(facts: Facts) -> Iterator[tuple[Plan, list[Element], list[_TextOutline]]]:
    """Each plan with the numbered parts it declares and its main texts; none whose headings are mostly others."""
    by_plan: dict[int, tuple[Plan, list[PlanText]]] = {}
    for text in checked_texts(facts):
        if text.plan is not None and text.role == "main":
            by_plan.setdefault(id(text.plan), (text.plan, []))[1].append(text)
    for plan, texts in by_plan.values():
        parts: list[Element] = [one for one in plan.elements if isinstance(one, _OUTLINE)]
        outlines = [outline for text in texts if _fits(outline := _TextOutline(text), parts)]
        if outlines:
            yield plan, parts, outlines


def _fits(outline: _TextOutline, parts: Sequence[Element]) -> bool:
    return bool(parts) and sum(map(outline.is_titled, parts)) * 2 > len(parts)


@predicate("标题不一", "title_unlike", _LABEL, _HERE, _THERE)
def titles_unlike(facts: Facts) -> Iterator[Record]:
    """Parts, chapters and sections that a text has under another title than the plan file."""
    for _, parts, outlines in _outlines(facts):
        for element in parts:
            found = [one for outline in outlines for one in outline.of(element)]
            if found and not any(outline.is_titled(element) for outline in outlines):
                related = (found[0].text.related(RELATED_HEADING(), found[0].head.start, found[0].head.end),)
                said = {"label": _label(element), "told": getattr(element, "title", ""), "text": found[0].head.title}
                yield Record("title_unlike", element, element.name_span, None, None, related, said)


@predicate("章节不在", "heading_absent", _LABEL)
def headings_absent(facts: Facts) -> Iterator[Record]:
    """Numbered parts, chapters and sections that no text has."""
    from checker.prose.reading.marks import mark_of

    for _, parts, outlines in _outlines(facts):
        for element in parts:
            around = getattr(element, "parent", None)
            known = around is None or any(outline.of(around) for outline in outlines)
            if known and mark_of(f"{element.name} ") and not any(outline.of(element) for outline in outlines):
                yield Record("heading_absent", element, element.name_span, values={"label": _label(element)})


@predicate("所在章不一", "chapter_unlike", Column("name", "所写", TEXT), _HERE, _THERE)
def chapters_unlike(facts: Facts) -> Iterator[Record]:
    """What by its 章 stands in one chapter, while the text says its name and its words in others only."""
    for plan, _, outlines in _outlines(facts):
        for element in plan.elements:
            told = [one for one in getattr(element, "chapters", ()) if one.target is not None]
            words = [quote.text for quote in element.quotes]
            words += [element.name] if len(element.name) >= _LEAST_NAME else []
            if not told or not words or any(one.inferred for one in told):
                continue
            targets = [one.target for one in told if one.target is not None]
            here = [one for outline in outlines for target in targets for one in outline.of(target)]
            if not here or any(one.has(words) for one in here):
                continue
            there = [one for outline in outlines for one in outline.beside(here[0]) if one.has(words)]
            if there:
                related = (there[0].text.related(RELATED_STANDS(), there[0].head.start, there[0].head.end),)
                said = {"name": element.name, "told": targets[0].name, "text": _listed(there)}
                span = Span(element.source, told[0].start, told[0].end)
                yield Record("chapter_unlike", element, span, None, None, related, said)


def _label(element: Element) -> str:
    """The number of a part or chapter; that of a section behind that of its chapter."""
    around = getattr(element, "parent", None)
    return f"{around.name}{element.name}" if isinstance(element, Section) and around is not None else element.name


def _listed(stretches: Sequence[_Stretch]) -> str:
    numbers = (one.head.words.removesuffix(one.head.title).strip() for one in stretches)
    return "、".join(dict.fromkeys(numbers))


PREDICATES = (titles_unlike, headings_absent, chapters_unlike)
