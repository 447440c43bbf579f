"""``plancheck``: the entry, and nothing that a command does."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from checker.doors.faults import explain_fault, explain_usage
from checker.doors.output import prepare_streams, write_line, write_text
from checker.doors.words import DEFAULT_LANGUAGE, LANGUAGES, Command, Group, Option
from checker.messages import Message
from checker.messages.cli import (
    CLI_COMMAND_NEAR,
    CLI_INTERRUPTED,
    CLI_PLANCHECK,
    CLI_PLANCHECK_AFTER,
    CLI_PLANCHECK_PLACE,
    CLI_SAYS,
    CLI_VERSION,
)
from checker.messages.run_error import RunError
from checker.resources import NAME, VERSION_LINE

#: Commands in the order of the help page: name, module and attribute that hold it. Only the one asked for is imported.
COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("check", "check", "CHECK"),
    ("watch", "watch", "WATCH"),
    ("fmt", "fmt", "FMT"),
    ("annotate", "annotate", "ANNOTATE"),
    ("read", "read", "READ"),
    ("follow", "follow", "FOLLOW"),
    ("report", "report", "REPORT"),
    ("graph", "graph", "GRAPH"),
    ("draft", "draft", "DRAFT"),
    ("update", "update", "UPDATE"),
    ("list", "listing", "LIST"),
    ("align", "align", "ALIGN"),
    ("table", "table", "TABLE"),
    ("comments", "comments", "COMMENTS"),
    ("explain", "rules", "EXPLAIN"),
    ("diff", "diff", "DIFF"),
    ("snapshot", "snapshot", "SNAPSHOT"),
    ("history", "history", "HISTORY"),
    ("baseline", "baseline", "BASELINE"),
    ("approve", "approve", "APPROVE"),
    ("review", "review", "REVIEW"),
    ("rules", "rules", "RULES"),
    ("new", "new", "NEW"),
    ("whatif", "whatif", "WHATIF"),
    ("range", "range", "RANGE"),
    ("clean", "clean", "CLEAN"),
    ("schema", "schema", "SCHEMA"),
    ("completion", "completion", "COMPLETION"),
)
_DEFAULT = "check"
_OWN_OPTIONS = frozenset({"--help", "-h", "--version"})


class Root(Group):
    """All commands; words that are no command are paths to check."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the first word as a command if it is one; else all of them go to `check`."""
        first = _after_language(args)
        is_own = first < len(args) and (args[first] in self.names or args[first] in _OWN_OPTIONS)
        if not is_own and not (ctx.resilient_parsing and first == len(args)):
            self._refuse_misspelt(args[first:])
            args = [*args[:first], _DEFAULT, *args[first:]]
        return super().parse_args(ctx, args)

    def _refuse_misspelt(self, words: Sequence[str]) -> None:
        """RunError if the first word is neither a path nor an option but nearly a command."""
        if not words or words[0].startswith("-") or os.path.lexists(words[0]):
            return
        from difflib import get_close_matches

        near = get_close_matches(words[0], self.names, n=1, cutoff=0.7)
        if near:
            raise RunError(CLI_COMMAND_NEAR(word=words[0], near=near[0]))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands that begin so, and what `check` takes."""
        check = _load(_DEFAULT)
        taken = check.shell_complete(click.Context(check, parent=ctx), incomplete)
        if not incomplete.startswith("-"):
            taken.append(CompletionItem(incomplete, type="file"))
        return list({item.value: item for item in (*super().shell_complete(ctx, incomplete), *taken)}.values())


def _after_language(args: Sequence[str]) -> int:
    """How many words ``--lang`` takes at the beginning of `args`."""
    position = 0
    while position < len(args):
        if args[position] == "--lang":
            position += 2
        elif args[position].startswith("--lang="):
            position += 1
        else:
            break
    return min(position, len(args))


def _load(name: str) -> Command | Group:
    module, attribute = next((module, attribute) for known, module, attribute in COMMANDS if known == name)
    command = getattr(import_module(f"checker.doors.{module}"), attribute)
    assert isinstance(command, Command | Group)
    return command


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        write_text(VERSION_LINE)
        ctx.exit()


def root() -> Root:
    """The command line as click sees it."""
    version = Option(
        "--version", words=CLI_VERSION, is_flag=True, is_eager=True, expose_value=False, callback=_show_version
    )
    names = [name for name, _, _ in COMMANDS]
    return Root(
        NAME, CLI_PLANCHECK, names, _load, params=[version], place=CLI_PLANCHECK_PLACE, after=[CLI_PLANCHECK_AFTER]
    )


def language(args: Sequence[str]) -> str | None:
    """The language, zh or en: ``--lang`` wherever it stands, else PLANCHECK_LANG; None if neither says it."""
    wanted = os.environ.get("PLANCHECK_LANG", "")
    for position, word in enumerate(args):
        if word == "--":
            break
        if word == "--lang" and position + 1 < len(args):
            wanted = args[position + 1]
        elif word.startswith("--lang="):
            wanted = word.removeprefix("--lang=")
    return next((known for known in LANGUAGES if wanted.lower().startswith(known)), None)


def main(args: Sequence[str] | None = None) -> int:
    """Run one command line; its exit status.

    Nothing is raised: usage errors and files that cannot be read are one line on stderr and 2, a fault of
    plancheck itself one line and 3 (with its traceback if PLANCHECK_DEBUG is set).
    """
    words = list(sys.argv[1:] if args is None else args)
    if args is None:
        # One command a process: its end gives all memory back, and to look through it before costs a quarter
        # of a long check.
        gc.disable()
        atexit.register(gc.freeze)
    told = language(words)
    lang = told or DEFAULT_LANGUAGE
    prepare_streams()
    try:
        return _run(words, told)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return _complain(explain_usage(error), lang, 2)
    except (KeyboardInterrupt, click.Abort):
        return _complain(CLI_INTERRUPTED(), lang, 2)
    except Exception as error:  # noqa: BLE001 - the last line of defence
        message = getattr(error, "message", None)
        if isinstance(message, Message):  # RunError, ConfigError, Unreadable
            return _complain(message, lang, 2)
        if os.environ.get("PLANCHECK_DEBUG"):
            import traceback

            traceback.print_exc()
        return _complain(explain_fault(error), lang, 3)


def _run(words: list[str], lang: str | None) -> int:
    command = root()
    if "_PLANCHECK_COMPLETE" in os.environ:
        from checker.doors.completion import answer

        return answer(command)
    with command.make_context(NAME, words, obj=lang) as ctx:
        status = command.invoke(ctx)
    assert isinstance(status, int)
    return status


def _complain(message: Message, lang: str, status: int) -> int:
    write_line(CLI_SAYS(message=message).text(lang))
    return status
