"""What each grammar rule of the rule language builds: the nodes of `nodes.py`."""

from __future__ import annotations

from typing import Any

from checker.rules import nodes as n
from checker.rules import parts as p
from checker.source import fold
from checker.syntax import Lexeme

Children = list[Any]

_SIGNS = {
    "EQUAL": "=",
    "NOT_EQUAL": "≠",
    "LESS": "<",
    "LESS_EQUAL": "≤",
    "GREATER": ">",
    "GREATER_EQUAL": "≥",
    "PLUS": "+",
    "MINUS": "-",
    "TIMES": "×",
    "DIVIDE": "÷",
    "HELD_TO": "按",
    "TOLD_IN": "折成",
}
_FUNCTIONS = {"个数": "count", "合计": "sum", "最大": "max", "最小": "min", "约": "rounded"}
_TEXT_TESTS = {"CONTAINS": "contains", "LACKS_TEXT": "lacks", "STARTS": "starts", "ENDS": "ends", "LIKE": "like"}
_SCOPE_LISTS = {"LEVELS_FIELD": "level", "KINDS_FIELD": "document_kind", "STAGES_FIELD": "stage"}
_QUANTIFIERS = {"AT_MOST": "at_most", "AT_LEAST": "at_least", "EXACTLY": "exactly"}


def _word(lexeme: Lexeme) -> n.Word:
    """The word; the marks around a quoted one are left out of its text and its place."""
    if lexeme.kind in ("STRING", "QUOTED_NAME", "TITLE"):
        return n.Word(lexeme.text[1:-1], lexeme.start + 1, lexeme.end - 1)
    return n.Word(lexeme.text, lexeme.start, lexeme.end)


def _function(lexeme: Lexeme) -> str:
    return _FUNCTIONS.get(lexeme.text, lexeme.text.lower())


class RuleActions:
    """One method a grammar rule, named as the rule or its alias; gets the children and the rule's place."""

    def start(self, children: Children, start: int, end: int) -> list[p.DefinitionPart | p.RuleNode]:
        """All definitions and rules of a stretch of text."""
        return children

    def rule(self, children: Children, start: int, end: int) -> p.RuleNode:
        """规则 PC201 孤立举措（orphan-measure）{…}."""
        _, code, name, slug, *parts = children
        return p.RuleNode(_word(code), name, _word(slug), tuple(parts), start, end)

    def name(self, children: Children, start: int, end: int) -> n.Word:
        """A rule's name."""
        return _word(children[0])

    # ---- head

    def severity(self, children: Children, start: int, end: int) -> p.SeverityPart:
        """级别."""
        return p.SeverityPart(_word(children[1]), tuple(children[2:]), start, end)

    def step_zh(self, children: Children, start: int, end: int) -> tuple[n.Word, n.Word]:
        """送审稿起为错误."""
        return _word(children[0]), _word(children[1])

    def step_en(self, children: Children, start: int, end: int) -> tuple[n.Word, n.Word]:
        """Of the English form: error from review_draft."""
        return _word(children[1]), _word(children[0])

    def citation(self, children: Children, start: int, end: int) -> tuple[n.Word, bool]:
        """编制惯例（无文号）, “文号”, 《文件》第几条."""
        first: Lexeme = children[0]
        if first.kind == "STRING":
            return _word(first), True
        if first.kind == "TITLE":
            clause = children[1].text if children[1] is not None else ""
            return n.Word(first.text + clause, start, end), True
        return n.Word(first.text, start, end), False

    def basis(self, children: Children, start: int, end: int) -> p.BasisPart:
        """依据."""
        _, (cited, quoted), english, scope = children
        word = _word(english) if english is not None else None
        return p.BasisPart(cited, quoted, word, scope or (), start, end)

    def scope(self, children: Children, start: int, end: int) -> p.Scope:
        """Conditions on the plan."""
        return tuple(children)

    def plan_time(self, children: Children, start: int, end: int) -> p.PlanTime:
        """成稿 不早于 2026-03-12."""
        attribute, sign, value = children
        return p.PlanTime(_word(attribute), _SIGNS[sign.kind], value, start, end)

    def applies(self, children: Children, start: int, end: int) -> p.ScopePart:
        """适用."""
        return p.ScopePart(children[1], start, end)

    def applies_to(self, children: Children, start: int, end: int) -> p.ScopeListPart:
        """适用层级, 适用文种, 适用阶段."""
        words = tuple(_word(child) for child in children[1:])
        return p.ScopeListPart(_SCOPE_LISTS[children[0].kind], words, start, end)

    def needs(self, children: Children, start: int, end: int) -> p.NeedsPart:
        """需要."""
        return p.NeedsPart(tuple(_word(child) for child in children[1:]), start, end)

    def shown(self, children: Children, start: int, end: int) -> p.ShownPart:
        """归入."""
        return p.ShownPart(_word(children[1]), start, end)

    def definition(self, children: Children, start: int, end: int) -> p.DefinitionPart:
        """定义 of one thing."""
        _, binding, _, name, *conditions = children
        return p.DefinitionPart(_word(name), (binding,), tuple(conditions), start, end)

    def definition_of_two(self, children: Children, start: int, end: int) -> p.DefinitionPart:
        """定义 of two things."""
        _, first, name, second, *conditions = children
        return p.DefinitionPart(_word(name), (first, second), tuple(conditions), start, end)

    def parameter(self, children: Children, start: int, end: int) -> p.ParameterPart:
        """参数."""
        _, name, _, values, sentence = children
        return p.ParameterPart(_word(name), values, sentence, start, end)

    def about(self, children: Children, start: int, end: int) -> p.AboutPart:
        """说明 and 不查."""
        return p.AboutPart(children[0].kind == "LIMITS_FIELD", children[1], start, end)

    def sentence(self, children: Children, start: int, end: int) -> p.Sentence:
        """“中文” “English”."""
        zh, en = children
        return p.Sentence(_word(zh), _word(en) if en is not None else None, start, end)

    # ---- what is looked for

    def forall(self, children: Children, start: int, end: int) -> p.ForallPart:
        """凡 with what follows."""
        return p.ForallPart(tuple(children[1:]), start, end)

    def kinds(self, children: Children, start: int, end: int) -> tuple[n.Word, ...]:
        """One kind or several."""
        return tuple(_word(child) for child in children)

    def binding(self, children: Children, start: int, end: int) -> n.Binding:
        """目标 甲."""
        kinds, variable = children
        return n.Binding(kinds, _word(variable), start, end)

    def item(self, children: Children, start: int, end: int) -> n.Condition:
        """A condition, with or without 使."""
        condition: n.Condition = children[0]
        return condition

    def let(self, children: Children, start: int, end: int) -> p.LetItem:
        """设 数 = …."""
        _, name, _, value = children
        return p.LetItem(_word(name), value, start, end)

    def more(self, children: Children, start: int, end: int) -> n.Binding:
        """A further 凡 behind a comma."""
        binding: n.Binding = children[1]
        return binding

    def binder(self, children: Children, start: int, end: int) -> n.Binder:
        """A binding with its conditions."""
        return n.Binder(children[0], tuple(children[1:]), start, end)

    def should_have(self, children: Children, start: int, end: int) -> p.DemandPart:
        """应有."""
        return p.DemandPart("some", None, children[1], start, end)

    def must_not_have(self, children: Children, start: int, end: int) -> p.DemandPart:
        """不得有."""
        return p.DemandPart("none", None, children[1], start, end)

    def counted(self, children: Children, start: int, end: int) -> p.DemandPart:
        """至多, 至少, 恰好."""
        word, bound, binder = children
        return p.DemandPart(_QUANTIFIERS[word.kind], bound, binder, start, end)

    def should(self, children: Children, start: int, end: int) -> p.ShouldPart:
        """应."""
        return p.ShouldPart(tuple(children[1:]), start, end)

    # ---- what is said

    def otherwise(self, children: Children, start: int, end: int) -> p.SentencePart:
        """否则."""
        return p.SentencePart("finding", children[1], start, end)

    def unchecked(self, children: Children, start: int, end: int) -> p.SentencePart:
        """未查 and 未列."""
        return p.SentencePart("open" if children[0].kind == "OPEN_FIELD" else "notice", children[1], start, end)

    def advice(self, children: Children, start: int, end: int) -> p.SentencePart:
        """建议."""
        return p.SentencePart("advice", children[1], start, end)

    def spot(self, children: Children, start: int, end: int) -> tuple[n.PathNode, n.Word | None, n.PathNode | None]:
        """A place: of an attribute, or of a tie."""
        path, relation, other = children
        return path, _word(relation) if relation is not None else None, other

    def place(self, children: Children, start: int, end: int) -> p.SpotPart:
        """指向."""
        path, relation, other = children[1]
        return p.SpotPart(False, path, relation, other, None, start, end)

    def related(self, children: Children, start: int, end: int) -> p.SpotPart:
        """另见."""
        path, relation, other = children[1]
        return p.SpotPart(True, path, relation, other, children[2], start, end)

    def merged(self, children: Children, start: int, end: int) -> p.MergedPart:
        """合并于."""
        return p.MergedPart(tuple(children[1:]), start, end)

    def example(self, children: Children, start: int, end: int) -> p.ExampleNode:
        """正例 and 反例."""
        kind, name, text = children
        return p.ExampleNode(kind.kind == "GOOD", _word(name), _word(text), start, end)

    # ---- conditions

    def either(self, children: Children, start: int, end: int) -> n.Either:
        """或."""
        left, right = children
        return n.Either(left, right, start, end)

    def grouped(self, children: Children, start: int, end: int) -> object:
        """What stands in brackets."""
        return children[0]

    def both(self, children: Children, start: int, end: int) -> n.Both:
        """且."""
        left, right = children
        return n.Both(left, right, start, end)

    def negated(self, children: Children, start: int, end: int) -> n.Negated:
        """非（…）."""
        return n.Negated(children[0], start, end)

    def exists(self, children: Children, start: int, end: int) -> n.Exists:
        """存在 and 不存在."""
        return n.Exists(children[0].text.lower() in ("不存在", "not_exists"), children[1], start, end)

    def comparison(self, children: Children, start: int, end: int) -> n.Comparison:
        """= ≠ < ≤ > ≥."""
        left, sign, values = children
        return n.Comparison(left, _SIGNS[sign.kind], values, start, end)

    def kind_test(self, children: Children, start: int, end: int) -> n.KindTest:
        """为 and 非."""
        left, word, values = children
        return n.KindTest(left, word.kind == "IS_NOT", values, start, end)

    def presence(self, children: Children, start: int, end: int) -> n.Presence:
        """有 and 无."""
        left, word, attribute = children
        return n.Presence(left, word.kind == "LACKS", _word(attribute), start, end)

    def membership(self, children: Children, start: int, end: int) -> n.Membership:
        """在."""
        return n.Membership(children[0], children[2], start, end)

    def text_test(self, children: Children, start: int, end: int) -> n.TextTest:
        """含, 不含, 开头为, 结尾为, 通配."""
        left, word, values = children
        return n.TextTest(left, _TEXT_TESTS[word.kind], values, start, end)

    def unit_test(self, children: Children, start: int, end: int) -> n.UnitTest:
        """同类 and 不同类."""
        left, word, right = children
        return n.UnitTest(left, word.kind == "INCOMMENSURABLE", right, start, end)

    def meeting(self, children: Children, start: int, end: int) -> n.Meeting:
        """对得上."""
        left, _, right = children
        return n.Meeting(left, right, start, end)

    def tie(self, children: Children, start: int, end: int) -> n.Tie:
        """甲 支撑 乙."""
        left, relation, right = children
        return n.Tie(left, _word(relation), right, start, end)

    def values(self, children: Children, start: int, end: int) -> n.Values:
        """One value or several."""
        return n.Values(tuple(children), start, end)

    # ---- values

    def arithmetic(self, children: Children, start: int, end: int) -> n.Arithmetic:
        """+ - × ÷ 按 折成."""
        left, sign, right = children
        return n.Arithmetic(_SIGNS[sign.kind], left, right, start, end)

    def reached(self, children: Children, start: int, end: int) -> n.Reached:
        """的 and 及其."""
        base, word, direct, step = children
        return n.Reached(base, _word(step), direct is not None, word.kind == "WITH", start, end)

    def path(self, children: Children, start: int, end: int) -> n.PathNode:
        """甲.规划.末年."""
        return n.PathNode(tuple(_word(child) for child in children), start, end)

    def number(self, children: Children, start: int, end: int) -> n.Literal:
        """A plain number."""
        return n.Literal("number", fold(children[0].text), start, end)

    def quantity(self, children: Children, start: int, end: int) -> n.Literal:
        """A number with its unit."""
        return n.Literal("quantity", children[0].text, start, end)

    def date(self, children: Children, start: int, end: int) -> n.Literal:
        """A time."""
        return n.Literal("date", children[0].text, start, end)

    def text(self, children: Children, start: int, end: int) -> n.Literal:
        """A text."""
        return n.Literal("text", children[0].text[1:-1], start, end)

    def count(self, children: Children, start: int, end: int) -> n.Aggregate:
        """个数（指标 乙，…）."""
        return n.Aggregate(_function(children[0]), None, children[1], start, end)

    def aggregate(self, children: Children, start: int, end: int) -> n.Aggregate:
        """合计（乙.值；指标 乙，…）, 个数（甲.期末目标）, 约（甲.值）."""
        word, value, binder = children
        return n.Aggregate(_function(word), value, binder, start, end)
