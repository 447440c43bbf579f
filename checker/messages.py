"""Every sentence that Python emits, Chinese and English side by side.

A `Template` holds both; calling it with arguments gives a `Message`, which travels with its arguments
until a renderer asks for words. An argument that is itself a message is told in the same language.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence in both languages, with {placeholders}."""

    zh: str
    en: str

    def __call__(self, **args: object) -> Message:
        """The message with its arguments."""
        return Message(self, tuple(sorted(args.items())))


@dataclass(frozen=True, slots=True)
class Message:
    """A template and its arguments."""

    template: Template
    args: tuple[tuple[str, object], ...] = ()

    def text(self, lang: str = "zh") -> str:
        """The words in `lang`, zh or en."""
        args = {key: value.text(lang) if isinstance(value, Message) else value for key, value in self.args}
        template = self.template.en if lang == "en" else self.template.zh
        return template.format(**args)


# ---- source: files that cannot be read, and where something stands

SOURCE_WITH_PATH = Template("{path}：{reason}", "{path}: {reason}")
SOURCE_MISSING = Template("没有这个文件", "there is no such file")
SOURCE_IS_FOLDER = Template("这是文件夹，不是文件", "this is a folder, not a file")
SOURCE_NOT_A_FILE = Template("这不是普通文件", "this is not a regular file")
SOURCE_NO_PERMISSION = Template("没有读取权限", "no permission to read it")
SOURCE_UNREADABLE = Template("读不出来（{reason}）", "it cannot be read ({reason})")
SOURCE_TOO_LARGE = Template("超过 {limit} MiB，没有读", "it is larger than {limit} MiB and was not read")
SOURCE_BINARY = Template("不是文本文件", "it is not a text file")
SOURCE_UTF16 = Template(
    "是 UTF-16 编码，另存为 UTF-8 后可以检查", "it is in UTF-16; save it as UTF-8 to have it checked"
)
SOURCE_BROKEN_UTF8 = Template(
    "第{line}行有损坏的 UTF-8 字节，另存为 UTF-8 后可以检查",
    "line {line} has broken UTF-8 bytes; save it as UTF-8 to have it checked",
)
SOURCE_OTHER_ENCODING = Template(
    "既不是 UTF-8 也不是 GB18030 编码，另存为 UTF-8 后可以检查",
    "it is neither UTF-8 nor GB18030; save it as UTF-8 to have it checked",
)
SOURCE_LOCATOR = Template("第{line}行", "line {line}")

# ---- syntax: what the text of a plan file does not say rightly

SYNTAX_UNCLOSED_QUOTE = Template(
    "「{mark}」没有配对的「{closing}」，从这里到行末没有读",
    "{mark} has no matching {closing}; the rest of the line was not read",
)
SYNTAX_FIELD_UNKNOWN = Template("没有“{field}”这个字段", "there is no field {field}")
SYNTAX_NEAR_FIELD = Template("是否指“{field}”", "did you mean {field}")
SYNTAX_UNCLOSED_BLOCK = Template("“{word}”的花括号没有闭合，缺“}}”", "the brace of {word} is not closed: }} is missing")
SYNTAX_STRAY_BRACE = Template("多了一个“}}”", "one }} too many")
SYNTAX_FIELD_EMPTY = Template("“{field}”后面没有内容", "nothing stands behind {field}")
SYNTAX_REPEATED = Template("“{word}”写了两遍", "{word} is written twice")
SYNTAX_COLON_MISSING = Template("“{field}”后面缺冒号", "the colon behind {field} is missing")
SYNTAX_EXPECTED = Template("这里读不懂“{found}”，应是{expected}", "cannot read “{found}” here; expected {expected}")
SYNTAX_MISSING = Template("「{last}」后面缺{expected}", "{expected} is missing behind {last}")
SYNTAX_NAME_MARKS = Template("名称里有空格或标点时，用「」括起来", "a name with blanks or marks goes in 「」")
SYNTAX_WORDS = {
    "NAME": Template("名称", "a name"),
    "QUOTED_NAME": Template("名称", "a name"),
    "STRING": Template("引号里的话", "a sentence in quotes"),
    "TITLE": Template("《》里的文件名", "a title in 《》"),
    "NUMBER": Template("数", "a number"),
    "UNIT": Template("单位", "a unit"),
    "DATE": Template("日期（如2021年4月）", "a date (such as 2021年4月)"),
    "YEAR": Template("年份", "a year"),
    "TENSE": Template("“实际”或“目标”", "实际 or 目标"),
    "WORD": Template("括号里的说明", "a remark"),
    "CODE": Template("规则编号（如 PC301）", "a rule code (such as PC301)"),
    "FIELD": Template("字段", "a field"),
    "FINGERPRINT": Template("指纹", "a fingerprint"),
    "_LBRACE": Template("“{{”", "{{"),
    "_RBRACE": Template("“}}”", "}}"),
    "_LPAR": Template("“（”", "("),
    "_RPAR": Template("“）”", ")"),
    "_COLON": Template("冒号", "a colon"),
    "_COMMA": Template("“、”", "a comma"),
    "_OF": Template("“于”", "于 (of)"),
    "_NL": Template("换行", "the end of the line"),
    "EQUAL": Template("“=”", "="),
}
SYNTAX_PROBLEM_FALLBACK = Template("这里读不懂", "cannot be read")

# ---- model: values that mean nothing

MODEL_NEAR = Template("是否指{words}", "did you mean {words}")
MODEL_FIELD_MISPLACED = Template("“{kind}”没有“{field}”这个字段", "{kind} has no field {field}")
MODEL_FIELD_TWICE = Template("“{field}”写了两次，只读第一次", "{field} is given twice; only the first counts")
MODEL_UNKNOWN_NOTE = Template(
    "“{field}”后的括号里不能写“{note}”，可写：{allowed}",
    "the brackets behind {field} cannot hold {note}; they take {allowed}",
)
MODEL_NO_NOTES = Template("“{field}”后面不写括号里的说明", "{field} takes no remark in brackets")
MODEL_BAD_CHOICE = Template(
    "“{field}”不能写“{written}”，可写：{allowed}", "{field} cannot be {written}; it is one of {allowed}"
)
MODEL_BAD_FIGURE = Template("这个数读不懂", "this figure cannot be read")
MODEL_BAD_TIME = Template(
    "“{written}”不是日期，或早于前一个日期", "{written} is no date, or earlier than the one before"
)
MODEL_BAD_UNIT = Template("“{written}”不是已知的单位", "{written} is no known unit")
MODEL_NOT_A_NAME = Template("“{field}”要写名称，不写引号里的话", "{field} takes names, not sentences in quotes")
MODEL_NOT_A_TEXT = Template(
    "“{field}”要写“引号里的话”或《文件名》", "{field} takes a sentence in quotes or a title in 《》"
)
MODEL_ONE_ONLY = Template("“{field}”只能写一个", "{field} takes only one")
MODEL_TENSE_MISSING = Template("“{field}”的数前面要写“实际”或“目标”", "write 实际 or 目标 before the figure of {field}")
MODEL_NO_PLAN = Template("文件开头没有“规划 名称 {{…}}”", "the file has no 规划 name {{…}}")
MODEL_SECOND_PLAN = Template(
    "一个文件只写一个“规划”；「{name}」要另存一个文件", "a file holds one plan; 「{name}」 needs a file of its own"
)
MODEL_UPSIDE_DOWN = Template("范围的前一个数大于后一个数", "the range runs from the larger to the smaller number")

# ---- workspace: names that do not lead anywhere

LINK_DUPLICATE = Template("{kind}「{name}」重名", "two {kind_en}s are named {name}")
LINK_DUPLICATE_FIRST = Template("前一个在这里", "the other one is here")
LINK_UNKNOWN = Template("「{name}」没有定义", "{name} is not defined")
LINK_UNKNOWN_IN = Template("「{where}」里没有「{name}」", "{where} has no {name}")
LINK_PLAN_UNKNOWN = Template(
    "没有名为「{name}」的规划，“上位规划”里也没有列它",
    "there is no plan named {name}, nor is one listed under 上位规划",
)
LINK_WRONG_KIND = Template("「{name}」是{kind}，这里要{wanted}", "{name} is a {kind_en}; a {wanted_en} is wanted here")
LINK_IS_A = Template("{kind}「{name}」在这里", "the {kind_en} {name} is here")
LINK_TAKES = Template("改为{wanted}的名称", "name a {wanted_en}")
LINK_NEAR = Template("是否指{names}", "did you mean {names}")
LINK_NOWHERE = Template(
    "在「{where}」里没有找到相近的名称；先定义它，或改正名称",
    "nothing like it was found in {where}; define it or correct the name",
)

# ---- render: the frame around findings

RENDER_BASIS = Template("依据：{basis}", "Basis: {basis}")
RENDER_HELP = Template("建议：{help}", "Advice: {help}")
RENDER_RELATED = Template("另见 {where} {message}", "see {where} {message}")
RENDER_MORE_PLACES = Template("另有 {count} 处，见 JSON 输出", "and {count} more places, see the JSON output")
RENDER_NOT_CHECKED = Template("没有检查的：", "Not checked:")
RENDER_CODES = Template("{text}（{codes}）", "{text} ({codes})")
RENDER_COUNTS = Template("错误 {error}，警告 {warning}，提示 {info}", "errors {error}, warnings {warning}, info {info}")
RENDER_NOTHING = Template("没有发现问题", "nothing found")
RENDER_SET_ASIDE = Template("；已知 {known}，已豁免 {waived}", "; known {known}, waived {waived}")
RENDER_CHECKED = Template("规划 {plans} 部，以 {as_of} 为准", "plans {plans}, as of {as_of}")
RENDER_STAGE = Template("，阶段 {stage}", ", stage {stage}")

# ---- workspace: plancheck.toml, and the files that belong to a workspace

CONFIG_AT_LINE = Template("{path} 第{line}行：{reason}", "{path}, line {line}: {reason}")
CONFIG_NOT_TOML = Template("不合 TOML 的写法", "this is not valid TOML")
CONFIG_TOML_TWICE = Template("同一个键或表写了两次", "a key or table is given twice")
CONFIG_FULL_WIDTH = Template("全角的 {sign} 要写成半角的 {plain}", "write the half-width {plain}, not {sign}")
CONFIG_UNKNOWN_KEY = Template("没有“{key}”这个键，{hint}", "there is no key {key}; {hint}")
CONFIG_NEAR_KEY = Template("是否指“{near}”", "did you mean {near}")
CONFIG_KEYS = Template("这里可写：{keys}", "keys here: {keys}")
CONFIG_KEY_TWICE = Template("“{key}”用中文和英文各写了一次", "{key} is given both in Chinese and in English")
CONFIG_BAD_VALUE = Template("“{key}”要写{wanted}", "{key} takes {wanted}")
CONFIG_TAKES_TABLE = Template("成一张表，如 [{key}]", "a table, such as [{key}]")
CONFIG_TAKES_LIST = Template('成一组，如 ["甲", "乙"]', 'a list, such as ["a", "b"]')
CONFIG_TAKES_STRING = Template("在引号里", "a string in quotes")
CONFIG_TAKES_NUMBER = Template("大于0的整数", "a whole number above 0")
CONFIG_TAKES_SCALAR = Template(
    "数、日期、true、false 或引号里的一段话", "a number, a date, true, false or a string in quotes"
)
CONFIG_TAKES_WORD = Template("下列之一：{words}", "one of {words}")
CONFIG_TAKES_DATE = Template("日期，如 2021-04-30", "a date, such as 2021-04-30")
CONFIG_TAKES_CODE = Template(
    "规则编号或它的开头，或规则的英文名，如 PC201、PC2、orphan-measure",
    "a rule's code or its beginning, or its slug, such as PC201, PC2, orphan-measure",
)
CONFIG_TAKES_NAME = Template("名称，不能空着", "a name that is not empty")
CONFIG_TAKES_INSIDE = Template(
    "工作区以内的相对路径，不能写“{pattern}”", "a relative path inside the workspace, not {pattern}"
)
FILES_LINK_OUTSIDE = Template(
    "{path}：符号链接指向工作区以外，没有读",
    "{path}: the symbolic link leads out of the workspace and was not followed",
)
FILES_FOLDER_UNREADABLE = Template(
    "{path}：文件夹打不开，没有读", "{path}: the folder cannot be opened and was not read"
)
FILES_NO_MATCH = Template(
    "plancheck.toml 的“{key}”写了“{pattern}”，没有这样的规划文件",
    "plancheck.toml names {pattern} under {key}, but there is no such plan file",
)

# ---- options: words from outside that mean nothing

OPTION_STAGE = Template("--stage（阶段）", "--stage")
OPTION_LEVEL = Template("--level（层级）", "--level")
OPTION_GATE = Template("--gate（门槛）", "--gate")
OPTION_AS_OF = Template("--as-of（基准日）", "--as-of")
OPTION_JOBS = Template("--jobs（进程数）", "--jobs")
OPTION_UNKNOWN_WORD = Template(
    "{option} 没有“{word}”这个值，可以是：{words}", "{option} cannot be {word}; it is one of: {words}"
)
OPTION_NEAR = Template("{message}；是否指“{near}”", "{message}; did you mean {near}")
OPTION_BAD_DATE = Template(
    "{option} 后面要一个日期，如 2026-03-12，“{word}”不是", "{option} takes a day such as 2026-03-12; {word} is none"
)
OPTION_NOT_A_COUNT = Template(
    "{option} 后面要一个正整数，“{word}”不是", "{option} takes a number from 1; {word} is none"
)

# ---- inputs: paths that are not plans

INPUT_MISSING = Template("没有这个文件或文件夹", "there is no such file or folder")
INPUT_SAVE_AS = Template(
    "{kind} 文件读不了，用 WPS 或 Word 打开，另存为 {wanted} 后再检查",
    "{kind} files cannot be read; open it in WPS or an office program and save it as {wanted}",
)
INPUT_UNKNOWN_KIND = Template(
    "不认识这种文件；可以检查的是 .plan 文件和放着它们的文件夹",
    "this kind of file is not known; plancheck checks .plan files and folders of them",
)
INPUT_NOT_A_PLAN = Template("不是 .plan 文件", "it is not a .plan file")
INPUT_TEXT_NOT_CHECKED = Template(
    "这个版本还没有文本规则，文本未检查", "this version has no text rules yet; the text was not checked"
)
INPUT_TABLE_NOT_CHECKED = Template(
    "这个版本还不读指标表，表未检查", "this version does not read indicator tables yet; the table was not checked"
)

# ---- cli: help pages, and command lines that cannot be understood

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
CLI_NEW_RULE = Template("新建一个规则文件，先写例子再写规则", "start a rule file: examples first, then the rule")
CLI_SCHEMA = Template("打印 check --format json 的 JSON Schema", "print the JSON Schema of check --format json")
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
CLI_FORMAT_VALUE = Template("text|json", "text|json")
CLI_GRAPH_FORMAT_VALUE = Template("dot|graphml|json|mermaid", "dot|graphml|json|mermaid")
CLI_SHELL_VALUE = Template("bash|zsh|fish", "bash|zsh|fish")

CLI_FORMAT = Template("输出格式，默认 text", "output format, default text")
CLI_GRAPH_FORMAT = Template("输出格式，默认 dot", "output format, default dot")
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
CLI_RULE_UNKNOWN = Template(
    "没有规则 {code}，全部规则见 plancheck rules list", "no rule {code}; see plancheck rules list"
)
CLI_RULE_UNKNOWN_NEAR = Template("没有规则 {code}，相近的有 {near}", "no rule {code}; near it: {near}")
CLI_WRITTEN = Template("已写：{path}", "written: {path}")
CLI_NEW_NOT_EMPTY = Template("{path} 已经有内容，换一个文件夹", "{path} is not empty; name another folder")
CLI_NEW_WORKSPACE_AFTER = Template(
    "写出配置、一部虚构的规划和它的上位规划，都有注释。文件夹要是新的或空的。",
    "Writes a configuration, a made-up plan and its upper plan, with comments. The folder has to be new or empty.",
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

# ---- engine: what is being done, and what was not

LOAD_READING = Template("读取规划", "reading plans")
CHECK_LINKING = Template("连接名称", "linking names")
CHECK_RULES = Template("运行规则", "running rules")
NOTICE_TEXT_MISSING = Template(
    "「{plan}」的文本未随附（{names}），PC701—PC718 未检查",
    "the text of {plan} is not at hand ({names}); PC701–PC718 were not checked",
)
NOTICE_TEXT_UNREAD = Template(
    "「{plan}」的文本（{names}）没有读：这一版还没有文本规则，PC701—PC718 未检查",
    "the text of {plan} ({names}) was not read: this version has no text rules; PC701–PC718 were not checked",
)
NOTICE_UPPER_ABSENT = Template(
    "没有「{name}」的文件，PC501—PC509 未检查", "there is no file of {name}; PC501–PC509 were not checked"
)
NOTICE_UPPER_PARTIAL = Template(
    "「{name}」的指标表没有列全，与它的指标对照（PC501—PC504）做不全",
    "the indicators of {name} are not all listed; the comparison with them (PC501–PC504) is not complete",
)

# ---- rules: what a rule file does not say rightly, and what a rule could not do

RULE_SORT_ELEMENT = Template("内容", "a thing")
RULE_SORT_NUMBER = Template("数", "a number")
RULE_SORT_QUANTITY = Template("带单位的数", "a quantity")
RULE_SORT_COUNT = Template("声明的数目", "a declared count")
RULE_SORT_TEXT = Template("文字", "a text")
RULE_SORT_CHOICE = Template("选项", "a choice")
RULE_SORT_TIME = Template("时间", "a time")
RULE_SORT_UNIT = Template("单位", "a unit of measure")
RULE_SORT_MESSAGE = Template("一句话", "a sentence")
RULE_SORT_PLACE = Template("位置", "a place")
RULE_SORT_RELATED = Template("相关位置", "related places")

RULE_TITLE_SYNTAX = Template("语法错误", "syntax error")
RULE_TITLE_DUPLICATE = Template("重名", "duplicate name")
RULE_TITLE_UNKNOWN = Template("引用未定义", "unknown reference")
RULE_TITLE_WRONG_KIND = Template("引用类型不符", "wrong kind")
RULE_FAULT_BASIS = Template("规则语言", "the rule language")
RULE_BASIS_PRACTICE = Template("编制惯例（无文号）", "drafting practice (no document)")

RULE_CODE_FORM = Template(
    "规则编号「{code}」不是两到八个大写字母加两到四个数字",
    "rule code {code} is not 2 to 8 capital letters and 2 to 4 digits",
)
RULE_SLUG_FORM = Template(
    "「{slug}」不是用连字符连起来的小写英文词", "{slug} is not lower-case English words joined by hyphens"
)
RULE_CODE_TWICE = Template("规则编号 {code} 用了两次", "rule code {code} is used twice")
RULE_SLUG_TWICE = Template("规则英文名 {slug} 用了两次", "slug {slug} is used twice")
RULE_FIRST_USE = Template("先用的在这里", "it is used here first")
RULE_CODE_RESERVED = Template(
    "编号 {code} 属于 plancheck 自带的规则，别的规则包要用自己的字母",
    "code {code} is plancheck's own; other packs need letters of their own",
)
RULE_TOO_DEEP = Template("规则 {code} 的括号或算式套得太深", "rule {code} nests too deeply")
RULE_PART_MISSING = Template("规则 {code} 缺“{part}”", "rule {code} lacks {part_en}")
RULE_CASE_MISSING = Template("这个“凡”后面缺“{part}：”", "this for_each lacks {part_en}")
RULE_PART_BEFORE = Template("“{part}”写在了“凡”的前面", "{part_en} stands before any for_each")
RULE_PART_TWICE = Template("“{part}”写了两次", "{part_en} is given twice")
RULE_NOTICE_PLACE = Template(
    "“未查”没有位置，不能写“指向”“另见”和“建议”", "an unchecked has no place: no at, see or advice"
)
RULE_SEVERITY_UNKNOWN = Template(
    "没有“{word}”这个级别，可写：错误、警告、提示、不查", "no severity {word}; it is one of error, warning, info, off"
)
RULE_STAGE_TWICE = Template("阶段“{stage}”写了两次", "stage {stage} is given twice")
RULE_WORD_UNKNOWN = Template("没有“{word}”这个选项，可写：{allowed}", "no choice {word}; it is one of {allowed}")
RULE_BASIS_UNKNOWN = Template(
    "“{word}”不能作依据：文号写在引号或《》里，没有文号写“编制惯例（无文号）”",
    "{word} is no basis: quote the document, or write 编制惯例（无文号） (practice)",
)
RULE_EXAMPLE_MARKED = Template("正例里不写〖〗", "a good example has no 〖〗")
RULE_EXAMPLE_MARKS = Template("反例要用一对〖〗标出发现的位置", "a bad example marks the finding's place with one 〖〗")
RULE_PARAMETER_LITERAL = Template(
    "参数的值要写数、带单位的数、日期或引号里的话", "a parameter is a number, a quantity, a date or a text"
)
RULE_PARAMETER_MIXED = Template("一个参数的几个值要同类", "the values of one parameter have to be of one sort")
RULE_PARAMETER_TWICE = Template("参数「{name}」写了两次", "parameter {name} is given twice")
RULE_PARAMETER_UNKNOWN = Template("没有参数「{name}」", "there is no parameter {name}")
RULE_VARIABLE_TWICE = Template("「{name}」已经用作另一个变量", "{name} already stands for something else")
RULE_VARIABLE_UNBOUND = Template("变量「{name}」没有在“凡”“应有”里出现过", "variable {name} is never bound")
RULE_WORD_ALONE = Template("「{name}」不是变量，这里要写变量", "{name} is no variable; a variable is wanted here")
RULE_KIND_UNKNOWN = Template("没有「{kind}」这种内容", "there is no kind {kind}")
RULE_ATTRIBUTE_UNKNOWN = Template("{kind}没有「{field}」", "{kind_en} has no {field}")
RULE_FIELD_OF_NOTHING = Template("{sort}后面不能再写「.{field}」", "{sort} has no .{field}")
RULE_RELATION_UNKNOWN = Template("没有「{relation}」这种关系", "there is no relation {relation}")
RULE_RELATION_KINDS = Template(
    "「{relation}」这里要{wanted}，不是{kind}", "{relation} wants {wanted_en} here, not {kind_en}"
)
RULE_STEP_OF = Template("{sort}没有「{relation}」", "{sort} has no {relation}")
RULE_KIND_WORD_UNKNOWN = Template("{kind}不会是「{word}」", "{kind_en} cannot be {word}")
RULE_UNIT_UNKNOWN = Template("「{unit}」不是已知的单位", "{unit} is no known unit")
RULE_DATE = Template("「{date}」不是日期", "{date} is no date")
RULE_UNLIKE = Template("{left}和{right}不能相比", "{left} and {right} cannot be compared")
RULE_UNLIKE_UNITS = Template("单位{left}和{right}不能相比", "units {left} and {right} cannot be compared")
RULE_NO_ORDER = Template("{sort}没有大小先后，不能用“{sign}”", "{sort} has no order, so {sign} means nothing")
RULE_ARITHMETIC = Template("不能算 {left} {sign} {right}", "cannot work out {left} {sign} {right}")
RULE_FUNCTION_TAKES = Template("这个函数不能用在这种{sort}上", "this function does not take {sort} here")
RULE_CANNOT_TEST_TEXT = Template(
    "含、开头为、结尾为、通配要用在文字上，这里是{sort}",
    "contains, starts_with, ends_with, like take texts, not {sort}",
)
RULE_CANNOT_TEST_UNIT = Template(
    "同类要用在单位或带单位的数上，这里是{sort}", "commensurable takes units or quantities, not {sort}"
)
RULE_PRESENCE_OF = Template("「{field}」不能用在{sort}上", "{field} cannot be asked of {sort}")
RULE_AMBIGUOUS_MANY = Template(
    "左边可能有几个值，这里分不清是“都不”还是“有的不”，用“非（…）”写明",
    "the left side may have several values: write not(...) to tell none from not all",
)
RULE_BOUND_NUMBER = Template(
    "至多、至少、恰好后面要写数，这里是{sort}", "at_most, at_least, exactly take a number, not {sort}"
)
RULE_LET_MANY = Template("“设”只能设一个值", "let takes one value")
RULE_MERGED_BY = Template("不能按「{name}」合并", "findings cannot be merged by {name}")
RULE_NO_PLACE = Template("「{name}」没有位置可指", "{name} has no place to point at")
RULE_NOT_A_SENTENCE = Template("这里要一句话，不是{sort}", "a sentence is wanted here, not {sort}")
RULE_SENTENCE_EMPTY = Template("这里要有一句话", "a sentence is missing here")
RULE_BRACE_ALONE = Template("句子里的花括号要成对，里面写变量", "braces in a sentence come in pairs around a variable")
RULE_PLACEHOLDERS_DIFFER = Template("中英文两句用的「{names}」不一样", "the two languages do not both use {names}")
RULE_NEEDS_BLANK = Template("「{first}」和「{second}」之间空一格", "put a blank between {first} and {second}")

RULE_CRASHED = Template("规则 {code} 运行出错（{kind}），没有查完", "rule {code} failed ({kind}) and did not finish")
RULE_BUDGET = Template(
    "规则 {code} 超出行数上限 {limit}，没有查完", "rule {code} went over its budget of {limit} rows and did not finish"
)
RULE_BUDGET_ADVICE = Template(
    "在 plancheck.toml 的 [rules] 里提高 row_budget，或关闭这条规则",
    "raise row_budget under [rules] in plancheck.toml, or switch the rule off",
)
RULE_CRASHED_ADVICE = Template("把规则文件和规划发给规则的作者", "send the rule file and the plan to the rule's author")
RULE_SETTING_UNKNOWN = Template("没有规则「{code}」", "there is no rule {code}")
RULE_SETTING_PARAMETER = Template("规则 {code} 没有参数「{name}」", "rule {code} has no parameter {name}")
RULE_SETTING_VALUE = Template(
    "规则 {code} 的参数「{name}」要{sort}，不能是“{value}”", "parameter {name} of rule {code} takes {sort}, not {value}"
)
RULE_SETTING_NEAR = Template("{reason}，{hint}", "{reason}; {hint}")
RULE_JOIN_TWO = Template("{one}；{two}", "{one}; {two}")
RULE_LIST_MORE = Template("{listed}等{count}项", "{listed} and others, {count} in all")
RULE_PACK_MISSING = Template(
    "没有规则包「{name}」：既不是文件夹，也没有安装", "no rule pack {name}: neither a folder nor installed"
)
RULE_PACK_EMPTY = Template("规则包「{name}」里没有 .rule 文件", "rule pack {name} has no .rule files")

SYNTAX_WORDS |= {
    "SLUG": Template("英文名", "a slug"),
    "PLAN_TEXT": Template("花括号里的规划文本", "a plan text in braces"),
    "GOOD": Template("“正例”", "good"),
    "BAD": Template("“反例”", "bad"),
    "FORALL": Template("“凡”", "for_each"),
    "QUANTITY": Template("带单位的数", "a quantity"),
    "DATE": Template("日期（如2021年4月）", "a date (such as 2021年4月)"),
    "_AND_SO": Template("“，”", "a comma"),
    "_LIST": Template("“、”", "、"),
    "OF": Template("“的”", "of"),
    "IS": Template("“为”", "is"),
    "HAS": Template("“有”", "has"),
    "_AND": Template("“且”", "and"),
    "_OR": Template("“或”", "or"),
}
CYCLE_EDGE = Template("「{source}」{tie}「{target}」，在这里", "{source} {tie} {target}, here")
CYCLE_TIES = {
    "parent": Template("的上级目标是", "has the parent goal"),
    "part_of": Template("的上级举措是", "is part of"),
    "depends": Template("依赖", "depends on"),
    "upper_plan": Template("的上位规划是", "has the upper plan"),
}
EXAMPLE_NOTHING = Template("这个反例没有发现", "this bad example gives no finding")
EXAMPLE_EXTRA = Template("例子多了一个发现：{said}", "one finding too many: {said}")
EXAMPLE_NOT_CLEAN = Template("例子自身有错：{said}", "the example itself is faulty: {said}")
EXAMPLE_ELSEWHERE = Template(
    "发现在「{found}」，标的是「{marked}」", "the finding is at “{found}”, the mark at “{marked}”"
)

# ---- page: a rule explained

PAGE_SEVERITY = Template("级别：{severity}", "Severity: {severity}")
PAGE_SEVERITY_FROM = Template("{stage}起为{severity}", "{severity} from {stage} on")
PAGE_SEVERITY_OFF = Template("不查", "off")
PAGE_PACK = Template("规则包：{pack}", "Pack: {pack}")
PAGE_PARAMETER = Template("参数「{name}」：{meaning}", "Parameter {name}: {meaning}")
PAGE_LIMITS = Template("不查：{limits}", "Not looked at: {limits}")
PAGE_RULE = Template("规则原文", "The rule as written")
PAGE_GOOD = Template("正例：{name}", "Nothing wrong: {name}")
PAGE_BAD = Template("反例：{name}", "Something wrong: {name}")
PAGE_SAYS = Template("报告：{message}", "Says: {message}")
PAGE_INDEX = Template("规则一览", "All rules")
