"""Names without marks that end in a head (科学城, 新区, 实验室): one character inside differs from the usual form.

Four characters before the head are compared: the first three of a name hardly come about twice by chance, and a
difference in what parts things from one another (东 and 西, 一期 and 二期) makes two names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.prose.constraints.names import Drift, contrast
from checker.prose.reading.mentions import Mentions

_HEADS = (
    "科学城|科技城|科创城|大学城|新城|新区|片区|港区|园区|产业园|科技园|示范区|实验区|试验区|先行区|开发区|合作区|集聚区|功能区|示范园|创新港|科创港|"
    "走廊|经济带|都市圈|经济圈|城市群|枢纽港|大桥|大道|高速公路|高铁|机场|水库|灌区|湿地|公园|实验室|研究院|大学|学院|医院|"
    "博物馆|图书馆|体育中心|会展中心|数据中心|行动|工程|计划|战略|基金|联盟|大会|论坛|博览会|运河"
)
_HEADED = re.compile(rf"(?=(?P<name>[\u4e00-\u9fff]{{4}})(?P<head>{_HEADS}))")
_NUMERALS = frozenset("一二三四五六七八九十百千万两双")


def find_headed_drifts(mentions: Mentions) -> Iterator[Drift]:
    """Names that differ from one seen more often in one of the three characters before their head."""
    flow = mentions.flow
    places: dict[str, list[int]] = defaultdict(list)
    for found in _HEADED.finditer(flow.text):
        places[found["name"] + found["head"]].append(found.start())
    families: dict[str, list[str]] = defaultdict(list)
    for words in places:
        for at in (1, 2, 3):
            families[words[:at] + "\0" + words[at + 1 :]].append(words)
    for key, family in families.items():
        if len(family) != 2:
            continue
        rare, usual = sorted(family, key=lambda words: len(places[words]))
        at = key.index("\0")
        if len(places[rare]) != 1 or len(places[usual]) < 2 or {rare[at], usual[at]} & _NUMERALS:
            continue
        if contrast(rare[at], usual[at]):
            continue
        start, first = places[rare][0], places[usual][0]
        begin, end = flow.sentence(start)
        if not any(begin <= other < end for other in places[usual]):
            yield Drift(*flow.span(start, start + len(rare)), rare, usual, *flow.span(first, first + len(usual)))
