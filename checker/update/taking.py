"""Changes that were taken → the new text of the plan's files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from checker.model import Element, Indicator
from checker.source import SourceText
from checker.syntax import Field
from checker.update.values import Add, Change, Drop, Put, Remove, Step
from checker.write.edits import Edit, add_field, add_figure, apply


def with_needed(changes: Sequence[Change], wanted: Iterable[int]) -> set[int]:
    """The positions of the changes wanted, and of those that give what these use."""
    taken = set(wanted)
    while True:
        uses = {key for at in taken for key in changes[at].uses}
        more = {at for at, change in enumerate(changes) if change.gives & uses} - taken
        if not more:
            return taken
        taken |= more


def take(changes: Iterable[Change]) -> list[tuple[SourceText, str]]:
    """The files that change, each with its new text and its own line ends."""
    steps = [step for change in changes for step in change.steps]
    edits: dict[str, tuple[SourceText, list[Edit]]] = {}
    for source, edit in _edits(steps):
        edits.setdefault(source.path, (source, []))[1].append(edit)
    return [(source, apply(source.text, _apart(made))) for source, made in edits.values()]


class _List(Struct, eq=False):
    """A field with what comes to it and what goes."""

    element: Element
    part: Field
    removed: list[int] = field(default_factory=list)
    added: list[str] = field(default_factory=list)


def _edits(steps: Sequence[Step]) -> Iterator[tuple[SourceText, Edit]]:
    lists: dict[int, _List] = {}
    new: dict[tuple[int, str], tuple[Add, list[str]]] = {}
    for step in steps:
        match step:
            case Put():
                newline = "\r\n" if "\r\n" in step.source.text else "\n"
                yield step.source, Edit(step.start, step.end, step.text.replace("\n", newline))
            case Drop():
                yield step.element.source, _without(step.element)
            case Remove():
                held = lists.setdefault(id(step.field), _List(step.element, step.field))
                held.removed.append(step.field.values.index(step.value))
            case Add():
                part = None if step.is_figure else _field_of(step)
                if part is not None:
                    lists.setdefault(id(part), _List(step.element, part)).added.append(step.text)
                else:
                    new.setdefault((id(step.element), step.word), (step, []))[1].append(step.text)
    for held in lists.values():
        for edit in _list_edits(held):
            yield held.element.source, edit
    for step, texts in new.values():
        written = "、".join(dict.fromkeys(texts))
        is_figure = step.is_figure and isinstance(step.element, Indicator)
        edit = (
            add_figure(step.element, step.word, written)
            if is_figure
            else add_field(step.element, f"{step.word}：{written}")
        )
        yield step.element.source, edit


def _field_of(step: Add) -> Field | None:
    """The field that has the same meaning, by whatever word."""
    from checker.model.schema import field_words

    spec = field_words(step.element.kind).get(step.word)
    return step.element.written(spec.attr) if spec is not None else None


def _list_edits(held: _List) -> Iterator[Edit]:
    values, gone = held.part.values, set(held.removed)
    if len(gone) == len(values):
        if held.added:
            yield Edit(values[0].start, values[-1].end, "、".join(held.added))
        else:
            yield _without_field(held.element, held.part)
        return
    at = 0
    while at < len(values):
        end = at
        while end < len(values) and end in gone:
            end += 1
        if end > at:
            first = values[at - 1].end if at else values[0].start
            yield Edit(first, values[end - 1].end if at else values[end].start, "")
        at = end + 1
    if held.added:
        yield Edit(values[-1].end, values[-1].end, "".join(f"、{one}" for one in held.added))


def _without_field(element: Element, part: Field) -> Edit:
    """The field with the blanks before it, and with its line where it stands alone on it."""
    text = element.source.text
    start = part.start
    while start > 0 and text[start - 1] in " \t　":
        start -= 1
    is_alone = text[start - 1 : start] == "\n" and text[part.end : part.end + 2].lstrip(" \r")[:1] in ("\n", "")
    if is_alone:
        start -= 1 + (text[start - 2 : start - 1] == "\r")
    return Edit(start, part.end, "")


def _without(element: Element) -> Edit:
    """The declaration, with its lines where nothing else stands on them, and one of the empty lines around it."""
    source, start, end = element.source, element.start, element.end
    first, last = source.place(start).line, source.place(max(start, end - 1)).line
    if source.text[source.line_start(first) : start].strip() or source.text[end : source.line_end(last)].strip():
        return Edit(start, end, "")
    start = source.line_start(first)
    end = source.line_start(last + 1) if last < source.line_count else len(source.text)
    is_apart = first > 1 and not source.line(first - 1).strip()
    if is_apart and last < source.line_count and not source.line(last + 1).strip():
        start = source.line_start(first - 1)
    return Edit(start, end, "")


def _apart(edits: Sequence[Edit]) -> list[Edit]:
    """The edits, each once, without those within what another takes away."""
    once = [one for at, one in enumerate(edits) if one.start == one.end or one not in edits[:at]]
    gone = [one for one in once if not one.text and one.end > one.start]
    return [one for one in once if not any(_holds(other, one) for other in gone if other is not one)]


def _holds(gone: Edit, one: Edit) -> bool:
    """Whether an edit lies within a deletion; what is put in right before or behind it stays."""
    is_inside = gone.start <= one.start and one.end <= gone.end and (gone.start, gone.end) != (one.start, one.end)
    return is_inside and not (one.start == one.end and one.start in (gone.start, gone.end))
