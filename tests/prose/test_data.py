"""The tables that ship: each row says what it means to say."""

from __future__ import annotations

import pytest

from checker import resources
from checker.prose.congresses import congress_years, plenum_years, plenums
from checker.prose.years import period_years
from checker.quantity import UnitKind, parse_unit

INDICATORS = resources.read_data("dictionary.toml")["indicator"]
_KINDS = {
    "ratio": {UnitKind.RATIO},
    "amount": {UnitKind.AMOUNT},
    "index": {UnitKind.RATIO},
    "count": {UnitKind.COUNT, UnitKind.AMOUNT},
}


@pytest.mark.parametrize("row", INDICATORS, ids=lambda row: row["name"])
def test_an_indicator_is_told_in_a_unit_of_its_kind(row: dict[str, str]) -> None:
    unit = parse_unit(row["unit"])
    assert unit is not None
    assert unit.kind in _KINDS[row["kind"]]
    assert row["direction"] in ("higher", "lower", "range")


def test_no_name_stands_for_two_indicators() -> None:
    names = [word for row in INDICATORS for word in {row["name"], *row["aliases"]}]
    assert sorted(set(names)) == sorted(names)


def test_fixed_phrases_have_a_source() -> None:
    assert all(group["source"] and group["phrases"] for group in resources.read_data("fixed_phrases.toml")["group"])


def test_document_names_have_a_source_and_stand_once() -> None:
    groups = resources.read_data("document_names.toml")["group"]
    assert all(group["source"] and group["kind"] for group in groups)
    names = [name for group in groups for name in group["names"]]
    assert sorted(set(names)) == sorted(names)
    assert not any(name.startswith("中华人民共和国") or name != name.strip() for name in names)


def test_plenums_lie_between_their_congress_and_the_next() -> None:
    for ordinal, years in plenums().items():
        begins = congress_years()[ordinal]
        assert years == sorted(years)
        assert all(begins <= year <= begins + 5 for year in years)


def test_the_plenum_that_adopted_a_proposal_met_the_year_before_its_period() -> None:
    for row in resources.read_data("periods.toml")["adopted"]:
        assert plenum_years()[row["plenum"]] == period_years(row["period"])[0] - 1


def test_periods_follow_one_another() -> None:
    assert (period_years("十四五"), period_years("十五五")) == ((2021, 2025), (2026, 2030))


def test_divisions_are_of_three_levels() -> None:
    provinces = resources.read_data("divisions.toml")["province"]
    assert {"河南省", "北京市", "西藏自治区"} <= {province["name"] for province in provinces}
    assert all(city for province in provinces for city in province["cities"])
