"""Places in a text: lines, columns, offsets, and back."""

from hypothesis import example, given
from hypothesis import strategies as st

from checker.source import Place, SourceText, Span

TEXTS = st.text(alphabet=st.sampled_from("a规𠮷\u0301 \t\r\n\x85\u2028“"), max_size=60)


def test_each_kind_of_line_end_ends_a_line() -> None:
    source = SourceText("甲.plan", "规划\r\n目标\r指标\n")
    assert [source.line(number) for number in range(6)] == ["", "规划", "目标", "指标", "", ""]
    assert source.line_count == 4


def test_an_empty_text_has_one_empty_line() -> None:
    source = SourceText("甲.plan", "")
    assert source.line_count == 1
    assert source.place(0) == Place(1, 1, 0)
    assert Span(source, 0, 0).end_place == Place(1, 1, 0)


def test_only_line_ends_of_files_end_a_line() -> None:
    assert SourceText("甲.plan", "规\x85划\u2028目\x0b标").line_count == 1


def test_a_span_knows_both_ends_and_its_text() -> None:
    span = Span(SourceText("甲.plan", "规划 甲 {\n}\n目标 乙 {}"), 3, 8)
    assert (span.start_place, span.end_place) == (Place(1, 4, 3), Place(2, 2, 8))
    assert span.text == "甲 {\n}"


def test_editors_count_utf16_units_from_zero() -> None:
    source = SourceText("甲.plan", "注：𠮷林\n𠮷𠮷市")
    assert [source.utf16_column(offset) for offset in range(len(source.text) + 1)] == [0, 1, 2, 4, 5, 0, 2, 4, 5]


def test_an_offset_outside_is_drawn_to_the_end() -> None:
    source = SourceText("甲.plan", "规划")
    assert source.place(99) == Place(1, 3, 2)
    assert source.place(-1) == Place(1, 1, 0)


def test_the_locator_says_the_line_in_both_languages() -> None:
    locator = SourceText("甲.plan", "规划\n目标").locator(4)
    assert (locator.text("zh"), locator.text("en")) == ("第2行", "line 2")


@given(TEXTS)
@example("\r\n\n\r")
def test_places_lead_back_to_their_offsets(text: str) -> None:
    source = SourceText("甲.plan", text)
    for offset in range(len(text) + 1):
        place = source.place(offset)
        assert place.offset == offset
        assert source.line_start(place.line) + place.column - 1 == offset


@given(TEXTS)
def test_lines_and_their_ends_make_up_the_text(text: str) -> None:
    source = SourceText("甲.plan", text)
    whole = ""
    for number in range(1, source.line_count + 1):
        end = text[source.line_end(number) : source.line_start(number + 1)]
        assert end in ({"\n", "\r", "\r\n"} if number < source.line_count else {""})
        assert not set(source.line(number)) & set("\r\n")
        whole += source.line(number) + end
    assert whole == text


@given(TEXTS)
def test_utf16_columns_are_those_of_the_encoded_line(text: str) -> None:
    source = SourceText("甲.plan", text)
    for offset in range(len(text) + 1):
        before = text[source.line_start(source.place(offset).line) : offset]
        assert source.utf16_column(offset) == len(before.encode("utf-16-le")) // 2
