"""The offline bundle for Windows: what is packed, what the .bat files hand on, and an installation without an index.

Windows itself is not here: the .bat files are tried as text, and what they run under this machine's Python.
"""

from __future__ import annotations

import hashlib
import io
import os
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging import tags

from tests.workbooks import make_book
from windows import bundle

# One bundle, installed once.
pytestmark = pytest.mark.xdist_group("bundle")

ROOT = Path(__file__).resolve().parents[2]
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
PLAN = "规划 云川开发区十五五 { 规划期：2026—2030    成稿：2026年1月 }\n目标 总目标 { 类型：总目标 }\n"


def a_zip(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


EMBEDDED = a_zip(**{"python.exe": b"MZ", "python312._pth": b"python312.zip\n.\n"})
SHA256 = hashlib.sha256(EMBEDDED).hexdigest()
_EMPTY = a_zip(a=b"")


def a_wheel(folder: Path, name: str, *needs: str) -> Path:
    head = "".join(f"Requires-Dist: {need}\n" for need in needs)
    path = folder / f"{name}-1.0-py3-none-any.whl"
    path.write_bytes(
        a_zip(**{f"{name}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\n{head}".encode()})
    )
    return path


# ---- the .bat files, as text


@pytest.mark.parametrize("name", [name for name in bundle.TEXTS if name.endswith(".bat")])
def test_a_batch_file_reads_the_same_in_every_code_page(tmp_path: Path, name: str) -> None:
    content = bundle.gather(EMBEDDED, tmp_path)[name]
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r\n") > 1
    assert content.startswith(b"@echo off\r\n")
    # Delayed expansion would eat an exclamation mark in a file's name.
    assert b"setlocal DisableDelayedExpansion\r\n" in content


def handed_on(name: str, dropped: list[str]) -> list[str]:
    """What Python gets when `dropped` are dropped on the batch file called `name`, as Explorer quotes them."""
    [line] = [
        line for line in (bundle.HERE / bundle.TEXTS[name]).read_text("ascii").splitlines() if "python.exe" in line
    ]
    quoted = " ".join(f'"{one}"' if " " in one else one for one in dropped)
    line = line.replace("%~dp0", "D:\\规划 检查 (1)\\").replace("%*", quoted)
    assert "%" not in line.replace(quoted, "")
    words = shlex.shlex(line, posix=True, punctuation_chars="")
    words.whitespace_split, words.escape, words.commenters, words.quotes = True, "", "", '"'
    return list(words)


def test_what_is_dropped_is_handed_on_whole() -> None:
    dropped = ["C:\\我的 文件\\云川 纲要.docx", "C:\\一,二;三=四.xlsx", "C:\\甲!乙%丙.plan", "C:\\规划 文件夹"]
    python, script, *words = handed_on("检查.bat", dropped)
    assert (python, script) == ("D:\\规划 检查 (1)\\python\\python.exe", "D:\\规划 检查 (1)\\start.py")
    assert words == ["check", *dropped]
    assert handed_on("安装.bat", [])[2:] == ["install"]
    assert handed_on("plancheck.bat", ["check", *dropped])[2:] == ["run", "check", *dropped]


def test_the_notes_open_in_an_old_notepad(tmp_path: Path) -> None:
    notes = bundle.gather(EMBEDDED, tmp_path)["说明.txt"]
    assert notes.startswith(b"\xef\xbb\xbf")
    assert notes.count(b"\n") == notes.count(b"\r\n")
    text = notes.decode("utf-8-sig")
    assert all(name in text for name in ("安装.bat", "检查.bat", "sha256.txt"))


# ---- what is packed


def test_names_are_utf8_and_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    a_wheel(tmp_path, "plancheck")
    files = bundle.gather(EMBEDDED, tmp_path)
    files["sha256.txt"] = bundle.checksums(files)
    content = bundle.pack(files)
    assert bundle.pack(dict(reversed(files.items()))) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {name.partition("/")[0] for name in archive.namelist()} == {"plancheck"}
        for entry in archive.infolist():
            assert entry.filename.isascii() or entry.flag_bits & 0x800
        listed = archive.read("plancheck/sha256.txt").decode("utf-8").splitlines()
        told = {name: digest for digest, name in (line.split("  ") for line in listed)}
        for name, digest in told.items():
            assert hashlib.sha256(archive.read(f"plancheck/{name}")).hexdigest() == digest
    assert told.keys() == files.keys() - {"sha256.txt"}
    assert {"python/python.exe", "python/python312._pth", "wheels/plancheck-1.0-py3-none-any.whl"} <= told.keys()


def test_what_only_windows_needs_is_fetched_too(tmp_path: Path) -> None:
    a_wheel(tmp_path, "a_b", 'colorama>=0.4; platform_system == "Windows"', 'x; sys_platform == "linux"', "A-B", "c.d")
    a_wheel(tmp_path, "c_d", 'old; python_version < "3.12"', 'more; extra == "docs"')
    assert bundle.missing(tmp_path, ["win_amd64"], "3.12") == {"colorama>=0.4"}
    assert bundle.missing(tmp_path, ["win_amd64"], "3.11") == {"colorama>=0.4", "old"}


@pytest.mark.parametrize(
    ("content", "sha256", "said"),
    [
        (EMBEDDED, "0" * 64, "SHA-256 is"),
        (b"MZ", hashlib.sha256(b"MZ").hexdigest(), "is no zip"),
        (_EMPTY, hashlib.sha256(_EMPTY).hexdigest(), "holds no python.exe"),
    ],
    ids=["another", "no zip", "empty"],
)
def test_a_python_that_is_not_the_one_meant(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    content: bytes,
    sha256: str,
    said: str,
) -> None:
    monkeypatch.setattr(bundle, "fetch_wheels", lambda *_: None)
    (tmp_path / "python.zip").write_bytes(content)
    words = ["--python", str(tmp_path / "python.zip"), "--sha256", sha256, "-o", str(tmp_path / "out.zip")]
    assert bundle.main(words) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert not (tmp_path / "out.zip").exists()


# ---- an installation, index off, in a path with Chinese and blanks


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of this machine's own kind, unpacked, with a Python in it that has nothing installed."""
    wheels = tmp_path_factory.mktemp("wheels")
    # The build makes the parse tables anew; not in a checkout that other tests are reading.
    copy = tmp_path_factory.mktemp("checkout") / "plancheck"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "site", "tests", "_shipped"))
    subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", wheels, copy], check=True)
    platforms = list(dict.fromkeys(tag.platform for tag in tags.sys_tags()))
    bundle.fetch_wheels(wheels, platforms, VERSION, next(wheels.glob("plancheck-*.whl")))
    files = bundle.gather(EMBEDDED, wheels)
    folder = tmp_path_factory.mktemp("C") / "我的 规划 (1)"
    with zipfile.ZipFile(io.BytesIO(bundle.pack(files))) as archive:
        archive.extractall(folder)
    shutil.rmtree(folder / "plancheck" / "python")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "plancheck" / "python"], check=True)
    return folder / "plancheck"


def start(unpacked: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_NO_INDEX": "1", "BROWSER": "echo opened %s"}
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PIP_"))}
    return subprocess.run(
        [unpacked / "python" / "bin" / "python", unpacked / "start.py", *words],
        env=kept | nowhere | environment,
        cwd=unpacked.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_installs_without_an_index_and_checks_what_is_dropped(unpacked: Path) -> None:
    ran = start(unpacked, "install")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (unpacked / "packages" / "gmpy2").is_dir() == any((unpacked / "wheels").glob("gmpy2-*.whl"))
    assert ran.stdout.splitlines()[-1].startswith("装好了。")
    packages = {path.name.partition("-")[0] for path in (unpacked / "packages").glob("*.dist-info")}
    assert {"plancheck", "lark", "lxml", "pydantic_core"} <= packages
    dropped = unpacked.parent / "云川 纲要.plan"
    dropped.write_text(PLAN, encoding="utf-8")
    ran = start(unpacked, "check", str(dropped))
    page = unpacked.parent / "云川 纲要-检查结果.html"
    assert ran.returncode == 0
    assert f"opened {page.as_uri()}" in ran.stdout
    assert "总目标" in page.read_text(encoding="utf-8")
    ran = start(unpacked, "run", "--gate", "info", "--lang", "en", str(dropped))
    assert ran.returncode == 1
    assert "PC202" in ran.stdout
    # The plans that go along are in it.
    begun = unpacked.parent / "新 工作区"
    ran = start(unpacked, "run", "new", "workspace", str(begun), "--period", "2026—2030")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "国家十五五" in start(unpacked, "run", str(begun)).stdout


def test_several_files_are_checked_together(unpacked: Path) -> None:
    names = ("纲要.docx", "起草说明.docx")
    folder = unpacked.parent / "只有 文本"
    folder.mkdir()
    dropped = [shutil.copy(ROOT / "plans" / "yunchuan" / name, folder) for name in names]
    ran = start(unpacked, "check", *map(str, dropped))
    page = folder / "纲要-检查结果.html"
    assert ran.returncode == 0
    assert f"检查结果：{page}\n" in ran.stdout
    assert all(name in page.read_text(encoding="utf-8") for name in names)


def test_a_page_comes_of_whatever_is_dropped(unpacked: Path) -> None:
    """A folder of texts and tables, a lone table, a workbook without one, an empty folder: each has its page."""
    folder = unpacked.parent / "材料 一"
    (folder / "空").mkdir(parents=True)
    for name in ("纲要.docx", "主要指标.xlsx"):
        shutil.copy(ROOT / "plans" / "yunchuan" / name, folder)
    (folder / "清单.xlsx").write_bytes(make_book([["名", "数"], ["甲", 1]]))
    for dropped, status, said in (
        (folder, 0, "读到指标表：22 项，与 纲要.docx 核对"),
        (folder / "主要指标.xlsx", 0, "读到指标表：22 项，没有可与之核对的文件"),
        (folder / "清单.xlsx", 2, "没有可查的：没有认出指标表"),
        (folder / "空", 2, "没有可查的：没有规划文件，也没有文稿"),
    ):
        ran = start(unpacked, "check", str(dropped))
        page = dropped.parent / f"{dropped.stem}-检查结果.html"
        assert (ran.returncode, f"opened {page.as_uri()}" in ran.stdout) == (status, True)
        assert said in page.read_text(encoding="utf-8")


def test_the_command_line_before_it_is_installed(tmp_path: Path) -> None:
    shutil.copy(bundle.HERE / "start.py", tmp_path)
    words = [sys.executable, str(tmp_path / "start.py"), "run", "--version"]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", "还没有装，先双击“安装.bat”。\n")


def test_what_cannot_be_checked_is_told(unpacked: Path) -> None:
    ran = start(unpacked, "check")
    assert ran.returncode == 2
    assert ran.stdout.startswith("把要检查的文件拖到“检查.bat”上")
    old = unpacked.parent / "旧.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0")
    ran = start(unpacked, "check", str(old))
    assert ran.returncode == 2
    assert ".doc 文件读不了" in ran.stderr
    # Who drops a file sees a page, whatever comes of it.
    assert ".doc 文件读不了" in (unpacked.parent / "旧-检查结果.html").read_text(encoding="utf-8")


def test_an_installation_that_was_broken_off_is_done_again(unpacked: Path) -> None:
    start(unpacked, "install")
    (unpacked / "packages" / "installed.txt").unlink()
    shutil.rmtree(unpacked / "packages" / "lark")
    dropped = unpacked.parent / "再来.plan"
    dropped.write_text(PLAN, encoding="utf-8")
    ran = start(unpacked, "check", str(dropped))
    assert "装好了。" in ran.stdout
    assert (unpacked / "packages" / "lark").is_dir()


def test_a_bundle_that_was_not_unpacked_whole(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "wheels").mkdir()
    shutil.copy(unpacked / "start.py", tmp_path)
    for words in (["install"], ["check", "云川.plan"]):
        ran = subprocess.run(
            [sys.executable, tmp_path / "start.py", *words], capture_output=True, text=True, check=False
        )
        assert (ran.returncode, ran.stderr) == (2, "")
        assert ran.stdout.startswith("这个文件夹里少了文件。")
