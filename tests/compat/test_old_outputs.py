"""What readers of an earlier version rely on is still there: fields, their types, names on the command line."""

from __future__ import annotations

import csv
import inspect
import io
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import checker
from checker.engine.report import Report
from checker.finding import Finding
from checker.render.sarif import SARIF_SCHEMA
from checker.render.schemas import SCHEMA_NAMES
from tests.commands import plancheck
from tests.compat.conftest import HERE, VERSIONS, copied
from tests.compat.make import OUTPUTS
from tests.published import SARIF, published_schema

# All command lines are run once.
pytestmark = pytest.mark.xdist_group("outputs")

#: Places in JSON by file that a later version fills no more, and why. Nothing that a reader needs may stand here.
NO_MORE: dict[str, dict[str, str]] = {}

SCHEMAS = {
    "json": "report",
    "jsonl": "finding",
    "sarif": "sarif",
    "gitlab": "gitlab",
    "gitee-check": "gitee-check",
    "codeup-check": "codeup-check",
}
FILES = [name for name in OUTPUTS if not name.endswith(".txt")]
JSON_FILES = [name for name in FILES if not name.endswith((".csv", "junit", "graphml"))]


@pytest.fixture(scope="module")
def today(version: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What today's program prints for the same command lines on the same files."""
    folder = tmp_path_factory.mktemp("今天")
    made = {}
    for name in FILES:
        workspace, *words = OUTPUTS[name]
        if not (folder / workspace).exists():
            copied(version, workspace, folder / workspace)
        made[name] = plancheck(*words, folder=folder / workspace).out
    return made


def _schema_of(file: str) -> str:
    stem, _, end = file.rpartition(".")
    return SCHEMAS[end] if stem.startswith("check-") else stem


def _values(file: str, text: str) -> list[Any]:
    """The JSON values of a file; a file of lines has many."""
    return [json.loads(line) for line in text.splitlines()] if file.endswith(".jsonl") else [json.loads(text)]


def _places(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Each place in a JSON value and the type that stands there; items of a list are one place."""
    yield (
        place,
        {bool: "boolean", int: "number", float: "number", type(None): "null"}.get(type(value), type(value).__name__),
    )
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(inner, f"{place}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from _places(inner, f"{place}[]")


def _types(values: list[Any]) -> dict[str, set[str]]:
    made: dict[str, set[str]] = defaultdict(set)
    for value in values:
        for place, kind in _places(value):
            made[place].add(kind)
    return made


@pytest.mark.parametrize("file", JSON_FILES)
def test_each_field_of_the_old_json_is_there_and_of_its_type(version: Path, today: dict[str, str], file: str) -> None:
    """A reader that goes by these fields goes on working; new fields are no harm."""
    before = _types(_values(file, (version / "输出" / file).read_text(encoding="utf-8")))
    now = _types(_values(file, today[file]))
    allowed = NO_MORE.get(file, {})
    assert sorted(place for place in before if place not in now and place not in allowed) == []
    other = {place: now[place] - kinds for place, kinds in before.items() if now.get(place, kinds) - kinds}
    assert other == {}


@pytest.mark.parametrize("file", JSON_FILES)
def test_old_and_new_json_are_as_the_schema_of_that_version_says(
    version: Path, today: dict[str, str], file: str
) -> None:
    schema = json.loads((version / "输出/schema" / f"{_schema_of(file)}.json").read_text(encoding="utf-8"))
    for value in _values(file, (version / "输出" / file).read_text(encoding="utf-8")):
        _validator(schema).validate(value)
    values = _values(file, today[file])
    if file.endswith(".jsonl"):
        # A break with 0.1.0, where each line was a finding: the last one is the account of the run by now.
        assert "code" not in values.pop()
    for value in values:
        _validator(_open(schema)).validate(value)


@pytest.mark.parametrize("file", JSON_FILES)
def test_the_major_version_of_a_schema_is_the_same(version: Path, today: dict[str, str], file: str) -> None:
    """And the minor one grows with each field that came since."""
    old, new = (_values(file, text)[:1] for text in _both(version, today, file))
    for before, now in zip(old, new, strict=True):
        for key in ("schema_version", "baseline_version", "lock_version", "version"):
            if isinstance(before, dict) and key in before:
                assert now[key].split(".")[0] == before[key].split(".")[0]
                assert [int(one) for one in now[key].split(".")] >= [int(one) for one in before[key].split(".")]


def _validator(schema: Any) -> Draft202012Validator:
    registry = Registry().with_resource(SARIF_SCHEMA, Resource.from_contents(published_schema(SARIF)))
    return Draft202012Validator(schema, registry=registry)


def _open(schema: Any) -> Any:
    """The same schema as a later minor version keeps to: it adds fields, and says its own number."""
    if isinstance(schema, list):
        return [_open(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: {"type": "string"} if key == "schema_version" else _open(value)
        for key, value in schema.items()
        if (key, value) != ("additionalProperties", False)
    }


def _both(version: Path, today: dict[str, str], file: str) -> tuple[str, str]:
    """What the old program printed, and what today's prints."""
    return (version / "输出" / file).read_text(encoding="utf-8"), today[file]


@pytest.mark.parametrize("name", ["云川/plancheck.lock", "全部字段/plancheck.lock", "有错/plancheck-baseline.json"])
def test_files_that_are_kept_are_as_todays_schema_says(version: Path, name: str) -> None:
    schema = {"lock": "lock", "json": "baseline"}[name.rpartition(".")[2]]
    now = json.loads(plancheck("schema", schema).out)
    Draft202012Validator(now).validate(json.loads((version / name).read_text(encoding="utf-8")))


def test_columns_of_csv_stand_where_they_stood(version: Path, today: dict[str, str]) -> None:
    for file in (file for file in FILES if file.endswith(".csv")):
        before, now = (
            next(csv.reader(io.StringIO(text.removeprefix("\ufeff")))) for text in _both(version, today, file)
        )
        assert now[: len(before)] == before


def test_elements_and_attributes_of_xml_are_there(version: Path, today: dict[str, str]) -> None:
    for file in (file for file in FILES if file.endswith((".junit", ".graphml"))):
        before, now = (
            {(one.tag, key) for one in ET.fromstring(text).iter() for key in ("", *one.attrib)}
            for text in _both(version, today, file)
        )
        assert before - now == set()


# ---- names


def _surface(version: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((version / "输出/surface.json").read_text(encoding="utf-8"))
    return made


COMMANDS = [
    (version, command) for version in VERSIONS for command in _surface(Path(__file__).parent / version)["commands"]
]


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[f"{one[0]} {one[1]}" for one in COMMANDS])
def test_each_option_of_a_command_is_there(name: str, command: str) -> None:
    ran = plancheck(*command.split(), "--help")
    assert ran.status == 0
    options = _surface(HERE / name)["commands"][command]
    assert [one for one in options if one not in ran.out] == []


def test_names_of_the_python_interface_are_there(version: Path) -> None:
    old = _surface(version)
    assert set(old["module"]) <= set(checker.__all__)
    for function in (checker.check, checker.format_report):
        now = list(inspect.signature(function).parameters)
        assert [one for one in now if one in old[function.__name__]] == old[function.__name__], "in their order"
    for kind in (Report, Finding):
        assert [one for one in old[kind.__name__] if not hasattr(kind, one)] == []


def test_names_of_schemas_are_there(version: Path) -> None:
    assert {path.stem for path in (version / "输出/schema").iterdir()} <= set(SCHEMA_NAMES)


def test_codes_and_names_of_rules_are_there(version: Path) -> None:
    """A setting, a waiver and a baseline go by them."""
    before, now = (
        {tuple(line.split()[:2]) for line in text.splitlines() if line.strip().startswith("PC")}
        for text in ((version / "输出/rules.txt").read_text(encoding="utf-8"), plancheck("rules", "list").out)
    )
    assert len(before) > 60
    assert before - now == set()
