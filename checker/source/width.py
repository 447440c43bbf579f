"""Full and half width: folding, columns on a screen, and the key of a name.

Every table here maps one character to at most one other, so nothing depends on the text around it.
"""

from __future__ import annotations

import unicodedata

_FULL_WIDTH = {code + 0xFEE0: code for code in range(0x21, 0x7F)}
_FOLDED = {**_FULL_WIDTH, 0x3000: 0x20}

_BLANKS = (*range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200E), 0x2028, 0x2029, 0x202F)
_MORE_BLANKS = (0x205F, 0x2060, 0x3000, 0xFEFF)
_QUOTES = "\"'＂＇“”„‟‘’‚‛〝〞〟「」『』﹁﹂﹃﹄"
_KEYED: dict[int, int | None] = {
    **_FOLDED,
    **{ord(quote): ord('"') for quote in _QUOTES},
    **dict.fromkeys((*_BLANKS, *_MORE_BLANKS)),
}

_NO_COLUMN = frozenset({"Mn", "Me", "Cf"})


def fold(text: str) -> str:
    """`text` with full-width ASCII signs and the ideographic space at half width, character for character.

    “ ” stay as they are: they nest, and " does not.
    """
    return text if text.isascii() else text.translate(_FOLDED)


def display_width(text: str) -> int:
    """Columns that `text` takes in a Chinese console.

    Wide, full-width and ambiguous characters (“ ” … ≥) take two, combining and invisible ones none, all
    others one. A tab counts as one column: who draws it has to replace it first.
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if character < "\x7f":
        return 1
    if unicodedata.category(character) in _NO_COLUMN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def without_blanks(text: str) -> str:
    """`text` without any white space."""
    return "".join(text.split())


def name_key(name: str) -> str:
    """The key under which two spellings of one name are the same.

    Widths folded, letter case gone, all quotation marks alike, blanks dropped, an enclosing 「」 taken off.
    """
    name = name.strip()
    if name[:1] == "「" and name[-1:] == "」":
        name = name[1:-1]
    return name.translate(_KEYED).casefold()
