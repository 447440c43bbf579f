"""What mkdocs calls while it builds: generated pages come in, marks are filled in, the search index goes out."""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
# mkdocs loads this file by its path; the package and its neighbours lie in the checkout.
sys.path.insert(0, str(ROOT))

_HEADING = re.compile(r'<h[1-4] id="([^"]*)">(.*?)</h[1-4]>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_BLANKS = re.compile(r"\s+")
#: Sections of the site: title, address below the site, plain text.
_sections: list[tuple[str, str, str]] = []


def on_files(files: Any, config: Any) -> Any:
    """Add the pages that are generated whole."""
    from mkdocs.structure.files import File

    from docs.making.pages import whole_pages

    _sections.clear()
    for path, markdown in whole_pages().items():
        written = files.get_file_from_path(path)
        if written is not None:  # what `plancheck rules docs` left here
            files.remove(written)
        files.append(File.generated(config, path, content=markdown))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Fill in the marks of a hand-written page; one below a list belongs to that list in the contents."""
    from docs.making.pages import fill_in

    if page.meta.get("report"):  # a page of the sample report, made whole
        return markdown
    folder = page.url.rpartition("/")[0]
    if folder and page.url != f"{folder}/index.html":
        page.meta["section"] = f"{folder}/index.html"
    return fill_in(markdown)


def on_page_content(content: str, page: Any, **_: Any) -> str:
    """Take the text of a page for the search index."""
    if page.meta.get("report"):
        return content
    sections = cut_sections(content, page.title or "", page.url)
    # A page about one rule is one thing to find, not one a heading.
    _sections.extend([join_sections(sections)] if page.url.startswith("rules/PC") else sections)
    # A wide table scrolls by itself, not the page.
    return content.replace("<table>", '<div class="table"><table>').replace("</table>", "</table></div>")


def cut_sections(content: str, title: str, url: str) -> Iterator[tuple[str, str, str]]:
    """A page cut at its headings: title with the page's own, address, plain text."""
    heads = list(_HEADING.finditer(content))
    ends = [head.start() for head in heads[1:]] + [len(content)]
    for head, end in zip(heads, ends, strict=True):
        own = _plain(head.group(2))
        shown = own if own == title else f"{title} › {own}"
        yield shown, f"{url}#{head.group(1)}", _plain(content[head.end() : end])


def join_sections(sections: Iterable[tuple[str, str, str]]) -> tuple[str, str, str]:
    """The sections of a page as one, under its first heading."""
    (title, address, text), *others = sections
    return title, address, " ".join([text, *(f"{head} {below}" for head, _, below in others)])


def _plain(content: str) -> str:
    return _BLANKS.sub(" ", html.unescape(_TAG.sub(" ", content))).strip()


def on_post_build(config: Any, **_: Any) -> None:
    """Write the index as a script: a page opened from a folder may load a script, but no data."""
    data = json.dumps(_sections, ensure_ascii=False, separators=(",", ":"))
    # Two signs end a line within a script, and one sequence ends the script.
    data = data.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    Path(config.site_dir, "js", "search-index.js").write_text(f"var SEARCH_INDEX = {data};\n", encoding="utf-8")
