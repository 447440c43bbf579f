"""Makes the parse tables when the package is built, and packs what lies beside `checker` into the wheel."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PACKED = ("grammar", "rules", "plans")


class ShippedFiles(BuildHookInterface[Any]):
    """Writes `checker/_shipped/tables`, for a wheel and for an editable installation alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the tables with the package's own code; in a wheel, the folders of the checkout go along."""
        root = Path(self.root)
        sys.path.insert(0, self.root)
        try:
            from checker.checks.prepared import build
            from checker.syntax.tables import build_all

            tables = root / "checker" / "_shipped" / "tables"
            build_all(tables)
            build(tables)
        finally:
            sys.path.remove(self.root)
        # An editable installation finds them where they stand (checker/resources.py).
        if version == "standard":
            build_data["force_include"] |= {str(root / name): f"checker/_shipped/{name}" for name in _PACKED}
