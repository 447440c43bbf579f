"""From rows to findings and notices: sentences filled in, places looked up, many rows made one where asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct

from checker.finding import Finding, Notice, Related
from checker.messages import Message, Template
from checker.messages.rules import RULE_BASIS_PRACTICE, RULE_JOIN_TWO
from checker.rules import typed as t
from checker.rules.evaluate import Evaluator, Row
from checker.rules.severity import severity_at
from checker.rules.tables import Whole
from checker.rules.types import Sort
from checker.rules.values import key_of, shown_value
from checker.source import Span

Rows = list[Row]


class Teller(Struct, eq=False):
    """Tells what the rows of one case mean."""

    rule: t.Rule
    case: t.Case
    evaluator: Evaluator

    def tell(self, rows: Iterable[Row]) -> Iterator[Finding | Notice]:
        """A finding or notice for each row, or for all rows alike in what they are merged by."""
        if not self.case.merged:
            for row in rows:
                yield self._one([row])
            return
        keys = [self.evaluator.value(expr) for expr in self.case.merged]
        groups: dict[tuple[Any, ...], Rows] = {}
        for row in rows:
            groups.setdefault(tuple(key_of(key(row, False)) for key in keys), []).append(list(row))
        for group in groups.values():
            yield self._one(sorted(group, key=self._order))

    def _order(self, row: Row) -> list[tuple[str, int, int]]:
        places = [self.evaluator.tables.place(row[slot]) for slot, _, _ in self.case.variables]
        return [(place.source.path, place.start, place.end) for place in places]

    def _one(self, rows: Rows) -> Finding | Notice:
        tables = self.evaluator.tables
        subject = rows[0][self.case.variables[0][0]]
        whole = tables.whole(subject)
        message = self._said(self.case.said, rows)
        assert message is not None
        if self.case.notice is not None:
            return Notice(message, (self.rule.code,), whole.path, self.case.notice)
        spot = self.case.spot
        assert spot is not None
        thing = next(iter(self._things(spot, rows[0])), subject)
        span = next(self._places(spot, rows[0]), None) or tables.place(subject)
        severity = severity_at(self.rule, whole.stage)
        assert severity is not None
        return Finding(
            code=self.rule.code,
            slug=self.rule.slug,
            title=self.rule.title,
            severity=severity,
            message=message,
            span=span,
            subject=tables.subject(thing),
            basis=self.basis(whole),
            concern=tables.concern(thing, span),
            help=self._said(self.case.advice, rows) if self.case.advice is not None else None,
            related=tuple(self._related(rows, span)),
            same=tables.same(subject),
            fix=tables.fix(subject) if len(rows) == 1 else None,
        )

    def basis(self, whole: Whole) -> Message:
        """What the rule rests on for this document."""
        row: Row = [whole.row]
        fitting = [basis.text() for basis in self.rule.bases if self.evaluator.check(basis.scope)(row, False)]
        joined = fitting[0] if fitting else RULE_BASIS_PRACTICE()
        for one in fitting[1:]:
            joined = RULE_JOIN_TWO(one=joined, two=one)
        return joined

    # ---- sentences

    def _said(self, said: t.Phrase | t.Expr, rows: Rows) -> Message | None:
        if isinstance(said, t.Phrase):
            return self._phrase(said, rows)
        value = self.evaluator.value(said)(rows[0], False)
        return value if isinstance(value, Message) else None

    def _phrase(self, phrase: t.Phrase, rows: Rows) -> Message:
        arguments = {key: self._argument(expr, rows) for key, expr in phrase.arguments}
        return phrase.template(**{key: _once_quoted(phrase.template.zh, key, said) for key, said in arguments.items()})

    def _argument(self, expr: t.Expr | None, rows: Rows) -> object:
        if expr is None:
            return len(rows)
        value, tables = self.evaluator.value(expr), self.evaluator.tables
        if len(rows) == 1:
            return shown_value(value(rows[0], False), expr.type, tables)
        several = [value(row, False) for row in rows]
        if expr.type.many:
            several = [one for many in several for one in many]
        distinct = list(dict.fromkeys(several))
        return shown_value(distinct[0] if len(distinct) == 1 else distinct, expr.type, tables)

    # ---- places

    def _things(self, spot: t.Spot, row: Row) -> list[Any]:
        return [thing for thing in self.evaluator.values(spot.base)(row, False) if thing is not None]

    def _places(self, spot: t.Spot, row: Row) -> Iterator[Span]:
        for thing in self._things(spot, row):
            yield self._place(spot, thing, row)

    def _place(self, spot: t.Spot, thing: Any, row: Row) -> Span:
        if spot.other is not None:
            for other in self.evaluator.values(spot.other)(row, False):
                for step in spot.hops[0].steps:
                    span = self.evaluator.tables.tie_place(thing, step, other)
                    if span is not None:
                        return span
        return self.evaluator.tables.place(thing, spot.attribute)

    def _related(self, rows: Rows, span: Span) -> Iterator[Related]:
        """Each related place once, and the finding's own place not again."""
        seen = {(span.source.path, span.start, span.end)}
        for part in self.case.related:
            for row in rows:
                for related in self._related_of(part, list(row)):
                    key = (related.span.source.path, related.span.start, related.span.end)
                    if key not in seen:
                        seen.add(key)
                        yield related

    def _related_of(self, part: t.RelatedSpot, row: Row) -> Iterator[Related]:
        for thing in self._things(part.spot, row):
            if part.phrase is None:
                assert part.spot.attribute is not None
                yield from self.evaluator.reader(part.spot.base.type.kinds, part.spot.attribute)(thing)
                continue
            if part.each is not None:
                row[part.each] = thing
            yield Related(self._phrase(part.phrase, [row]), self._place(part.spot, thing, row))


def _once_quoted(sentence: str, key: str, said: object) -> object:
    """Several names come each in 「」; where the sentence has these round the place already, the outer ones go."""
    if isinstance(said, str) and "」、「" in said and f"「{{{key}}}」" in sentence:
        return Template(t.literal(said[1:-1]), t.literal(said))()
    return said


def asked(demand: t.Demand | None, should: t.AllOf | None, evaluator: Evaluator) -> Callable[[Row], bool]:
    """Whether a row certainly falls short of what is demanded; without a demand every row does."""
    if should is not None:
        check = evaluator.check(should)
        return lambda row: not check(row, True)
    if demand is None:
        return lambda _row: True
    finder = evaluator.finder(demand.search)
    least = _bound(demand.least, evaluator)
    most = _bound(demand.most, evaluator)

    def short(row: Row) -> bool:
        if least is not None:
            bound = least(row)
            if bound == 1 and not finder.any(row, possible=True):
                return True
            if bound is not None and bound > 1 and finder.count(row, possible=True) < bound:
                return True
        if most is not None:
            bound = most(row)
            if bound == 0:
                return finder.any(row, possible=False)
            return bound is not None and finder.count(row, possible=False) > bound
        return False

    return short


def _bound(expr: t.Expr | None, evaluator: Evaluator) -> Callable[[Row], int | None] | None:
    if expr is None:
        return None
    value = evaluator.value(expr)

    def bound(row: Row) -> int | None:
        number = value(row, False)
        if expr.type.sort is Sort.COUNT and number is not None:
            return int(number.value) if number.value is not None else None
        return number if number is None else int(number)

    return bound
