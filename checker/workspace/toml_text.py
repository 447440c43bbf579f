"""TOML as drafters write it: bare Chinese keys are read, and what cannot be read is told in their words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from checker.messages import Message
from checker.messages.source import SOURCE_WITH_PATH
from checker.messages.workspace import CONFIG_AT_LINE, CONFIG_FULL_WIDTH, CONFIG_NOT_TOML, CONFIG_TOML_TWICE
from checker.source import SourceText, fold
from checker.workspace.config import ConfigError

_QUOTED = r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\''
_LONG_QUOTED = r'"""(?s:.*?)"""|\'\'\'(?s:.*?)\'\'\''
_COMMENT = r"#[^\n]*"
_OPAQUE_OR_WORD = re.compile(rf"{_LONG_QUOTED}|{_QUOTED}|{_COMMENT}|(?P<word>[\w-]+)")

_PART = rf"{_QUOTED}|[\w-]+"
_DOTTED = rf"(?:{_PART})(?:[ \t]*\.[ \t]*(?:{_PART}))*"
_HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*({_DOTTED})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_PARTS = re.compile(_PART)

_LINE = re.compile(r"\(at line (\d+),")
_END = "(at end of document)"
_TWICE = ("Cannot overwrite", "Cannot declare", "Duplicate")
_PLAIN_SIGNS = {"“": '"', "”": '"', "‘": "'", "’": "'", "【": "[", "】": "]", "、": ",", "。": "."}


def parse_toml(source: SourceText) -> dict[str, Any]:
    """The tables of `source`, decimals kept exact. Raises ConfigError for text that is not TOML."""
    try:
        return tomllib.loads(_quote_chinese_keys(source.text), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_syntax_message(source, str(error))) from None
    # Brackets nested too deep, or a number of thousands of digits.
    except (RecursionError, ValueError, ArithmeticError):
        raise ConfigError(SOURCE_WITH_PATH(path=source.path, reason=CONFIG_NOT_TOML())) from None


def _quote_chinese_keys(text: str) -> str:
    """`text` with quotes around bare words that TOML would refuse; outside strings only keys can be such words."""

    def quoted(match: re.Match[str]) -> str:
        word = match["word"]
        return match[0] if word is None or word.isascii() else f'"{word}"'

    return text if text.isascii() else _OPAQUE_OR_WORD.sub(quoted, text)


def _syntax_message(source: SourceText, error: str) -> Message:
    match = _LINE.search(error)
    if match is None and _END not in error:
        return SOURCE_WITH_PATH(path=source.path, reason=CONFIG_NOT_TOML())
    line = int(match[1]) if match else source.line_count
    if error.startswith(_TWICE):
        reason = CONFIG_TOML_TWICE()
    else:
        reason = _full_width_sign(source.line(line)) or CONFIG_NOT_TOML()
    return CONFIG_AT_LINE(path=source.path, line=line, reason=reason)


def _full_width_sign(line: str) -> Message | None:
    """What to write instead of the first full-width sign outside quotes, the commonest slip of all."""
    for match in re.finditer(rf"{_QUOTED}|{_COMMENT}|(?P<sign>[^\w\s])", line):
        sign = match["sign"]
        if sign is None or sign.isascii():
            continue
        plain = _PLAIN_SIGNS.get(sign, fold(sign))
        if plain != sign:
            return CONFIG_FULL_WIDTH(sign=sign, plain=plain)
    return None


def key_line(source: SourceText, path: Sequence[str]) -> int | None:
    """The line on which the key at `path` stands, or else the nearest key or table around it; None if neither."""
    return find_key(source, path, {})[0]


def find_key(source: SourceText, path: Sequence[str], words: Mapping[str, str]) -> tuple[int | None, tuple[str, ...]]:
    """The same line, and as much of `path` as stands there, as it is written; `words` of two languages are alike."""
    wanted = _translated(path, words)
    found: int | None = None
    written: tuple[str, ...] = ()
    table: tuple[str, ...] = ()
    for number in range(1, source.line_count + 1):
        line = source.line(number)
        if header := _HEADER.match(line):
            table = whole = _split(header[1])
        elif key := _KEY.match(line):
            whole = (*table, *_split(key[1]))
        else:
            continue
        shared = whole[: len(wanted)]
        if len(shared) > len(written) and _translated(shared, words) == wanted[: len(shared)]:
            found, written = number, shared
    return found, written


def _translated(path: Sequence[str], words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(words.get(part, part) for part in path)


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PARTS.findall(dotted))
