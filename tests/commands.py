"""The command line, run in this process: streams of bytes, a folder, an exit status.

A process of its own is for tests of what only a process has: its entry point, encodings of its streams, being killed.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from checker.doors.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    """What one command line did."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


def plancheck(*words: str | Path, folder: str | Path = ".") -> Ran:
    """Run ``plancheck`` with the words given, in `folder`."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        status = main([str(word) for word in words])
    return Ran(status, _written(out), _written(err))


def _written(stream: TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, BytesIO)
    return buffer.getvalue().decode("utf-8")


@pytest.fixture
def run() -> Run:
    """Runs ``plancheck`` with the words given."""
    return plancheck
