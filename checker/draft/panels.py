"""The panels of an outline (专栏3 …) with what is told off in them, and the tables of projects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from checker.prose.reading import Reading
from checker.prose.reading.leads import Lead
from checker.prose.reading.outline import Head
from checker.prose.reading.registers import Register

#: So long is the name of a project.
_SHORTEST, _LONGEST = 4, 40


class Item(Struct, eq=False):
    """What a panel tells off: its name, where it stands; from a table of projects the last year and its words."""

    name: str
    start: int
    last_year: int = 0
    content: str = ""


class Panel(Struct, eq=False):
    """A panel: its title, where it stands from and to, its items."""

    title: str
    start: int
    end: int
    items: list[Item] = field(default_factory=list)


def find_panels(reading: Reading) -> list[Panel]:
    """The panels in order, and, under the titles above them, the tables of projects outside of panels."""
    tables = {one.grid.first: items for one in reading.registers if (items := _projects(one))}
    made = (_panel(reading, head, tables) for head in reading.heads if head.form == "专栏")
    panels = [panel for panel in made if panel is not None]
    for grid in reading.grids:
        items = tables.get(grid.first, [])
        if items:
            title = re.sub(r"^表\s?[0-9一二三四五六七八九十]*\s*", "", grid.above.strip())
            panels.append(Panel(title if len(title) <= 30 else "", items[0].start, items[-1].start, items))
    return sorted(panels, key=lambda panel: panel.start)


def _panel(reading: Reading, head: Head, tables: dict[int, list[Item]]) -> Panel | None:
    if not head.title:
        return None
    block = reading.document.blocks[reading.passages[head.passage].first]
    leads = [lead for lead in reading.leads if lead.passage > head.passage]
    inside = list(_inside(leads, block.cell.table if block.cell is not None else 0, head))
    items = [Item(lead.words, lead.start) for lead in inside]
    end = inside[-1].end if inside else head.end
    panel = Panel(head.title, head.start, end, items)
    after = reading.passages[head.passage].last + 1
    for first in (after, after + 1):
        if first in tables:
            panel.items += tables.pop(first)
            panel.end = panel.items[-1].start
            break
    return panel


def _inside(leads: Sequence[Lead], table: int, head: Head) -> Iterator[Lead]:
    """The leads that a panel holds: those in its table, else those of the first number behind it that count on."""
    if not table and leads and leads[0].cell and leads[0].passage == head.passage + 1:
        table = leads[0].cell
    if table:
        inside = []
        for lead in leads:
            if lead.cell != table:
                break
            inside.append(lead)
        marked = [lead for lead in inside if lead.form]
        form = marked[0].form if marked else ""
        yield from (lead for lead in inside if lead.form == form and (form or not lead.alone))
        return
    expected, form = 1, ""
    for lead in leads:
        if lead.level or lead.form in ("专栏", "表", "图"):
            return
        if not lead.form:
            continue
        if not form and lead.number in (0, 1) and lead.passage <= head.passage + 2:
            form = lead.form
        if lead.form == form and lead.number in (0, expected):
            expected += 1
            yield lead
        elif lead.form == form or not form:
            return


# ---- tables of projects


def _projects(register: Register) -> list[Item]:
    """The projects that a table lists."""
    return [
        Item(row.name, row.start, row.years[1] if row.years is not None else 0, row.content)
        for row in register.items
        if _SHORTEST <= len(row.name) <= _LONGEST
    ]
