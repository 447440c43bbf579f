"""The JSON Schema of every JSON that plancheck writes or reads, made from the types that its writers return."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter

from checker.engine.baseline_schema import BaselineJson
from checker.messages import Message
from checker.messages.schemas import SCHEMA_ABOUT
from checker.render.exchange_schema import (
    CodeupCheckJson,
    GiteeCheckJson,
    GraphJson,
    HistoryJson,
    QualityJson,
    ReportFolderJson,
    RevisionJson,
    TrialJson,
)
from checker.render.json_schema import AccountJson, FindingJson, ReportJson
from checker.render.sarif import SARIF_SCHEMA
from checker.workspace.config_schema import ConfigFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _of(shape: Any) -> Callable[[], dict[str, Any]]:
    return lambda: TypeAdapter(shape).json_schema()


def _sarif() -> dict[str, Any]:
    return {"description": "SARIF 2.1.0, as OASIS publishes it", "$ref": SARIF_SCHEMA}


def _lock() -> dict[str, Any]:
    import msgspec.json

    from checker.workspace.lock import Lock

    return msgspec.json.schema(Lock)


#: Name on the command line → what makes the schema.
_MAKERS: dict[str, Callable[[], dict[str, Any]]] = {
    "report": _of(ReportJson),
    "finding": _of(FindingJson),
    "account": _of(AccountJson),
    "diff": _of(RevisionJson),
    "history": _of(HistoryJson),
    "whatif": _of(TrialJson),
    "graph": _of(GraphJson),
    "report-folder": _of(ReportFolderJson),
    "baseline": _of(BaselineJson),
    "lock": _lock,
    "config": ConfigFile.model_json_schema,
    "gitlab": _of(list[QualityJson]),
    "gitee-check": _of(GiteeCheckJson),
    "codeup-check": _of(CodeupCheckJson),
    "sarif": _sarif,
}
SCHEMA_NAMES = tuple(_MAKERS)


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) called `name`, one of `SCHEMA_NAMES`."""
    made = _MAKERS[name]()
    version = made.get("properties", {}).get("schema_version", {}).get("const")
    identity = f"{name}:{version}" if version else name
    return {"$schema": _DIALECT, "$id": f"urn:plancheck:{identity}", **made}


def schema_about(name: str) -> Message:
    """What is described by the schema called `name`."""
    return SCHEMA_ABOUT[name]()
