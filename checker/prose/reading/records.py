"""The rows of a table that is only a string of words: cut at its numbers, its cells told by what they hold.

A row begins where a number counts on from the one before and a name follows; a cell is a unit, a nature, a value or
words. Words that a line end has cut (稳步 ⏎ 提高, 1.58 ⏎ 左右) are put together again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from checker.prose.reading.lexicon import known_of, wording
from checker.quantity import parse_unit
from checker.source import fold

_NUMBER = re.compile(r"[0-9]{1,3}$")
_GLUED = re.compile(r"(?P<number>[0-9]{1,3})[.．、]?(?P<name>[\u4e00-\u9fff].*)")
#: 预期型 is a slip of the table, and still a nature.
_NATURE = re.compile(r"[（(]?(?:预期|约束).[）)]?$")
_VALUE = re.compile(
    r"[><≥≤＞＜=约〔\[［【(（]*\s?[-—–]?[0-9][0-9.,]*|[—–\-／/…]+$|[〔\[［【]|完成|与|同步|稳步|持续|保持|力争|达到|左右|以上|以下|逐步|明显|基本|高于|低于|不低于|不高于|提高$|下降$|控制"
)
_BEHIND = re.compile(r"(?:左右|以上|以下|以内)$|[（(〔\[［]?20[0-9]{2}年?[）)〕\]］]?$|[）)〕\]］]")
_UNIT = re.compile(r"[（(]?(?P<unit>[^（()）]{1,12})(?:[（(][^（()）]{1,6}[）)])?[）)]?$")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_HEAD = re.compile(r"年|目标|基期|现状|实际|预计|累计|年均|增速|增长|[［\[〔]")
_CATEGORY = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,2}[）)、.．])?[\u4e00-\u9fff]{2,8}(?:[（(](?:共)?[0-9]{1,2}[项个]?(?:指标)?[）)])?$|[（(](?:共)?[0-9]{1,2}[项个]?(?:指标)?[）)]$"
)
_OPEN, _CLOSE = "（([［〔", "）)]］〕"
_FARTHEST = 24
#: A name is cut into so many lines at most, besides its first.
_MOST_RESTS = 3
_MOST_ROWS = 120


class Token(Struct, eq=False, frozen=True):
    """A word with its place in the source."""

    text: str
    start: int
    end: int


class Record(Struct, eq=False):
    """A row: the words of each of its cells, in the order of the heads."""

    cells: list[list[Token]]


class _Raw(Struct, eq=False):
    """A row before its cells are told: its number, the words behind it, and the category above it."""

    number: Token
    words: list[list[Token]]
    category: list[Token]


def records_of(tokens: Sequence[Token]) -> tuple[list[str], list[Record]]:
    """The heads and the rows of the table that these words are; no rows where they are none."""
    tokens = _unglued(tokens)
    starts = _starts(tokens)
    if len(starts) < 3:
        return [], []
    raws: list[_Raw] = []
    category = _category_before(tokens, starts[0])
    for at, start in enumerate(starts):
        stop = starts[at + 1] if at + 1 < len(starts) else len(tokens)
        words = _cells(tokens[start + 1 : stop])
        words, following = _without_category(words) if at + 1 < len(starts) else (words, [])
        raws += _parted(_Raw(tokens[start], words, category))
        category = following or category
    return _aligned(raws, [token.text for token in tokens[: starts[0] - len(_category_before(tokens, starts[0]))]])


def _unglued(tokens: Sequence[Token]) -> list[Token]:
    """Number and name apart, where 12城镇新增就业 stands for 12 城镇新增就业."""
    made: list[Token] = []
    for at, token in enumerate(tokens):
        found = _GLUED.fullmatch(token.text)
        if (
            found is None
            or _is_numbered(tokens, at)
            or _VALUE.fullmatch(token.text)
            or parse_unit(found["name"]) is not None
            or re.match("年|岁|个|项|以|左|月|分钟", found["name"])
        ):
            made.append(token)
            continue
        cut = token.start + len(found["number"])
        made.append(Token(found["number"], token.start, cut))
        made.append(Token(found["name"], token.end - len(found["name"]), token.end))
    return made


def _is_numbered(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number of its own stands before these words and behind no value: 1 5级以上堤防达标率."""
    if at == 0 or not _NUMBER.match(tokens[at - 1].text):
        return False
    return at == 1 or not _VALUE.match(tokens[at - 2].text)


def _is_name(token: Token) -> bool:
    text = token.text
    if (
        len(re.findall("[\u4e00-\u9fff]", text)) < 3
        or _NATURE.match(text)
        or (_VALUE.match(text) and not text[0].isdigit())
    ):
        return False
    return not re.fullmatch(r"[0-9.,><＞＜≥≤—–\-]+(?:左右|以上|以下|以内)?", text)


def _starts(tokens: Sequence[Token]) -> list[int]:
    """Where the rows begin: numbers that count on, each with a name behind it."""
    named = [
        at
        for at, token in enumerate(tokens[:-1])
        if _NUMBER.match(token.text) and int(token.text) <= _MOST_ROWS and _is_name(tokens[at + 1])
    ]
    # The first number may be a slip, or its row be left out.
    first = next((at for wanted in ("1", "2", "0") for at in named if tokens[at].text == wanted), None)
    if first is None:
        return []
    starts, number = [first], int(tokens[first].text)
    for at in named:
        told = int(tokens[at].text)
        # A number told twice or left out is a slip of the table, and still the beginning of a row.
        if at > starts[-1] + 2 and number <= told <= number + 2 and at - starts[-1] <= _FARTHEST:
            starts.append(at)
            number = max(told, number + 1) if told != number else number
            if told == number and len(starts) >= 2 and told == int(tokens[starts[-2]].text):
                number = told + 1 if _is_doubled(tokens, starts) else told
    return starts


def _is_doubled(tokens: Sequence[Token], starts: Sequence[int]) -> bool:
    return tokens[starts[-1]].text == tokens[starts[-2]].text


def _category_before(tokens: Sequence[Token], start: int) -> list[Token]:
    found: list[Token] = []
    for token in reversed(tokens[max(start - 2, 0) : start]):
        if (
            _CATEGORY.match(token.text)
            and not _HEAD.search(token.text)
            and not _NATURE.match(token.text)
            and token.text not in ("属性", "单位", "备注", "指标")
        ):
            found.insert(0, token)
        else:
            break
    return found


def _cells(tokens: Sequence[Token]) -> list[list[Token]]:
    """The words of a row as cells: what is cut by a line end together."""
    cells: list[list[Token]] = []
    for token in tokens:
        text = token.text
        if cells:
            before = "".join(one.text for one in cells[-1])
            if before.endswith(("/", "／")):
                cells[-1].append(token)
                continue
            is_open = sum(before.count(sign) for sign in _OPEN) > sum(before.count(sign) for sign in _CLOSE)
            if is_open or (_BEHIND.match(text) and not _NATURE.match(before)) or (before, text) == ("稳步", "提高"):
                cells[-1].append(token)
                continue
        cells.append([token])
    return cells


def _without_category(words: list[list[Token]]) -> tuple[list[list[Token]], list[Token]]:
    """The cells without the name of the category that opens the rows below, and that name."""
    natures = [at for at, cell in enumerate(words) if _NATURE.match(_text(cell))]
    if not natures:
        return words, []
    tail = words[natures[-1] + 1 :]
    if tail and _goes_on(words[0], tail):
        return words, []
    if tail and all(_is_category(_text(cell)) for cell in tail):
        return words[: natures[-1] + 1], [token for cell in tail for token in cell]
    return words, []


def _goes_on(name: Sequence[Token], tail: Sequence[Sequence[Token]]) -> bool:
    """Whether words behind a row are the rest of its name: with them it is that of an indicator, without not."""
    whole = _text(name) + "".join(map(_text, tail))
    return known_of(wording(_text(name))) is None and known_of(wording(whole)) is not None


def _is_category(text: str) -> bool:
    if not _CATEGORY.match(text) or _is_unit(text):
        return False
    return "项" in text or not _VALUE.match(text)


def _parted(raw: _Raw) -> list[_Raw]:
    """The rows that stand under one number: a name over two rows, each with values and a nature of its own."""
    natures = [at for at, cell in enumerate(raw.words) if _NATURE.match(_text(cell))]
    if len(natures) < 2 or natures[-1] != len(raw.words) - 1:
        return [raw]
    first = raw.words[: natures[0] + 1]
    named = [cell for cell in first if _is_words(_text(cell))]
    shared = named[0] if len(named) > 1 else []
    rows, begin = [], len(shared) > 0
    at = 1 if begin else 0
    for nature in natures:
        own = raw.words[at : nature + 1]
        if own:
            rows.append(_Raw(raw.number, [[*shared, *own[0]], *own[1:]], raw.category))
        at = nature + 1
    return rows


def _aligned(raws: Sequence[_Raw], heads: Sequence[str]) -> tuple[list[str], list[Record]]:
    """The rows of usual shape under heads made of the words above them."""
    shapes = [_shape(raw.words) for raw in raws]
    usual = Counter(shapes).most_common(1)[0][0]
    records = []
    for raw, shape in zip(raws, shapes, strict=True):
        words = raw.words if shape == usual else _whole_name(raw.words, usual) or _fitted(raw.words, usual)
        if words is not None:
            records.append(Record([raw.category, [raw.number], *words]))
    return ["类别", "序号", *_named(usual, heads)], records


def _shape(words: Sequence[Sequence[Token]]) -> str:
    """What each cell of a row is: N name, U unit, A nature, V value."""
    told = "N"
    for cell in words[1:]:
        text = _text(cell)
        told += "A" if _NATURE.match(text) else "U" if "U" not in told and len(told) == 1 and _is_unit(text) else "V"
    return told


def _whole_name(words: list[list[Token]], usual: str) -> list[list[Token]] | None:
    """The row in the usual shape where the rest of its name stands below all its cells; None where it does not."""
    own, rest = words[: len(usual)], words[len(usual) :]
    if not 0 < len(rest) <= _MOST_RESTS or _shape(own) != usual:
        return None
    if not all(_is_words(text) or _BEHIND.match(text) for text in map(_text, rest)):
        return None
    return [[*own[0], *(token for cell in rest for token in cell)], *own[1:]]


def _fitted(words: list[list[Token]], usual: str) -> list[list[Token]] | None:
    """The row in the usual shape: parts of one name or value together, an empty nature or unit left open."""
    while len(words) > len(usual):
        at = next(
            (at for at in range(1, len(words)) if _is_words(_text(words[at])) and _is_words(_text(words[at - 1]))), None
        )
        if at is None:
            return None
        words = [*words[: at - 1], [*words[at - 1], *words[at]], *words[at + 1 :]]
    if len(words) == len(usual) - 1:
        missing = usual.find("A") if "A" not in _shape(words) else usual.find("U")
        if missing > 0:
            words = [*words[:missing], [], *words[missing:]]
    return words if len(words) == len(usual) and _agrees(words, usual) else None


def _agrees(words: Sequence[Sequence[Token]], usual: str) -> bool:
    return all(
        not cell or (kind == "A") == bool(_NATURE.match(_text(cell))) for cell, kind in zip(words, usual, strict=True)
    )


def _named(usual: str, heads: Sequence[str]) -> list[str]:
    """A head for each cell of the usual row: those of values by the words above the table."""
    told = _value_heads(heads)
    values = [at for at, kind in enumerate(usual) if kind == "V"]
    names = {"N": "指标", "U": "单位", "A": "属性"}
    spare = told[-len(values) :] if len(told) >= len(values) else []
    made = []
    for at, kind in enumerate(usual):
        if kind != "V":
            made.append(names[kind])
        else:
            made.append(spare[values.index(at)] if spare else "")
    return made


def _value_heads(heads: Sequence[str]) -> list[str]:
    """The heads of values: a year or 年均 begins one, what follows belongs to it."""
    told: list[str] = []
    for text in heads:
        word = fold(text)
        if _YEAR.match(word) or re.match("年均|累计|五年|“?十[一二三四五六七八]五|基期|现状|目标$|规划", word):
            if (
                word.startswith(("累计", "目标"))
                and told
                and (told[-1].endswith(("/", "／")) or not re.search("目标|累计", told[-1]))
            ):
                told[-1] += word
            else:
                told.append(word)
        elif told and _HEAD.search(word) and not re.search("指标|属性|单位|序号|类别", word):
            told[-1] += word
    # A head over several columns stands in front of them: “十五五”目标, 2030年, 年均［累计］.
    return [
        word
        for at, word in enumerate(told)
        if not (re.match("“?十[一二三四五六七八]五", word) and at + 1 < len(told) and _YEAR.match(told[at + 1]))
    ]


def _text(cell: Sequence[Token]) -> str:
    return "".join(token.text for token in cell)


def _is_unit(text: str) -> bool:
    found = _UNIT.match(fold(text))
    return found is not None and parse_unit(found["unit"]) is not None


def _is_words(text: str) -> bool:
    return (
        bool(re.search("[\u4e00-\u9fff]", text))
        and not _NATURE.match(text)
        and not re.match(r"[0-9><≥≤＞＜—\[［〔]", text)
    )
