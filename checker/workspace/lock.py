"""`plancheck.lock`: what was approved, and which items of upper plans were reviewed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from checker.messages.approval import LOCK_BROKEN, LOCK_NAME, LOCK_VERSION
from checker.messages.source import SOURCE_WITH_PATH
from checker.model.digests import digest
from checker.source import SourceText, Span, Unreadable, read_source
from checker.workspace.config import ConfigError

if TYPE_CHECKING:
    from checker.prose.document import Block, Document

#: The first number changes when a reader has to.
LOCK_VERSION_WRITTEN: Final = "1.2"
#: The words in front of the first chapter of a text.
FRONT = "开头"
_UNNAMED = "章"


class ApprovedFile(Struct, kw_only=True, forbid_unknown_fields=True):
    """A file as it was approved: `path` below the workspace, `parts` by what they are called (指标 甲, 第三章 …).

    `role` is plan, upper, text, rules or settings.
    """

    path: str
    role: str
    parts: dict[str, str]


class ApprovedFinding(Struct, kw_only=True, forbid_unknown_fields=True):
    """What was found on the day of approval; `status` says whether it was waived."""

    fingerprint: str
    code: str
    severity: str
    status: str
    plan: str
    message: str


class ApprovedWaiver(Struct, kw_only=True, forbid_unknown_fields=True):
    """A waiver that was in the plan."""

    plan: str
    waiver: str
    reason: str
    approved_by: str


class Approval(Struct, kw_only=True, forbid_unknown_fields=True):
    """What was approved: on which day, by whom ("" where it was not told), at which stage, judged by which day.

    `verdict` is that of the check, "" in a record of before there was one; `unchecked` says what it did not look at,
    `not_run` has the codes of the rules that did not run, by reason (off, not_only, stage …).
    """

    on: str
    by: str
    stage: str
    as_of: str
    files: list[ApprovedFile]
    findings: list[ApprovedFinding] = field(default_factory=list)
    waivers: list[ApprovedWaiver] = field(default_factory=list)
    verdict: str = ""
    unchecked: list[str] = field(default_factory=list)
    not_run: dict[str, list[str]] = field(default_factory=dict)


class Reviewed(Struct, kw_only=True, forbid_unknown_fields=True):
    """An item of an upper plan as it was when a tie to it was reviewed: `told` is what it said, field by field."""

    fingerprint: str
    plan: str
    kind: str
    name: str
    told: dict[str, str]


class Lock(Struct, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    lock_version: str = LOCK_VERSION_WRITTEN
    tool_version: str = ""
    approved: Approval | None = None
    reviewed: list[Reviewed] = field(default_factory=list)

    @property
    def names_as_typed(self) -> bool:
        """Whether relations are called as they were typed: until 1.2 signs and blanks were part of the name."""
        return self.lock_version in {"1.0", "1.1"}


class LockFile(Struct, eq=False):
    """A lock with its text, and what of the workspace is held against it beside plans and texts.

    `paths` are the paths below the workspace by those shown to readers; `plain` has the parts of settings and rule
    files, `missing` what was approved and is not there, both by paths below the workspace.
    """

    lock: Lock
    source: SourceText
    paths: dict[str, str] = field(default_factory=dict)
    plain: dict[str, dict[str, str]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def path(self, source: SourceText) -> str:
        """The path below the workspace."""
        return self.paths.get(source.path, source.path)

    def span_of(self, words: str) -> Span:
        """Where these words stand in the file, its beginning if they do not."""
        start = max(self.source.text.find(words), 0)
        return Span(self.source, start, start + (len(words) if start else 1))


def read_lock(path: Path, shown: str) -> LockFile:
    """The lock at `path`, to be known to readers as `shown`. Raises ConfigError for one that cannot be read."""
    import msgspec.json

    try:
        source = read_source(path, shown)
        lock = msgspec.json.decode(source.text, type=Lock)
    except Unreadable as problem:
        raise ConfigError(problem.message) from None
    except (msgspec.DecodeError, RecursionError):
        raise ConfigError(SOURCE_WITH_PATH(path=shown, reason=LOCK_BROKEN())) from None
    if lock.lock_version.partition(".")[0] != LOCK_VERSION_WRITTEN.partition(".")[0]:
        raise ConfigError(SOURCE_WITH_PATH(path=shown, reason=LOCK_VERSION(version=lock.lock_version)))
    return LockFile(lock, source)


def lock_text(lock: Lock) -> str:
    """The text of the file. Raises ConfigError for a name of a file that is no text."""
    import msgspec.json

    try:
        return msgspec.json.format(msgspec.json.encode(lock), indent=1).decode("utf-8") + "\n"
    except UnicodeEncodeError as error:
        raise ConfigError(SOURCE_WITH_PATH(path=error.object, reason=LOCK_NAME())) from None


# ---- what is approved of a file


def text_parts(document: Document) -> dict[str, tuple[Block, str]]:
    """The chapters of a text and what stands in front of them: first block, and digest of the words of all."""
    # Of an internal document no heading is kept, only its number.
    chapters = {
        id(one): (one.number or _UNNAMED) if document.internal else one.text.strip() for one in document.chapters
    }
    gathered: dict[str, list[Block]] = {}
    current = FRONT
    for block in document.blocks:
        if id(block) in chapters:
            current = _free(chapters[id(block)], gathered)
        gathered.setdefault(current, []).append(block)
    return {name: (blocks[0], digest("".join(one.text.split()) for one in blocks)) for name, blocks in gathered.items()}


def plain_parts(text: str) -> dict[str, str]:
    """A file of settings or rules as a whole; line ends and blanks at the end of a line mean nothing."""
    return {"": digest(line.rstrip() for line in text.rstrip().splitlines())}


def _free(name: str, taken: Iterable[str]) -> str:
    known = set(taken)
    number, called = 1, name
    while called in known:
        number += 1
        called = f"{name} #{number}"
    return called
