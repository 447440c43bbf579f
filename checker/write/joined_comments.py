"""What several rows say of one comment → one row; what they say in different ways is told and never chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.messages import Message
from checker.messages.sheets import SHEETS_COMMENT_CONFLICT, SHEETS_IN_PLAN
from checker.model import Comment
from checker.prose.comment_table import CommentRow
from checker.source import name_key
from checker.write.sheet_comments import HANDLING_WORDS, place_words, round_words

#: Where a plan file has a place that no name of it is.
PLACE = "修改位置："
#: What a row may say of a comment, with the word for it.
_SAID = {"handling": "处理", "reason": "理由", "place": "修改位置", "round": "轮次"}


def join_rows(
    rows: Sequence[CommentRow], known: Comment | None, sent: CommentRow | None, conflicts: list[Message]
) -> CommentRow:
    """One row of all that are about one comment: what one of them changed, and nothing where they differ.

    A change is what differs from the row as it was `sent` out, and then what the plan says since is one more version;
    without it, what differs from the plan. `known` is the comment in the plan.
    """
    first = rows[0]
    said: dict[str, str] = {}
    by = first
    for attr, word in _SAID.items():
        standing = _standing(known, attr)
        versions: list[tuple[str, CommentRow | None]] = [(getattr(row, attr), row) for row in rows]
        if sent is not None and known is not None:
            versions.insert(0, (standing, None))
        before = _plain(attr, getattr(sent, attr) if sent is not None else standing)
        changed: dict[str, tuple[str, CommentRow | None]] = {}
        for value, row in versions:
            if _plain(attr, value) not in ("", before):
                changed.setdefault(_plain(attr, value), (value, row))
        ones = list(changed.values())
        if len(ones) > 1:
            (one, here), (other, there) = ones[:2]
            places = {"one_place": _told(here), "other_place": _told(there)}
            conflicts.append(SHEETS_COMMENT_CONFLICT(words=first.content, word=word, one=one, other=other, **places))
        elif ones and ones[0][1] is not None:
            said[attr] = ones[0][0]
            by = ones[0][1] if by is first else by
    return replace(first, **{**dict.fromkeys(_SAID, ""), **said}, cell=by.cell, file=by.file)


def _told(row: CommentRow | None) -> str | Message:
    return SHEETS_IN_PLAN() if row is None else row.told_place


def _plain(attr: str, value: str) -> str:
    """By which two values are the same: 第2轮 and 2."""
    return name_key(round_number(value.strip("第轮次")) if attr == "round" else value)


def round_number(text: str) -> str:
    """The number of a round in digits, what is none as it is."""
    from checker.quantity import parse_numeral

    numeral = parse_numeral(text)
    return str(numeral) if numeral is not None else text


def _standing(comment: Comment | None, attr: str) -> str:
    """What the plan says of a comment, as a sheet would."""
    if comment is None:
        return ""
    if attr == "handling":
        return HANDLING_WORDS.get(comment.handling or "", "")
    if attr == "reason":
        return " ".join((comment.reason or "").split())
    if attr == "place":
        return "、".join(place_words(comment)) or (comment.remark or "").removeprefix(PLACE)
    return round_words(comment)
