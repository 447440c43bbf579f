"""Predicates on names that differ in one character from the words around them: a letter lost or doubled in typing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.checks.facts import Facts
from checker.checks.plan_texts import PlanText, checked_texts
from checker.checks.predicates import Column, Record, predicate
from checker.finding import Related
from checker.messages.prose import RELATED_NEAR_NAME
from checker.model import Comment, Element, Phrase, Plan, Slogan
from checker.rules.types import TEXT
from checker.source import Span

#: What is declared under a name that its texts may say too.
_NAMED = ("indicator", "goal", "measure", "slogan", "basis", "resource")
#: In a whole text shorter words stand beside one another by chance; in the words cited for a name they do not.
_LEAST, _LEAST_CITED = 4, 3
#: Characters that may stand between the same words without making another name.
_BETWEEN = frozenset("的和与及以之")
_NUMERALS = frozenset("一二两三四五六七八九十")
_WRITTEN, _USUAL = Column("words", "所写", TEXT), Column("usual", "别处", TEXT)


@predicate("近名", "near_name", _WRITTEN, _USUAL)
def near_names(facts: Facts) -> Iterator[Record]:
    """Names and members that neither the words cited for them nor the texts have, but for one character."""
    texts: dict[int, list[PlanText]] = {}
    for text in checked_texts(facts):
        if text.plan is not None:
            texts.setdefault(id(text.plan), []).append(text)
    for plan in _checked(facts):
        yield from _of_plan(plan, texts.get(id(plan), []))


def _checked(facts: Facts) -> Iterator[Plan]:
    return (plan for plan in facts.plans if plan.role == "checked")


def _of_plan(plan: Plan, texts: Sequence[PlanText]) -> Iterator[Record]:
    if not (texts or plan.texts or any(element.quotes for element in plan.elements)):
        return
    from checker.prose.quotes import plain

    whole = [(text, plain(text.source.text)) for text in texts]
    documents = [plain(one.name) for one in plan.texts]
    known: set[str] | None = None
    for element, name, span, is_name in _names(plan):
        cited = [(quote, plain(quote.text)) for quote in element.quotes] if is_name else []
        if not (cited or whole or documents):
            continue
        wanted = plain(name)
        every = [words for _, words in (*cited, *whole)]
        if len(wanted) < _LEAST_CITED or any(wanted in words for words in (*every, *documents)):
            continue
        near = next((found for _, words in cited if (found := nearly(wanted, words))), "")
        related = [Related(RELATED_NEAR_NAME(), Span(element.source, one.start, one.end)) for one, _ in cited[:1]]
        if not near and len(wanted) >= _LEAST:
            places = ((text, found) for text, words in whole if (found := nearly(wanted, words)))
            text, near = next(places, (None, ""))
            related = list(_standing(text, near)) if text is not None else []
        if not near and element is plan:
            near, related = next((found for words in documents if (found := nearly(wanted, words))), ""), []
        if not near:
            continue
        known = known or {plain(one.name) for one in plan.elements}
        if near not in known:
            values = {"words": name, "usual": near}
            yield Record("near_name", element, span, None, None, tuple(related), values)


def _names(plan: Plan) -> Iterator[tuple[Element, str, Span, bool]]:
    """Each name with whose it is and where it stands; whether it is that of the element that cites words."""
    if plan.full_name:
        yield plan, plan.full_name.strip("《》"), plan.name_span, False
    for element in plan.elements:
        if element.kind in _NAMED:
            yield element, element.name, element.name_span, True
        if isinstance(element, Slogan):
            for member in element.members:
                if member.path is None and not member.inferred:
                    yield element, member.text, Span(element.source, member.start, member.end), False


def nearly(name: str, words: str) -> str:
    """What of `words` is `name` but for one character more or less inside it, no mere 的 or 和, or another numeral.

    "" for nothing. Whichever character it is, the first or the second half of the name stands there unchanged.
    """
    half, sizes = len(name) // 2, (len(name) + 1, len(name) - 1, len(name))
    for start in _places(name[:half], words):
        for size in sizes:
            if _differs_in_one(name, found := words[start : start + size]):
                return found
    for start in _places(name[half:], words):
        end = start + len(name) - half
        for size in sizes:
            if end >= size and _differs_in_one(name, found := words[end - size : end]):
                return found
    return ""


def _places(part: str, words: str) -> Iterator[int]:
    start = words.find(part)
    while start >= 0:
        yield start
        start = words.find(part, start + 1)


def _differs_in_one(name: str, other: str) -> bool:
    if len(name) == len(other):
        unlike = [pair for pair in zip(name, other, strict=True) if pair[0] != pair[1]]
        return len(unlike) == 1 and all(one in _NUMERALS for one in unlike[0])
    shorter, longer = sorted((name, other), key=len)
    if len(longer) != len(shorter) + 1 or (shorter[0], shorter[-1]) != (longer[0], longer[-1]):
        return False
    place = next((at for at, (one, two) in enumerate(zip(shorter, longer, strict=False)) if one != two), len(shorter))
    return shorter[place:] == longer[place + 1 :] and longer[place].isalpha() and longer[place] not in _BETWEEN


def _standing(text: PlanText, near: str) -> Iterator[Related]:
    start = text.source.text.find(near)
    if start >= 0:
        yield text.related(RELATED_NEAR_NAME(), start, start + len(near))


@predicate("近似单位", "near_office", _WRITTEN, _USUAL)
def near_offices(facts: Facts) -> Iterator[Record]:
    """Offices named once that are another, named several times, but for one character."""
    for plan in _checked(facts):
        places = list(_offices(plan))
        often = Counter(name for _, name, _ in places)
        usual = [name for name, times in often.items() if times > 1]
        for element, name, span in places:
            if often[name] > 1:
                continue
            near = next((other for other in usual if _differs_in_one(name, other)), "")
            if near:
                yield Record("near_office", element, span, values={"words": name, "usual": near})


def _offices(plan: Plan) -> Iterator[tuple[Element, str, Span]]:
    for element in plan.elements:
        phrases: Sequence[Phrase] = [*getattr(element, "owners", ()), *getattr(element, "actors", ())]
        yield from ((element, one.text, Span(element.source, one.start, one.end)) for one in phrases)
        if isinstance(element, Comment) and element.from_office:
            yield element, element.from_office, element.name_span


PREDICATES = (near_names, near_offices)
