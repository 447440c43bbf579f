"""Faults that somebody put into made-up texts without looking at the rules: most of them are found, and little else is.

``python -m benchmarks.text`` measures them all. Here every sixth is tried, so that a rule that goes blind is noticed,
and every harmless edit, so that one that cries wolf is. The floors stand below what was measured last
(docs/text-measured.md): a fault that is found today and not tomorrow is looked into, not excused.
"""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.text import OWN, Bench, noise

#: The least share of the faults tried that has to be found, by what shows them.
FLOORS = {"text": 0.6, "text+table": 0.75}
_EVERY = 6
#: Findings at warning or above on the unchanged texts that a person looked at and held to be right or bearable.
_MOST_NOISE = 2


@cache
def bench() -> Bench:
    return Bench(OWN)


def harmless() -> list[object]:
    return [pytest.param(case, id=case["id"]) for case in bench().controls]


@pytest.mark.xdist_group("faults")
@pytest.mark.parametrize("case", harmless())
def test_a_harmless_edit_raises_nothing(case: dict[str, object]) -> None:
    assert bench().run(case).elsewhere == []


@pytest.mark.xdist_group("faults")
@pytest.mark.parametrize("shown_by", FLOORS)
def test_faults_are_found(shown_by: str) -> None:
    tried = [case for case in bench().faults if case["detectable"] == shown_by][::_EVERY]
    found = [bench().run(case).found for case in tried]
    assert sum(found) >= FLOORS[shown_by] * len(tried)


def test_the_unchanged_texts_are_quiet() -> None:
    rules, _ = noise(bench().texts())
    assert sum(rules.values()) <= _MOST_NOISE, rules


def test_every_fault_can_be_put_in_and_its_places_found() -> None:
    from benchmarks.edited import open_edited

    for case in (*bench().faults, *bench().controls):
        text = open_edited(OWN / case["file"])
        before = text.text
        for edit in case["edits"]:
            text.edit(edit)
        assert text.text != before, case["id"]
        for place in ([case["place"]] if "place" in case else []) + case.get("related", []):
            assert all(start < end <= len(text.text) for start, end in text.spans(place)), case["id"]
