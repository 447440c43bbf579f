"""A finding and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple

from checker.finding.fingerprint import fingerprint, fingerprint_of_parts
from checker.messages import Message
from checker.source import Span


class Severity(IntEnum):
    """How much a finding weighs; the greater, the worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def zh(self) -> str:
        """The Chinese word."""
        return _SEVERITY_ZH[self]

    @property
    def en(self) -> str:
        """The English word, also that of the JSON."""
        return self.name.lower()

    @staticmethod
    def parse(word: str) -> Severity:
        """The severity called `word` in either language; ValueError if there is none."""
        for severity in Severity:
            if word.strip().lower() in (severity.zh, severity.en):
                return severity
        raise ValueError(word)


_SEVERITY_ZH = {Severity.INFO: "提示", Severity.WARNING: "警告", Severity.ERROR: "错误"}


class Status(StrEnum):
    """Whether a finding counts: only new ones do."""

    NEW = "new"
    KNOWN = "known"
    WAIVED = "waived"


@dataclass(slots=True, unsafe_hash=True)
class Subject:
    """The element a finding is about: its kind (an English element kind, "" if none), name and plan."""

    kind: str = ""
    name: str = ""
    plan: str = ""


@dataclass(slots=True, unsafe_hash=True)
class SetAside:
    """Why a finding is waived: the reason in the plan's words and who approved it, "" where the plan does not say.

    `until` is the last day, None if it has no end; `span` is where the plan says so.
    """

    reason: str
    approved_by: str
    until: date | None
    span: Span


@dataclass(slots=True, unsafe_hash=True)
class Related:
    """Another place that matters, with its own sentence."""

    message: Message
    span: Span


@dataclass(slots=True, unsafe_hash=True)
class Edit:
    """Put `text` where `span` is."""

    span: Span
    text: str


@dataclass(slots=True, unsafe_hash=True)
class Fix:
    """Edits that together clear a finding; `message` says what they do.

    `trusts_text`: they are right only if the text is and the plan file is not, which a person has to say.
    """

    message: Message
    edits: tuple[Edit, ...]
    trusts_text: bool = False


class Concern(NamedTuple):
    """What a finding concerns beside its subject, by name: chapters, owners (责任单位), goals, drafters (执笔处室)."""

    chapters: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    drafters: tuple[str, ...] = ()


_NOBODY = Concern()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong, at one place, with every other place that makes it wrong."""

    code: str  # PC202
    slug: str  # goal-without-indicator
    title: Message  # 目标缺指标
    severity: Severity  # after stage, configuration and waiver; never part of the code
    message: Message  # turned into words only by a renderer
    span: Span  # the smallest text that shows the problem
    subject: Subject
    basis: Message
    help: Message | None = None
    concern: Concern = _NOBODY
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    status: Status = Status.NEW
    waiver: SetAside | None = None  # what made the status *waived*
    known_as: str = ""  # the fingerprint that it had before its words were withheld
    same: tuple[str, ...] = ()  # tells it from others where subject, words and place go by the order of declarations

    @property
    def fingerprint(self) -> str:
        """16 letters and digits, a letter first, that outlive edits elsewhere in the file."""
        if self.known_as:
            return self.known_as
        if self.same:
            return fingerprint_of_parts(self.code, self.same)
        return fingerprint(
            self.code,
            (self.subject.kind, self.subject.name, self.subject.plan),
            self.message,
            self.span.text,
            [related.message for related in self.related],
        )


class NoticeKind(StrEnum):
    """What a notice means for the verdict: data that was not there, what a plan itself leaves open, or neither."""

    MISSING = "missing"
    OPEN = "open"
    REMARK = "remark"


@dataclass(slots=True, unsafe_hash=True)
class Notice:
    """What was not checked, by which rules, and in which file if it is one file's matter.

    A remark tells how something was read; nothing is unchecked because of it.
    """

    message: Message
    codes: tuple[str, ...] = ()
    file: str | None = None
    kind: NoticeKind = NoticeKind.MISSING


def sort_key(finding: Finding) -> tuple[str, int, str, str]:
    """The order of findings in every output: file, place, code, words."""
    return finding.span.source.path, finding.span.start, finding.code, finding.message.text("zh")
