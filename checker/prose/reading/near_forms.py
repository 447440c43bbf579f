"""Words that are not quite one of a list: one inner character other, one more, one less, or two changed about.

One edit leaves half of a word as it is: the halves are looked for, and only around them is compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.prose.reading.word_sets import WordSet

#: What may come between two words of a term without making another of it.
_JOINTS = frozenset("的和与及、")
#: Where a quotation begins or ends, one word does not go on.
_QUOTES = frozenset("“”‘’「」《》")
_SHORTEST = 5


class NearForms:
    """The near forms of some words of five characters or more; `known` words are right as well."""

    def __init__(self, words: Iterable[str], known: Iterable[str] = ()) -> None:
        self._words = sorted({word for word in words if len(word) >= _SHORTEST})
        self._known = frozenset({*self._words, *known})
        self._halves: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for word in self._words:
            half = len(word) // 2
            self._halves[word[:half]].append((word, 0))
            self._halves[word[half:]].append((word, half))
        self._set = WordSet(self._halves)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a near form stands in `text`, and the word it is near to."""
        told: set[tuple[int, int]] = set()
        for start, half in self._set.find_all(text):
            for word, at in self._halves[half]:
                found = self._near(text, start - at if at else start, word, at)
                if found is not None and found not in told:
                    told.add(found)
                    yield *found, word

    def _near(self, text: str, start: int, word: str, half: int) -> tuple[int, int] | None:
        size = len(word)
        if text.startswith(word, start):
            return None
        for change in (0, 1) if size == _SHORTEST else (0, -1, 1):
            begin = start - change if half else start
            words = text[begin : begin + size + change]
            if begin >= 0 and is_near(words, word) and not self._is_known(text, begin, words):
                return begin, begin + len(words)
        return None

    def _is_known(self, text: str, begin: int, words: str) -> bool:
        """Whether the form is right as it stands, or lies in something longer that is."""
        return words in self._known or any(
            words in known and text.find(known, max(begin - len(known), 0), begin + 2 * len(known)) >= 0
            for known in self._known
        )


def is_near(words: str, word: str) -> bool:
    """Whether one inner edit, in a character that is no joint, makes one of the other."""
    if words == word or not words or words[0] != word[0] or words[-1] != word[-1]:
        return False
    size, other = len(word), len(words)
    same = next((at for at in range(min(size, other)) if words[at] != word[at]), min(size, other))
    if size == other:
        swapped = words[same : same + 2] == word[same : same + 2][::-1]
        slip = words[same] not in _JOINTS and words[same] not in _QUOTES
        return (slip and words[same + 1 :] == word[same + 1 :]) or (swapped and words[same + 2 :] == word[same + 2 :])
    longer, shorter = (word, words) if size > other else (words, word)
    if len(longer) != len(shorter) + 1 or longer[same + 1 :] != shorter[same:] or longer[same] in _JOINTS:
        return False
    # A character more makes another word, unless it is one written twice: 实际使用内外资.
    return other < size or longer[same] in (longer[same - 1], longer[same + 1])


class SetPhrases:
    """Phrases of four characters or more of which none may be another; `known` ones are right as well."""

    def __init__(self, phrases: Iterable[str], known: Iterable[str]) -> None:
        self._halves: dict[str, list[tuple[str, int]]] = defaultdict(list)
        phrases = sorted(set(phrases))
        for phrase in phrases:
            half = len(phrase) // 2
            self._halves[phrase[:half]].append((phrase, 0))
            self._halves[phrase[half:]].append((phrase, half))
        self._known = frozenset({*phrases, *known})
        self._set = WordSet(self._halves)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where one character of a phrase is another, or two have changed places, and the phrase."""
        for start, half in self._set.find_all(text):
            for phrase, at in self._halves[half]:
                begin = start - at
                words = text[begin : begin + len(phrase)] if begin >= 0 else ""
                if words != phrase and words not in self._known and _is_other(words, phrase):
                    yield begin, begin + len(phrase), phrase


def _is_other(words: str, phrase: str) -> bool:
    """Whether one Chinese character of `words`, which is as long as the phrase, is another, or two have changed."""
    other = [at for at, (one, right) in enumerate(zip(words, phrase, strict=False)) if one != right]
    if len(words) != len(phrase) or not all("\u4e00" <= words[at] <= "\u9fff" for at in other):
        return False
    first, last = other[0], other[-1]
    return len(other) == 1 or (last == first + 1 and words[first] == phrase[last] and words[last] == phrase[first])
