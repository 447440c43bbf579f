"""What is told 分别: the members of a list and the figures that go with them, A、B分别增长5%、8%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from checker.prose.figures import Figure, figure_at
from checker.prose.lists import is_list, possible_counts
from checker.prose.reading.clauses import Shape
from checker.prose.reading.passages import Passage
from checker.quantity import Comparator, parse_numeral

_EACH = re.compile("分别")
_JOINT = re.compile(r"(?:、|，?和|与|，?以及|及)(?:约|超|近|超过)?(?![\u4e00-\u9fff]{3})")
_VERB = re.compile(
    r"(?:年均|同比|较?上年|比上年|累计|实际)*(?:从|由)?(?:增长|增加|提高|提升|上升|下降|降低|减少|削减|缩减|消减|新增|净增|压减|为|是|达到?|占|完成|实现|居|位居|排名|有|安排|投入)*(?:了|至|到)?(?:[0-9]{4}年的?)?"
)
_TO = re.compile(
    r"(?:年)?的?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩小|降|增|升)?(?:到|至|为)(?:[0-9]{4}年的?)?"
)
_TAIL = re.compile(r"(?:，|[五5]年(?=累计|共|合计)|年均|同比|较?上年|比上年|均|也|又|已|将|力争|预计|的)+$")
#: One word for two: 城乡居民收入分别增长.
_TWO = re.compile("城乡|进出口|内外|男女|上下半年|东西部|南北|两|双|三大|四大|各")
_OPEN = re.compile("等|各类|主要|分项|前[二三四五两]")
#: How many a list is said to have at its end: 甲、乙两园区; and a word for two that is no number of members.
_COUNTED = re.compile("、[^、]*?(?P<count>[两三四五六七八九])(?:[个大类家项地县市区镇园城]|产业|行业)[^、，]{0,14}$")
_JOINED = "(?<![共总平温中饱缓协调祥])[和与](?![谐平睦美解气])"
_PAIR = re.compile(rf"[\u4e00-\u9fffA-Z]{{2,14}}{_JOINED}[\u4e00-\u9fffA-Z]{{2,24}}")
#: Members told with a figure each, and years: 出口196亿元、进口72亿元，分别…; 2028年、2030年分别….
_FIGURED = re.compile("[^、0-9]{2,16}[0-9][0-9.]*[^、0-9和与及]{1,6}")
_YEARS = re.compile("(?:20[0-9]{2}年(?:、|和|与|及))+20[0-9]{2}年(?![^，]{0,2}[—-])")
#: Things of a number that is told: 三项工程总投资, 三次产业增加值, 新建水库3座.
_NUMBER = re.compile(
    "(?<![第前后十百0-9])(?P<count>[三四五六七八九]|[3-9])(?:次产业|[个项条类座家所处大](?!月|小时|百分|工作日|方面)[^、，。；0-9]{0,12}$|[座家所处]$)"
)
#: Year by year, and of how many years.
_EACH_YEAR = re.compile("(?:[各逐历每]年(?:度)?|分年度看?，?)(?:完成|投资|投入|新增|实现)?$")
_SO_MANY_YEARS = re.compile(
    "(?<![第0-9])(?P<count>[三四五六七八九]|[3-9])年(?![级期]|行动|规划|计划)|“十[二三四五六]五”"
)
_WHOSE = 12
#: The years that things are told of, before them.
_TIME_BEFORE = re.compile(
    r"^(?:19|20)[0-9]{2}年?(?:(?:——?|–|-|~|～|至|到)(?:19|20)[0-9]{2}年?)?(?:期间|以来|末|底)?[，间]?"
)
_BACK = 3
_MOST = 12
#: A number of so many digits is told of one thing alone.
_DIGITS = 4


class Respective(Struct, eq=False):
    """One 分别: where its members stand and how many they may be, where its figures stand and how many they are.

    `reached` is the number of those that 由…到 leads to, 0 where nothing is said of it; `exact` says that the first
    figure is told so finely and without a bound that no two things are likely to have it alike.
    """

    members_from: int
    members_to: int
    members: frozenset[int]
    start: int
    end: int
    figures: int
    reached: int
    exact: bool


def find_respective(passage: Passage, shape: Shape) -> Iterator[Respective]:
    """What one passage tells 分别 in figures."""
    text = passage.text
    for found in _EACH.finditer(text) if "分别" in text else ():
        verb = _VERB.match(text, found.end())
        begin = verb.end() if verb is not None else found.end()
        first = _figures(text, begin)
        if not first:
            continue
        to = _TO.match(text, first[-1].end)
        second = _figures(text, to.end()) if to is not None else []
        start, end = _members(text, shape, found.start())
        counts = _counts(text[start:end]) or _years_of(text[shape.sentence_at(found.start()) : found.start()])
        if not counts and end - start <= _WHOSE and not _OPEN.search(text, start, end):
            start, end, counts = _told_before(text, shape, start, end)
        last = (second or first)[-1]
        yield Respective(
            *passage.span(start, end),
            counts,
            *passage.span(first[0].start, last.end),
            len(first),
            len(second),
            _is_exact(first[0]),
        )


def _figures(text: str, begin: int) -> list[Figure]:
    """The figures in a row from here on."""
    found: list[Figure] = []
    while len(found) < _MOST:
        figure = figure_at(text, begin)
        if figure is None or figure.years:
            break
        found.append(figure)
        joint = _JOINT.match(text, figure.end)
        if joint is None:
            break
        begin = joint.end()
    return found


def _is_exact(figure: Figure) -> bool:
    quantity = figure.quantity
    many = quantity.point is not None and len(str(quantity.point.numerator).rstrip("0")) >= _DIGITS
    return quantity.comparator is Comparator.EQUAL and not quantity.approx and (quantity.step < 1 or many)


def _members(text: str, shape: Shape, position: int) -> tuple[int, int]:
    """The list in front of 分别: in its clause, or in the one before where 分别 begins its own."""
    start = shape.clause_at(position)
    end = position
    tail = _TAIL.search(text[start:end])
    if tail is not None:
        end = start + tail.start()
    if end - start <= 1 and start > shape.sentence_at(position):
        end = start - 1
        start = shape.clause_at(end - 1) if end else 0
    return start, end


def _told_before(text: str, shape: Shape, start: int, end: int) -> tuple[int, int, frozenset[int]]:
    """The members in a clause before that whose words only say what is told of each: 总库容分别为."""
    sentence = shape.sentence_at(start)
    stop = start
    for _ in range(_BACK):
        if stop <= sentence:
            break
        begin = shape.clause_at(stop - 1)
        counts = _counts(text[begin : stop - 1].removeprefix("分别").lstrip("是为"))
        if counts:
            return begin, stop - 1, counts
        if re.search("[0-9]", text[begin:stop]):
            break
        stop = begin
    return start, end, frozenset()


def _years_of(words: str) -> frozenset[int]:
    """The number of years of which something is told year by year: 五年累计1.52万人，各年分别为."""
    told = _EACH_YEAR.search(words)
    years = {int(parse_numeral(one["count"] or "五") or 0) for one in _SO_MANY_YEARS.finditer(words)} if told else set()
    return frozenset(years) if len(years) == 1 else frozenset()


def _counts(listed: str) -> frozenset[int]:
    """The numbers of members that the words may have; none where they are no list of a number of its own."""
    if years := _YEARS.search(listed):
        return frozenset({years[0].count("年")})
    listed = _TIME_BEFORE.sub("", listed)
    if "、" in listed and all(_FIGURED.fullmatch(one) for one in listed.split("、")):
        return frozenset({listed.count("、") + 1})
    if "、" not in listed and not _OPEN.search(listed) and (things := _NUMBER.search(listed)) is not None:
        return frozenset({int(parse_numeral(things["count"]) or 0)})
    counted = _COUNTED.search(listed)
    if counted is not None and not _OPEN.search(listed) and not re.search("[0-9]", listed):
        number = int(parse_numeral(counted["count"].replace("两", "二")) or 0)
        return frozenset({number}) if number in possible_counts(listed) else frozenset()
    if _PAIR.fullmatch(listed) and not _OPEN.search(listed) and not _TWO.search(listed):
        return frozenset({2})
    if _OPEN.search(listed) or not is_list(listed) or re.search("[0-9]", listed):
        return frozenset()
    counts = frozenset(possible_counts(listed))
    twos = len(_TWO.findall(listed))
    # 城乡居民养老金、低保标准: three figures, or two.
    return (
        frozenset(range(min(counts), max(counts) + twos + 1))
        if twos and "、" in listed
        else frozenset()
        if twos
        else counts
    )
