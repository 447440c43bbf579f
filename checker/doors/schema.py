"""``plancheck schema``: the JSON Schema of what ``check --format json`` writes."""

from __future__ import annotations

from checker.doors.output import write_utf8
from checker.doors.words import Command
from checker.messages.cli import CLI_SCHEMA


def _print_schema() -> int:
    import json

    from checker.render.json_schema import report_schema

    write_utf8(json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n")
    return 0


SCHEMA = Command("schema", CLI_SCHEMA, [], _print_schema)
