"""What lies between two versions of plans: sides, changes, and what they mean for the findings.

In: two sides, each a folder, a file or a git revision (`open_side`). Out: a `Revision` (`compare_sides`): what was
added, removed, renamed and changed, with the old and the new values, graded where the change weighs, and
the findings that appeared or are gone.

Words: a *change* is about one element or one field of it; its *weight* says what a reviewer asks about
(目标值放宽, 属性降格, 指标删除, 口径改变, 改名); it *concerns* the items above and below that are tied to it.
"""

from checker.revise.compare import Revision, compare_sides
from checker.revise.sides import Side, open_side

__all__ = ["Revision", "Side", "compare_sides", "open_side"]
