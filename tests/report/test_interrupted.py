"""A report that is stopped in the middle, and one that is served while the plan is edited."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

_PLAN = "规划 云川区 { 层级：开发区  规划期：2021—2025 }\n目标 总目标 { 类型：总目标  评估方式：“年度评估” }\n"
_WAIT = 30.0


def plan(folder: Path, measures: int) -> Path:
    path = folder / "区.plan"
    told = "".join(f"举措 甲{number} {{ 类型：任务  支撑：总目标 }}\n" for number in range(measures))
    path.write_text(_PLAN + told, encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a report; what it was being built in does not count."""
    files = (path for path in folder.rglob("*") if path.is_file())
    told = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return {name: content for name, content in told.items() if not name.startswith(".")}


_COMMAND = [sys.executable, "-m", "checker", "report", "区.plan", "-o", "报告", "--title", "报告"]


@cache
def _made(measures: int) -> tuple[Path, float]:
    """A folder with a plan and its report, and how many seconds that took.

    Paths of the plan files stand in the pages, and are alike: each run begins in the folder of its plan.
    """
    folder = Path(mkdtemp(prefix="plancheck-test-"))
    plan(folder, measures)
    begun = time.monotonic()
    subprocess.run(_COMMAND, cwd=folder, check=True, capture_output=True)
    return folder, time.monotonic() - begun


@pytest.mark.xdist_group("report")  # they share what is made once
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("part", [0.6, 0.8, 0.9, 1.0])
def test_a_report_that_is_killed(tmp_path: Path, part: float) -> None:
    clean, took = _made(40)
    before, new, old = contents(_made(20)[0] / "报告"), contents(clean / "报告"), tmp_path / "旧"
    shutil.copytree(_made(20)[0], old)
    plan(old, 40)
    with subprocess.Popen(_COMMAND, cwd=old, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as killed:
        time.sleep(took * part)
        killed.send_signal(signal.SIGKILL)
        killed.communicate()
    left = contents(old / "报告")
    subprocess.run(_COMMAND, cwd=old, check=True, capture_output=True)
    after = contents(old / "报告")
    for name, content in left.items():
        assert content in (before.get(name), after.get(name)), name
    assert set(before) & set(after) <= set(left)
    assert after == new


def until(found: Callable[[], bool]) -> None:
    end = time.monotonic() + _WAIT
    while not found():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_report_that_is_served_follows_the_plan(tmp_path: Path) -> None:
    plan(tmp_path, 2)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def page(name: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{name}", timeout=5) as answer:
                return str(answer.read().decode("utf-8"))
        except OSError:
            return ""

    command = [sys.executable, "-m", "checker", "report", str(tmp_path), "--serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        try:
            until(lambda: "举措" in page("measures/index.html"))
            assert "甲7" not in page("measures/index.html")
            plan(tmp_path, 9)
            until(lambda: "甲7" in page("measures/index.html"))
            # A plan that cannot be read leaves the old pages.
            (tmp_path / "plancheck.toml").write_text("[", encoding="utf-8")
            time.sleep(1.5)
            assert "甲7" in page("measures/index.html")
            assert re.search(r"<title>[^<]*举措", page("measures/index.html"))
        finally:
            server.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
            _, said = server.communicate(timeout=_WAIT)
    assert b"Traceback" not in said
