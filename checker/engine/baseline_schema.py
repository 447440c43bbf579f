"""What a baseline file looks like: what `baseline.py` writes, and what the JSON Schema is made from."""

from __future__ import annotations

from typing import Literal

from pydantic import with_config
from typing_extensions import TypedDict  # pydantic takes that of `typing` from Python 3.12 on

from checker.engine.json_values import CLOSED, Code, Day, Fingerprint


@with_config(CLOSED)
class RecordedJson(TypedDict):
    """One finding as it was on the day: told from others by its fingerprint; the words are for people."""

    fingerprint: Fingerprint
    code: Code
    plan: str
    message: str


@with_config(CLOSED)
class BaselineJson(TypedDict):
    """The findings that were known on the day the baseline was recorded."""

    baseline_version: Literal["1.0"]
    tool_version: str
    stage: str
    as_of: Day
    findings: list[RecordedJson]
