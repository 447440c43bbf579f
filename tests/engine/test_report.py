"""What a report comes to."""

import pytest
from msgspec.structs import replace

from checker.engine.report import Summary
from checker.finding import Severity, Status
from tests.render.reports import LEFT_OUT, everything, finding, report, span_of


def test_the_summary_counts_new_findings_by_severity() -> None:
    assert everything().summary() == Summary(
        error=2, warning=1, info=1, known=1, waived=1, notices=2, unreadable=0, plans=1, gone=0
    )


@pytest.mark.parametrize(
    ("severity", "gate", "status"),
    [
        (Severity.ERROR, Severity.ERROR, 1),
        (Severity.WARNING, Severity.ERROR, 0),
        (Severity.WARNING, Severity.WARNING, 1),
        (Severity.INFO, Severity.INFO, 1),
    ],
)
def test_findings_at_the_gate_fail_the_run(severity: Severity, gate: Severity, status: int) -> None:
    made = report(finding(span_of("总目标"), severity=severity))
    assert made.exit_status(gate) == status
    assert replace(made, gate=gate).exit_status() == status


@pytest.mark.parametrize("status", [Status.KNOWN, Status.WAIVED])
def test_known_and_waived_findings_do_not(status: Status) -> None:
    assert report(finding(span_of("总目标"), status=status)).exit_status(Severity.INFO) == 0


def test_a_file_that_could_not_be_read_outweighs_all() -> None:
    made = report(finding(span_of("总目标")), unreadable=(LEFT_OUT(plan="甲"),))
    assert made.exit_status() == 2
