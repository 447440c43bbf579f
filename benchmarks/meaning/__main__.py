"""Random workspaces of figures, ties and demands, checked by plancheck and by a judge of its own.

    python -m benchmarks.meaning [--count 5000] [--first 1] [--seed N] [--pages 20]

Each workspace is made of its number alone; `--seed N` prints one in full. Of every so many (`--pages`) the report and
the sheet beside plans above are read, too; 0 for none. The exit status is 1 where anything
disagrees.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.meaning.compare import compare, compare_pages
from benchmarks.meaning.world import write
from benchmarks.meaning.worlds import random_world


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--pages", type=int, default=20)
    options = parser.parse_args()
    if options.seed is not None:
        options.first, options.count = options.seed, 1
        print("".join(f"## {name}\n{text}" for name, text in write(random_world(options.seed)).items()))
    kinds: Counter[str] = Counter()
    for seed in range(options.first, options.first + options.count):
        with tempfile.TemporaryDirectory() as folder:
            world = random_world(seed)
            found = compare(world, Path(folder))
            if options.pages and seed % options.pages == 0:
                found += compare_pages(world, Path(folder))
            for one in found:
                kinds[one.kind] += 1
                print(seed, one.kind, one.words, sep="\t", flush=True)
    print(f"{options.count} workspaces; {dict(kinds) or 'no disagreement'}")
    return 1 if kinds else 0


if __name__ == "__main__":
    raise SystemExit(main())
