"""One check of the plans named, as the command line does it, with the CPU time of each phase as JSON.

    python -m benchmarks.phases PATH...

The functions that the phases begin with are wrapped where the pipeline looks them up: what is timed is the
pipeline itself, not a copy of it. A function that moved away is an AttributeError here.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

_STARTED = process_time()

#: phase: the module that calls the function, and the function
PHASES = {
    "read": ("checker.workspace.load", "read_source"),
    "parse": ("checker.workspace.load", "parse_plan"),
    "model": ("checker.workspace.continued", "build_plan"),
    "link": ("checker.workspace.load", "link_plans"),
    "graph": ("checker.engine.run", "build_graph"),
    "rulebook": ("checker.engine.run", "load_packs"),
    "rules": ("checker.engine.run", "run_rules"),
}


def _timed(function: Callable[..., Any], phase: str, spent: dict[str, float]) -> Callable[..., Any]:
    def run(*args: Any, **options: Any) -> Any:
        before = process_time()
        try:
            return function(*args, **options)
        finally:
            spent[phase] += process_time() - before

    return run


def main(paths: list[str]) -> int:
    spent = dict.fromkeys(PHASES, 0.0)
    for phase, (module_name, name) in PHASES.items():
        module = import_module(module_name)
        setattr(module, name, _timed(getattr(module, name), phase, spent))
    from checker.engine import Options, check
    from checker.render.text import render_text

    gc.disable()  # as the command line does (checker/doors/cli.py)
    ready = process_time()
    report = check([Path(path) for path in paths], Options())
    checked = process_time()
    render_text(report, "zh")
    rendered = process_time()
    rest = checked - ready - sum(spent.values())
    phases = {"imports": ready - _STARTED, **spent, "render": rendered - checked, "rest": rest}
    found = {"findings": len(report.findings), "prepared": "lark" not in sys.modules}
    print(json.dumps({"phases": phases, **found}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
