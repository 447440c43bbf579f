"""Plan text → lossless tree with places.

In: the text of one `.plan` file (`SourceText`). Out: `PlanFile`: typed declarations with offsets, and a
`SyntaxProblem` for each slip, in a drafter's words; nothing is ever raised. Comments and layout stay in
the text between the offsets.

Words: a *declaration* (目标 甲 {…}) has *fields* (上级目标：乙), a field has *values*, a value may carry
*notes* in brackets (（推断）). `PlanLanguage` reads a file; `Parser` runs any grammar of `grammar/`.
"""

from checker.syntax.engine import END, Parser, Run
from checker.syntax.formula_text import formula_text
from checker.syntax.nodes import (
    Amount,
    DatePoint,
    DateRange,
    Declaration,
    Field,
    FigureValue,
    Formula,
    Item,
    Lexeme,
    Name,
    Note,
    Path,
    PlanFile,
    Shape,
    Share,
    SyntaxProblem,
    Term,
    Text,
    UnitValue,
    Value,
    WaiverHead,
)
from checker.syntax.plan_file import PlanLanguage, cut
from checker.syntax.recovery import PanicRecovery
from checker.syntax.sentences import Describer

__all__ = [
    "END",
    "Amount",
    "DatePoint",
    "DateRange",
    "Declaration",
    "Describer",
    "Field",
    "FigureValue",
    "Formula",
    "Item",
    "Lexeme",
    "Name",
    "Note",
    "PanicRecovery",
    "Parser",
    "Path",
    "PlanFile",
    "PlanLanguage",
    "Run",
    "Shape",
    "Share",
    "SyntaxProblem",
    "Term",
    "Text",
    "UnitValue",
    "Value",
    "WaiverHead",
    "cut",
    "formula_text",
]
