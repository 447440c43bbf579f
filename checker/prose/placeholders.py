"""What was to be filled in and was not: XX, ××, 待补充, TODO, 20XX年."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PLACEHOLDER = re.compile(
    r"(?:20|二[〇○O零])?[XxＸｘ×╳]{2,}(?![A-Za-z0-9])"
    r"|(?:20[0-9Xx×])[Xx×]年|(?<=[\u4e00-\u9fff])[Xx×＊*](?=[年月日个家项]|万|亿|％|%)"
    r"|[（(【]?(?:此处)?(?:数据|内容|数字)?待(?:补充|补|填写|填|核实|核|定稿|确认)(?:[）)】]|(?=[，。；、\s]|$))"
    r"|[（(【]此处[^）)】]{0,12}[）)】]"
    r"|\b(?:TODO|TBD|FIXME|todo|tbd)\b|[_＿]{3,}|[□]{2,}|[?？]{3,}"
)
#: 双X, Ⅹ射线, XX型, XXL: names, not gaps.
_NAME_BEFORE = re.compile(r"[A-Za-z0-9.]$")
_NAME_BEHIND = re.compile(r"[型射染]|体|-")


def find_placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each placeholder of a text."""
    for found in _PLACEHOLDER.finditer(text):
        if _NAME_BEFORE.search(text[max(found.start() - 1, 0) : found.start()]):
            continue
        if found[0][0] in "XxＸ×" and _NAME_BEHIND.match(text, found.end()):
            continue
        yield found.start(), found.end()
