"""A name written in two near forms: another numeral, another character, one more or one less, two changed about.

A form seen once against one seen more often, or against its definition, is a slip unless it is one of a family: three
forms of one skeleton are rungs of a ladder, and what stands in other words may be another thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from checker.prose.fixed_phrases import is_fixed_phrase
from checker.prose.reading.divisions import cities, provinces
from checker.prose.reading.flow import MASK, Flow, masked
from checker.prose.reading.mentions import Kind, Mention, Mentions, is_only_considered, neighbours
from checker.quantity import parse_numeral
from checker.source import Expression

#: Two of one class part one thing from another: 东部 and 西部, 硬联通 and 软联通.
_CLASSES = (
    "纵横东西南北中上下左右内外前后", "高低大小新旧老长短软硬心冷热快慢远近早晚", "公私官民企政",
    "城乡村镇街园县区市省国圈", "男女老幼小青", "件类", "球国界", "检院", "初后", "港澳台", "生校", "得不",
    "山水江河湖海林田草沙", "春夏秋冬日月", "天地空陆水海铁公航",
    "古今初末首尾最进出入增减", "甲乙丙丁", "教医学育吃住行游购娱通", "文商旅体农工林牧渔医养", "校院厂所站馆",
    "人车货物信", "科技人教产", "链群圈", "智数绿网", "技研",
)  # fmt: skip
_PERIOD = re.compile("^[八九]五$|^十[一二三四五六七八]五$|^(?:19|20)[0-9]{2}$")
_MEASURES = re.compile(rf"{MASK}(?:分钟|小时|公里|平方|元|米|岁|周|度|%|亿|万|G|D|A)")
#: 三年行动: a name may well go on so behind its quotation marks.
_YEARS_LONG = Expression(
    rf"(?P<name>[\u4e00-\u9fff“”]{{4,10}}){MASK}年(?P<kind>(?:[\u4e00-\u9fff]{{2}}|[\u4e00-\u9fff]{{4}})?(?:行动|计划))",
    f"{MASK}年",
)
#: A form that is spelt out is a name of its own.
_DEFINES = re.compile("”?(?:，?即|：|（(?!(?:以下|20)))")
_MERE_NUMBER = re.compile(rf"{MASK}[大个项类条种批级期年月天届次步方面篇场张座支件家所户轮]|[^{MASK}]*{MASK}$")
#: The date of what happened on it: “5·12”.
_DATE = re.compile(f"{MASK}[·.]{MASK}")
#: What sort of thing a name is of, which many names share.
_SORT = re.compile(
    "(?:计划|行动|工程|战略|政策|模式|机制|品牌|平台|体系|中心|论坛|基地|园区|大会|活动|项目|试点|制度)$"
)
#: So many of a sort: 五大工程, 四个十大.
_SORTS = re.compile(f"{MASK}[大项个]{_SORT.pattern}|(?:{MASK}[大项个]){{2}}")
#: One thing for each of a kind: 一县一策, 一企一策.
_EACH = re.compile("一.一.")
#: How far around a name the words stand that tell what it is about; those that go with any name tell nothing.
_AROUND = 16
_PAIR = re.compile("(?=([\u4e00-\u9fff]{2}))")
_VERBS = (
    "实施|推[进动行广]|深[入化]|建设|发展|加[快强大]|开展|落实|打造|完善|提升|持续|全[面力]|优[化质]|支持|积极|统筹|做[好强优]|"
    "培育"
)
_COMMON = re.compile(
    f"{_VERBS}|等[\u4e00-\u9fff]|[\u4e00-\u9fff]等|全[市省区县]|计划|行动|工程|政策|力度|机制|体系|项目|重点|创新|新[增一型]|"
    "以上|高[质水]|质量|水平"
)
_LEADING = re.compile(_VERBS)
_LEAST = 3
_LAYOUT = 6
_HOLED = 5
#: A form seen so often is the usual one beyond doubt.
_OFTEN = 3
#: Where a list may begin that is told before its number, how far back, and what parts its members.
_CLAUSE_ENDS = "，。；："
_LIST = 80
_MEMBER = re.compile("、|(?<=[\u4e00-\u9fff]{2})(?:和|以及)(?=[\u4e00-\u9fff]{2})")


class Drift(Struct, eq=False):
    """A name that drifts: where it stands in the source, the words, the usual name and where that stands."""

    start: int
    end: int
    words: str
    usual: str
    usual_start: int
    usual_end: int


class Form(Struct, eq=False):
    """One form of a name: as it is written first, where in the flow it stands, and whether a glossary defines it."""

    words: str
    places: list[tuple[int, int]]
    defined: bool = False

    @property
    def weight(self) -> int:
        """How surely it is the usual form."""
        return len(self.places) + 2 * self.defined


def find_drifts(mentions: Mentions) -> Iterator[Drift]:
    """The quoted names, codes and programmes of a text that drift."""
    yield from _numerals(mentions)
    yield from _digits(mentions)
    yield from _programmes(mentions.flow)
    yield from _characters(mentions)


def _numerals(mentions: Mentions) -> Iterator[Drift]:
    """One skeleton with two sets of numerals: “四域多点” and “五域多点”."""
    for skeleton, found in mentions.by_skeleton.items():
        if len(skeleton) < _LEAST or MASK not in skeleton or _MEASURES.search(skeleton) or _DATE.fullmatch(skeleton):
            continue
        forms = forms_of(mentions.flow, skeleton, found)
        if len(forms) != 2 or any(_PERIOD.match(one) for numerals in forms for one in numerals):
            continue
        (one, first), (two, second) = forms.items()
        if len(one) != len(two) or not _near(one, two):
            continue
        rare, usual = sorted((first, second), key=lambda form: form.weight)
        if skeleton[0] == MASK and any(_counts_its_list(mentions.flow, form) for form in (first, second)):
            continue
        if not _is_of_any(skeleton) or _is_of_one(mentions.flow, rare, usual):
            yield from _told(mentions.flow, rare, usual, _alike_enough(skeleton), _is_layout(skeleton))


def _near(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether one numeral is another, or two have changed places: 一圈两带三屏, 一圈三带两屏."""
    other = sum(a != b for a, b in zip(one, two, strict=True))
    return other == 1 or (other == 2 and sorted(one) == sorted(two))


def _counts_its_list(flow: Flow, form: Form) -> bool:
    """Whether a form stands behind as many members as it counts: 新建、提升、整合、淘汰“四个一批”."""
    start = form.places[0][0]
    at = start - flow.text.startswith("“", max(start - 1, 0))
    return is_listed(flow.text, at, form.words.lstrip("“")[0])


def _is_layout(skeleton: str) -> bool:
    """Whether it tells several parts of one whole, 一湾三园多点: no text has two of one shape."""
    return skeleton.count(MASK) > 1 and len(skeleton) >= _LAYOUT and "+" not in skeleton


def _is_of_any(skeleton: str) -> bool:
    """Whether two forms of it may each be of another thing, however often they stand: 1+N, 3+N, 五大工程, 十大工程."""
    return ("+" in skeleton and skeleton.count(MASK) == 1) or _SORTS.fullmatch(skeleton) is not None


def _is_of_one(flow: Flow, rare: Form, usual: Form) -> bool:
    return _same_surroundings(flow, rare, usual) or _is_akin(flow, rare, usual)


def _digits(mentions: Mentions) -> Iterator[Drift]:
    """Codes of digits alone of one thing, “1351” and “1352”: one digit differs, and one is seen more often."""
    forms: dict[str, Form] = {}
    families: dict[str, set[str]] = defaultdict(set)
    for mention in mentions.quoted:
        name = mention.name
        if len(name) >= _LEAST and name.isdigit() and not _PERIOD.match(name):
            forms.setdefault(name, Form(name, [])).places.append((mention.start, mention.end))
            for at in range(len(name)):
                families[name[:at] + MASK + name[at + 1 :]].add(name)
    for family in families.values():
        if len(family) == 2:
            rare, usual = sorted((forms[name] for name in sorted(family)), key=lambda form: form.weight)
            if usual.weight > 1 and _same_surroundings(mentions.flow, rare, usual):
                yield from _told(mentions.flow, rare, usual, sure=False)


def forms_of(flow: Flow, skeleton: str, found: Iterable[Mention]) -> Mapping[tuple[str, ...], Form]:
    """The forms of one skeleton by their numerals; one of several numerals also where no marks are put around it."""
    forms: dict[tuple[str, ...], Form] = {}
    places = {(mention.start, mention.end): mention.numerals for mention in found}
    if skeleton.count(MASK) > 1:
        for at in flow.standing(skeleton):
            start, end = flow.unmasked(at), flow.unmasked(at + len(skeleton))
            if not is_only_considered(flow.text, start) and "+" not in (
                flow.masked[at - 1 : at],
                flow.masked[at + len(skeleton) : at + len(skeleton) + 1],
            ):
                places.setdefault((start, end), masked(flow.text[start:end])[1])
    for (start, end), numerals in sorted(places.items()):
        forms.setdefault(numerals, Form(flow.text[start:end], [])).places.append((start, end))
    return forms


def _alike_enough(skeleton: str) -> bool:
    """Whether two forms of it that stand once each can only be one name.

    It has several numerals, a code four parts; or it is no mere number of things (三大工程, 五大工程).
    """
    if "+" in skeleton:
        return skeleton.count("+") > 2
    return skeleton.count(MASK) > 1 or (len(skeleton) > _LEAST and not _MERE_NUMBER.match(skeleton))


def _programmes(flow: Flow) -> Iterator[Drift]:
    """One programme of three years and of five."""
    forms: dict[tuple[str, str], dict[str, Form]] = defaultdict(dict)
    for found in _YEARS_LONG.in_lines(flow.masked):
        at = found.end("name")
        start = flow.unmasked(found.start() + max(found["name"].rfind("“"), 0))
        numeral = flow.text[flow.unmasked(at - 1) + 1 : flow.unmasked(at + 1)]
        words = flow.text[start : flow.unmasked(found.end() - 1) + 1]
        form = forms[found["name"][-4:], found["kind"]].setdefault(masked(numeral)[1][0], Form(words, []))
        form.places.append((start, start + len(words)))
    for numerals in forms.values():
        if len(numerals) == 2 and not any(map(_PERIOD.match, numerals)):
            first, second = numerals.values()
            yield from _told(flow, first, second, sure=True)


def _characters(mentions: Mentions) -> Iterator[Drift]:
    """Two quoted names that differ in a character or two together, or in the order of theirs."""
    names = {name: _form(name, found) for name, found in mentions.by_name.items() if len(name) >= _LEAST}
    families: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in {*neighbours(name), "".join(sorted(name)) + "\1", *_holes(name)}:
            families[key].append(name)
    pairs = {(one, two) for family in families.values() if len(family) == 2 for one, two in (sorted(family),)}
    crowded = {name for family in families.values() if len(family) > 2 for name in family}
    for one, two in sorted(pairs):
        if not {one, two} & crowded and may_drift(one, two):
            rare, usual = sorted((names[one], names[two]), key=lambda form: form.weight)
            same = _same_surroundings(mentions.flow, rare, usual, sorts=usual.weight > 1)
            akin = _is_akin(mentions.flow, rare, usual)
            if rare.weight == 1 and _is_enough(one, two, usual.weight, same, akin):
                yield from _told(mentions.flow, rare, usual, sure=True)


def _holes(name: str) -> Iterator[str]:
    """Keys that a longer name shares with those that have two other characters inside, or two more."""
    if len(name) >= _HOLED:
        yield from (name[:at] + "\2" + name[at + 2 :] for at in range(1, len(name) - 2))
        yield from (name[:at] + "\2" + name[at:] for at in range(1, len(name)))


def _is_enough(one: str, two: str, weight: int, same: bool, akin: bool) -> bool:
    """Whether two near names are surely one: the usual form has this weight; `same` words stand around them."""
    size, other = min(len(one), len(two)), [at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b]
    swapped = sorted(one) == sorted(two)
    if abs(len(one) - len(two)) > 1 or (len(one) == len(two) and len(other) == 2 and not swapped):
        return weight > 1
    if same:
        return True
    if weight >= _OFTEN or swapped:
        return size > _LEAST
    own = len(_SORT.sub("", min(one, two, key=len)))
    inner = len(one) != len(two) or 0 < other[0] < size - 1
    if own < _LEAST and own < size and len(one) == len(two):
        return inner and akin
    if weight == 1:
        return own >= _HOLED and inner
    return size + len(two) >= _HOLED * 2 or (size > _LEAST and inner)


def _form(name: str, found: Sequence[Mention]) -> Form:
    defined = any(mention.kind is Kind.DEFINED for mention in found)
    return Form(name, [(mention.start, mention.end) for mention in found], defined)


def may_drift(one: str, two: str) -> bool:
    """Whether two near names may be one: what differs parts no two things, and no national phrase is among them."""
    if masked(one)[0] == masked(two)[0] or is_fixed_phrase(one) or is_fixed_phrase(two):
        return False
    if _EACH.fullmatch(one) and _EACH.fullmatch(two):
        return False
    if one[:2] != two[:2] and {one[:2], two[:2]} <= {*provinces(), *cities()}:
        return False
    if len(one) == len(two):
        other = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
        return not contrast(*other[0]) if len(other) == 1 else len(one) > _LEAST and "+" not in one
    return min(len(one), len(two)) >= _LEAST and one[0] == two[0] and one[-1] == two[-1]


def contrast(one: str, two: str) -> bool:
    """Whether two characters part one thing from another."""
    return any(one in line and two in line for line in _CLASSES)


def _same_surroundings(flow: Flow, rare: Form, usual: Form, *, sorts: bool = True) -> bool:
    """Whether the rare form stands between words between which the usual one stands; `sorts` of things count, too."""
    start, end = rare.places[0]
    before, behind = flow.text[start - 4 : start].strip("“”"), flow.text[end : end + 4].strip("“”")
    for begin, stop in usual.places:
        if flow.text[begin - 4 : begin].strip("“”")[-2:] == before[-2:] and _says_what(before[-2:]):
            return True
        if (
            flow.text[stop : stop + 4].strip("“”")[:2] == behind[:2]
            and _PAIR.match(behind)
            and (sorts or not _SORT.match(behind[:2]))
        ):
            return True
    return False


def _says_what(words: str) -> bool:
    """Whether the two characters before a name tell anything of what it is of: no mark, no verb of any plan."""
    return _PAIR.match(words) is not None and not _LEADING.fullmatch(words)


def _is_akin(flow: Flow, rare: Form, usual: Form) -> bool:
    """Whether the rare form is spoken of with a word that is spoken of with the usual one."""
    words = _words_around(flow, *rare.places[0])
    return any(not words.isdisjoint(_words_around(flow, *place)) for place in usual.places)


def _words_around(flow: Flow, start: int, end: int) -> frozenset[str]:
    begin, stop = flow.sentence(start)
    stretches = (flow.text[max(start - _AROUND, begin) : start], flow.text[end : min(end + _AROUND, stop)])
    pairs = (found[1] for stretch in stretches for found in _PAIR.finditer(stretch))
    return frozenset(pair for pair in pairs if not _COMMON.fullmatch(pair))


def is_listed(text: str, at: int, numeral: str) -> bool:
    """Whether as many members as `numeral` counts stand right before `at`: 柑橘、油茶、茶叶三大特色产业."""
    begin = max(map(text.rfind, _CLAUSE_ENDS, (max(at - _LIST, 0),) * 4, (at,) * 4)) + 1
    clause = text[max(begin, at - _LIST) : at]
    return "、" in clause and len(_MEMBER.findall(clause)) + 1 == parse_numeral(numeral.replace("两", "二"))


def _told_apart(flow: Flow, rare: Form, usual: Form) -> bool:
    """Whether one sentence names both: then they are two."""
    begin, end = flow.sentence(rare.places[0][0])
    return any(begin <= start < end for start, _ in usual.places)


def _told(flow: Flow, one: Form, two: Form, sure: bool, single: bool = False) -> Iterator[Drift]:
    """The drift of two forms, the rare one told; `sure` where forms that stand once each are told, the later one.

    `single` says that the text has only one thing of the kind, so that the form which is spelt out is that too.
    """
    rare, usual = (one, two) if one.weight < two.weight else (two, one)
    if rare.weight != 1 or is_fixed_phrase(rare.words) or is_fixed_phrase(usual.words):
        return
    if _told_apart(flow, rare, usual):
        return
    if usual.weight == 1 and not (sure or _same_surroundings(flow, rare, usual)):
        return
    if not single and _DEFINES.match(flow.text, rare.places[0][1]):
        return
    yield Drift(*flow.span(*rare.places[0]), rare.words, usual.words, *flow.span(*usual.places[0]))
