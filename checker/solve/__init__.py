"""Targets that cannot all hold, and why: the fewest statements that contradict each other.

In: statements, breakdowns, ties and relations from any source, as rows (`given`); no plan is known here. Out:
conflicts, each an irreducible set of statements with a line of arithmetic; the range that the rest leaves to a figure.
All numbers are exact fractions.
Words: a *statement* is what the author wrote at one place (a figure, a relation, a part of a breakdown); a
*variable* is one subject in one year, of one tense, scope, reckoning and price; a *row* bounds a linear
form of variables and knows the statements it rests on; a *product* ties three variables (share × total, growth ×
base); a *component* is what rows tie together; a conflict is *irreducible*: without any one of its statements
the rest can hold.

`bounds` is all that rules without relations need; whoever wants more imports it where it is used, so that a run
without relations loads no solver.
"""
