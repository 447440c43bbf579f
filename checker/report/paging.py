"""Long lists over several pages: keys, and the row of links between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from checker.report.view import View

Row = TypeVar("Row")


@dataclass(slots=True, eq=False, repr=False)
class Turn:
    """One link of the row."""

    name: str
    url: str
    here: bool


def page_key(key: str, number: int) -> str:
    """The key of the page of that number, from 1, of a list whose first page is `key`."""
    return key if number == 1 else f"{key}-{number}"


def cut(rows: Sequence[Row], size: int) -> Iterator[tuple[int, Sequence[Row]]]:
    """The rows page by page with the number of the page; at least one page."""
    for number, start in enumerate(range(0, max(len(rows), 1), size), 1):
        yield number, rows[start : start + size]


def turns(view: View, keys: Sequence[str]) -> list[Turn]:
    """The links to all pages of a list, as the page of `view` shows them."""
    return [Turn(str(number), view.link(key), key == view.here) for number, key in enumerate(keys, 1)]


def list_keys(key: str, count: int, size: int) -> list[str]:
    """The keys of all pages of a list of `count` rows."""
    return [page_key(key, number + 1) for number in range(max(1, -(-count // size)))]
