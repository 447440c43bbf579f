"""How many faults in texts are found, by kind, and how many findings are false: on texts and faults of somebody else.

    python -m benchmarks.text [--faults FOLDER] [--texts FOLDER …] [--kind K,K] [--show] [--size 1000000]

FOLDER has `faults.json` and `controls.json` as `benchmarks/faults/README.md` tells, and the texts they name (or those
of `--corpus`); the default is that folder. Each fault is put alone into an unchanged text; it is found when a finding
at warning or above that was not there before, or a place related to it, touches the fault. After a harmless edit
nothing new may be found. Even numbers are scored apart: rules are worked on with the odd ones. Then the findings on
the unchanged texts, and on all .txt, .md and .docx files of `--texts`, by rule. `--show` names what was missed (odd
numbers only), `--size` measures the speed on a made-up text of so many characters.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import checker
from benchmarks.edited import Edited, Span, open_edited
from checker.finding import Finding, Severity

OWN = Path(__file__).parent / "faults"
CLASSES = ("text", "text+table", "two documents", "model", "human")
#: By so many characters a finding may miss a place.
_SLACK = 2
_TEXTS = {".txt", ".md", ".docx"}
#: Findings at warning or above for 10,000 characters of texts that are sound: in all, and of one rule.
BUDGET, RULE_BUDGET = 0.5, 0.05
Case = dict[str, Any]
Key = tuple[str, str, str]


@dataclass(slots=True)
class Outcome:
    """What came of one case: whether the fault was found, by which rules, and new findings that are elsewhere."""

    case: Case
    found: bool
    codes: tuple[str, ...]
    elsewhere: list[str] = field(default_factory=list)

    @property
    def odd(self) -> bool:
        """Whether its number may be worked on."""
        return int(str(self.case["id"]).rsplit("-", 1)[1]) % 2 == 1


class Bench:
    """The texts of a set of faults; `corpus` has those that do not lie beside it."""

    def __init__(self, folder: Path, corpus: Path | None = None) -> None:
        self._folders = [folder, *([corpus] if corpus is not None else [])]
        self.faults: list[Case] = json.loads((folder / "faults.json").read_text(encoding="utf-8"))
        self.controls: list[Case] = json.loads((folder / "controls.json").read_text(encoding="utf-8"))
        self._known: dict[tuple[str, str | None], set[Key]] = {}

    def texts(self) -> list[Path]:
        """The texts that are changed."""
        return [self._path(name) for name in sorted({case["file"] for case in (*self.faults, *self.controls)})]

    def run(self, case: Case) -> Outcome:
        """Change a text, check it, and see what is new."""
        name, beside = case["file"], case.get("with")
        pair = name, beside
        if pair not in self._known:
            text = open_edited(self._path(name))
            self._known[pair] = {_key(one, text.text) for one in self._check(text, name, beside)}
        text = open_edited(self._path(name))
        for edit in case["edits"]:
            text.edit(edit)
        new = [one for one in self._check(text, name, beside) if _key(one, text.text) not in self._known[pair]]
        told = [case["place"]] if "place" in case else []
        places = [span for place in (*told, *case.get("related", ())) for span in text.spans(place)]
        hits = [one for one in new if _touches(one, places, Path(name).name)] if told else []
        elsewhere = [f"{one.code} {one.message.text()}" for one in new if one not in hits]
        return Outcome(case, bool(hits), tuple(sorted({one.code for one in hits})), elsewhere)

    def _path(self, name: str) -> Path:
        return next(path for folder in self._folders if (path := folder / name).exists())

    def _check(self, text: Edited, name: str, beside: str | None) -> list[Finding]:
        with TemporaryDirectory() as folder:
            paths = [Path(folder) / Path(name).name]
            text.save(paths[0])
            if beside is not None:
                paths.append(Path(shutil.copy(self._path(beside), folder)))
            return [one for one in weighty(paths) if _own_spans(one, paths[0].name)]


def weighty(paths: Sequence[Path]) -> list[Finding]:
    """The findings at warning or above."""
    return [one for one in checker.check(list(paths)).findings if one.severity >= Severity.WARNING]


def _own_spans(finding: Finding, name: str) -> list[Span]:
    spans = (finding.span, *(one.span for one in finding.related))
    return [(span.start, span.end) for span in spans if Path(span.source.path).name == name]


def _key(finding: Finding, text: str) -> Key:
    span = finding.span
    return finding.code, text[span.start : span.end], finding.message.text()


def _touches(finding: Finding, places: Sequence[Span], name: str) -> bool:
    return any(
        start <= last + _SLACK and end >= first - _SLACK
        for start, end in _own_spans(finding, name)
        for first, last in places
    )


def noise(paths: Iterable[Path]) -> tuple[Counter[str], int]:
    """Findings at warning or above by rule on texts that are taken to be sound, and how many characters they have."""
    rules: Counter[str] = Counter()
    characters = 0
    for path in paths:
        with TemporaryDirectory() as folder:
            rules.update(one.code for one in weighty([Path(shutil.copy(path, folder))]))
        characters += len(open_edited(path).text)
    return rules, characters


def recall_table(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Found of all, by kind and class, odd and even numbers apart."""
    counts: dict[str, Counter[tuple[str, bool, bool]]] = defaultdict(Counter)
    for one in outcomes:
        for kind in (one.case["kind"], "**all**"):
            counts[kind][one.case["detectable"], one.odd, one.found] += 1
    used = [name for name in CLASSES if any(key[0] == name for key in counts["**all**"])]
    yield "| kind | " + " | ".join(f"{name}, odd | even" for name in used) + " |"
    yield "|---|" + "---:|---:|" * len(used)
    for kind, told in sorted(counts.items(), key=lambda pair: (pair[0].startswith("*"), pair[0])):
        cells = [_share(told, name, odd=odd) for name in used for odd in (True, False)]
        yield f"| {kind} | {' | '.join(cells)} |"


def _share(told: Counter[tuple[str, bool, bool]], name: str, *, odd: bool) -> str:
    found, missed = told[name, odd, True], told[name, odd, False]
    return f"{found}/{found + missed}" if found + missed else ""


def _noise_line(title: str, paths: Sequence[Path]) -> str:
    rules, characters = noise(paths)
    found = sum(rules.values())
    listed = ", ".join(f"{code} {count}" for code, count in sorted(rules.items()))
    rate = f"{10_000 * found / max(characters, 1):.2f} per 10,000"
    return f"{title}: {len(paths)} texts, {characters} characters, {found} findings, {rate}: {listed}"


def speed(size: int) -> float:
    """Characters of a made-up text, with a figure in about a hundred of them, that are checked in a CPU second."""
    paragraph = (
        "壮大特色产业。立足各县区资源禀赋和产业基础，完善主导产业培育机制，推动优势企业向产业链上下游延伸，"
        "支持中小企业走专业化道路，健全从技术攻关到成果应用的服务链条，促进产业集群协同发展。加强要素保障，统筹土地、"
        "资金、人才和能源供给，优化营商环境，完善政企沟通渠道。到2030年，云川市规模以上工业增加值年均增长6%以上，"
        "建成示例园区12个。加强河湖保护，推进入河排污口整治，望川河水质稳定达到Ⅲ类标准。坚持规划引领，健全实施机制，"
        "加强年度评估，广泛听取意见，确保各项任务落到实处，让发展成果更好惠及全市人民。\n"
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "纲要.txt"
        lines = (f"第{number}段，{paragraph}" for number in range(size // len(paragraph) + 1))
        path.write_text("云川市国民经济和社会发展第十五个五年规划纲要\n" + "".join(lines), encoding="utf-8")
        checker.check(path)  # what is read once a process is read
        begun = process_time()
        checker.check(path)
        return size / (process_time() - begun)


def main() -> int:
    """Measure and print tables; 1 where a harmless edit raises a finding or the texts of `--texts` are too noisy."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.text", description="faults in texts, found and missed")
    parser.add_argument("--faults", type=Path, default=OWN)
    parser.add_argument("--corpus", type=Path, help="where texts lie that are not in the folder of the faults")
    parser.add_argument("--texts", type=Path, action="append", default=[], help="a folder of sound texts")
    parser.add_argument("--kind", default="")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--size", type=int, default=0)
    told = parser.parse_args()
    bench = Bench(told.faults, told.corpus)
    kinds = set(filter(None, told.kind.split(",")))
    outcomes = [bench.run(case) for case in bench.faults if not kinds or case["kind"] in kinds]
    print("\n".join(recall_table(outcomes)))
    if told.show:
        for one in outcomes:
            if one.odd and not one.found:
                print("missed", one.case["id"], one.case["why"])
    alarms = [one for case in bench.controls if not kinds for one in [bench.run(case)] if one.elsewhere]
    print(f"\ncontrols: {len(bench.controls)}, alarms: {len(alarms)}")
    for one in alarms:
        print("alarm", one.case["id"], one.case["why"], *one.elsewhere)
    print(_noise_line("unchanged", bench.texts()))
    failed = bool(alarms)
    for folder in told.texts:
        paths = sorted(path for path in folder.rglob("*") if path.suffix in _TEXTS)
        print(_noise_line(folder.name, paths))
        rules, characters = noise(paths)
        failed |= 10_000 * sum(rules.values()) > BUDGET * characters
        failed |= any(10_000 * count > max(RULE_BUDGET * characters, 20_000) for count in rules.values())
    if told.size:
        print(f"{speed(told.size):,.0f} characters a CPU second")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
