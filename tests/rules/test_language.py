"""The rule language as a whole: both languages, names and keywords, severity, scope, parameters, what is said."""

from __future__ import annotations

import re
from datetime import date

import pytest

from checker import resources
from checker.checks import Settings, run_rules
from checker.finding import Severity
from checker.workspace import ConfigError
from tests.rules.conftest import book_of, facts_of, found, outcome_of, rule_text

PLAN = "目标 甲 {}\n目标 乙 { 评估方式：“考核” }\n举措 丙 { 支撑：乙    期限：2030年 }"

CHINESE = """
规则 ZZ01 试（trial）{
  级别：提示；送审稿起为警告
  依据：编制惯例（无文号）
  适用：成稿不早于 2020年，规划期 不早于 2020年
  适用层级：市、开发区
  参数：上限 = 2 “至多几项” “how many at most”
  说明：“甲” “a”
  不查：“乙” “b”
  凡 目标 x，设 n = 个数（举措 y，使 y 支撑 x）+ 1，n ≤ 参数.上限，非（x 为 总目标），x.名称 不等于 “丁”
  凡 规划 p，x.规划 = p 且 （p.层级 不高于 市 或 p 无 层级），不存在（举措 z，z 支撑 x 及其 直接 下级，z 无 期限）
  至多 0 个 举措 m，使 m 支撑 x，m.期限 晚于 2025年
  否则：“{x}、{n}、{m}” “{x}, {n}, {m}”
  合并于：x.规划
  指向：x.名称
  另见：m.名称 “「{m}」” “{m}”
  建议：“改” “change it”
  正例 “好” {}
  反例 “坏” {〖〗}
}
"""
ENGLISH = """
rule ZZ01 试 (trial) {
  severity: info; warning from review_draft
  basis: practice
  applies: drafted not_before 2020年, period not_before 2020年
  levels: city、zone
  parameter: 上限 = 2 "至多几项" "how many at most"
  about: "甲" "a"
  limits: "乙" "b"
  for_each goal x, let n = count(measure y, such_that y supports x) + 1, n <= parameter.上限, not(x is overall),
    x.name != "丁"
  for_each plan p, x.plan = p and (p.level not_above city or p lacks level),
    not_exists(measure z, z supports x with direct parent_of, z lacks deadline)
  at_most 0 measure m, such_that m supports x, m.deadline after 2025年
  otherwise: "{x}、{n}、{m}" "{x}, {n}, {m}"
  merged_by: x.plan
  at: x.name
  see: m.name "「{m}」" "{m}"
  advice: "改" "change it"
  good "好" {}
  bad "坏" {〖〗}
}
"""


def test_both_languages_mean_the_same() -> None:
    plan = "规划 例 { 层级：市    成稿：2021年4月    规划期：2021—2025    阶段：送审稿 }\n" + PLAN
    outcomes = []
    for text in (CHINESE, ENGLISH):
        book = book_of(text)
        assert [(finding.message.text(), finding.span.text) for finding in book.problems] == []
        (rule,) = book.rules
        assert rule.about is not None
        assert rule.limits is not None
        (finding,) = run_rules(book, facts_of(plan)).findings
        outcomes.append((finding.message, finding.help, finding.severity, finding.span.text, rule.about, rule.limits))
        assert [(related.message.text("en"), related.span.text) for related in finding.related] == [("丙", "丙")]
    assert outcomes[0] == outcomes[1]
    assert outcomes[0][0].text() == "乙、2、丙"
    assert outcomes[0][2] is Severity.WARNING


def test_full_width_and_half_width_mean_the_same() -> None:
    wide = "凡 举措 x，x.期限 晚于 ２０２５年，（个数（x.支撑） ＝ 1）"
    assert found(wide.replace("２０２５年", "2025年"), PLAN) == ["丙"]
    assert found("凡 举措 x, x.期限 晚于 2025年, (个数(x.支撑) = 1)", PLAN) == ["丙"]


def keywords() -> list[str]:
    grammar = resources.read_grammar("rule.lark")
    words = re.findall(r"/\(\?:((?:[^\W\d]|\|)+)\)\(\?", grammar)
    return sorted({word for group in words for word in group.split("|")})


#: 送审稿起为错误 is error from review_draft; 至多 3 个 is at_most 3; the others are no words.
NO_PAIR = {"_SINCE", "_FROM", "_COUNTER", "STAGE_BEFORE", "NAME", "CODE", "SLUG", "DATE", "QUANTITY", "PLAN_TEXT"}


def test_every_keyword_has_both_languages() -> None:
    for name, pattern in re.findall(r"^([A-Z_]+)\.\d: (.*)$", resources.read_grammar("rule.lark"), re.MULTILINE):
        words = re.findall(r"[^\W\d]{2,}|[^\W\da-z]", re.sub(r"\\\w|\[.*?\]", "", pattern))
        if name not in NO_PAIR and words:
            assert any(word.isascii() for word in words), name
            assert any(not word.isascii() for word in words), name


@pytest.mark.parametrize("word", keywords())
def test_a_keyword_may_begin_a_name(word: str) -> None:
    """凡例, 应急, 或有: the word ends where the name goes on."""
    name = f"{word}甲" if not word.isascii() else f"{word}s"
    body = f"凡 目标 {name}，{name} 无 评估方式\n否则：“{{{name}}}”\n指向：{name}.名称"
    assert found(body, PLAN) == ["甲"]


# ---- severity, scope, basis


@pytest.mark.parametrize(
    ("stage", "severities"),
    [
        ("", [Severity.INFO]),
        ("征求意见稿", [Severity.INFO]),
        ("送审稿", [Severity.WARNING]),
        ("报批稿", [Severity.WARNING]),
        ("印发稿", []),
    ],
)
def test_severity_by_stage(stage: str, severities: list[Severity]) -> None:
    plan = f"规划 例 {{ {'阶段：' + stage if stage else ''} }} 目标 甲 {{}}"
    outcome = outcome_of("凡 目标 x", plan, head="级别：提示；印发稿起为不查；送审稿起为警告")
    assert [finding.severity for finding in outcome.findings] == severities


def test_the_stage_of_the_run_overrules_the_plans() -> None:
    book = book_of(rule_text("凡 目标 x，x.规划.阶段 为 送审稿", "级别：提示；送审稿起为错误"))
    facts = facts_of("规划 例 { 阶段：征求意见稿 } 目标 甲 {}")
    facts.stage = "review_draft"
    assert [finding.severity for finding in run_rules(book, facts).findings] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("head", "fields", "applies"),
    [
        ("适用层级：市、省", "层级：市", True),
        ("适用层级：市、省", "层级：县区", False),
        ("适用层级：市、省", "", False),
        ("适用文种：实施方案", "文种：实施方案", True),
        ("适用阶段：送审稿、报批稿", "阶段：征求意见稿", False),
        ("适用：成稿不早于 2026-03-12", "成稿：2026年4月", True),
        ("适用：成稿不早于 2026-03-12", "成稿：2026年", False),
        ("适用：成稿不早于 2026-03-12", "", False),
        ("适用：成稿 早于 2026-03-12，层级 不低于 市", "层级：省", True),
        ("适用：存在（目标 y，y.规划 = plan）".replace("y.规划 = plan", "y 有 评估方式"), "", True),
    ],
)
def test_scope(head: str, fields: str, applies: bool) -> None:
    plan = f"规划 例 {{ {fields} }}\n目标 甲 {{}} 目标 乙 {{ 评估方式：“考核” }}"
    assert bool(found("凡 目标 x，x 无 评估方式", plan, head=head)) is applies


def test_basis_by_date() -> None:
    head = (
        "依据：《国家发展规划法》第三十六条；成稿 不早于 2026-03-12\n"
        "依据：“国发〔2005〕33号” “Guofa [2005] 33”；成稿 早于 2026-03-12"
    )
    book = book_of(rule_text("凡 目标 x", head))
    told = []
    for drafted in ("2021年4月", "2026年4月", "2026年"):
        (finding,) = run_rules(book, facts_of(f"规划 例 {{ 成稿：{drafted} }} 目标 甲 {{}}")).findings
        told.append((finding.basis.text(), finding.basis.text("en")))
    assert told == [
        ("国发〔2005〕33号", "Guofa [2005] 33"),
        ("《国家发展规划法》第三十六条", "《国家发展规划法》第三十六条"),
        ("编制惯例（无文号）", "drafting practice (no document)"),
    ]


def test_without_a_date_of_its_own_a_plan_is_judged_by_the_day_of_the_run() -> None:
    book = book_of(rule_text("凡 目标 x", "适用：成稿不早于 2026-03-12"))
    assert run_rules(book, facts_of("目标 甲 {}", as_of=date(2026, 5, 1))).findings
    assert not run_rules(book, facts_of("目标 甲 {}", as_of=date(2025, 5, 1))).findings


# ---- parameters and settings

WITH_PARAMETERS = rule_text(
    "凡 举措 x，x.期限 晚于 参数.限期，x.名称 结尾为 参数.词，个数（x.支撑） ≤ 参数.数，5% ≤ 参数.率",
    "参数：限期 = 2025年\n参数：词 = “丙”、“丁”\n参数：数 = 1\n参数：率 = 5%",
)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, ["丙"]),
        ({"限期": "2031-01-01"}, []),
        ({"词": "丁"}, []),
        ({"词": "“乙”、“丙”"}, ["丙"]),
        ({"数": "0"}, []),
        ({"率": "4%"}, []),
        ({"率": "50‰"}, ["丙"]),
    ],
)
def test_parameters_are_set_by_the_configuration(values: dict[str, str], expected: list[str]) -> None:
    book = book_of(WITH_PARAMETERS, settings=Settings(parameters={"ZZ01": values}))
    assert [finding.span.text for finding in run_rules(book, facts_of(PLAN)).findings] == expected


@pytest.mark.parametrize(
    ("code", "values", "words"),
    [
        ("ZZ09", {"数": "1"}, "没有规则「ZZ09」；是否指“ZZ01”"),
        ("ZZ01", {"树": "1"}, "规则 ZZ01 没有参数「树」"),
        ("ZZ01", {"限": "1"}, "规则 ZZ01 没有参数「限」；是否指“限期”"),
        ("ZZ01", {"数": "多"}, "规则 ZZ01 的参数「数」要数，不能是“多”"),
        ("ZZ01", {"率": "4"}, "规则 ZZ01 的参数「率」要带单位的数，不能是“4”"),
        ("ZZ01", {"率": "4亿元"}, "规则 ZZ01 的参数「率」要带单位的数，不能是“4亿元”"),
        ("ZZ01", {"限期": "那天"}, "规则 ZZ01 的参数「限期」要时间，不能是“那天”"),
    ],
)
def test_settings_that_cannot_be_used(code: str, values: dict[str, str], words: str) -> None:
    with pytest.raises(ConfigError) as error:
        book_of(WITH_PARAMETERS, settings=Settings(parameters={code: values}))
    assert error.value.message.text() == words


def test_rules_are_switched_and_relevelled() -> None:
    texts = [rule_text("凡 目标 x", code=code) for code in ("ZZ01", "ZZ02", "ZY01")]
    settings = Settings(frozenset({"ZZ02"}), {"ZZ": Severity.ERROR, "trial-zy01": Severity.WARNING})
    book = book_of(*texts, settings=settings)
    assert [(rule.code, rule.fixed) for rule in book.rules] == [("ZY01", Severity.WARNING), ("ZZ01", Severity.ERROR)]
    findings = run_rules(book, facts_of("目标 甲 {}"), lambda code, slug: slug == "trial-zz01").findings
    assert [(finding.code, finding.severity) for finding in findings] == [("ZZ01", Severity.ERROR)]


# ---- what is said


def test_one_finding_for_many_rows() -> None:
    plan = "规划 例 {}\n" + "\n".join(f"举措 项{number} {{}}" for number in range(1, 9))
    body = (
        "凡 举措 x\n否则：“「{x.规划}」有{个数}项：{x}” “{x.规划} has {count}: {x}”\n"
        "合并于：x.规划\n指向：x.规划\n另见：x.名称 “「{x}」” “{x}”"
    )
    (finding,) = outcome_of(body, plan).findings
    assert finding.message.text() == "「例」有8项：「项1」、「项2」、「项3」、「项4」、「项5」、「项6」等8项"
    assert finding.message.text("en").startswith("例 has 8: ")
    assert finding.span.text == "例"
    assert [related.message.text() for related in finding.related] == [f"「项{number}」" for number in range(1, 9)]


def test_a_notice_says_what_was_not_checked() -> None:
    outcome = outcome_of("凡 规划 x，x 无 结构\n未查：“「{x}」没有写结构” “{x} has no structure”", "规划 例 {}")
    assert outcome.findings == []
    (notice,) = outcome.notices
    assert (notice.message.text(), notice.codes, notice.file) == ("「例」没有写结构", ("ZZ01",), "0.plan")


def test_what_was_found_too_much_of_is_shown() -> None:
    body = (
        "凡 目标 x\n不得有 举措 y，使 y 支撑 x\n否则：“「{x}」有{y}” “{x}: {y}”\n指向：x.名称\n"
        "另见：y.支撑 “「{y}」在这里” “{y} here”"
    )
    (finding,) = outcome_of(body, "目标 甲 {} 举措 乙 { 支撑：甲 } 举措 丙 { 支撑：甲 }").findings
    assert finding.message.text() == "「甲」有「乙」、「丙」"
    assert [(one.message.text(), one.span.text) for one in finding.related] == [
        ("「乙」在这里", "甲"),
        ("「丙」在这里", "甲"),
    ]


@pytest.mark.parametrize(
    ("spot", "text"),
    [
        ("x", "甲"),
        ("x.名称", "甲"),
        ("x.声明", "举措 甲"),
        ("x.支撑", "乙、丙"),
        ("x.期限", "2030年"),
        ("x.类型", "甲"),
        ("x.规划", "例"),
        ("x.支撑.名称", "乙"),
        ("x 支撑 y", "丙"),
        ("y 受支撑于 x".replace("受支撑于", "supports_of"), "丙"),
    ],
)
def test_places(spot: str, text: str) -> None:
    plan = "规划 例 {}\n目标 乙 {} 目标 丙 {}\n举措 甲 { 支撑：乙、丙    期限：2030年 }"
    body = f"凡 举措 x，凡 目标 y，x 支撑 y，y.名称 = “丙”\n否则：“x” “y”\n指向：{spot}"
    (finding,) = outcome_of(body, plan).findings
    assert finding.span.text == text


def test_words_and_figures_are_told_in_the_language_asked_for() -> None:
    plan = "指标 甲 { 属性：约束性    2025年：目标 ≥2000亿元 }"
    said = "“{x.属性}，{x.期末目标}，{n}，{x.方向}” “{x.属性}, {x.期末目标}, {n}, {x.方向}”"
    body = f"凡 指标 x，设 n = 7 ÷ 2\n否则：{said}\n指向：x"
    (finding,) = outcome_of(body, plan).findings
    assert finding.message.text() == "约束性，≥2000亿元，3.5，—"
    assert finding.message.text("en") == "binding, ≥2000亿元, 3.5, —"


# ---- definitions

DEFINED = """
定义：举措 甲 为 有期限的举措，甲 有 期限
规则 ZZ01 试（trial）{
  级别：提示
  依据：编制惯例（无文号）
  参数：词 = “甲”、“丙” “名称里的词” “words”
  定义：目标 x 提到 文字 y，x.名称 含 y
  定义：举措 甲 晚于目标 目标 乙，甲 支撑 乙，甲.期限 晚于 2026年
  凡 目标 x，x 提到 参数.词，存在（有期限的举措 y，y 晚于目标 x，y 非 保障）
  否则：“{x}” “{x}”
  指向：x.名称
  正例 “好” {}
  反例 “坏” {〖〗}
}
规则 ZZ02 又试（trial-too）{
  级别：提示
  依据：编制惯例（无文号）
  凡 有期限的举措 x，x 非 保障 或 非（x 为 有期限的举措）
  否则：“{x}” “{x}”
  指向：x.名称
  正例 “好” {}
  反例 “坏” {〖〗}
}
"""
OUTRIGHT = (
    "凡 目标 x，x.名称 含 “甲”、“丙”，存在（举措 y，y 有 期限，y 支撑 x，y.期限 晚于 2026年，y 非 保障）",
    "凡 举措 x，x 有 期限，x 非 保障 或 非（x 有 期限）",
)


def test_what_is_defined_is_what_would_be_written_out() -> None:
    plan = (
        "目标 甲 {} 目标 乙 {} 举措 丙 { 支撑：甲、乙 期限：2027年 } 举措 丁 { 支撑：甲 }\n"
        "举措 戊 { 类型：保障 期限：2022年 }"
    )
    outcome = run_rules(book_of(DEFINED), facts_of(plan))
    for code, body in zip(("ZZ01", "ZZ02"), OUTRIGHT, strict=True):
        assert [one.span.text for one in outcome.findings if one.code == code] == found(body, plan) != []
