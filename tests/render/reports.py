"""Reports made by hand, so that renderers are tried without an engine."""

from datetime import date

from checker.engine.account import Account
from checker.engine.report import Report
from checker.finding import Edit, Finding, Fix, Notice, Related, SetAside, Severity, Status, Subject
from checker.messages import Message, Template
from checker.source import SourceText, Span

PLAN = """规划 云川开发区十四五 {
\t成稿：2021年4月    # “引号”…≥2000亿元，制表符在前
}
目标 「“一二三四”产业集群」 { 上级目标：总目标    衡量指标：地区生产总值、类别.创新驱动、规上工业增加值 }
指标 𠮷林人口 { 2025年：目标 ≥45万人    2024年：目标 ≥50万人 }  # 后面的话很长很长很长很长很长很长
举措 甲 {
  支撑：乙
  章：第三章
}
"""

TITLE = Template("目标缺指标", "goal without indicator")
MESSAGE = Template("目标「{name}」和它的下级目标都没有指标衡量", "neither {name} nor its subgoals are measured")
BASIS = Template("编制惯例（无文号）", "drafting practice (no document)")
ADVICE = Template("用‘衡量指标：’列出指标或类别", "list indicators or categories under 衡量指标")
OTHER = Template("「{name}」2024年的目标值更高", "the target of {name} for 2024 is higher")
LEFT_OUT = Template("没有{plan}的文件", "{plan} is not at hand")

SOURCE = SourceText("规划/云川.plan", PLAN)


def span_of(words: str, source: SourceText = SOURCE) -> Span:
    """The first place of `words`."""
    start = source.text.index(words)
    return Span(source, start, start + len(words))


def finding(span: Span, *, name: str | None = None, related: tuple[Related, ...] = (), **changes: object) -> Finding:
    """A PC202 at `span`, changed as wanted."""
    name = span.text if name is None else name
    settings: dict[str, object] = {
        "code": "PC202",
        "slug": "goal-without-indicator",
        "title": TITLE(),
        "severity": Severity.ERROR,
        "message": MESSAGE(name=name),
        "span": span,
        "subject": Subject("goal", name, "云川开发区十四五"),
        "basis": BASIS(),
        "help": ADVICE(),
        "related": related,
        **changes,
    }
    return Finding(**settings)  # type: ignore[arg-type]  # the names are those above


def report(*findings: Finding, notices: tuple[Notice, ...] = (), unreadable: tuple[Message, ...] = ()) -> Report:
    """A report on one plan."""
    return Report(
        findings, notices, "review_draft", date(2021, 4, 30), ("云川开发区十四五",), "0.1.0", Account(), unreadable
    )


def everything() -> Report:
    """A report with something of each kind."""
    other = Related(OTHER(name="𠮷林人口"), span_of("≥50万人"))
    fix = Fix(ADVICE(), (Edit(Span(SOURCE, 5, 5), "衡量指标：甲"),))
    waiver = SetAside("“另文”安排", "规划科", date(2021, 6, 30), span_of("成稿"))
    notices = (
        Notice(LEFT_OUT(plan="云川市十四五"), ("PC501", "PC502", "PC503", "PC505")),
        Notice(LEFT_OUT(plan="附表"), ("PC703",), "规划/云川.plan"),
    )
    return report(
        finding(span_of("“引号”…≥2000亿元"), severity=Severity.INFO),
        finding(span_of("「“一二三四”产业集群」"), name="“一二三四”产业集群", fix=fix),
        finding(span_of("≥45万人"), code="PC404", severity=Severity.WARNING, help=None, related=(other,)),
        finding(span_of("举措 甲 {\n  支撑：乙\n  章：第三章\n}"), name="甲"),
        finding(span_of("总目标"), status=Status.WAIVED, waiver=waiver),
        finding(span_of("总目标"), status=Status.KNOWN),
        notices=notices,
    )
