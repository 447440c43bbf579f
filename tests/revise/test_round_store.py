"""The store of rounds: damaged, not to be written, full or killed at any line, it is one sentence or whole."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.messages.run_error import RunError
from checker.render.history import render_history, render_history_json, render_history_markdown
from checker.revise.history import moved, steps
from checker.workspace import rounds
from checker.workspace.rounds import KeptFinding, KeptTarget, Round, Rounds, one_round

FINDING = KeptFinding("a1", "PC201", "warning", "new", "区", "话", "words")
TARGET = KeptTarget("区", "收入", "2025年目标", "70000")


def kept(name: str, *contents: bytes) -> Round:
    files = {f"夹/{number}.plan": data for number, data in enumerate(contents)}
    return Round(name, "2026-05-01", "", "2026-05-01", "0", [FINDING], [TARGET], files)


def content(number: int) -> bytes:
    """So much that it takes many pages of the store."""
    return Random(number).randbytes(300_000)


def made(folder: Path, *names: str) -> Rounds:
    store = Rounds(folder / "库.sqlite", "库")
    for name in names:
        store.add(kept(name, content(int(name))))
    return store


def files_of(store: Rounds, name: str | None) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        store.unpack(name, Path(folder))
        paths = (path for path in Path(folder).rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@settings(max_examples=50, deadline=None)
@given(st.lists(st.binary(max_size=300), max_size=5))
def test_what_was_kept_comes_back(contents: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        wanted = kept("一", *contents)
        alone = Path(folder) / "一轮.plancheck"
        alone.write_bytes(one_round(wanted))
        store = Rounds(Path(folder) / "库", "库")
        store.add(wanted)
        for one, name in ((store, "一"), (Rounds(alone, "一轮"), None)):
            assert files_of(one, name) == wanted.files
            (told,) = one.rounds()
            assert (list(told.findings), list(told.targets)) == ([FINDING], [TARGET])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=30)), min_size=1, max_size=4))
def test_a_damaged_store_is_one_sentence_or_gives_what_was_kept(damages: list[tuple[int, bytes]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "库"
        store = Rounds(path, "库")
        wanted = kept("一", bytes(range(256)) * 40, b"small")
        store.add(wanted)
        data = bytearray(path.read_bytes())
        for start, new in damages:
            at = start % len(data)
            data[at : at + len(new)] = new
        path.write_bytes(data)
        try:
            store.names()
            told = store.rounds()
            for render in (render_history, render_history_markdown, render_history_json):
                render(steps(told), moved(told))
            back = files_of(store, "一")
        except RunError:
            return
        contents = {sha256(one).digest() for one in wanted.files.values()}
        assert {sha256(one).digest() for one in back.values()} <= contents


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE contents SET data = x'00'",
        "UPDATE contents SET data = 'words'",
        "DELETE FROM contents",
        "DROP TABLE files",
    ],
)
def test_contents_that_were_changed_or_lost_are_told(tmp_path: Path, change: str) -> None:
    store = made(tmp_path, "1")
    with sqlite3.connect(tmp_path / "库.sqlite") as other:
        other.execute(change)
    with pytest.raises(RunError, match=r"^库"):
        store.unpack("1", tmp_path / "里")


def test_contents_under_the_name_of_others_are_told(tmp_path: Path) -> None:
    store = made(tmp_path, "1", "2")
    with sqlite3.connect(tmp_path / "库.sqlite") as other:
        other.execute("UPDATE contents SET data = (SELECT max(data) FROM contents)")
    told = []
    for name in ("1", "2"):
        try:
            told.append(files_of(store, name) == {"夹/0.plan": content(int(name))})
        except RunError as problem:
            told.append(str(problem) == "库 坏了，或不是 plancheck 的快照")
    assert told == [True, True]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE findings SET severity = 'grave'",
        "UPDATE findings SET message = x'ff'",
        "UPDATE targets SET value = x'00'",
        "UPDATE rounds SET name = x'00'",
        "UPDATE rounds SET as_of = x'00'",
    ],
)
def test_words_that_are_none_are_told(tmp_path: Path, change: str) -> None:
    store = made(tmp_path, "1")
    with sqlite3.connect(tmp_path / "库.sqlite") as other:
        other.execute(change)
    with pytest.raises(RunError, match="库 坏了，或不是 plancheck 的快照"):
        store.rounds()


def test_a_file_without_a_round_is_told(tmp_path: Path) -> None:
    made(tmp_path, "1").remove("1")
    with pytest.raises(RunError, match="坏了，或不是 plancheck 的快照"):
        Rounds(tmp_path / "库.sqlite", "库").unpack(None, tmp_path)


def test_reading_makes_no_store_of_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "库.sqlite"
    path.touch()
    with pytest.raises(RunError, match=r"^库 是空的"):
        Rounds(path, "库").names()
    with pytest.raises(RunError, match=r"^库 是空的"):
        made(tmp_path, "1")
    assert path.read_bytes() == b""
    path.unlink()
    assert [name for name, _, _ in made(tmp_path, "1").names()] == ["1"]


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "库.sqlite").mkdir()
    with pytest.raises(RunError, match=r"^库 存取不了："):
        made(tmp_path, "1")


def test_who_removes_waits_for_who_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "_WAIT_SECONDS", 0.05)
    store = made(tmp_path, "1")
    other = sqlite3.connect(tmp_path / "库.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RunError, match="正被另一个 plancheck 写"):
        store.remove("1")
    assert [name for name, _, _ in store.names()] == ["1"]
    other.close()
    store.remove("1")
    assert store.names() == []


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = made(tmp_path, "1")
    really = sqlite3.connect

    def full(address: str, **more: object) -> sqlite3.Connection:
        opened: sqlite3.Connection = really(address, **more)  # type: ignore[call-overload]
        opened.execute("PRAGMA max_page_count = 1")  # no page more than there are
        return opened

    monkeypatch.setattr(sqlite3, "connect", full)
    with pytest.raises(RunError, match=r"^库 存取不了：database or disk is full$"):
        store.add(kept("2", content(2)))
    monkeypatch.undo()
    assert whole(tmp_path) == [1]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no such permissions")
def test_a_read_only_folder_is_told_and_can_be_read() -> None:
    """In a process without the rights of root, to whom nothing is read-only."""
    with TemporaryDirectory(prefix="plancheck-test-", dir="/tmp") as name:
        home = Path(name)
        store = made(home, "1")
        (home / "库.sqlite").chmod(0o444)
        home.chmod(0o555)
        child = os.fork()
        if child == 0:
            if os.geteuid() == 0:
                os.setegid(65534)
                os.seteuid(65534)
            can_be_read = [one for one, _, _ in store.names()] == ["1"] and len(store.rounds()) == 1
            try:
                store.add(kept("2"))
            except RunError as problem:
                os._exit(0 if can_be_read and str(problem).startswith("库 存取不了：") else 1)
            os._exit(2)
        assert os.waitpid(child, 0)[1] == 0
        home.chmod(0o755)
        assert whole(home) == [1]


# ---- killed at any line


def whole(folder: Path) -> list[int]:
    """The rounds kept, each of which is there with its bytes."""
    path = folder / "库.sqlite"
    store = Rounds(path, "库")
    if not path.exists():
        return []
    try:
        told = [int(name) for name, _, _ in store.names()]
    except RunError as problem:
        assert str(problem).startswith("库 是空的")  # noqa: PT017 - either is right
        return []
    for number in told:
        assert files_of(store, str(number)) == {"夹/0.plan": content(number)}
    with sqlite3.connect(path) as looked_at:
        assert looked_at.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return told


def killed_before_line(folder: Path, stop_at: int) -> bool:
    """Keep round 1 in a process that ends before line `stop_at` of the store's code; whether it got there."""
    child = os.fork()
    if child == 0:
        left = stop_at

        def count(frame: object, _event: str, _argument: object) -> object:
            nonlocal left
            if frame.f_code.co_filename == rounds.__file__:  # type: ignore[attr-defined]
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return count

        sys.settrace(count)  # type: ignore[arg-type]
        made(folder, "1")
        os._exit(0)
    return os.waitpid(child, 0)[1] != 0


def starts(folder: Path) -> Iterator[tuple[Path, list[int]]]:
    """A folder without a store, and one with a round in it."""
    for name, before in (("空", []), ("有", ["0"])):
        (folder / name).mkdir()
        made(folder / name, *before)
        yield folder / name, [int(one) for one in before]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot do it")
def test_killed_at_any_line_it_is_as_before_or_complete(tmp_path: Path) -> None:
    for start, before in starts(tmp_path):
        seen = set()
        for stop_at in range(1, 1000):
            shutil.copytree(start, tmp_path / "试")
            killed = killed_before_line(tmp_path / "试", stop_at)
            told = whole(tmp_path / "试")
            assert told in (before, [*before, 1])
            seen.add(len(told))
            shutil.rmtree(tmp_path / "试")
            if not killed:
                break
        else:
            pytest.fail("it never came to its end")
        assert seen == {len(before), len(before) + 1}
