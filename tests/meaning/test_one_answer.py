"""Every rule, page and sheet says the same of two figures, a tie or a demand as a judge that shares no code."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.meaning.compare import compare
from benchmarks.meaning.worlds import make_world


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_rules_say_what_the_judge_says(data: st.DataObject) -> None:
    """The long run is `python -m benchmarks.meaning`."""
    world = make_world(lambda options: data.draw(st.sampled_from(options)))
    with TemporaryDirectory() as folder:
        assert compare(world, Path(folder)) == []
