"""A trial of targets for other programs, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.engine.trial import Trial
from checker.render.json import account_object, finding_object
from checker.render.visible import json_text

if TYPE_CHECKING:
    from checker.render.exchange_schema import TrialJson


def render_trial_json(trial: Trial, lang: str = "zh") -> str:
    """The changes in words, the findings that appeared and disappeared, and how many stayed."""
    written: TrialJson = {
        "schema_version": "1.1",
        "changes": [change.text(lang) for change in trial.changes],
        "appeared": [finding_object(finding, lang) for finding in trial.appeared],
        "disappeared": [finding_object(finding, lang) for finding in trial.disappeared],
        "unchanged": trial.unchanged,
        "account": account_object(trial.report, lang),
    }
    return json_text(written) + "\n"
