"""《一致性核对情况（供修改参考）》: what was found as a paper for those who revise, in the order of the chapters.

It tells what to verify, not what is wrong: no codes of rules, no totals, nothing that would make it an official letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.engine.report import Report
from checker.engine.verdict import restrictions
from checker.finding import NoticeKind, Severity, Status
from checker.messages import Message
from checker.messages.summary import (
    SUMMARY_ALL_CHECKED,
    SUMMARY_COLUMNS,
    SUMMARY_FILES,
    SUMMARY_LEFT_OUT,
    SUMMARY_MORE_PLACES,
    SUMMARY_NO_CHAPTER,
    SUMMARY_NONE_HERE,
    SUMMARY_NOT_CHECKED,
    SUMMARY_NOTHING_FOUND,
    SUMMARY_OTHER_FILE,
    SUMMARY_OVERALL,
    SUMMARY_PLAN_FILE,
    SUMMARY_RULES,
    SUMMARY_SUBJECT,
    SUMMARY_TITLE,
    SUMMARY_TO_EXPLAIN,
    SUMMARY_TO_MEND,
    SUMMARY_UPPERS,
    SUMMARY_USE,
    SUMMARY_VERIFY,
    SUMMARY_WAIVERS,
    SUMMARY_WHERE,
)
from checker.model import Chapter, Plan
from checker.render.visible import sentence, visible
from checker.render.waived import why_waived
from checker.report.material import OWN, Listed, Material
from checker.report.site import make_site
from checker.report.view import shown_name
from checker.source import Span
from checker.write.docx_new import Grid, Words

#: More than this makes more than three pages.
_MOST = 46
#: So many of them are kept for what is to be explained, if there are.
_EXPLAINED = 6
_PLACES = 3
_QUOTED = 30
_CHAPTERS = 3
#: In millimetres, as wide as the page allows.
_WIDTHS = (8, 29, 56, 72, 19, 52, 22, 17)


@dataclass(slots=True, eq=False, repr=False)
class _Item:
    """Findings of one rule in one chapter: `group` is the chapter as a reader calls it."""

    group: str
    members: list[Listed]

    @property
    def first(self) -> Listed:
        return self.members[0]


def summary_blocks(report: Report, lang: str, title: str = "") -> list[Words | Grid]:
    """The paper, to be written as a Word file."""
    return list(_Paper(make_site(report, lang, title).material).blocks())


class _Paper:
    def __init__(self, material: Material) -> None:
        self._material = material
        self._lang = material.lang
        listed = [one for one in material.listed if one.part == OWN]
        self._listed = [one for one in listed if one.finding.subject.kind != "waiver"]
        self._of_waivers = len(self._listed) < len(listed)
        declared = [one for plan in material.own_plans for one in plan.elements if isinstance(one, Chapter)]
        self._chapters = {one.name: shown_name(one) for one in reversed(declared)}
        self._order = {one.name: at for at, one in enumerate(declared)}
        self._number = 0

    def _say(self, message: Message) -> str:
        return sentence(message, self._lang)

    def blocks(self) -> Iterator[Words | Grid]:
        mend = [one for one in self._listed if _to_mend(one)]
        explain = [one for one in self._listed if not _to_mend(one)]
        yield Words(self._say(SUMMARY_TITLE()), "Title")
        for plan in self._material.own_plans:
            yield Words(self._say(SUMMARY_SUBJECT(name=plan.full_name or plan.name)), "Subtitle")
        yield Words(self._say(SUMMARY_OVERALL()), "Heading1")
        for message in self._overall(mend or explain):
            yield Words(visible(message.text(self._lang)))
        second = self._items(explain)
        yield from self._section(SUMMARY_TO_MEND(), self._items(mend), _MOST - min(len(second), _EXPLAINED))
        yield from self._section(SUMMARY_TO_EXPLAIN(), second, _MOST - self._number)
        yield Words(self._say(SUMMARY_NOT_CHECKED()), "Heading1")
        yield from map(Words, self._not_checked())

    def _overall(self, found: Sequence[Listed]) -> Iterator[Message]:
        others = [plan for plan in self._material.all_plans if plan not in self._material.own_plans]
        files = [file.source.path for file in self._material.files.values() if file.plan not in others]
        yield SUMMARY_FILES(files="、".join(path.rpartition("/")[2] for path in dict.fromkeys(files)))
        uppers = [pair.upper.name for pair in self._material.pairs if isinstance(pair.upper, Plan)]
        if uppers:
            yield SUMMARY_UPPERS(names="、".join(f"「{name}」" for name in dict.fromkeys(uppers)))
        if not found:
            yield SUMMARY_NOTHING_FOUND()
            return
        counted = [name for one in found for name in one.chapters if name in self._chapters]
        most = sorted(set(counted), key=lambda name: (-counted.count(name), self._order[name]))[:_CHAPTERS]
        if most:
            shown = sorted(most, key=self._order.__getitem__)
            yield SUMMARY_WHERE(chapters="、".join(shown))
        yield SUMMARY_USE(day=self._material.report.as_of.isoformat())

    # Items

    def _section(self, heading: Message, items: Sequence[_Item], room: int) -> Iterator[Words | Grid]:
        yield Words(self._say(heading), "Heading1")
        # The worst go in first, then they stand in the order of chapters; what is in no chapter gives way.
        ranked = sorted(items, key=lambda one: (one.group == self._nowhere, -one.first.finding.severity))
        kept = {id(one) for one in ranked[:room]}
        shown = [one for one in items if id(one) in kept]
        if shown:
            heads = self._say(SUMMARY_COLUMNS()).split("|")
            yield Grid(list(zip(heads, _WIDTHS, strict=True)), list(self._rows(shown)))
        elif not items:
            yield Words(self._say(SUMMARY_NONE_HERE()))
        titles = dict.fromkeys(self._say(one.first.finding.title) for one in ranked[room:])
        if titles:
            yield Words(SUMMARY_LEFT_OUT(titles="、".join(titles)).text(self._lang))

    @property
    def _nowhere(self) -> str:
        return self._say(SUMMARY_NO_CHAPTER())

    def _items(self, listed: Sequence[Listed]) -> list[_Item]:
        """By chapter in its order, then as they stand; of one rule in one chapter they are one item."""
        ordered = sorted(listed, key=lambda one: (*self._rank(one), one.order))
        found: dict[tuple[str, str, str], _Item] = {}
        for one in ordered:
            group = self._group(one)
            key = (group, one.finding.code, one.word)
            found.setdefault(key, _Item(group, [])).members.append(one)
        order = {group: at for at, group in enumerate(dict.fromkeys(one.group for one in found.values()))}
        return sorted(found.values(), key=lambda one: order[one.group])

    def _rank(self, one: Listed) -> tuple[int, str]:
        """Chapters that the plan declares, then other texts, then what stands in no chapter."""
        name = one.chapters[-1] if one.chapters else ""
        if name in self._order:
            return self._order[name], ""
        return len(self._order) + (not name), one.finding.span.source.path

    def _group(self, one: Listed) -> str:
        if not one.chapters:
            return self._nowhere
        name = one.chapters[-1]
        if name in self._chapters:
            return self._chapters[name]
        path = one.finding.span.source.path
        return self._say(SUMMARY_OTHER_FILE(file=path.rpartition("/")[2], chapter=name))

    def _rows(self, items: Iterable[_Item]) -> Iterator[Sequence[str]]:
        group = ""
        for item in items:
            if item.group != group:
                group = item.group
                yield (visible(group),)
            self._number += 1
            yield self._cells(item)

    def _cells(self, item: _Item) -> Sequence[str]:
        finding = item.first.finding
        advice = self._say(finding.help) if finding.help is not None else self._say(SUMMARY_VERIFY())
        if finding.waiver is not None:
            advice = why_waived(finding.waiver, self._lang)
        offices = dict.fromkeys(name for one in item.members for name in one.drafters or one.owners)
        return (
            str(self._number),
            self._places(item),
            self._original(item.first),
            self._say(finding.message),
            self._say(finding.basis).removesuffix("（无文号）"),
            advice,
            "、".join(map(visible, offices)),
            "",
        )

    def _places(self, item: _Item) -> str:
        told = list(dict.fromkeys(self._place(one.finding.span) for one in item.members))
        places = "；".join(told[:_PLACES])
        return places if len(told) <= _PLACES else self._say(SUMMARY_MORE_PLACES(places=places))

    def _place(self, span: Span) -> str:
        """Below its chapter, as people say it: 第二节第4段; of a plan file the line."""
        words = span.source.locator(span.start).text(self._lang)
        file = self._material.file_of(span.source)
        if file is None or file.text is None:
            return SUMMARY_PLAN_FILE(place=words).text(self._lang)
        chapter = file.text.document.chapter_of(span.start)
        if chapter is None:
            return SUMMARY_OTHER_FILE(file=span.source.path.rpartition("/")[2], chapter=words).text(self._lang)
        _, found, below = words.partition(f"{chapter.number} › ")
        return (below if found else words).replace(" › ", "" if self._lang != "en" else ", ")

    def _original(self, one: Listed) -> str:
        """The words themselves: of a text those around the place, of an element those that the plan quotes."""
        span = one.finding.span
        file = self._material.file_of(span.source)
        if file is not None and file.text is not None:
            return visible(_around(span))
        subject = self._material.subject(one.finding)
        # What a plan quotes of itself as a whole is about something else.
        about = None if isinstance(subject, Plan) else getattr(subject, "indicator", None) or subject
        quotes = getattr(about, "quotes", ())
        return visible(_clipped(quotes[0].text, 0, 0)) if quotes else "—"

    # What was not checked

    def _not_checked(self) -> Iterator[str]:
        report = self._material.report
        points = [notice.message for notice in report.notices if notice.kind is NoticeKind.MISSING]
        points += report.unreadable
        if restrictions(report):
            points.append(SUMMARY_RULES())
        told = list(dict.fromkeys(map(self._say, points)))
        yield from told or [self._say(SUMMARY_ALL_CHECKED())]
        if self._of_waivers:
            yield self._say(SUMMARY_WAIVERS())


def _to_mend(one: Listed) -> bool:
    """What is a mere hint, or was waived with a reason, is to be explained."""
    return one.finding.status is not Status.WAIVED and one.finding.severity is not Severity.INFO


def _around(span: Span) -> str:
    """The line of a place, clipped around it."""
    place = span.start_place
    line = span.source.line(place.line)
    start = place.column - 1
    return _clipped(line, start, min(start + span.end - span.start, len(line)))


def _clipped(text: str, start: int, end: int) -> str:
    """At most so much of `text` that its stretch from `start` to `end` stands in the middle."""
    if len(text.strip()) <= _QUOTED:
        return text.strip()
    room = max(_QUOTED - (end - start), 0)
    low = max(min(start - room // 2, len(text) - _QUOTED), 0)
    high = min(max(low + _QUOTED, min(end, low + 2 * _QUOTED)), len(text))
    return f"{'…' if low else ''}{text[low:high].strip()}{'…' if high < len(text) else ''}"
