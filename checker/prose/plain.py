"""Plain text (.txt) as a document: a line is a paragraph; numbered short lines are headings."""

from __future__ import annotations

import re

from checker.prose.document import Document
from checker.prose.headings import Line, outline
from checker.prose.page_lines import find_page_lines
from checker.source import SourceText

_LINE = re.compile(r"[^\r\n]+")


def build_plain(source: SourceText) -> Document:
    """The document of a plain text; blank lines are in no block, nor are the lines that pages leave, its `margins`."""
    found = [one for one in _LINE.finditer(source.text) if not one[0].isspace()]
    of_pages = find_page_lines([one[0] for one in found])
    blocks, contents = outline(Line(one[0], one.start()) for at, one in enumerate(found) if at not in of_pages)
    return Document(source, blocks, margins=[found[at][0].strip() for at in sorted(of_pages)], contents=contents)
