"""``plancheck watch``: what it says while drafters edit."""

from __future__ import annotations

from checker.messages.template import Template

CLI_WATCH = Template(
    "一存盘就再查一遍，只说变化；按 Ctrl+C 结束", "check again on each save and tell what changed; Ctrl+C ends it"
)
CLI_WATCH_AFTER = Template(
    "先完整查一遍，以后每次存盘，只列新出的和改好的问题。文件写了一半、一时读不出来的，说一声，等下次存盘。",
    "After a first full check, each save tells only findings that are new or gone. A file that is half written is\n"
    "told of, and waited for.",
)
WATCH_WAITING = Template("在看着 {path}，存盘就查，按 Ctrl+C 结束", "watching {path}; Ctrl+C ends it")
WATCH_SAVED = Template(
    "{time} {files}：新出 {new}，改好 {gone}；现在错误 {error}，警告 {warning}，提示 {info}",
    "{time} {files}: new {new}, gone {gone}; now errors {error}, warnings {warning}, info {info}",
)
WATCH_GONE = Template("改好了：{code} {message}", "gone: {code} {message}")
WATCH_HIDDEN = Template(
    "这次看不到，不算改好（有读不懂或没有查的地方）：{code} {message}",
    "not to be seen now, and not counted as gone (something cannot be read or was not checked): {code} {message}",
)
WATCH_FAILED = Template("{path} 看不了：{reason}", "{path} cannot be watched: {reason}")
WATCH_MORE = Template("{files} 等 {count} 个文件", "{files} and more files ({count})")
