"""The pages for programs, and the generated ones: complete, linked, without a mark that nothing answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

import checker
from checker.render.rule_page import render_rule_page
from checker.workspace import load_config
from docs.making import rules
from docs.making.hooks import cut_sections, join_sections
from docs.making.markdown import fence, plain, table
from docs.making.pages import fill_in, whole_pages
from tests.docs.pages import DOCS, ROOT, Block, all_blocks, blocks, play

HAND_WRITTEN = {path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md")}
GENERATED = whole_pages()


@pytest.mark.parametrize("block", [one for one in all_blocks("toml") if one.task != "pyproject"], ids=str)
def test_a_configuration_is_good(block: Block, tmp_path: Path) -> None:
    (tmp_path / "plancheck.toml").write_text(block.text, encoding="utf-8")
    load_config(tmp_path)


def test_the_python_page_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "我的规划").mkdir()
    play("index.md", capsys)
    Path("云川.plan").rename("我的规划/云川.plan")
    names: dict[str, object] = {}
    for block in blocks("python.md"):
        exec(compile(block.text, str(block), "exec"), names)
    assert "PC201" in capsys.readouterr().out


def test_the_python_page_names_all_that_is_public() -> None:
    for name in checker.__all__:
        assert f"`{name}`" in HAND_WRITTEN["python.md"]


def test_every_mark_is_answered_and_no_page_is_both_written_and_generated() -> None:
    assert not HAND_WRITTEN.keys() & GENERATED.keys()
    for markdown in HAND_WRITTEN.values():
        assert "<!-- made:" not in fill_in(markdown)


def test_every_rule_has_its_page_and_stands_in_the_index_and_the_gallery() -> None:
    book = rules.load_book()
    for rule in book.rules:
        assert render_rule_page(book, rule) in GENERATED[f"rules/{rule.code}.md"]
        assert f"[{rule.code}]({rule.code}.md)" in GENERATED["rules/index.md"]
        assert f"[{rule.code} {rule.title.text()}]" in GENERATED["messages.md"]


def test_a_rule_says_what_it_does_not_catch() -> None:
    silent = [rule.code for rule in rules.load_book().rules if rule.limits is None]
    assert silent == []


def links() -> Iterator[tuple[str, str]]:
    for page, markdown in (HAND_WRITTEN | GENERATED).items():
        outside_of_code = re.sub(r"^```.*?^```$|`[^`\n]*`", "", markdown, flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)#:\s]+\.md)(?:#[^)]*)?\)", outside_of_code):
            yield page, target


def test_links_lead_to_pages() -> None:
    found = list(links())
    assert found
    pages = HAND_WRITTEN.keys() | GENERATED.keys()
    for page, target in found:
        path = (DOCS / page).parent.joinpath(target).resolve().relative_to(DOCS).as_posix()
        assert path in pages, (page, target)


def test_nothing_comes_from_elsewhere() -> None:
    """The site is read in offices without a network."""
    for path in (DOCS / "theme").rglob("*"):
        if path.is_file():
            addresses = set(re.findall(r"https?://[^\s\"')]+", path.read_text(encoding="utf-8")))
            assert addresses <= {"http://www.w3.org/2000/svg"}, path


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", ["<b>*甲*</b> | `x` [a](b) {c} _d_ #", "a\\b", "1~2~3 > 2"])
def test_any_text_is_shown_as_it_is(text: str) -> None:
    parser = _Text()
    parser.feed(plain(text))
    assert parser.text == text
    assert not set(plain(text)) & set("<>*`[]{}|_\\")


def test_a_fence_is_longer_than_what_stands_in_it() -> None:
    assert fence("a\n````\nb").splitlines()[0] == "`````"
    assert table(("甲",), [("a\nb",)]).splitlines()[-1] == "| a<br>b |"


def test_the_search_index_knows_sections() -> None:
    content = '<h1 id="a">甲</h1><p>一 &lt;二&gt;</p><h2 id="b">乙<code>c</code></h2><p>三</p>'
    sections = [("甲", "p.html#a", "一 <二>"), ("甲 › 乙 c", "p.html#b", "三")]
    assert list(cut_sections(content, "甲", "p.html")) == sections
    assert join_sections(sections) == ("甲", "p.html#a", "一 <二> 甲 › 乙 c 三")


def test_the_page_on_the_house_names_what_is_there() -> None:
    """Every room of the contract is drawn, and every path that is told exists."""
    page = HAND_WRITTEN["architecture.md"]
    for path in re.findall(r"`((?:checker|rules)/[^`]*)`", page):
        assert (ROOT / path).exists(), path
    shown = fill_in(page)
    for room in (path.stem for path in (ROOT / "checker").iterdir() if path.name not in {"__init__.py", "py.typed"}):
        if not room.startswith("_"):
            assert f">{room}<" in shown
            assert f"| `{room}` |" in shown
