"""One plan, typed: goals, indicators, measures, slogans, terms, relations, waivers.

In: the tree of one `.plan` file (`PlanFile`). Out: a `Plan` whose elements carry the words of
`schema.py`, with references as written (`Reference.target` is None until the workspace links them),
and a `SyntaxProblem` for each field or value that means nothing.

`schema.py` is the one table of kinds, fields, closed lists and relations; `elements.py` has the classes;
`build.py` makes them from the tree; `values.py` reads single values.
"""

from checker.model.build import build_plan
from checker.model.elements import (
    Basis,
    Category,
    Chapter,
    Comment,
    Coordination,
    Count,
    Demand,
    Document,
    Element,
    Figure,
    Goal,
    Indicator,
    Measure,
    NotCarried,
    Owner,
    Part,
    Phrase,
    Plan,
    Procedure,
    Reference,
    Relation,
    Resource,
    Section,
    ShareValue,
    Slogan,
    Term,
    Waiver,
)

__all__ = [
    "Basis",
    "Category",
    "Chapter",
    "Comment",
    "Coordination",
    "Count",
    "Demand",
    "Document",
    "Element",
    "Figure",
    "Goal",
    "Indicator",
    "Measure",
    "NotCarried",
    "Owner",
    "Part",
    "Phrase",
    "Plan",
    "Procedure",
    "Reference",
    "Relation",
    "Resource",
    "Section",
    "ShareValue",
    "Slogan",
    "Term",
    "Waiver",
    "build_plan",
]
