"""Makes the offline bundle: one zip that checks plans on a Windows PC without Python and without a network.

    python windows/bundle.py --python python-3.12.10-embed-amd64.zip --sha256 <as python.org prints it>

Run it where there is a package index, in an environment made with `pip install -e ".[dev]"`. `--python` is the
embeddable package from python.org, a file or an address; what it must be is told by `--sha256`, so that nobody's
Python gets in by accident. The wheels of plancheck and of all it needs are fetched for `--platform` and
`--python-version`, whatever this machine is.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from email.parser import HeaderParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
#: Name in the bundle → file here. Batch files and notes get the line ends that Windows wants.
TEXTS = {
    "安装.bat": "install.bat",
    "检查.bat": "check.bat",
    "plancheck.bat": "plancheck.bat",
    "说明.txt": "readme.txt",
}
FOLDER = "plancheck"
#: What plancheck is faster with (`fast` in pyproject.toml); a bundle for a machine without wheels of it does without.
FASTER = ("gmpy2",)
#: Zip files cannot tell of a time before; the same content gives the same bytes.
_DAY = (1980, 1, 1, 0, 0, 0)


class BundleError(Exception):
    """The bundle cannot be made; the sentence says why."""


def fetch_wheels(folder: Path, platforms: Sequence[str], version: str, wheel: Path | None = None) -> None:
    """Fill `folder` with the wheels of plancheck, all it needs, and pip, for Python `version` on `platforms`.

    `platforms` are tags of wheels that do for one machine. `wheel` is that of plancheck; it is built from this
    checkout if none is given. Needs a package index.
    """
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    if wheel is None:
        _run([*pip, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT)])
        wheel = next(folder.glob("plancheck-*.whl"))
    for_there = ["--only-binary=:all:", "--python-version", version, "--implementation", "cp"]
    for_there += [word for platform in platforms for word in ("--platform", platform)]
    wanted = [str(wheel), "pip"]
    while wanted:
        _run([*pip, "download", *for_there, "--dest", str(folder), *wanted])
        # pip judges what a package needs on Windows only by the machine it runs on, and leaves it out elsewhere.
        wanted = sorted(missing(folder, platforms, version))
    for name in FASTER:
        with suppress(BundleError):
            _run([*pip, "download", "--no-deps", *for_there, "--dest", str(folder), name])


def missing(folder: Path, platforms: Sequence[str], version: str) -> set[str]:
    """Requirements that the wheels in `folder` have for Python `version` on `platforms`, and that are not there."""
    there = {canonicalize_name(path.name.split("-")[0]) for path in folder.glob("*.whl")}
    environment = {"python_version": version, "python_full_version": f"{version}.0", "extra": ""}
    if any(platform.startswith("win") for platform in platforms):
        environment |= {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}
    needs = [Requirement(line) for path in folder.glob("*.whl") for line in _needs(path)]
    return {
        f"{need.name}{need.specifier}"
        for need in needs
        if canonicalize_name(need.name) not in there and (need.marker is None or need.marker.evaluate(environment))
    }


def _needs(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(archive.read(name).decode("utf-8")).get_all("Requires-Dist", [])


def _run(command: Sequence[str]) -> None:
    ran = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True)
    if ran.returncode:
        raise BundleError(ran.stderr.strip())


def read_python(source: str, sha256: str) -> bytes:
    """The embeddable Python at `source`, a path or an https address. Raises BundleError if it is not the one meant."""
    try:
        if source.startswith("https://"):
            with urllib.request.urlopen(source) as answer:
                content: bytes = answer.read()
        else:
            content = Path(source).read_bytes()
    except OSError as error:
        raise BundleError(f"{source}: {error}") from None
    found = hashlib.sha256(content).hexdigest()
    if found != sha256.strip().lower():
        raise BundleError(f"{source}: SHA-256 is {found}, not {sha256}")
    return content


def gather(python: bytes, wheels: Path) -> dict[str, bytes]:
    """Name → content of all that the bundle holds, without the checksums. BundleError for a Python that is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(python)) as embedded:
            files = {f"python/{name}": embedded.read(name) for name in embedded.namelist() if not name.endswith("/")}
    except zipfile.BadZipFile:
        raise BundleError("the embeddable Python is no zip") from None
    if "python/python.exe" not in files:
        raise BundleError("the embeddable Python holds no python.exe")
    files |= {f"wheels/{path.name}": path.read_bytes() for path in wheels.glob("*.whl")}
    files["start.py"] = (HERE / "start.py").read_bytes()
    files |= {name: for_windows(name, (HERE / here).read_text(encoding="utf-8")) for name, here in TEXTS.items()}
    return files


def for_windows(name: str, text: str) -> bytes:
    """A text as Windows reads it: CRLF; notes with a mark by which an old Notepad knows UTF-8, batch files in ASCII."""
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return lines.encode("ascii") if name.endswith(".bat") else lines.encode("utf-8-sig")


def checksums(files: Mapping[str, bytes]) -> bytes:
    """A line a file, as sha256sum writes and reads them."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode("utf-8")


def pack(files: Mapping[str, bytes]) -> bytes:
    """The zip, its names in UTF-8, all in one folder; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", _DAY)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".whl") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return packed.getvalue()


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Makes the offline bundle for Windows.")
    parser.add_argument("--python", required=True, help="the embeddable Python of python.org: a file or https://…")
    parser.add_argument("--sha256", required=True, help="its SHA-256, from python.org")
    parser.add_argument("--wheel", type=Path, help="the wheel of plancheck; default: built from this checkout")
    parser.add_argument("--platform", default="win_amd64", help="tag of the wheels, default win_amd64")
    parser.add_argument("--python-version", default="3.12", help="that of the embeddable Python, default 3.12")
    parser.add_argument("-o", "--output", type=Path, default=Path("plancheck-windows.zip"))
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> int:
    """Make the bundle; 0, or 2 with one line on stderr."""
    options = _options(words)
    try:
        python = read_python(options.python, options.sha256)
        with tempfile.TemporaryDirectory() as folder:
            fetch_wheels(Path(folder), [options.platform], options.python_version, options.wheel)
            files = gather(python, Path(folder))
        files["sha256.txt"] = checksums(files)
        content = pack(files)
        unfinished = options.output.with_suffix(".tmp")
        unfinished.write_bytes(content)
        unfinished.replace(options.output)
    except (BundleError, OSError) as error:
        print(f"bundle: {error}", file=sys.stderr)
        return 2
    for line in _told(options.output, content, files):
        print(line)
    return 0


def _told(path: Path, content: bytes, files: Mapping[str, bytes]) -> Iterator[str]:
    yield f"{path}: {len(content) / 1e6:.1f} MB, {len(files)} files"
    yield f"SHA-256 {hashlib.sha256(content).hexdigest()}"


if __name__ == "__main__":
    sys.exit(main())
