"""Findings as comments in a Word file, at their words; everything else stays as it is.

Only the parts that change are written anew: the document, its comments, and where these are named. Word takes no
comment within a note or a box: one about words there stands at the note's mark or at the box.
Source of the markup: ECMA-376 part 1, 17.13.4 (comments), 9.2 and 15.2 (parts and relationships).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.messages.annotate import ANNOTATE_STRICT
from checker.office.docx_changes import DocxChanges
from checker.office.docx_package import DocxPackage
from checker.prose.document import Document, Origin
from checker.prose.docx_runs import PARAGRAPH, RUN, TEXT_BOX, W
from checker.source import Unreadable
from checker.write.docx_marks import whole, words_between

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "plancheck"
_INITIALS = "PC"
_ID, _AUTHOR, _INITIALS_OF = f"{W}id", f"{W}author", f"{W}initials"
_COMMENT, _TEXT = f"{W}comment", f"{W}t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKS = tuple(W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_NOTE_MARKS = {f"{W}footnote": f"{W}footnoteReference", f"{W}endnote": f"{W}endnoteReference"}

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_COMMENTS = f"{_OFFICE}comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
#: Parts of newer Words that say more of each comment: who answers whom, numbers that last, times.
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_NUMBERS = "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds"
_TIMES = "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible"
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class Remark(Struct, frozen=True):
    """What is said of the characters from `start` to `end` of a document: a paragraph a line."""

    start: int
    end: int
    lines: tuple[str, ...]


def annotate_docx(document: Document, remarks: Sequence[Remark]) -> bytes:
    """The .docx that `document` was read from, with a comment for each remark.

    Comments of plancheck from before go, those of others stay. One that somebody has answered stays with its answers,
    and what it says is not said again. The same file and remarks give the same bytes, also when done again to the
    result. Raises Unreadable for the strict form of the format, whose parts have other names, and where a part is
    broken that only writing needs.
    """
    package = document.package
    assert package is not None
    if package.strict:
        raise Unreadable(ANNOTATE_STRICT())
    comments = _Comments(package)
    comments.remove_own()
    for remark in sorted(set(remarks), key=lambda one: (one.start, one.end, one.lines)):
        comments.add(document, remark)
    return comments.parts.packed() if comments.changed else package.data


class _Comments:
    """The comments of a file, and the words they are about."""

    def __init__(self, package: DocxPackage) -> None:
        self.parts = DocxChanges(package)
        self.changed = False
        self._package = package
        self._main = package.names["document"]
        self._root = self.parts.tree(self._main)
        self._paragraphs = list(self._root.iter(PARAGRAPH))
        self._kept: set[tuple[str, ...]] = set()

    # ---- comments from before

    def remove_own(self) -> None:
        """Take away the comments of plancheck that nobody has answered, with their marks."""
        name = self.parts.related(self._main, _COMMENTS)
        if name is None:
            return
        held = self.parts.tree(name)
        extended = self._details(_EXTENDED)
        answered = {one.get(f"{_W15}paraIdParent") for one in extended}
        gone: list[_Element] = []
        for comment in [one for one in held if one.tag == _COMMENT and one.get(_AUTHOR) == AUTHOR]:
            if answered.isdisjoint(_paragraph_ids(comment)):
                gone.append(comment)
                held.remove(comment)
            else:
                self._kept.add(_lines(comment))
        if gone:
            self.changed = True
            self._remove_marks({one.get(_ID) for one in gone})
            self._remove_details({one for comment in gone for one in _paragraph_ids(comment)})

    def _remove_marks(self, numbers: set[str | None]) -> None:
        for mark in list(self._root.iter(*_MARKS)):
            if mark.get(_ID) in numbers:
                above = mark.getparent()
                assert above is not None
                above.remove(mark)
                if above.tag == RUN and all(one.tag == f"{W}rPr" for one in above):
                    around = above.getparent()
                    assert around is not None
                    around.remove(above)

    def _remove_details(self, paragraphs: set[str]) -> None:
        """What newer parts say of comments that are gone: by their paragraphs, and by numbers that stand for these."""
        known = set(paragraphs)
        for kind in (_EXTENDED, _NUMBERS, _TIMES):
            details = self._details(kind)
            for one in [one for one in details if not known.isdisjoint(map(str, one.attrib.values()))]:
                known.update(str(value) for key, value in one.attrib.items() if str(key).endswith("}durableId"))
                details.remove(one)

    def _details(self, kind: str) -> _Element | list[_Element]:
        name = self.parts.related(self._main, kind)
        return self.parts.tree(name) if name is not None else []

    # ---- new ones

    def add(self, document: Document, remark: Remark) -> None:
        """Add one comment."""
        if remark.lines in self._kept:
            return
        origin = document.origin_of(remark.start)
        if origin is None:
            return
        around = self._around(document, origin, remark)
        if around is None:
            return
        first, last = around
        held = self._held()
        number = str(_free_number(held))
        start, end, mark = (_numbered(tag, number) for tag in _MARKS)
        first.addprevious(start)
        last.addnext(end)
        run = end.makeelement(RUN, {}, {})
        run.append(mark)
        end.addnext(run)
        held.append(_comment(held, number, remark.lines))
        self.changed = True

    def _held(self) -> _Element:
        name = self.parts.related(self._main, _COMMENTS)
        return self.parts.tree(name) if name is not None else self._made()

    def _made(self) -> _Element:
        from lxml import etree

        root = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
        self.parts.add(self._main, "comments.xml", root, _COMMENTS, _CONTENT)
        return root

    def _around(self, document: Document, origin: Origin, remark: Remark) -> tuple[_Element, _Element] | None:
        """The elements that the marks go around."""
        if origin.part != self._main:
            return self._around_mark(origin)
        paragraph = self._paragraphs[origin.paragraph]
        box = next(iter(list(paragraph.iterancestors(TEXT_BOX))[-1:]), None)
        if box is not None:
            return whole(box)
        start = origin.offset + remark.start - origin.start
        last = document.origin_of(max(remark.start, remark.end - 1))
        assert last is not None
        if (last.part, last.paragraph) != (origin.part, origin.paragraph):
            # A comment may span paragraphs, but not cells of a table.
            return words_between(paragraph, start, len(document.source.text))
        return words_between(paragraph, start, last.offset + remark.end - last.start)

    def _around_mark(self, origin: Origin) -> tuple[_Element, _Element] | None:
        """The mark of the note that an origin is in."""
        paragraphs = self._package.tree(origin.part).iter(PARAGRAPH)
        paragraph = next(one for at, one in enumerate(paragraphs) if at == origin.paragraph)
        note = next((one for one in paragraph.iterancestors() if one.tag in _NOTE_MARKS), None)
        if note is None:
            return None
        marks = self._root.iter(_NOTE_MARKS[str(note.tag)])
        mark = next((one for one in marks if one.get(_ID) == note.get(_ID)), None)
        return whole(mark) if mark is not None else None


def _paragraph_ids(comment: _Element) -> set[str]:
    return {found for one in comment.iter(PARAGRAPH) if (found := one.get(_PARAGRAPH_ID))}


def _lines(comment: _Element) -> tuple[str, ...]:
    return tuple("".join(one.text or "" for one in line.iter(_TEXT)) for line in comment.iter(PARAGRAPH))


def _free_number(comments: _Element) -> int:
    return max((int(found) for one in comments if (found := one.get(_ID, "")).isdecimal()), default=-1) + 1


def _numbered(tag: str, number: str) -> _Element:
    from lxml import etree

    return etree.Element(tag, {_ID: number}, nsmap={"w": W[1:-1]})


def _comment(comments: _Element, number: str, lines: Sequence[str]) -> _Element:
    """A comment without a time: the same findings give the same file."""
    comment = comments.makeelement(_COMMENT, {_ID: number, _AUTHOR: AUTHOR, _INITIALS_OF: _INITIALS}, {})
    for line in lines:
        text = comments.makeelement(_TEXT, {_SPACE: "preserve"}, {})
        text.text = "".join(one if one.isprintable() else " " for one in line)
        run = comments.makeelement(RUN, {}, {})
        run.append(text)
        paragraph = comments.makeelement(PARAGRAPH, {}, {})
        paragraph.append(run)
        comment.append(paragraph)
    return comment
