"""Text with places.

In: the bytes of a file, or a path to one.
Out: `SourceText`, the decoded text that knows the line and column of each of its characters; `Span`, a
stretch of it; or `Unreadable`, one exception with one sentence for everything that cannot be read.
Words: an *offset* counts characters of the decoded text from 0; a *place* is line and column from 1 with
the offset; *folding* brings full-width signs to half width one to one, so offsets stay true; the
*display width* of a text is counted in columns of a Chinese console; a *name key* is what two spellings
of one name have in common; a name is *near* a word that may have been written for it; the *shown* path is
the one a reader sees, with ``/`` on every system; an *expression* is a pattern with the words without which it has no
match.
"""

from checker.source.decoding import Unreadable, decode, read_bytes, read_source
from checker.source.expression import Expression
from checker.source.near import near_words, nearest, with_near, with_near_file
from checker.source.text import Place, SourceText, Span
from checker.source.width import display_width, fold, name_key, without_blanks

__all__ = [
    "Expression",
    "Place",
    "SourceText",
    "Span",
    "Unreadable",
    "decode",
    "display_width",
    "fold",
    "name_key",
    "near_words",
    "nearest",
    "read_bytes",
    "read_source",
    "with_near",
    "with_near_file",
    "without_blanks",
]
