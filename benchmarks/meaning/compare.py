"""What plancheck says of a workspace, held against the judge: disagreements by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.meaning.judge import (
    above,
    against_base,
    allowed,
    backward,
    base_of,
    better,
    cannot_hold,
    clash,
    growth_fails,
    is_answered,
    is_apart,
    is_asked,
    last_targets,
    reached,
    scope,
    text_differs,
    weaker,
    worse,
)
from benchmarks.meaning.pages import Pages, Row, number_in, read_pages
from benchmarks.meaning.world import CITY, FIRST, LAST, Figure, Indicator, World, write
from checker.finding import Finding

#: What is compared, and where the blame for one thing may go instead.
CODES = (
    "PC101",
    "PC102",
    "PC103",
    "PC308",
    "PC309",
    "PC401",
    "PC402",
    "PC403",
    "PC404",
    "PC405",
    "PC501",
    "PC502",
    "PC703",
)


_ABOUT_FIGURES = ("PC308", "PC309", "PC401", "PC404", "PC502")
#: Any of these may be blamed for what cannot hold together.
_CONFLICTS = ("PC308", "PC401", "PC402", "PC307")
_RANKS = {"提示": 1, "警告": 2, "错误": 3}


class Disagreement(NamedTuple):
    """Which code or page, what of, and the words."""

    kind: str
    words: str = ""


class Said(NamedTuple):
    """A finding, and the figures that it stands at, its own first."""

    finding: Finding
    figures: list[Figure]

    @property
    def words(self) -> str:
        """What the finding says, on one line."""
        return f"{self.finding.code} {self.finding.message.text()}"


def compare(world: World, folder: Path) -> list[Disagreement]:
    """Write the world to the folder, check it, and hold what is said against the judge."""
    import checker

    for name, text in write(world).items():
        (folder / name).write_text(text, encoding="utf-8")
    report = checker.check(folder, select=CODES)
    return list(_disagreements(world, report.findings))


def compare_pages(world: World, folder: Path) -> list[Disagreement]:
    """The same of the pages of the report and the sheet beside plans above; the world stands in the folder."""
    import checker

    findings = checker.check(folder).findings
    return list(_on_pages(world, read_pages(world, folder), [Said(one, _figures(world, one)) for one in findings]))


def _disagreements(world: World, findings: Iterable[Finding]) -> Iterator[Disagreement]:
    names = ("", world.short, world.name)
    said = [
        Said(one, _figures(world, one))
        for one in findings
        if Path(one.span.source.path).name in (world.file, "纲要.txt")
    ]
    for one in said:
        if one.finding.code in ("PC101", "PC102", "PC103", "PC403"):
            yield Disagreement("not understood", one.words)
            return
    for owner in world.own:
        yield from _conflicts(owner, said, names)
        yield from _directions(owner, said, names)
        yield from _ties(owner, said, names)
    yield from _asked(world, said)
    yield from _texts(world, said, names)


def _figures(world: World, finding: Finding) -> list[Figure]:
    found = []
    for span in (finding.span, *(one.span for one in finding.related)):
        path = Path(span.source.path).name
        for owner in (*world.own, *world.above):
            found += [
                one for one in owner.stated if one.path == path and one.start <= span.start and span.end <= one.end
            ]
    return found


def _of(said: list[Said], owner: Indicator, *codes: str) -> list[Said]:
    return [one for one in said if one.finding.code in codes and one.figures and one.figures[0] in owner.stated]


# ---- whether two can hold


def _conflicts(owner: Indicator, said: list[Said], names: tuple[str, ...]) -> Iterator[Disagreement]:
    pairs = [set(pair) for pair in combinations(owner.stated, 2) if clash(*pair, owner, names)]
    base = base_of(owner)
    growths = [one for one in owner.stated if one.kind != "figure"]
    triples = [
        {base, growth, target}
        for growth in growths
        for target in last_targets(owner)
        if growth_fails(growth, target, owner, names)
    ]
    told = _of(said, owner, "PC308", "PC401")
    blamed = {figure for one in (*told, *_of(said, owner, "PC402", "PC307")) for figure in one.figures}
    for one in told:
        mine = pairs if one.finding.code == "PC401" else triples
        if not any(each <= set(one.figures) for each in mine):
            yield Disagreement(f"{one.finding.code} false", one.words)
    for code, groups in (("PC401", pairs), ("PC308", triples)):
        for each in groups:
            if not each & blamed:
                yield Disagreement(f"{code} missed", " | ".join(one.text for one in each if one))


# ---- which way


def _directions(owner: Indicator, said: list[Said], names: tuple[str, ...]) -> Iterator[Disagreement]:
    against = [one for one in owner.stated if against_base(one, owner, names)]
    told = _of(said, owner, "PC309")
    if bool(against) != bool(told) or any(one.figures[0] not in against for one in told):
        yield Disagreement("PC309", f"{[one.words for one in told]} | {[one.text for one in against]}")
    back = [(later, before) for later in owner.stated for before in backward(later, owner, names)]
    mine = {(one.figures[0], one.figures[1]) for one in _of(said, owner, "PC404") if one.figures[0].kind == "figure"}
    for later, before in set(back) ^ mine:
        what = "missed" if (later, before) in back else "false"
        yield Disagreement(f"PC404 {what}", f"{owner.name} {before.text} → {later.text}")
    for one in _of(said, owner, "PC404"):
        if one.figures[0].kind != "figure" and not _implied(one, owner):
            yield Disagreement("PC404 implied", one.words)


def _implied(said: Said, owner: Indicator) -> bool:
    """Whether what growth makes of the base is worse than one of the targets told beside it."""
    base = base_of(owner)
    start = None if base is None else allowed(base, owner)
    end = None if start is None else reached(start, said.figures[0], owner)
    before = [
        allowed(one, owner) for one in said.figures if one.kind == "figure" and one.tense == "目标" and one.year < LAST
    ]
    return end is not None and any(one is not None and worse(end, one, better(owner)) for one in before)


# ---- ties


def _ties(owner: Indicator, said: list[Said], names: tuple[str, ...]) -> Iterator[Disagreement]:
    told = {(one.figures[0], one.figures[1]) for one in _of(said, owner, "PC502") if len(one.figures) > 1}
    pairs = [(mine, asked) for mine in owner.stated for asked in above(mine, owner, names)]
    direct = {(mine, asked) for mine, asked in pairs if weaker(mine, owner, asked)}
    # What follows from growth is judged where growth is.
    told = {(mine, asked) for mine, asked in told if (mine.kind, mine.year) == (asked.kind, asked.year)}
    for mine, asked in direct ^ told:
        what = "missed" if (mine, asked) in direct else "false"
        yield Disagreement(
            f"PC502 {what}", f"{owner.mode}{owner.share or ''} {owner.direction} {mine.text} ← {asked.text}"
        )


# ---- what is asked


def _asked(world: World, said: list[Said]) -> Iterator[Disagreement]:
    open_ = {one.name for one in world.above if is_asked(world, one) and not is_answered(world, one)}
    told: set[str] = set()
    for each in said:
        if each.finding.code == "PC501":
            for one in world.above:
                if any(span.span.text == one.name for span in each.finding.related):
                    told.add(one.name)
    for name in open_ ^ told:
        yield Disagreement("PC501", f"{'missed' if name in open_ else 'false'} {name}")


# ---- text


def _texts(world: World, said: list[Said], names: tuple[str, ...]) -> Iterator[Disagreement]:
    places = [
        (span.start, span.end)
        for one in said
        if one.finding.code == "PC703"
        for span in (one.finding.span, *(other.span for other in one.finding.related))
        if Path(span.source.path).name == "纲要.txt"
    ]
    for told in world.told:
        differs = text_differs(told, names)
        found = any(told.start <= start and end <= told.end for start, end in places)
        if differs is not None and differs != found:
            years = [one.text for one in told.indicator.stated if one.kind == "figure" and one.year == told.figure.year]
            yield Disagreement(
                f"PC703 {'missed' if differs else 'false'}", f"{told.indicator.scope} {told.figure.text} | {years}"
            )


# ---- pages


def _on_pages(world: World, pages: Pages, said: list[Said]) -> Iterator[Disagreement]:
    names = ("", world.short, world.name)
    asked = {one.name: is_answered(world, one) for one in world.above if is_asked(world, one)}
    if pages.asked != asked:
        yield Disagreement("page: asked", f"{pages.asked} | {asked}")
    if not pages.sheet and any(one.carries for one in world.own):
        yield Disagreement("sheet: missing")
    for owner in world.own:
        row, sheet = pages.indicators[owner.name], pages.sheet.get(owner.name)
        worst = max((_RANKS[one.finding.severity.zh] for one in _of(said, owner, *_ABOUT_FIGURES)), default=0)
        if _RANKS.get(row.badge, 0) < worst:
            yield Disagreement("page: badge", f"{owner.name} {row.badge}")
        yield from _denied(owner, row, pages, names)
        shown = _shown(owner, "实际", names), _shown(owner, "目标", names)
        for place, cells in (("page", list(row.cells.values())[1:3]), ("sheet", sheet[4:6] if sheet else None)):
            for figure, cell in zip(shown, cells, strict=True) if cells else ():
                if number_in(cell) != (None if figure is None else figure.number) and "年均" not in cell:
                    yield Disagreement(f"{place}: figure", f"{owner.name} {figure.text if figure else '—'} | {cell}")
        if owner.carries is not None and owner.carries.plan == CITY:
            mode = f"份额 {owner.share}%" if owner.mode == "份额" else owner.mode
            above = _shown(owner.carries, "目标", names)
            told = pages.ties[owner.name]
            written = sheet[9] if sheet else ""
            if told[1] != mode or not row.cells[CITY].endswith(mode) or not written.startswith(mode):
                yield Disagreement("page: mode", f"{owner.name} {mode} | {told[1]} | {row.cells[CITY]} | {written}")
            if above is not None and number_in(told[3]) != above.number:
                yield Disagreement("page: above", f"{owner.name} {above.text} | {told[3]}")


def _denied(owner: Indicator, row: Row, pages: Pages, names: tuple[str, ...]) -> Iterator[Disagreement]:
    """Whether the pages of an indicator deny that something cannot hold, or tell what the judge does not know of."""
    judged = cannot_hold(owner, names)
    grows = any(one.kind != "figure" for one in (*owner.stated, *(owner.carries.stated if owner.carries else ())))
    for code, fails in judged.items():
        # One thing is blamed once; and what follows from growth is judged where growth is.
        elsewhere = _CONFLICTS if code in _CONFLICTS else (code,)
        if fails and row.codes.isdisjoint(elsewhere):
            yield Disagreement(f"page: {code} missed", owner.name)
        if not fails and code in row.codes and not (grows and code in ("PC404", "PC502")):
            yield Disagreement(f"page: {code} false", owner.name)
    badges = {row.badge, *(pages.ties[owner.name][:1] if owner.name in pages.ties else ())}
    if any(judged.values()) and not badges.isdisjoint(("", "✓")):
        yield Disagreement("page: all well", f"{owner.name} {judged} {badges}")


def _shown(owner: Indicator, tense: str, names: tuple[str, ...]) -> Figure | None:
    """The base or last target that stands for an indicator: of itself, else one that is only reckoned otherwise."""
    years = range(1, FIRST + 1) if tense == "实际" else (LAST,)
    plain = Figure("figure", "", 0, Fraction(0), 0, "=")
    told = [
        one
        for one in owner.stated
        if one.kind == "figure" and one.year in years and scope(one, owner, names) == scope(plain, owner, names)
    ]
    of_tense = [one for one in told if one.tense == tense]
    if tense == "目标" and not of_tense:
        of_tense = [one for one in told if one.tense == "力争"]
    own = [one for one in of_tense if not is_apart(one, owner, names)] or of_tense
    return max(own, key=lambda one: one.year, default=None)
