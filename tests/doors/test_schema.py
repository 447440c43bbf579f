"""``plancheck schema``: what is really written and read is as the schemas say, and nothing else is."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

from checker.doors.starter import workspace
from checker.render.formats import render
from checker.render.sarif import SARIF_SCHEMA
from checker.render.schemas import SCHEMA_NAMES, schema
from checker.workspace.config import ConfigError, load_config
from tests.doors.conftest import Run
from tests.published import SARIF, published_schema
from tests.render.reports import everything, finding, report, span_of

ROOT = Path(__file__).resolve().parents[2]
FAULTY = ROOT / "plans" / "yunchuan-faulty"
CONFLICT = ROOT / "plans" / "sample-conflict"
PLAN = """规划 云川开发区十四五 { 规划期：2021—2025  成稿：2021年4月 }
指标 地区生产总值 { 单位：亿元  2020年：实际 100  2025年：目标 150 }
举措 甲 { 类型：行动 }
豁免 PC201 于 甲 { 理由：“另文安排”  批准：规划科  至：2026年6月30日 }
豁免 PC301 于 全部 { }
"""
FORMATS = {
    "json": "report",
    "sarif": "sarif",
    "gitlab": "gitlab",
    "gitee-check": "gitee-check",
    "codeup-check": "codeup-check",
}


def check(name: str, value: Any) -> None:
    """Raises ValidationError if `value` is not as the schema called `name` says."""
    resource = Resource.from_contents(published_schema(SARIF))
    registry = Registry().with_resource(SARIF_SCHEMA, resource)
    Draft202012Validator(schema(name), registry=registry).validate(value)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "云川.plan").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_without_a_name_it_is_that_of_the_report(run: Run) -> None:
    ran = run("schema")
    assert ran.status == 0
    assert json.loads(ran.out) == schema("report")
    assert run("schema", "report").out == ran.out


def test_each_is_a_schema_and_is_listed(run: Run) -> None:
    listed = run("schema", "--list").out.splitlines()
    assert [line.split()[0] for line in listed] == list(SCHEMA_NAMES)
    for name in SCHEMA_NAMES:
        Draft202012Validator.check_schema(json.loads(run("schema", name).out))


def test_a_name_that_there_is_not(run: Run) -> None:
    ran = run("schema", "报告")
    assert ran.status == 2
    assert ran.err.startswith("plancheck：没有叫“报告”的 JSON Schema，可以是：report、")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("output_format", FORMATS)
def test_what_check_writes(run: Run, output_format: str, lang: str) -> None:
    written = json.loads(run(FAULTY, "--format", output_format, "--lang", lang).out)
    check(FORMATS[output_format], written)
    for made in (everything(), report(), report(finding(span_of("总目标"), help=None))):
        check(FORMATS[output_format], json.loads(render(made, output_format, lang)))


def test_waived_known_and_gone_findings(run: Run, folder: Path) -> None:
    Path("云川.plan").write_text(PLAN + "举措 乙 { 类型：行动 }\n举措 丙 { 类型：行动 }\n", encoding="utf-8")
    assert run("baseline", "--select", "PC201,PC301").status == 0
    baseline = json.loads(Path("plancheck-baseline.json").read_text(encoding="utf-8"))
    check("baseline", baseline)
    assert [one["code"] for one in baseline["findings"]] == ["PC201", "PC201"]
    Path("云川.plan").write_text(PLAN + "举措 乙 { 类型：行动 }\n举措 丁 { 类型：行动 }\n", encoding="utf-8")
    words = ("--select", "PC201,PC301", "--baseline", "plancheck-baseline.json")
    for output_format, name in FORMATS.items():
        check(name, json.loads(run(*words, "--format", output_format).out))
    told = json.loads(run(*words, "--format", "json").out)
    assert {one["subject"]: one["status"] for one in told["findings"]} == {"甲": "waived", "乙": "known", "丁": "new"}
    assert [one["message"] for one in told["gone"]] == ["举措「丙」没有支撑任何目标"]


def test_a_waived_finding_carries_its_waiver(run: Run, folder: Path) -> None:
    told = json.loads(run("--select", "PC201", "--format", "json").out)
    check("report", told)
    [waived] = told["findings"]
    assert waived["waiver"] == {
        "reason": "另文安排",
        "approved_by": "规划科",
        "until": "2026-06-30",
        "file": "云川.plan",
        "start": {"line": 4, "column": 4, "offset": 108},
        "end": {"line": 4, "column": 9, "offset": 113},
    }


def test_json_lines_diff_whatif_and_graph(run: Run, folder: Path) -> None:
    lines = run(FAULTY, "--format", "jsonl").out.splitlines()
    assert lines
    for line in lines[:-1]:
        check("finding", json.loads(line))
    check("account", json.loads(lines[-1])["account"])
    new = Path("新.plan")
    new.write_text(PLAN.replace("150", "140") + "举措 乙 { 类型：行动 }\n", encoding="utf-8")
    revision = json.loads(run("diff", "云川.plan", new, "--format", "json").out)
    check("diff", revision)
    assert {one["change"] for one in revision["changes"]} == {"changed", "added"}
    assert revision["appeared"]
    trial = run("whatif", "云川.plan", "--set", "地区生产总值.2025=90", "--format", "json").out
    check("whatif", json.loads(trial))
    graph = json.loads(run("graph", CONFLICT, "--format", "json").out)
    check("graph", graph)
    assert graph["edges"]


def test_what_a_report_keeps_in_its_folder(run: Run, folder: Path) -> None:
    assert run("report", "-o", "报告").status == 0
    listed = json.loads(Path("报告/.plancheck-report.json").read_text(encoding="utf-8"))
    check("report-folder", listed)
    assert "index.html" in listed["files"]


@pytest.mark.parametrize("name", [name for name in SCHEMA_NAMES if name not in {"sarif", "config"}])
def test_what_is_not_named_is_refused(name: str) -> None:
    values: dict[str, Any] = {
        "report": json.loads(render(everything(), "json", "zh")),
        "finding": json.loads(render(everything(), "jsonl", "zh").splitlines()[0]),
        "gitlab": json.loads(render(everything(), "gitlab", "zh")),
        "gitee-check": json.loads(render(everything(), "gitee-check", "zh")),
        "codeup-check": json.loads(render(everything(), "codeup-check", "zh")),
    }
    value = values.get(name, {})
    if value:
        check(name, value)
    (value[0] if isinstance(value, list) else value)["多"] = 1
    with pytest.raises(ValidationError, match="多"):
        check(name, value)


def _dates_as_text(value: Any) -> Any:
    """TOML has dates, JSON has not; editors take them for text."""
    if isinstance(value, dict):
        return {key: _dates_as_text(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, date) else value


CONFIGS = sorted((ROOT / "plans").glob("*/plancheck.toml"))


@pytest.mark.parametrize(
    "text", [workspace()["plancheck.toml"], *(path.read_text(encoding="utf-8") for path in CONFIGS)]
)
def test_configurations_that_we_ship(text: str) -> None:
    check("config", _dates_as_text(tomllib.loads(text)))


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ('"检查" = { "阶段" = "送审稿", gate = "warning", as_of = 2021-04-30 }', True),
        ('[rules]\nseverity.PC201 = "提示"\nparameters.PC308."容差" = 0.5\noff = "PC206"', True),
        ('[levels]\n"云川市十四五" = "市"', True),
        ('[check]\nstage = "初稿"', False),
        ('[check]\nstage = "送审稿"\n"阶段" = "送审稿"', False),
        ('[rules]\nseverity."坏 键" = "提示"', False),
        ("[rules]\nrow_budget = 0", False),
        ("[workspaces]", False),
    ],
)
def test_the_schema_takes_what_plancheck_takes(tmp_path: Path, text: str, good: bool) -> None:
    (tmp_path / "plancheck.toml").write_text(text, encoding="utf-8")
    value = _dates_as_text(tomllib.loads(text))
    if good:
        load_config(tmp_path)
        check("config", value)
    else:
        with pytest.raises(ConfigError):
            load_config(tmp_path)
        with pytest.raises(ValidationError):
            check("config", value)
