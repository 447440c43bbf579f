"""What elements say, in a few letters: layout and order mean nothing, every word that is said does."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from checker.model.elements import Element, Plan
from checker.model.said import said_by
from checker.source import name_key

_LETTERS = "abcdefghijklmnop"


def digest(parts: Iterable[str]) -> str:
    """16 letters and digits, a letter first, so that it can stand as a name."""
    from hashlib import blake2b  # loads a large library that most runs do without

    made = blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return _LETTERS[int(made[0], 16)] + made[1:]


def element_digest(element: Element, without: Collection[str] = ()) -> str:
    """The digest of an element's kind, name and fields but those named (English words)."""
    told = sorted(
        "\x1e".join((*key, *(said.keys if said.ordered else sorted(said.keys))))
        for key, said in said_by(element).items()
        if key[0] not in without
    )
    return digest([element.kind, name_key(element.name), *told])


def plan_digests(plan: Plan) -> dict[str, tuple[Element, str]]:
    """A plan and its declarations by kind and name (指标 甲), a second of one name with #2 behind it; their digests."""
    from checker.model.schema import element_spec

    made: dict[str, tuple[Element, str]] = {}
    for one in (plan, *plan.elements):
        if one.decl is None:
            continue
        called = name = f"{element_spec(one.kind).zh} {one.name}"
        number = 1
        while name in made:
            number += 1
            name = f"{called} #{number}"
        made[name] = (one, element_digest(one))
    return made
