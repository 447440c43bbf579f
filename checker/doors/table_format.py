"""The option by which a command gives a table as text, CSV or JSON."""

from __future__ import annotations

from checker.doors.words import OneOf, Option
from checker.messages.reading import CLI_READ_FORMAT, CLI_READ_FORMAT_VALUE

_FORMATS = ("text", "csv", "json")


def table_format() -> Option:
    """``--format``, handed on as `output_format`; text without it."""
    return Option(
        "--format",
        "output_format",
        words=CLI_READ_FORMAT,
        value=CLI_READ_FORMAT_VALUE,
        type=OneOf(*_FORMATS),
        default="text",
    )
