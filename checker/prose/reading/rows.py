"""The rows of the tables that a reading consists of."""

from __future__ import annotations

from msgspec import Struct

from checker.prose.reading.lexicon import Known
from checker.quantity import Quantity
from checker.statement import Statement


class Stated(Statement):
    """A statement of a text, with what the text shows of it beside the slots.

    `key` is the subject in the one wording, "" where nobody is named, and `known` what the dictionary has of it, by its
    whole name if `exact`; a `vague` one is no ground for comparing. `area` is whose figure it is, "" for the
    document's own; `thing` the project that its heading or the head of its line names; `flow` is new or done where a
    verb tells what is counted (新建, 建成), of for what stands behind its number, fold for 翻番, and `verb` is that
    verb. `counted` are the words right behind the figure.

    `modal` is strive, ensure, expect or done; `rises` 1 or -1 by its verb; `reaches` tells 提高到 from 提高;
    `keeps` is 保持在, `moves` 达到 or 提高到; `average` is 年均, `summed` 累计, `sets_out` 由 before the figure,
    `against` 比2020年的, `each` 分别; `aim` says that 目标 or 计划 stands beside
    it, `spanned` is the first of several years that a level is told of: that of the last, or their sum, and
    `count_of_years` how many years its sentence tells it of (五年累计, 三年建成), 0 where it does not.

    `named_from` to `named_to` is where the subject stands, `told_from` to `told_to` where its time is told, both in
    the source; `passage`, `sentence` and `position` where the figure stands in the reading. `follows` is the row with
    whose subject it goes on, -1 for one of its own. `table`, `row` and `column` are set for the cell of a table.
    """

    key: str = ""
    area: str = ""
    thing: str = ""
    flow: str = ""
    verb: str = ""
    known: Known | None = None
    exact: bool = False
    vague: bool = True
    modal: str = ""
    rises: int = 0
    reaches: bool = False
    keeps: bool = False
    moves: bool = False
    counted: str = ""
    average: bool = False
    summed: bool = False
    each: bool = False
    against: bool = False
    sets_out: bool = False
    aim: bool = False
    spanned: int = 0
    count_of_years: int = 0
    said: Quantity | None = None
    passage: int = -1
    sentence: int = -1
    position: int = -1
    follows: int = -1
    named_from: int = 0
    named_to: int = 0
    told_from: int = 0
    told_to: int = 0
    table: int = -1
    row: int = -1
    column: int = -1


class Edge(Struct, eq=False):
    """A tie between two statements, by their rows.

    `kind` is from_to (由A提高到B), change (A、增长6%: how A came about), part (其中: the second is part of the first)
    or base (比2020年的A: what the first is compared with).
    """

    kind: str
    first: int
    second: int
