"""One table of all texts of a run: rows numbered one behind the other, columns as lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from checker.checks.object_kinds import Source
from checker.checks.text_kinds import TextKind
from checker.rules.tables import Column
from checker.source import Span

if TYPE_CHECKING:
    from checker.checks.plan_texts import PlanText
    from checker.prose.reading.sheets import Row


class TextTable:
    """The rows of one kind in `texts`, each given with the row of its plan; the first row has the number `first`."""

    def __init__(self, kind: TextKind, texts: Sequence[tuple[PlanText, int]], first: int) -> None:
        from checker.prose.reading.sheets import rows_of

        self._first = first
        self._rows: list[Row] = []
        self._texts: list[PlanText] = []
        self._wholes: list[int] = []
        for text, whole in texts:
            found = rows_of(text.reading, kind.sheet)
            self._rows += found
            self._texts += [text] * len(found)
            self._wholes += [whole] * len(found)
        self.rows = range(first, first + len(self._rows))

    def text_of(self, row: int) -> PlanText:
        """The text in which a row stands."""
        return self._texts[row - self._first]

    def place(self, row: int) -> Span:
        """Where the row stands."""
        found = self._rows[row - self._first]
        return Span(self.text_of(row).source, found.start, found.end)

    def column(self, source: Source) -> Column:
        """The values of one attribute."""
        first, rows, given = self._first, self._rows, source.given
        values = self._of_table(source.attribute.attr) or list(map(source.read, rows))
        many = source.attribute.type.many
        return Column(lambda row: values[row - first], lambda row: given(rows[row - first]), many)

    def _of_table(self, attr: str) -> list[Any] | None:
        """What the table knows and a row does not; None for all else."""
        match attr:
            case "plan":
                return self._wholes
            case "file":
                return [text.source.path.rpartition("/")[2] for text in self._texts]
            case "words":
                return [self.place(row).text for row in self.rows]
            case "place":
                return list(self.rows)
            case _:
                return None
