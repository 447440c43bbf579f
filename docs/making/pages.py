"""All that is generated: whole pages, and the parts that hand-written pages ask for with `<!-- made: … -->`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from docs.making import commands, fields, output, rooms, rules, shipped, vocabulary
from docs.making.markdown import fence

_DOCS = Path(__file__).resolve().parent.parent
_MARK = re.compile(r"^<!-- made: ([a-z_ ./-]+) -->$", re.MULTILINE)

#: Word of a mark → what makes its text.
_PARTS: dict[str, Callable[[], str]] = {
    "declarations": fields.declaration_table,
    "notes": fields.note_table,
    "commands": commands.render_commands,
    "config": commands.config_table,
    "shipped": shipped.shipped_table,
    "json": output.json_tables,
    "formats": output.format_table,
    "schemas": output.schema_table,
    "rooms": rooms.picture,
    "room_table": rooms.room_table,
}


def whole_pages() -> dict[str, str]:
    """Path below docs/ → Markdown of every generated page."""
    book = rules.load_book()
    pages = {f"rules/{rule.code}.md": rules.render_rule(book, rule) for rule in book.rules}
    pages["rules/index.md"] = rules.render_index(book)
    pages["messages.md"] = rules.render_gallery(book)
    pages["decisions/index.md"] = _decisions()
    pages["vocabulary.md"] = vocabulary.render_vocabulary(book)
    return pages


def _decisions() -> str:
    """The decisions by their titles; one that is added appears by itself."""
    lines = ["# 为什么这样设计\n", "会关上别的门的选择，一项半页：定了什么，为什么，没有选的，代价。\n"]
    for path in sorted((_DOCS / "decisions").glob("[0-9]*.md")):
        title = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        lines.append(f"- [{title}]({path.name})")
    return "\n".join(lines) + "\n"


def fill_in(markdown: str) -> str:
    """`markdown` with its marks replaced. KeyError for a mark that nothing answers."""
    return _MARK.sub(lambda mark: _part(mark.group(1)), markdown)


def _part(words: str) -> str:
    name, _, kind = words.partition(" ")
    if name == "file":
        return fence((_DOCS / kind).read_text(encoding="utf-8"))
    return fields.field_table(kind) if name == "fields" else _PARTS[name]()
