"""The JSON; that its published schema tells the truth is tried in test_schemas.py."""

import json
from typing import Any

from checker.render.json import render_json
from checker.render.json_schema import FindingJson, ReportJson
from checker.source import SourceText, Span
from tests.render.reports import everything, finding, report

GOAL = {
    "code": "PC202",
    "slug": "goal-without-indicator",
    "severity": "error",
    "status": "new",
    "message": "目标「“一二三四”产业集群」和它的下级目标都没有指标衡量",
    "basis": "编制惯例（无文号）",
    "help": "用‘衡量指标：’列出指标或类别",
    "plan": "云川开发区十四五",
    "subject": "“一二三四”产业集群",
    "file": "规划/云川.plan",
    "start": {"line": 4, "column": 4, "offset": 55},
    "end": {"line": 4, "column": 16, "offset": 67},
    "locator": "第4行",
    "chapters": [],
    "owners": [],
    "drafters": [],
    "goals": [],
    "related": [],
    "fix": {
        "message": "用‘衡量指标：’列出指标或类别",
        "edits": [
            {
                "file": "规划/云川.plan",
                "start": {"line": 1, "column": 6, "offset": 5},
                "end": {"line": 1, "column": 6, "offset": 5},
                "text": "衡量指标：甲",
            }
        ],
    },
}


def read(text: str) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(text)
    return written


def test_the_head_and_the_summary() -> None:
    written = read(render_json(everything()))
    assert {key: written[key] for key in ("schema_version", "tool_version", "stage", "as_of")} == {
        "schema_version": "1.6",
        "tool_version": "0.1.0",
        "stage": "review_draft",
        "as_of": "2021-04-30",
    }
    assert written["summary"] == {
        "error": 2,
        "warning": 1,
        "info": 1,
        "known": 1,
        "waived": 1,
        "notices": 2,
        "unreadable": 0,
        "plans": 1,
        "gone": 0,
        "verdict": "blocked",
        "gate": {"severity": "error", "passed": False},
    }


def test_a_finding_with_its_places_and_its_fix() -> None:
    goal = read(render_json(everything()))["findings"][1]
    assert goal.pop("fingerprint") == everything().findings[1].fingerprint
    assert goal == GOAL


def test_related_places_are_complete() -> None:
    [related] = read(render_json(everything()))["findings"][2]["related"]
    assert related == {
        "message": "「𠮷林人口」2024年的目标值更高",
        "file": "规划/云川.plan",
        "start": {"line": 5, "column": 38, "offset": 149},
        "end": {"line": 5, "column": 43, "offset": 154},
        "locator": "第5行",
    }


def test_waived_and_known_findings_are_told_with_their_status() -> None:
    findings = read(render_json(everything()))["findings"]
    assert [f["status"] for f in findings] == ["new", "new", "new", "new", "waived", "known"]


def test_a_notice_names_its_file_only_if_it_has_one() -> None:
    assert read(render_json(everything()))["notices"] == [
        {"message": "没有云川市十四五的文件", "codes": ["PC501", "PC502", "PC503", "PC505"], "kind": "missing"},
        {"message": "没有附表的文件", "codes": ["PC703"], "kind": "missing", "file": "规划/云川.plan"},
    ]


def test_sentences_are_in_the_language_wanted_and_words_in_english() -> None:
    goal = read(render_json(everything(), "en"))["findings"][1]
    assert goal["message"] == "neither “一二三四”产业集群 nor its subgoals are measured"
    assert (goal["severity"], goal["locator"]) == ("error", "line 4")


def test_names_are_written_as_they_are() -> None:
    source = SourceText("甲.plan", "目标 甲\x1b乙\u2028丙")
    written = read(render_json(report(finding(Span(source, 3, 8)))))
    assert written["findings"][0]["subject"] == "甲\x1b乙\u2028丙"


def test_the_keys_come_in_the_order_of_the_schema() -> None:
    written = read(render_json(everything()))
    assert list(written) == list(ReportJson.__annotations__)
    keys = [key for key in FindingJson.__annotations__ if key != "waiver"]
    assert list(written["findings"][1]) == keys


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_json(everything()) == render_json(everything())
    assert render_json(everything()).endswith("}\n")
