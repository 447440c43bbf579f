"""A report that is stopped in the middle, and one that is served while the plan is edited."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import Run

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


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("part", [0.6, 0.8, 0.9, 1.0])
def test_a_report_that_is_killed(run: Run, tmp_path: Path, part: float) -> None:
    old, new = tmp_path / "旧", tmp_path / "新"
    for folder, measures in ((old, 20), (new, 40)):
        folder.mkdir()
        assert run("report", plan(folder, measures), "-o", folder / "报告", "--title", "报告").status == 0
    before = contents(old / "报告")
    plan(old, 40)
    command = [sys.executable, "-m", "checker", "report", "区.plan", "-o", "报告", "--title", "报告"]
    begun = time.monotonic()
    subprocess.run(command, cwd=new, check=True, capture_output=True)
    took = time.monotonic() - begun
    with subprocess.Popen(command, cwd=old, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as killed:
        time.sleep(took * part)
        killed.send_signal(signal.SIGKILL)
        killed.communicate()
    left = contents(old / "报告")
    # Paths of the plan files stand in the pages, and are alike: both runs begin in the folder of their plan.
    subprocess.run(command, cwd=old, check=True, capture_output=True)
    after = contents(old / "报告")
    for name, content in left.items():
        assert content in (before.get(name), after.get(name)), name
    assert set(before) & set(after) <= set(left)
    clean = tmp_path / "净"
    clean.mkdir()
    plan(clean, 40)
    subprocess.run(command, cwd=clean, check=True, capture_output=True)
    assert after == contents(clean / "报告")


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
