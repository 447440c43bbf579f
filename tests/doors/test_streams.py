"""Whatever stdout is, writing to it never raises; tried with real processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.checks import prepared
from checker.syntax.tables import build_all

ROOT = Path(__file__).parents[2]
PLAN = "规划 云川 {\n  上位规划：\n}\n目标 𠮷林“甲”…≥ {}\n"


def plancheck(
    *words: str | Path, stdout: int = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "checker", *map(str, words)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", **environment},
        timeout=60,
        check=False,
    )


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "云 川.plan"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize("encoding", ["cp936", "ascii", "utf-8", "latin-1"])
@pytest.mark.parametrize("command", [["check"], ["check", "--format", "json"], ["graph"], ["fmt", "--diff"]])
def test_any_encoding_of_stdout_will_do(plan: Path, encoding: str, command: list[str]) -> None:
    ran = plancheck(*command, plan, PYTHONIOENCODING=encoding)
    assert ran.returncode in {0, 1}
    assert b"Traceback" not in ran.stderr
    # What programs read is UTF-8, whatever the terminal has.
    ran.stdout.decode("utf-8" if command in (["check", "--format", "json"], ["graph"]) else encoding)


def test_chinese_goes_out_in_the_encoding_of_the_console(plan: Path) -> None:
    ran = plancheck(plan, PYTHONIOENCODING="cp936")
    assert "语法错误" in ran.stdout.decode("cp936")


def test_a_reader_that_went_away_is_no_trouble(plan: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = plancheck(plan, stdout=writing)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = plancheck("--help", stdout=full.fileno(), PYTHONIOENCODING="utf-8")
    assert ran.returncode == 2
    assert ran.stderr.decode().startswith("plancheck：写不了 标准输出（")
    assert ran.stderr.count(b"\n") == 1


def test_without_any_stdout_the_status_is_still_told(plan: Path) -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m checker "{plan}" >&-'],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_the_same_bytes_under_any_hash_seed(plan: Path) -> None:
    outputs = {plancheck(plan, "--format", "json", PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "4711")}
    assert len(outputs) == 1


def test_a_path_with_undecodable_bytes_is_written_as_an_escape(tmp_path: Path) -> None:
    ran = plancheck(tmp_path / os.fsdecode(b"\xff\xfe.plan"), PYTHONIOENCODING="utf-8")
    assert ran.returncode == 2
    assert "没有这个文件" in ran.stderr.decode()
    assert b"Traceback" not in ran.stderr


def test_a_small_check_imports_nothing_heavy(tmp_path: Path) -> None:
    path, tables = tmp_path / "小.plan", tmp_path / "表"
    path.write_text("规划 甲 {}\n目标 乙 {}\n", encoding="utf-8")
    # Made anew, since those of a checkout may be older than its grammar.
    build_all(tables)
    prepared.build(tables)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from checker import resources\n"
        "from checker.doors.cli import main\n"
        "resources.tables_folder = lambda: Path(sys.argv[1])\n"
        "status = main(sys.argv[2:])\n"
        "heavy = {'lark', 'pydantic', 'networkx', 'mkdocs', 'tomllib', 'importlib.metadata', 'asyncio'}\n"
        "heavy.add('checker.prose.reading')\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
        "sys.exit(status)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(tables), str(path)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    assert ran.stderr.decode() == "[]\n"
    assert ran.returncode in {0, 1}
