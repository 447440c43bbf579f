"""Writing that is cut off: whoever is killed, has no room or may not write leaves files as they were, or complete."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker.write.format import format_text

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")

_PLAN = "规划 云川区 { 层级：开发区  规划期：2021—2025 }\n目标 总目标 { 类型：总目标  评估方式：“年度评估” }\n"
_PLAN += "".join(f"举措 甲{number} {{ 类型：任务  支撑：总目标 }}\n" for number in range(400))

_WRITES = """
import sys
from pathlib import Path
from checker.doors.output import write_file
print("ready", flush=True)
path = Path(sys.argv[1])
while True:
    for letter in (b"a", b"b"):
        write_file(path, letter * 3_000_000)
"""


def plancheck(folder: Path, *words: str, **more: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "checker", *words]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)  # type: ignore[call-overload, no-any-return]  # options of Popen


@pytest.mark.parametrize("delay", [0.0, 0.001, 0.002, 0.004, 0.007, 0.011, 0.017, 0.03])
def test_a_file_is_the_old_one_or_the_new_one(tmp_path: Path, delay: float) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"a" * 3_000_000)
    with subprocess.Popen([sys.executable, "-c", _WRITES, str(path)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
    content = path.read_bytes()
    assert len(content) == 3_000_000
    assert len(set(content)) == 1


#: Command lines that write, and the files they write; of each a first run has left something to be replaced.
_WRITERS = [
    (("fmt", "."), ("区.plan",)),
    (("check", "--fix"), ("区.plan",)),
    (("baseline", "."), ("plancheck-baseline.json",)),
    (("approve",), ("plancheck.lock",)),
    (("check", "--format", "sarif", "-o", "结果.sarif"), ("结果.sarif",)),
    (("report", "--single-file", "报告.html"), ("报告.html",)),
]


@pytest.mark.parametrize(("words", "files"), _WRITERS, ids=[words[0] + words[-1] for words, _ in _WRITERS])
def test_a_command_that_is_killed(tmp_path: Path, words: tuple[str, ...], files: tuple[str, ...]) -> None:
    (tmp_path / "区.plan").write_text(_PLAN, encoding="utf-8")
    with plancheck(tmp_path, *words) as first:
        first.communicate()
    before = {name: (tmp_path / name).read_bytes() for name in files}
    changed = _PLAN + "目标 乙 { 上级目标 总目标 }  豁免 PC102 于 总目标 { 理由：“两处” }\n"
    (tmp_path / "区.plan").write_text(changed, encoding="utf-8")
    before["区.plan"] = changed.encode()
    begun = time.monotonic()
    with plancheck(tmp_path, *words) as whole:
        whole.communicate()
    took = time.monotonic() - begun
    after = {name: (tmp_path / name).read_bytes() for name in before}
    for part in (0.3, 0.6, 0.8, 0.9, 0.95, 1.0):
        for name, content in before.items():
            (tmp_path / name).write_bytes(content)
        with plancheck(tmp_path, *words) as killed:
            time.sleep(took * part)
            killed.send_signal(signal.SIGKILL)
            killed.communicate()
        for name, content in before.items():
            assert (tmp_path / name).read_bytes() in (content, after[name]), part


@pytest.mark.parametrize(("words", "files"), _WRITERS, ids=[words[0] + words[-1] for words, _ in _WRITERS])
def test_no_room_on_the_disk(tmp_path: Path, words: tuple[str, ...], files: tuple[str, ...]) -> None:
    import resource

    (tmp_path / "区.plan").write_text(_PLAN, encoding="utf-8")
    for name in files:
        if name != "区.plan":
            (tmp_path / name).write_bytes(b"old")
    if words[-1] == "--fix":
        slip = _PLAN + "豁免 PC102 于 总目标 { 理由：“两处” }\n"
        (tmp_path / "区.plan").write_text(slip, encoding="utf-8")
    if words[0] == "approve":
        (tmp_path / files[0]).unlink()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))

    with plancheck(tmp_path, *words, preexec_fn=limited) as ran:
        _, said = ran.communicate()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert ran.returncode == 2
    told = said.decode("utf-8")
    assert "写不了" in told
    assert told.count("\n") == 1


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "区.plan").write_text(_PLAN, encoding="utf-8")
    tmp_path.chmod(0o500)
    try:
        for words in (("fmt", "."), ("baseline", "."), ("approve",), ("snapshot",)):
            with plancheck(tmp_path, *words) as ran:
                _, said = ran.communicate()
            assert ran.returncode == 2
            assert said.count(b"\n") == 1
    finally:
        tmp_path.chmod(0o700)
    assert [path.name for path in tmp_path.iterdir()] == ["区.plan"]
    assert (tmp_path / "区.plan").read_text(encoding="utf-8") == _PLAN


def test_two_runs_at_once(tmp_path: Path) -> None:
    (tmp_path / "区.plan").write_text(_PLAN, encoding="utf-8")
    runs = [plancheck(tmp_path, *words) for words in (("fmt", "."), ("fmt", "."), ("baseline", "."), ("baseline", "."))]
    for ran in runs:
        ran.communicate()
    assert [ran.returncode for ran in runs] == [0] * 4
    assert (tmp_path / "区.plan").read_text(encoding="utf-8") == format_text(_PLAN)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plancheck-baseline.json", "区.plan"]
