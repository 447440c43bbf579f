"""What the report's pages and the 衔接对照 sheet say of a workspace, read from what a reader is given."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from benchmarks.meaning.world import CITY, PROVINCE, World


class Row(NamedTuple):
    """A line of the indicator table: the badge beside the name, its cells by their heads, codes on its own page."""

    badge: str
    cells: dict[str, str]
    codes: frozenset[str]


class Pages(NamedTuple):
    """The indicator table by name, what pages say is asked and whether it is answered, and the sheet by name.

    `ties` are those of pages of two plans, by the name of the lower end: its badge, the mode, both values.
    """

    indicators: dict[str, Row]
    asked: dict[str, bool]
    ties: dict[str, tuple[str, str, str, str]]
    sheet: dict[str, list[str]]


def read_pages(world: World, folder: Path) -> Pages:
    """Make the report and the sheet of what was written to `folder`, and read them."""
    from checker.doors.cli import main

    out = folder / "报告"
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        main(["report", str(folder), "-o", str(out)])
        main(["table", "衔接对照", str(folder), "-o", str(folder / "衔接对照.xlsx")])
    asked: dict[str, bool] = {}
    ties: dict[str, tuple[str, str, str, str]] = {}
    for page in (out / "pair").glob("*.html"):
        text = page.read_text(encoding="utf-8")
        if not re.search(rf"<h1>{world.name} → (?:{CITY}|{PROVINCE})</h1>", text):
            continue
        first, _, second = text.partition("上级要求响应的</h2>")
        for cells in _rows(first):
            name, *badge = cells[0].split(" ")
            ties[name] = (badge[-1] if badge else "", cells[3], cells[4], cells[5])
        for cells in _rows(second.partition("<h2>")[0]):
            asked[cells[0].split(" ")[0]] = "没有响应" not in cells[2]
    return Pages(_indicators(out / "indicators" / "index.html"), asked, ties, _sheet(folder / "衔接对照.xlsx"))


def _rows(text: str) -> Iterator[list[str]]:
    for row in re.findall(r"<tr>(.*?)</tr>", text, re.DOTALL):
        cells = [_plain(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)]
        if cells:
            yield cells


def _plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def _indicators(path: Path) -> dict[str, Row]:
    found = {}
    for row in re.findall(r"<tr>(.*?)</tr>", path.read_text(encoding="utf-8"), re.DOTALL):
        name = re.search(r'class="pc-name">(.*?)</th>', row, re.DOTALL)
        if name is not None:
            words = _plain(name[1]).split(" ", 1)
            cells = re.findall(r'<td[^>]*data-head="([^"]*)"[^>]*>(.*?)</td>', row, re.DOTALL)
            badge = words[1].split(" ")[-1] if len(words) > 1 else ""
            (address,) = set(re.findall(r'href="([^"#]*)', name[1]))
            said = (path.parent / address).read_text(encoding="utf-8")
            codes = frozenset(re.findall(r"<b>(PC[0-9]+)</b>", said))
            found[words[0]] = Row(badge, {head: _plain(cell) for head, cell in cells}, codes)
    return found


def _sheet(path: Path) -> dict[str, list[str]]:
    """Name of an indicator → the texts of its row."""
    if not path.exists():
        return {}
    with ZipFile(path) as book:
        names = [one for one in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", one)]
        text = "".join(book.read(one).decode("utf-8") for one in names)
    found = {}
    for row in re.findall(r"<row .*?</row>", text, re.DOTALL):
        cells = [_text(cell) for cell in re.findall(r"<c (?:[^>]*/>|.*?</c>)", row, re.DOTALL)]
        if len(cells) > 2:
            found[cells[2]] = cells
    return found


def _text(cell: str) -> str:
    return html.unescape("".join(re.findall(r"<(?:t|v)(?: [^>]*)?>(.*?)</(?:t|v)>", cell, re.DOTALL)))


def number_in(words: str) -> Fraction | None:
    """The first number that is written."""
    match = re.search(r"-?[0-9][0-9,]*(?:\.[0-9]+)?", words)
    return Fraction(match[0].replace(",", "")) if match else None
