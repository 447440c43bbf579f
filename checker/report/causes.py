"""Findings counted: by cause, by office, by chapter; each count with the filter that lists just them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.render.visible import visible
from checker.report import findings
from checker.report.material import OWN, WORDS, Listed
from checker.report.view import Entry, View

#: In a filter: those that name nobody, or stand in no chapter.
NONE = "—"
#: What asks to be looked at; what is waived is shown apart.
COUNTED = tuple(word for word in WORDS if word != "waived")


@dataclass(slots=True, eq=False, repr=False)
class Count:
    """How many, and the address of exactly these; `query` is the filter alone, for a table on the same page."""

    number: int
    url: str
    query: str


@dataclass(slots=True, eq=False, repr=False)
class Cause:
    """One rule at one weight: how often, and one of its findings to show what it is about."""

    count: Count
    example: Entry


@dataclass(slots=True, eq=False, repr=False)
class Share:
    """What concerns one office or one chapter, by weight; `name` is "" for what names none, `file` its file if told."""

    name: str
    counts: Mapping[str, Count]
    file: str = ""


def own(listed: Iterable[Listed]) -> list[Listed]:
    """The findings that are not an upper plan's own, waived ones left out."""
    return [one for one in listed if one.part == OWN and one.word in COUNTED]


def count(view: View, number: int, **chosen: str) -> Count:
    """A number with its filter; own findings are asked for only where there are others."""
    if "part" not in chosen and view.material.uppers:
        chosen = {"part": OWN, **chosen}
    addresses = view.material.addresses
    return Count(number, addresses.filtered(view.here, findings.KEY, chosen), addresses.query(chosen))


def causes(view: View, listed: Sequence[Listed]) -> list[Cause]:
    """The worst first, then the most frequent."""
    groups: dict[tuple[str, str], list[Listed]] = {}
    for one in listed:
        groups.setdefault((one.word, one.finding.code), []).append(one)
    ordered = sorted(groups.items(), key=lambda item: (WORDS.index(item[0][0]), -len(item[1]), item[0][1]))
    return [
        Cause(count(view, len(members), sev=word, rule=code), view.entry(members[0]))
        for (word, code), members in ordered
    ]


def shares(
    view: View, listed: Sequence[Listed], field: str, names: Callable[[Listed], Sequence[str]], order: Iterable[str]
) -> list[Share]:
    """By what `names` gives, in the given order, then as they come up, those without any last; `field`: the filter."""
    found: dict[str, list[Listed]] = {name: [] for name in order}
    lacking = [one for one in listed if not names(one)]
    for one in listed:
        for name in names(one):
            found.setdefault(name, []).append(one)
    rows = [_share(view, field, name, members) for name, members in found.items() if members]
    return [*rows, _share(view, field, "", lacking)] if lacking else rows


def _share(view: View, field: str, name: str, members: Sequence[Listed]) -> Share:
    counts = {}
    for word in COUNTED:
        number = sum(one.word == word for one in members)
        if number:
            counts[word] = count(view, number, **{"sev": word, field: visible(name) or NONE})
    return Share(name, counts)
