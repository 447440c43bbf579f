"""Plain text (.txt) as a document: a line is a paragraph; numbered short lines are headings."""

from __future__ import annotations

import re

from checker.prose.document import Document
from checker.prose.headings import Line, outline
from checker.source import SourceText

_LINE = re.compile(r"[^\r\n]+")


def build_plain(source: SourceText) -> Document:
    """The document of a plain text; blank lines are in no block."""
    lines = (Line(found[0], found.start()) for found in _LINE.finditer(source.text) if not found[0].isspace())
    blocks, contents = outline(lines)
    return Document(source, blocks, contents=contents)
