"""What a draft holds, before it is written: names with the words of the text that they come from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from checker.messages import Message
from checker.prose.indicator_table import IndicatorRow

_LONGEST_QUOTE = 60


class QuotedName(Struct):
    """A name with the words of the text that it comes from, "" if they cannot be quoted, and its chapter."""

    name: str
    quote: str = ""
    chapter: str = ""


class Listed(Struct):
    """A heading of the outline: `rank` 0 for 部分, 1 for 章, 2 for 节; what a plan file calls it, and its title."""

    rank: int
    name: str
    title: str
    start: int
    end: int
    chapter: str = ""


class Goal(QuotedName):
    """A goal, and the places in the main text of what is said of it; `measured` are names of indicators."""

    start: int = 0
    end: int = 0
    measured: list[str] = field(default_factory=list)


class Series(QuotedName):
    """An indicator: its unit, and its figures by year or basis, each as a plan file writes it, with other values.

    `row` is its row in the table, if it is there, `doubts` what is said of that row; `scope` the part of the own area
    that it is of.
    """

    unit: str = ""
    scope: str = ""
    figures: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    row: IndicatorRow | None = None
    doubts: list[Message] = field(default_factory=list)


class Slogan(QuotedName):
    """A counted phrase and its members; `partial` where the list is open or has not so many."""

    members: list[str] = field(default_factory=list)
    partial: bool = False


class Task(QuotedName):
    """A measure: `kind` is the word of its type, `part_of` the measure that it stands under, "" for none.

    `supports` are goals that it may serve, `deadline` and `content` what a table of projects says of it.
    """

    kind: str = "任务"
    part_of: str = ""
    supports: list[str] = field(default_factory=list)
    deadline: str = ""
    content: str = ""
    start: int = 0


class Drafted(Struct):
    """All of a draft. `texts` are the files with their roles, `unread` what of them could not be read.

    `uppers` are the names of the upper plans that the documents speak of.
    """

    title: str = ""
    name: str = ""
    kind: str = ""
    stage: str = ""
    level: str = ""
    period: tuple[int, int] | None = None
    texts: list[tuple[str, str]] = field(default_factory=list)
    outline: Sequence[Listed] = ()
    overall: Goal | None = None
    goals: Sequence[Goal] = ()
    goals_from: Message | None = None
    indicators: Sequence[Series] = ()
    notes: list[Message] = field(default_factory=list)
    slogans: Sequence[Slogan] = ()
    tasks: Sequence[Task] = ()
    bases: Sequence[QuotedName] = ()
    uppers: Sequence[str] = ()
    unread: list[Message] = field(default_factory=list)

    @property
    def called(self) -> str:
        """The name of the plan: what its title says, else the name of the first file."""
        first = self.texts[0][0] if self.texts else "规划."
        return self.name or first.rpartition(".")[0]

    @property
    def has_table(self) -> bool:
        """Whether a table of indicators was read."""
        return any(one.row is not None for one in self.indicators)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found that a plan file could begin with."""
        return not (self.outline or self.goals or self.slogans or self.indicators or self.tasks)

    def counts(self) -> Mapping[str, int]:
        """How many of each were found, by the words of a plan file."""
        ranks = [one.rank for one in self.outline]
        return {
            "部分": ranks.count(0),
            "章": ranks.count(1),
            "节": ranks.count(2),
            "目标": len(self.goals),
            "指标": sum(one.row is not None for one in self.indicators),
            "表外指标": sum(one.row is None for one in self.indicators),
            "提法": len(self.slogans),
            "举措": len(self.tasks),
            "上位依据": len(self.bases),
        }


def quotable(text: str) -> str:
    """`text` if a plan file can quote it word for word, else ""."""
    plain = text.strip()
    if not plain or len(plain) > _LONGEST_QUOTE or re.search(r"\s", plain):
        return ""
    return plain if re.fullmatch(r"(?:[^“”]|“[^“”]*”)*", plain) else ""
