"""Words by their pairs of neighbouring characters, which need no dictionary: what two passages have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import fsum

_HAN = re.compile(r"[\u4e00-\u9fff]+")
#: Words of every outline, that tell nothing of what is meant.
_COMMON = re.compile(
    "高质量|高水平|发展|建设|推进|加快|提升|实现|持续|更加|进一步|明显|显著|全面|深入|取得|现代化|体系|全市|全县|全区"
)


def pairs_of(words: str) -> set[str]:
    """The pairs of `words`, without those that every outline says."""
    return {run[at : at + 2] for run in _runs(words) for at in range(len(run) - 1)}


def shared_words(words: str, weights: Mapping[str, float]) -> list[str]:
    """The stretches of `words` all of whose pairs have a weight, those of most weight first."""
    found: dict[str, float] = {}
    for run in _runs(words):
        start = -1
        for at in range(len(run)):
            if run[at : at + 2] in weights and at + 1 < len(run):
                start = at if start < 0 else start
            elif start >= 0:
                said = run[start : at + 1]
                found[said] = fsum(weights[said[one : one + 2]] for one in range(len(said) - 1))
                start = -1
    return sorted(found, key=lambda said: (-found[said], said))


def _runs(words: str) -> list[str]:
    return _HAN.findall(_COMMON.sub("，", words))
