"""What is stated: one figure with all that says what it is a figure of, wherever it stands.

In: quantities, and the words around them. Out: `Statement`, flat and small, so that statements lie in tables; what
one allows, whether two speak of one thing, whether they can both hold. Knows no plan, no text and no rule.
Words: a *slot* is one thing that a statement says beside its number (scope, price, period …); a slot that is "" or
None is *not said*; its *origin* tells whether it was said beside the figure or taken from elsewhere.
"""

from checker.statement.allowed import allowed, as_written, base_factor, promised, usually_allowed
from checker.statement.growth import reached
from checker.statement.meeting import Key, can_both_hold, key_of, one_thing
from checker.statement.prices import price_key, prices_meet
from checker.statement.value import Measure, Origin, Statement, state

__all__ = [
    "Key",
    "Measure",
    "Origin",
    "Statement",
    "allowed",
    "as_written",
    "base_factor",
    "can_both_hold",
    "key_of",
    "one_thing",
    "price_key",
    "prices_meet",
    "promised",
    "reached",
    "state",
    "usually_allowed",
]
