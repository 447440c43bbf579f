"""Two sides compared: changes of the plans, and what they mean for the findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.checks.plan_texts import PlanText
from checker.engine import Options, Report, check
from checker.engine.gone import looks_at
from checker.finding import Finding, beyond
from checker.messages.run_error import RunError
from checker.model import Element, Plan
from checker.model.contents import Content, contents_of
from checker.revise.change import Change, Did
from checker.revise.pairs import pair_elements
from checker.revise.sides import Side
from checker.revise.texts import compare_texts
from checker.revise.weigh import Ties, weigh_field, weigh_removal
from checker.source import Span, name_key
from checker.workspace import ConfigError, Workspace, load_workspace


@dataclass(slots=True, eq=False, repr=False)
class Revision:
    """All between two sides: their labels, the changes, the findings that appeared and those that are gone.

    `unseen` are findings of the old side that the new one does not tell, though nobody can say that they are gone: what
    they were about was not looked at, or cannot be read. `before` and `after` are the checks of both sides.
    """

    old: str
    new: str
    changes: tuple[Change, ...]
    appeared: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    unseen: tuple[Finding, ...]
    before: Report
    after: Report

    @property
    def lang(self) -> str:
        """The language that the new side's configuration asks for."""
        return self.after.lang


def compare_sides(old: Side, new: Side, options: Options) -> Revision:
    """Compare two sides; both are judged by the same options. Raises RunError where a side cannot be checked."""
    before, after = _load(old), _load(new)
    ties = Ties(before), Ties(after)
    pairs = _plan_pairs(before.checked, after.checked)
    changes = [change for one, two in pairs for change in _changes(one, two, *ties)]
    found, found_now = _check(old, options), _check(new, options)
    changes += compare_texts(_texts(found), _texts(found_now))
    appeared, gone = _without_renamed(
        list(beyond(found_now.findings, found.findings)), list(beyond(found.findings, found_now.findings)), changes
    )
    known = {one.fingerprint for one in found.findings}
    looked_at = looks_at(found_now, known, found.notices)
    seen = [looked_at(one.code, one.subject.plan) for one in gone]
    return Revision(
        old.label,
        new.label,
        tuple(changes),
        tuple(appeared),
        tuple(one for one, is_seen in zip(gone, seen, strict=True) if is_seen),
        tuple(one for one, is_seen in zip(gone, seen, strict=True) if not is_seen),
        found,
        found_now,
    )


def _load(side: Side) -> Workspace:
    try:
        workspace = load_workspace([side.path], side.shown_from)
    except ConfigError as problem:
        raise RunError(problem.message) from problem
    if workspace.unreadable:
        raise RunError(workspace.unreadable[0])
    return workspace


def _check(side: Side, options: Options) -> Report:
    report = check([side.path], replace(options, shown_from=side.shown_from))
    if report.unreadable:
        raise RunError(report.unreadable[0])
    return report


def _texts(report: Report) -> list[PlanText]:
    return [text for one in report.checked for text in one.facts.texts]


def _without_renamed(
    appeared: list[Finding], gone: list[Finding], changes: list[Change]
) -> tuple[list[Finding], list[Finding]]:
    """A finding on something that was only renamed neither came nor went."""
    names = {(one.kind, one.old_name): one.name for one in changes if one.did is Did.RENAMED}
    left = list(appeared)
    really_gone: list[Finding] = []
    for finding in gone:
        subject = finding.subject
        name = names.get((subject.kind, subject.name))
        same = [
            one for one in left if (one.code, one.subject.kind, one.subject.name) == (finding.code, subject.kind, name)
        ]
        if name is not None and same:
            left = [one for one in left if one is not same[0]]
        else:
            really_gone.append(finding)
    return left, really_gone


def _plan_pairs(old: list[Plan], new: list[Plan]) -> Iterator[tuple[Plan | None, Plan | None]]:
    """Versions of one plan: of one name, or the only ones left."""
    by_name = {name_key(plan.name): plan for plan in old}
    pairs = [(by_name.pop(name_key(plan.name), None), plan) for plan in new]
    left = list(by_name.values())
    alone = [place for place, (known, _) in enumerate(pairs) if known is None]
    if len(left) == len(alone) == 1:
        pairs[alone[0]] = (left.pop(), pairs[alone[0]][1])
    yield from pairs
    yield from ((plan, None) for plan in left)


def _changes(old: Plan | None, new: Plan | None, before: Ties, after: Ties) -> Iterator[Change]:
    if new is None:
        assert old is not None
        yield _whole(Did.REMOVED, old, before)
        return
    if old is None:
        yield _whole(Did.ADDED, new, after)
        return
    pairs = pair_elements(old, new)
    both = sorted(pairs.both, key=lambda pair: new.position(pair[1]))
    names = {name_key(one.name): name_key(two.name) for one, two in both if name_key(one.name) != name_key(two.name)}
    for one, two in ((old, new), *both):
        if name_key(one.name) != name_key(two.name):
            yield replace(_whole(Did.RENAMED, two, after), old_name=one.name)
        yield from _field_changes(one, two, names, after)
    for element in pairs.added:
        yield _whole(Did.ADDED, element, after)
    for element in pairs.removed:
        yield replace(_whole(Did.REMOVED, element, before), weight=weigh_removal(element))


def _whole(did: Did, element: Element, ties: Ties) -> Change:
    return Change(
        did,
        element.plan.name,
        element.kind,
        element.name,
        element.name_span,
        concerns=ties.of(element),
    )


def _field_changes(old: Element, new: Element, names: dict[str, str], after: Ties) -> Iterator[Change]:
    said, says = contents_of(old), contents_of(new)
    for key in (*says, *(key for key in said if key not in says)):
        one, two = said.get(key), says.get(key)
        if one is not None and two is not None and _alike(one, two, names):
            continue
        place = Span(new.source, two.start, two.end) if two is not None else new.name_span
        yield replace(
            _whole(Did.CHANGED, new, after),
            span=place,
            field=(two or one).word,  # type: ignore[union-attr]  # one of them is there
            old=one.text if one is not None else "",
            new=two.text if two is not None else "",
            weight=weigh_field(key, old, new),
        )


def _alike(one: Content, two: Content, names: dict[str, str]) -> bool:
    """Whether two versions say the same: the order of a list does not matter, nor that something was renamed."""
    before, after = [names.get(key, key) for key in one.keys], two.keys
    return before == after if one.ordered else sorted(before) == sorted(after)
