"""Small pieces of Markdown that are safe for any text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_MARKS = re.compile(r"([\\`*_{}\[\]#|<>~])")


def plain(text: str) -> str:
    """`text` so that Markdown shows it as it is."""
    return _MARKS.sub(lambda mark: f"&#{ord(mark.group(1))};", text)


def code(text: str) -> str:
    """`text` as code, also within a table."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;")
    return f"<code>{escaped}</code>"


def codes(words: Iterable[str]) -> str:
    """Words as code, parted by 、."""
    return "、".join(map(code, words))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown already."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace(chr(10), '<br>') for cell in line)} |" for line in lines) + "\n"


def fence(text: str, language: str = "") -> str:
    """`text` in a fence that it cannot close."""
    ticks = max((len(run) for run in re.findall(r"`+", text)), default=0)
    bar = "`" * max(3, ticks + 1)
    return f"{bar}{language}\n{text.rstrip()}\n{bar}\n"
