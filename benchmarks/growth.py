"""Whether checking a text takes more than linear time anywhere: pieces of text, each said over and over.

    python -m benchmarks.growth [--size 20000] [--piece …]

Each piece is repeated to `--size` characters and to twice as many; told are the CPU seconds of both and the exponent
of growth. Calls can be counted in a test; what an expression goes through inside one call only shows in time, which is
why this is a program. The exit status is 1 where growth is steeper than `STEEPEST` and dear enough to be felt.
"""

from __future__ import annotations

import argparse
import sys
from math import log2
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import checker

#: Marks, numerals, joints and heads that expressions begin, go on or end with.
PIECES = (
    *"一二〇年个大第甲的为和与至等约共其均增比达到由从以按（）“”《》〔〕、，。；：？！—…·～-–/％%.,0aOxⅢ①\t ",
    "\u3000", "\u200b", "e\u0301", "\U00020000", "——", "……", "..", "1.", "a1", "1%", "1\t", "| ", "# ",
    "一、甲\n", "（一）甲\n", "第一章\n", "专栏1\n", "一是", "1.甲\n", "\t\n", "\u3000\u3000甲\n", "甲……1\n",
    "甲市", "甲、乙、", "甲和乙、", "“五大”", "五大工程", "《甲》", "“甲”", "（甲）", "市委、市政府", "等3个",
    "2030年", "到2030年，", "2026年3月", "亿元", "3亿元", "分别", "从1到2", "1—2", "1∶2", "其中", "其中：", "同比增长",
    "增长5%", "年均", "累计", "百分之五", "三分之二", "第3位", "以上", "左右", "附件", "见第一章", "党的二十大",
)  # fmt: skip
STEEPEST = 1.5
_FELT = 1.0
_HEAD = "云川市国民经济和社会发展第十五个五年规划纲要\n"


def seconds(text: str) -> float:
    """CPU seconds that the check of a text takes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "纲要.txt"
        path.write_text(text, encoding="utf-8")
        begun = process_time()
        checker.check([path])
        return process_time() - begun


def main() -> int:
    """Measure every piece and print it; 1 where one is steep."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description="growth of time by piece of text")
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--piece", action="append", help="only these pieces")
    told = parser.parse_args()
    seconds(_HEAD)  # what is read once a process is read
    floor = seconds(_HEAD)
    steep = False
    for piece in told.piece or PIECES:
        count = told.size // len(piece)
        once, twice = (seconds(_HEAD + piece * times) - floor for times in (count, 2 * count))
        exponent = log2(max(twice, 1e-3) / max(once, 1e-3))
        wrong = twice > _FELT and exponent > STEEPEST
        steep |= wrong
        print(f"{piece!r:16} {once:7.2f} {twice:7.2f}  {exponent:5.2f}{'  steep' if wrong else ''}", flush=True)
    return int(steep)


if __name__ == "__main__":
    sys.exit(main())
