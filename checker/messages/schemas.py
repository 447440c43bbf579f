"""What ``plancheck schema`` says of each schema."""

from __future__ import annotations

from checker.messages.template import Template

SCHEMA_ABOUT = {
    "report": Template("check --format json 写的", "what check --format json writes"),
    "finding": Template("check --format jsonl 写的一行", "a line of what check --format jsonl writes"),
    "account": Template("check --format jsonl 最后一行的 account", "account in the last line of check --format jsonl"),
    "diff": Template("diff --format json 写的", "what diff --format json writes"),
    "history": Template("history --format json 写的", "what history --format json writes"),
    "whatif": Template("whatif --format json 写的", "what whatif --format json writes"),
    "graph": Template("graph --format json 写的", "what graph --format json writes"),
    "report-folder": Template("report 在报告文件夹里记下的文件", "what report keeps of the files in its folder"),
    "baseline": Template("baseline 写、check --baseline 读的文件", "the file of baseline and of check --baseline"),
    "lock": Template("approve、review 写的 plancheck.lock", "plancheck.lock, which approve and review write"),
    "config": Template(
        "plancheck.toml，供编辑器提示和核对", "plancheck.toml, for editors that check it as it is typed"
    ),
    "gitlab": Template("check --format gitlab 写的", "what check --format gitlab writes"),
    "gitee-check": Template("check --format gitee-check 写的", "what check --format gitee-check writes"),
    "codeup-check": Template("check --format codeup-check 写的", "what check --format codeup-check writes"),
    "sarif": Template(
        "check --format sarif 写的，指向 OASIS 的定义", "what check --format sarif writes, as OASIS has it"
    ),
}
CLI_SCHEMA_NAME = Template("[名称]", "[NAME]")
CLI_SCHEMA_LIST = Template("列出有哪些", "list the names")
CLI_SCHEMA_AFTER = Template(
    "不写名称就是 report；有哪些见 --list。", "Without a name it is report; --list tells the others."
)
SCHEMA_UNKNOWN = Template("没有叫“{name}”的 JSON Schema，可以是：{names}", "no schema {name}; there are: {names}")
