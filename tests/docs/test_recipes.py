"""The recipes of CONTRIBUTING.md, followed in a copy of the house: they name every file that has to be touched.

All are followed one after another in one copy, and one process sees what came of them.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.commands import Ran, plancheck
from tests.docs.pages import ROOT

pytestmark = pytest.mark.xdist_group("recipes")

_FOLDERS = ("checker", "grammar", "rules", "plans/yunchuan", "plans/yunchuan-faulty", "tests")
_LEFT_OUT = shutil.ignore_patterns("compat", "files", ".hypothesis", "*.pickle")
_PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
_MEASURE = "  类型：项目    上级举措：智能装备产业延链补链    期限：2023年    章：第三章"
_LONG = "谁也记不住的" * 7 + "术语"
_FAULTY = "plans/yunchuan-faulty/云川经济开发区十四五（有错）.plan"


def section(title: str) -> str:
    return _PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


class Recipe:
    """One section of the page: it touches no file but those that the section names."""

    def __init__(self, house: Path, title: str) -> None:
        self.house, self.title = house, title
        self.named = re.findall(r"`([\w./-]+)`", section(title))
        assert self.named, title

    def _touch(self, path: str) -> Path:
        named = (path == one or (one.endswith("/") and path.startswith(one)) for one in self.named)
        assert any(named), f"「{self.title}」 does not name {path}"
        return self.house / path

    def write(self, path: str, text: str) -> None:
        self._touch(path).write_text(text, encoding="utf-8")

    def append(self, path: str, text: str) -> None:
        file = self._touch(path)
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")

    def behind(self, path: str, words: str, text: str) -> None:
        """Put `text` behind the one place where `words` stand."""
        file = self._touch(path)
        before = file.read_text(encoding="utf-8")
        assert before.count(words) == 1, (path, words)
        file.write_text(before.replace(words, words + text), encoding="utf-8")

    def start_rule(self, code: str, slug: str) -> str:
        """The file that ``plancheck new rule`` makes."""
        ran = plancheck("new", "rule", code, slug, folder=self.house)
        assert ran.status == 0, ran.err
        (file,) = (self.house / "rules").rglob(f"{code}-{slug}.rule")
        return file.relative_to(self.house).as_posix()


def add_a_field(house: Path) -> None:
    recipe = Recipe(house, "加一个字段")
    (line,) = re.findall(r"^```\n(    site: .*\n)```$", section(recipe.title), flags=re.MULTILINE)
    recipe.behind("checker/model/elements.py", '要用多少资源", "resource")\n', line)
    recipe.append("tests/cases/alignment.md", "\n## 选址，用英文写\n\n```plan\nplan 甲 {}\n目标 丙 {}\n```\n")


def add_a_rule(house: Path) -> None:
    recipe = Recipe(house, "加一条规则")
    file = recipe.start_rule("PC216", "site-open")
    recipe.write(
        file,
        """规则 PC216 选址待定（site-open）{
  级别：提示
  依据：编制惯例（无文号）
  说明：“选址还没有定的举措。” “A measure whose site is open.”
  不查：“没有写选址的。” “Measures without a site.”
  凡 举措 甲，甲.选址 = “待定”
  否则：“举措「{甲}」的选址待定” “the site of measure {甲} is open”
  指向：甲.选址
  建议：“写明建在哪里” “say where it is built”
  正例 “写明了” { 举措 甲 { 选址：“东区” } }
  正例 “没有写” { 举措 甲 {} }
  反例 “待定” { 举措 甲 { 选址：〖“待定”〗 } }
}
""",
    )
    head = "\n## 选址待定\n\n```plan\n规划 甲 {}\n目标 总 { 评估方式：“年度评估” }\n"
    recipe.append("tests/cases/alignment.md", f"{head}举措 乙 {{ 支撑：总 选址：“待定” }}  # PC216\n```\n")
    recipe.behind(_FAULTY, _MEASURE, "    选址：“待定”  # PC216")


def add_a_text_rule(house: Path) -> None:
    recipe = Recipe(house, "加一条文本规则")
    (rule,) = re.findall(r"^   规则 PC795.*?^   \}\n", section(recipe.title), flags=re.MULTILINE | re.DOTALL)
    recipe.write(recipe.start_rule("PC795", "far-year"), re.sub("^   ", "", rule, flags=re.MULTILINE))
    recipe.append("tests/cases/texts/counted.md", "\n## 年份太远\n\n```text\n到2060年，鸟类达到300种。  # PC795\n```\n")
    recipe.append("plans/yunchuan-faulty/起草说明.txt", "到2060年，湿地鸟类达到300种。\n")
    recipe.append("plans/yunchuan-faulty/README.md", "\n| 起草说明.txt | 湿地鸟类 | PC795 | 太远 |\n")


def add_a_predicate(house: Path) -> None:
    recipe = Recipe(house, "加一个谓词")
    sources = "checker/checks/sources.py"
    recipe.behind(
        sources,
        "\n#: What rules of every pack know.\n",
        '''

@predicate("过长名称", "overlong_name", Column("length", "字数", NUMBER))
def overlong_names(facts: Facts) -> Iterator[Record]:
    """Names that nobody remembers."""
    for plan in facts.plans:
        for one in plan.elements:
            if one.kind == "term" and len(one.name) > 40:
                yield Record("overlong_name", one, one.name_span, values={"length": len(one.name)})


''',
    )
    recipe.behind(sources, "PREDICATES = (", "overlong_names, ")
    recipe.behind(sources, "from checker.rules.types import ", "NUMBER, ")
    recipe = Recipe(house, "加一条规则")
    recipe.write(
        recipe.start_rule("PC196", "overlong-name"),
        f"""规则 PC196 名称太长（overlong-name）{{
  级别：提示
  依据：编制惯例（无文号）
  说明：“超过40个字的名称。” “A name of more than 40 signs.”
  不查：“难记的短名称。” “Short names that are hard to remember.”
  凡 过长名称 甲
  否则：“名称有{{甲.字数}}个字” “the name has {{甲.字数}} signs”
  指向：甲.位置
  建议：“改短” “shorten it”
  正例 “短” {{ 术语 甲 {{}} }}
  反例 “长” {{ 术语 〖{_LONG}〗 {{}} }}
}}
""",
    )
    recipe.append("tests/cases/alignment.md", f"\n## 长名\n\n```plan\n规划 甲 {{}}\n术语 {_LONG} {{}}  # PC196\n```\n")
    recipe.append(_FAULTY, f"\n术语 {_LONG} {{}}  # PC196\n")


def add_a_format(house: Path) -> None:
    recipe = Recipe(house, "加一种输出格式")
    recipe.write(
        "checker/render/codes.py",
        '''"""The codes of all findings, one a line."""

from __future__ import annotations

from checker.engine.report import Report


def render_codes(report: Report, lang: str = "zh") -> str:  # noqa: ARG001
    """The codes in the order of the findings."""
    return "".join(f"{finding.code}\\n" for finding in report.findings)
''',
    )
    recipe.behind(
        "checker/render/formats.py", "_WRITERS = {\n", '    "codes": ("checker.render.codes", "render_codes"),\n'
    )
    recipe.behind("checker/messages/cli.py", "输出格式：text 给人看；", "codes 只有编号；")


def add_a_command(house: Path) -> None:
    recipe = Recipe(house, "加一个命令")
    recipe.write(
        "checker/messages/kinds.py",
        '"""``plancheck kinds``."""\n\nfrom checker.messages.template import Template\n\n'
        'CLI_KINDS = Template("列出规划语言的声明", "list the declarations of the plan language")\n',
    )
    recipe.write(
        "checker/doors/kinds.py",
        '''"""``plancheck kinds``: the declarations of the plan language."""

from __future__ import annotations

from checker.doors.output import write_text
from checker.doors.words import Command
from checker.messages.kinds import CLI_KINDS


def _kinds() -> int:
    from checker.model.schema import ELEMENTS

    write_text("".join(f"{spec.zh}\\n" for spec in ELEMENTS if spec.declared))
    return 0


KINDS = Command("kinds", CLI_KINDS, [], _kinds)
''',
    )
    recipe.behind("checker/doors/cli.py", '("schema", "schema", "SCHEMA"),\n', '    ("kinds", "kinds", "KINDS"),\n')


PLAN = """规划 小镇 {
  层级：开发区
}
目标 总目标 { 评估方式：“年度评估” }
举措 一号 { 支撑：总目标    选址 ：“待定” }
举措 二号 { 支撑：总目标    site: "东区" }
"""
COMMANDS = {
    "check": ["check", "甲.plan", "--select", "PC1,PC216", "--format", "codes"],
    "fmt": ["fmt", "--diff", "甲.plan"],
    "list": ["list", "举措", "甲.plan", "--where", "甲.选址 = “东区”", "--columns", "名称、选址"],
    "report": ["report", "甲.plan", "-o", "报告"],
    "diff": ["diff", "甲.plan", "乙.plan"],
    "misspelt": ["check", "丙.plan", "--select", "PC1"],
    "text": ["check", "纲要.txt", "--select", "PC795"],
    "explain": ["explain", "PC216"],
    "rules": ["rules", "test", *(f"{{house}}/rules/{folder}" for folder in ("1-reference", "2-goals", "7-text"))],
    "faulty": ["check", "{house}/plans/yunchuan-faulty", "--select", "PC196,PC216,PC795", "--format", "jsonl"],
    "help": ["--help"],
    "kinds": ["kinds"],
}
#: Tests of the house that a new rule has to pass, and which of them.
TESTS = {
    "tests/test_cases.py": "every_code or 选址 or 长名",
    "tests/prose/test_text_cases.py": "every_text_rule or 年份太远",
    "tests/checks/test_packs.py": "each_rule",
}
_CODES = ("PC196", "PC216", "PC795")
_SCRIPT = """
import json, sys
house, folder, commands = json.loads(sys.argv[1])
sys.path.insert(0, house)
import checker
assert checker.__file__.startswith(house), checker.__file__
from tests.commands import plancheck
made = {name: plancheck(*words, folder=folder) for name, words in commands.items()}
print(json.dumps({name: [one.status, one.out, one.err] for name, one in made.items()}))
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house in which every recipe has been followed."""
    house = tmp_path_factory.mktemp("house")
    for folder in _FOLDERS:
        shutil.copytree(ROOT / folder, house / folder, ignore=_LEFT_OUT)
    shutil.copy2(ROOT / "pyproject.toml", house)
    for follow in (add_a_field, add_a_rule, add_a_text_rule, add_a_predicate, add_a_format, add_a_command):
        follow(house)
    return house


@pytest.fixture(scope="module")
def made(house: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    folder = tmp_path_factory.mktemp("plans")
    (folder / "甲.plan").write_text(PLAN, encoding="utf-8")
    (folder / "乙.plan").write_text(PLAN.replace("东区", "西区"), encoding="utf-8")
    (folder / "丙.plan").write_text(PLAN.replace("选址 ", "选止"), encoding="utf-8")
    (folder / "纲要.txt").write_text("到2060年，鸟类达到300种。\n", encoding="utf-8")
    commands = {name: [word.format(house=house) for word in words] for name, words in COMMANDS.items()}
    given = json.dumps([str(house), str(folder), commands])
    ran = subprocess.run([sys.executable, "-c", _SCRIPT, given], cwd=house, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    found: dict[str, list[Any]] = json.loads(ran.stdout)
    pages = "".join(one.read_text(encoding="utf-8") for one in (folder / "报告").rglob("*.html"))
    return {"pages": Ran(0, pages, ""), **{name: Ran(*one) for name, one in found.items()}}


def test_a_field_is_known_everywhere_by_its_declaration(made: dict[str, Ran]) -> None:
    assert made["check"].out.splitlines() == ["PC216"]  # both words are read, and a rule asks it
    assert "+举措 一号 { 支撑：总目标    选址：“待定” }" in made["fmt"].out
    head, row, *_ = made["list"].out.splitlines()
    assert (head.split()[-2:], row.split()[-2:]) == (["名称", "选址"], ["二号", "东区"])
    assert "<dt>选址</dt><dd>东区</dd>" in made["pages"].out
    assert "选址" in made["diff"].out
    assert "西区" in made["diff"].out
    assert "选址" in made["misspelt"].out.partition("选止")[2]  # the near word


def test_a_rule_is_found_by_its_file(made: dict[str, Ran]) -> None:
    assert made["rules"].status == 0, made["rules"].out
    assert "选址待定" in made["explain"].out


def test_a_text_rule_goes_from_an_empty_file_to_a_finding(made: dict[str, Ran]) -> None:
    assert "纲要.txt:1:10: 提示 PC795 年份太远" in made["text"].out
    assert "2060年的数太远" in made["text"].out


def test_a_format_and_a_command_are_known_by_their_lines(made: dict[str, Ran]) -> None:
    assert made["kinds"].out.splitlines()[:2] == ["规划", "部分"]
    assert "  kinds " in made["help"].out


def test_a_rule_has_its_cases_and_its_form(house: Path) -> None:
    """The tests that hold every rule to them."""
    words = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider", *TESTS, "-k", " or ".join(TESTS.values())]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *words], cwd=house, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout


def test_a_rule_is_tripped_in_the_faulty_plan(made: dict[str, Ran], house: Path) -> None:
    told = {(Path(one["file"]).name, one["start"]["line"], one["code"]) for one in map(json.loads, lines_of(made))}
    written = house / _FAULTY
    lines = enumerate(written.read_text(encoding="utf-8").splitlines(), 1)
    behind = {(written.name, number, line[-5:]) for number, line in lines if line.endswith(_CODES)}
    text = house / "plans/yunchuan-faulty/起草说明.txt"
    last = len(text.read_text(encoding="utf-8").splitlines())
    assert told == behind | {(text.name, last, "PC795")}
    assert "| 起草说明.txt | 湿地鸟类 | PC795 |" in (house / "plans/yunchuan-faulty/README.md").read_text(
        encoding="utf-8"
    )


def lines_of(made: dict[str, Ran]) -> list[str]:
    """The findings in the faulty plan, each as JSON."""
    return [line for line in made["faulty"].out.splitlines() if '"code"' in line]


def steps() -> Iterator[str]:
    return (title for title in re.findall(r"^## (加一.*)$", _PAGE, flags=re.MULTILINE))


@pytest.mark.parametrize("title", list(steps()))
def test_what_a_recipe_names_is_there(title: str) -> None:
    for path in re.findall(r"`((?:checker|rules|tests|plans|docs|grammar)/[\w./-]+)`", section(title)):
        assert (ROOT / path).exists(), path
