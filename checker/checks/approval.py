"""Predicates on what was approved and reviewed: what is here, held against `plancheck.lock`."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.facts import Facts
from checker.checks.predicates import Record, predicate


@predicate("审定改动", "approval_change")
def approval_changes(facts: Facts) -> Iterator[Record]:
    """Each plan, text, rule file or settings file that is not as it was approved, with what differs in it."""
    if facts.lock is not None and facts.lock.lock.approved is not None:
        from checker.checks.approved import changes_since_approval

        yield from changes_since_approval(facts, facts.lock, facts.lock.lock.approved)


@predicate("复核后改动", "review_change")
def review_changes(facts: Facts) -> Iterator[Record]:
    """Each tie marked 已复核 with a fingerprint that is no longer that of the upper item, with old and new."""
    marked = [one for one in facts.things("aligns_tie") if one.reference and "reviewed" in one.reference.notes]
    if marked:
        from checker.checks.approved import changes_since_review

        yield from changes_since_review(facts, marked)


#: What the rules about approval know.
PREDICATES = (approval_changes, review_changes)
