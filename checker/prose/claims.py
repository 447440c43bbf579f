"""Claims: what a text says of an indicator: whose figure, of which year, told how.

The subject of a figure is what stands before it in its clause, as written. Two claims speak of the same only if
their subjects are the same words (or known aliases of one indicator): a word more or less may be another
reckoning, another scope, another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from checker import resources
from checker.prose.figures import Figure, find_figures
from checker.prose.years import YearContext
from checker.quantity import Interval, Quantity, UnitError, UnitKind, convert

_BOUNDARY = re.compile(r"[，。；：！？、\n（）()“”《》|—]")
#: Verbs between subject and figure: how the figure is told. 到 makes it a level, whatever the verb.
_REACHED = (
    r"(?:提高|提升|增加|增长|上升|下降|降低|减少|压减|扩大|发展|增|升|降|调整|优化|控制|保持|稳定|维持|打造|建设)?"
    r"(?:到|至|在|成为?|为)"
)
_LEVEL = re.compile(
    rf"(?:{_REACHED}|总量|达到了?|达|为|是|突破|实现|完成|超过|超|逾|有|约|近|产值|共|共有|保持|占|分别|"
    r"不低于|不少于|不超过|大约|接近|已)+$"
)
_CHANGE = re.compile(
    r"(?P<verb>年均增长|年均增速|同比增长|增长|增速|提高|提升|增加|上升|扩大|新增|净增|下降|降低|减少|压减|累计|累计完成)(?:了|率)?(?:达到|达|为|约|近|超过|超|突破|不低于)?$"
)
_LEAD = re.compile(
    r"^(?:到|至|截至|预计|力争|争取|确保|实现|完成|使|将|其中|全年|年末|年底|期末|末|初|底|时|前|，|的|每年|今年|去年|通过[0-9]+年努力|"
    r"同时|推动|促进|保持|把|[0-9]{4}年底?|“十[一二三四五六七八九]五”(?:末|期末|时期|期间)|和|与|及|以及|并|且|让)+"
)
_TARGET = re.compile(r"目标|力争|争取|确保|预期|到20[0-9]{2}年|打造成|左右|努力|将达|规划")
_ACTUAL = re.compile(r"完成|实现了|达到了|已|累计|同比|比上年|实际|为[0-9]")
_OWN_SCOPE = re.compile(r"^(?:全区|我区|全市|我市|全省|我省|全县|我县|全国|我国|本区|开发区|经开区|全域)")
_LONGEST = 30
_ABOUT = Fraction(1, 20)  # what 约 and 左右 leave open, as a share of an amount
_ABOUT_POINTS = Fraction(1)  # and of a percentage, in points
_REACH = 300  # characters of a sentence before a figure that may call it a target
_SHORTEST = 5  # of a name that the lexicon does not have
#: Words for a measure that say nothing of whose it is: 营业收入 is another one in each section of a plan.
_VAGUE = re.compile(
    r"^(?:实现|完成|年|新增|新建|总|培育|引进|集聚|建成|累计|各类|全部|主要|规模以上|规上|其他|建设|产业|工业|企业|项目|园区)*"
    r"(?:总[量数额]|数量|规模|占比|比重|比例|面积|长度|投资额?|收入|人数|以上|增加|总计|合计|共计|产值|达标|营业收入|"
    r"主营业务收入|销售收入|增加值|税收|利税|产能|产量|企业|单位|从业人员|就业|增速|增长率|覆盖率|游客|平台|项目|个数|家数|"
    r"户数|里程|产业|园区|基地|人才)$"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: `subject` as the key of comparison, `change` how it is told ("" for a level), and its figure.

    `target` and `actual` say that its words tell a target or what has been reached; most tell neither.

    `start` and `end` are the figure's, `named_at` where the subject begins.
    """

    subject: str
    scope: str
    change: str
    year: int | None
    target: bool
    actual: bool
    figure: Figure
    named_at: int
    named_to: int

    @property
    def start(self) -> int:
        """Where the figure begins."""
        return self.figure.start

    @property
    def end(self) -> int:
        """Where the figure ends."""
        return self.figure.end


def find_claims(text: str, aliases: Mapping[str, str] | None = None) -> Iterator[Claim]:
    """The claims of one paragraph, in order.

    `aliases` leads names to the name they stand for, beside those of the lexicon.
    """
    known = {**lexicon_aliases(), **(aliases or {})}
    years = YearContext(text)
    last = 0
    for figure in find_figures(text):
        if figure.years:
            continue
        claim = _claim(text, figure, last, years, known)
        if claim is not None:
            yield claim
        last = figure.end


@cache
def lexicon() -> tuple[dict[str, Any], ...]:
    """The indicators that ship: name, aliases, kind, unit, direction, bounds."""
    return tuple(resources.read_data("indicators.toml")["indicator"])


@cache
def lexicon_aliases() -> dict[str, str]:
    """Each name and alias of the lexicon → the name."""
    return {word: row["name"] for row in lexicon() for word in (row["name"], *row["aliases"])}


def _claim(text: str, figure: Figure, last: int, years: YearContext, known: Mapping[str, str]) -> Claim | None:
    begin = max(last, figure.start - _LONGEST)
    boundary = max((found.end() for found in _BOUNDARY.finditer(text, begin, figure.start)), default=None)
    if boundary is None:
        # Without a boundary the words go with the figure before; only a whole clause names its subject.
        if begin != 0:
            return None
        boundary = 0
    words = text[boundary : figure.start]
    lead = _LEAD.match(words)
    named_at = boundary + (lead.end() if lead else 0)
    subject, change = _told(text[named_at : figure.start])
    scope = _OWN_SCOPE.match(subject)
    plain = subject[scope.end() :] if scope and len(subject) > scope.end() + 1 else subject
    if plain not in known and (len(plain) < _SHORTEST or _VAGUE.match(plain) or re.search(r"[0-9]", plain)):
        return None
    sentence = max(years.sentence_start(figure.start), figure.start - _REACH)
    target = _TARGET.search(text[sentence : figure.end + 4]) is not None
    year = years.year_at(figure.start, last)
    actual = not target and _ACTUAL.search(text[boundary : figure.end]) is not None
    own = scope[0] if scope and plain is not subject else ""
    key = known.get(plain, plain)
    return Claim(key, own, change, year, target, actual, figure, named_at, named_at + len(subject))


def _told(words: str) -> tuple[str, str]:
    """The subject and the change told of it: 地区生产总值年均增长 → 地区生产总值, 年均增长."""
    words = words.strip()
    level = _LEVEL.search(words)
    if level is not None and not re.search(r"(?:年均|同比)增[长速]", level[0]):
        return words[: level.start()], ""
    changed = _CHANGE.search(words)
    if changed is not None:
        return words[: changed.start()], changed["verb"]
    return words, ""


def apart(one: Quantity, two: Quantity) -> bool:
    """Whether no value, rounded as both are printed, fits both; with room for 约 and 左右."""
    if one.unit is None or two.unit is None:
        return False
    try:
        factor = convert(Fraction(1), two.unit, one.unit)
    except UnitError:
        return False
    return _allowed(one).disjoint(_allowed(two).scale(factor))


def _allowed(quantity: Quantity) -> Interval:
    interval = quantity.rounded()
    if not quantity.approx or quantity.point is None:
        return interval
    ratio = quantity.unit is not None and quantity.unit.kind in (UnitKind.RATIO, UnitKind.POINTS)
    return interval.widen(_ABOUT_POINTS if ratio else abs(quantity.point) * _ABOUT)
