"""What plancheck says of a world, held against the judge: disagreements by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from benchmarks.agreement.calculator import is_true, lines_of
from benchmarks.agreement.judge import Given, Undecided, everything, holds, surely_holds
from benchmarks.agreement.world import UNITS, Stated, World, write
from checker.finding import Finding
from checker.source import Span

CODES = ("PC101", "PC307", "PC308", "PC401", "PC402", "PC403", "PC405", "PC502", "PC505")
_NOTHING = Given(frozenset(), frozenset(), frozenset())


class Disagreement(NamedTuple):
    """What kind, and of which finding's words."""

    kind: str
    words: str = ""


class _Told(NamedTuple):
    """The statements and definitions that a finding rests on; those of other years beside."""

    statements: list[Stated]
    given: Given
    beside: list[Stated]


def compare(world: World, folder: Path) -> list[Disagreement]:
    """Write the world to the folder, check it, and hold what is said against the judge."""
    import checker

    for name, text in write(world).items():
        (folder / name).write_text(text, encoding="utf-8")
    report = checker.check(folder / "示例区.plan", select=CODES)
    found = [one for one in report.findings if one.code in CODES]
    return list(_disagreements(world, found))


def _disagreements(world: World, found: list[Finding]) -> Iterator[Disagreement]:
    for one in found:
        if one.code in ("PC101", "PC403"):
            yield Disagreement("not understood", f"{one.code} {one.message.text()} {one.span.text}")
            return
    hard = [one for one in found if one.code not in ("PC405", "PC502")]
    undecided = [one for one in found if one.code == "PC405"]
    given = everything(world)
    told = [(one, _told(world, one)) for one in hard]
    carried = [_told(world, one) for one in found if one.code == "PC502"]
    blamed = {id(s) for _, each in told for s in (*each.statements, *each.beside)}
    blamed |= {id(s) for each in carried for s in each.statements}
    rest = [one for one in world.statements if id(one) not in blamed]
    if not holds(world, rest, given):
        checked = [one for one in rest if one.plan == 0 and (one.owner is None or one.owner.plan == 0)]
        if not undecided and not _only_above(world, rest, given, checked):
            yield Disagreement("missed")
    elif undecided and holds(world, world.statements, given):
        yield Disagreement("undecided", undecided[0].message.text())
    for finding, each in told:
        yield from _one(world, finding, each)


def _only_above(world: World, rest: list[Stated], given: Given, checked: list[Stated]) -> bool:
    """Whether what contradicts itself stands in the plans above alone."""
    own = {id(one) for one in checked}
    return not holds(world, [one for one in rest if id(one) not in own], given) and holds(world, checked, given)


def _told(world: World, finding: Finding) -> _Told:
    spans = [(finding.span, finding.message.text())] + [(one.span, one.message.text()) for one in finding.related]
    statements: list[Stated] = []
    beside: list[Stated] = []
    sums, times, natural = set[int](), set[int](), set[int]()
    count = re.search(r"[与照]另外([0-9]+)处", finding.message.text())
    many = int(count[1]) + 1 if count else len(spans)
    for number, (span, words) in enumerate(spans):
        for one in _at(world, finding, span, whole=number == 0):
            target = statements if number < many else beside
            if one not in target:
                target.append(one)
        for indicator in world.indicators:
            if number and indicator.name in words and "按定义" in words:
                # Two definitions of one indicator stand at one place, and only the first is shown.
                both = len(spans) < many
                sums |= {id(indicator)} if both or "各年之和" in words else set()
                times |= {id(indicator)} if both or "年均值" in words else set()
            if f"{indicator.name}在0到100%" in words or f"{indicator.name}不小于0" in words:
                natural.add(id(indicator))
            if number == 0 and span.text == indicator.name:
                natural.add(id(indicator))
    return _Told(statements, Given(frozenset(sums), frozenset(times), frozenset(natural)), beside)


def _at(world: World, finding: Finding, span: Span, *, whole: bool) -> Iterator[Stated]:
    """What stands at a place: of a breakdown the part that is there; `whole` with all its parts, where they miss it."""
    for one in world.statements:
        if one.path == Path(span.source.path).name and one.start <= span.start and span.end <= one.end:
            if finding.code == "PC505" and whole and one.parts:
                yield from (one, *one.parts)
            elif not any(part.start <= span.start and span.end <= part.end for part in one.parts):
                yield one


def _one(world: World, finding: Finding, told: _Told) -> Iterator[Disagreement]:
    words = f"{finding.code} {finding.message.text()} | {finding.help.text() if finding.help else ''}"
    alone = finding.code == "PC307" and not finding.related
    if not alone and not _says_more(finding, told):
        try:
            if surely_holds(world, told.statements, told.given):
                # Where something stands beside those counted, nothing tells that a second definition is not shown.
                both = told.given.sums | told.given.times
                if surely_holds(world, told.statements, Given(both, both, told.given.natural)):
                    yield Disagreement("false", words)
                return
        except Undecided:
            return
        for one in told.statements:
            if not holds(world, [other for other in told.statements if other is not one], told.given):
                yield Disagreement("not irreducible", words)
                break
    names = [one.name for one in world.indicators] + ["示例区", "示例市", "示例省"]
    for line in lines_of(finding.message.text().rpartition("合起来")[2]) if finding.code != "PC401" else ():
        if is_true(line, names) is False:
            yield Disagreement("arithmetic", f"{line} | {words}")
            break
    yield from _advice(world, finding, told, words)


def _says_more(finding: Finding, told: _Told) -> bool:
    """Whether a rule takes more for granted than the judge does.

    A part without a number counts by what its own plan writes; an indicator without prices is in those of its target.
    """
    if finding.code != "PC505":
        return False
    is_below = any(one.kind == "part_of" and one.silent for one in told.statements)
    targets = [one for one in told.statements if one.kind == "figure" and one.owner is not None]
    return is_below or any(one.price and one.owner is not None and not one.owner.price for one in targets)


# ---- advice


def _advice(world: World, finding: Finding, told: _Told, words: str) -> Iterator[Disagreement]:
    text = finding.help.text() if finding.help else ""
    for name, when, old_words, value in _changes(finding, text):
        meant = _meant(told.statements, old_words)
        changed = _changed(meant, name, when, value)
        if changed is None:
            yield Disagreement("advice not understood", words)
            continue
        old, new = changed
        if not holds(world, [new if one is old else one for one in told.statements], told.given):
            yield Disagreement("advice does not resolve", words)
        if _turns(old, new):
            yield Disagreement("advice nobody could take", words)


def _changes(finding: Finding, text: str) -> list[tuple[str, str, str, str]]:
    """Of what is advised the indicator, what of it, the number that is to change where that is told, the new one."""
    pattern = r"「([^」]+)」([0-9]{4}年|年均值|年均|累计)(?:的([^，]+?(?:（[^）]*）)*))?改为([^，（]+)"
    found: list[tuple[str, str, str, str]] = re.findall(pattern, text)
    # A rule that is about one indicator does not name it again.
    named = re.match("「([^」]+)」", finding.message.text())
    for rate, when, value in re.findall(r"需年均([^；，]+)|([0-9]{4}年)目标(?:改为|应为)([^；，]+)", text):
        if named is not None:
            found.append((named[1], when or "年均", "", value or rate))
    return found


def _meant(statements: list[Stated], words: str) -> list[Stated]:
    """The statements that have the number in `words`, of which there may be none; of ≥0 and ≤0 the one of its sign."""
    alike = [one for one in statements if _number_in(words) in _number_in(one.text)]
    sign = words[:1] if words[:1] in "≥≤><" else ""
    return [one for one in alike if sign in one.text] or alike


def _number_in(words: str) -> str:
    """The first number of what follows the colon: of 2025年：目标 11.38亿元 the 11.38."""
    found = re.search(r"-?[0-9]+(?:\.[0-9]+)?", words.rpartition("：")[2])
    return found[0] if found else ""


def _changed(statements: list[Stated], name: str, when: str, value: str) -> tuple[Stated, Stated] | None:
    kinds = {"年均": ("growth", "points"), "年均值": ("average",), "累计": ("total",)}.get(when, ("figure",))
    for one in statements:
        owner = one.owner
        part = one.kind == "part_of" and owner is not None and name == f"{owner.name}（{one.place}）"
        if owner is None or not (part or (owner.name == name and one.kind in kinds)):
            continue
        if one.kind in ("figure", "part_of") and f"{one.year}年" != when:
            continue
        match = re.fullmatch(r"(≥|≤|>|<)?(-?[0-9]+(?:\.([0-9]+))?)(?:×10\^(-?[0-9]+))?(.*)", value)
        if match is None or match[5] not in UNITS:
            return None
        factor = Fraction(UNITS[match[5]]) * (Fraction(10) ** int(match[4]) if match[4] else 1)
        number, half = Fraction(match[2]), Fraction(1, 2 * 10 ** len(match[3] or ""))
        new = Stated(one.kind, one.text, owner, one.tense, one.year, one.price)
        new.place, new.below = one.place, one.below
        if match[1]:
            low, high = (number, None) if match[1] in "≥>" else (None, number)
        else:
            low, high = number - half, number + half
        new.low, new.high = (None if end is None else end * factor for end in (low, high))
        new.low_open, new.high_open = match[1] == ">", match[1] == "<"
        if not match[1]:
            new.low_open, new.high_open = number <= 0, number >= 0
        return one, new
    return None


def _turns(old: Stated, new: Stated) -> bool:
    """Whether an amount changes its sign, or a number becomes one that cannot be."""
    if old.kind in ("growth", "points"):
        return new.low is not None and new.low <= -1
    was = [end for end in (old.low, old.high) if end is not None]
    now = [end for end in (new.low, new.high) if end is not None]
    return all(end >= 0 for end in was) and any(end < 0 for end in now)
