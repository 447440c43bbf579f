"""The rules of plancheck, checked when the package is built, so that a run need not read and check them.

`build` writes one table, `find` reads it. A checked rule is pickled as it is, but for what cannot be (an attribute
reads its value by a function) or need not be twice (a type): these stand in a list beside it. Only plancheck's
own classes come out of a table.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from checker import resources
from checker.checks.packs import installed_pack
from checker.checks.registry import PREDICATES
from checker.rules.attributes import Attribute
from checker.rules.pack import BUILT_IN
from checker.rules.typed import Body, Rule
from checker.rules.types import Type
from checker.rules.vocabulary import DRAFTED, Vocabulary

TABLE = "rules.pickle"
_PROTOCOL = 4
_OWN = frozenset({"checker"})
_FOREIGN = frozenset({("fractions", "Fraction"), ("datetime", "date"), ("builtins", "frozenset")})
#: An attribute by the kinds and the word it is looked up by.
Lookup = tuple[tuple[str, ...], str]


#: What a rule is made of beside its body.
_HEAD = ("code", "slug", "name", "severity", "steps", "subjects", "about", "pack", "needs", "page")
#: What stands in the list beside the rules: how to look an attribute up (None: `DRAFTED`), or a type.
Shared = Lookup | Type | None


def build(out_folder: Path) -> Path:
    """Write the table of the rules that ship; gives the file written. Faulty rules are a reason not to build."""
    from checker.rules.compile import compile_pack

    pack = installed_pack(BUILT_IN)
    assert pack is not None
    vocabulary = _Recorder()
    rules, problems = compile_pack(pack, vocabulary)
    assert not problems, problems[0].message.text()
    numbers: dict[Shared, int] = {}
    heads = [
        ({attr: getattr(rule, attr) for attr in _HEAD}, _Saver(vocabulary.lookups, numbers).saved(rule.body))
        for rule in rules
    ]
    out_folder.mkdir(parents=True, exist_ok=True)
    path = out_folder / TABLE
    path.write_bytes(_Saver({}, {}).saved((list(numbers), heads)))
    return path


def find(vocabulary: Vocabulary) -> list[Rule] | None:
    """The rules that ship, their words looked up in `vocabulary`; None where no table of these rules was made."""
    table = resources.read_prepared(TABLE)
    if table is None:
        return None
    try:
        listed, heads = _Loader(table, None).load()
        shared = _SharedList(listed, vocabulary)
        return [Rule(read_body=partial(_body, content, shared), **head) for head, content in heads]
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, LookupError, AttributeError, ImportError):
        # Cut short, or of another version: the rules are there to be read.
        return None


def _body(content: bytes, shared: _SharedList) -> Body:
    body: Body = _Loader(content, shared).load()
    return body


class _SharedList:
    """The list beside the rules, its attributes looked up when a rule asks for them."""

    def __init__(self, listed: list[Shared], vocabulary: Vocabulary) -> None:
        self._listed = listed
        self._vocabulary = vocabulary
        self._found: dict[int, Attribute | Type | None] = {}

    def __getitem__(self, number: int) -> Attribute | Type | None:
        """What stands at `number`."""
        if number not in self._found:
            one = self._listed[number]
            if one is None:
                self._found[number] = DRAFTED
            else:
                self._found[number] = one if isinstance(one, Type) else self._vocabulary.attribute(*one)
        return self._found[number]


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

    def __init__(self, lookups: Mapping[Attribute, Lookup | None], numbers: dict[Shared, int]) -> None:
        self._file = io.BytesIO()
        super().__init__(self._file, _PROTOCOL)
        self._lookups = lookups
        self._numbers = numbers

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

    def __init__(self, content: bytes, shared: _SharedList | None) -> None:
        super().__init__(io.BytesIO(content))
        self._shared = shared

    def persistent_load(self, number: int) -> Any:
        """What stands in the list at `number`."""
        if self._shared is None:
            raise pickle.UnpicklingError
        return self._shared[number]

    def find_class(self, module: str, name: str) -> Any:
        """A class by its name; UnpicklingError for one that no rule is made of."""
        if module.partition(".")[0] in _OWN or (module, name) in _FOREIGN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")
