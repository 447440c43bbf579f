"""Which rules a word means: wherever a rule is named, on the command line, in a configuration, in a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.messages import Message
from checker.messages.rules import RULE_UNKNOWN, RULE_UNKNOWN_NOWHERE
from checker.rules.typed import Rule
from checker.source import fold, name_key, with_near

_BEGINNING = re.compile(r"[A-Z]{2,}[0-9]*")


class RuleNames:
    """The names of the rules of a book: each has its code, its slug and its title in both languages.

    A word also means the rules whose codes begin with it, if it has all their letters: PC2, PC. `faulty`: some rules
    of the book could not be read, so that a word may be the name of one of them.
    """

    def __init__(self, rules: Iterable[Rule], *, faulty: bool = False) -> None:
        self._codes: list[str] = []
        self._by_key: dict[str, set[str]] = {}
        self._words: list[str] = []
        self._faulty = faulty
        for rule in rules:
            self._codes.append(rule.code)
            for name in _names(rule):
                self._words.append(name)
                self._by_key.setdefault(_key(name), set()).add(rule.code)

    def exactly(self, word: str) -> frozenset[str]:
        """The codes of the rules that bear the name."""
        return frozenset(self._by_key.get(_key(word), ()))

    def meant(self, word: str) -> frozenset[str]:
        """The codes of the rules that `word` means: those that bear it as a name, else those whose codes begin so."""
        exactly = self.exactly(word)
        beginning = fold(word).strip().upper()
        if exactly or not _BEGINNING.fullmatch(beginning):
            return exactly
        return frozenset(code for code in self._codes if code.startswith(beginning))

    def refusal(self, word: str) -> Message | None:
        """What to say of a word that means no rule; None for one that does, or may."""
        return None if self._faulty or self.meant(word) else self.unknown(word)

    def unknown(self, word: str) -> Message:
        """That there is no rule `word`, and which was meant."""
        near = with_near(RULE_UNKNOWN(word=word), word, self._words)
        return near if near.template is not RULE_UNKNOWN else RULE_UNKNOWN_NOWHERE(word=word)


def _names(rule: Rule) -> Iterator[str]:
    yield rule.code
    yield rule.slug
    yield rule.title.text("zh")
    yield rule.title.text("en")


def _key(name: str) -> str:
    """orphan-measure, Orphan measure and orphan_measure are one name."""
    return name_key(name).replace("-", "").replace("_", "")
