"""A sentence in both languages, and the sentence with its arguments.

Calling a `Template` with arguments gives a `Message`, which travels with them until a renderer asks for words.
An argument that is itself a message is told in the same language.
"""

from __future__ import annotations

from msgspec import Struct


class Template(Struct, frozen=True):
    """A sentence in both languages, with {placeholders}."""

    zh: str
    en: str

    def __call__(self, **args: object) -> Message:
        """The message with its arguments."""
        return Message(self, tuple(sorted(args.items())))


class Message(Struct, frozen=True):
    """A template and its arguments."""

    template: Template
    args: tuple[tuple[str, object], ...] = ()

    def text(self, lang: str = "zh") -> str:
        """The words in `lang`, zh or en."""
        args = {key: value.text(lang) if isinstance(value, Message) else value for key, value in self.args}
        template = self.template.en if lang == "en" else self.template.zh
        return template.format(**args)
