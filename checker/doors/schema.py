"""``plancheck schema``: the JSON Schema of what plancheck writes and reads."""

from __future__ import annotations

from checker.doors.output import write_text, write_utf8
from checker.doors.words import Argument, Command, Option, columns, current_language
from checker.messages.cli import CLI_SCHEMA
from checker.messages.run_error import RunError
from checker.messages.schemas import CLI_SCHEMA_AFTER, CLI_SCHEMA_LIST, CLI_SCHEMA_NAME, SCHEMA_UNKNOWN
from checker.source import with_near

_DEFAULT = "report"


def _print_schema(name: str | None, list_names: bool) -> int:
    import json

    from checker.render.schemas import SCHEMA_NAMES, schema, schema_about

    if list_names:
        rows = [(known, schema_about(known).text(current_language())) for known in SCHEMA_NAMES]
        write_text("".join(f"{line}\n" for line in columns(rows)))
        return 0
    wanted = name or _DEFAULT
    if wanted not in SCHEMA_NAMES:
        raise RunError(with_near(SCHEMA_UNKNOWN(name=wanted, names="、".join(SCHEMA_NAMES)), wanted, SCHEMA_NAMES))
    write_utf8(json.dumps(schema(wanted), ensure_ascii=False, indent=2) + "\n")
    return 0


SCHEMA = Command(
    "schema",
    CLI_SCHEMA,
    [
        Argument("name", value=CLI_SCHEMA_NAME, required=False),
        Option("--list", "list_names", words=CLI_SCHEMA_LIST, is_flag=True),
    ],
    _print_schema,
    after=[CLI_SCHEMA_AFTER],
)
