"""One plan, typed: goals, indicators, measures, slogans, terms, relations, waivers.

In: the tree of one `.plan` file (`PlanFile`). Out: a `Plan` whose elements carry the words of
`schema.py` is the one table of kinds, fields and relations, told in the terms of `spec.py` and with the closed lists
of `words.py`; `elements.py` has the classes, over `element.py` (what they share) and `figure.py`; `build.py` makes them
from the tree; `values.py` reads single values.
"""

from checker.model.build import build_plan
from checker.model.element import Count, Document, Element, Phrase, Reference, ShareValue
from checker.model.elements import (
    Basis,
    Category,
    Chapter,
    Comment,
    Coordination,
    Demand,
    Goal,
    Indicator,
    Measure,
    NotCarried,
    Owner,
    Part,
    Plan,
    Procedure,
    Relation,
    Resource,
    Section,
    Slogan,
    Term,
    Waiver,
)
from checker.model.figure import Figure

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
