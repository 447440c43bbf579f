"""One alteration of each class that can be decided, of the zone plan: something new is found.

``python -m benchmarks.mutation`` tries them all; here one of a class is, so that a rule that goes blind is noticed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.mutation.run import alterations
from benchmarks.mutation.world import Alteration, World
from tests.plans.conftest import PLANS, Found

ZONE = next((PLANS / "zhengzhou-etdz").glob("*.plan"))
#: Of the kinds that are made without reading the plan again for each, where no rule needs a text to tell it.
CLASSES = {
    ("数目", "指标数"),
    ("数目", "收到"),
    ("属性", "删去"),
    ("名称", "引用"),
    ("名称", "全称的期次、年份"),
    ("提法成员", "删去"),
    ("提法成员", "重写"),
    ("章", "改为没有的章"),
}


@pytest.fixture(scope="module")
def whole(findings: Callable[[Path, str], Found]) -> Found:
    return findings(ZONE, ZONE.read_text(encoding="utf-8"))


def one_of_each() -> list[Alteration]:
    """The first alteration of each class that can be decided."""
    firsts: dict[tuple[str, str], Alteration] = {}
    for one in alterations(World(ZONE), tuple({kind for kind, _ in CLASSES})):
        if not one.missing and (one.kind, one.what) in CLASSES:
            firsts.setdefault((one.kind, one.what), one)
    return list(firsts.values())


@pytest.mark.parametrize("one", one_of_each(), ids=lambda one: f"{one.kind}-{one.what}-{one.where}")
def test_an_alteration_is_found(one: Alteration, findings: Callable[[Path, str], Found], whole: Found) -> None:
    assert findings(ZONE, one.text) - whole


def test_every_class_is_there() -> None:
    assert {(one.kind, one.what) for one in one_of_each()} == CLASSES
