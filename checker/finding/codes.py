"""Codes of rules as a reader lists them."""

from __future__ import annotations

from collections.abc import Iterable


def code_ranges(codes: Iterable[str]) -> str:
    """Rule codes in order, three and more neighbours as a range: PC501—PC509、PC701."""
    runs: list[list[str]] = []
    for code in sorted(set(codes)):
        if runs and code[:2] == runs[-1][-1][:2] and _number(code) == _number(runs[-1][-1]) + 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    return "、".join(f"{run[0]}—{run[-1]}" if len(run) > 2 else "、".join(run) for run in runs)


def _number(code: str) -> int:
    digits = code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdecimal() else -2
