"""Lists in running text: A、B、C和D; how many members they may be read to have."""

from __future__ import annotations

import re

_FIRM = re.compile(r"、|(?<=[”》」])(?=[“《「])|(?<=[\u4e00-\u9fff])[+＋](?=[\u4e00-\u9fff])")
#: 和 and 与 that join, not those of 参与, 和谐, 普及.
_SOFT = re.compile(
    r"以及|(?<![共总平温中饱缓协调祥])和(?![谐平睦美解气])|(?<![参赋给])与(?!会|时俱进|否|日俱增)|(?<![普涉顾以])及(?![时格第])|暨"
)
_CLAUSE = re.compile(r"[，,；;]")
_WITHIN = re.compile(r"“[^“”]*”|《[^《》]*》|「[^「」]*」|（[^（）]*）|\([^()]*\)")
#: A whole list may stand in quotation marks: “A、B、C”三个方面.
_QUOTED = re.compile(r"\s*“([^“”]+)”\s*")


def hide_nested(text: str) -> str:
    """`text` with what stands within quotation marks and brackets blotted out, character for character."""
    return _WITHIN.sub(lambda found: found[0][0] + "□" * (len(found[0]) - 2) + found[0][-1], text)


def is_list(text: str) -> bool:
    """Whether `text` is parted by 、 at least once."""
    return _FIRM.search(_open(text)) is not None


def possible_counts(text: str, *, groups: bool = False) -> set[int]:
    """Every number of members that some way of splitting at 、 ， 和 与 及 以及 gives, of a text that is a list.

    、 always parts; 和 behind the last of them may part or stand within a member; where ， parts as well, either it
    alone or both may count. Where the list may be of several `groups`, 和 may also part one of them from the next.
    """
    shown = _open(text)
    firm, commas = (len(pattern.findall(shown)) for pattern in (_FIRM, _CLAUSE))
    # 和 joins the last member to the others; before a 、 it stands within a member.
    soft = len(_SOFT.findall(shown, 0 if groups else shown.rfind("、") + 1))
    counts = set(range(firm + 1, firm + soft + 2))
    if commas:
        counts |= set(range(commas + 1, commas + soft + 2)) | set(range(firm + commas + 1, firm + commas + soft + 2))
    return counts


def _open(text: str) -> str:
    whole = _QUOTED.fullmatch(text)
    return hide_nested(whole[1] if whole else text)
