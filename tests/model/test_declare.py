"""Fields are what their declarations say, and the ties that they make are those of the graph."""

from __future__ import annotations

import pytest

from checker.model import declare
from checker.model.element import Element
from checker.model.relations import RELATIONS
from checker.model.schema import CLASSES, ELEMENTS
from checker.model.spec import ElementSpec, FieldType


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


def test_what_is_worked_out_is_declared_where_it_is_done() -> None:
    class Park(Element):
        kind = "park"
        area: int | None = declare.attribute("面积", "number", "有多大")

        @property
        @declare.worked_out("面积一半", "number", "一半有多大")
        def half(self) -> int | None:
            return self.area and self.area // 2

    assert [(one.attr, one.zh, one.type, one.meaning) for one in Park.derived] == [
        ("area", ("面积",), "number", "有多大"),
        ("half", ("面积一半",), "number", "一半有多大"),
    ]
    assert Park.fields == Element.fields
    assert Element.derived == ()


@pytest.mark.parametrize("spec", ELEMENTS, ids=lambda spec: spec.kind)
def test_what_rules_see_is_there(spec: ElementSpec) -> None:
    (cls,) = (one for one in CLASSES if one.kind == spec.kind)
    assert all(hasattr(cls, one.attr) for one in spec.derived)
    words = [*(word for one in spec.derived for word in one.zh), *(word for one in spec.fields for word in one.zh)]
    assert len(words) == len(set(words))


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
