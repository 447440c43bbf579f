"""Compiled rules agree with a slow and plain reading of them, on random plans and random conditions."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.checks import Facts, Pack, Rulebook, Settings, load_rules
from checker.checks.plan_tables import PlanTables
from checker.rules.evaluate import Evaluator
from checker.rules.join import rows_of
from checker.rules.reach import Meter
from checker.rules.tell import asked
from checker.source import SourceText
from tests.rules.conftest import facts_of
from tests.rules.oracle import Oracle

GOALS = ["远期目标", "产业目标", "民生目标", "生态目标"]
MEASURES = ["攻坚行动", "提升工程", "保障机制", "示范项目"]
INDICATORS = ["总产值", "优良率", "位次"]
#: Names that nothing has; the first two are near to one that there is.
BROKEN = ["产业目标值", "攻坚行动方案", "无此物"]


def _some(words: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words), max_size=2, unique=True)


@st.composite
def plan_texts(draw: st.DrawFn) -> str:
    """A plan of a few goals, measures, indicators, with ties of all kinds, some of them broken."""
    goals = draw(st.lists(st.sampled_from(GOALS), unique=True, max_size=4))
    measures = draw(st.lists(st.sampled_from(MEASURES), unique=True, max_size=4))
    indicators = draw(st.lists(st.sampled_from(INDICATORS), unique=True, max_size=3))
    lines = []
    for name in goals:
        fields = _refs(draw, "上级目标", goals) + _refs(draw, "衡量指标", indicators) + _refs(draw, "依赖", measures)
        fields += draw(st.sampled_from(["", "类型：总目标", "类型：分目标"])) + " "
        fields += draw(st.sampled_from(["", "评估方式：“考核”"])) + " "
        lines.append(f"目标 {name} {{ {fields} }}")
    for name in measures:
        fields = _refs(draw, "支撑", goals) + _refs(draw, "上级举措", measures) + _refs(draw, "制约", goals)
        fields += draw(st.sampled_from(["", "类型：工程", "类型：保障"])) + " "
        fields += draw(st.sampled_from(["", "期限：2023年", "期限：2023年6月—2025年"])) + " "
        lines.append(f"举措 {name} {{ {fields} }}")
    for name in indicators:
        fields = draw(st.sampled_from(["", "单位：亿元", "单位：%", "单位：万元"])) + " "
        fields += draw(st.sampled_from(["", "2020年：实际 100", "2020年：实际 5%", "2020年：实际 >100"])) + " "
        fields += draw(st.sampled_from(["", "2025年：目标 ≥200", "2025年：目标 150亿元", "2025年：目标 6%左右"])) + " "
        lines.append(f"指标 {name} {{ {fields} }}")
    return "\n".join(lines)


def _refs(draw: st.DrawFn, field: str, names: list[str]) -> str:
    chosen = draw(_some(names)) if names else []
    chosen += draw(st.sampled_from([[], [], [], ["*"]]))
    if not chosen:
        return ""
    words = [draw(st.sampled_from(BROKEN)) if word == "*" else word for word in chosen]
    return f"{field}：{'、'.join(words)}    "


Scope = dict[str, str]
KINDS = {"目标": "g", "举措": "m", "指标": "i", "数值": "f"}
_TERMS = {
    "目标": ["{0}", "{0} 的 下级", "{0} 及其 下级", "{0} 的 直接 上级", "{0} 的 上级"],
    "举措": ["{0}", "{0} 的 属于举措", "{0} 及其 包含举措", "{0} 的 直接 包含举措"],
    "指标": ["{0}"],
    "数值": ["{0}"],
}
_TIES = [("举措", "支撑", "目标"), ("指标", "衡量", "目标"), ("目标", "上级", "目标"), ("举措", "制约", "目标")]
_TIES += [("目标", "依赖", "举措"), ("举措", "属于举措", "举措"), ("目标", "下级", "目标"), ("目标", "受制约", "举措")]
_ALONE = {
    "目标": ["{0} 为 总目标", "{0} 非 分目标", "{0} 有 评估方式", "{0} 有 下级", "{0} 及其 下级 有 评估方式"],
    "举措": [
        "{0} 非保障",
        "{0} 无 期限",
        "{0}.期限 晚于 2023年",
        "{0}.期限 不晚于 2024年",
        "{0} 有 支撑",
        "{0}.完成时 晚于 2024年",
    ],
    "指标": ["{0} 有 单位", "{0}.单位类 为 比率", "{0} 有 基期值", "{0}.单位 = “亿元”", "个数（{0}.数值） > 1"],
    "数值": [
        "{0}.值 > 120亿元",
        "{0}.年份 ≤ 2023",
        "{0}.时态 = 实际",
        "{0} 无 单位",
        "{0}.值 = 100亿元",
        "{0}.单值 为 是",
    ],
}
_ALONE["目标"] += ["{0}.名称 含 “产业”", "{0}.类型 = 总目标", "{0} 的 上级 为 总目标", "{0}.上级目标.类型 = 总目标"]
_PAIRS = {
    ("目标", "目标"): ["{0}.类型 = {1}.类型", "{0}.规划 = {1}.规划", "{0} = {1}", "{0}.名称 = {1}.名称"],
    ("数值", "数值"): ["{0}.值 < {1}.值", "{0}.年份 = {1}.年份", "{0}.指标 = {1}.指标", "{0}.年份 + 5 = {1}.年份"],
    ("数值", "指标"): ["{0}.指标 = {1}", "{0}.单位 = {1}.单位", "{0}.单位 同类 {1}.单位"],
    ("指标", "指标"): ["{0}.单位 = {1}.单位", "{0}.单位 同类 {1}.单位"],
    ("举措", "举措"): ["{0}.类型 = {1}.类型", "{0}.期限 早于 {1}.期限", "{0}.规划 = {1}.规划"],
    ("举措", "目标"): ["{0}.规划 = {1}.规划", "{0} 在 {1}.依赖", "{1} 在 {0}.支撑"],
}
_PAIRS["数值", "数值"] += ["{0}.容许值 < {1}.容许值", "{0}.容许值 > {1}.容许值"]
_PAIRS["数值", "数值"] += ["{0}.值 ≠ {1}.值", "{0}.值 ≥ {1}.值", "{0}.年份 ≤ {1}.年份", "{0}.值 ≤ {1}.容许值"]
_PAIRS["数值", "数值"] += ["{0}.价格 对得上 {1}.价格", "{0}.单位 对得上 {1}.单位"]
_PAIRS["目标", "目标"] += ["{0}.类型 对得上 {1}.类型", "{0}.评估方式 对得上 {1}.评估方式"]
_PAIRS["举措", "举措"] += ["{0}.完成时 早于 {1}.完成时"]


@st.composite
def atoms(draw: st.DrawFn, scope: Scope, depth: int) -> str:
    """One condition on the variables in scope."""
    choices: list[str] = []
    for name, kind in scope.items():
        choices += [pattern.format(name) for pattern in _ALONE[kind]]
        for other, other_kind in scope.items():
            choices += [pattern.format(name, other) for pattern in _PAIRS.get((kind, other_kind), [])]
            for left, relation, right in _TIES:
                if (kind, other_kind) == (left, right):
                    for one in _TERMS[left]:
                        choices += [f"{one.format(name)} {relation} {end.format(other)}" for end in _TERMS[right]]
            if kind == other_kind == "目标":
                choices += [f"{name} 在 {end.format(other)}" for end in _TERMS["目标"]]
    atom = draw(st.sampled_from(choices))
    if depth and draw(st.integers(0, 3)) == 0:
        kind = draw(st.sampled_from(sorted(KINDS)))
        fresh = f"{KINDS[kind]}{len(scope)}"
        inner = draw(conditions({**scope, fresh: kind}, depth - 1))
        form = draw(st.sampled_from(["存在（{}）", "不存在（{}）", "个数（{}） ≥ 2", "个数（{}） = 1"]))
        atom = form.format(f"{kind} {fresh}，{inner}")
    return atom


@st.composite
def conditions(draw: st.DrawFn, scope: Scope, depth: int) -> str:
    """Conditions joined by ，且 或 非."""
    first = draw(atoms(scope, depth))
    if depth == 0:
        return first
    form = draw(st.sampled_from(["{0}", "{0}，{1}", "{0} 或 {1}", "非（{0}）", "非（{0} 或 {1}）", "{0} 且 {1}，{2}"]))
    return form.format(first, draw(atoms(scope, depth - 1)), draw(atoms(scope, 0)))


@st.composite
def rule_texts(draw: st.DrawFn) -> str:
    """A rule with one case."""
    scope: Scope = {}
    foralls = []
    for number in range(draw(st.integers(1, 2))):
        kind = draw(st.sampled_from(sorted(KINDS)))
        scope[f"x{number}"] = kind
        foralls.append(f"凡 {kind} x{number}")
    parts = ["，".join([*foralls, draw(conditions(scope, 1))]) if draw(st.booleans()) else "，".join(foralls)]
    demand = draw(st.sampled_from(["", "应有", "不得有", "至多 1 个", "至少 2 个", "恰好 1 个", "应"]))
    if demand == "应":
        parts.append(f"应 {draw(conditions(scope, 2))}")
    elif demand:
        kind = draw(st.sampled_from(sorted(KINDS)))
        parts.append(f"{demand} {kind} y，使 {draw(conditions({**scope, 'y': kind}, 2))}")
    body = "\n  ".join(parts)
    return (
        f"规则 ZZ01 试（trial）{{\n级别：提示\n  {body}\n否则：“x”\n指向：x0.名称\n正例 “a” {{}}\n反例 “b” {{〖〗}} }}"
    )


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plan=plan_texts(), upper=plan_texts(), rule=rule_texts())
def test_compiled_agrees_with_oracle(plan: str, upper: str, rule: str) -> None:
    book = load_rules([Pack("试", (SourceText("试.rule", rule),))], Settings())
    assert not book.problems, [(finding.message.text(), finding.span.text) for finding in book.problems]
    facts = facts_of("规划 本区 { 上位规划：本市 }\n" + plan, "规划 本市 {}\n" + upper)
    assert compiled_rows(book, facts) == plain_rows(book, facts)


def compiled_rows(book: Rulebook, facts: Facts) -> list[list[int]]:
    """The rows that fall short, as numbers of elements."""
    case = book.rules[0].cases[0]
    tables = PlanTables(facts, book.schema)
    evaluator = Evaluator(tables, Meter(1_000_000))
    short = asked(case.demand, case.should, evaluator)
    slots = [slot for slot, _, _ in case.variables]
    rows = [list(row) for row in rows_of(case, evaluator, lambda row: tables.whole(row).checked) if short(row)]
    return sorted([row[slot] for slot in slots] for row in rows)


def plain_rows(book: Rulebook, facts: Facts) -> list[list[int]]:
    """The same by the oracle."""
    case = book.rules[0].cases[0]
    slots = [slot for slot, _, _ in case.variables]
    return sorted([row[slot].index for slot in slots] for row in Oracle(facts, book.schema).rows(case))
