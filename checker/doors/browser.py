"""A browser that prints pages: found where it is installed, run without a window."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.messages.report import REPORT_BROWSER_FAILED, REPORT_NO_BROWSER
from checker.messages.run_error import RunError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
#: Below the folders of programs on Windows, where none is on the path, and as macOS has them.
_PLACES = ("Microsoft/Edge/Application/msedge.exe", "Google/Chrome/Application/chrome.exe")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_PATIENCE = 300


def find_browser() -> str | None:
    """The program, None if there is none."""
    for name in _NAMES:
        found = shutil.which(name)
        if found is not None:
            return found
    folders = [os.environ.get(name, "") for name in ("PROGRAMFILES(X86)", "PROGRAMFILES", "LOCALAPPDATA")]
    places = [Path(folder, place) for folder in folders if folder for place in _PLACES]
    return next((str(path) for path in (*places, *map(Path, _MAC)) if path.is_file()), None)


def print_pdf(html: bytes) -> bytes:
    """The PDF of a page. Raises RunError where no browser is there, or where it makes none."""
    program = find_browser()
    if program is None:
        raise RunError(REPORT_NO_BROWSER())
    with TemporaryDirectory(prefix="plancheck-", ignore_cleanup_errors=True) as folder:
        page, made = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_bytes(html)
        options = [
            "--headless",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            f"--user-data-dir={folder}/profile",
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.append("--no-sandbox")  # as root a browser starts only so
        try:
            run = subprocess.run(  # noqa: S603 - the program found above, and our own page
                [program, *options, f"--print-to-pdf={made}", page.as_uri()],
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise RunError(REPORT_BROWSER_FAILED(reason=type(error).__name__)) from None
        if not made.is_file():
            lines = run.stderr.decode("utf-8", "replace").strip().splitlines()
            raise RunError(REPORT_BROWSER_FAILED(reason=lines[-1] if lines else str(run.returncode)))
        return made.read_bytes()
