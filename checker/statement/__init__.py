"""What is stated: one figure with all that says what it is a figure of, wherever it stands.

In: quantities, and the words around them. Out: `Statement`, flat and small, so that statements lie in tables; what
one allows, how far growth leads, whether two are told alike and in prices that meet. Knows no plan, no text and no
rule.
Words: a *slot* is one thing that a statement says beside its number (scope, price, period …); a slot that is "" or
None is *not said*; its *origin* tells whether it was said beside the figure or taken from elsewhere.
"""

from checker.statement.allowed import allowed, as_written, base_factor, usually_allowed
from checker.statement.prices import price_key, prices_meet
from checker.statement.value import Measure, Origin, Statement, state

__all__ = [
    "Measure",
    "Origin",
    "Statement",
    "allowed",
    "as_written",
    "base_factor",
    "price_key",
    "prices_meet",
    "state",
    "usually_allowed",
]
