"""What a reviewer sees: pages in a real browser, from a folder and from a server."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest
from axe_playwright_python.base import AXE_FILE_PATH  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser

from checker.doors.cli import main
from checker.engine.choices import build_options
from checker.engine.inputs import check_inputs
from checker.report.single import render_paper
from tests.report.conftest import served, watched
from tests.report.sites import FAULTY, HOSTILE, PLANS, hostile_report, page_files, report_of
from tests.report.small import one_of_each_kind, small_report

# One browser, and the sites that others look at too.
pytestmark = pytest.mark.xdist_group("report")

_AXE = AXE_FILE_PATH.read_text(encoding="utf-8")
#: What is looked at in each colour scheme.
_ASKED: dict[Literal["light", "dark"], list[str]] = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    "dark": ["color-contrast"],
}
SITES: dict[str, Callable[[], Path]] = {
    "small": small_report,
    "english": lambda: small_report("--lang", "en"),
    "faulty": lambda: report_of(FAULTY),
    "hostile": hostile_report,
}


# Each two of how it is opened, how wide, and with what in it; a page takes a quarter of a second.
@pytest.mark.parametrize(
    ("site", "from_server", "width"),
    [
        ("small", True, 1280),
        ("english", False, 1280),
        ("faulty", False, 390),
        ("hostile", True, 390),
        ("hostile", False, 1280),
    ],
)
def test_pages_open_without_a_word_of_complaint(site: str, from_server: bool, width: int, browser: Browser) -> None:
    """Nothing is asked for from outside, nothing hostile runs, nothing is wider than the window."""
    folder = SITES[site]()
    with served(folder) as root, watched(browser, width=width) as (page, wrong):
        for path in one_of_each_kind(page_files(folder), folder):
            page.goto(root + quote(path.relative_to(folder).as_posix()) if from_server else path.as_uri())
            assert page.evaluate("window.hit") is None, path
            assert page.locator("main h1").count() == 1, path
            assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, path
            assert wrong == [], path


def test_pages_are_accessible(browser: Browser) -> None:
    """No serious violation of WCAG A and AA, contrast included; in the dark only the colours are others."""
    folder = small_report()
    with watched(browser) as (page, _):
        for path in one_of_each_kind(page_files(folder), folder):
            page.goto(path.as_uri())
            page.evaluate(_AXE)
            for scheme, rules in _ASKED.items():
                page.emulate_media(color_scheme=scheme)
                found = page.evaluate("asked => axe.run(asked)", {"runOnly": rules, "resultTypes": ["violations"]})
                serious = [one for one in found["violations"] if one["impact"] in {"serious", "critical"}]
                told = [(one["id"], node["html"][:200]) for one in serious for node in one["nodes"][:3]]
                assert told == [], (path, scheme)


def test_search_finds_a_part_of_a_word_from_a_folder(browser: Browser) -> None:
    with watched(browser) as (page, wrong):
        page.goto((report_of(PLANS / "zhengzhou-etdz") / "index.html").as_uri())
        page.fill("#search", "物流")
        page.wait_for_selector("#found a")
        found = page.locator("#found a").all_inner_texts()
        assert any("现代物流业" in text for text in found)
        page.fill("#search", "没有这个词")
        assert page.inner_text("#found") == "没有找到"
        page.fill("#search", "现代物流业营业收入")
        page.click("#found a")
        assert "现代物流业营业收入" in page.inner_text("main")
        assert wrong == []


@pytest.mark.parametrize(
    ("word", "title", "shown"),
    [
        ("抓好四项重点", "总目标", "总目标"),  # a quote
        ("≥250", "服务业增加值", "服务业增加值"),  # a figure
        ("补上外贸", "程序 › 意见 2", "商务局"),  # a comment
        ("采纳20条", "程序 › 征求意见", "管委会"),  # a step of the procedure
    ],
)
def test_search_knows_what_pages_say(word: str, title: str, shown: str, browser: Browser) -> None:
    with watched(browser) as (page, wrong):
        page.goto((small_report() / "index.html").as_uri())
        page.fill("#search", word)
        page.wait_for_selector("#found a")
        hit = page.locator("#found a", has_text=title).first
        assert word in hit.inner_text()
        hit.click()
        assert shown in page.inner_text("main")
        assert wrong == []


def test_the_table_of_findings_filters_and_remembers(browser: Browser) -> None:
    folder = report_of(FAULTY)
    with served(folder) as root, watched(browser) as (page, wrong):
        page.goto(root + "findings/index.html?sev=warning")
        page.wait_for_selector("#pc-filter:not([hidden])")
        rows = page.locator("#pc-findings tbody tr")
        assert rows.count() > 1
        assert set(rows.locator("td:first-child").all_inner_texts()) == {"! 警告"}
        page.select_option("select[name=rule]", "PC715")
        assert rows.count() == 1
        assert page.url.endswith("?sev=warning&rule=PC715")
        page.reload()
        page.wait_for_function("document.querySelectorAll('#pc-findings tbody tr').length === 1")
        page.click("button[type=reset]")
        page.wait_for_function("document.querySelectorAll('#pc-findings tbody tr').length > 10")
        page.fill("input[name=q]", "pc201")
        assert rows.count() == 1
        rows.locator("a").click()
        assert "PC201" in page.inner_text("h1")
        assert wrong == []


def test_a_card_on_the_first_page_leads_to_those_findings(browser: Browser) -> None:
    with watched(browser) as (page, wrong):
        page.goto((report_of(FAULTY) / "index.html").as_uri())
        page.click(".pc-card.pc-is-info a")
        page.wait_for_selector("#pc-filter:not([hidden])")
        assert set(page.locator("#pc-findings tbody td:first-child").all_inner_texts()) == {"i 提示"}
        assert wrong == []


def test_the_whole_plan_is_searched_zoomed_and_clicked(browser: Browser) -> None:
    with watched(browser) as (page, wrong):
        page.goto((report_of(FAULTY) / "graph" / "index.html").as_uri())
        page.wait_for_selector("#pc-explorer:not([hidden])")
        everything = page.inner_text("#pc-explorer output")
        page.select_option("select[name=kind]", "measure")
        assert page.inner_text("#pc-explorer output") != everything
        page.select_option("select[name=kind]", "")
        page.fill("#pc-explorer input[name=q]", "绿色园区创建工程")
        page.wait_for_function("document.querySelector('.pc-chosen').textContent.includes('绿色园区创建工程')")
        picture = page.locator("#pc-explorer canvas")
        before = picture.screenshot()
        picture.focus()
        page.keyboard.press("+")
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        assert picture.screenshot() != before
        page.keyboard.press("Enter")
        page.wait_for_url("**/measure/*.html")
        assert page.inner_text("h1") == "绿色园区创建工程"
        assert wrong == []


def test_two_fingers_zoom_and_choose_nothing(browser: Browser) -> None:
    with watched(browser) as (page, wrong):
        page.goto((small_report() / "graph" / "index.html").as_uri())
        page.wait_for_selector("#pc-explorer:not([hidden])")
        picture = page.locator("#pc-explorer canvas")
        picture.scroll_into_view_if_needed()
        room = picture.bounding_box()
        assert room is not None
        x, y = room["x"] + room["width"] / 2, room["y"] + room["height"] / 2
        fingers = page.context.new_cdp_session(page)

        def touch(kind: str, apart: int) -> None:
            points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}] if apart else []
            fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        page.wait_for_timeout(100)
        before = picture.screenshot()
        touch("touchStart", 40)
        touch("touchMove", 80)
        touch("touchMove", 120)
        touch("touchEnd", 0)
        page.wait_for_timeout(100)
        assert picture.screenshot() != before
        assert page.inner_text(".pc-chosen") == ""
        assert wrong == []


def test_a_box_of_a_drawing_leads_to_its_page(browser: Browser) -> None:
    folder = report_of(FAULTY)
    with watched(browser) as (page, _):
        page.goto((folder / "goals" / "index.html").as_uri())
        box = page.locator("svg.pc-graph a").first
        name = box.locator("title").text_content() or ""
        box.click()
        assert page.inner_text("h1") == name.partition("：")[2]


def test_without_scripts_everything_is_still_to_be_read(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((report_of(FAULTY) / "findings" / "index.html").as_uri())
    assert page.locator("#pc-findings tbody tr").count() > 40
    page.goto((report_of(FAULTY) / "graph" / "index.html").as_uri())
    assert page.locator("main table tbody tr").count() > 5
    context.close()


def test_one_file_filters_too(browser: Browser, tmp_path: Path) -> None:
    target = tmp_path / "报告.html"
    assert main(["report", str(FAULTY), "--single-file", str(target)]) == 1
    with watched(browser) as (page, wrong):
        page.goto(target.as_uri())
        page.wait_for_selector("#pc-filter:not([hidden])")
        page.fill("input[name=q]", "PC715")
        assert page.locator("#pc-findings tbody tr").count() == 1
        page.locator("#pc-findings tbody a").click()
        assert wrong == []
        assert page.locator(page.url[page.url.index("#") :]).is_visible()


def test_hostile_words_are_shown_as_they_are(browser: Browser) -> None:
    folder = hostile_report()
    with watched(browser) as (page, wrong):
        shown = ""
        for name in ("goals", "measures", "indicators", "slogans", "procedure", "waivers", "owners"):
            page.goto((folder / name / "index.html").as_uri())
            shown += page.inner_text("main")
        assert wrong == []
    for word in HOSTILE:
        told = word.replace("\n", " ").replace("\u202e", "\\u202e").replace("\u2028", " ").strip()
        assert told in shown, word


def test_a_pdf_for_paper(tmp_path: Path, browser: Browser) -> None:
    """Short enough to be read, with bookmarks; the lines of each finding only where they are asked for."""
    assert browser.is_connected()
    target = tmp_path / "报告.pdf"
    assert main(["report", str(FAULTY), "--pdf", str(target)]) == 1
    made = target.read_bytes()
    assert made.startswith(b"%PDF-")
    assert b"/Outlines" in made
    assert 5 < len(re.findall(rb"/Type /Page\b", made)) <= 20


def test_paper_has_the_lines_of_findings_where_asked_and_no_finding_of_an_upper_plan() -> None:
    report = check_inputs([FAULTY], build_options(lang="zh"))
    short, long = render_paper(report, "zh"), render_paper(report, "zh", excerpts=True)
    assert 'class="pc-code"' not in short
    assert 'class="pc-code"' in long
    assert 'href=""' not in short
    assert "<script>\n</script>" in short
    table = short[short.index('id="pc-findings"') :]
    assert "云川市十四五」没有审定过" not in table[: table.index("</table>")]


def _texts_alone(folder: Path) -> Path:
    (folder / "纲要.txt").write_text(
        "示例市国民经济和社会发展第十五个五年规划纲要\n第一章 总体要求\n抓好四项重点：招商、投产和服务。\n"
        "第二章 任务\n第一节 产业\n产值达到XX亿元，比2025年11月31日增长。\n",
        encoding="utf-8",
    )
    return folder


def _hundreds(folder: Path) -> Path:
    measures = "\n".join(
        f"举措 事项{number} {{ 类型：任务 责任：{'甲乙丙'[number % 3]}处 章：第{'一二'[number % 2]}章 }}"
        for number in range(300)
    )
    head = "规划 示例区 { 文种：纲要 规划期：2026—2030 阶段：送审稿 }\n目标 总目标 { 类型：总目标 }\n"
    chapters = "".join(f"章 第{n}章 “事” {{ 执笔：{office} }}\n" for n, office in (("一", "综合处"), ("二", "产业处")))
    (folder / "示例.plan").write_text(f"{head}{chapters}{measures}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("make", [lambda _: FAULTY, _texts_alone, _hundreds])
def test_every_number_on_the_first_page_is_that_of_the_list_it_leads_to(
    make: Callable[[Path], Path], browser: Browser, tmp_path: Path
) -> None:
    """In one file each is clicked; between pages the address holds the same filter."""
    folder, single = make(tmp_path), tmp_path / "报告.html"
    assert main(["report", str(folder), "--single-file", str(single)]) in (0, 1)
    site = report_of(folder)
    with watched(browser) as (page, wrong):
        page.goto((site / "index.html").as_uri())
        links = page.locator("main a[data-filter]")
        between = links.evaluate_all("all => all.map(one => [one.textContent, one.getAttribute('href')])")
        assert all(href.startswith("findings/index.html?") for _, href in between)
        page.goto(single.as_uri())
        told = page.locator("a[data-filter]").evaluate_all(
            "all => all.map(one => { one.click(); return [one.textContent, one.dataset.filter,"
            " document.querySelector('#pc-filter output').innerText]; })"
        )
        assert len(told) == len(between) > 3
        for (words, query, said), (_, href) in zip(told, between, strict=True):
            assert href == f"findings/index.html?{query}"
            assert said.startswith(f"列出 {words.split()[0]} 个"), (words, query, said)
        assert wrong == []


def test_what_concerns_an_office_is_what_the_filter_lists(browser: Browser) -> None:
    with watched(browser) as (page, wrong):
        page.goto((small_report() / "owners" / "index.html").as_uri())
        sheets = page.locator("main td a:not([data-filter])").evaluate_all("all => all.map(one => one.href)")
        assert len(sheets) == 2
        for sheet in sheets:
            page.goto(sheet)
            told = page.locator("main .pc-findings li").all_inner_texts()
            assert told
            assert all("怎么办：" in one for one in told)
            assert all("行" in one or "段" in one for one in told)
            page.click("main h2 a[data-filter]")
            page.wait_for_selector("#pc-filter:not([hidden])")
            assert f"列出 {len(told)} 个" in page.inner_text("#pc-filter output")
        assert wrong == []


def test_what_is_listed_is_grouped_ordered_and_exported(browser: Browser) -> None:
    address = (report_of(FAULTY) / "findings" / "index.html").as_uri()
    with watched(browser) as (page, wrong):
        page.goto(f"{address}?sev=info&group=rule&sort=place")
        groups = page.locator("#pc-findings .pc-group button")
        page.wait_for_selector("#pc-findings .pc-group")
        counts = [int(re.findall(r"（(\d+)）$", text)[0]) for text in groups.all_inner_texts()]
        assert f"列出 {sum(counts)} 个" in page.inner_text("#pc-filter output")
        assert page.locator("#pc-findings tbody:not(.pc-group) tr").count() == 0  # closed groups hold no rows
        groups.first.click()
        assert groups.first.get_attribute("aria-expanded") == "true"
        assert page.locator("#pc-findings tbody:not(.pc-group) tr").count() == counts[0]
        with page.expect_download() as download:
            page.click("button[name=csv]")
        table = Path(download.value.path()).read_bytes()
        assert table.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(table.decode("utf-8-sig").splitlines()))
        assert rows[0][:2] == ["级别", "规则"]
        assert len(rows) == sum(counts) + 1
        assert {row[0] for row in rows[1:]} == {"提示"}
        assert wrong == []


@pytest.mark.parametrize(
    "query", ["length=1", "__proto__=1", "sev=%zz", "rule=%3Cb%3E", "sort=constructor", "group=x", "csv=1"]
)
def test_no_address_breaks_the_table(query: str, browser: Browser) -> None:
    address = (report_of(FAULTY) / "findings" / "index.html").as_uri()
    with watched(browser) as (page, wrong):
        page.goto(f"{address}?{query}")
        page.wait_for_selector("#pc-filter:not([hidden])")
        rows = page.locator("#pc-findings tbody tr").count()
        assert (rows == 0) is query.startswith("rule=")
        assert wrong == []
