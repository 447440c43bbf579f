"""What the JSON of `check` looks like, for programs that read it; printed by ``plancheck schema``.

pydantic makes the JSON Schema from these models. Only that command and the tests import this module.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt

from checker.render.json import SCHEMA_VERSION

SeverityWord = Literal["error", "warning", "info"]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class PlaceJson(_Closed):
    """A position in the decoded text; a line of a .docx is a paragraph."""

    line: PositiveInt
    column: PositiveInt
    offset: NonNegativeInt


class RelatedJson(_Closed):
    """Another place that matters."""

    message: str
    file: str
    start: PlaceJson
    end: PlaceJson
    locator: str


class EditJson(_Closed):
    """Put `text` between `start` and `end`."""

    file: str
    start: PlaceJson
    end: PlaceJson
    text: str


class FixJson(_Closed):
    """Edits that together clear the finding."""

    message: str
    edits: list[EditJson]


class FindingJson(_Closed):
    """One thing wrong, at one place."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{2,}[0-9]{3,}$")]
    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    severity: SeverityWord
    status: Literal["new", "known", "waived"]
    message: str
    basis: str
    help: str | None
    plan: str
    subject: str
    file: str
    start: PlaceJson
    end: PlaceJson
    locator: str
    related: list[RelatedJson]
    fingerprint: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{11,}$")]
    fix: FixJson | None = None


class NoticeJson(_Closed):
    """What was not checked, and by which rules."""

    message: str
    codes: list[str]
    file: str | None = None


class GoneJson(_Closed):
    """A finding of the baseline that is there no more, as it was recorded."""

    code: str
    message: str
    plan: str
    fingerprint: str


class SummaryJson(_Closed):
    """Counts: new findings by severity, the others by status."""

    error: NonNegativeInt
    warning: NonNegativeInt
    info: NonNegativeInt
    known: NonNegativeInt
    waived: NonNegativeInt
    notices: NonNegativeInt
    unreadable: NonNegativeInt
    plans: NonNegativeInt
    gone: NonNegativeInt


class ReportJson(_Closed):
    """The outcome of one run of plancheck."""

    schema_version: Literal["1.1"]
    tool_version: str
    stage: str
    as_of: Annotated[date, Field(strict=False)]
    findings: list[FindingJson]
    gone: list[GoneJson]
    notices: list[NoticeJson]
    summary: SummaryJson


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the output of ``plancheck check --format json``."""
    schema = ReportJson.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"plancheck-{SCHEMA_VERSION}", **schema}
