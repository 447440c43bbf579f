"""What counts as a slip of the keyboard in a name, and that no real name is taken for a slip of another."""

from __future__ import annotations

from itertools import combinations

import pytest

from checker import resources
from checker.checks.fixes import is_slip

INDICATORS = sorted(
    {name for row in resources.read_data("dictionary.toml")["indicator"] for name in (row["name"], *row["aliases"])}
)


@pytest.mark.parametrize(
    ("written", "name", "titled", "slip"),
    [
        ("产业转型升", "产业转型升级", True, True),
        ("产业转型升", "产业转型升级", False, False),
        ("产业转型型升级", "产业转型升级", False, True),
        ("产业型转升级", "产业转型升级", False, True),
        ("公共服务更加均横", "公共服务更加均衡", True, False),
        ("业转型升级", "产业转型升级", True, False),
        ("第三章", "第十三章", True, False),
        ("重点项目一期工程", "重点项目一一期工程", True, False),
        ("海上风电基地", "上海风电基地", True, False),
        ("绿色低碳发展", "绿色低碳发展区", True, False),
        ("总目的", "总目标", True, False),
        ("产业升", "产业升级", True, False),
    ],
)
def test_slips_of_the_keyboard(written: str, name: str, titled: bool, slip: bool) -> None:
    assert is_slip(written, name, titled) is slip


def test_no_indicator_is_a_slip_of_another() -> None:
    taken = [
        (one, other)
        for one, other in combinations(INDICATORS, 2)
        if is_slip(one, other, False) or is_slip(other, one, False)
    ]
    assert taken == []
