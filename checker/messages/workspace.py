"""Names that do not lead anywhere; plancheck.toml, and the files that belong to a workspace."""

from __future__ import annotations

from checker.messages.template import Template

# ---- names that do not lead anywhere

LINK_DUPLICATE = Template("{kind}「{name}」重名", "two {kind_en}s are named {name}")
LINK_DUPLICATE_FIRST = Template("前一个在这里", "the other one is here")
LINK_UNKNOWN = Template("「{name}」没有定义", "{name} is not defined")
LINK_UNKNOWN_IN = Template("「{where}」里没有「{name}」", "{where} has no {name}")
LINK_PLAN_UNKNOWN = Template(
    "没有名为「{name}」的规划，“上位规划”里也没有列它",
    "there is no plan named {name}, nor is one listed under 上位规划",
)
LINK_NEARLY = Template(
    "没有名为「{name}」的规划，工作区里有一部名称只差一两个字", "there is no plan named {name}, but one named nearly so"
)
LINK_NEARLY_HELP = Template(
    "是否指{names}；是另一部还没有的规划，写‘{name}（未取得）’",
    "did you mean {names}; if it is another plan that is not at hand, write {name} (not_at_hand)",
)
LINK_CONTINUES_NOTHING = Template(
    "这个文件是「{name}」的续篇，没有找到写着“规划 {name}”的文件",
    "this file goes on with {name}, and no file declares that plan",
)
LINK_CONTINUES_HELP = Template(
    "改正名称，或把写着“规划 {name} {{…}}”的文件一起查：查它们所在的文件夹，不要只查这一个文件",
    "correct the name, or check the file that has 规划 {name} {{…}} with it: give their folder, not this file alone",
)
LINK_CONTINUES_NEARLY = Template(
    "没有名为「{name}」的规划可续，工作区里有一部名称相近，先算它的续篇",
    "there is no plan {name} to go on with; one is named nearly so, and the file was read as part of it",
)
LINK_WRONG_KIND = Template(
    "「{name}」是{kind}，这里要{wanted}", "{name} is of the kind {kind_en}; wanted here: {wanted_en}"
)
LINK_IS_A = Template("{kind}「{name}」在这里", "the {kind_en} {name} is here")
LINK_TAKES = Template("改为{wanted}的名称", "name one of this kind: {wanted_en}")
LINK_NEAR = Template("是否指{names}", "did you mean {names}")
LINK_NOWHERE = Template(
    "在「{where}」里没有找到相近的名称；先定义它，或改正名称",
    "nothing like it was found in {where}; define it or correct the name",
)

# ---- plancheck.toml, and the files that belong to a workspace

CONFIG_AT_LINE = Template("{path} 第{line}行：{reason}", "{path}, line {line}: {reason}")
CONFIG_NOT_TOML = Template("不合 TOML 的写法", "this is not valid TOML")
CONFIG_TOML_TWICE = Template("同一个键或表写了两次", "a key or table is given twice")
CONFIG_FULL_WIDTH = Template("全角的 {sign} 要写成半角的 {plain}", "write the half-width {plain}, not {sign}")
CONFIG_UNKNOWN_KEY = Template("没有“{key}”这个键，{hint}", "there is no key {key}; {hint}")
CONFIG_NEAR_KEY = Template("是否指“{near}”", "did you mean {near}")
CONFIG_KEYS = Template("这里可写：{keys}", "keys here: {keys}")
CONFIG_KEY_TWICE = Template("“{key}”用中文和英文各写了一次", "{key} is given both in Chinese and in English")
CONFIG_SETTING = Template("“{key}”：{reason}", "{key}: {reason}")
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
CONFIG_TAKES_RULE = Template(
    "规则编号或它的开头，或规则的英文名、名称，如 PC201、PC2、orphan-measure、孤立举措",
    "a rule's code or its beginning, its slug or its title, such as PC201, PC2, orphan-measure",
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
FIELDS_NOT_A_WORD = Template(
    "“{name}”不能作字段的名称，只用汉字或字母，不带数、空格和标点",
    "{name} cannot be the name of a field; it takes letters, without digits, blanks and marks",
)
FIELDS_TYPE_MISSING = Template("还要写“类型”：{types}", "it needs a type, one of {types}")
FIELDS_KINDS_MISSING = Template(
    '还要写“用于”哪种声明，如 用于 = ["举措"]', 'it needs the kinds it is for, such as kinds = ["measure"]'
)
FIELDS_NAME_TAKEN = Template(
    "“{name}”是规划语言里已有的词，换一个名称", "{name} is a word of the plan language; choose another name"
)
FIELDS_VALUES_MISSING = Template(
    '类型是“{type}”，还要写“取值”，如 取值 = ["甲", "乙"]', 'a field of type {type} needs values, such as ["a", "b"]'
)
FIELDS_VALUES_SPARE = Template("类型是“{type}”，不写“取值”", "a field of type {type} takes no values")
FIELDS_VALUES_TWICE = Template("“取值”里有一个写了两次", "one of the values is given twice")
FIELDS_TARGETS_MISSING = Template(
    '类型是“引用”，还要写“指向”哪种声明，如 指向 = ["目标"]',
    'a field of type 引用 needs the kinds it may name, such as targets = ["goal"]',
)
FIELDS_TARGETS_SPARE = Template("类型是“{type}”，不写“指向”", "a field of type {type} takes no targets")
FILES_CONTINUATION_LEFT = Template(
    "是规划「{name}」的续篇，plancheck.toml 的 plans 没有写到它，没有查",
    "it goes on with the plan {name}, but plans in plancheck.toml does not name it; it was not checked",
)
FILES_NO_MATCH = Template("没有“{pattern}”这样的文件", "no file is like {pattern}")
SHIPPED_UNKNOWN = Template("plancheck 没有自带名为「{name}」的规划", "no plan named {name} ships with plancheck")
LEVEL_OF_NOTHING = Template("工作区里没有名为「{name}」的规划", "the workspace has no plan named {name}")
