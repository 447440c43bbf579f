"""Texts that are kept in files and held against what is made now; how they are renewed and cleared away.

`snapshot("名.txt", made)` holds `made` against `snapshots/名.txt` beside the test's own file; a path is taken as it is.

    pytest tests/render --snapshot-update   # write what is made now; look at the difference before committing it
    pytest --snapshot-clean                 # after all tests have passed: remove the files that none of them asked for

A run of all tests tells of files that nobody asked for, and leaves them.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

FOLDER = "snapshots"
_ASKED = pytest.StashKey[set[str]]()
_WHOLE = pytest.StashKey[bool]()
#: Options of pytest with which not all tests run.
_LESS = ("keyword", "markexpr", "deselect", "ignore", "ignore_glob", "lf", "stepwise", "collectonly")


class Snapshot:
    """What a test calls; `asked` gathers the files."""

    def __init__(self, folder: Path, asked: set[str], *, update: bool) -> None:
        self._folder, self._asked, self._update = folder, asked, update

    def __call__(self, name: str | Path, made: str) -> None:
        """AssertionError, with the difference, where the file says anything else; without a file, too."""
        path = self._folder / FOLDER / name if isinstance(name, str) else name
        self._asked.add(str(path))
        kept = path.read_bytes().decode("utf-8").replace("\r\n", "\n") if path.exists() else ""
        if made == kept and path.exists():
            return
        if self._update:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(made.encode("utf-8"))
            return
        lines = unified_diff(kept.splitlines(True), made.splitlines(True), str(path), "made now")
        pytest.fail(f"{''.join(lines)}\nif this is right: pytest --snapshot-update", pytrace=False)


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Holds a text against the one that is kept."""
    update = bool(request.config.getoption("--snapshot-update"))
    return Snapshot(request.path.parent, request.config.stash[_ASKED], update=update)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The two options."""
    group = parser.getgroup("snapshots", "texts that are kept in files")
    group.addoption("--snapshot-update", action="store_true", help="write what is made now")
    group.addoption("--snapshot-clean", action="store_true", help="remove files that none of all tests asked for")


def pytest_configure(config: pytest.Config) -> None:
    """Nothing is asked for yet."""
    config.stash[_ASKED] = set()
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    config.stash[_WHOLE] = whole and not any(getattr(config.option, name, None) for name in _LESS)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker hands over what its tests asked for."""
    if hasattr(session.config, "workeroutput"):
        asked = session.config.stash[_ASKED]
        session.config.workeroutput["snapshots"] = sorted(asked)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Takes it in."""
    node.config.stash[_ASKED].update(getattr(node, "workeroutput", {}).get("snapshots", ()))


def pytest_terminal_summary(terminalreporter: Any, exitstatus: int, config: pytest.Config) -> None:
    """Tells of files that nobody asked for, or removes them; only after a run of all tests that went well."""
    if exitstatus or not config.stash[_WHOLE]:
        if config.getoption("--snapshot-clean"):
            terminalreporter.write_line("snapshots are cleared away only after all tests, when they have passed")
        return
    for path in sorted((config.rootpath / "tests").rglob(f"{FOLDER}/*")):
        if str(path) not in config.stash[_ASKED]:
            if config.getoption("--snapshot-clean"):
                path.unlink()
            told = "removed" if config.getoption("--snapshot-clean") else "nobody asks for"
            terminalreporter.write_line(f"{told} {path.relative_to(config.rootpath)}")
