"""The report site: its command, and what can go wrong in writing it."""

from __future__ import annotations

from checker.messages.template import Template

CLI_REPORT = Template(
    "生成一致性报告：可以离线打开的网页，给审核人看", "make the consistency report: pages that open without a network"
)
CLI_REPORT_AFTER = Template(
    "打开文件夹里的 index.html 就能看，不用服务器，不连网络。再次生成时只改写有变化的页。\n"
    "放进已有的 MkDocs 站点：在 mkdocs.yml 的 plugins 里写 plancheck（见文档“一致性报告”）。",
    "Open index.html in the folder; neither server nor network is needed. A second run writes only what changed.\n"
    "For an MkDocs site of yours: name plancheck under plugins in mkdocs.yml (see the page on the report).",
)
CLI_REPORT_OUTPUT = Template("报告的文件夹，默认 plancheck-report", "the report's folder, default plancheck-report")
CLI_REPORT_SINGLE = Template(
    "只生成一个 HTML 文件，可以当附件发：总览、问题、指标、矛盾",
    "one HTML file to send: overview, findings, indicators, conflicts",
)
CLI_REPORT_ZIP = Template("把整个报告打成一个 zip 文件", "pack the whole report into a zip file")
CLI_REPORT_PDF = Template(
    "生成 A4 的 PDF（要有 Chromium、Chrome 或 Edge）", "an A4 PDF (needs Chromium, Chrome or Edge)"
)
CLI_REPORT_EXCERPTS = Template("PDF 后面附上每个问题的原文", "add the lines of each finding to the PDF")
CLI_REPORT_TITLE = Template("报告的标题，默认用规划的名称", "the report's title, default: the names of the plans")
CLI_REPORT_TITLE_VALUE = Template("标题", "TITLE")
CLI_REPORT_SINCE = Template(
    "与哪个版本比，列出改动：文件夹、文件、git 版本或 快照:名字",
    "compare with a version: a folder, a file, a git revision or snapshot:NAME",
)
CLI_REPORT_SERVE = Template(
    "在本机打开报告，规划一保存就更新，按 Ctrl+C 结束", "show the report on this machine and renew it on each save"
)
CLI_REPORT_PORT = Template("--serve 用的端口，默认 8000", "the port for --serve, default 8000")

REPORT_WRITTEN = Template(
    "报告已生成：{path}（{written} 个文件有变化，共 {all} 个）",
    "report made: {path} ({written} of {all} files changed)",
)
REPORT_FILE_WRITTEN = Template("已写入 {path}", "written: {path}")
REPORT_FOLDER_TAKEN = Template(
    "{path} 里有不是报告的文件，另选一个空文件夹", "{path} holds files that are no report; choose an empty folder"
)
REPORT_NO_BROWSER = Template(
    "没有找到 Chromium、Chrome 或 Edge，生成不了 PDF；可以用浏览器打开报告再打印",
    "no Chromium, Chrome or Edge was found for the PDF; a browser can print the report",
)
REPORT_BROWSER_FAILED = Template("浏览器没有生成 PDF：{reason}", "the browser made no PDF: {reason}")
REPORT_MKDOCS = Template(
    '报告要用 MkDocs 1.6，装的是 {version}；装回来：pip install "mkdocs>=1.6.1,<2"',
    'the report needs MkDocs 1.6, installed is {version}; get it back: pip install "mkdocs>=1.6.1,<2"',
)
REPORT_SERVING = Template("报告在 {url} ，按 Ctrl+C 结束", "the report is at {url}; Ctrl+C ends it")
REPORT_PORT_TAKEN = Template("端口 {port} 用不了：{reason}", "port {port} cannot be used: {reason}")
REPORT_BAD_PORT = Template(
    "端口要写 1 到 65535 的数，写的是“{word}”", "a port is a number from 1 to 65535, not “{word}”"
)
REPORT_NOW = Template("现在", "now")
REPORT_NOTHING = Template("没有可以报告的规划", "there is no plan to report on")
REPORT_BUILDING = Template("生成网页", "making pages")
