"""A page cut into its code blocks, and the files that they write.

A block is told by its language (```plan, ```console …). A comment on the line before it may say what to do:
`<!-- write: F -->` the block is the file F, `<!-- append: F -->` it goes to the end of F,
`<!-- find: F -->` it stands in F, and the next block, `<!-- put -->`, takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(r"(?:^<!-- (\w+)(?:: ([^\n]+?))? -->\n)?^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One code block: its language, its text, and what the comment before it says."""

    page: str
    line: int
    language: str
    text: str
    task: str
    argument: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def cut(page: str, text: str) -> list[Block]:
    """The blocks of the page called `page`, whose Markdown is `text`."""
    return [
        Block(page, text.count("\n", 0, match.start(3)) + 1, match[3], match[4], match[1] or "", match[2] or "")
        for match in BLOCK.finditer(text)
    ]


class Files:
    """The files that the blocks of one page write, below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._wanted: Block | None = None

    def take(self, block: Block) -> None:
        """Do what the comment before `block` says. ValueError if what is to be replaced is not there, once."""
        match block.task:
            case "write":
                self._write(block.argument, block.text)
            case "append":
                self._write(block.argument, self._read(block.argument) + block.text)
            case "find":
                self._wanted = block
            case "put":
                self._put(block)

    def _put(self, block: Block) -> None:
        wanted = self._wanted
        if wanted is None or self._read(wanted.argument).count(wanted.text) != 1:
            raise ValueError(f"{wanted or block}: not found once")
        self._write(wanted.argument, self._read(wanted.argument).replace(wanted.text, block.text))

    def _read(self, name: str) -> str:
        return (self._folder / name).read_text(encoding="utf-8")

    def _write(self, name: str, text: str) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block (a line that begins with `> `) with what it prints."""
    for part in re.split(r"^> ", text, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        yield line, shown
