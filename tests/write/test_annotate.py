"""Comments in Word files: at which words they stand, what stays as it was, what a second run does."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from checker.prose.docx import build_docx
from checker.write.annotate_docx import Remark, annotate_docx
from tests.prose.word_files import cell, package, paragraph, run, table, word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def annotated(data: bytes, *words: str) -> bytes:
    """The file with a comment at the first place of each of these words."""
    document = build_docx(data, "甲.docx")
    text = document.source.text
    return annotate_docx(document, [Remark(text.index(one), text.index(one) + len(one), (one, "二")) for one in words])


def trees(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def first_line(comment: etree._Element) -> str:
    return "".join(str(one) for one in next(comment.iter(f"{W}p")).itertext())


def marked(data: bytes) -> dict[str, str]:
    """The first paragraph of each comment, and the words between its marks."""
    parts = trees(data)
    found = {}
    for comment in parts["word/comments.xml"]:
        number = comment.get(f"{W}id")
        words, inside = "", False
        for one in parts["word/document.xml"].iter():
            if one.get(f"{W}id") == number and one.tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd"):
                inside = one.tag == f"{W}commentRangeStart"
            elif inside and one.tag == f"{W}t":
                words += one.text or ""
        found[first_line(comment)] = words
    return found


def plain(data: bytes) -> str:
    """The document without marks of comments, runs of one look made one."""
    root = trees(data)["word/document.xml"]
    text = etree.tostring(root, encoding="unicode")
    text = re.sub(r"<w:commentRange(Start|End)[^>]*/>|<w:r><w:commentReference[^>]*/></w:r>", "", text)
    text = re.sub(r' xml:space="preserve"| w:id="\d+"', "", text)
    joint = re.compile(r"</w:t></w:r><w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t>")
    while (found := joint.search(text)) is not None:
        before = text.rindex("<w:r>", 0, found.start())
        alike = text[before + 5 :].startswith((found.group(1) or "") + "<w:t>")
        text = text[: found.start()] + ("" if alike else "|JOINT|") + text[found.end() :]
    return text


BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    "inside",
    [
        run("到2025年，产值达到500亿元。"),
        run("到2025年，产") + BOLD.format("值达到500亿元。"),
        run("到2025年，") + f"<w:ins w:id='7' w:author='甲'>{run('产值达到500亿')}</w:ins>" + run("元。"),
        run("到2025年，产值") + "<w:del w:id='7'><w:r><w:delText>没</w:delText></w:r></w:del>" + run("达到500亿元。"),
        f"<w:hyperlink w:anchor='a'>{run('到2025年，产值达到500亿元。')}</w:hyperlink>",
        run("到2025年，产") + "<w:r><w:t>值</w:t><w:noBreakHyphen/><w:t>达到500亿元。</w:t></w:r>",
    ],
)
def test_marks_stand_around_the_very_words(inside: str) -> None:
    data = word_file(paragraph("前一段") + paragraph(inside))
    words = "值-达到500" if "noBreak" in inside else "值达到500"
    made = annotated(data, words)
    assert marked(made) == {words: words.replace("-", "")}
    assert build_docx(made, "甲.docx").source.text == build_docx(data, "甲.docx").source.text
    if "<w:ins" not in inside and "<w:hyperlink" not in inside:
        assert plain(made).replace("|JOINT|", "") == plain(data).replace("|JOINT|", "")
    numbers = [one.get(f"{W}id") for one in trees(made)["word/document.xml"].iter(f"{W}ins", f"{W}del")]
    assert len(numbers) == len(set(numbers))


def test_remarks_in_the_xml_are_no_words() -> None:
    inside = "<w:r><w:t>产值<!-- 甲 -->达到</w:t><!-- 乙 --><?mso 丙?><w:t>500亿元。</w:t></w:r>"
    assert marked(annotated(word_file(paragraph(inside)), "值达到5")) == {"值达到5": "值达到5"}


def test_the_same_document_may_be_annotated_again() -> None:
    document = build_docx(word_file(paragraph("产值达到500亿元。")), "甲.docx")
    first, second = (annotate_docx(document, [Remark(0, end, ("言",))]) for end in (2, 4))
    assert [marked(one) for one in (first, second)] == [{"言": "产值"}, {"言": "产值达到"}]


def test_what_cannot_be_cut_is_marked_whole() -> None:
    data = word_file(
        paragraph(run("见") + f"<w:fldSimple w:instr='REF a'>{run('第三章第一节')}</w:fldSimple>" + run("。"))
    )
    assert marked(annotated(data, "三章")) == {"三章": "第三章第一节"}


def test_words_of_a_note_and_of_a_box_are_marked_where_these_are() -> None:
    box = "<w:r><w:pict><w:txbxContent>" + paragraph("框里的话") + "</w:txbxContent></w:pict></w:r>"
    note = f'<w:footnote w:id="2">{paragraph("注里的话")}</w:footnote>'
    body = paragraph(run("甲") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("乙")) + paragraph(run("丙") + box)
    made = annotated(word_file(body, footnotes=note), "里的话", "注里")
    root = trees(made)["word/document.xml"]
    starts = list(root.iter(f"{W}commentRangeStart"))
    for one, tag in zip(starts, ("footnoteReference", "pict"), strict=True):
        assert next(one.itersiblings()).find(f".//{W}{tag}") is not None
    assert [next(one.iterancestors()).tag for one in starts] == [f"{W}p"] * 2


def test_a_range_over_two_cells_ends_with_the_first() -> None:
    data = word_file(table(cell("甲乙") + cell("丙丁")))
    document = build_docx(data, "甲.docx")
    made = annotate_docx(document, [Remark(1, len(document.source.text), ("言",))])
    assert marked(made) == {"言": "乙"}


def by_library(tmp_path: Path) -> Path:
    """A file with a heading, looks, a table and the comment of a colleague."""
    made = docx.Document()
    made.add_heading("第一章 总则", 1)
    line = made.add_paragraph("到2025年，地区生产总值达到")
    line.add_run("2000亿元").bold = True
    line.add_run("，占全市的12%。")
    grid = made.add_table(1, 2)
    grid.cell(0, 0).text, grid.cell(0, 1).text = "指标", "数值待定"
    made.add_comment(line.runs[1], text="这个数要再核", author="规划处", initials="规")
    path = tmp_path / "纲要.docx"
    made.save(str(path))
    return path


def test_a_file_of_a_library_and_the_comments_of_others(tmp_path: Path) -> None:
    data = by_library(tmp_path).read_bytes()
    made = annotated(data, "达到2000", "待定")
    (tmp_path / "批.docx").write_bytes(made)
    opened = docx.Document(str(tmp_path / "批.docx"))
    assert [(one.author, one.text) for one in opened.comments] == [
        ("规划处", "这个数要再核"), ("plancheck", "达到2000\n二"), ("plancheck", "待定\n二"),
    ]  # fmt: skip
    bold = [one.text for line in opened.paragraphs for one in line.runs if one.bold]
    assert "".join(bold) == "2000亿元"
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert set(new.namelist()) == set(old.namelist())
    assert sorted(changed) == ["word/comments.xml", "word/document.xml"]


def test_a_second_run_replaces_only_its_own(tmp_path: Path) -> None:
    data = by_library(tmp_path).read_bytes()
    once = annotated(data, "达到2000", "待定")
    assert annotated(once, "达到2000", "待定") == once
    other = annotated(once, "占全市")
    assert set(marked(other)) == {"这个数要再核", "占全市"}
    none = annotated(other)
    assert set(marked(none)) == {"这个数要再核"}
    assert plain(none).count("plancheck") == 0
    assert annotated(none) == none


W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def answered(data: bytes) -> bytes:
    """The file as a newer Word saves it, the second comment answered: each paragraph of a comment has a number."""
    roots = trees(data)
    comments = roots["word/comments.xml"]
    for number, line in enumerate(comments.iter(f"{W}p")):
        line.set(f"{{{W14}}}paraId", f"0000000{number}")
    answer = etree.SubElement(comments, f"{W}comment", {f"{W}id": "9", f"{W}author": "规划处"})
    line = etree.SubElement(answer, f"{W}p", {f"{{{W14}}}paraId": "0000000F"})
    etree.SubElement(etree.SubElement(line, f"{W}r"), f"{W}t").text = "照改"
    told = "".join(f'<w15:commentEx w15:paraId="0000000{number}"/>' for number in range(4))
    told += '<w15:commentEx w15:paraId="0000000F" w15:paraIdParent="00000003"/>'
    relation = {"Id": "r9", "Type": EXTENDED, "Target": "commentsExtended.xml"}
    etree.SubElement(roots["word/_rels/document.xml.rels"], "Relationship", relation)
    parts = {name: etree.tostring(root, encoding="unicode") for name, root in roots.items()}
    parts["word/commentsExtended.xml"] = f'<w15:commentsEx xmlns:w15="{W15}">{told}</w15:commentsEx>'
    return package(parts)


def test_one_that_was_answered_stays_and_is_not_said_again() -> None:
    once = annotated(word_file(paragraph("产值达到500亿元。")), "产值", "500")
    again = annotated(answered(once), "产值", "500")
    told = [first_line(one) for one in trees(again)["word/comments.xml"]]
    assert told == ["500", "照改", "产值"]
    kept = [one.get(f"{{{W15}}}paraId") for one in trees(again)["word/commentsExtended.xml"]]
    assert kept == ["00000002", "00000003", "0000000F"]


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=6)
PIECES = st.lists(st.tuples(WORDS, st.booleans(), st.sampled_from(["", "ins", "hyperlink"])), min_size=1, max_size=5)


@settings(max_examples=150)
@given(PIECES, st.data())
def test_any_words_of_any_runs(made_of: list[tuple[str, bool, str]], data: st.DataObject) -> None:
    inside = ""
    for number, (words, bold, around) in enumerate(made_of):
        piece = (BOLD if bold else "<w:r><w:t>{}</w:t></w:r>").replace("{}", escape(words))
        inside += f'<w:{around} w:id="{number}">{piece}</w:{around}>' if around else piece
    file = word_file(paragraph(inside))
    document = build_docx(file, "甲.docx")
    length = len(document.source.text)
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    made = annotate_docx(document, [Remark(start, end, ("言",))])
    assert marked(made) == {"言": document.source.text[start:end]}
    again = build_docx(made, "甲.docx")
    assert again.source.text == document.source.text
    assert annotate_docx(again, [Remark(start, end, ("言",))]) == made


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
def test_an_office_program_shows_them_at_their_words(tmp_path: Path) -> None:
    made = annotated(by_library(tmp_path).read_bytes(), "达到2000", "待定")
    (tmp_path / "批.docx").write_bytes(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command: list[str | Path] = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "odt",
        "--outdir",
        tmp_path,
        tmp_path / "批.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(tmp_path / "批.odt") as archive:
        text = archive.read("content.xml").decode("utf-8")
    shown = re.findall(r"<dc:creator>(.*?)</dc:creator>.*?</office:annotation>(.*?)<office:annotation-end", text)
    inner = re.compile(r"<office:annotation .*?</office:annotation>|<[^>]*>")
    told = [(author, inner.sub("", words)) for author, words in shown]
    assert ("plancheck", "待定") in told
    assert ("plancheck", "达到2000") in told
