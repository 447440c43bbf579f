"""The cases of `fuzz.py`: a sound plan, text, table or setting, broken in a way that the seed says."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

KINDS = ("xlsx", "docx", "plan", "toml", "text")

_PLAN = """规划 云川开发区十四五 {
  全称：《云川开发区“十四五”规划纲要》    文种：纲要    层级：开发区    规划期：2021—2025
  阶段：送审稿    成稿：2021年4月
  指标数：2（预期性2；列出：部分）    指标类别：经济发展
  文本：“纲要.docx”（主文）
}
指标 地区生产总值 {
  类别：经济发展    单位：亿元    属性：预期性    价格：现价
  2020年：实际 1000        2025年：目标 ≥1500        年均：目标 8%左右（容差 0.5个百分点）
}
目标 总目标 { 类型：总目标 }
目标 「“经济”迈上新台阶」 { 上级目标：总目标    衡量指标：地区生产总值、类别.经济发展 }
举措 集群培育工程 { 类型：工程    支撑：「“经济”迈上新台阶」（推断）    期限：2025年 }
关系 人均 = 地区生产总值 ÷ 2
豁免 PC301 于 全部 { 理由：“示例”    批准：规划科    至：2026年6月30日 }   # 示例
"""
_TOML = """[rules]
off = ["PC301"]
[levels]
"云川开发区十四五" = "开发区"
"""
#: Settings that there are, in either language, with values that may stand there.
_SETTINGS: dict[str, dict[str, list[str]]] = {
    "rules": {
        "off": ['["PC301"]', "[]", '["PC2", "孤立举措"]'],
        "only": ['["PC1", "PC3"]', "[]"],
        "severity.PC302": ['"提示"', '"error"', '"不查"'],
        "parameters.PC308.容差": ["0.5", "5", "0"],
        "row_budget": ["1", "2000", "100000000"],
    },
    "check": {
        "stage": ['"送审稿"', '"draft_for_comments"'],
        "gate": ['"warning"', '"提示"', '"error"'],
        "lang": ['"en"', '"zh"'],
        "as_of": ["2021-04-30", "1999-12-31", "9999-12-31"],
    },
    "workspace": {"plans": ['["*.plan"]', '["**/*.plan"]'], "upper": ["[]"], "shipped": ['["郑州市十四五"]', "[]"]},
    "levels": {"云川开发区十四五": ['"开发区"', '"国家"', '"county"']},
}
_TEXT = """云川开发区“十四五”规划纲要（送审稿）
第一章 总体要求
一、发展目标
到2025年，地区生产总值达到1500亿元，年均增长8%左右。实施三项行动：一是强链；二是补链；三是延链。
二〇二五年建成（示例）。表1 主要指标
指标名称\t单位\t2020年\t2025年\t属性
地区生产总值\t亿元\t1000\t1500\t预期性
"""
_ROWS = (
    ("指标名称", "单位", "2020年", "2025年", "属性"),
    ("地区生产总值", "亿元", 1000, 1500.5, "预期性"),
    ("研发投入强度", "%", 0.021, 0.03, "约束性"),
    ("=1+1", None, "—", "〔9〕", "注：示例"),
)
_ODD_WORDS = (
    "一" * 3000, "“" * 500, "（" * 500, "{" * 500,
    "：", "、", "、、、", "\x00", "\x1b[31m", "\u202e", "\ud7ff", "９" * 400,
    "1e999", "-" * 999, "20251231", "2025年2月30日", "≥", "%", "}" * 99,
    "《", "#", "//", "\r", "\n", "\t" * 99, "=", "÷ 0",
)  # fmt: skip
_ODD_XML = (
    b"<a>" * 5000, b"</a>", b"&x;", b"&#0;", b"<![CDATA[", b"<!DOCTYPE a [<!ENTITY x 'y'>]>", b"<!--",
    b"<?x", b"\xff\xfe",
    b' r="XFD1048576"', b' t="s"', b"<v>99999999</v>", b"<v>NaN</v>", b"<v>1e400</v>", b"_x0000_", b"<f/>", b"\x00",
    b'<mergeCell ref="A1:XFD1048576"/>', b' xmlns:w="x"', b"<w:p/>" * 2000, b'<w:gridSpan w:val="999999"/>', b"\xe4",
)  # fmt: skip
_DOORS = {
    "xlsx": (["draft"], ["check"]),
    "docx": (["check"], ["draft"], ["annotate"]),
    "plan": (["check"], ["fmt", "--diff"], ["check", "--format", "sarif"], ["graph"], ["check", "--fix", "--diff"]),
    "toml": (["check", "."], ["check", ".", "--format", "json"]),
    "text": (["check"], ["draft"], ["annotate"]),
}
_NAMES = {"xlsx": "指标.xlsx", "docx": "纲要.docx", "plan": "例.plan", "text": "纲要.txt", "toml": "plancheck.toml"}


@dataclass(frozen=True)
class Case:
    """One case: its kind, and the words of the command to run on it."""

    kind: str
    words: list[str]


def make_case(seed: int, number: int, folder: Path) -> Case:
    """Write the files of a case into `folder`."""
    random_ = random.Random(f"{seed}/{number}")
    kind = KINDS[number % len(KINDS)]
    path = folder / _NAMES[kind]
    if kind == "toml":
        (folder / "例.plan").write_text(_PLAN, encoding="utf-8")
    path.write_bytes(_broken(kind, random_))
    words = list(random_.choice(_DOORS[kind]))
    target = str(folder) if kind == "toml" else str(path)
    words = [target if word == "." else word for word in words]
    if target not in words:
        words.append(target)
    return Case(kind, words)


def _broken(kind: str, random_: random.Random) -> bytes:
    if kind in ("xlsx", "docx"):
        sound = _workbook() if kind == "xlsx" else _document()
        return _broken_archive(sound, random_) if random_.random() < 0.8 else _broken_bytes(sound, random_)
    if kind == "toml" and random_.random() < 0.7:
        settings = _settings(random_).encode()
        return settings if random_.random() < 0.7 else _broken_text(settings, random_)
    sound = {"plan": _PLAN, "toml": _TOML, "text": _TEXT}[kind].encode()
    return _broken_text(sound, random_) if random_.random() < 0.8 else _broken_bytes(sound, random_)


def _settings(random_: random.Random) -> str:
    """Settings of which each is one that there is, with a value that fits it or, one time in ten, another's."""
    lines: list[str] = []
    every = [value for keys in _SETTINGS.values() for values in keys.values() for value in values]
    for section in random_.sample(sorted(_SETTINGS), random_.randint(1, len(_SETTINGS))):
        lines.append(f"[{section}]")
        keys = _SETTINGS[section]
        chosen = random_.sample(sorted(keys), random_.randint(1, min(3, len(keys))))
        lines += [f"{key} = {random_.choice(every if random_.random() < 0.1 else keys[key])}" for key in chosen]
    return "\n".join(lines) + "\n"


@cache
def _workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in _ROWS:
        sheet.append(list(row))
    sheet["C3"].number_format = "0.0%"
    sheet.merge_cells("A3:A4")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@cache
def _document() -> bytes:
    import docx

    made = docx.Document()
    for line in _TEXT.splitlines():
        made.add_paragraph(line, style="Heading 1" if line.startswith("第") else None)
    grid = made.add_table(len(_ROWS), len(_ROWS[0]))
    for row, cells in enumerate(_ROWS):
        for column, value in enumerate(cells):
            grid.cell(row, column).text = str(value or "")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _broken_bytes(data: bytes, random_: random.Random) -> bytes:
    """Bytes turned, cut out, doubled or cut off anywhere, the lists and sums of an archive included."""
    made = bytearray(data)
    for _ in range(random_.randint(1, 6)):
        at = random_.randrange(len(made) + 1)
        match random_.randrange(5):
            case 0 if made:
                made[at % len(made)] = random_.randrange(256)
            case 1:
                del made[at : at + random_.randint(1, 40)]
            case 2:
                made[at:at] = made[at : at + random_.randint(1, 200)]
            case 3:
                made[at : at + 4] = struct.pack("<I", random_.choice([0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF]))
            case _:
                if random_.random() < 0.3:
                    del made[at:]
    return bytes(made)


def _broken_text(data: bytes, random_: random.Random) -> bytes:
    """Characters and lines taken out, doubled, exchanged, and odd words put in."""
    text = data.decode()
    for _ in range(random_.randint(1, 5)):
        at, to = sorted(random_.randrange(len(text) + 1) for _ in range(2))
        to = min(to, at + random_.choice([1, 3, 30]))
        match random_.randrange(4):
            case 0:
                text = text[:at] + text[to:]
            case 1:
                text = text[:at] + text[at:to] * random_.choice([2, 3, 200]) + text[to:]
            case 2:
                text = text[:at] + random_.choice(_ODD_WORDS) + text[to:]
            case _:
                lines = text.splitlines(keepends=True)
                random_.shuffle(lines)
                text = "".join(lines)
    return text.encode(random_.choice(["utf-8", "utf-8", "utf-8", "gb18030", "utf-16", "utf-8-sig"]))


def _broken_archive(data: bytes, random_: random.Random) -> bytes:
    """A sound archive whose parts are broken, missing, there twice, or called otherwise."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = [(name, old.read(name)) for name in old.namelist()]
    for _ in range(random_.randint(1, 4)):
        at = random_.randrange(len(parts))
        name, content = parts[at]
        match random_.randrange(8):
            case 0:
                del parts[at]
            case 1:
                parts.insert(at, (name, content[: len(content) // 2]))
            case 2:
                parts[at] = (random_.choice([name.upper(), f"/{name}", f"../{name}", "甲.xml", "a" * 300]), content)
            case 3:
                parts[at] = (name, _broken_bytes(content, random_))
            case _:
                place = random_.randrange(len(content) + 1)
                if random_.random() < 0.7:  # beside a tag, where it may still be XML
                    place = content.find(random_.choice([b"<", b">", b'"']), place) % (len(content) + 1)
                parts[at] = (name, content[:place] + random_.choice(_ODD_XML) + content[place:])
        if not parts:
            return b"PK\x03\x04"
    stream = io.BytesIO()
    import warnings

    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        warnings.simplefilter("ignore")  # a name twice is wanted
        for name, content in parts:
            new.writestr(name, content)
    return stream.getvalue()
