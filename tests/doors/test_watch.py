"""``plancheck watch`` as a process of its own, with files saved the way programs save them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

PLAN = """规划 云川区 { 层级：开发区  规划期：2021—2025 }
目标 总目标 { 类型：总目标  评估方式：“年度评估” }
举措 甲 { 类型：任务  支撑：总目标 }
"""
WAIT = 30.0


class Watched:
    """A running watch and what it has said so far."""

    def __init__(self, folder: Path) -> None:
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "checker", "watch", str(folder)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, encoding="utf-8",
        )  # fmt: skip
        self.said = ""
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line

    def end(self) -> None:
        """Kill it, if it still runs."""
        self.process.kill()
        self._reader.join()
        with self.process:
            pass

    def until(self, words: str) -> str:
        """What was said up to these words, which must come; the rest is kept."""
        end = time.monotonic() + WAIT
        while words not in self.said:
            assert time.monotonic() < end, self.said
            time.sleep(0.05)
        before, found, self.said = self.said.partition(words)
        return before + found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "区.plan").write_text(PLAN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def watched(folder: Path) -> Iterator[Watched]:
    made = Watched(folder)
    try:
        made.until("存盘就查，按 Ctrl+C 结束")
        yield made
    finally:
        made.end()


def save(path: Path, text: str) -> None:
    """As an office program saves: a new file in the place of the old one."""
    new = path.with_name("~WRL0001.tmp")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def test_each_save_tells_what_changed(folder: Path, watched: Watched) -> None:
    (folder / "区.plan").write_text(PLAN + "举措 乙 { 类型：任务 }\n", encoding="utf-8")
    said = watched.until("提示 0\n")
    assert "警告 PC201 孤立举措" in said
    assert "区.plan：新出 1，改好 0；现在错误 0，警告 1" in said
    save(folder / "区.plan", PLAN)
    said = watched.until("提示 0\n")
    assert "改好了：PC201 举措「乙」没有支撑任何目标" in said
    assert "区.plan：新出 0，改好 1；现在错误 0，警告 0" in said


def test_what_cannot_be_read_any_more_is_not_mended(folder: Path, watched: Watched) -> None:
    (folder / "区.plan").write_text(PLAN + "举措 乙 { 类型：任务 }\n", encoding="utf-8")
    watched.until("提示 0\n")
    save(folder / "区.plan", PLAN + "举措 乙 （ 类型：任务 }\n")
    said = watched.until("提示 0\n")
    assert "错误 PC101" in said
    assert "这次看不到，不算改好（有读不懂或没有查的地方）：PC201 举措「乙」没有支撑任何目标" in said
    assert "改好 0" in said
    save(folder / "区.plan", PLAN)
    said = watched.until("提示 0\n")
    assert "改好了：PC201 举措「乙」没有支撑任何目标" in said
    assert "改好 2" in said


def test_a_rule_that_is_switched_off_mends_nothing(folder: Path, watched: Watched) -> None:
    (folder / "区.plan").write_text(PLAN + "举措 乙 { 类型：任务 }\n", encoding="utf-8")
    watched.until("提示 0\n")
    (folder / "plancheck.toml").write_text("rules.off = ['PC201']\n", encoding="utf-8")
    assert "改好 0" in watched.until("提示 0\n")


def test_a_file_in_the_middle_of_being_written(folder: Path, watched: Watched) -> None:
    (folder / "plancheck.toml").write_text("[check\n", encoding="utf-8")
    assert "plancheck：" in watched.until("plancheck.toml")
    (folder / "plancheck.toml").unlink()
    watched.until("新出 0，改好 0")
    (folder / "区.plan").write_text(PLAN[:40], encoding="utf-8")
    watched.until("现在")
    (folder / "区.plan").write_text(PLAN, encoding="utf-8")
    watched.until("错误 0，警告 0，提示 0")


def test_other_files_are_none_of_its_business(folder: Path, watched: Watched) -> None:
    for name in ("图.png", "~$纲要.docx", ".区.plan.swp"):
        (folder / name).write_bytes(b"x")
    (folder / "区.plan").touch()
    said = watched.until("提示 0\n")
    assert "图.png" not in said
    assert "~$" not in said


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C goes to a whole console")
def test_it_ends_cleanly(watched: Watched) -> None:
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(WAIT) == 0
    assert "Traceback" not in watched.said


def test_what_cannot_be_watched(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "checker", "watch", str(tmp_path / "没有")], capture_output=True, check=False
    )
    assert ran.returncode == 2
    assert "没有这个文件或文件夹" in ran.stderr.decode("utf-8")
