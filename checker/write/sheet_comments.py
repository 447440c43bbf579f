"""The 意见采纳 sheet: every comment with who made it and what became of it."""

from __future__ import annotations

from checker.model import Comment, Plan
from checker.model.words import HANDLING
from checker.write.workbook import SheetColumn, SheetTable

HANDLING_WORDS = {choice.en: choice.zh[0] for choice in HANDLING}


def comment_sheets(plan: Plan) -> list[SheetTable]:
    """The sheet; none for a plan without comments."""
    comments = [element for element in plan.elements if isinstance(element, Comment)]
    if not comments:
        return []
    rows = [
        (
            str(number),
            one.from_office or "",
            round_words(one),
            one.content or "",
            HANDLING_WORDS.get(one.handling or "", ""),
            one.reason or "",
            "、".join(place_words(one)),
        )
        for number, one in enumerate(comments, 1)
    ]
    columns = (
        SheetColumn(("序号",), 6),
        SheetColumn(("单位",), 16, merged=True),
        SheetColumn(("轮次",), 8),
        SheetColumn(("意见",), 48, left=True),
        SheetColumn(("采纳情况",), 12),
        SheetColumn(("理由",), 30, left=True),
        SheetColumn(("修改位置",), 20, left=True),
    )
    return [SheetTable("意见采纳", f"{plan.name}意见采纳情况", columns, rows, _summary(comments))]


def round_words(comment: Comment) -> str:
    """The round of a comment as a cell has it."""
    return str(comment.round.value) if comment.round is not None and comment.round.value is not None else ""


def place_words(comment: Comment) -> list[str]:
    """Where a comment was carried out, each place as a cell has it."""
    return [r.path.text if r.path is not None else r.text for r in comment.carried_out_in]


def _summary(comments: list[Comment]) -> list[str]:
    counts = {word: sum(one.handling == handling for one in comments) for handling, word in HANDLING_WORDS.items()}
    told = "，".join(f"{word}{count}条" for word, count in counts.items() if count)
    return [f"注：共{len(comments)}条" + (f"，其中{told}。" if told else "。")]
