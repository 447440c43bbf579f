"""Counted phrases and the lists that are visibly theirs: 五个方面, 六大目标, “五措并举”.

A list belongs to a count if it stands right before it (A、B、C三个方面), follows behind 即, ：, 包括, or is told
off as 一是…二是… right behind it. Nothing else proves a mismatch: most “N大…” of a plan are names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.prose.fixed_phrases import is_fixed_phrase
from checker.prose.lists import hide_nested, is_list, possible_counts
from checker.quantity import parse_numeral
from checker.source import Expression

_DIGITS = r"(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,2})"
_NUMERAL = r"(?<![0-9一二三四五六七八九十百千万第几.])(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,2})"
#: What a numeral begins with: nothing is tried anywhere else.
_FIRST = "一二两三四五六七八九十0-9"
_MEASURE = r"(?:个|大|项|类|种|条|点)"
#: A list behind its count may be one of anything: 5所学校（…）, 三件实事：….
_BEHIND = r"(?:个|大|项|类|种|条|点|件|所|座|处|家|支)"
#: What a count that sums up a list is a count of. Open nouns (家企业, 所学校) are amounts, not sums of a list.
_SUMMED = (
    "方面|领域|板块|环节|层面|层次|维度|抓手|关键|重点|体系|集群|产业链|支柱产业|主导产业|目标|任务|战略|工程|行动|计划|定位|类别|"
    "片区|组团|片|流域|端点|城市|闸门|准则|原则|专项|高地|通道|平台|中心|方向|途径|路径|要素|支撑|转变|突破|措施|举措|职能"
)
#: What may stand between a list and its count.
_BETWEEN = re.compile("(?P<open>等)?[共这]?“?$")
_JOINED = "(?:融合|联动|协同|同步|并举|共建|共治|互动|发力|贯通|结合)"
_SUM = re.compile(
    rf"(?=[{_FIRST}])(?P<phrase>(?P<count>{_NUMERAL})(?:{_MEASURE}(?!多)(?:(?![和与及])[\u4e00-\u9fff]){{0,8}}?(?:{_SUMMED})"
    r"|大(?![多家量型批幅力])[\u4e00-\u9fff]{1,6}"
    r"|位一体|大?类(?=[0-9]{1,3}[项个])"
    rf"|[\u4e00-\u9fff]{{1,3}}{_JOINED}|(?<=“[二两三四五六七八九十])[\u4e00-\u9fff]{{1,2}}(?=”{_JOINED})"
    r"|(?P<loose>[个项类种条张件座支道](?![月年百基多])[\u4e00-\u9fff]{1,6})))"
)
#: Behind a count in quotation marks: it names one member of a list that goes on, 算力“四网融合”工程、.
_IN_MEMBER = re.compile("”[\u4e00-\u9fff]{1,8}、")
#: A list before an open noun (三个省级园区) is summed up by it only if it is plainly one: three short names or more.
_SHORT = 10
_LONGEST_COUNT = 12
_NO_NAME = re.compile(r"[0-9]|[，；]")
#: 三区一高地, 一核两轴三片, and what it stands for.
_COMPOUND = Expression(
    rf"(?=[“{_FIRST}])“?(?P<phrase>(?:{_DIGITS}(?:(?!{_DIGITS}|体)[\u4e00-\u9fff]){{1,3}}){{2,5}})”?[\u4e00-\u9fff]{{0,6}}"
    r"(?P<link>，?即|[：:]即?|——|，?分别[是为]|，?包括|（(?:即)?)(?P<list>[^。；！？;\n）]+)",
    "即",
    "：",
    ":",
    "——",
    "分别",
    "包括",
    "（",
)
#: A layout has one part of several at least: 一核即….
_OTHER_PART = re.compile(
    "[一两二三四五六七八九十][\u4e00-\u9fff]{1,3}(?:即|是?指)[^。]*?，[两二三四五六七八九十][\u4e00-\u9fff]{1,3}(?:即|是?指)"
)
_PART = re.compile(rf"(?P<count>{_DIGITS})(?:(?!{_DIGITS})[\u4e00-\u9fff]){{1,3}}")
#: 三大工程（A、B、C）.
_IN_BRACKETS = Expression(
    rf"(?=[“{_FIRST}])(?P<phrase>“?(?P<count>{_NUMERAL}){_BEHIND}[\u4e00-\u9fff]{{1,10}}”?)[\u4e00-\u9fff]{{0,4}}（(?!含|其中|[例譬]?如|主要|包括|以|截至|不含)(?P<list>[^（）。；\n]+)）",
    "（",
)
_SENTENCE_END = re.compile(r"[。；：！？;:\n]")
_STOPS = re.compile("[。！？\n]")
#: 三个基地、 before 两个中心，即….
_IN_ROW = re.compile(rf"(?P<phrase>(?P<count>{_NUMERAL}){_BEHIND}[\u4e00-\u9fff]{{1,8}})[、和]")
_ROW = re.compile(rf"(?:{_NUMERAL}{_BEHIND}[\u4e00-\u9fff]{{1,8}}[、和])+$")
_LONGEST_ROW = 40
_ANNOUNCED = Expression(
    rf"(?=[“{_FIRST}])(?P<phrase>“?(?P<count>{_NUMERAL}){_BEHIND}[\u4e00-\u9fff]{{1,12}}”?|“(?:(?!{_DIGITS})[\u4e00-\u9fff]){{0,4}}(?P<quoted>{_NUMERAL})(?:(?!{_DIGITS})[\u4e00-\u9fff]){{1,5}}”)"
    r"(?P<link>，?是?指|，?即|[：:]即?|——|，?分别[是为]|，?(?:主要)?包括|，就是)(?P<list>[^。；！？;\n]+)",
    "指",
    "即",
    "：",
    ":",
    "——",
    "分别",
    "包括",
    "就是",
)
#: 两副即A、B，三轴即C、D、E: the parts of a layout told one by one, without marks.
_PARTS_TOLD = Expression(
    r"(?:^|(?<=[，。；：]))(?P<phrase>(?P<count>[两二三四五六七八九十])[\u4e00-\u9fff]{1,3})(?P<link>即|是?指)(?P<list>[^，。；！？;\n]+)",
    "即",
    "指",
)
#: 交通项目10个：A、B、C.
_COUNT_LAST = Expression(
    rf"(?P<phrase>[\u4e00-\u9fff]{{2,8}}(?P<count>[0-9]{{1,2}}){_BEHIND})(?P<link>[：:]|，?分别[是为]|，即)(?P<list>[^。；！？;\n]+)",
    sign="[0-9](?:个|大|项|类|种|条|点|件|所|座|处|家|支)(?:[：:]|，?分别[是为]|，即)",
)
#: “五大工程”…通过实施A工程、B工程和C工程: each member of the list bears the noun of the count.
_CARRIED_OUT = Expression(
    rf"“(?P<phrase>(?P<count>{_NUMERAL}){_MEASURE}(?P<noun>[\u4e00-\u9fff]{{2,4}}))”"
    r"(?:[^。；“”]{0,30}(?:通过)?实施|[^。；“”，]{0,10}。?是?指|，即)(?P<list>[^，。；]+)",
    "实施",
    "指",
    "，即",
)
#: A last member that ends so is no member: what follows is the object of a verb.
_VERB = re.compile(
    r"(?:建设|打造|实施|推进|推动|做到|做好|做大|培育|构建|形成|新增|建成|完成|开展|推出|提出|坚持|坚定|落实|贯彻|增强|"
    r"实现|发展|优化|完善|提升|加快|设立|创建|获批|荣获|入选|布局|启动|制定|出台|围绕|聚焦|抓好|突出|强化|统筹|壮大|深化|"
    r"[了的达有为是设到以在约近超各这增和、“]|(?<![安健齐完])全|(?<![创更革出])新|(?<![参赋给])与|(?<![普涉顾])及)$"
)
#: The levels of administration, one character each, in front of their number: 省市县三级, 市、县、乡镇、村四级.
_LEVELS = Expression(
    "(?<!、)(?P<list>(?:国家、?|中央、?|[国省市州县区旗乡镇村](?:（[市区、旗县]{1,5}）)?、?|街道、?|社区、?){2,6})"
    "(?P<phrase>(?P<count>[两二三四五六])级)(?![医甲公综航中以及妇保资标安等跳重响])",
    sign="[两二三四五六]级",
)
_LEADS = re.compile(
    "(?:[和与及的]|健全|完善|构建|建立|形成|打造|推动|统筹|强化|落实|压实|加强|实行|推进|贯通|覆盖|联动)$"
)
_LEVEL = re.compile("街道|社区|国家|中央|[国省市州县区旗乡镇村]")
_OF_ALL = frozenset("全我本各该")
#: Two words for one level, or one of a name: 县区, 乡镇, 州市; 全省市县两级.
_ONE_LEVEL = re.compile("县区|市区|乡镇|州市|镇街道?|旗县|县市|区市|乡街道|村社区")
#: Behind these a list is open: it proves a mismatch only if it has more.
_OPEN_LINKS = ("包括",)
_STANDS_FOR = "为代表"
_LONGEST_LIST = 400
_LARGEST_GAP = 2  # a count further off counts something else


@dataclass(frozen=True, slots=True)
class CountedList:
    """A counted phrase (`start` to `end`, `phrase` in words) and the numbers of members its list can have.

    `open_ended` says that the list ends in 等 or stands behind 包括.
    """

    start: int
    end: int
    phrase: str
    count: int
    members: frozenset[int]
    open_ended: bool
    list_start: int
    list_end: int

    def moved(self, offset: int) -> CountedList:
        """The same with offsets that much further on."""
        return replace(
            self,
            start=self.start + offset,
            end=self.end + offset,
            list_start=self.list_start + offset,
            list_end=self.list_end + offset,
        )

    @property
    def agrees(self) -> bool:
        """Whether some way of reading the list gives the count."""
        if self.open_ended:
            return min(self.members) <= self.count
        return self.count in self.members

    @property
    def listed(self) -> str:
        """The number of members in words: 3, or 3至5."""
        least, most = min(self.members), max(self.members)
        return str(least) if least == most else f"{least}至{most}"


def find_counted_lists(text: str) -> Iterator[CountedList]:
    """Counts of one paragraph whose list stands right before or behind them, told off ones excepted."""
    shown = hide_titles(text)
    ends: list[int] = []
    for found in _SUM.finditer(shown):
        ends = ends or [0, *(end.end() for end in _SENTENCE_END.finditer(shown))]
        counted = _summed(text, shown, found, ends[bisect_right(ends, found.start()) - 1])
        if counted is not None:
            yield counted
    for pattern, read in (
        (_IN_BRACKETS, _behind),
        (_COMPOUND, _behind),
        (_ANNOUNCED, _announced),
        (_COUNT_LAST, _told_last),
        (_LEVELS, _of_levels),
        (_CARRIED_OUT, _carried_out),
    ):
        yield from (counted for found in pattern.finditer(text) if (counted := read(found)) is not None)
    yield from _parts_told(text)


def _parts_told(text: str) -> Iterator[CountedList]:
    """The parts of a layout, 两副即A、B，三轴即C、D、E, and those of its slogan that counts others."""
    is_told = ("即" in text or "指" in text) and _OTHER_PART.search(text) is not None
    for found in _PARTS_TOLD.finditer(text) if is_told else ():
        counted = _announced(found)
        if counted is not None:
            yield counted
            if counted.agrees and (slogan := _in_slogan(text, counted)) is not None:
                yield slogan


def _in_slogan(text: str, counted: CountedList) -> CountedList | None:
    """The same part in the slogan before, “一核引领、三带联动”, where it counts another number than are told."""
    named = re.compile(rf"“[^“”]*?(?P<count>[一两二三四五六七八九十]){counted.phrase[1:]}[^“”]*”")
    slogans = list(named.finditer(text, 0, counted.start))
    count = count_of(slogans[-1]["count"]) if slogans else counted.count
    if count is None or count in counted.members:
        return None
    at = slogans[-1].start("count")
    return replace(
        counted, start=at, end=at + len(counted.phrase), phrase=text[at : at + len(counted.phrase)], count=count
    )


def hide_titles(text: str) -> str:
    """`text` with 《…》 and （…） blotted out, so that a count within them is not taken for one of the sentence."""
    if "》" not in text and "）" not in text:
        return text
    return re.sub(r"《[^《》]*》|（[^（）]*）", lambda found: "□" * len(found[0]), text)


def count_of(words: str) -> int | None:
    """The whole number that these digits write."""
    value = parse_numeral(words)
    return int(value) if value is not None and value.denominator == 1 else None


def _summed(text: str, shown: str, found: re.Match[str], begin: int) -> CountedList | None:
    """The list that stands right before the count, in the sentence that begins at `begin`."""
    count = count_of(found["count"])
    clipped = max(begin, found.start() - _LONGEST_LIST)
    between = _BETWEEN.search(text, max(begin, found.start() - 3), found.start())
    assert between is not None
    start, end = _own_list(shown, clipped, between.start())
    if start == clipped > begin:
        return None
    start = _in_quotes(text, start, end)
    listed = text[start:end]
    if count is None or count < 2 or not (is_list(listed) or _is_pair(listed)):
        return None
    if _VERB.search(listed) or _STANDS_FOR in listed:
        return None
    if _SUM.search(listed, len(listed) - _LONGEST_COUNT) or (found["loose"] and not _is_plain(listed)):
        return None
    if is_fixed_phrase(found["phrase"]) or _IN_MEMBER.match(text, found.end()):
        return None
    return _near(found, count, possible_counts(listed), bool(between["open"]), start, end)


def _own_list(shown: str, start: int, end: int) -> tuple[int, int]:
    """The last clause of the stretch: what stands behind the last ， outside of quotation marks."""
    comma = hide_nested(shown[start:end]).rfind("，")
    return (start if comma < 0 else start + comma + 1), end


def _of_row(found: re.Match[str], row: re.Match[str]) -> CountedList | None:
    """三个基地、两个中心，即A、B、C，D、E: several counts whose lists follow in their order, or as one list."""
    before = list(_IN_ROW.finditer(row.string, *row.span()))
    counts = [count_of(one["count"]) or 0 for one in (*before, found)]
    start, listed = found.start("list"), hide_nested(found["list"])
    groups = listed.split("，")
    if len(groups) == 1:
        return _near(found, sum(counts), possible_counts(listed, groups=True), False, *found.span("list"))
    if len(groups) < len(counts) or not all(map(is_list, groups[: len(counts)])):
        return None
    for one, count, group in zip((*before, found), counts, groups, strict=False):
        members = possible_counts(group)
        if count not in members:
            return _near(one, count, members, False, start, start + len(group))
        start += len(group) + 1
    return None


def _of_sentence(text: str, found: re.Match[str], count: int) -> CountedList | None:
    """Members of which each is a clause with ； behind it: 从两条路径发力：发展产业，…；扩大就业，…."""
    start = found.start("list")
    stop = _STOPS.search(text, start)
    end = stop.start() if stop is not None else len(text)
    listed = text[start:end].rstrip("；")
    if re.search(r"一是|第一|（一）", listed):
        return None
    return _near(found, count, {hide_nested(listed).count("；") + 1}, False, start, end)


def _in_quotes(text: str, start: int, end: int) -> int:
    """Where the list begins: a quotation that holds all of it (“普惠+优待+精准”三位一体) is the list."""
    if text[end - 1 : end] == "”" and not is_list(text[start:end]):
        opened = text.rfind("“", start, end)
        if opened >= 0 and is_list(text[opened:end]):
            return opened
    return start


def _is_pair(listed: str) -> bool:
    """Whether the words are two names joined by 和 or 与."""
    members = re.split("[和与]", hide_nested(listed))
    return len(members) == 2 and all(2 <= len(one) <= _SHORT for one in members)


def _is_plain(listed: str) -> bool:
    """Whether the words are three short names or more, and nothing else."""
    members = re.split("[、和与]", listed.replace("”“", "”、“"))
    return len(members) > 2 and not _NO_NAME.search(listed) and all(len(one) <= _SHORT for one in members)


def _of_levels(found: re.Match[str]) -> CountedList | None:
    """The levels in front of their number; what may be one level or two is told as both."""
    words, text = re.sub("（[^（）]*）", "", found["list"]), found.string
    most = len(_LEVEL.findall(words))
    before = text[found.start() - 1 : found.start()] if found.start() else ""
    is_led = _LEADS.search(text, max(found.start() - 2, 0), found.start()) is not None
    is_of_all = not is_led and before in _OF_ALL  # 全省市县两级: the first character belongs to another word.
    if not (is_led or is_of_all) and re.match("[\u4e00-\u9fff]", before):
        return None
    least = most - len(_ONE_LEVEL.findall(words.replace("、", ""))) - is_of_all
    count = count_of(found["count"].replace("两", "二")) or 0
    members = frozenset(range(least, most + 1))
    return CountedList(*found.span("phrase"), found["phrase"], count, members, False, *found.span("list"))


def _behind(found: re.Match[str]) -> CountedList | None:
    """The list in brackets behind a count, or behind a slogan of several counts."""
    listed, words = found["list"], found["phrase"]
    parts = [count_of(part["count"]) or 0 for part in _PART.finditer(words)]
    count = sum(parts) if len(parts) > 1 else count_of(found["count"]) if "count" in found.groupdict() else None
    if count is None or count < 2 or not is_list(listed) or is_fixed_phrase(words.strip("“”")):
        return None
    if _SUM.search(listed) or re.search(r"一是|第一|（一）|[0-9]", listed) or (len(parts) > 1 and _PART.search(listed)):
        return None
    open_ended = found.groupdict().get("link", "").endswith(_OPEN_LINKS) or re.search("等[^、，和与]{0,6}$", listed)
    members = possible_counts(listed, groups=len(parts) > 1) | ({len(parts)} if len(parts) > 1 else set())
    return _near(found, count, members, bool(open_ended), *found.span("list"))


def _told_last(found: re.Match[str]) -> CountedList | None:
    """The list behind a count that stands behind its noun: three names or more, to the first ，."""
    count, listed = count_of(found["count"]), hide_nested(found["list"]).partition("，")[0]
    if count is None or count < 2 or listed.count("、") < 2 or re.search("[0-9]|等|一是|第一", listed):
        return None
    start = found.start("list")
    return _near(found, count, possible_counts(listed), False, start, start + len(listed))


def _near(
    found: re.Match[str], count: int, members: set[int], open_ended: bool, start: int, end: int
) -> CountedList | None:
    if all(abs(count - one) > _LARGEST_GAP for one in members) and not open_ended:
        return None
    phrase = found["phrase"]
    return CountedList(
        found.start("phrase"), found.end("phrase"), phrase, count, frozenset(members), open_ended, start, end
    )


def _carried_out(found: re.Match[str]) -> CountedList | None:
    """A slogan and the programmes behind it, counted by the noun that each of them bears."""
    count, members = count_of(found["count"]), found["list"].count(found["noun"])
    if count is None or members < 2 or not is_list(found["list"]) or is_fixed_phrase(found["phrase"]):
        return None
    open_ended = re.search(r"等[^、和与]{0,6}$", found["list"]) is not None
    return _near(found, count, {members}, open_ended, *found.span("list"))


def _announced(found: re.Match[str]) -> CountedList | None:
    text = found.string
    count = count_of(found["count"] or found.groupdict().get("quoted", ""))
    if count is None or count < 2 or is_fixed_phrase(found["phrase"].strip("“”")):
        return None
    row = _ROW.search(text, max(found.start("phrase") - _LONGEST_ROW, 0), found.start("phrase"))
    if row is not None:
        return _of_row(found, row)
    start, end = found.span("list")
    first, comma, _ = hide_nested(found["list"]).partition("，")
    if comma and is_list(first):
        end = start + len(first)
    elif text.startswith("；", end) and found["link"].startswith(("：", ":")):
        return _of_sentence(text, found, count)
    listed = text[start:end]
    if not is_list(listed) or re.search(r"一是|第一|（一）", listed):
        return None
    inner = _SUM.search(listed)
    if inner is not None:
        return None
    open_ended = found["link"].endswith(_OPEN_LINKS) or re.search(r"等[^、，和与]{0,6}$", listed) is not None
    return _near(found, count, possible_counts(listed), open_ended, start, end)
