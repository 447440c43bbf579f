"""The texts of a workspace as the rounds that were kept have them, opened only when a rule looks back."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from checker.checks.adopted import EarlierText
from checker.messages.run_error import RunError
from checker.model import build_plan, parse_plan
from checker.quantity import parse_numeral
from checker.source import SourceText, Unreadable, decode
from checker.workspace.load import shown
from checker.workspace.rounds import STORE, Rounds
from checker.workspace.texts import texts_told

if TYPE_CHECKING:
    from checker.checks.plan_texts import PlanText
    from checker.model import Plan
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
            self._found[key] = self._read(text, number)
        return self._found[key]

    def _read(self, text: PlanText, number: int) -> EarlierText | None:
        if self._store is None or text.plan is None:
            return None
        from checker.prose.read import read_document

        try:
            name = next((name for name, _, _ in self._store.names() if _number(name) == number), None)
            path = self._named_then(self._store, name, text.plan, text.role) if name else None
            data = self._store.content(name, path) if name and path else None
            document = read_document(data, PurePosixPath(path).suffix.lower(), path) if data and path else None
        except (RunError, Unreadable):
            return None
        return EarlierText(name, document) if name and document is not None else None

    def _named_then(self, store: Rounds, name: str, plan: Plan, role: str) -> str | None:
        """The file that the plan named in the round for a text of that role: a new draft may have a new name."""
        root, shown_from = self._workspace.root.resolve(), self._workspace.shown_from
        file = (shown_from / plan.source.path).resolve()
        if not file.is_relative_to(root):
            return None
        data = store.content(name, file.relative_to(root).as_posix())
        if data is None:
            return None
        then = build_plan(parse_plan(SourceText(plan.source.path, decode(data)[0])))
        told = (path for _, one, path in texts_told(then, file.parent) if one == role)
        path = next(told, None)
        is_inside = path is not None and path.resolve().is_relative_to(root)
        return path.resolve().relative_to(root).as_posix() if path is not None and is_inside else None


def _number(name: str) -> int:
    """The number that the name of a round tells, 0 for none."""
    found = _ROUND.search(name)
    return int(parse_numeral(found["number"] or found["en"]) or 0) if found is not None else 0
