"""What all tests share."""

from __future__ import annotations

import os

from hypothesis import settings

from tests.commands import run

__all__ = ["run"]

# On a runner the same commit has to give the same verdict; elsewhere each run tries something new.
settings.register_profile("repeatable", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("repeatable")

# What the person who runs the tests likes is not what they test.
for _name in ("PLANCHECK_LANG", "PLANCHECK_DEBUG", "NO_COLOR"):
    os.environ.pop(_name, None)
