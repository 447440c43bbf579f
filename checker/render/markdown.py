"""Text of a plan within Markdown: it shows just this text, whatever stands in it."""

from __future__ import annotations

import re

from checker.render.visible import visible

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&$@:])")


def plain_markdown(text: str) -> str:
    """`text` on one line, every character that could be markup escaped."""
    return _MARKUP.sub(r"\\\1", visible(" ".join(text.split())))
