"""What the JSON of a run looks like, for programs that read it.

These types are what the writers (`json.py`, `json_lines.py`) return, so that mypy holds the writers to them,
and what pydantic makes the JSON Schema from (`schemas.py`): said once. The writers import them for mypy only.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field, NonNegativeInt, PositiveInt, with_config
from typing_extensions import TypedDict  # pydantic takes that of `typing` from Python 3.12 on

from checker.engine.json_values import CLOSED, Code, Day, Fingerprint

SeverityWord = Literal["error", "warning", "info"]


@with_config(CLOSED)
class PlaceJson(TypedDict):
    """A position in the decoded text; a line of a .docx is a paragraph."""

    line: PositiveInt
    column: PositiveInt
    offset: NonNegativeInt


@with_config(CLOSED)
class SpanJson(TypedDict):
    """A place, complete."""

    file: str
    start: PlaceJson
    end: PlaceJson


@with_config(CLOSED)
class LocatedJson(TypedDict):
    """A place, complete, and in words."""

    file: str
    start: PlaceJson
    end: PlaceJson
    locator: str


@with_config(CLOSED)
class RelatedJson(TypedDict):
    """Another place that matters."""

    message: str
    file: str
    start: PlaceJson
    end: PlaceJson
    locator: str


@with_config(CLOSED)
class EditJson(TypedDict):
    """Put `text` between `start` and `end`."""

    file: str
    start: PlaceJson
    end: PlaceJson
    text: str


@with_config(CLOSED)
class FixJson(TypedDict):
    """Edits that together clear the finding; `trusts_text` where they are right only if the text is."""

    message: str
    edits: list[EditJson]
    trusts_text: NotRequired[bool]


@with_config(CLOSED)
class WaiverJson(TypedDict):
    """Why a finding is waived, and where the plan says so."""

    reason: str | None
    approved_by: str | None
    until: Day | None
    file: str
    start: PlaceJson
    end: PlaceJson


@with_config(CLOSED)
class FindingJson(TypedDict):
    """One thing wrong, at one place; with the chapters, owners and goals that it concerns."""

    code: Code
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
    chapters: list[str]
    owners: list[str]
    drafters: list[str]
    goals: list[str]
    related: list[RelatedJson]
    fingerprint: Fingerprint
    waiver: NotRequired[WaiverJson]
    fix: NotRequired[FixJson]


@with_config(CLOSED)
class NoticeJson(TypedDict):
    """What was not checked, and by which rules: for want of data, or left open by the plan; or a mere remark."""

    message: str
    codes: list[str]
    kind: Literal["missing", "open", "remark"]
    file: NotRequired[str]


@with_config(CLOSED)
class LackingJson(TypedDict):
    """A figure of a text that the plan file lacks: of what, of which year if one is told, and as written."""

    name: str
    year: int | None
    value: str
    file: str
    start: PlaceJson
    end: PlaceJson
    locator: str


@with_config(CLOSED)
class CoverageJson(TypedDict):
    """How much of what a text states in figures its plan file has."""

    file: str
    plan: str
    stated: NonNegativeInt
    in_model: NonNegativeInt
    lacking: list[LackingJson]


@with_config(CLOSED)
class FollowedItemJson(TypedDict):
    """What a proposal asks for, where it does, and how the outline has it."""

    kind: Literal["quoted", "title", "programme", "position", "slogan", "figure"]
    state: Literal["kept", "reworded", "missing"]
    words: str
    file: str
    start: PlaceJson
    end: PlaceJson
    locator: str
    other: RelatedJson | None


@with_config(CLOSED)
class FollowedJson(TypedDict):
    """A proposal and the outline that follows it."""

    proposal: str
    file: str
    kept: NonNegativeInt
    reworded: NonNegativeInt
    missing: NonNegativeInt
    items: list[FollowedItemJson]


@with_config(CLOSED)
class GoneJson(TypedDict):
    """A finding of the baseline that is there no more, as it was recorded."""

    code: str
    message: str
    plan: str
    fingerprint: str


VerdictWord = Literal["blocked", "incomplete", "passed", "nothing"]


@with_config(CLOSED)
class NotRunJson(TypedDict):
    """Rules that did not run for one reason, and the words that named them, or named the others."""

    reason: Literal["off", "not_only", "ignored", "unselected", "stage", "no_plan", "failed"]
    codes: list[Code]
    words: list[str]


@with_config(CLOSED)
class YearsJson(TypedDict):
    """First and last year."""

    first: int
    last: int


@with_config(CLOSED)
class DocumentJson(TypedDict):
    """A file of the run, and what was done with it.

    A text or table has the name of its plan, what it is to it and how that was known; and what its own head says.
    """

    file: str
    kind: Literal["plan", "text", "table"]
    use: Literal["checked", "referred", "unread"]
    plan: str | None
    role: str | None
    known_by: str | None
    document_kind: str | None
    place: str | None
    years: YearsJson | None
    stage: str | None


@with_config(CLOSED)
class AccountJson(TypedDict):
    """What the run did and what it did not: `sentence` is the verdict in words, `unchecked` what it counts."""

    verdict: VerdictWord
    sentence: str
    strict: bool
    baseline: str | None
    unchecked: list[str]
    rules_run: list[Code]
    rules_not_run: list[NotRunJson]
    documents: list[DocumentJson]


@with_config(CLOSED)
class GateJson(TypedDict):
    """The severity from which new findings count, and whether none does."""

    severity: SeverityWord
    passed: bool


@with_config(CLOSED)
class SummaryJson(TypedDict):
    """Counts: new findings by severity, the others by status; the verdict, and the gate apart."""

    error: NonNegativeInt
    warning: NonNegativeInt
    info: NonNegativeInt
    known: NonNegativeInt
    waived: NonNegativeInt
    notices: NonNegativeInt
    unreadable: NonNegativeInt
    plans: NonNegativeInt
    gone: NonNegativeInt
    verdict: VerdictWord
    gate: GateJson


@with_config(CLOSED)
class ReportJson(TypedDict):
    """The outcome of one run of plancheck."""

    schema_version: Literal["1.6"]
    tool_version: str
    stage: str
    as_of: Day
    findings: list[FindingJson]
    gone: list[GoneJson]
    notices: list[NoticeJson]
    coverage: list[CoverageJson]
    followed: list[FollowedJson]
    account: AccountJson
    summary: SummaryJson
