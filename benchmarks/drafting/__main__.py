"""`python -m benchmarks.drafting`: drafts of the documents of golds, measured.

    python -m benchmarks.drafting [--gold FILE …] [--show]

Without a gold, the made-up county's in its four ways. For each document: what there is, what was found (recall) and
how much of what was drafted is in the gold (precision), the wrong facts, the findings of the first check that are not
told as true in the gold, and the time of the draft for 100,000 characters. `--show` names what was missed, what stands
beside the gold, and the findings.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import checker
from benchmarks.drafting.gold import Gold, load_gold
from benchmarks.drafting.measure import Measured, measure
from benchmarks.drafting.ways import read_source, suffix_of, write_way
from checker.doors.cli import main as plancheck

OWN = Path(__file__).parent / "禾丰县.toml"


def documents(gold: Gold, folder: Path) -> Iterator[tuple[str, Path, bool]]:
    """What to call each document of a gold, where it lies, and whether it has parts; each in a folder of its own."""
    if gold.source is not None:
        lines = read_source(gold.source)
        for way in gold.ways:
            place = folder / way / f"{gold.source.stem}{suffix_of(way)}"
            place.parent.mkdir(parents=True)
            write_way(lines, way, place)
            yield way, place, way not in gold.without_parts
    for number, path in enumerate(gold.documents):
        place = folder / str(number) / path.name
        place.parent.mkdir(parents=True)
        shutil.copy(path, place)
        yield path.name, place, path.name not in gold.without_parts


def draft(path: Path) -> tuple[Path, float]:
    """The draft of a document, beside it, and the CPU seconds that it took; a second one, the first has to load."""
    made = path.with_name("草.plan")
    spent = 0.0
    for _ in range(2):
        made.unlink(missing_ok=True)
        begin = time.process_time()
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            status = plancheck(["draft", str(path), "-o", str(made)])
        spent = time.process_time() - begin
        if status:
            raise SystemExit(f"{path}: draft ended with {status}")
    return made, spent


def first_check(gold: Gold, path: Path, made: Path) -> list[str]:
    """The findings of the first check at warning or above, in short, without those that are true of the text."""
    report = checker.check([path, made])
    told = []
    for one in report.findings:
        words = f"{one.code} {one.message.text('zh')}"
        if one.severity.name.lower() != "info" and not any(true in words for true in gold.true_findings):
            told.append(words)
    return told


def table(name: str, measured: Measured, findings: list[str], seconds: float) -> str:
    """The table of one document."""
    lines = [
        f"## {name}",
        "",
        "| 要素 | 应有 | 找到 | 召回 | 草稿里 | 准确 |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind, one in measured.counts.items():
        recall = f"{one.found / one.there:.2f}" if one.there else "—"
        precision = f"{one.found / one.drafted:.2f}" if one.drafted else "—"
        lines.append(f"| {kind} | {one.there} | {one.found} | {recall} | {one.drafted} | {precision} |")
    codes = Counter(words[:5] for words in findings)
    told = "、".join(f"{code}×{number}" for code, number in sorted(codes.items()))
    lines += [
        "",
        f"错的数 {len(measured.wrong)}；第一次检查 {len(findings)} 处（{told or '无'}）；每10万字 {seconds:.2f} 秒",
        "",
    ]
    return "\n".join(lines)


def shown(measured: Measured, findings: list[str]) -> str:
    """What was missed and what is beside the gold, by kind; wrong facts and findings."""
    lines = []
    for kind, one in measured.counts.items():
        lines += [f"- 缺 {kind}：{name}" for name in one.missed]
        lines += [f"- 多 {kind}：{name}" for name in one.beside]
    lines += [f"- 错：{words}" for words in measured.wrong]
    lines += [f"- 问题：{words}" for words in findings]
    return "\n".join([*lines, ""])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--gold", type=Path, nargs="+", default=[OWN])
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for path in options.gold:
        gold = load_gold(path)
        with tempfile.TemporaryDirectory() as folder:
            for name, place, parts in documents(gold, Path(folder)):
                made, seconds = draft(place)
                measured = measure(gold, made.read_text(encoding="utf-8"), parts=parts)
                findings = first_check(gold, place, made)
                print(table(name, measured, findings, seconds * 100_000 / characters(place)))
                if options.show:
                    print(shown(measured, findings))
    return 0


def characters(path: Path) -> int:
    """How many characters a document has."""
    from checker.prose.read import read_document
    from checker.source import read_bytes

    return len(read_document(read_bytes(path, str(path)), path.suffix, str(path)).source.text)


if __name__ == "__main__":
    sys.exit(main())
