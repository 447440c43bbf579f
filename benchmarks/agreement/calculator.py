"""The arithmetic that a finding prints, worked out again from its words alone."""

from __future__ import annotations

import re
from fractions import Fraction

from benchmarks.agreement.world import UNITS

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_SIGNS = ("≥", "≤", "=", "<", ">", "←")
#: As far as rounded numbers may be off: half a unit of the last of four digits, on both sides.
_OFF = Fraction(15, 10000)


def lines_of(message: str) -> list[str]:
    """The steps that a message or a part of it prints, a chain of comparisons as its links."""
    tail = message.rpartition("：")[2]
    found: list[str] = []
    for one in re.split("；|，", tail):
        links = re.split(f" ({'|'.join(_SIGNS[:5])}) ", one)
        found += [" ".join(links[at : at + 3]) for at in range(0, len(links) - 2, 2)]
    return found


def is_true(line: str, names: list[str]) -> bool | None:
    """Whether a printed step holds; None where a name stands for what is unknown."""
    # What is written 累计(甲)5亿元 is the number of 甲.
    text = re.sub(r"(?:累计|合计)（([^（）、]+)）|(?:累计|合计)\(([^(),]+)\)(?=[-0-9])", r"\1\2", line)
    for name in sorted(names, key=len, reverse=True):
        if re.search(rf"{re.escape(name)}(?! ?-?[0-9])", text):
            return None
        text = text.replace(name, "")
    # Of parts that are at least or at most so much: ≥3家 + ≤5家 = ≤8家.
    text = re.sub(r"(^|[+=] )[≥≤](?=[0-9])", r"\1", text)
    text = (
        text.replace("合计", "")
        .replace("累计", "")
        .replace("年均值", "")
        .replace("其余各年至少", "")
        .replace("容差", "")
        .replace("、", " + ")
        .replace(", ", " + ")
        .replace("，", " + ")
    )
    # Which year the numbers are of where a relation is shown in several.
    text = re.sub(r"（[0-9]{4}年）$", "", text)
    room = re.search(rf"（({_NUMBER})({_UNIT})）$", text)
    allowed = Fraction(room[1]) * UNITS[room[2]] if room else Fraction(0)
    text = text[: room.start()] if room else text
    match = re.fullmatch(r"(.*?) ?(≥|≤|=|<|>|←) ?(.*)", text.strip())
    if match is None:
        return None
    try:
        left, right = (_value(side) for side in (match[1], match[3]))
    except (SyntaxError, ValueError, ZeroDivisionError, TypeError):
        return False
    if left is None or right is None:
        return None
    sizes = [abs(left), abs(right)]
    if not min(sizes):
        told = re.findall(rf"({_NUMBER})({_UNIT})", text)
        # A share that a number is multiplied with says nothing of how large the sides are.
        plain = [(one, unit) for one, unit in told if unit != "%"] or told
        sizes = [abs(Fraction(one) * UNITS[unit]) for one, unit in plain]
    near = abs(left - right) <= allowed + _OFF * min((one for one in sizes if one), default=Fraction(0))
    holds = {"=": near, "≥": near or left >= right, "≤": near or left <= right, "<": left < right, ">": left > right}
    return holds.get(match[2], True)


def _value(side: str) -> Fraction | None:
    text = side.strip()
    if "—" in text or not re.search("[0-9]", text):
        return None

    def number(found: re.Match[str]) -> str:
        power = found[2]
        factor = UNITS.get(found[3] or "", 1)
        value = Fraction(found[1]) * (Fraction(10) ** int(power) if power else 1) * Fraction(factor)
        return f"F({value.numerator},{value.denominator})"

    pattern = rf"([0-9]+(?:\.[0-9]+)?)(?:×10\^(-?[0-9]+))?({_UNIT})?"
    power = re.sub(r"\)\^([0-9]+)", r")**\1", text)
    parts = re.split(r"(\*\*[0-9]+)", power)
    made = "".join(one if one.startswith("**") else re.sub(pattern, number, one) for one in parts)
    made = made.replace("×", "*").replace("÷", "/").replace("约", "")
    if re.search(r"[^F()0-9,*/+\-. ]", made):
        raise ValueError(made)
    # Nothing but digits, signs and F is left.
    return Fraction(eval(made, {"F": Fraction, "__builtins__": {}}))
