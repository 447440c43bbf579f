"""Kinds of values that stand in several JSON files; imports pydantic, so only schemas import it at run time."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

#: Nothing but what is named, and no value turned into another kind.
CLOSED = ConfigDict(extra="forbid", strict=True)

Code = Annotated[str, Field(pattern=r"^[A-Z]{2,}[0-9]{3,}$")]
Fingerprint = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{11,}$")]
#: A day as text, 2021-04-30.
Day = Annotated[str, Field(json_schema_extra={"format": "date"}, pattern=r"^\d{4}-\d\d-\d\d$")]
