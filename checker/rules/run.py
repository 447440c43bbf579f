"""Running rules over tables: findings, notices, and what each rule cost.

Whatever goes wrong within a rule, a crash or a spent budget, is a finding that names the rule; the others run on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import process_time

from msgspec import Struct, field

from checker.finding import Finding, Notice, Severity
from checker.messages import Message
from checker.messages.rules import RULE_BUDGET, RULE_BUDGET_ADVICE, RULE_CRASHED, RULE_CRASHED_ADVICE, RULE_FAULT_BASIS
from checker.rules.evaluate import Evaluator, Row
from checker.rules.join import rows_of
from checker.rules.reach import BudgetSpent, Meter
from checker.rules.severity import severity_at
from checker.rules.tables import Tables, TooEarly, Whole
from checker.rules.tell import Teller, asked
from checker.rules.typed import Case, Rule

#: What a rule may look at: so many rows for each thing there is, and so many at least.
ROWS_A_THING = 50
ROW_BUDGET = 5_000_000


def usual_budget(things: int) -> int:
    """The rows that one rule may look at where nobody says: enough for any linear one, however many plans there are."""
    return max(ROW_BUDGET, ROWS_A_THING * things)


class Cost(Struct, eq=False):
    """What one rule took: CPU seconds and rows looked at."""

    code: str
    seconds: float
    rows: int


class Outcome(Struct, eq=False):
    """What all rules found; `failed` are the codes of those that did not get through."""

    findings: list[Finding] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)


def run(rules: Iterable[Rule], tables: Tables, row_budget: int = ROW_BUDGET) -> Outcome:
    """Run the rules one after another; those that ask what the others found, at the end."""
    outcome = Outcome()
    rules = list(rules)
    later = _run_all(rules, tables, row_budget, outcome)
    if later:
        tables.settle(tuple(outcome.findings), _judged(rules, later, tables, outcome))
        _run_all(later, tables, row_budget, outcome)
    return outcome


def _run_all(rules: Iterable[Rule], tables: Tables, row_budget: int, outcome: Outcome) -> list[Rule]:
    """Run them; what comes back has to wait until the others are through."""
    later: list[Rule] = []
    for rule in rules:
        before = process_time()
        meter = Meter(row_budget)
        findings, notices = len(outcome.findings), len(outcome.notices)
        try:
            _run_rule(rule, tables, meter, outcome)
        except TooEarly:
            del outcome.findings[findings:], outcome.notices[notices:]
            later.append(rule)
            continue
        except BudgetSpent:
            outcome.failed.add(rule.code)
            message = RULE_BUDGET(code=rule.code, limit=row_budget)
            outcome.findings += _failed(rule, tables, message, RULE_BUDGET_ADVICE())
        except Exception as error:  # noqa: BLE001 - whatever it is, the other rules are not to suffer
            outcome.failed.add(rule.code)
            message = RULE_CRASHED(code=rule.code, kind=type(error).__name__)
            outcome.findings += _failed(rule, tables, message, RULE_CRASHED_ADVICE())
        outcome.costs.append(Cost(rule.code, process_time() - before, meter.rows))
    once = {(one.message.text(), one.codes, one.file, one.kind): one for one in reversed(outcome.notices)}
    outcome.notices = list(reversed(once.values()))
    return later


def _judged(rules: Iterable[Rule], later: list[Rule], tables: Tables, outcome: Outcome) -> frozenset[tuple[str, str]]:
    """Which rules have looked at which documents, with all that they need."""
    through = [rule for rule in rules if rule not in later and rule.code not in outcome.failed]
    judged: set[tuple[str, str]] = set()
    for rule in through:
        wanted = _wanted(rule, Evaluator(tables, Meter(ROW_BUDGET)))
        looked_at = (whole for whole in tables.wholes() if tables.looked_at(rule.code, whole))
        judged.update((rule.code, whole.name) for whole in looked_at if wanted(whole.row))
    return frozenset(judged)


def _run_rule(rule: Rule, tables: Tables, meter: Meter, outcome: Outcome) -> None:
    if not any(tables.rows(kind) for kind in rule.subjects):
        return
    evaluator = Evaluator(tables, meter)
    wanted = _wanted(rule, evaluator)
    for case in rule.cases:
        for told in Teller(rule, case, evaluator).tell(_falling_short(case, evaluator, wanted)):
            if isinstance(told, Finding):
                outcome.findings.append(told)
            else:
                outcome.notices.append(told)


def _wanted(rule: Rule, evaluator: Evaluator) -> Callable[[int], bool]:
    """Whether the rule is about a thing: its document is checked, and the rule applies to it at its stage."""
    scope = evaluator.check(rule.scope)
    whole_of = evaluator.tables.whole
    known: dict[int, bool] = {}

    def applies(whole: Whole) -> bool:
        if not whole.checked or severity_at(rule, whole.stage) is None:
            return False
        return scope([whole.row], False)

    def wanted(row: int) -> bool:
        whole = whole_of(row)
        answer = known.get(whole.row)
        if answer is None:
            answer = known[whole.row] = applies(whole)
        return answer

    return wanted


def _falling_short(case: Case, evaluator: Evaluator, wanted: Callable[[int], bool]) -> Iterable[Row]:
    short: Callable[[Row], bool] | None = None
    for row in rows_of(case, evaluator, wanted):
        short = short or asked(case.demand, case.should, evaluator)
        if short(row):
            yield row


def _failed(rule: Rule, tables: Tables, message: Message, advice: Message) -> Iterable[Finding]:
    foremost = tables.foremost()
    if foremost is not None:
        span, subject = foremost
        yield Finding(
            code=rule.code,
            slug=rule.slug,
            title=rule.title,
            severity=Severity.ERROR,
            message=message,
            span=span,
            subject=subject,
            basis=RULE_FAULT_BASIS(),
            help=advice,
        )
