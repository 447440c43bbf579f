"""The part of a line that is shown, and the marks under it."""

from hypothesis import given
from hypothesis import strategies as st

from checker.render.excerpt import WIDTH, excerpt
from checker.source import SourceText, Span, display_width

TEXTS = st.text(alphabet=st.sampled_from("a规𠮷\u0301“≥ \t\r\n\x1b\u202e"), max_size=200)


def shown(text: str, start: int, end: int) -> list[tuple[int, str, str]]:
    return [(line.number, line.text, line.marks) for line in excerpt(Span(SourceText("甲.plan", text), start, end))]


def test_a_short_line_is_shown_whole() -> None:
    assert shown("目标 甲 {}", 3, 4) == [(1, "目标 甲 {}", "     ^^")]


def test_an_empty_span_has_one_mark() -> None:
    assert shown("目标\n", 2, 2) == [(1, "目标", "    ^")]
    assert shown("", 0, 0) == [(1, "", "^")]
    assert shown("目标\n", 3, 3) == [(2, "", "^")]


def test_a_long_line_is_cut_where_the_span_is_not() -> None:
    line = "一" * 40 + "甲乙" + "二" * 40
    [(number, text, marks)] = shown(line, 40, 42)
    assert text == "..." + "一" * 12 + "甲乙" + "二" * 12 + "..."
    assert marks == " " * 27 + "^^^^"
    assert shown(line, 0, 1) == [(1, "一" * 28 + "...", "^^")]
    assert shown(line, 81, 82) == [(1, "..." + "二" * 28, " " * 57 + "^^")]
    assert number == 1


def test_a_span_too_wide_shows_both_its_ends() -> None:
    [(_, text, marks)] = shown("目标 " + "甲" + "长" * 100 + "乙" + " {}", 3, 105)
    assert text == "...甲" + "长" * 11 + "..." + "长" * 11 + "乙..."
    assert marks == "   " + "^" * 51


def test_a_span_of_several_lines_shows_the_first_and_the_last() -> None:
    text = "目标 甲 {\r\n  上级：乙\r\n  章：三\r\n}\r\n"
    assert shown(text, 0, len(text)) == [(1, "目标 甲 {", "^^^^^^^^^"), (4, "}", "^")]
    assert shown(text, 3, text.index("三") + 1) == [(1, "目标 甲 {", "     ^^^^"), (3, "  章：三", "  ^^^^^^")]


def test_a_span_that_ends_with_its_line_stays_on_it() -> None:
    assert shown("目标 甲\n目标 乙\n", 3, 5) == [(1, "目标 甲", "     ^^")]


def test_a_line_as_long_as_a_file_is_no_trouble() -> None:
    source = SourceText("长.plan", "目标 甲 {} " * 1_000_000)
    for start in range(3, 80_000, 8):
        excerpt(Span(source, start, start + 1))


@given(TEXTS, st.data())
def test_any_span_gives_lines_that_fit(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = excerpt(Span(SourceText("甲.plan", text), start, end))
    assert 1 <= len(lines) <= 2
    for line in lines:
        assert display_width(line.text) <= WIDTH
        assert len(line.marks) <= WIDTH + 1
        assert set(line.marks.lstrip()) == {"^"}
        assert not set(line.text) & set("\t\r\n\x1b\u202e")
