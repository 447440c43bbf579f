"""``check --fix`` and ``check --diff``: what is certain is mended in the files, or shown as a patch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from checker.doors.output import write_diff, write_files, write_line
from checker.engine.report import Report
from checker.finding import Status
from checker.messages import Message
from checker.messages.cli import CLI_SAYS
from checker.messages.fixes import FIX_APPROVED, FIX_DONE, FIX_LATER, FIX_NOTHING, FIX_TO_TRUST, FIX_WORD
from checker.write.fixes import FileFixes, gather_fixes

#: Each round mends what overlapped with the round before; a file has no more layers than this.
_ROUNDS = 20
_OFFICE = (".docx", ".xlsx")


def mend(report: Report, check: Callable[[], Report], *, trust_text: bool) -> Report:
    """Write the fixes of the report into the files, round after round; the report of what is left.

    `check` checks anew; `trust_text` takes the text's side where a plan file differs from it.
    """
    counts: Counter[str] = Counter()
    kept: set[str] = set()
    for _ in range(_ROUNDS):
        files, _waiting = gather_fixes(report.findings, trust_text=trust_text)
        approved = _approved(report)
        kept |= {file.source.path for file in files if file.source.path in approved}
        files = [file for file in files if file.source.path not in approved]
        if not files:
            break
        write_files([(Path.cwd() / one.source.path, one.text.encode(one.source.encoding)) for one in files])
        for file in files:
            counts[file.source.path] += file.count
        report = check()
    for path in sorted(kept):
        _say(FIX_APPROVED(path=path), report.lang)
    office = _office_files(report)
    for path, count in sorted(counts.items()):
        _say(FIX_DONE(path=path, count=count), report.lang)
    for path in office:
        _say(FIX_WORD(path=path), report.lang)
    if not counts and not kept and not office:
        _say(FIX_NOTHING(), report.lang)
    _say_to_trust(report, trust_text=trust_text)
    return report


def show_fixes(report: Report, *, trust_text: bool) -> None:
    """The patch that a first round of fixes would be."""
    files, waiting = gather_fixes(report.findings, trust_text=trust_text)
    approved = _approved(report)
    shown: list[FileFixes] = []
    for file in files:
        if file.source.path in approved:
            _say(FIX_APPROVED(path=file.source.path), report.lang)
        else:
            shown.append(file)
    for file in shown:
        write_diff(file.source.path, file.source.text, file.text)
    if waiting:
        _say(FIX_LATER(count=waiting), report.lang)
    office = _office_files(report)
    for path in office:
        _say(FIX_WORD(path=path), report.lang)
    if not files and not office:
        _say(FIX_NOTHING(), report.lang)
    _say_to_trust(report, trust_text=trust_text)


def _say_to_trust(report: Report, *, trust_text: bool) -> None:
    """Whether the plan file or the text is right is for a person to say."""
    left = sum(one.fix is not None and one.fix.trusts_text and one.status is Status.NEW for one in report.findings)
    if left and not trust_text:
        _say(FIX_TO_TRUST(count=left), report.lang)


def _office_files(report: Report) -> list[str]:
    """The files that are no plain text and in which something is to be mended by hand."""
    paths = {one.span.source.path for one in report.findings if one.status is Status.NEW}
    return sorted(path for path in paths if path.lower().endswith(_OFFICE))


def _approved(report: Report) -> set[str]:
    """The files, as a reader sees their paths, that are approved."""
    found: set[str] = set()
    for checked in report.checked:
        lock = checked.facts.lock
        if lock is not None and lock.lock.approved is not None:
            known = {one.path for one in lock.lock.approved.files}
            found |= {shown for shown, path in lock.paths.items() if path in known}
    return found


def _say(message: Message, lang: str) -> None:
    write_line(CLI_SAYS(message=message).text(lang))
