"""Fingerprints of whole runs: they outlive edits that change no meaning, and go with what they are about."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker.finding import Finding
from checker.model import parse_plan
from checker.source import SourceText
from checker.write import format_text

#: Whole plans are checked again and again.
pytestmark = pytest.mark.slow

FOLDER = Path(__file__).resolve().parents[2] / "plans" / "yunchuan-faulty"
[PLAN] = FOLDER.glob("*.plan")
TEXT = PLAN.read_text(encoding="utf-8")
NOTES = "纲要.txt"


def found(text: str, *, name: str = PLAN.name, lead: str = "") -> list[Finding]:
    """What is found when the plan is `text` in a file called `name`, and its text begins with `lead`."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "工作区"
        shutil.copytree(FOLDER, folder)
        (folder / PLAN.name).unlink()
        (folder / name).write_text(text, encoding="utf-8")
        settings_ = folder / "plancheck.toml"
        settings_.write_text(settings_.read_text(encoding="utf-8").replace(PLAN.name, name), encoding="utf-8")
        notes = folder / NOTES
        notes.write_text(lead + notes.read_text(encoding="utf-8"), encoding="utf-8")
        return list(checker.check(folder).findings)


@cache
def before() -> tuple[Finding, ...]:
    return tuple(found(TEXT))


def changed(findings: list[Finding]) -> list[str]:
    """The findings whose fingerprints came or went, in words."""
    old, new = (Counter(one.fingerprint for one in many) for many in (before(), findings))
    said = {one.fingerprint: f"{one.code} {one.message.text()}" for one in (*before(), *findings)}
    return [said[one] for one in ((old - new) + (new - old)).elements()]


def reordered(text: str, seed: int) -> str:
    """The declarations behind the plan's own head in another order, with other lines and comments between them."""
    random = Random(seed)
    [head, *rest] = [text[one.start : one.end] for one in parse_plan(SourceText("", text)).declarations]
    random.shuffle(rest)
    between = ("\n", "\n\n\n", "\n# 新的一行\n", "\n// 「注」 {\n")
    return head + "".join(random.choice(between) + one for one in rest) + "\n"


def test_there_is_much_to_tell_apart() -> None:
    assert len({one.code for one in before()}) > 40


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000), lines=st.integers(0, 3), tidy=st.booleans(), renamed=st.booleans())
def test_edits_that_change_no_meaning_change_no_fingerprint(seed: int, lines: int, tidy: bool, renamed: bool) -> None:
    text = reordered(TEXT, seed)
    name = "换了 名字.plan" if renamed else PLAN.name
    findings = found(format_text(text) if tidy else text, name=name, lead="\n" * lines)
    assert changed(findings) == []


def edited(finding: Finding) -> str:
    """The plan with another number or another name where the finding stands."""
    start, end = finding.span.start, finding.span.end
    there = finding.span.text
    number = re.search(r"\d(?!.*\d)", there, re.DOTALL)
    if number is not None:
        other = str((int(number[0]) + 1) % 10)
        there = there[: number.start()] + other + there[number.end() :]
    else:
        there = f"{there[0]}改{there[1:]}" if there[0] in "「“" else f"改{there}"
    return TEXT[:start] + there + TEXT[end:]


@cache
def spots() -> list[Finding]:
    """Findings in the plan. Its own name is also what other plans call it, so that is left alone."""
    return [one for one in before() if one.span.source.path.endswith(PLAN.name) and one.subject.kind != "plan"]


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_fingerprint_goes_with_what_it_is_about(data: st.DataObject) -> None:
    finding = data.draw(st.sampled_from(spots()))
    after = Counter(one.fingerprint for one in found(edited(finding)))
    assert after[finding.fingerprint] < Counter(one.fingerprint for one in before())[finding.fingerprint]
