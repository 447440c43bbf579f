"""The report inside an MkDocs site that somebody has."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.report.sites import page_files
from tests.report.small import small_workspace
from tests.report.test_site import _Page

_SITE = """\
site_name: 我的站点
theme: {theme}
use_directory_urls: {directories}
{nav}
plugins:
  - plancheck:
      plans: ['{plans}']
      title: 报告
"""


def _build(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# 首页\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SITE.format(**settings), encoding="utf-8")
    words = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(folder / "mkdocs.yml")]
    return subprocess.run(words, check=False, capture_output=True, text=True)


_NAV = "nav: [{首页: index.md}]"


# Each two of these settings with each other; a site takes seconds.
@pytest.mark.parametrize(
    ("theme", "directories", "nav"),
    [
        ("mkdocs", "true", ""),
        ("mkdocs", "false", _NAV),
        ("readthedocs", "true", _NAV),
        ("readthedocs", "false", ""),
        ("plancheck", "true", ""),
        ("plancheck", "false", _NAV),
    ],
)
def test_every_link_leads_somewhere(theme: str, directories: str, nav: str, tmp_path: Path) -> None:
    built = _build(
        tmp_path, theme=theme, directories=directories, nav=nav, plans=str(small_workspace(tmp_path / "plans"))
    )
    assert built.returncode == 0, built.stderr
    report = tmp_path / "site" / "report"
    pages = page_files(report)
    assert len(pages) > 100
    opened = '<div class="pc">' if theme == "plancheck" else '<div class="pc pc-hosted">'
    for path in pages:
        body = path.read_text(encoding="utf-8").partition(opened)[2]
        assert body, path
        for link in _Page(body).links:
            address = unquote(link.partition("#")[0].partition("?")[0])
            if link.startswith(("http", "#")) or not address:
                continue
            target = (path.parent / address).resolve()
            assert (target / "index.html" if address.endswith("/") else target).exists(), (path, link)
    assert not (tmp_path / "docs" / "report").exists()
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    menu = [" ".join(re.sub("<[^>]*>", " ", one).split()) for one in re.findall(r"<a[^>]*>.*?</a>", home, re.DOTALL)]
    assert {"总览", "问题", "责任单位", "规划文件"} <= set(menu)
    assert not {"Report", "Findings", "Owners"} & set(menu)


def test_plans_that_cannot_be_checked_stop_the_build_in_one_line(tmp_path: Path) -> None:
    built = _build(tmp_path, theme="mkdocs", directories="true", nav="", plans="没有的")
    assert built.returncode != 0
    assert "没有的：没有这个文件或文件夹" in built.stderr
    assert "Traceback" not in built.stderr
