"""The rules of plancheck, checked when the package is built, so that a run need not read and check them.

`build` writes one table, `find` reads it. A checked rule is pickled as it is, but for what need not be twice (an
attribute, a type): these stand in a list beside it. Only plancheck's own classes come out of a table.
"""

from __future__ import annotations

import io
import pickle
from functools import partial
from pathlib import Path
from typing import Any

from checker import resources
from checker.checks.packs import BUILT_IN, installed_pack
from checker.checks.plan_schema import plan_schema
from checker.checks.registry import PREDICATES
from checker.rules.schema import Attribute
from checker.rules.typed import Body, Rule
from checker.rules.types import Type

TABLE = "rules.pickle"
_PROTOCOL = 4
_OWN = frozenset({"checker"})
_FOREIGN = frozenset({("fractions", "Fraction"), ("datetime", "date"), ("builtins", "frozenset")})
#: What stands in the list beside the rules.
Shared = Attribute | Type

#: What a rule is made of beside its body.
_HEAD = ("code", "slug", "name", "severity", "steps", "subjects", "about", "pack", "by_stage", "needs", "page")


def build(out_folder: Path) -> Path:
    """Write the table of the rules that ship; gives the file written. Faulty rules are a reason not to build."""
    from checker.checks.rulebook import compiled

    pack = installed_pack(BUILT_IN)
    assert pack is not None
    rules, problems = compiled(pack, plan_schema(PREDICATES))
    assert not problems, problems[0].message.text()
    numbers: dict[Shared, int] = {}
    heads = [({attr: getattr(rule, attr) for attr in _HEAD}, _Saver(numbers).saved(rule.body)) for rule in rules]
    out_folder.mkdir(parents=True, exist_ok=True)
    path = out_folder / TABLE
    path.write_bytes(_Saver(None).saved((list(numbers), heads)))
    return path


def find() -> list[Rule] | None:
    """The rules that ship; None where no table of these rules was made."""
    table = resources.read_prepared(TABLE)
    if table is None:
        return None
    try:
        shared, heads = _Loader(table, []).load()
        return [Rule(read_body=partial(_body, content, shared), **head) for head, content in heads]
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, LookupError, AttributeError, ImportError):
        # Cut short, or of another version: the rules are there to be read.
        return None


def _body(content: bytes, shared: list[Shared]) -> Body:
    body: Body = _Loader(content, shared).load()
    return body


class _Saver(pickle.Pickler):
    """Puts attributes and types into the list beside, if there is one."""

    def __init__(self, numbers: dict[Shared, int] | None) -> None:
        self._file = io.BytesIO()
        super().__init__(self._file, _PROTOCOL)
        self._numbers = numbers

    def saved(self, value: object) -> bytes:
        """`value` as bytes."""
        self.dump(value)
        return self._file.getvalue()

    def persistent_id(self, value: object) -> int | None:
        """The number in the list of what stands there, None for what is saved as it is."""
        if self._numbers is None or not isinstance(value, Attribute | Type):
            return None
        return self._numbers.setdefault(value, len(self._numbers))


class _Loader(pickle.Unpickler):
    """Reads what `_Saver` wrote; no class comes out but plancheck's own and fractions."""

    def __init__(self, content: bytes, shared: list[Shared]) -> None:
        super().__init__(io.BytesIO(content))
        self._shared = shared

    def persistent_load(self, number: int) -> Shared:
        """What stands in the list at `number`."""
        return self._shared[number]

    def find_class(self, module: str, name: str) -> Any:
        """A class by its name; UnpicklingError for one that no rule is made of."""
        if module.partition(".")[0] in _OWN or (module, name) in _FOREIGN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")
