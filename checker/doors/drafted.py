"""A workspace made of documents: these copied into it, the plan and its upper plans drafted from them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.doors.draft import open_sources, require_documents
from checker.doors.new_period import Period, shipped_above
from checker.doors.starter import config
from checker.messages import Message
from checker.messages.cli import CLI_NEW_PERIOD_OTHER, CLI_NEW_SHIPPED, CLI_NEW_SHIPPED_TOO
from checker.messages.draft import DRAFT_NO_STRUCTURE, DRAFT_OF
from checker.messages.run_error import RunError
from checker.model.words import LEVELS
from checker.source import name_key
from checker.workspace.shipped import shipped_plans

if TYPE_CHECKING:
    from checker.draft.drafting import Source
    from checker.draft.values import Drafted

_PLANS, _UPPER = "规划", "上位规划"


def drafted_workspace(
    own: Sequence[Path], upper: Sequence[Path], period: Period | None = None
) -> tuple[dict[str, bytes], list[Message]]:
    """The files of the workspace by their paths in it, and what was found in which document.

    With `period` the shipped plans of it that stand above are upper plans too; documents that name no period are
    of it. Raises RunError for what cannot be read, for documents of two plans or of another period, and where
    nothing can be drafted.
    """
    from checker.draft.carried import carried_ties
    from checker.draft.drafting import draft, of_two_plans
    from checker.draft.written import found_words, write_draft

    require_documents([*own, *upper])
    files: dict[str, bytes] = {}
    told: list[Message] = []
    uppers: list[Drafted] = []
    texts: list[str] = []
    for sources in _by_plan(open_sources(upper)) if upper else ():
        drafted = draft(sources)
        text = write_draft(drafted)
        _add(files, _UPPER, sources, drafted, text)
        told += [DRAFT_OF(plan=drafted.called, what=one) for one in found_words(drafted, text)]
        uppers.append(drafted)
        texts.append(text)
    sources = open_sources(own)
    apart = of_two_plans(sources)
    if apart is not None:
        raise RunError(apart)
    _place_in(sources, period)
    made = draft(sources)
    # The direct upper plan stands first: the lowest level above.
    uppers.sort(key=_rank)
    names = [one.called for one in uppers]
    told += [CLI_NEW_SHIPPED_TOO(name=name) for name in names if name_key(name) in shipped_plans()]
    shipped = [name for name in shipped_above(period, made.uppers) if name not in names] if period is not None else []
    names += shipped
    texts += [shipped_plans()[name_key(name)].read_text(encoding="utf-8") for name in shipped]
    carried, said = carried_ties(write_draft(made, names), texts)
    text = write_draft(made, names, carried)
    _add(files, _PLANS, sources, made, text)
    told[:0] = [DRAFT_OF(plan=made.called, what=one) for one in (*found_words(made, text), *said)]
    settings = config(has_upper=bool(upper), shipped=shipped).encode("utf-8")
    return {"plancheck.toml": settings, **files}, [*told, *(CLI_NEW_SHIPPED(name=name) for name in shipped)]


def _place_in(sources: Sequence[Source], period: Period | None) -> None:
    """Documents that name no period are of `period`; raises RunError for those of another one."""
    head = sources[0].head
    if period is None or head.period == period:
        return
    if head.period is not None:
        raise RunError(CLI_NEW_PERIOD_OTHER(told=f"{head.period[0]}—{head.period[1]}"))
    head.period = period


def _by_plan(sources: Sequence[Source]) -> list[list[Source]]:
    """The documents of each upper plan, by the names that their titles give; a table without one goes to the last."""
    plans: dict[str, list[Source]] = {}
    for one in sources:
        name = one.head.name or next(reversed(plans), one.path)
        plans.setdefault(name, []).append(one)
    return list(plans.values())


def _rank(drafted: Drafted) -> int:
    ranks = {choice.zh[0]: choice.rank or 0 for choice in LEVELS}
    return ranks.get(drafted.level, 0)


def _add(files: dict[str, bytes], folder: str, sources: Sequence[Source], drafted: Drafted, text: str) -> None:
    from checker.source import read_bytes

    if drafted.is_empty:
        raise RunError(DRAFT_NO_STRUCTURE(path=sources[0].path))
    files[f"{folder}/{drafted.called}.plan"] = text.encode("utf-8")
    for one in sources:
        files[f"{folder}/{Path(one.path).name}"] = read_bytes(Path(one.path), one.path)
