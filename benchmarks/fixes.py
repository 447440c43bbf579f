"""Every fix tried on real texts: what `check --fix` would change there, each change for a person to judge.

    python -m benchmarks.fixes PATH … [--held] [--around 16]

A path is a text (.txt, .md, .docx), a plan or a folder of such. Published texts are right nearly everywhere, so nearly
every change is a fault of the fix; the exit status is 1 where there is a change. `--held` also shows where a wrong word
of the table stands and is left alone, which is how the bounds of a row are judged.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import checker
from checker.finding import Status
from checker.prose.confusions import confusions
from checker.prose.constraints.slips import find_slips
from checker.prose.document import Document
from checker.prose.read import read_document
from checker.source import SourceText

_TEXTS = (".txt", ".md", ".docx")
_PLAN = ".plan"


@dataclass(frozen=True, slots=True)
class Change:
    """What a fix would do: the file, the line, what stands there with what is around it, what would."""

    path: Path
    line: int
    before: str
    old: str
    after: str
    new: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.before}〖{self.old}→{self.new}〗{self.after}"


def files_of(paths: list[Path]) -> Iterator[Path]:
    """The texts and plans among the files, and those of the folders, in order."""
    for path in paths:
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (one for one in found if one.suffix in (*_TEXTS, _PLAN))


def document_of(path: Path) -> Document:
    """A text, read."""
    return read_document(path.read_bytes(), path.suffix, path.name)


def changes_of_text(path: Path, around: int) -> Iterator[Change]:
    """The fixes in a text; a Word file is read as its text."""
    document = document_of(path)
    for slip in find_slips(document):
        if slip.sure:
            yield _change(path, document.source, slip.start, slip.end, slip.right, around)


def changes_of_plan(path: Path, around: int) -> Iterator[Change]:
    """The fixes in a plan, checked alone."""
    for finding in checker.check(path).findings:
        for edit in finding.fix.edits if finding.fix is not None and finding.status is Status.NEW else ():
            yield _change(path, edit.span.source, edit.span.start, edit.span.end, edit.text, around)


def held_of(path: Path, around: int) -> Iterator[Change]:
    """Where the table's wrong words of two and more characters stand and are left alone."""
    source = document_of(path).source
    for row in confusions():
        taken = set(row.places(source.text))
        start = source.text.find(row.wrong) if len(row.wrong) > 1 else -1
        while start >= 0:
            if (start, start + len(row.wrong)) not in taken:
                yield _change(path, source, start, start + len(row.wrong), row.right, around)
            start = source.text.find(row.wrong, start + 1)


def _change(path: Path, source: SourceText, start: int, end: int, new: str, around: int) -> Change:
    before, after = source.text[max(start - around, 0) : start], source.text[end : end + around]
    line = source.place(start).line
    return Change(path, line, before.replace("\n", "⏎"), source.text[start:end], after.replace("\n", "⏎"), new)


def main() -> int:
    """Print every change, and how many characters were read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--around", type=int, default=16)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    characters = 0
    for path in files_of(options.paths):
        plan = path.suffix == _PLAN
        if not plan:
            characters += len(document_of(path).source.text)
        counts["plans" if plan else "texts"] += 1
        for change in (changes_of_plan if plan else changes_of_text)(path, options.around):
            counts["changes"] += 1
            print(change)
        for change in held_of(path, options.around) if options.held and not plan else ():
            counts["held"] += 1
            print(f"held {change}")
    print(f"{counts['texts']} texts of {characters} characters, {counts['plans']} plans: {counts['changes']} changes")
    return 1 if counts["changes"] else 0


if __name__ == "__main__":
    sys.exit(main())
