"""What elements say, in a few letters: layout and order mean nothing, every word that is said does."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from checker.model.contents import contents_of
from checker.model.element import Element
from checker.model.elements import Relation
from checker.model.plan import Plan
from checker.source import name_key

_LETTERS = "abcdefghijklmnop"


def digest(parts: Iterable[str]) -> str:
    """16 letters and digits, a letter first, so that it can stand as a name."""
    from hashlib import blake2b  # loads a large library that most runs do without

    made = blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return _LETTERS[int(made[0], 16)] + made[1:]


def element_digest(element: Element, without: Collection[str] = (), *, as_typed: bool = False) -> str:
    """The digest of an element's kind, name and fields but those named (English words)."""
    name = _called(element, as_typed=as_typed)
    told = sorted(
        "\x1e".join((*key, *(said.keys if said.ordered else sorted(said.keys))))
        for key, said in contents_of(element, name).items()
        if key[0] not in without
    )
    return digest([element.kind, name_key(name), *told])


def _called(element: Element, *, as_typed: bool) -> str:
    return element.typed if as_typed and isinstance(element, Relation) else element.name


def plan_digests(plan: Plan, *, as_typed: bool = False) -> dict[str, tuple[Element, str]]:
    """A plan and its declarations by kind and name (指标 甲), a second of one name with #2 behind it; their digests.

    `as_typed`: relations are called as they are typed, as in locks before 1.2.
    """
    from checker.model.schema import element_spec

    made: dict[str, tuple[Element, str]] = {}
    for one in (plan, *plan.elements):
        if one.decl is None:
            continue
        called = name = f"{element_spec(one.kind).zh} {_called(one, as_typed=as_typed)}"
        number = 1
        while name in made:
            number += 1
            name = f"{called} #{number}"
        made[name] = (one, element_digest(one, as_typed=as_typed))
    return made
