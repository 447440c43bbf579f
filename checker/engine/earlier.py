"""The texts of a workspace as the rounds that were kept have them, opened only when a rule looks back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.checks.adopted import EarlierText
from checker.messages.run_error import RunError
from checker.quantity import parse_numeral
from checker.source import Unreadable
from checker.workspace.load import shown
from checker.workspace.rounds import STORE, Rounds

if TYPE_CHECKING:
    from checker.checks.plan_texts import PlanText
    from checker.workspace import Workspace

#: 第2轮, 第二轮征求意见, 二稿.
_ROUND = re.compile(r"(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:轮|稿)|round (?P<en>[0-9]{1,3})")


class EarlierTexts:
    """What a text said in a round; nothing where that was not kept, or the store cannot be read."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        path = workspace.root / STORE
        self._store = Rounds(path, shown(path, workspace.shown_from)) if path.is_file() else None
        self._found: dict[tuple[str, int], EarlierText | None] = {}

    def __call__(self, text: PlanText, number: int) -> EarlierText | None:
        """The text in the first round of that number."""
        key = (text.source.path, number)
        if key not in self._found:
            self._found[key] = self._read(text.source.path, number)
        return self._found[key]

    def _read(self, path: str, number: int) -> EarlierText | None:
        file = next((one.path for one in self._workspace.texts if one.shown == path), None)
        root = self._workspace.root.resolve()
        if self._store is None or file is None or not file.resolve().is_relative_to(root):
            return None
        from checker.prose.read import read_document

        try:
            name = next((name for name, _, _ in self._store.names() if _number(name) == number), None)
            data = self._store.content(name, file.resolve().relative_to(root).as_posix()) if name else None
            document = read_document(data, file.suffix.lower(), path) if data is not None else None
        except (RunError, Unreadable):
            return None
        return EarlierText(name, document) if name and document is not None else None


def _number(name: str) -> int:
    """The number that the name of a round tells, 0 for none."""
    found = _ROUND.search(name)
    return int(parse_numeral(found["number"] or found["en"]) or 0) if found is not None else 0
