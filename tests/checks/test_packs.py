"""Where rules come from: what ships, folders, installed packages; and the rules made ready beforehand."""

from __future__ import annotations

import os
import pickle
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module, invalidate_caches
from pathlib import Path

import pytest
from msgspec import Struct

from checker import resources
from checker.checks import Rule, Rulebook, load_packs, prepared, run_rules
from checker.checks.packs import BUILT_IN, GROUP, built_in, find_pack, installed_pack
from checker.checks.plan_schema import plan_schema
from checker.checks.registry import PREDICATES
from checker.checks.rulebook import compiled
from checker.messages import Template
from checker.rules.read import parse_rules
from checker.rules.typed import Phrase
from checker.workspace import ConfigError
from tests.rules.conftest import facts_of, rule_text

ROOT = Path(__file__).parents[2]


def test_the_entry_point_of_plancheck_leads_to_its_own_pack() -> None:
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"][GROUP]
    module, _, name = points[BUILT_IN].partition(":")
    assert getattr(import_module(module), name) is built_in


def test_a_folder_of_rules(tmp_path: Path) -> None:
    folder = tmp_path / "我们的 规则" / "深"
    folder.mkdir(parents=True)
    (folder / "甲.rule").write_text(rule_text("凡 目标 x"), encoding="gb18030")
    (folder / "说明.md").write_text("不是规则", encoding="utf-8")
    book = load_packs(["我们的 规则"], tmp_path)
    assert book.rules[-1].code == "ZZ01"
    assert book.rules[-1].source.path == "我们的 规则/深/甲.rule"
    assert run_rules(book, facts_of("目标 甲 {}"), lambda code, _: code == "ZZ01").findings


@pytest.mark.parametrize(
    ("name", "words"),
    [("没有", "没有规则包「没有」：既不是文件夹，也没有安装"), ("空", "规则包「空」里没有 .rule 文件")],
)
def test_packs_that_cannot_be_used(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    with pytest.raises(ConfigError) as error:
        find_pack(name, tmp_path)
    assert error.value.message.text() == words


def test_a_rule_file_that_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "包").mkdir()
    (tmp_path / "包" / "坏.rule").write_bytes(b"\x00\x01")
    with pytest.raises(ConfigError) as error:
        find_pack("包", tmp_path)
    assert error.value.message.text().startswith("包/坏.rule：")


PACKAGE = """
from importlib.resources import files
from checker.checks import Column, Offer, Record, predicate
from checker.rules.types import NUMBER

@predicate("长名", "long_name", Column("length", "长度", NUMBER))
def long_names(facts):
    for plan in facts.plans:
        for element in plan.elements:
            if len(element.name) > 8:
                yield Record("long_name", element, element.name_span, values={"length": len(element.name)})

def pack():
    return Offer(files(__name__) / "rules", (long_names,))
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package with a pack and a predicate, as pip would leave it."""
    package = tmp_path / "site" / "their_rules"
    (package / "rules").mkdir(parents=True)
    (package / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    body = "凡 长名 x，x.长度 > 10\n否则：“{x.对象}有{x.长度}个字” “{x.对象}: {x.长度}”\n指向：x.位置"
    (package / "rules" / "长.rule").write_text(rule_text(body), encoding="utf-8")
    about = tmp_path / "site" / "their_rules-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: their-rules\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(f"[{GROUP}]\n长名包 = their_rules:pack\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "site")
    invalidate_caches()
    yield
    sys.modules.pop("their_rules", None)


@pytest.mark.usefixtures("installed")
def test_an_installed_pack_with_a_predicate(tmp_path: Path) -> None:
    book = load_packs(["长名包"], tmp_path)
    assert book.problems == ()
    (finding,) = run_rules(
        book, facts_of("目标 一二三四五六七八九十一 {} 目标 甲 {}"), lambda code, _: code == "ZZ01"
    ).findings
    assert finding.message.text() == "一二三四五六七八九十一有11个字"


@pytest.mark.usefixtures("installed")
def test_an_installed_pack_that_nobody_names_does_not_run(built_in: Rulebook) -> None:
    assert all(rule.pack == BUILT_IN for rule in load_packs([], Path()).rules)


# ---- what ships


def test_each_rule_stands_where_its_code_says(built_in: Rulebook) -> None:
    for rule in built_in.rules:
        folder, _, name = rule.source.path.removeprefix("<plancheck>/rules/").partition("/")
        assert name == f"{rule.code}-{rule.slug}.rule"
        assert folder[0] == rule.code[2]
        assert len(parse_rules(rule.source).rules) == 1


def test_each_rule_is_short_and_told_in_both_languages(built_in: Rulebook) -> None:
    for rule in built_in.rules:
        logic = rule.source.text[: rule.examples[0].start]
        assert len(logic.splitlines()) <= 60, rule.code
        assert rule.about is not None, rule.code
        assert rule.limits is not None, rule.code
        assert rule.bases, rule.code
        for template in _templates(rule):
            assert template.zh != template.en, template.zh


def _templates(rule: Rule) -> Iterator[Template]:
    for case in rule.cases:
        for part in (case.said, case.advice, *(related.phrase for related in case.related)):
            if isinstance(part, Phrase):
                yield part.template


# ---- rules made ready


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table of its own for this test, made of the rules as they are now."""
    monkeypatch.setattr(resources, "tables_folder", lambda: tmp_path)
    return prepared.build(tmp_path)


HEAD = ("code", "slug", "name", "severity", "steps", "by_stage", "subjects", "about", "pack", "fixed")


def shape(value: object) -> object:
    """A rule as plain values: what two of them are compared by."""
    if isinstance(value, tuple | list):
        return [shape(one) for one in value]
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    if isinstance(value, Struct):
        names = [name for name in value.__struct_fields__ if not name.startswith("_")]
        return type(value).__name__, {name: shape(getattr(value, name)) for name in names}
    return value


@pytest.mark.usefixtures("ready")
def test_rules_made_ready_are_the_rules_of_their_files() -> None:
    pack = installed_pack(BUILT_IN)
    assert pack is not None
    made, faults = compiled(pack, plan_schema(PREDICATES))
    found = prepared.find()
    assert faults == []
    assert found is not None
    for one, other in zip(found, made, strict=True):
        assert [getattr(one, attr) for attr in HEAD] == [getattr(other, attr) for attr in HEAD]
        assert shape(one.body) == shape(other.body)
    assert [[one.name.text for one in rule.examples] for rule in found] == [
        [one.name.text for one in rule.examples] for rule in made
    ]


def test_an_old_table_is_not_used(ready: Path) -> None:
    assert prepared.find() is not None
    os.utime(ready, (1, 1))
    assert prepared.find() is None
    ready.unlink()
    assert prepared.find() is None


@pytest.mark.parametrize("content", [b"", b"cut short", pickle.dumps(os.getcwd)])
def test_a_table_that_is_none_is_not_used(ready: Path, content: bytes) -> None:
    ready.write_bytes(content)
    assert prepared.find() is None
