"""Short texts of made-up places, and what they are read as."""

from __future__ import annotations

from checker.prose.plain import build_plain
from checker.prose.reading import Reading, read
from checker.prose.reading.rows import Stated
from checker.source import SourceText

TITLE = "云川市国民经济和社会发展第十五个五年规划纲要\n"
REPORT = "2026年云川市政府工作报告\n"


def read_text(text: str, name: str = "纲要.txt") -> Reading:
    return read(build_plain(SourceText(name, text)))


def words(reading: Reading, row: Stated) -> str:
    return reading.document.source.text[row.start : row.end]


def rows(text: str, title: str = TITLE) -> list[tuple[str, str, int | None, int | None, str]]:
    """The statements of a text: subject, measure, first and last year, the figure as written."""
    reading = read_text(title + text)
    return [
        (row.name, row.measure.value, row.first_year, row.last_year, words(reading, row)) for row in reading.statements
    ]
