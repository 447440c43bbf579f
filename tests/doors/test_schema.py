"""``plancheck schema``."""

import json

from checker.render.json_schema import report_schema
from tests.doors.conftest import Run


def test_the_schema_is_printed(run: Run) -> None:
    ran = run("schema")
    assert ran.status == 0
    assert json.loads(ran.out) == report_schema()
