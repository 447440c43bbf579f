"""Random workspaces against the judge of benchmarks/agreement, which has nothing in common with the solver."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.agreement.compare import compare
from benchmarks.agreement.judge import everything, holds
from benchmarks.agreement.linear import TooMany
from benchmarks.agreement.ranges import compare_range
from benchmarks.agreement.worlds import make_world


@pytest.mark.parametrize("first", range(0, 100, 20))
def test_what_is_found_explained_and_advised_is_true(tmp_path: Path, first: int) -> None:
    """The long run is `python -m benchmarks.agreement`; its table stands in docs/conflicts.md."""
    for seed in range(first, first + 20):
        folder = tmp_path / str(seed)
        folder.mkdir()
        try:
            assert compare(make_world(seed), folder) == [], seed
        except TooMany:
            continue


@pytest.mark.parametrize("first", [0, 50])
def test_a_value_within_the_range_can_be_stated_and_none_beyond(tmp_path: Path, first: int) -> None:
    for seed in range(first, first + 50):
        folder = tmp_path / str(seed)
        folder.mkdir()
        try:
            assert compare_range(make_world(seed), folder, seed) == [], seed
        except TooMany:
            continue


def test_worlds_that_hold_and_worlds_that_do_not_are_both_made() -> None:
    worlds = [make_world(seed) for seed in range(20)]
    assert {holds(world, world.statements, everything(world)) for world in worlds} == {True, False}
