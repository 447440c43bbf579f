"""Writes what one version of plancheck writes, for the tests of later versions to read.

python tests/compat/make.py PYTHON

PYTHON is the interpreter of an environment into which a checkout of that version is installed (`pip install -e`);
the folder beside this file that is named after the version is filled:

全部字段/   written by hand, in the words of that version: each declaration, field, choice and remark of the plan
           language in Chinese and in English, each key of plancheck.toml, a rule of one's own; lock and baseline made
云川/       plans/yunchuan of that version after three rounds: rounds.sqlite, a round in a file of its own, ties
           reviewed, approved (plancheck.lock), and the sheets of `table`
有错/       plans/yunchuan-faulty of that version and its baseline
输出/       what the commands print that others read, and what can be named on the command line

Nothing made is changed by hand. Paths in it are relative: each command runs in a copy of the workspace.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

HERE = Path(__file__).resolve().parent
EVERYTHING = "全部字段"
PLAN = "云川经济开发区十四五.plan"

#: What changed from round to round: words of the plan as it ended, and what stood there before.
BEFORE = {
    "第一轮": {"2025年：目标 480": "2025年：目标 450", "期限：2025年": "期限：2024年"},
    "第二轮": {"期限：2025年": "期限：2024年"},
    "第三轮": {},
}

#: Command lines by the file that takes what they print; each runs in a copy of the workspace named first.
OUTPUTS = {
    **{
        f"check-{workspace}.{name}": (workspace, "check", ".", "--format", name, *more)
        for workspace, more, formats in (
            (EVERYTHING, (), ("json", "jsonl", "sarif", "junit", "gitlab", "gitee-check", "codeup-check", "csv")),
            ("有错", ("--baseline", "plancheck-baseline.json"), ("json", "sarif", "junit")),
            # These leave out what is known.
            ("新错", (), ("gitlab", "gitee-check", "codeup-check")),
        )
        for name in formats
    },
    "diff.json": ("云川", "diff", "快照:第一轮", ".", "--format", "json"),
    "history.json": ("云川", "history", ".", "--format", "json"),
    "whatif.json": ("云川", "whatif", ".", "--set", "地区生产总值.2025=300", "--format", "json"),
    "graph.json": (EVERYTHING, "graph", ".", "--format", "json"),
    "graph.graphml": (EVERYTHING, "graph", ".", "--format", "graphml"),
    "rounds.txt": ("云川", "snapshot", "--list", "."),
    "rules.txt": ("云川", "rules", "list"),
}

#: The command line and the Python interface: what can be named, with the names that an option has.
SURFACE = """
import dataclasses, inspect, json, click, checker
from checker.doors.cli import root
from checker.engine.report import Report
from checker.finding import Finding

def told(command, name):
    options = sorted(text for one in command.params for text in getattr(one, "opts", ()) if text.startswith("-"))
    made = {name: options}
    if isinstance(command, click.Group):
        context = click.Context(command)
        for inner in command.list_commands(context):
            made |= told(command.get_command(context, inner), f"{name} {inner}".strip())
    return made

def fields(kind):
    if dataclasses.is_dataclass(kind):
        return [one.name for one in dataclasses.fields(kind)]
    return list(kind.__struct_fields__)

print(json.dumps({
    "commands": told(root(), ""),
    "module": sorted(checker.__all__),
    "check": list(inspect.signature(checker.check).parameters),
    "format_report": list(inspect.signature(checker.format_report).parameters),
    "Report": fields(Report),
    "Finding": fields(Finding),
}, ensure_ascii=False, indent=1))
"""


class Version:
    """The old program."""

    def __init__(self, python: str) -> None:
        self.python = python
        self.name = self.run(HERE, "--version").split()[1]
        where = subprocess.run(
            [python, "-c", "import checker; print(checker.__file__)"], capture_output=True, check=True
        )
        self.plans = Path(where.stdout.decode().strip()).parent.parent / "plans"

    def run(self, folder: Path, *words: str) -> str:
        """What it prints in `folder`; an exit status of 1 tells of findings."""
        line = [self.python, "-X", "utf8", "-m", "checker", *words]
        done = subprocess.run(line, cwd=folder, capture_output=True, check=False)
        if done.returncode > 1:
            sys.exit(f"{words}: {done.stderr.decode()}")
        # 0.1.0 names the folder in which it unpacks a round; nothing else in what it prints is of one machine.
        return re.sub(rf"{re.escape(gettempdir())}/plancheck-[^/]+/", "", done.stdout.decode())

    def ask(self, code: str) -> str:
        """What a few lines of Python print there."""
        return subprocess.run([self.python, "-c", code], capture_output=True, check=True, cwd=HERE).stdout.decode()


def after_rounds(old: Version, folder: Path) -> None:
    """The sound workspace through three rounds, reviewed and approved."""
    shutil.copytree(old.plans / "yunchuan", folder)
    plan = folder / PLAN
    last = plan.read_bytes().decode()
    for number, (name, changes) in enumerate(BEFORE.items(), 1):
        text = last
        for now, before in changes.items():
            if now not in text:
                sys.exit(f"{now} is not in the plan")
            text = text.replace(now, before)
        plan.write_bytes(text.encode())
        old.run(folder, "snapshot", ".", "--name", name, "--on", f"2021-04-0{number}")
    old.run(folder, "snapshot", ".", "--name", "另存", "--on", "2021-04-08", "-o", "另存.snapshot")
    old.run(folder, "review", PLAN)
    old.run(folder, "approve", ".", "--by", "云川经济开发区管理委员会", "--on", "2021-04-28")
    for sheet in ("主要指标", "衔接对照", "意见采纳", "任务分工"):
        old.run(folder, "table", sheet, ".", "-o", f"表-{sheet}.xlsx")


def make(old: Version) -> None:
    """All that is made, into the folder of the version."""
    target = HERE / old.name
    with TemporaryDirectory() as scratch:
        work = Path(scratch)
        after_rounds(old, work / "云川")
        shutil.copytree(old.plans / "yunchuan-faulty", work / "新错")
        shutil.copytree(target / EVERYTHING, work / EVERYTHING)
        for leftover in ("plancheck.lock", "plancheck-baseline.json"):
            (work / EVERYTHING / leftover).unlink(missing_ok=True)
        old.run(work / EVERYTHING, "approve", ".", "--on", "2021-04-28", "--gate", "error")
        shutil.copytree(work / "新错", work / "有错")
        for workspace in (EVERYTHING, "有错"):
            old.run(work / workspace, "baseline", ".")
        keep(work, target)
        outputs(old, work, target / "输出")


def keep(work: Path, target: Path) -> None:
    """Put the workspaces where the tests find them; the store of rounds lies in the open."""
    for name in ("云川", "有错"):
        shutil.rmtree(target / name, ignore_errors=True)
        shutil.copytree(work / name, target / name, ignore=shutil.ignore_patterns(".plancheck", "README.md"))
    shutil.copy(work / "云川/.plancheck/rounds.sqlite", target / "云川/rounds.sqlite")
    for name in ("plancheck.lock", "plancheck-baseline.json"):
        shutil.copy(work / EVERYTHING / name, target / EVERYTHING / name)


def outputs(old: Version, work: Path, target: Path) -> None:
    """What the commands print, the schemas, and what can be named."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "schema").mkdir(parents=True)
    for name, (workspace, *words) in OUTPUTS.items():
        (target / name).write_bytes(old.run(work / workspace, *words).encode())
    for line in old.run(work, "schema", "--list").splitlines():
        name = line.split()[0]
        (target / "schema" / f"{name}.json").write_bytes(old.run(work, "schema", name).encode())
    (target / "surface.json").write_bytes(old.ask(SURFACE).encode())
    old.run(work / "云川", "report", ".", "-o", "报告")
    shutil.copy(work / "云川/报告/.plancheck-report.json", target / "report-folder.json")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    make(Version(sys.argv[1]))
