"""The pages under docs/, and the shell sessions among them played.

What blocks and the comments before them mean: `docs/making/blocks.py`. In a console block a line that begins
with `> ` is a command, the others are what it prints, `…` any lines; `<!-- in: repository -->` runs them there,
`<!-- status: 1 -->` tells the exit status of its commands, 0 if nothing is told.
"""

from __future__ import annotations

import re
import shlex
from contextlib import chdir
from pathlib import Path

import pytest

from checker.doors.cli import main
from docs.making.blocks import Block, Files, commands, cut

__all__ = ["DOCS", "ROOT", "Block", "all_blocks", "blocks", "commands", "fits", "play"]

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
_ANY = "…"


def blocks(page: str) -> list[Block]:
    return cut(page, (DOCS / page).read_text(encoding="utf-8"))


def all_blocks(language: str) -> list[Block]:
    pages = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.glob("*.md"))
    return [block for page in pages for block in blocks(page) if block.language == language]


def play(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Do all that a page says, from top to bottom, in the current folder."""
    files = Files(Path())
    for block in blocks(page):
        files.take(block)
        if block.language == "console":
            _run(block, capsys)


def _run(block: Block, capsys: pytest.CaptureFixture[str]) -> None:
    status = int(block.argument) if block.task == "status" else 0
    with chdir(ROOT if block.task == "in" else "."):
        _run_here(block, status, capsys)


def _run_here(block: Block, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    for line, shown in commands(block.text):
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
