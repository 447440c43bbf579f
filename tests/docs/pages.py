"""The pages under docs/ cut into their code blocks, and the shell sessions among them played.

A block is told by its language (```plan, ```console …). A comment on the line before it may say what to do:
`<!-- write: F -->` the block is the file F, `<!-- append: F -->` it goes to the end of F,
`<!-- find: F -->` it stands in F, and the next block, `<!-- put -->`, takes its place.
In a console block a line that begins with `> ` is a command, the others are what it prints, `…` any lines;
`<!-- in: repository -->` runs them there, `<!-- status: 1 -->` tells the exit status of its commands, 0 if
nothing is told.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.doors.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
_BLOCK = re.compile(r"(?:^<!-- (\w+)(?:: ([^\n]+?))? -->\n)?^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ANY = "…"


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


def blocks(page: str) -> list[Block]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return [
        Block(page, text.count("\n", 0, match.start(3)) + 1, match[3], match[4], match[1] or "", match[2] or "")
        for match in _BLOCK.finditer(text)
    ]


def all_blocks(language: str) -> list[Block]:
    pages = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.glob("*.md"))
    return [block for page in pages for block in blocks(page) if block.language == language]


def play(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Do all that a page says, from top to bottom, in the current folder."""
    wanted: Block | None = None
    for block in blocks(page):
        match block.task:
            case "write":
                _write(block.argument, block.text)
            case "append":
                _write(block.argument, Path(block.argument).read_text(encoding="utf-8") + block.text)
            case "find":
                wanted = block
            case "put":
                assert wanted is not None, block
                _replace(wanted, block)
        if block.language == "console":
            _run(block, capsys)


def _write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _replace(wanted: Block, block: Block) -> None:
    text = Path(wanted.argument).read_text(encoding="utf-8")
    assert text.count(wanted.text) == 1, wanted
    _write(wanted.argument, text.replace(wanted.text, block.text))


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console block with what it prints."""
    for part in re.split(r"^> ", block.text, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        yield line, shown


def _run(block: Block, capsys: pytest.CaptureFixture[str]) -> None:
    status = int(block.argument) if block.task == "status" else 0
    with chdir(ROOT if block.task == "in" else "."):
        _run_here(block, status, capsys)


def _run_here(block: Block, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    for line, shown in commands(block):
        name, *words = shlex.split(line)
        assert name == "plancheck", block
        capsys.readouterr()
        assert main(words) == status, f"{block}: {line}"
        told = capsys.readouterr()
        assert fits(shown, told.out + told.err), f"{block}: {line}\n{told.out}{told.err}"


def fits(shown: str, told: str) -> bool:
    """Whether `told` is what is shown, where a line … stands for any lines."""
    lines = ("(?:.*\n)*?" if line == _ANY else re.escape(line) + "\n" for line in shown.rstrip("\n").split("\n"))
    return re.fullmatch("".join(lines), told.rstrip("\n") + "\n") is not None
