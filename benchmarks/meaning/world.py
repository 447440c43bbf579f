"""A workspace as data, and the same as files: what is stated stands where it can be found again."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

FIRST, LAST = 2021, 2025
BASE = FIRST - 1
YEARS = LAST - BASE
CITY, PROVINCE = "云川市", "临江省"


@dataclass(eq=False)
class Figure:
    """One stated number as it is written; `sign` is one of = ≥ ≤ > < 以上 以内 — 左右 前.

    `kind` is figure, growth (percent a year) or points (percentage points a year). A tolerance has the unit that is
    written, "" for none. Slots that are None are not written with the figure; prices of
    a year are written 不变价 2020年.
    """

    kind: str
    tense: str
    year: int
    number: Fraction
    places: int
    sign: str
    unit: str = ""
    upper: Fraction | None = None
    tolerance: Fraction | None = None
    tolerance_unit: str = ""
    scope: str | None = None
    reckoning: str | None = None
    price: str | None = None
    reason: bool = False
    path: str = ""
    start: int = 0
    end: int = 0

    @property
    def text(self) -> str:
        """The field of the plan language."""
        unit = {"growth": "%", "points": "个百分点"}.get(self.kind, self.unit)
        words = printed(self.number, self.places)
        if self.sign == "—":
            assert self.upper is not None
            words = f"{words}—{printed(self.upper, self.places)}{unit}"
        elif self.sign in ("以上", "以内", "左右"):
            words = f"{words}{unit}{self.sign}"
        elif self.sign == "前":
            words = f"前{words}位"
        else:
            words = f"{'' if self.sign == '=' else self.sign}{words}{unit}"
        notes = []
        if self.tolerance is not None:
            notes.append(f"容差 {decimal(self.tolerance)}{self.tolerance_unit}")
        notes += [f"范围：{self.scope}"] if self.scope else []
        notes += [f"口径：{self.reckoning}"] if self.reckoning else []
        notes += [self.price] if self.price else []
        notes += ["理由：“另有安排”"] if self.reason else []
        head = "年均" if self.kind != "figure" else f"{self.year}年"
        behind = f"（{'；'.join(notes)}）" if notes else ""
        return f"{head}：{self.tense} {words}{behind}"


@dataclass(eq=False)
class Indicator:
    """`kind` is amount, ratio, rank or count; slots are "" where nothing is written."""

    name: str
    kind: str
    unit: str
    direction: str = ""
    scope: str = ""
    reckoning: str = ""
    price: str = ""
    tolerance: Fraction | None = None
    tolerance_unit: str = ""
    stated: list[Figure] = field(default_factory=list)
    #: The indicator above that it carries, how, and the share in per cent.
    carries: Indicator | None = None
    mode: str = ""
    share: int = 0
    reason: bool = False
    #: Of an indicator above: the plan it stands in, whether binding, and the words of whom it is handed down to.
    plan: str = ""
    binding: bool = False
    handed: str = ""
    #: Of an indicator above: whether the plan below says with a reason that it does not carry it.
    declined: bool = False
    start: int = 0
    end: int = 0


@dataclass(eq=False)
class Told:
    """A figure of the text: of which indicator, and of what it says it is."""

    indicator: Indicator
    figure: Figure
    start: int = 0
    end: int = 0


@dataclass(eq=False)
class World:
    """The plan that is checked, what stands above it, and its text."""

    name: str
    level: str
    short: str
    own: list[Indicator] = field(default_factory=list)
    above: list[Indicator] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The file of the plan that is checked."""
        return f"{self.name}.plan"


def printed(value: Fraction, places: int) -> str:
    """A number to so many decimals; it has no more."""
    digits = str(abs(value) * 10**places).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return ("-" if value < 0 else "") + text


def decimal(value: Fraction) -> str:
    """A number with as many decimals as it has, up to three."""
    return next(printed(value, places) for places in range(4) if (value * 10**places).denominator == 1 or places == 3)


def write(world: World) -> dict[str, str]:
    """File name → text; sets where each statement stands."""
    files = {"plancheck.toml": f'[workspace]\nplans = ["{world.file}"]\nupper = ["{CITY}.plan", "{PROVINCE}.plan"]\n'}
    text = f"规划 {world.name} {{ 简称：{world.short}  层级：{world.level}  规划期：{FIRST}—{LAST}"
    text += f"  上位规划：{CITY}" + ("  文本：“纲要.txt”（主文） }\n" if world.told else " }\n")
    for one in world.own:
        text = _declare(one, world.file, text)
    for one in world.above:
        if one.declined:
            text += f"不承接 {one.plan}.{one.name} {{ 理由：“由市统一考核” }}\n"
    files[world.file] = text
    for plan, level, more in ((CITY, "市", f"  上位规划：{PROVINCE}"), (PROVINCE, "省", "")):
        text = f"规划 {plan} {{ 层级：{level}  规划期：{FIRST}—{LAST}{more} }}\n"
        for one in world.above:
            if one.plan == plan:
                text = _declare(one, f"{plan}.plan", text)
        files[f"{plan}.plan"] = text
    if world.told:
        files["纲要.txt"] = _outline(world)
    return files


def _declare(one: Indicator, path: str, text: str) -> str:
    text += "指标 "
    one.start, one.end = len(text), len(text) + len(one.name)
    text += f"{one.name} {{ 单位：{one.unit}"
    for word, value in (("方向", one.direction), ("范围", one.scope), ("口径", one.reckoning), ("价格", one.price)):
        text += f"  {word}：{value}" if value else ""
    if one.tolerance is not None:
        text += f"  容差：{decimal(one.tolerance)}{one.tolerance_unit}"
    text += "  属性：约束性" if one.binding else "  属性：预期性"
    text += f"  分解至：{one.handed}" if one.handed else ""
    text += "  理由：“基数低”" if one.reason else ""
    if one.carries is not None:
        mode = f"份额 {one.share}%" if one.mode == "份额" else one.mode
        text += f"\n  承接：{one.carries.plan}.{one.carries.name}（{mode}）"
    for figure in one.stated:
        text += "\n  "
        figure.path, figure.start = path, len(text)
        text += figure.text
        figure.end = len(text)
    return text + "\n}\n"


def _outline(world: World) -> str:
    text = f"{world.name}国民经济和社会发展第十四个五年规划纲要\n第二章 发展目标\n"
    for one in world.told:
        figure = one.figure
        words = printed(figure.number, figure.places) + figure.unit
        verb = {"以上": "达到", "左右": "达到", "≤": "控制在", "前": "进入", "≥": "不低于"}.get(figure.sign, "达到")
        words = f"前{printed(figure.number, 0)}位" if figure.sign == "前" else words
        tail = {"以上": "以上", "左右": "左右", "≤": "以内"}.get(figure.sign, "")
        one.start = len(text)
        text += f"到{figure.year}年，{figure.scope or ''}{one.indicator.name}{verb}{words}{tail}。"
        one.end = len(text)
        text += "\n"
    return text
