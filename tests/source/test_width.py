"""Folding, columns, and the key of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.source import display_width, fold, name_key


def test_full_width_signs_become_half_width_ones() -> None:
    assert fold("２０２５年：目标　≥２０００｛｝（％）ＡＢ～") == "2025年:目标 ≥2000{}(%)AB~"


def test_nested_quotation_marks_stay() -> None:
    assert fold("“一二三四”‘甲’「乙」《丙》、。—") == "“一二三四”‘甲’「乙」《丙》、。—"


@given(st.text())
def test_folding_keeps_every_offset_and_is_done_at_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc {}", 6),
        ("规划", 4),
        ("“甲”", 6),
        ("…", 2),
        ("≥2000", 6),
        ("𠮷", 2),
        ("Ａ１", 4),
        ("e\u0301", 1),
        ("甲\u200b乙", 4),
        ("┌─", 4),
        ("ｱ", 1),
        ("℃", 2),
    ],
)
def test_columns_are_those_of_a_chinese_console(text: str, columns: int) -> None:
    assert display_width(text) == columns


@given(st.text(alphabet=st.characters(codec="gb2312", exclude_categories=["Cc"])))
def test_columns_are_the_bytes_of_the_old_chinese_encoding(text: str) -> None:
    """Every sign of GB 2312 is one column a byte; that is how Chinese consoles came to draw “ ” two wide."""
    assert display_width(text) == len(text.encode("gb2312"))


@pytest.mark.parametrize(
    "spelling",
    [
        "「“一二三四”产业集群培育工程」",
        '"一二三四"产业集群培育工程',
        "‘一二三四’ 产业集群培育工程 ",
        "“一二三四”产业集群\u3000培育工程",
        "＂一二三四＂产业集群培育工程",
    ],
)
def test_spellings_of_a_name_share_a_key(spelling: str) -> None:
    assert name_key(spelling) == name_key("“一二三四”产业集群培育工程")


def test_letter_case_and_width_do_not_part_names() -> None:
    assert name_key("ＧＤＰ总量") == name_key("gdp 总量") == "gdp总量"


def test_different_names_keep_different_keys() -> None:
    names = ["常住人口", "户籍人口", "常住人口（万人）", "《常住人口》", "“常住”人口"]
    assert len({name_key(name) for name in names}) == len(names)


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)
