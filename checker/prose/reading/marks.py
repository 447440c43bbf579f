"""The numbers in front of lines: 第三章, 二、, （一）, 1., ①, 专栏4, 附件3 → what kind of number, and how much."""

from __future__ import annotations

import re

from msgspec import Struct

from checker.quantity import parse_numeral

_CHINESE = "[〇零一二三四五六七八九十百]{1,5}"
_ANY = rf"(?:{_CHINESE}|[0-9]{{1,3}})"
#: What stands behind a number that is cited, not borne: 第三章至第五章, 专栏1、2.
_NOT_CITED = r"(?!\s?[至到、和及—–~～-])"
#: A sentence that begins so speaks of the chapter: 第三章明确了….
_OF_IT = re.compile(r"(?:主要)?(?:明确|提出|阐述|阐明|围绕|包括|为|是|的|规定|列出|列明|给出|显示)")
_LONGEST_TITLE = 60
_FRONT = re.compile(
    rf"\s*(?=[第专附表图〇零一二三四五六七八九十百0-9（(①-⑳Ⅰ-ⅫIVX])(?:第\s?(?P<nth>{_ANY})\s?(?P<unit>编|篇|部分|章|节|条){_NOT_CITED}"
    rf"|(?P<thing>专栏|附件|附表|附图|表|图)\s?(?P<of>{_ANY})(?![0-9年月日个项是有%.张幅格{{}}-]|[\u4e00-\u9fff]{{0,3}}[所如]示|\s?[至到、和及—–~～]){_NOT_CITED}"
    rf"|(?P<comma>{_CHINESE})、(?![一二三四五六七八九十]{{1,3}}[、级产线次是])"
    rf"|[（(](?P<round>{_CHINESE})[）)]"
    r"|(?P<decimals>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})(?![0-9.%万亿个元米]|\s?(?:%|万|亿|倍|公里|平方))(?=[\u4e00-\u9fff\s“《])"
    r"|(?P<digit>[0-9]{1,3})(?:\.(?![0-9](?![0-9]?[A-Za-z]))|、(?![0-9]))"
    r"|[（(](?P<digit_round>[0-9]{1,3})[）)]"
    r"|(?P<digit_close>[0-9]{1,2})[）)]"
    r"|(?P<circled>[①-⑳])"
    r"|(?P<roman>[Ⅰ-Ⅻ]|[IVX]{1,5}(?=[.、]))[.、]?)"
)
_GROUPS = {
    "comma": "一、",
    "round": "（一）",
    "digit": "1.",
    "digit_round": "（1）",
    "digit_close": "1）",
    "circled": "①",
    "roman": "Ⅰ",
}
_ROMAN = {"I": 1, "V": 5, "X": 10}


class Mark(Struct, frozen=True):
    """The number in front of a line: its form, its value, and where it begins and ends in the line.

    `form` is 章, 节, 专栏… or how the number is written: 一、 （一） 1. （1） 1） ① Ⅰ; 1.1 has the form "1.1", and one
    that counts under 2.3 the `stem` 2.3.
    """

    form: str
    number: int
    start: int
    end: int
    stem: str = ""


def mark_of(text: str) -> Mark | None:
    """The number that `text` begins with, None where it begins with none."""
    found = _FRONT.match(text)
    if found is None:
        return None
    start = len(text) - len(text.lstrip())
    if (found["nth"] or found["thing"]) and _OF_IT.match(text, found.end()) and _is_sentence(text):
        return None
    if found["nth"]:
        return _made(found["unit"], found["nth"], start, found.end())
    if found["thing"]:
        return _made(found["thing"], found["of"], start, found.end())
    if found["decimals"]:
        stem, _, last = found["decimals"].rpartition(".")
        return Mark("1.1" + ".1" * stem.count("."), int(last), start, found.end(), stem)
    group = found.lastgroup or ""
    return _made(_GROUPS[group], found[group], start, found.end())


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST_TITLE or text.endswith(("。", "；", "，", "："))


def _made(form: str, words: str, start: int, end: int) -> Mark | None:
    number = value_of(words)
    return Mark(form, number, start, end) if number else None


def value_of(words: str) -> int:
    """The whole number that these digits write, Chinese, Roman, in a circle or plain; 0 for none."""
    sign = words[:1]
    if "①" <= sign <= "⑳":
        return ord(sign) - ord("①") + 1
    if "Ⅰ" <= sign <= "Ⅻ":
        return ord(sign) - ord("Ⅰ") + 1
    if sign in _ROMAN:
        values = [_ROMAN[one] for one in words]
        return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    value = parse_numeral(words)
    return int(value) if value is not None and value.denominator == 1 else 0
