"""Where each page lies, and how one leads to another: relative addresses only, so that a folder can be moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha1
from urllib.parse import quote

from checker.model import Element

#: Kinds of elements that have a page of their own, and the folder of it.
OWN_PAGES = {"goal": "goal", "indicator": "indicator", "measure": "measure", "owner": "owner"}
_LENGTH = 10


def slug(*words: str) -> str:
    """A short name of letters and digits that depends on nothing but `words`; it is safe in any address."""
    told = "\0".join(words).encode("utf-8", "backslashreplace")
    return "x" + sha1(told, usedforsecurity=False).hexdigest()[:_LENGTH]


class Addresses:
    """Addresses of pages by their keys: ``goal/x1b2`` is the file ``goal/x1b2.html``.

    With `directories` each page is a folder of its own (``goal/x1b2/``), as MkDocs does it by default.
    """

    def __init__(self, *, directories: bool = False) -> None:
        self._directories = directories
        self._of_element: dict[int, str] = {}

    def name(self, elements: Iterable[Element]) -> None:
        """Give each element of a kind that has pages its key; of two of one name the second has another."""
        seen: dict[tuple[str, str, str], int] = {}
        for element in elements:
            folder = OWN_PAGES.get(element.kind)
            if folder is None:
                continue
            called = (element.plan.name, element.kind, element.name)
            seen[called] = seen.get(called, 0) + 1
            self._of_element[id(element)] = f"{folder}/{slug(*called, *[str(seen[called])] * (seen[called] > 1))}"

    def of(self, element: Element) -> str | None:
        """The key of the page of `element`, None if it has none."""
        return self._of_element.get(id(element))

    def path(self, key: str) -> str:
        """The address of a page below the report."""
        if not self._directories:
            return f"{key}.html"
        folder = key.removesuffix("index")
        return folder if folder != key and (not folder or folder.endswith("/")) else f"{key}/"

    def base(self, key: str) -> str:
        """The way from a page back to the report's own folder: "" or ``../`` some times."""
        return "../" * self.path(key).count("/")

    def link(self, here: str, there: str, anchor: str = "") -> str:
        """The address of page `there` as page `here` writes it."""
        if here == there and anchor:
            return f"#{anchor}"
        way = self.base(here) + self.path(there)
        return f"{way or './'}#{anchor}" if anchor else way or "./"

    def query(self, chosen: Mapping[str, str]) -> str:
        """Filters as they stand in an address."""
        return "&".join(f"{name}={quote(value, safe='')}" for name, value in chosen.items())

    def filtered(self, here: str, there: str, chosen: Mapping[str, str]) -> str:
        """The address of a page that filters, with some of its filters set."""
        return f"{self.link(here, there)}?{self.query(chosen)}"


class OneFile(Addresses):
    """Addresses within one file that holds only some pages; what is not in it has none.

    `held` are their keys; one that ends in / or - stands for all that begin so.
    """

    def __init__(self, held: Iterable[str]) -> None:
        super().__init__()
        self._held = frozenset(held)
        self._beginnings = tuple(key for key in self._held if key.endswith(("/", "-")))

    def holds(self, key: str) -> bool:
        """Whether the file has that page."""
        return key in self._held or key.startswith(self._beginnings)

    def path(self, key: str) -> str:
        """The anchor of a page."""
        return f"#{key.replace('/', '-')}"

    def base(self, key: str) -> str:  # noqa: ARG002 - the same from everywhere
        """Nothing: all is here."""
        return ""

    def link(self, here: str, there: str, anchor: str = "") -> str:  # noqa: ARG002 - the same from everywhere
        """The anchor of a page, "" for one that is not here."""
        return self.path(there) if self.holds(there) else ""

    def filtered(self, here: str, there: str, chosen: Mapping[str, str]) -> str:  # noqa: ARG002 - no filter in it
        """The page itself: one file has no address to filter by."""
        return self.link(here, there)
