"""The options that say how plans are judged, the same for every command that checks."""

from __future__ import annotations

from checker.doors.words import Option
from checker.messages.cli import (
    CLI_AS_OF,
    CLI_CODES_VALUE,
    CLI_DATE_VALUE,
    CLI_IGNORE,
    CLI_LEVEL,
    CLI_LEVEL_VALUE,
    CLI_SELECT,
    CLI_STAGE,
    CLI_STAGE_VALUE,
)

#: Their words go to `checker.engine.choices.build_options` as they are.
JUDGING = (
    Option("--stage", words=CLI_STAGE, value=CLI_STAGE_VALUE),
    Option("--as-of", words=CLI_AS_OF, value=CLI_DATE_VALUE),
    Option("--level", words=CLI_LEVEL, value=CLI_LEVEL_VALUE),
    Option("--select", words=CLI_SELECT, value=CLI_CODES_VALUE, multiple=True),
    Option("--ignore", words=CLI_IGNORE, value=CLI_CODES_VALUE, multiple=True),
)
