"""What tests of the checks share with those of the rule language."""

from __future__ import annotations

from tests.rules.conftest import built_in

__all__ = ["built_in"]
