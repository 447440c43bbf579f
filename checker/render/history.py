"""The rounds of a draft for readers: text, JSON, and Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from checker.finding import Severity
from checker.messages.revise import REVISE_FINDING
from checker.messages.rounds import (
    HISTORY_ABSENT,
    HISTORY_BROKE,
    HISTORY_HEADINGS,
    HISTORY_MENDED,
    HISTORY_MORE,
    HISTORY_NO_TARGETS,
    HISTORY_NOT_KEPT,
    HISTORY_ROUND,
    HISTORY_TARGET_HEADINGS,
    HISTORY_TARGETS,
    HISTORY_UNCHECKED,
    HISTORY_UNSEEN,
)
from checker.render.markdown import plain_markdown
from checker.render.text import stage_word
from checker.render.visible import json_text, visible
from checker.revise.history import Moved, Step
from checker.source import display_width

if TYPE_CHECKING:
    from checker.render.exchange_schema import HistoryFindingJson, HistoryJson
    from checker.workspace.rounds import KeptFinding

HISTORY_VERSION: Final = "1.1"
_SHOWN = 30
_SEVERITIES = tuple(one.en for one in sorted(Severity, reverse=True))


def render_history(steps: Sequence[Step], moved: Sequence[Moved], lang: str = "zh") -> str:
    """Text: a table of the rounds, what each mended and broke, and the targets that moved."""
    lines = _columns([_headings(lang), *(_counts(step, lang) for step in steps)])
    for step in steps:
        lines += _told(step, lang, "", "  ", visible)
    lines += ["", HISTORY_TARGETS().text(lang) if moved else HISTORY_NO_TARGETS().text(lang)]
    if moved:
        lines += _columns([_target_headings(steps, lang), *(_target(one, lang) for one in moved)])
    return "".join(f"{line}\n" for line in lines)


def render_history_markdown(steps: Sequence[Step], moved: Sequence[Moved], lang: str = "zh") -> str:
    """The same as Markdown, in which nothing of a plan is markup."""
    lines = list(_table([_headings(lang), *(_counts(step, lang) for step in steps)]))
    for step in steps:
        lines += _told(step, lang, "#### ", "- ", plain_markdown)
    lines += ["", f"#### {HISTORY_TARGETS().text(lang)}" if moved else HISTORY_NO_TARGETS().text(lang), ""]
    if moved:
        lines += _table([_target_headings(steps, lang), *(_target(one, lang) for one in moved)])
    return "".join(f"{line}\n" for line in lines)


def render_history_json(steps: Sequence[Step], moved: Sequence[Moved], lang: str = "zh") -> str:
    """The same for other programs."""
    written: HistoryJson = {
        "schema_version": HISTORY_VERSION,
        "rounds": [
            {
                "name": step.kept.name,
                "date": step.kept.day,
                "stage": step.kept.stage,
                "as_of": step.kept.as_of,
                "errors": step.counts.get("error", 0),
                "warnings": step.counts.get("warning", 0),
                "infos": step.counts.get("info", 0),
                "waived": step.counts.get("waived", 0),
                "verdict": step.kept.account.verdict if step.kept.account is not None else None,
                "sentence": _verdict(step, lang) if step.kept.account is not None else None,
                "unchecked": _unchecked(step, lang),
                "mended": [_object(one, lang) for one in step.mended],
                "new": [_object(one, lang) for one in step.new],
                "unseen": [_object(one, lang) for one in step.unseen],
            }
            for step in steps
        ],
        "targets": [
            {"plan": one.plan, "indicator": one.indicator, "item": one.item, "values": [v or None for v in one.values]}
            for one in moved
        ],
    }
    return json_text(written) + "\n"


def _object(one: KeptFinding, lang: str) -> HistoryFindingJson:
    return {
        "fingerprint": one.fingerprint,
        "code": one.code,
        "severity": one.severity,
        "plan": one.plan,
        "message": _message(one, lang),
    }


def _message(one: KeptFinding, lang: str) -> str:
    return one.message_en if lang == "en" else one.message


def _finding(one: KeptFinding, lang: str) -> str:
    severity = Severity.parse(one.severity)
    told = severity.en if lang == "en" else severity.zh
    return REVISE_FINDING(severity=told, code=one.code, said=_message(one, lang)).text(lang)


def _headings(lang: str) -> list[str]:
    return HISTORY_HEADINGS().text(lang).split("|")


def _counts(step: Step, lang: str) -> list[str]:
    counts = [str(step.counts.get(word, 0)) for word in (*_SEVERITIES, "waived")]
    return [
        step.kept.name,
        step.kept.day,
        stage_word(step.kept.stage, lang),
        *counts,
        str(len(step.mended)),
        str(len(step.new)),
    ]


def _target_headings(steps: Sequence[Step], lang: str) -> list[str]:
    return [*HISTORY_TARGET_HEADINGS().text(lang).split("|"), *(step.kept.name for step in steps)]


def _target(one: Moved, lang: str) -> list[str]:
    absent = HISTORY_ABSENT().text(lang)
    return [one.plan, one.indicator, one.item, *(value or absent for value in one.values)]


def _told(step: Step, lang: str, head: str, bullet: str, plain: Callable[[str], str]) -> Iterator[str]:
    yield ""
    yield head + plain(HISTORY_ROUND(name=step.kept.name, day=step.kept.day).text(lang))
    yield ""
    yield plain(_verdict(step, lang))
    groups = [
        (HISTORY_UNCHECKED, _unchecked(step, lang)),
        (HISTORY_MENDED, [_finding(one, lang) for one in step.mended]),
        (HISTORY_BROKE, [_finding(one, lang) for one in step.new]),
        (HISTORY_UNSEEN, [_finding(one, lang) for one in step.unseen]),
    ]
    for title, told in groups:
        if told:
            yield ""
            yield title().text(lang)
            yield from (f"{bullet}{plain(one)}" for one in told[:_SHOWN])
            if len(told) > _SHOWN:
                yield f"{bullet}{HISTORY_MORE(count=len(told) - _SHOWN).text(lang)}"


def _verdict(step: Step, lang: str) -> str:
    account = step.kept.account
    return HISTORY_NOT_KEPT().text(lang) if account is None else _in(account.said, lang)


def _unchecked(step: Step, lang: str) -> list[str]:
    account = step.kept.account
    return [_in(point, lang) for point in account.unchecked] if account is not None else []


def _in(said: tuple[str, str], lang: str) -> str:
    return said[1] if lang == "en" else said[0]


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(display_width(row[at]) for row in shown) for at in range(len(shown[0]))]
    return [
        "  ".join(cell + " " * (width - display_width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in shown
    ]


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for at, row in enumerate(rows):
        yield "| " + " | ".join(plain_markdown(cell).replace("|", "\\|") for cell in row) + " |"
        if not at:
            yield "|" + " --- |" * len(row)
