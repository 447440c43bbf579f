"""Browsers of some years ago: scripts in the language of 2018, styles and calls that Chrome 80 knows.

What is listed came after Chrome 80 (February 2020), by the tables of caniuse.com and MDN.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import esprima  # type: ignore[import-untyped]  # it has no types
import pytest
import tinycss2  # type: ignore[import-untyped]  # it has no types

from checker.report import frame

STYLES = sorted((*frame.ASSETS.rglob("*.css"), *frame.THEME.rglob("*.css")))
SCRIPTS = sorted((*frame.ASSETS.rglob("*.js"), *frame.THEME.rglob("*.js")))

#: Properties, and values and selectors as words.
NEWER_PROPERTIES = {
    "accent-color", "animation-timeline", "aspect-ratio", "color-scheme", "column-gap", "contain-intrinsic-size",
    "container", "container-type", "content-visibility", "forced-color-adjust", "gap", "inset", "inset-block",
    "inset-inline", "overflow-clip-margin", "overscroll-behavior-block", "print-color-adjust", "rotate", "row-gap",
    "scale", "scrollbar-color", "scrollbar-gutter", "scrollbar-width", "text-underline-position-from-font",
    "text-wrap", "translate", "view-transition-name", "margin-inline", "margin-block", "padding-inline",
    "padding-block", "text-decoration-thickness", "white-space-collapse", "field-sizing",
}  # fmt: skip
NEWER_SELECTORS = re.compile(r":(?:has|is|where|focus-visible|not\([^)]*,)|&|::file-selector-button")
NEWER_RULES = {"container", "layer", "property", "scope", "starting-style", "view-transition"}
NEWER_VALUES = {"clamp", "color-mix", "oklch", "oklab", "lab", "lch", "hwb", "light-dark", "env"}
NEWER_UNITS = {"dvh", "svh", "lvh", "cqw", "cqh", "lh", "rlh"}
NEWER_CALLS = re.compile(
    r"\.(?:replaceChildren|at|replaceAll|flatMap|fromEntries|matchAll|allSettled|any|structuredClone|findLast|hasOwn"
    r"|showModal|showPopover|toSorted|toReversed|groupBy|randomUUID|checkVisibility)\("
)


def _declarations(rules: list[object]) -> Iterator[tuple[str, list[object]]]:
    """Each property with its value, those in @media and @page too."""
    for rule in rules:
        kind = getattr(rule, "type", "")
        if kind == "at-rule":
            name = rule.at_keyword  # type: ignore[attr-defined]
            assert name not in NEWER_RULES, name
            if rule.content is not None and name != "page":  # type: ignore[attr-defined]
                inner = tinycss2.parse_rule_list(rule.content, True, True)  # type: ignore[attr-defined]
                yield from _declarations(inner)
        elif kind == "qualified-rule":
            selector = tinycss2.serialize(rule.prelude)  # type: ignore[attr-defined]
            assert not NEWER_SELECTORS.search(selector), selector
            for one in tinycss2.parse_blocks_contents(rule.content, True, True):  # type: ignore[attr-defined]
                assert one.type == "declaration", one
                yield one.name, one.value
        else:
            pytest.fail(f"{kind} {rule}")


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_are_of_their_time(path: Path) -> None:
    rules = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), True, True)
    found = list(_declarations(rules))
    assert len(found) > 100
    for name, value in found:
        assert name not in NEWER_PROPERTIES, name
        for token in value:
            assert getattr(token, "lower_name", "") not in NEWER_VALUES, (name, token)
            assert getattr(token, "lower_unit", "") not in NEWER_UNITS, (name, token)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_of_their_time(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    esprima.parseScript(text)  # knows the language of 2017 and fails for what is newer
    assert not NEWER_CALLS.search(text)
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest"):
        assert word not in text, word
