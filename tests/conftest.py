"""What all tests share."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile
from contextlib import suppress

import pytest
from hypothesis import settings

from checker import resources
from checker.checks import prepared
from tests.commands import run

__all__ = ["run"]
pytest_plugins = ["tests.snapshots"]

# On a runner the same commit has to give the same verdict; elsewhere each run tries something new.
# How long an example takes on a busy machine says nothing.
settings.register_profile("usual", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable" if os.environ.get("CI") else "usual")

# A suite that is started in the background ignores Ctrl+C, and so would the programs that it starts and stops.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What the person who runs the tests likes is not what they test.
for _name in ("PLANCHECK_LANG", "PLANCHECK_DEBUG", "NO_COLOR"):
    os.environ.pop(_name, None)

# Where no compiled modules are to lie in the checkout, the programs that tests start would compile all of plancheck
# each time: they keep them in a folder of this run.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    _compiled = os.environ["PYTHONPYCACHEPREFIX"] = tempfile.mkdtemp(prefix="plancheck-compiled-")
    atexit.register(shutil.rmtree, _compiled, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """All tests at once run in two processes; what is picked out, looked at with a debugger or without xdist in one."""
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    option = config.option
    if whole and config.pluginmanager.hasplugin("xdist") and not (option.usepdb or option.trace):
        if option.numprocesses is None and option.dist == "no" and not hasattr(config, "workerinput"):
            option.numprocesses = 2
        if option.numprocesses and option.dist == "no":
            # Tests of one group stay together: they share what is costly to make.
            option.dist = "loadgroup"


def pytest_configure(config: pytest.Config) -> None:
    """The rules are prepared as the installation does it: after each edit they would be read anew for each check."""
    if not hasattr(config, "workerinput") and resources.read_prepared(prepared.TABLE) is None:
        # Faulty rules are for the tests to tell.
        with suppress(AssertionError):
            prepared.build(resources.tables_folder())
