"""Values of fields: from what is written to what it means, with a problem for each that means nothing.

Every reader gives the value and appends to `problems` what it could not read, in a drafter's words.
"""

from __future__ import annotations

import re

from checker.messages.choices import Choice, choice_words
from checker.messages.model import (
    MODEL_BAD_CHOICE,
    MODEL_BAD_FIGURE,
    MODEL_BAD_TIME,
    MODEL_BAD_UNIT,
    MODEL_NO_NOTES,
    MODEL_NOT_A_NAME,
    MODEL_NOT_A_TEXT,
    MODEL_ONE_MODE,
    MODEL_ONE_ONLY,
    MODEL_UNKNOWN_NOTE,
    MODEL_UPSIDE_DOWN,
)
from checker.messages.names import NAMES_NEAR
from checker.model.element import Count, Document, Phrase, Reference, ShareValue
from checker.model.spec import FieldSpec, FieldType
from checker.model.words import ALIGNMENT_MODES, LISTED, note_words
from checker.quantity import (
    DateInterval,
    FigureError,
    Quantity,
    RangeReversed,
    Unit,
    build_quantity,
    meant_unit,
    near_units,
    parse_date,
    parse_unit,
)
from checker.source import fold, near_words
from checker.syntax import (
    Amount,
    DatePoint,
    DateRange,
    Field,
    FigureValue,
    Item,
    Name,
    Note,
    Path,
    Share,
    SyntaxProblem,
    Text,
    UnitValue,
)

Problems = list[SyntaxProblem]

_NOT_AT_HAND = ("未随附", "not_attached")


def read_notes(notes: tuple[Note, ...], spec: FieldSpec, problems: Problems, field: str = "") -> dict[str, Note]:
    """The remarks by their English word; titles and dates count as `source` and `since`.

    `field` is the word written where that is not the one of `spec` (2025年).
    """
    read: dict[str, Note] = {}
    if not notes:
        return read
    words = note_words()
    for note in notes:
        word = _note_word(note, words)
        if word is None or word not in spec.notes:
            allowed = [zh for zh, en in words.items() if en in spec.notes and not zh.isascii()]
            told = MODEL_UNKNOWN_NOTE if allowed else MODEL_NO_NOTES
            message = told(field=field or spec.word, note=note.word or "……", allowed="、".join(allowed))
            problems.append(SyntaxProblem(message, note.start, note.end, near_words(note.word, allowed)))
            continue
        read[word] = note
    return read


def _note_word(note: Note, words: dict[str, str]) -> str | None:
    if note.word:
        return words.get(note.word) or words.get(fold(note.word)) or words.get(fold(note.word).lower())
    if isinstance(note.value, DatePoint):
        return "since"
    if isinstance(note.value, Text) and note.value.kind == "word":
        return "constant_price"
    return "source"


def note_number(note: Note | None) -> int | None:
    """The whole number a remark carries: 预期性20 → 20."""
    if note is None or not isinstance(note.value, Amount):
        return None
    return whole(read_quantity(note.value, "", []))


def note_choice(notes: dict[str, Note], word: str, choices: tuple[Choice, ...] = LISTED) -> str | None:
    """The word of a closed list a remark carries: 列出：部分 → partial."""
    note = notes.get(word)
    if note is not None and isinstance(note.value, Amount) and note.value.missing:
        return "unpublished"
    if note is None or not isinstance(note.value, Path):
        return None
    return choice_words(choices).get(fold(note.value.text))


def whole(quantity: Quantity | None) -> int | None:
    """The quantity as a whole number, or None where it is none or only a bound."""
    exact = quantity.interval.point if quantity is not None else None
    return int(exact) if exact is not None and exact.denominator == 1 else None


def _quantity(amount: Amount, unit: str = "") -> Quantity:
    return build_quantity(
        amount.number,
        amount.unit or None,
        amount.comparator or None,
        amount.approximately,
        amount.more,
        amount.nearly or None,
        amount.upper or None,
        amount.upper_unit or None,
        inherited=unit or None,
    )


def read_quantity(amount: Amount, unit: str, problems: Problems) -> Quantity | None:
    """The quantity of a figure; `unit` is inherited where the figure has none. None for words or 未公开."""
    if amount.missing or amount.words is not None:
        return None
    try:
        return _quantity(amount, unit)
    except RangeReversed:
        problems.append(SyntaxProblem(MODEL_UPSIDE_DOWN(), amount.start, amount.end))
    except FigureError:
        problems.append(SyntaxProblem(MODEL_BAD_FIGURE(), amount.start, amount.end))
    return None


def read_items(field: Field, spec: FieldSpec, problems: Problems) -> list[Reference]:
    """References (or sentences, where the field takes both)."""
    references = []
    for item in field.values:
        assert isinstance(item, Item)
        notes = read_notes(item.notes, spec, problems)
        _one_mode(notes, problems)
        path = _title_of_plan(item, spec) if item.path is None else item.path
        if path is not None and (item.path is None or item.text is None):
            references.append(Reference(spec.attr, path, "", notes, item.start, item.end))
        elif item.text is not None and item.path is None and spec.type is FieldType.MIXED:
            references.append(Reference(spec.attr, None, item.text.text, notes, item.start, item.end))
        else:
            problems.append(SyntaxProblem(MODEL_NOT_A_NAME(field=spec.word), item.start, item.end))
    return references


def _one_mode(notes: dict[str, Note], problems: Problems) -> None:
    """Tell it where a tie is said to be of two modes: （不低于、同值）."""
    modes = [notes[choice.en] for choice in ALIGNMENT_MODES if choice.en in notes] if len(notes) > 1 else []
    if len(modes) > 1:
        first, second = sorted(modes, key=lambda note: note.start)[:2]
        message = MODEL_ONE_MODE(first=first.word, second=second.word)
        problems.append(SyntaxProblem(message, second.start, second.end))


def _title_of_plan(item: Item, spec: FieldSpec) -> Path | None:
    """A plan may be called by its full name: 上位规划：《…纲要》."""
    text = item.text
    if text is None or text.kind != "title" or spec.targets != ("plan",):
        return None
    return Path((Name(text.text, text.start, text.end),), text.start, text.end)


def read_phrases(field: Field, spec: FieldSpec, problems: Problems) -> list[Phrase]:
    """Plain names or sentences."""
    phrases = []
    for item in field.values:
        assert isinstance(item, Item)
        notes = read_notes(item.notes, spec, problems)
        text = item.text.text if item.text is not None else item.path.text if item.path is not None else ""
        if item.text is not None and item.path is not None:
            problems.append(SyntaxProblem(MODEL_NOT_A_TEXT(field=spec.word), item.start, item.end))
        start, end = (item.text.start, item.text.end) if item.text is not None else (item.start, item.end)
        if item.path is not None and item.text is None:
            start, end = item.path.start, item.path.end
        phrases.append(Phrase(text, notes, start, end))
    return phrases


def read_one(field: Field, spec: FieldSpec, problems: Problems) -> str:
    """One sentence or name."""
    one_only(field, spec, problems)
    return read_phrases(field, spec, problems)[0].text


def one_only(field: Field, spec: FieldSpec, problems: Problems) -> None:
    """Tell it where a field that takes one value has several."""
    if len(field.values) > 1:
        second = field.values[1]
        problems.append(SyntaxProblem(MODEL_ONE_ONLY(field=spec.word), second.start, second.end))


def read_documents(field: Field, spec: FieldSpec, problems: Problems) -> list[Document]:
    """Texts or sources; 未随附 before one says that it is not at hand."""
    documents = []
    for item in field.values:
        assert isinstance(item, Item)
        notes = read_notes(item.notes, spec, problems)
        word = fold(item.path.text) if item.path is not None else ""
        if item.text is not None and (not word or word in _NOT_AT_HAND):
            title = item.text.kind == "title"
            documents.append(Document(item.text.text, title, not word, notes, item.start, item.end))
        elif item.text is None and item.path is not None:
            at_hand = word not in _NOT_AT_HAND
            documents.append(Document(item.path.text if at_hand else "", False, at_hand, notes, item.start, item.end))
        else:
            problems.append(SyntaxProblem(MODEL_NOT_A_TEXT(field=spec.word), item.start, item.end))
    return documents


def read_choice(words: dict[str, str], field: Field, spec: FieldSpec, problems: Problems) -> str | None:
    """One word of the field's closed list, in English; `words` are those of `spec.choices`, looked up once a field."""
    item = field.values[0]
    assert isinstance(item, Item)
    written = item.path.text if item.path is not None else item.text.text if item.text is not None else ""
    read_notes(item.notes, spec, problems)
    choice = words.get(written) or words.get(fold(written)) or words.get(fold(written).lower())
    if choice is None:
        allowed = [word.zh[0] for word in spec.choices]
        message = MODEL_BAD_CHOICE(field=spec.word, written=written, allowed="、".join(allowed))
        problems.append(SyntaxProblem(message, item.start, item.end, near_words(written, allowed)))
    one_only(field, spec, problems)
    return choice


def read_time(field: Field, spec: FieldSpec, problems: Problems) -> DateInterval | None:
    """The interval from the first time to the last."""
    value = field.values[0]
    assert isinstance(value, DateRange)
    one_only(field, spec, problems)
    read_notes(value.notes, spec, problems)
    first = parse_date(_with_month(value))
    if first is None:
        problems.append(SyntaxProblem(MODEL_BAD_TIME(written=value.first.text), value.first.start, value.first.end))
        return None
    if value.last is None:
        return DateInterval(first.first, first.last, open_start=True) if value.until else first
    same_month = re.match(r"[0-9]{1,2}[日号]", value.last.text)
    last = parse_date(f"{first.first.month}月{value.last.text}" if same_month else value.last.text, first.first.year)
    if last is None or last.last < first.first:
        problems.append(SyntaxProblem(MODEL_BAD_TIME(written=value.last.text), value.last.start, value.last.end))
        return first
    return DateInterval(first.first, last.last, first.open_start, last.open_end)


def _with_month(value: DateRange) -> str:
    """The first of two times; that of 2021年1—3月 lacks the word for its month."""
    text = value.first.text
    return f"{text}月" if value.last is not None and re.fullmatch(r"[0-9]{4}年[0-9]{1,2}", text) else text


def read_counts(field: Field, spec: FieldSpec, problems: Problems, inherited: str = "") -> list[Count]:
    """Figures without tense: 3部分、9章、34节, 未公开, 22（预期性20、约束性2）."""
    counts = []
    for figure in field.values:
        assert isinstance(figure, FigureValue)
        notes = read_notes(figure.notes, spec, problems)
        quantity = read_quantity(figure.amount, inherited, problems)
        missing = figure.amount.missing
        unit = figure.amount.unit
        counts.append(Count(whole(quantity), quantity, missing, unit, notes, figure.start, figure.end))
    return counts


def read_shares(field: Field, spec: FieldSpec, problems: Problems, inherited: str = "") -> list[ShareValue]:
    """Names with figures; one without a unit is in the `inherited` one."""
    shares = []
    for share in field.values:
        assert isinstance(share, Share)
        notes = read_notes(share.notes, spec, problems)
        reference = Reference(spec.attr, share.path, "", notes, share.path.start, share.path.end)
        quantity = read_quantity(share.amount, inherited, problems)
        shares.append(ShareValue(reference, quantity, notes, share.start, share.end))
    return shares


def read_unit(field: Field, problems: Problems) -> tuple[str, Unit | None]:
    """The unit as written and as understood."""
    value = field.values[0]
    assert isinstance(value, UnitValue)
    unit = parse_unit(value.text)
    if unit is None:
        meant = near_units(value.text)
        advice = NAMES_NEAR(words="、".join(f"「{one}」" for one in meant)) if meant else None
        instead = meant_unit(value.text)
        problems.append(SyntaxProblem(MODEL_BAD_UNIT(written=value.text), value.start, value.end, advice, instead))
    return value.text, unit
