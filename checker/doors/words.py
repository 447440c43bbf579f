"""Commands and options that carry their words in both languages, and the help page made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from checker.doors.output import write_text
from checker.messages import Message, Template
from checker.messages.cli import (
    CLI_COMMAND_MISSING,
    CLI_COMMAND_PLACE,
    CLI_COMMAND_UNKNOWN,
    CLI_COMMANDS,
    CLI_HELP,
    CLI_LANG,
    CLI_LANG_VALUE,
    CLI_OPTIONS,
    CLI_OPTIONS_PLACE,
    CLI_USAGE,
)
from checker.messages.options import OPTION_UNKNOWN_WORD
from checker.messages.run_error import RunError
from checker.source import display_width, with_near

LANGUAGES = ("zh", "en")
DEFAULT_LANGUAGE = "zh"


#: The type of a file or folder.
FILE = click.Path(path_type=Path)


class OneOf(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.5
    """A word of a closed list."""

    name = "word"

    def __init__(self, *words: str) -> None:
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, _ctx: click.Context | None) -> str:
        """`value` if it is listed; RunError otherwise."""
        if value not in self.words:
            unknown = OPTION_UNKNOWN_WORD(option=shown_name(param), word=value, words="、".join(self.words))
            raise RunError(with_near(unknown, str(value), self.words))
        return str(value)

    def shell_complete(self, _ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The words that begin so."""
        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


class Option(click.Option):
    """An option; `value` names what follows it."""

    def __init__(self, *names: str, words: Template, value: Template | None = None, **settings: Any) -> None:
        super().__init__(list(names), help=words.zh, **settings)
        self.words = words
        self.value = value


class Files(Option):
    """An option with as many files as follow it, up to the next option: --from 纲要.docx 主要指标.xlsx."""

    def __init__(self, *names: str, words: Template, value: Template) -> None:
        super().__init__(*names, words=words, value=value, type=FILE, multiple=True)

    def add_to_parser(self, parser: Any, ctx: click.Context) -> None:
        """Let the option take what stands behind its first file, too."""
        super().add_to_parser(parser, ctx)
        for name in self.opts:
            option = parser._long_opt[name]  # noqa: SLF001 -- click has no options of many values
            option.process = _taking_all(option.process, next(iter(parser._opt_prefixes)))  # noqa: SLF001


def _taking_all(process: Callable[[Any, Any], None], prefix: str) -> Callable[[Any, Any], None]:
    def take(value: Any, state: Any) -> None:
        process(value, state)
        while state.rargs and not state.rargs[0].startswith(prefix):
            process(state.rargs.pop(0), state)

    return take


class Argument(click.Argument):
    """A positional word or several."""

    def __init__(self, name: str, value: Template, **settings: Any) -> None:
        super().__init__([name], **settings)
        self.value = value


def shown_name(param: click.Parameter | None) -> Message | str:
    """How a user writes a parameter."""
    if isinstance(param, Argument):
        return param.value()
    return max(param.opts, key=len) if param else ""


def _language_option() -> Option:
    """``--lang``, which every command takes; it is read before all else (see `cli.language`)."""
    return Option(
        "--lang", words=CLI_LANG, value=CLI_LANG_VALUE, type=OneOf(*LANGUAGES), expose_value=False, is_eager=True
    )


def _help_option() -> Option:
    """``--help``; click's own would write to stdout in its own way."""
    return Option("-h", "--help", words=CLI_HELP, is_flag=True, expose_value=False, is_eager=True, callback=_show_help)


def _show_help(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        write_text(ctx.get_help() + "\n")
        ctx.exit()


def _common_options() -> list[click.Parameter]:
    return [_language_option(), _help_option()]


class Command(click.Command):
    """A command; `after` are further paragraphs of its help page."""

    def __init__(
        self,
        name: str,
        words: Template,
        params: Sequence[click.Parameter],
        callback: Callable[..., int],
        after: Sequence[Template] = (),
    ) -> None:
        super().__init__(name, params=[*params, *_common_options()], callback=callback, add_help_option=False)
        self.words = words
        self.after = after

    def get_help(self, ctx: click.Context) -> str:
        """The help page."""
        return "\n".join(_page(self, ctx, ())).rstrip()

    def get_short_help_str(self, _limit: int = 45) -> str:
        """One line for lists of commands."""
        return first_sentence(self.words)


class Group(click.Group):
    """A command with commands below it.

    `names` are theirs, `load` gets one of them, `place` stands for them in the usage line.
    """

    def __init__(
        self,
        name: str,
        words: Template,
        names: Sequence[str],
        load: Callable[[str], Command | Group],
        *,
        params: Sequence[click.Parameter] = (),
        place: Template = CLI_COMMAND_PLACE,
        after: Sequence[Template] = (),
    ) -> None:
        super().__init__(name, params=[*params, *_common_options()], add_help_option=False, no_args_is_help=False)
        self.words = words
        self.place = place
        self.names = tuple(names)
        self.load = load
        self.after = after

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names of the commands below."""
        return list(self.names)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, imported now."""
        return self.load(cmd_name) if cmd_name in self.names else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with; RunError if there is none."""
        if not ctx.resilient_parsing and args[0] not in self.names:
            unknown = CLI_COMMAND_UNKNOWN(group=ctx.command_path, word=args[0], names="、".join(self.names))
            raise RunError(with_near(unknown, args[0], self.names))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command named; RunError if none is."""
        if not ctx._protected_args:  # noqa: SLF001 - click keeps the words of the command below here
            raise RunError(CLI_COMMAND_MISSING(group=ctx.command_path, names="、".join(self.names)))
        return super().invoke(ctx)

    def get_help(self, ctx: click.Context) -> str:
        """The help page."""
        return "\n".join(_page(self, ctx, [(name, self.load(name)) for name in self.names])).rstrip()

    def get_short_help_str(self, _limit: int = 45) -> str:
        """One line for lists of commands."""
        return first_sentence(self.words)


def first_sentence(words: Template) -> str:
    """What a command does, in short."""
    return words.zh.split("。", 1)[0]


def told_language() -> str | None:
    """The language that the command line or the environment asked for, None if neither did."""
    told = click.get_current_context().find_root().obj
    return told if isinstance(told, str) else None


def current_language() -> str:
    """The language of this run, where no configuration has a say."""
    return told_language() or DEFAULT_LANGUAGE


def _page(command: Command | Group, ctx: click.Context, below: Sequence[tuple[str, Command | Group]]) -> Iterator[str]:
    lang = ctx.find_root().obj or DEFAULT_LANGUAGE
    if isinstance(command, Group):
        places = [command.place]
    else:
        places = [CLI_OPTIONS_PLACE, *(param.value for param in command.params if isinstance(param, Argument))]
    yield CLI_USAGE(line=" ".join([ctx.command_path, *(place().text(lang) for place in places)])).text(lang)
    yield ""
    yield command.words().text(lang)
    options = [_option_row(param, lang) for param in command.params if isinstance(param, Option)]
    commands = [(name, _short(one.words, lang)) for name, one in below]
    for heading, table in ((CLI_COMMANDS, commands), (CLI_OPTIONS, options)):
        if table:
            yield ""
            yield heading().text(lang)
            yield from columns(table)
    for paragraph in command.after:
        yield ""
        yield paragraph().text(lang)


def _short(words: Template, lang: str) -> str:
    return words().text(lang).split("\n", 1)[0]


def _option_row(option: Option, lang: str) -> tuple[str, str]:
    value = f" {option.value().text(lang)}" if option.value else ""
    return ", ".join(sorted(option.opts, key=len)) + value, option.words().text(lang)


def columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows of cells below each other, two blanks before and between."""
    widths = [max(map(display_width, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - display_width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  " + "  ".join(cells).rstrip()
