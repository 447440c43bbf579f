"""What ``plancheck align`` proposes, held against ties that a person judged: `benchmarks/aligning`."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.aligning import gold as golds
from benchmarks.aligning.measure import Measured, measure, proposals
from benchmarks.aligning.placing import measure_places

HERE = Path(golds.__file__).parent
#: What was measured, less a little; the issue asks for 0.95 and 0.9.
_PRECISION, _RECALL = 0.98, 0.93


def test_the_ties_that_a_person_judged_are_proposed_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    whole = Measured()
    for path in sorted(HERE.glob("*.toml")):
        folder = tmp_path / path.stem
        folder.mkdir()
        gold = golds.load_gold(path)
        whole += measure(gold, proposals(gold, folder))
    assert whole.right >= _PRECISION * whole.proposed, whole.wrong
    assert whole.right >= _RECALL * whole.there
    assert whole.modes == whole.right
    assert whole.stands == whole.standing


def test_the_sentences_that_a_person_told_to_be_about_a_place_are_found_and_no_others() -> None:
    for path in sorted((HERE / "places").glob("*.toml")):
        assert measure_places(path).wrong == []
