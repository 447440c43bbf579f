"""Fresh processes and what they cost; Unix only (`wait4` tells the usage of one child)."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process took: CPU (user and system) and wall seconds, peak memory in MB."""

    cpu: float
    wall: float
    memory: float


class Failed(Exception):
    """A process that did not end as it should."""


def environment(cache: Path) -> dict[str, str]:
    """The environment of a measured process: this checkout, and compiled modules kept in `cache`.

    Without compiled modules every start would compile anew, which no user does.
    """
    kept = {key: value for key, value in os.environ.items() if key not in {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(cache), "PYTHONUTF8": "1"}


def run(command: Sequence[str], env: dict[str, str], fine: Sequence[int] = (0,)) -> tuple[Usage, str]:
    """Run one process to its end; what it took, and its standard output. Raises Failed for another exit status."""
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        started = perf_counter()
        process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode not in fine:
            raise Failed(f"{' '.join(command)}: exit status {process.returncode}\n{errors.read()[-2000:]}")
        # Linux tells the peak in kB, macOS in bytes.
        scale = 1024 * 1024 if sys.platform == "darwin" else 1024
        return Usage(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / scale), output.read()
