"""What a run may be told; every door fills in the same form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from checker.finding import Severity
from checker.messages import Message
from checker.workspace import Workspace

#: Called with steps done, steps in all (0 if not known) and what is being done.
Progress = Callable[[int, int, Message], None]


@dataclass(slots=True, unsafe_hash=True, repr=False)
class Options:
    """The options of one check.

    `stage` and `level` are the stored (English) words of `checker.model.words` and overrule what the plans
    say; `as_of` is the day by which everything is judged (default: 成稿 of the plan, else today).
    `select` keeps only the codes named, `ignore` drops those named; each is a code (PC201), a
    beginning of codes (PC2) or a slug. `gate` and `lang` are None where nobody told; the configuration or
    the defaults (error, zh) hold then, and the report says which. `profile` asks for time and rows of
    each rule. `strict`: what was not checked counts as a failure.
    """

    stage: str | None = None
    as_of: date | None = None
    level: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    gate: Severity | None = None
    lang: str | None = None
    jobs: int = 1
    profile: bool = False
    baseline: Path | None = None
    strict: bool = False
    progress: Progress | None = field(default=None, compare=False)
    #: From which folder the paths in the report are told: the working folder, if None.
    shown_from: Path | None = None
    #: What takes the place of a workspace once it is read: a trial checks plans that nobody has written.
    amend: Callable[[Workspace], Workspace] | None = field(default=None, compare=False)
