"""Fields are what their declarations say, and the ties that they make are those of the graph."""

from __future__ import annotations

import pytest

from checker.model import declare
from checker.model.element import Element
from checker.model.relations import RELATIONS
from checker.model.schema import CLASSES, ELEMENTS
from checker.model.spec import FieldType


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.kind)
def test_the_type_of_an_attribute_fits_its_declaration(cls: type[Element]) -> None:
    types = {
        attr: type_ for one in reversed(cls.__mro__) for attr, type_ in vars(one).get("__annotations__", {}).items()
    }
    for field in cls.fields:
        type_ = types[field.attr].removeprefix("ClassVar[")
        assert type_.startswith("list[") if field.type.many else type_.endswith(" | None"), field.attr


def test_a_class_takes_what_the_class_above_it_declares() -> None:
    class Park(Element):
        kind = "park"
        site: str | None = declare.text("选址、地点", "建在哪里")

    first, *rest = Park.fields
    assert (first.attr, first.zh, first.word, first.type) == ("site", ("选址", "地点"), "选址", FieldType.TEXT)
    assert tuple(rest) == Element.fields


def test_one_declaration_has_one_name() -> None:
    shared = declare.text("选址", "建在哪里")
    type("One", (Element,), {"__annotations__": {"site": "str | None"}, "site": shared})
    with pytest.raises(AssertionError, match="place"):
        type("Other", (Element,), {"__annotations__": {"place": "str | None"}, "place": shared})


def test_what_fields_tie_together_is_what_the_relations_say() -> None:
    known = {relation.name: relation for relation in RELATIONS}
    edges = [(spec.kind, field) for spec in ELEMENTS for field in spec.fields if field.edge]
    assert edges
    for kind, field in edges:
        ends = ((kind,), field.targets)
        sources, targets = reversed(ends) if field.reverse else ends
        relation = known[field.edge]
        assert set(sources) <= set(relation.sources), (kind, field.attr)
        assert set(targets) <= set(relation.targets), (kind, field.attr)
