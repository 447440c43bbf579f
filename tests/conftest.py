"""What all tests share."""

from __future__ import annotations

import os

from hypothesis import settings

# On a runner the same commit has to give the same verdict; elsewhere each run tries something new.
settings.register_profile("repeatable", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("repeatable")
