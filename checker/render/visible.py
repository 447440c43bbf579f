"""Text from a plan made safe to show: nothing in it steers the terminal, nothing in it floods the page."""

from __future__ import annotations

import unicodedata

from checker.messages import Message

#: Control, format, surrogate and separator characters would act on the terminal, or hide.
_ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_LONGEST_ARGUMENT = 120


def visible(text: str) -> str:
    """`text` with every character that acts instead of showing written as an escape; a tab is a blank."""
    return text if text.isprintable() else "".join(map(visible_character, text))


def visible_lines(text: str) -> str:
    """`text` of several lines: their ends stay, all else is as `visible` has it."""
    return text if text.isprintable() else "\n".join(map(visible, text.split("\n")))


def json_text(value: object, indent: int | None = 2) -> str:
    """`value` as JSON, in which no character acts: those that would stand as escapes, which says the same."""
    import json  # what is shown on a screen needs none

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return "\n".join(line if line.isprintable() else "".join(map(_json_character, line)) for line in text.split("\n"))


def _json_character(character: str) -> str:
    import json

    return json.dumps(character)[1:-1] if unicodedata.category(character) in _ACTING else character


def visible_character(character: str) -> str:
    """One character as it is shown."""
    if character == "\t":
        return " "
    if character < "\x7f" and character.isprintable():
        return character
    if unicodedata.category(character) in _ACTING:
        return character.encode("unicode_escape").decode("ascii")
    return character


def sentence(message: Message, lang: str) -> str:
    """The words of `message`, its arguments made visible and none of them too long to read."""
    return _with_shown_arguments(message).text(lang)


def _with_shown_arguments(message: Message) -> Message:
    return Message(message.template, tuple((name, _shown(value)) for name, value in message.args))


def _shown(value: object) -> object:
    if isinstance(value, Message):
        return _with_shown_arguments(value)
    return _shortened(visible(value)) if isinstance(value, str) else value


def _shortened(text: str) -> str:
    half = _LONGEST_ARGUMENT // 2
    return text if len(text) <= _LONGEST_ARGUMENT else f"{text[:half]}...{text[-half:]}"
