"""Data for scripts: a page opened from a folder may load a script, but no data, so data is written as a script."""

from __future__ import annotations

import json


def as_script(name: str, value: object) -> str:
    """A script that sets one variable; nothing in `value` can end it early."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Two signs end a line within a script, and one sequence ends the script.
    data = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"var {name} = {data};\n"
