"""The one exception of a run that cannot be done."""

from __future__ import annotations

from checker.messages.template import Message


class RunError(Exception):
    """The run cannot be done (exit status 2); `message` says why in one sentence."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message.text()
