"""The nearest of some names to a word that is none of them: what a slip of the hand may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from checker.messages import Message
from checker.messages.names import NAME_NEAR, NAMES_NEAR
from checker.source.width import name_key

#: Letters that are easily typed for digits: the O of PC7O8 is a 0.
_ALIKE = str.maketrans("oli", "011")
#: Nobody's slip is as long, and comparing takes the product of both lengths.
_LONGEST = 100
#: In a folder with more files than these no near name is looked for among the rest.
_MOST_BESIDE = 5000
#: Of two Chinese characters one is half a word; of six letters and digits three are a chance.
_CUTOFF, _CUTOFF_ASCII = 0.5, 0.6


def nearest(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """At most `most` of the `known` names near `word`, the nearest first; spellings of one name count as one."""
    if len(word) > _LONGEST:
        return []
    by_look: dict[str, str] = {}
    for name in known:
        if len(name) <= _LONGEST:
            by_look.setdefault(_look(name), name)
    look = _look(word)
    if look in by_look:
        return [by_look[look]]
    import difflib  # only where there is something wrong

    cutoff = _CUTOFF_ASCII if look.isascii() else _CUTOFF
    return [by_look[near] for near in difflib.get_close_matches(look, by_look, n=most, cutoff=cutoff)]


def near_words(word: str, known: Iterable[str]) -> Message | None:
    """Advice that names the nearest known words, at most four, or None."""
    import difflib  # only where there is something wrong

    close = difflib.get_close_matches(word, list(known), n=4, cutoff=0.5)
    return NAMES_NEAR(words="、".join(f"「{word}」" for word in close)) if close else None


def with_near(message: Message, word: str, known: Iterable[str]) -> Message:
    """`message`, which says that `word` means nothing, with the name that was meant if there is one like it."""
    near = nearest(word, known)
    return NAME_NEAR(message=message, near=near[0]) if near else message


def with_near_file(message: Message, path: Path) -> Message:
    """`message`, which says that there is no file `path`, with the name beside it that was meant if there is one.

    Names are compared without their endings, which look alike in any two files; of two with one name the one of
    the same kind comes first.
    """
    beside: dict[str, str] = {}
    with suppress(OSError, ValueError):  # no such folder, or one that may not be read
        names = sorted(one.name for one in islice(path.parent.iterdir(), _MOST_BESIDE))
        for name in sorted(names, key=lambda name: Path(name).suffix.lower() != path.suffix.lower()):
            beside.setdefault(Path(name).stem, name)
    near = nearest(path.stem, beside)
    return NAME_NEAR(message=message, near=beside[near[0]]) if near else message


def _look(name: str) -> str:
    return name_key(name).translate(_ALIKE)
