"""Snapshots of the rounds of a draft, and the history they tell."""

from __future__ import annotations

from checker.messages.template import Template

CLI_SNAPSHOT = Template(
    "记下这一轮的规划、文本和问题，供以后比较",
    "keep this round's plans, texts and findings to compare with",
)
CLI_SNAPSHOT_AFTER = Template(
    "存在工作区的 .plancheck/rounds.sqlite 里，不用服务器。以后 plancheck history 看各轮，\n"
    "plancheck diff 快照:第一轮 . 和现在比；-o 写成单独一个文件，也可以拿来比。",
    "Kept in .plancheck/rounds.sqlite of the workspace, no server. plancheck history shows all rounds,\n"
    "plancheck diff snapshot:NAME . compares one with today; -o writes it to a file, which can be compared too.",
)
CLI_SNAPSHOT_NAME = Template("叫什么，如“第三轮征求意见”，默认第几轮", "its name, default: the number of the round")
CLI_SNAPSHOT_ON = Template("哪一天的，默认今天", "its day, default today")
CLI_SNAPSHOT_OUTPUT = Template("写成单独一个文件，不进存档", "write one file of it instead of storing it")
CLI_SNAPSHOT_LIST = Template("列出记下的各轮", "list the rounds")
CLI_SNAPSHOT_REMOVE = Template("去掉这一轮", "remove this round")
CLI_SNAPSHOT_NAME_VALUE = Template("轮次", "ROUND")

ROUNDS_DEFAULT_NAME = Template("第{number}轮", "round {number}")
ROUNDS_KEPT = Template(
    "记下了「{name}」：文件 {files} 个，问题 {findings} 个；{verdict}",
    "kept {name}: files {files}, findings {findings}; {verdict}",
)
ROUNDS_REMOVED = Template("去掉了「{name}」", "removed {name}")
ROUNDS_NONE = Template("还没有记下过一轮，用 plancheck snapshot 记", "no round was kept yet: plancheck snapshot")
ROUNDS_TAKEN = Template(
    "已经有叫「{name}」的一轮，换个名字，或先 --remove",
    "there is a round called {name}; choose another name",
)
ROUNDS_UNKNOWN = Template("没有叫「{name}」的一轮，有：{names}", "no round is called {name}; there are: {names}")
ROUNDS_BROKEN = Template("{path} 坏了，或不是 plancheck 的快照", "{path} is broken, or no snapshot of plancheck")
ROUNDS_EMPTIED = Template(
    "{path} 是空的，里面一轮也没有：从备份里恢复；从来没有记过的，删掉它再记",
    "{path} is empty and holds no round: restore it from a backup, or delete it if none was ever kept",
)
ROUNDS_VERSION = Template("{path} 是更新的 plancheck 写的", "a newer plancheck wrote {path}")
ROUNDS_BUSY = Template("{path} 正被另一个 plancheck 写，等一下再试", "another plancheck is writing {path}; try again")
ROUNDS_FAILED = Template("{path} 存取不了：{reason}", "{path} cannot be used: {reason}")
ROUNDS_NO_PLANS = Template("没有规划可记", "there are no plans to keep")
ROUNDS_MEANWHILE = Template(
    "正在记的时候文件改了，没有记，再运行一次", "files changed meanwhile, nothing was kept; run it again"
)
ROUNDS_OUTSIDE = Template("{path} 在工作区外面，记不了", "{path} lies outside the workspace and cannot be kept")
ROUNDS_PATH = Template(
    "{path} 的名字里有认不出的字节，记不了，改个名字", "{path} has bytes in its name that are no letters; rename it"
)
ROUNDS_NAME = Template(
    "快照的名字要有字，至多 {most} 个，不能有看不见的字符",
    "the name of a round has 1 to {most} characters, none of them invisible",
)
ROUNDS_ALONE = Template("{one} 不能和 {other} 一起用", "{one} and {other} do not go together")
OPTION_ROUND_DAY = Template("--on（哪一天）", "--on (the day)")

CLI_HISTORY = Template(
    "各轮之间改好了什么、新出了什么，目标值怎样变",
    "what each round mended and broke, and how targets moved",
)
CLI_HISTORY_FORMAT = Template("输出格式：text、json、markdown，默认 text", "text, json or markdown, default text")
HISTORY_HEADINGS = Template(
    "轮次|日期|阶段|错误|警告|提示|豁免|改好|新出",
    "round|day|stage|errors|warnings|info|waived|mended|new",
)
HISTORY_ROUND = Template("{name}（{day}）", "{name} ({day})")
HISTORY_MENDED = Template("改好的：", "mended:")
HISTORY_BROKE = Template("新出的：", "new:")
HISTORY_UNSEEN = Template(
    "这一轮没有再报，但也没有查到或读不懂，不算改好：",
    "not told in this round, but not looked at or unreadable either:",
)
HISTORY_NOT_KEPT = Template(
    "那时的 plancheck 没有记下结论和没有查的", "the plancheck of that day kept neither verdict nor what was not checked"
)
HISTORY_UNCHECKED = Template("没有查的：", "not checked:")
HISTORY_MORE = Template("另有 {count} 个，见 JSON", "and {count} more, see JSON")
HISTORY_TARGETS = Template("变过的目标值", "targets that moved")
HISTORY_TARGET_HEADINGS = Template("规划|指标|项", "plan|indicator|item")
HISTORY_NO_TARGETS = Template("各轮的目标值都一样", "the targets are the same in all rounds")
HISTORY_ABSENT = Template("—", "-")
