"""The static check of what a rule says: sentences with their placeholders, and places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.messages import Message, Template
from checker.messages.rules import (
    RULE_BRACE_ALONE,
    RULE_NO_PLACE,
    RULE_NOT_A_SENTENCE,
    RULE_PLACEHOLDERS_DIFFER,
    RULE_PRESENCE_OF,
    RULE_SENTENCE_EMPTY,
)
from checker.rules import nodes as n
from checker.rules import parts as p
from checker.rules.reach import Hop
from checker.rules.resolve_values import resolve_value, steps_from
from checker.rules.scope import SYNTAX, WRONG_KIND, Names
from checker.rules.typed import Expr, Found, Get, Phrase, RelatedSpot, Spot, Variable, literal
from checker.rules.types import Sort

_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_DOTS = re.compile(r"[.．。·]")
#: In a merged finding: how many rows it stands for.
_COUNT_WORDS = ("个数", "count")


def resolve_phrase(sentence: p.Sentence, names: Names, *, merged: bool = False) -> Phrase | None:
    """The sentence as a template with an expression for each placeholder."""
    zh = _template(sentence.zh, names, merged=merged)
    if zh is None:
        return None
    english = sentence.en or sentence.zh
    en = _template(english, names, merged=merged)
    if en is None:
        return None
    if set(zh[1]) != set(en[1]):
        missing = sorted(set(zh[1]) ^ set(en[1]))
        names.faults.add(WRONG_KIND, RULE_PLACEHOLDERS_DIFFER(names="、".join(missing)), english)
        return None
    return Phrase(Template(zh[0], en[0]), tuple(zh[1].items()))


def _template(word: n.Word, names: Names, *, merged: bool) -> tuple[str, dict[str, Expr | None]] | None:
    """The template's text and its arguments; None where a fault was noted."""
    arguments: dict[str, Expr | None] = {}
    if not word.text.strip():
        names.faults.add(SYNTAX, RULE_SENTENCE_EMPTY(), n.Word("", word.start - 1, word.end + 1))
        return None
    pieces: list[str] = []
    position = 0
    sound = True
    for match in _PLACEHOLDER.finditer(word.text):
        pieces.append(word.text[position : match.start()])
        position = match.end()
        if match[0] in ("{{", "}}"):
            pieces.append(match[0])
            continue
        place = n.Word(match[0], word.start + match.start(), word.start + match.end())
        if match[1] is None:
            names.faults.add(SYNTAX, RULE_BRACE_ALONE(), place)
            sound = False
            continue
        key = "·".join(_DOTS.split(match[1].strip()))
        if merged and key in _COUNT_WORDS:
            key, expr = _COUNT_WORDS[0], None
        else:
            expr = resolve_value(_placeholder_path(match[1], place.start + 1), names)
            sound = sound and expr is not None
        arguments[key] = expr
        pieces.append("{" + key + "}")
    pieces.append(word.text[position:])
    return ("".join(pieces), arguments) if sound else None


def _placeholder_path(text: str, start: int) -> n.PathNode:
    parts: list[n.Word] = []
    position = start
    for piece in _DOTS.split(text):
        blank = len(piece) - len(piece.lstrip())
        parts.append(n.Word(piece.strip(), position + blank, position + blank + len(piece.strip())))
        position += len(piece) + 1
    return n.PathNode(tuple(parts), start, start + len(text))


def resolve_saying(said: p.Sentence | n.PathNode, names: Names, *, merged: bool = False) -> Phrase | Expr | None:
    """A sentence, or an attribute that holds one."""
    if isinstance(said, p.Sentence):
        return resolve_phrase(said, names, merged=merged)
    expr = resolve_value(said, names)
    if expr is not None and expr.type.sort is not Sort.MESSAGE:
        names.faults.add(WRONG_KIND, RULE_NOT_A_SENTENCE(sort=expr.type.sort.message), said)
        return None
    return expr


def resolve_spot(part: p.SpotPart, names: Names) -> Spot | None:
    """The place of an attribute, of a thing, or of a tie."""
    if part.relation is not None and part.other is not None:
        return _tie_spot(part.path, part.relation, part.other, names)
    expr = resolve_value(part.path, names)
    if expr is None:
        return None
    if isinstance(expr, Get):
        return Spot(expr.base, expr.attribute)
    if expr.type.sort is not Sort.ELEMENT:
        names.faults.add(WRONG_KIND, RULE_NO_PLACE(name=part.path.text), part.path)
        return None
    return Spot(expr)


def _tie_spot(path: n.PathNode, relation: n.Word, other: n.PathNode, names: Names) -> Spot | None:
    left, right = resolve_value(path, names), resolve_value(other, names)
    if left is None or right is None:
        return None
    for expr, node in ((left, path), (right, other)):
        if expr.type.sort is not Sort.ELEMENT:
            message = RULE_PRESENCE_OF(field=relation.text, sort=expr.type.sort.message)
            names.faults.add(WRONG_KIND, message, node)
            return None
    steps = steps_from(left.type, relation, names)
    return Spot(left, None, (Hop(steps),), right) if steps else None


def resolve_related(part: p.SpotPart, names: Names, *, merged: bool) -> RelatedSpot | None:
    """A related place with its sentence; an attribute that brings sentences along needs none."""
    spot = resolve_spot(part, names)
    if spot is None:
        return None
    if spot.attribute is not None and spot.attribute.type.sort is Sort.RELATED:
        return RelatedSpot(spot, None)
    if part.sentence is None:
        names.faults.add(SYNTAX, RULE_SENTENCE_EMPTY(), part)
        return None
    with names.inner():
        each = None
        if isinstance(spot.base, Found):
            # The sentence is about one of the things found, not about all of them.
            each = spot.base.search.slot
            name = part.path.parts[0].text
            names.known[name] = Variable(each, name, spot.base.type.one())
        phrase = resolve_phrase(part.sentence, names, merged=merged)
    return RelatedSpot(spot, phrase, each) if phrase is not None else None


def plain_message(sentence: p.Sentence, names: Names) -> Message | None:
    """A sentence without placeholders."""
    for word in _both(sentence):
        for match in _PLACEHOLDER.finditer(word.text):
            if match[0] not in ("{{", "}}"):
                place = n.Word("", word.start + match.start(), word.start + match.end())
                names.faults.add(SYNTAX, RULE_BRACE_ALONE(), place)
                return None
    english = sentence.en or sentence.zh
    return Template(literal(sentence.zh.text), literal(english.text))()


def _both(sentence: p.Sentence) -> Iterable[n.Word]:
    return (sentence.zh,) if sentence.en is None else (sentence.zh, sentence.en)
