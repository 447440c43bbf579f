"""Every way in which a command line can go wrong, as one sentence."""

from __future__ import annotations

import click

from checker.doors.words import shown_name
from checker.messages import Message
from checker.messages.cli import (
    CLI_EXTRA_WORDS,
    CLI_FAULT,
    CLI_OPTION_TAKES_NOTHING,
    CLI_OPTION_UNKNOWN,
    CLI_OPTION_UNKNOWN_NEAR,
    CLI_USAGE_FAULT,
    CLI_VALUE_MISSING,
    CLI_WORD_MISSING,
)


def explain_usage(error: click.ClickException) -> Message:
    """What click found wrong with a command line."""
    if isinstance(error, click.NoSuchOption):
        return _unknown_option(error)
    if isinstance(error, click.BadOptionUsage):
        takes_nothing = "does not take a value" in error.message
        return (CLI_OPTION_TAKES_NOTHING if takes_nothing else CLI_VALUE_MISSING)(option=error.option_name)
    if isinstance(error, click.MissingParameter):
        return CLI_WORD_MISSING(word=shown_name(error.param))
    if isinstance(error, click.UsageError) and error.ctx is not None and "extra argument" in error.message:
        return CLI_EXTRA_WORDS(words=error.message.partition("(")[2].rstrip(")"))
    return CLI_USAGE_FAULT(reason=error.format_message())


def _unknown_option(error: click.NoSuchOption) -> Message:
    known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
    import difflib

    near = difflib.get_close_matches(error.option_name, known, n=1)
    if near:
        return CLI_OPTION_UNKNOWN_NEAR(option=error.option_name, near=near[0])
    return CLI_OPTION_UNKNOWN(option=error.option_name)


def explain_fault(error: BaseException) -> Message:
    """An exception that nobody expected: plancheck is to blame."""
    return CLI_FAULT(kind=type(error).__name__)
