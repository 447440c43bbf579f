"""Broken office files, plans and settings: none of them may bring a fault of plancheck, a hang or more than 1 GB.

    python -m benchmarks.fuzz [--seed 1] [--count 20000] [--results fuzz.jsonl] [--table]

Each case is made from the seed and its number alone, so that `--first N --count 1 --keep FOLDER` makes one again. What
came of each is appended to the results; a run that was stopped goes on behind the last number in them. Cases run in
batches, each in a process of its own with limits of time and memory. `--table` prints the table of the results.
The exit status is 1 where a case went wrong.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time

from benchmarks.fuzz_inputs import KINDS, make_case

_BATCH = 100
#: CPU seconds of one case (so that a busy machine makes no hang), seconds in which it waits, mebibytes of one process:
#: beyond, a case went wrong.
_LONGEST = 60
_WAITED = 900
_MOST = 1024
_FAULT = 3


@dataclass(frozen=True)
class Outcome:
    """What came of a case: exit status (-1 for a hang or a process that died), CPU seconds, mebibytes at their peak."""

    number: int
    kind: str
    status: int
    seconds: float
    memory: int
    said: str = ""

    @property
    def is_wrong(self) -> bool:
        """Whether it must not be so."""
        return self.status not in (0, 1, 2) or self.memory > _MOST


# ---- one batch, in a process of its own


def run_batch(seed: int, first: int, count: int) -> None:
    """Run cases one after the other and print what came of each as a line of JSON."""
    import resource
    import signal

    resource.setrlimit(resource.RLIMIT_AS, (3 * _MOST * 1024 * 1024,) * 2)
    for number in range(first, first + count):
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            signal.setitimer(signal.ITIMER_PROF, _LONGEST)
            signal.alarm(_WAITED)
            outcome = run_case(seed, number, Path(folder))
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.alarm(0)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps(asdict(outcome) | {"memory": memory}, ensure_ascii=False), flush=True)


def run_case(seed: int, number: int, folder: Path) -> Outcome:
    """Make a case in `folder` and run its command, as a user would."""
    from checker.doors.cli import main

    case = make_case(seed, number, folder)
    told = io.StringIO()
    begun = process_time()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(told):
        try:
            status = main(case.words)
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else _FAULT
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            status = _FAULT
            told.write(repr(error))
    said = told.getvalue()[-300:] if status == _FAULT else ""
    return Outcome(number, case.kind, status, round(process_time() - begun, 3), 0, said)


# ---- all of them


def run_all(seed: int, first: int, last: int, results: Path) -> Iterator[Outcome]:
    """Run the cases from `first` up to, not including, `last`; a process that dies costs the case that it was at."""
    while first < last:
        words = ["--batch", "--seed", str(seed), "--first", str(first), "--count", str(min(_BATCH, last - first))]
        done = subprocess.run([sys.executable, "-m", "benchmarks.fuzz", *words], stdout=subprocess.PIPE, check=False)
        found = [Outcome(**json.loads(line)) for line in done.stdout.decode().splitlines()]
        if done.returncode:
            at = first + len(found)
            found.append(Outcome(at, KINDS[at % len(KINDS)], -1, 0, 0, f"the process ended {done.returncode}"))
        with results.open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in found)
        yield from found
        first += len(found)


def read_results(path: Path) -> list[Outcome]:
    """What earlier runs appended."""
    if not path.exists():
        return []
    return [Outcome(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def table(outcomes: list[Outcome]) -> Iterator[str]:
    """The results by kind, as Markdown."""
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        kinds[one.kind].append(one)
    yield "| kind | cases | exit 0 | exit 1 | exit 2 | exit 3 | hung or died | longest, CPU s | most memory, MB |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    for kind, of_kind in (*sorted(kinds.items()), ("all", outcomes)):
        counts = [sum(one.status == status for one in of_kind) for status in (0, 1, 2, _FAULT, -1)]
        longest, most = max(one.seconds for one in of_kind), max(one.memory for one in of_kind)
        yield f"| {kind} | {len(of_kind)} | {' | '.join(map(str, counts))} | {longest:.1f} | {most} |"


def main() -> int:
    """Run what is missing, print what went wrong, and the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description="broken files of all kinds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=None, help="the number of the first case, default: go on")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--results", type=Path, default=Path("fuzz.jsonl"))
    parser.add_argument("--keep", type=Path, help="only make the files of case --first in this folder")
    parser.add_argument("--table", action="store_true", help="only print the table of the results")
    parser.add_argument("--batch", action="store_true", help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.batch:
        run_batch(told.seed, told.first or 0, told.count)
        return 0
    if told.keep is not None:
        told.keep.mkdir(parents=True, exist_ok=True)
        print(*make_case(told.seed, told.first or 0, told.keep).words)
        return 0
    outcomes = read_results(told.results)
    if not told.table:
        first = told.first if told.first is not None else max((one.number + 1 for one in outcomes), default=0)
        last = first + told.count if told.first is not None else told.count
        for one in run_all(told.seed, first, last, told.results):
            outcomes.append(one)
            if one.is_wrong:
                print(f"case {one.number} ({one.kind}): {one.status}, {one.memory} MB {one.said}", flush=True)
    print("\n".join(table(outcomes)))
    return int(any(one.is_wrong for one in outcomes))


if __name__ == "__main__":
    sys.exit(main())
