"""The bytes of a plan text → its document, by the kind of file."""

from __future__ import annotations

from pathlib import PurePosixPath

from checker.messages.source import SOURCE_WITH_PATH
from checker.messages.texts import TEXT_SECRET
from checker.prose.document import Document
from checker.prose.head import head_lines
from checker.prose.marking import find_marking
from checker.source import SourceText, Unreadable, decode

#: The suffixes of files that can be read as texts.
TEXT_SUFFIXES = frozenset({".txt", ".md", ".docx", ".xlsx"})


def read_document(data: bytes, suffix: str, shown: str) -> Document:
    """The document in `data`, the content of a file that ends in `suffix` and is known to readers as `shown`.

    Raises Unreadable, naming `shown`, for what cannot be read, and for what is marked 绝密, 机密 or 秘密: of that
    nothing but the mark is looked at. `suffix` is one of TEXT_SUFFIXES, in lower case.
    """
    document = _read(data, suffix, shown)
    marking = find_marking(head_lines(document), document.margins, PurePosixPath(shown).stem)
    if marking is not None and marking.secret:
        raise Unreadable(SOURCE_WITH_PATH(path=shown, reason=TEXT_SECRET(word=marking.word)))
    document.internal = marking.word if marking is not None else ""
    return document


def _read(data: bytes, suffix: str, shown: str) -> Document:
    if suffix == ".xlsx":
        from checker.prose.xlsx_document import build_xlsx

        return build_xlsx(data, shown)
    try:
        if suffix == ".docx":
            from checker.prose.docx import build_docx

            return build_docx(data, shown)
        source = SourceText(shown, *decode(data))
    except Unreadable as problem:
        raise Unreadable(SOURCE_WITH_PATH(path=shown, reason=problem.message)) from None
    if suffix == ".md":
        from checker.prose.markdown import build_markdown

        return build_markdown(source)
    from checker.prose.plain import build_plain

    return build_plain(source)
