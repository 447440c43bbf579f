"""Words of strangers as a plan file writes them: names, sentences, figures; whatever they are, it can be read."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from checker.model.build import build_plan
from checker.model.language import parse_plan
from checker.quantity import Quantity, parse_unit
from checker.source import SourceText, fold

_NAME = re.compile(r"[^\W_]\w*")
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+")
_NUMBER = r"[-−]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_UNIT = r"(?:[%‰]|(?:(?!左右|上下|以上|以下|以内|之内|[余多])[^\W\d_])+(?:/[^\W\d_]+|/[0-9]+[^\W\d_]+)?)"
_AMOUNT = re.compile(
    rf"(?P<sign>>=|<=|[≥≤><]|大于等于|小于等于|不低于|不少于|不高于|不超过|超过|突破|大于|高于|低于|小于|控制在|达到?)?"
    rf"(?P<about>[约近])?(?P<number>{_NUMBER})(?P<unit>{_UNIT})?(?P<more>[余多])?"
    rf"(?:[-—–~～至](?P<upper>{_NUMBER})(?P<upper_unit>{_UNIT})?)?(?P<nearly>左右|上下|以上|以下|以内|之内)?"
)
_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_BARE = re.compile(r"([^0-9]*[0-9.,]+)(左右|上下|以上|以下|以内|之内)?")
_SIGNS = {">=": "≥", "<=": "≤", "大于等于": "≥", "小于等于": "≤", "达到": "", "达": ""}


def written_name(name: str) -> str:
    """A name bare, or in 「 」 where it holds punctuation or could be taken for something else."""
    plain = _BREAKS.sub(" ", name).strip()
    if _NAME.fullmatch(plain) and _reads(f"指标 {plain} {{}}"):
        return plain
    inner = plain.replace("「", "『").replace("」", "』")
    return f"「{inner or '…'}」"


def written_sentence(text: str) -> str:
    """A sentence in “ ” on one line; quotation marks in it that do not pair become 「 」."""
    plain = _BREAKS.sub(" ", text).strip()
    quoted = f"“{plain}”"
    if re.fullmatch(r"“(?:[^“”]|“[^“”]*”)*”", quoted):
        return quoted
    return f"“{plain.replace('“', '「').replace('”', '」')}”"


def written_comment(text: str) -> str:
    """Words behind # on one line."""
    return f"# {_BREAKS.sub(' ', text).strip()}"


def written_figure(text: str, unit: str = "") -> str | None:
    """A figure as printed in a cell as a plan file writes it; None if it is none.

    A unit that the indicator has anyway is left out: 36% of an indicator in % is 36.
    """
    found = _AMOUNT.fullmatch(_BREAKS.sub("", fold(text)).replace("％", "%"))
    if found is None:
        return None
    own, upper = found["unit"] or "", found["upper_unit"] or ""
    if not found["upper"] and own == fold(unit):
        own = ""
    sign = _SIGNS.get(found["sign"] or "", found["sign"] or "")
    between = f"—{found['upper']}{upper}" if found["upper"] else ""
    written = f"{sign}{found['about'] or ''}{found['number']}{own}{found['more'] or ''}{between}{found['nearly'] or ''}"
    field = f"单位：{unit}    " if unit else ""
    return written if _reads(f"指标 甲 {{ {field}2025年：目标 {written} }}") else None


def figure_key(text: str, unit: str = "") -> str:
    """What two ways of writing one figure have in common: 1,200亿元 of an indicator in 亿元, and 1200."""
    return (written_figure(text, unit) or "".join(fold(text).split())).replace(",", "")


def figure_as_printed(quantity: Quantity, printed: str, unit: str = "") -> str | None:
    """A figure that was read in a text as a plan file writes it, with the decimals that it is `printed` with there.

    None if it cannot be written so. A unit that the indicator has anyway is left out.
    """
    described = quantity.describe()
    there, here = _DIGITS.search(described), _DIGITS.search(printed)
    if there and here and _value(there[0]) == _value(here[0]):
        described = described[: there.start()] + here[0] + described[there.end() :]
    return written_figure(described, unit)


def with_own_unit(amount: str, unit: str) -> str:
    """The amount with a unit behind its number, as that of an indicator whose figures each name theirs."""
    bare = _BARE.fullmatch(amount)
    return f"{bare[1]}{unit}{bare[2] or ''}" if bare is not None else amount


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def is_unit(text: str) -> bool:
    """Whether a plan file can have it as 单位."""
    return bool(text) and parse_unit(text) is not None and _reads(f"指标 甲 {{ 单位：{text} }}")


@cache
def _reads(declaration: str) -> bool:
    """Whether a declaration is read without a word of complaint."""
    return not build_plan(parse_plan(SourceText("", f"规划 甲 {{}}\n{declaration}\n"))).problems
