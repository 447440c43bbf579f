"""A list of things of one kind: for people, for WPS and Excel, for programs."""

from __future__ import annotations

from typing import Final

from checker.engine.listing import Listing
from checker.messages.listing import LIST_COUNT, LIST_MORE, LIST_NONE
from checker.render.plain_table import columns_within, csv_of_table, text_table
from checker.render.visible import json_text

LISTING_VERSION: Final = "1.0"
#: Columns of characters that a table for people takes.
_SCREEN = 120


def render_listing(listing: Listing, lang: str = "zh") -> str:
    """For people: a row for each thing, as many columns as fit, and how many things there are."""
    if not listing.rows:
        return LIST_NONE().text(lang) + "\n"
    headings, rows = listing.headings(lang), listing.cells(lang)
    fit = columns_within(_SCREEN, headings, rows)
    lines = [text_table(headings[:fit], [row[:fit] for row in rows]), LIST_COUNT(count=len(rows)).text(lang), "\n"]
    if fit < len(headings):
        joint = ", " if lang == "en" else "、"
        lines += [LIST_MORE(count=len(headings) - fit, columns=joint.join(headings[fit:])).text(lang), "\n"]
    return "".join(lines)


def render_listing_csv(listing: Listing, lang: str = "zh") -> str:
    """As CSV, cells whole."""
    return csv_of_table(listing.headings(lang), listing.cells(lang))


def render_listing_json(listing: Listing, lang: str = "zh") -> str:
    """As JSON: an object a thing, keys in English; what a thing does not say is null."""
    keys = ["place", *(["plan"] if listing.of_several else []), *(en for _, en in listing.columns)]
    rows = [dict(zip(keys, row, strict=True)) for row in listing.cells(lang)]
    return json_text({"schema_version": LISTING_VERSION, "kind": listing.kind, "rows": rows}) + "\n"
