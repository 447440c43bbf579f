"""Terms of art and national phrases that are written in one way only: one mention in another way is a slip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from checker import resources
from checker.prose.fixed_phrases import fixed_phrases
from checker.prose.reading.flow import MASK, Flow, masked
from checker.prose.reading.mentions import Mention, Mentions
from checker.prose.reading.near_forms import NearForms, SetPhrases
from checker.source import Expression

_NATIONAL_PRODUCT = "国内生产总值"


class TermSlip(Struct, eq=False):
    """A term written wrong: where in the source, the words, what they should be, and where that is laid down."""

    start: int
    end: int
    words: str
    right: str
    source: str


def find_term_slips(mentions: Mentions) -> Iterator[TermSlip]:
    """The terms and phrases of a text that are near to one of the table and none of it."""
    flow = mentions.flow
    found = {*_near_terms(flow.text), *_listed(flow.text), *_phrases(mentions), *_unmarked(flow), *_local(mentions)}
    found.update(_set_phrases(flow.text))
    for start, end, right, source in sorted(found):
        yield TermSlip(*flow.span(start, end), flow.text[start:end], right, source)


def _near_terms(text: str) -> Iterator[tuple[int, int, str, str]]:
    forms, sources = _terms()
    for start, end, right in forms.find(text):
        yield start, end, right, sources[right]


def _set_phrases(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Idioms and set phrases with one character wrong: 因地制益; what stands so more than once is meant so."""
    phrases, source = _idioms()
    for start, end, right in phrases.find(text):
        if text.count(text[start:end]) == 1:
            yield start, end, right, source


def _listed(text: str) -> Iterator[tuple[int, int, str, str]]:
    for pattern, right, source in _slips():
        for found in pattern.in_lines(text):
            yield found.start(), found.end(), right, source


def _phrases(mentions: Mentions) -> Iterator[tuple[int, int, str, str]]:
    """“四个意思”, “三个维护”, “两维个护”: a quoted phrase that one slip parts from one of the table.

    One that stands more than once is the text's own.
    """
    by_key, source = _closed()
    for mention in mentions.quoted:
        if mention.name in fixed_phrases() or len(mentions.by_name[mention.name]) > 1:
            continue
        near = {right for key in _keys(mention.name) for right in by_key.get(key, ()) if _may_be(mention, right)}
        near |= {turned for turned in _turned(mention.name) if turned in fixed_phrases()}
        if len(near) == 1 and mention.name not in near:
            yield mention.start, mention.end, near.pop(), source


def _turned(phrase: str) -> Iterator[str]:
    """The phrase with two neighbours changed about, as a whole of four or more."""
    if len(phrase) > 3:
        for at in range(len(phrase) - 1):
            yield phrase[:at] + phrase[at + 1] + phrase[at] + phrase[at + 2 :]


def _may_be(mention: Mention, right: str) -> bool:
    """Whether a phrase may be another one written wrong: a numeral is no slip for a word, nor a word for a numeral."""
    return len(mention.numerals) == len(masked(right)[1])


def _unmarked(flow: Flow) -> Iterator[tuple[int, int, str, str]]:
    """三区四线: a phrase of several numerals also where no marks are put around it."""
    by_key, source = _closed()
    for phrase in {phrase for phrases in by_key.values() for phrase in phrases}:
        skeleton, numerals = masked(phrase)
        for at in flow.standing(skeleton) if len(numerals) > 1 and skeleton[-1] != MASK else ():
            start, end = flow.unmasked(at), flow.unmasked(at + len(skeleton))
            words = flow.text[start:end]
            other = [one for one, right in zip(masked(words)[1], numerals, strict=True) if one != right]
            if len(other) == 1 and words not in fixed_phrases():
                yield start, end, phrase, source


def _local(mentions: Mentions) -> Iterator[tuple[int, int, str, str]]:
    """云川国内生产总值: what a place has is 地区生产总值."""
    text = mentions.flow.text
    for place in mentions.places:
        if text.startswith(_NATIONAL_PRODUCT, place.end):
            end = place.end + len(_NATIONAL_PRODUCT)
            yield place.end, end, "地区生产总值", "国家统计局：地区一级称地区生产总值"


def _keys(phrase: str) -> Iterator[str]:
    """The phrase with one of its characters left open, as a whole of four or more."""
    if len(phrase) > 3:
        yield from (phrase[:at] + "\0" + phrase[at + 1 :] for at in range(len(phrase)))


@cache
def _terms() -> tuple[NearForms, Mapping[str, str]]:
    table = resources.read_data("terms.toml")
    sources = {term: group["source"] for group in table["group"] for term in group["terms"]}
    return NearForms(sources, table["near"]["words"]), sources


@cache
def _idioms() -> tuple[SetPhrases, str]:
    table = resources.read_data("set_phrases.toml")
    told = resources.read_data("misspelt.toml")["words"]  # PC708 tells these.
    return SetPhrases(table["phrases"], (*table["near"], *told)), table["source"]


@cache
def _slips() -> Sequence[tuple[Expression, str, str]]:
    rows = resources.read_data("terms.toml")["slip"]
    return [(Expression(row["pattern"], *row["keys"]), row["right"], row["source"]) for row in rows]


@cache
def _closed() -> tuple[Mapping[str, Sequence[str]], str]:
    table = resources.read_data("terms.toml")["closed"]
    by_key: dict[str, list[str]] = {}
    for phrase in table["phrases"]:
        for key in _keys(phrase):
            by_key.setdefault(key, []).append(phrase)
    return by_key, table["source"]
