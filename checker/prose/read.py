"""The bytes of a plan text → its document, by the kind of file."""

from __future__ import annotations

from checker.messages.source import SOURCE_WITH_PATH
from checker.prose.document import Document
from checker.source import SourceText, Unreadable, decode

#: The suffixes of files that can be read as texts.
TEXT_SUFFIXES = frozenset({".txt", ".md", ".docx", ".xlsx"})


def read_document(data: bytes, suffix: str, shown: str) -> Document:
    """The document in `data`, the content of a file that ends in `suffix` and is known to readers as `shown`.

    Raises Unreadable, naming `shown`, for what cannot be read. `suffix` is one of TEXT_SUFFIXES, in lower case.
    """
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
