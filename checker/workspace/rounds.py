"""The rounds of a draft, each as it was: files, findings and targets in one SQLite file.

A round is written in one transaction: whoever is killed leaves the file as it was, and two that write wait for each
other. Contents of files are kept once, whatever the number of rounds.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct
from msgspec.structs import astuple

from checker.finding import Severity
from checker.messages import Message
from checker.messages.rounds import (
    ROUNDS_BROKEN,
    ROUNDS_BUSY,
    ROUNDS_EMPTIED,
    ROUNDS_FAILED,
    ROUNDS_TAKEN,
    ROUNDS_UNKNOWN,
    ROUNDS_VERSION,
)
from checker.messages.run_error import RunError
from checker.source import with_near

STORE = Path(".plancheck") / "rounds.sqlite"
_APPLICATION = 0x706C6E63
_VERSION = 1
_WAIT_SECONDS = 10.0
#: What a file must begin with to be one of SQLite.
_MAGIC = b"SQLite format 3\0"
_CONTENT_LIMIT = 256 * 1024 * 1024

_TABLES = """
CREATE TABLE rounds (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, day TEXT NOT NULL, stage TEXT NOT NULL,
    as_of TEXT NOT NULL, tool_version TEXT NOT NULL);
CREATE TABLE contents (digest TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE files (round INTEGER NOT NULL REFERENCES rounds ON DELETE CASCADE, path TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES contents, PRIMARY KEY (round, path)) WITHOUT ROWID;
CREATE TABLE findings (round INTEGER NOT NULL REFERENCES rounds ON DELETE CASCADE, fingerprint TEXT NOT NULL,
    code TEXT NOT NULL, severity TEXT NOT NULL, status TEXT NOT NULL, plan TEXT NOT NULL, message TEXT NOT NULL,
    message_en TEXT NOT NULL);
CREATE TABLE targets (round INTEGER NOT NULL REFERENCES rounds ON DELETE CASCADE, plan TEXT NOT NULL,
    indicator TEXT NOT NULL, item TEXT NOT NULL, value TEXT NOT NULL);
"""
#: A table of its own, so that a store of the first plancheck, which kept none, is read and goes on being used by it.
_ACCOUNTS = """CREATE TABLE IF NOT EXISTS accounts (round INTEGER PRIMARY KEY REFERENCES rounds ON DELETE CASCADE,
    account TEXT NOT NULL)"""


class KeptFinding(Struct, frozen=True):
    """A finding as it was told in its round."""

    fingerprint: str
    code: str
    severity: str
    status: str
    plan: str
    message: str
    message_en: str


class KeptTarget(Struct, frozen=True):
    """A target as it was written: `item` is the year or basis with the tense, 2025年目标."""

    plan: str
    indicator: str
    item: str
    value: str


class KeptAccount(Struct, frozen=True):
    """What the check of a round came to, and what it did not look at.

    `verdict` is the word of `Verdict`, `said` its sentence, `unchecked` the points, each in Chinese and English.
    `ran` are the codes of rules that ran, `lacking` those of them that did not have all their data, `of_unread` those
    whose findings tell of what cannot be read; `plans` are the names of the plans checked.
    """

    verdict: str
    said: tuple[str, str]
    unchecked: tuple[tuple[str, str], ...]
    ran: tuple[str, ...]
    lacking: tuple[str, ...]
    of_unread: tuple[str, ...]
    plans: tuple[str, ...]


class Round(Struct):
    """One round; `files` are contents by the path below the workspace, with / on every system.

    `account` is None for a round that a plancheck kept which did not tell.
    """

    name: str
    day: str
    stage: str
    as_of: str
    tool_version: str
    findings: Sequence[KeptFinding]
    targets: Sequence[KeptTarget]
    files: dict[str, bytes]
    account: KeptAccount | None = None


class Rounds:
    """The rounds kept in a file; RunError, naming the file, for one that cannot be used."""

    def __init__(self, path: Path, shown: str) -> None:
        self._path, self._shown = path, shown

    def exists(self) -> bool:
        """Whether anything was ever kept; a folder in its place is told when it is opened."""
        return self._path.exists()

    def names(self) -> list[tuple[str, str, str]]:
        """Name, day and stage of each round by day, those of one day in the order in which they were kept."""
        with self._open() as store:
            rows = store.execute("SELECT name, day, stage FROM rounds ORDER BY day, id").fetchall()
            return [(name, day, stage) for name, day, stage in map(_words, rows)]

    def add(self, kept: Round) -> None:
        """Keep one more round; RunError if there is one of its name."""
        with self._errors():
            self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._open(writing=True, new=True) as store:
            if store.execute("SELECT 1 FROM rounds WHERE name = ?", (kept.name,)).fetchone():
                raise RunError(ROUNDS_TAKEN(name=kept.name))
            _insert(store, kept)

    def remove(self, name: str) -> None:
        """Forget a round, and contents that no other round holds."""
        with self._open(writing=True) as store:
            store.execute("DELETE FROM rounds WHERE id = ?", (self._number(store, name),))
            store.execute("DELETE FROM contents WHERE digest NOT IN (SELECT digest FROM files)")

    def rounds(self) -> list[Round]:
        """All rounds without their files, in the order of `names`."""
        with self._open() as store:
            query = "SELECT id, name, day, stage, as_of, tool_version FROM rounds ORDER BY day, id"
            rows = store.execute(query).fetchall()
            return [self._round(store, number, _words(told)) for number, *told in rows]

    def _round(self, store: sqlite3.Connection, number: int, told: list[str]) -> Round:
        name, day, stage, as_of, version = told
        findings = [_finding(row) for row in store.execute(_FINDINGS, (number,))]
        targets = [KeptTarget(*_words(row)) for row in store.execute(_TARGETS, (number,))]
        return Round(name, day, stage, as_of, version, findings, targets, {}, _account(store, number))

    def unpack(self, name: str | None, folder: Path) -> None:
        """Put the files of a round, of the last one without a name, into `folder`."""
        with self._open() as store:
            if name is None:
                (number,) = store.execute("SELECT max(id) FROM rounds").fetchone()
                if number is None:
                    raise RunError(ROUNDS_BROKEN(path=self._shown))
            else:
                number = self._number(store, name)
            query = "SELECT path, digest, data FROM files LEFT JOIN contents USING (digest) WHERE round = ?"
            for path, digest, data in store.execute(query, (number,)):
                target = folder / PurePosixPath(path)
                if not target.resolve().is_relative_to(folder.resolve()):
                    raise RunError(ROUNDS_BROKEN(path=self._shown))
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(_unpacked(data, digest))

    def content(self, name: str, path: str) -> bytes | None:
        """One file of a round, by its path below the workspace; None where the round has none."""
        with self._open() as store:
            query = "SELECT digest, data FROM files LEFT JOIN contents USING (digest) WHERE round = ? AND path = ?"
            row = store.execute(query, (self._number(store, name), path)).fetchone()
            return _unpacked(row[1], row[0]) if row is not None else None

    def _number(self, store: sqlite3.Connection, name: str) -> int:
        row = store.execute("SELECT id FROM rounds WHERE name = ?", (name,)).fetchone()
        if row is None:
            known = [one for (one,) in store.execute("SELECT name FROM rounds ORDER BY id")]
            raise RunError(with_near(ROUNDS_UNKNOWN(name=name, names="、".join(known)), name, known))
        return int(row[0])

    @contextmanager
    def _open(self, *, writing: bool = False, new: bool = False) -> Iterator[sqlite3.Connection]:
        """The store within a transaction, which counts only if nothing is raised."""
        with self._errors():
            mode = "rwc" if new else "rw"
            # Whoever waits for another that makes the store finds it made.
            existed = self._path.exists()
            store = sqlite3.connect(
                f"{self._path.resolve().as_uri()}?mode={mode}", uri=True, timeout=_WAIT_SECONDS, isolation_level=None
            )
            try:
                store.execute("PRAGMA foreign_keys = ON")
                # A file that came by mail may hold more than tables.
                store.execute("PRAGMA trusted_schema = OFF")
                store.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
                self._prepare(store, new=new and not existed)
                yield store
                store.execute("COMMIT")
            finally:
                # What was not committed is as if it had never been.
                store.close()

    def _prepare(self, store: sqlite3.Connection, *, new: bool) -> None:
        (application,) = store.execute("PRAGMA application_id").fetchone()
        (version,) = store.execute("PRAGMA user_version").fetchone()
        (tables,) = store.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables and new:
            _make_tables(store)
        elif not tables and application == 0:
            raise RunError(ROUNDS_EMPTIED(path=self._shown))
        elif application != _APPLICATION:
            raise RunError(ROUNDS_BROKEN(path=self._shown))
        elif version > _VERSION:
            raise RunError(ROUNDS_VERSION(path=self._shown))

    def _told(self, error: sqlite3.OperationalError) -> Message:
        # Text in the store that is none is an error of Python's own, without a code.
        code: int | None = getattr(error, "sqlite_errorcode", None)
        if code is None:
            return ROUNDS_BROKEN(path=self._shown)
        # The lower eight bits are the kind of error, the others its circumstances.
        if code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return ROUNDS_BUSY(path=self._shown)
        return ROUNDS_FAILED(path=self._shown, reason=str(error))

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise RunError(self._told(error)) from None
        except (sqlite3.DatabaseError, zlib.error, TypeError, ValueError):
            raise RunError(ROUNDS_BROKEN(path=self._shown)) from None
        except OSError as error:
            raise RunError(ROUNDS_FAILED(path=self._shown, reason=error.strerror or type(error).__name__)) from None


_FINDINGS = (
    "SELECT fingerprint, code, severity, status, plan, message, message_en FROM findings WHERE round = ? ORDER BY rowid"
)
_TARGETS = "SELECT plan, indicator, item, value FROM targets WHERE round = ? ORDER BY rowid"


def _words(row: Sequence[object]) -> list[str]:
    """The cells of a row, which are words; ValueError in a store where one is not."""
    if not all(isinstance(cell, str) for cell in row):
        raise ValueError
    return [str(cell) for cell in row]


def _finding(row: Sequence[object]) -> KeptFinding:
    found = KeptFinding(*_words(row))
    Severity.parse(found.severity)  # ValueError for one that there is not
    return found


def _account(store: sqlite3.Connection, number: int) -> KeptAccount | None:
    if not store.execute("SELECT 1 FROM sqlite_master WHERE name = 'accounts'").fetchone():
        return None
    row = store.execute("SELECT account FROM accounts WHERE round = ?", (number,)).fetchone()
    if row is None:
        return None
    try:
        return msgspec.json.decode(*_words(row), type=KeptAccount)
    except msgspec.MsgspecError as error:
        raise ValueError from error


def is_round(path: Path) -> bool:
    """Whether there is a file at `path` that begins as one with a round does."""
    try:
        with path.open("rb") as file:
            return path.is_file() and file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def one_round(kept: Round) -> bytes:
    """A file that holds one round."""
    store = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _make_tables(store)
        _insert(store, kept)
        return store.serialize()
    finally:
        store.close()


def _make_tables(store: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";"):
        if statement.strip():
            store.execute(statement)
    store.execute(f"PRAGMA application_id = {_APPLICATION}")
    store.execute(f"PRAGMA user_version = {_VERSION}")


def _insert(store: sqlite3.Connection, kept: Round) -> None:
    row = (kept.name, kept.day, kept.stage, kept.as_of, kept.tool_version)
    query = "INSERT INTO rounds (name, day, stage, as_of, tool_version) VALUES (?, ?, ?, ?, ?)"
    number = store.execute(query, row).lastrowid
    for path, data in kept.files.items():
        digest = sha256(data).hexdigest()
        store.execute("INSERT OR IGNORE INTO contents VALUES (?, ?)", (digest, zlib.compress(data, 9)))
        store.execute("INSERT INTO files VALUES (?, ?, ?)", (number, path, digest))
    store.executemany(
        "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(number, *astuple(one)) for one in kept.findings],
    )
    if kept.account is not None:
        store.execute(_ACCOUNTS)
        told = (number, msgspec.json.encode(kept.account).decode("utf-8"))
        store.execute("INSERT INTO accounts VALUES (?, ?)", told)
    store.executemany(
        "INSERT INTO targets VALUES (?, ?, ?, ?, ?)",
        [(number, *astuple(one)) for one in kept.targets],
    )


def _unpacked(data: bytes, digest: str) -> bytes:
    """The content, byte for byte what was kept; ValueError else, and where it is more than a file may have."""
    unpacker = zlib.decompressobj()
    content = unpacker.decompress(data, _CONTENT_LIMIT)
    if unpacker.unconsumed_tail or not unpacker.eof or sha256(content).hexdigest() != digest:
        raise ValueError
    return content
