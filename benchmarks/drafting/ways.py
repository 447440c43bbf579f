"""One outline in the ways of heading that outlines have: three Word files and the text of a PDF.

The source is a text: `!` begins a line of the title, `#` a part, `##` a chapter, `###` a section, `|` a row of a
table (a panel where it has one cell), `%` the title above a table; all else is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.prose.word_files import cell, definition, paragraph, table, use, word_file

_ONES = "一二三四五六七八九"
_DEPTH = {"#": 1, "##": 2, "###": 3}
_STYLED = "样式"
#: Heading → the number before it, by its depth.
_FORMS = {
    "章节": ("第{}篇 ", "第{}章 ", "第{}节 "),
    "顿号": ("", "{}、", "（{}）"),
    "断行": ("第{}篇　", "第{}章　", "第{}节　"),
}
_LINE, _PAGE = 28, 24
_NUMBER = re.compile(r"[0-9.][0-9.%]")
_NEVER_FIRST = "，。；：、！？）》”"


@dataclass(frozen=True)
class Line:
    """A line of the source: its mark, its words, the cells of a row."""

    mark: str
    text: str

    @property
    def cells(self) -> list[str]:
        """The cells of a row."""
        return [one.strip() for one in self.text.split("|")]


def read_source(path: Path) -> list[Line]:
    """The lines of a source."""
    made = []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark = re.match(r"(?:#{1,3}|[!|%])(?= )", line)
        made.append(Line(mark[0], line[len(mark[0]) + 1 :]) if mark else Line("", line))
    return made


def write_way(lines: Sequence[Line], way: str, path: Path) -> None:
    """The outline in one way: 章节, 顿号, 样式 (Word counts) as .docx, 断行 as .txt."""
    if way == "断行":
        path.write_text("\n".join(_broken(list(_numbered(lines, _FORMS[way])))) + "\n", encoding="utf-8")
    elif way == _STYLED:
        path.write_bytes(_styled(lines))
    else:
        path.write_bytes(word_file("".join(_body(list(_numbered(lines, _FORMS[way]))))))


def suffix_of(way: str) -> str:
    """The ending of a file written so."""
    return ".txt" if way == "断行" else ".docx"


def _numbered(lines: Sequence[Line], forms: Sequence[str]) -> Iterator[Line]:
    """The headings with their numbers; a depth without a form is left out."""
    counts = [0, 0, 0]
    for line in lines:
        depth = _DEPTH.get(line.mark, 0)
        if not depth:
            yield line
            continue
        counts[depth - 1] += 1
        if depth > 1:  # Chapters are counted through the whole outline, sections anew.
            counts[2] = 0 if depth == len("##") else counts[2]
        if forms[depth - 1]:
            yield Line(line.mark, forms[depth - 1].format(numeral(counts[depth - 1])) + line.text)


def numeral(number: int) -> str:
    """12 → 十二."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_ONES[tens - 1]}十") + (_ONES[ones - 1] if ones else "")


def _body(lines: Sequence[Line], heading: str = "") -> Iterator[str]:
    """The paragraphs and tables of a Word file; `heading` begins the names of the styles of headings."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.mark == "|":
            end = at
            while end < len(lines) and lines[end].mark == "|":
                end += 1
            yield _table([one.cells for one in lines[at:end]])
            at = end
            continue
        depth = _DEPTH.get(line.mark, 0)
        style = "Title" if line.mark == "!" else f"{heading}{depth}" if depth else ""
        yield paragraph(line.text, f'<w:pStyle w:val="{style}"/>' if style and (heading or line.mark == "!") else "")
        at += 1


def _table(rows: Sequence[Sequence[str]]) -> str:
    """A table whose empty cells of the first column are one with the cell above; a panel is one cell of many lines."""
    if all(len(row) == 1 for row in rows):
        return table(cell("".join(paragraph(row[0]) for row in rows)))
    made = []
    for at, row in enumerate(rows):
        below = at + 1 < len(rows) and not rows[at + 1][0]
        merge = '<w:vMerge w:val="restart"/>' if row[0] and below else "" if row[0] else "<w:vMerge/>"
        made.append(cell(row[0] or paragraph(""), merge) + "".join(cell(one or paragraph("")) for one in row[1:]))
    return table(*made)


def _styled(lines: Sequence[Line]) -> bytes:
    """The outline with the headings of Word, numbered by Word."""
    forms = ("第%1篇", "第%2章", "第%3节")
    levels = definition(1, *(("chineseCounting", form) for form in forms))
    # Chapters are counted through the whole outline.
    levels = levels.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/>')
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{depth}"><w:name w:val="heading {depth}"/>'
        f'<w:pPr><w:numPr><w:ilvl w:val="{depth - 1}"/><w:numId w:val="1"/></w:numPr>'
        f'<w:outlineLvl w:val="{depth - 1}"/></w:pPr></w:style>'
        for depth in (1, 2, 3)
    )
    styles += '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    body = "".join(_body(lines, "Heading"))
    return word_file(body, styles=styles, numbering=levels + use(1, 1))


def _broken(lines: Sequence[Line]) -> Iterator[str]:
    """The lines as the text of a PDF has them: cut at the margin, the page number between, tables cell by cell."""
    cut = [piece for line in lines for piece in _cut(line)]
    for page, start in enumerate(range(0, len(cut), _PAGE), 1):
        yield from cut[start : start + _PAGE]
        yield f"— {page} —"


def _cut(line: Line) -> list[str]:
    if line.mark == "|" and len(line.cells) > 1:
        return [" ".join(one for one in line.cells if one)]
    text = line.text if line.mark in _DEPTH or line.mark in ("!", "%") else f"　　{line.text}"
    cut, start = [], 0
    while start < len(text):
        end = min(start + _LINE, len(text))
        # Nothing parts a number, and no line begins with a mark.
        while end < len(text) and (_NUMBER.fullmatch(text[end - 1 : end + 1]) or text[end] in _NEVER_FIRST):
            end -= 1 if _NUMBER.fullmatch(text[end - 1 : end + 1]) else -1
        cut.append(text[start:end])
        start = end
    return cut
