"""What the other JSON looks like that plancheck writes: graphs, revisions, trials, reports for GitLab, check runs.

As in `json_schema.py`, mypy holds the writers to these types, and the JSON Schemas are made from them.
"""

from __future__ import annotations

from typing import Literal

from pydantic import NonNegativeInt, PositiveInt, with_config
from typing_extensions import TypedDict  # pydantic takes that of `typing` from Python 3.12 on

from checker.engine.json_values import CLOSED, Code, Day, Fingerprint
from checker.render.json_schema import AccountJson, FindingJson, PlaceJson

CheckLevel = Literal["failure", "warning", "notice"]


@with_config(CLOSED)
class NodeJson(TypedDict):
    """A goal, measure or indicator, and where its name stands."""

    id: NonNegativeInt
    kind: str
    name: str
    plan: str
    file: str
    start: PlaceJson
    end: PlaceJson


@with_config(CLOSED)
class EdgeJson(TypedDict):
    """A tie between two nodes, given by their ids, and where it is written."""

    relation: str
    source: NonNegativeInt
    target: NonNegativeInt
    inferred: bool
    file: str
    start: PlaceJson
    end: PlaceJson


@with_config(CLOSED)
class GraphJson(TypedDict):
    """The goal graph."""

    schema_version: Literal["1.0"]
    nodes: list[NodeJson]
    edges: list[EdgeJson]


@with_config(CLOSED)
class ConcernJson(TypedDict):
    """An item of another plan that is tied to what changed."""

    plan: str
    name: str


@with_config(CLOSED)
class ChangeJson(TypedDict):
    """One change; where it stands in the new version, in the old one for what was removed."""

    change: Literal["added", "removed", "renamed", "changed"]
    plan: str
    kind: str
    name: str
    old_name: str
    field: str
    old: str
    new: str
    weight: str | None
    concerns: list[ConcernJson]
    file: str
    start: PlaceJson
    end: PlaceJson


@with_config(CLOSED)
class AccountsJson(TypedDict):
    """What was done and what was not, on each side."""

    old: AccountJson
    new: AccountJson


@with_config(CLOSED)
class RevisionJson(TypedDict):
    """What changed between two versions, the findings that appeared and that are gone, and the accounts of both checks.

    `unseen` is told no more, but nobody can say that it is gone.
    """

    schema_version: Literal["1.1"]
    old: str
    new: str
    changes: list[ChangeJson]
    appeared: list[FindingJson]
    gone: list[FindingJson]
    unseen: list[FindingJson]
    accounts: AccountsJson


@with_config(CLOSED)
class HistoryFindingJson(TypedDict):
    """A finding as it was told in its round."""

    fingerprint: Fingerprint
    code: Code
    severity: str
    plan: str
    message: str


@with_config(CLOSED)
class RoundJson(TypedDict):
    """One round: how many findings, and what it mended and broke since the round before.

    `unseen` is told no more, but nobody can say that it was mended. The verdict is null where none was kept.
    """

    name: str
    date: Day
    stage: str
    as_of: Day
    errors: NonNegativeInt
    warnings: NonNegativeInt
    infos: NonNegativeInt
    waived: NonNegativeInt
    verdict: str | None
    sentence: str | None
    unchecked: list[str]
    mended: list[HistoryFindingJson]
    new: list[HistoryFindingJson]
    unseen: list[HistoryFindingJson]


@with_config(CLOSED)
class MovedJson(TypedDict):
    """A target that was not the same in all rounds; null where a round had none."""

    plan: str
    indicator: str
    item: str
    values: list[str | None]


@with_config(CLOSED)
class HistoryJson(TypedDict):
    """The rounds of a draft, the oldest first."""

    schema_version: Literal["1.1"]
    rounds: list[RoundJson]
    targets: list[MovedJson]


@with_config(CLOSED)
class ReportFolderJson(TypedDict):
    """The files of a report's folder that plancheck wrote, and may replace."""

    files: list[str]


@with_config(CLOSED)
class TrialJson(TypedDict):
    """What would appear and disappear if targets were changed; the account is that of the run with the changes."""

    schema_version: Literal["1.1"]
    changes: list[str]
    appeared: list[FindingJson]
    disappeared: list[FindingJson]
    unchanged: NonNegativeInt
    account: AccountJson


@with_config(CLOSED)
class LinesJson(TypedDict):
    """First and last line."""

    begin: PositiveInt
    end: PositiveInt


@with_config(CLOSED)
class LocationJson(TypedDict):
    """Where GitLab shows it."""

    path: str
    lines: LinesJson


@with_config(CLOSED)
class QualityJson(TypedDict):
    """One finding for GitLab."""

    description: str
    check_name: str
    fingerprint: str
    severity: Literal["info", "minor", "major", "critical", "blocker"]
    location: LocationJson


@with_config(CLOSED)
class GiteeAnnotationJson(TypedDict):
    """A mark on lines, in the words of Gitee."""

    path: str
    start_line: PositiveInt
    end_line: PositiveInt
    annotation_level: CheckLevel
    title: str
    message: str


@with_config(CLOSED)
class GiteeOutputJson(TypedDict):
    """What Gitee shows of a check."""

    title: str
    summary: str
    text: str
    annotations: list[GiteeAnnotationJson]


@with_config(CLOSED)
class GiteeCheckJson(TypedDict):
    """The body of a request to Gitee's check runs, without what only the pipeline knows."""

    name: str
    status: Literal["completed"]
    conclusion: Literal["failure", "neutral", "success"]
    output: GiteeOutputJson


@with_config(CLOSED)
class CodeupAnnotationJson(TypedDict):
    """A mark on lines, in the words of Codeup."""

    path: str
    startLine: PositiveInt
    endLine: PositiveInt
    annotationLevel: CheckLevel
    title: str
    message: str


@with_config(CLOSED)
class CodeupOutputJson(TypedDict):
    """What Codeup shows of a check."""

    title: str
    summary: str
    text: str


@with_config(CLOSED)
class CodeupCheckJson(TypedDict):
    """The body of a request to Codeup's check runs, without what only the pipeline knows."""

    name: str
    status: Literal["completed"]
    conclusion: Literal["failure", "neutral", "success"]
    output: CodeupOutputJson
    annotations: list[CodeupAnnotationJson]
