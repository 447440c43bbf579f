"""A summary sheet of comments into a plan: new 意见 behind the others, and how the others were handled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.messages import Message
from checker.messages.sheets import (
    SHEETS_COMMENT_ADDED,
    SHEETS_COMMENT_PLACE,
    SHEETS_COMMENT_TWICE,
    SHEETS_VALUE_CHANGED,
)
from checker.model import Comment, Element, Plan
from checker.model.plan_words import written_name, written_sentence
from checker.prose.comment_table import CommentRow, CommentTable
from checker.source import name_key
from checker.write.edits import Edit, PlanEdits, Update, add_field
from checker.write.joined_comments import PLACE, join_rows, round_number
from checker.write.sheet_comments import HANDLING_WORDS

_KINDS = ("chapter", "section", "part", "goal", "measure", "indicator", "slogan")
_CHAPTER = re.compile(r"第[〇零一二三四五六七八九十百0-9]+[章篇]")
_SEPARATORS = re.compile(r"[、，,；;\s]+")


def update_comments(plan: Plan, tables: Sequence[CommentTable], before: Sequence[CommentTable] = ()) -> Update:
    """What the comments of `tables` make of the files of `plan`; a comment is known by its office and its words.

    What several rows say of one comment is joined (`joined_comments.py`), with what they changed in different ways told
    and left (`Update.conflicts`); `before` are the tables as they were sent out.
    """
    told: list[Message] = [problem for table in tables for problem in table.problems]
    known = {_key(e.from_office or "", e.content or ""): e for e in plan.elements if isinstance(e, Comment)}
    number = max((int(e.name) for e in known.values() if e.name.isdecimal()), default=0)
    places = _Places(plan)
    edits = PlanEdits(plan)
    sent = {key: same[0] for key, same in _by_comment(before).items()}
    conflicts: list[Message] = []
    for key, same in _by_comment(tables).items():
        row = join_rows(same, known.get(key), sent.get(key), conflicts)
        if key in known:
            edits.change(known[key], *_changes(known[key], row, places, told))
        else:
            number += 1
            edits.declare("comment", _declaration(number, row, places, told))
        told += [SHEETS_COMMENT_TWICE(place=one.told_place) for one in same[1:] if one.file == same[0].file]
    update = edits.update([*told, *conflicts])
    return replace(update, conflicts=len(conflicts))


def _by_comment(tables: Sequence[CommentTable]) -> dict[tuple[str, str], list[CommentRow]]:
    rows: dict[tuple[str, str], list[CommentRow]] = {}
    for row in (row for table in tables for row in table.rows):
        rows.setdefault(_key(row.office, row.content), []).append(row)
    return rows


def _key(office: str, content: str) -> tuple[str, str]:
    return name_key(office), name_key(" ".join(content.split()))


class _Places:
    """What the words of a 修改位置 cell refer to."""

    def __init__(self, plan: Plan) -> None:
        self.named: dict[str, Element] = {}
        for element in plan.elements:
            if element.kind in _KINDS:
                self.named.setdefault(name_key(element.name), element)

    def find(self, text: str) -> list[str] | None:
        """The names that a plan file may refer to, None unless every part of `text` is one."""
        found = []
        for part in filter(None, _SEPARATORS.split(text)):
            element = self.named.get(name_key(part))
            if element is None:
                return None
            found.append(written_name(element.name))
        return found or None

    def chapters(self, text: str) -> list[str]:
        """The chapters and parts that `text` names among other words: 第三章第二节第4段."""
        found = [self.named.get(name_key(word)) for word in _CHAPTER.findall(text)]
        return list(dict.fromkeys(written_name(e.name) for e in found if e is not None))


def _declaration(number: int, row: CommentRow, places: _Places, told: list[Message]) -> str:
    told.append(SHEETS_COMMENT_ADDED(place=row.told_place, number=number))
    return "\n".join([f"意见 「{number}」 {{", *_fields(row, places, told), "}"]) + "\n"


def _fields(row: CommentRow, places: _Places, told: list[Message]) -> Iterator[str]:
    head = []
    if row.office:
        head.append(f"来源单位：{_office(row.office)}")
    if row.round and (found := re.fullmatch(r"第?(\d{1,3}|[一二三四五六七八九十]+)轮?", row.round)):
        head.append(f"轮次：{round_number(found[1])}")
    if row.handling:
        head.append(f"处理：{row.handling}")
    yield "    ".join(head)
    yield f"内容：{written_sentence(row.content)}"
    if row.reason:
        yield f"理由：{written_sentence(row.reason)}"
    if row.place:
        yield from _place_fields(row, places, told)


def _office(text: str) -> str:
    """A field of one name; several offices together are one name in 「 」."""
    return written_name(text)


def _place_fields(row: CommentRow, places: _Places, told: list[Message]) -> Iterator[str]:
    exact = places.find(row.place)
    if exact is not None:
        yield f"落实：{'、'.join(exact)}"
        return
    chapters = places.chapters(row.place)
    if chapters:
        yield f"落实：{'、'.join(chapters)}"
    else:
        told.append(SHEETS_COMMENT_PLACE(place=row.told_place, text=row.place))
    yield f"说明：{written_sentence(f'{PLACE}{row.place}')}"


def _changes(comment: Comment, row: CommentRow, places: _Places, told: list[Message]) -> Iterator[Edit]:
    """How a comment is handled now, why, and where, as far as the sheet says so."""
    old = HANDLING_WORDS.get(comment.handling or "", "")
    if row.handling and row.handling != old:
        yield _edit(comment, "handling", "处理", row.handling)
        told.append(_changed(comment, row, "处理", old, row.handling))
    if row.reason and name_key(row.reason) != name_key(" ".join((comment.reason or "").split())):
        yield _edit(comment, "reason", "理由", written_sentence(row.reason))
        told.append(_changed(comment, row, "理由", comment.reason or "", row.reason))
    if row.place and not comment.carried_out_in and f"{PLACE}{row.place}" != (comment.remark or ""):
        names = places.find(row.place) or places.chapters(row.place)
        if names:
            yield add_field(comment, f"落实：{'、'.join(names)}")
            told.append(_changed(comment, row, "落实", "", row.place))
        else:
            told.append(SHEETS_COMMENT_PLACE(place=row.told_place, text=row.place))


def _edit(comment: Comment, attr: str, word: str, written: str) -> Edit:
    part = comment.written(attr)
    if part is None:
        return add_field(comment, f"{word}：{written}")
    return Edit(part.values[0].start, part.values[-1].end, written)


def _changed(comment: Comment, row: CommentRow, word: str, old: str, new: str) -> Message:
    return SHEETS_VALUE_CHANGED(place=row.told_place, name=comment.name, word=word, old=old or "—", new=new)
