"""What a draft has of what a reader finds in an outline, whatever way of heading it is written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.drafting.__main__ import OWN, draft, first_check
from benchmarks.drafting.gold import load_gold
from benchmarks.drafting.measure import measure
from benchmarks.drafting.ways import read_source, suffix_of, write_way

GOLD = load_gold(OWN)
#: Element → the least share of it that has to be found.
LEAST = {
    "部分": 1.0,
    "章": 1.0,
    "节": 1.0,
    "指标行": 0.95,
    "单位": 0.95,
    "属性": 0.95,
    "基期": 0.95,
    "目标值": 0.95,
    "目标": 1.0,
    "提法": 0.8,
    "正文指标": 0.8,
    "举措": 0.9,
}


@pytest.mark.parametrize("way", GOLD.ways)
def test_the_county_in_its_ways(tmp_path: Path, way: str) -> None:
    assert GOLD.source is not None
    path = tmp_path / f"纲要{suffix_of(way)}"
    write_way(read_source(GOLD.source), way, path)
    made, _ = draft(path)
    text = made.read_text(encoding="utf-8")
    measured = measure(GOLD, text, parts=way not in GOLD.without_parts)
    assert measured.wrong == []
    for kind, count in measured.counts.items():
        assert count.found >= LEAST[kind] * count.there, (kind, count.missed)
    assert measured.counts["目标"].beside == []
    # Every guess is marked, and what was found stands at the top.
    assert text.splitlines()[1].startswith("# 读到：")
    codes = {words[:5] for words in first_check(GOLD, path, made)}
    assert not codes & {"PC101", "PC102", "PC103", "PC104", "PC105", "PC201", "PC203", "PC206", "PC703", "PC704"}
