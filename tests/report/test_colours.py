"""The colours of the picture of a plan: told apart by everybody, and not taken for signs of what is right or wrong."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from checker.report import frame

#: How others see, on linear RGB: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
#: Color Vision Deficiency" (2009), severity 1.0.
_SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_KINDS = ("goal", "measure", "indicator")
#: CIE 1976; what lies 2.3 apart is just told apart side by side.
_APART, _FROM_SIGNS = 20, 12
_SHEET = (frame.ASSETS / "plancheck.css").read_text(encoding="utf-8")
_BLOCKS = [block for block in re.findall(r"\.pc[^{}]*\{([^{}]*)\}", _SHEET) if "--goal:" in block]
_NAMES = ["light", "dark", "dark inside a site", "print"]


def _linear(colour: str) -> list[float]:
    digits = colour if len(colour) == 6 else "".join(one * 2 for one in colour)
    parts = [value / 255 for value in bytes.fromhex(digits)]
    return [part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in parts]


def _lab(linear: list[float]) -> tuple[float, float, float]:
    """CIE L*a*b* of linear sRGB under D65 (IEC 61966-2-1, CIE 15)."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in rows]
    shares = [value / white for value, white in zip(xyz, (0.95047, 1, 1.08883), strict=True)]
    x, y, z = (float(one ** (1 / 3)) if one > 0.008856 else 7.787 * one + 16 / 116 for one in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _distance(one: str, other: str, sight: str) -> float:
    seen = [
        _lab([min(1, max(0, sum(a * b for a, b in zip(row, _linear(colour), strict=True)))) for row in _SIGHTS[sight]])
        for colour in (one, other)
    ]
    return float(sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5)


@pytest.mark.parametrize("sight", _SIGHTS)
@pytest.mark.parametrize("block", _BLOCKS, ids=_NAMES)
def test_kinds_are_told_apart(block: str, sight: str) -> None:
    colours = dict(re.findall(r"--([a-z-]+): #([0-9a-f]{3,6})\b", block))
    for one, other in combinations(_KINDS, 2):
        assert _distance(colours[one], colours[other], sight) >= _APART, (one, other)
    for kind in _KINDS:
        for sign in ("error", "warning", "good"):
            assert _distance(colours[kind], colours[sign], sight) >= _FROM_SIGNS, (kind, sign)


def test_each_colour_has_its_key() -> None:
    template = (frame.ASSETS.parent / "templates" / "graph.html").read_text(encoding="utf-8")
    for word in (*_KINDS, "tie", "inferred", "against"):
        assert f"pc-key-{word}" in template
        assert f".pc-key-{word} {{" in _SHEET


def test_dark_inside_a_site_is_the_same_dark() -> None:
    _, dark, inside, _ = ("".join(block.split()) for block in _BLOCKS)
    assert dark == inside
