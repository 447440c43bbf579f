"""Help pages, and command lines that cannot be understood."""

from __future__ import annotations

from checker.messages.template import Template

CLI_PLANCHECK = Template(
    "检查五年规划纲要：目标、指标、举措是否对得上，是否承接上位规划。\n"
    "不写命令就是 check；什么都不写，检查当前文件夹。",
    "Checks that a five-year plan outline hangs together and carries down what upper plans demand.\n"
    "Without a command it is check; without anything, the current folder is checked.",
)
CLI_PLANCHECK_AFTER = Template("各命令的用法：plancheck 命令 --help", "How to use a command: plancheck COMMAND --help")
CLI_CHECK = Template("检查规划，列出问题、依据和建议", "check plans: what is wrong, why, and what to do")
CLI_CHECK_AFTER = Template(
    "退出状态：0 没有达到门槛的问题；1 有；2 检查没有做成（用法、配置、文件读不了）；3 plancheck 自身出错。",
    "Exit status: 0 nothing at or above the gate; 1 findings; 2 the run could not be done (usage, configuration,\n"
    "unreadable input); 3 a fault of plancheck itself.",
)
CLI_FMT = Template("把 .plan 文件整理成统一的格式", "bring .plan files to one form")
CLI_FMT_AFTER = Template(
    "注释和换行都保留，意思不变。加 --check 时，有文件要整理则退出状态为 1。",
    "Comments and line breaks are kept, and the meaning. With --check the exit status is 1 if a file would change.",
)
CLI_GRAPH = Template("画出目标、举措、指标之间的关系", "draw goals, measures and indicators with their ties")
CLI_EXPLAIN = Template(
    "解释一条规则：查什么、依据、正例和反例", "explain a rule: what it finds, its basis and examples"
)
CLI_RULES = Template("规则：列表、运行例子、生成说明", "rules: list them, run their examples, write their pages")
CLI_RULES_LIST = Template("列出全部规则", "list all rules")
CLI_RULES_TEST = Template("运行规则自带的正例和反例", "run the examples of rules")
CLI_RULES_DOCS = Template("为每条规则生成一页说明", "write a page about each rule")
CLI_NEW = Template("新建工作区或规则", "start a workspace or a rule")
CLI_NEW_WORKSPACE = Template("新建一个带注释的工作区", "start a workspace, with comments")
CLI_NEW_FROM = Template("本规划的文稿和指标表", "texts and tables of the plan")
CLI_NEW_UPPER = Template("上级规划的纲要和指标表", "outlines and tables of upper plans")
CLI_NEW_PERIOD = Template(
    "规划期；承接自带的那一时期的上位规划", "the period; ties to the upper plans of it that go along"
)
CLI_PERIOD_VALUE = Template("年—年", "YEAR-YEAR")
CLI_NEW_PERIOD_BAD = Template(
    "“{text}”不是五年规划的规划期，照“2026—2030”或“十五五”写",
    "{text} is not the period of a five-year plan; write it like 2026-2030",
)
CLI_NEW_PERIOD_UNKNOWN = Template(
    "没有自带「{name}」，自带的有{there}", "{name} does not go along; what goes along is {there}"
)
CLI_NEW_PERIOD_OTHER = Template(
    "文稿的规划期是{told}，与 --period 不同", "the documents are of {told}, not of the period after --period"
)
CLI_NEW_SHIPPED = Template(
    "上位规划：{name}，plancheck 自带，不在文件夹里", "upper plan: {name}, which goes along with plancheck"
)
CLI_NEW_SHIPPED_TOO = Template(
    "「{name}」plancheck 也自带；这里用的是由所给文稿起草的，要用自带的就不给这份文稿，加 --period",
    "{name} goes along with plancheck too; what counts here is the draft of the document. Leave that out and "
    "give --period for the one that goes along",
)
CLI_FILES_VALUE = Template("文件…", "FILE…")
CLI_NEW_UPPER_ALONE = Template("--upper 要和 --from 一起用", "--upper needs --from")
CLI_NEW_RULE = Template("新建一个规则文件，先写例子再写规则", "start a rule file: examples first, then the rule")
CLI_SCHEMA = Template("打印所写、所读的 JSON 的 JSON Schema", "print the JSON Schema of what is written and read")
CLI_COMPLETION = Template("打印命令行补全脚本", "print the script for shell completion")
CLI_COMPLETION_AFTER = Template(
    '用法：bash 在 ~/.bashrc、zsh 在 ~/.zshrc 里写 eval "$(plancheck completion bash)"（或 zsh）；\n'
    "fish：plancheck completion fish > ~/.config/fish/completions/plancheck.fish",
    'bash in ~/.bashrc, zsh in ~/.zshrc: eval "$(plancheck completion bash)" (or zsh);\n'
    "fish: plancheck completion fish > ~/.config/fish/completions/plancheck.fish",
)

CLI_USAGE = Template("用法：{line}", "Usage: {line}")
CLI_OPTIONS_PLACE = Template("[选项]", "[OPTIONS]")
CLI_COMMAND_PLACE = Template("命令", "COMMAND")
CLI_PLANCHECK_PLACE = Template("[命令] [选项] [路径…]", "[COMMAND] [OPTIONS] [PATH...]")
CLI_COMMANDS = Template("命令：", "Commands:")
CLI_OPTIONS = Template("选项：", "Options:")
CLI_HELP = Template("显示这页说明", "show this page")
CLI_VERSION = Template("显示版本", "show the version")
CLI_LANG = Template("输出语言，默认 zh，也可用环境变量 PLANCHECK_LANG", "language, default zh; or set PLANCHECK_LANG")
CLI_LANG_VALUE = Template("zh|en", "zh|en")
CLI_PATHS_VALUE = Template("[路径…]", "[PATH...]")
CLI_FILE_VALUE = Template("文件", "FILE")
CLI_FOLDER_VALUE = Template("文件夹", "DIR")
CLI_CODE_VALUE = Template("编号", "CODE")
CLI_SLUG_VALUE = Template("英文名", "SLUG")
CLI_CODES_VALUE = Template("编号,…", "CODE,...")
CLI_DATE_VALUE = Template("日期", "DATE")
CLI_NUMBER_VALUE = Template("个数", "N")
CLI_STAGE_VALUE = Template("阶段", "STAGE")
CLI_LEVEL_VALUE = Template("层级", "LEVEL")
CLI_GATE_VALUE = Template("error|warning|info", "error|warning|info")
CLI_FORMAT_VALUE = Template("格式", "FORMAT")
CLI_GRAPH_FORMAT_VALUE = Template("dot|graphml|json|mermaid", "dot|graphml|json|mermaid")
CLI_SHELL_VALUE = Template("bash|zsh|fish", "bash|zsh|fish")

CLI_FORMAT = Template("输出格式，默认 text，有哪些见下", "output format, default text; see below for others")
CLI_FORMATS = Template(
    "输出格式：text 给人看；csv 用 WPS、Excel 打开；json、jsonl 给程序读；sarif、junit、gitlab 给流水线读；\n"
    "github、github-summary 标在 GitHub 上；gitee-check、codeup-check 是两家接口要的内容，只写不发。",
    "Formats: text for people; csv for WPS and Excel; json, jsonl for programs; sarif, junit, gitlab for pipelines;\n"
    "github, github-summary for GitHub Actions; gitee-check, codeup-check: request bodies, written and never sent.",
)
CLI_GRAPH_ROOT = Template("只画这一项周围的；可以写几次", "only what is around this; may be given several times")
CLI_GRAPH_ROOT_VALUE = Template("一项的名称", "NAME")
CLI_GRAPH_DEPTH = Template("离它几步以内，默认 2", "how many ties away from it, default 2")
CLI_GRAPH_DEPTH_VALUE = Template("步数", "N")
CLI_GRAPH_KIND = Template("只画这几种：目标、举措、指标……", "only these kinds: goal, measure, indicator…")
CLI_GRAPH_KIND_VALUE = Template("种类…", "KINDS")
CLI_GRAPH_NO_ROOT = Template("没有「{name}」", "there is no {name}")
CLI_GRAPH_DEPTH_ALONE = Template("--depth 要与 --root 一起用", "--depth needs --root")
CLI_GRAPH_FORMAT = Template("输出格式，默认 dot", "output format, default dot")
CLI_CHECK_OUTPUT = Template(
    "写到文件，不写到屏幕；.xlsx 写成一张问题表",
    "write to FILE instead of the screen; .xlsx: a sheet of findings",
)
CLI_OUTPUT = Template("写到文件，不写到屏幕", "write to FILE instead of the screen")
CLI_STAGE = Template("按这个阶段检查：征求意见稿、送审稿、报批稿、印发稿", "judge as at this stage, e.g. review_draft")
CLI_AS_OF = Template(
    "按这一天检查，如 2026-03-12；默认是成稿时间", "judge as of this day; default: when it was drafted"
)
CLI_LEVEL = Template("按这个层级检查：国家、省、市、县区、开发区、专项", "judge as at this level, e.g. zone")
CLI_SELECT = Template("只用这些规则，如 PC201,PC3", "only these rules, e.g. PC201,PC3")
CLI_IGNORE = Template("不用这些规则", "without these rules")
CLI_GATE = Template("达到哪一级退出状态为 1，默认 error", "from which severity on the exit status is 1, default error")
CLI_JOBS = Template("进程数；这个版本总用一个进程", "number of processes; this version always uses one")
CLI_STRICT = Template(
    "阶段要求而没有查的（缺文本、缺上位规划、规则关掉了……）也算不通过，以 1 结束",
    "what the stage asks for and was not checked counts as a failure, too (exit status 1)",
)
CLI_PROFILE = Template("在 stderr 列出每条规则的用时和行数", "list time and rows of each rule on stderr")
CLI_PROFILE_HEADINGS = Template("规则|毫秒|行数", "rule|ms|rows")
CLI_CHECK_ONLY = Template("只列出要整理的文件，不改动", "only name the files that would change")
CLI_GRAPH_APART = Template(
    "这些路径不在同一个工作区，一次画一个", "these paths lie in different workspaces; draw one at a time"
)
CLI_DIFF = Template("只显示会有的改动，不改动", "only show what would change")
CLI_WOULD_CHANGE = Template("要整理：{path}", "would change: {path}")
CLI_CHANGED = Template("已整理：{path}", "changed: {path}")

CLI_RULES_HEADINGS = Template("编号|英文名|名称|级别", "code|slug|name|severity")
CLI_RULES_TEST_AFTER = Template(
    "路径是 .rule 文件或放着它们的文件夹；不写，运行自带的和工作区用到的。有不通过的，退出状态为 1。",
    "A path is a .rule file or a folder of them; without one, the rules of plancheck and of the workspace are run.\n"
    "Exit status 1 if an example fails.",
)
CLI_RULES_PASSED = Template(
    "规则 {rules} 条，例子 {examples} 个，全部通过", "rules {rules}, examples {examples}, all as they should be"
)
CLI_RULES_FAILED = Template(
    "规则 {rules} 条，例子 {examples} 个，不通过 {failed} 个", "rules {rules}, examples {examples}, failed {failed}"
)
CLI_RULES_EXAMPLE_GOOD = Template("正例“{name}”不通过：{problem}", "the good example “{name}” fails: {problem}")
CLI_RULES_EXAMPLE_BAD = Template("反例“{name}”不通过：{problem}", "the bad example “{name}” fails: {problem}")
CLI_RULES_DOCS_FOLDER = Template("写到哪个文件夹，默认 docs/rules", "folder to write to, default docs/rules")
CLI_RULES_DOCS_AFTER = Template(
    "每条规则一个 Markdown 文件，由规则文件和它的例子生成。",
    "One Markdown file a rule, made of the rule file and of its examples.",
)
CLI_WRITTEN = Template("已写：{path}", "written: {path}")
CLI_NEW_NOT_EMPTY = Template("{path} 已经有内容，换一个文件夹", "{path} is not empty; name another folder")
CLI_NEW_WORKSPACE_AFTER = Template(
    "写出配置、一部虚构的规划和它的上位规划，都有注释。文件夹要是新的或空的。\n"
    "给了 --from，就把这些文稿和指标表复制进去，起草出规划；--upper 是上级的纲要，起草成上位规划。\n"
    "给了 --period 2026—2030，plancheck 自带的国家纲要也作上位规划。起草的要核对，见 plancheck draft。",
    "Writes a configuration, a made-up plan and its upper plan, with comments. The folder has to be new or empty.\n"
    "With --from the documents and tables are copied into it and the plan is drafted from them; outlines after\n"
    "--upper become upper plans. With --period 2026-2030 the nation's outline that goes along is an upper plan too.\n"
    "What is drafted has to be verified, see plancheck draft.",
)
CLI_NEW_RULE_AFTER = Template(
    "编号如 XM101，英文名如 orphan-measure（说错在哪里）。例子开始时是不通过的，写好规则才通过。",
    "A code such as XM101, a slug such as orphan-measure (it names the fault). The examples fail at first.",
)
CLI_NEW_RULE_FOLDER = Template("规则放在哪个文件夹，默认 rules", "folder of the rules, default rules")
CLI_NEW_CODE_BAD = Template(
    "“{code}”不能作规则编号，要两个以上字母加三位以上数字，如 XM101",
    "{code} cannot be a rule's code: letters, two or more, then digits, three or more, such as XM101",
)
CLI_NEW_SLUG_BAD = Template(
    "“{slug}”不能作英文名，要小写单词用 - 连起来，如 orphan-measure",
    "{slug} cannot be a slug: small words joined by -, such as orphan-measure",
)
CLI_NEW_CODE_TAKEN = Template("{code} 已经有了：{path}", "{code} is taken: {path}")

CLI_SAYS = Template("plancheck：{message}", "plancheck: {message}")
CLI_PROGRESS = Template("{count} {what}", "{count} {what}")
CLI_STDOUT = Template("标准输出", "stdout")
CLI_CANNOT_WRITE = Template("写不了 {path}（{reason}）", "cannot write {path} ({reason})")
CLI_INTERRUPTED = Template("已中断", "interrupted")
CLI_FAULT = Template(
    "plancheck 自身出错（{kind}），不是规划的问题；设 PLANCHECK_DEBUG=1 再运行一次，把输出附在问题报告里",
    "a fault of plancheck itself ({kind}), not of the plan; run again with PLANCHECK_DEBUG=1 and report the output",
)
CLI_COMMAND_UNKNOWN = Template(
    "{group} 没有“{word}”这个命令，可以是：{names}", "{group} has no command {word}; it has: {names}"
)
CLI_COMMAND_NEAR = Template(
    "没有“{word}”这个文件夹或命令，是否指 {near}", "{word} is neither a folder nor a command; did you mean {near}"
)
CLI_COMMAND_MISSING = Template("{group} 后面要一个命令：{names}", "{group} takes a command: {names}")
CLI_OPTION_UNKNOWN = Template("没有选项 {option}，用法见 plancheck --help", "no option {option}; see plancheck --help")
CLI_OPTION_UNKNOWN_NEAR = Template("没有选项 {option}，是否指 {near}", "no option {option}; did you mean {near}")
CLI_OPTION_TAKES_NOTHING = Template("选项 {option} 后面不带值", "option {option} takes no value")
CLI_VALUE_MISSING = Template("选项 {option} 后面缺值", "option {option} lacks its value")
CLI_WORD_MISSING = Template("缺“{word}”", "{word} is missing")
CLI_EXTRA_WORDS = Template("多了“{words}”", "too many words: {words}")
CLI_USAGE_FAULT = Template("命令行读不懂（{reason}）", "cannot understand the command line ({reason})")
CLI_NO_NUMBER = Template("没有第 {number} 号建议，只有 1—{last}", "there is no proposal {number}, only 1 to {last}")
