"""The rules of plancheck, checked when the package is built, so that a run need not read and check them.

`build` writes one table, `find` reads it. A checked rule is pickled as it is, but for what cannot be (an attribute
reads its value by a function) or need not be twice (a type): these stand in a list beside it. Only plancheck's
own classes come out of a table.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from checker import resources
from checker.rules.attributes import Attribute
from checker.rules.sources import PREDICATES
from checker.rules.typed import Rule
from checker.rules.types import Type
from checker.rules.vocabulary import DRAFTED, Vocabulary

TABLE = "rules.pickle"
_PROTOCOL = 4
_OWN = frozenset({"checker"})
_FOREIGN = frozenset({("fractions", "Fraction"), ("datetime", "date"), ("builtins", "frozenset")})
#: An attribute by the kinds and the word it is looked up by.
Lookup = tuple[tuple[str, ...], str]


#: What stands in the list beside the rules: how to look an attribute up (None: `DRAFTED`), or a type.
Shared = Lookup | Type | None


def build(out_folder: Path) -> Path:
    """Write the table of the rules that ship; gives the file written. Faulty rules are a reason not to build."""
    from checker.rules.compile import compile_pack
    from checker.rules.packs import BUILT_IN, installed_pack

    pack = installed_pack(BUILT_IN)
    assert pack is not None
    vocabulary = _Recorder()
    rules, problems = compile_pack(pack, vocabulary)
    assert not problems, problems[0].message.text()
    saver = _Saver(vocabulary.lookups)
    content = saver.saved(rules)
    out_folder.mkdir(parents=True, exist_ok=True)
    path = out_folder / TABLE
    path.write_bytes(_Saver({}).saved((saver.shared, content)))
    return path


def find(vocabulary: Vocabulary) -> list[Rule] | None:
    """The rules that ship, their words looked up in `vocabulary`; None where no table of these rules was made."""
    table = resources.read_prepared(TABLE)
    if table is None:
        return None
    try:
        shared, content = _Loader(table, []).load()
        rules: list[Rule] = _Loader(content, [_looked_up(one, vocabulary) for one in shared]).load()
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, LookupError, AttributeError, ImportError):
        # Cut short, or of another version: the rules are there to be read.
        return None
    return rules


def _looked_up(one: Shared, vocabulary: Vocabulary) -> Attribute | Type | None:
    if one is None:
        return DRAFTED
    return one if isinstance(one, Type) else vocabulary.attribute(*one)


class _Recorder(Vocabulary):
    """A vocabulary that knows how each of its attributes is looked up."""

    def __init__(self) -> None:
        super().__init__(PREDICATES)
        self.lookups: dict[Attribute, Lookup | None] = {DRAFTED: None}
        for kind in self.by_name.values():
            for word, attribute in kind.attributes.items():
                self.lookups.setdefault(attribute, ((kind.name,), word))

    def attribute(self, kinds: Iterable[str], word: str) -> Attribute | None:
        """The attribute, noted with the question that led to it."""
        lookup = (tuple(kinds), word)
        found = super().attribute(*lookup)
        if found is not None:
            self.lookups.setdefault(found, lookup)
        return found


class _Saver(pickle.Pickler):
    """Puts attributes and types into the list beside."""

    def __init__(self, lookups: Mapping[Attribute, Lookup | None]) -> None:
        self._file = io.BytesIO()
        super().__init__(self._file, _PROTOCOL)
        self._lookups = lookups
        self._numbers: dict[Shared, int] = {}

    @property
    def shared(self) -> list[Shared]:
        """The list beside what was saved."""
        return list(self._numbers)

    def saved(self, value: object) -> bytes:
        """`value` as bytes."""
        self.dump(value)
        return self._file.getvalue()

    def persistent_id(self, value: object) -> int | None:
        """The number in the list of what stands there, None for what is saved as it is."""
        if isinstance(value, Attribute):
            one: Shared = self._lookups[value]
        elif isinstance(value, Type) and self._lookups:
            one = value
        else:
            return None
        return self._numbers.setdefault(one, len(self._numbers))


class _Loader(pickle.Unpickler):
    """Reads what `_Saver` wrote; no class comes out but plancheck's own and fractions."""

    def __init__(self, content: bytes, shared: list[Any]) -> None:
        super().__init__(io.BytesIO(content))
        self._shared = shared

    def persistent_load(self, number: int) -> Any:
        """What stands in the list at `number`."""
        return self._shared[number]

    def find_class(self, module: str, name: str) -> Any:
        """A class by its name; UnpicklingError for one that no rule is made of."""
        if module.partition(".")[0] in _OWN or (module, name) in _FOREIGN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")
