"""Workbooks for tests: rows of cells, ranges to merge, formats."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Row = Sequence[Any]


def make_book(
    rows: Sequence[Row],
    merged: Sequence[str] = (),
    formats: Mapping[str, str] | None = None,
    title: str = "主要指标",
    more: Mapping[str, Sequence[Row]] | None = None,
    hidden: Collection[str] = (),
) -> bytes:
    """An .xlsx file with `rows` from A1 on; `more` holds further sheets by their names."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(at, column, value)
    for place, number_format in (formats or {}).items():
        sheet[place].number_format = number_format
    for cells in merged:
        sheet.merge_cells(cells)
    for name, others in (more or {}).items():
        other = book.create_sheet(name)
        for row in others:
            other.append(list(row))
        other.sheet_state = "hidden" if name in hidden else "visible"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same archive with one part changed, or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, change(old.read(name) if name in old.namelist() else b""))
    return stream.getvalue()


def by_spreadsheet(path: Path) -> Path:
    """The same workbook opened and saved by LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("soffice is not installed")
        pytest.skip("soffice is not installed")
    folder = path.parent / "另存"
    home = (path.parent / "家").as_uri()
    command = [program, f"-env:UserInstallation={home}", "--headless", "--convert-to", "xlsx", "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)
    return folder / path.name
