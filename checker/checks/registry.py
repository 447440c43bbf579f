"""All predicates that plancheck brings along, module by module; the built-in pack offers them to every rule."""

from __future__ import annotations

from checker.checks import (
    adopted,
    alignment,
    approval,
    conflicts,
    implied,
    near_names,
    opposed,
    quoted,
    sources,
    sums,
    targets,
    text_figures,
    text_lists,
    text_mentions,
    text_model,
    text_numbers,
    text_outline,
    text_plan_outline,
    text_plan_times,
    text_structure,
    text_taken_up,
    text_writing,
    waiving,
)
from checker.checks.predicates import about_texts

#: What rules of every pack know.
PREDICATES = (
    *sources.PREDICATES,
    *alignment.PREDICATES,
    *approval.PREDICATES,
    *targets.PREDICATES,
    *implied.PREDICATES,
    *conflicts.PREDICATES,
    *sums.PREDICATES,
    *waiving.PREDICATES,
    *opposed.PREDICATES,
    *quoted.PREDICATES,
    *near_names.PREDICATES,
    *text_plan_times.OF_MEETINGS,
    *map(about_texts, adopted.PREDICATES),
    *map(about_texts, text_lists.PREDICATES),
    *map(about_texts, text_writing.PREDICATES),
    *map(about_texts, text_figures.PREDICATES),
    *map(about_texts, text_numbers.PREDICATES),
    *map(about_texts, text_mentions.PREDICATES),
    *map(about_texts, text_model.PREDICATES),
    *map(about_texts, text_outline.PREDICATES),
    *map(about_texts, text_plan_outline.PREDICATES),
    *map(about_texts, text_plan_times.PREDICATES),
    *map(about_texts, text_structure.PREDICATES),
    *map(about_texts, text_taken_up.PREDICATES),
)
