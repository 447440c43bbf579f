"""Plan texts made by chance: right ones out of the schema, and broken ones.

The same seed gives the same plan in Chinese and in English, in whatever marks and layout.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from hypothesis import strategies as st

from checker.messages.choices import Choice
from checker.model.schema import ELEMENTS, element_spec
from checker.model.spec import FieldSpec, FieldType
from checker.model.words import NOTES, TENSES

KINDS = [spec.kind for spec in ELEMENTS if spec.declared and spec.kind not in {"plan", "section"}]

_NAMES = (
    "甲",
    "乙",
    "丙丁",
    "总目标",
    "目标管理",
    "5G网络",
    "指标",
    "a_b",
    "「“一二三四”工程（一期）」",
    "「占比 ％」",
)
_TEXTS = ("“完成任务”", "“推进“五大工程”建设”", '"说明"', "《某市规划纲要》", "“#不是注”", "“a//b：c”")
_UNITS = ("亿元", "%", "元/人", "件每万人", "个百分点", "吨标准煤/万元", "位", "强")
_AMOUNTS = (
    "2000亿元",
    "≥2,000.5",
    ">1000",
    "不低于 6%",
    "6%—7%",
    "约300",
    "300余条",
    "6%左右",
    "20强",
    "前20位",
    "第3轮",
    "-3%",
    "达到5万亿元",
    "未公开",
    "“翻一番”",
)
_PLAIN_AMOUNTS = ("22", "3部分", "300余条", ">10", "未公开", "0.5个百分点")
_TIMES = (
    "2025年",
    "2021年4月底前",
    "2021年1月下旬—2021年4月初",
    "2021—2025",
    "2021-04-15",
    "截至2025年底",
    "二〇二五年",
    "2021年1-3月",
)
_NOTE_VALUES = {
    "tolerance": "0.5个百分点",
    "share": "12%",
    "anticipated": "20",
    "scope": "全区",
    "reckoning": "：增加值",
    "assessed_year": "2020年",
    "source": "《甲》",
}

Change = Callable[[str], str]


@dataclass
class Manner:
    """How a plan is put on paper: which language and marks, what stands between words."""

    english: bool = False
    full_width: bool = True
    gaps: Random | None = None
    comments: list[str] = field(default_factory=list)

    def word(self, zh: tuple[str, ...], en: str) -> str:
        """One word of the language."""
        return en if self.english else zh[0]

    def mark(self, full: str, half: str) -> str:
        """A mark, in the one width or the other."""
        return full if self.full_width and not self.english else half

    def end_of_field(self) -> str:
        """What parts two fields."""
        if self.gaps is None:
            return "\n  "
        comment = ""
        if self.gaps.random() < 0.3:
            comment = f" {self.gaps.choice(('#', '//', '注：'))} 第{len(self.comments)}条注"
            self.comments.append(comment.strip())
        if comment:
            return comment + self.gaps.choice(("\n", "\r\n", "\n\n\n  ", "\n\t# 又一行\n"))
        return self.gaps.choice(("  ", "\n", "\r\n　", "\t", " ； ", "\n\n\n", "    "))


def plan_text(seed: int, manner: Manner, most: int = 6) -> str:
    """A plan without a syntax error."""
    rng = Random(seed)
    declarations = [_declaration(rng, "plan", manner)]
    declarations += [_declaration(rng, rng.choice(KINDS), manner) for _ in range(rng.randint(0, most))]
    return "\n".join(declarations) + "\n"


def _declaration(rng: Random, kind: str, manner: Manner) -> str:
    spec = element_spec(kind)
    head = f"{manner.word((spec.zh,), kind)} {_head(rng, kind, manner)}"
    fields = [_field(rng, one, manner) for one in rng.sample(spec.fields, rng.randint(0, min(4, len(spec.fields))))]
    if kind == "indicator":
        fields += [
            f"{year}{manner.word(('年',), '')}{manner.mark('：', ':')}{_figure(rng, manner, 'annual')}"
            for year in rng.sample(range(2019, 2027), rng.randint(0, 3))
        ]
    inner = {"part": "chapter", "chapter": "section"}.get(kind)
    if inner is not None and rng.random() < 0.6:
        fields.append(_declaration(rng, inner, manner))
    body = "".join(f"{one}{manner.end_of_field()}" for one in fields)
    return f"{head} {manner.mark('｛', '{')} {body}{manner.mark('｝', '}')}"


def _head(rng: Random, kind: str, manner: Manner) -> str:
    name = rng.choice(_NAMES)
    match kind:
        case "relation":
            right = rng.choice(("乙 ÷ 丙", "合计（乙、丙）", "乙 + 3亿元 - 丙", "(乙 * 2) 除以 丙"))
            return f"甲 {rng.choice(('=', '＝', '≥', '<='))} {right}"
        case "waiver":
            target = rng.choice((manner.word(("全部",), "all"), name, "甲.乙"))
            narrowed = manner.word(("，限 指纹 ab12",), ", only fingerprint ab12") if rng.random() < 0.3 else ""
            return f"PC{rng.randint(100, 999)} {manner.word(('于',), 'of')} {target}{narrowed}"
        case "coordination" | "not_carried":
            return _path(rng, manner)
        case "part" | "chapter" | "section":
            return name + rng.choice(("", " 「题目」", " “题目”"))
        case _:
            return name


def _field(rng: Random, spec: FieldSpec, manner: Manner) -> str:
    several = spec.type in {
        FieldType.NAMES,
        FieldType.TEXTS,
        FieldType.REFERENCES,
        FieldType.MIXED,
        FieldType.DOCUMENTS,
        FieldType.SHARES,
        FieldType.FIGURES,
    }
    values = [_value(rng, spec, manner) for _ in range(rng.randint(1, 3) if several else 1)]
    comma = manner.mark("、", ", ")
    if several and manner.gaps is not None and manner.gaps.random() < 0.3:
        comma = "、  # 换行接着写\n"
    return f"{manner.word(spec.zh, spec.attr)}{manner.mark('：', ':')}{comma.join(values)}"


def _value(rng: Random, spec: FieldSpec, manner: Manner) -> str:
    match spec.type:
        case FieldType.NAME | FieldType.NAMES:
            value = rng.choice(_NAMES)
        case FieldType.TEXT | FieldType.TEXTS:
            value = rng.choice(_TEXTS)
        case FieldType.CHOICE | FieldType.FLAG:
            return _word(rng.choice(spec.choices), manner)
        case FieldType.REFERENCE | FieldType.REFERENCES:
            value = _path(rng, manner)
        case FieldType.MIXED:
            value = rng.choice((_path(rng, manner), "“另见正文”"))
        case FieldType.DOCUMENTS:
            value = rng.choice(
                ("《起草说明》", "“纲要.docx”", manner.word(("未随附《纲要》",), "not_attached《纲要》"))
            )
        case FieldType.TIME:
            value = rng.choice(_TIMES)
        case FieldType.COUNT | FieldType.COUNTS:
            value = _amount(rng.choice(_PLAIN_AMOUNTS), manner)
        case FieldType.FIGURES:
            return _figure(rng, manner, spec.attr)
        case FieldType.UNIT:
            return rng.choice(_UNITS)
        case _:
            value = f"{rng.choice(_NAMES)} {_amount(rng.choice(_PLAIN_AMOUNTS), manner)}"
    return value + _notes(rng, spec.notes, manner)


def _word(choice: Choice, manner: Manner) -> str:
    return manner.word(choice.zh, choice.en)


def _path(rng: Random, manner: Manner) -> str:
    parts = [rng.choice(_NAMES)]
    if rng.random() < 0.3:
        parts.insert(0, rng.choice(("上级规划", "依据")))
    return (manner.gaps.choice("..。．·") if manner.gaps is not None else ".").join(parts)


def _figure(rng: Random, manner: Manner, attr: str) -> str:
    spec = next(
        one for one in element_spec("indicator").fields if one.attr == ("annual" if attr != "cumulative" else attr)
    )
    tense = _word(rng.choice(TENSES), manner)
    return f"{tense} {_amount(rng.choice(_AMOUNTS), manner)}{_notes(rng, spec.notes, manner)}"


def _amount(text: str, manner: Manner) -> str:
    if manner.english:
        return text.replace("未公开", "missing").replace("不低于", "at_least")
    return text


def _notes(rng: Random, allowed: tuple[str, ...], manner: Manner) -> str:
    if not allowed or rng.random() < 0.6:
        return ""
    words = {choice.en: choice for choice in NOTES}
    notes = []
    for en in rng.sample(allowed, rng.randint(1, min(2, len(allowed)))):
        if en == "since":
            notes.append("2021年4月")
        elif en == "constant_price" and rng.random() < 0.5:
            notes.append("2020年价")
        else:
            value = _NOTE_VALUES.get(en, "")
            notes.append(_word(words[en], manner) + (value if value[:1] == "：" else f" {value}" if value else ""))
    return manner.mark("（", "(") + manner.mark("、", ", ").join(notes) + manner.mark("）", ")")


seeds = st.integers(0, 2**32)

_FRAGMENTS = (
    *("规划 甲 {", "目标 乙 { 上级目标：", "指标 丙 {", "部分 丁 { 章 戊 {", "举措", "关系 甲 =", "豁免 PC301 于"),
    *("2025年：", "目标", "实际 ", "单位：亿元", "原文：“", "来源：《", "支撑：", "期限：", "占用：", "结构："),
    *("（推断", "（", "）", "(", ")", "{", "}", "｛", "｝", "、", "，", "；", "：", ":", ".", "。", "·", "“", "”", '"'),
    *("「", "」", "《", "》", "\n", "\r\n", "\r", " ", "　", "\t", "# 注", "// 注", "注：", "-", "—", "≥", "20", "%"),
    *("甲", "goal", "plan", "unit:", "\x00", "\ufeff", "\U0001f600", "\ud800", "…", "全部", "约", "余", "左右", "年价"),
)
#: Pieces of a plan in any order, with anything in between.
fragments = st.lists(st.sampled_from(_FRAGMENTS) | st.text(max_size=5), max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A right plan with some characters left out, doubled or put elsewhere."""
    text = plan_text(draw(seeds), Manner())
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(text) - 1))
        length = draw(st.integers(1, 4))
        piece = draw(st.sampled_from(("", text[place : place + length] * 2, *_FRAGMENTS)))
        text = text[:place] + piece + text[place + length :]
    return text
