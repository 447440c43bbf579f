"""Words from outside → `Options`: the same for the command line, the Python API and any other door."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from checker.engine.options import Options, Progress
from checker.finding import Severity
from checker.messages import Template
from checker.messages.options import (
    OPTION_AS_OF,
    OPTION_BAD_DATE,
    OPTION_GATE,
    OPTION_JOBS,
    OPTION_LEVEL,
    OPTION_NOT_A_COUNT,
    OPTION_STAGE,
    OPTION_UNKNOWN_WORD,
)
from checker.messages.run_error import RunError
from checker.source import fold, name_key, with_near

_BETWEEN_CODES = re.compile(r"[\s,;、，；]+")


def build_options(  # noqa: PLR0913 - one argument an option, all by name
    *,
    stage: str | None = None,
    as_of: date | str | None = None,
    level: str | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    gate: str | None = None,
    lang: str | None = None,
    jobs: int | str | None = None,
    profile: bool = False,
    baseline: Path | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> Options:
    """The options that these words mean; RunError, naming the option, for a word that means nothing.

    Stage, level and gate are taken in Chinese or English, dates as 2026-03-12 or 2026年3月12日, codes one
    by one or several in one string.
    """
    return Options(
        stage=_choice("STAGES", OPTION_STAGE, stage) if stage else None,
        as_of=parse_day(as_of, OPTION_AS_OF) if isinstance(as_of, str) else as_of,
        level=_choice("LEVELS", OPTION_LEVEL, level) if level else None,
        select=_codes(select),
        ignore=_codes(ignore),
        gate=_gate(gate) if gate else None,
        lang=lang,
        jobs=_count(jobs) if jobs is not None else 1,
        profile=profile,
        baseline=baseline,
        strict=strict,
        progress=progress,
    )


def _choice(table: str, option: Template, word: str) -> str:
    """The stored word of a closed list of the model that `word` stands for."""
    from checker.messages.choices import Choice, choice_words
    from checker.model import words as lists

    choices: tuple[Choice, ...] = getattr(lists, table)
    words = choice_words(choices)
    meanings = {_plain(known): stored for known, stored in words.items()}
    if _plain(word) in meanings:
        return meanings[_plain(word)]
    raise _unknown(option, word, [choice.zh[0] for choice in choices], words)


def _plain(word: str) -> str:
    return name_key(word).replace("_", "").replace("-", "")


def _gate(word: str) -> Severity:
    try:
        return Severity.parse(fold(word))
    except ValueError:
        english = [severity.en for severity in reversed(Severity)]
        raise _unknown(OPTION_GATE, word, english, [*english, *(one.zh for one in Severity)]) from None


def _unknown(option: Template, word: str, shown: list[str], known: Iterable[str]) -> RunError:
    message = OPTION_UNKNOWN_WORD(option=option(), word=word, words="、".join(shown))
    return RunError(with_near(message, word, known))


def parse_day(word: str, option: Template) -> date:
    """The one day that `word` means; RunError, naming the option, for anything else."""
    from checker.quantity import parse_date

    days = parse_date(fold(word).strip())
    if days is None or days.first != days.last:
        raise RunError(OPTION_BAD_DATE(option=option(), word=word))
    return days.first


def _count(word: int | str) -> int:
    text = fold(str(word)).strip()
    # No machine has a number of processors that needs more digits.
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and int(text) > 0):
        raise RunError(OPTION_NOT_A_COUNT(option=OPTION_JOBS(), word=word))
    return int(text)


def _codes(words: str | Iterable[str]) -> tuple[str, ...]:
    texts = [words] if isinstance(words, str) else words
    return tuple(code for text in texts for code in _BETWEEN_CODES.split(fold(text)) if code)
