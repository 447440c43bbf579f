"""All finders in one order, and each contradiction told once: what stands first here is told, the others yield."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from checker.messages import Message
from checker.prose.constraints.aims import find_aims
from checker.prose.constraints.bases import find_bases
from checker.prose.constraints.bounds import find_bounds, find_orders
from checker.prose.constraints.conflict import Conflict
from checker.prose.constraints.directions import find_compared, find_directions, find_passed
from checker.prose.constraints.growth import find_growth
from checker.prose.constraints.horizons import find_horizons
from checker.prose.constraints.magnitudes import find_magnitudes
from checker.prose.constraints.pair_counts import find_counts_apart
from checker.prose.constraints.pair_events import find_events_apart
from checker.prose.constraints.pair_figures import find_apart
from checker.prose.constraints.pair_meetings import find_meetings_apart
from checker.prose.constraints.pair_names import find_names_apart
from checker.prose.constraints.pair_upper import find_cited_apart
from checker.prose.constraints.parts import find_averages, find_parts, find_shares, find_sums
from checker.prose.constraints.points import find_points
from checker.prose.constraints.portions import find_portions
from checker.prose.constraints.ranks import find_rank_slips, find_ranks_apart
from checker.prose.constraints.register_text import find_register_against, find_register_text
from checker.prose.constraints.registers import find_register_slips
from checker.prose.constraints.repeats import find_repeats, find_repeats_between, find_streaks
from checker.prose.constraints.respective import find_respective
from checker.prose.constraints.second_values import find_present, find_swapped
from checker.prose.constraints.table_counts import find_count_slips, find_counts_against
from checker.prose.constraints.table_structure import find_structure_slips
from checker.prose.constraints.table_text import find_slips_against, find_text_slips, held_rows
from checker.prose.constraints.table_values import find_value_slips
from checker.prose.constraints.table_words import find_word_slips
from checker.prose.constraints.totals import find_totals
from checker.prose.constraints.unit_twins import find_unit_twins
from checker.prose.reading import Reading

Finder = Callable[[Reading], Iterator[Conflict]]

#: What is proved by fewer words stands first: within one figure, within one clause, within one sentence, in two places.
ORDER: tuple[Finder, ...] = (
    find_bounds,
    find_points,
    find_respective,
    find_directions,
    find_passed,
    find_compared,
    find_shares,
    find_sums,
    find_parts,
    find_averages,
    find_portions,
    find_growth,
    find_totals,
    find_structure_slips,
    find_register_slips,
    find_register_text,
    find_value_slips,
    find_count_slips,
    find_text_slips,
    find_word_slips,
    find_rank_slips,
    find_repeats,
    find_present,
    find_swapped,
    find_streaks,
    find_bases,
    find_aims,
    find_orders,
    find_unit_twins,
    find_magnitudes,
    find_horizons,
)


#: What two texts are compared by, the later of them found fault with; the last argument is how the first is called.
BETWEEN: tuple[Callable[[Reading, Reading, Message], Iterator[Conflict]], ...] = (
    find_apart,
    find_events_apart,
    find_names_apart,
    find_counts_apart,
    find_meetings_apart,
    find_ranks_apart,
)


def find_all(reading: Reading) -> dict[str, list[Conflict]]:
    """The conflicts within one document, by kind, in the order of the text."""
    return _by_kind(settled(found for finder in ORDER for found in finder(reading)))


def find_between(first: Reading, second: Reading, document: Message | None = None) -> dict[str, list[Conflict]]:
    """The conflicts of figures of `second` with figures of `first`, by kind; they are found in `second`.

    `document` is how `first` is called if it is a text, of which more is compared than of a table.
    """
    found = chain(
        find_slips_against(held_rows(first), second),
        find_counts_against(first, second),
        find_register_against(first, second),
        find_repeats_between(first, second),
        *(find(first, second, document) for find in BETWEEN if document is not None),
    )
    return _by_kind(settled(found))


def find_cited(upper: Reading, reading: Reading, document: Message) -> dict[str, list[Conflict]]:
    """What `reading` cites of the outline above otherwise than this tells it."""
    return _by_kind(find_cited_apart(upper, reading, document))


def settled(conflicts: Iterable[Conflict]) -> Iterator[Conflict]:
    """Those that do not stand at a figure that an earlier one has told of."""
    told: set[tuple[int, int]] = set()
    for one in conflicts:
        if not one.covers(told):
            told.update((place.start, place.end) for place in one.own())
            yield one


def _by_kind(conflicts: Iterable[Conflict]) -> dict[str, list[Conflict]]:
    found: dict[str, list[Conflict]] = {}
    for one in conflicts:
        found.setdefault(one.kind, []).append(one)
    for same in found.values():
        same.sort(key=lambda one: one.start)
    return found
