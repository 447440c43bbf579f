"""``plancheck completion``: the script that teaches a shell to complete plancheck's words."""

from __future__ import annotations

import os

import click
from click.shell_completion import get_completion_class

from checker.doors.output import write_text
from checker.doors.words import Argument, Command, OneOf
from checker.messages.cli import CLI_COMPLETION, CLI_COMPLETION_AFTER, CLI_SHELL_VALUE

_NAME = "plancheck"
_VARIABLE = "_PLANCHECK_COMPLETE"
_SHELLS = ("bash", "zsh", "fish")


def _print_script(shell: str) -> int:
    made = get_completion_class(shell)
    assert made is not None
    completion = made(click.Command(_NAME), {}, _NAME, _VARIABLE)
    write_text(completion.source_template % completion.source_vars() + "\n")
    return 0


def answer(command: click.Command) -> int:
    """What the script asks for while somebody types; 1 if the question is not understood."""
    shell, _, question = os.environ[_VARIABLE].partition("_")
    made = get_completion_class(shell)
    if made is None or question != "complete":
        return 1
    write_text(made(command, {}, _NAME, _VARIABLE).complete() + "\n")
    return 0


COMPLETION = Command(
    "completion",
    CLI_COMPLETION,
    [Argument("shell", value=CLI_SHELL_VALUE, type=OneOf(*_SHELLS))],
    _print_script,
    after=[CLI_COMPLETION_AFTER],
)
