"""A watch and the editor check again and again in one process: what one run has read is gone after it."""

from __future__ import annotations

import gc
import shutil
from functools import cache
from pathlib import Path

import checker
from checker import resources


@cache
def _cached() -> None:
    """What a cache looks like."""


def unbounded() -> dict[str, int]:
    """How much every cache without a bound holds that belongs to plancheck."""
    found = [one for one in gc.get_objects() if type(one) is type(_cached)]
    return {
        f"{one.__module__}.{one.__qualname__}": one.cache_info().currsize
        for one in found
        if one.__module__.startswith("checker.") and one.cache_info().maxsize is None
    }


def test_what_is_kept_for_good_does_not_grow_with_what_is_read(tmp_path: Path) -> None:
    kept = []
    for number in range(3):
        folder = tmp_path / str(number)
        shutil.copytree(resources.plans_folder() / "yunchuan", folder)
        for path in (folder / "纲要.txt", *folder.glob("*.plan")):
            text = path.read_text(encoding="utf-8").replace("云川", "云山水川"[: 2 + number])
            path.write_text(text.replace("2030", f"203{number}"), encoding="utf-8")
        checker.check([folder])
        kept.append(unbounded())
    assert kept[2] == kept[1], "bound it, or key it by what plancheck is made of"
