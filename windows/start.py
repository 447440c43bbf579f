"""What the .bat files of the offline bundle run: an installation, a check of what was dropped, or a command.

It runs under the embeddable Python of the bundle, before plancheck is installed, so it needs the standard
library only. The .bat files are plain ASCII and say nothing: what a person reads is printed from here, which
does not depend on the code page of the console.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import webbrowser
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
WHEELS = HERE / "wheels"
PACKAGES = HERE / "packages"
#: Written last, so that an installation that was broken off is done again.
DONE = PACKAGES / "installed.txt"

NOTHING_DROPPED = """把要检查的文件拖到“检查.bat”上：可以是一个文件，也可以选中几个一起拖，或者拖整个文件夹。
认得的文件：.docx、.txt、.md（文本），.xlsx（指标表），.plan（规划文件）。
.doc、.wps、.et 先用 WPS 或 Word 另存为 .docx、.xlsx。"""


NOT_INSTALLED = "还没有装，先双击“安装.bat”。"
INCOMPLETE = "这个文件夹里少了文件。把压缩包整个解压，再运行“安装.bat”。"


def install() -> int:
    """Put plancheck and all it needs into `packages`, from `wheels` alone; 0, or what pip ended with."""
    pip = next(WHEELS.glob("pip-*.whl"), None)
    if pip is None:
        print(INCOMPLETE)
        return 2
    print("正在安装，只用这个文件夹里的文件，不联网……", flush=True)
    command = [sys.executable, str(pip / "pip"), "install", "--isolated", "--no-index", "--find-links", str(WHEELS)]
    command += ["--disable-pip-version-check", "--no-warn-script-location", "--quiet", "--upgrade"]
    names = sorted({path.name.split("-")[0] for path in WHEELS.glob("*.whl")} - {"pip"})
    status = subprocess.run([*command, "--target", str(PACKAGES), *names], check=False).returncode
    if status:
        print("没有装成。看看磁盘是否已满、这个文件夹是否只读，再运行一次“安装.bat”。")
        return status
    DONE.write_text("plancheck\n", encoding="utf-8")
    print("装好了。把文件拖到“检查.bat”上就能检查。不用了，删掉整个文件夹就是。")
    return 0


def check(names: Sequence[str]) -> int:
    """Check the files and folders called `names` and show the page in the browser; 0, or what plancheck ended with."""
    if not names:
        print(NOTHING_DROPPED)
        return 2
    if not DONE.exists() and install():
        return 2
    page = page_for(Path(names[0]).absolute())
    print("正在检查……", flush=True)
    status = run(["report", *names, "--single-file", str(page)])
    if page.exists():
        print(f"检查结果：{page}")
        webbrowser.open(page.as_uri())
    return status


def run(words: Sequence[str]) -> int:
    """The command line of plancheck, with its exit status."""
    if not DONE.exists():
        print(NOT_INSTALLED, file=sys.stderr)
        return 2
    sys.path.insert(0, str(PACKAGES))
    from checker.doors.cli import main

    return main(list(words))


def page_for(dropped: Path) -> Path:
    """Where the page goes: beside what was dropped, else among the temporary files."""
    name = f"{dropped.stem if dropped.is_file() else dropped.name}-检查结果.html"
    try:
        with tempfile.TemporaryFile(dir=dropped.parent):
            return dropped.parent / name
    except OSError:  # a CD, a shared folder that may only be read
        return Path(tempfile.mkdtemp(prefix="plancheck-")) / name


if __name__ == "__main__":
    task, *given = sys.argv[1:]
    sys.exit(install() if task == "install" else check(given) if task == "check" else run(given))
