"""Marks of secrecy: 绝密, 机密, 秘密 with ★ or at their usual place; 内部, 不得外传.

A mark is a line of its own at the top, a word in a header or footer, or stands in brackets in the title (GB/T 9704:
“机密★1年”). The words in running text (“保守国家秘密”, “机密计算”, “内部控制”) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.prose.head import HeadLine

_STAR = "[★☆*＊⭐]"
_GRADES = "(?:绝密|机密|秘密)"
_TERM = r"(?:长期|[0-9一二三四五六七八九十]+(?:年|个?月)|解密前|启用前)"
_LABEL = r"(?:密级|密级和保密期限)[：:]?"
_SECRET_MARK = re.compile(rf"(?:{_LABEL})?(?P<word>{_GRADES})(?:{_STAR}{_TERM}?|{_TERM})?")
#: With a star it is a mark wherever a title, a header or a file's name has it.
_STARRED = re.compile(rf"(?<![\u4e00-\u9fff“”\"‘’])(?P<word>{_GRADES}){_STAR}")
_INTERNAL = (
    r"(?:内部(?:资料|文件|材料|讨论|讨论稿|参考|传阅|掌握|稿|使用|征求意见稿|发行)?|工作秘密"
    r"|(?:不得|请勿|严禁|禁止|切勿)(?:擅自|随意)?(?:外传|外泄|传播|扩散|转发|复制|翻印)|注意保(?:存|密)|妥善保管|用后收回|会后收回)"
)
_INTERNAL_MARK = re.compile(
    rf"(?:{_LABEL})?(?:仅供|供|仅限|属于?|此[件稿]|本[件稿]|[此本]资料|本文件)?(?P<word>{_INTERNAL})(?:{_STAR}{_TERM}?)?"
)
_BLANKS = re.compile(r"\s+")
#: What parts the fields of a line: 机密★1年　　特急.
_FIELDS = re.compile(r"[ \u3000\t]{2,}|\t|[，,。；;！!、/|·]")
_BRACKETS = re.compile(r"[（(【\[〔]([^（()）【】\[\]〔〕]{2,24})[）)】\]〕]")
_EDGES = "（()）【】[]〔〕《》 \u3000"
_LONGEST = 40
_SHORTEST = "内部"
_KEY = re.compile(rf"{_LABEL}")


@dataclass(frozen=True, slots=True)
class Marking:
    """A mark: its word, and whether it forbids to read on (`secret`) or only to pass on."""

    word: str
    secret: bool


def find_marking(lines: Sequence[HeadLine], headers: Iterable[str], stem: str) -> Marking | None:
    """The mark of a document by the lines of its head, its headers and footers, and its file's name.

    One that forbids to read goes before one that forbids to pass on.
    """
    found = [*_of_lines(lines), *(one for text in headers for one in _of_line(text)), *_of_name(stem)]
    return next((one for one in found if one.secret), found[0] if found else None)


def _of_lines(lines: Sequence[HeadLine]) -> Iterator[Marking]:
    keyed = False
    for line in lines:
        if not line.beside:
            yield from _of_line(line.text)
        elif keyed or _KEY.match(line.text) or _STARRED.match(line.text):
            # A cell beside others is a mark only where it says so, or where the cell before it asks for one.
            yield from _of_line(line.text)
        keyed = line.beside and _KEY.fullmatch(_BLANKS.sub("", line.text)) is not None


def _of_line(text: str) -> Iterator[Marking]:
    """The marks of one line: it is one, its fields are, or what it has in brackets is."""
    if len(text) <= _LONGEST:
        wholes = [text, *_FIELDS.split(text.strip())]
        # Two characters between blanks may be half a name: 内部 控制.
        words = [word for word in text.split() if len(word) > len(_SHORTEST)]
        yield from _marks(_BLANKS.sub("", one).strip(_EDGES) for one in (*wholes, *words))
    yield from _marks(_BLANKS.sub("", found[1]) for found in _BRACKETS.finditer(text))
    starred = _STARRED.search(text)
    if starred is not None:
        yield Marking(starred["word"], secret=True)


def _of_name(stem: str) -> Iterator[Marking]:
    yield from _marks(_BLANKS.sub("", found[1]) for found in _BRACKETS.finditer(stem))
    starred = _STARRED.search(stem)
    if starred is not None:
        yield Marking(starred["word"], secret=True)


def _marks(words: Iterable[str]) -> Iterator[Marking]:
    for word in words:
        if (secret := _SECRET_MARK.fullmatch(word)) is not None:
            yield Marking(secret["word"], secret=True)
        elif (internal := _INTERNAL_MARK.fullmatch(word)) is not None:
            yield Marking(internal["word"], secret=False)
