"""A document without its words: every place stays where it is, and nothing can be read.

What is marked 内部 or 不得外传 goes in this shape into files that others may see: numbers of chapters, lines and
columns still lead to the place, for whoever has the document.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.source import SourceText

if TYPE_CHECKING:
    from checker.prose.document import Document

#: What stands for each character that is not blank.
BLANK = "□"
_VISIBLE = re.compile(r"\S")


def masked(document: Document) -> Document:
    """The same document with `BLANK` for each of its letters, digits and signs; printed numbers of headings stay."""
    from checker.prose.document import Document  # a run without such a document need not know what one is

    source = SourceText(document.source.path, _VISIBLE.sub(BLANK, document.source.text), document.source.encoding)
    blocks = [replace(block, text=_VISIBLE.sub(BLANK, block.text)) for block in document.blocks]
    return Document(
        source,
        blocks,
        document.notes,
        document.unread,
        document.origins,
        pictures=document.pictures,
        internal=document.internal,
        titles={},
    )
