"""The folder that `plancheck report` makes: links lead somewhere, nothing is too big, nothing depends on chance."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.commands import Run
from tests.report.sites import FAULTY, PLANS, hostile_report, page_files, report_of
from tests.report.small import small_report, small_workspace

# The sites that others look at too.
pytestmark = pytest.mark.xdist_group("report")

_LARGEST = 500_000


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.loaded: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if "id" in told:
            assert told["id"] not in self.anchors, told["id"]
            self.anchors.add(told["id"])
        if tag == "a":
            self.links.append(told.get("href", ""))
        self.loaded += [told[name] for name in ("src", "data-source") if name in told]
        if tag == "link":
            self.loaded.append(told["href"])
        assert not any(name.startswith("on") for name in told), told

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(path: Path) -> _Page:
    return _Page(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "make", [small_report, lambda: report_of(FAULTY), lambda: report_of(PLANS / "zhengzhou-etdz"), hostile_report]
)
def test_every_link_leads_to_a_page_and_a_place_on_it(make: Callable[[], Path]) -> None:
    folder = make()
    pages = {path: _read(path) for path in page_files(folder)}
    assert len(pages) > 30
    for path, page in pages.items():
        assert path.stat().st_size < _LARGEST
        for link in (*page.links, *page.loaded):
            address, _, anchor = link.partition("#")
            address = unquote(address.partition("?")[0])
            assert ":" not in address, (path, link)
            target = (path.parent / address).resolve() if address else path.resolve()
            assert target.is_file(), (path, link)
            if anchor:
                assert anchor in pages[folder.resolve() / target.relative_to(folder.resolve())].anchors, (path, link)


@pytest.mark.parametrize("make", [lambda: report_of(FAULTY), small_report])
def test_all_kinds_of_pages_are_there(make: Callable[[], Path]) -> None:
    folder = make()
    kinds = {path.relative_to(folder).parts[0] for path in page_files(folder)}
    sections = {"findings", "goals", "indicators", "measures", "owners", "alignment", "graph", "conflicts", "texts"}
    sections |= {"slogans", "waivers", "procedure", "rules", "sources"}
    each = {"finding", "goal", "indicator", "measure", "owner", "pair", "text", "rule", "source"}
    assert kinds - {"revision"} == {"index.html"} | sections | each


def test_the_overview_says_what_stands_in_the_way() -> None:
    page = _read(report_of(FAULTY) / "index.html").text
    assert "✕ 查出挡住" in page
    assert "PC105" in page
    clean = _read(report_of(PLANS / "yunchuan") / "index.html").text
    assert "✓ 没有查出挡住送审的问题" in clean
    english = _read(report_of(PLANS / "yunchuan", "--lang", "en") / "index.html").text
    assert "✓ there are no findings that stand in the way of review" in english


def test_a_run_that_left_something_out_is_not_shown_as_approval() -> None:
    folder = report_of(PLANS / "yunchuan", "--select", "PC714")
    pages = {path.relative_to(folder).as_posix(): _read(path).text for path in page_files(folder)}
    assert "△ 查过的没有查出挡住" in pages["index.html"]
    assert "只查了 --select PC714" in pages["index.html"]
    for path, page in pages.items():
        assert "项没有查" in page, path
        assert re.search(r"门槛：错误 · 规则用了 1 条、没有用 \d{2,} 条", page), path
        # The one rule that ran found nothing, in all that it needs.
        assert ("✓ 没有发现" in page) is (path == "rule/PC714.html"), path


def test_a_finding_has_its_lines_its_basis_and_what_to_do(run: Run, tmp_path: Path) -> None:
    ran = run("check", FAULTY, "--format", "json")
    found = json.loads(ran.out)["findings"]
    folder = report_of(FAULTY)
    for finding in found:
        page = _read(folder / "finding" / f"{finding['fingerprint']}.html").text
        assert finding["message"] in page
        assert finding["basis"] in page
        assert (finding["help"] or "") in page
        assert all(related["message"] in page for related in finding["related"])


def test_only_what_changed_is_written_again_and_what_is_gone_goes(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "甲.plan"
    plan.write_text("规划 甲 {}\n目标 乙 { 类型：总目标 }\n目标 丙 { 上级目标：乙 }\n", encoding="utf-8")
    site = tmp_path / "site"
    assert run("report", plan, "-o", site).status == 0
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in site.rglob("*") if path.is_file()}
    assert run("report", plan, "-o", site).status == 0
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()} == {
        path: stamp for path, (stamp, _) in before.items()
    }
    goals = set((site / "goal").iterdir())
    plan.write_text("规划 甲 {}\n目标 乙 { 类型：总目标 }\n", encoding="utf-8")
    assert run("report", plan, "-o", site).status == 0
    assert len(goals - set((site / "goal").iterdir())) == 1
    style = site / "css" / "site.css"
    assert style.stat().st_mtime_ns == before[style][0]


def test_a_folder_with_files_of_others_is_left_alone(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "甲.plan"
    plan.write_text("规划 甲 {}\n目标 乙 { 类型：总目标    评估方式：“评估” }\n", encoding="utf-8")
    ran = run("report", plan, "-o", tmp_path)
    assert ran.status == 2
    assert "空文件夹" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["甲.plan"]
    site = tmp_path / "site"
    assert run("report", plan, "-o", site).status in (0, 1)
    own = site / "批注.txt"
    own.write_text("甲", encoding="utf-8")
    assert run("report", plan, "-o", site).status in (0, 1)
    assert own.read_text(encoding="utf-8") == "甲"
    (site / ".plancheck-report.json").write_text('{"files": ["../甲.plan"]}', encoding="utf-8")
    assert run("report", plan, "-o", site).status == 2
    assert plan.exists()


def test_the_same_plans_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    plans = small_workspace(tmp_path / "plans")
    for seed in ("1", "2"):
        site = tmp_path / seed
        words = [sys.executable, "-m", "checker", "report", str(plans), "-o", str(site)]
        ran = subprocess.run(words, check=False, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        assert ran.returncode == 1
        made.append({path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()})
    assert made[0] == made[1]


def test_nothing_comes_from_elsewhere() -> None:
    for path in report_of(FAULTY).rglob("*"):
        if path.suffix in {".html", ".css", ".js"}:
            addresses = re.findall(
                r"(?:src|href|url\()\s*=?\s*[\"']?((?:https?:)?//[^\s\"')]+)", path.read_text("utf-8")
            )
            assert addresses == [], path


def test_one_file_for_mail_has_all_it_needs(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "报告.html"
    assert run("report", FAULTY, "--single-file", target).status == 1
    assert [path.name for path in tmp_path.iterdir()] == ["报告.html"]
    page = _read(target)
    assert page.loaded == ["assets/findings-data.js"]  # what a script would load, were it not there already
    assert {link[:1] for link in page.links} == {"#"}
    assert {link[1:] for link in page.links} <= page.anchors
    assert "互相矛盾的目标" in page.text


def test_the_zip_opens_into_one_folder(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    plans = small_workspace(tmp_path / "plans")
    assert run("report", plans, "--zip", target).status == 1
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert "report/index.html" in names
    assert {name.split("/")[0] for name in names} == {"report"}
    first = target.read_bytes()
    assert run("report", plans, "--zip", target).status == 1
    assert target.read_bytes() == first


def test_what_changed_since_another_version(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "旧.plan", tmp_path / "新" / "新.plan"
    old.write_text("规划 甲 {}\n目标 乙 { 类型：总目标 }\n", encoding="utf-8")
    new.parent.mkdir()
    new.write_text("规划 甲 {}\n目标 乙 { 类型：总目标 }\n举措 丙 {}\n", encoding="utf-8")
    assert run("report", new, "-o", tmp_path / "site", "--since", old).status == 0
    page = _read(tmp_path / "site" / "revision" / "index.html").text
    assert "新增" in page
    assert "丙" in page
    assert "PC201" in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["没有的"], "没有这个文件"),
        (["--port", "甲", "--serve"], "端口"),
        (["--since", "没有的"], "没有的"),
    ],
)
def test_what_cannot_be_done_is_one_line(words: list[str], said: str, run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "甲.plan"
    plan.write_text("规划 甲 {}\n", encoding="utf-8")
    ran = run("report", *([plan] if words[0].startswith("-") else []), *words, "-o", tmp_path / "site")
    assert ran.status == 2
    assert said in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_no_browser_no_pdf(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.doors.browser.find_browser", lambda: None)
    ran = run("report", PLANS / "yunchuan", "--pdf", tmp_path / "a.pdf")
    assert ran.status == 2
    assert "Chromium" in ran.err
    assert not list(tmp_path.iterdir())


def test_mkdocs_is_not_loaded_by_anything_else() -> None:
    code = (
        "import sys; from checker.doors.cli import main; main(['check', sys.argv[1]]); print('mkdocs' in sys.modules)"
    )
    words = [sys.executable, "-c", code, str(PLANS / "zhengzhou-etdz")]
    assert subprocess.run(words, check=True, capture_output=True, text=True).stdout.endswith("False\n")


def test_a_report_of_nothing_says_so(run: Run, tmp_path: Path) -> None:
    ran = run("report", tmp_path, "-o", tmp_path / "site")
    assert ran.status == 2
    assert "没有可以报告的规划" in ran.err
    assert not list(tmp_path.iterdir())


def test_what_a_text_states_and_the_plan_file_lacks_is_listed_with_its_place(run: Run, tmp_path: Path) -> None:
    plan = "规划 云川 { 文本：“纲要.txt” }\n指标 地区生产总值 { 单位：亿元  2025年：目标 480 }\n"
    (tmp_path / "云川.plan").write_text(plan, encoding="utf-8")
    text = "到2025年，地区生产总值达到480亿元。\n" + "到2025年，跨境电商交易额达到30亿元。\n" * 501
    (tmp_path / "纲要.txt").write_text(text, encoding="utf-8")
    run("report", tmp_path, "-o", tmp_path / "site")
    page = _read(tmp_path / "site" / "texts" / "index.html")
    assert "文本里说到 502 处，模型里有 1 处，没有的 501 处。" in page.text
    assert page.text.count("跨境电商交易额") == 500
    assert "另有 1 处没有列出。" in page.text
    assert any(link.endswith("#L2") for link in page.links)


def test_the_overview_tells_the_rounds_before(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "甲.plan"
    plan.write_text("规划 甲 {}\n目标 乙 { 类型：总目标 }\n举措 丙 { 类型：任务 }\n", encoding="utf-8")
    assert "轮次" not in _read(report_of(tmp_path) / "index.html").text
    assert run("snapshot", tmp_path, "--name", "第一轮").status == 0
    plan.write_text(
        "规划 甲 {}\n目标 乙 { 类型：总目标 }\n举措 丙 { 类型：任务 支撑：乙 }\n举措 丁 {}\n", encoding="utf-8"
    )
    page = tmp_path / "报告.html"
    assert run("report", tmp_path, "--single-file", page).status in (0, 1)
    rows = re.findall(r"<tr><th scope=\"row\">(?:第一轮|现在)</th>.*?</tr>", page.read_text(encoding="utf-8"))
    told = [re.findall(r"<td[^>]*>([^<]*)</td>", row) for row in rows]
    assert told[0][-3:] == ["—", "—", "—"]
    mended, new, unseen = map(int, told[1][-3:])
    assert mended >= 1
    assert new >= 1
    assert unseen == 0
