"""The fixes of findings as edits of files: those that do not overlap, file by file."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from checker.finding import Finding, Status
from checker.source import SourceText
from checker.write.edits import Edit, apply


class FileFixes(Struct, eq=False):
    """What is mended in one file: `count` is the number of fixes."""

    source: SourceText
    edits: list[Edit] = field(default_factory=list)
    count: int = 0

    @property
    def text(self) -> str:
        """The file's new text."""
        return apply(self.source.text, self.edits)


def gather_fixes(findings: Iterable[Finding], *, trust_text: bool = False) -> tuple[list[FileFixes], int]:
    """The files that the fixes of new findings change, and how many fixes wait because they overlap with others.

    The first finding of the report goes first. Of equal edits one is made. Fixes that trust the text are made only if
    that is asked for.
    """
    files: dict[str, FileFixes] = {}
    waiting = 0
    for finding in findings:
        if finding.fix is None or finding.status is not Status.NEW or (finding.fix.trusts_text and not trust_text):
            continue
        wanted = [(edit.span, Edit(edit.span.start, edit.span.end, edit.text)) for edit in finding.fix.edits]
        held = [files.setdefault(span.source.path, FileFixes(span.source)) for span, _ in wanted]
        if all(edit in file.edits for file, (_, edit) in zip(held, wanted, strict=True)):
            continue
        if any(_overlap(edit, other) for file, (_, edit) in zip(held, wanted, strict=True) for other in file.edits):
            waiting += 1
            continue
        for file, (_, edit) in zip(held, wanted, strict=True):
            file.edits.append(edit)
        held[0].count += 1
    return [file for file in files.values() if file.edits], waiting


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits touch the same characters, or stand at one place so that their order would count."""
    return one.start <= other.end and other.start <= one.end
