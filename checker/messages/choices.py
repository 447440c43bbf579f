"""Words of closed lists, Chinese and English side by side."""

from __future__ import annotations

from functools import cache

from msgspec import Struct


class Choice(Struct, frozen=True):
    """A word of a closed list: what is stored is `en`; `rank` is its place where the list has an order."""

    en: str
    zh: tuple[str, ...]
    rank: int | None = None


@cache
def choice_words(choices: tuple[Choice, ...]) -> dict[str, str]:
    """Chinese and English words of a closed list → the English word."""
    return {word: choice.en for choice in choices for word in (*choice.zh, choice.en)}


#: Whether something is so.
FLAGS = (Choice("yes", ("是",)), Choice("no", ("否",)), Choice("unknown", ("不明",)))
