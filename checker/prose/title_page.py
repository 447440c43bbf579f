"""What a document says of itself at its head: title, kind of document, place, period, stage.

The file's name helps where the head is silent, and what neither says stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.prose.document import Document
from checker.prose.head import HeadLine, head_lines
from checker.prose.places import OwnPlace, own_place, place_level
from checker.prose.stage import StageRead, read_stage
from checker.prose.years import period_years
from checker.source import fold

#: Kinds of documents, stored words, and what their titles say; the first that fits.
_KINDS = (
    ("drafting_note", re.compile(r"(?:起草|编制|修订|有关情况|情况)(?:的)?说明|(?:》|纲要)的?说明$")),
    ("proposal", re.compile(r"关于制定.{2,60}规划.{0,24}的建议|规划建议$|五规划的?建议")),
    ("work_report", re.compile(r"政府工作报告|^工作报告$|20[0-9]{2}年?(?:工作)?报告$")),
    ("indicator_table", re.compile(r"(?:主要|发展|目标|规划)?指标(?:体系|一览|汇总|总)?表?$|指标表")),
    ("assessment", re.compile(r"(?:考核|评价)(?:评价)?(?:办法|细则|方案)")),
    ("breakdown", re.compile(r"(?:分解|分工)(?:落实)?方案|任务分工")),
    ("implementation_plan", re.compile(r"(?:实施|行动|工作)方案")),
    ("outline", re.compile(r"纲要|规划")),
)
_NATION = "中华人民共和国"
_BEFORE_PLACE = re.compile(r"^.*(?:关于|制定|编制|审议|印发|通过|批准|共产党|中共|[年在是的])")
_OF_CONGRESS = re.compile(
    r"在(?P<place>[\u4e00-\u9fff]{2,12}?(?:省|自治区|市|县|区|州|旗|盟))第[一二三四五六七八九十]+届人民代表大会"
)
_NAMED = re.compile(
    r"^[^\u4e00-\u9fff]*(?P<place>[\u4e00-\u9fff]{2,12}?(?:开发区|示范区|高新区|新区|自治区|自治州|自治县|省|市|县|区|旗|盟)"
    # 云川市望水区委, 云川省望水市人民政府: the place is the last that stands right before whose paper it is.
    r"(?:[\u4e00-\u9fff]{2,10}?(?:开发区|示范区|高新区|新区|自治州|自治县|市|县|区|旗|盟)(?=委|党工委|工委|人民政府|关于))?)"
)
#: The paper that a note is about: 关于《云岭开发区“十五五”发展规划纲要》的起草说明.
_INNER = re.compile("《(?P<title>[^《》]+)》")
_PERIOD = re.compile(r"第(?P<ordinal>十[一二三四五六])个五年|“?(?P<short>十[一二三四五六]五)”?")
_YEARS = re.compile(r"(?P<first>20[0-9]{2})年?\s*[—–\-~～至]{1,2}\s*(?P<last>20[0-9]{2})年?")
_YEAR = re.compile(r"(?P<year>20[0-9]{2})年")
_BRACKETS = re.compile(r"[（(【\[〔][^（()）【】\[\]〔〕]*[）)】\]〕]")
#: Lines of a title page that are not the title: dates, places of printing, what a web page has above.
_NOT_TITLE = re.compile(
    r"^[0-9〇零一二三四五六七八九十年月日.\-/:：\s]+$|^(?:目\s*录|首页|打印|下载|来源|字号|发布日期)|[>|]"
)

_SHORTEST, _MOST_TITLE_LINES = 4, 4


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What a document is by its own words; "" and None for what is not known.

    `kind` is outline, drafting_note, indicator_table, proposal, work_report, implementation_plan, breakdown or
    assessment; `level` a stored word of the model; `years` the first and last year it is about. `kind_by_name` says
    that only the file's name tells the kind.
    """

    title: str = ""
    kind: str = ""
    kind_by_name: bool = False
    place: str = ""
    level: str = ""
    years: tuple[int, int] | None = None
    stage: StageRead | None = None


def read_title_page(document: Document, stem: str) -> TitlePage:
    """The title page of `document`, whose file is called `stem`, without its suffix."""
    lines = head_lines(document)
    title_lines = _title_lines(lines)
    title = "".join(_plain(line.text) for line in title_lines)
    rest = [line for line in lines if line not in title_lines]
    name = fold(stem)
    kind, by_name = _kind(title), False
    if not kind:
        kind, by_name = _kind(_plain(name)), True
    place = _place(title, [line.text for line in rest], name)
    return TitlePage(
        title,
        kind,
        by_name and bool(kind),
        place.name if place is not None else "",
        place.level if place is not None else "",
        _years(title, kind, [line.text for line in rest]) or _years(_plain(name), kind, []),
        read_stage(title_lines, rest, document.margins, stem),
    )


def _plain(text: str) -> str:
    """A line of a title without blanks and without what stands in brackets."""
    return _BRACKETS.sub("", "".join(text.split()))


def _title_lines(lines: Sequence[HeadLine]) -> Sequence[HeadLine]:
    """The lines of the title: from the first that may be one up to the line by which a title ends."""
    taken: list[HeadLine] = []
    for line in lines:
        plain = _plain(line.text)
        is_complete = bool(taken) and _kind("".join(_plain(one.text) for one in taken)) != ""
        if is_complete and not _kind(plain):
            break
        if not line.beside and not _NOT_TITLE.search(line.text) and len(plain) >= _SHORTEST:
            taken.append(line)
        if len(taken) == _MOST_TITLE_LINES:
            break
    return taken if _kind("".join(_plain(one.text) for one in taken)) else ()


def _kind(title: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(title)), "")


def _place(title: str, rest: Sequence[str], name: str) -> OwnPlace | None:
    if title.lstrip("《").startswith(_NATION):
        return OwnPlace(_NATION, "national")
    for text in (title, name):
        found = own_place(text)
        if found is not None:
            plain = _BEFORE_PLACE.sub("", found.name)
            return OwnPlace(plain, place_level(plain)) if plain else found
    for text in rest:
        if (congress := _OF_CONGRESS.search(text)) is not None:
            return OwnPlace(congress["place"], place_level(congress["place"]))
    inner = _INNER.search(title)
    spoken_of = inner["title"] if inner is not None else ""
    for text in (title, _BEFORE_PLACE.sub("", title), spoken_of, name):
        named = _NAMED.match(text)
        plain = _BEFORE_PLACE.sub("", named["place"]) if named is not None else ""
        if len(plain) > 1:
            return OwnPlace(plain, place_level(plain))
    return None


def _years(title: str, kind: str, rest: Sequence[str]) -> tuple[int, int] | None:
    if (found := _PERIOD.search(title)) is not None:
        return period_years(found["short"] or f"{found['ordinal']}五")
    if (years := _YEARS.search(title)) is not None:
        return int(years["first"]), int(years["last"])
    if kind == "work_report":
        for text in (title, *rest):
            if (year := _YEAR.search(text)) is not None:
                return int(year["year"]), int(year["year"])
    return None
