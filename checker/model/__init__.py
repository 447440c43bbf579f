"""One plan, typed: goals, indicators, measures, slogans, terms, relations, waivers.

In: the trees of the `.plan` files of a plan (`PlanFile`). Out: a `Plan` of typed elements. A field is declared once, in
the class of its element (`elements.py`, `plan.py`, over `element.py`, `figure.py`), in the terms of `declare.py`,
`spec.py` and the closed lists of `words.py`; `schema.py` gathers kinds and fields, `relations.py` has the ties;
`language.py` reads a file by their words; `build.py` makes the elements from its tree, `field_readers.py` knows what
reads each field, `values.py` reads it.
"""

from checker.model.build import build_plan, continued_plan
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
    Procedure,
    Relation,
    Resource,
    Section,
    Slogan,
    Term,
    Waiver,
)
from checker.model.figure import Figure
from checker.model.language import parse_plan
from checker.model.own_fields import NO_OWN_FIELDS, OwnFields
from checker.model.plan import Plan, PlanProblem

__all__ = [
    "NO_OWN_FIELDS",
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
    "OwnFields",
    "Owner",
    "Part",
    "Phrase",
    "Plan",
    "PlanProblem",
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
    "continued_plan",
    "parse_plan",
]
