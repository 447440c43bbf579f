"""Things of a plan as a page shows them: names with their addresses, ties, findings, places, figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from checker.finding import Related
from checker.graph import Edge
from checker.meaning.ties import mode_of, share_of
from checker.messages import Message
from checker.messages.choices import Choice
from checker.model import Element, Figure, Goal, Indicator, Measure, Plan, Reference
from checker.model.schema import element_spec
from checker.model.words import ALIGNMENT_MODES, NATURES
from checker.report.lines import MarkedLine, around
from checker.report.material import Listed, Material
from checker.source import Span
from checker.syntax import Field, Item


@dataclass(slots=True, eq=False, repr=False)
class Ref:
    """A name that leads somewhere: `url` is None where there is no page; `word` is the worst found about it."""

    text: str
    url: str | None = None
    kind: str = ""
    word: str = ""
    plan: str = ""


@dataclass(slots=True, eq=False, repr=False)
class Tie:
    """One end of a tie: whether it is ours and not the text's, how it is held (不低于 …), where it is written."""

    ref: Ref
    inferred: bool
    mode: str = ""
    place: str | None = None


@dataclass(slots=True, eq=False, repr=False)
class Spot:
    """A place: what a reader calls it, its address if its file has pages, its lines with the stretch marked."""

    file: str
    locator: str
    url: str | None
    lines: Sequence[MarkedLine] = ()
    message: Message | None = None


@dataclass(slots=True, eq=False, repr=False)
class Entry:
    """A finding in a list."""

    word: str
    code: str
    title: str
    message: Message
    url: str
    rule_url: str
    spot: Spot
    where: str
    help: Message | None = None
    chapters: Sequence[str] = ()
    owners: Sequence[str] = ()
    goals: Sequence[str] = ()
    drafters: Sequence[str] = ()


@dataclass(slots=True, eq=False, repr=False)
class Value:
    """A figure in words: for when, of what tense, how much; the parts of it stand apart for tables."""

    when: str
    tense: str
    amount: str
    notes: str = ""
    place: str | None = None


class View:
    """Everything as the page `here` shows it; names of plans are left out of what belongs to `home`."""

    def __init__(self, material: Material, here: str, home: Plan | None = None) -> None:
        self.material = material
        self.here = here
        self._home = home
        self._lang = material.lang

    def link(self, key: str, anchor: str = "") -> str:
        """The address of another page."""
        return self.material.addresses.link(self.here, key, anchor)

    def kind(self, element: Element) -> str:
        """What a reader calls the kind of `element`."""
        return element.kind.replace("_", " ") if self._lang == "en" else element_spec(element.kind).zh

    def ref(self, element: Element) -> Ref:
        """An element by its name; the plan is named where it is not one of those checked."""
        own = element.plan.role == "checked"
        word = self.material.worst(element) if own else ""
        at_home = element.plan is self._home or [element.plan] == self.material.own_plans
        plan = "" if at_home else element.plan.name
        name = shown_name(element)
        return Ref(name, self.material.href(self.here, element), self.kind(element), word, plan if plan != name else "")

    def refs(self, elements: Iterable[Element]) -> list[Ref]:
        """Several."""
        return [self.ref(one) for one in elements]

    def tie(self, edge: Edge, end: Element) -> Tie:
        """A tie as its other end sees it."""
        mode, share = mode_of(edge.reference), share_of(edge.reference)
        told = choice_word(ALIGNMENT_MODES, mode, self._lang) if mode is not None else ""
        if share is not None:
            told = f"{told} {share.describe()}".strip()
        return Tie(self.ref(end), edge.inferred, told, self.material.place(self.here, edge.span))

    def entry(self, one: Listed) -> Entry:
        """A finding for a list."""
        finding = one.finding
        return Entry(
            one.word,
            finding.code,
            finding.title.text(self._lang),
            finding.message,
            self.link(one.key),
            self.link(f"rule/{finding.code}"),
            self.spot(finding.span, lines=False),
            self.where(finding.span),
            finding.help,
            one.chapters,
            one.owners,
            one.goals,
            one.drafters,
        )

    def entries(self, listed: Iterable[Listed]) -> list[Entry]:
        """Several."""
        return [self.entry(one) for one in listed]

    def spot(self, span: Span, message: Message | None = None, *, lines: bool = True) -> Spot:
        """A place with its lines."""
        return Spot(
            span.source.path,
            span.source.locator(span.start).text(self._lang),
            self.material.place(self.here, span),
            around(span) if lines else (),
            message,
        )

    def where(self, span: Span) -> str:
        """A place as people say it: the one plan file as such, other files by name alone unless two are called so."""
        path, english = span.source.path, self._lang == "en"
        locator = span.source.locator(span.start).text(self._lang)
        if [file.path for plan in self.material.own_plans for file in plan.files] == [path]:
            return f"plan file, {locator}" if english else f"规划文件{locator}"
        name = path.rpartition("/")[2]
        known = self.material.file_names.get(name, 0) > 1
        return f"{path if known else name}{', ' if english else '，'}{locator}"

    def related(self, related: Related) -> Spot:
        """A place that matters too."""
        return self.spot(related.span, related.message)

    def reference(self, reference: Reference) -> Ref:
        """What a reference leads to; the sentence itself where it is none."""
        if reference.target is not None:
            return self.ref(reference.target)
        return Ref(reference.text if reference.path is None else reference.path.text)

    def owners(self, element: Goal | Indicator | Measure) -> list[Ref]:
        """The offices responsible."""
        found = [(phrase.text, self.material.owner(element.plan, phrase.text)) for phrase in element.owners]
        return [self.ref(owner) if owner is not None else Ref(text) for text, owner in found]

    def chapters(self, element: Goal | Indicator | Measure) -> list[Ref]:
        """The chapters it stands in."""
        return [self.reference(reference) for reference in element.chapters]

    def value(self, figure: Figure) -> Value:
        """A figure."""
        from checker.write.sheet_indicators import amount_words

        notes = figure.source.text[figure.name_start : figure.name_end]
        cut = notes.find("（") if "（" in notes else notes.find("(")
        when = str(figure.year) if figure.year is not None else ""
        return Value(
            when or figure.basis,
            figure.tense,
            amount_words(figure) if not figure.missing else "",
            notes[cut:] if cut > 0 else "",
            self.material.place(self.here, figure.name_span),
        )


def shown_name(element: Element) -> str:
    """What a reader calls an element: a chapter with its title, a figure by its indicator."""
    title = getattr(element, "title", "")
    if title:
        return f"{element.name} {title}"
    if isinstance(element, Figure) and element.indicator is not None:
        return element.indicator.name
    if element.kind == "demand":
        basis = getattr(element, "basis", None)
        return f"{basis.name} › {element.name}" if basis is not None else element.name
    return element.name


def words_of(element: Element) -> str:
    """What the search finds an element by beside its name: other names, what it says, what it quotes."""
    told = [getattr(element, "content", None) or ""]
    told += [one.text for attr in ("aliases", "purpose", "quotes") for one in getattr(element, attr, ())]
    return " ".join(filter(None, told))


def choice_word(choices: tuple[Choice, ...], stored: str | None, lang: str) -> str:
    """A word of a closed list as a reader calls it, "" for None."""
    if stored is None:
        return ""
    if lang == "en":
        return stored.replace("_", " ")
    return next((choice.zh[0] for choice in choices if choice.en == stored), stored)


def nature_word(indicator: Indicator, lang: str) -> str:
    """预期性, 约束性, 不明 or ""."""
    return choice_word(NATURES, indicator.nature, lang)


def field_words(element: Element, attr: str) -> str:
    """A field as it is written, "" where it is not."""
    field = element.written(attr)
    return _written(element, field) if field is not None else ""


def list_facts(element: Element, elsewhere: Collection[str], lang: str) -> list[tuple[str, str]]:
    """The fields of a declaration as they are written, but those that the page shows in a form of its own."""
    fields = element.decl.fields if element.decl is not None else []
    written = {field.word.lower(): field for field in reversed(fields)}  # of one that stands twice the first counts
    told = [
        (spec, next((written[word] for word in (*spec.zh, spec.attr) if word in written), None))
        for spec in element.all_fields
        if spec.attr not in elsewhere
    ]
    return [
        (spec.attr.replace("_", " ").capitalize() if lang == "en" else spec.word, _written(element, field))
        for spec, field in told
        if field is not None
    ]


def _written(element: Element, field: Field) -> str:
    """The values of a field; sentences without their quotes."""
    values = [
        one.text.text
        if isinstance(one, Item) and one.path is None and one.text is not None and not one.notes
        else element.source.text[one.start : one.end]
        for one in field.values
    ]
    return "、".join(values)
