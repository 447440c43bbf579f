"""Word files as documents: what is read, where it stands, and what is refused."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from checker.office import docx_package
from checker.prose.document import Document
from checker.prose.docx import build_docx
from checker.prose.docx_runs import PARAGRAPH, run_texts
from checker.source import Unreadable
from checker.write.annotate_docx import Remark, annotate_docx
from tests.prose.word_files import cell, package, paragraph, relations, run, table, word_file

BOX = "<w:txbxContent>{}</w:txbxContent>"


def read(body: str, **parts: str) -> Document:
    return build_docx(word_file(body, **parts), "纲要.docx")


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in read(body, **parts).blocks]


def located(document: Document) -> list[tuple[str, str]]:
    return [(document.source.locator(block.start).text(), block.text) for block in document.blocks]


# ---- what a library and an office program write


def test_a_file_made_by_a_library(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("云川规划", 0)
    made.add_heading("第三章 做强制造", 1)
    made.add_heading("二、主导产业", 2)
    first = made.add_paragraph("产值达到")
    first.add_run("500亿元").bold = True
    first.add_run("。")
    made.add_paragraph("甲项", style="List Number")
    made.add_paragraph("乙项", style="List Number")
    made.add_paragraph("丙项", style="List Bullet")
    grid = made.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            grid.cell(row, column).text = f"{row + 1}{column + 1}"
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "指标"
    grid.cell(1, 2).merge(grid.cell(2, 2)).text = "亿元"
    made.add_paragraph("结语。")
    made.save(str(tmp_path / "纲要.docx"))
    document = build_docx((tmp_path / "纲要.docx").read_bytes(), "纲要.docx")
    assert located(document) == [
        ("第1段", "云川规划"),
        ("第三章（标题）", "第三章 做强制造"),
        ("第三章 › 二、（标题）", "二、主导产业"),
        ("第三章 › 二、 › 第1段", "产值达到500亿元。"),
        ("第三章 › 二、 › 第2段", "甲项"),
        ("第三章 › 二、 › 第3段", "乙项"),
        ("第三章 › 二、 › 第4段", "丙项"),
        ("表1!A1", "指标"),
        ("表1!C1", "13"),
        ("表1!A2", "21"),
        ("表1!B2", "22"),
        ("表1!C2", "亿元"),
        ("表1!A3", "31"),
        ("表1!B3", "32"),
        ("第三章 › 二、 › 第5段", "结语。"),
    ]
    spans = {block.text: (block.cell.rows, block.cell.columns) for block in document.blocks if block.cell is not None}
    assert (spans["指标"], spans["亿元"], spans["22"]) == ((1, 2), (2, 1), (1, 1))
    assert [(block.number, block.number_in_text) for block in document.blocks if block.text in ("甲项", "乙项", "丙项")] == [
        ("1.", False), ("2.", False), ("", True),
    ]  # fmt: skip
    assert document.source.locator(document.blocks[1].start).text("en") == "第三章 (heading)"


def test_a_file_made_by_an_office_program() -> None:
    document = build_docx((Path(__file__).parent / "files" / "libreoffice.docx").read_bytes(), "纲要.docx")
    assert located(document) == [
        ("第三章（标题）", "第三章 做强制造"),
        ("第三章 › 第1段", "产值达到500亿元。"),
        ("第三章 › 一、（标题）", "一、主导产业"),
        ("第三章 › 一、 › 第1段", "装备制造加快升级。"),
        ("第三章 › 一、 › 第2段", "电子信息扩大规模。"),
        ("第三章 › 一、 › 第3段", "见框。"),
        ("第三章 › 一、 › 文本框第1段", "框里的话"),
        ("表1!A1", "指标"),
        ("表1!C1", "单位"),
        ("表1!A2", "经济"),
        ("表1!B2", "产值"),
        ("表1!C2", "亿元"),
        ("表1!B3", "增速"),
        ("表1!C3", "%"),
        ("第三章 › 一、 › 第4段", "结语。"),
        ("注1", "\t按现价计算。"),
    ]
    numbers = {block.text: (block.number, block.number_in_text) for block in document.blocks}
    assert (numbers["装备制造加快升级。"], numbers["电子信息扩大规模。"]) == (("（一）", False), ("（二）", False))
    assert [note.text("en") for note in document.notes] == [
        "tracked changes were read as accepted (2 insertions, 1 deletions)"
    ]


# ---- words


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>第三章</w:t><w:br/><w:t>总论</w:t></w:r>", "第三章 总论"),
        ('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>', "甲乙"),
        ("<w:r><w:t>2020</w:t><w:noBreakHyphen/><w:t>2025</w:t><w:softHyphen/></w:r>", "2020-2025"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:char="2265"/><w:sym w:char="x"/></w:r>', "•≥•"),
        (f'<w:hyperlink>{run("链接")}</w:hyperlink>', "链接"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:smartTag>{run('标记')}</w:smartTag>", "标记"),
        (f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>', "7"),
        (
            (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
                f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("第三章")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            "第三章",
        ),
        (f"<w:ins>{run('增')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>{run('留')}", "增留"),
        (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", "新"),
        (f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>{run('露')}", "露"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>露</w:t></w:r>', "露"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>yun</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby></w:r>", "云"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        (f'<w:commentRangeStart w:id="0"/>{run("话")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', "话"),
        ("<w:r><w:t>两\n行</w:t></w:r>", "两 行"),
    ],
)  # fmt: skip
def test_words_of_a_paragraph(inside: str, words: str) -> None:
    assert texts(paragraph(inside)) == [words]


def test_tracked_changes_are_told() -> None:
    body = paragraph(f"<w:ins>{run('增')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>")
    (note,) = read(body).notes
    assert note.text() == "修订按接受之后的文字检查（插入1处、删除1处）"
    assert note.text("en") == "tracked changes were read as accepted (1 insertions, 1 deletions)"
    assert read(paragraph("甲")).notes == ()


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = paragraph("前一半", "<w:rPr><w:del/></w:rPr>") + paragraph("后一半。") + paragraph("另一段。")
    document = read(body)
    assert document.source.text == "前一半后一半。\n另一段。"
    origin = document.origin_of(document.source.text.index("后"))
    assert origin is not None
    assert (origin.paragraph, origin.offset, origin.start) == (1, 0, 3)


def test_a_paragraph_whose_mark_is_deleted_at_the_end_stands_for_itself() -> None:
    assert texts(paragraph("甲", "<w:rPr><w:del/></w:rPr>")) == ["甲"]


def test_deleted_rows_and_cells_are_gone() -> None:
    gone = f"<w:trPr><w:del/></w:trPr>{cell('旧')}"
    assert texts(table(gone, cell("新") + cell("去", "<w:cellDel/>"))) == ["新"]


def test_breaks_between_paragraphs_part_them_and_those_in_a_title_do_not() -> None:
    long = "正文" * 40 + "。"
    document = read(
        paragraph(f"<w:r><w:t>一、加强领导</w:t><w:br/><w:t>{long}</w:t><w:br/><w:br/><w:t>第二段。</w:t></w:r>")
    )
    assert [block.text for block in document.blocks] == ["一、加强领导", long, "第二段。"]
    assert document.blocks[0].level == 1
    origin = document.origin_of(document.blocks[2].start)
    assert origin is not None
    assert (origin.paragraph, origin.offset) == (0, len("一、加强领导") + 1 + len(long) + 2)


# ---- structure


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="正文二级"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="我的"/><w:basedOn w:val="2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="环"/><w:basedOn w:val="y"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="环二"/><w:basedOn w:val="x"/></w:style>'
)


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def test_headings_by_style_and_outline_level() -> None:
    body = "".join(
        [
            styled("第一章 目录里的", "10"),
            styled("第一章 总论", "1"),
            styled("基础", "3"),
            paragraph("（一）成绩"),
            styled("环里的话。", "x"),
            paragraph("要求", '<w:outlineLvl w:val="1"/>'),
            styled("误用标题样式的一整段话，" * 10 + "。", "1"),
            styled("不算标题", "1").replace("<w:pStyle", '<w:outlineLvl w:val="9"/><w:pStyle'),
        ]
    )
    document = read(body, styles=STYLES)
    assert [(one.level, one.text) for one in document.headings] == [
        (1, "第一章 总论"), (2, "基础"), (3, "（一）成绩"), (2, "要求"),
    ]  # fmt: skip
    assert "目录里的" not in document.source.text or all("目录里的" not in one.text for one in document.blocks)


def test_tables_merged_and_nested() -> None:
    inner = f"<w:tc><w:tcPr/>{paragraph('外')}{table(cell('内'))}{paragraph('')}</w:tc>"
    body = (
        table(
            '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("头", '<w:gridSpan w:val="2"/>'),
            cell("类", '<w:vMerge w:val="restart"/>') + inner + cell("末"),
            cell("", "<w:vMerge/>") + cell("二") + cell(paragraph("三") + paragraph("四")),
        )
        + paragraph("后。")
        + table(cell("另一张"))
    )
    document = read(body)
    assert located(document) == [
        ("表1!B1", "头"), ("表1!A2", "类"), ("表1!B2", "外"), ("表2!A1", "内"), ("表1!C2", "末"), ("表1!B3", "二"),
        ("表1!C3", "三"), ("表1!C3", "四"), ("第1段", "后。"), ("表3!A1", "另一张"),
    ]  # fmt: skip
    head, kind = document.blocks[0].cell, document.blocks[1].cell
    assert head is not None
    assert kind is not None
    assert (head.rows, head.columns, kind.rows, kind.columns) == (1, 2, 2, 1)


def test_cells_far_to_the_right_have_two_letters() -> None:
    document = read(table("".join(cell(str(number)) for number in range(1, 29))))
    assert [document.source.locator(document.blocks[at].start).text() for at in (25, 26, 27)] == [
        "表1!Z1", "表1!AA1", "表1!AB1",
    ]  # fmt: skip


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    shape = f"<wps:txbx>{BOX.format(paragraph('框里的话'))}</wps:txbx>"
    old = f"<w:pict><v:shape><v:textbox>{BOX.format(paragraph('框里的话'))}</v:textbox></v:shape></w:pict>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>" + shape + "</w:drawing></mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(paragraph("一、甲") + paragraph(run("前") + both + run("后")) + paragraph(f"<w:r>{old}</w:r>"))
    assert located(document) == [
        ("一、（标题）", "一、甲"), ("一、 › 第1段", "前后"),
        ("一、 › 文本框第1段", "框里的话"), ("一、 › 文本框第2段", "框里的话"),
    ]  # fmt: skip
    assert document.source.locator(document.blocks[2].start).text("en") == "一、 › text box paragraph 1"


def test_notes_stand_at_the_end_in_the_order_of_their_marks() -> None:
    body = paragraph("一、甲") + paragraph(
        '<w:r><w:t>话</w:t><w:footnoteReference w:id="3"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:endnoteReference w:id="1"/></w:r>'
    )
    notes = "".join(
        f'<w:footnote w:id="{number}"{kind}>{paragraph(text)}</w:footnote>'
        for number, kind, text in [
            (0, ' w:type="separator"', "线"), (1, "", "没有引用"), (2, "", "后一条"), (3, "", "前一条"),
        ]
    )  # fmt: skip
    document = read(body, footnotes=notes, endnotes=f'<w:endnote w:id="1">{paragraph("尾注")}</w:endnote>')
    assert located(document)[2:] == [("注1", "前一条"), ("注2", "后一条"), ("注1", "尾注")]
    assert document.heading_of(document.blocks[2].start) is None


def test_what_wraps_paragraphs_and_rows_is_looked_into() -> None:
    row = f"<w:sdt><w:sdtContent><w:tr>{cell('格')}</w:tr></w:sdtContent></w:sdt>"
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('控件里')}<w:tbl>{row}</w:tbl></w:sdtContent></w:sdt>"
        f"<mc:AlternateContent><mc:Choice>{paragraph('选择')}</mc:Choice></mc:AlternateContent>"
    )
    assert texts(body) == ["控件里", "格", "选择"]


def test_embedded_files_are_told() -> None:
    files = {
        "_rels/.rels": relations(("officeDocument", "/word/document.xml")),
        "word/document.xml": word_part(paragraph("甲")),
        "word/_rels/document.xml.rels": relations(("aFChunk", "x.html"), ("styles", "none.xml")),
    }
    (note,) = build_docx(package(files), "甲.docx").unread
    assert note.text() == "嵌入的1个外来文件没有读"


def word_part(body: str) -> str:
    with zipfile.ZipFile(io.BytesIO(word_file(body))) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def test_offsets_lead_back_to_the_runs() -> None:
    shape = f"<w:r><w:pict>{BOX.format(paragraph('框'))}</w:pict></w:r>"
    body = (
        paragraph(run("第一") + f"<w:ins>{run('章')}</w:ins>" + run(" 总论"))
        + paragraph(run("甲") + shape + run("乙"))
        + table(cell(paragraph("格一") + paragraph("格二")))
        + paragraph("合", "<w:rPr><w:del/></w:rPr>")
        + paragraph("并。")
    )
    data = word_file(body)
    document = build_docx(data, "甲.docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        trees = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith("t.xml")}
    for block in document.blocks:
        for offset in range(block.start, block.end):
            origin = document.origin_of(offset)
            assert origin is not None
            words = "".join(one.text for one in run_texts(list(trees[origin.part].iter(PARAGRAPH))[origin.paragraph]))
            assert words[origin.offset + offset - origin.start] == document.source.text[offset]


# ---- what is refused


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as problem:
        build_docx(data, "甲.docx")
    assert "\n" not in problem.value.message.text()
    return problem.value.message.text()


BROKEN = "文件不完整或已损坏（也可能正在保存），用 WPS 或 Word 打开后重新保存可以检查"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_files_of_other_kinds() -> None:
    whole = word_file(paragraph("甲"))
    assert refused(whole[: len(whole) // 2]) == BROKEN
    assert refused(b"") == BROKEN
    assert refused(b"PK\x03\x04") == BROKEN
    assert refused(package({"word/document.xml": "<w:p"})) == BROKEN
    assert refused(package({"word/document.xml": "<a/>"})) == BROKEN
    assert refused("正文".encode()) == "不是 .docx 文件，用 WPS 或 Word 打开后另存为 .docx 可以检查"
    assert refused(OLE + b"x") == "其实是旧的 .doc 格式，用 WPS 或 Word 另存为 .docx 后可以检查"
    assert refused(OLE + "EncryptedPackage".encode("utf-16-le")) == "有打开密码，去掉密码后可以检查"
    assert refused(package({"a.txt": ""})) == "里面没有文档正文"


def test_an_encrypted_entry() -> None:
    data = bytearray(word_file(paragraph("甲")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refused(bytes(data)) == "有打开密码，去掉密码后可以检查"


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">{}]>'.format(
    "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
)


@pytest.mark.parametrize("declared", ["<!DOCTYPE w>", '<!DOCTYPE w SYSTEM "http://127.0.0.1/x">', ENTITIES])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_it_does_anything(declared: str, encoding: str) -> None:
    body = word_part(paragraph("&amp;j;".replace("&amp;", "&") if "ENTITY" in declared else "甲"))
    text = body.replace(
        '<?xml version="1.0" encoding="UTF-8"?>', f'<?xml version="1.0" encoding="{encoding}"?>{declared}'
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", text.encode(encoding))
    assert refused(held.getvalue()) == "里面有文档类型声明（DTD），不安全，没有读"


def test_what_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "UNPACKED_LIMIT", 1024 * 1024)
    assert refused(word_file(paragraph("很" * 400_000))) == "展开后超过 1 MiB 或内容过多，没有读"
    monkeypatch.setattr(docx_package, "TAG_LIMIT", 1000)
    assert refused(word_file(paragraph("甲") * 500)) == "展开后超过 1 MiB 或内容过多，没有读"


def test_an_entry_that_lies_about_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "UNPACKED_LIMIT", 1024 * 1024)
    data = word_file(paragraph("很" * 400_000))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    assert refused(data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))) == BROKEN


def test_deep_nesting_is_refused_and_not_followed() -> None:
    assert refused(word_file("<w:sdt><w:sdtContent>" * 400 + "</w:sdtContent></w:sdt>" * 400)) == BROKEN


def test_the_deepest_that_is_read() -> None:
    deep = "<w:sdt><w:sdtContent>" * 110 + paragraph("底") + "</w:sdtContent></w:sdt>" * 110
    assert texts(deep) == ["底"]
    links = "<w:hyperlink>" * 240 + run("底") + "</w:hyperlink>" * 240
    assert texts(paragraph(links)) == ["底"]


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", OLE):
        refused(start + data)


WHOLE = word_file(paragraph("一、甲") + table(cell("乙")) + paragraph("丙" * 50))


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=3))
def test_no_damage_crashes_the_reader(at: int, damage: bytes) -> None:
    try:
        document = build_docx(WHOLE[:at] + damage + WHOLE[at + len(damage) :], "甲.docx")
    except Unreadable:
        return
    assert all(document.source.text[one.start : one.end] == one.text for one in document.blocks)


TAGS = ["p", "r", "t", "tbl", "tr", "tc", "ins", "del", "br", "pPr", "rPr", "numPr", "numId", "ilvl", "sdt", "sdtContent",
        "txbxContent", "vMerge", "gridSpan", "tcPr", "sym", "footnoteReference", "outlineLvl", "pStyle"]  # fmt: skip


@st.composite
def elements(draw: st.DrawFn, depth: int = 4) -> str:
    tag = draw(st.sampled_from(TAGS))
    value = draw(st.sampled_from(["", ' w:val="1"', ' w:val="-3"', ' w:val="x"', ' w:val="99999999999"', ' w:id="1"']))
    inside = (
        draw(st.lists(elements(depth - 1), max_size=3)) if depth else [draw(st.sampled_from(["", "一、甲", "乙。"]))]
    )
    return f"<w:{tag}{value}>{''.join(inside)}</w:{tag}>"


@given(st.lists(elements(), max_size=5), elements(), elements())
def test_tags_in_any_order_are_read(body: list[str], styles: str, numbering: str) -> None:
    document = read("".join(body), styles=styles, numbering=numbering, footnotes=styles)
    last = -1
    for block in document.blocks:
        assert document.source.text[block.start : block.end] == block.text
        assert block.start > last
        last = block.start
        assert document.source.place(block.start).column == 1
        assert document.source.locator(block.start).text()
        assert document.origin_of(block.start) is not None


def test_the_strict_form_of_the_format_is_read_and_not_annotated() -> None:
    """ISO/IEC 29500 strict: the same words under other namespaces."""
    plain = word_file(paragraph("产值达到500亿元。", '<w:outlineLvl w:val="0"/>') + table(cell("甲") + cell("乙")))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for usual, strict in (
                (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"wordprocessingml/main"),
                (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"officeDocument/"),
            ):
                content = content.replace(usual, b"http://purl.oclc.org/ooxml/" + strict)
            new.writestr(name, content)
    document = build_docx(buffer.getvalue(), "纲要.docx")
    assert located(document) == located(build_docx(plain, "纲要.docx"))
    with pytest.raises(Unreadable, match="Strict Open XML"):
        annotate_docx(document, [])


def test_a_broken_part_that_reading_passes_over_is_named_when_comments_are_written() -> None:
    part = "[Content_Types].xml"
    plain = word_file(paragraph("产值达到500亿元。"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in {*old.namelist(), part}:
            new.writestr(name, b"<broken" if name == part else old.read(name))
    document = build_docx(buffer.getvalue(), "纲要.docx")
    with pytest.raises(Unreadable, match=re.escape(part)):
        annotate_docx(document, [Remark(0, 2, ("改",))])


def test_a_part_that_cannot_be_unpacked_is_named_when_comments_are_written() -> None:
    buffer = io.BytesIO()
    plain = io.BytesIO(word_file(paragraph("产值达到500亿元。")))
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("word/media/picture.png", b"0123456789" * 10)
    data = buffer.getvalue().replace(b"0123456789" * 10, b"0123456789" * 9 + b"x" * 10, 1)
    with pytest.raises(Unreadable, match=re.escape("word/media/picture.png")):
        annotate_docx(build_docx(data, "纲要.docx"), [Remark(0, 2, ("改",))])


def test_the_text_is_the_paragraphs_and_cells_that_are_not_blank_joined_by_newlines() -> None:
    """What docs/output.md says of offsets, held against another reader of Word files."""
    path = Path(__file__).parents[2] / "plans/yunchuan/纲要.docx"
    document = build_docx(path.read_bytes(), path.name)
    paragraphs = (Paragraph(one, None) for one in docx.Document(str(path)).element.body.iter(PARAGRAPH))  # type: ignore[arg-type]
    told = "\n".join(one.text for one in paragraphs if one.text.strip())
    assert document.source.text.startswith(f"{told}\n"), "the footnote stands behind"
    for block in document.blocks:
        assert document.source.text[block.start : block.end] == block.text


@pytest.mark.parametrize(
    ("before", "first", "told"),
    [
        ("表1 主要指标", "指标", "表1（主要指标）!A2"),
        ("表 3　主要指标", "指标", "表1（表 3 主要指标）!A2"),
        ("专栏2 重大工程", "工程", "表1（专栏2 重大工程）!A2"),
        ("主要指标如下。", "指标", "表1!A2"),
        ("见后。", "专栏1 “十五五”时期重大工程项目安排一览", "表1（专栏1 “十五五”时期重大工程项…）!A2"),
    ],
)
def test_a_table_is_called_by_its_number_and_its_title(before: str, first: str, told: str) -> None:
    document = read(paragraph(before) + table(cell(first), cell("甲")))
    (place,) = (block.start for block in document.blocks if block.text == "甲")
    assert document.source.locator(place).text() == told


def test_a_first_row_over_all_columns_is_the_title() -> None:
    body = table(cell("主要指标", '<w:gridSpan w:val="2"/>'), cell("甲") + cell("乙"))
    assert located(read(body))[1:] == [("表1（主要指标）!A2", "甲"), ("表1（主要指标）!B2", "乙")]
